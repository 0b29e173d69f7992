// Entry point of `stet`.
#include "compiler/driver/cli.hpp"

int main(int argc, char** argv) {
    return stet::driver::run(argc, argv);
}

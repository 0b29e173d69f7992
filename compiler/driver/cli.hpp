// The command line.
#pragma once

namespace stet::driver {

/// Runs `stet` with the arguments of main; returns the exit status of design section 7: 0 no errors,
/// 1 errors found, 2 the command could not do its work.
int run(int argc, char** argv);

}  // namespace stet::driver

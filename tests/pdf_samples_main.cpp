// Writes the tests' publications as PDF files into a folder, for tools/conformance and for looking at them.
#define CATCH_CONFIG_RUNNER  // for the checks in tests/support.cpp
#include <catch2/catch.hpp>
#include <cstdio>
#include <fstream>
#include <string>

#include "backends/pdf/pdf.hpp"
#include "tests/pdf_samples.hpp"

using namespace stet;

namespace {

bool save(const std::string& path, const publication::Publication& report, const pdf::Options& options,
          test::MemoryWorld& world) {
    const pdf::Result result = pdf::write(report, options, world);
    for (const Diagnostic& d : result.diagnostics.all()) {
        std::fprintf(stderr, "%s: %s[%s]: %s\n", path.c_str(), std::string(severity_name(d.severity)).c_str(),
                     std::string(d.info->code).c_str(), d.message.c_str());
    }
    std::ofstream(path, std::ios::binary) << result.bytes;
    std::printf("%s: %u pages, %zu bytes\n", path.c_str(), result.pages, result.bytes.size());
    return !result.bytes.empty();
}

}  // namespace

int main(int argc, char** argv) {
    const std::string folder = argc > 1 ? argv[1] : ".";
    test::MemoryWorld world;
    const publication::Publication report = test::sample_report(60);
    const publication::Publication hard = test::torture_report(world);
    if (argc > 2) {
        const publication::Publication big = test::sample_report(static_cast<unsigned>(std::stoul(argv[2])));
        pdf::Options options;
        options.threads = argc > 3 ? static_cast<unsigned>(std::stoul(argv[3])) : 1;
        return save(folder + "/big.pdf", big, options, world) ? 0 : 1;
    }
    bool good = true;
    pdf::Options plain;
    good = save(folder + "/report.pdf", report, plain, world) && good;
    good = save(folder + "/torture.pdf", hard, plain, world) && good;
    pdf::Options classic;
    classic.theme = "classic";
    classic.justify = true;
    good = save(folder + "/classic.pdf", report, classic, world) && good;
    pdf::Options large;
    large.large_print = true;
    large.paper = pdf::Paper::letter;
    good = save(folder + "/large.pdf", report, large, world) && good;
    pdf::Options draft;
    draft.draft = true;
    draft.review = true;
    draft.notes = {{{0, 0, 0}, Severity::warning, "F101", "160 of 305 is 52%, not 53%."}};
    good = save(folder + "/draft.pdf", hard, draft, world) && good;
    good = save(folder + "/empty.pdf", {}, plain, world) && good;
    return good ? 0 : 1;
}

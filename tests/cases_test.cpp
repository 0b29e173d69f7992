// Every case in tests/cases/ gives the diagnostics that stand in it, and no others. STET_UPDATE=1 rewrites
// them.
#include "tests/cases.hpp"

#include <catch2/catch.hpp>
#include <cstdlib>
#include <fstream>

using namespace stet;
using namespace stet::test;

namespace {

/// The text of the report after a fix.
std::string fixed(std::string text, const Fix& fix) {
    std::vector<Edit> edits = fix.edits;
    std::sort(edits.begin(), edits.end(),
              [](const Edit& a, const Edit& b) { return a.span.begin > b.span.begin; });
    for (const Edit& edit : edits) text.replace(edit.span.begin, edit.span.size(), edit.replacement);
    return text;
}

std::string report_of(const CaseFile& file, const Case& c) {
    std::string text;
    for (const std::string& line : file.prelude) text += line + '\n';
    for (const std::string& line : c.files.front().lines) text += line + '\n';
    return text;
}

std::size_t count_of(const Diagnostics& diagnostics, const DiagnosticInfo* info) {
    std::size_t n = 0;
    for (const Diagnostic& d : diagnostics.all()) n += d.info == info ? 1U : 0U;
    return n;
}

}  // namespace

TEST_CASE("each case gives its diagnostics") {
    const bool update = std::getenv("STET_UPDATE") != nullptr;
    for (const std::string& path : case_files()) {
        const CaseFile file = read_case_file(path);
        CaseFile found = file;
        std::multiset<std::string> fired;
        for (std::size_t i = 0; i < file.cases.size(); ++i) {
            found.cases[i] = run_case(file, file.cases[i], fired);
            if (update) continue;
            CaseFile want{file.path, {}, {}, {}, {}, {file.cases[i]}};
            CaseFile got{file.path, {}, {}, {}, {}, {found.cases[i]}};
            INFO(path << ": " << file.cases[i].name);
            CHECK(write_case_file(got) == write_case_file(want));
        }
        if (update) std::ofstream(path, std::ios::binary) << write_case_file(found);
    }
}

TEST_CASE("a fix takes away what it fixes") {
    for (const std::string& path : case_files()) {
        const CaseFile file = read_case_file(path);
        for (const Case& c : file.cases) {
            const std::string text = report_of(file, c);
            if (text.find("⟦") != std::string::npos) continue;
            MemoryWorld world;
            const Diagnosed before = diagnose(text, world, file.phases);
            for (const Diagnostic& diagnostic : before.diagnostics.all()) {
                for (const Fix& fix : diagnostic.fixes) {
                    if (diagnostic.span.file != 0) continue;
                    const Diagnosed after = diagnose(fixed(text, fix), world, file.phases);
                    INFO(path << ": " << c.name << ": " << diagnostic.message);
                    CHECK(count_of(after.diagnostics, diagnostic.info) <
                          count_of(before.diagnostics, diagnostic.info));
                }
            }
        }
    }
}

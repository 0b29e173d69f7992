// The catalogue is whole: each code has a page, a case that gives it and one beside it that is silent.
#include "compiler/base/catalogue.hpp"

#include <catch2/catch.hpp>
#include <filesystem>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include "tests/cases.hpp"

using namespace stet;

namespace {

struct Fired {
    std::multiset<std::string> codes;
    std::vector<std::string> never_silent;  ///< case files
};

/// Runs all cases, once.
const Fired& fired() {
    static const Fired all = [] {
        Fired out;
        for (const std::string& path : test::case_files()) {
            const test::CaseFile file = test::read_case_file(path);
            std::size_t silent = 0;
            for (const test::Case& c : file.cases) {
                const std::size_t before = out.codes.size();
                test::run_case(file, c, out.codes);
                silent += out.codes.size() == before ? 1U : 0U;
            }
            if (silent == 0) out.never_silent.push_back(path);
        }
        return out;
    }();
    return all;
}

/// Codes of the families (all where empty) that lack a page or a case.
std::string lacking(std::string_view families) {
    std::string out;
    for (const DiagnosticInfo* info : all_diagnostics()) {
        if (!families.empty() && families.find(info->code.front()) == std::string_view::npos) continue;
        const std::string code(info->code);
        if (!std::filesystem::exists(test::root_dir() + "/docs/diagnostics/" + code + ".md"))
            out += code + " has no page\n";
        if (fired().codes.count(code) == 0) out += code + " fires in no case\n";
    }
    return out;
}

}  // namespace

TEST_CASE("the language's diagnostics have a page and a case") {
    CHECK(lacking("L") == "");
}

/// What a check of a report says. Import (I) and publishing (X) are tested beside.
TEST_CASE("all diagnostics of a check have a page and a case") {
    std::string families;
    for (const DiagnosticInfo* info : all_diagnostics()) {
        if (info->code.front() != 'I' && info->code.front() != 'X') families += info->code.front();
    }
    CHECK(lacking(families) == "");
}

/// A broken installation (X204) and nesting that the grammar forbids (X208) are no reports; X209 is
/// libharu's.
TEST_CASE("diagnostics of publishing have a case") {
    for (const std::string code : {"X201", "X202", "X203", "X205", "X206", "X207", "X210"}) {
        INFO(code);
        CHECK(fired().codes.count(code) > 0);
    }
}

TEST_CASE("every diagnostic has a page") {
    for (const DiagnosticInfo* info : all_diagnostics()) {
        INFO(info->code);
        CHECK(std::filesystem::exists(test::root_dir() + "/docs/diagnostics/" + std::string(info->code) +
                                      ".md"));
    }
}

TEST_CASE("the files of cases hold silent ones") {
    CHECK(fired().never_silent == std::vector<std::string>{});
}

namespace {

/// The indented example below the line `heading` of a page; empty where it has none.
std::string example(const std::string& page, const std::string& heading) {
    std::istringstream in(page);
    std::string out;
    bool inside = false;
    for (std::string line; std::getline(in, line);) {
        if (line == heading)
            inside = true;
        else if (inside && line.starts_with("    "))
            out += line.substr(4) + "\n";
        else if (inside && line.empty())
            out += out.empty() ? "" : "\n";
        else
            inside = false;
    }
    return out;
}

std::size_t count(const std::string& text, std::string_view code) {
    test::MemoryWorld world;
    std::size_t n = 0;
    const test::Diagnosed result = test::diagnose(text, world, "check");
    for (const Diagnostic& d : result.diagnostics.all()) n += d.info->code.starts_with(code) ? 1U : 0U;
    return n;
}

}  // namespace

TEST_CASE("the examples on the language's pages are wrong and right as they say") {
    for (const DiagnosticInfo* info : all_diagnostics()) {
        if (info->code.front() != 'L') continue;
        const std::string page =
            test::slurp(test::root_dir() + "/docs/diagnostics/" + std::string(info->code) + ".md");
        const std::string wrong = example(page, "Wrong:");
        INFO(info->code);
        if (!wrong.empty()) CHECK(count(wrong, info->code) > 0);
        CHECK(count(example(page, "Right:"), "L") == 0);
    }
}

TEST_CASE("pages speak of the code that they are named after") {
    for (const auto& entry : std::filesystem::directory_iterator(test::root_dir() + "/docs/diagnostics")) {
        const std::string name = entry.path().stem().string();
        if (find_diagnostic(name) == nullptr) continue;
        INFO(name);
        CHECK(test::slurp(entry.path().string()).starts_with("# " + name));
    }
}

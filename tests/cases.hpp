// Test cases in tests/cases/: small documents with the diagnostics that each must give, under the lines they
// speak of.
#pragma once

#include <map>
#include <memory>
#include <set>
#include <string>
#include <vector>

#include "compiler/base/diagnostic.hpp"
#include "compiler/base/sources.hpp"
#include "tests/support.hpp"

namespace stet::test {

/// One case of a case file. `lines` holds the lines of each file of the case; `expected` what stands below
/// each line.
struct Case {
    struct File {
        std::string name;
        std::vector<std::string> lines;
        std::vector<std::vector<std::string>> expected;  ///< as many as lines, and one before the first
    };
    std::string name;
    std::vector<File> files;  ///< the first is the report
};

struct CaseFile {
    std::string path;
    std::vector<std::string> opening;  ///< comments and settings at the top, kept by an update
    std::string only;                  ///< letters of the families that count; empty for all
    std::string phases = "all";        ///< "parse", "all" (but spelling), "spelling" (all of them), "strict"
                                       ///< (strict figures), "pdf" (and a PDF)
    std::vector<std::string> prelude;  ///< put before the report of every case
    std::vector<Case> cases;
};

/// What a run of the phases gives.
struct Diagnosed {
    std::unique_ptr<Sources> sources;
    Diagnostics diagnostics;
};

/// Runs the phases on a report; `phases` is as in a case file.
Diagnosed diagnose(const std::string& text, MemoryWorld& world, const std::string& phases);

/// The case files of the project, sorted by name.
std::vector<std::string> case_files();
CaseFile read_case_file(const std::string& path);
std::string write_case_file(const CaseFile& file);

/// The case with the expectations that the phases give; `fired` collects the codes.
Case run_case(const CaseFile& file, const Case& source, std::multiset<std::string>& fired);

}  // namespace stet::test

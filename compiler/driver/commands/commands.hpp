// The commands of `stet`, each with its options as a plain value.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "compiler/base/diagnostic.hpp"

namespace stet::driver {

/// What the exit status means.
enum Exit : int { exit_clean = 0, exit_errors = 1, exit_failed = 2 };

struct CheckOptions {
    std::vector<std::string> files;
    std::string format = "text";     ///< text, json, sarif, github
    std::vector<std::string> deny;   ///< severities that count as errors, codes that do
    std::vector<std::string> allow;  ///< codes or names that are not said
    std::string baseline;            ///< file of known diagnostics; empty for none
    std::string write_baseline;      ///< file to write them to
    std::string framework_folder;
    bool stets = false;  ///< list the stets that were used
    bool spelling = true;
    bool strict_figures = false;
    bool watch = false;
    unsigned jobs = 0;  ///< files checked at once; 0 for as many as there are processors
};

struct BuildOptions {
    std::string file;
    std::string out = ".";
    std::vector<std::string> to{"pdf"};
    bool draft = false;
    bool review = false;
    std::string theme;
    std::string paper = "a4";
    bool large_print = false;
    bool justify = false;
    bool watch = false;
    std::string framework_folder;
    unsigned jobs = 0;  ///< threads; 0 for as many as there are processors
};

struct FormatOptionsOfCommand {
    std::vector<std::string> files;
    bool check = false;
    bool renumber = false;
};

struct ImportOptions {
    std::string file;
    std::string out;        ///< empty for standard output
    std::string framework;  ///< empty to choose
    std::string framework_folder;
};

struct FiguresOptions {
    std::string file;
    std::string format = "text";  ///< text, json, csv
    bool pack = false;
    std::string framework_folder;
};

struct DiffOptions {
    std::string before;
    std::string after;
    std::string format = "text";  ///< text, json
    bool exit_code = false;       ///< status 1 where anything has changed
    std::string framework_folder;
};

struct ServeOptions {
    std::string file;
    int port = 8417;  ///< 0 for any that is free
    std::string theme;
    std::string framework_folder;
};

struct NewOptions {
    std::string framework;
    std::string file;
};

int check(const CheckOptions& options);
int build(const BuildOptions& options);
int format(const FormatOptionsOfCommand& options);
int fix(const CheckOptions& options);
int import(const ImportOptions& options);
int figures(const FiguresOptions& options);
int diff(const DiffOptions& options);
/// Serves the report's page on the loopback interface, anew after each change of its files, until the process
/// ends.
int serve(const ServeOptions& options);
/// Prints the pages of diagnostics, or the list of all where none is named.
int explain(const std::vector<std::string>& codes);
int make_new(const NewOptions& options);
/// Serves an editor on standard input and output; 0 after an orderly end, else 1.
int lsp(const std::string& framework_folder);
int debug(const std::string& phase, const std::string& file, const std::string& framework_folder);

}  // namespace stet::driver

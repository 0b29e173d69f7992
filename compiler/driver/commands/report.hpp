// What the commands share: reading a report, filtering and showing diagnostics.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "compiler/driver/commands/commands.hpp"
#include "compiler/driver/pipeline.hpp"

namespace stet::driver {

/// The bytes of a file ("-" for standard input). Where they cannot be read (L102) or are no plain text
/// (I106), none, and `refused` has the sources and the diagnostic to show.
std::optional<std::string> read_plain_text(const std::string& file, Analysis& refused);

/// A report from a file ("-" for standard input). One that `read_plain_text` refuses sets `failed`.
struct Loaded {
    Analysis analysis;
    std::vector<std::string> files;  ///< the report and all that was read, or looked for, for it
    bool failed = false;
};
/// Parsed, read and resolved, not yet validated.
Loaded open_report(const std::string& file, const std::string& framework_folder,
                   const AnalyseOptions& options);
/// Validated too.
Loaded load(const std::string& file, const std::string& framework_folder, const AnalyseOptions& options);

/// What is shown and what counts as an error.
struct Filter {
    std::vector<const DiagnosticInfo*> allowed;
    std::vector<Severity> allowed_severities;
    std::vector<const DiagnosticInfo*> denied;
    Severity least_denied = Severity::error;

    /// Takes out what is allowed, and makes errors of what is denied.
    void apply(Diagnostics& diagnostics) const;
};
/// Says on standard error what it does not know; then nothing is returned.
std::optional<Filter> make_filter(const std::vector<std::string>& deny,
                                  const std::vector<std::string>& allow);

/// Shows diagnostics of at least the severity on standard error, coloured where that is a terminal and
/// NO_COLOR is not set.
void show(const Analysis& analysis, Severity least = Severity::advice);

/// Says what to do with a long file without a header: it was never imported.
void hint_at_import(const Loaded& loaded);

bool has_errors(const Diagnostics& diagnostics);

/// How many threads `--jobs` asks for: as many as there are processors for 0.
unsigned threads_for(unsigned jobs);

/// "stet: words" on standard error; returns exit_failed.
int fail(const std::string& words);

}  // namespace stet::driver

// What the commands share: reading a report, filtering and showing diagnostics.
#include "compiler/driver/commands/report.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <iterator>
#include <thread>

#include "compiler/base/catalogue.hpp"
#include "compiler/base/plain_text.hpp"
#include "compiler/base/render.hpp"
#include "compiler/base/suggest.hpp"
#include "compiler/driver/recording_world.hpp"

namespace stet::driver {

namespace {

std::string shown_name(const std::string& file) {
    return file == "-" ? "<standard input>" : file;
}

ReadResult read_input(const std::string& file) {
    if (file != "-") return read_regular_file(file);
    std::string text;
    char buffer[65536];
    for (ssize_t got = 0; (got = ::read(STDIN_FILENO, buffer, sizeof buffer)) > 0;) {
        text.append(buffer, static_cast<std::size_t>(got));
        if (text.size() > Sources::max_file_size) return ReadError{"is longer than a report may be"};
    }
    return text;
}

}  // namespace

std::optional<std::string> read_plain_text(const std::string& file, Analysis& refused) {
    ReadResult read = read_input(file);
    auto* text = std::get_if<std::string>(&read);
    const auto other = text != nullptr ? other_than_text(*text) : std::nullopt;
    if (text != nullptr && !other) return std::move(*text);
    refused.sources = std::make_unique<Sources>();
    const Span place{refused.sources->add(shown_name(file), ""), 0, 0};
    if (other) {
        refused.diagnostics.add(place, diag::not_plain_text, other->kind).with_help(std::string(other->help));
    } else {
        refused.diagnostics.add(place, diag::file_unreadable, shown_name(file),
                                std::get<ReadError>(read).reason);
    }
    return std::nullopt;
}

Loaded open_report(const std::string& file, const std::string& framework_folder,
                   const AnalyseOptions& options) {
    Loaded out;
    out.files.push_back(file);
    std::optional<std::string> text = read_plain_text(file, out.analysis);
    if (!text) {
        out.failed = true;
        return out;
    }
    RecordingWorld world(split_path(file).folder, framework_folder);
    out.analysis = read_report(world, shown_name(file), std::move(*text), options);
    for (std::string& other : world.files()) out.files.push_back(std::move(other));
    return out;
}

Loaded load(const std::string& file, const std::string& framework_folder, const AnalyseOptions& options) {
    Loaded out = open_report(file, framework_folder, options);
    if (out.failed) return out;
    DiskWorld world(split_path(file).folder, framework_folder);
    validate(out.analysis, world, options);
    return out;
}

void Filter::apply(Diagnostics& diagnostics) const {
    std::erase_if(diagnostics.all(), [&](const Diagnostic& d) {
        return std::find(allowed.begin(), allowed.end(), d.info) != allowed.end() ||
               std::find(allowed_severities.begin(), allowed_severities.end(), d.severity) !=
                   allowed_severities.end();
    });
    for (Diagnostic& d : diagnostics.all()) {
        if (d.severity >= least_denied || std::find(denied.begin(), denied.end(), d.info) != denied.end())
            d.severity = Severity::error;
    }
}

namespace {

/// A severity below error by its name.
std::optional<Severity> severity_named(std::string_view name) {
    if (name == "warning") return Severity::warning;
    if (name == "query") return Severity::query;
    if (name == "advice") return Severity::advice;
    return std::nullopt;
}

}  // namespace

std::optional<Filter> make_filter(const std::vector<std::string>& deny,
                                  const std::vector<std::string>& allow) {
    Filter filter;
    std::vector<std::string_view> names{"warning", "query", "advice", "error"};
    for (const DiagnosticInfo* info : all_diagnostics())
        names.push_back(info->code), names.push_back(info->name);
    const auto unknown = [&](const std::string& name) {
        const std::string hint = did_you_mean(name, names);
        fail(
            fmt::format("there is no diagnostic or severity `{}`{}{}", name, hint.empty() ? "" : "; ", hint));
        return std::nullopt;
    };
    for (const std::string& name : deny) {
        if (name == "error") continue;
        if (const auto severity = severity_named(name))
            filter.least_denied = std::min(filter.least_denied, *severity);
        else if (const DiagnosticInfo* info = find_diagnostic(name))
            filter.denied.push_back(info);
        else
            return unknown(name);
    }
    for (const std::string& name : allow) {
        if (const auto severity = severity_named(name))
            filter.allowed_severities.push_back(*severity);
        else if (const DiagnosticInfo* info = find_diagnostic(name))
            filter.allowed.push_back(info);
        else
            return unknown(name);
    }
    return filter;
}

void show(const Analysis& analysis, Severity least) {
    RenderOptions options;
    const char* no_colour = std::getenv("NO_COLOR");
    options.colour = isatty(STDERR_FILENO) != 0 && (no_colour == nullptr || *no_colour == '\0');
    // What must be mended comes first, each severity in the order of the text.
    std::vector<const Diagnostic*> ordered;
    ordered.reserve(analysis.diagnostics.all().size());
    for (const Diagnostic& d : analysis.diagnostics.all()) {
        if (d.severity >= least) ordered.push_back(&d);
    }
    std::stable_sort(ordered.begin(), ordered.end(),
                     [](const Diagnostic* a, const Diagnostic* b) { return a->severity > b->severity; });
    std::string out;
    for (const Diagnostic* d : ordered) out += render(*d, *analysis.sources, options) + "\n";
    if (analysis.diagnostics.dropped() > 0) {
        out += fmt::format("... and {} more of the same kinds\n", analysis.diagnostics.dropped());
    }
    std::fwrite(out.data(), 1, out.size(), stderr);
}

bool has_errors(const Diagnostics& diagnostics) {
    const auto& all = diagnostics.all();
    return std::any_of(all.begin(), all.end(),
                       [](const Diagnostic& d) { return d.severity == Severity::error; });
}

void hint_at_import(const Loaded& loaded) {
    if (loaded.failed || !loaded.analysis.report.header.fields.empty()) return;
    if (loaded.analysis.sources->text(0).size() < 2000) return;
    fmt::print(stderr,
               "{0}: has no header. Is it the text of a published report? Then run first: stet import {0}\n",
               loaded.analysis.sources->name(0));
}

unsigned threads_for(unsigned jobs) {
    return jobs > 0 ? jobs : std::max(1U, std::thread::hardware_concurrency());
}

int fail(const std::string& words) {
    fmt::print(stderr, "stet: {}\n", words);
    return exit_failed;
}

}  // namespace stet::driver

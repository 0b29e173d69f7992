// stet check and stet fix.
#include <fmt/format.h>

#include <algorithm>
#include <atomic>
#include <cstdio>
#include <thread>

#include "compiler/base/render.hpp"
#include "compiler/driver/baseline.hpp"
#include "compiler/driver/commands/report.hpp"
#include "compiler/driver/diagnostic_formats.hpp"
#include "compiler/driver/disk_world.hpp"
#include "compiler/driver/fixes.hpp"
#include "compiler/driver/version.hpp"
#include "compiler/driver/watch.hpp"
#include "compiler/driver/write_file.hpp"

namespace stet::driver {

namespace {

/// Analyses all files, `jobs` at once; the results stand in the order of the files.
std::vector<Loaded> load_all(const CheckOptions& options) {
    std::vector<Loaded> out(options.files.size());
    AnalyseOptions analyse_options;
    analyse_options.keep_words = false;
    analyse_options.spelling = options.spelling;
    analyse_options.strict_figures = options.strict_figures;
    std::atomic<std::size_t> next = 0;
    const auto work = [&] {
        for (std::size_t i = next++; i < out.size(); i = next++) {
            out[i] = load(options.files[i], options.framework_folder, analyse_options);
        }
    };
    const std::size_t wanted = std::min<std::size_t>(threads_for(options.jobs), out.size());
    std::vector<std::jthread> threads;
    for (std::size_t i = 1; i < wanted; ++i) threads.emplace_back(work);
    work();
    threads.clear();
    return out;
}

void list_stets(const Loaded& loaded) {
    for (const validators::UsedStet& used : loaded.analysis.stets) {
        const Sources& sources = *loaded.analysis.sources;
        const LineColumn place = sources.line_column(used.stet.span.file, used.stet.span.begin);
        fmt::print("{}:{}:{}: {} let stand {}: {}\n", sources.name(used.stet.span.file), place.line,
                   place.column, used.stet.code,
                   used.count == 1 ? "once" : fmt::format("{} times", used.count), used.stet.reason);
    }
}

std::string in_format(const std::string& format, const std::vector<Loaded>& reports) {
    std::vector<Checked> checked;
    checked.reserve(reports.size());
    for (const Loaded& l : reports) checked.push_back({l.analysis.sources.get(), &l.analysis.diagnostics});
    if (format == "json") return to_json(checked);
    if (format == "sarif") return to_sarif(checked, version);
    return to_github(checked);
}

/// Takes known diagnostics out and counts them for each report; a reason where the baseline cannot be used.
std::optional<std::string> use_baseline(const std::string& file, std::vector<Loaded>& reports,
                                        std::vector<std::size_t>& hidden) {
    const ReadResult read = read_regular_file(file);
    if (const auto* error = std::get_if<ReadError>(&read)) return error->reason;
    auto keys = read_baseline(std::get<std::string>(read));
    if (const auto* wrong = std::get_if<std::string>(&keys)) return *wrong;
    for (std::size_t i = 0; i < reports.size(); ++i) {
        Analysis& analysis = reports[i].analysis;
        hidden[i] =
            apply_baseline(std::get<std::vector<std::string>>(keys), *analysis.sources, analysis.diagnostics);
    }
    return std::nullopt;
}

std::optional<std::string> save_baseline(const std::string& file, const std::vector<Loaded>& reports) {
    std::vector<std::string> keys;
    for (const Loaded& l : reports) {
        const auto more = baseline_keys(l.analysis.diagnostics, *l.analysis.sources);
        keys.insert(keys.end(), more.begin(), more.end());
    }
    std::sort(keys.begin(), keys.end());
    return write_file(file, write_baseline(keys));
}

/// `hidden` counts what the baseline took out of each report.
void print_summary(const std::vector<Loaded>& reports, const std::vector<std::size_t>& hidden,
                   bool watching) {
    for (std::size_t i = 0; i < reports.size(); ++i) {
        const Analysis& analysis = reports[i].analysis;
        std::string line = summary_line(analysis.diagnostics);
        if (hidden[i] > 0)
            line += fmt::format("; {} known {} hidden", hidden[i], hidden[i] == 1 ? "one is" : "ones are");
        if (watching) line += fmt::format(" [{}]", time_of_day());
        fmt::print(stderr, "{}: {}\n", analysis.sources->name(0), line);
    }
}

/// One check of all files; `read` becomes the files that it depends on.
int check_once(const CheckOptions& options, const Filter& filter, std::vector<std::string>& read) {
    std::vector<Loaded> reports = load_all(options);
    for (const Loaded& l : reports) read.insert(read.end(), l.files.begin(), l.files.end());
    for (Loaded& l : reports) filter.apply(l.analysis.diagnostics);
    if (!options.write_baseline.empty()) {
        if (const auto wrong = save_baseline(options.write_baseline, reports)) {
            return fail(fmt::format("cannot write {}: {}", options.write_baseline, *wrong));
        }
    }
    std::vector<std::size_t> hidden(reports.size(), 0);
    if (!options.baseline.empty()) {
        if (const auto wrong = use_baseline(options.baseline, reports, hidden)) {
            return fail(fmt::format("the baseline {}: {}", options.baseline, *wrong));
        }
    }
    if (options.stets) {
        for (const Loaded& l : reports) list_stets(l);
    }
    if (options.format == "text") {
        for (const Loaded& l : reports) show(l.analysis);
        print_summary(reports, hidden, options.watch);
        for (const Loaded& l : reports) hint_at_import(l);
    } else {
        const std::string out = in_format(options.format, reports);
        std::fwrite(out.data(), 1, out.size(), stdout);
    }
    int status = exit_clean;
    for (const Loaded& l : reports) {
        if (l.failed) return exit_failed;
        if (has_errors(l.analysis.diagnostics)) status = exit_errors;
    }
    return status;
}

/// Checks again after each change; comes back only where that cannot be.
int check_and_watch(const CheckOptions& options, const Filter& filter) {
    if (std::find(options.files.begin(), options.files.end(), "-") != options.files.end()) {
        return fail("standard input cannot be watched");
    }
    return fail(keep_watching([&] {
        std::vector<std::string> read;
        check_once(options, filter, read);
        return read;
    }));
}

}  // namespace

int check(const CheckOptions& options) {
    const auto filter = make_filter(options.deny, options.allow);
    if (!filter) return exit_failed;
    if (options.watch) return check_and_watch(options, *filter);
    std::vector<std::string> read;
    return check_once(options, *filter, read);
}

int fix(const CheckOptions& options) {
    const auto filter = make_filter(options.deny, options.allow);
    if (!filter) return exit_failed;
    int status = exit_clean;
    for (const std::string& file : options.files) {
        if (file == "-") {
            status = fail("standard input cannot be changed in place");
            continue;
        }
        AnalyseOptions analyse_options;
        analyse_options.spelling = false;
        Loaded loaded = load(file, options.framework_folder, analyse_options);
        if (loaded.failed) {
            show(loaded.analysis);
            status = exit_failed;
            continue;
        }
        filter->apply(loaded.analysis.diagnostics);
        const Fixed fixed = apply_fixes(loaded.analysis.sources->text(0), 0, loaded.analysis.diagnostics);
        if (!fixed.applied.empty()) {
            if (const auto wrong = write_file(file, fixed.text)) {
                status = fail(fmt::format("cannot write {}: {}", file, *wrong));
                continue;
            }
        }
        for (const Diagnostic* made : fixed.applied)
            fmt::print(stderr, "{}\n", fix_line(*made, *loaded.analysis.sources));
        const std::size_t count = fixed.applied.size();
        fmt::print(stderr, "{}: {} {} made{}\n", file, count, count == 1 ? "fix" : "fixes",
                   fixed.skipped > 0 ? fmt::format(", {} left for another run", fixed.skipped) : "");
    }
    return status;
}

}  // namespace stet::driver

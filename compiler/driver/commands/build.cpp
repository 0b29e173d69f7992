// stet build.
#include <fmt/format.h>
#include <malloc.h>
#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <future>
#include <utility>

#include "backends/html/html.hpp"
#include "backends/json/report_json.hpp"
#include "backends/pdf/pdf.hpp"
#include "compiler/base/render.hpp"
#include "compiler/driver/commands/report.hpp"
#include "compiler/driver/recording_world.hpp"
#include "compiler/driver/version.hpp"
#include "compiler/driver/watch.hpp"
#include "compiler/driver/write_file.hpp"

namespace stet::driver {

namespace {

struct Output {
    std::string path;
    FileWriter file;
};

std::string output_path(const BuildOptions& options, std::string_view extension) {
    std::string name = split_path(options.file).name;
    const std::size_t dot = name.rfind('.');
    if (dot != std::string::npos && dot > 0) name.resize(dot);
    return fmt::format("{}/{}.{}", options.out, name, extension);
}

std::optional<std::int64_t> source_date_epoch() {
    const char* text = std::getenv("SOURCE_DATE_EPOCH");
    if (text == nullptr || *text == '\0') return std::nullopt;
    char* end = nullptr;
    const long long value = std::strtoll(text, &end, 10);
    if (*end != '\0' || value < 0) return std::nullopt;
    return value;
}

/// "Line 12" in the report, "figures.csv, line 12" in a file that it takes in.
std::string line_words(const Sources& sources, Span place) {
    const std::uint32_t line = sources.line_column(place.file, place.begin).line;
    if (place.file == 0) return fmt::format("Line {}", line);
    return fmt::format("{}, line {}", split_path(std::string(sources.name(place.file))).name, line);
}

/// What a review copy says: all that a check says.
std::vector<publication::Remark> remarks(const BuildOptions& options, const Analysis& analysis) {
    std::vector<publication::Remark> out;
    if (!options.review) return out;
    for (const Diagnostic& d : analysis.diagnostics.all()) {
        out.push_back({d.span, d.severity, std::string(d.info->code), d.message,
                       line_words(*analysis.sources, d.span), d.help});
    }
    return out;
}

pdf::Options pdf_options(const BuildOptions& options, const Analysis& analysis) {
    pdf::Options out;
    if (!options.theme.empty()) out.theme = options.theme;
    out.paper = options.paper == "letter" ? pdf::Paper::letter : pdf::Paper::a4;
    out.large_print = options.large_print;
    out.justify = options.justify;
    out.draft = options.draft;
    out.review = options.review;
    out.threads = threads_for(options.jobs);
    out.source_date_epoch = source_date_epoch();
    out.version = version;
    out.notes = remarks(options, analysis);
    return out;
}

std::vector<json::CheckedFigure> checked_figures(const Analysis& analysis) {
    std::vector<json::CheckedFigure> out;
    for (const validators::FigureEntry& figure : analysis.ledger.figures) {
        out.push_back({figure.run, analysis.report.quantities[figure.run][figure.quantity].begin,
                       validators::status_name(figure.state.status)});
    }
    return out;
}

html::Options html_options(const BuildOptions& options, const Analysis& analysis) {
    html::Options out;
    if (!options.theme.empty()) out.theme = options.theme;
    out.draft = options.draft;
    out.remarks = remarks(options, analysis);
    return out;
}

/// What the framework says where the report says nothing, so that nobody publishes sentences unawares.
std::vector<std::string> added_wording(const publication::Publication& publication) {
    std::vector<std::string> out;
    const auto standard = [](const publication::Blocks& blocks) {
        return !blocks.empty() && blocks.front().standard_wording;
    };
    for (const publication::CoverGroup& group : publication.cover.groups) {
        if (standard(group.statement)) out.emplace_back("a statement on the cover");
        for (const publication::JudgementRow& row : group.rows) {
            if (standard(row.statement)) out.push_back(fmt::format("a statement on “{}”", row.title));
        }
    }
    for (const publication::Block& block : publication.body) {
        const auto* heading = std::get_if<publication::Heading>(&block.content);
        if (heading == nullptr || !block.standard_wording) continue;
        out.push_back(fmt::format("the section “{}”", publication::words_of(heading->title)));
    }
    return out;
}

/// The JSON gives parts of the report that no other output reads.
bool writes_json(const BuildOptions& options) {
    return std::find(options.to.begin(), options.to.end(), "json") != options.to.end();
}

/// Where outputs may be made while the report is still being checked: a second thread is there, no output
/// shows diagnostics, a build that errors block leaves no new folder behind, and the memory of both at once
/// is no matter.
bool may_check_meanwhile(const BuildOptions& options, const Analysis& analysis) {
    constexpr std::size_t short_report = 1U << 20U;  // bytes; a report has some 0.2 million
    return threads_for(options.jobs) > 1 && !options.review && access(options.out.c_str(), W_OK) == 0 &&
           analysis.sources->text(0).size() <= short_report;
}

/// Makes the outputs beside their places, which they take once all of them are whole. Stops where one cannot
/// be written. The checks may still be running if `meanwhile`.
std::vector<Output> emit(const BuildOptions& options, Analysis& analysis, const std::future<void>& checks,
                         bool meanwhile, World& world, std::vector<std::string>& added) {
    Diagnostics diagnostics;
    validators::check_labels_of_facts(analysis.report, diagnostics);
    const bool report_is_read = meanwhile || writes_json(options);
    publication::Publication publication = report_is_read ? compose(analysis) : compose_and_forget(analysis);
    added = added_wording(publication);
    std::vector<Output> out;
    for (const std::string& kind : options.to) {
        const std::string path = output_path(options, kind);
        out.push_back({path, FileWriter(path, Durability::rebuilt)});
        FileWriter& file = out.back().file;
        bool whole = true;
        if (kind == "json") {
            checks.wait();  // for the ledger
            file.write(json::write(analysis.report, publication, *analysis.sources, version,
                                   checked_figures(analysis)));
        } else if (kind == "html") {
            html::Result made = html::write(publication, html_options(options, analysis), world);
            whole = !made.bytes.empty();
            file.write(made.bytes);
            diagnostics.append(std::move(made.diagnostics));
        } else {
            const bool last = &kind == &options.to.back();
            pdf::Outcome made =
                pdf::write(last ? std::exchange(publication, publication::Publication()) : publication,
                           pdf_options(options, analysis), world,
                           [&](std::string_view bytes) { return file.write(bytes); });
            whole = made.whole;
            diagnostics.append(std::move(made.diagnostics));
        }
        if (!file.problem().empty()) break;
        if (!whole) out.pop_back();  // the diagnostics say why
    }
    checks.wait();
    analysis.diagnostics.append(std::move(diagnostics));
    analysis.diagnostics.sort();  // what two outputs say of one picture stands once
    return out;
}

/// What one build came to.
struct Built {
    Loaded loaded;
    std::vector<std::string> written;
    std::vector<std::string> added;  ///< wording of the framework that the report does not have
    std::string problem;             ///< why something could not be written
    bool blocked = false;            ///< errors stand, and no draft was asked for
};

Built build_once(const BuildOptions& options) {
    Built out;
    AnalyseOptions analysis;
    analysis.keep_words = writes_json(options);
    analysis.spelling = options.review;  // advice for those who write; a dictionary costs more than the PDF
    out.loaded = open_report(options.file, options.framework_folder, analysis);
    if (out.loaded.failed) return out;
    Diagnostics& diagnostics = out.loaded.analysis.diagnostics;
    DiskWorld checks_world(split_path(options.file).folder, options.framework_folder);
    const bool meanwhile = may_check_meanwhile(options, out.loaded.analysis);
    std::future<void> checks = std::async(meanwhile ? std::launch::async : std::launch::deferred,
                                          [&] { validate(out.loaded.analysis, checks_world, analysis); });
    if (!meanwhile) {
        mallopt(M_ARENA_MAX, 1);  // the threads that pack pages allocate little: no heaps of their own
        checks.wait();
        out.blocked = has_errors(diagnostics) && !options.draft;
        if (out.blocked) return out;
    }
    if (const auto wrong = make_folder(options.out)) {
        out.problem = fmt::format("cannot make {}: {}", options.out, *wrong);
        return out;
    }
    RecordingWorld world(split_path(options.file).folder, options.framework_folder);
    std::vector<Output> outputs = emit(options, out.loaded.analysis, checks, meanwhile, world, out.added);
    checks.get();
    for (std::string& read : world.files()) out.loaded.files.push_back(std::move(read));
    out.blocked = has_errors(diagnostics) && !options.draft;  // a picture may be missing
    if (out.blocked) return out;
    if (!outputs.empty() && !outputs.back().file.problem().empty()) {
        out.problem = fmt::format("cannot write {}: {}", outputs.back().path, outputs.back().file.problem());
        return out;
    }
    for (Output& output : outputs) {
        if (const auto wrong = output.file.commit()) {
            out.problem = fmt::format("cannot write {}: {}", output.path, *wrong);
            return out;
        }
        out.written.push_back(output.path);
    }
    return out;
}

/// "report.stet: 1 error; report.stet:12:3 G105 ...; report.pdf stays as it was": one line, whatever
/// happened.
std::string build_line(const BuildOptions& options, const Built& built) {
    const Analysis& analysis = built.loaded.analysis;
    std::string out = fmt::format("{}: {}", options.file, summary_line(analysis.diagnostics));
    const auto& all = analysis.diagnostics.all();
    const auto first = std::find_if(all.begin(), all.end(),
                                    [](const Diagnostic& d) { return d.severity == Severity::error; });
    if (first != all.end()) {
        const LineColumn place = analysis.sources->line_column(first->span.file, first->span.begin);
        out += fmt::format("; {}:{}:{} {} {}", analysis.sources->name(first->span.file), place.line,
                           place.column, first->info->code, first->message);
    }
    if (!built.problem.empty()) return fmt::format("{}; {}", out, built.problem);
    if (!built.blocked && !built.loaded.failed)
        return fmt::format("{}; {}", out, fmt::join(built.written, ", "));
    for (const std::string& kind : options.to) {
        const std::string path = output_path(options, kind);
        if (access(path.c_str(), F_OK) == 0) out += fmt::format("; {} stays as it was", path);
    }
    return out;
}

/// Queries and advice block nothing: a build only counts them.
void say_what_check_shows(const std::string& file, const Diagnostics& diagnostics) {
    const auto& all = diagnostics.all();
    if (std::any_of(all.begin(), all.end(),
                    [](const Diagnostic& d) { return d.severity < Severity::warning; }))
        fmt::print(stderr, "stet check {} shows the queries and the advice\n", file);
}

int build_and_watch(const BuildOptions& options) {
    if (options.file == "-") return fail("standard input cannot be watched");
    return fail(keep_watching([&] {
        Built built = build_once(options);
        fmt::print(stderr, "{} [{}]\n", build_line(options, built), time_of_day());
        return std::move(built.loaded.files);
    }));
}

}  // namespace

int build(const BuildOptions& options) {
    if (options.watch) return build_and_watch(options);
    const Built built = build_once(options);
    show(built.loaded.analysis, Severity::warning);
    if (built.loaded.failed) return exit_failed;
    const Diagnostics& diagnostics = built.loaded.analysis.diagnostics;
    fmt::print(stderr, "{}: {}\n", options.file, summary_line(diagnostics));
    if (!options.review) say_what_check_shows(options.file, diagnostics);
    if (built.blocked) {
        fmt::print(stderr, "Nothing is written while errors stand; --draft writes a marked draft.\n");
        return exit_errors;
    }
    if (!built.added.empty() && !built.written.empty()) {
        fmt::print(
            stderr,
            "The framework's wording is added: {} (`standard wording: no` in the header leaves it out)\n",
            fmt::join(built.added, ", "));
    }
    for (const std::string& path : built.written) fmt::print(stderr, "{}\n", path);
    if (!built.problem.empty()) return fail(built.problem);
    return has_errors(diagnostics) ? exit_errors : exit_clean;
}

}  // namespace stet::driver

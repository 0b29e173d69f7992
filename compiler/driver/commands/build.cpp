// stet build.
#include <fmt/format.h>

#include <cstdio>
#include <cstdlib>

#include "backends/json/report_json.hpp"
#include "backends/pdf/pdf.hpp"
#include "compiler/base/render.hpp"
#include "compiler/driver/commands/report.hpp"
#include "compiler/driver/disk_world.hpp"
#include "compiler/driver/version.hpp"
#include "compiler/driver/write_file.hpp"

namespace stet::driver {

namespace {

struct Output {
    std::string path;
    std::string bytes;
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

pdf::Options pdf_options(const BuildOptions& options, const Analysis& analysis) {
    pdf::Options out;
    if (!options.theme.empty()) out.theme = options.theme;
    out.paper = options.paper == "letter" ? pdf::Paper::letter : pdf::Paper::a4;
    out.large_print = options.large_print;
    out.justify = options.justify;
    out.draft = options.draft;
    out.review = options.review;
    out.threads = options.jobs;
    out.source_date_epoch = source_date_epoch();
    out.version = version;
    if (options.review) {
        for (const Diagnostic& d : analysis.diagnostics.all()) {
            out.notes.push_back({d.span, std::string(severity_name(d.severity)), std::string(d.info->code), d.message});
        }
    }
    return out;
}

/// Makes the outputs in memory; nothing is written until all of them are whole.
std::vector<Output> emit(const BuildOptions& options, Analysis& analysis, World& world) {
    const publication::Publication publication = compose(analysis);
    std::vector<Output> out;
    for (const std::string& kind : options.to) {
        if (kind == "json") {
            out.push_back({output_path(options, "json"),
                           json::write(analysis.report, publication, *analysis.sources, version)});
        } else {
            pdf::Result made = pdf::write(publication, pdf_options(options, analysis), world);
            analysis.diagnostics.append(std::move(made.diagnostics));
            out.push_back({output_path(options, "pdf"), std::move(made.bytes)});
        }
    }
    analysis.diagnostics.sort();
    return out;
}

}  // namespace

int build(const BuildOptions& options) {
    Loaded loaded = load(options.file, options.framework_folder, {});
    if (loaded.failed) {
        show(loaded.analysis);
        return exit_failed;
    }
    DiskWorld world(split_path(options.file).folder, options.framework_folder);
    const bool blocked = has_errors(loaded.analysis.diagnostics) && !options.draft;
    std::vector<Output> outputs;
    if (!blocked) outputs = emit(options, loaded.analysis, world);
    show(loaded.analysis);
    fmt::print(stderr, "{}: {}\n", options.file, summary_line(loaded.analysis.diagnostics));
    const bool errors = has_errors(loaded.analysis.diagnostics);
    if (errors && !options.draft) {
        fmt::print(stderr, "Nothing is written while errors stand; --draft writes a marked draft.\n");
        return exit_errors;
    }
    if (const auto wrong = make_folder(options.out)) return fail(fmt::format("cannot make {}: {}", options.out, *wrong));
    for (const Output& output : outputs) {
        if (const auto wrong = write_file(output.path, output.bytes)) {
            return fail(fmt::format("cannot write {}: {}", output.path, *wrong));
        }
        fmt::print(stderr, "{}\n", output.path);
    }
    return errors ? exit_errors : exit_clean;
}

}  // namespace stet::driver

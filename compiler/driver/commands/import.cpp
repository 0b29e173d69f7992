// stet import.
#include "compiler/import/import.hpp"

#include <fmt/format.h>

#include <cstdio>

#include "compiler/base/catalogue.hpp"
#include "compiler/base/render.hpp"
#include "compiler/driver/commands/report.hpp"
#include "compiler/driver/disk_world.hpp"
#include "compiler/driver/frameworks.hpp"
#include "compiler/driver/write_file.hpp"

namespace stet::driver {

namespace {

/// What a file holds that is no text; empty for text.
std::string_view other_than_text(std::string_view bytes) {
    if (bytes.starts_with("%PDF")) return "a PDF";
    if (bytes.starts_with("PK\x03\x04")) return "a word processor's file or an archive";
    return bytes.substr(0, 4096).find('\0') == std::string_view::npos ? "" : "a binary file";
}

}  // namespace

int import(const ImportOptions& options) {
    ReadResult read = read_regular_file(options.file);
    if (const auto* error = std::get_if<ReadError>(&read)) {
        return fail(fmt::format("cannot read {}: {}", options.file, error->reason));
    }
    DiskWorld world(split_path(options.file).folder, options.framework_folder);
    const std::vector<import::FrameworkHints> hints = import_hints(load_frameworks(world));
    Analysis shown;
    shown.sources = std::make_unique<Sources>();
    const FileId file = shown.sources->add(options.file, std::move(std::get<std::string>(read)));
    const std::string_view text = shown.sources->text(file);
    if (const std::string_view kind = other_than_text(text); !kind.empty()) {
        shown.diagnostics.add({file, 0, 0}, diag::not_plain_text, kind)
            .with_help(
                "`pdftotext report.pdf report.txt` gives the text of a PDF; a word processor saves as plain "
                "text");
        show(shown);
        return exit_errors;
    }
    const import::Imported imported = import::import_report(text, hints, options.framework);
    if (imported.too_long) {
        shown.diagnostics.add({file, 0, 0}, diag::text_too_long, import::max_bytes, import::max_lines);
        show(shown);
        return exit_errors;
    }
    if (imported.framework.empty()) shown.diagnostics.add({file, 0, 0}, diag::no_framework_recognised);
    for (const import::Difference& difference : imported.differences) {
        const std::uint32_t begin = shown.sources->line_start(file, difference.line);
        const Span line{
            file, begin,
            begin + static_cast<std::uint32_t>(shown.sources->line(file, difference.line).size())};
        if (difference.kind == import::Difference::left_out) {
            shown.diagnostics.add(line, diag::words_left_out, difference.words);
        } else {
            shown.diagnostics.add(line, diag::words_added, difference.words);
        }
    }
    for (const import::PageGoesBack& back : import::pages_going_back(imported)) {
        const std::uint32_t begin = shown.sources->line_start(file, back.line);
        const auto size = static_cast<std::uint32_t>(shown.sources->line(file, back.line).size());
        shown.diagnostics.add({file, begin, begin + size}, diag::contents_page_goes_back, back.page,
                              back.before);
    }
    show(shown);
    if (options.out.empty() || options.out == "-") {
        std::fwrite(imported.source.data(), 1, imported.source.size(), stdout);
    } else if (const auto wrong = write_file(options.out, imported.source)) {
        return fail(fmt::format("cannot write {}: {}", options.out, *wrong));
    }
    fmt::print(stderr, "{}: imported by {}; {} of page furniture left out, {}\n", options.file,
               imported.framework.empty() ? "no framework" : imported.framework,
               imported.left_out.size() == 1 ? "1 line" : fmt::format("{} lines", imported.left_out.size()),
               imported.differences.empty() ? "all other words kept" : summary_line(shown.diagnostics));
    return has_errors(shown.diagnostics) ? exit_errors : exit_clean;
}

}  // namespace stet::driver

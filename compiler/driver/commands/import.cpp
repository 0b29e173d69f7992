// stet import.
#include "compiler/import/import.hpp"

#include <fmt/format.h>

#include <cstdio>

#include "compiler/base/ascii.hpp"
#include "compiler/base/catalogue.hpp"
#include "compiler/base/render.hpp"
#include "compiler/driver/commands/report.hpp"
#include "compiler/driver/disk_world.hpp"
#include "compiler/driver/frameworks.hpp"
#include "compiler/driver/write_file.hpp"

namespace stet::driver {

int import(const ImportOptions& options) {
    Analysis shown;
    std::optional<std::string> read = read_plain_text(options.file, shown);
    if (!read) {
        show(shown);
        return exit_failed;
    }
    DiskWorld world(split_path(options.file).folder, options.framework_folder);
    const std::vector<import::FrameworkHints> hints = import_hints(load_frameworks(world));
    shown.sources = std::make_unique<Sources>();
    const FileId file = shown.sources->add(options.file, std::move(*read));
    const std::string_view text = shown.sources->text(file);
    if (ascii::trimmed(text, " \t\r\n\f\xEF\xBB\xBF").empty()) {
        shown.diagnostics.add({file, 0, 0}, diag::no_text)
            .with_help(
                "a PDF of scanned pages holds pictures only: its text must be recognised (OCR) before "
                "pdftotext "
                "can give it");
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
    } else {
        const Replaced replaced = write_file_with_backup(options.out, imported.source);
        if (!replaced.problem.empty())
            return fail(fmt::format("cannot write {}: {}", options.out, replaced.problem));
        if (!replaced.backup.empty())
            fmt::print(stderr, "{} was there and differs: the old one is kept as {}\n", options.out,
                       replaced.backup);
    }
    fmt::print(stderr, "{}: imported by {}; {} of page furniture left out, {}\n", options.file,
               imported.framework.empty() ? "no framework" : imported.framework,
               imported.left_out.size() == 1 ? "1 line" : fmt::format("{} lines", imported.left_out.size()),
               imported.differences.empty() ? "all other words kept" : summary_line(shown.diagnostics));
    return has_errors(shown.diagnostics) ? exit_errors : exit_clean;
}

}  // namespace stet::driver

// Diagnostics as text for a terminal: source line, carets, both sides, help.
#include "compiler/base/render.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "compiler/base/utf8.hpp"

namespace stet {

namespace {

struct Paint {
    bool on;
    [[nodiscard]] std::string operator()(std::string_view code, std::string_view text) const {
        return on ? fmt::format("\x1b[{}m{}\x1b[0m", code, text) : std::string(text);
    }
};

std::string_view colour_of(Severity severity) {
    switch (severity) {
        case Severity::error:
            return "1;31";
        case Severity::warning:
            return "1;33";
        case Severity::query:
            return "1;36";
        case Severity::advice:
            return "1;34";
    }
    return "0";
}

/// A source line ready to print, cut to a window of columns, and where the place stands in it.
struct Excerpt {
    std::string text;
    std::size_t caret = 0;
    std::size_t length = 1;
};

Excerpt excerpt(std::string_view line, std::size_t begin, std::size_t end, std::size_t width) {
    std::vector<std::string> cells;
    std::size_t first = 0;
    std::size_t last = 0;
    for (std::size_t at = 0; at < line.size();) {
        const utf8::Decoded d = utf8::decode(line, at);
        if (at < begin) first = cells.size() + 1;
        if (at < end) last = cells.size() + 1;
        const bool control = d.point < 0x20 || (d.point >= 0x7F && d.point < 0xA0);
        if (d.point == '\t')
            cells.emplace_back(" ");
        else if (!d.valid || control)
            cells.emplace_back("\xEF\xBF\xBD");
        else
            cells.emplace_back(line.substr(at, d.size));
        at += d.size;
    }
    last = std::max(last, first);
    std::size_t from = 0;
    if (cells.size() > width && last + 1 > width) from = first > width / 3 ? first - width / 3 : 0;
    const std::size_t to = std::min(cells.size(), from + width);
    Excerpt out;
    if (from > 0) out.text = "…";
    for (std::size_t i = from; i < to; ++i) out.text += cells[i];
    if (to < cells.size()) out.text += "…";
    out.caret = first - from + (from > 0 ? 1U : 0U);
    out.length = std::max<std::size_t>(1, std::min(last, to) - std::min(first, to));
    return out;
}

void print_place(std::string& out, const Sources& sources, Span span, std::string_view message, char mark,
                 std::string_view colour, const RenderOptions& options, std::size_t gutter, bool first) {
    const Paint paint{options.colour};
    const LineColumn place = sources.line_column(span.file, span.begin);
    const std::string pad(gutter, ' ');
    const std::string bar = paint("34", "|");
    out += fmt::format("{}{} {}:{}:{}\n", pad, paint("34", first ? "-->" : ":::"), sources.name(span.file),
                       place.line, place.column);
    const std::uint32_t start = sources.line_start(span.file, place.line);
    const std::string_view line = sources.line(span.file, place.line);
    if (line.empty() && message.empty()) return;
    const Excerpt shown = excerpt(line, span.begin - start,
                                  std::min<std::size_t>(span.end - start, line.size()), options.width);
    out += fmt::format("{} {}\n", pad, bar);
    out += fmt::format("{} {} {}\n", paint("34", fmt::format("{:>{}}", place.line, gutter)), bar, shown.text);
    const std::string carets =
        std::string(shown.length, mark) + (message.empty() ? "" : " ") + std::string(message);
    out += fmt::format("{} {} {}{}\n", pad, bar, std::string(shown.caret, ' '), paint(colour, carets));
}

}  // namespace

std::string render(const Diagnostic& diagnostic, const Sources& sources, const RenderOptions& options) {
    const Paint paint{options.colour};
    const std::string_view colour = colour_of(diagnostic.severity);
    std::string out =
        paint(colour, fmt::format("{}[{}]", severity_name(diagnostic.severity), diagnostic.info->code));
    out += paint("1", fmt::format(": {}", diagnostic.message)) + "\n";

    std::uint32_t highest = sources.line_column(diagnostic.span.file, diagnostic.span.begin).line;
    for (const Related& r : diagnostic.related) {
        highest = std::max(highest, sources.line_column(r.span.file, r.span.begin).line);
    }
    const std::size_t gutter = std::max<std::size_t>(2, std::to_string(highest).size());
    print_place(out, sources, diagnostic.span, "", '^', colour, options, gutter, true);
    for (const Related& r : diagnostic.related) {
        print_place(out, sources, r.span, r.message, '-', "34", options, gutter, false);
    }
    const std::string pad(gutter, ' ');
    const auto line_of = [&](std::string_view kind, std::string_view text) {
        out += fmt::format("{} {} {}: {}\n", pad, paint("34", "="), paint("1", kind), text);
    };
    for (const std::string& note : diagnostic.notes) line_of("note", note);
    if (!diagnostic.help.empty()) line_of("help", diagnostic.help);
    for (const Fix& fix : diagnostic.fixes) line_of("fix", fix.title);
    return out;
}

std::string summary_line(const Diagnostics& diagnostics) {
    std::array<std::size_t, 4> counts{};
    for (const Diagnostic& d : diagnostics.all()) ++counts[static_cast<std::size_t>(d.severity)];
    constexpr std::array<std::array<std::string_view, 2>, 4> words{{{"piece of advice", "pieces of advice"},
                                                                    {"query", "queries"},
                                                                    {"warning", "warnings"},
                                                                    {"error", "errors"}}};
    std::string out;
    for (std::size_t i = counts.size(); i-- > 0;) {
        if (counts[i] == 0) continue;
        if (!out.empty()) out += ", ";
        out += fmt::format("{} {}", counts[i], words[i][counts[i] == 1 ? 0 : 1]);
    }
    return out.empty() ? "no diagnostics" : out;
}

}  // namespace stet

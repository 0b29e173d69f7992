// Parts of the formatter: lines of the source, paragraph numbers, columns.
#include "grammar/format_parts.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

#include "compiler/base/utf8.hpp"
#include "grammar/lines.hpp"
#include "grammar/tables.hpp"

namespace stet::grammar {

namespace {

bool is_space(char c) {
    return c == ' ' || c == '\t';
}

/// Without the white space around it; a CR is white space only at the end of a line.
std::string_view trimmed(std::string_view words) {
    while (!words.empty() && is_space(words.front())) words.remove_prefix(1);
    while (!words.empty() && (is_space(words.back()) || words.back() == '\r')) words.remove_suffix(1);
    return words;
}

std::uint32_t value_of(std::string_view digits) {
    std::uint32_t value = 0;
    std::from_chars(digits.data(), digits.data() + digits.size(), value);
    return value;
}

}  // namespace

// ---- lines -------------------------------------------------------------------------------------------

SourceLines::SourceLines(std::string_view text) : text_(text) {
    for (std::size_t at = text.starts_with("\xEF\xBB\xBF") ? 3 : 0; at < text.size();) {
        const std::size_t stop = std::min(text.find('\n', at), text.size());
        const std::string_view line = text.substr(at, stop - at);
        const std::string_view words = trimmed(line);
        const auto begin = static_cast<std::uint32_t>(
            words.empty() ? at : static_cast<std::size_t>(words.data() - text.data()));
        lines_.push_back(
            {static_cast<std::uint32_t>(at), begin, begin + static_cast<std::uint32_t>(words.size())});
        at = stop + 1;
    }
}

std::size_t SourceLines::of(std::uint32_t offset) const {
    const auto after = std::upper_bound(lines_.begin(), lines_.end(), offset,
                                        [](std::uint32_t at, const Line& l) { return at < l.start; });
    return after == lines_.begin() ? 0 : static_cast<std::size_t>(after - lines_.begin()) - 1;
}

std::string_view SourceLines::words(std::size_t line) const {
    return text_.substr(lines_[line].begin, lines_[line].end - lines_[line].begin);
}

std::string_view SourceLines::tail(std::size_t line, std::uint32_t from) const {
    const Line& l = lines_[line];
    const std::uint32_t begin = std::clamp(from, l.begin, l.end);
    return trimmed(text_.substr(begin, l.end - begin));
}

std::string_view SourceLines::space_before(std::size_t line, std::string_view tail) const {
    if (tail.empty()) return "";
    const auto at = static_cast<std::size_t>(tail.data() - text_.data());
    return find_comment(text_, lines_[line].begin, lines_[line].end) == at ? "  " : " ";
}

// ---- numbers -----------------------------------------------------------------------------------------

void Numbers::restart(std::string_view number) {
    begun_ = written_next_ = !number.empty();
    const std::size_t stop = number.rfind('.');
    const std::size_t split = stop == std::string_view::npos ? 0 : stop + 1;
    prefix_ = number.substr(0, split);
    last_ = value_of(number.substr(split));
    if (written_next_ && last_ > 0) --last_;
    if (number.empty()) begun_ = true, prefix_.clear(), last_ = 0;
}

std::string Numbers::next(const ast::NumberedParagraph& paragraph) {
    const std::string_view written = paragraph.number.text;
    const bool first_of_part = std::exchange(part_, false);
    if (!renumber_) return std::string(written);
    if (paragraph.automatic) {
        ++last_;
        begun_ = true;
        return std::string(written);
    }
    const std::size_t stop = written.rfind('.');
    const std::size_t split = stop == std::string_view::npos ? 0 : stop + 1;
    const std::string_view prefix = written.substr(0, split);
    const std::uint32_t value = value_of(written.substr(split));
    const bool anew = !begun_ || prefix != prefix_ || (first_of_part && value == 1);
    last_ = anew ? value : last_ + 1;
    prefix_ = prefix;
    begun_ = true;
    return fmt::format("{}{}", prefix_, last_);
}

// ---- columns -----------------------------------------------------------------------------------------

std::string quote_line(std::string_view line) {
    const bool marked = line == ">" || line.starts_with("> ") || line.starts_with(">\t");
    if (!marked) return std::string(line);
    line.remove_prefix(std::min<std::size_t>(line.size(), 2));
    return line.empty() ? ">" : fmt::format("> {}", line);
}

std::size_t column_behind(const std::vector<std::string_view>& words) {
    constexpr std::size_t widest = 40;
    std::size_t longest = 0;
    for (const std::string_view word : words)
        longest = std::max(longest, std::min(widest, utf8::count(word)));
    return longest + 2;
}

std::string padded(std::string_view words, std::size_t column) {
    const std::size_t width = utf8::count(words);
    std::string out(words);
    out.append(column > width + 2 ? column - width : 2, ' ');
    return out;
}

namespace {

/// A row of a table with its comment apart.
struct FormatRow {
    std::vector<RawCell> cells;
    std::vector<ast::Align> alignment;
    std::string_view comment;
};

FormatRow read_row(std::string_view line) {
    const std::size_t comment = find_comment(line, 0, line.size());
    FormatRow row;
    row.comment = line.substr(comment);
    line = trimmed(line.substr(0, comment));
    row.alignment = read_alignment(line);
    row.cells = split_row(line);
    return row;
}

std::string fill(std::string_view words, std::size_t width, ast::Align align) {
    const std::size_t size = utf8::count(words);
    const std::size_t spare = width > size ? width - size : 0;
    const std::size_t left = align == ast::Align::right ? spare : align == ast::Align::centre ? spare / 2 : 0;
    return std::string(left, ' ') + std::string(words) + std::string(spare - left, ' ');
}

std::string ruler(ast::Align align, std::size_t width) {
    const bool left = align == ast::Align::left || align == ast::Align::centre;
    const bool right = align == ast::Align::right || align == ast::Align::centre;
    const std::size_t dashes = std::max<std::size_t>(width + 2, 5) - (left ? 1 : 0) - (right ? 1 : 0);
    return (left ? ":" : "") + std::string(dashes, '-') + (right ? ":" : "");
}

std::string write_row(const FormatRow& row, const std::vector<std::size_t>& widths,
                      const std::vector<ast::Align>& columns) {
    std::string out = "|";
    for (std::size_t column = 0; column < row.cells.size();) {
        if (!row.alignment.empty()) {
            out += ruler(row.alignment[column], widths[column]) + "|";
            ++column;
            continue;
        }
        std::size_t stop = column + 1;
        std::size_t room = widths[column];
        for (; stop < row.cells.size() && row.cells[stop].joined; ++stop)
            room += widths[stop] == 0 ? 0 : widths[stop] + 2;
        const ast::Align align =
            column < columns.size() && stop == column + 1 ? columns[column] : ast::Align::none;
        if (!row.cells[column].joined) out += " " + fill(row.cells[column].text, room, align) + " ";
        out.append(stop - column, '|');
        column = stop;
    }
    if (!row.comment.empty()) (out += "  ") += row.comment;
    return out;
}

}  // namespace

std::vector<std::string> align_rows(const std::vector<std::string_view>& rows) {
    constexpr std::size_t widest =
        240;  // beyond this, and in tables with very many columns, bars are not aligned
    std::vector<FormatRow> read;
    std::vector<std::size_t> widths;
    std::vector<ast::Align> columns;
    for (const std::string_view line : rows) {
        FormatRow& row = read.emplace_back(read_row(line));
        if (!columns.empty())
            row.alignment.clear();  // only the first sets the heading off
        else
            columns = row.alignment;
        if (row.cells.size() > widths.size()) widths.resize(row.cells.size(), 3);
        if (!row.alignment.empty()) continue;
        for (std::size_t i = 0; i < row.cells.size(); ++i) {
            const bool spans = row.cells[i].joined || (i + 1 < row.cells.size() && row.cells[i + 1].joined);
            if (!spans) widths[i] = std::max(widths[i], utf8::count(row.cells[i].text));
        }
    }
    std::size_t total = 0;
    for (const std::size_t width : widths) total += width + 3;
    if (total > widest) widths.assign(widths.size(), 0);
    std::vector<std::string> out;
    for (const FormatRow& row : read) out.push_back(write_row(row, widths, columns));
    return out;
}

}  // namespace stet::grammar

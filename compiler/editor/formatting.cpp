// Bringing a draft into canonical form.
#include "compiler/editor/formatting.hpp"

#include <algorithm>

#include "compiler/base/sources.hpp"
#include "grammar/format.hpp"
#include "grammar/parse.hpp"

namespace stet::editor {

namespace {

/// Lines with their ends.
std::vector<std::string_view> split_lines(std::string_view text) {
    std::vector<std::string_view> out;
    while (!text.empty()) {
        const std::size_t size = std::min(text.find('\n'), text.size() - 1) + 1;
        out.push_back(text.substr(0, size));
        text.remove_prefix(size);
    }
    return out;
}

/// How far the search for the next equal lines looks; keeps the whole linear. Formatting joins and splits the
/// lines of a paragraph, so the next equal ones are near.
constexpr std::size_t look_ahead = 64;
/// So many equal lines in a row end a changed stretch.
constexpr std::size_t anchor = 2;

bool equal_here(const std::vector<std::string_view>& a, std::size_t i, const std::vector<std::string_view>& b,
                std::size_t j) {
    for (std::size_t n = 0; n < anchor; ++n) {
        const bool a_ends = i + n >= a.size();
        const bool b_ends = j + n >= b.size();
        if (a_ends || b_ends) return a_ends && b_ends;
        if (a[i + n] != b[j + n]) return false;
    }
    return true;
}

/// Moves both to the nearest place where they go on alike; to the ends where there is none near.
void resynchronise(const std::vector<std::string_view>& a, std::size_t& i,
                   const std::vector<std::string_view>& b, std::size_t& j) {
    for (std::size_t distance = 1; distance <= look_ahead; ++distance) {
        for (std::size_t ahead = 0; ahead <= distance; ++ahead) {
            const std::size_t x = i + ahead;
            const std::size_t y = j + distance - ahead;
            if (x <= a.size() && y <= b.size() && equal_here(a, x, b, y)) {
                i = x, j = y;
                return;
            }
        }
    }
    i = a.size(), j = b.size();
}

}  // namespace

std::vector<Edit> line_edits(FileId file, std::string_view before, std::string_view after) {
    const std::vector<std::string_view> old_lines = split_lines(before);
    const std::vector<std::string_view> new_lines = split_lines(after);
    const auto offset = [](std::string_view text, const std::vector<std::string_view>& lines,
                           std::size_t line) {
        return static_cast<std::uint32_t>(line < lines.size() ? lines[line].data() - text.data()
                                                              : static_cast<std::ptrdiff_t>(text.size()));
    };
    std::vector<Edit> edits;
    std::size_t i = 0;
    std::size_t j = 0;
    while (i < old_lines.size() || j < new_lines.size()) {
        if (i < old_lines.size() && j < new_lines.size() && old_lines[i] == new_lines[j]) {
            ++i, ++j;
            continue;
        }
        const std::size_t from = i;
        const std::size_t first = j;
        resynchronise(old_lines, i, new_lines, j);
        const std::uint32_t begin = offset(after, new_lines, first);
        const std::uint32_t end = offset(after, new_lines, j);
        edits.push_back({{file, offset(before, old_lines, from), offset(before, old_lines, i)},
                         std::string(after.substr(begin, end - begin))});
    }
    return edits;
}

std::vector<Edit> format_edits(FileId file, std::string_view text) {
    Sources sources;
    Diagnostics diagnostics;
    const FileId id = sources.add("draft", std::string(text));
    const ast::Document document = grammar::parse(id, sources, diagnostics);
    return line_edits(file, text, grammar::format(document, sources, {false}));
}

}  // namespace stet::editor

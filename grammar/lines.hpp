// The lines of a file as the block parser needs them: indent, marker, contents, kind.
#pragma once

#include <cstdint>
#include <vector>

#include "grammar/context.hpp"

namespace stet::grammar {

/// What a line looks like by itself; whether it starts a block depends on what stands above it.
enum class LineKind : std::uint8_t {
    text,
    heading,    ///< `# ` to `#### `
    numbered,   ///< `12. `, `1.1 `, `1.1. `, `#. `
    bullet,     ///< `- `
    lettered,   ///< `(a) `, `(iv) `
    quote,      ///< `> `
    row,        ///< `| cell |`
    caption,    ///< `Table: `
    footnote,   ///< `[^name]: `
    directive,  ///< `@name`
};

/// A line that is neither blank nor only a comment.
struct Line {
    std::uint32_t begin = 0;    ///< first byte after the indent
    std::uint32_t mark = 0;     ///< end of the marker, without white space
    std::uint32_t content = 0;  ///< first byte after the marker and white space; `end` where there is none
    std::uint32_t end = 0;      ///< without trailing white space and comment
    std::uint16_t indent = 0;   ///< in columns; a tab goes to the next multiple of 4
    LineKind kind = LineKind::text;
    bool blank_before = false;  ///< a blank line (or the start of the file) stands above
};

/// Splits the file into lines and says what each looks like. Reports bytes that are not UTF-8, control
/// characters and more than ast::max_lines lines. Comments go to `comments`, in order.
std::vector<Line> split_lines(Context& context, std::vector<ast::Word>& comments);

/// Where the comment of the line whose words are [begin, end) starts, or `end`: at the first word or after
/// two spaces.
std::size_t find_comment(std::string_view text, std::size_t begin, std::size_t end);

/// Sets kind, mark and content of a line whose begin and end are set.
void classify(std::string_view text, Line& line);

}  // namespace stet::grammar

// Parts of the formatter: lines of the source, paragraph numbers, columns.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "compiler/ast/ast.hpp"
#include "grammar/format.hpp"

namespace stet::grammar {

/// Every line of a file, blank ones and comments too.
class SourceLines {
  public:
    explicit SourceLines(std::string_view text);

    [[nodiscard]] std::size_t count() const { return lines_.size(); }
    /// The line that holds a byte.
    [[nodiscard]] std::size_t of(std::uint32_t offset) const;
    [[nodiscard]] bool blank(std::size_t line) const { return lines_[line].begin == lines_[line].end; }
    /// The line without white space at its ends.
    [[nodiscard]] std::string_view words(std::size_t line) const;
    /// Bytes of white space before the words.
    [[nodiscard]] std::size_t indent(std::size_t line) const {
        return lines_[line].begin - lines_[line].start;
    }
    /// The line from a byte on, without white space at its ends.
    [[nodiscard]] std::string_view tail(std::size_t line, std::uint32_t from) const;
    /// What stands between words and the tail of a line: nothing, a space, or two before a comment.
    [[nodiscard]] std::string_view space_before(std::size_t line, std::string_view tail) const;

  private:
    struct Line {
        std::uint32_t start;  ///< of the line
        std::uint32_t begin;  ///< of its words
        std::uint32_t end;
    };
    std::string_view text_;
    std::vector<Line> lines_;
};

/// The numbers of numbered paragraphs: as written, or counted on.
class Numbers {
  public:
    explicit Numbers(bool renumber) : renumber_(renumber) {}

    void heading(std::uint8_t level) { part_ = part_ || level == 1; }
    void restart(std::string_view number);
    /// The number of the next paragraph, without a final stop; "#" stays.
    std::string next(const ast::NumberedParagraph& paragraph);

  private:
    bool renumber_;
    bool begun_ = false;
    bool part_ = false;          ///< a part has begun, and no number stands in it yet
    bool written_next_ = false;  ///< `@restart 12`: the next is 12
    std::string prefix_;
    std::uint32_t last_ = 0;
};

/// The canonical form without the check that nothing is lost.
std::string lay_out(const ast::Document& document, const Sources& sources, FormatOptions options);
/// What two documents must have in common for one to be the other's form: everything but spans, line ends,
/// the white space of wrapped lines and, where they are renumbered, numbers.
std::string essence(const ast::Document& document, bool numbers);

/// A line of a quotation: `> words` where it has its mark, else as it stands.
std::string quote_line(std::string_view line);
/// Where the column behind these words begins: two spaces after the longest.
std::size_t column_behind(const std::vector<std::string_view>& words);
/// Words filled up with spaces to a column, at least two.
std::string padded(std::string_view words, std::size_t column);

/// The rows of a table with their bars below each other. A comment behind a row stays there.
std::vector<std::string> align_rows(const std::vector<std::string_view>& rows);

}  // namespace stet::grammar

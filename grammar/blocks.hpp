// The block parser: lines to blocks.
#pragma once

#include <vector>

#include "grammar/context.hpp"
#include "grammar/lines.hpp"

namespace stet::grammar {

/// What encloses the present line; decides which lines start a block without a blank line above.
struct Enclosing {
    std::uint32_t items = 0;                ///< bullets and lettered items
    std::uint32_t notes = 0;                ///< footnote bodies
    std::vector<std::string_view> letters;  ///< markers of the lettered items
    std::vector<ParagraphNumber> numbers;   ///< of the numbered paragraphs
};

/// Turns lines into blocks. One object reads one list of lines, front to back; each line is taken once.
class BlockParser {
  public:
    BlockParser(Context& context, const std::vector<Line>& lines, std::uint32_t depth)
        : context_(context), lines_(lines), depth_(depth) {}

    /// The `key: value` lines at the top (header.cpp).
    std::vector<ast::HeaderField> header();
    /// Passes over a header at the top of an included file and reports it (header.cpp).
    void refuse_header();
    /// Blocks up to the end, or to the first line indented by less than `least`.
    ast::Blocks blocks(std::uint32_t least);

  private:
    [[nodiscard]] bool done() const { return at_ >= lines_.size(); }
    [[nodiscard]] const Line& line() const { return lines_[at_]; }
    [[nodiscard]] std::string_view view(const Line& l) const { return context_.view(l.begin, l.end); }

    void block(std::uint32_t least, ast::Blocks& out);
    ast::Block heading();
    ast::Block paragraph();
    ast::Block numbered();
    ast::Block list(std::uint32_t least);
    ast::Block quote();
    ast::Block footnote();
    ast::Block table();      // tables.cpp
    ast::Block directive();  // directives.cpp

    /// The paragraph that starts at byte `first` of the present line, and goes on in the lines below.
    ast::Block text(std::uint32_t first);
    /// The blocks of a marked line: the paragraph beside the marker, then what is indented below it.
    ast::Blocks item_body(const Line& marker);
    /// Whether this line, straight below a line of a paragraph, starts a block.
    [[nodiscard]] bool interrupts(const Line& l) const;
    [[nodiscard]] bool below_colon() const;
    void check_wrapped_line(const Line& l) const;
    void check_first_line(const Line& l) const;
    [[nodiscard]] bool is_in_list(const Line& l, std::string_view mark) const;

    Context& context_;
    const std::vector<Line>& lines_;
    std::size_t at_ = 0;
    std::uint32_t depth_ = 0;
    Enclosing enclosing_;
};

/// The lines of a table; the caption may be absent, the rows too (reported).
struct TableLines {
    const Line* caption = nullptr;
    std::vector<Line> rows;
};
ast::Block read_table(Context& context, const TableLines& lines);

/// A directive: its first line and the lines indented below it.
struct DirectiveLines {
    Line head;
    std::vector<Line> body;
};
ast::Block read_directive(Context& context, const DirectiveLines& lines, std::uint32_t depth);

/// Whether Stet itself knows a directive of that name.
bool is_directive(std::string_view name);

/// Reads lines that stand by themselves: of a file, a quotation or a box.
ast::Blocks parse_blocks(Context& context, const std::vector<Line>& lines, std::uint32_t depth);

}  // namespace stet::grammar

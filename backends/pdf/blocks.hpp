// Blocks of a publication to strips of the galley.
#pragma once

#include <vector>

#include "backends/pdf/inlines.hpp"
#include "backends/pdf/setter.hpp"

namespace stet::pdf {

using Strips = std::vector<Strip>;

/// How a text becomes strips.
struct TextPlace {
    Type type = Type::body;
    Column column;
    float gap = 0;  ///< above the first line
    TextAlign align = TextAlign::left;
    NodeId notes_parent = no_node;  ///< where footnotes of the text go in the structure
};

/// Sets text below `node` and appends a strip a line, with its footnotes made ready. Widows and orphans are
/// forbidden.
void set_text(Setter& setter, const publication::Text& text, const TextPlace& place, NodeId node,
              Strips& out);

/// Strips for lines that are already broken.
void append_lines(Setter& setter, std::vector<Line> lines, const TextPlace& place, Strips& out);

/// Sets one block and what it contains. Nesting beyond a limit is set flat.
void set_block(Setter& setter, const publication::Block& block, const Column& column, NodeId parent,
               Strips& out);
void set_blocks(Setter& setter, const publication::Blocks& blocks, const Column& column, NodeId parent,
                Strips& out);

/// What it costs to part a block from the next, given what it cost before the block. A heading holds what it
/// heads; where that is one line, or where a text leads into a list, the next is held too.
/// `strips` is how many the block was set in.
Penalty hold_after(const publication::Block& block, const publication::Block& next, Penalty before,
                   std::size_t strips);

/// Places the anchor of an id on the strip `first` of `out`, if there is one.
void place_anchor(Setter& setter, std::string_view id, std::size_t first, Strips& out);

void set_table(Setter& setter, const publication::Block& block, const publication::Table& table,
               const Column& column, NodeId parent, Strips& out);
void set_chart(Setter& setter, const publication::Chart& chart, const Column& column, NodeId parent,
               Strips& out);
void set_image(Setter& setter, const publication::Image& image, const Column& column, NodeId parent,
               Strips& out);

/// Caption text after its label: "Table 2: Children looked after".
void set_caption(Setter& setter, const std::string& label, const publication::Text& text,
                 const Column& column, NodeId caption, float gap, Strips& out);

/// Words in a tinted frame, for what cannot be shown: a bad picture, a chart without values.
Strip stand_in(Setter& setter, const std::string& words, const Column& column, NodeId leaf);

/// No column gets narrower through indents.
constexpr float least_width = 60;

/// The column moved to the right, but never too narrow to hold text.
Column indented(const Column& column, float by);

/// Sets a label such as a number or a bullet before the first line of what follows at `first`.
void put_label(Setter& setter, Strips& out, std::size_t first, const std::string& words, Segment segment,
               float x, Type type);

/// Makes a footnote's strips ready; each is set once, where its first mark stands.
void set_note(Setter& setter, std::uint32_t index, NodeId parent);

/// Makes the footnotes of a line ready and enters them, and its anchors `y` below the top, in the strip.
void take_marks(Setter& setter, const Line& line, float y, NodeId notes_parent, Strip& strip);

/// Moves the items of a line to a place in a strip.
void place_line(Line line, float x, float y, std::vector<Item>& items);

Drawing rectangle(float left, float top, float right, float bottom, Colour colour, NodeId leaf = no_node);
Drawing rule(float left, float right, float y, float width, Colour colour, NodeId leaf = no_node);
/// A grade's shape, centred at (x, y), `radius` from the centre to the edge.
Drawing grade_shape(Shape shape, float x, float y, float radius, Colour colour, NodeId leaf = no_node);

}  // namespace stet::pdf

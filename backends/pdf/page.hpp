// Values between layout and writing: text runs, drawings, strips of a galley, finished pages. Lengths are in
// points; y grows downwards from the top of the page or of the strip.
#pragma once

#include <cstdint>
#include <string>
#include <variant>
#include <vector>

#include "backends/pdf/fonts.hpp"
#include "backends/pdf/structure.hpp"
#include "backends/pdf/theme.hpp"

namespace stet::pdf {

using LinkId = std::uint32_t;
using AnchorId = std::uint32_t;
constexpr std::uint32_t none = 0xFFFFFFFF;

/// Words on one line in one style that belong to one leaf. A word space is a word of its own.
struct TextRun {
    float x = 0;
    float y = 0;  ///< of the baseline
    float width = 0;
    float size = 11;
    float space = 0;  ///< width of a word space in points
    Colour colour;
    NodeId leaf = no_node;
    LinkId link = none;
    bool cited = false;        ///< underlined as a cited figure
    bool soft_hyphen = false;  ///< the last word is a hyphen that the line break put in
    std::vector<WordId> words;
};

/// A vector shape. `points` are pairs (x, y): a rectangle's two corners, a polygon's corners, a line's
/// points, a disc's centre followed by (radius, 0).
struct Drawing {
    enum class Kind : std::uint8_t { rectangle, polygon, line, disc };
    Kind kind = Kind::rectangle;
    bool filled = true;
    bool stroked = false;
    float width = 0.5F;  ///< of the stroke
    Colour colour;
    NodeId leaf = no_node;
    std::vector<float> points;
};

struct Picture {
    std::uint32_t image = 0;
    float x = 0;
    float y = 0;
    float width = 0;
    float height = 0;
    NodeId leaf = no_node;
};

using Item = std::variant<TextRun, Drawing, Picture>;

/// A place that links and bookmarks lead to.
struct AnchorPlace {
    AnchorId anchor = 0;
    float y = 0;
};

/// The place of a figure, for its BBox; `node` is no_node where a strip holds none.
struct FigureBox {
    NodeId node = no_node;
    float left = 0;
    float top = 0;
    float right = 0;
    float bottom = 0;
};

/// A text in the margin of a review copy.
struct MarginNote {
    std::vector<Item> items;
    float height = 0;
};

/// A heading that running heads and bookmarks speak of.
struct Mark {
    std::uint8_t level = 0;        ///< 0 for none
    std::uint32_t heading = none;  ///< index in Galley::headings
};

/// Cost of a page break before a strip; `never_break` forbids it.
using Penalty = std::int32_t;
constexpr Penalty within_text = 4;  ///< between lines of a paragraph that may be parted

/// An unbreakable band of the galley, as wide as the page: x is absolute, y relative to the strip's top.
struct Strip {
    float height = 0;
    float gap = 0;  ///< space above, dropped at the top of a page
    Penalty break_before = 0;
    bool page_before = false;    ///< begins a page
    bool line = false;           ///< a line of text that a draft numbers
    bool head = false;           ///< belongs to the head rows of its table
    bool row = false;            ///< begins a row in the body of a table
    bool opens = false;          ///< begins what readers see as new: a heading, a table, a figure
    std::uint32_t frame = none;  ///< innermost box that it stands in
    std::uint32_t table = none;  ///< table whose head rows are repeated when a page begins with this strip
    Mark mark;
    std::vector<Item> items;
    std::vector<std::uint32_t> notes;  ///< footnotes whose marks stand here
    std::vector<AnchorPlace> anchors;
    std::vector<MarginNote> margin;
    FigureBox figure;
};

/// A box behind strips. It is drawn once a page, as high as its strips there.
struct Frame {
    std::uint32_t parent = none;
    float left = 0;
    float right = 0;
    Colour fill;
    bool filled = true;
    bool bar = false;  ///< a bar at the left edge
    Colour bar_colour;
    bool ruled = false;   ///< rules at top and bottom
    float pad_above = 0;  ///< how far it reaches above its first strip on a page
    float pad_below = 0;
};

enum class PageKind : std::uint8_t { cover, contents, body };

/// Why something on a page is no part of the text (ISO 32000-1, 14.8.2.2).
enum class Artifact : std::uint8_t { layout, header, footer, watermark, background };

struct ArtifactGroup {
    Artifact kind = Artifact::layout;
    std::vector<Item> items;
};

/// A finished page in painting order: artifacts behind, the text in reading order, artifacts in front.
struct Page {
    std::uint32_t index = 0;
    PageKind kind = PageKind::body;
    float width = 0;
    float height = 0;
    std::vector<ArtifactGroup> behind;
    std::vector<Item> items;
    std::vector<ArtifactGroup> front;
    std::vector<AnchorPlace> anchors;
};

}  // namespace stet::pdf

// Running text to lines: styles, break opportunities, shaping, line breaking.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "backends/pdf/linebreak.hpp"
#include "backends/pdf/page.hpp"
#include "backends/pdf/setter.hpp"

namespace stet::pdf {

/// Of a line that ends at a no-break space: only where nothing else is possible.
constexpr std::int32_t no_break_space_cost = 3000;

/// How a stretch of text is shown and which leaf it belongs to.
struct Segment {
    FontId font = 0;
    float size = 11;
    float rise = 0;
    Colour colour;
    NodeId leaf = no_node;
    LinkId link = none;
    bool cited = false;         ///< a figure that leads to its row in the annex of facts
    std::uint32_t note = none;  ///< the footnote whose mark this is
    AnchorId anchor = none;     ///< placed where this segment begins
};

/// What a break item shows; in parallel with Inlines::items.
struct Atom {
    std::uint32_t segment = 0;
    std::uint32_t begin = 0;  ///< text in Inlines::text
    std::uint32_t end = 0;
    WordId word = no_word;
    bool joins = false;  ///< continues the word of the box before it, if no line ends between (hyphenation)
};

/// A paragraph ready to be broken into lines.
struct Inlines {
    std::string text;
    std::vector<Segment> segments;
    std::vector<BreakItem> items;
    std::vector<Atom> atoms;
};

struct Line {
    std::vector<TextRun> runs;  ///< x from 0, y 0 at the baseline
    float width = 0;
    std::vector<std::uint32_t> notes;
    std::vector<AnchorId> anchors;
};

enum class TextAlign : std::uint8_t { left, centre, right };

/// Appends resolved text in the given kind of type below `parent`: leaves, links, references and note marks
/// are added to the structure in reading order.
void add_text(Setter& setter, Inlines& inlines, const publication::Text& text, Type type, NodeId parent);

/// The same with another colour or as artifact: plain words for one leaf.
void add_words(Setter& setter, Inlines& inlines, std::string_view words, const Segment& segment,
               Span source = {});

/// The segment of plain text of a type.
Segment plain_segment(const Setter& setter, Type type, NodeId leaf);

/// Lines of a type in a column `width` wide. Those of headings, titles and captions are even.
Measure measure_of(const Setter& setter, Type type, float width);

/// Breaks and fills lines. Words wider than a line are divided anywhere.
std::vector<Line> set_lines(Setter& setter, Inlines& inlines, const Measure& measure,
                            TextAlign align = TextAlign::left);

/// One unbreakable line of plain words, for labels; its width is in `Line::width`.
Line set_label(Setter& setter, std::string_view words, const Segment& segment);

/// Width of the longest word, of the longest part that holds together and of the whole text on one line.
struct Extent {
    float word = 0;
    float least = 0;
    float most = 0;
};
Extent extent(const Inlines& inlines);

/// All pieces' text, without notes, for descriptions and bookmarks.
std::string plain_text(const Setter& setter, const publication::Text& text);

/// Baseline below the top of a line of that type, so that capitals stand in its middle.
float baseline(const Setter& setter, Type type);

}  // namespace stet::pdf

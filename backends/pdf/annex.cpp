// The annex of cited facts: a table in which each source heads its figures.
#include <algorithm>
#include <tuple>

#include "backends/pdf/frontmatter.hpp"

namespace stet::pdf {

namespace {

using publication::Cell;
using publication::FactRow;
using publication::Text;

Text words(std::string_view text) {
    publication::Piece piece;
    piece.text = text;
    return {std::move(piece)};
}

/// Short values and dates stay on one line.
Text unbroken(std::string text) {
    constexpr std::size_t longest = 18;
    if (text.size() > longest) return words(text);
    for (std::size_t at = 0; (at = text.find(' ', at)) != std::string::npos;) text.replace(at, 1, "\xC2\xA0");
    return words(text);
}

Cell cell(Text text, bool heading, std::uint16_t columns = 1) {
    Cell made;
    made.text = std::move(text);
    made.heading = heading;
    made.columns = columns;
    return made;
}

/// Links to the places that cite a fact, in reading order: numbered paragraphs first, then others by page.
Text citations(const Setter& setter, const FactRow& fact) {
    struct Place {
        bool unnumbered = false;
        Anchor anchor;
        std::string label;
        const std::string* id;
    };
    std::vector<Place> places;
    for (const std::string& id : fact.cited_in) {
        const AnchorId anchor = setter.galley.find_anchor(id);
        if (anchor == none) continue;
        const Anchor place = setter.galley.anchors[anchor];
        const auto number = setter.paragraph_labels.find(id);
        const bool unnumbered = number == setter.paragraph_labels.end() || number->second.empty();
        places.push_back({unnumbered, place,
                          unnumbered ? "page\xC2\xA0" + std::to_string(place.page + 1) : number->second,
                          &id});
    }
    std::stable_sort(places.begin(), places.end(), [](const Place& a, const Place& b) {
        return std::tuple(a.unnumbered, a.anchor.page, a.anchor.y) <
               std::tuple(b.unnumbered, b.anchor.page, b.anchor.y);
    });
    Text text;
    for (const Place& place : places) {
        publication::Piece piece;
        piece.text = place.label;
        piece.target = *place.id;
        if (!text.empty() && text.back().text == piece.text) continue;
        if (!text.empty()) text.push_back(words(", ").front());
        text.push_back(std::move(piece));
    }
    return text;
}

}  // namespace

NodeId set_own_heading(Setter& setter, unsigned level, std::string_view title, std::string_view id,
                       Strips& out) {
    publication::Block block;
    block.id = id;
    publication::Heading heading;
    heading.level = static_cast<decltype(heading.level)>(level);
    heading.title = words(title);
    block.content = heading;
    set_block(setter, block, setter.body_column(), setter.document, out);
    return setter.sections.back().second;
}

namespace {

/// The table, with the fact of each row of its body; null for the head of a source.
struct Annex {
    publication::Table table;
    std::vector<const FactRow*> facts;

    void add_group(const Setter& setter, const std::vector<const FactRow*>& group, std::uint16_t columns) {
        if (!group.front()->source.empty()) {
            table.body.push_back({cell(words(group.front()->source), true, columns)});
            facts.push_back(nullptr);
        }
        for (const FactRow* fact : group) {
            table.body.push_back({cell(words(fact->label.empty() ? fact->name : fact->label), true),
                                  cell(unbroken(fact->date), false), cell(unbroken(fact->value), false),
                                  cell(words(fact->calculation), false),
                                  cell(citations(setter, *fact), false)});
            facts.push_back(fact);
        }
    }
};

Annex make_annex(const Setter& setter) {
    using publication::Align;
    Annex annex;
    annex.table.columns = {Align::left, Align::left, Align::right, Align::left, Align::left};
    annex.table.head.emplace_back();
    for (const char* name : {"Figure", "At or in", "Value", "Calculation", "Cited in"})
        annex.table.head.back().push_back(cell(words(name), true));
    for (const auto& group : publication::by_source(setter.publication.facts))
        annex.add_group(setter, group, static_cast<std::uint16_t>(annex.table.columns.size()));
    return annex;
}

}  // namespace

Strips set_annex(Setter& setter) {
    Strips strips;
    if (setter.publication.facts.empty()) return strips;
    const NodeId section = set_own_heading(setter, setter.top_level, annex_title, annex_id, strips);
    const Annex annex = make_annex(setter);
    publication::Block block;
    block.content = annex.table;
    const std::size_t first = strips.size();
    // From the left edge of the headings on: five columns want the room.
    set_block(setter, block, setter.full_column(), section, strips);
    // Each row is the place that a cited figure's link leads to.
    std::size_t row = 0;
    for (std::size_t i = first; i < strips.size() && row < annex.facts.size(); ++i) {
        if (!strips[i].row) continue;
        if (annex.facts[row] != nullptr) place_anchor(setter, annex.facts[row]->id, i, strips);
        ++row;
    }
    return strips;
}

}  // namespace stet::pdf

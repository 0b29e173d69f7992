// The annex of cited facts: a table in which each source heads its figures.
#include <algorithm>
#include <tuple>
#include <utility>

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

/// One table of the annex, with the fact of each row of its body; null for the head of a source.
struct Annex {
    publication::Table table;
    std::vector<const FactRow*> facts;

    Annex() {
        using publication::Align;
        table.columns = {Align::left, Align::left, Align::right, Align::left, Align::left};
        table.head.emplace_back();
        for (const char* name : {"Figure", "At or in", "Value", "Calculation", "Cited in"})
            table.head.back().push_back(cell(words(name), true));
    }

    void add_source(const std::string& source) {
        if (source.empty()) return;
        table.body.push_back({cell(words(source), true, static_cast<std::uint16_t>(table.columns.size()))});
        facts.push_back(nullptr);
    }

    void add_fact(const Setter& setter, const FactRow& fact) {
        table.body.push_back({cell(words(fact.label.empty() ? fact.name : fact.label), true),
                              cell(unbroken(fact.date), false), cell(unbroken(fact.value), false),
                              cell(words(fact.calculation), false), cell(citations(setter, fact), false)});
        facts.push_back(&fact);
    }

    /// Sets the table. Each row is the place that a cited figure's link leads to.
    void set(Setter& setter, NodeId section, Strips& strips) {
        publication::Block block;
        block.content = std::move(table);
        const std::size_t first = strips.size();
        // From the left edge of the headings on: five columns want the room.
        set_block(setter, block, setter.full_column(), section, strips);
        std::size_t row = 0;
        for (std::size_t i = first; i < strips.size() && row < facts.size(); ++i) {
            if (!strips[i].row) continue;
            if (facts[row] != nullptr) place_anchor(setter, facts[row]->id, i, strips);
            ++row;
        }
        if (setter.spent == nullptr) return;
        for (const FactRow* fact : facts) {
            if (fact != nullptr)
                setter.spent->facts[static_cast<std::size_t>(fact - setter.publication.facts.data())] = {};
        }
    }
};

}  // namespace

void set_annex(Setter& setter, const std::function<void(Strips&&)>& sink) {
    constexpr std::size_t longest_table = 1000;  // rows; more of them are tables one below another
    if (setter.publication.facts.empty()) return;
    Strips strips;
    const NodeId section = set_own_heading(setter, setter.top_level, annex_title, annex_id, strips);
    Annex annex;
    for (const auto& group : publication::by_source(setter.publication.facts)) {
        annex.add_source(group.front()->source);
        for (const FactRow* fact : group) {
            if (annex.facts.size() >= longest_table) {
                std::exchange(annex, Annex()).set(setter, section, strips);
                sink(std::exchange(strips, Strips()));
                annex.add_source(fact->source);
            }
            annex.add_fact(setter, *fact);
        }
    }
    annex.set(setter, section, strips);
    sink(std::move(strips));
}

}  // namespace stet::pdf

// Contents with leaders and page numbers, and the annex of cited facts.
#include <algorithm>

#include "backends/pdf/frontmatter.hpp"

namespace stet::pdf {

namespace {

constexpr float number_room = 34;

publication::Text words(std::string text) {
    publication::Piece piece;
    piece.text = std::move(text);
    return {std::move(piece)};
}

/// A first-level heading that the report's body does not have.
NodeId set_own_heading(Setter& setter, const std::string& title, Strips& out) {
    publication::Block block;
    publication::Heading heading;
    heading.title = words(title);
    block.content = heading;
    set_block(setter, block, setter.body_column(), setter.document, out);
    return setter.sections.back().second;
}

void set_entry(Setter& setter, const publication::ContentsEntry& entry, const Column& column, NodeId toc,
               Contents& contents) {
    Structure& structure = setter.galley.structure;
    const AnchorId anchor = setter.galley.find_anchor(entry.target);
    const NodeId item = structure.add(toc, Tag::toci);
    NodeId holder = structure.add(item, Tag::reference);
    LinkId link = none;
    const std::string title = entry.number.empty() ? entry.title : entry.number + " " + entry.title;
    if (anchor != none) {
        holder = structure.add(holder, Tag::link);
        setter.galley.links.push_back({holder, {}, anchor, title});
        link = static_cast<LinkId>(setter.galley.links.size() - 1);
    }
    const bool top = entry.level <= 1;
    const Type type = top ? Type::h4 : Type::body;
    Segment look = plain_segment(setter, type, structure.leaf(holder));
    look.link = link;
    if (top) look.colour = setter.theme.ink(Ink::accent);
    Inlines inlines;
    add_words(setter, inlines, title + " ", look);
    const float indent =
        static_cast<float>(std::min<unsigned>(entry.level, 6) - std::min(1U, unsigned{entry.level})) * 16;
    const Column place{column.left + indent, column.width - indent - number_room};
    const std::size_t first = contents.strips.size();
    append_lines(setter, set_lines(setter, inlines, {place.width, place.width, false}),
                 {type, place, top ? 9.0F : 2.2F, TextAlign::left, item}, contents.strips);
    if (contents.strips.size() == first) return;
    for (std::size_t i = first + 1; i < contents.strips.size(); ++i)
        contents.strips[i].break_before = never_break;
    float end = place.left;
    for (const Item& part : contents.strips.back().items) {
        if (const auto* run = std::get_if<TextRun>(&part)) end = std::max(end, run->x + run->width);
    }
    contents.rows.push_back({contents.strips.size() - 1, anchor, look.leaf, link, entry.level, end});
}

}  // namespace

Contents set_contents(Setter& setter) {
    Contents contents;
    if (setter.publication.contents.empty()) return contents;
    const NodeId section = set_own_heading(setter, "Contents", contents.strips);
    Column column = setter.full_column();
    column.width = std::min(column.width, setter.theme.number + setter.theme.measure);
    contents.right = column.left + column.width;
    const NodeId toc = setter.galley.structure.add(section, Tag::toc);
    for (const publication::ContentsEntry& entry : setter.publication.contents) {
        set_entry(setter, entry, column, toc, contents);
    }
    return contents;
}

void number_contents(Setter& setter, Contents& contents) {
    for (const Contents::Row& row : contents.rows) {
        if (row.anchor == none) continue;
        const std::uint32_t page = setter.galley.anchors[row.anchor].page;
        if (page == none) continue;
        const Type type = row.level <= 1 ? Type::h4 : Type::body;
        Segment look = plain_segment(setter, type, row.leaf);
        look.link = row.link;
        if (row.level <= 1) look.colour = setter.theme.ink(Ink::accent);
        Line number = set_label(setter, std::to_string(page + 1), look);
        const float left = contents.right - number.width;
        Strip& strip = contents.strips[row.strip];
        const float base = baseline(setter, type);
        Segment dots = plain_segment(setter, Type::small, no_node);
        const Line dot = set_label(setter, ".", dots);
        const float step = dot.width + 2.4F;
        // Leaders stand on one grid, so that those of all rows are in line.
        float x = contents.right - number_room + 8;
        while (x > row.text_end + 6) {
            Line copy = dot;
            place_line(std::move(copy), x, base, strip.items);
            x -= step;
        }
        place_line(std::move(number), left, base, strip.items);
    }
}

Strips set_annex(Setter& setter) {
    Strips strips;
    const auto& facts = setter.publication.facts;
    if (facts.empty()) return strips;
    set_own_heading(setter, "Figures in this report and their sources", strips);
    const NodeId section = setter.sections.back().second;
    publication::Table table;
    table.columns = {publication::Align::left, publication::Align::right, publication::Align::left,
                     publication::Align::left};
    const auto cell = [](publication::Text text, bool heading) {
        publication::Cell made;
        made.text = std::move(text);
        made.heading = heading;
        return made;
    };
    table.head.push_back({cell(words("Figure"), true), cell(words("Value"), true),
                          cell(words("Source and calculation"), true), cell(words("Cited in"), true)});
    for (const publication::FactRow& fact : facts) {
        publication::Text source = words(fact.source);
        if (!fact.date.empty())
            source.push_back(words((fact.source.empty() ? "" : ", ") + fact.date).front());
        if (!fact.calculation.empty()) {
            if (fact.source.empty() && fact.date.empty()) source.clear();
            if (!source.empty()) source.back().line_break = true;
            source.push_back(words(fact.calculation).front());
        }
        publication::Text cited;
        for (std::size_t i = 0; i < fact.cited_in.size(); ++i) {
            const auto label = setter.paragraph_labels.find(fact.cited_in[i]);
            publication::Piece piece;
            piece.text = label == setter.paragraph_labels.end() ? std::to_string(i + 1) : label->second;
            piece.target = fact.cited_in[i];
            if (i > 0) cited.push_back(words(", ").front());
            cited.push_back(piece);
        }
        table.body.push_back({cell(words(fact.label.empty() ? fact.name : fact.label), true),
                              cell(words(fact.value), false), cell(std::move(source), false),
                              cell(std::move(cited), false)});
    }
    publication::Block block;
    block.content = table;
    const std::size_t first = strips.size();
    set_block(setter, block, setter.body_column(), section, strips);
    // Each row is the place that a cited figure's link leads to.
    std::size_t row = 0;
    for (std::size_t i = first; i < strips.size() && row < facts.size(); ++i) {
        if (!strips[i].row) continue;
        place_anchor(setter, facts[row++].id, i, strips);
    }
    return strips;
}

}  // namespace stet::pdf

// Contents with leaders and page numbers.
#include <algorithm>

#include "backends/pdf/frontmatter.hpp"

namespace stet::pdf {

namespace {

constexpr float number_room = 34;

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
    setter.unhyphenated([&] { add_words(setter, inlines, title + " ", look); });
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
    const NodeId section = set_own_heading(setter, "Contents", {}, contents.strips);
    Column column = setter.full_column();
    column.width = std::min(column.width, setter.theme.number + setter.theme.measure);
    contents.right = column.left + column.width;
    const NodeId toc = setter.galley.structure.add(section, Tag::toc);
    for (const publication::ContentsEntry& entry : setter.publication.contents) {
        set_entry(setter, entry, column, toc, contents);
    }
    if (!setter.publication.facts.empty())
        set_entry(setter, {1, {}, std::string(annex_title), std::string(annex_id)}, column, toc, contents);
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

}  // namespace stet::pdf

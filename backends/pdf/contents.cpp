// Contents with leaders and page numbers.
#include <algorithm>
#include <cmath>

#include "backends/pdf/frontmatter.hpp"
#include "backends/pdf/review.hpp"
#include "compiler/publication/walk.hpp"

namespace stet::pdf {

namespace {

constexpr int fewest_dots = 3;  // fewer look like a slip
constexpr std::string_view contents_title = "Contents";

/// Of the column of page numbers, with the space before it.
float number_room(const Setter& setter) {
    return setter.type(Type::body).size * 3.1F;
}

/// A heading that is a sentence has no stop before its leaders.
std::string entry_title(const publication::ContentsEntry& entry) {
    std::string title = entry.number.empty() ? entry.title : entry.number + " " + entry.title;
    const std::size_t space = title.rfind(' ');
    constexpr std::size_t least = 4;  // letters of a word that is no abbreviation
    const bool sentence = space != std::string::npos && title.size() - space > least + 1 &&
                          title.back() == '.' && title[title.size() - 2] != '.';
    if (sentence) title.pop_back();
    return title;
}

/// Sizes and spaces of an entry by its level below the report's largest headings, from 0.
struct EntryLook {
    Type type = Type::body;
    float gap = 0;
    float indent = 0;
};

EntryLook look_of(const Setter& setter, std::uint8_t level) {
    const unsigned below = std::min(6U, level - std::min<unsigned>(level, setter.top_level));
    constexpr float gaps[] = {10, 4.5F, 1.6F};
    return {below == 0 ? Type::h4 : Type::body, gaps[std::min(below, 2U)], static_cast<float>(below) * 16};
}

Segment entry_segment(const Setter& setter, const EntryLook& look, NodeId leaf, LinkId link) {
    Segment segment = plain_segment(setter, look.type, leaf);
    segment.link = link;
    if (look.type == Type::h4) segment.colour = setter.theme.ink(Ink::accent);
    return segment;
}

void set_entry(Setter& setter, const publication::ContentsEntry& entry, const Column& column, NodeId toc,
               Contents& contents) {
    Structure& structure = setter.galley.structure;
    const AnchorId anchor = setter.galley.find_anchor(entry.target);
    const NodeId item = structure.add(toc, Tag::toci);
    NodeId holder = structure.add(item, Tag::reference);
    LinkId link = none;
    const std::string title = entry_title(entry);
    if (anchor != none) {
        holder = structure.add(holder, Tag::link);
        setter.galley.links.push_back({holder, {}, anchor, title});
        link = static_cast<LinkId>(setter.galley.links.size() - 1);
    }
    const EntryLook look = look_of(setter, entry.level);
    const Segment segment = entry_segment(setter, look, structure.leaf(holder), link);
    Inlines inlines;
    setter.unhyphenated([&] { add_words(setter, inlines, title + " ", segment); });
    const Column place{column.left + look.indent, column.width - look.indent - number_room(setter)};
    const std::size_t first = contents.strips.size();
    append_lines(setter, set_lines(setter, inlines, {place.width, place.width, false, true}),
                 {look.type, place, look.gap, TextAlign::left, item}, contents.strips);
    if (contents.strips.size() == first) return;
    for (std::size_t i = first + 1; i < contents.strips.size(); ++i)
        contents.strips[i].break_before = never_break;
    float end = place.left;
    for (const Item& part : contents.strips.back().items) {
        if (const auto* run = std::get_if<TextRun>(&part)) end = std::max(end, run->x + run->width);
    }
    contents.rows.push_back({contents.strips.size() - 1, anchor, segment.leaf, link, entry.level, end});
}

/// The heading of contents that stand on the cover: smaller than that of a page of their own.
NodeId set_cover_heading(Setter& setter, const Column& column, Strips& out) {
    Structure& structure = setter.galley.structure;
    const NodeId section = structure.add(setter.document, Tag::sect);
    const NodeId node = structure.add(section, Tag::h1);
    structure.texts_of(node).title = contents_title;
    Inlines inlines;
    add_words(setter, inlines, contents_title, plain_segment(setter, Type::h3, structure.leaf(node)));
    append_lines(setter, set_lines(setter, inlines, {column.width, column.width, false}),
                 {Type::h3, column, setter.type(Type::h3).leading * 1.6F, TextAlign::left, section}, out);
    const AnchorId anchor = setter.galley.new_anchor();
    out.back().anchors.push_back({anchor, 0});
    setter.galley.headings.push_back({1, std::string(contents_title), anchor, node});
    return section;
}

using Entries = std::vector<publication::ContentsEntry>;

Contents set_entries(Setter& setter, const Entries& entries, bool on_cover) {
    Contents contents;
    contents.on_cover = on_cover;
    const Column column = setter.full_column();
    contents.right = column.left + column.width;
    const NodeId section = on_cover ? set_cover_heading(setter, column, contents.strips)
                                    : set_own_heading(setter, 1, contents_title, {}, contents.strips);
    const std::size_t first = contents.strips.size();
    const NodeId toc = setter.galley.structure.add(section, Tag::toc);
    for (const publication::ContentsEntry& entry : entries) set_entry(setter, entry, column, toc, contents);
    if (first == contents.strips.size()) return contents;
    contents.strips[first].gap = on_cover ? 5.0F : 14.0F;
    contents.strips[first].break_before = never_break;
    return contents;
}

float height_of(const Setter& setter, const Entries& entries, bool on_cover) {
    Rehearsal rehearsal(setter);
    float height = 0;
    for (const Strip& strip : set_entries(rehearsal.setter, entries, on_cover).strips)
        height += strip.height + strip.gap;
    return height;
}

/// True where a report has so few words that its headings are found without contents.
bool is_short(const publication::Publication& publication) {
    constexpr std::size_t two_pages = 5000;  // bytes of text
    constexpr std::size_t heading = 200;     // what a heading's room would hold
    std::size_t size = 0;
    const auto add = [&](const publication::Text& text) {
        for (const publication::Piece& piece : text) size += piece.text.size();
    };
    publication::for_each_block(publication.body, [&](const publication::Block& block) {
        if (const auto* paragraph = std::get_if<publication::Paragraph>(&block.content)) {
            add(paragraph->text);
        } else if (const auto* table = std::get_if<publication::Table>(&block.content)) {
            for (const auto& row : table->body)
                for (const publication::Cell& cell : row) add(cell.text);
        } else {
            size += heading;
        }
    });
    return size < two_pages;
}

}  // namespace

Contents set_contents(Setter& setter, float room) {
    Entries entries = setter.publication.contents;
    if (entries.empty() || is_short(setter.publication)) return {};
    const auto add = [&](std::string_view title, std::string_view id) {
        entries.push_back({setter.top_level, {}, std::string(title), std::string(id)});
    };
    if (!setter.publication.facts.empty()) add(annex_title, annex_id);
    if (has_other_remarks(setter)) add(remarks_title, remarks_id);
    constexpr std::size_t most_on_page = 60;
    if (entries.size() > most_on_page) return set_entries(setter, entries, false);
    if (height_of(setter, entries, true) <= room) return set_entries(setter, entries, true);
    // Two levels on one page serve better than three on two.
    Entries upper = entries;
    std::erase_if(upper, [&](const publication::ContentsEntry& e) { return e.level > setter.top_level + 1; });
    const float page = setter.text_height();
    if (height_of(setter, entries, false) > page && height_of(setter, upper, false) <= page)
        entries = std::move(upper);
    return set_entries(setter, entries, false);
}

void number_contents(Setter& setter, Contents& contents) {
    for (const Contents::Row& row : contents.rows) {
        if (row.anchor == none) continue;
        const std::uint32_t page = setter.galley.anchors[row.anchor].page;
        if (page == none) continue;
        const EntryLook look = look_of(setter, row.level);
        Line number =
            set_label(setter, std::to_string(page + 1), entry_segment(setter, look, row.leaf, row.link));
        const float left = contents.right - number.width;
        Strip& strip = contents.strips[row.strip];
        const float base = baseline(setter, look.type);
        Segment dots = plain_segment(setter, Type::small, no_node);
        const Line dot = set_label(setter, ".", dots);
        const float step = dot.width + 2.4F;
        // Leaders stand on one grid, so that those of all rows are in line.
        const float last = contents.right - number_room(setter) + 8;
        const int dots_that_fit = static_cast<int>(std::ceil((last - row.text_end - 6) / step));
        for (int i = 0; dots_that_fit >= fewest_dots && i < dots_that_fit; ++i) {
            Line copy = dot;
            place_line(std::move(copy), last - static_cast<float>(i) * step, base, strip.items);
        }
        place_line(std::move(number), left, base, strip.items);
    }
}

}  // namespace stet::pdf

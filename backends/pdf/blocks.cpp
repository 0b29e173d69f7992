// Headings, paragraphs, lists, quotes, boxes and footnotes to strips.
#include "backends/pdf/blocks.hpp"

#include <algorithm>

#include "backends/pdf/review.hpp"
#include "compiler/base/catalogue.hpp"

namespace stet::pdf {

namespace {

using publication::Block;

constexpr std::uint32_t deepest = 24;  // nesting of blocks that still indents
constexpr float bullet_indent = 15;
constexpr Penalty within_item = 40;  // between the blocks of one item or paragraph
constexpr Penalty after_lead = 500;  // between "... the following:" and its list
constexpr Penalty lone_item = 150;   // leaves one short item of a list on a page

Tag heading_tag(unsigned level) {
    constexpr Tag tags[] = {Tag::h1, Tag::h2, Tag::h3, Tag::h4};
    return tags[std::clamp(level, 1U, 4U) - 1];
}

Type heading_type(unsigned level) {
    constexpr Type types[] = {Type::h1, Type::h2, Type::h3, Type::h4};
    return types[std::clamp(level, 1U, 4U) - 1];
}

/// The last character of a text that is no space; notes do not count.
char last_character(const publication::Text& text) {
    for (auto piece = text.rbegin(); piece != text.rend(); ++piece) {
        const std::size_t end = piece->text.find_last_not_of(' ');
        if (!piece->note && end != std::string::npos) return piece->text[end];
    }
    return 0;
}

/// True where a text waits for the list that follows: it ends with a colon, or with a word.
bool leads_into(const publication::Text& text, const Block& next) {
    const char last = last_character(text);
    const bool lists = std::holds_alternative<publication::List>(next.content) ||
                       std::holds_alternative<publication::NumberedParagraph>(next.content);
    const bool word = (last >= 'a' && last <= 'z') || (last >= 'A' && last <= 'Z');
    return last == ':' || (word && lists);
}

const publication::Text* paragraph_text(const Block& block) {
    const auto* paragraph = std::get_if<publication::Paragraph>(&block.content);
    return paragraph == nullptr ? nullptr : &paragraph->text;
}

NodeId open_section(Setter& setter, unsigned level, NodeId parent) {
    auto& open = setter.sections;
    while (!open.empty() && open.back().first >= level) open.pop_back();
    const NodeId above = open.empty() ? setter.document : open.back().second;
    // Headings inside boxes and quotes open no section.
    if (parent != setter.document && (open.empty() || parent != open.back().second) && setter.depth > 1)
        return parent;
    const NodeId section = setter.galley.structure.add(above, Tag::sect);
    open.emplace_back(static_cast<std::uint8_t>(level), section);
    return section;
}

void set_heading(Setter& setter, const Block& block, const publication::Heading& heading,
                 const Column& column, NodeId parent, Strips& out) {
    const bool nested = setter.depth > 1;
    const unsigned wanted = std::clamp<unsigned>(heading.level, 1, 4);
    const unsigned level = std::min(wanted, setter.last_level + 1U);  // no level is skipped (PDF/UA-1, 7.4.2)
    const NodeId section = nested ? parent : open_section(setter, level, parent);
    if (!nested) setter.last_level = static_cast<std::uint8_t>(level);
    const NodeId node = setter.galley.structure.add(section, nested ? Tag::p : heading_tag(level));
    const Type type = heading_type(wanted);
    const TypeStyle& style = setter.type(type);
    Inlines inlines;
    if (!heading.number.empty()) {
        const Segment number = plain_segment(setter, type, setter.galley.structure.leaf(node));
        add_words(setter, inlines, heading.number + "\xC2\xA0\xC2\xA0", number);
    }
    setter.unhyphenated([&] { add_text(setter, inlines, heading.title, type, node); });
    const Column place{nested ? column.left : column.left - column.hang,
                       column.width + (nested ? 0 : column.hang)};
    const std::size_t first = out.size();
    const float gap = wanted == 1 ? style.leading * 1.3F : style.leading * (wanted == 2 ? 1.25F : 1.0F);
    append_lines(setter, set_lines(setter, inlines, measure_of(setter, type, place.width)),
                 {type, place, gap, TextAlign::left, section}, out);
    if (first == out.size()) return;
    for (std::size_t i = first + 1; i < out.size(); ++i) out[i].break_before = never_break;
    out[first].opens = true;
    if (nested) return;
    if (wanted == 1) {
        Drawing bar = rectangle(place.left, -9, place.left + 40, -5.5F, setter.theme.ink(Ink::accent));
        out[first].items.insert(out[first].items.begin(), bar);
    }
    AnchorId anchor = setter.galley.find_anchor(block.id);
    if (anchor == none) {
        anchor = setter.galley.new_anchor();
        out[first].anchors.push_back({anchor, 0});
    }
    const std::string title = plain_text(setter, heading.title);
    setter.galley.structure.texts_of(node).title = title;
    out[first].mark = {static_cast<std::uint8_t>(wanted),
                       static_cast<std::uint32_t>(setter.galley.headings.size())};
    setter.galley.headings.push_back({static_cast<std::uint8_t>(level),
                                      heading.number.empty() ? title : heading.number + " " + title, anchor,
                                      node});
}

void set_paragraph(Setter& setter, const publication::Text& text, const Column& column, NodeId parent,
                   Strips& out) {
    const NodeId node = setter.galley.structure.add(parent, Tag::p);
    set_text(setter, text, {column.text, column, setter.theme.paragraph_gap, TextAlign::left, parent}, node,
             out);
}

void set_numbered(Setter& setter, const publication::NumberedParagraph& paragraph, const Column& column,
                  NodeId parent, Strips& out) {
    const Column inner = column.hang >= setter.theme.number ? column : indented(column, setter.theme.number);
    Structure& structure = setter.galley.structure;
    const std::size_t first = out.size();
    const NodeId node = structure.add(parent, Tag::p);
    Segment number = plain_segment(setter, column.text, structure.leaf(structure.add(node, Tag::lbl)));
    number.font = setter.fonts.font(Face::label);
    number.colour = setter.theme.ink(Ink::accent);
    const publication::Text* lead = paragraph.body.empty() ? nullptr : paragraph_text(paragraph.body.front());
    if (lead != nullptr) {
        set_text(setter, *lead, {column.text, inner, setter.theme.paragraph_gap, TextAlign::left, parent},
                 node, out);
        place_anchor(setter, paragraph.body.front().id, first, out);
        if (first < out.size()) put_remarks(setter, &paragraph.body.front(), parent, out[first]);
    }
    put_label(setter, out, first, paragraph.number, number, inner.left - setter.theme.number, column.text);
    if (out[first].gap == 0) out[first].gap = setter.theme.paragraph_gap;
    for (std::size_t i = lead == nullptr ? 0 : 1; i < paragraph.body.size(); ++i) {
        const std::size_t begin = out.size();
        set_block(setter, paragraph.body[i], inner, parent, out);
        if (begin == out.size()) continue;
        const bool follows = i == 1 && lead != nullptr && leads_into(*lead, paragraph.body[i]);
        out[begin].break_before = std::max(out[begin].break_before, follows ? after_lead : within_item);
    }
}

float label_indent(Setter& setter, const publication::List& list, const Segment& look) {
    float widest = 0;
    for (const publication::ListItem& item : list.items) {
        widest = std::max(widest, set_label(setter, item.label, look).width);
    }
    return std::max(bullet_indent * look.size / 11, widest + look.size * 0.5F);
}

/// Bullets in bullets are dashes, so that the eye sees the level.
std::string_view list_label(const Setter& setter, const publication::ListItem& item) {
    return item.label == "\u2022" && setter.list_depth % 2 == 1 ? std::string_view("\u2013") : item.label;
}

void set_list(Setter& setter, const publication::List& list, const Column& column, NodeId parent,
              Strips& out) {
    Structure& structure = setter.galley.structure;
    const NodeId node = structure.add(parent, Tag::l);
    structure.attributes_of(node).numbering = list.lettered ? Numbering::lower_alpha : Numbering::disc;
    const Segment look = plain_segment(setter, column.text, no_node);
    const Column inner = indented(column, label_indent(setter, list, look));
    std::vector<std::size_t> begins;
    for (const publication::ListItem& item : list.items) {
        const NodeId entry = structure.add(node, Tag::li);
        Segment label = look;
        label.leaf = structure.leaf(structure.add(entry, Tag::lbl));
        label.colour = setter.theme.ink(Ink::accent);
        const NodeId body = structure.add(entry, Tag::lbody);
        const std::size_t first = out.size();
        ++setter.list_depth;
        set_blocks(setter, item.body, inner, body, out);
        --setter.list_depth;
        put_label(setter, out, first, std::string(list_label(setter, item)), label, column.left, column.text);
        out[first].gap = setter.theme.paragraph_gap * (begins.empty() ? 0.65F : 0.5F);
        begins.push_back(first);
    }
    if (begins.size() < 2) return;
    // Items of several lines want more space between them than a list of short ones.
    if (out.size() - begins.front() > begins.size() * 5 / 2) {
        for (std::size_t i = 1; i < begins.size(); ++i)
            out[begins[i]].gap = setter.theme.paragraph_gap * 0.8F;
    }
    // A break after the first item or before the last would leave it alone.
    if (begins[1] - begins[0] <= 2) out[begins[1]].break_before = lone_item;
    if (out.size() - begins.back() <= 2) out[begins.back()].break_before = lone_item;
}

/// Gives the strips from `first` on a frame; those that already stand in one get it as the outermost.
void put_frame(Setter& setter, const Frame& frame, std::size_t first, Strips& out) {
    auto& frames = setter.galley.frames;
    const auto index = static_cast<std::uint32_t>(frames.size());
    frames.push_back(frame);
    for (std::size_t i = first; i < out.size(); ++i) {
        if (out[i].frame == none) {
            out[i].frame = index;
            continue;
        }
        std::uint32_t outer = out[i].frame;
        while (frames[outer].parent != none && frames[outer].parent != index) outer = frames[outer].parent;
        if (outer != index) frames[outer].parent = index;
    }
}

void set_quote(Setter& setter, const publication::Quote& quote, const Column& column, NodeId parent,
               Strips& out) {
    const NodeId node = setter.galley.structure.add(parent, Tag::blockquote);
    const std::size_t first = out.size();
    const Column inner = indented(column, 18);
    set_blocks(setter, quote.body, inner, node, out);
    if (first == out.size()) return;
    Frame frame;
    frame.left = column.left + 4;
    frame.right = column.left + column.width;
    frame.filled = false;
    frame.bar = true;
    frame.bar_colour = setter.theme.ink(Ink::rule);
    put_frame(setter, frame, first, out);
}

void set_box(Setter& setter, const publication::Box& box, const Column& column, NodeId parent, Strips& out) {
    constexpr float padding = 13;
    constexpr float below = 5;  // on every page that the box is on
    const NodeId node = setter.galley.structure.add(parent, Tag::div);
    const std::size_t first = out.size();
    Column inner = indented(column, padding + 3);
    inner.width = std::max(least_width, inner.width - padding);
    if (!box.title.empty()) {
        const NodeId title = setter.galley.structure.add(node, Tag::p);
        set_text(setter, box.title, {Type::h4, inner, 0, TextAlign::left, node}, title, out);
    }
    const std::size_t body = out.size();
    set_blocks(setter, box.body, inner, node, out);
    if (first == out.size()) return;
    if (body > first && body < out.size()) out[body].break_before = never_break;
    if (body < out.size()) out[body].gap = std::min(out[body].gap, 4.0F);
    Strip end;  // the padding at the foot belongs to the box
    end.height = padding - 3 - below;
    end.break_before = never_break;
    out.push_back(end);
    Frame frame;
    frame.left = column.left;
    frame.right = column.left + column.width;
    frame.fill = setter.theme.ink(Ink::tint);
    frame.bar = true;
    frame.bar_colour = setter.theme.ink(Ink::accent);
    frame.pad_above = padding - 3;
    frame.pad_below = below;
    out[first].gap = setter.theme.paragraph_gap * 1.4F + padding;
    put_frame(setter, frame, first, out);
    Strip space;  // keeps what follows at a distance
    space.height = below + setter.theme.paragraph_gap * 0.4F;
    space.break_before = never_break;
    out.push_back(space);
}

void set_content(Setter& setter, const Block& block, const Column& column, NodeId parent, Strips& out) {
    struct Visit {
        Setter& setter;
        const Block& block;
        const Column& column;
        NodeId parent;
        Strips& out;
        void operator()(const publication::Heading& b) const {
            set_heading(setter, block, b, column, parent, out);
        }
        void operator()(const publication::Paragraph& b) const {
            set_paragraph(setter, b.text, column, parent, out);
        }
        void operator()(const publication::NumberedParagraph& b) const {
            set_numbered(setter, b, column, parent, out);
        }
        void operator()(const publication::List& b) const { set_list(setter, b, column, parent, out); }
        void operator()(const publication::Quote& b) const { set_quote(setter, b, column, parent, out); }
        void operator()(const publication::Table& b) const {
            set_table(setter, block, b, column, parent, out);
        }
        void operator()(const publication::Box& b) const { set_box(setter, b, column, parent, out); }
        void operator()(const publication::Chart& b) const { set_chart(setter, b, column, parent, out); }
        void operator()(const publication::Image& b) const { set_image(setter, b, column, parent, out); }
    };
    std::visit(Visit{setter, block, column, parent, out}, block.content);
}

}  // namespace

void set_blocks(Setter& setter, const publication::Blocks& blocks, const Column& column, NodeId parent,
                Strips& out) {
    Penalty hold = 0;
    for (std::size_t i = 0; i < blocks.size(); ++i) {
        const std::size_t first = out.size();
        set_block(setter, blocks[i], column, parent, out);
        if (first == out.size()) continue;
        out[first].break_before = std::max(out[first].break_before, hold);
        hold = i + 1 < blocks.size() ? hold_after(blocks[i], blocks[i + 1], hold, out.size() - first) : 0;
    }
}

Penalty hold_after(const Block& block, const Block& next, Penalty before, std::size_t strips) {
    if (std::holds_alternative<publication::Heading>(block.content)) return never_break;
    const auto* numbered = std::get_if<publication::NumberedParagraph>(&block.content);
    const bool has_body = numbered != nullptr && !numbered->body.empty();
    const publication::Text* text = paragraph_text(has_body ? numbered->body.back() : block);
    if (text == nullptr) return 0;
    return (before == never_break && strips == 1) || leads_into(*text, next) ? after_lead : 0;
}

void set_block(Setter& setter, const Block& block, const Column& column, NodeId parent, Strips& out) {
    const std::size_t first = out.size();
    ++setter.depth;
    Column flat = column;
    if (setter.depth > deepest) flat = setter.body_column();
    if (setter.depth <= 2 * deepest) {
        set_content(setter, block, flat, parent, out);
    } else {
        setter.diagnostics.add(block.source, diag::layout_too_deep, 2 * deepest);
    }
    --setter.depth;
    place_anchor(setter, block.id, first, out);
    if (first < out.size()) put_remarks(setter, &block, parent, out[first]);
}

}  // namespace stet::pdf

// Remarks of a review copy.
#include "backends/pdf/review.hpp"

#include <algorithm>

#include "backends/pdf/frontmatter.hpp"

namespace stet::pdf {

namespace {

std::string head_words(const ReviewNote& remark) {
    return std::string(severity_name(remark.severity)) + " " + remark.code + ": ";
}

std::string help_words(const ReviewNote& remark) {
    return remark.help.empty() ? std::string() : ". Suggestion: " + remark.help;
}

MarginNote margin_note(Setter& setter, const ReviewNote& remark, NodeId parent) {
    constexpr float least_width = 60;
    const float left = setter.full_column().left + setter.theme.number + setter.theme.measure + 14;
    const float width = std::max(least_width, setter.page_width - left - 16);
    const NodeId node = setter.galley.structure.add(parent, Tag::p);
    Segment look = plain_segment(setter, Type::running, setter.galley.structure.leaf(node));
    look.colour = setter.theme.ink(remark.severity == Severity::error ? Ink::accent : Ink::text);
    Inlines inlines;
    Segment head = look;
    head.font = setter.fonts.font(Face::bold);
    add_words(setter, inlines, head_words(remark), head);
    add_words(setter, inlines, remark.text, look);
    constexpr std::size_t short_help = 120;  // bytes that a margin has room for
    if (!remark.help.empty() && remark.help.size() <= short_help) {
        Segment suggestion = look;
        suggestion.font = setter.fonts.font(Face::italic);
        add_words(setter, inlines, help_words(remark), suggestion);
    }
    MarginNote note;
    for (Line& line : set_lines(setter, inlines, {width, width, false})) {
        place_line(std::move(line), left, note.height + baseline(setter, Type::running), note.items);
        note.height += setter.type(Type::running).leading;
    }
    note.items.insert(note.items.begin(),
                      rectangle(left - 6, 1, left - 4.5F, note.height + 1, setter.theme.ink(Ink::accent)));
    note.height += 4;
    return note;
}

}  // namespace

void place_remarks(Setter& setter) {
    if (!setter.options.review) return;
    for (const ReviewNote& remark : setter.options.notes) setter.remarks.insert(&remark);
    setter.review = publication::place_remarks(setter.publication, setter.options.notes);
}

void put_remarks(Setter& setter, const void* subject, NodeId parent, Strip& strip) {
    const auto found = setter.review.extract(subject);
    if (found.empty()) return;
    for (const ReviewNote* remark : found.mapped()) {
        strip.margin.push_back(margin_note(setter, *remark, parent));
        setter.remarks.erase(remark);
    }
}

bool has_other_remarks(const Setter& setter) {
    std::size_t placed = 0;
    for (const auto& [subject, remarks] : setter.review) placed += remarks.size();
    return setter.remarks.size() > placed;
}

Strips set_other_remarks(Setter& setter) {
    Strips strips;
    if (setter.remarks.empty()) return strips;
    const NodeId section = set_own_heading(setter, setter.top_level, remarks_title, remarks_id, strips);
    const auto piece = [](std::string words, bool strong) {
        publication::Piece made;
        made.text = std::move(words);
        made.strong = strong;
        return made;
    };
    publication::Blocks blocks;
    for (const ReviewNote* remark : setter.remarks) {
        const std::string place = remark->place.empty() ? "" : remark->place + ": ";
        publication::Block block;
        block.content = publication::Paragraph{
            {piece(place + head_words(*remark), true), piece(remark->text + help_words(*remark), false)}};
        blocks.push_back(std::move(block));
    }
    set_blocks(setter, blocks, setter.body_column(), section, strips);
    return strips;
}

}  // namespace stet::pdf

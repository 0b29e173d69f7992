// Remarks of a review copy.
#include "backends/pdf/review.hpp"

#include <algorithm>
#include <tuple>

#include "backends/pdf/frontmatter.hpp"
#include "compiler/publication/walk.hpp"

namespace stet::pdf {

namespace {

/// Something printed that a remark can stand beside.
struct Subject {
    Span source;
    const void* what = nullptr;
};

/// Everything with a source, by its begin, outer before inner.
std::vector<Subject> subjects(const publication::Publication& publication) {
    std::vector<Subject> found;
    const auto add = [&](Span source, const void* what) {
        if (!source.empty()) found.push_back({source, what});
    };
    for (const auto& group : publication.cover.groups) {
        if (group.leading) add(group.leading->source, &*group.leading);
        for (const auto& row : group.rows) add(row.source, &row);
    }
    publication::for_all_blocks(publication,
                                [&](const publication::Block& block) { add(block.source, &block); });
    std::stable_sort(found.begin(), found.end(), [](const Subject& a, const Subject& b) {
        return std::tuple(a.source.file, a.source.begin, b.source.end) <
               std::tuple(b.source.file, b.source.begin, a.source.end);
    });
    return found;
}

bool starts_by(Span source, Span place) {
    return std::pair(source.file, source.begin) <= std::pair(place.file, place.begin);
}

bool ends_before(Span source, Span place) {
    return std::pair(source.file, source.end) < std::pair(place.file, place.begin);
}

std::string head_words(const ReviewNote& remark) {
    return std::string(severity_name(remark.severity)) + " " + remark.code + ": ";
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
    const std::vector<Subject> all = subjects(setter.publication);
    std::vector<const ReviewNote*> remarks;
    for (const ReviewNote& remark : setter.options.notes) remarks.push_back(&remark);
    setter.remarks.insert(remarks.begin(), remarks.end());
    std::stable_sort(remarks.begin(), remarks.end(), [](const ReviewNote* a, const ReviewNote* b) {
        return std::pair(a->span.file, a->span.begin) < std::pair(b->span.file, b->span.begin);
    });
    std::vector<const Subject*> open;  // outermost first
    auto next = all.begin();
    for (const ReviewNote* remark : remarks) {
        for (; next != all.end() && starts_by(next->source, remark->span); ++next) {
            while (!open.empty() && ends_before(open.back()->source, next->source)) open.pop_back();
            open.push_back(&*next);
        }
        while (!open.empty() && ends_before(open.back()->source, remark->span)) open.pop_back();
        if (!open.empty()) {
            setter.review[open.back()->what].push_back(remark);
        } else if (next != all.end() && next->source.file == remark->span.file &&
                   next->source.begin < remark->span.end) {
            setter.review[next->what].push_back(remark);
        }
    }
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
        block.content =
            publication::Paragraph{{piece(place + head_words(*remark), true), piece(remark->text, false)}};
        blocks.push_back(std::move(block));
    }
    set_blocks(setter, blocks, setter.body_column(), section, strips);
    return strips;
}

}  // namespace stet::pdf

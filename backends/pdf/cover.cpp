// The cover: title, facts and the judgement summary.
#include "backends/pdf/cover.hpp"

#include <algorithm>

#include "backends/pdf/frontmatter.hpp"
#include "backends/pdf/normalise.hpp"
#include "backends/pdf/paginate.hpp"
#include "backends/pdf/review.hpp"

namespace stet::pdf {

namespace {

using publication::CoverGroup;
using publication::JudgementRow;

constexpr Fit fits[] = {
    {4.8F, 14, 30, 0.5F, Type::body}, {3.4F, 11, 20, 0.45F, Type::body}, {2.4F, 9, 12, 0.4F, Type::note}};

publication::Text words(std::string text) {
    publication::Piece piece;
    piece.text = std::move(text);
    return {std::move(piece)};
}

void keep_together(std::size_t first, Strips& out) {
    for (std::size_t i = first + 1; i < out.size(); ++i) out[i].break_before = never_break;
}

void set_titles(Setter& setter, const Fit& fit, const Column& column, NodeId section, Strips& out) {
    Structure& structure = setter.galley.structure;
    const publication::Cover& cover = setter.publication.cover;
    if (!setter.publication.publisher.empty()) {
        const NodeId node = structure.add(section, Tag::p);
        set_text(setter, words(setter.publication.publisher),
                 {Type::caption, column, 0, TextAlign::left, section}, node, out);
    }
    const NodeId heading = structure.add(section, Tag::h1);
    std::string subject = cover.subject.empty() ? setter.publication.title : cover.subject;
    if (normalise(subject).empty()) subject = "Inspection report";
    structure.texts_of(heading).title = subject;
    set_text(setter, words(subject), {Type::title, column, fit.above_title, TextAlign::left, section},
             heading, out);
    for (std::size_t i = 0; i < cover.titles.size(); ++i) {
        if (i > 0) {
            const NodeId joint = structure.add(section, Tag::p);
            set_text(setter, words("and"), {Type::body, column, 3, TextAlign::left, section}, joint, out);
        }
        const NodeId node = structure.add(section, Tag::p);
        set_text(setter, cover.titles[i],
                 {Type::subtitle, column, i == 0 ? 10.0F : 3.0F, TextAlign::left, section}, node, out);
    }
}

/// In a list of names, lines end after a comma rather than within a name.
void hold_names(Inlines& inlines) {
    constexpr std::int32_t within_name = 70;
    if (std::count(inlines.text.begin(), inlines.text.end(), ',') < 2) return;
    Inlines held;
    for (std::size_t i = 0; i < inlines.items.size(); ++i) {
        const Atom& atom = inlines.atoms[i];
        if (inlines.items[i].kind == BreakItem::Kind::glue && atom.begin > 0 &&
            inlines.text[atom.begin - 1] != ',' && inlines.text.compare(atom.end, 4, "and ") != 0) {
            BreakItem penalty;
            penalty.kind = BreakItem::Kind::penalty;
            penalty.cost = within_name;
            held.items.push_back(penalty);
            held.atoms.push_back({atom.segment, 0, 0, no_word, false});
        }
        held.items.push_back(inlines.items[i]);
        held.atoms.push_back(atom);
    }
    inlines.items = std::move(held.items);
    inlines.atoms = std::move(held.atoms);
}

/// "Inspection date: 14 January 2014 to 5 February 2014", the name in the label's face.
void set_facts(Setter& setter, const Column& column, NodeId section, Strips& out) {
    bool first = true;
    for (const auto& [name, value] : setter.publication.cover.facts) {
        const NodeId node = setter.galley.structure.add(section, Tag::p);
        Inlines inlines;
        Segment label = plain_segment(setter, Type::fact, setter.galley.structure.leaf(node));
        label.font = setter.fonts.font(Face::label);
        label.colour = setter.theme.ink(Ink::accent);
        add_words(setter, inlines, name + ": ", label);
        add_text(setter, inlines, value, Type::fact, node);
        hold_names(inlines);
        append_lines(setter, set_lines(setter, inlines, {column.width, column.width, false}),
                     {Type::fact, column, first ? 12.0F : 2.0F, TextAlign::left, section}, out);
        first = false;
    }
}

/// The judgement that a group's panel shows: the one it leads with, or its only one.
const JudgementRow* leading_row(const CoverGroup& group) {
    if (group.leading) return &*group.leading;
    return group.rows.size() == 1 && group.lead.empty() ? &group.rows.front() : nullptr;
}

/// A panel in the grade's colour with its shape. The first of a cover is the largest.
void set_panel(Setter& setter, const Fit& fit, const CoverGroup& group, const JudgementRow& row, bool main,
               const Column& column, NodeId section, Strips& out) {
    Structure& structure = setter.galley.structure;
    const GradeLook& look = setter.theme.grade(row.rank, row.ranks);
    const Colour paper = setter.theme.ink(Ink::paper);
    const float padding = main ? fit.panel_pad : fit.panel_pad * 0.65F;
    const float badge = setter.type(Type::grade).size * (main ? 1.8F : 1.35F);
    const Column inner{column.left + padding + badge + 14, column.width - 2 * padding - badge - 14};
    const std::size_t first = out.size();
    const NodeId lead = structure.add(section, Tag::p);
    Inlines sentence;
    const publication::Text& said = group.introduction.empty() ? group.lead : group.introduction;
    add_text(setter, sentence, said.empty() ? words(row.title) : said, Type::fact, lead);
    for (Segment& segment : sentence.segments) segment.colour = paper;
    append_lines(setter, set_lines(setter, sentence, {inner.width, inner.width, false, true}),
                 {Type::fact, inner, 0, TextAlign::left, section}, out);
    Inlines grade;
    Segment strong = plain_segment(setter, Type::grade, structure.leaf(structure.add(section, Tag::p)));
    strong.colour = paper;
    if (!main) strong.size *= 0.8F;
    add_words(setter, grade, row.grade, strong);
    append_lines(setter, set_lines(setter, grade, {inner.width, inner.width, false, true}),
                 {Type::grade, inner, main ? 1.0F : -2.0F, TextAlign::left, section}, out);
    if (out.size() == first) return;
    float height = 0;
    for (std::size_t i = first; i < out.size(); ++i) height += out[i].height + (i > first ? out[i].gap : 0);
    out[first].items.insert(
        out[first].items.begin(),
        grade_shape(look.shape, column.left + padding + badge / 2, height / 2, badge / 2, paper));
    Strip end;
    end.height = padding - 3;
    out.push_back(end);
    keep_together(first, out);
    Frame frame;
    frame.left = column.left;
    frame.right = column.left + column.width;
    frame.fill = look.colour;
    frame.pad_above = padding - 1;
    out[first].gap = frame.pad_above + 13;
    const auto index = static_cast<std::uint32_t>(setter.galley.frames.size());
    setter.galley.frames.push_back(frame);
    for (std::size_t i = first; i < out.size(); ++i) out[i].frame = index;
}

void set_statement(Setter& setter, const Fit& fit, const publication::Blocks& blocks, Column column,
                   NodeId section, Strips& out) {
    const std::size_t first = out.size();
    column.text = fit.statement;
    set_blocks(setter, blocks, column, section, out);
    if (first < out.size()) out[first].break_before = never_break;
}

void set_group(Setter& setter, const Fit& fit, const CoverGroup& group, bool main, const Column& column,
               NodeId section, Strips& out) {
    const JudgementRow* leading = leading_row(group);
    const std::size_t first = out.size();
    if (leading != nullptr) {
        set_panel(setter, fit, group, *leading, main, column, section, out);
        place_anchor(setter, leading->id, first, out);
        put_remarks(setter, leading, section, out[first]);
    } else if (!group.lead.empty()) {
        const NodeId lead = setter.galley.structure.add(section, Tag::p);
        set_text(setter, group.lead, {Type::subtitle, column, 16, TextAlign::left, section}, lead, out);
    }
    set_statement(setter, fit, group.statement, column, section, out);
    if (leading != nullptr && !group.leading) {
        set_statement(setter, fit, leading->statement, column, section, out);
        return;
    }
    if (!group.rows.empty()) set_judgements(setter, fit, group, column, section, out);
}

Strips set_with(Setter& setter, const Fit& fit) {
    Strips strips;
    const NodeId section = setter.galley.structure.add(setter.document, Tag::sect);
    Column column = setter.full_column();
    column.text = Type::body;
    setter.note_column = column;
    set_titles(setter, fit, column, section, strips);
    set_facts(setter, column, section, strips);
    bool main = true;
    for (const CoverGroup& group : setter.publication.cover.groups) {
        set_group(setter, fit, group, main, column, section, strips);
        main = main && leading_row(group) == nullptr;
    }
    setter.note_column = setter.body_column();
    return strips;
}

/// Height of the strips without their gaps, with their notes; and of the gaps.
struct Heights {
    float fixed = 0;
    float gaps = 0;
};

/// The part of the gap above a strip that its box takes.
float padding_above(const Setter& setter, const Strips& strips, std::size_t i) {
    const bool begins_box = i > 0 && strips[i].frame != none && strips[i - 1].frame != strips[i].frame;
    return begins_box ? setter.galley.frames[strips[i].frame].pad_above : 0;
}

Heights heights_of(const Setter& setter, const Strips& strips) {
    Heights heights;
    bool notes = false;
    for (std::size_t i = 0; i < strips.size(); ++i) {
        const float padding = padding_above(setter, strips, i);
        heights.fixed += strips[i].height + padding;
        if (i > 0) heights.gaps += strips[i].gap - padding;
        for (const std::uint32_t note : strips[i].notes) {
            for (const Strip& line : setter.notes[note].strips) heights.fixed += line.height + line.gap;
            notes = true;
        }
    }
    if (notes) heights.fixed += note_separator;
    return heights;
}

float page_room(const Setter& setter) {
    return setter.text_height() + cover_rise;
}

/// Draws the strips together, down to a share of their gaps, where that brings them on one page.
void draw_together(const Setter& setter, const Fit& fit, Strips& strips) {
    const Heights heights = heights_of(setter, strips);
    const float room = page_room(setter) - heights.fixed;
    if (heights.gaps <= room || room < heights.gaps * fit.least_gaps) return;
    for (std::size_t i = 0; i < strips.size(); ++i) {
        const float padding = padding_above(setter, strips, i);
        strips[i].gap = padding + (strips[i].gap - padding) * (room / heights.gaps) * 0.99F;
    }
}

/// The loosest of the fits that need the fewest pages.
const Fit& choose_fit(const Setter& setter) {
    const Fit* best = nullptr;
    std::uint32_t fewest = 0;
    for (const Fit& fit : fits) {
        Rehearsal rehearsal(setter);
        Strips strips = set_with(rehearsal.setter, fit);
        draw_together(rehearsal.setter, fit, strips);
        Paginator pages(rehearsal.setter, PageKind::cover, 0, [](Page&&) {});
        pages.push(std::move(strips));
        const std::uint32_t count = pages.finish();
        if (best == nullptr || count < fewest) {
            best = &fit;
            fewest = count;
        }
        if (fewest == 1) break;
    }
    return *best;
}

}  // namespace

Strips set_cover(Setter& setter) {
    const Fit& fit = choose_fit(setter);
    Strips strips = set_with(setter, fit);
    draw_together(setter, fit, strips);
    return strips;
}

float room_on_cover(const Setter& setter, const Strips& cover) {
    const Heights heights = heights_of(setter, cover);
    return page_room(setter) - heights.fixed - heights.gaps;
}

}  // namespace stet::pdf

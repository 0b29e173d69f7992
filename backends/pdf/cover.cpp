// The cover: title, facts and the judgement summary.
#include <algorithm>

#include "backends/pdf/frontmatter.hpp"
#include "backends/pdf/normalise.hpp"
#include "backends/pdf/paginate.hpp"
#include "backends/pdf/review.hpp"

namespace stet::pdf {

namespace {

using publication::CoverGroup;
using publication::JudgementRow;

/// How closely the cover is set, so that it fits on one page.
struct Fit {
    float row_pad;      ///< above and below each row of the table
    float panel_pad;    ///< of the first panel; others have two thirds
    float above_title;  ///< between publisher and title
    float least_gaps;   ///< share of the gaps that must remain
    Type statement;     ///< of what is said of a judgement
};
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
    structure.attributes_of(heading).title = subject;
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

/// One judgement a row: title at the left; shape, and grade in words, at the right.
struct JudgementTable {
    Setter& setter;
    const Fit& fit;
    Column column;
    NodeId section;
    NodeId table;
    float grade_left = 0;
    float shape_radius = 6.2F;

    Strip row(const JudgementRow& judgement, bool last) {
        Structure& structure = setter.galley.structure;
        const NodeId line = structure.add(table, Tag::tr);
        const NodeId title = structure.add(line, Tag::th);
        structure.attributes_of(title).scope = Scope::row;
        const NodeId grade = structure.add(line, Tag::td);
        const GradeLook& look = setter.theme.grade(judgement.rank, judgement.ranks);
        const float left = column.left + (judgement.level == 0 ? 0 : 20.0F);
        const float text_left = grade_left + 2 * shape_radius + 9;
        std::vector<Line> names = title_lines(judgement, title, grade_left - left - 14);
        std::vector<Line> grades =
            grade_lines(judgement, look, grade, column.left + column.width - text_left - 4);
        // What is said of the judgement stands below both, where the grade is no higher than the title.
        const bool narrow = grades.size() > std::max<std::size_t>(1, names.size());
        std::vector<Line> said = statement_lines(
            judgement, title, narrow ? grade_left - left - 14 : column.left + column.width - left);

        const float pad = fit.row_pad;
        const float leading = setter.type(Type::fact).leading;
        const float small = setter.type(Type::small).leading;
        const float below = static_cast<float>(std::max<std::size_t>(1, names.size())) * leading;
        Strip strip;
        strip.height = 2 * pad + std::max(below + static_cast<float>(said.size()) * small,
                                          static_cast<float>(grades.size()) * leading);
        put(std::move(names), left, pad + baseline(setter, Type::fact), leading, title, strip);
        put(std::move(said), left, pad + below + baseline(setter, Type::small), small, title, strip);
        put(std::move(grades), text_left, pad + baseline(setter, Type::fact), leading, grade, strip);
        strip.items.emplace_back(
            grade_shape(look.shape, grade_left + shape_radius, pad + leading / 2, shape_radius, look.colour));
        strip.items.emplace_back(rule(column.left, column.left + column.width, strip.height,
                                      last ? 0.9F : 0.4F, setter.theme.ink(last ? Ink::accent : Ink::rule)));
        put_remarks(setter, &judgement, section, strip);
        for (const publication::Block& block : judgement.statement)
            put_remarks(setter, &block, section, strip);
        return strip;
    }

    std::vector<Line> title_lines(const JudgementRow& judgement, NodeId node, float width) const {
        publication::Piece piece;
        piece.text = judgement.number.empty() ? judgement.title
                                              : judgement.number + "\xC2\xA0\xC2\xA0" + judgement.title;
        piece.strong = judgement.level == 0;
        piece.target = judgement.target;
        Inlines inlines;
        add_text(setter, inlines, {piece}, Type::fact, node);
        return set_lines(setter, inlines, {width, width, false, true});
    }

    std::vector<Line> grade_lines(const JudgementRow& judgement, const GradeLook& tone, NodeId node,
                                  float width) const {
        Segment look = plain_segment(setter, Type::fact, setter.galley.structure.leaf(node));
        look.font = setter.fonts.font(Face::bold);
        look.colour = tone.colour;
        Inlines inlines;
        add_words(setter, inlines, judgement.grade, look);
        return set_lines(setter, inlines, {width, width, false});
    }

    std::vector<Line> statement_lines(const JudgementRow& judgement, NodeId node, float width) const {
        std::vector<Line> said;
        for (const publication::Block& block : judgement.statement) {
            const auto* paragraph = std::get_if<publication::Paragraph>(&block.content);
            if (paragraph == nullptr) continue;  // statements are paragraphs; compose makes no others
            Inlines inlines;
            add_text(setter, inlines, paragraph->text, Type::small, node);
            for (Segment& segment : inlines.segments) {
                if (segment.link == none) segment.colour = setter.theme.ink(Ink::text);
            }
            std::vector<Line> lines = set_lines(setter, inlines, {width, width, false});
            said.insert(said.end(), std::make_move_iterator(lines.begin()),
                        std::make_move_iterator(lines.end()));
        }
        return said;
    }

    void put(std::vector<Line> lines, float x, float y, float leading, NodeId notes_parent,
             Strip& strip) const {
        for (Line& line : lines) {
            take_marks(setter, line, y, notes_parent, strip);
            place_line(std::move(line), x, y, strip.items);
            y += leading;
        }
    }
};

/// Column heads for those who hear the table; small words for those who see it.
Strip table_head(Setter& setter, const Column& column, float grade_left, NodeId table) {
    Structure& structure = setter.galley.structure;
    const NodeId line = structure.add(table, Tag::tr);
    Strip strip;
    strip.height = setter.type(Type::small).leading + 5;
    const float base = baseline(setter, Type::small);
    const std::pair<const char*, float> heads[] = {{"Area judged", column.left}, {"Judgement", grade_left}};
    for (const auto& [name, x] : heads) {
        const NodeId cell = structure.add(line, Tag::th);
        structure.attributes_of(cell).scope = Scope::column;
        place_line(set_label(setter, name, plain_segment(setter, Type::small, structure.leaf(cell))), x, base,
                   strip.items);
    }
    strip.items.emplace_back(
        rule(column.left, column.left + column.width, strip.height, 0.9F, setter.theme.ink(Ink::accent)));
    return strip;
}

float widest_grade(Setter& setter, const CoverGroup& group) {
    float widest = 0;
    Segment look = plain_segment(setter, Type::fact, no_node);
    look.font = setter.fonts.font(Face::bold);
    for (const JudgementRow& row : group.rows)
        widest = std::max(widest, set_label(setter, row.grade, look).width);
    return widest;
}

void set_judgements(Setter& setter, const Fit& fit, const CoverGroup& group, const Column& column,
                    NodeId section, Strips& out) {
    const NodeId table = setter.galley.structure.add(section, Tag::table);
    JudgementTable rows{setter, fit, column, section, table};
    const float wanted = widest_grade(setter, group) + 2 * rows.shape_radius + 15;
    rows.grade_left =
        column.left + column.width - std::clamp(wanted, column.width * 0.25F, column.width * 0.45F);
    out.push_back(table_head(setter, column, rows.grade_left, table));
    out.back().gap = 14;
    for (std::size_t i = 0; i < group.rows.size(); ++i) {
        const std::size_t at = out.size();
        out.push_back(rows.row(group.rows[i], i + 1 == group.rows.size()));
        place_anchor(setter, group.rows[i].id, at, out);
        // No row stands alone on a page.
        if (i < 2 || i + 1 == group.rows.size()) out.back().break_before = never_break;
    }
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

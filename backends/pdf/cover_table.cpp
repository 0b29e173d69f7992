// The judgements of the cover as a table.
#include <algorithm>

#include "backends/pdf/cover.hpp"
#include "backends/pdf/review.hpp"

namespace stet::pdf {

namespace {

using publication::CoverGroup;
using publication::JudgementRow;

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
        // To those who hear the table it is a part of the judgement, not of the row's name.
        std::vector<Line> said = statement_lines(
            judgement, grade, narrow ? grade_left - left - 14 : column.left + column.width - left);

        const float pad = fit.row_pad;
        const float leading = setter.type(Type::fact).leading;
        const float small = setter.type(Type::small).leading;
        const float below = static_cast<float>(std::max<std::size_t>(1, names.size())) * leading;
        Strip strip;
        strip.height = 2 * pad + std::max(below + static_cast<float>(said.size()) * small,
                                          static_cast<float>(grades.size()) * leading);
        put(std::move(names), left, pad + baseline(setter, Type::fact), leading, title, strip);
        put(std::move(grades), text_left, pad + baseline(setter, Type::fact), leading, grade, strip);
        put(std::move(said), left, pad + below + baseline(setter, Type::small), small, grade, strip);
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
            add_text(setter, inlines, paragraph->text, Type::small,
                     setter.galley.structure.add(node, Tag::p));
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

}  // namespace

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

}  // namespace stet::pdf

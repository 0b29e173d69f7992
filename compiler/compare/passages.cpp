// Listing passages.
#include "compiler/compare/passages.hpp"

#include <fmt/format.h>

#include <map>

#include "compiler/model/printed_references.hpp"

namespace stet::compare {

namespace {

using model::Report;

constexpr std::string_view insert = "\xEF\xBF\xBC";
constexpr std::string_view ellipsis = "\xE2\x80\xA6";

/// What an inserted reference or grade prints; an ellipsis where it names nothing known.
std::string printed(const Report& report, const prose::Mark& mark) {
    std::string out;
    if (mark.kind == prose::MarkKind::see) {
        if (const model::Reference* reference = model::find_reference(report, mark.source)) {
            for (const model::ReferencePart& part : model::printed_parts(report, *reference))
                out += part.words;
        }
    } else if (mark.kind == prose::MarkKind::grade_insert) {
        const auto judgement = report.framework.find_judgement(mark.argument);
        if (judgement && report.judgements[*judgement].grade)
            out = report.grade_name(*report.judgements[*judgement].grade);
    }
    return out.empty() ? std::string(ellipsis) : out;
}

/// The text of a run as it is printed, and as it is compared: what is inserted changes with every new number,
/// and is an ellipsis there.
void add_run(const Report& report, model::RunId run, Unit& unit) {
    const std::string_view text = report.text(run);
    Passage& passage = unit.passage;
    if (!passage.text.empty()) passage.text += ' ', unit.compared += ' ';
    auto mark = report.runs[run].marks.begin();
    const auto end = report.runs[run].marks.end();
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t found = std::min(text.find(insert, at), text.size());
        passage.text += text.substr(at, found - at);
        unit.compared += text.substr(at, found - at);
        at = found + insert.size();
        if (found == text.size()) break;
        while (mark != end && (mark->begin < found || mark->end != at)) ++mark;
        passage.text += mark != end && mark->begin == found ? printed(report, *mark) : std::string(ellipsis);
        unit.compared += ellipsis;
    }
    for (const prose::Quantity& quantity : report.quantities[run]) {
        if (quantity.is_figure() || quantity.is_date())
            passage.figures.emplace_back(text.substr(quantity.begin, quantity.end - quantity.begin));
    }
}

std::string section_title(const Report& report, std::optional<model::SectionId> section) {
    return section ? std::string(report.text(report.sections[*section].title)) : std::string();
}

std::string place_of(const Report& report, const model::Paragraph& paragraph) {
    using Kind = model::Paragraph::Kind;
    if (paragraph.kind == Kind::numbered) return "paragraph " + paragraph.number;
    if (paragraph.kind == Kind::plain && !paragraph.parent) return "paragraph without number";
    const model::Paragraph* above = &paragraph;
    while (above->parent) above = &report.paragraphs[*above->parent];
    const char* what = paragraph.kind == Kind::item ? "bullet" : "part";
    if (above->number.empty()) return what;
    return fmt::format("{} of paragraph {}", what, above->number);
}

/// The labels that authors gave, by what they point to.
std::map<std::string_view, std::string_view> labels_of(const Report& report) {
    std::map<std::string_view, std::string_view> labels;
    for (const model::Label& label : report.labels) labels.emplace(label.target, label.name);
    return labels;
}

struct Lister {
    const Report& report;
    std::map<std::string_view, std::string_view> labels = labels_of(report);
    std::vector<Unit> units{};

    Unit& add(std::string place, std::string section, Span span, std::string_view id) {
        Unit unit;
        unit.passage.place = std::move(place);
        unit.passage.section = std::move(section);
        unit.passage.span = span;
        if (const auto label = labels.find(id); label != labels.end()) unit.label = label->second;
        units.push_back(std::move(unit));
        return units.back();
    }

    void paragraphs() {
        for (model::ParagraphId id = 0; id < report.paragraphs.size(); ++id) {
            const model::Paragraph& paragraph = report.paragraphs[id];
            Unit& unit = add(place_of(report, paragraph), section_title(report, paragraph.section),
                             paragraph.span, paragraph.id);
            unit.number = paragraph.number;
            for (const model::RunId run : paragraph.runs) {
                if (report.places[run].paragraph == id) add_run(report, run, unit);
            }
            if (unit.passage.text.empty()) units.pop_back();
        }
    }

    void headings() {
        for (const model::Section& section : report.sections) {
            Unit& unit = add("heading", {}, section.span, section.id);
            add_run(report, section.title, unit);
        }
    }

    void tables() {
        for (const model::Table& table : report.tables) {
            const std::string name = table.number == 0 ? "a table" : fmt::format("Table {}", table.number);
            const std::string section = section_title(report, table.section);
            if (table.caption) {
                Unit& unit = add("caption of " + name, section, table.span, table.id);
                add_run(report, *table.caption, unit);
            }
            for (const auto* rows : {&table.head, &table.body}) {
                for (const auto& row : *rows) {
                    if (row.empty()) continue;
                    Unit& unit = add("row of " + name, section, cover(row.front().span, row.back().span), {});
                    for (const model::Cell& cell : row) {
                        if (!unit.passage.text.empty()) unit.passage.text += " |", unit.compared += " |";
                        add_run(report, cell.run, unit);
                    }
                }
            }
        }
    }

    void notes() {
        for (const model::Footnote& note : report.footnotes) {
            if (!note.body) continue;
            Unit& unit = add(fmt::format("footnote {}", note.number), {}, *note.body, {});
            unit.label = fmt::format("^{}", note.name);
            for (const model::RunId run : note.runs) add_run(report, run, unit);
            if (unit.passage.text.empty()) units.pop_back();
        }
    }
};

}  // namespace

std::vector<Unit> units_of(const Report& report) {
    Lister lister{report};
    lister.headings();
    lister.paragraphs();
    lister.tables();
    std::stable_sort(lister.units.begin(), lister.units.end(), [](const Unit& a, const Unit& b) {
        return std::pair(a.passage.span.file, a.passage.span.begin) <
               std::pair(b.passage.span.file, b.passage.span.begin);
    });
    lister.notes();
    return std::move(lister.units);
}

}  // namespace stet::compare

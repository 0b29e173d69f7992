// Listing passages.
#include "compiler/compare/passages.hpp"

#include <fmt/format.h>

#include <map>

namespace stet::compare {

namespace {

using model::Report;

/// Inserted references stand as U+FFFC in a run; they change with every new number and are left out.
std::string without_inserts(std::string_view text) {
    constexpr std::string_view insert = "\xEF\xBF\xBC";
    std::string out;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t found = std::min(text.find(insert, at), text.size());
        out += text.substr(at, found - at);
        if (found < text.size()) out += "\xE2\x80\xA6";
        at = found + insert.size();
    }
    return out;
}

void add_run(const Report& report, model::RunId run, Passage& passage) {
    const std::string_view text = report.text(run);
    if (!passage.text.empty()) passage.text += ' ';
    passage.text += without_inserts(text);
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
                if (report.places[run].paragraph == id) add_run(report, run, unit.passage);
            }
            if (unit.passage.text.empty()) units.pop_back();
        }
    }

    void headings() {
        for (const model::Section& section : report.sections) {
            Unit& unit = add("heading", {}, section.span, section.id);
            add_run(report, section.title, unit.passage);
        }
    }

    void tables() {
        for (const model::Table& table : report.tables) {
            const std::string name = table.number == 0 ? "a table" : fmt::format("Table {}", table.number);
            const std::string section = section_title(report, table.section);
            if (table.caption) {
                Unit& unit = add("caption of " + name, section, table.span, table.id);
                add_run(report, *table.caption, unit.passage);
            }
            for (const auto* rows : {&table.head, &table.body}) {
                for (const auto& row : *rows) {
                    if (row.empty()) continue;
                    Unit& unit = add("row of " + name, section, cover(row.front().span, row.back().span), {});
                    for (const model::Cell& cell : row) {
                        if (!unit.passage.text.empty()) unit.passage.text += " |";
                        add_run(report, cell.run, unit.passage);
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
            for (const model::RunId run : note.runs) add_run(report, run, unit.passage);
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

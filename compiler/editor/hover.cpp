// What Stet knows about the words at a place.
#include "compiler/editor/hover.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "compiler/editor/symbols.hpp"
#include "validators/abbreviations.hpp"

namespace stet::editor {

namespace {

constexpr std::size_t shown_characters = 120;

/// What there is to say, in order, and the narrowest words that it is about.
struct Said {
    std::optional<Span> span;
    std::vector<std::string> parts;

    void add(Span about, std::string markdown) {
        if (!span || about.size() < span->size()) span = about;
        parts.push_back(std::move(markdown));
    }
};

std::string words_of(const Reading& reading, const std::vector<model::RunId>& runs) {
    if (runs.empty()) return "no words yet";
    return first_words(reading.report().runs[runs.front()].text, shown_characters);
}

/// "report.stet:12", from the report's folder.
std::string place_of(const Reading& reading, Span span) {
    const std::string_view report = reading.sources().name(0);
    const std::string_view folder = report.substr(0, report.rfind('/') + 1);
    std::string_view name = reading.sources().name(span.file);
    if (name.substr(0, folder.size()) == folder) name.remove_prefix(folder.size());
    return fmt::format("{}:{}", name, reading.sources().line_column(span.file, span.begin).line);
}

// ---- one function a kind of name ---------------------------------------------------------------------

std::string about_label(const Reading& reading, const Name& name) {
    const model::Report& report = reading.report();
    const auto label = std::find_if(report.labels.begin(), report.labels.end(),
                                    [&](const model::Label& l) { return l.name == name.key; });
    if (label == report.labels.end()) return {};
    std::string out = fmt::format("**{}** `{}`", label->printed, label->name);
    for (const model::Paragraph& paragraph : report.paragraphs) {
        if (paragraph.id == label->target) out += "\n\n" + words_of(reading, paragraph.runs);
    }
    return out;
}

std::string about_note(const Reading& reading, const Name& name) {
    const auto& notes = reading.report().footnotes;
    const auto note = std::find_if(notes.begin(), notes.end(),
                                   [&](const model::Footnote& n) { return n.name == name.key; });
    if (note == notes.end()) return {};
    const std::string number =
        note->number > 0 ? fmt::format("Note {}", note->number) : "A note without a mark";
    return fmt::format("**{}**\n\n{}", number, words_of(reading, note->runs));
}

std::string about_judgement(const Reading& reading, const Name& name) {
    const model::Report& report = reading.report();
    const auto found = std::find_if(report.framework.judgements.begin(), report.framework.judgements.end(),
                                    [&](const framework::Judgement& j) { return j.id == name.key; });
    if (found == report.framework.judgements.end()) return {};
    const auto id = static_cast<framework::JudgementId>(found - report.framework.judgements.begin());
    const auto grade_name = [&](framework::GradeId grade) { return report.framework.scale[grade].name; };
    const model::Judgement& judged = report.judgements[id];
    std::string grade = judged.not_judged ? "not judged"
                        : judged.grade    ? grade_name(*judged.grade)
                                          : "no grade on the cover";
    std::string out =
        fmt::format("**{}{}{}**: {}", found->number, found->number.empty() ? "" : " ", found->title, grade);
    for (const model::GradeStatement& stated : report.grades) {
        if (stated.judgement != id) continue;
        out += fmt::format("\n- {}: {}{}", place_of(reading, stated.span),
                           stated.not_reached ? "not yet " : "", grade_name(stated.grade));
    }
    return out;
}

/// The words of a formula, or nothing.
std::string formula_of(const Reading& reading, const model::Fact& fact) {
    if (fact.declared.formula.empty()) return {};
    return fmt::format(" = {}", reading.sources().text(fact.declared.formula.span));
}

std::string about_fact(const Reading& reading, const Name& name) {
    const model::Figures& figures = reading.report().figures;
    const auto id = figures.find(name.key);
    if (!id) return {};
    const model::Fact& fact = figures.facts[*id];
    std::string out = fmt::format("**{}**{}", name.key, formula_of(reading, fact));
    if (fact.value)
        out += fmt::format(": {}{}{}", model::printed(*fact.value), fact.declared.noun.empty() ? "" : " ",
                           fact.declared.noun);
    if (!fact.declared.label.empty()) out += fmt::format("\n\n{}", fact.declared.label);
    const auto line = [&](std::string_view title, std::string_view words) {
        if (!words.empty()) out += fmt::format("\n- {}: {}", title, words);
    };
    line("calculation", fact.calculation);
    line("part of", fact.declared.base.name);
    line("population", fact.declared.population.name);
    line("source", fact.declared.source);
    line("holds for", fact.declared.when_text);
    return out;
}

std::string about_abbreviation(const Reading& reading, const Name& name) {
    const model::Report& report = reading.report();
    for (const validators::Definition& definition : validators::collect_definitions(report)) {
        if (definition.abbreviation == name.key) {
            return fmt::format("**{}**: {}", name.key, validators::words_of(report, definition.expansion));
        }
    }
    for (const framework::Abbreviation& common : report.framework.abbreviations) {
        if (common.abbreviation == name.key)
            return fmt::format("**{}**: {} (known to the framework)", name.key, common.expansion);
    }
    return {};
}

void add_name(const Reading& reading, Spot spot, Said& said) {
    const Name* name = name_at(reading, spot);
    if (name == nullptr) return;
    std::string words;
    switch (name->kind) {
        case NameKind::label:
            words = about_label(reading, *name);
            break;
        case NameKind::fact:
            words = about_fact(reading, *name);
            break;
        case NameKind::note:
            words = about_note(reading, *name);
            break;
        case NameKind::judgement:
            words = about_judgement(reading, *name);
            break;
        case NameKind::abbreviation:
            words = about_abbreviation(reading, *name);
            break;
    }
    if (!words.empty()) said.add(name->span, std::move(words));
}

// ---- other things ------------------------------------------------------------------------------------

void add_paragraph(const Reading& reading, Spot spot, Said& said) {
    for (const model::Paragraph& paragraph : reading.report().paragraphs) {
        if (!paragraph.numbered || !touches(paragraph.number_span, spot)) continue;
        said.add(paragraph.number_span,
                 fmt::format("Paragraph **{}**, `{}`", paragraph.number, paragraph.id));
    }
}

/// What the figure was read as, and what was made of it.
void add_figure(const Reading& reading, Spot spot, Said& said) {
    for (const validators::FigureEntry& figure : reading.analysis.ledger.figures) {
        if (!touches(figure.span, spot)) continue;
        const validators::FigureAccount account =
            validators::account_of(figure, reading.analysis.ledger, reading.report());
        std::string words = fmt::format("“{}”: {}; **{}**", account.words, account.reading,
                                        validators::status_name(account.status));
        for (const std::string_view more : {account.calculation, account.reason}) {
            if (!more.empty()) words.append("\n- ").append(more);
        }
        if (!account.facts.empty()) words += fmt::format("\n- cites `{}`", account.facts);
        said.add(figure.span, std::move(words));
    }
}

void add_explanations(const Reading& reading, Spot spot, const Explain& explain, Said& said) {
    std::vector<const DiagnosticInfo*> explained;
    for (const Diagnostic& d : reading.analysis.diagnostics.all()) {
        if (!touches(d.span, spot) ||
            std::find(explained.begin(), explained.end(), d.info) != explained.end())
            continue;
        explained.push_back(d.info);
        const std::string summary = page_summary(explain(d.info->code));
        if (!summary.empty()) said.add(d.span, fmt::format("**{}** {}", d.info->code, summary));
    }
}

}  // namespace

std::string page_summary(std::string_view page) {
    if (page.substr(0, 2) == "# ") page.remove_prefix(std::min(page.find('\n'), page.size()));
    std::size_t end = std::min({page.find("\n#"), page.find("\n```"), page.find("\n    "), page.size()});
    page = page.substr(0, end);
    // A paragraph that only leads over to the example goes with it.
    const std::size_t last = page.find_last_not_of(" \n\r");
    if (last != std::string_view::npos && page[last] == ':') {
        const std::size_t lead = page.rfind("\n\n", last);
        page = page.substr(0, lead == std::string_view::npos ? 0 : lead);
    }
    const std::size_t first = page.find_first_not_of(" \n\r");
    if (first == std::string_view::npos) return {};
    return std::string(page.substr(first, page.find_last_not_of(" \n\r") + 1 - first));
}

std::optional<Hover> hover(const Reading& reading, Spot spot, const Explain& explain) {
    Said said;
    add_name(reading, spot, said);
    add_figure(reading, spot, said);
    add_paragraph(reading, spot, said);
    add_explanations(reading, spot, explain, said);
    if (!said.span) return std::nullopt;
    std::string markdown;
    for (const std::string& part : said.parts) markdown += (markdown.empty() ? "" : "\n\n---\n\n") + part;
    return Hover{*said.span, std::move(markdown)};
}

}  // namespace stet::editor

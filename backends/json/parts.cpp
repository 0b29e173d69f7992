// Facts, figures and recommendations as data.
#include "backends/json/parts.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "compiler/model/improvements.hpp"

namespace stet::json {

namespace {

ordered_json text_or_null(std::string_view text) {
    return text.empty() ? ordered_json(nullptr) : ordered_json(text);
}

/// The citations that stand in the text, in its order.
std::span<const model::BoundCitation> citations_in_text(const model::Report& report) {
    const std::span<const model::BoundCitation> all = report.figures.citations;  // charts first
    const auto mark = std::find_if(all.begin(), all.end(), [](const model::BoundCitation& c) {
        return c.written.kind != prose::Citation::Kind::chart;
    });
    return {mark, all.end()};
}

/// Name of the fact that the figure at `begin` of a run cites; null where it cites none.
ordered_json cited_fact(const model::Report& report, std::span<const model::BoundCitation> citations,
                        prose::RunId run, std::uint32_t begin) {
    const auto after = std::upper_bound(citations.begin(), citations.end(), std::pair(run, begin),
                                        [](auto place, const model::BoundCitation& c) {
                                            return place < std::pair(c.written.run, c.written.begin);
                                        });
    if (after == citations.begin()) return nullptr;
    const model::BoundCitation& last = *(after - 1);
    if (last.written.run != run || begin >= last.written.end || last.facts.empty()) return nullptr;
    return report.figures.facts[last.facts.front()].declared.name;
}

/// What the writing says of the number: null for the number itself.
ordered_json bound_json(const prose::Quantity& q) {
    using prose::Approximation;
    switch (q.bound) {
        case prose::Bound::fewer:
            return "fewer than";
        case prose::Bound::at_most:
            return "at most";
        case prose::Bound::more:
            return "more than";
        case prose::Bound::at_least:
            return "at least";
        case prose::Bound::none:
            break;
    }
    switch (q.approximation) {
        case Approximation::about:
            return "about";
        case Approximation::below:
            return "just under";
        case Approximation::above:
            return "just over";
        case Approximation::none:
            break;
    }
    return nullptr;
}

std::string plain_decimal(const Rational& value) {
    std::string text = shown(value, 6);
    std::erase(text, ',');
    return text;
}

/// What became of the check of the figure that begins at `begin` in a run; `checked` is in the text's order.
ordered_json status_json(std::span<const CheckedFigure> checked, prose::RunId run, std::uint32_t begin) {
    const auto found = std::lower_bound(
        checked.begin(), checked.end(), std::pair(run, begin),
        [](const CheckedFigure& figure, auto place) { return std::pair(figure.run, figure.begin) < place; });
    if (found == checked.end() || found->run != run || found->begin != begin) return nullptr;
    return found->status;
}

/// The id of the innermost paragraph or bullet that a run stands in.
ordered_json paragraph_json(const model::Report& report, prose::RunId run) {
    const auto& paragraph = report.places[run].paragraph;
    return paragraph ? ordered_json(report.paragraphs[*paragraph].id) : ordered_json(nullptr);
}

bool leads_to_list(const model::Report& report, const model::Paragraph& paragraph) {
    return paragraph.kind == model::Paragraph::Kind::plain && !paragraph.runs.empty() &&
           report.text(paragraph.runs.back()).ends_with(':');
}

}  // namespace

std::string_view file_name(const Sources& sources, FileId file) {
    const std::string_view report = sources.name(0);
    const std::string_view folder = report.substr(0, report.rfind('/') + 1);
    std::string_view name = sources.name(file);
    if (name.starts_with(folder)) name.remove_prefix(folder.size());
    return name;
}

ordered_json date_json(const std::optional<CivilDate>& date) {
    if (!date) return nullptr;
    return fmt::format("{:04}-{:02}-{:02}", date->year, date->month, date->day);
}

ordered_json facts_json(const publication::Publication& publication) {
    ordered_json out = ordered_json::array();
    for (const publication::FactRow& fact : publication.facts) {
        out.push_back({{"id", fact.id},
                       {"name", fact.name},
                       {"label", fact.label},
                       {"value", fact.value},
                       {"unit", fact.unit},
                       {"base", text_or_null(fact.base)},
                       {"share", text_or_null(fact.share)},
                       {"date", fact.date},
                       {"from", text_or_null(fact.from)},
                       {"to", text_or_null(fact.to)},
                       {"source", fact.source},
                       {"calculation", fact.calculation},
                       {"cited_in", fact.cited_in}});
    }
    return out;
}

ordered_json quantities_json(const model::Report& report, const Sources& sources,
                             std::span<const CheckedFigure> checked) {
    ordered_json out = ordered_json::array();
    const auto citations = citations_in_text(report);
    for (const prose::Run& run : report.runs) {
        if (run.kind == prose::RunKind::header || run.kind == prose::RunKind::contents) continue;
        bool cites = false;
        for (const prose::Mark& mark : run.marks) {
            cites |= mark.kind == prose::MarkKind::assertion || mark.kind == prose::MarkKind::fact_insert;
        }
        for (const prose::Quantity& q : report.quantities[run.id]) {
            if (!q.is_figure()) continue;
            const Span place = run.source(q.begin, q.end);
            out.push_back({{"value", plain_decimal(q.value)},
                           {"upper", q.range ? ordered_json(plain_decimal(q.upper)) : ordered_json(nullptr)},
                           {"bound", bound_json(q)},
                           {"unit", prose::unit_name(q)},
                           {"noun", text_or_null(run.words(q.noun_begin, q.noun_end))},
                           {"text", run.words(q.begin, q.end)},
                           {"fact", cites ? cited_fact(report, citations, run.id, q.number_begin)
                                          : ordered_json(nullptr)},
                           {"status", status_json(checked, run.id, q.begin)},
                           {"paragraph", paragraph_json(report, run.id)},
                           {"span",
                            {{"file", file_name(sources, place.file)},
                             {"line", sources.line_column(place.file, place.begin).line},
                             {"start_byte", place.begin},
                             {"end_byte", place.end}}}});
        }
    }
    return out;
}

ordered_json recommendations_json(const model::Report& report) {
    ordered_json out = ordered_json::array();
    for (const model::Paragraph& paragraph : report.paragraphs) {
        const bool improvement = !paragraph.parent && report.role(paragraph.section) == "improvement" &&
                                 !leads_to_list(report, paragraph) && !model::says_none(report, paragraph);
        if (!improvement && paragraph.because.empty()) continue;
        ordered_json because = ordered_json::array();
        for (const std::string_view label : paragraph.because) because.push_back(label);
        out.push_back({{"paragraph", paragraph.id}, {"because", std::move(because)}});
    }
    return out;
}

}  // namespace stet::json

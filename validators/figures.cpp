// The audit of all figures: citations, claims, and what neither of them settles.
#include "validators/figures.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "compiler/base/catalogue.hpp"
#include "validators/figure_audit.hpp"

namespace stet::validators {

namespace {

using prose::Quantity;
using prose::QuantityKind;
using prose::RunKind;

/// Headings of the contents and header values repeat what stands elsewhere.
bool listed(const prose::Run& run) {
    return run.kind != RunKind::contents && run.kind != RunKind::header;
}

void settle_insertions(FigureAudit& audit) {
    for (const model::BoundCitation& citation : audit.report.figures.citations) {
        if (citation.written.kind != prose::Citation::Kind::insertion) continue;
        const auto& of_run = audit.report.quantities[citation.written.run];
        for (std::size_t i = 0; i < of_run.size(); ++i) {
            if (of_run[i].number_begin < citation.written.begin ||
                of_run[i].number_begin >= citation.written.end)
                continue;
            if (!citation.value) {
                audit.uncheckable(citation.written.run, i, "what it inserts has no value");
                continue;
            }
            audit.agrees(citation.written.run, i,
                         citation.calculation.empty() ? "inserted" : citation.calculation);
            for (const model::FactId id : citation.facts) {
                std::string& fact = audit.states[citation.written.run][i].fact;
                fact += (fact.empty() ? "" : ", ") + audit.report.figures.facts[id].declared.name;
            }
        }
    }
}

std::string evidence_of(const model::Report& report, prose::RunId run) {
    std::string text;
    const auto& all = report.figures.evidence;
    auto at = std::lower_bound(all.begin(), all.end(), run,
                               [](const auto& entry, prose::RunId id) { return entry.first < id; });
    for (; at != all.end() && at->first == run; ++at)
        text.append(text.empty() ? "" : ", ").append(at->second);
    for (const prose::Mark& mark : report.runs[run].marks) {
        if (mark.kind == prose::MarkKind::evidence)
            text.append(text.empty() ? "" : ", ").append(mark.argument);
    }
    return text;
}

std::string reading_of(const Quantity& q, const prose::Run& run) {
    model::FactValue value = model::stated_value(q, {}, false);
    std::string text = printed(value);
    if (q.range) {  // "3 to 16 years", "£1.2 to £1.5"
        text = value.kind == prose::QuantityKind::money ? text + " to " : shown(q.value) + " to ";
        value.value = q.upper;
        text += printed(value);
    }
    if (q.approximation != prose::Approximation::none) text += ", roughly";
    text += ", " + model::described(value);
    if (q.noun_begin < q.noun_end) text.append(" of ").append(run.words(q.noun_begin, q.noun_end));
    return text;
}

Ledger list_figures(const FigureAudit& audit) {
    Ledger ledger;
    for (prose::RunId id = 0; id < audit.report.runs.size(); ++id) {
        const prose::Run& run = audit.report.runs[id];
        if (!listed(run)) continue;
        const std::string evidence = evidence_of(audit.report, id);
        for (std::size_t i = 0; i < audit.report.quantities[id].size(); ++i) {
            const Quantity& q = audit.report.quantities[id][i];
            const FigureState& state = audit.states[id][i];
            if (!q.is_figure()) continue;
            FigureEntry entry;
            entry.run = id;
            entry.begin = q.begin;
            entry.span = run.source(q.begin, q.end);
            entry.words = run.words(q.begin, q.end);
            entry.reading = reading_of(q, run);
            entry.calculation = state.calculation;
            entry.fact = state.fact;
            entry.evidence = evidence;
            entry.status = state.status;
            entry.power = state.power;
            entry.reason = state.reason;
            if (entry.status == FigureStatus::unbound && entry.reason.empty())
                entry.reason = "cites no fact, and nothing in the text proves it";
            ledger.figures.push_back(std::move(entry));
        }
    }
    return ledger;
}

void warn_of_uncited(const FigureAudit& audit, Diagnostics& diagnostics) {
    for (prose::RunId id = 0; id < audit.report.runs.size(); ++id) {
        const prose::Run& run = audit.report.runs[id];
        if (!listed(run)) continue;
        for (std::size_t i = 0; i < audit.report.quantities[id].size(); ++i) {
            const Quantity& q = audit.report.quantities[id][i];
            const bool general =
                q.kind == QuantityKind::age || q.compound;  // ages and "24-hour" describe, they do not count
            if (!q.is_figure() || general || !audit.states[id][i].fact.empty()) continue;
            diagnostics.add(run.source(q.begin, q.end), diag::figure_uncited)
                .with_help("cite a fact: [" + std::string(run.words(q.begin, q.end)) + "]{fact}");
        }
    }
}

}  // namespace

std::string_view status_name(FigureStatus status) {
    switch (status) {
        case FigureStatus::checked:
            return "checked";
        case FigureStatus::in_conflict:
            return "in conflict";
        case FigureStatus::unbound:
            return "unbound";
        case FigureStatus::uncheckable:
            return "uncheckable";
    }
    return {};
}

std::string_view power_name(Power power) {
    return power == Power::possible ? "possible" : "recomputed";
}

FigureAudit::FigureAudit(const model::Report& of, Diagnostics& to) : report(of), diagnostics(to) {
    states.reserve(report.quantities.size());
    for (const auto& of_run : report.quantities) states.emplace_back(of_run.size());
}

void FigureAudit::check(FigureState& state, std::string calculation, Power power) {
    if (state.status == FigureStatus::in_conflict) return;
    const bool known = state.status == FigureStatus::checked;
    const bool stronger = known && state.power == Power::possible && power == Power::recomputed;
    if (!known || stronger) state.power = power;
    state.status = FigureStatus::checked;
    state.reason.clear();
    if (stronger || state.calculation.empty()) state.calculation = std::move(calculation);
}

void FigureAudit::agrees(prose::RunId run, std::size_t quantity, std::string calculation) {
    check(states[run][quantity], std::move(calculation), Power::recomputed);
}

void FigureAudit::possible(prose::RunId run, std::size_t quantity, std::string calculation) {
    check(states[run][quantity], std::move(calculation), Power::possible);
}

void FigureAudit::conflicts(prose::RunId run, std::size_t quantity, std::string reason,
                            std::string calculation) {
    FigureState& state = states[run][quantity];
    if (state.status == FigureStatus::in_conflict) return;
    state = {FigureStatus::in_conflict, Power::recomputed, std::move(reason), std::move(calculation),
             std::move(state.fact)};
}

void FigureAudit::uncheckable(prose::RunId run, std::size_t quantity, std::string reason) {
    FigureState& state = states[run][quantity];
    if (state.status != FigureStatus::unbound) return;
    state.status = FigureStatus::uncheckable;
    state.reason = std::move(reason);
}

std::size_t Ledger::count(FigureStatus status) const {
    return static_cast<std::size_t>(std::count_if(figures.begin(), figures.end(),
                                                  [&](const FigureEntry& e) { return e.status == status; }));
}

std::size_t Ledger::only_possible() const {
    return static_cast<std::size_t>(std::count_if(figures.begin(), figures.end(), [](const FigureEntry& e) {
        return e.status == FigureStatus::checked && e.power == Power::possible;
    }));
}

Ledger check_all_figures(const model::Report& report, bool strict, Diagnostics& diagnostics) {
    FigureAudit audit(report, diagnostics);
    check_citations_of_facts(audit);
    check_dates_of_citations(audit);
    settle_insertions(audit);
    check_tables(audit);
    check_claims(audit);
    if (strict) warn_of_uncited(audit, diagnostics);
    return list_figures(audit);
}

/// What the charts and the annex call a fact that gives no label: its noun, else its name.
void check_labels_of_facts(const model::Report& report, Diagnostics& diagnostics) {
    std::map<std::pair<std::string_view, std::string_view>, const model::Fact*> seen;
    for (const model::Fact& fact : report.figures.facts) {
        const prose::FactDeclaration& declared = fact.declared;
        if (!fact.used || !fact.value || declared.name.empty() || !declared.label.empty()) continue;
        const std::string& shown = declared.noun.empty() ? declared.name : declared.noun;
        const auto [place, first] =
            seen.emplace(std::pair(std::string_view(shown), std::string_view(declared.when_text)), &fact);
        if (first && !declared.noun.empty()) continue;
        Diagnostic& diagnostic = diagnostics.add(declared.name_span, diag::fact_without_label, declared.name,
                                                 shown, first ? "" : ", as they do another fact");
        diagnostic.with_help(fmt::format("say what it counts: `{}  ..., label \"...\"`", declared.name));
        if (!first)
            diagnostic.relate(place->second->declared.name_span,
                              "`" + place->second->declared.name + "`, shown so too");
    }
}

void check_unused_facts(const model::Report& report, const Sources&, Diagnostics& diagnostics) {
    for (const model::Fact& fact : report.figures.facts) {
        if (!fact.used && !fact.declared.name.empty())
            diagnostics.add(fact.declared.name_span, diag::unused_fact, fact.declared.name);
    }
}

}  // namespace stet::validators

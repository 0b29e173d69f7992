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
            audit.cites(citation.written.run, i, citation.facts);
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

Ledger list_figures(FigureAudit& audit) {
    Ledger ledger;
    ledger.figures.reserve(audit.report.quantities.count());
    for (prose::RunId id = 0; id < audit.report.runs.size(); ++id) {
        const prose::Run& run = audit.report.runs[id];
        if (!listed(run)) continue;
        const std::span<const Quantity> quantities = audit.report.quantities[id];
        for (std::uint32_t i = 0; i < quantities.size(); ++i) {
            const Quantity& q = quantities[i];
            if (q.is_figure())
                ledger.figures.push_back({id, i, run.source(q.begin, q.end), audit.states[id][i]});
        }
    }
    ledger.texts = std::move(audit.texts);
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
            if (!q.is_figure() || general || audit.cites_fact(id, i)) continue;
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
    states.reserve(report.quantities.size(), report.quantities.count());
    for (prose::RunId run = 0; run < report.quantities.size(); ++run)
        states.add([&](auto& all) { all.resize(all.size() + report.quantities[run].size()); });
}

prose::SymbolId FigureAudit::text(std::string_view words) {
    return words.empty() ? prose::Symbols::none : texts.intern(words);
}

void FigureAudit::check(FigureState& state, std::string_view calculation, Power power) {
    if (state.status == FigureStatus::in_conflict) return;
    const bool known = state.status == FigureStatus::checked;
    const bool stronger = known && state.power == Power::possible && power == Power::recomputed;
    if (!known || stronger) state.power = power;
    state.status = FigureStatus::checked;
    state.reason = prose::Symbols::none;
    if (stronger || state.calculation == prose::Symbols::none) state.calculation = text(calculation);
}

void FigureAudit::agrees(prose::RunId run, std::size_t quantity, std::string_view calculation) {
    check(states[run][quantity], calculation, Power::recomputed);
}

void FigureAudit::possible(prose::RunId run, std::size_t quantity, std::string_view calculation) {
    check(states[run][quantity], calculation, Power::possible);
}

void FigureAudit::conflicts(prose::RunId run, std::size_t quantity, std::string_view reason,
                            std::string_view calculation) {
    FigureState& state = states[run][quantity];
    if (state.status == FigureStatus::in_conflict) return;
    state = {text(reason), text(calculation), state.facts, FigureStatus::in_conflict, Power::recomputed};
}

void FigureAudit::uncheckable(prose::RunId run, std::size_t quantity, std::string_view reason) {
    FigureState& state = states[run][quantity];
    if (state.status != FigureStatus::unbound) return;
    state.status = FigureStatus::uncheckable;
    state.reason = text(reason);
}

void FigureAudit::cites(prose::RunId run, std::size_t quantity, std::span<const model::FactId> facts) {
    FigureState& state = states[run][quantity];
    std::string names(state.facts == prose::Symbols::none ? std::string_view() : texts.form(state.facts));
    for (const model::FactId id : facts)
        names.append(names.empty() ? "" : ", ").append(report.figures.facts[id].declared.name);
    state.facts = text(names);
}

std::size_t Ledger::count(FigureStatus status) const {
    return static_cast<std::size_t>(
        std::count_if(figures.begin(), figures.end(),
                      [&](const FigureEntry& figure) { return figure.state.status == status; }));
}

std::size_t Ledger::only_possible() const {
    return static_cast<std::size_t>(std::count_if(figures.begin(), figures.end(), [](const FigureEntry& f) {
        return f.state.status == FigureStatus::checked && f.state.power == Power::possible;
    }));
}

FigureAccount account_of(const FigureEntry& figure, const Ledger& ledger, const model::Report& report) {
    const prose::Run& run = report.runs[figure.run];
    const Quantity& q = report.quantities[figure.run][figure.quantity];
    const FigureState& state = figure.state;
    const auto text = [&](prose::SymbolId id) {
        return id == prose::Symbols::none ? std::string_view() : ledger.texts.form(id);
    };
    FigureAccount account{figure.run,         q.begin,
                          figure.span,        run.words(q.begin, q.end),
                          reading_of(q, run), text(state.calculation),
                          text(state.facts),  evidence_of(report, figure.run),
                          state.status,       state.power,
                          text(state.reason)};
    if (account.status == FigureStatus::unbound && account.reason.empty())
        account.reason = "cites no fact, and nothing in the text proves it";
    return account;
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
        const std::string_view shown = declared.noun.empty() ? declared.name : declared.noun;
        const auto [place, first] = seen.emplace(std::pair(shown, declared.when_text), &fact);
        if (first && !declared.noun.empty()) continue;
        Diagnostic& diagnostic = diagnostics.add(declared.name_span, diag::fact_without_label, declared.name,
                                                 shown, first ? "" : ", as they do another fact");
        diagnostic.with_help(fmt::format("say what it counts: `{}  ..., label \"...\"`", declared.name));
        if (!first)
            diagnostic.relate(place->second->declared.name_span,
                              place->second->quoted_name() + ", shown so too");
    }
}

void check_unused_facts(const model::Report& report, const Sources&, Diagnostics& diagnostics) {
    for (const model::Fact& fact : report.figures.facts) {
        if (!fact.used && !fact.declared.name.empty())
            diagnostics.add(fact.declared.name_span, diag::unused_fact, fact.declared.name);
    }
}

}  // namespace stet::validators

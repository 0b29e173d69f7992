// Binding of facts and citations: names, order of evaluation, and the checks that facts owe each other.
#include "compiler/model/figures.hpp"

#include <algorithm>

#include "compiler/base/catalogue.hpp"
#include "compiler/base/shares.hpp"
#include "compiler/base/suggest.hpp"
#include "compiler/model/evaluate.hpp"

namespace stet::model {

namespace {

using prose::FactDeclaration;
using prose::Form;
using prose::Formula;
using prose::Operation;
using prose::QuantityKind;

constexpr std::size_t most_suggestions = 50;  // each compares with every name

struct Binder {
    Figures figures;
    Diagnostics& diagnostics;
    std::vector<std::string_view> names;
    std::size_t suggestions = 0;

    void index();
    std::optional<FactId> bind(std::string_view name, Span span);
    void bind_names(Fact& fact);
    void work_out_all();
    void work_out(Fact& fact);
    void report_cycle(const std::vector<FactId>& path, FactId again);
    void check(Fact& fact);
    void check_part(const Fact& fact, const Fact& whole);
    void check_rate(const Fact& fact);
    BoundCitation bind_citation(prose::Citation written);
    void apply_form(const Formula& formula, std::optional<FactValue>& value, std::optional<FactId> only,
                    Diagnostics* out);
    void mark_used();
};

void Binder::index() {
    for (std::size_t i = 0; i < figures.facts.size(); ++i) {
        figures.names.emplace_back(figures.facts[i].declared.name, static_cast<FactId>(i));
    }
    std::sort(figures.names.begin(), figures.names.end());
    for (std::size_t i = 1; i < figures.names.size(); ++i) {
        const auto& [name, id] = figures.names[i];
        if (figures.names[i - 1].first != name) continue;
        diagnostics.add(figures.facts[id].declared.name_span, diag::fact_defined_twice, name)
            .relate(figures.facts[figures.names[i - 1].second].declared.name_span, "given here first");
    }
    const auto last = std::unique(figures.names.begin(), figures.names.end(),
                                  [](const auto& a, const auto& b) { return a.first == b.first; });
    figures.names.erase(last, figures.names.end());
    for (const auto& [name, id] : figures.names) names.push_back(name);
}

std::optional<FactId> Binder::bind(std::string_view name, Span span) {
    const auto found = figures.find(name);
    if (found) return found;
    Diagnostic& unknown = diagnostics.add(span, diag::unknown_fact, name);
    if (suggestions++ < most_suggestions) unknown.with_help(did_you_mean(name, names));
    return std::nullopt;
}

void Binder::bind_names(Fact& fact) {
    const FactDeclaration& written = fact.declared;
    if (!written.base.empty()) fact.base = bind(written.base.name, written.base.span);
    if (!written.population.empty()) fact.population = bind(written.population.name, written.population.span);
    for (const prose::FormulaNode& node : written.formula.nodes) {
        if (node.operation == Operation::fact) bind(node.name, node.span);
    }
    const bool rate = written.stated && written.stated->kind == QuantityKind::rate;
    if (!rate) return;
    // A rate's `of` names what is counted; else the fact that its dotted name extends does.
    fact.counted = fact.base;
    fact.base.reset();
    const std::size_t dot = written.name.rfind('.');
    if (!fact.counted && fact.population && dot != std::string::npos)
        fact.counted = figures.find(written.name.substr(0, dot));
}

/// `as percent` on a formula's value; on a single count it is its share of its base.
void Binder::apply_form(const Formula& formula, std::optional<FactValue>& value, std::optional<FactId> only,
                        Diagnostics* out) {
    if (!value || formula.form != Form::percent) return;
    ValueResult result = as_percent(*value);
    if (only && figures.facts[*only].base && value->kind == QuantityKind::count) {
        const auto& whole = figures.facts[*figures.facts[*only].base].value;
        if (!whole) {
            value.reset();
            return;
        }
        result = share(*value, *whole);
    }
    if (const auto* good = std::get_if<FactValue>(&result)) {
        value = *good;
    } else {
        if (out != nullptr) out->add(formula.span, diag::form_impossible, printed(*value), "a percentage");
        value.reset();
    }
}

void Binder::work_out(Fact& fact) {
    const FactDeclaration& written = fact.declared;
    if (written.stated) {
        fact.value = stated_value(*written.stated, written.rounding, written.truncated);
        if (!fact.value->value.known()) {
            diagnostics.add(written.value_span, diag::number_too_large);
            fact.value.reset();
        }
        return;
    }
    Evaluated result = evaluate(written.formula, figures, diagnostics);
    fact.value = result.value;
    fact.calculation = std::move(result.calculation);
    apply_form(written.formula, fact.value, std::nullopt, &diagnostics);
}

void Binder::report_cycle(const std::vector<FactId>& path, FactId again) {
    const auto from = std::find(path.begin(), path.end(), again);
    std::string chain;
    std::size_t shown_names = 0;
    for (auto i = from; i != path.end() && shown_names < 8; ++i, ++shown_names)
        chain.append(figures.facts[*i].declared.name).append(", ");
    if (path.end() - from > 8) chain += "..., ";
    chain += figures.facts[again].declared.name;
    diagnostics.add(figures.facts[again].declared.name_span, diag::fact_cycle,
                    figures.facts[again].declared.name, chain);
}

/// Works out every fact after those that it rests on: depth first, without recursion.
void Binder::work_out_all() {
    enum class State : std::uint8_t { untouched, open, done };
    std::vector<State> states(figures.facts.size(), State::untouched);
    std::vector<FactId> path;
    std::vector<std::size_t> next_node;
    for (FactId start = 0; start < figures.facts.size(); ++start) {
        if (states[start] != State::untouched) continue;
        path.push_back(start), next_node.push_back(0);
        states[start] = State::open;
        while (!path.empty()) {
            const FactId current = path.back();
            const auto& nodes = figures.facts[current].declared.formula.nodes;
            if (next_node.back() == nodes.size()) {
                work_out(figures.facts[current]);
                states[current] = State::done;
                path.pop_back(), next_node.pop_back();
                continue;
            }
            const prose::FormulaNode& node = nodes[next_node.back()++];
            const auto needed = node.operation == Operation::fact ? figures.find(node.name) : std::nullopt;
            if (!needed || states[*needed] == State::done) continue;
            if (states[*needed] == State::open) {
                report_cycle(path, *needed);
                continue;
            }
            states[*needed] = State::open;
            path.push_back(*needed), next_node.push_back(0);
        }
    }
}

void Binder::check_part(const Fact& fact, const Fact& whole) {
    if (!fact.value || !whole.value || fact.value->kind != QuantityKind::count) return;
    if (whole.value->kind != QuantityKind::count) {
        diagnostics.add(fact.declared.base.span, diag::unit_clash, described(*fact.value),
                        described(*whole.value), "part and whole");
        return;
    }
    const bool above = fact.value->value > whole.value->value;
    if (!above || meet(fact.value->interval, Interval{std::nullopt, whole.value->interval.high, false,
                                                      whole.value->interval.high_open}) != Verdict::conflicts)
        return;
    diagnostics
        .add(fact.declared.value_span, diag::part_exceeds_whole, printed(*fact.value), printed(*whole.value))
        .relate(whole.declared.value_span, whole.quoted_name() + " is given here");
}

void Binder::check_rate(const Fact& fact) {
    if (!fact.counted || !fact.population || !fact.value) return;
    const Fact& counted = figures.facts[*fact.counted];
    const Fact& population = figures.facts[*fact.population];
    if (!counted.value || !population.value) return;
    const ValueResult result = rate(*counted.value, Rational(fact.value->per), *population.value);
    const auto* expected = std::get_if<FactValue>(&result);
    if (expected == nullptr) {
        const bool zero = std::get<ValueProblem>(result) == ValueProblem::division_by_zero;
        if (zero)
            diagnostics.add(fact.declared.value_span, diag::division_by_zero,
                            printed(*counted.value) + " / " + printed(*population.value));
        else if (counted.value->kind != QuantityKind::count || population.value->kind != QuantityKind::count)
            diagnostics.add(fact.declared.value_span, diag::unit_clash, described(*counted.value),
                            described(*population.value), "made a rate");
        return;
    }
    if (meet(expected->interval, fact.value->interval) != Verdict::conflicts) return;
    const std::string sum =
        printed(*counted.value) + " of " + printed(*population.value) + " is " + printed(*expected);
    diagnostics.add(fact.declared.value_span, diag::rate_disagrees, sum, printed(*fact.value))
        .relate(counted.declared.value_span, counted.quoted_name() + " is given here")
        .relate(population.declared.value_span, population.quoted_name() + " is given here");
}

void Binder::check(Fact& fact) {
    const FactDeclaration& written = fact.declared;
    if (fact.base) check_part(fact, figures.facts[*fact.base]);
    check_rate(fact);
    const bool counted =
        fact.value && (fact.value->kind == QuantityKind::count || fact.value->kind == QuantityKind::money);
    if (!counted || !written.stated || written.rounding == Rational(0) ||
        fact.value->bound != prose::Bound::none)
        return;
    if (!(fact.value->value / written.rounding).whole()) {
        diagnostics.add(written.value_span, diag::not_rounded, printed(*fact.value), shown(written.rounding))
            .relate(written.rounding_span, "the rounding is declared here");
    }
}

BoundCitation Binder::bind_citation(prose::Citation written) {
    BoundCitation bound;
    for (const prose::FormulaNode& node : written.formula.nodes) {
        if (node.operation != Operation::fact) continue;
        const auto id = bind(node.name, node.span);
        if (id && std::find(bound.facts.begin(), bound.facts.end(), *id) == bound.facts.end())
            bound.facts.push_back(*id);
    }
    if (written.formula.nodes.size() == 1 && !bound.facts.empty()) bound.only = bound.facts[0];
    Evaluated result = evaluate(written.formula, figures, diagnostics);
    bound.value = result.value;
    bound.calculation = std::move(result.calculation);
    apply_form(written.formula, bound.value, bound.only, &diagnostics);
    bound.written = std::move(written);
    return bound;
}

void Binder::mark_used() {
    std::vector<FactId> open;
    const auto use = [&](FactId id) {
        if (figures.facts[id].used) return;
        figures.facts[id].used = true;
        open.push_back(id);
    };
    for (const BoundCitation& citation : figures.citations) {
        for (const FactId id : citation.facts) use(id);
    }
    while (!open.empty()) {
        const FactId id = open.back();
        open.pop_back();
        const Fact& fact = figures.facts[id];
        for (const auto& other : {fact.base, fact.population, fact.counted}) {
            if (other) use(*other);
        }
        for (const prose::FormulaNode& node : fact.declared.formula.nodes) {
            const auto other = node.operation == Operation::fact ? figures.find(node.name) : std::nullopt;
            if (other) use(*other);
        }
    }
}

}  // namespace

std::optional<FactId> Figures::find(std::string_view name) const {
    const auto found =
        std::lower_bound(names.begin(), names.end(), name,
                         [](const auto& entry, std::string_view n) { return entry.first < n; });
    if (found == names.end() || found->first != name) return std::nullopt;
    return found->second;
}

namespace {

std::pair<FileId, std::uint32_t> place_of(Span span) {
    return {span.file, span.begin};
}

}  // namespace

const BoundCitation* Figures::at(Span span) const {
    const auto found = std::lower_bound(by_place.begin(), by_place.end(), place_of(span),
                                        [&](std::uint32_t i, const auto& place) {
                                            return place_of(citations[i].written.formula.span) < place;
                                        });
    if (found == by_place.end() || !(citations[*found].written.formula.span == span)) return nullptr;
    return &citations[*found];
}

Figures resolve_figures(prose::FigureReading reading, Diagnostics& diagnostics) {
    Binder binder{{}, diagnostics, {}, 0};
    binder.figures.facts.reserve(reading.facts.size());
    for (FactDeclaration& declared : reading.facts)
        binder.figures.facts.emplace_back().declared = std::move(declared);
    reading.facts = std::vector<FactDeclaration>();
    binder.index();
    for (Fact& fact : binder.figures.facts) binder.bind_names(fact);
    binder.work_out_all();
    for (Fact& fact : binder.figures.facts) binder.check(fact);
    binder.figures.citations.reserve(reading.citations.size());
    for (prose::Citation& citation : reading.citations)
        binder.figures.citations.push_back(binder.bind_citation(std::move(citation)));
    binder.mark_used();
    binder.figures.evidence = std::move(reading.evidence);
    std::vector<std::uint32_t>& places = binder.figures.by_place;
    const auto& citations = binder.figures.citations;
    for (std::uint32_t i = 0; i < citations.size(); ++i) places.push_back(i);
    std::sort(places.begin(), places.end(), [&](std::uint32_t a, std::uint32_t b) {
        return place_of(citations[a].written.formula.span) < place_of(citations[b].written.formula.span);
    });
    return std::move(binder.figures);
}

std::string written_value(const FactValue& value, const prose::NumberStyle& style) {
    const auto places = [&](int worked_out) { return value.decimals >= 0 ? value.decimals : worked_out; };
    switch (value.kind) {
        case QuantityKind::count:
            return value.bound == prose::Bound::none ? prose::written_count(value.value, style)
                                                     : printed(value);
        case QuantityKind::percent:
            return decimal(value.value, places(0)) + style.percent;
        case QuantityKind::rate:
            return decimal(value.value, places(0)) + " per " + decimal(value.per, 0);
        case QuantityKind::fraction:
            return shown(value.value, 2);
        default:
            return printed(value, 1);
    }
}

prose::NumberStyle number_style(const framework::HouseStyle& style) {
    return {style.words_below, style.percent == "%" ? "%" : " " + style.percent};
}

std::string written_when(const Fact& fact) {
    return std::string(fact.declared.when_text);
}

std::string inserted_text(const Figures& figures, const BoundCitation& citation,
                          const prose::NumberStyle& style) {
    const Form form = citation.written.formula.form;
    if (form == Form::date || form == Form::source) {
        if (!citation.only) return "?";
        const Fact& fact = figures.facts[*citation.only];
        return form == Form::date ? written_when(fact) : std::string(fact.declared.source);
    }
    if (!citation.value) return "?";
    prose::NumberStyle chosen = style;
    if (form == Form::words) chosen.words_below = 1000000000;
    if (form == Form::digits) chosen.words_below = 0;
    return written_value(*citation.value, chosen);
}

}  // namespace stet::model

// F12x: what an assertion's words say, held against the fact or formula that they cite.
#include <algorithm>
#include <array>
#include <map>
#include <optional>

#include "compiler/base/ascii.hpp"
#include "compiler/base/catalogue.hpp"
#include "compiler/base/shares.hpp"
#include "compiler/prose/writing.hpp"
#include "validators/figure_audit.hpp"
#include "validators/percentages.hpp"

namespace stet::validators {

namespace {

using model::BoundCitation;
using model::Fact;
using model::FactValue;
using prose::Approximation;
using prose::Bound;
using prose::Quantity;
using prose::QuantityKind;
using prose::Unit;

/// Days in a unit of days or weeks, months in a unit of months or years; 0 for other units.
std::int64_t in_small_units(Unit unit) {
    switch (unit) {
        case Unit::day:
        case Unit::month:
            return 1;
        case Unit::week:
            return 7;
        case Unit::year:
            return 12;
        default:
            return 0;
    }
}

bool days(Unit unit) {
    return unit == Unit::day || unit == Unit::week;
}

/// A quantity's numbers in the unit of `v`: a factor, absent where they do not convert.
std::optional<Rational> unit_factor(Unit from, Unit to) {
    if (from == to) return Rational(1);
    const std::int64_t a = in_small_units(from), b = in_small_units(to);
    if (a == 0 || b == 0 || days(from) != days(to)) return std::nullopt;
    return Rational::ratio(a, b);
}

/// "fall", "rise" and their kin; 0 for other words.
int direction(std::string_view word) {
    constexpr std::array<std::string_view, 12> down = {"decline", "decrease", "decreased", "down",
                                                       "drop",    "dropped",  "fall",      "fallen",
                                                       "fell",    "reduced",  "reduction", "loss"};
    constexpr std::array<std::string_view, 10> up = {"growth", "grew", "increase", "increased", "rise",
                                                     "risen",  "rose", "up",       "gain",      "grown"};
    const auto is = [&](std::string_view w) { return ascii::equal_ignoring_case(w, word); };
    if (std::any_of(down.begin(), down.end(), is)) return -1;
    return std::any_of(up.begin(), up.end(), is) ? 1 : 0;
}

class CitationCheck {
  public:
    CitationCheck(FigureAudit& audit, std::map<model::FactId, std::size_t>& told,
                  const BoundCitation& citation)
        : audit_(audit),
          told_(told),
          citation_(citation),
          written_(citation.written),
          run_(audit.report.runs[citation.written.run]) {}

    void check();

  private:
    struct Figure {
        Quantity quantity;
        std::optional<std::size_t> index;  ///< in the report's quantities of this run
    };

    [[nodiscard]] std::vector<Figure> figures() const;
    [[nodiscard]] std::string words() const { return std::string(run_.words(written_.begin, written_.end)); }
    [[nodiscard]] std::string subject() const;
    [[nodiscard]] std::optional<FactValue> base() const;
    [[nodiscard]] std::optional<FactValue> share_in_percent() const;
    [[nodiscard]] int stated_direction(const Quantity& q) const;
    [[nodiscard]] std::optional<int> true_direction() const;
    [[nodiscard]] bool is_base(const std::vector<Figure>& all, std::size_t i) const;
    void check_figure(const Figure& figure, bool of_base);
    void check_percent_of_count(const Figure& figure, const FactValue& part, const FactValue& whole);
    void check_number(const Figure& figure, const FactValue& value);
    void check_fraction(const Figure& figure);
    void check_direction(const Figure& figure);
    void check_date(const Quantity& q);
    void check_words();
    void wrong_unit(const Figure& figure, const FactValue& value);
    void agree(const Figure& figure, const std::string& calculation);
    template <class... Args>
    void conflict(const Figure& figure, const DiagnosticKind<Args...>& kind,
                  const std::type_identity_t<Args>&... args);
    void place_facts(Diagnostic& diagnostic) const;

    FigureAudit& audit_;
    std::map<model::FactId, std::size_t>& told_;  ///< where the conflict of a fact was reported
    const BoundCitation& citation_;
    const prose::Citation& written_;
    const prose::Run& run_;
    bool conflict_ = false;
};

std::vector<CitationCheck::Figure> CitationCheck::figures() const {
    std::vector<Figure> found;
    const auto& of_run = audit_.report.quantities[written_.run];
    for (const Quantity& q : written_.quantities) {
        if (!q.is_figure() && !(q.kind == QuantityKind::date && q.date_style == prose::DateStyle::year))
            continue;
        Figure figure{q, std::nullopt};
        for (std::size_t i = 0; i < of_run.size(); ++i) {
            if (of_run[i].number_begin < q.number_begin || of_run[i].number_end > q.number_end) continue;
            figure.index = i;
            // The words around may say more: the unit after the bracket, "fewer than" before it.
            if (of_run[i].is_figure() && of_run[i].number_begin == q.number_begin &&
                of_run[i].number_end == q.number_end)
                figure.quantity = of_run[i];
            break;
        }
        if (figure.quantity.kind == QuantityKind::date) {  // "2014" beside a fact that counts
            const bool dated = citation_.value && citation_.value->kind == QuantityKind::date;
            if (dated) continue;
            figure.quantity.kind = QuantityKind::count;
        }
        found.push_back(figure);
    }
    return found;
}

/// "`cla` is 305" or "320 - 305 is 15".
std::string CitationCheck::subject() const {
    const std::string value = printed(*citation_.value);
    if (!citation_.only) return citation_.calculation + " is " + value;
    const Fact& fact = audit_.report.figures.facts[*citation_.only];
    return fact.quoted_name() + " is " +
           (fact.calculation.empty() ? value : fact.calculation + ", which is " + value);
}

std::optional<FactValue> CitationCheck::base() const {
    if (!citation_.only) return std::nullopt;
    const Fact& fact = audit_.report.figures.facts[*citation_.only];
    return fact.base ? audit_.report.figures.facts[*fact.base].value : std::nullopt;
}

std::optional<FactValue> CitationCheck::share_in_percent() const {
    const FactValue& value = *citation_.value;
    if (value.kind == QuantityKind::percent) return value;
    const auto whole = base();
    const model::ValueResult result = whole ? model::share(value, *whole) : model::as_percent(value);
    const auto* good = std::get_if<FactValue>(&result);
    return good != nullptr ? std::optional(*good) : std::nullopt;
}

/// The direction word inside the bracket before the number.
int CitationCheck::stated_direction(const Quantity& q) const {
    const std::string_view before = run_.words(written_.begin, std::max(written_.begin, q.begin));
    int found = 0;
    for (std::size_t at = 0; at < before.size();) {
        std::size_t end = at;
        while (end < before.size() && ascii::letter(before[end])) ++end;
        if (const int d = direction(before.substr(at, end - at)); d != 0) found = d;
        at = end + 1;
    }
    return found;
}

/// Which way the difference went: by the dates of its two facts, earlier to later. Without dates the order of
/// the formula proves nothing.
std::optional<int> CitationCheck::true_direction() const {
    const auto sign = [](const Rational& v) { return v > Rational(0) ? 1 : v < Rational(0) ? -1 : 0; };
    const auto& nodes = written_.formula.nodes;
    const prose::Operation operation = nodes.back().operation;
    if (operation == prose::Operation::change || nodes.size() == 1) return sign(citation_.value->value);
    if (operation != prose::Operation::subtract || citation_.facts.size() != 2 || nodes.size() != 3)
        return std::nullopt;
    const auto& first = audit_.report.figures.facts[citation_.facts[0]].declared.when;
    const auto& second = audit_.report.figures.facts[citation_.facts[1]].declared.when;
    if (!first || !second || first->last == second->last) return std::nullopt;
    return first->last > second->last ? sign(citation_.value->value) : -sign(citation_.value->value);
}

void CitationCheck::place_facts(Diagnostic& diagnostic) const {
    for (const model::FactId id : citation_.facts) {
        const Fact& fact = audit_.report.figures.facts[id];
        diagnostic.relate(fact.declared.value_span, fact.quoted_name() + " is given here");
        if (citation_.only && fact.base) {
            const Fact& whole = audit_.report.figures.facts[*fact.base];
            diagnostic.relate(whole.declared.value_span,
                              whole.quoted_name() + ", of which it is a part, is given here");
        }
    }
}

void CitationCheck::agree(const Figure& figure, const std::string& calculation) {
    if (figure.index) audit_.agrees(written_.run, *figure.index, calculation);
}

/// One slip is reported once: later conflicts with the same fact join the first report.
template <class... Args>
void CitationCheck::conflict(const Figure& figure, const DiagnosticKind<Args...>& kind,
                             const std::type_identity_t<Args>&... args) {
    const Span span = run_.source(figure.quantity.number_begin, figure.quantity.end);
    std::string message = fmt::vformat(kind.info.text, fmt::make_format_args(args...));
    if (figure.index) audit_.conflicts(written_.run, *figure.index, message, citation_.calculation);
    if (conflict_) return;
    conflict_ = true;
    const auto told = citation_.only ? told_.find(*citation_.only) : told_.end();
    if (told != told_.end()) {
        audit_.diagnostics.all()[told->second].relate(span, std::move(message));
        return;
    }
    const std::size_t before = audit_.diagnostics.all().size();
    Diagnostic& diagnostic = audit_.diagnostics.add(span, kind, args...);
    place_facts(diagnostic);
    if (figure.quantity.approximation != Approximation::none) diagnostic.severity = Severity::query;
    if (citation_.only && audit_.diagnostics.all().size() > before) told_.emplace(*citation_.only, before);
}

void CitationCheck::wrong_unit(const Figure& figure, const FactValue& value) {
    conflict(
        figure, diag::figure_of_other_unit, model::described(model::stated_value(figure.quantity, {}, false)),
        citation_.only
            ? audit_.report.figures.facts[*citation_.only].quoted_name() + " is " + model::described(value)
            : citation_.calculation + " is " + model::described(value));
}

void CitationCheck::check_percent_of_count(const Figure& figure, const FactValue& part,
                                           const FactValue& whole) {
    const PercentageClaim claim{part.value, whole.value, part.interval, whole.interval, figure.quantity};
    const PercentageResult result = judge(claim);
    if (result.verdict == Verdict::agrees) agree(figure, result.calculation);
    if (result.verdict == Verdict::conflicts)
        conflict(figure, diag::percentage_disagrees, result.calculation, result.stated, result.nearest);
}

void CitationCheck::check_number(const Figure& figure, const FactValue& value) {
    const Quantity& q = figure.quantity;
    Rational factor(1);
    if (q.kind != QuantityKind::count || value.kind == QuantityKind::count) {
        const bool alike = q.kind == value.kind && (q.kind != QuantityKind::rate || q.per == value.per);
        const bool ages = q.kind == QuantityKind::age &&
                          (value.kind == QuantityKind::duration || value.kind == QuantityKind::count);
        const auto converted = value.unit == Unit::none && q.kind == QuantityKind::age
                                   ? std::optional(Rational(1))
                                   : unit_factor(q.unit, value.unit);
        if (!(alike || ages) || !converted) return wrong_unit(figure, value);
        factor = *converted;
    }
    // A bare number beside a fact with a unit is held against it: the unit stands in the words around.
    const Interval said = q.interval * Interval::point(factor);
    const bool signless = stated_direction(q) != 0 || value.value < Rational(0);
    const Rational truth = signless ? value.value.abs() : value.value;
    const bool same_bound =
        value.bound == Bound::none || (q.bound == value.bound && q.value * factor == value.value);
    if (same_bound && (said.contains(truth) || value.bound != Bound::none)) {
        agree(figure, subject());
    } else if (truth.known() && said.known()) {
        const std::string text(run_.words(q.begin, q.end));
        conflict(figure, diag::figure_disagrees, text, subject());
    }
}

void CitationCheck::check_fraction(const Figure& figure) {
    const auto percent = share_in_percent();
    if (!percent) return wrong_unit(figure, *citation_.value);
    const Interval said = fraction_interval(figure.quantity) * Interval::point(100);
    if (said.contains(percent->value)) return agree(figure, subject() + ", " + printed(*percent));
    conflict(figure, diag::figure_disagrees,
             std::string(run_.words(figure.quantity.begin, figure.quantity.end)),
             subject() + ", " + printed(*percent));
}

void CitationCheck::check_direction(const Figure& figure) {
    const int said = stated_direction(figure.quantity);
    const auto truth = said == 0 ? std::nullopt : true_direction();
    if (!truth || *truth == said) return;
    conflict(figure, diag::direction_disagrees, words(),
             *truth == 0  ? subject() + ", no change"
             : *truth > 0 ? "the number rose: " + subject()
                          : "the number fell: " + subject());
}

void CitationCheck::check_figure(const Figure& figure, bool of_base) {
    const Quantity& q = figure.quantity;
    const FactValue& value = *citation_.value;
    if (of_base) {
        const auto whole = base();
        if (!whole) return;
        if (q.interval.contains(whole->value)) return agree(figure, printed(*whole));
        return conflict(figure, diag::base_disagrees, std::string(run_.words(q.begin, q.end)),
                        "the whole is " + printed(*whole));
    }
    if (q.kind == QuantityKind::fraction) return check_fraction(figure);
    if (q.kind == QuantityKind::percent && value.kind != QuantityKind::percent) {
        const auto whole = base();
        if (whole && value.kind == QuantityKind::count && whole->kind == QuantityKind::count)
            return check_percent_of_count(figure, value, *whole);
        const auto percent = share_in_percent();
        return percent ? check_number(figure, *percent) : wrong_unit(figure, value);
    }
    check_number(figure, value);
    check_direction(figure);
}

/// The second number of "five of 12", "nine out of ten".
bool CitationCheck::is_base(const std::vector<Figure>& all, std::size_t i) const {
    if (i == 0 || all[i].quantity.kind != QuantityKind::count) return false;
    const std::string_view between = run_.words(all[i - 1].quantity.end, all[i].quantity.begin);
    return between == " of " || between == " out of " || between == " of the ";
}

void CitationCheck::check_date(const Quantity& q) {
    if (citation_.facts.empty()) return;
    const Fact& fact = audit_.report.figures.facts[citation_.facts[0]];
    const bool is_date = citation_.value && (citation_.value->kind == QuantityKind::date ||
                                             citation_.value->kind == QuantityKind::period);
    std::optional<prose::Days> truth = fact.declared.when;
    if (is_date) {
        truth.reset();
        if (const auto& stated = fact.declared.stated) truth = {stated->first, stated->last};
    }
    if (!truth || (q.first <= truth->last && truth->first <= q.last)) return;
    const std::string said(run_.words(q.begin, q.end));
    Diagnostic& diagnostic = audit_.diagnostics.add(
        run_.source(q.begin, q.end), diag::date_disagrees, said,
        is_date ? fact.quoted_name() : "the date of " + fact.quoted_name(),
        is_date ? prose::written_date(truth->last) : std::string(fact.declared.when_text));
    place_facts(diagnostic);
}

/// Words without a number: a quantifier of the framework, or nothing that could be proved.
void CitationCheck::check_words() {
    const std::string said = words();
    const auto percent = share_in_percent();
    for (const framework::QuantifierBand& band : audit_.report.framework.style.bands) {
        if (!percent || !ascii::equal_ignoring_case(band.words, said)) continue;
        // Bands are in whole percent: what rounds into one lies in it.
        if (Interval::closed(Rational(band.least) - Rational::ratio(1, 2),
                             Rational(band.most) + Rational::ratio(1, 2))
                .contains(percent->value))
            return;
        Diagnostic& diagnostic =
            audit_.diagnostics.add(written_.span, diag::quantifier_disagrees, said, shown(percent->value));
        diagnostic.note("the framework uses it for " + std::to_string(band.least) + "% to " +
                        std::to_string(band.most) + "%");
        place_facts(diagnostic);
        return;
    }
    audit_.diagnostics.add(written_.span, diag::citation_without_figure,
                           audit_.report.figures.facts[citation_.facts[0]].declared.name);
}

void CitationCheck::check() {
    const std::vector<Figure> all = figures();
    for (const Figure& figure : all) {
        if (!figure.index) continue;
        audit_.cites(written_.run, *figure.index, citation_.facts);
        if (!citation_.value) audit_.uncheckable(written_.run, *figure.index, "what it cites has no value");
    }
    if (!citation_.value || citation_.facts.empty()) return;
    bool dated = false;
    for (const Quantity& q : written_.quantities) {
        const bool date = q.kind == QuantityKind::period ||
                          (q.kind == QuantityKind::date && (q.date_style != prose::DateStyle::year ||
                                                            citation_.value->kind == QuantityKind::date));
        dated = dated || date;
        if (date) check_date(q);
    }
    if (all.empty() && !dated) return check_words();
    for (std::size_t i = 0; i < all.size(); ++i) check_figure(all[i], is_base(all, i));
}

}  // namespace

void check_citations_of_facts(FigureAudit& audit) {
    std::map<model::FactId, std::size_t> told;
    for (const BoundCitation& citation : audit.report.figures.citations) {
        if (citation.written.kind == prose::Citation::Kind::assertion && !citation.written.formula.empty())
            CitationCheck(audit, told, citation).check();
    }
}

}  // namespace stet::validators

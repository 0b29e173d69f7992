// F209 and F214: rates beside counts against the stated population, and durations given in two units.
#include <algorithm>
#include <array>

#include "compiler/base/catalogue.hpp"
#include "validators/claims.hpp"

namespace stet::validators {

namespace {

using prose::Quantity;
using prose::QuantityKind;
using prose::Unit;

struct Population {
    const ClaimRun* run;
    std::size_t index;
};

/// The number of children or people who live in the area, where the report gives exactly one: "63,200
/// children under the age of 18 live in ...".
std::optional<Population> stated_population(const ClaimTexts& texts) {
    constexpr auto living = std::to_array<std::string_view>({"live in", "living in", "live within"});
    std::optional<Population> found;
    for (const ClaimRun& run : texts.runs) {
        for (std::size_t i = 0; i < run.quantities.size(); ++i) {
            const Quantity& q = run.quantities[i];
            if (q.kind != QuantityKind::count || q.value < Rational(1000) || run.bracketed[i]) continue;
            const std::string_view noun = run.run->words(q.noun_begin, q.noun_end);
            const std::string_view after =
                run.run->words(q.end, run.sentences[run.sentence[i]].end).substr(0, 120);
            const bool of_children = find_words(noun, "children") == 0 &&
                                     find_words(after, "under the age of 18") != std::string_view::npos;
            if (!of_children || !mentions_any(after, living)) continue;
            if (found) return std::nullopt;
            found = Population{&run, i};
        }
    }
    return found;
}

/// "305 children were looked after (a rate of 52 per 10,000 children)": the count that a rate in brackets
/// belongs to is the only one before it in its sentence.
std::optional<std::size_t> counted(const ClaimRun& run, std::size_t rate) {
    const Quantity& q = run.quantities[rate];
    const std::string_view noun = run.run->words(q.noun_begin, q.noun_end);
    if (!run.bracketed[rate] || q.kind != QuantityKind::rate ||
        !(noun.empty() || find_words(noun, "children") == 0))
        return std::nullopt;
    std::optional<std::size_t> found;
    const std::size_t farthest = rate - std::min(rate, most_quantities_of_a_claim);
    for (std::size_t i = rate; i-- > farthest && run.sentence[i] == run.sentence[rate];) {
        if (!run.plain_count(i)) continue;
        if (found) return std::nullopt;
        found = i;
    }
    return found;
}

void check_rate(FigureAudit& audit, const ClaimRun& run, std::size_t rate, std::size_t count,
                const Population& population) {
    const Quantity &r = run.quantities[rate], &k = run.quantities[count],
                   &n = population.run->quantities[population.index];
    const Interval needed = Interval::point(k.value * Rational(r.per)) / r.interval;
    // A population of the year before or after may differ: three in a hundred to either side.
    const Interval drifting =
        n.interval * Interval::closed(Rational::ratio(97, 100), Rational::ratio(103, 100));
    const Verdict verdict = meet(needed, drifting);
    const std::string range = shown(needed.low.value_or(Rational(0)), 0) + " to " +
                              (needed.high ? shown(*needed.high, 0) : "any number");
    const std::string sum = shown(k.value) + " of " + shown(n.value) + " is " +
                            shown(Rational(r.per) * k.value / n.value, r.decimals + 2) + " per " +
                            shown(r.per);
    if (verdict == Verdict::agrees)
        audit.agrees(run.id, rate, sum + ", as near as populations of other years allow");
    if (verdict != Verdict::conflicts) return;
    audit.conflicts(run.id, rate, "it would need a population of " + range, sum);
    audit.diagnostics
        .add(run.place(rate), diag::rate_unlike_population, run.words(rate), run.words(count), range,
             shown(n.value))
        .relate(population.run->place(population.index), "the population stands here")
        .note(sum);
}

/// "20 months (608 days)": months of 365/12 days and the like, each rounded as written.
void check_two_units(FigureAudit& audit, const ClaimRun& run, std::size_t i) {
    if (i + 1 >= run.quantities.size() || run.between(i, i + 1) != " (") return;
    const Quantity &a = run.quantities[i], &b = run.quantities[i + 1];
    if (a.kind != QuantityKind::duration || b.kind != QuantityKind::duration || a.unit == b.unit || a.range ||
        b.range)
        return;
    if (a.bound != prose::Bound::none || b.bound != prose::Bound::none || run.text().substr(b.end, 1) != ")")
        return;
    const auto in_days = [](const Quantity& q) -> std::optional<Interval> {
        const Interval rounded = Interval::rounded(q.value, q.step);
        switch (q.unit) {
            case Unit::day:
                return rounded;
            case Unit::week:
                return rounded * Interval::point(7);
            case Unit::month:
                return rounded * Interval::closed(30, 31);
            case Unit::year:
                return rounded * Interval::closed(365, 366);
            default:
                return std::nullopt;
        }
    };
    const auto one = in_days(a), other = in_days(b);
    if (!one || !other) return;
    const std::string sum = run.words(i) + " is " + shown(one->low.value_or(Rational(0)), 0) + " to " +
                            shown(one->high.value_or(Rational(0)), 0) + " days";
    if (meet(*one, *other) == Verdict::agrees) {
        audit.agrees(run.id, i, sum);
        audit.agrees(run.id, i + 1, sum);
        return;
    }
    audit.conflicts(run.id, i + 1, "the same duration in two units differs", sum);
    audit.diagnostics.add(run.place(i + 1), diag::durations_differ, run.words(i), run.words(i + 1), sum);
}

}  // namespace

void check_rate_claims(FigureAudit& audit, const ClaimTexts& texts) {
    const auto population = stated_population(texts);
    for (const ClaimRun& run : texts.runs) {
        for (std::size_t i = 0; i < run.quantities.size(); ++i) {
            check_two_units(audit, run, i);
            const auto count = population ? counted(run, i) : std::nullopt;
            if (count && audit.states[run.id][i].fact.empty()) check_rate(audit, run, i, *count, *population);
        }
    }
}

}  // namespace stet::validators

// The arithmetic of one percentage, in words.
#include "validators/percentages.hpp"

#include <array>

#include "compiler/base/shares.hpp"

namespace stet::validators {

namespace {

using prose::Approximation;
using prose::Bound;

/// The fractions that people name; a plain one stands for the values to which no other is nearer.
const std::array<Rational, 13> common_fractions = {Rational(0),
                                                   Rational::ratio(1, 10),
                                                   Rational::ratio(1, 5),
                                                   Rational::ratio(1, 4),
                                                   Rational::ratio(1, 3),
                                                   Rational::ratio(2, 5),
                                                   Rational::ratio(1, 2),
                                                   Rational::ratio(3, 5),
                                                   Rational::ratio(2, 3),
                                                   Rational::ratio(3, 4),
                                                   Rational::ratio(4, 5),
                                                   Rational::ratio(9, 10),
                                                   Rational(1)};

std::string said(const prose::Quantity& q) {
    std::string text = percent_text(q.value, q);
    if (q.range) text += " to " + percent_text(q.upper, q);
    switch (q.bound) {
        case Bound::fewer:
            return "less than " + text;
        case Bound::at_most:
            return "at most " + text;
        case Bound::more:
            return "more than " + text;
        case Bound::at_least:
            return "at least " + text;
        case Bound::none:
            break;
    }
    return q.approximation == Approximation::none ? text : "about " + text;
}

}  // namespace

std::string percent_text(const Rational& value, const prose::Quantity& like) {
    return decimal(value, like.decimals) + "%";
}

std::string range_text(const Rational& first, const Rational& last) {
    return first == last ? shown(first) : shown(first) + " to " + shown(last);
}

Interval fraction_interval(const prose::Quantity& q) {
    if (q.bound != Bound::none) return q.interval;
    Rational below(0), above(1);
    for (const Rational& f : common_fractions) {
        if (f < q.value) below = f;
    }
    for (auto f = common_fractions.rbegin(); f != common_fractions.rend(); ++f) {
        if (*f > q.value) above = *f;
    }
    // "Almost half" may be said of all that is nearer to no fraction on the other side.
    if (q.approximation == Approximation::below) return {below, q.value, false, true};
    if (q.approximation == Approximation::above) return {q.value, above, true, false};
    return Interval::closed((below + q.value) / Rational(2), (q.value + above) / Rational(2));
}

PercentageResult judge(const PercentageClaim& claim) {
    PercentageResult result;
    const prose::Quantity& q = claim.percent;
    result.verdict = percentage_agrees(claim.parts, claim.wholes, q.interval);
    const Rational exact = percentage(claim.part, claim.whole);
    result.calculation =
        shown(claim.part) + " of " + shown(claim.whole) + " is " + shown(exact, q.decimals + 2) + "%";
    const std::string rounded = percent_text(exact, q);
    if (shown(exact, q.decimals + 2) + "%" != rounded) result.calculation += ", which rounds to " + rounded;
    result.stated = said(q);
    if (result.verdict != Verdict::conflicts) return result;
    const auto counts = counts_giving(q.interval, claim.whole);
    result.nearest = counts ? result.stated + " would need " + range_text(counts->first, counts->last) +
                                  " of " + shown(claim.whole)
                            : "no whole number of " + shown(claim.whole) + " gives " + result.stated;
    if (const auto bases = bases_giving(q.interval, claim.part)) {
        result.nearest += (counts ? ", or " : "; " + result.stated + " would need ") + shown(claim.part) +
                          " of " + range_text(bases->first, bases->last);
    }
    return result;
}

}  // namespace stet::validators

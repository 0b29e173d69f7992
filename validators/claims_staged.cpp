// F217: shares within one time and within a longer one: "71% of visits took place within 24 hours and 86%
// within 72 hours".
#include <array>

#include "compiler/base/catalogue.hpp"
#include "validators/claims.hpp"

namespace stet::validators {

namespace {

using prose::Quantity;
using prose::QuantityKind;
using prose::Unit;

bool stated(const Quantity& q) {
    return q.kind == QuantityKind::percent && q.bound == prose::Bound::none && !q.range && !q.compound;
}

/// In hours, months and years as long as they are at least; absent for working days, which only compare with
/// each other.
std::optional<Rational> hours(const Quantity& q) {
    constexpr int day = 24;
    switch (q.unit) {
        case Unit::hour:
            return q.value;
        case Unit::day:
            return q.value * Rational(day);
        case Unit::week:
            return q.value * Rational(7 * day);
        case Unit::month:
            return q.value * Rational(30 * day);
        case Unit::year:
            return q.value * Rational(365 * day);
        default:
            return std::nullopt;
    }
}

bool within(const Quantity& q) {
    return q.kind == QuantityKind::duration && q.bound == prose::Bound::at_most && !q.range;
}

bool shorter(const Quantity& a, const Quantity& b) {
    if (a.unit == b.unit) return a.value < b.value;
    const auto one = hours(a), other = hours(b);
    return one && other && *one < *other;
}

/// "p within d and q within e": who is seen within the shorter time is seen within the longer. Two shares
/// that could be parts of one whole prove nothing.
void check(FigureAudit& audit, const ClaimRun& run, std::size_t i) {
    constexpr auto joints =
        std::to_array<std::string_view>({" and ", ", and ", ", ", "; ", " but ", ", but ", ", with "});
    const Quantity &p = run.quantities[i], &d = run.quantities[i + 1], &q = run.quantities[i + 2],
                   &e = run.quantities[i + 3];
    if (run.sentence[i] != run.sentence[i + 3] || run.crowded(run.sentence[i]) || !stated(p) || !within(d) ||
        !stated(q) || !within(e) || run.bracketed[i] || run.bracketed[i + 2])
        return;
    const std::string_view clause = run.between(i, i + 1), joint = run.between(i + 1, i + 2);
    if (std::find(joints.begin(), joints.end(), joint) == joints.end() || run.between(i + 2, i + 3) != " " ||
        clause.find_first_of(".,;:()") != std::string_view::npos)
        return;
    const bool rises = shorter(d, e);
    if (!rises && !shorter(e, d)) return;
    const std::size_t inner = rises ? i : i + 2, outer = rises ? i + 2 : i;
    const Quantity &least = run.quantities[inner], &most = run.quantities[outer];
    if (least.value <= most.value) {
        const std::string sum = run.words(inner) + " is not above " + run.words(outer);
        audit.possible(run.id, inner, sum);
        return audit.possible(run.id, outer, sum);
    }
    if (p.value + q.value <= Rational(100) || !least.interval.low || !most.interval.high ||
        *least.interval.low < *most.interval.high)
        return;
    audit.conflicts(run.id, inner, "above the share within a longer time", "");
    audit.conflicts(run.id, outer, "below the share within a shorter time", "");
    audit.diagnostics
        .add(run.place(inner), diag::nested_measures_out_of_order, run.words(inner), run.words(outer))
        .relate(run.place(outer), "the other measure");
}

}  // namespace

void check_staged_claims(FigureAudit& audit, const ClaimTexts& texts) {
    for (const ClaimRun& run : texts.runs) {
        for (std::size_t i = 0; i + 3 < run.quantities.size(); ++i) check(audit, run, i);
    }
}

}  // namespace stet::validators

// What quantities mean as intervals, and how they are named and compared.
#include "compiler/prose/quantity.hpp"

#include <array>

namespace stet::prose {

namespace {

/// The unit of the last digit of `v` that is not zero, a multiple of `step`: 100 for 63,200.
Rational visible_step(const Rational& v, const Rational& step) {
    const Rational ten(10);
    Rational unit = step;
    if (!v.known() || !unit.known() || v == Rational(0)) return unit;
    for (int i = 0; i < 18 && (v / (unit * ten)).whole(); ++i) unit = unit * ten;
    return unit;
}

Interval approximate(const Quantity& q) {
    const Rational half = visible_step(q.value, q.step) / Rational(2);
    const Rational tenth = q.value.abs() / Rational(10);
    const Rational reach = half < tenth ? half : tenth;
    switch (q.approximation) {
        case Approximation::none:
            return Interval::point(q.value);
        case Approximation::about:
            return Interval::closed(q.value - reach, q.upper + reach);
        case Approximation::below:
            return {q.value - reach, q.value, false, true};
        case Approximation::above:
            return {q.upper, q.upper + reach, true, false};
    }
    return Interval::point(q.value);
}

Interval bounded(const Quantity& q) {
    const bool from_zero = q.kind != QuantityKind::points;
    Interval result;
    switch (q.bound) {
        case Bound::fewer:
            result = Interval::less_than(q.value);
            break;
        case Bound::at_most:
            result = Interval::at_most(q.upper);
            break;
        case Bound::more:
            return Interval::more_than(q.value);
        case Bound::at_least:
            return Interval::at_least(q.value);
        case Bound::none:
            return Interval::point(q.value);
    }
    if (from_zero) result.low = Rational(0);
    return result;
}

bool rounded_kind(QuantityKind kind) {
    return kind == QuantityKind::percent || kind == QuantityKind::points || kind == QuantityKind::rate;
}

/// Which durations convert exactly into each other.
int family(Unit unit) {
    switch (unit) {
        case Unit::second:
        case Unit::minute:
        case Unit::hour:
        case Unit::day:
        case Unit::week:
            return 1;
        case Unit::month:
        case Unit::year:
            return 2;
        default:
            return 10 + static_cast<int>(unit);
    }
}

}  // namespace

Interval meaning(const Quantity& q) {
    if (q.bound != Bound::none) return bounded(q);
    if (q.approximation != Approximation::none) return approximate(q);
    if (q.range) return Interval::closed(q.value, q.upper);
    if (q.kind == QuantityKind::fraction) return Interval::point(q.value);
    if (rounded_kind(q.kind) || q.step != Rational(1)) return Interval::rounded(q.value, q.step);
    return Interval::point(q.value);
}

std::string unit_name(const Quantity& q) {
    constexpr std::array<const char*, 16> names = {
        "",      "seconds", "minutes",    "hours", "days",     "working days", "weeks", "months",
        "years", "metres",  "kilometres", "miles", "hectares", "pounds",       "euros", "dollars"};
    switch (q.kind) {
        case QuantityKind::percent:
            return "percent";
        case QuantityKind::points:
            return "percentage points";
        case QuantityKind::rate:
            return "per " + decimal(q.per, 0);
        case QuantityKind::age:
            return "years of age";
        default:
            return names[static_cast<std::size_t>(q.unit)];
    }
}

bool comparable(const Quantity& a, const Quantity& b) {
    if (a.kind != b.kind) return false;
    if (a.kind == QuantityKind::rate) return a.per == b.per;
    return family(a.unit) == family(b.unit);
}

}  // namespace stet::prose

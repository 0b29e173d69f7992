// Exact arithmetic with units; intervals are carried along.
#include "compiler/model/values.hpp"

#include "compiler/prose/writing.hpp"

namespace stet::model {

namespace {

using prose::Bound;
using prose::QuantityKind;

bool ratio(const FactValue& v) {
    return v.literal || v.kind == QuantityKind::fraction;
}

bool same_unit(const FactValue& a, const FactValue& b) {
    return a.kind == b.kind && a.unit == b.unit && a.per == b.per && a.kind != QuantityKind::date &&
           a.kind != QuantityKind::period;
}

/// `like` gives the unit of the result.
ValueResult result(const FactValue& like, const Rational& value, const Interval& interval) {
    if (!value.known()) return ValueProblem::too_large;
    FactValue made = like;
    made.value = value;
    made.interval = interval;
    made.decimals = -1;
    made.bound = Bound::none;
    return made;
}

FactValue of_kind(QuantityKind kind, std::int64_t per = 0) {
    FactValue made;
    made.kind = kind;
    made.per = per;
    return made;
}

/// The unit that a sum or difference has; absent where there is none.
std::optional<FactValue> common_unit(const FactValue& a, const FactValue& b, bool difference) {
    const bool percent_a = a.kind == QuantityKind::percent, percent_b = b.kind == QuantityKind::percent;
    if (percent_a && percent_b) return of_kind(difference ? QuantityKind::points : QuantityKind::percent);
    if (percent_a && b.kind == QuantityKind::points) return a;
    if (percent_b && a.kind == QuantityKind::points && !difference) return b;
    if (same_unit(a, b)) return a.literal ? b : a;
    if (a.literal && b.kind == QuantityKind::fraction) return b;
    if (b.literal && a.kind == QuantityKind::fraction) return a;
    return std::nullopt;
}

ValueResult add_or_subtract(const FactValue& a, const FactValue& b, bool difference) {
    const auto unit = common_unit(a, b, difference);
    if (!unit) return ValueProblem::unit_clash;
    return difference ? result(*unit, a.value - b.value, a.interval - b.interval)
                      : result(*unit, a.value + b.value, a.interval + b.interval);
}

Interval scaled(const Interval& i, const Rational& by) {
    return i * Interval::point(by);
}

}  // namespace

FactValue literal_value(const Rational& number) {
    FactValue made;
    made.value = number;
    made.interval = Interval::point(number);
    made.literal = true;
    return made;
}

FactValue stated_value(const prose::Quantity& stated, const Rational& rounding, bool truncated) {
    FactValue made;
    made.value = stated.value;
    made.interval = stated.interval;
    made.kind = stated.kind;
    made.unit = stated.unit;
    made.per = stated.kind == QuantityKind::rate ? stated.per : 0;
    made.decimals = stated.decimals;
    made.bound = stated.bound;
    made.date = stated.last;
    const bool counted = made.kind == QuantityKind::count || made.kind == QuantityKind::money;
    if (counted && stated.bound == Bound::none && rounding > Rational(0)) {
        made.interval = truncated ? Interval::truncated(stated.value, rounding)
                                  : Interval::rounded(stated.value, rounding);
        if (stated.value >= Rational(0)) made.interval = intersection(made.interval, Interval::at_least(0));
    }
    return made;
}

ValueResult add(const FactValue& a, const FactValue& b) {
    return add_or_subtract(a, b, false);
}

ValueResult subtract(const FactValue& a, const FactValue& b) {
    return add_or_subtract(a, b, true);
}

ValueResult multiply(const FactValue& a, const FactValue& b) {
    const Interval product = a.interval * b.interval;
    if (ratio(a)) return result(b, a.value * b.value, product);
    if (ratio(b)) return result(a, a.value * b.value, product);
    const FactValue& count = a.kind == QuantityKind::count ? a : b;
    const FactValue& other = a.kind == QuantityKind::count ? b : a;
    if (count.kind != QuantityKind::count) return ValueProblem::unit_clash;
    const Rational part = other.kind == QuantityKind::percent ? Rational::ratio(1, 100)
                          : other.kind == QuantityKind::rate  ? Rational::ratio(1, other.per)
                                                              : Rational::unknown();
    if (part.known()) return result(count, a.value * b.value * part, scaled(product, part));
    const bool each = other.kind == QuantityKind::money || other.kind == QuantityKind::duration;
    return each ? result(other, a.value * b.value, product) : ValueResult(ValueProblem::unit_clash);
}

ValueResult divide(const FactValue& a, const FactValue& b) {
    const bool each =
        b.kind == QuantityKind::count && (a.kind == QuantityKind::money || a.kind == QuantityKind::duration);
    const bool alike = same_unit(a, b) && !b.literal;
    if (!alike && !ratio(b) && !each) return ValueProblem::unit_clash;
    if (b.value == Rational(0)) return ValueProblem::division_by_zero;
    return result(alike ? of_kind(QuantityKind::fraction) : a, a.value / b.value, a.interval / b.interval);
}

ValueResult share(const FactValue& a, const FactValue& b) {
    if (!same_unit(a, b)) return ValueProblem::unit_clash;
    if (b.value == Rational(0)) return ValueProblem::division_by_zero;
    return result(of_kind(QuantityKind::percent), Rational(100) * a.value / b.value,
                  scaled(a.interval / b.interval, 100));
}

ValueResult rate(const FactValue& a, const Rational& per, const FactValue& b) {
    if (a.kind != QuantityKind::count || b.kind != QuantityKind::count || !per.whole())
        return ValueProblem::unit_clash;
    if (b.value == Rational(0)) return ValueProblem::division_by_zero;
    return result(of_kind(QuantityKind::rate, static_cast<std::int64_t>(per.numerator())),
                  per * a.value / b.value, scaled(a.interval / b.interval, per));
}

ValueResult change(const FactValue& a, const FactValue& b) {
    if (!same_unit(a, b)) return ValueProblem::unit_clash;
    if (a.value == Rational(0)) return ValueProblem::division_by_zero;
    return result(of_kind(QuantityKind::percent), Rational(100) * (b.value - a.value) / a.value,
                  scaled(b.interval / a.interval - Interval::point(1), 100));
}

FactValue negate(const FactValue& a) {
    FactValue made = a;
    made.value = -a.value;
    made.interval = -a.interval;
    made.decimals = -1;
    return made;
}

ValueResult as_percent(const FactValue& a) {
    if (a.kind == QuantityKind::percent) return a;
    if (!ratio(a)) return ValueProblem::unit_clash;
    return result(of_kind(QuantityKind::percent), Rational(100) * a.value, scaled(a.interval, 100));
}

std::string printed(const FactValue& v, int places) {
    std::string text;
    if (v.kind == QuantityKind::date || v.kind == QuantityKind::period) return prose::written_date(v.date);
    switch (v.bound) {
        case Bound::fewer:
            text = "fewer than ";
            break;
        case Bound::at_most:
            text = "at most ";
            break;
        case Bound::more:
            text = "more than ";
            break;
        case Bound::at_least:
            text = "at least ";
            break;
        case Bound::none:
            break;
    }
    const std::string number = shown(v.value, v.kind == QuantityKind::fraction ? places + 2 : places);
    if (v.kind == QuantityKind::money) return text + std::string(prose::currency_sign(v.unit)) + number;
    if (v.kind == QuantityKind::percent) return text + number + "%";
    prose::Quantity unit;
    unit.kind = v.kind;
    unit.unit = v.unit;
    unit.per = v.per;
    const std::string name = v.kind == QuantityKind::age ? "years" : prose::unit_name(unit);
    return text + number + (name.empty() ? "" : " " + name);
}

std::string described(const FactValue& v) {
    prose::Quantity unit;
    unit.kind = v.kind;
    unit.unit = v.unit;
    unit.per = v.per;
    switch (v.kind) {
        case QuantityKind::count:
            return "a count";
        case QuantityKind::percent:
            return "a percentage";
        case QuantityKind::rate:
            return "a rate " + prose::unit_name(unit);
        case QuantityKind::fraction:
            return "a fraction";
        case QuantityKind::date:
        case QuantityKind::period:
            return "a date";
        case QuantityKind::money:
            return "an amount in " + prose::unit_name(unit);
        case QuantityKind::age:
            return "an age";
        default:
            return "a number of " + prose::unit_name(unit);
    }
}

}  // namespace stet::model

// Values of facts with their units, and the exact arithmetic of formulas on them.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <variant>

#include "compiler/prose/formula.hpp"
#include "compiler/prose/quantity.hpp"

namespace stet::model {

/// What a fact or formula stands for.
struct FactValue {
    Rational value;     ///< as stated, or worked out from stated values
    Interval interval;  ///< what it may truly be, by the declared rounding and bounds of what it rests on
    prose::QuantityKind kind = prose::QuantityKind::count;
    prose::Unit unit = prose::Unit::none;
    std::int64_t per = 0;
    int decimals = -1;     ///< as stated; -1 where worked out
    bool literal = false;  ///< a bare number of a formula, which has no unit
    prose::Bound bound = prose::Bound::none;
    CivilDate date;  ///< where kind is date
};

/// Why an operation has no result.
enum class ValueProblem : std::uint8_t { unit_clash, division_by_zero, too_large };

using ValueResult = std::variant<FactValue, ValueProblem>;

FactValue literal_value(const Rational& number);
/// A stated quantity. Counts and money that are declared rounded (or cut off) stand for their interval.
FactValue stated_value(const prose::Quantity& stated, const Rational& rounding, bool truncated);

ValueResult add(const FactValue& a, const FactValue& b);
ValueResult subtract(const FactValue& a, const FactValue& b);
ValueResult multiply(const FactValue& a, const FactValue& b);
ValueResult divide(const FactValue& a, const FactValue& b);
/// 100 a / b in percent; both of one unit.
ValueResult share(const FactValue& a, const FactValue& b);
/// per * a / b, of two counts.
ValueResult rate(const FactValue& a, const Rational& per, const FactValue& b);
/// From a to b in percent of a.
ValueResult change(const FactValue& a, const FactValue& b);
FactValue negate(const FactValue& a);
/// A fraction or percentage in percent; a clash for any other.
ValueResult as_percent(const FactValue& a);

/// As messages show it, at most `places` decimals: "305", "52.46%", "48 per 10,000", "£214,000", "27 weeks".
std::string printed(const FactValue& value, int places = 2);
/// The kind of thing it is: "a count", "a percentage", "a rate per 10,000", "a number of weeks".
std::string described(const FactValue& value);

}  // namespace stet::model

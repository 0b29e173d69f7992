// Whether a written percentage of a count can be true, with the arithmetic and the nearest values that agree.
#pragma once

#include <string>

#include "compiler/base/interval.hpp"
#include "compiler/prose/quantity.hpp"

namespace stet::validators {

struct PercentageClaim {
    Rational part;  ///< as stated
    Rational whole;
    Interval parts;  ///< what the stated counts may truly be
    Interval wholes;
    prose::Quantity percent;
};

struct PercentageResult {
    Verdict verdict = Verdict::undecided;
    std::string calculation;  ///< "160 of 305 is 52.46%, which rounds to 52%"
    std::string stated;       ///< "53%"
    std::string nearest;      ///< "53% would need 161 to 163 of 305"
};

PercentageResult judge(const PercentageClaim& claim);

/// "52%", with the decimals that `like` is written with.
std::string percent_text(const Rational& value, const prose::Quantity& like);

/// The values for which a named fraction stands, all those to which no other common fraction is nearer; of a
/// bounded one what the bound says.
Interval fraction_interval(const prose::Quantity& fraction);

/// "161 to 163", or "161" for one.
std::string range_text(const Rational& first, const Rational& last);

}  // namespace stet::validators

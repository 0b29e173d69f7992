// Values written as prose in a house style.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "compiler/prose/quantity.hpp"

namespace stet::prose {

/// How a report writes numbers.
struct NumberStyle {
    std::uint32_t words_below = 10;  ///< whole counts below this are words
    std::string percent = "%";       ///< or " per cent", with its space
};

/// "31 March 2013"; a month or day of 0 is left out.
std::string written_date(const CivilDate& date);
/// "£", "$", "€"; empty for other units.
std::string_view currency_sign(Unit unit);
/// A count: in words where it is whole and below `words_below`, else in digits with at most one decimal.
std::string written_count(const Rational& value, const NumberStyle& style);

}  // namespace stet::prose

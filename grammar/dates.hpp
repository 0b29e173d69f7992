// The grammar of dates and periods in running text.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "compiler/prose/quantity.hpp"

namespace stet::grammar {

/// The date or period whose first digit stands at `at`: "31 March 2013", "1/04/12", "2012–13", "14 to 16
/// January 2014", and, looking back over a month name, "March 2013". Looks back no further than `floor`. A
/// bare year (1800 to 2099) is a date; its number fields are set as well. `between` lets "and" join two
/// dates.
std::optional<prose::Quantity> read_date(std::string_view text, std::size_t at, std::size_t floor,
                                         bool between);

/// What PEGTL's analysis finds wrong with the rules (loops without progress): 0.
std::size_t date_rule_problems();

}  // namespace stet::grammar

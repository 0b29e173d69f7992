// What kind of quantity a number is by the words around it, once it is read.
#pragma once

#include <cstddef>
#include <string_view>

#include "compiler/prose/context.hpp"
#include "compiler/prose/quantity.hpp"

namespace stet::grammar {

/// Digits with commas between them: "63,200".
struct DigitGroups {
    std::size_t end = 0;
    bool odd = false;  ///< of no thousands: "42,6163", a note's mark run on
};
DigitGroups digit_groups(std::string_view text, std::size_t at);

/// Makes a count or duration an age ("aged 18 to 21", "children under 18"), an interval ("6 weekly visits")
/// or a rate ("36 children per 10,000"), where the text around it says so. `lead` stands before it;
/// `age_bound`: "or older" and the like stand after it.
void settle_kind(prose::Quantity& q, std::string_view text, const prose::Lead& lead, bool age_bound);

}  // namespace stet::grammar

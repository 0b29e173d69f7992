// The grammar of English quantities in running text.
#pragma once

#include <vector>

#include "compiler/prose/quantity.hpp"
#include "compiler/prose/run.hpp"

namespace stet::grammar {

/// Every quantity of the run, in order, none overlapping another. Linear in the run's length; starts at
/// digits and number words only.
std::vector<prose::Quantity> read_quantities(const prose::Run& run);
/// The same, appended to `found`.
void read_quantities(const prose::Run& run, std::vector<prose::Quantity>& found);

/// The same on bare text (a fact's value, a bracket).
std::vector<prose::Quantity> read_quantities(std::string_view text);

}  // namespace stet::grammar

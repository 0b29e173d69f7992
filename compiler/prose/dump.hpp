// Running texts and what was read in them, for `stet debug mentions`.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "compiler/prose/quantity.hpp"
#include "compiler/prose/run.hpp"

namespace stet::prose {

/// One run after another: id, kind, nesting, text, then its marks and quantities a line each. `quantities`
/// has one list for each run, or is shorter.
std::string dump(std::span<const Run> runs, std::span<const std::vector<Quantity>> quantities);

}  // namespace stet::prose

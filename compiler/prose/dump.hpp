// Running texts and what was read in them, for `stet debug mentions`.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "compiler/prose/per_run.hpp"
#include "compiler/prose/quantity.hpp"
#include "compiler/prose/run.hpp"

namespace stet::prose {

/// One run after another: id, kind, nesting, text, then its marks and quantities a line each.
std::string dump(std::span<const Run> runs, const PerRun<Quantity>& quantities);

}  // namespace stet::prose

// The frameworks at hand, and what import needs to know of them.
#pragma once

#include <vector>

#include "compiler/base/world.hpp"
#include "compiler/framework/framework.hpp"
#include "compiler/import/import.hpp"

namespace stet::driver {

/// Every framework of the World that can be read, in the order of their names.
std::vector<framework::Framework> load_frameworks(World& world);

std::vector<import::FrameworkHints> import_hints(const std::vector<framework::Framework>& frameworks);

}  // namespace stet::driver

// The first draft that `stet new` gives.
#pragma once

#include <string>

#include "compiler/framework/framework.hpp"

namespace stet::driver {

/// A report that compiles: header, judgements, and every required section with a line that says what goes
/// there.
std::string skeleton(const framework::Framework& framework);

}  // namespace stet::driver

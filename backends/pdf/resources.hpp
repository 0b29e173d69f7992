// What ships with the program and outputs are made of: themes, colour profile, style sheets.
#pragma once

#include <optional>
#include <string>

#include "backends/pdf/theme.hpp"
#include "compiler/base/diagnostic.hpp"
#include "compiler/base/world.hpp"

namespace stet::pdf {

/// The bytes of a resource; X204 where it cannot be read.
std::optional<std::string> read_resource(World& world, const std::string& name, Diagnostics& diagnostics);

/// The theme of that name; X204 where there is none, X205 where it is broken.
std::optional<Theme> read_theme(World& world, const std::string& name, Diagnostics& diagnostics);

}  // namespace stet::pdf

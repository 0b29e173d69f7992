// The version of Stet.
#pragma once

#include <string_view>

namespace stet::driver {

inline constexpr std::string_view version = STET_VERSION;

}  // namespace stet::driver

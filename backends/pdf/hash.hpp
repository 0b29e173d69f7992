// MD5, which PDF uses to name files and font subsets (not for security).
#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <string_view>

namespace stet::pdf {

using Digest = std::array<std::uint8_t, 16>;

Digest md5(std::string_view bytes);

}  // namespace stet::pdf

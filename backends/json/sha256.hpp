// SHA-256 (FIPS 180-4) of a source's bytes, for provenance.
#pragma once

#include <string>
#include <string_view>

namespace stet::json {

/// 64 lower-case hexadecimal digits.
std::string sha256_hex(std::string_view bytes);

}  // namespace stet::json

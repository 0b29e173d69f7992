// Where a file's bytes go.
#pragma once

#include <functional>
#include <string_view>

namespace stet::pdf {

/// Takes a file's bytes, part by part. False where it wants no more; then the file comes to nothing.
using Sink = std::function<bool(std::string_view bytes)>;

}  // namespace stet::pdf

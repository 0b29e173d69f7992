// Applying machine-made fixes to a text.
#pragma once

#include <string>
#include <string_view>

#include "compiler/base/diagnostic.hpp"

namespace stet::driver {

struct Fixed {
    std::string text;
    std::size_t applied = 0;  ///< fixes
    std::size_t skipped = 0;  ///< fixes that would touch text which another one changes
};

/// Applies the first fix of each diagnostic to one file, in the order of `diagnostics`; a fix whose edits
/// overlap those already taken is skipped whole, as is one that reaches into another file.
Fixed apply_fixes(std::string_view text, FileId file, const Diagnostics& diagnostics);

}  // namespace stet::driver

// Applying machine-made fixes to a text.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "compiler/base/diagnostic.hpp"
#include "compiler/base/sources.hpp"

namespace stet::driver {

struct Fixed {
    std::string text;
    std::vector<const Diagnostic*> applied;  ///< whose first fix was made
    std::size_t skipped = 0;                 ///< fixes that would touch text which another one changes
};

/// Applies the first fix of each diagnostic to one file, in the order of `diagnostics`; a fix whose edits
/// overlap those already taken is skipped whole, as is one that reaches into another file.
Fixed apply_fixes(std::string_view text, FileId file, const Diagnostics& diagnostics);

/// What the first fix of a diagnostic changes, on one line: place, code, title, and the words of its first
/// edit before and after, with a word to either side.
std::string fix_line(const Diagnostic& diagnostic, const Sources& sources);

}  // namespace stet::driver

// Diagnostics as text for a terminal: source line, carets, both sides, help.
#pragma once

#include <string>

#include "compiler/base/diagnostic.hpp"
#include "compiler/base/sources.hpp"

namespace stet {

struct RenderOptions {
    bool colour = false;
    std::size_t width = 100;  ///< columns; longer source lines are cut around the place
};

/// One diagnostic, ending in a newline. Control characters of the source are shown as U+FFFD.
std::string render(const Diagnostic& diagnostic, const Sources& sources, const RenderOptions& options);

/// "2 errors, 1 warning" and so on; "no diagnostics" where there are none.
std::string summary_line(const Diagnostics& diagnostics);

}  // namespace stet

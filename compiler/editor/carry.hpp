// Carrying diagnostics over from one text to the next, until they are found again.
#pragma once

#include <vector>

#include "compiler/base/diagnostic.hpp"
#include "compiler/editor/text_document.hpp"

namespace stet::editor {

/// Moves the places of the diagnostic in `file` by what was replaced there. False where the words that it
/// speaks of, or the letters beside them, were replaced: then it may no longer hold.
bool carry(Diagnostic& diagnostic, FileId file, const Replaced& replaced);

/// Those of `all` that are not in `some`; both are sorted as Diagnostics::sort does.
std::vector<Diagnostic> difference(const std::vector<Diagnostic>& all, const std::vector<Diagnostic>& some);

}  // namespace stet::editor

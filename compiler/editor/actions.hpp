// Changes that an inspector may ask for at a place: fixes, letting a diagnostic stand, renumbering.
#pragma once

#include <vector>

#include "compiler/editor/answers.hpp"
#include "compiler/editor/reading.hpp"

namespace stet::editor {

/// For every diagnostic that touches the span its fixes and, where that can be, a stet with a reason to fill
/// in; for a name that nothing declares the nearest that is declared; on a numbered paragraph "Renumber from
/// here".
std::vector<Action> list_actions(const Reading& reading, Span span);

/// Edits that number the paragraphs from the one at the spot on consecutively, up to where a new series
/// begins; the first takes the number after the one above it. Empty where all is in order or no paragraph
/// stands there.
std::vector<Edit> renumber_from(const Reading& reading, Spot spot);

/// An edit that adds `{stet CODE: ...}` to the block in which the diagnostic begins; none where the
/// diagnostic cannot be let stand or no block can hold a stet.
std::optional<Edit> let_stand(const Reading& reading, const Diagnostic& diagnostic);

}  // namespace stet::editor

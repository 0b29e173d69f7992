// Going from a name to where it is declared and to all its places.
#pragma once

#include <vector>

#include "compiler/editor/answers.hpp"
#include "compiler/editor/reading.hpp"

namespace stet::editor {

/// Where the name at the spot is declared: the label, the fact's line, the note's body, the judgement's line
/// on the cover, the words that introduce an abbreviation.
std::vector<Span> find_definition(const Reading& reading, Spot spot);

/// All places of the name at the spot, in every file of the report; of a judgement also the sentences that
/// state its grade.
std::vector<Span> find_references(const Reading& reading, Spot spot, bool with_declaration);

/// The places in the spot's own file.
std::vector<Span> find_highlights(const Reading& reading, Spot spot);

}  // namespace stet::editor

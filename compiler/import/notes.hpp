// Footnotes: their bodies at the foot of the page, and the marks in the text, raised or glued to words.
#pragma once

#include "compiler/import/draft.hpp"
#include "compiler/import/knowledge.hpp"

namespace stet::import {

/// Fills `notes`, takes their lines out of the running text and sets note marks in the lines.
void find_notes(Draft& draft, const Knowledge& knowledge);

}  // namespace stet::import

// Headings, paragraphs and lists, made from lines: what begins where, and which lines go on.
#pragma once

#include "compiler/import/draft.hpp"
#include "compiler/import/knowledge.hpp"

namespace stet::import {

/// Fills `blocks` from the lines that are still running text.
void build_blocks(Draft& draft, const Knowledge& knowledge);

}  // namespace stet::import

// What folds, and what a growing selection takes in.
#pragma once

#include <vector>

#include "compiler/editor/reading.hpp"

namespace stet::editor {

/// Sections, directives, lists, tables, notes and the header, where they take more than a line.
std::vector<Span> list_folds(const Reading& reading, FileId file);

/// Word, inline construct, block and so on up to the whole file: each span holds the one before it.
std::vector<Span> selection_chain(const Reading& reading, Spot spot);

}  // namespace stet::editor

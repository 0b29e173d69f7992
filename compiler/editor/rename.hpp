// Renaming labels, facts and notes wherever they stand.
#pragma once

#include <optional>
#include <string_view>

#include "compiler/editor/answers.hpp"
#include "compiler/editor/reading.hpp"

namespace stet::editor {

/// The name that a rename at the spot would replace; none where nothing there can be renamed (a judgement's
/// name is the framework's, an abbreviation's letters are prose).
std::optional<Span> find_renamable(const Reading& reading, Spot spot);

/// Edits in all files of the report, or why the new name will not do.
Renamed rename(const Reading& reading, Spot spot, std::string_view new_name);

}  // namespace stet::editor

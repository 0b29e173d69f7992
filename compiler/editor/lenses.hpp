// What stands above the text: how many of the report's figures were checked.
#pragma once

#include <vector>

#include "compiler/editor/answers.hpp"
#include "compiler/editor/reading.hpp"

namespace stet::editor {

/// On the first line of the report's own file, and of each section that has figures.
std::vector<Lens> list_lenses(const Reading& reading, FileId file);

}  // namespace stet::editor

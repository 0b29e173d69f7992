// What can be written at a place: names with what they stand for, keywords, grades, directives, sections,
// header keys.
#pragma once

#include <span>
#include <string>

#include "compiler/editor/answers.hpp"
#include "compiler/editor/reading.hpp"

namespace stet::editor {

/// `frameworks` are the names of the frameworks at hand.
Completions complete(const Reading& reading, Spot spot, std::span<const std::string> frameworks);

}  // namespace stet::editor

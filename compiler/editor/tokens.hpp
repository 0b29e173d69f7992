// What the words of a draft are, for editors that colour by meaning.
#pragma once

#include <vector>

#include "compiler/editor/answers.hpp"
#include "compiler/editor/reading.hpp"

namespace stet::editor {

/// In order, none overlapping another, each within one line.
std::vector<Token> list_tokens(const Reading& reading, FileId file);

}  // namespace stet::editor

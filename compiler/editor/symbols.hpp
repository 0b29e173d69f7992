// The outline of a file: its sections with what they hold.
#pragma once

#include <string>
#include <vector>

#include "compiler/editor/answers.hpp"
#include "compiler/editor/reading.hpp"

namespace stet::editor {

/// Headings by their level; below them numbered paragraphs, facts, tables, charts, images and boxes.
std::vector<Symbol> list_symbols(const Reading& reading, FileId file);

/// The first words of a text, at most `characters` of them, with an ellipsis where it goes on.
std::string first_words(std::string_view text, std::size_t characters);

}  // namespace stet::editor

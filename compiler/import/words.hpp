// Compares the words that went in with the words that came out.
#pragma once

#include <string_view>
#include <vector>

#include "compiler/import/draft.hpp"

namespace stet::import {

/// Every word of the text must be in the source, once, in its order within cover, contents, running text and
/// notes; `left_out` and the cover's copies are explained. Reads the source as text: it knows the writer's
/// markup, not the draft's blocks.
std::vector<Difference> compare_words(const Draft& draft, std::string_view source);

}  // namespace stet::import

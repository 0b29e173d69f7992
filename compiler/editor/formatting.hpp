// Bringing a draft into canonical form.
#pragma once

#include <string_view>
#include <vector>

#include "compiler/base/diagnostic.hpp"

namespace stet::editor {

/// Edits that turn `before` into `after`, one a changed stretch of lines, in order; spans are of `file`.
std::vector<Edit> line_edits(FileId file, std::string_view before, std::string_view after);

/// Edits that bring the text into the form of `stet fmt`.
std::vector<Edit> format_edits(FileId file, std::string_view text);

}  // namespace stet::editor

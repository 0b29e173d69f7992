// Links in a draft that can be followed: web addresses, included files, data, images.
#pragma once

#include <vector>

#include "compiler/editor/answers.hpp"
#include "compiler/editor/reading.hpp"

namespace stet::editor {

std::vector<DocumentLink> list_links(const Reading& reading, FileId file);

}  // namespace stet::editor

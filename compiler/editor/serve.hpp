// The language server on two streams.
#pragma once

#include "compiler/editor/workspace.hpp"

namespace stet::editor {

/// Serves one client until it leaves or the streams end. Returns 0 after an orderly shutdown, else 1.
int serve(int input, int output, const Machine& machine);

}  // namespace stet::editor

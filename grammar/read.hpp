// Reading: the running text of each block in normal form, with the way back to the source.
#pragma once

#include <vector>

#include "compiler/ast/ast.hpp"
#include "compiler/base/sources.hpp"
#include "compiler/prose/run.hpp"

namespace stet::grammar {

/// One run for each RunningText, at the index of its id minus document.first_running_text. The text of a run
/// is valid UTF-8: bytes that are not, and control characters, become U+FFFD. A hard line break becomes
/// U+000A. An inserted fact, reference or grade is one U+FFFC; an assertion shows its own words.
std::vector<prose::Run> read_runs(const ast::Document& document, const Sources& sources);

}  // namespace stet::grammar

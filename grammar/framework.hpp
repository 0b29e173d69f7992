// Framework files: scale, judgements, rules, sections, wording and house style, in the language of reports.
#pragma once

#include <string_view>

#include "compiler/ast/ast.hpp"
#include "compiler/base/diagnostic.hpp"
#include "compiler/base/sources.hpp"
#include "compiler/framework/framework.hpp"

namespace stet::grammar {

/// Reads a parsed framework file; `name` is the file's name without extension. Never fails: what is wrong is
/// a diagnostic (K) and left out.
framework::Framework read_framework(std::string_view name, const ast::Document& document,
                                    const Sources& sources, Diagnostics& diagnostics);

/// Parses `file` and reads it.
framework::Framework parse_framework(std::string_view name, FileId file, const Sources& sources,
                                     Diagnostics& diagnostics);

}  // namespace stet::grammar

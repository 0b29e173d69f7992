// Parsing: any bytes become a document, and what is wrong with them becomes diagnostics.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include "compiler/ast/ast.hpp"
#include "compiler/base/diagnostic.hpp"
#include "compiler/base/sources.hpp"
#include "compiler/base/world.hpp"

namespace stet::grammar {

/// Parses one file: a report without its includes, or a framework file. Never fails; linear in the size of
/// the file. Running texts are numbered from `first_running_text` on. The document holds views into
/// `sources`.
ast::Document parse(FileId file, const Sources& sources, Diagnostics& diagnostics,
                    std::uint32_t first_running_text = 0);

/// Parses a report and what it includes, in place. Included files are read through `world` and added to
/// `sources`. Refuses, at the `@include`, paths that are absolute or climb with `..`, cycles, more than
/// ast::max_include_depth files below each other and more than ast::max_report_size bytes in all. Reports
/// directives that Stet does not know: a report has no others.
ast::Document parse_report(FileId file, Sources& sources, World& world, Diagnostics& diagnostics);

/// Reports header keys that are neither in ast::header_keys nor in `more_keys` (the framework's), and
/// repeated ones.
void check_header(const ast::Document& document, std::span<const std::string_view> more_keys,
                  Diagnostics& diagnostics);

}  // namespace stet::grammar

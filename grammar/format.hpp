// The canonical form of a file.
#pragma once

#include <string>

#include "compiler/ast/ast.hpp"
#include "compiler/base/sources.hpp"

namespace stet::grammar {

struct FormatOptions {
    /// Gives numbered paragraphs the numbers that follow from the first of each run. A run ends at
    /// `@restart`, where the written prefix changes ("1.4", "2.1"), and where the first number below a `#`
    /// heading or `@appendix` is 1.
    bool renumber = false;
};

/// The canonical form of the file of a document that `parse` made. Indents, blank lines, markers and columns
/// are put in order; words, line breaks within a paragraph and comments stay as they are. Formatting the
/// result again changes nothing, and it parses to the same document. Line ends become LF and a byte order
/// mark goes. A file for which that cannot be kept is returned as it is.
std::string format(const ast::Document& document, const Sources& sources, FormatOptions options = {});

}  // namespace stet::grammar

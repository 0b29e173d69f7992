// What stands between braces, and which braces belong to the block rather than to its words.
#pragma once

#include <vector>

#include "grammar/context.hpp"

namespace stet::grammar {

/// Reads the brace [begin, end), given with both braces. False where it means nothing (said): it is text.
bool read_brace(Context& context, std::uint32_t begin, std::uint32_t end, ast::Brace& out);

/// Label, because, judges, stet; evidence and notes do where they stand last.
bool belongs_to_block(ast::BraceKind kind);

/// Moves the block's attributes from the end of its text; one that stands elsewhere is moved and reported.
void take_attributes(Context& context, ast::Inlines& inlines, std::vector<ast::Brace>& attributes);

}  // namespace stet::grammar

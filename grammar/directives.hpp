// The directives that have a file of their own, and what directives share.
#pragma once

#include <array>
#include <string_view>
#include <vector>

#include "grammar/blocks.hpp"
#include "grammar/context.hpp"

namespace stet::grammar {

inline constexpr std::array<std::string_view, 10> directive_names{
    "judgements", "facts", "contents", "chart", "image", "note", "include", "restart", "box", "appendix"};

/// `@judgements` (judgements.cpp).
ast::Judgements read_judgements(Context& context, const DirectiveLines& lines);
/// `@facts` (facts.cpp).
ast::Facts read_facts(Context& context, const DirectiveLines& lines, std::vector<ast::Brace>& attributes);
/// `@contents` (judgements.cpp).
ast::Contents read_contents(Context& context, const DirectiveLines& lines);

/// The body of a directive as a tree by indent; levels beyond ast::max_block_depth are kept at the deepest.
std::vector<ast::DirectiveLine> directive_tree(const Context& context, const std::vector<Line>& lines);

/// The number before a written one: what `#.` counts on from after `@restart 12`.
ParagraphNumber previous_number(std::string_view written);

}  // namespace stet::grammar

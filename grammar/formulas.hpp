// The grammar of formulas over facts, and of a fact's value.
#pragma once

#include <string_view>

#include "compiler/base/diagnostic.hpp"
#include "compiler/prose/formula.hpp"

namespace stet::grammar {

/// Parentheses nest at most this deep in a formula.
inline constexpr std::size_t max_formula_depth = 32;

/// Reads a formula with an optional form: "a - b", "sum(a, b)", "a of b as percent". `text` stands in the
/// source at `span`, byte for byte. What cannot be read is F104 and gives an empty formula.
prose::Formula read_formula(std::string_view text, Span span, Diagnostics& diagnostics);

/// Reads a fact's value ("63,200 children", "160 of cla", "48 per 10,000 of population", "£1.2 million") into
/// `stated`, `noun`, `base` and `population`. What cannot be read is F101. `span` is the place for messages;
/// names are placed exactly where the text lies in it byte for byte. The fact keeps views into `text`.
void read_value(std::string_view text, Span span, prose::FactDeclaration& fact, Diagnostics& diagnostics);

/// What PEGTL's analysis finds wrong with the rules (loops without progress): 0.
std::size_t formula_rule_problems();

}  // namespace stet::grammar

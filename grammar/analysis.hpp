// Checks of the grammars themselves, for the tests.
#pragma once

#include <cstddef>

namespace stet::grammar {

/// Number of problems (loops that consume nothing, endless recursion) that PEGTL finds in each grammar: 0.
std::size_t analyze_lines();
std::size_t analyze_inline();
std::size_t analyze_braces();
std::size_t analyze_header();
std::size_t analyze_directives();
std::size_t analyze_tables();
std::size_t analyze_arguments();
std::size_t analyze_judgements();
std::size_t analyze_facts();

}  // namespace stet::grammar

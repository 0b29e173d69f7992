// Reading of all that a report says in numbers: facts, tables of facts and citations.
#pragma once

#include <vector>

#include "compiler/ast/ast.hpp"
#include "compiler/base/diagnostic.hpp"
#include "compiler/base/sources.hpp"
#include "compiler/base/world.hpp"
#include "compiler/prose/formula.hpp"

namespace stet::grammar {

/// Most rows of one table of facts that are read; more is F114.
inline constexpr std::size_t max_table_rows = 100'000;

/// Reads the facts of every `@facts` block, of the CSV files that blocks name (through `world`; their text is
/// added to `sources`, so that messages point into them), the formulas of assertions, insertions and charts.
/// Views in the result point into `sources`.
prose::FigureReading read_figures(const ast::Document& document, const std::vector<prose::Run>& runs,
                                  Sources& sources, World& world, Diagnostics& diagnostics);

/// The quantities of the words [begin, end) of a run, read as if nothing stood around them; offsets in the
/// run.
std::vector<prose::Quantity> read_words(const prose::Run& run, std::uint32_t begin, std::uint32_t end);

}  // namespace stet::grammar

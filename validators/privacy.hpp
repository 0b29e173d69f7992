// P: figures that say too much about few people, and private matter in what is published.
#pragma once

#include "compiler/base/diagnostic.hpp"
#include "compiler/base/sources.hpp"
#include "compiler/model/model.hpp"

namespace stet::validators {

/// Counts of people below the framework's threshold, percentages that imply one, groups of all or none.
void check_disclosure(const model::Report& report, const Sources& sources, Diagnostics& diagnostics);
/// Hidden cells of tables that the totals give away.
void check_hidden_values(const model::Report& report, const Sources& sources, Diagnostics& diagnostics);
/// Withheld counts that a total and the other parts of a sentence or list give away.
void check_hidden_parts(const model::Report& report, const Sources& sources, Diagnostics& diagnostics);

/// Evidence references, remarks to colleagues and the word "draft" in what is published.
void check_leaks(const model::Report& report, const Sources& sources, Diagnostics& diagnostics);
void check_child_names(const model::Report& report, const Sources& sources, Diagnostics& diagnostics);

/// True for a noun phrase whose last word means people that an inspection protects: not staff, not
/// inspectors.
bool means_people(std::string_view noun_phrase);

}  // namespace stet::validators

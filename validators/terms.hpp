// T: one word, name, Act, number or contact written in several ways; abbreviations.
#pragma once

#include "compiler/base/diagnostic.hpp"
#include "compiler/base/sources.hpp"
#include "compiler/model/model.hpp"

namespace stet::validators {

/// One word in two accepted spellings, and spellings that the house style rejects.
void check_spelling_variants(const model::Report& report, const Sources& sources, Diagnostics& diagnostics);
/// Compounds written open, with a hyphen and as one word, like compared with like.
void check_hyphens(const model::Report& report, const Sources& sources, Diagnostics& diagnostics);
/// Names with and without their capitals.
void check_capitals(const model::Report& report, const Sources& sources, Diagnostics& diagnostics);
/// Abbreviations: defined twice, late, in vain, not at all, differently.
void check_abbreviations(const model::Report& report, const Sources& sources, Diagnostics& diagnostics);
/// Bodies, posts and documents under nearly the same name.
void check_names(const model::Report& report, const Sources& sources, Diagnostics& diagnostics);
/// Possessives with and without their apostrophe.
void check_apostrophes(const model::Report& report, const Sources& sources, Diagnostics& diagnostics);
/// Acts and regulations cited differently.
void check_citations(const model::Report& report, const Sources& sources, Diagnostics& diagnostics);
/// Telephone numbers and addresses that vary.
void check_contacts(const model::Report& report, const Sources& sources, Diagnostics& diagnostics);
/// Numbers in words or digits, percentages, codes with and without a space.
void check_number_style(const model::Report& report, const Sources& sources, Diagnostics& diagnostics);

}  // namespace stet::validators

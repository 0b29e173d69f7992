// N: numbers of paragraphs, headings and captions; contents entries.
#pragma once

#include "compiler/base/diagnostic.hpp"
#include "compiler/base/sources.hpp"
#include "compiler/model/model.hpp"

namespace stet::validators {

/// Paragraph numbers run on without gaps, repeats or jumps; so do those of headings and captions.
void check_numbering(const model::Report& report, const Sources& sources, Diagnostics& diagnostics);
/// Written contents entries against the headings.
void check_contents(const model::Report& report, const Sources& sources, Diagnostics& diagnostics);

}  // namespace stet::validators

// R: footnotes, references, links between findings and areas for improvement.
#pragma once

#include "compiler/base/diagnostic.hpp"
#include "compiler/base/sources.hpp"
#include "compiler/model/model.hpp"

namespace stet::validators {

/// Marks and bodies of footnotes, ranges of references, `because` links.
void check_references(const model::Report& report, const Sources& sources, Diagnostics& diagnostics);
/// References that are typed as numbers: the paragraph is there. Those to other texts are left alone.
void check_typed_references(const model::Report& report, const Sources& sources, Diagnostics& diagnostics);

}  // namespace stet::validators

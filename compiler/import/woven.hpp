// Titles and grades that stand side by side on the page, so that `pdftotext` wove their lines into each
// other.
#pragma once

#include "compiler/import/draft.hpp"
#include "compiler/import/knowledge.hpp"

namespace stet::import {

/// Sets apart each title of the framework from the grade beside it: the title on one line, the grade on
/// another. Only where the words are those of a title and of a grade and no other.
void unweave_titles(Draft& draft, const Knowledge& knowledge);

}  // namespace stet::import

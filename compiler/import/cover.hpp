// The cover: whom and what was inspected, when, and the judgements.
#pragma once

#include "compiler/import/draft.hpp"
#include "compiler/import/knowledge.hpp"

namespace stet::import {

/// Fills the judgements of the cover; gives their lines the role `cover`. Returns the index of the first line
/// that belongs to a judgement, and `draft.lines.size()` if there is none.
std::size_t find_judgements(Draft& draft, const Knowledge& knowledge, std::size_t cover_end);

/// Adds the judgements that no line of the cover states but a heading does; each needs a title of the
/// framework.
void find_judgement_headings(Draft& draft, const Knowledge& knowledge);

/// The end of the cover: the first page, or what stands before the contents or the first known section.
std::size_t cover_end(const Draft& draft, const Knowledge& knowledge);

/// Reads dates and people from labelled lines of the cover ("Inspection date: ...").
void find_labels(Draft& draft, std::size_t cover_end);

/// Reads subject and title from the first lines, before line `end`. What is neither stays in the text.
void find_titles(Draft& draft, const Knowledge& knowledge, std::size_t end);

}  // namespace stet::import

// Hyphens at the end of a printed line that `pdftotext` took for a division of the word.
#pragma once

#include "compiler/import/draft.hpp"

namespace stet::import {

/// `pdftotext` sets "multi-" / "agency" as "multiagency" and both lines as one. Puts the hyphen back where
/// the word straddles the margin of an overlong line and the document writes it with a hyphen elsewhere.
void restore_hyphens(Draft& draft);

}  // namespace stet::import

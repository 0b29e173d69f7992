// The remarks of a review copy: beside what they are about, or gathered at the end.
#pragma once

#include "backends/pdf/blocks.hpp"

namespace stet::pdf {

/// Finds for every remark the innermost block or judgement whose source holds its place.
void place_remarks(Setter& setter);

/// Puts the remarks on `subject`, a block or a judgement's row, in the margin beside `strip`.
void put_remarks(Setter& setter, const void* subject, NodeId parent, Strip& strip);

/// True where remarks wait that are on nothing printed. To be asked before the body is set.
bool has_other_remarks(const Setter& setter);

/// "Other remarks": those on what is not printed, each with its line. Nothing where there are none.
/// Everything else must be set before.
Strips set_other_remarks(Setter& setter);

}  // namespace stet::pdf

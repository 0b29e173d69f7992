// The inspectors whom the running text names, for the header.
#pragma once

#include "compiler/import/draft.hpp"

namespace stet::import {

/// Copies "Lead inspector: ..." and "Team inspectors: ..." from paragraphs into the header's fields that are
/// empty.
void find_people(Draft& draft);

}  // namespace stet::import

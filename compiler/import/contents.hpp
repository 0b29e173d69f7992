// The written table of contents: its entries, without their page numbers.
#pragma once

#include "compiler/import/draft.hpp"

namespace stet::import {

/// Fills `contents` and `contents_at`, and gives the lines of the table their roles.
void find_contents(Draft& draft);

}  // namespace stet::import

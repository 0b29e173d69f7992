// Tables that the text makes unmistakable: rows of cells divided by tabs or pipes, and a judgement with its
// grade under column heads.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "compiler/import/headings.hpp"

namespace stet::import {

struct FoundTable {
    std::string rows;      ///< rows divided by mark::new_line, cells by tabs; the first row is the head
    std::size_t last = 0;  ///< index of the last text line that belongs to it
};

/// The table that begins at text line `at`.
std::optional<FoundTable> table_at(const Draft& draft, const Knowledge& knowledge,
                                   const std::vector<TextLine>& lines, std::size_t at);

}  // namespace stet::import

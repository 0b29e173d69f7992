// The cells of a table's row, for the parser and the formatter.
#pragma once

#include <string_view>
#include <vector>

#include "compiler/ast/ast.hpp"

namespace stet::grammar {

/// A cell as it stands between two bars, without white space at its ends.
struct RawCell {
    std::string_view text;
    bool joined = false;  ///< nothing at all between the bars: the cell on the left goes on
};

/// The cells of a line that begins with a bar.
std::vector<RawCell> split_row(std::string_view line);

/// The alignments that an alignment row gives; empty where the line is none.
std::vector<ast::Align> read_alignment(std::string_view line);

}  // namespace stet::grammar

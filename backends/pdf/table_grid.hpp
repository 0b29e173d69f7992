// A table's cells in their places, spans counted, and their structure.
#pragma once

#include <vector>

#include "backends/pdf/blocks.hpp"

namespace stet::pdf {

/// A cell with its place in the grid.
struct Placed {
    const publication::Cell* cell = nullptr;
    std::size_t row = 0;
    std::size_t column = 0;
    std::size_t rows = 1;
    std::size_t columns = 1;
    NodeId node = no_node;
    Inlines inlines{};
    std::vector<Line> lines{};
};

struct Grid {
    std::vector<Placed> cells;                     // in reading order
    std::vector<std::vector<std::size_t>> by_row;  // cells that begin in a row
    std::size_t rows = 0;
    std::size_t columns = 0;
    std::size_t head_rows = 0;
    bool spanned = false;

    /// True for a row of the body that is one heading across all columns.
    [[nodiscard]] bool heads_group(std::size_t row) const {
        if (row < head_rows || by_row[row].size() != 1 || columns < 2) return false;
        const Placed& only = cells[by_row[row].front()];
        return only.cell->heading && only.columns >= columns;
    }
    [[nodiscard]] bool has_groups() const {
        for (std::size_t row = head_rows; row < rows; ++row) {
            if (heads_group(row)) return true;
        }
        return false;
    }
    /// Set in the type of heads: all heads, but where rows stand in groups, of the body only the groups'
    /// heads.
    [[nodiscard]] bool looks_like_head(const Placed& cell, bool grouped) const {
        if (cell.row < head_rows) return true;
        return cell.cell->heading && (!grouped || heads_group(cell.row));
    }
};

/// Columns beyond the thousandth share its place.
Grid make_grid(const publication::Table& table);

/// Rows and cells below `table`, with scopes, and with ids and headers where cells span.
void build_structure(Structure& structure, Grid& grid, NodeId table);

}  // namespace stet::pdf

// Putting cells in their places, and naming what heads each.
#include "backends/pdf/table_grid.hpp"

#include <algorithm>

namespace stet::pdf {

namespace {

using publication::Cell;

constexpr std::size_t most_columns = 1000;

void place_row(Grid& grid, const std::vector<Cell>& cells, std::size_t rows_left,
               std::vector<std::size_t>& busy) {
    const std::size_t row = grid.rows++;
    grid.by_row.emplace_back();
    std::size_t column = 0;
    for (const Cell& cell : cells) {
        while (column < busy.size() && busy[column] > 0) ++column;
        Placed placed;
        placed.cell = &cell;
        placed.row = row;
        placed.column = std::min(column, most_columns - 1);
        placed.columns = std::clamp<std::size_t>(cell.columns, 1, most_columns - placed.column);
        placed.rows = std::clamp<std::size_t>(cell.rows, 1, rows_left);
        grid.spanned = grid.spanned || placed.rows > 1 || placed.columns > 1;
        if (busy.size() < placed.column + placed.columns) busy.resize(placed.column + placed.columns, 0);
        for (std::size_t c = 0; c < placed.columns; ++c) busy[placed.column + c] = placed.rows;
        column = placed.column + placed.columns;
        grid.by_row.back().push_back(grid.cells.size());
        grid.cells.push_back(std::move(placed));
    }
    grid.columns = std::max(grid.columns, busy.size());
    for (std::size_t& rows : busy) rows -= rows > 0 ? 1U : 0U;
}

struct TableStructure {
    Structure& structure;
    Grid& grid;
    NodeId table;
    std::vector<std::vector<NodeId>> column_heads{};  // by column
    NodeId group_head = no_node;                      // heads the rows below it

    void build() {
        column_heads.resize(grid.columns);
        NodeId part = no_node;
        for (std::size_t row = 0; row < grid.rows; ++row) {
            if (row == 0 || row == grid.head_rows)
                part = structure.add(table, row < grid.head_rows ? Tag::thead : Tag::tbody);
            add_row(row, structure.add(part, Tag::tr));
        }
    }

    void add_row(std::size_t row, NodeId line) {
        const bool in_head = row < grid.head_rows;
        const bool heads_group = grid.heads_group(row);
        if (heads_group) group_head = no_node;
        std::vector<NodeId> row_heads;
        for (const std::size_t index : grid.by_row[row]) {
            Placed& cell = grid.cells[index];
            const bool heads = in_head || cell.cell->heading;
            cell.node = structure.add(line, heads ? Tag::th : Tag::td);
            if (!heads && !grid.spanned) continue;
            Attributes& attributes = structure.attributes_of(cell.node);
            attributes.columns = static_cast<std::uint16_t>(cell.columns);
            attributes.rows = static_cast<std::uint16_t>(cell.rows);
            if (heads) attributes.scope = in_head || heads_group ? Scope::column : Scope::row;
            if (!grid.spanned) continue;
            if (!in_head) add_headers(cell, row_heads, attributes.headers);
            if (!heads) continue;
            attributes.heads_cells = true;
            if (heads_group) {
                group_head = cell.node;
            } else if (!in_head) {
                row_heads.push_back(cell.node);
            } else {
                for (std::size_t c = cell.column; c < end_column(cell); ++c)
                    column_heads[c].push_back(cell.node);
            }
        }
    }

    [[nodiscard]] std::size_t end_column(const Placed& cell) const {
        return std::min(cell.column + cell.columns, grid.columns);
    }

    void add_headers(const Placed& cell, const std::vector<NodeId>& row_heads,
                     std::vector<NodeId>& headers) const {
        for (std::size_t c = cell.column; c < end_column(cell); ++c) {
            for (const NodeId head : column_heads[c]) {
                if (std::find(headers.begin(), headers.end(), head) == headers.end()) headers.push_back(head);
            }
        }
        if (group_head != no_node) headers.push_back(group_head);
        headers.insert(headers.end(), row_heads.begin(), row_heads.end());
    }
};

}  // namespace

Grid make_grid(const publication::Table& table) {
    Grid grid;
    std::vector<std::size_t> busy;
    for (std::size_t i = 0; i < table.head.size(); ++i)
        place_row(grid, table.head[i], table.head.size() - i, busy);
    grid.head_rows = grid.rows;
    busy.assign(busy.size(), 0);
    for (std::size_t i = 0; i < table.body.size(); ++i)
        place_row(grid, table.body[i], table.body.size() - i, busy);
    grid.columns = std::max(grid.columns, std::min(table.columns.size(), most_columns));
    return grid;
}

void build_structure(Structure& structure, Grid& grid, NodeId table) {
    TableStructure{structure, grid, table}.build();
}

}  // namespace stet::pdf

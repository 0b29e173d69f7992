// Tables to strips: a grid with spans, column widths by content, head rows that repeat, rows that stay whole.
#include <algorithm>
#include <numeric>

#include "backends/pdf/blocks.hpp"
#include "compiler/base/catalogue.hpp"

namespace stet::pdf {

namespace {

using publication::Align;
using publication::Cell;

constexpr std::size_t most_columns = 1000;
constexpr float pad_x = 5;
constexpr float pad_y = 3.6F;
constexpr Penalty within_row = 300;

/// A cell with its place in the grid.
struct Placed {
    const Cell* cell = nullptr;
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

/// Widths that give each column its longest word and share what is left by the length of its text. False in
/// `fits` where even the longest words do not fit side by side.
std::vector<float> column_widths(const Grid& grid, float width, bool& fits) {
    std::vector<Extent> extents(grid.columns);
    for (const Placed& cell : grid.cells) {
        if (cell.columns != 1) continue;
        const Extent own = extent(cell.inlines);
        Extent& column = extents[cell.column];
        column.least = std::max(column.least, own.least);
        column.most = std::max(column.most, own.most);
    }
    float least = 0;
    float most = 0;
    for (Extent& column : extents) {
        column.least += 2 * pad_x + 0.5F;  // sums of widths differ by roundings
        column.most += 2 * pad_x + 1;
        least += column.least;
        most += column.most;
    }
    fits = least <= width;
    std::vector<float> widths;
    for (const Extent& column : extents) {
        if (!fits) {
            widths.push_back(column.least * width / least);
        } else if (most <= width) {
            widths.push_back(column.most * width / most);
        } else {
            widths.push_back(column.least + (column.most - column.least) * (width - least) / (most - least));
        }
    }
    return widths;
}

Align alignment(const publication::Table& table, const Placed& cell) {
    return cell.column < table.columns.size() ? table.columns[cell.column] : Align::left;
}

TextAlign text_align(Align align) {
    switch (align) {
        case Align::left:
            return TextAlign::left;
        case Align::centre:
            return TextAlign::centre;
        case Align::right:
            return TextAlign::right;
    }
    return TextAlign::left;
}

std::string cell_id(NodeId table, const Placed& cell) {
    return "cell-" + std::to_string(table) + "-" + std::to_string(cell.row) + "-" +
           std::to_string(cell.column);
}

/// Structure of rows and cells, with scopes, and with ids and headers where cells span.
struct TableStructure {
    Structure& structure;
    Grid& grid;
    NodeId table;
    std::vector<std::vector<std::string>> column_heads{};  // ids by column
    std::string group_head{};                              // id of the row that heads the rows below it

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
        if (heads_group) group_head.clear();
        std::vector<std::string> row_heads;
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
            attributes.id = cell_id(table, cell);
            if (heads_group) {
                group_head = attributes.id;
            } else if (!in_head) {
                row_heads.push_back(attributes.id);
            } else {
                for (std::size_t c = cell.column; c < end_column(cell); ++c)
                    column_heads[c].push_back(attributes.id);
            }
        }
    }

    [[nodiscard]] std::size_t end_column(const Placed& cell) const {
        return std::min(cell.column + cell.columns, grid.columns);
    }

    void add_headers(const Placed& cell, const std::vector<std::string>& row_heads,
                     std::vector<std::string>& headers) const {
        for (std::size_t c = cell.column; c < end_column(cell); ++c) {
            for (const std::string& id : column_heads[c]) {
                if (std::find(headers.begin(), headers.end(), id) == headers.end()) headers.push_back(id);
            }
        }
        if (!group_head.empty()) headers.push_back(group_head);
        headers.insert(headers.end(), row_heads.begin(), row_heads.end());
    }
};

/// Everything that the strips of one table share.
struct TableSetter {
    Setter& setter;
    const publication::Table& table;
    Grid& grid;
    float left;
    std::vector<float> edges;    // x of each column's left edge, and the right end
    std::vector<float> heights;  // of rows
    float leading;

    [[nodiscard]] float cell_width(const Placed& cell) const {
        return edges[std::min(cell.column + cell.columns, grid.columns)] - edges[cell.column];
    }

    void break_cells() {
        for (Placed& cell : grid.cells) {
            const float width = std::max(4.0F, cell_width(cell) - 2 * pad_x);
            cell.lines =
                set_lines(setter, cell.inlines, {width, width, false}, text_align(alignment(table, cell)));
            cell.inlines = {};
        }
    }

    void measure_rows() {
        heights.assign(grid.rows, leading + 2 * pad_y);
        for (const Placed& cell : grid.cells) {
            if (cell.rows == 1) heights[cell.row] = std::max(heights[cell.row], content_height(cell));
        }
        for (const Placed& cell : grid.cells) {
            if (cell.rows == 1) continue;
            const auto begin = heights.begin() + static_cast<std::ptrdiff_t>(cell.row);
            const float have = std::accumulate(begin, begin + static_cast<std::ptrdiff_t>(cell.rows), 0.0F);
            heights[cell.row + cell.rows - 1] += std::max(0.0F, content_height(cell) - have);
        }
    }

    [[nodiscard]] float content_height(const Placed& cell) const {
        return static_cast<float>(cell.lines.size()) * leading + 2 * pad_y;
    }

    /// Moves line `index` of a cell into the strip, `top` below the strip's top.
    void put_line(Placed& cell, std::size_t index, float top, Strip& strip) {
        Line& line = cell.lines[index];
        take_marks(setter, line, top, cell.node, strip);
        const Type type = cell.row < grid.head_rows ? Type::table_head : Type::table;
        place_line(std::move(line), edges[cell.column] + pad_x, top + baseline(setter, type), strip.items);
    }

    void put_rule(std::size_t row, Strip& strip) const {
        const bool head_end = row + 1 == grid.head_rows;
        const bool end = row + 1 == grid.rows;
        const Colour colour = setter.theme.ink(head_end || end ? Ink::accent : Ink::rule);
        // A rule ends where a cell of this row reaches into the next one.
        float from = edges.front();
        std::vector<std::pair<float, float>> gaps;
        for (const Placed& cell : grid.cells) {
            if (cell.rows > 1 && cell.row <= row && cell.row + cell.rows > row + 1) {
                gaps.emplace_back(edges[cell.column],
                                  edges[std::min(cell.column + cell.columns, grid.columns)]);
            }
        }
        std::sort(gaps.begin(), gaps.end());
        for (const auto& [begin, finish] : gaps) {
            if (begin > from) strip.items.emplace_back(rule(from, begin, strip.height, 0.5F, colour));
            from = std::max(from, finish);
        }
        if (from < edges.back()) {
            strip.items.emplace_back(
                rule(from, edges.back(), strip.height, head_end || end ? 0.9F : 0.4F, colour));
        }
    }

    Strip whole_row(std::size_t row) {
        Strip strip;
        strip.height = heights[row];
        for (const std::size_t index : grid.by_row[row]) {
            Placed& cell = grid.cells[index];
            for (std::size_t i = 0; i < cell.lines.size(); ++i) {
                put_line(cell, i, pad_y + static_cast<float>(i) * leading, strip);
            }
        }
        put_rule(row, strip);
        return strip;
    }

    /// A row that is too high to stay whole, a strip a line.
    void divided_row(std::size_t row, Strips& out) {
        std::size_t most = 1;
        for (const std::size_t index : grid.by_row[row])
            most = std::max(most, grid.cells[index].lines.size());
        for (std::size_t i = 0; i < most; ++i) {
            Strip strip;
            const float above = i == 0 ? pad_y : 0;
            strip.height = leading + above + (i + 1 == most ? pad_y : 0);
            strip.break_before = i == 0 ? 0 : i == 1 || i + 1 == most ? never_break : within_row;
            for (const std::size_t index : grid.by_row[row]) {
                Placed& cell = grid.cells[index];
                if (i < cell.lines.size()) put_line(cell, i, above, strip);
            }
            if (i + 1 == most) put_rule(row, strip);
            out.push_back(std::move(strip));
        }
    }

    /// True where a cell that began above reaches into this row.
    [[nodiscard]] std::vector<bool> joined_rows() const {
        std::vector<bool> joined(grid.rows, false);
        for (const Placed& cell : grid.cells) {
            float height = 0;
            for (std::size_t r = cell.row; r < cell.row + cell.rows; ++r) height += heights[r];
            if (height > setter.text_height() * 0.6F) continue;
            for (std::size_t r = cell.row + 1; r < cell.row + cell.rows; ++r) joined[r] = true;
        }
        return joined;
    }
};

/// Head rows as they are shown again on later pages: artifacts, for the structure has them once.
Strips repeated(const Strips& head) {
    Strips copies = head;
    for (Strip& strip : copies) {
        strip.anchors.clear();
        strip.notes.clear();
        for (Item& item : strip.items) {
            if (auto* run = std::get_if<TextRun>(&item)) {
                run->leaf = no_node;
                run->link = none;
            }
        }
    }
    return copies;
}

void set_rows(TableSetter& rows, Strips& out) {
    Setter& setter = rows.setter;
    const std::vector<bool> joined = rows.joined_rows();
    const std::size_t first = out.size();
    for (std::size_t row = 0; row < rows.grid.head_rows; ++row) {
        out.push_back(rows.whole_row(row));
        out.back().head = true;
        out.back().break_before = row == 0 ? 0 : never_break;
    }
    std::uint32_t repeat = none;
    float head_height = 0;
    for (std::size_t i = first; i < out.size(); ++i) head_height += out[i].height;
    if (rows.grid.head_rows > 0 && head_height < setter.text_height() * 0.3F) {
        repeat = static_cast<std::uint32_t>(setter.galley.table_heads.size());
        setter.galley.table_heads.push_back(
            repeated({out.begin() + static_cast<std::ptrdiff_t>(first), out.end()}));
    }
    const float height = std::accumulate(rows.heights.begin(), rows.heights.end(), 0.0F);
    const bool small = height < setter.text_height() * 0.25F;  // rather stays whole
    for (std::size_t row = rows.grid.head_rows; row < rows.grid.rows; ++row) {
        const std::size_t begin = out.size();
        if (rows.heights[row] > setter.text_height() * 0.4F) {
            rows.divided_row(row, out);
        } else {
            out.push_back(rows.whole_row(row));
        }
        const bool second_or_last = row == rows.grid.head_rows + 1 || row + 1 == rows.grid.rows;
        if (joined[row] || row == rows.grid.head_rows || rows.grid.heads_group(row - 1)) {
            out[begin].break_before = never_break;
        } else if (second_or_last || small) {
            out[begin].break_before = 400;  // a single row should not stand alone with the head
        }
        out[begin].row = true;
        for (std::size_t i = begin; i < out.size(); ++i) out[i].table = repeat;
    }
    if (rows.grid.head_rows == 0 && first < out.size()) out[first].break_before = 0;
}

}  // namespace

void set_caption(Setter& setter, const std::string& label, const publication::Text& text,
                 const Column& column, NodeId caption, float gap, Strips& out) {
    Inlines inlines;
    const Segment look = plain_segment(setter, Type::caption, setter.galley.structure.leaf(caption));
    if (!label.empty()) {
        Segment strong = look;
        strong.colour = setter.theme.ink(Ink::accent);
        add_words(setter, inlines, text.empty() ? label : label + ": ", strong);
    }
    add_text(setter, inlines, text, Type::caption, caption);
    const std::size_t first = out.size();
    append_lines(setter, set_lines(setter, inlines, {column.width, column.width, false}),
                 {Type::caption, column, gap, TextAlign::left, caption}, out);
    for (std::size_t i = first + 1; i < out.size(); ++i) out[i].break_before = never_break;
}

void set_table(Setter& setter, const publication::Block& block, const publication::Table& table,
               const Column& column, NodeId parent, Strips& out) {
    Structure& structure = setter.galley.structure;
    const NodeId node = structure.add(parent, Tag::table);
    const float gap = setter.theme.paragraph_gap * 1.7F;
    const std::size_t first = out.size();
    if (!table.caption.empty() || !table.label.empty()) {
        set_caption(setter, table.label, table.caption, column, structure.add(node, Tag::caption), gap, out);
    }
    Grid grid = make_grid(table);
    if (grid.columns == 0) return;
    TableStructure{structure, grid, node}.build();
    const bool grouped = grid.has_groups();
    for (Placed& cell : grid.cells) {
        add_text(setter, cell.inlines, cell.cell->text,
                 grid.looks_like_head(cell, grouped) ? Type::table_head : Type::table, cell.node);
    }
    bool fits = true;
    Column place = column;
    std::vector<float> widths = column_widths(grid, place.width, fits);
    if (!fits && column.hang > 0) {
        place = {column.left - column.hang, column.width + column.hang, 0, column.text};
        widths = column_widths(grid, place.width, fits);
    }
    if (!fits)
        setter.diagnostics.add(block.source, diag::table_exceeds_page,
                               table.label.empty() ? "this table" : table.label);
    TableSetter rows{setter, table, grid, place.left, {place.left}, {}, setter.type(Type::table).leading};
    for (const float width : widths) rows.edges.push_back(rows.edges.back() + width);
    rows.break_cells();
    rows.measure_rows();
    const std::size_t body = out.size();
    set_rows(rows, out);
    if (body == out.size()) return;
    out[body].break_before = body > first ? never_break : 0;
    out[body].gap = body > first ? 3 : gap;
    out[body].items.insert(out[body].items.begin(), rule(rows.edges.front(), rows.edges.back(), 0, 0.9F,
                                                         setter.theme.ink(Ink::accent)));
    Strip space;  // keeps what follows at a distance
    space.height = setter.theme.paragraph_gap * 0.8F;
    space.break_before = never_break;
    out.push_back(space);
}

}  // namespace stet::pdf

// Tables to strips: column widths by content, head rows that repeat, rows that stay whole.
#include <algorithm>
#include <numeric>

#include "backends/pdf/table_grid.hpp"
#include "compiler/base/catalogue.hpp"

namespace stet::pdf {

namespace {

using publication::Align;

constexpr float pad_x = 5;
constexpr float pad_y = 3.6F;
constexpr Penalty within_row = 300;

/// Widths of columns, and how they suit their text.
struct Widths {
    std::vector<float> columns;
    bool fits = true;      ///< the longest words stand side by side
    bool crowded = false;  ///< dates and the like are parted, or a line would need much more than there is
};

/// Each column's least width, and a share of `extra`: columns that want little of it get what they want, the
/// others get more the longer their text is.
std::vector<float> shared_widths(const std::vector<Extent>& extents, float Extent::*least, float extra) {
    constexpr float little = 0.12F;
    const auto wish = [&](std::size_t column) { return extents[column].most - extents[column].*least; };
    std::vector<std::size_t> order(extents.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(),
                     [&](std::size_t a, std::size_t b) { return wish(a) < wish(b); });
    std::vector<float> widths(extents.size());
    std::size_t next = 0;
    for (; next < order.size() && wish(order[next]) <= extra * little; ++next) {
        widths[order[next]] = extents[order[next]].most;
        extra -= wish(order[next]);
    }
    float wishes = 0;
    for (std::size_t i = next; i < order.size(); ++i) wishes += wish(order[i]);
    for (; next < order.size(); ++next)
        widths[order[next]] = extents[order[next]].*least + wish(order[next]) * extra / wishes;
    return widths;
}

std::vector<Extent> column_extents(const Grid& grid) {
    std::vector<Extent> extents(grid.columns);
    for (const Placed& cell : grid.cells) {
        if (cell.columns != 1) continue;
        const Extent own = extent(cell.inlines);
        Extent& column = extents[cell.column];
        column.word = std::max(column.word, own.word);
        column.least = std::max(column.least, own.least);
        column.most = std::max(column.most, own.most);
    }
    for (Extent& column : extents) {
        column.word += 2 * pad_x + 0.5F;  // sums of widths differ by roundings
        column.least += 2 * pad_x + 0.5F;
        column.most += 2 * pad_x + 1;
    }
    return extents;
}

/// Widths that give each column what holds together, else its longest word, and share what is left by the
/// length of its text.
Widths column_widths(const Grid& grid, float width) {
    const std::vector<Extent> extents = column_extents(grid);
    Extent all;
    for (const Extent& column : extents) {
        all.word += column.word;
        all.least += column.least;
        all.most += column.most;
    }
    constexpr float much = 1.5F;
    Widths widths{
        {}, all.word <= width, all.least > width || (extents.size() > 3 && all.most > much * width)};
    if (all.most > width && all.least <= width) {
        widths.columns = shared_widths(extents, &Extent::least, width - all.least);
    } else if (all.most > width && widths.fits) {
        widths.columns = shared_widths(extents, &Extent::word, width - all.word);
    } else {
        for (const Extent& column : extents)
            widths.columns.push_back(widths.fits ? column.most * width / all.most
                                                 : column.word * width / all.word);
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

/// Rows that later pages show again below those `above`. Returns their index.
std::uint32_t repeat_later(Galley& galley, std::uint32_t above, const Strips& strips) {
    galley.table_heads.push_back({above, repeated(strips)});
    return static_cast<std::uint32_t>(galley.table_heads.size() - 1);
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
        repeat =
            repeat_later(setter.galley, none, {out.begin() + static_cast<std::ptrdiff_t>(first), out.end()});
    }
    const std::uint32_t heads = repeat;
    const float height = std::accumulate(rows.heights.begin(), rows.heights.end(), 0.0F);
    const bool small = height < setter.text_height() * 0.3F;  // rather stays whole
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
        const bool heads_group = rows.grid.heads_group(row);
        for (std::size_t i = begin; i < out.size(); ++i) out[i].table = heads_group ? heads : repeat;
        // What heads a group of rows is shown again where the group goes on.
        if (heads_group && heads != none) {
            const bool low = rows.heights[row] < setter.text_height() * 0.1F;
            repeat = low ? repeat_later(setter.galley, heads, {out[begin]}) : heads;
        }
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
    append_lines(setter, set_lines(setter, inlines, measure_of(setter, Type::caption, column.width)),
                 {Type::caption, column, gap, TextAlign::left, caption}, out);
    for (std::size_t i = first + 1; i < out.size(); ++i) out[i].break_before = never_break;
    if (first < out.size()) out[first].opens = true;
}

void set_table(Setter& setter, const publication::Block& block, const publication::Table& table,
               const Column& column, NodeId parent, Strips& out) {
    Structure& structure = setter.galley.structure;
    const NodeId node = structure.add(parent, Tag::table);
    const float gap = setter.theme.paragraph_gap * 1.7F;
    const std::size_t first = out.size();
    const bool captioned = !table.caption.empty() || !table.label.empty();
    const NodeId caption = captioned ? structure.add(node, Tag::caption) : no_node;
    Grid grid = make_grid(table);
    if (grid.columns == 0) {
        if (captioned) set_caption(setter, table.label, table.caption, column, caption, gap, out);
        return;
    }
    build_structure(structure, grid, node);
    const bool grouped = grid.has_groups();
    for (Placed& cell : grid.cells) {
        add_text(setter, cell.inlines, cell.cell->text,
                 grid.looks_like_head(cell, grouped) ? Type::table_head : Type::table, cell.node);
    }
    Column place = column;
    Widths widths = column_widths(grid, place.width);
    if (widths.crowded && column.hang > 0) {
        place = {column.left - column.hang, column.width + column.hang, 0, column.text};
        widths = column_widths(grid, place.width);
    }
    if (captioned) set_caption(setter, table.label, table.caption, place, caption, gap, out);
    if (!widths.fits)
        setter.diagnostics.add(block.source, diag::table_exceeds_page,
                               table.label.empty() ? "this table" : table.label);
    TableSetter rows{setter, table, grid, place.left, {place.left}, {}, setter.type(Type::table).leading};
    for (const float width : widths.columns) rows.edges.push_back(rows.edges.back() + width);
    rows.break_cells();
    rows.measure_rows();
    const std::size_t body = out.size();
    set_rows(rows, out);
    if (body == out.size()) return;
    out[first].opens = true;
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

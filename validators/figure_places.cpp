#include "validators/figure_places.hpp"

#include <fmt/format.h>

#include <vector>

#include "compiler/prose/sentences.hpp"

namespace stet::validators {

namespace {

using model::Cell;

/// Gives each cell of the rows its first column, with regard to cells that reach over rows and columns.
template <class Visit>
void for_each_cell(const std::vector<std::vector<Cell>>& rows, const Visit& visit) {
    std::vector<std::uint32_t> taken;  // by column: rows that a cell above still reaches into
    for (std::size_t row = 0; row < rows.size(); ++row) {
        std::size_t column = 0;
        std::vector<std::uint32_t> below;
        for (const Cell& cell : rows[row]) {
            while (column < taken.size() && taken[column] > 0) ++column;
            visit(row, column, cell);
            below.resize(std::max(below.size(), column + cell.columns));
            std::fill_n(below.begin() + static_cast<std::ptrdiff_t>(column), cell.columns, cell.rows);
            column += cell.columns;
        }
        taken.resize(std::max(taken.size(), below.size()));
        below.resize(taken.size());
        for (std::size_t i = 0; i < taken.size(); ++i) {
            taken[i] = std::max(taken[i], below[i]);
            if (taken[i] > 0) --taken[i];
        }
    }
}

}  // namespace

FigurePlaces::FigurePlaces(const model::Report& report) : report_(report) {
    for (const model::Table& table : report.tables) add_table(table);
}

void FigurePlaces::add_table(const model::Table& table) {
    std::vector<std::string> columns;
    for_each_cell(table.head, [&](std::size_t, std::size_t column, const Cell& cell) {
        columns.resize(std::max(columns.size(), column + cell.columns));
        for (std::size_t i = column; i < column + cell.columns; ++i)
            columns[i] += (columns[i].empty() ? "" : ", ") + report_.runs[cell.run].text;
        cells_[cell.run] = {&table, {}, {}};
    });
    std::vector<std::string> rows(table.body.size());
    for_each_cell(table.body, [&](std::size_t row, std::size_t column, const Cell& cell) {
        if (column == 0) {
            for (std::size_t i = row; i < std::min<std::size_t>(row + cell.rows, rows.size()); ++i)
                rows[i] = report_.runs[cell.run].text;
        }
        cells_[cell.run] = {&table, column == 0 ? std::string() : rows[row],
                            column < columns.size() ? columns[column] : std::string()};
    });
}

std::string FigurePlaces::section_title(std::optional<model::SectionId> section) const {
    return section ? report_.runs[report_.sections[*section].title].text : std::string();
}

std::string FigurePlaces::where(prose::RunId run) const {
    if (const auto cell = cells_.find(run); cell != cells_.end())
        return cell->second.table->number > 0 ? fmt::format("Table {}", cell->second.table->number)
                                              : "a table";
    const model::RunPlace& at = report_.places[run];
    if (at.paragraph) {
        const model::Paragraph& numbered = report_.numbered(*at.paragraph);
        if (!numbered.number.empty()) return "paragraph " + numbered.number;
    }
    if (at.section) return section_title(at.section);
    return at.paragraph ? "before the first heading" : "front page";
}

std::string FigurePlaces::context(prose::RunId run, std::uint32_t at) const {
    const std::string& text = report_.runs[run].text;
    if (const auto found = cells_.find(run); found != cells_.end()) {
        const CellPlace& cell = found->second;
        const std::string heads =
            cell.row + (cell.row.empty() || cell.column.empty() ? "" : ", ") + cell.column;
        return heads.empty() ? text : heads + ": " + text;
    }
    const std::span<const prose::Sentence> all = report_.sentences[run];
    if (all.empty()) return {};
    const prose::Sentence& sentence = all[prose::sentence_at(all, at)];
    return text.substr(sentence.begin, sentence.end - sentence.begin);
}

}  // namespace stet::validators

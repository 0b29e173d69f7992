// Tables of numbers: what their cells stand for, and which are the sum of which.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "compiler/model/model.hpp"

namespace stet::validators {

/// What a cell may stand for: whole numbers from `least` to `most`.
struct CellValue {
    std::int64_t least = 0;
    std::int64_t most = 0;
    bool number = false;  ///< false for words, decimals, percentages
    bool hidden = false;  ///< withheld: "c", "<5"
    prose::RunId run = 0;
    [[nodiscard]] bool settled() const { return least == most; }
};

/// A total and its parts, by index in the grid.
struct TableSum {
    std::size_t total;
    std::vector<std::size_t> parts;
    bool of_rows;  ///< false where a column is the sum of the columns before it
};

/// The body of a table, row by row. A last row, or a last column, that is headed "Total" is the sum of the
/// others; sums with a part that is no number are left out.
class TableNumbers {
  public:
    TableNumbers(const model::Report& report, const model::Table& table);

    [[nodiscard]] const std::vector<CellValue>& values() const { return values_; }
    [[nodiscard]] const std::vector<TableSum>& sums() const { return sums_; }
    [[nodiscard]] std::size_t columns() const { return columns_; }
    [[nodiscard]] std::size_t rows() const { return rows_; }

  private:
    void find_sums(const model::Report& report, const model::Table& table);
    void add(TableSum sum);

    std::size_t columns_ = 0;
    std::size_t rows_ = 0;
    std::vector<CellValue> values_;
    std::vector<TableSum> sums_;
};

/// Whether a row or column so headed holds sums: "Total", "All children".
bool heads_total(std::string_view heading);

}  // namespace stet::validators

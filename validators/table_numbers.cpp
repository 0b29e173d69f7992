// Reading tables of numbers.
#include "validators/table_numbers.hpp"

#include <algorithm>
#include <charconv>
#include <optional>
#include <string>

#include "compiler/base/ascii.hpp"

namespace stet::validators {

namespace {

/// A whole number with or without commas, of at most 9 digits.
std::optional<std::int64_t> whole_number(std::string_view text) {
    std::string digits;
    for (const char c : text) {
        if (c != ',') digits.push_back(c);
    }
    std::int64_t value = 0;
    const auto read = std::from_chars(digits.data(), digits.data() + digits.size(), value);
    const bool whole = !digits.empty() && digits.size() <= 9 && read.ec == std::errc() &&
                       read.ptr == digits.data() + digits.size();
    return whole && value >= 0 ? std::optional(value) : std::nullopt;
}

/// How tables say that a number is withheld: "c", "*", "x", "<5", "fewer than 5".
bool is_hidden(std::string_view text, std::int64_t& below) {
    if (text == "c" || text == "*" || text == "x" || text == "[c]" || text == "[x]") return true;
    for (const std::string_view start : {"<", "fewer than ", "less than ", "under "}) {
        if (!text.starts_with(start)) continue;
        const auto bound = whole_number(ascii::trimmed(text.substr(start.size())));
        if (bound) below = *bound;
        return bound.has_value();
    }
    return false;
}

CellValue read(const model::Report& report, const model::Cell& cell) {
    const std::int64_t rounding = report.framework.disclosure.rounding;
    CellValue value;
    value.run = cell.run;
    const std::string_view text = ascii::trimmed(report.text(cell.run));
    std::int64_t below = std::max<std::int64_t>(report.framework.disclosure.smallest, 1);
    if (is_hidden(text, below)) {
        value = {0, std::max<std::int64_t>(below - 1, 0), true, true, cell.run};
    } else if (const auto number = whole_number(text)) {
        value = {std::max<std::int64_t>(0, *number - rounding / 2), *number + rounding / 2, true, false,
                 cell.run};
    }
    return value;
}

}  // namespace

bool heads_total(std::string_view heading) {
    for (const std::string_view word : {"total", "all", "totals"}) {
        if (heading.size() < word.size() || (heading.size() > word.size() && heading[word.size()] != ' '))
            continue;
        if (ascii::starts_ignoring_case(heading, word)) return true;
    }
    return false;
}

TableNumbers::TableNumbers(const model::Report& report, const model::Table& table)
    : rows_(table.body.size()) {
    for (const auto& row : table.body) columns_ = std::max(columns_, row.size());
    for (const auto& row : table.body) {
        for (std::size_t c = 0; c < columns_; ++c)
            values_.push_back(c < row.size() ? read(report, row[c]) : CellValue{});
    }
    find_sums(report, table);
}

void TableNumbers::find_sums(const model::Report& report, const model::Table& table) {
    if (rows_ < 2 || columns_ < 2) return;
    const auto& last = table.body[rows_ - 1];
    if (!last.empty() && heads_total(ascii::trimmed(report.text(last[0].run)))) {
        for (std::size_t c = 1; c < columns_; ++c) {
            TableSum sum{(rows_ - 1) * columns_ + c, {}, true};
            for (std::size_t r = 0; r + 1 < rows_; ++r) sum.parts.push_back(r * columns_ + c);
            add(std::move(sum));
        }
    }
    if (table.head.empty() || table.head.back().size() != columns_ || columns_ < 4) return;
    if (!heads_total(ascii::trimmed(report.text(table.head.back().back().run)))) return;
    for (std::size_t r = 0; r < rows_; ++r) {
        TableSum sum{r * columns_ + columns_ - 1, {}, false};
        for (std::size_t c = 1; c + 1 < columns_; ++c) sum.parts.push_back(r * columns_ + c);
        add(std::move(sum));
    }
}

/// Keeps a sum only where all its cells are numbers.
void TableNumbers::add(TableSum sum) {
    const auto number = [&](std::size_t i) { return values_[i].number; };
    if (number(sum.total) && std::all_of(sum.parts.begin(), sum.parts.end(), number))
        sums_.push_back(std::move(sum));
}

}  // namespace stet::validators

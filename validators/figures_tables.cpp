// Figures in tables: totals (F215), and shares beside their counts (F201).
#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "compiler/base/ascii.hpp"
#include "compiler/base/catalogue.hpp"
#include "validators/figure_audit.hpp"
#include "validators/percentages.hpp"
#include "validators/table_numbers.hpp"

namespace stet::validators {

namespace {

using model::Cell;
using prose::Quantity;
using prose::QuantityKind;

/// Whether a word of the heading begins so.
bool holds(std::string_view heading, std::string_view word) {
    for (std::size_t at = 0; at + word.size() <= heading.size(); ++at) {
        const bool starts = at == 0 || !ascii::letter(heading[at - 1]);
        if (starts && ascii::starts_ignoring_case(heading.substr(at), word)) return true;
    }
    return false;
}

/// "Average caseload", "Rate per 10,000": the total's value is not the sum of the others.
bool is_measure(std::string_view heading) {
    constexpr std::array<std::string_view, 7> words{"average", "mean", "median", "rate",
                                                    "ratio",   "per ", "target"};
    return std::any_of(words.begin(), words.end(), [&](auto word) { return holds(heading, word); });
}

/// "of whom in foster care", "Including agency staff": the row is counted in another.
bool is_included(std::string_view heading) {
    constexpr std::array<std::string_view, 4> words{"of which", "of whom", "of these", "includ"};
    return std::any_of(words.begin(), words.end(), [&](auto word) { return holds(heading, word); });
}

bool is_plain_total(std::string_view heading) {
    return heads_total(heading) && ascii::starts_ignoring_case(heading, "total");
}

class TableCheck {
  public:
    TableCheck(FigureAudit& audit, const model::Table& table)
        : audit_(audit), report_(audit.report), table_(table), grid_(audit.report, table) {}

    void check() {
        if (!is_regular()) return;
        for (const TableSum& sum : grid_.sums()) {
            if (adds_up(sum)) check_sum(sum);
        }
        if (!is_plain_total(row_heading(grid_.rows() - 1)) || parts_of_parts()) return;
        for (std::size_t c = 1; c < grid_.columns(); ++c) check_percentages(c);
    }

  private:
    /// Every row has every cell by itself, below one row of headings.
    [[nodiscard]] bool is_regular() const {
        const auto plain = [&](const std::vector<Cell>& row) {
            return row.size() == grid_.columns() && std::all_of(row.begin(), row.end(), [](const Cell& cell) {
                       return cell.columns == 1 && cell.rows == 1;
                   });
        };
        return table_.head.size() == 1 && grid_.rows() > 2 && grid_.columns() > 1 && plain(table_.head[0]) &&
               std::all_of(table_.body.begin(), table_.body.end(), plain);
    }

    [[nodiscard]] std::string_view text(const Cell& cell) const {
        return ascii::trimmed(report_.text(cell.run));
    }
    [[nodiscard]] std::string_view row_heading(std::size_t row) const { return text(table_.body[row][0]); }
    [[nodiscard]] std::string_view column_heading(std::size_t column) const {
        return text(table_.head[0][column]);
    }
    [[nodiscard]] const Cell& cell(std::size_t i) const {
        return table_.body[i / grid_.columns()][i % grid_.columns()];
    }
    [[nodiscard]] Span place(const Cell& cell) const {
        const prose::Run& run = report_.runs[cell.run];
        return run.source(0, static_cast<std::uint32_t>(run.text.size()));
    }

    /// The one figure of a cell.
    [[nodiscard]] const Quantity* figure(const Cell& cell) const {
        const auto& quantities = report_.quantities[cell.run];
        return quantities.size() == 1 ? &quantities.front() : nullptr;
    }

    /// Rows, or columns, that sum up others, or are counted in them.
    [[nodiscard]] bool parts_of_parts() const {
        for (std::size_t r = 0; r + 1 < grid_.rows(); ++r) {
            if (heads_total(row_heading(r)) || is_included(row_heading(r))) return true;
        }
        return false;
    }

    /// Whether the total is meant as the sum of its parts.
    [[nodiscard]] bool adds_up(const TableSum& sum) const {
        const std::size_t row = sum.total / grid_.columns();
        const std::size_t column = sum.total % grid_.columns();
        if (sum.of_rows)
            return is_plain_total(row_heading(row)) && !parts_of_parts() &&
                   !is_measure(column_heading(column));
        if (!is_plain_total(column_heading(column)) || is_measure(row_heading(row))) return false;
        for (std::size_t c = 1; c < column; ++c) {
            const std::string_view heading = column_heading(c);
            if (heads_total(heading) || is_included(heading) || is_measure(heading)) return false;
        }
        return true;
    }

    void check_sum(const TableSum& sum) {
        CellValue parts;
        std::int64_t smallest = INT64_MAX;
        std::int64_t largest = 0;
        for (const std::size_t part : sum.parts) {
            const CellValue& value = grid_.values()[part];
            parts.least += value.least;
            parts.most += value.most;
            smallest = std::min(smallest, value.least);
            largest = std::max(largest, value.most);
        }
        const CellValue& total = grid_.values()[sum.total];
        const std::string written = written_sum(sum);
        std::string is = shown(Rational(parts.least));
        if (!parts.settled()) is += " to " + shown(Rational(parts.most));
        if (parts.least <= total.most && total.least <= parts.most) {
            if (!parts.settled() || !total.settled()) return;
            for (const std::size_t part : sum.parts) agrees(cell(part), written + " is " + is);
            agrees(cell(sum.total), written + " is " + is);
            return;
        }
        if (smallest <= total.most && total.least <= largest) return;  // an average, or the largest of them
        if (figure(cell(sum.total)) != nullptr)
            audit_.conflicts(total.run, 0, "its parts do not add up to it", written + " is " + is);
        Diagnostic& diagnostic = audit_.diagnostics.add(place(cell(sum.total)), diag::parts_do_not_add_up,
                                                        written, is, std::string(text(cell(sum.total))));
        diagnostic.relate(place(cell(sum.parts.front())), "the first part");
        diagnostic.relate(place(cell(sum.parts.back())), "the last part");
    }

    /// "12 + 3 + 40", or in words where there are many.
    [[nodiscard]] std::string written_sum(const TableSum& sum) const {
        constexpr std::size_t most_shown = 8;
        if (sum.parts.size() > most_shown)
            return fmt::format("the sum of the {} {}", sum.parts.size(),
                               sum.of_rows ? "numbers above" : "numbers before");
        std::string out;
        for (const std::size_t part : sum.parts) {
            if (!out.empty()) out += " + ";
            out += text(cell(part));
        }
        return out;
    }

    void agrees(const Cell& cell, const std::string& calculation) {
        if (figure(cell) != nullptr) audit_.agrees(cell.run, 0, calculation);
    }

    /// A column of percentages whose total is 100% holds shares of the counts to its left.
    void check_percentages(std::size_t column) {
        const Quantity* total = figure(table_.body.back()[column]);
        if (total == nullptr || total->kind != QuantityKind::percent || total->value != Rational(100)) return;
        Interval sum = Interval::point(Rational(0));
        std::vector<const Cell*> parts;
        for (std::size_t r = 0; r + 1 < grid_.rows(); ++r) {
            const Cell& part = table_.body[r][column];
            const Quantity* percent = figure(part);
            if (percent == nullptr || percent->kind != QuantityKind::percent) return;
            sum = sum + percent->interval;
            parts.push_back(&part);
        }
        if (check_shares(column, parts)) return;
        if (!sum.known() || meet(sum, total->interval) != Verdict::conflicts) return;
        Rational written(0);
        for (const Cell* part : parts) written = written + figure(*part)->value;
        audit_.conflicts(table_.body.back()[column].run, 0, "its parts do not add up to it", "");
        audit_.diagnostics
            .add(place(table_.body.back()[column]), diag::parts_do_not_add_up,
                 fmt::format("the sum of the {} percentages above", parts.size()), shown(written) + "%",
                 std::string(text(table_.body.back()[column])))
            .relate(place(*parts.front()), "the first part");
    }

    /// Holds each share against its count and their total; false where the column to the left is no count, or
    /// where so many differ that the shares are of something else.
    bool check_shares(std::size_t column, const std::vector<const Cell*>& percents) {
        const std::size_t last = grid_.rows() - 1;
        const auto count = [&](std::size_t row) {
            return grid_.values()[row * grid_.columns() + column - 1];
        };
        const CellValue whole = count(last);
        if (!whole.number || whole.hidden || whole.least <= 0) return false;
        std::vector<PercentageResult> results;
        std::size_t wrong = 0;
        for (std::size_t r = 0; r < last; ++r) {
            const CellValue part = count(r);
            if (!part.number || part.most > whole.most) return false;
            const auto interval = [](const CellValue& v) {
                return Interval::closed(Rational(v.least), Rational(v.most));
            };
            results.push_back(judge({Rational(part.least), Rational(whole.least), interval(part),
                                     interval(whole), *figure(*percents[r])}));
            wrong += results.back().verdict == Verdict::conflicts ? 1 : 0;
        }
        if (2 * wrong > last) return false;
        for (std::size_t r = 0; r < last; ++r)
            tell_share(table_.body[r][column - 1], *percents[r], results[r]);
        return true;
    }

    void tell_share(const Cell& count, const Cell& percent, const PercentageResult& result) {
        if (result.verdict == Verdict::undecided) return;
        if (result.verdict == Verdict::agrees) {
            agrees(count, result.calculation);
            agrees(percent, result.calculation);
            return;
        }
        audit_.conflicts(percent.run, 0, result.calculation + ", not " + result.stated, result.calculation);
        audit_.diagnostics
            .add(place(percent), diag::claim_percentage_wrong, result.calculation, result.stated,
                 result.nearest)
            .relate(place(count), "the count")
            .relate(place(table_.body.back()[0]), "the total");
    }

    FigureAudit& audit_;
    const model::Report& report_;
    const model::Table& table_;
    TableNumbers grid_;
};

}  // namespace

void check_tables(FigureAudit& audit) {
    for (const model::Table& table : audit.report.tables) TableCheck(audit, table).check();
}

}  // namespace stet::validators

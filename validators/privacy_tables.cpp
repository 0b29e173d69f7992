// P201: hidden cells of a table that its totals give away, by propagation of intervals.
#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "compiler/base/ascii.hpp"
#include "compiler/base/catalogue.hpp"
#include "validators/privacy.hpp"

namespace stet::validators {

namespace {

using prose::RunId;

/// What a cell may stand for: whole numbers from `least` to `most`.
struct Value {
    std::int64_t least = 0;
    std::int64_t most = 0;
    bool number = false;  ///< false for words
    bool hidden = false;
    RunId run = 0;
    [[nodiscard]] bool settled() const { return least == most; }
};

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

bool is_total(std::string_view text) {
    for (const std::string_view word : {"total", "all", "totals"}) {
        if (text.size() < word.size() || (text.size() > word.size() && text[word.size()] != ' ')) continue;
        const bool same = std::equal(word.begin(), word.end(), text.begin(), [](char a, char b) {
            return a == (b >= 'A' && b <= 'Z' ? b - 'A' + 'a' : b);
        });
        if (same) return true;
    }
    return false;
}

/// The total and its parts, by index in the grid.
struct Sum {
    std::size_t total;
    std::vector<std::size_t> parts;
};

class Grid {
  public:
    Grid(const model::Report& report, const model::Table& table) {
        for (const auto& row : table.body) columns_ = std::max(columns_, row.size());
        const std::int64_t smallest = report.framework.disclosure.smallest;
        const std::int64_t rounding = report.framework.disclosure.rounding;
        for (const auto& row : table.body) {
            for (std::size_t c = 0; c < columns_; ++c)
                values_.push_back(c < row.size() ? read(report, row[c], smallest, rounding) : Value{});
        }
        rows_ = table.body.size();
        find_sums(report, table);
    }

    /// Narrows every interval by every sum until nothing changes. Each pass is linear; the number of passes
    /// is bounded, for a value that is still open after that many steps is no easy catch for a reader.
    void propagate() {
        constexpr int most_passes = 16;
        for (int pass = 0; pass < most_passes; ++pass) {
            bool changed = false;
            for (const Sum& sum : sums_) changed |= narrow(sum);
            if (!changed) return;
        }
    }

    [[nodiscard]] const std::vector<Value>& values() const { return values_; }
    [[nodiscard]] const std::vector<Sum>& sums() const { return sums_; }

  private:
    static Value read(const model::Report& report, const model::Cell& cell, std::int64_t smallest,
                      std::int64_t rounding) {
        Value value;
        value.run = cell.run;
        const std::string_view text = ascii::trimmed(report.text(cell.run));
        std::int64_t below = std::max<std::int64_t>(smallest, 1);
        if (is_hidden(text, below)) {
            value = {0, std::max<std::int64_t>(below - 1, 0), true, true, cell.run};
        } else if (const auto number = whole_number(text)) {
            value = {std::max<std::int64_t>(0, *number - rounding / 2), *number + rounding / 2, true, false,
                     cell.run};
        }
        return value;
    }

    /// A row or column headed "Total" is the sum of the others.
    void find_sums(const model::Report& report, const model::Table& table) {
        if (rows_ < 2 || columns_ < 2) return;
        const auto label = [&](std::size_t row) {
            return table.body[row].empty() ? std::string_view()
                                           : ascii::trimmed(report.text(table.body[row][0].run));
        };
        if (is_total(label(rows_ - 1))) {
            for (std::size_t c = 1; c < columns_; ++c) {
                Sum sum{(rows_ - 1) * columns_ + c, {}};
                for (std::size_t r = 0; r + 1 < rows_; ++r) sum.parts.push_back(r * columns_ + c);
                add(std::move(sum));
            }
        }
        if (table.head.empty() || table.head.back().size() != columns_) return;
        if (!is_total(ascii::trimmed(report.text(table.head.back().back().run))) || columns_ < 4) return;
        for (std::size_t r = 0; r < rows_; ++r) {
            Sum sum{r * columns_ + columns_ - 1, {}};
            for (std::size_t c = 1; c + 1 < columns_; ++c) sum.parts.push_back(r * columns_ + c);
            add(std::move(sum));
        }
    }

    /// Keeps a sum only where all its cells are numbers and the known ones do not already break it.
    void add(Sum sum) {
        std::int64_t least = 0;
        std::int64_t most = 0;
        for (const std::size_t part : sum.parts) {
            if (!values_[part].number) return;
            least += values_[part].least;
            most += values_[part].most;
        }
        const Value& total = values_[sum.total];
        if (total.number && least <= total.most && total.least <= most) sums_.push_back(std::move(sum));
    }

    bool narrow(const Sum& sum) {
        std::int64_t least = 0;
        std::int64_t most = 0;
        for (const std::size_t part : sum.parts) least += values_[part].least, most += values_[part].most;
        bool changed = tighten(values_[sum.total], least, most);
        const Value& total = values_[sum.total];
        for (const std::size_t part : sum.parts) {
            Value& value = values_[part];
            const std::int64_t others_least = least - value.least;
            const std::int64_t others_most = most - value.most;
            const Value before = value;
            changed |= tighten(value, total.least - others_most, total.most - others_least);
            least += value.least - before.least;
            most += value.most - before.most;
        }
        return changed;
    }

    static bool tighten(Value& value, std::int64_t least, std::int64_t most) {
        const std::int64_t low = std::max(value.least, least);
        const std::int64_t high = std::min(value.most, most);
        if (low > high || (low == value.least && high == value.most)) return false;
        value.least = low;
        value.most = high;
        return true;
    }

    std::size_t columns_ = 0;
    std::size_t rows_ = 0;
    std::vector<Value> values_;
    std::vector<Sum> sums_;
};

}  // namespace

void check_hidden_values(const model::Report& report, const Sources&, Diagnostics& diagnostics) {
    for (const model::Table& table : report.tables) {
        Grid grid(report, table);
        const std::vector<Value> before = grid.values();
        if (std::none_of(before.begin(), before.end(), [](const Value& v) { return v.hidden; })) continue;
        grid.propagate();
        for (std::size_t i = 0; i < before.size(); ++i) {
            const Value& value = grid.values()[i];
            if (!value.hidden || before[i].settled() || !value.settled()) continue;
            const prose::Run& run = report.runs[value.run];
            Diagnostic& made =
                diagnostics.add(run.source(0, static_cast<std::uint32_t>(run.text.size())),
                                diag::hidden_value_recoverable, ascii::trimmed(run.text), value.least);
            const auto sum = std::find_if(grid.sums().begin(), grid.sums().end(), [&](const Sum& s) {
                return std::find(s.parts.begin(), s.parts.end(), i) != s.parts.end();
            });
            if (sum != grid.sums().end())
                made.relate(report.runs[grid.values()[sum->total].run].span, "by this total");
        }
    }
}

}  // namespace stet::validators

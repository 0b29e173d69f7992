// P201: hidden cells of a table that its totals give away, by propagation of intervals.
#include <fmt/format.h>

#include <algorithm>
#include <vector>

#include "compiler/base/ascii.hpp"
#include "compiler/base/catalogue.hpp"
#include "validators/privacy.hpp"
#include "validators/table_numbers.hpp"

namespace stet::validators {

namespace {

/// What the numbers of a table tell of each other.
class Propagation {
  public:
    explicit Propagation(const TableNumbers& grid) : values_(grid.values()) {
        for (const TableSum& sum : grid.sums()) {
            if (may_hold(sum)) sums_.push_back(&sum);
        }
    }

    /// Narrows every interval by every sum until nothing changes. Each pass is linear; the number of passes
    /// is bounded, for a value that is still open after that many steps is no easy catch for a reader.
    void run() {
        constexpr int most_passes = 16;
        for (int pass = 0; pass < most_passes; ++pass) {
            bool changed = false;
            for (const TableSum* sum : sums_) changed |= narrow(*sum);
            if (!changed) return;
        }
    }

    [[nodiscard]] const std::vector<CellValue>& values() const { return values_; }
    [[nodiscard]] const std::vector<const TableSum*>& sums() const { return sums_; }

  private:
    /// False where the known numbers already break the sum.
    [[nodiscard]] bool may_hold(const TableSum& sum) const {
        std::int64_t least = 0;
        std::int64_t most = 0;
        for (const std::size_t part : sum.parts) least += values_[part].least, most += values_[part].most;
        const CellValue& total = values_[sum.total];
        return least <= total.most && total.least <= most;
    }

    bool narrow(const TableSum& sum) {
        std::int64_t least = 0;
        std::int64_t most = 0;
        for (const std::size_t part : sum.parts) least += values_[part].least, most += values_[part].most;
        bool changed = tighten(values_[sum.total], least, most);
        const CellValue& total = values_[sum.total];
        for (const std::size_t part : sum.parts) {
            CellValue& value = values_[part];
            const std::int64_t others_least = least - value.least;
            const std::int64_t others_most = most - value.most;
            const CellValue before = value;
            changed |= tighten(value, total.least - others_most, total.most - others_least);
            least += value.least - before.least;
            most += value.most - before.most;
        }
        return changed;
    }

    static bool tighten(CellValue& value, std::int64_t least, std::int64_t most) {
        const std::int64_t low = std::max(value.least, least);
        const std::int64_t high = std::min(value.most, most);
        if (low > high || (low == value.least && high == value.most)) return false;
        value.least = low;
        value.most = high;
        return true;
    }

    std::vector<CellValue> values_;
    std::vector<const TableSum*> sums_;
};

}  // namespace

void check_hidden_values(const model::Report& report, const Sources&, Diagnostics& diagnostics) {
    for (const model::Table& table : report.tables) {
        const TableNumbers grid(report, table);
        const std::vector<CellValue>& before = grid.values();
        if (std::none_of(before.begin(), before.end(), [](const CellValue& v) { return v.hidden; })) continue;
        Propagation told(grid);
        told.run();
        for (std::size_t i = 0; i < before.size(); ++i) {
            const CellValue& value = told.values()[i];
            if (!value.hidden || before[i].settled() || !value.settled()) continue;
            const prose::Run& run = report.runs[value.run];
            Diagnostic& made =
                diagnostics.add(run.source(0, static_cast<std::uint32_t>(run.text.size())),
                                diag::hidden_value_recoverable, ascii::trimmed(run.text), value.least);
            const auto sum = std::find_if(told.sums().begin(), told.sums().end(), [&](const TableSum* s) {
                return std::find(s->parts.begin(), s->parts.end(), i) != s->parts.end();
            });
            if (sum != told.sums().end())
                made.relate(report.runs[told.values()[(*sum)->total].run].span, "by this total");
        }
    }
}

}  // namespace stet::validators

// P201 in prose: "fewer than five" beside a total and the other parts, whose difference tells the number.
#include <algorithm>
#include <optional>
#include <span>
#include <vector>

#include "compiler/base/catalogue.hpp"
#include "validators/counted.hpp"
#include "validators/privacy.hpp"
#include "validators/variants.hpp"

namespace stet::validators {

namespace {

using prose::Bound;
using prose::Quantity;
using prose::Run;
using prose::RunId;

/// A total of people, its parts in plain numbers, and one that is withheld.
class Split {
  public:
    Split(const Run& run, const Quantity& total) : total_{&run, &total} {}

    void add(const Run& run, const Quantity& quantity) {
        if (is_exact_count(quantity)) {
            rest_ = rest_ - quantity.value;
            ++parts_;
        } else if (is_count(quantity) && quantity.bound == Bound::fewer) {
            ++hidden_parts_;
            hidden_ = Counted{&run, &quantity};
        }
    }

    /// Parts that leave just what the bound allows are all parts: a reader subtracts.
    void report(Diagnostics& diagnostics) const {
        const Rational left = total_.quantity->value + rest_;
        if (hidden_parts_ != 1 || parts_ == 0 || !(left >= Rational(1)) || !(left < hidden_->quantity->value))
            return;
        diagnostics
            .add(hidden_->span(), diag::hidden_value_recoverable, hidden_->words(),
                 static_cast<std::int64_t>(left.numerator()))
            .relate(total_.span(), "by this total");
    }

  private:
    Counted total_;
    Rational rest_{0};
    std::size_t parts_ = 0;
    std::size_t hidden_parts_ = 0;
    std::optional<Counted> hidden_;
};

bool counts_people(const Run& run, const Quantity& quantity) {
    return is_exact_count(quantity) && quantity.noun_end > quantity.noun_begin &&
           means_people(run.words(quantity.noun_begin, quantity.noun_end));
}

/// "Of the 48 children, 31 moved, 14 stayed and fewer than five left."
void check_sentence(const Run& run, std::span<const Quantity> quantities, Diagnostics& diagnostics) {
    std::optional<Split> split;
    for (const Quantity& quantity : quantities) {
        if (split)
            split->add(run, quantity);
        else if (counts_people(run, quantity))
            split.emplace(run, quantity);
    }
    if (split) split->report(diagnostics);
}

/// "48 children moved:", and a bullet for each kind that begins with its number.
void check_bullets(const model::Report& report, RunId parent, const std::vector<RunId>& bullets,
                   Diagnostics& diagnostics) {
    const Run& run = report.runs[parent];
    const auto& own = report.quantities[parent];
    const auto total =
        std::find_if(own.begin(), own.end(), [&](const Quantity& q) { return counts_people(run, q); });
    if (total == own.end()) return;
    Split split(run, *total);
    for (const RunId bullet : bullets) {
        const auto& quantities = report.quantities[bullet];
        if (!quantities.empty() && quantities.front().begin == 0)
            split.add(report.runs[bullet], quantities.front());
    }
    split.report(diagnostics);
}

}  // namespace

void check_hidden_parts(const model::Report& report, const Sources&, Diagnostics& diagnostics) {
    if (report.framework.disclosure.smallest == 0) return;
    std::vector<std::vector<RunId>> bullets(report.runs.size());
    for (RunId id = 0; id < report.quantities.size(); ++id) {
        const Run& run = report.runs[id];
        if (!holds_sentences(run.kind)) continue;
        if (run.kind == prose::RunKind::bullet && run.parent >= 0)
            bullets[static_cast<RunId>(run.parent)].push_back(id);
        const auto& quantities = report.quantities[id];
        const bool bounded = std::any_of(quantities.begin(), quantities.end(),
                                         [](const Quantity& q) { return q.bound == Bound::fewer; });
        if (!bounded) continue;
        auto next = quantities.begin();
        for (const prose::Sentence& sentence : report.sentences[id]) {
            const auto first = std::find_if(next, quantities.end(),
                                            [&](const Quantity& q) { return q.begin >= sentence.begin; });
            next = std::find_if(first, quantities.end(),
                                [&](const Quantity& q) { return q.begin >= sentence.end; });
            check_sentence(run, {first, next}, diagnostics);
        }
    }
    for (RunId id = 0; id < bullets.size(); ++id) {
        if (!bullets[id].empty()) check_bullets(report, id, bullets[id], diagnostics);
    }
}

}  // namespace stet::validators

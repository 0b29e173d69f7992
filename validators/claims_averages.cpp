// F221: an average beside the values that it is of: "20, 26 and 32 in the last three years, an average of
// 26".
#include <algorithm>
#include <array>

#include "compiler/base/catalogue.hpp"
#include "validators/claims.hpp"

namespace stet::validators {

namespace {

using prose::Quantity;
using prose::QuantityKind;

/// Whether the words before a number say that it is an average of the others: "averaging", "on average", "an
/// average for the period of", "the average therefore was". "The average of 26" is the average of somebody
/// else.
bool names_average(std::string_view before) {
    constexpr auto verbs =
        std::to_array<std::string_view>({" averaged ", " averaging ", " averages ", ", on average "});
    const auto leads = [&](std::string_view noun, std::string_view closing) {
        constexpr std::size_t longest = 24;  // between the noun and the number
        const std::size_t at = before.rfind(noun);
        if (at == std::string_view::npos || !ends_with(before, closing)) return false;
        const std::string_view tail = before.substr(at + noun.size() - 1);
        return tail.size() <= longest && tail.find_first_of(",;:()") == std::string_view::npos;
    };
    return !ending(before, verbs).empty() || leads(" an average ", " of ") || leads(" a mean ", " of ") ||
           leads(" average ", " was ") || leads(" average ", " is ");
}

bool exact(const Quantity& q) {
    return q.bound == prose::Bound::none && q.approximation == prose::Approximation::none && !q.range &&
           !q.compound && q.is_figure() && q.kind != QuantityKind::age;
}

/// "20, 26 and 32", "14 in 2013, 10 in 2014 and 12 in 2015": nothing but dates between the values; a noun may
/// stand after the first.
bool listed(const ClaimRun& run, std::span<const std::size_t> items, std::size_t average) {
    constexpr auto joints = std::to_array<std::string_view>({", ", " and ", ", and "});
    constexpr auto dated = std::to_array<std::string_view>({" in ", " for ", " during ", " at "});
    constexpr auto parts =
        std::to_array<std::string_view>({"quarter", "half", "months of", "weeks of", "so far"});
    constexpr std::size_t longest = 60;
    for (std::size_t k = 0; k + 1 < items.size(); ++k) {
        const std::size_t i = items[k], next = items[k + 1];
        const Quantity& q = run.quantities[i];
        const std::uint32_t end = std::max(q.end, q.noun_end), begin = run.quantities[next].begin;
        if (k > 0 && q.noun_begin < q.noun_end) return false;
        if (!may_count_the_same(run, i, items.back())) return false;
        const std::uint32_t from = next == i + 1 ? end : run.quantities[next - 1].end;
        const std::string_view joint = run.run->words(std::min(from, begin), begin);
        if (std::find(joints.begin(), joints.end(), joint) == joints.end()) return false;
        if (next == i + 1) continue;
        const std::uint32_t date = run.quantities[i + 1].begin;
        const std::string_view lead = run.run->words(std::min(q.end, date), date);
        if (next != i + 2 || ending(lead, dated).empty() || lead.size() > longest ||
            mentions_any(lead, parts))
            return false;
    }
    const std::uint32_t end = run.quantities[items.back()].end;
    return !mentions_any(run.run->words(end, std::max(end, run.quantities[average].begin)), parts);
}

/// The values before an average in its sentence, all of its kind; empty where any other figure stands there.
std::vector<std::size_t> values_before(const ClaimRun& run, std::size_t average) {
    const Quantity& like = run.quantities[average];
    std::vector<std::size_t> items;
    for (std::size_t i = run.of_sentence(run.sentence[average]).first; i < average; ++i) {
        const Quantity& q = run.quantities[i];
        const bool period = q.kind == QuantityKind::duration && like.kind != QuantityKind::duration;
        if (q.is_date() || q.kind == QuantityKind::ordinal || period) continue;
        if (!exact(q) || q.kind != like.kind || q.unit != like.unit || q.per != like.per || run.bracketed[i])
            return {};
        items.push_back(i);
    }
    return items;
}

/// The least and the greatest value of the list.
Interval span_of(const ClaimRun& run, std::span<const std::size_t> items) {
    Interval span = run.quantities[items[0]].interval;
    for (const std::size_t i : items) {
        const Interval& q = run.quantities[i].interval;
        if (q.low && span.low && *q.low < *span.low) span.low = q.low;
        if (q.high && span.high && *span.high < *q.high) span.high = q.high;
    }
    return span;
}

/// Counts have one mean, whichever way it is rounded; shares and durations may weigh differently, but their
/// mean is not outside them.
void judge(FigureAudit& audit, const ClaimRun& run, std::size_t average, std::span<const std::size_t> items) {
    const Quantity& said = run.quantities[average];
    Rational sum(0);
    std::string written;
    for (const std::size_t i : items) {
        sum = sum + run.quantities[i].value;
        written += (written.empty() ? "" : ", ") + shown(run.quantities[i].value);
    }
    const Rational mean = sum / Rational(static_cast<std::int64_t>(items.size()));
    if (!mean.known()) return;
    const bool counted = said.kind == QuantityKind::count;
    const Interval near =
        counted ? Interval{mean - said.step, mean + said.step, true, true} : span_of(run, items);
    const std::string truth = "the mean of " + written + " is " + shown(mean, said.decimals + 1);
    if (near.contains(said.value)) {
        for (const std::size_t i : items) audit.possible(run.id, i, truth);
        return counted ? audit.agrees(run.id, average, truth) : audit.possible(run.id, average, truth);
    }
    if (meet(near, said.interval) != Verdict::conflicts) return;
    audit.conflicts(run.id, average, truth, "");
    Diagnostic& diagnostic = audit.diagnostics.add(run.place(average), diag::relation_unlike_values,
                                                   "average of " + run.words(average), truth);
    for (const std::size_t i : items) diagnostic.relate(run.place(i), "a value");
    diagnostic.severity = Severity::query;
}

}  // namespace

void check_average_claims(FigureAudit& audit, const ClaimTexts& texts) {
    for (const ClaimRun& run : texts.runs) {
        for (std::size_t i = 0; i < run.quantities.size(); ++i) {
            if (run.crowded(run.sentence[i]) || run.bracketed[i] || !exact(run.quantities[i])) continue;
            if (!names_average(run.before(i))) continue;
            const std::vector<std::size_t> items = values_before(run, i);
            if (items.size() > 1 && listed(run, items, i)) judge(audit, run, i, items);
        }
    }
}

}  // namespace stet::validators

// F201: shares that a sentence lists of a number which the sentence before gives: "There were 340 plans.
// Neglect was in 137 (40%), abuse in 149 (44%)". No words say what they are of; where it fits some, it must
// fit all.
#include <array>

#include "compiler/base/catalogue.hpp"
#include "compiler/base/shares.hpp"
#include "validators/claims_changes.hpp"
#include "validators/claims_shares.hpp"

namespace stet::validators {

namespace {

using prose::Quantity;
using prose::QuantityKind;

/// A count and its percentage, one of them in brackets behind the other.
struct ListedShare {
    std::size_t count = 0;
    std::size_t percent = 0;
};

bool unbound(const FigureAudit& audit, const ClaimRun& run, std::size_t i) {
    return audit.states[run.id][i].status == FigureStatus::unbound;
}

/// "137 (40%)", "137 plans (40%)", "40% (137)", of which nothing was proved yet.
std::optional<ListedShare> listed_share(const FigureAudit& audit, const ClaimRun& run, std::size_t i) {
    constexpr auto joints = std::to_array<std::string_view>({" (", " (or "});
    const Quantity &one = run.quantities[i], &other = run.quantities[i + 1];
    const std::uint32_t end = std::max(one.end, one.noun_end);
    const std::string_view between = run.run->words(end, std::max(end, other.begin));
    if (std::find(joints.begin(), joints.end(), between) == joints.end() || run.bracketed[i] ||
        run.text().substr(other.end, 1) != ")" || !unbound(audit, run, i) || !unbound(audit, run, i + 1))
        return std::nullopt;
    const auto is_percent = [](const Quantity& q) {
        return q.kind == QuantityKind::percent && q.bound == prose::Bound::none && !q.range &&
               q.approximation == prose::Approximation::none;
    };
    if (run.exact_count(i) && is_percent(other)) return ListedShare{i, i + 1};
    if (is_percent(one) && run.exact_count(i + 1)) return ListedShare{i + 1, i};
    return std::nullopt;
}

/// All that a sentence lists; empty where it speaks of another time or place too.
std::vector<ListedShare> listed_shares(const FigureAudit& audit, const ClaimRun& run, std::size_t s) {
    constexpr auto elsewhere =
        std::to_array<std::string_view>({"average", "national", "nationally", "england", "than", "compared",
                                         "previous", "previously", "last year", "year before", "from"});
    const auto [first, last] = run.of_sentence(s);
    std::vector<ListedShare> shares;
    if (last - first < 4 || run.crowded(s) || mentions_any(run.sentence_text(s), elsewhere)) return shares;
    for (std::size_t i = first; i + 1 < last; ++i) {
        if (run.quantities[i].is_date()) return {};
        if (const auto share = listed_share(audit, run, i)) shares.push_back(*share), ++i;
    }
    return shares;
}

/// How many of the shares are such of count `whole`; absent where one exceeds it or is of other things.
std::optional<std::size_t> fitting(const ClaimRun& run, std::span<const ListedShare> shares,
                                   std::size_t whole) {
    const Quantity& n = run.quantities[whole];
    std::size_t fit = 0;
    for (const ListedShare& share : shares) {
        const Quantity &k = run.quantities[share.count], &p = run.quantities[share.percent];
        if (n.value < k.value || !may_count_the_same(run, whole, share.count)) return std::nullopt;
        fit += percentage_agrees(k.interval, n.interval, p.interval) == Verdict::agrees ? 1U : 0U;
    }
    return fit;
}

void check_sentence(FigureAudit& audit, const ClaimRun& run, std::size_t s) {
    const std::vector<ListedShare> shares = listed_shares(audit, run, s);
    if (shares.size() < 2) return;
    const auto [first, last] = run.of_sentence(s - 1);
    std::optional<std::size_t> whole;
    std::size_t most = 0;
    for (std::size_t i = first; i < last; ++i) {
        const Quantity& n = run.quantities[i];
        if (!run.plain_count(i) || n.noun_begin == n.noun_end || side_of_change(run, i)) continue;
        const auto fit = fitting(run, shares, i);
        if (fit && *fit > most) most = *fit, whole = i;
    }
    if (!whole || 2 * most < shares.size()) return;
    for (const ListedShare& share : shares)
        judge_share(audit, run, share.count, share.percent, {&run, *whole, false, true});
}

}  // namespace

void check_listed_shares(FigureAudit& audit, const ClaimTexts& texts) {
    for (const ClaimRun& run : texts.runs) {
        for (std::size_t s = 1; s < run.sentences.size(); ++s) check_sentence(audit, run, s);
    }
}

}  // namespace stet::validators

// F201: shares whose whole or count stands in another clause: "34 plans (85% of the 40)", "13 of 21 were
// late. This means that 62% ...", "40% of these, 80 in all".
#include <array>
#include <vector>

#include "compiler/base/catalogue.hpp"
#include "compiler/base/shares.hpp"
#include "validators/claims_share_forms.hpp"
#include "validators/claims_shares.hpp"
#include "validators/percentages.hpp"

namespace stet::validators {

namespace {

using prose::Quantity;
using prose::QuantityKind;

bool stated(const ClaimRun& run, std::size_t i) {
    return run.quantities[i].kind == QuantityKind::percent && !run.quantities[i].range;
}

/// "34 plans (85% of the 40 in the north)": all in one bracket after the count's own noun.
void share_in_brackets(FigureAudit& audit, const ClaimRun& run, std::size_t count) {
    const std::size_t percent = count + 1, whole = count + 2;
    if (whole >= run.quantities.size() || run.sentence[count] != run.sentence[whole] ||
        !run.plain_count(count) || !stated(run, percent) || !run.exact_count(whole))
        return;
    const Quantity &k = run.quantities[count], &p = run.quantities[percent];
    const std::uint32_t noun_end = std::max(k.end, k.noun_end);
    if (run.run->words(std::min(noun_end, p.begin), p.begin) != " (" ||
        !joins_part_to_whole(run.between(percent, whole)))
        return;
    const std::string_view after = run.after(whole);
    const std::size_t close = after.find_first_of("(),;");
    if (close != std::string_view::npos && after[close] == ')')
        judge_share(audit, run, count, percent, {&run, whole});
}

/// "Only 41 of 138 plans were completed in time (30%).": the sentence says nothing else.
void share_at_end(FigureAudit& audit, const ClaimRun& run, std::size_t count) {
    const std::size_t whole = count + 1, percent = count + 2;
    const auto [first, last] = run.of_sentence(run.sentence[count]);
    if (count != first || last != percent + 1 || !run.plain_count(count) || !run.plain_count(whole) ||
        !stated(run, percent) || !part_of_next(run, count))
        return;
    constexpr auto others = std::to_array<std::string_view>(
        {"and", "but", "than", "compared", "from", "which", "who", "average", "national", "target", "rate"});
    constexpr std::size_t longest = 80, longest_lead = 12;
    std::string_view clause = run.between(whole, percent);
    if (!ends_with(clause, " (") || run.after(percent) != ")." || run.before(count).size() > longest_lead)
        return;
    clause.remove_suffix(2);
    if (clause.size() <= longest && clause.find_first_of(".,;:()") == std::string_view::npos &&
        !mentions_any(clause, others) && !has_share_beside(run, whole))
        judge_share(audit, run, count, percent, {&run, whole, false, true});
}

/// "The share is 90%: 402 of 620 cases".
void share_spelt_out(FigureAudit& audit, const ClaimRun& run, std::size_t percent) {
    const std::size_t count = percent + 1, whole = percent + 2;
    if (whole >= run.quantities.size() || run.sentence[percent] != run.sentence[whole] ||
        !stated(run, percent) || run.bracketed[percent] || !run.plain_count(count) ||
        !run.plain_count(whole) || run.between(percent, count) != ": " || !part_of_next(run, count) ||
        run.of_sentence(run.sentence[percent]).second != whole + 1)
        return;
    judge_share(audit, run, count, percent, {&run, whole});
}

/// "40% of these children, 80 in all, were moved".
void share_with_count(FigureAudit& audit, const ClaimRun& run, std::size_t percent) {
    const std::size_t count = percent + 1;
    if (count >= run.quantities.size() || run.sentence[percent] != run.sentence[count] ||
        !stated(run, percent) || run.bracketed[percent] || !run.plain_count(count))
        return;
    constexpr auto closings = std::to_array<std::string_view>({" in all", " in total", " altogether"});
    const auto whole = whole_of_these(run, percent);
    const std::string_view between = run.between(percent, count);
    if (whole && ends_with(between, ", ") && between.find(',') + 2 == between.size() &&
        !beginning(run.after(count), closings).empty())
        judge_share(audit, run, count, percent, {&run, whole->index, false, !whole->sure});
}

/// The one "k of n" of a sentence that has no other figure.
std::optional<std::size_t> only_part(const ClaimRun& run, std::size_t s) {
    const auto [first, last] = run.of_sentence(s);
    std::optional<std::size_t> found;
    for (std::size_t i = first; i < last; ++i) {
        if (!run.quantities[i].is_figure()) continue;
        const bool part =
            run.plain_count(i) && i + 1 < last && run.plain_count(i + 1) && part_of_next(run, i);
        if (!part || found) return std::nullopt;
        found = i;
        ++i;
    }
    return found;
}

/// "13 of 21 plans were late. This means that 62% ...": the share, or that of the others.
void share_that_follows(FigureAudit& audit, const ClaimRun& run, std::size_t percent) {
    constexpr auto leads = std::to_array<std::string_view>(
        {"This means that ", "This means ", "This is ", "This represents ", "This equates to ", "That is ",
         "This amounts to ", "This was ", "This means that only ", "This means that just "});
    const std::size_t s = run.sentence[percent];
    if (s == 0 || !stated(run, percent) || run.of_sentence(s).first != percent ||
        std::find(leads.begin(), leads.end(), run.before(percent)) == leads.end())
        return;
    const auto part = only_part(run, s - 1);
    if (!part || begins_with(run.after(percent), " of ") || begins_with(run.after(percent), " higher") ||
        begins_with(run.after(percent), " lower"))
        return;
    const Rational k = run.quantities[*part].value, n = run.quantities[*part + 1].value;
    if (n < Rational(1) || k > n) return;
    const Interval& said = run.quantities[percent].interval;
    if (said.contains(percentage(n - k, n)) && !said.contains(percentage(k, n)))
        return audit.agrees(run.id, percent, "the others are " + shown(percentage(n - k, n), 1) + "%");
    judge_share(audit, run, *part, percent, {&run, *part + 1, false, true});
}

/// "£214,000, of which the council paid £107,000 (50%)": an amount of the only one before in its sentence.
void share_of_money(FigureAudit& audit, const ClaimRun& run, std::size_t part) {
    const auto is_money = [&](std::size_t i) {
        const Quantity& q = run.quantities[i];
        return q.kind == QuantityKind::money && q.bound == prose::Bound::none && !q.range &&
               q.approximation == prose::Approximation::none;
    };
    const std::size_t percent = part + 1, first = run.of_sentence(run.sentence[part]).first;
    if (part == first || percent >= run.quantities.size() || !is_money(part) || !stated(run, percent) ||
        run.between(part, percent) != " (" || !begins_with(run.after(percent), ")") || !is_money(part - 1))
        return;
    for (std::size_t i = first; i + 1 < part; ++i) {
        if (is_money(i)) return;
    }
    const std::string_view between = run.between(part - 1, part);
    if (run.quantities[part].unit != run.quantities[part - 1].unit) return;
    if (begins_with(between, ", of which ")) return judge_share(audit, run, part, percent, {&run, part - 1});
    constexpr auto missed = std::to_array<std::string_view>(
        {" overspent by ", " underspent by ", " overspend of ", " underspend of "});
    constexpr std::size_t longest = 30;
    if (ending(between, missed).empty() || between.size() > longest) return;
    // The amount before may be what was planned or what was spent.
    const Rational x = run.quantities[part - 1].value, y = run.quantities[part].value;
    for (const Rational& planned : {x - y, x + y}) {
        if (planned > Rational(0) && run.quantities[percent].interval.contains(percentage(y, planned)))
            return audit.possible(
                run.id, percent,
                shown(y) + " of " + shown(planned) + " is " + shown(percentage(y, planned), 1) + "%");
    }
    judge_share(audit, run, part, percent, {&run, part - 1, false, true});
}

/// The counts of quantities [first, last) outside brackets.
std::vector<std::size_t> counts_in(const ClaimRun& run, std::size_t first, std::size_t last) {
    std::vector<std::size_t> found;
    for (std::size_t i = first; i < last; ++i) {
        if (run.plain_count(i)) found.push_back(i);
    }
    return found;
}

/// "Of the 190, 176 had a plan, and 118 (67%) of these were clear": where "these" may point to several counts
/// before, the share must be of one of them. A conflict is shown against the last, and only asks.
void share_of_several(FigureAudit& audit, const ClaimRun& run, std::size_t count) {
    constexpr auto these = std::to_array<std::string_view>({") of these", ") of them", ") of those"});
    constexpr auto opening =
        std::to_array<std::string_view>({"Of these ", "Of those ", "Of these, ", "Of those, "});
    constexpr auto joints = std::to_array<std::string_view>({" of these (", " of them (", " of those ("});
    const std::size_t percent = count + 1, s = run.sentence[count], first = run.of_sentence(s).first;
    if (percent >= run.quantities.size() || run.sentence[percent] != s || !run.plain_count(count) ||
        !stated(run, percent))
        return;
    const std::string_view between = run.between(count, percent);
    const bool inside =
        std::find(joints.begin(), joints.end(), between) != joints.end();  // "118 of these (67%)"
    if ((!inside && between != " (") || audit.states[run.id][percent].status != FigureStatus::unbound) return;
    const bool opens =
        count == first && !beginning(run.sentence_text(s), opening).empty() && run.before(count).size() <= 40;
    if (!opens && !inside && beginning(run.after(percent), these).empty()) return;
    auto wholes = counts_in(run, first, count);
    // "Of these" again may go on with what the sentence before divides.
    for (std::size_t before = s; wholes.empty() && before-- > 0;) {
        if (before > 0 && !beginning(run.sentence_text(before), opening).empty()) continue;
        wholes = counts_in(run, run.of_sentence(before).first, first);
    }
    constexpr std::size_t most = 4;
    if (wholes.size() < 2 || wholes.size() > most) return;
    const Quantity &k = run.quantities[count], &p = run.quantities[percent];
    std::optional<std::size_t> shown_against;
    for (const std::size_t whole : wholes) {
        const Quantity& n = run.quantities[whole];
        if (k.value > n.value || n.value == Rational(0)) continue;
        if (!shown_against || !p.interval.contains(percentage(k.value, run.quantities[*shown_against].value)))
            shown_against = whole;
    }
    if (shown_against) judge_share(audit, run, count, percent, {&run, *shown_against, false, true});
}

}  // namespace

void check_share_clauses(FigureAudit& audit, const ClaimTexts& texts) {
    for (const ClaimRun& run : texts.runs) {
        for (std::size_t i = 0; i < run.quantities.size(); ++i) {
            if (run.crowded(run.sentence[i])) continue;
            share_in_brackets(audit, run, i);
            share_at_end(audit, run, i);
            share_spelt_out(audit, run, i);
            share_with_count(audit, run, i);
            share_that_follows(audit, run, i);
            share_of_money(audit, run, i);
            share_of_several(audit, run, i);
        }
    }
}

}  // namespace stet::validators

// How a count and its percentage stand together.
#include "validators/claims_share_forms.hpp"

#include <algorithm>
#include <array>

#include "compiler/base/ascii.hpp"
#include "validators/claims_shares.hpp"

namespace stet::validators {

using prose::Quantity;
using prose::QuantityKind;

namespace {

/// "6% of cases", "6% of those in care": the words after a share, and no number, name what it is of.
bool of_its_own(std::string_view after) {
    constexpr auto pointing = std::to_array<std::string_view>(
        {" of these", " of those", " of them", " of whom", " of which", " of this", " of the total"});
    return names_own_whole(after) ||
           (begins_with(after, " of ") && beginning(after, pointing).empty() && !joins_part_to_whole(after));
}

}  // namespace

bool is_share_pair(const ClaimRun& run, std::size_t count, std::size_t last) {
    if (count + 1 >= last || !run.plain_count(count)) return false;
    const Quantity& k = run.quantities[count];
    const Quantity& percent = run.quantities[count + 1];
    if (percent.kind != QuantityKind::percent || percent.range) return false;
    const std::uint32_t noun_end = std::max(k.noun_end, k.end);
    const std::string_view between = run.run->words(noun_end, std::max(noun_end, percent.begin));
    const std::string_view next = run.text().substr(percent.end, 1);
    if (between == ", or " || between == ", that is " || between == ", which is ")
        return next == "," || next == "." || next == ";";
    return (between == " (" || between == " (or ") && (next == ")" || next == "," || next == ";");
}

bool is_reversed_pair(const ClaimRun& run, std::size_t percent, std::size_t last) {
    const Quantity& p = run.quantities[percent];
    return percent + 1 < last && p.kind == QuantityKind::percent && !p.range && !run.bracketed[percent] &&
           run.exact_count(percent + 1) && run.between(percent, percent + 1) == " (" &&
           run.text().substr(run.quantities[percent + 1].end, 1) == ")";
}

bool is_of_others(const ClaimRun& run, std::size_t percent) {
    constexpr auto these = std::to_array<std::string_view>({" of these", " of them", " of those"});
    std::string_view after = run.after(percent);
    if (!begins_with(after, ")")) return false;
    after.remove_prefix(1);
    return !beginning(after, these).empty() || of_its_own(after);
}

bool is_bare_share(const ClaimRun& run, std::size_t i, std::size_t last) {
    const Quantity& q = run.quantities[i];
    if (q.kind != QuantityKind::percent || q.bound != prose::Bound::none ||
        q.approximation != prose::Approximation::none || q.range)
        return false;
    if (run.bracketed[i] || of_its_own(run.after(i))) return false;
    const std::uint32_t from = i == 0 ? 0 : run.quantities[i - 1].end;
    const std::uint32_t to = i + 1 < last ? run.quantities[i + 1].begin : run.sentences[run.sentence[i]].end;
    std::string_view lead = run.run->words(from, q.begin), after = run.run->words(q.end, std::max(q.end, to));
    const std::size_t clause = lead.find_last_of(",;.");
    if (clause != std::string_view::npos) lead.remove_prefix(clause + 1);
    after = after.substr(0, after.find_first_of(",;."));
    return !points_elsewhere(lead) && !points_elsewhere(after);
}

bool is_shared_of_these(const ClaimRun& run, std::size_t count, std::size_t last) {
    constexpr auto these =
        std::to_array<std::string_view>({" of these ", " of them ", " of those ", " of whom ", " of which "});
    if (count + 1 >= last || !run.plain_count(count)) return false;
    const Quantity& p = run.quantities[count + 1];
    std::string_view between = run.between(count, count + 1);
    between.remove_prefix(beginning(between, these).size());
    const auto letter = [](char c) { return ascii::letter(c); };
    const std::size_t noun =
        static_cast<std::size_t>(std::find_if_not(between.begin(), between.end(), letter) - between.begin());
    const std::string_view rest = between.substr(noun), named = between.substr(0, noun);
    const auto whole = noun > 0 ? whole_of_these(run, count) : std::nullopt;
    // "168 children have a disability. 20 of these families (15%)"
    if (whole && !ascii::equal_ignoring_case(named, head_noun(run, whole->index))) return false;
    return p.kind == QuantityKind::percent && !p.range && run.text().substr(p.end, 1) == ")" &&
           between.data() != run.between(count, count + 1).data() && rest == (noun > 0 ? " (" : "(");
}

bool has_share_beside(const ClaimRun& run, std::size_t whole) {
    const Quantity &n = run.quantities[whole], &p = run.quantities[whole + 1];
    if (p.kind != QuantityKind::percent || p.range) return false;
    std::string_view words = run.run->words(std::min(p.begin, std::max(n.end, n.noun_end)), p.begin);
    const std::string_view next = run.text().substr(p.end, 1);
    constexpr auto brackets = std::to_array<std::string_view>({" (", " (or "});
    constexpr auto commas = std::to_array<std::string_view>({", ", ", or ", ", that is ", ", which is "});
    const std::string_view bracket = ending(words, brackets);
    const std::string_view comma = bracket.empty() ? ending(words, commas) : std::string_view();
    if (bracket.empty() && comma.empty()) return false;
    words.remove_suffix(std::max(bracket.size(), comma.size()));
    constexpr auto others =
        std::to_array<std::string_view>({"is", "are", "was", "were", "has", "have", "had", "and"});
    constexpr std::size_t longest = 40;
    if (words.size() > longest || words.find_first_of(",;:()") != std::string_view::npos ||
        mentions_any(words, others))
        return false;
    const bool closes = next == ")" && run.bracketed[whole];  // "(21 out of 26, or 71%)"
    return bracket.empty() ? next == "," || next == "." || closes : next == ")" || next == "," || next == ";";
}

}  // namespace stet::validators

// F201 and F204: what a count is said to represent of its whole: "57 children were adopted. This represents
// 19% of the 300 who left care".
#include <algorithm>
#include <array>

#include "compiler/base/ascii.hpp"
#include "compiler/base/catalogue.hpp"
#include "compiler/base/shares.hpp"
#include "validators/claims_shares.hpp"
#include "validators/percentages.hpp"

namespace stet::validators {

namespace {

using prose::QuantityKind;

constexpr auto verbs = std::to_array<std::string_view>(
    {"represent ",    "represents ",    "represented ",  "representing ",  "equates to ",
     "equating to ",  "equated to ",    "amount to ",    "amounts to ",    "amounted to ",
     "amounting to ", "equivalent to ", "make up ",      "makes up ",      "made up ",
     "making up ",    "account for ",   "accounts for ", "accounted for ", "accounting for "});

/// Without "just" and the like at its end: "represents just ".
std::string_view without_adverb(std::string_view lead) {
    constexpr auto adverbs = std::to_array<std::string_view>({"only ", "just ", "some ", "exactly "});
    lead.remove_suffix(ending(lead, adverbs).size());
    return lead;
}

/// " of the ", " of all ", " of a workforce of ": the words between a share and the whole that it names.
bool names_whole(std::string_view between) {
    constexpr auto words =
        std::to_array<std::string_view>({"the", "all", "its", "their", "a", "total", "of", "workforce",
                                         "cohort", "group", "population", "those", "these", "our", "number"});
    if (!begins_with(between, " of ")) return false;
    for (std::string_view rest = between.substr(4); !rest.empty();) {
        const std::string_view word = rest.substr(0, rest.find(' '));
        if (std::find(words.begin(), words.end(), word) == words.end()) return false;
        rest.remove_prefix(std::min(rest.size(), word.size() + 1));
    }
    return true;
}

/// Whether the text says "This represents" and no more.
bool points_back(std::string_view lead) {
    constexpr auto subjects =
        std::to_array<std::string_view>({"This ", "That ", "These ", "They ", "This figure ", "It "});
    lead.remove_suffix(ending(lead, verbs).size());
    return std::find(subjects.begin(), subjects.end(), lead) != subjects.end();
}

/// "There were 12 plans, three fewer than last year": what "this" means may be the change.
bool speaks_of_change(std::string_view sentence) {
    for (const std::string_view word : {"fewer", "less", "more", "grew", "grow", "rose", "rise", "fell",
                                        "fall", "increas", "decreas", "reduc", "drop", "gain", "lost"}) {
        if (sentence.find(word) != std::string_view::npos) return true;
    }
    return false;
}

/// The only plain count of the sentence before quantity `end`.
std::optional<std::size_t> count_before(const ClaimRun& run, std::size_t end) {
    std::optional<std::size_t> found;
    for (std::size_t i = run.of_sentence(run.sentence[end]).first; i < end; ++i) {
        if (!run.plain_count(i)) continue;
        if (found) return std::nullopt;
        found = i;
    }
    return found;
}

/// Whether a share in apposition ends with its whole: "162 are in touch, 96% of the 169 who are eligible".
bool closes_share(std::string_view after) {
    constexpr auto clauses = std::to_array<std::string_view>({" who ", " which ", " that ", ".", ","});
    return after.empty() || !beginning(after, clauses).empty();
}

/// "57 ... represent 19% of the 300", "162 ..., 96% of the 169".
void share_of_whole(FigureAudit& audit, const ClaimRun& run, std::size_t share) {
    const std::size_t whole = share + 1;
    if (whole >= run.quantities.size() || run.sentence[whole] != run.sentence[share] ||
        !run.exact_count(whole) || !names_whole(run.between(share, whole)))
        return;
    const std::string_view lead = without_adverb(run.before(share));
    const bool apposed = ends_with(lead, ", ") && closes_share(run.after(whole));
    if (ending(lead, verbs).empty() && !apposed) return;
    const bool back = run.of_sentence(run.sentence[share]).first == share && points_back(lead);
    const std::size_t s = run.sentence[share];
    if (back && s > 0 && speaks_of_change(run.sentence_text(s - 1))) return;
    const auto part = !back ? count_before(run, share) : s > 0 ? only_count(run, s - 1) : std::nullopt;
    // "The three schools account for 40% of the 200 exclusions" counts other things.
    if (!part || !may_count_the_same(run, *part, whole)) return;
    const bool named = !head_noun(run, *part).empty() && !head_noun(run, whole).empty();
    judge_share(audit, run, *part, share, {&run, whole, false, !named || apposed});
}

/// "25 care leavers, representing a third of the 75": as words for a share (F219).
void fraction_of_whole(FigureAudit& audit, const ClaimRun& run, std::size_t share) {
    const std::size_t whole = share + 1;
    if (whole >= run.quantities.size() || run.sentence[whole] != run.sentence[share] ||
        !run.exact_count(whole) || !names_whole(run.between(share, whole)) ||
        ending(without_adverb(run.before(share)), verbs).empty())
        return;
    const auto part = count_before(run, share);
    if (!part || !may_count_the_same(run, *part, whole)) return;
    const Rational &k = run.quantities[*part].value, &n = run.quantities[whole].value;
    if (n < Rational(1) || k > n) return;
    const std::string sum = shown(k) + " of " + shown(n) + " is " + shown(percentage(k, n), 1) + "%";
    if ((fraction_interval(run.quantities[share]) * Interval::point(100)).contains(percentage(k, n))) {
        for (const std::size_t i : {*part, share, whole}) audit.agrees(run.id, i, sum);
        return;
    }
    audit.conflicts(run.id, share, sum, "");
    audit.diagnostics.add(run.place(share), diag::words_unlike_share, run.words(share), sum)
        .relate(run.place(*part), "the count stands here");
}

/// "38% of the 50 were late. This represents 19 children".
void share_in_numbers(FigureAudit& audit, const ClaimRun& run, std::size_t part) {
    const std::size_t s = run.sentence[part];
    const std::string_view lead = without_adverb(run.before(part));
    if (s == 0 || run.of_sentence(s).first != part || ending(lead, verbs).empty() || !points_back(lead))
        return;
    const auto [first, last] = run.of_sentence(s - 1);
    std::optional<std::size_t> share;
    for (std::size_t i = first; i < last; ++i) {
        if (run.quantities[i].kind != QuantityKind::percent) continue;
        if (share) return;
        share = i;
    }
    if (share && *share + 1 < last && run.exact_count(*share + 1) &&
        names_whole(run.between(*share, *share + 1)) && may_count_the_same(run, part, *share + 1))
        judge_share(audit, run, part, *share, {&run, *share + 1});
}

}  // namespace

void check_represented_claims(FigureAudit& audit, const ClaimTexts& texts) {
    for (const ClaimRun& run : texts.runs) {
        for (std::size_t i = 0; i < run.quantities.size(); ++i) {
            if (run.crowded(run.sentence[i])) continue;
            if (run.quantities[i].kind == QuantityKind::percent) share_of_whole(audit, run, i);
            if (run.quantities[i].kind == QuantityKind::fraction) fraction_of_whole(audit, run, i);
            if (run.plain_count(i)) share_in_numbers(audit, run, i);
        }
    }
}

}  // namespace stet::validators

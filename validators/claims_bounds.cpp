// F221: a bound with a value that breaks it: "Over 1,000 staff (914 to date)", "No more than 18 cases are
// held by anyone: the highest caseload is 28".
#include <algorithm>
#include <array>

#include "compiler/base/ascii.hpp"
#include "compiler/base/catalogue.hpp"
#include "validators/claims_comparisons.hpp"

namespace stet::validators {

namespace {

using prose::Bound;
using prose::Quantity;

constexpr std::size_t longest_extreme = 40;  ///< bytes from "the longest" to its number

bool exact(const Quantity& q) {
    return q.bound == Bound::none && q.approximation == prose::Approximation::none && !q.range &&
           !q.compound && q.is_figure() && q.kind != prose::QuantityKind::age;
}

void judge(FigureAudit& audit, const ClaimRun& run, std::size_t bound, std::size_t value, Severity severity) {
    const Quantity &q = run.quantities[bound], &v = run.quantities[value];
    const Verdict verdict = meet(q.interval, v.interval);
    if (verdict == Verdict::undecided) return;
    std::string limit = run.words(bound);
    limit[0] = ascii::lower(limit[0]);
    const std::string sum = run.words(value) + (verdict == Verdict::agrees ? " is " : " is not ") + limit;
    if (verdict == Verdict::agrees) {
        audit.possible(run.id, bound, sum);
        audit.possible(run.id, value, sum);
        return;
    }
    audit.conflicts(run.id, bound, sum, "");
    audit.conflicts(run.id, value, sum, "");
    audit.diagnostics.add(run.place(value), diag::relation_unlike_values, run.words(bound), sum)
        .relate(run.place(bound), "the bound stands here")
        .severity = severity;
}

/// "Over 1,000 staff have been trained (914 to date)", "More than 60 children, 46 in all, took part": the
/// bound opens the sentence, so that it counts what the sentence is about.
void check_told(FigureAudit& audit, const ClaimRun& run, std::size_t bound) {
    const std::size_t value = bound + 1;
    if (value >= run.quantities.size() || run.sentence[value] != run.sentence[bound]) return;
    const Quantity &q = run.quantities[bound], &v = run.quantities[value];
    constexpr auto leads = std::to_array<std::string_view>({"", "There are ", "There were ", "In total, "});
    if (std::find(leads.begin(), leads.end(), run.before(bound)) == leads.end() || !exact(v) ||
        !same_unit(q, v) || v.noun_begin < v.noun_end)
        return;
    constexpr auto totals =
        std::to_array<std::string_view>({" in all", " in total", " to date", " altogether"});
    const std::string_view between = run.between(bound, value), after = run.after(value);
    const bool bracket = ends_with(between, " (") && between.size() <= longest_gap &&
                         between.find_first_of(".,;:") == std::string_view::npos &&
                         (begins_with(after, ")") || !beginning(after, totals).empty());
    const bool apposed = ends_with(between, ", ") && between.size() <= longest_gap &&
                         between.find(',') == between.size() - 2 && !beginning(after, totals).empty();
    if (bracket || apposed) judge(audit, run, bound, value, bracket ? Severity::query : Severity::error);
}

/// Whether the sentence up to the bound speaks of all: "All assessments are finished within", "No more than".
bool of_all(const ClaimRun& run, std::size_t bound) {
    constexpr auto all = std::to_array<std::string_view>({"all", "every", "each", "no", "none", "always"});
    constexpr auto doubt = std::to_array<std::string_view>(
        {"not", "almost", "nearly", "virtually", "most", "many", "some", "but", "except", "apart", "target"});
    const std::string_view lead = run.before(bound), rest = run.sentence_text(run.sentence[bound]);
    if (mentions_any(rest, doubt)) return false;
    const bool opens = lead.empty() && (begins_with(rest, "No more than") || begins_with(rest, "At least"));
    return opens || mentions_any(lead, all);
}

/// Whether what is most or least is of what the bound is of: "the longest took", "the highest caseload is",
/// where the sentence has spoken of cases; not "the longest plan is".
bool of_the_same(const ClaimRun& run, std::size_t bound, std::string_view after) {
    constexpr auto plain =
        std::to_array<std::string_view>({"took", "taking", "was", "is", "being", "of", "one", "at"});
    constexpr std::size_t stem = 4;  ///< letters that "cases" and "caseload" share
    after.remove_prefix(std::min<std::size_t>(after.size(), 1));
    const std::string_view word = after.substr(0, after.find(' '));
    if (std::find(plain.begin(), plain.end(), word) != plain.end()) return true;
    const std::uint32_t begin = run.sentences[run.sentence[bound]].begin;
    const auto end = static_cast<std::uint32_t>(after.data() - run.text().data());
    const std::string_view before = run.run->words(begin, end);
    return word.size() >= stem && before.find(word.substr(0, stem)) < before.size() - stem;
}

/// "No worker holds more than 20; the highest caseload is 29".
void judge_denied(FigureAudit& audit, const ClaimRun& run, std::size_t bound, std::size_t value) {
    const Quantity &q = run.quantities[bound], &v = run.quantities[value];
    if (!q.value.known() || !(q.value < v.value)) return audit.possible(run.id, value, "not above the bound");
    const std::string sum = run.words(value) + " is " + run.words(bound);
    audit.conflicts(run.id, value, sum, "");
    audit.diagnostics.add(run.place(value), diag::relation_unlike_values, "No ... " + run.words(bound), sum)
        .relate(run.place(bound), "the bound stands here")
        .severity = Severity::query;
}

/// "...; the highest caseload is 28": the most of what the sentence before the bound speaks of.
void check_extreme(FigureAudit& audit, const ClaimRun& run, std::size_t bound) {
    constexpr auto most =
        std::to_array<std::string_view>({"the highest", "the longest", "the slowest", "the farthest",
                                         "the furthest", "the largest", "the maximum"});
    constexpr auto least = std::to_array<std::string_view>(
        {"the lowest", "the shortest", "the smallest", "the fewest", "the minimum", "the quickest"});
    const Quantity& q = run.quantities[bound];
    // "No social worker holds more than 20 cases": a bound denied is one from above.
    const bool denied = q.bound == Bound::more && begins_with(run.sentence_text(run.sentence[bound]), "No ");
    const bool above = q.bound == Bound::at_most || q.bound == Bound::fewer || denied;
    if (!above && q.bound != Bound::at_least && q.bound != Bound::more) return;
    const std::span<const std::string_view> extremes =
        above ? std::span<const std::string_view>(most) : least;
    for (std::size_t i = bound + 1; i < run.quantities.size() && run.sentence[i] == run.sentence[bound];
         ++i) {
        const Quantity& v = run.quantities[i];
        const std::string_view between = run.between(i - 1, i);
        for (const std::string_view extreme : extremes) {
            const std::size_t at = find_words(between, extreme);
            if (at == std::string_view::npos || between.size() - at > longest_extreme) continue;
            if (exact(v) && same_unit(q, v) && of_all(run, bound) &&
                of_the_same(run, bound, between.substr(at + extreme.size())))
                denied ? judge_denied(audit, run, bound, i) : judge(audit, run, bound, i, Severity::error);
            return;
        }
    }
}

}  // namespace

void check_bound_claims(FigureAudit& audit, const ClaimTexts& texts) {
    for (const ClaimRun& run : texts.runs) {
        for (std::size_t i = 0; i + 1 < run.quantities.size(); ++i) {
            if (run.quantities[i].bound == Bound::none || run.quantities[i].range ||
                run.crowded(run.sentence[i]))
                continue;
            check_told(audit, run, i);
            check_extreme(audit, run, i);
        }
    }
}

}  // namespace stet::validators

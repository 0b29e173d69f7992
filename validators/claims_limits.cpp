// F221: a value said to keep to a limit or target, to miss it, or to be like another, held against that one:
// "630 days, well within the threshold of 547 days", "81%, the same as the national average of 18%".
#include <algorithm>
#include <array>

#include "compiler/base/catalogue.hpp"
#include "validators/claims_comparisons.hpp"

namespace stet::validators {

namespace {

using prose::Quantity;
using prose::QuantityKind;

enum class Relation : std::uint8_t { keeps, misses, short_of, same, alike };

struct Wording {
    std::string_view words;
    Relation relation;
};
/// A longer wording stands before those that it holds.
constexpr auto wordings = std::to_array<Wording>({
    {"not within", Relation::misses},     {"not meet", Relation::misses},
    {"not meeting", Relation::misses},    {"fails to meet", Relation::misses},
    {"failed to meet", Relation::misses}, {"within", Relation::keeps},
    {"inside", Relation::keeps},          {"meet", Relation::keeps},
    {"meets", Relation::keeps},           {"met", Relation::keeps},
    {"meeting", Relation::keeps},         {"outside", Relation::misses},
    {"misses", Relation::misses},         {"missed", Relation::misses},
    {"missing", Relation::misses},        {"beyond", Relation::misses},
    {"short of", Relation::short_of},     {"the same as", Relation::same},
    {"identical to", Relation::same},     {"in line with", Relation::alike},
    {"similar to", Relation::alike},
});

constexpr auto limit_words = std::to_array<std::string_view>(
    {"target", "threshold", "limit", "timescale", "standard", "ceiling", "maximum", "deadline", "guideline"});

/// Where only some keep to the limit, or nobody has yet, one value says nothing.
constexpr auto doubt = std::to_array<std::string_view>(
    {"not",      "no",     "never",   "some",  "most",    "many", "few",     "all",
     "every",    "almost", "nearly",  "close", "if",      "aims", "aim",     "plans to",
     "expected", "should", "will",    "to be", "about",   "much", "roughly", "virtually",
     "neither",  "nor",    "whether", "half",  "majority"});

bool limits(const Wording& wording) {
    return wording.relation == Relation::keeps || wording.relation == Relation::misses ||
           wording.relation == Relation::short_of;
}

/// A figure that may stand for a limit: "the 26-week limit" is a compound.
bool exact(const Quantity& q) {
    return q.bound == prose::Bound::none && q.approximation == prose::Approximation::none && !q.range &&
           q.is_figure() && q.kind != QuantityKind::age;
}

class LimitClaims {
  public:
    LimitClaims(FigureAudit& audit, const ClaimRun& run) : audit_(audit), run_(run) {}
    void check() {
        for (std::size_t s = 0; s < run_.sentences.size(); ++s) {
            const auto [first, last] = run_.of_sentence(s);
            if (last - first >= 2 && !run_.crowded(s)) check_sentence(s);
        }
    }

  private:
    void check_sentence(std::size_t s);
    [[nodiscard]] std::optional<std::size_t> reference(std::size_t s, std::size_t after, bool limit) const;
    [[nodiscard]] std::optional<std::size_t> value(std::size_t s, std::size_t reference,
                                                   std::size_t at) const;
    void judge(std::size_t value, std::size_t reference, const Wording& wording);

    FigureAudit& audit_;
    const ClaimRun& run_;
};

/// The value that stands after the words, in the text from `after`: " the national threshold of 547 days", "
/// the 26-week limit", " its target (26 weeks)"; of others " that of England, at 60 per 10,000".
std::optional<std::size_t> LimitClaims::reference(std::size_t s, std::size_t after, bool limit) const {
    constexpr auto ends = std::to_array<std::string_view>({", at ", " of ", " (", " at "});
    constexpr auto others = std::to_array<std::string_view>(
        {"or", "is", "are", "was", "were", "remain", "remains", "below", "above", "than", "against"});
    const auto [first, last] = run_.of_sentence(s);
    std::size_t i = first;
    while (i < last && run_.quantities[i].begin < after) ++i;
    if (i == last || !exact(run_.quantities[i])) return std::nullopt;
    const Quantity& q = run_.quantities[i];
    const std::string_view between = run_.run->words(static_cast<std::uint32_t>(after), q.begin);
    const std::string_view end = ending(between, ends);
    if (between.size() > longest_gap || mentions_any(between, others) ||
        between.substr(0, between.size() - end.size()).find_first_of(".,;:()") != std::string_view::npos)
        return std::nullopt;
    if (!limit) return end.empty() || q.compound ? std::nullopt : std::optional(i);
    if (!q.compound)
        return !end.empty() && mentions_any(between, limit_words) ? std::optional(i) : std::nullopt;
    const std::string_view next = run_.after(i).substr(0, 12);
    return mentions_any(next, limit_words) && between.size() <= 20 ? std::optional(i) : std::nullopt;
}

/// The only other value of that unit in the sentence, neither bounded nor rough.
std::optional<std::size_t> LimitClaims::value(std::size_t s, std::size_t reference, std::size_t at) const {
    const auto [first, last] = run_.of_sentence(s);
    const Quantity& like = run_.quantities[reference];
    std::optional<std::size_t> found;
    for (std::size_t i = first; i < last; ++i) {
        const Quantity& q = run_.quantities[i];
        if (i == reference || !same_unit(q, like)) continue;
        if (found || !exact(q) || q.compound) return std::nullopt;
        found = i;
    }
    // After the limit the value stands behind a colon or "at".
    constexpr auto joints = std::to_array<std::string_view>({", at ", ", with "});
    if (!found) return std::nullopt;
    if (run_.quantities[*found].begin < at) {
        // "700 days in 2013, but now within": another value, which is not given.
        constexpr auto later =
            std::to_array<std::string_view>({"now", "since", "but", "has", "have", "had", "while", "although",
                                             "though", "however", "then", "later"});
        const std::string_view between =
            run_.run->words(run_.quantities[*found].end, static_cast<std::uint32_t>(at));
        const bool apart = between.find(';') != std::string_view::npos || mentions_any(between, later);
        return apart ? std::nullopt : found;
    }
    const std::string_view between = run_.between(*found - 1, *found);
    const bool told = *found == reference + 1 && between.size() <= longest_gap &&
                      (!ending(between, joints).empty() || between.find(": ") != std::string_view::npos);
    return told ? found : std::nullopt;
}

void LimitClaims::judge(std::size_t a, std::size_t b, const Wording& wording) {
    const Quantity &one = run_.quantities[a], &other = run_.quantities[b];
    if (one.kind == QuantityKind::count && !limits(wording)) return;
    const bool lasts = one.kind == QuantityKind::duration;
    const Rational apart = (one.value - other.value).abs();
    bool fits = true;
    Severity severity = Severity::error;
    switch (wording.relation) {
        case Relation::keeps:
        case Relation::misses: {
            if (!lasts) severity = Severity::query;
            if (one.kind == QuantityKind::money) return;
            if (!lasts && !more_is_better(run_.sentence_text(run_.sentence[a]))) return;
            const bool kept = lasts ? one.value <= other.value : one.value >= other.value;
            fits = kept == (wording.relation == Relation::keeps);
            break;
        }
        case Relation::short_of:
            if (lasts) return;
            fits = one.value < other.value;
            break;
        case Relation::same:
            fits = meet(one.interval, other.interval) == Verdict::agrees;
            break;
        case Relation::alike: {
            // A quarter and five points apart is not alike, whatever is measured.
            const Rational least = one.value < other.value ? one.value : other.value;
            fits = apart * Rational(4) < least || (one.kind == QuantityKind::percent && apart < Rational(5));
            severity = Severity::query;
        }
    }
    const std::string_view order = one.value < other.value   ? " is less than "
                                   : other.value < one.value ? " is more than "
                                                             : " is the same as ";
    const std::string sum = run_.words(a) + std::string(order) + run_.words(b);
    if (fits) {
        audit_.possible(run_.id, a, sum);
        audit_.possible(run_.id, b, sum);
        return;
    }
    audit_.conflicts(run_.id, a, "the text calls it “" + std::string(wording.words) + "”", sum);
    audit_.conflicts(run_.id, b, "the text calls the other “" + std::string(wording.words) + "”", sum);
    audit_.diagnostics.add(run_.place(b), diag::relation_unlike_values, wording.words, sum)
        .relate(run_.place(a), "the number that is compared stands here")
        .severity = severity;
}

void LimitClaims::check_sentence(std::size_t s) {
    const std::string_view text = run_.text().substr(0, run_.sentences[s].end);
    for (const Wording& wording : wordings) {
        const std::size_t at = find_words(text, wording.words, run_.sentences[s].begin);
        if (at == std::string_view::npos) continue;
        const std::size_t after = at + wording.words.size();
        const auto other = reference(s, after, limits(wording));
        const auto own = other ? value(s, *other, at) : std::nullopt;
        if (!own) continue;
        const std::string_view lead = text.substr(run_.sentences[s].begin, at - run_.sentences[s].begin);
        if (mentions_any(lead, doubt)) return;
        return judge(*own, *other, wording);
    }
}

}  // namespace

void check_limit_claims(FigureAudit& audit, const ClaimTexts& texts) {
    for (const ClaimRun& run : texts.runs) {
        if (run.quantities.size() > 1) LimitClaims(audit, run).check();
    }
}

}  // namespace stet::validators

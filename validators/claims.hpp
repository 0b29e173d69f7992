// What the checks of claims in free prose share: runs with their sentences, and which number is whose base.
#pragma once

#include <algorithm>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "compiler/prose/sentences.hpp"
#include "validators/figure_audit.hpp"

namespace stet::validators {

/// Sentences with more quantities are lists, not claims, and are left alone.
inline constexpr std::size_t most_quantities_of_a_claim = 64;

/// A run of prose with its quantities sorted into sentences.
struct ClaimRun {
    prose::RunId id = 0;
    const prose::Run* run = nullptr;
    std::span<const prose::Quantity> quantities;
    std::span<const prose::Sentence> sentences;
    std::vector<std::size_t> sentence;  ///< of each quantity
    std::vector<bool> bracketed;        ///< whether each quantity stands in parentheses
    bool looks_rounded =
        false;  ///< its counts, its siblings' and its parent's: all multiples of 5, five at least

    [[nodiscard]] std::string_view text() const { return run->text; }
    /// The text between quantities `i` and `j`.
    [[nodiscard]] std::string_view between(std::size_t i, std::size_t j) const {
        return run->words(quantities[i].end, quantities[j].begin);
    }
    [[nodiscard]] Span place(std::size_t i) const {
        return run->source(quantities[i].begin, quantities[i].end);
    }
    [[nodiscard]] std::string words(std::size_t i) const {
        return std::string(run->words(quantities[i].begin, quantities[i].end));
    }
    [[nodiscard]] std::string_view sentence_text(std::size_t s) const {
        return run->words(sentences[s].begin, sentences[s].end);
    }
    /// The sentence of quantity `i` up to it.
    [[nodiscard]] std::string_view before(std::size_t i) const {
        const std::uint32_t begin = std::min(sentences[sentence[i]].begin, quantities[i].begin);
        return run->words(begin, quantities[i].begin);
    }
    /// The text from quantity `i` to the next one of its sentence, or to the sentence's end.
    [[nodiscard]] std::string_view after(std::size_t i) const;
    /// Indices of the quantities of a sentence: [first, last).
    [[nodiscard]] std::pair<std::size_t, std::size_t> of_sentence(std::size_t s) const;
    /// Whether sentence `s` has more quantities than a claim.
    [[nodiscard]] bool crowded(std::size_t s) const {
        const auto [first, last] = of_sentence(s);
        return last - first > most_quantities_of_a_claim;
    }
    /// A whole, exact count.
    [[nodiscard]] bool exact_count(std::size_t i) const;
    /// A whole, exact count outside parentheses.
    [[nodiscard]] bool plain_count(std::size_t i) const { return exact_count(i) && !bracketed[i]; }
};

/// All runs of prose (paragraphs, bullets, quotes, notes, statements); `by_run[id]` is the index in `runs`.
struct ClaimTexts {
    std::vector<ClaimRun> runs;
    std::vector<std::int32_t> by_run;

    explicit ClaimTexts(const model::Report& report);
    /// The run of the paragraph or bullet above; null where there is none.
    [[nodiscard]] const ClaimRun* parent(const ClaimRun& run) const;
    /// What "this number" at a run's beginning points back to: the parent, or else the bullet before.
    [[nodiscard]] const ClaimRun* pointed(const ClaimRun& run) const;
};

/// The one plain count of sentence `s`, differences ("an increase of 12") left out; absent where there is
/// none or several.
std::optional<std::size_t> only_count(const ClaimRun& run, std::size_t s);

/// The count that "this number" and "these" mean after sentence `s`: its only plain one, without what a
/// change starts from and its size; where it has none and opens with "This is an increase" and the like, that
/// of the sentence before.
std::optional<std::size_t> told_count(const ClaimRun& run, std::size_t s);

/// Case ignored, at word boundaries; npos where absent.
std::size_t find_words(std::string_view text, std::string_view words, std::size_t from = 0);
/// Whether any of the words stands in the text.
bool mentions_any(std::string_view text, std::span<const std::string_view> words);

/// Case is ignored.
bool begins_with(std::string_view text, std::string_view words);

/// A piece of a list of words, up to the next comma.
struct ListItem {
    std::string_view words;
    bool after_and = false;  ///< "and" stood before it, behind a comma
};
/// Takes the first item from a list that is not empty.
ListItem take_item(std::string_view& list);
bool ends_with(std::string_view text, std::string_view words);
/// The first of `phrases` with which the text begins (ends); empty where there is none.
std::string_view beginning(std::string_view text, std::span<const std::string_view> phrases);
std::string_view ending(std::string_view text, std::span<const std::string_view> phrases);

/// Whether nothing but these words stands in the text, punctuation and case aside: what joins two figures.
bool only_words(std::string_view text, std::span<const std::string_view> words);

/// The last word of the noun phrase of a quantity; empty where it has none.
std::string_view head_noun(const ClaimRun& run, std::size_t i);
/// Whether two counts may be of the same things: not where each has a noun and these differ.
bool may_count_the_same(const ClaimRun& run, std::size_t i, std::size_t j);

/// Whether the words between two counts make the first a part of the second: "five of the 12".
bool joins_part_to_whole(std::string_view between);
/// Whether count `i` is a part of the count after it, whatever noun it has: "five plans out of the 12".
bool part_of_next(const ClaimRun& run, std::size_t i);
/// Whether the words before a count that opens a sentence make it the whole of what follows: "Of the ",
/// "Out of a total of ", "In a sample of ".
bool opens_whole(std::string_view lead);
/// A count that "these" and "them" point back to.
struct PointedTo {
    std::size_t index = 0;
    bool sure = false;  ///< "Three of these" opens the sentence after that of the only count
};
/// Whether the text after a number makes it a part of others that it names itself: " of those in care", not
/// " of those were".
bool names_own_whole(std::string_view after);
/// "of these", "of them", "of whom": whether quantity `i` is said to be a part of what came before, and of
/// which count: the only one before it in its sentence, or else the one told in the sentence before.
std::optional<PointedTo> whole_of_these(const ClaimRun& run, std::size_t i);

void check_percentage_claims(FigureAudit& audit, const ClaimTexts& texts);
void check_listed_shares(FigureAudit& audit, const ClaimTexts& texts);
void check_share_clauses(FigureAudit& audit, const ClaimTexts& texts);
void check_part_claims(FigureAudit& audit, const ClaimTexts& texts);
void check_change_claims(FigureAudit& audit, const ClaimTexts& texts);
void check_comparison_claims(FigureAudit& audit, const ClaimTexts& texts);
void check_against_claims(FigureAudit& audit, const ClaimTexts& texts);
void check_limit_claims(FigureAudit& audit, const ClaimTexts& texts);
void check_bound_claims(FigureAudit& audit, const ClaimTexts& texts);
void check_represented_claims(FigureAudit& audit, const ClaimTexts& texts);
void check_rate_claims(FigureAudit& audit, const ClaimTexts& texts);
void check_repeated_claims(FigureAudit& audit, const ClaimTexts& texts);
void check_share_claims(FigureAudit& audit, const ClaimTexts& texts);
void check_named_percent_claims(FigureAudit& audit, const ClaimTexts& texts);
void check_amount_claims(FigureAudit& audit, const ClaimTexts& texts);
void check_step_claims(FigureAudit& audit, const ClaimTexts& texts);
void check_multiple_claims(FigureAudit& audit, const ClaimTexts& texts);
void check_gap_claims(FigureAudit& audit, const ClaimTexts& texts);
void check_sum_claims(FigureAudit& audit, const ClaimTexts& texts);
void check_opposite_claims(FigureAudit& audit, const ClaimTexts& texts);
void check_average_claims(FigureAudit& audit, const ClaimTexts& texts);
void check_ratio_claims(FigureAudit& audit, const ClaimTexts& texts);
void check_staged_claims(FigureAudit& audit, const ClaimTexts& texts);
void check_exclusive_claims(FigureAudit& audit, const ClaimTexts& texts);
void check_rest_claims(FigureAudit& audit, const ClaimTexts& texts);
void check_all_claims(FigureAudit& audit, const ClaimTexts& texts);
void check_name_list_claims(FigureAudit& audit, const ClaimTexts& texts);
void check_announced_claims(FigureAudit& audit, const ClaimTexts& texts);
void check_interval_claims(FigureAudit& audit, const ClaimTexts& texts);
void check_stock_claims(FigureAudit& audit, const ClaimTexts& texts);
void check_nested_claims(FigureAudit& audit, const ClaimTexts& texts);
void check_duration_claims(FigureAudit& audit, const ClaimTexts& texts);

}  // namespace stet::validators

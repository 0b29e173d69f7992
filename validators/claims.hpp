// What the checks of claims in free prose share: runs with their sentences, and which number is whose base.
#pragma once

#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "compiler/prose/sentences.hpp"
#include "validators/figure_audit.hpp"

namespace stet::validators {

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
    /// Indices of the quantities of a sentence: [first, last).
    [[nodiscard]] std::pair<std::size_t, std::size_t> of_sentence(std::size_t s) const;
    /// A whole, exact count outside parentheses.
    [[nodiscard]] bool plain_count(std::size_t i) const;
};

/// All runs of prose (paragraphs, bullets, quotes, notes, statements); `by_run[id]` is the index in `runs`.
struct ClaimTexts {
    std::vector<ClaimRun> runs;
    std::vector<std::int32_t> by_run;

    explicit ClaimTexts(const model::Report& report);
    /// The run of the paragraph or bullet above; null where there is none.
    [[nodiscard]] const ClaimRun* parent(const ClaimRun& run) const;
};

/// The one plain count of sentence `s` that is no part of "k of n"; absent where there is none or several.
std::optional<std::size_t> only_count(const ClaimRun& run, std::size_t s);

/// Sentences with more quantities are lists, not claims, and are left alone.
inline constexpr std::size_t most_quantities_of_a_claim = 64;

/// Case ignored, at word boundaries; npos where absent.
std::size_t find_words(std::string_view text, std::string_view words, std::size_t from = 0);
/// Whether any of the words stands in the text.
bool mentions_any(std::string_view text, std::span<const std::string_view> words);

void check_percentage_claims(FigureAudit& audit, const ClaimTexts& texts);
void check_part_claims(FigureAudit& audit, const ClaimTexts& texts);
void check_change_claims(FigureAudit& audit, const ClaimTexts& texts);
void check_comparison_claims(FigureAudit& audit, const ClaimTexts& texts);
void check_rate_claims(FigureAudit& audit, const ClaimTexts& texts);
void check_repeated_claims(FigureAudit& audit, const ClaimTexts& texts);

}  // namespace stet::validators

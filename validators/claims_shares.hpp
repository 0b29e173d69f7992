// Verdicts on shares of a count, whatever words bound them to their base.
#pragma once

#include "validators/claims.hpp"

namespace stet::validators {

/// A count that others are parts of.
struct Base {
    const ClaimRun* run = nullptr;
    std::size_t index = 0;
    bool by_nesting = false;  ///< only because the bullet is nested below it
    bool unsure = false;      ///< by words that may point to something else: a conflict is a query

    [[nodiscard]] const prose::Quantity& quantity() const { return run->quantities[index]; }
};

/// What a sentence says at its beginning that its numbers are of: "Of the 305 children, ...", "Of these,
/// ...".
std::optional<Base> opening_base(const ClaimTexts& texts, const ClaimRun& run, std::size_t s);

/// What the bullets of a list are of by the paragraph above it: "305 children were looked after. Of this
/// number:". Lists that are too long are left alone.
std::optional<Base> base_of_list(const ClaimTexts& texts, const ClaimRun& run);

/// Whether a text speaks of another population, place or time, or of a change "from" a number.
bool points_elsewhere(std::string_view text);
/// Whether a clause goes on with what was true of a share: "were late", "needed help".
bool says_what_they_did(std::string_view after);

/// Whether two predicates exclude each other: "on time" and "late", "in the area" and "outside the area".
bool opposed(std::string_view one, std::string_view other);

/// Holds a count with its percentage against their base (F201, F204).
void judge_share(FigureAudit& audit, const ClaimRun& run, std::size_t count, std::size_t percent,
                 const Base& base);

/// Holds percentages of one exact base against it, each alone and all together (GRIM; F202, F203).
void judge_bare_shares(FigureAudit& audit, const ClaimRun& run, std::span<const std::size_t> percents,
                       const Base& base);

}  // namespace stet::validators

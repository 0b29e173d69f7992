// The forms in which a share stands in a sentence whose quantities end before `last`.
#pragma once

#include "validators/claims.hpp"

namespace stet::validators {

/// "160 (52%)", "160 children (52%)", "160 (or 52%)", "160, or 52%,": only the count's own noun may stand
/// between them.
bool is_share_pair(const ClaimRun& run, std::size_t count, std::size_t last);

/// "52% (160)"
bool is_reversed_pair(const ClaimRun& run, std::size_t percent, std::size_t last);

/// "(67%) of these", "(40%) of the boys": of several before, which other checks look at, or of what it names.
bool is_of_others(const ClaimRun& run, std::size_t percent);

/// A percentage that stands alone, with nothing near it that gives it another base.
bool is_bare_share(const ClaimRun& run, std::size_t i, std::size_t last);

/// "12 of them (8%)", "12 of these plans (8%)"
bool is_shared_of_these(const ClaimRun& run, std::size_t count, std::size_t last);

/// "70 of 305 children in the north (23%)", "70 of 305, 23%,": the percentage stands beside the whole of a
/// part.
bool has_share_beside(const ClaimRun& run, std::size_t whole);

}  // namespace stet::validators

// Renders random claims in every pattern and counts which are checked and which speak.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "tests/claims_wordings.hpp"

namespace stet::test {

/// A claim as text, with the places of the figures that must be checked.
struct RenderedClaim {
    std::string text;                  ///< one or more blocks, without a line feed at the end
    std::vector<std::size_t> figures;  ///< offsets in `text`
};

/// Fills a wording; `serial` makes the place it speaks of distinct.
RenderedClaim render_claim(std::string_view wording, const ClaimValues& values, std::size_t serial,
                           Random& random);

struct ClaimScore {
    std::size_t claims = 0;
    std::size_t silent = 0;           ///< no diagnostic
    std::size_t checked = 0;          ///< each figure that must be checked is
    std::vector<std::string> misses;  ///< a few texts that did not score as they should
    std::vector<std::string> told;    ///< a few texts of which something was said
};

/// Renders `number` claims of a pattern that hold (or cannot hold) in wordings chosen at random, many
/// in one document, and reads what Stet says of each.
ClaimScore score_claims(const ClaimPattern& pattern, std::span<const std::string_view> wordings, bool hold,
                        std::size_t number, std::uint64_t seed);

}  // namespace stet::test

// What the checks of changes share: words of direction, and the two numbers of "from ... to ...".
#pragma once

#include "compiler/base/span.hpp"
#include "validators/claims.hpp"

namespace stet::validators {

inline constexpr std::size_t farthest_of_change = 60;  ///< bytes between the parts of one claim

struct Direction {
    int sign = 0;  ///< 1 up, -1 down, 0 none
    std::string_view word;
    std::size_t end = 0;  ///< in the text that was searched
};

/// The last direction word of a stretch of text; none where a word of doubt stands in it.
Direction last_direction(std::string_view text);
/// The direction word that a clause ends with ("up", "an increase"); none where a word of doubt stands in it.
Direction closing_direction(std::string_view clause);
/// Whether a clause ends with a word of change, of whatever direction: "a rise", "improved", "a difference".
bool closes_with_change(std::string_view clause);

/// Whether a word of doubt or intention stands in the text: "not", "or", "plans to", "will".
bool is_doubtful(std::string_view text);

/// Whether another verb stands between a word of direction and "from": what goes from number to number is its
/// subject, "the rise in demand means that timeliness has gone from". The verb of the change itself may end
/// the gap, "the rise has been from", and one of a relative clause may stand in it.
bool governed_by_another(std::string_view gap);

/// The text of the sentence before quantity `i`, no farther back than a claim reaches.
std::string_view change_lead(const ClaimRun& run, std::size_t i);
bool preceded_by_from(const ClaimRun& run, std::size_t i);
/// Whether quantity `i` says how far two numbers are apart ("an increase of 176", "seven more than").
bool is_difference(const ClaimRun& run, std::size_t i);
/// Whether quantity `i` is where a change starts ("a rise from 320") or its size ("a rise of 15", "rose by
/// 15").
bool side_of_change(const ClaimRun& run, std::size_t i);
/// The quantity to which "from `a`" goes: "from 320 in 2012 to 305".
std::optional<std::size_t> change_end(const ClaimRun& run, std::size_t a);

/// Two exact figures of one kind and unit.
bool before_after(const prose::Quantity& a, const prose::Quantity& b);
/// "402 per 10,000 to 411", "30 days to 25": a bare number takes the unit of the one before.
bool takes_unit(const prose::Quantity& a, const prose::Quantity& b);
/// "from 40 to 30 days": a bare number takes the unit of the one after; not years and months, which are ages.
bool unit_said_once(const prose::Quantity& a, const prose::Quantity& b);
/// 1 where b is more than a, -1 where less, else 0.
int movement(const prose::Quantity& a, const prose::Quantity& b);
/// "a rise", "a fall", "no change".
std::string_view movement_name(int sign);

/// The one figure of quantities [first, last) outside brackets that `like` may be compared with. Where `like`
/// is a bare number, any figure of another unit ("30 children waited 12 days, down from 15") leaves it open.
std::optional<std::size_t> only_comparable(const ClaimRun& run, std::size_t first, std::size_t last,
                                           const prose::Quantity& like);

/// Holds the step from `a` to `b` against the way it is said to go (F206). True for a conflict.
bool judge_direction(FigureAudit& audit, const ClaimRun& run, std::size_t a, std::size_t b,
                     const Direction& direction, Span span);
/// Holds the size of the step from `a` to `b` against what it is said to be (F212). True for a conflict.
bool judge_size(FigureAudit& audit, const ClaimRun& run, std::size_t size, std::size_t a, std::size_t b);

}  // namespace stet::validators

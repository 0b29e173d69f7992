// Optimum-fit line breaking over boxes, glue and penalties (Knuth and Plass, "Breaking paragraphs into
// lines", 1981).
#pragma once

#include <cstdint>
#include <vector>

namespace stet::pdf {

/// A box has width. Glue has width and may stretch or shrink; a line may end before it, if a box precedes.
/// A penalty is a place where a line may end at a cost; its width counts only if the line ends there.
struct BreakItem {
    enum class Kind : std::uint8_t { box, glue, penalty };
    Kind kind = Kind::box;
    bool flagged = false;  ///< a hyphen: two in a row cost extra
    std::int32_t cost = 0;
    float width = 0;
    float stretch = 0;
    float shrink = 0;
};

/// A penalty that forbids or forces a break. No other is below 0.
constexpr std::int32_t never_break = 10000;
constexpr std::int32_t must_break = -10000;

struct Measure {
    float first = 0;  ///< width of the first line
    float rest = 0;   ///< width of the others
    bool justified = false;
    bool even = false;  ///< lines about as long as each other where the last would be short, for headings
};

/// Where lines end: indices of items, the last one `items.size()`. Breaks minimise the sum of `demerits`
/// over all lines, but for even ones; time is linear in the items times the items that fit a line. Where
/// nothing fits, a line is overfull. The items must not be empty.
std::vector<std::uint32_t> break_lines(const std::vector<BreakItem>& items, const Measure& measure);

/// The cost of a line that begins after the break `from` (or at the start, for `from` = no_break) and ends
/// at `to`, which may be items.size(). `overfull` lines cost more than any that fits.
double demerits(const std::vector<BreakItem>& items, const Measure& measure, std::uint32_t from,
                std::uint32_t to);
constexpr std::uint32_t no_break = 0xFFFFFFFF;

/// True where a line may end at item `at`.
bool may_break(const std::vector<BreakItem>& items, std::uint32_t at);

}  // namespace stet::pdf

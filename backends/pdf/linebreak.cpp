// Optimum-fit line breaking by dynamic programming over prefix sums.
#include "backends/pdf/linebreak.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace stet::pdf {

namespace {

using Kind = BreakItem::Kind;

constexpr double overfull_cost = 1e12;
constexpr double tolerance = 0.05;    // points by which a line may exceed its width through rounding
constexpr double ragged_zone = 0.15;  // share of the width that an unjustified line may lack at badness 100
constexpr double runt = 0.14;         // a last line shorter than this share of the width looks stranded
constexpr double lone_word = 0.3;     // a single word that is shorter than this looks worse
constexpr double runt_demerits = 4000;
constexpr double lone_word_demerits = 12000;
constexpr double uneven = 0.45;  // share of the width below which the last line of a heading looks short
constexpr double flagged_demerits = 12000;

struct Natural {
    double width = 0;
    double stretch = 0;
    double shrink = 0;
};

/// What stands between two items, glue and penalties at the line's start left out.
struct Sums {
    std::vector<double> width;
    std::vector<double> stretch;
    std::vector<double> shrink;
    std::vector<std::uint32_t> next_box;  // the first box at or after an item, or the end

    explicit Sums(const std::vector<BreakItem>& items)
        : width(items.size() + 1),
          stretch(items.size() + 1),
          shrink(items.size() + 1),
          next_box(items.size() + 1) {
        for (std::size_t i = 0; i < items.size(); ++i) {
            const bool counts = items[i].kind != Kind::penalty;
            width[i + 1] = width[i] + (counts ? items[i].width : 0.0F);
            stretch[i + 1] = stretch[i] + (counts ? items[i].stretch : 0.0F);
            shrink[i + 1] = shrink[i] + (counts ? items[i].shrink : 0.0F);
        }
        next_box[items.size()] = static_cast<std::uint32_t>(items.size());
        for (std::size_t i = items.size(); i-- > 0;) {
            next_box[i] = items[i].kind == Kind::box ? static_cast<std::uint32_t>(i) : next_box[i + 1];
        }
    }

    /// The least width of a line.
    [[nodiscard]] double least(std::uint32_t from, std::uint32_t to) const {
        const std::uint32_t start = from == no_break ? next_box[0] : next_box[from];
        return start >= to ? 0 : width[to] - width[start] - (shrink[to] - shrink[start]);
    }
    [[nodiscard]] Natural between(std::uint32_t from, std::uint32_t to) const {
        const std::uint32_t start = from == no_break ? next_box[0] : next_box[from];
        if (start >= to) return {};
        return {width[to] - width[start], stretch[to] - stretch[start], shrink[to] - shrink[start]};
    }
};

double badness(const Natural& line, double slack, const Measure& measure, double width) {
    if (!measure.justified) {
        const double ratio = slack / (ragged_zone * width);
        return 100 * ratio * ratio;
    }
    const double give = slack >= 0 ? line.stretch : line.shrink;
    if (std::abs(slack) <= tolerance) return 0;
    if (give <= 0) return 10000;
    const double ratio = std::abs(slack) / give;
    return std::min(10000.0, 100 * ratio * ratio * ratio);
}

/// Of a last line that is not the first.
double demerits_of_last(const Natural& line, double width) {
    if (line.stretch <= 0 && line.width < lone_word * width) return lone_word_demerits;
    return line.width < runt * width ? runt_demerits : 0;
}

/// `ideal` is the length that all lines should have, the last one too; 0 where they should fill the measure.
double line_demerits(const std::vector<BreakItem>& items, const Measure& measure, double ideal,
                     const Natural& inside, std::uint32_t from, std::uint32_t to) {
    const bool last = to == items.size();
    const double width = from == no_break ? measure.first : measure.rest;
    Natural line = inside;
    std::int32_t cost = 0;
    bool hyphens = false;
    if (!last && items[to].kind == Kind::penalty) {
        line.width += items[to].width;
        cost = items[to].cost;
        hyphens =
            items[to].flagged && from != no_break && items[from].kind == Kind::penalty && items[from].flagged;
    }
    const double slack = width - line.width;
    const double shrink = measure.justified ? line.shrink : 0;
    if (slack < -shrink - tolerance) return overfull_cost * (1 - slack / std::max(1.0, width));
    const bool forced = last || cost <= must_break;
    const double wanted = ideal > 0 ? ideal : width;
    double bad = 0;
    if (!forced || slack < 0 || ideal > 0) bad = badness(line, wanted - line.width, measure, wanted);
    double total = (10 + bad) * (10 + bad);
    if (cost > 0) total += static_cast<double>(cost) * cost;
    if (hyphens) total += flagged_demerits;
    if (last && from != no_break) total += demerits_of_last(line, width);
    return total;
}

}  // namespace

bool may_break(const std::vector<BreakItem>& items, std::uint32_t at) {
    if (at == items.size()) return true;
    if (items[at].kind == Kind::penalty) return items[at].cost < never_break;
    return items[at].kind == Kind::glue && at > 0 && items[at - 1].kind == Kind::box;
}

double demerits(const std::vector<BreakItem>& items, const Measure& measure, std::uint32_t from,
                std::uint32_t to) {
    return line_demerits(items, measure, 0, Sums(items).between(from, to), from, to);
}

namespace {

std::vector<std::uint32_t> optimum(const std::vector<BreakItem>& items, const Sums& sums,
                                   const Measure& measure, double ideal) {
    struct Node {
        std::uint32_t at = no_break;
        std::size_t previous = 0;
        double total = 0;
    };
    std::vector<Node> nodes{{}};
    std::size_t first_active = 0;  // nodes before it lie behind a forced break or too far back for any line
    for (std::uint32_t to = 0; to <= items.size(); ++to) {
        if (!may_break(items, to)) continue;
        const auto too_long = [&](std::size_t n) {
            return sums.least(nodes[n].at, to) >
                   std::max(measure.first, n == 0 ? 0.0F : measure.rest) + tolerance;
        };
        // Of the lines that are too long the shortest stays, for where no other is left.
        while (first_active + 1 < nodes.size() && too_long(first_active + 1)) ++first_active;
        Node best{to, 0, std::numeric_limits<double>::infinity()};
        for (std::size_t n = first_active; n < nodes.size(); ++n) {
            if (nodes[n].total > best.total) continue;  // whatever the line costs
            const Natural inside = sums.between(nodes[n].at, to);
            const double total =
                nodes[n].total + line_demerits(items, measure, ideal, inside, nodes[n].at, to);
            if (total <= best.total) best = {to, n, total};
        }
        nodes.push_back(best);
        if (to < items.size() && items[to].kind == Kind::penalty && items[to].cost <= must_break) {
            first_active = nodes.size() - 1;
        }
    }
    std::vector<std::uint32_t> breaks;
    for (std::size_t n = nodes.size() - 1; n > 0; n = nodes[n].previous) breaks.push_back(nodes[n].at);
    std::reverse(breaks.begin(), breaks.end());
    return breaks;
}

}  // namespace

std::vector<std::uint32_t> break_lines(const std::vector<BreakItem>& items, const Measure& measure) {
    const Sums sums(items);
    std::vector<std::uint32_t> breaks = optimum(items, sums, measure, 0);
    if (!measure.even || breaks.size() < 2) return breaks;
    double all = 0;
    double last = 0;
    std::uint32_t from = no_break;
    for (const std::uint32_t to : breaks) {
        last = sums.between(from, to).width;
        all += last;
        from = to;
    }
    if (last >= uneven * static_cast<double>(measure.rest)) return breaks;
    return optimum(items, sums, measure, all / static_cast<double>(breaks.size()));
}

}  // namespace stet::pdf

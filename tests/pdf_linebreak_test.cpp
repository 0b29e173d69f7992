// Line breaking: optimal against every other way to break, hyphens, ragged and justified lines, hostile
// input.
#include <catch2/catch.hpp>
#include <limits>
#include <random>

#include "backends/pdf/linebreak.hpp"

using namespace stet::pdf;

namespace {

BreakItem box(float width) {
    BreakItem item;
    item.width = width;
    return item;
}
BreakItem space() {
    BreakItem item;
    item.kind = BreakItem::Kind::glue;
    item.width = 3;
    item.stretch = 2;
    item.shrink = 1;
    return item;
}
BreakItem penalty(std::int32_t cost, bool flagged = false) {
    BreakItem item;
    item.kind = BreakItem::Kind::penalty;
    item.cost = cost;
    item.width = flagged ? 2.0F : 0.0F;
    item.flagged = flagged;
    return item;
}

double total(const std::vector<BreakItem>& items, const Measure& measure,
             const std::vector<std::uint32_t>& breaks) {
    double sum = 0;
    std::uint32_t from = no_break;
    for (const std::uint32_t to : breaks) {
        sum += demerits(items, measure, from, to);
        from = to;
    }
    return sum;
}

/// The least cost over all subsets of the legal breaks.
double brute_force(const std::vector<BreakItem>& items, const Measure& measure) {
    std::vector<std::uint32_t> legal;
    for (std::uint32_t i = 0; i < items.size(); ++i) {
        if (may_break(items, i)) legal.push_back(i);
    }
    double best = std::numeric_limits<double>::infinity();
    for (std::uint32_t subset = 0; subset < 1U << legal.size(); ++subset) {
        std::vector<std::uint32_t> breaks;
        for (std::size_t i = 0; i < legal.size(); ++i) {
            if ((subset >> i & 1U) != 0) breaks.push_back(legal[i]);
        }
        breaks.push_back(static_cast<std::uint32_t>(items.size()));
        best = std::min(best, total(items, measure, breaks));
    }
    return best;
}

std::vector<BreakItem> random_paragraph(std::mt19937& random) {
    std::vector<BreakItem> items;
    const auto words = 5 + random() % 6;
    for (unsigned i = 0; i < words; ++i) {
        if (i > 0) items.push_back(space());
        items.push_back(box(static_cast<float>(5 + random() % 25)));
        if (random() % 4 == 0) {
            items.push_back(penalty(50, true));
            items.push_back(box(static_cast<float>(4 + random() % 15)));
        }
    }
    return items;
}

}  // namespace

TEST_CASE("breaks cost no more than any other way to break") {
    std::mt19937 random(2013);
    for (int i = 0; i < 300; ++i) {
        const std::vector<BreakItem> items = random_paragraph(random);
        const auto first = static_cast<float>(50 + random() % 20);
        const Measure measure{first, static_cast<float>(50 + random() % 20), i % 2 == 0};
        const std::vector<std::uint32_t> breaks = break_lines(items, measure);
        REQUIRE(breaks.back() == items.size());
        const double cost = total(items, measure, breaks);
        const double least = brute_force(items, measure);
        INFO("paragraph " << i);
        CHECK(cost == Approx(least));
    }
}

TEST_CASE("a forced break ends the line, a forbidden one never does") {
    const std::vector<BreakItem> items = {box(10), penalty(must_break), box(10), penalty(never_break),
                                          box(10)};
    CHECK(break_lines(items, {100, 100, false}) == std::vector<std::uint32_t>{1, 5});
}

TEST_CASE("no line is overfull where a break could help") {
    const std::vector<BreakItem> items = {box(40), space(), box(40), space(), box(40)};
    CHECK(break_lines(items, {50, 50, false}) == std::vector<std::uint32_t>{1, 3, 5});
    CHECK(break_lines({box(400)}, {50, 50, true}) == std::vector<std::uint32_t>{1});
}

TEST_CASE("a hundred thousand words break in linear time") {
    std::vector<BreakItem> items;
    for (int i = 0; i < 100000; ++i) {
        if (i > 0) items.push_back(space());
        items.push_back(box(static_cast<float>(5 + i * 7 % 23)));
    }
    const auto breaks = break_lines(items, {300, 300, true});
    CHECK(breaks.size() > 4000);
    CHECK(breaks.size() < 10000);
}

// Exact numbers and intervals, held against brute force.
#include <catch2/catch.hpp>
#include <random>

#include "compiler/base/shares.hpp"

using namespace stet;

namespace {

constexpr std::int64_t powers[] = {1, 10, 100};

/// Whether k of n, rounded to `decimals` either way at a half, can be printed as `scaled` / 10^decimals; in
/// machine integers, without the code under test.
bool prints_as(std::int64_t k, std::int64_t n, std::int64_t scaled, int decimals) {
    const std::int64_t twice = 2 * 100 * k * powers[decimals];  // 2 * exact value * n
    return (2 * scaled - 1) * n <= twice && twice <= (2 * scaled + 1) * n;
}

}  // namespace

TEST_CASE("a percentage of a count agrees exactly where its rounding allows it") {
    std::size_t compared = 0, agreed = 0;
    for (int decimals = 0; decimals <= 2; ++decimals) {
        for (std::int64_t n = 1; n <= 400; ++n) {
            for (std::int64_t k = 0; k <= n; ++k) {
                const std::int64_t exact = 100 * k * powers[decimals] / n;
                for (std::int64_t scaled = exact - 1; scaled <= exact + 2; ++scaled) {
                    if (scaled < 0) continue;
                    const Interval p = written_interval(Rational::ratio(scaled, powers[decimals]), decimals);
                    const bool expected = prints_as(k, n, scaled, decimals);
                    const Verdict verdict = percentage_agrees(Interval::point(k), Interval::point(n), p);
                    ++compared, agreed += expected ? 1U : 0U;
                    if ((verdict == Verdict::agrees) != expected) FAIL(k << " of " << n << ", " << scaled);
                }
            }
        }
    }
    CHECK(compared > 900000);
    CHECK(agreed > 240000);
}

TEST_CASE("GRIM and the counts that give a percentage, for every base up to 400") {
    for (int decimals = 0; decimals <= 1; ++decimals) {
        for (std::int64_t n = 1; n <= 400; ++n) {
            std::vector<std::pair<std::int64_t, std::int64_t>> found(
                static_cast<std::size_t>(100 * powers[decimals] + 1), {-1, -1});
            for (std::int64_t k = 0; k <= n; ++k) {
                const std::int64_t near = 100 * k * powers[decimals] / n;
                for (std::int64_t s = std::max<std::int64_t>(0, near - 1);
                     s <= near + 1 && s <= 100 * powers[decimals]; ++s) {
                    if (!prints_as(k, n, s, decimals)) continue;
                    auto& range = found[static_cast<std::size_t>(s)];
                    if (range.first < 0) range.first = k;
                    range.second = k;
                }
            }
            for (std::size_t s = 0; s < found.size(); ++s) {
                const Interval p = written_interval(
                    Rational::ratio(static_cast<std::int64_t>(s), powers[decimals]), decimals);
                const auto range = counts_giving(p, n);
                const bool expected = found[s].first >= 0;
                if (range.has_value() != expected) FAIL(s << " of " << n);
                if (!expected) {
                    if (!grim_has_power(n, decimals)) FAIL("no power claimed at " << n);
                    continue;
                }
                if (range->first != found[s].first || range->last != found[s].second) FAIL(s << " of " << n);
            }
        }
    }
}

TEST_CASE("the bases that give a percentage are those that brute force finds") {
    for (std::int64_t k = 1; k <= 60; ++k) {
        for (std::int64_t p = 1; p <= 100; ++p) {
            std::int64_t first = 0, last = 0;
            for (std::int64_t n = k; n <= 200 * k; ++n) {
                if (!prints_as(k, n, p, 0)) continue;
                if (first == 0) first = n;
                last = n;
            }
            const auto range = bases_giving(written_interval(p, 0), k);
            REQUIRE(range.has_value() == (first != 0));
            if (range) REQUIRE((range->first == first && range->last == last));
        }
    }
}

TEST_CASE("rounded counts agree where some whole numbers inside agree") {
    for (std::int64_t k = 0; k <= 60; k += 5) {
        for (std::int64_t n = 5; n <= 60; n += 5) {
            for (std::int64_t p = 0; p <= 100; ++p) {
                bool expected = false;
                for (std::int64_t i = std::max<std::int64_t>(0, k - 2); i <= k + 2; ++i) {
                    for (std::int64_t j = n - 2; j <= n + 2; ++j)
                        expected = expected || prints_as(i, j, p, 0);
                }
                const auto around = [](std::int64_t v) { return Interval::rounded(v, 5); };
                const Verdict verdict = percentage_agrees(around(k), around(n), written_interval(p, 0));
                REQUIRE((verdict == Verdict::agrees) == expected);
            }
        }
    }
}

TEST_CASE("percentages of one base must admit a common base") {
    const Interval three[] = {written_interval(50, 0), written_interval(6, 0), written_interval(19, 0)};
    CHECK(common_bases(Interval::point(45), three)->empty());
    CHECK(common_bases(Interval::closed(43, 47), three)->empty());
    CHECK(common_bases(Interval::closed(43, 54), three) == std::vector<Rational>{48, 52, 54});
    CHECK_FALSE(common_bases(Interval::at_least(1), three).has_value());
}

TEST_CASE("arithmetic agrees with machine integers and gives unknown where it would overflow") {
    std::mt19937 random(7);
    std::uniform_int_distribution<std::int64_t> pick(-400, 400);
    for (int i = 0; i < 20000; ++i) {
        const std::int64_t a = pick(random), b = pick(random) | 1, c = pick(random), d = pick(random) | 1;
        const Rational x = Rational::ratio(a, b), y = Rational::ratio(c, d);
        REQUIRE(x + y == Rational::ratio(a * d + c * b, b * d));
        REQUIRE(x * y == Rational::ratio(a * c, b * d));
        const std::int64_t s = b * d < 0 ? -1 : 1;
        REQUIRE((x < y) == (s * a * d < s * c * b));
        REQUIRE((x == y) == (a * d == c * b));
        if (c != 0) REQUIRE(x / y == Rational::ratio(a * d, b * c));
        REQUIRE((x.floor() <= x && x < x.floor() + 1));
        REQUIRE((x.ceil() >= x && x > x.ceil() - 1));
    }
    Rational huge = 1;
    for (int i = 0; i < 9 && huge.known(); ++i) huge = huge * Rational(1000000000000000);
    CHECK_FALSE(huge.known());
    CHECK_FALSE((huge == huge));
    CHECK_FALSE((huge < Rational(1)));
    CHECK_FALSE((Rational(1) / Rational(0)).known());
    CHECK(meet(Interval::point(huge), Interval::point(1)) == Verdict::undecided);
}

TEST_CASE("intervals hold what their rules say") {
    CHECK(Interval::rounded(52, 1) == Interval::closed(Rational::ratio(103, 2), Rational::ratio(105, 2)));
    CHECK(Interval::truncated(5, 1).contains(Rational::ratio(599, 100)));
    CHECK_FALSE(Interval::truncated(5, 1).contains(6));
    CHECK(Interval::truncated(-5, 1).contains(Rational::ratio(-599, 100)));
    CHECK(Interval::truncated(0, 1).contains(Rational::ratio(-1, 2)));
    CHECK(meet(Interval::less_than(5), Interval::point(5)) == Verdict::conflicts);
    CHECK(meet(Interval::less_than(5), Interval::point(4)) == Verdict::agrees);
    CHECK(*Interval::less_than(5).last_whole() == 4);
    CHECK(*Interval::more_than(5).first_whole() == 6);
    CHECK_FALSE((Interval{Rational(4), Rational(5), true, true}.first_whole().has_value()));
    const Interval sum = Interval::less_than(5) + Interval::closed(1, 2);
    CHECK((!sum.low && *sum.high == 7 && sum.high_open));
    const Interval product = Interval::closed(-2, 3) * Interval::closed(4, 5);
    CHECK((*product.low == -10 && *product.high == 15));
    const Interval quotient = Interval::point(1) / Interval::at_least(2);
    CHECK((*quotient.low == 0 && quotient.low_open && *quotient.high == Rational::ratio(1, 2)));
    CHECK((Interval::point(1) / Interval::closed(-1, 1)) ==
          Interval{std::nullopt, std::nullopt, false, false});
}

TEST_CASE("numbers are written as reports write them") {
    CHECK(decimal(1758, 0) == "1,758");
    CHECK(decimal(Rational::ratio(16000, 305), 2) == "52.46");
    CHECK(decimal(Rational::ratio(1, 2), 0) == "1");
    CHECK(decimal(Rational::ratio(-3, 2), 0) == "-2");
    CHECK(decimal(Rational::ratio(1, 200), 2) == "0.01");
    CHECK(decimal(1234567, 2) == "1,234,567.00");
    CHECK(shown(1234567) == "1,234,567");
    CHECK(shown(Rational::ratio(1, 4)) == "0.25");
    CHECK(decimal(Rational::unknown(), 2) == "?");
}

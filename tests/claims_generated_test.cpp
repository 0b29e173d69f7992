// Random claims in every pattern: those that hold are checked in silence, those that cannot hold are told.
// `STET_CLAIMS=100000 tools/check-claims BUILD` renders that many of each; the usual run a few for each
// pattern.
#include <fmt/format.h>

#include <array>
#include <catch2/catch.hpp>
#include <cstdlib>
#include <ctime>

#include "tests/claims_generator.hpp"
#include "tests/figures_support.hpp"

using namespace stet::test;

namespace {

/// Claims of one kind over all patterns.
std::size_t wanted_claims() {
    const char* wanted = std::getenv("STET_CLAIMS");
    return wanted == nullptr ? 4000 : static_cast<std::size_t>(std::strtoul(wanted, nullptr, 10));
}

double part(std::size_t k, std::size_t n) {
    return n == 0 ? 0 : 100.0 * static_cast<double>(k) / static_cast<double>(n);
}

struct Rates {
    std::size_t claims = 0, silent = 0, checked = 0, told = 0;
};

/// Scores every pattern with one set of wordings; returns the table and the sums.
std::string score_all(bool held_out, Rates& sum, double least_told) {
    const std::size_t each = wanted_claims() / claim_patterns().size() + 1;
    std::string table =
        fmt::format("{:30} {:>7} {:>8} {:>8} {:>8}\n", "pattern", "claims", "silent", "checked", "told");
    std::uint64_t seed = held_out ? 2000 : 1000;
    for (const ClaimPattern& pattern : claim_patterns()) {
        const auto wordings = held_out ? held_out_wordings(pattern.family) : built_wordings(pattern.family);
        const ClaimScore holds = score_claims(pattern, wordings, true, each, ++seed);
        const ClaimScore fails = score_claims(pattern, wordings, false, each, ++seed);
        const std::size_t told = fails.claims - fails.silent;
        table += fmt::format("{:30} {:>7} {:>7.2f}% {:>7.2f}% {:>7.2f}%\n", pattern.name, each,
                             part(holds.silent, each), part(holds.checked, each), part(told, each));
        if (std::getenv("STET_CLAIMS_MISSES") != nullptr) {
            for (const std::string& text : holds.misses) table += "    holds: " + text + "\n";
            for (const std::string& text : fails.misses) table += "    fails: " + text + "\n";
        }
        INFO(pattern.name);
        CHECK(holds.silent == each);  // no false alarm, in whatever wording
        if (!held_out) {
            CHECK(holds.checked == each);
            CHECK(part(told, each) >= least_told);
        }
        sum.claims += each;
        sum.silent += holds.silent;
        sum.checked += holds.checked;
        sum.told += told;
    }
    return table + fmt::format("{:30} {:>7} {:>7.2f}% {:>7.2f}% {:>7.2f}%\n", "all", sum.claims,
                               part(sum.silent, sum.claims), part(sum.checked, sum.claims),
                               part(sum.told, sum.claims));
}

/// Pieces of claims, some of them broken.
constexpr auto fragments = std::to_array<std::string_view>(
    {"3 homes (1 a and 2 b), ", "3 homes: 1 a and 2 b. ", "12 (8%) of these, ", "5 of 12 (40%), ",
     "at least 3, 4 of them, ", "60%, the remaining 40%, ", "12 of 30, the other 18, ", "up from 12, ",
     "a rise of 3 from 12 to 15, ", "higher than the 12% of, ", "two homes, Ash and Beech, ", "all three, ",
     "both were, ", "most (3 of 4), ", "5 A* to C 12%, ", "20 months (608 days), ", "a net gain of 3, ",
     "12 within 5 miles, 13% more than 5 miles, ", "12. Both were 12. All three were 12. "});

}  // namespace

TEST_CASE("generated claims in the wordings that the grammar was built for") {
    Rates sum;
    const std::string table = score_all(false, sum, 100);
    WARN("claims that hold and claims that cannot, in known wordings\n" << table);
}

TEST_CASE("generated claims in wordings that were held out") {
    Rates sum;
    const std::string table = score_all(true, sum, 0);
    WARN("claims that hold and claims that cannot, in held-out wordings\n" << table);
}

TEST_CASE("generated claims in wordings that leave doubt are left alone, whether they hold or not") {
    std::uint64_t seed = 3000;
    for (const ClaimPattern& pattern : claim_patterns()) {
        const auto wordings = doubtful_wordings(pattern.family);
        if (wordings.empty()) continue;
        constexpr std::size_t each = 100;
        for (const bool hold : {true, false}) {
            const ClaimScore score = score_claims(pattern, wordings, hold, each, ++seed);
            INFO(pattern.name << (score.told.empty() ? "" : ": " + score.told.front()));
            CHECK(score.silent == each);
        }
    }
}

TEST_CASE("claims take time in proportion to the text, whatever is repeated") {
    const auto seconds = [](std::string_view part, std::size_t times) {
        std::string text = "title: A\n\nThere are ";
        for (std::size_t i = 0; i < times; ++i) text += part;
        MemoryWorld world;
        const std::clock_t start = std::clock();
        (void)check_figures(text + "\n", world);
        return static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC;
    };
    for (const std::string_view part : fragments) {
        const double small = seconds(part, 1'000), large = seconds(part, 4'000);
        INFO(part << ": " << small << " and " << large << " seconds");
        CHECK(large < 0.05 + small * 10);
    }
}

TEST_CASE("claims in any disorder are read without failing") {
    constexpr auto joints =
        std::to_array<std::string_view>({" ", ", ", ". ", " (", ") ", "of ", "the ", "from ", "to ", "by ",
                                         "%", " and ", "both ", "This is ", "\n- ", "; "});
    Random random(7);
    MemoryWorld world;
    std::size_t figures = 0;
    for (int document = 0; document < 2'000; ++document) {
        std::string text = "title: A\n\n";
        for (int i = random.between(1, 40); i > 0; --i) {
            std::string_view part =
                fragments[static_cast<std::size_t>(random.between(0, fragments.size() - 1))];
            if (random.chance()) part = part.substr(0, static_cast<std::size_t>(random.between(1, 12)));
            text += part;
            text += joints[static_cast<std::size_t>(random.between(0, joints.size() - 1))];
        }
        INFO(text);
        REQUIRE_NOTHROW(figures += check_figures(text, world).ledger.figures.size());
    }
    CHECK(figures > 10'000);
}

// Random claims in every pattern: those that hold are checked in silence, those that cannot hold are told.
// `STET_CLAIMS=100000 tools/check-claims BUILD` renders that many of each; the usual run a few for each
// pattern.
#include <fmt/format.h>

#include <catch2/catch.hpp>
#include <cstdlib>

#include "tests/claims_generator.hpp"

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
        const ClaimScore holds = score_claims(pattern, held_out, true, each, ++seed);
        const ClaimScore fails = score_claims(pattern, held_out, false, each, ++seed);
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

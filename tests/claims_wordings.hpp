// The patterns in which English states figures that can be recomputed, each with the wordings that the
// generator of claims renders.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "compiler/base/rational.hpp"

namespace stet::test {

/// A small generator with a fixed sequence for a seed (SplitMix64), the same on every machine.
class Random {
  public:
    explicit Random(std::uint64_t seed) : state_(seed) {}
    std::uint64_t next();
    /// A whole number from `low` to `high`, both included.
    int between(int low, int high);
    bool chance() { return (next() & 1) != 0; }

  private:
    std::uint64_t state_;
};

/// What fills the slots of a wording, and which way the claim goes.
struct ClaimValues {
    std::vector<std::pair<char, std::string>> slots;
    bool up = true;  ///< of "[rose/fell]": the first alternative

    void set(char slot, std::string text) { slots.emplace_back(slot, std::move(text)); }
};

/// Ways to say a claim. In a wording `{k}` is a slot whose figure must be checked in the ledger, `{k?}` one
/// that need not be, `[rose/fell]` a word that follows the direction, `@x` a noun in the plural, `@v` a verb
/// phrase, `@N` an invented place, distinct for each claim. A line feed begins a new block.
/// That the checks were written for.
std::span<const std::string_view> built_wordings(std::string_view family);
/// Those of them on changes, comparisons and measures.
std::span<const std::string_view> change_wordings(std::string_view family);
/// That only measure them.
std::span<const std::string_view> held_out_wordings(std::string_view family);
/// That leave doubt, so that nothing is asked but silence: "The two homes in A, B and C" may name places.
std::span<const std::string_view> doubtful_wordings(std::string_view family);

/// The same three of the patterns of sizes, distances and ratios.
std::span<const std::string_view> further_wordings(std::string_view family);
std::span<const std::string_view> further_held_out_wordings(std::string_view family);
std::span<const std::string_view> further_doubtful_wordings(std::string_view family);

/// The same three of the patterns of lists, dates and stocks.
std::span<const std::string_view> sequence_wordings(std::string_view family);
std::span<const std::string_view> sequence_held_out_wordings(std::string_view family);
std::span<const std::string_view> sequence_doubtful_wordings(std::string_view family);

struct ClaimPattern {
    std::string_view name;
    /// Values of a claim that holds, or of one that cannot.
    ClaimValues (*values)(Random& random, bool holds);
    std::string_view family;  ///< of its wordings
    std::string_view before =
        {};  ///< a block that the document of each claim begins with (it then stands alone)
};

std::span<const ClaimPattern> claim_patterns();
/// Those of sizes, distances and ratios, which are also among them.
std::span<const ClaimPattern> further_claim_patterns();

/// "305", "1,758"; small numbers also in words.
std::string written_count(Random& random, int value);
/// "52%", "52 per cent"
std::string written_percent(Random& random, const Rational& value, int decimals);

}  // namespace stet::test

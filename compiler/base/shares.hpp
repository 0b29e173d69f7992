// Percentages of counts: whether whole numbers can give them, and the nearest that do.
#pragma once

#include <optional>
#include <span>
#include <vector>

#include "compiler/base/interval.hpp"

namespace stet {

/// Whole numbers from `first` to `last`.
struct WholeRange {
    Rational first;
    Rational last;
    friend bool operator==(const WholeRange&, const WholeRange&) = default;
};

/// 100 k / n; unknown for n = 0.
inline Rational percentage(const Rational& k, const Rational& n) {
    return Rational(100) * k / n;
}

/// The interval of a percentage written with `decimals` decimals.
Interval written_interval(const Rational& value, int decimals);

/// The counts out of exactly `n` (whole, above zero) whose percentage lies in `p`; none where no whole count
/// does.
std::optional<WholeRange> counts_giving(const Interval& p, const Rational& n);

/// The bases (k to largest) out of which `k` (whole, above zero) has a percentage in `p`; absent where none,
/// or where the bases are without limit.
std::optional<WholeRange> bases_giving(const Interval& p, const Rational& k);

/// Whether whole k and n within their intervals exist with 100 k / n in `p`, by cross-multiplication. Counts
/// are at least 0, bases at least 1. Wide base intervals (over 4,096 whole numbers) are decided as if
/// continuous, which can only err towards agreement.
Verdict percentage_agrees(const Interval& k, const Interval& n, const Interval& p);

/// GRIM (Brown and Heathers 2016): whether some whole count out of `n` has a percentage in `p`.
bool grim_possible(const Interval& p, const Rational& n);

/// GRIM says something only below n = 100 * 10^decimals: from there on every percentage is attained.
bool grim_has_power(const Rational& n, int decimals);

/// Joint GRIM: the bases within `n` (at most 4,096 are tried, from the low end) that admit every percentage.
/// Absent where `n` is unbounded or too wide to try.
std::optional<std::vector<Rational>> common_bases(const Interval& n, std::span<const Interval> percentages);

}  // namespace stet

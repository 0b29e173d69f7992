// Percentages of counts, decided in whole numbers.
#include "compiler/base/shares.hpp"

#include <algorithm>

namespace stet {

namespace {

constexpr std::int64_t widest_search = 4096;

/// The part of `i` that counts can take.
Interval at_least_whole(const Interval& i, std::int64_t least) {
    return intersection(i, Interval::at_least(Rational(least)));
}

Interval counts_interval(const Interval& p, const Rational& n) {
    Interval counts = p;
    if (p.low) counts.low = *p.low * n / Rational(100);
    if (p.high) counts.high = *p.high * n / Rational(100);
    return counts;
}

bool some_whole(const Interval& i) {
    if (i.low) return i.first_whole().has_value();
    return !i.high || i.last_whole().has_value();
}

}  // namespace

Interval written_interval(const Rational& value, int decimals) {
    return Interval::rounded(value, Rational::power_of_ten(-decimals));
}

std::optional<WholeRange> counts_giving(const Interval& p, const Rational& n) {
    const Interval counts = intersection(counts_interval(p, n), Interval::closed(Rational(0), n));
    const auto first = counts.first_whole();
    const auto last = counts.last_whole();
    if (!first || !last) return std::nullopt;
    return WholeRange{*first, *last};
}

std::optional<WholeRange> bases_giving(const Interval& p, const Rational& k) {
    if (!p.low || *p.low <= Rational(0)) return std::nullopt;
    Interval bases{k, Rational(100) * k / *p.low, false, p.low_open};
    if (p.high) {
        bases = intersection(bases, {Rational(100) * k / *p.high, std::nullopt, p.high_open, false});
    }
    const auto first = bases.first_whole();
    const auto last = bases.last_whole();
    if (!first || !last) return std::nullopt;
    return WholeRange{*first, *last};
}

Verdict percentage_agrees(const Interval& k, const Interval& n, const Interval& p) {
    const Interval counts = at_least_whole(k, 0);
    const Interval bases = at_least_whole(n, 1);
    if (!counts.known() || !bases.known() || !p.known()) return Verdict::undecided;
    if (!some_whole(counts) || !some_whole(bases)) return Verdict::conflicts;
    const auto last = bases.last_whole();
    const auto first = bases.first_whole();
    if (!last || *last - *first > Rational(widest_search)) {
        return meet(Interval::point(Rational(100)) * counts / bases, p);
    }
    for (Rational base = *first; base <= *last; base = base + Rational(1)) {
        const Interval both = intersection(counts, counts_interval(p, base));
        if (!both.known()) return Verdict::undecided;
        if (some_whole(both)) return Verdict::agrees;
    }
    return Verdict::conflicts;
}

bool grim_possible(const Interval& p, const Rational& n) {
    return counts_giving(p, n).has_value();
}

bool grim_has_power(const Rational& n, int decimals) {
    return n < Rational(100) * Rational::power_of_ten(decimals);
}

std::optional<std::vector<Rational>> common_bases(const Interval& n, std::span<const Interval> percentages) {
    const Interval bases = at_least_whole(n, 1);
    const auto first = bases.first_whole();
    const auto last = bases.last_whole();
    if (!bases.known() || !bases.high) return std::nullopt;
    std::vector<Rational> common;
    if (!first || !last) return common;
    if (*last - *first > Rational(widest_search)) return std::nullopt;
    for (Rational base = *first; base <= *last; base = base + Rational(1)) {
        const auto possible = [&](const Interval& p) { return grim_possible(p, base); };
        if (std::all_of(percentages.begin(), percentages.end(), possible)) common.push_back(base);
    }
    return common;
}

}  // namespace stet

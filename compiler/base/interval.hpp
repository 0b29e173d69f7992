// Intervals of exact numbers: what a written, rounded or bounded value stands for.
#pragma once

#include <optional>

#include "compiler/base/rational.hpp"

namespace stet {

/// What a comparison found. `undecided` where a number was unknown (overflow): then nothing may be claimed.
enum class Verdict : std::uint8_t { agrees, conflicts, undecided };

/// The numbers between two ends, each closed or open; an absent end is unbounded.
struct Interval {
    std::optional<Rational> low = Rational(0);
    std::optional<Rational> high = Rational(0);
    bool low_open = false;
    bool high_open = false;

    static Interval point(const Rational& v) { return {v, v, false, false}; }
    static Interval closed(const Rational& from, const Rational& to) { return {from, to, false, false}; }
    static Interval at_least(const Rational& v) { return {v, std::nullopt, false, false}; }
    static Interval more_than(const Rational& v) { return {v, std::nullopt, true, false}; }
    static Interval at_most(const Rational& v) { return {std::nullopt, v, false, false}; }
    static Interval less_than(const Rational& v) { return {std::nullopt, v, false, true}; }
    /// What `v`, rounded to a multiple of `unit`, stands for: [v - unit/2, v + unit/2]. Both ends belong, for
    /// nobody says which way halves went.
    static Interval rounded(const Rational& v, const Rational& unit);
    /// What `v`, cut off at a multiple of `unit`, stands for: [v, v + unit), mirrored below zero, and
    /// (-unit, unit) for zero (XBRL Calculations 1.1).
    static Interval truncated(const Rational& v, const Rational& unit);

    [[nodiscard]] bool known() const { return (!low || low->known()) && (!high || high->known()); }
    [[nodiscard]] bool empty() const;
    /// False also where a number is unknown.
    [[nodiscard]] bool contains(const Rational& v) const;
    /// The least and the greatest whole number inside; absent where unbounded, unknown or (both) where none
    /// is.
    [[nodiscard]] std::optional<Rational> first_whole() const;
    [[nodiscard]] std::optional<Rational> last_whole() const;
    friend bool operator==(const Interval&, const Interval&) = default;
};

Interval intersection(const Interval& a, const Interval& b);

/// Agrees where the intervals share a number.
Verdict meet(const Interval& a, const Interval& b);

Interval operator-(const Interval& a);
Interval operator+(const Interval& a, const Interval& b);
Interval operator-(const Interval& a, const Interval& b);
Interval operator*(const Interval& a, const Interval& b);
/// Everything where `b` contains zero or touches it.
Interval operator/(const Interval& a, const Interval& b);

}  // namespace stet

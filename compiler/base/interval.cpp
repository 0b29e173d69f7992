// Interval arithmetic; openness of the ends is carried through.
#include "compiler/base/interval.hpp"

#include <initializer_list>

namespace stet {

namespace {

struct End {
    std::optional<Rational> at;  // absent: infinite, with the sign below
    bool open = false;
    int infinity = 0;
};

End low_end(const Interval& i) {
    return {i.low, i.low_open, i.low ? 0 : -1};
}
End high_end(const Interval& i) {
    return {i.high, i.high_open, i.high ? 0 : 1};
}

int sign(const End& e) {
    if (!e.at) return e.infinity;
    return *e.at < Rational(0) ? -1 : *e.at > Rational(0) ? 1 : 0;
}

End product(const End& a, const End& b) {
    if (a.at && b.at) {
        // A closed zero end gives an attained zero whatever the other end is.
        const bool zero = (!a.open && sign(a) == 0) || (!b.open && sign(b) == 0);
        return {*a.at * *b.at, !zero && (a.open || b.open), 0};
    }
    const int s = sign(a) * sign(b);
    if (s == 0) return {Rational(0), (sign(a) == 0 ? a.open : b.open), 0};
    return {std::nullopt, false, s};
}

bool below(const End& a, const End& b) {  // as lower ends
    if (!a.at || !b.at) return (a.at ? 0 : a.infinity) < (b.at ? 0 : b.infinity);
    return *a.at < *b.at || (*a.at == *b.at && !a.open && b.open);
}

bool above(const End& a, const End& b) {  // as upper ends
    if (!a.at || !b.at) return (a.at ? 0 : a.infinity) > (b.at ? 0 : b.infinity);
    return *a.at > *b.at || (*a.at == *b.at && !a.open && b.open);
}

Interval hull(std::initializer_list<End> ends) {
    End low = *ends.begin(), high = *ends.begin();
    for (const End& e : ends) {
        if (e.at && !e.at->known()) return Interval::point(Rational::unknown());
        if (below(e, low)) low = e;
        if (above(e, high)) high = e;
    }
    Interval result;
    result.low = low.at, result.low_open = low.at && low.open;
    result.high = high.at, result.high_open = high.at && high.open;
    return result;
}

}  // namespace

Interval Interval::rounded(const Rational& v, const Rational& unit) {
    const Rational half = unit / Rational(2);
    return closed(v - half, v + half);
}

Interval Interval::truncated(const Rational& v, const Rational& unit) {
    if (v > Rational(0)) return {v, v + unit, false, true};
    if (v < Rational(0)) return {v - unit, v, true, false};
    return {-unit, unit, true, true};
}

bool Interval::empty() const {
    if (!low || !high) return false;
    return *low > *high || (*low == *high && (low_open || high_open));
}

bool Interval::contains(const Rational& v) const {
    if (!v.known() || !known()) return false;
    if (low && (v < *low || (low_open && v == *low))) return false;
    return !high || v < *high || (!high_open && v == *high);
}

std::optional<Rational> Interval::first_whole() const {
    if (!low || !low->known()) return std::nullopt;
    Rational first = low->ceil();
    if (low_open && first == *low) first = first + Rational(1);
    return contains(first) ? std::optional(first) : std::nullopt;
}

std::optional<Rational> Interval::last_whole() const {
    if (!high || !high->known()) return std::nullopt;
    Rational last = high->floor();
    if (high_open && last == *high) last = last - Rational(1);
    return contains(last) ? std::optional(last) : std::nullopt;
}

Interval intersection(const Interval& a, const Interval& b) {
    Interval result = a;
    if (b.low && (!a.low || *b.low > *a.low || (*b.low == *a.low && b.low_open))) {
        result.low = b.low, result.low_open = b.low_open;
    }
    if (b.high && (!a.high || *b.high < *a.high || (*b.high == *a.high && b.high_open))) {
        result.high = b.high, result.high_open = b.high_open;
    }
    return result;
}

Verdict meet(const Interval& a, const Interval& b) {
    if (!a.known() || !b.known()) return Verdict::undecided;
    return intersection(a, b).empty() ? Verdict::conflicts : Verdict::agrees;
}

Interval operator-(const Interval& a) {
    Interval result;
    result.low = a.high ? std::optional(-*a.high) : std::nullopt, result.low_open = a.high_open;
    result.high = a.low ? std::optional(-*a.low) : std::nullopt, result.high_open = a.low_open;
    return result;
}

Interval operator+(const Interval& a, const Interval& b) {
    Interval result;
    result.low = a.low && b.low ? std::optional(*a.low + *b.low) : std::nullopt;
    result.low_open = a.low && b.low && (a.low_open || b.low_open);
    result.high = a.high && b.high ? std::optional(*a.high + *b.high) : std::nullopt;
    result.high_open = a.high && b.high && (a.high_open || b.high_open);
    return result;
}

Interval operator-(const Interval& a, const Interval& b) {
    return a + -b;
}

Interval operator*(const Interval& a, const Interval& b) {
    return hull({product(low_end(a), low_end(b)), product(low_end(a), high_end(b)),
                 product(high_end(a), low_end(b)), product(high_end(a), high_end(b))});
}

Interval operator/(const Interval& a, const Interval& b) {
    const bool positive = b.low && *b.low > Rational(0);
    const bool negative = b.high && *b.high < Rational(0);
    if (!positive && !negative) return {std::nullopt, std::nullopt, false, false};
    // 1/b swaps the ends; an infinite end becomes an open zero.
    Interval inverse;
    inverse.low = b.high ? Rational(1) / *b.high : Rational(0), inverse.low_open = !b.high || b.high_open;
    inverse.high = b.low ? Rational(1) / *b.low : Rational(0), inverse.high_open = !b.low || b.low_open;
    return a * inverse;
}

}  // namespace stet

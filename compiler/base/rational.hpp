// Exact rational numbers on 128 bits; overflow and division by zero are a value, never a wrong number.
#pragma once

#include <compare>
#include <cstdint>
#include <string>

namespace stet {

__extension__ typedef __int128 Int128;

/// A fraction in lowest terms, or *unknown* where a result did not fit or a divisor was zero. Unknown spreads
/// through arithmetic and compares as unordered, so that no verdict can rest on it unnoticed.
class Rational {
  public:
    constexpr Rational() = default;
    constexpr Rational(std::int64_t whole) : numerator_(whole) {}  // NOLINT: whole numbers are rationals
    /// numerator / denominator; unknown where the denominator is zero.
    static constexpr Rational ratio(Int128 numerator, Int128 denominator);
    static constexpr Rational unknown();
    /// 10^exponent for exponents from -18 to 18, else unknown.
    static constexpr Rational power_of_ten(int exponent);

    [[nodiscard]] constexpr bool known() const { return denominator_ != 0; }
    [[nodiscard]] constexpr bool whole() const { return denominator_ == 1; }
    [[nodiscard]] constexpr Int128 numerator() const { return numerator_; }
    /// Above zero for every known value.
    [[nodiscard]] constexpr Int128 denominator() const { return denominator_; }

    /// The greatest whole number not above, and the least not below. Unknown stays unknown.
    [[nodiscard]] constexpr Rational floor() const;
    [[nodiscard]] constexpr Rational ceil() const;
    /// The nearest multiple of `unit` (above zero); halves go away from zero.
    [[nodiscard]] constexpr Rational rounded_to(const Rational& unit) const;
    [[nodiscard]] constexpr Rational abs() const { return numerator_ < 0 ? -*this : *this; }

    constexpr Rational operator-() const;
    friend constexpr Rational operator+(const Rational& a, const Rational& b);
    friend constexpr Rational operator-(const Rational& a, const Rational& b) { return a + -b; }
    friend constexpr Rational operator*(const Rational& a, const Rational& b);
    friend constexpr Rational operator/(const Rational& a, const Rational& b);
    /// False where either is unknown.
    friend constexpr bool operator==(const Rational& a, const Rational& b) {
        return a.known() && a.numerator_ == b.numerator_ && a.denominator_ == b.denominator_;
    }
    friend constexpr std::partial_ordering operator<=>(const Rational& a, const Rational& b);

  private:
    Int128 numerator_ = 0;
    Int128 denominator_ = 1;
};

/// With exactly `places` decimals (0 to 18), halves away from zero, commas between thousands: "1,758.50".
/// "?" for unknown.
std::string decimal(const Rational& value, int places);

/// As short as it is exact, at most `places` decimals: "305", "52.46", "0.5".
std::string shown(const Rational& value, int places = 2);

// ---- how it works ------------------------------------------------------------------------------------

namespace rational_detail {

inline constexpr Int128 limit = (static_cast<Int128>(1) << 126);

constexpr Int128 magnitude(Int128 v) {
    return v < 0 ? -v : v;
}

constexpr Int128 gcd(Int128 a, Int128 b) {
    a = magnitude(a);
    b = magnitude(b);
    if ((a >> 64) == 0 && (b >> 64) == 0) {  // the machine divides 64 bits far faster
        auto x = static_cast<std::uint64_t>(a), y = static_cast<std::uint64_t>(b);
        while (y != 0) {
            const std::uint64_t rest = x % y;
            x = y;
            y = rest;
        }
        return x;
    }
    while (b != 0) {
        const Int128 rest = a % b;
        a = b;
        b = rest;
    }
    return a;
}

/// Whether |a * b| stays below `limit`.
constexpr bool product_fits(Int128 a, Int128 b) {
    if (((magnitude(a) | magnitude(b)) >> 62) == 0) return true;
    return a == 0 || b == 0 || magnitude(a) < limit / magnitude(b);
}

constexpr Int128 floor_divide(Int128 a, Int128 b) {  // b > 0
    const Int128 quotient = a / b;
    return a % b < 0 ? quotient - 1 : quotient;
}

}  // namespace rational_detail

constexpr Rational Rational::unknown() {
    Rational result;
    result.denominator_ = 0;
    return result;
}

constexpr Rational Rational::ratio(Int128 numerator, Int128 denominator) {
    using namespace rational_detail;
    if (denominator == 0 || magnitude(numerator) >= limit || magnitude(denominator) >= limit)
        return unknown();
    const Int128 common = denominator == 1 ? 1 : gcd(numerator, denominator);
    Rational result;
    result.numerator_ = (denominator < 0 ? -numerator : numerator) / common;
    result.denominator_ = magnitude(denominator) / common;
    return result;
}

constexpr Rational Rational::power_of_ten(int exponent) {
    if (exponent < -18 || exponent > 18) return unknown();
    Int128 power = 1;
    for (int i = 0; i < (exponent < 0 ? -exponent : exponent); ++i) power *= 10;
    return exponent < 0 ? ratio(1, power) : ratio(power, 1);
}

constexpr Rational Rational::floor() const {
    return known() ? ratio(rational_detail::floor_divide(numerator_, denominator_), 1) : unknown();
}

constexpr Rational Rational::ceil() const {
    return -(-*this).floor();
}

constexpr Rational Rational::rounded_to(const Rational& unit) const {
    const Rational steps = (abs() / unit + ratio(1, 2)).floor();
    return (numerator_ < 0 ? -steps : steps) * unit;
}

constexpr Rational Rational::operator-() const {
    Rational result = *this;
    result.numerator_ = -numerator_;
    return result;
}

constexpr Rational operator+(const Rational& a, const Rational& b) {
    using namespace rational_detail;
    if (!a.known() || !b.known()) return Rational::unknown();
    const Int128 common =
        a.denominator_ == 1 || b.denominator_ == 1 ? 1 : gcd(a.denominator_, b.denominator_);
    const Int128 scale_a = b.denominator_ / common;
    const Int128 scale_b = a.denominator_ / common;
    if (!product_fits(a.numerator_, scale_a) || !product_fits(b.numerator_, scale_b) ||
        !product_fits(a.denominator_, scale_a)) {
        return Rational::unknown();
    }
    return Rational::ratio(a.numerator_ * scale_a + b.numerator_ * scale_b, a.denominator_ * scale_a);
}

constexpr Rational operator*(const Rational& a, const Rational& b) {
    using namespace rational_detail;
    if (!a.known() || !b.known()) return Rational::unknown();
    // Reduced crosswise first, so that only results that truly do not fit are lost.
    const Int128 left = b.denominator_ == 1 ? 1 : gcd(a.numerator_, b.denominator_);
    const Int128 right = a.denominator_ == 1 ? 1 : gcd(b.numerator_, a.denominator_);
    const Int128 n1 = a.numerator_ / left;
    const Int128 n2 = b.numerator_ / right;
    const Int128 d1 = a.denominator_ / right;
    const Int128 d2 = b.denominator_ / left;
    if (!product_fits(n1, n2) || !product_fits(d1, d2)) return Rational::unknown();
    return Rational::ratio(n1 * n2, d1 * d2);
}

constexpr Rational operator/(const Rational& a, const Rational& b) {
    if (!a.known() || !b.known() || b.numerator_ == 0) return Rational::unknown();
    return a * Rational::ratio(b.denominator_, b.numerator_);
}

constexpr std::partial_ordering operator<=>(const Rational& a, const Rational& b) {
    using namespace rational_detail;
    if (!a.known() || !b.known()) return std::partial_ordering::unordered;
    // Compares continued fractions, which needs no product and so cannot overflow.
    Int128 an = a.numerator_, ad = a.denominator_, bn = b.numerator_, bd = b.denominator_;
    bool swapped = false;
    while (true) {
        const Int128 aq = floor_divide(an, ad), bq = floor_divide(bn, bd);
        if (aq != bq) {
            return (aq < bq) != swapped ? std::partial_ordering::less : std::partial_ordering::greater;
        }
        const Int128 ar = an - aq * ad, br = bn - bq * bd;
        if (ar == 0 && br == 0) return std::partial_ordering::equivalent;
        if (ar == 0) return !swapped ? std::partial_ordering::less : std::partial_ordering::greater;
        if (br == 0) return !swapped ? std::partial_ordering::greater : std::partial_ordering::less;
        an = ad, ad = ar, bn = bd, bd = br;
        swapped = !swapped;
    }
}

}  // namespace stet

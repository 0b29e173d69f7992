// Exact rational numbers on 64 bits; overflow and division by zero are a value, never a wrong number.
#pragma once

#include <compare>
#include <cstdint>
#include <string>

namespace stet {

/// Holds the product of any two numerators or denominators.
__extension__ typedef __int128 Int128;

/// A fraction in lowest terms, both numbers below 2^62 in magnitude, or *unknown* where a result did not fit
/// or a divisor was zero. Unknown spreads through arithmetic and compares as unordered, so that no verdict
/// can rest on it unnoticed.
class Rational {
  public:
    constexpr Rational() = default;
    constexpr Rational(std::int64_t whole);  // NOLINT: whole numbers are rationals
    /// numerator / denominator; unknown where the denominator is zero.
    static constexpr Rational ratio(Int128 numerator, Int128 denominator);
    static constexpr Rational unknown();
    /// 10^exponent for exponents from -18 to 18, else unknown.
    static constexpr Rational power_of_ten(int exponent);

    [[nodiscard]] constexpr bool known() const { return denominator_ != 0; }
    [[nodiscard]] constexpr bool whole() const { return denominator_ == 1; }
    [[nodiscard]] constexpr std::int64_t numerator() const { return numerator_; }
    /// Above zero for every known value.
    [[nodiscard]] constexpr std::int64_t denominator() const { return denominator_; }

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
    std::int64_t numerator_ = 0;
    std::int64_t denominator_ = 1;
};

/// With exactly `places` decimals (0 to 18), halves away from zero, commas between thousands: "1,758.50".
/// "?" for unknown.
std::string decimal(const Rational& value, int places);

/// As short as it is exact, at most `places` decimals: "305", "52.46", "0.5".
std::string shown(const Rational& value, int places = 2);

// ---- how it works ------------------------------------------------------------------------------------

namespace rational_detail {

inline constexpr Int128 limit = (static_cast<Int128>(1) << 62);

constexpr Int128 magnitude(Int128 v) {
    return v < 0 ? -v : v;
}

constexpr Int128 gcd(Int128 a, Int128 b) {
    a = magnitude(a);
    b = magnitude(b);
    while ((a >> 64) != 0 || (b >> 64) != 0) {
        if (b == 0) return a;
        const Int128 rest = a % b;
        a = b;
        b = rest;
    }
    auto x = static_cast<std::uint64_t>(a), y = static_cast<std::uint64_t>(b);
    while (y != 0) {
        const std::uint64_t rest = x % y;
        x = y;
        y = rest;
    }
    return x;
}

/// a / b; the machine divides 64 bits far faster.
constexpr Int128 divide(Int128 a, Int128 b) {
    const auto x = static_cast<std::int64_t>(a), y = static_cast<std::int64_t>(b);
    return a == x && b == y ? x / y : a / b;
}

constexpr std::int64_t floor_divide(std::int64_t a, std::int64_t b) {  // b > 0
    const std::int64_t quotient = a / b;
    return a % b < 0 ? quotient - 1 : quotient;
}

}  // namespace rational_detail

constexpr Rational Rational::unknown() {
    Rational result;
    result.denominator_ = 0;
    return result;
}

constexpr Rational::Rational(std::int64_t whole) {
    if (rational_detail::magnitude(whole) < rational_detail::limit)
        numerator_ = whole;
    else
        denominator_ = 0;
}

constexpr Rational Rational::ratio(Int128 numerator, Int128 denominator) {
    using namespace rational_detail;
    if (denominator == 0) return unknown();
    if (denominator != 1) {
        const Int128 common = gcd(numerator, denominator);
        if (common != 1) numerator = divide(numerator, common), denominator = divide(denominator, common);
    }
    if (magnitude(numerator) >= limit || magnitude(denominator) >= limit) return unknown();
    Rational result;
    result.numerator_ = static_cast<std::int64_t>(denominator < 0 ? -numerator : numerator);
    result.denominator_ = static_cast<std::int64_t>(magnitude(denominator));
    return result;
}

constexpr Rational Rational::power_of_ten(int exponent) {
    if (exponent < -18 || exponent > 18) return unknown();
    Int128 power = 1;
    for (int i = 0; i < (exponent < 0 ? -exponent : exponent); ++i) power *= 10;
    return exponent < 0 ? ratio(1, power) : ratio(power, 1);
}

constexpr Rational Rational::floor() const {
    return known() ? Rational(rational_detail::floor_divide(numerator_, denominator_)) : unknown();
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
    if (!a.known() || !b.known()) return Rational::unknown();
    const Int128 left = static_cast<Int128>(a.numerator_) * b.denominator_;
    const Int128 right = static_cast<Int128>(b.numerator_) * a.denominator_;
    return Rational::ratio(left + right, static_cast<Int128>(a.denominator_) * b.denominator_);
}

constexpr Rational operator*(const Rational& a, const Rational& b) {
    if (!a.known() || !b.known()) return Rational::unknown();
    return Rational::ratio(static_cast<Int128>(a.numerator_) * b.numerator_,
                           static_cast<Int128>(a.denominator_) * b.denominator_);
}

constexpr Rational operator/(const Rational& a, const Rational& b) {
    if (!a.known() || !b.known() || b.numerator_ == 0) return Rational::unknown();
    return Rational::ratio(static_cast<Int128>(a.numerator_) * b.denominator_,
                           static_cast<Int128>(a.denominator_) * b.numerator_);
}

constexpr std::partial_ordering operator<=>(const Rational& a, const Rational& b) {
    if (!a.known() || !b.known()) return std::partial_ordering::unordered;
    const Int128 left = static_cast<Int128>(a.numerator_) * b.denominator_;
    const Int128 right = static_cast<Int128>(b.numerator_) * a.denominator_;
    if (left == right) return std::partial_ordering::equivalent;
    return left < right ? std::partial_ordering::less : std::partial_ordering::greater;
}

}  // namespace stet

// Rational numbers as decimal text.
#include "compiler/base/rational.hpp"

#include <algorithm>

namespace stet {

std::string decimal(const Rational& value, int places) {
    const Rational scaled =
        value.abs().rounded_to(Rational::power_of_ten(-places)) * Rational::power_of_ten(places);
    if (!scaled.known()) return "?";
    std::string digits;  // from the last to the first
    Int128 rest = scaled.numerator();
    for (int written = 0; rest != 0 || written <= places; ++written) {
        if (written > 0 && written == places) digits += '.';
        if (written > places && (written - places) % 3 == 0) digits += ',';
        digits += static_cast<char>('0' + static_cast<int>(rest % 10));
        rest /= 10;
    }
    if (value < Rational(0) && scaled.numerator() != 0) digits += '-';
    std::reverse(digits.begin(), digits.end());
    return digits;
}

std::string shown(const Rational& value, int places) {
    std::string text = decimal(value, places);
    if (places == 0 || text == "?") return text;
    while (text.back() == '0') text.pop_back();
    if (text.back() == '.') text.pop_back();
    return text;
}

}  // namespace stet

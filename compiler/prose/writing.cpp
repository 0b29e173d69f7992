// House style for dates and counts.
#include "compiler/prose/writing.hpp"

#include "compiler/prose/number_words.hpp"

namespace stet::prose {

std::string written_date(const CivilDate& date) {
    std::string text;
    if (date.day != 0) text = std::to_string(date.day) + " ";
    if (date.month != 0) text.append(month_name(date.month)).append(" ");
    if (date.year == 0) return text.empty() ? text : text.substr(0, text.size() - 1);
    return text + std::to_string(date.year);
}

std::string_view currency_sign(Unit unit) {
    switch (unit) {
        case Unit::pound:
            return "\u00A3";
        case Unit::euro:
            return "\u20AC";
        case Unit::dollar:
            return "$";
        default:
            return {};
    }
}

std::string written_count(const Rational& value, const NumberStyle& style) {
    if (value.whole() && value >= Rational(0) && value < Rational(style.words_below)) {
        return in_words(static_cast<std::int64_t>(value.numerator()));
    }
    return shown(value, 1);
}

}  // namespace stet::prose

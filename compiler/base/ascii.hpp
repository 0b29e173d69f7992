// Character classes of ASCII, free of locale; every other byte belongs to none.
#pragma once

#include <algorithm>
#include <string_view>

namespace stet::ascii {

constexpr bool digit(char c) {
    return c >= '0' && c <= '9';
}
constexpr bool lower_letter(char c) {
    return c >= 'a' && c <= 'z';
}
constexpr bool upper_letter(char c) {
    return c >= 'A' && c <= 'Z';
}
constexpr bool letter(char c) {
    return lower_letter(c) || upper_letter(c);
}
constexpr bool alphanumeric(char c) {
    return digit(c) || letter(c);
}
constexpr char upper(char c) {
    return lower_letter(c) ? static_cast<char>(c - 'a' + 'A') : c;
}
constexpr char lower(char c) {
    return upper_letter(c) ? static_cast<char>(c - 'A' + 'a') : c;
}

constexpr bool equal_ignoring_case(std::string_view a, std::string_view b) {
    return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                      [](char x, char y) { return lower(x) == lower(y); });
}

constexpr bool starts_ignoring_case(std::string_view text, std::string_view start) {
    return text.size() >= start.size() && equal_ignoring_case(text.substr(0, start.size()), start);
}

/// Without the characters of `white` at both ends.
constexpr std::string_view trimmed(std::string_view text, std::string_view white = " \t\r\n") {
    const std::size_t begin = text.find_first_not_of(white);
    if (begin == std::string_view::npos) return {};
    return text.substr(begin, text.find_last_not_of(white) - begin + 1);
}

}  // namespace stet::ascii

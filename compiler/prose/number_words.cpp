// The table of English number words and the writer that is its inverse.
#include "compiler/prose/number_words.hpp"

#include <algorithm>
#include <array>

#include "compiler/base/ascii.hpp"

namespace stet::prose {

namespace {

struct Entry {
    std::string_view word;
    NumberWordKind kind;
    std::int64_t value;
};

using enum NumberWordKind;

/// Sorted by word.
constexpr auto table = std::to_array<Entry>({
    {"a", article, 1},
    {"an", article, 1},
    {"billion", billion, 1000000000},
    {"eight", unit, 8},
    {"eighteen", teen, 18},
    {"eighteenth", ordinal, 18},
    {"eighth", ordinal, 8},
    {"eighths", part, 8},
    {"eighty", ten, 80},
    {"eleven", teen, 11},
    {"eleventh", ordinal, 11},
    {"fifteen", teen, 15},
    {"fifteenth", ordinal, 15},
    {"fifth", ordinal, 5},
    {"fifths", part, 5},
    {"fifty", ten, 50},
    {"first", ordinal, 1},
    {"five", unit, 5},
    {"forty", ten, 40},
    {"four", unit, 4},
    {"fourteen", teen, 14},
    {"fourteenth", ordinal, 14},
    {"fourth", ordinal, 4},
    {"half", half, 2},
    {"hundred", hundred, 100},
    {"million", million, 1000000},
    {"nine", unit, 9},
    {"nineteen", teen, 19},
    {"nineteenth", ordinal, 19},
    {"ninety", ten, 90},
    {"ninth", ordinal, 9},
    {"ninths", part, 9},
    {"one", unit, 1},
    {"quarter", part, 4},
    {"quarters", part, 4},
    {"second", ordinal, 2},
    {"seven", unit, 7},
    {"seventeen", teen, 17},
    {"seventeenth", ordinal, 17},
    {"seventh", ordinal, 7},
    {"sevenths", part, 7},
    {"seventy", ten, 70},
    {"six", unit, 6},
    {"sixteen", teen, 16},
    {"sixteenth", ordinal, 16},
    {"sixth", ordinal, 6},
    {"sixths", part, 6},
    {"sixty", ten, 60},
    {"ten", teen, 10},
    {"tenth", ordinal, 10},
    {"tenths", part, 10},
    {"third", ordinal, 3},
    {"thirds", part, 3},
    {"thirteen", teen, 13},
    {"thirteenth", ordinal, 13},
    {"thirty", ten, 30},
    {"thousand", thousand, 1000},
    {"three", unit, 3},
    {"twelfth", ordinal, 12},
    {"twelve", teen, 12},
    {"twentieth", ordinal, 20},
    {"twenty", ten, 20},
    {"two", unit, 2},
    {"zero", zero, 0},
});
static_assert(std::is_sorted(table.begin(), table.end(),
                             [](const Entry& a, const Entry& b) { return a.word < b.word; }));

constexpr std::size_t longest_word = 11;

/// Most words are no number words, and their first letter, last letter and length show it: one look instead
/// of a search.
constexpr std::size_t outline(char first, char last, std::size_t size) {
    return (static_cast<std::size_t>(first - 'a') * 26 + static_cast<std::size_t>(last - 'a')) *
               longest_word +
           size - 1;
}
constexpr auto outlines = [] {
    std::array<bool, std::size_t{26} * 26 * longest_word> known{};
    for (const Entry& entry : table)
        known[outline(entry.word.front(), entry.word.back(), entry.word.size())] = true;
    return known;
}();

constexpr std::array<std::string_view, 20> below_twenty = {
    "zero",     "one",     "two",     "three",     "four",     "five",    "six",
    "seven",    "eight",   "nine",    "ten",       "eleven",   "twelve",  "thirteen",
    "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"};
constexpr std::array<std::string_view, 10> tens = {"",      "",      "twenty",  "thirty", "forty",
                                                   "fifty", "sixty", "seventy", "eighty", "ninety"};
constexpr std::array<std::string_view, 12> months = {"January",   "February", "March",    "April",
                                                     "May",       "June",     "July",     "August",
                                                     "September", "October",  "November", "December"};

std::string below_hundred(std::int64_t v) {
    if (v < 20) return std::string(below_twenty[static_cast<std::size_t>(v)]);
    std::string text(tens[static_cast<std::size_t>(v / 10)]);
    if (v % 10 != 0) text.append("-").append(below_twenty[static_cast<std::size_t>(v % 10)]);
    return text;
}

std::string below_thousand(std::int64_t v) {
    if (v < 100) return below_hundred(v);
    std::string text(below_twenty[static_cast<std::size_t>(v / 100)]);
    text += " hundred";
    return v % 100 == 0 ? text : text + " and " + below_hundred(v % 100);
}

}  // namespace

std::optional<NumberWord> number_word(std::string_view word) {
    if (word.empty() || word.size() > longest_word) return std::nullopt;
    const char first = ascii::lower(word.front()), last = ascii::lower(word.back());
    if (!ascii::letter(first) || !ascii::letter(last) || !outlines[outline(first, last, word.size())])
        return std::nullopt;
    std::array<char, longest_word> lower{};
    std::transform(word.begin(), word.end(), lower.begin(), ascii::lower);
    const std::string_view key(lower.data(), word.size());
    const auto found = std::lower_bound(table.begin(), table.end(), key,
                                        [](const Entry& e, std::string_view k) { return e.word < k; });
    if (found == table.end() || found->word != key) return std::nullopt;
    return NumberWord{found->kind, found->value};
}

std::string in_words(std::int64_t value) {
    if (value < 0 || value > 999999999) return {};
    if (value < 1000) return below_thousand(value);
    std::string text;
    if (value >= 1000000) text = below_thousand(value / 1000000) + " million";
    const std::int64_t rest = value % 1000000;
    if (rest >= 1000) text += (text.empty() ? "" : ", ") + below_thousand(rest / 1000) + " thousand";
    const std::int64_t last = rest % 1000;
    if (last != 0) text += (last < 100 ? " and " : ", ") + below_thousand(last);
    return text;
}

std::uint8_t month_number(std::string_view word) {
    if (word.size() < 3) return 0;
    for (std::size_t i = 0; i < months.size(); ++i) {
        const bool shortened = word.size() == 3 || (word == "Sept");
        if (word == months[i] || (shortened && months[i].starts_with(word)))
            return static_cast<std::uint8_t>(i + 1);
    }
    return 0;
}

std::string_view month_name(std::uint8_t month) {
    return month >= 1 && month <= 12 ? months[month - 1U] : std::string_view();
}

}  // namespace stet::prose

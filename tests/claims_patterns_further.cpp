// Patterns of claims about sizes, distances and ratios: values that hold and values that cannot.
#include <algorithm>
#include <array>
#include <cstdlib>

#include "compiler/base/rational.hpp"
#include "compiler/prose/number_words.hpp"
#include "tests/claims_wordings.hpp"

namespace stet::test {

namespace {

std::string upper_first(std::string text) {
    if (text.front() >= 'a' && text.front() <= 'z')
        text.front() = static_cast<char>(text.front() - 'a' + 'A');
    return text;
}

struct Named {
    const char* words;
    int low, high;  ///< shares in per cent that it fits beyond doubt
    int wrong_low, wrong_high;
};

/// Words for a share and a percentage.
ClaimValues named_shares(Random& random, bool holds) {
    constexpr std::array<Named, 12> all = {{{"most", 56, 95, 5, 44},
                                            {"the majority", 55, 95, 5, 44},
                                            {"a large majority", 66, 95, 5, 55},
                                            {"the vast majority", 76, 99, 5, 64},
                                            {"almost all", 90, 99, 5, 75},
                                            {"a minority", 5, 45, 56, 95},
                                            {"a small minority", 3, 25, 50, 95},
                                            {"a significant minority", 15, 45, 56, 95},
                                            {"very few", 2, 20, 50, 95},
                                            {"a third", 32, 34, 55, 90},
                                            {"more than half", 52, 75, 5, 45},
                                            {"nearly half", 45, 49, 60, 90}}};
    const Named& named = all[static_cast<std::size_t>(random.between(0, 11))];
    const int p =
        holds ? random.between(named.low, named.high) : random.between(named.wrong_low, named.wrong_high);
    ClaimValues made;
    made.set('q', named.words);
    made.set('Q', upper_first(named.words));
    made.set('p', written_percent(random, Rational(p), 0));
    return made;
}

ClaimValues distances(Random& random, bool holds) {
    ClaimValues made;
    const int a = random.between(30, 700);
    int b = random.between(30, 700);
    if (std::abs(a - b) < 4) b = a + 9;
    made.set('a', std::to_string(a));
    made.set('b', std::to_string(b));
    made.set('d', std::to_string(std::abs(a - b) + (holds ? 0 : random.between(3, 40))));
    made.up = a > b;
    return made;
}

ClaimValues opposites(Random& random, bool holds) {
    ClaimValues made;
    const int p = random.between(5, 95);
    made.set('p', written_percent(random, Rational(p), 0));
    made.set('q', written_percent(random, Rational(100 - p + (holds ? 0 : random.between(3, p + 2))), 0));
    return made;
}

ClaimValues averages(Random& random, bool holds) {
    ClaimValues made;
    const int a = random.between(11, 90), b = random.between(11, 90), c = random.between(11, 90);
    const int mean = static_cast<int>(Rational::ratio(a + b + c, 3).rounded_to(1).numerator());
    made.set('a', std::to_string(a));
    made.set('b', std::to_string(b));
    made.set('c', std::to_string(c));
    made.set('m', std::to_string(holds ? mean : random.chance() ? mean + random.between(2, 20) : mean - 2));
    return made;
}

ClaimValues ratios(Random& random, bool holds) {
    ClaimValues made;
    const int kind = random.between(0, 2), b = random.between(12, 24);
    const int true_value = kind == 0 ? 2 * b : kind == 1 ? 3 * b : b / 2;
    const int value = holds ? true_value : kind == 2 ? b : b + 2;
    made.set('a', std::to_string(value) + "%");
    made.set('b', std::to_string(b) + "%");
    made.set('t', kind == 0 ? (random.chance() ? "twice" : "double") : kind == 1 ? "three times" : "half");
    return made;
}

ClaimValues stages(Random& random, bool holds) {
    ClaimValues made;
    const int low = random.between(52, 80), high = low + random.between(3, 15);
    made.set('p', std::to_string(holds ? low : high) + "%");
    made.set('q', std::to_string(holds ? high : low) + "%");
    return made;
}

/// "both" after n things.
ClaimValues pairs(Random& random, bool holds) {
    ClaimValues made;
    const std::string n = prose::in_words(holds ? 2 : random.between(3, 9));
    made.set('n', n);
    made.set('N', upper_first(n));
    return made;
}

ClaimValues differences(Random& random, bool holds) {
    ClaimValues made;
    const int a = random.between(20, 600);
    int b = random.between(20, 600);
    if (std::abs(a - b) < 2) b = a + 7;
    const int d = std::abs(a - b) + (holds ? 0 : random.between(1, 9));
    made.set('a', std::to_string(a));
    made.set('b', std::to_string(b));
    made.set('d', written_count(random, d));
    made.up = b > a;
    return made;
}

ClaimValues verdicts(Random& random, bool holds) {
    ClaimValues made;
    const int a = random.between(5, 95);
    int b = random.between(5, 95);
    if (std::abs(a - b) < 2) b = a > 50 ? a - 7 : a + 7;
    made.set('a', std::to_string(a) + "%");
    made.set('b', std::to_string(b) + "%");
    made.up = (a > b) == holds;
    return made;
}

/// A number and as many items, some of two words.
ClaimValues item_lists(Random& random, bool holds) {
    constexpr std::array<std::string_view, 9> items = {"neglect",        "early help",  "staff training",
                                                       "domestic abuse", "recruitment", "good recording",
                                                       "participation",  "housing",     "quick decisions"};
    ClaimValues made;
    const int n = random.between(2, 6);
    const std::size_t first = static_cast<std::size_t>(random.between(0, 3));
    std::string list;
    for (int i = 0; i < n; ++i) {
        list += i == 0 ? "" : i + 1 == n ? " and " : ", ";
        list += items[first + static_cast<std::size_t>(i) % (items.size() - first)];
    }
    made.set('n', prose::in_words(holds ? n : n == 2 || random.chance() ? n + 1 : n - 1));
    made.set('l', list);
    return made;
}

/// Two months and how long they lie apart.
ClaimValues later_dates(Random& random, bool holds) {
    ClaimValues made;
    const auto month = [](int months) {
        return std::string(prose::month_name(static_cast<std::uint8_t>(months % 12 + 1))) + " " +
               std::to_string(months / 12);
    };
    const int from = random.between(2008 * 12, 2012 * 12);
    const bool years = random.chance();
    const int length = years ? random.between(2, 5) : random.between(2, 11);
    const int apart = (years ? 12 * length : length) + (holds   ? 0
                                                        : years ? random.between(9, 30)
                                                                : random.between(3, 9));
    made.set('a', month(from));
    made.set('b', month(from + apart));
    made.set('d', prose::in_words(length) + (years ? " years later" : " months later"));
    return made;
}

/// A number, and again with its digits in another order.
ClaimValues numbers_again(Random& random, bool holds) {
    ClaimValues made;
    const int tens = random.between(1, 8), ones = random.between(tens + 1, 9);
    made.set('a', std::to_string(10 * tens + ones));
    made.set('b', std::to_string(holds ? 10 * tens + ones : 10 * ones + tens));
    return made;
}

/// Percentages that rise or fall.
ClaimValues turns(Random& random, bool holds) {
    ClaimValues made;
    const int a = random.between(5, 95);
    int b = random.between(5, 95);
    if (std::abs(a - b) < 3) b = a > 50 ? a - 8 : a + 8;
    made.set('a', written_percent(random, Rational(a), 0));
    made.set('b', written_percent(random, Rational(b), 0));
    made.up = (b > a) == holds;
    return made;
}

ClaimValues stocks(Random& random, bool holds) {
    ClaimValues made;
    const int first = random.between(30, 300), came = random.between(2, 25), went = random.between(2, 25);
    made.set('a', std::to_string(first));
    made.set('i', written_count(random, came));
    made.set('o', written_count(random, went));
    made.set('z', std::to_string(first + came - went + (holds ? 0 : random.between(1, 9))));
    return made;
}

}  // namespace

std::span<const ClaimPattern> further_claim_patterns() {
    static constexpr auto all = std::to_array<ClaimPattern>({
        {"words for a share", named_shares, "named"},
        {"distance from a target", distances, "distance"},
        {"shares that exclude each other", opposites, "opposite"},
        {"average of a list", averages, "average"},
        {"ratio of two shares", ratios, "ratio"},
        {"shares within two times", stages, "staged"},
        {"both of a clause", pairs, "each"},
        {"difference told after", differences, "after"},
        {"verdict on a comparison", verdicts, "verdict"},
        {"list announced", item_lists, "announced"},
        {"one date after another", later_dates, "later"},
        {"number given again", numbers_again, "again"},
        {"for better or worse", turns, "turn"},
        {"stock, first and last", stocks, "stock"},
    });
    return all;
}

}  // namespace stet::test

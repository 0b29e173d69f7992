// Patterns of claims: values that hold, values that cannot, and the family of their wordings.
#include <algorithm>
#include <array>
#include <cstdlib>

#include "compiler/base/rational.hpp"
#include "compiler/base/shares.hpp"
#include "compiler/prose/number_words.hpp"
#include "tests/claims_wordings.hpp"

namespace stet::test {

std::uint64_t Random::next() {
    state_ += 0x9E3779B97F4A7C15ULL;
    std::uint64_t z = state_;
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9ULL;
    z = (z ^ (z >> 27)) * 0x94D049BB133111EBULL;
    return z ^ (z >> 31);
}

int Random::between(int low, int high) {
    return low + static_cast<int>(next() % static_cast<std::uint64_t>(high - low + 1));
}

std::string written_count(Random& random, int value) {
    return value < 10 && random.chance() ? prose::in_words(value) : decimal(Rational(value), 0);
}

std::string written_percent(Random& random, const Rational& value, int decimals) {
    return decimal(value, decimals) + (random.between(0, 5) == 0 ? " per cent" : "%");
}

namespace {

constexpr auto count = written_count;
constexpr auto percent = written_percent;

/// Per cent of k in n with `decimals` decimals, halves up.
Rational share(int k, int n, int decimals) {
    return (Rational::ratio(100 * k, n)).rounded_to(Rational::power_of_ten(-decimals));
}

/// k and n with p, of which a false p is one that k of n does not round to.
ClaimValues shares(Random& random, bool holds) {
    ClaimValues made;
    const int n = random.between(12, 900), k = random.between(2, n - 1);
    const int decimals = random.between(0, 3) == 0 ? 1 : 0;
    Rational p = share(k, n, decimals);
    if (!holds) {
        const Rational off = Rational(random.between(1, 30));
        p = p + off < Rational(100) && (random.chance() || p < off) ? p + off : p - off;
        if (p < Rational(0)) p = share(k, n, decimals) + Rational(2);
    }
    made.set('k', count(random, k));
    made.set('n', count(random, n));
    made.set('p', percent(random, p, decimals));
    return made;
}

/// A percentage of a base so small that not every whole one is possible.
ClaimValues small_bases(Random& random, bool holds) {
    ClaimValues made;
    while (true) {
        const int n = random.between(11, 89);
        const Rational p = holds ? share(random.between(1, n - 1), n, 0) : Rational(random.between(1, 99));
        if (grim_possible(written_interval(p, 0), Rational(n)) != holds) continue;
        made.set('n', count(random, n));
        made.set('p', percent(random, p, 0));
        return made;
    }
}

ClaimValues subsets(Random& random, bool holds) {
    ClaimValues made;
    const int small = random.between(2, 400), large = small + random.between(1, 60);
    made.set('k', count(random, holds ? small : large));
    made.set('n', count(random, holds ? large : small));
    return made;
}

/// Two values and a direction: counts, percentages or durations.
ClaimValues movements(Random& random, bool holds, int kinds) {
    ClaimValues made;
    const int kind = random.between(0, kinds);
    const int a = random.between(2, kind == 1 ? 97 : 900);
    int b = random.between(2, kind == 1 ? 97 : 900);
    if (std::abs(a - b) < 2) b = a > 4 ? a - 2 : a + 2;
    const char* unit = kind == 1 ? "%" : kind == 2 ? " days" : "";
    const auto text = [&](int v) { return kind == 0 ? count(random, v) : decimal(Rational(v), 0) + unit; };
    made.set('a', text(a));
    made.set('b', text(b));
    made.up = (b > a) == holds;
    return made;
}
ClaimValues changes(Random& random, bool holds) {
    return movements(random, holds, 1);
}
/// `a` is compared with `b`; a percentage or a duration.
ClaimValues comparisons(Random& random, bool holds) {
    ClaimValues made;
    const bool days = random.chance();
    const int a = random.between(5, 95);
    int b = random.between(5, 95);
    if (std::abs(a - b) < 2) b = a > 50 ? a - 7 : a + 7;
    made.set('a', std::to_string(a) + (days ? " days" : "%"));
    made.set('b', std::to_string(b) + (days ? " days" : "%"));
    made.up = (a > b) == holds;
    return made;
}

ClaimValues amounts(Random& random, bool holds) {
    ClaimValues made;
    const int a = random.between(5, 600);
    int b = random.between(5, 600);
    if (a == b) b = a + 3;
    const int d = std::abs(a - b);
    made.set('a', count(random, a));
    made.set('b', count(random, b));
    made.set('d', count(random, holds ? d : d + random.between(1, 9)));
    made.up = b > a;
    return made;
}

ClaimValues relative_amounts(Random& random, bool holds) {
    ClaimValues made;
    const int a = random.between(20, 600);
    int b = random.between(a / 2 + 1, 2 * a - 1);
    if (std::abs(a - b) * 50 < a) b = a + a / 10 + 1;
    const int p = static_cast<int>(share(std::abs(a - b), a, 0).numerator());
    made.set('a', count(random, a));
    made.set('b', count(random, b));
    made.set('d', percent(random, Rational(holds ? p : p + random.between(2, 9)), 0));
    made.up = b > a;
    return made;
}

ClaimValues halves(Random& random, bool holds) {
    ClaimValues made;
    const int m = random.between(6, 200), part = random.between(0, 2);
    constexpr std::array<int, 3> parts = {2, 3, 4};
    constexpr std::array<const char*, 3> words = {"a half", "a third", "a quarter"};
    const int a = m * parts[static_cast<std::size_t>(part)];
    const int d = holds ? m : m + a * random.between(16, 24) / 100 + 1;
    made.up = random.chance();
    made.set('d', words[static_cast<std::size_t>(part)]);
    made.set('a', count(random, a));
    made.set('b', count(random, made.up ? a + d : a - d));
    return made;
}

ClaimValues points(Random& random, bool holds) {
    ClaimValues made;
    const int a = random.between(10, 90);
    int b = random.between(10, 90);
    if (std::abs(a - b) < 2) b = a > 50 ? a - 8 : a + 8;
    made.set('a', percent(random, a, 0));
    made.set('b', percent(random, b, 0));
    made.set('d', count(random, std::abs(a - b) + (holds ? 0 : random.between(2, 9))));
    made.up = b > a;
    return made;
}

ClaimValues net_changes(Random& random, bool holds) {
    ClaimValues made;
    const int out = random.between(2, 40), net = random.between(2, 40);
    made.set('n', count(random, holds ? net : net + random.between(1, 5)));
    made.set('i', count(random, net + out));
    made.set('o', count(random, out));
    return made;
}

ClaimValues sums(Random& random, bool holds) {
    ClaimValues made;
    const int a = random.between(2, 90), b = random.between(2, 90), c = random.between(2, 90);
    const int off = holds ? 0 : random.chance() ? random.between(1, 20) : -random.between(1, 3);
    made.set('a', count(random, a));
    made.set('b', count(random, b));
    made.set('c', count(random, c));
    made.set('s', count(random, a + b + c + off));
    return made;
}

/// Two parts that exclude each other; a false sum is above the whole.
ClaimValues alternatives(Random& random, bool holds) {
    ClaimValues made;
    const int a = random.between(2, 90), b = random.between(2, 90);
    const int whole = holds ? a + b + random.between(0, 9) : a + b - random.between(1, std::min(a, b));
    made.set('a', count(random, a));
    made.set('b', count(random, b));
    made.set('n', count(random, whole));
    return made;
}

ClaimValues share_complements(Random& random, bool holds) {
    ClaimValues made;
    const int p = random.between(5, 95);
    int q = 100 - p;
    if (!holds) q = q > 50 ? q - random.between(3, 20) : q + random.between(3, 20);
    made.set('p', percent(random, p, 0));
    made.set('q', percent(random, q, 0));
    return made;
}

ClaimValues count_complements(Random& random, bool holds) {
    ClaimValues made;
    const int k = random.between(2, 120), rest = random.between(2, 120);
    made.set('n', count(random, k + rest));
    made.set('k', count(random, k));
    made.set('r', count(random, holds ? rest : rest + random.between(1, 9)));
    return made;
}

/// a is nested in b.
ClaimValues chains(Random& random, bool holds) {
    ClaimValues made;
    const int low = random.between(5, 60), high = low + random.between(4, 30);
    made.set('a', std::to_string(holds ? low : high) + "%");
    made.set('b', std::to_string(holds ? high : low) + "%");
    return made;
}

/// "both", "all three": n things before, m after.
ClaimValues alls(Random& random, bool holds) {
    ClaimValues made;
    const int n = random.between(2, 9);
    int m = n;
    if (!holds) m = n == 2 ? random.between(3, 9) : random.chance() ? 2 : (n == 9 ? 8 : n + 1);
    made.set('n', prose::in_words(n));
    made.set('m', m == 2 ? "both" : "all " + prose::in_words(m));
    made.set('M', m == 2 ? "Both" : "All " + prose::in_words(m));
    return made;
}

ClaimValues name_lists(Random& random, bool holds) {
    constexpr std::array<std::string_view, 9> names = {"Ash House",  "Beech Lodge", "Cedar Court",
                                                       "Dale View",  "Elm Grange",  "Fern Bank",
                                                       "Gorse Hill", "Hazel End",   "Ivy Place"};
    ClaimValues made;
    const int n = random.between(2, 6);
    const std::size_t first = static_cast<std::size_t>(random.between(0, 3));
    std::string list;
    for (int i = 0; i < n; ++i) {
        list += i == 0 ? "" : i + 1 == n ? " and " : ", ";
        list += names[first + static_cast<std::size_t>(i) % (names.size() - first)];
    }
    const int said = holds ? n : n == 2 || random.chance() ? n + 1 : n - 1;
    made.set('n', said < 10 ? prose::in_words(said) : std::to_string(said));
    made.set('l', list);
    return made;
}

/// Against a population of 63,200; a false rate is one that no year's population explains.
ClaimValues rates(Random& random, bool holds) {
    ClaimValues made;
    const int k = random.between(120, 900);
    const int rate = static_cast<int>((Rational::ratio(k * 10000, 63200)).rounded_to(1).numerator());
    made.set('k', count(random, k));
    made.set('r', std::to_string(holds ? rate : rate + rate / 8 + 4));
    return made;
}

ClaimValues repeats(Random& random, bool holds) {
    ClaimValues made;
    const int k = random.between(11, 900);
    made.set('a', count(random, k));
    made.set('b', count(random, holds ? k : k + random.between(1, 90)));
    return made;
}

ClaimValues two_units(Random& random, bool holds) {
    ClaimValues made;
    const int kind = random.between(0, 2), v = random.between(2, 30);
    int other = kind == 0 ? v * 7 : kind == 1 ? v * 3044 / 100 : v * 12;
    if (!holds) other += other / 4 + 20;  // no rounding of either explains it
    made.set('a', std::to_string(v) + (kind == 0 ? " weeks" : kind == 1 ? " months" : " years"));
    made.set('b', decimal(Rational(other), 0) + (kind == 2 ? " months" : " days"));
    return made;
}

struct Quantifier {
    const char* words;
    int low, high;  ///< shares in per cent that it fits beyond doubt
};

ClaimValues quantifiers(Random& random, bool holds) {
    constexpr std::array<Quantifier, 9> all = {{{"almost all", 93, 99},
                                                {"most", 56, 95},
                                                {"the majority", 55, 95},
                                                {"a minority", 4, 44},
                                                {"more than half", 55, 75},
                                                {"less than half", 25, 45},
                                                {"half", 50, 50},
                                                {"two thirds", 66, 67},
                                                {"a quarter", 25, 25}}};
    ClaimValues made;
    const Quantifier& q = all[static_cast<std::size_t>(random.between(0, 8))];
    const int n = 12 * random.between(9, 60);
    int share = random.between(q.low, q.high);
    if (!holds) share = q.low > 49 ? random.between(5, q.low == 50 ? 35 : 40) : random.between(62, 95);
    int k = n * share / 100;
    if (holds && q.low == 50) k = n / 2;
    if (holds && q.low == 66) k = n / 3 * 2;
    if (holds && q.low == 25 && q.high == 25) k = n / 4;
    std::string words = q.words;
    made.set('q', words);
    words.front() = static_cast<char>(words.front() - 'a' + 'A');
    made.set('Q', words);
    made.set('k', count(random, k));
    made.set('n', count(random, n));
    return made;
}

constexpr auto all_patterns = std::to_array<ClaimPattern>({
    {"share of a stated whole", shares, "share"},
    {"bare share of a small whole", small_bases, "bare"},
    {"part and whole", subsets, "subset"},
    {"change, direction", changes, "change"},
    {"change, amount", amounts, "amount"},
    {"change, in per cent", relative_amounts, "amount"},
    {"change, in points", points, "points"},
    {"change, by a fraction", halves, "half"},
    {"comparison", comparisons, "comparison"},
    {"net change", net_changes, "net"},
    {"sum of parts", sums, "sum"},
    {"parts that exclude each other", alternatives, "alternatives"},
    {"complement of a share", share_complements, "share_rest"},
    {"complement of a count", count_complements, "count_rest"},
    {"nested measures", chains, "chain"},
    {"both and all", alls, "all"},
    {"list of names", name_lists, "names"},
    {"rate and population", rates, "rate",
     "Approximately 63,200 children under the age of 18 live in the borough."},
    {"one measure twice", repeats, "repeat"},
    {"one duration in two units", two_units, "units"},
    {"quantifier beside a count", quantifiers, "quantifier"},
});

}  // namespace

std::span<const ClaimPattern> claim_patterns() {
    static const std::vector<ClaimPattern> all = [] {
        std::vector<ClaimPattern> made(all_patterns.begin(), all_patterns.end());
        const auto further = further_claim_patterns();
        made.insert(made.end(), further.begin(), further.end());
        return made;
    }();
    return all;
}

}  // namespace stet::test

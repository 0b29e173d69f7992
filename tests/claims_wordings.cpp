// Wordings of claims, in two disjoint sets, and values that hold or cannot hold.
#include "tests/claims_wordings.hpp"

#include <algorithm>
#include <cstdlib>

#include "compiler/base/rational.hpp"
#include "compiler/base/shares.hpp"
#include "compiler/prose/number_words.hpp"

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

namespace {

using Words = std::string_view;

/// "305", "1,758"; small numbers also in words.
std::string count(Random& random, int value) {
    return value < 10 && random.chance() ? prose::in_words(value) : decimal(Rational(value), 0);
}

/// Per cent of k in n with `decimals` decimals, halves up.
Rational share(int k, int n, int decimals) {
    return (Rational::ratio(100 * k, n)).rounded_to(Rational::power_of_ten(-decimals));
}

std::string percent(Random& random, const Rational& value, int decimals) {
    return decimal(value, decimals) + (random.between(0, 5) == 0 ? " per cent" : "%");
}

/// k and n with p, of which a false p is one that k of n does not round to.
ClaimValues shares(Random& random, bool holds) {
    ClaimValues made;
    const int n = random.between(12, 900), k = random.between(1, n - 1);
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
    const auto text = [&](int v) {
        return kind == 0 ? count(random, v) : decimal(Rational(v), 0) + unit;
    };
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
    constexpr std::array<Words, 9> names = {"Ash House", "Beech Lodge", "Cedar Court", "Dale View", "Elm Grange",
                                            "Fern Bank", "Gorse Hill",  "Hazel End",   "Ivy Place"};
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

// ---- the wordings ------------------------------------------------------------------------------------

constexpr auto share_built = std::to_array<Words>({
    "Of the {n} @x, {k} ({p}) @v.",
    "There were {n} @x in @N, of whom {k} ({p}) @v.",
    "In @N, {k} of {n} @x ({p}) @v.",
    "{k} of the {n} ({p}) @v.",
    "At the end of the year {n} @x lived in @N. Of these, {k} ({p}) @v.",
    "{n} @x were seen in @N. Of this number, {k} ({p}) @v.",
    "Of the {n} @x, {k} (or {p}) @v.",
    "{k} out of {n} @x ({p}) @v.",
    "- In @N, {n} @x were known.\n  - {k} ({p}) @v.",
    "{p} of the @x in @N ({k} of {n}) @v.",
    "{k} of {n} @x, or {p}, @v.",
    "In @N, {p} of @x ({k} out of {n}) @v.",
    "Only {p} ({k}) of the {n} @x @v.",
});
constexpr auto share_held = std::to_array<Words>({
    "Out of a total of {n} @x, {k} ({p}) @v.",
    "Among the {n} @x in @N, {k} ({p}) @v.",
    "{k} @x out of the {n} in @N ({p}) @v.",
    "Inspectors looked at {n} @x. {k} of them ({p}) @v.",
    "A total of {n} @x were reviewed; {k} ({p}) of these @v.",
    "From a sample of {n} @x, {k} ({p}) @v.",
    "{k} of the {n} @x, {p}, @v.",
    "In all {n} @x were counted in @N, and {k}, which is {p}, @v.",
});

constexpr auto bare_built = std::to_array<Words>({
    "There were {n?} @x in @N, of whom {p} @v.",
    "Of the {n?} @x in @N, {p} @v.",
    "{n?} @x were seen in @N. Of these, {p} @v.",
    "{p} of the {n?} @x @v.",
    "{p} of {n?} @x in @N @v.",
    "Of the {n?} @x, only {p} @v.",
});
constexpr auto bare_held = std::to_array<Words>({
    "Out of {n?} @x in @N, {p} @v.",
    "Just {p} of these {n?} @x @v.",
    "{n?} @x were sampled; {p} of them @v.",
    "In a group of {n?} @x, {p} @v.",
    "Of all {n?} @x in @N, as many as {p} @v.",
});

constexpr auto subset_built = std::to_array<Words>({
    "{k} of {n} @x in @N @v.",
    "{k} of the {n} @x @v.",
    "{k} out of {n} @x @v.",
    "{n?} @x wait in @N. {k} of these @v.",
    "Of the {n} @x in @N, {k} @v.",
    "There were {n} @x in @N, of whom {k} @v.",
    "There were {n} @x in @N, {k} of whom @v.",
});
constexpr auto subset_held = std::to_array<Words>({
    "{k} out of the {n} @x @v.",
    "In @N, {k} of all {n} @x @v.",
    "Inspectors saw {n} @x, and {k} of them @v.",
    "{n} @x were open in @N, including {k} that @v.",
    "Among {n} @x, {k} @v.",
});

constexpr auto change_built = std::to_array<Words>({
    "The number in @N [rose/fell] from {a} to {b}.",
    "In @N there was [an increase/a reduction] from {a} to {b}.",
    "The figure for @N has [increased/decreased] from {a} in 2012 to {b} in 2013.",
    "@N had {b}. This is [an increase/a reduction] from {a} in 2012.",
    "In @N the figure was {b}, [up/down] from {a} in 2012.",
    "The figure in @N was {b} in 2013, [an increase/a decrease] from {a} in 2012.",
    "In @N the figure [grew/dropped] from {a} at 31 March 2012 to {b} a year later.",
});
constexpr auto change_held = std::to_array<Words>({
    "Over the year the figure for @N [climbed/declined] from {a} to {b}.",
    "In @N the figure now stands at {b}, which is [up/down] from {a} the year before.",
    "The figure for @N, {b}, has [risen/fallen] from {a} in 2012.",
    "@N saw its figure [rise/fall] from {a} to {b}.",
    "From {a} in 2012, the figure for @N [rose/fell] to {b} in 2013.",
    "[An increase/A decrease] was seen in @N, from {a} to {b}.",
});

constexpr auto amount_built = std::to_array<Words>({
    "The number in @N [rose/fell] by {d}, from {a} to {b}.",
    "In @N there was [an increase/a reduction] of {d}, from {a} to {b}.",
    "In @N there was [an increase/a reduction] of {d} from {a} to {b}.",
    "The number in @N [rose/fell] from {a} to {b}, [an increase/a reduction] of {d}.",
    "The number in @N has [increased/decreased] by {d} from {a} in 2012 to {b} in 2013.",
});
constexpr auto amount_held = std::to_array<Words>({
    "Numbers in @N went [up/down] by {d}, from {a} to {b}.",
    "The number in @N is {b}, {d} [more/fewer] than the {a} of last year.",
    "In @N the number [grew/shrank] from {a} to {b}, a difference of {d}.",
    "There was a [rise/drop] of {d} in @N (from {a} to {b}).",
    "Between 2012 and 2013 the number in @N [rose/fell] from {a} to {b}, which is [an increase/a decrease] of {d}.",
});

constexpr auto points_built = std::to_array<Words>({
    "The share in @N [rose/fell] by {d} percentage points, from {a} to {b}.",
    "In @N there was [an increase/a reduction] of {d} percentage points from {a} to {b}.",
    "The share in @N [rose/fell] from {a} to {b}, [an increase/a decrease] of {d} percentage points.",
});
constexpr auto points_held = std::to_array<Words>({
    "Performance in @N [improved/declined] by {d} percentage points, from {a} to {b}.",
    "The share in @N went [up/down] from {a} to {b}, a change of {d} percentage points.",
    "The share in @N is {b}, {d} percentage points [higher/lower] than last year's {a}.",
});

constexpr auto comparison_built = std::to_array<Words>({
    "In @N the figure is {a}, which is [higher/lower] than the national average of {b}.",
    "In @N the figure is {a}. This is [higher/lower] than the England average of {b}.",
    "In @N the figure is {a}, [above/below] the average of {b}.",
    "At {a}, the figure for @N is [higher/lower] than the average of {b}.",
    "In @N the figure was {a}, [higher/lower] than the average ({b}).",
    "In @N the figure of {a} is [above/below] the national figure of {b}.",
    "The figure for @N, at {a}, is [above/below] statistical neighbours at {b}.",
    "In @N the figure is [higher/lower] at {a}, compared with {b} nationally.",
    "In @N the figure is {a}, [higher/lower] than the {b} of similar areas.",
    "In @N it takes {a}, which [exceeds/is below] the target of {b}.",
});
constexpr auto comparison_held = std::to_array<Words>({
    "In @N the figure stands at {a}, [more/less] than the national figure of {b}.",
    "With {a}, @N is well [above/below] the regional average of {b}.",
    "The figure for @N is {a}, against {b} for England, and is therefore [higher/lower].",
    "The figure for @N ({a}) is [higher/lower] than that of its neighbours ({b}).",
    "The figure in @N is {a}, and this is considerably [higher/lower] than the England average, which is {b}.",
    "@N reports {a}. The national figure is {b}, which is [lower/higher].",
});

constexpr auto net_built = std::to_array<Words>({
    "There was a net gain of {n} households in @N, with {i} new carers and {o} who left.",
    "There was a net loss of {n} carers in @N, with {i} leavers and {o} recruited.",
    "@N made a net gain of {n} carers: {i} joined and {o} left.",
});
constexpr auto net_held = std::to_array<Words>({
    "{i} carers joined in @N and {o} left, a net gain of {n}.",
    "In @N there was a net increase of {n} carers because {i} were approved and {o} resigned.",
    "After {o} departures and {i} arrivals, @N had a net gain of {n} staff.",
});

constexpr auto sum_built = std::to_array<Words>({
    "There are {s} @x in @N: {a} in the north, {b} in the south and {c} in the west.",
    "@N has {a} nurses, {b} teachers and {c} doctors, {s} in all.",
    "@N has {a} nurses, {b} teachers and {c} doctors, a total of {s}.",
    "{a} @x were good, {b} were adequate and {c} were poor, making {s} in total.",
    "Of the {s} @x in @N, {a} were good, {b} were adequate and the remaining {c} were poor.",
    "In total there are {s} @x in @N: {a} were good, {b} were adequate and {c} were poor.",
});
constexpr auto sum_held = std::to_array<Words>({
    "@N runs {s} @x ({a} in the north, {b} in the south and {c} in the west).",
    "Altogether {s} @x were seen in @N, made up of {a} new, {b} open and {c} closed ones.",
    "{a} homes, {b} schools and {c} colleges, {s} altogether, are found in @N.",
    "The {s} @x in @N comprise {a} good, {b} adequate and {c} poor ones.",
    "@N has {a} nurses, {b} teachers and {c} doctors. This is {s} in total.",
});

constexpr auto share_rest_built = std::to_array<Words>({
    "In @N {p} of @x @v; the remaining {q} were closed.",
    "In @N {p} @v and the remaining {q} were open.",
    "In @N {p} @v. The remaining {q} were open.",
    "In @N {p} @v and the other {q} did not.",
    "In @N {p} @v, and the rest ({q}) did not.",
});
constexpr auto share_rest_held = std::to_array<Words>({
    "In @N {p} of @x @v, leaving {q} which did not.",
    "While {p} of @x in @N @v, the other {q} did not.",
    "In @N {p} @v, with the remainder ({q}) still open.",
    "In @N {p} of @x @v. The rest, {q}, did not.",
});

constexpr auto count_rest_built = std::to_array<Words>({
    "Of the {n} @x in @N, {k} @v and the remaining {r} did not.",
    "{k} of the {n} @x @v; the other {r} did not.",
    "{k} of {n} @x in @N @v. The remaining {r} did not.",
    "Of {n} @x, {k} @v. The other {r} did not.",
    "There were {n} @x in @N, of whom {k} @v and the remaining {r} did not.",
});
constexpr auto count_rest_held = std::to_array<Words>({
    "Inspectors saw {n} @x in @N. {k} of these @v; the other {r} did not.",
    "Out of {n} @x, {k} @v, leaving {r} that did not.",
    "{n} @x were seen in @N: {k} @v and the rest ({r}) did not.",
    "Of the {n} @x, {k} @v, with the remaining {r} still waiting.",
});

constexpr auto chain_built = std::to_array<Words>({
    "In @N {b} of pupils gained five A* to C grades and {a} gained five A* to C grades including English and maths.",
    "The share gaining 5 A* to C including English and maths was {a} in @N; the share gaining 5 A* to C was {b}.",
    "In @N {a} gained 5 A* to C grades and {b} gained 5 A* to G grades.",
});
constexpr auto chain_held = std::to_array<Words>({
    "In @N {b} achieved at least one GCSE and {a} achieved 5 A* to G.",
    "Five good GCSEs (A* to C) were achieved by {b} in @N, and with English and maths by {a}.",
    "In @N {a} achieved five or more A*-C grades including English and mathematics, and {b} achieved five or more A*-C grades.",
});

constexpr auto all_built = std::to_array<Words>({
    "@N runs {n} homes. {M?} were judged to be good.",
    "@N runs {n} homes. {M?} are full.",
    "@N runs {n} homes, and {m?} were judged to be good.",
    "There are {n} homes in @N, {m?} of which are full.",
    "There are {n} homes in @N. {M?} homes are full.",
});
constexpr auto all_held = std::to_array<Words>({
    "The {n} homes in @N are {m?} good.",
    "@N operates {n} homes, {m?} judged good.",
    "Inspectors visited {n} homes. {M?} of them were full.",
    "{M?} of the {n} homes in @N were full.",
});

constexpr auto names_built = std::to_array<Words>({
    "@N runs {n} homes: {l?}.",
    "@N runs {n} homes, {l?}.",
    "The {n} homes, {l?}, were judged to be good.",
    "There are {n} homes in @N ({l?}).",
});
constexpr auto names_held = std::to_array<Words>({
    "{l?} are the {n} homes in @N.",
    "@N runs {n} homes, namely {l?}.",
    "@N has {n} homes, called {l?}, and a school.",
    "The {n} homes of @N \u2013 {l?} \u2013 are full.",
});

constexpr auto rate_built = std::to_array<Words>({
    "At 31 March 2013, {k?} children of @N were looked after (a rate of {r} per 10,000 children).",
    "At 31 March 2013, {k?} children of @N were looked after ({r} per 10,000).",
    "At 31 March 2013, {k?} children of @N were looked after, a rate of {r} per 10,000 children.",
});
constexpr auto rate_held = std::to_array<Words>({
    "At 31 March 2013, {k?} children of @N were looked after, which is {r} per 10,000 children.",
    "{k?} children of @N were looked after at 31 March 2013, equivalent to {r} per 10,000.",
    "There were {k?} children of @N in care. This represents {r} per 10,000 children.",
});

constexpr auto repeat_built = std::to_array<Words>({
    "At 31 March 2013, {a} children were being looked after by @N council.\n\nAt 31 March 2013, {b} children were being looked after by @N council.",
    "On 31 March 2013 there were {a} children being looked after by @N council.\n\nAt 31 March 2013 there were {b} children being looked after by @N council.",
});
constexpr auto repeat_held = std::to_array<Words>({
    "At 31 March 2013, {a} children were looked after by @N council.\n\nThere were {b} children looked after by @N council at 31 March 2013.",
    "At 31 March 2013, {a} young people were in the care of @N.\n\n@N had {b} young people in its care at 31 March 2013.",
});

constexpr auto units_built = std::to_array<Words>({
    "In @N the wait is {a} ({b}).",
    "In @N it takes {a}, or {b}.",
    "In @N it takes {a} (or {b}).",
    "In @N it takes {a}, that is {b}.",
    "In @N it takes {a}, equivalent to {b}.",
});
constexpr auto units_held = std::to_array<Words>({
    "In @N it takes {a}, which is {b}.",
    "In @N it takes {b} (that is, {a}).",
    "In @N it takes {a}, i.e. {b}.",
    "In @N it takes {a}, the same as {b}.",
});

constexpr auto quantifier_built = std::to_array<Words>({
    "{Q?} ({k} of {n}) @v.",
    "In @N {q?} ({k} out of {n}) @v.",
    "In @N {q?} of the @x ({k} of {n}) @v.",
    "In @N, {k} of {n} @x, {q?}, @v.",
});
constexpr auto quantifier_held = std::to_array<Words>({
    "In @N {q?} of the @x, {k} of {n}, @v.",
    "In @N {q?} of the @x seen ({k} of the {n}) @v.",
    "In @N {k} of the {n} @x, that is {q?}, @v.",
});

constexpr auto half_built = std::to_array<Words>({
    "The number in @N has [risen/fallen] by {d}, from {a} to {b}.",
    "The number in @N [rose/fell] by {d} from {a} to {b}.",
    "In @N there was [an increase/a reduction] of {d}, from {a} to {b}.",
});
constexpr auto half_held = std::to_array<Words>({
    "The number in @N is [up/down] by {d}, from {a} to {b}.",
    "In @N the number [rose/dropped] from {a} to {b}, [an increase/a drop] of {d}.",
});

constexpr auto all_patterns = std::to_array<ClaimPattern>({
    {"share of a stated whole", shares, share_built, share_held},
    {"bare share of a small whole", small_bases, bare_built, bare_held},
    {"part and whole", subsets, subset_built, subset_held},
    {"change, direction", changes, change_built, change_held},
    {"change, amount", amounts, amount_built, amount_held},
    {"change, in per cent", relative_amounts, amount_built, amount_held},
    {"change, in points", points, points_built, points_held},
    {"change, by a fraction", halves, half_built, half_held},
    {"comparison", comparisons, comparison_built, comparison_held},
    {"net change", net_changes, net_built, net_held},
    {"sum of parts", sums, sum_built, sum_held},
    {"complement of a share", share_complements, share_rest_built, share_rest_held},
    {"complement of a count", count_complements, count_rest_built, count_rest_held},
    {"nested measures", chains, chain_built, chain_held},
    {"both and all", alls, all_built, all_held},
    {"list of names", name_lists, names_built, names_held},
    {"rate and population", rates, rate_built, rate_held,
     "Approximately 63,200 children under the age of 18 live in the borough."},
    {"one measure twice", repeats, repeat_built, repeat_held},
    {"one duration in two units", two_units, units_built, units_held},
    {"quantifier beside a count", quantifiers, quantifier_built, quantifier_held},
});

}  // namespace

std::span<const ClaimPattern> claim_patterns() {
    return all_patterns;
}

}  // namespace stet::test

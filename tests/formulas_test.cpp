// Formulas over facts, held against arithmetic that was written for this test: random formulas, written in
// random spacing, give the same fraction in Stet and here.
#include <fmt/format.h>

#include <array>
#include <catch2/catch.hpp>
#include <cstdint>
#include <optional>
#include <random>
#include <string>
#include <utility>
#include <vector>

#include "tests/figures_support.hpp"

using namespace stet;
using namespace stet::test;

namespace {

/// A fraction by the school book, on 128 bits; absent after a division by zero or where it grew too long.
__extension__ typedef __int128 Wide;
struct Fraction {
    Wide top = 0, bottom = 1;
};
using Result = std::optional<Fraction>;

Result fraction(Wide top, Wide bottom) {
    if (bottom == 0) return std::nullopt;
    Wide a = top < 0 ? -top : top, b = bottom < 0 ? -bottom : bottom;
    while (b != 0) a = std::exchange(b, a % b);
    if (a == 0) a = 1;
    if (bottom < 0) a = -a;
    return Fraction{top / a, bottom / a};
}
Result plus(const Result& a, const Result& b) {
    return a && b ? fraction(a->top * b->bottom + b->top * a->bottom, a->bottom * b->bottom) : std::nullopt;
}
Result times(const Result& a, const Result& b) {
    return a && b ? fraction(a->top * b->top, a->bottom * b->bottom) : std::nullopt;
}
Result over(const Result& a, const Result& b) {
    return a && b ? fraction(a->top * b->bottom, a->bottom * b->top) : std::nullopt;
}
Result whole(Wide value) {
    return Fraction{value, 1};
}

/// A formula as it is written, and its value.
struct Made {
    std::string text;
    Result value;
};

class Maker {
  public:
    explicit Maker(std::uint32_t seed) : random_(seed) {
        for (int& fact : facts) fact = static_cast<int>(below(500));
        facts[0] = 0;
    }

    /// A count, or a ratio, share, rate or change of counts at the top.
    Made formula() {
        switch (below(8)) {
            case 0: {
                const Made a = term(1), b = factor(1);
                return {a.text + gap() + "/" + gap() + b.text, over(a.value, b.value)};
            }
            case 1: {
                const Made a = factor(1), b = factor(1);
                return {a.text + " of " + b.text, over(times(whole(100), a.value), b.value)};
            }
            case 2: {
                const Made a = factor(1), b = factor(1);
                return {a.text + " per 1,000 of " + b.text, over(times(whole(1000), a.value), b.value)};
            }
            case 3: {
                const Made a = count(1), b = count(1);
                const Result change = plus(b.value, times(whole(-1), a.value));
                return {"change(" + a.text + "," + gap() + b.text + ")",
                        over(times(whole(100), change), a.value)};
            }
            default:
                return count(2);
        }
    }

    std::array<int, 6> facts{};

  private:
    std::uint32_t below(std::uint32_t n) { return static_cast<std::uint32_t>(random_() % n); }
    std::string gap() { return std::string(below(3), ' '); }

    Made fact() {
        const std::uint32_t i = below(static_cast<std::uint32_t>(facts.size()));
        return {std::string(1, static_cast<char>('a' + i)), whole(facts[i])};
    }
    /// Binds as closely as a name does.
    Made factor(int depth) {
        switch (depth > 0 ? below(4) : 0) {
            case 1: {
                const Made inner = count(depth - 1);
                return {"(" + gap() + inner.text + gap() + ")", inner.value};
            }
            case 2:
                return list(depth - 1, "sum");
            case 3:
                return list(depth - 1, "average");
            default:
                return fact();
        }
    }
    Made list(int depth, const std::string& name) {
        const std::uint32_t size = 1 + below(3);
        Made made{name + "(", whole(0)};
        for (std::uint32_t i = 0; i < size; ++i) {
            const Made item = count(depth);
            made.text += (i > 0 ? ", " : "") + item.text;
            made.value = plus(made.value, item.value);
        }
        made.text += ")";
        if (name == "average") made.value = over(made.value, whole(size));
        return made;
    }
    /// A product with plain numbers: counts times counts would have no unit.
    Made term(int depth) {
        Made made = factor(depth);
        for (std::uint32_t i = below(3); i > 1; --i) {
            const int number = 1 + static_cast<int>(below(9));
            const bool divide = below(2) == 0;
            made.text += gap() + (divide ? "/" : "*") + gap() + std::to_string(number);
            made.value = divide ? over(made.value, whole(number)) : times(made.value, whole(number));
        }
        return made;
    }
    Made count(int depth) {
        Made made = term(depth);
        if (below(6) == 0) made = {"-" + made.text, times(whole(-1), made.value)};
        for (std::uint32_t i = below(3); i > 0; --i) {
            const Made next = term(depth);
            const bool minus = below(2) == 0;
            made.text += minus ? " - " : " + ";
            made.text += next.text;
            made.value = plus(made.value, minus ? times(whole(-1), next.value) : next.value);
        }
        return made;
    }

    std::mt19937 random_;
};

bool same(const Result& mine, const std::optional<model::FactValue>& theirs) {
    if (!mine || !theirs) return !mine && (!theirs || !theirs->value.known());
    return theirs->value.numerator() == mine->top && theirs->value.denominator() == mine->bottom;
}

}  // namespace

TEST_CASE("100,000 random formulas have the value that other arithmetic gives them") {
    constexpr int reports = 500, formulas = 200;
    int differ = 0, undefined = 0;
    std::string first;
    for (std::uint32_t report = 0; report < reports; ++report) {
        Maker maker(report + 1);
        std::string text = "title: A report\n\n@facts \"C\"\n";
        for (std::size_t i = 0; i < maker.facts.size(); ++i)
            text += fmt::format("  {}  {} children\n", static_cast<char>('a' + i), maker.facts[i]);
        std::vector<Made> made;
        for (int i = 0; i < formulas; ++i) {
            made.push_back(maker.formula());
            text += fmt::format("  f{}  = {}\n", i, made.back().text);
        }
        MemoryWorld world;
        const CheckedFigures checked = check_figures(text, world);
        for (int i = 0; i < formulas; ++i) {
            const auto id = checked.report.figures.find("f" + std::to_string(i));
            REQUIRE(id);
            const Made& mine = made[static_cast<std::size_t>(i)];
            undefined += mine.value ? 0 : 1;
            if (same(mine.value, checked.report.figures.facts[*id].value)) continue;
            if (differ++ == 0) first = mine.text;
        }
    }
    WARN(reports * formulas << " formulas, " << undefined << " of them undefined: " << differ << " differ");
    INFO(first);
    CHECK(differ == 0);
    CHECK(undefined > 100);
}

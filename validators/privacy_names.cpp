// P304: children called by name.
#include <algorithm>
#include <array>
#include <charconv>
#include <optional>
#include <string_view>

#include "compiler/base/ascii.hpp"
#include "compiler/base/catalogue.hpp"
#include "validators/privacy.hpp"
#include "validators/variants.hpp"

namespace stet::validators {

namespace {

using prose::Joint;
using prose::Word;

constexpr std::uint32_t of_age = 18;

class ChildNames {
  public:
    ChildNames(const model::Report& report, Diagnostics& diagnostics)
        : report_(report), words_(report.words), diagnostics_(diagnostics) {}

    void check() {
        for (const std::uint32_t i : words_.of("aged")) before_age(i);
        for (const std::uint32_t i : words_.of("old")) after_age(i);
        for (const std::string_view introduced : {"called", "named"}) {
            for (const std::uint32_t i : words_.of(introduced)) after_kind(i);
        }
    }

  private:
    /// "Jayden Smith, aged seven,": not "young people, aged 7 to 9".
    void before_age(std::uint32_t aged) {
        const Word* age = words_.next(aged);
        if (aged < 2 || age == nullptr || !is_minor(*age) || is_bound(aged + 1)) return;
        if (words_.all[aged].joint == Joint::mark && is_full_name(aged - 2, aged - 1))
            tell(aged - 2, aged - 1);
    }

    /// "The seven-year-old Jayden Smith".
    void after_age(std::uint32_t old) {
        const Word* year = words_.previous(old);
        const Word* age = words_.previous(old, 2);
        if (age == nullptr || words_.form(*year) != "year" || !is_minor(*age)) return;
        if (old + 2 < words_.all.size() && words_.all[old + 1].joint == Joint::space &&
            is_full_name(old + 1, old + 2))
            tell(old + 1, old + 2);
    }

    /// "A boy called Jayden".
    void after_kind(std::uint32_t introduced) {
        constexpr auto kinds = std::to_array<std::string_view>(
            {"child", "boy", "girl", "baby", "toddler", "son", "daughter", "pupil", "teenager", "infant"});
        const Word* kind = words_.previous(introduced);
        const Word* name = words_.next(introduced);
        if (kind == nullptr || name == nullptr || name->joint != Joint::space) return;
        if (std::find(kinds.begin(), kinds.end(), words_.form(*kind)) == kinds.end()) return;
        if (is_name(introduced + 1)) tell(introduced + 1, introduced + 1);
    }

    [[nodiscard]] bool is_minor(const Word& word) const {
        constexpr auto numbers = std::to_array<std::string_view>(
            {"one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
             "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen"});
        const std::string_view form = words_.form(word);
        std::uint32_t age = of_age;
        const auto read = std::from_chars(form.data(), form.data() + form.size(), age);
        if (read.ec == std::errc() && read.ptr == form.data() + form.size()) return age < of_age;
        return std::find(numbers.begin(), numbers.end(), form) != numbers.end();
    }

    /// "7 to 9", "16 and over": an age that a group has.
    [[nodiscard]] bool is_bound(std::uint32_t age) const {
        constexpr auto going_on = std::to_array<std::string_view>({"to", "and", "or", "up", "plus"});
        const Word* next = words_.next(age);
        return next != nullptr && next->joint != Joint::mark &&
               (next->joint != Joint::space ||
                std::find(going_on.begin(), going_on.end(), words_.form(*next)) != going_on.end());
    }

    /// With a capital wherever it stands.
    [[nodiscard]] bool is_name(std::uint32_t i) const {
        const Word& word = words_.all[i];
        const auto uses = words_.of(word.symbol);
        return word.capital && !word.upper && !word.digits && !words_.closed_class[word.symbol] &&
               std::all_of(uses.begin(), uses.end(),
                           [&](std::uint32_t use) { return words_.all[use].capital; });
    }
    [[nodiscard]] bool is_full_name(std::uint32_t first, std::uint32_t last) const {
        return words_.all[first].run == words_.all[last].run && words_.all[last].joint == Joint::space &&
               is_name(first) && is_name(last);
    }

    void tell(std::uint32_t first, std::uint32_t last) {
        const Word& begin = words_.all[first];
        const prose::Run& run = report_.runs[begin.run];
        diagnostics_
            .add(run.source(begin.begin, words_.all[last].end), diag::child_named,
                 run.words(begin.begin, words_.all[last].end))
            .with_help("a report calls no child by name: write “the child” or “one child”");
    }

    const model::Report& report_;
    const prose::Words& words_;
    Diagnostics& diagnostics_;
};

}  // namespace

void check_child_names(const model::Report& report, const Sources&, Diagnostics& diagnostics) {
    ChildNames(report, diagnostics).check();
}

}  // namespace stet::validators

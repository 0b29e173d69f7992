// F212: "doubled", "halved" and their like beside the two numbers: "doubled, from 14 to 28".
#include <array>

#include "compiler/base/catalogue.hpp"
#include "validators/claims_changes.hpp"

namespace stet::validators {

namespace {

using prose::Quantity;

/// A word, and the ratios of the second number to the first that it may be stretched to.
struct Multiple {
    std::string_view word;
    Rational times;
    Rational least;
    Rational most;
};
const std::array<Multiple, 10> multiples = {{
    {"twofold increase", Rational(2), Rational::ratio(7, 4), Rational::ratio(5, 2)},
    {"threefold increase", Rational(3), Rational::ratio(5, 2), Rational::ratio(7, 2)},
    {"fourfold increase", Rational(4), Rational::ratio(7, 2), Rational::ratio(9, 2)},
    {"doubled", Rational(2), Rational::ratio(7, 4), Rational::ratio(5, 2)},
    {"doubling", Rational(2), Rational::ratio(7, 4), Rational::ratio(5, 2)},
    {"trebled", Rational(3), Rational::ratio(5, 2), Rational::ratio(7, 2)},
    {"tripled", Rational(3), Rational::ratio(5, 2), Rational::ratio(7, 2)},
    {"quadrupled", Rational(4), Rational::ratio(7, 2), Rational::ratio(9, 2)},
    {"halved", Rational::ratio(1, 2), Rational::ratio(2, 5), Rational::ratio(3, 5)},
    {"halving", Rational::ratio(1, 2), Rational::ratio(2, 5), Rational::ratio(3, 5)},
}};

/// The ratios that "doubled", "more than doubled" or "almost doubled" may mean.
Interval meaning(const Multiple& multiple, std::string_view lead) {
    constexpr auto past = std::to_array<std::string_view>({"more than ", "over "});
    constexpr auto nearly =
        std::to_array<std::string_view>({"almost ", "nearly ", "virtually ", "just under "});
    const bool grows = multiple.times > Rational(1);
    if (!ending(lead, past).empty())
        return grows ? Interval::at_least(multiple.times) : Interval::closed(0, multiple.times);
    if (!ending(lead, nearly).empty())
        return grows ? Interval::closed(multiple.least - Rational::ratio(1, 4), multiple.times)
                     : Interval::closed(multiple.times, multiple.most + Rational::ratio(1, 10));
    return Interval::closed(multiple.least, multiple.most);
}

/// Whether "doubled" governs "from" across `gap`: ", ", " in the last 12 months, ", ", increasing ".
bool governs(std::string_view gap) {
    constexpr auto participles =
        std::to_array<std::string_view>({"increasing ", "rising ", "growing ", "reducing ", "falling ",
                                         "dropping ", "decreasing ", "going "});
    constexpr auto others =
        std::to_array<std::string_view>({"and", "but", "while", "with", "which", "who", "as"});
    gap.remove_suffix(ending(gap, participles).size());
    if (ends_with(gap, ", ")) gap.remove_suffix(2);
    return gap.size() <= farthest_of_change && gap.find_first_of(",;:(") == std::string_view::npos &&
           last_direction(gap).sign == 0 && !mentions_any(gap, others);
}

void judge(FigureAudit& audit, const ClaimRun& run, std::size_t a, std::size_t b, const Multiple& multiple,
           const Interval& meant, std::uint32_t word) {
    const Quantity &from = run.quantities[a], &to = run.quantities[b];
    if (!from.interval.low || !(*from.interval.low > Rational(0)) || !to.interval.known()) return;
    const Verdict verdict = meet(to.interval / from.interval, meant);
    const Rational relative = Rational(100) * (to.value - from.value).abs() / from.value;
    const std::string sum = "from " + run.words(a) + " to " + run.words(b) + " is " +
                            std::string(movement_name(movement(from, to))) + " of " + shown(relative, 1) +
                            "%";
    if (verdict == Verdict::agrees) {
        audit.agrees(run.id, a, sum);
        audit.agrees(run.id, b, sum);
    }
    if (verdict != Verdict::conflicts) return;
    audit.conflicts(run.id, a, "the text calls it “" + std::string(multiple.word) + "”", sum);
    audit.conflicts(run.id, b, "the text calls it “" + std::string(multiple.word) + "”", sum);
    audit.diagnostics
        .add(run.run->source(word, std::max(from.end, to.end)), diag::change_amount_wrong, run.words(a),
             run.words(b), movement_name(movement(from, to)), shown(relative, 1) + "%", multiple.word)
        .severity = Severity::warning;
}

/// The number that "doubled to 28, from 14" reaches.
std::optional<std::size_t> reached_before(const ClaimRun& run, std::size_t a) {
    constexpr auto joints = std::to_array<std::string_view>({" from ", ", from "});
    if (a == 0 || run.sentence[a - 1] != run.sentence[a] ||
        std::find(joints.begin(), joints.end(), run.between(a - 1, a)) == joints.end())
        return std::nullopt;
    const bool reached =
        ends_with(change_lead(run, a - 1), " to ") && before_after(run.quantities[a - 1], run.quantities[a]);
    return reached ? std::optional(a - 1) : std::nullopt;
}

void check_from(FigureAudit& audit, const ClaimRun& run, std::size_t a) {
    const auto after = change_end(run, a);
    const auto b = after ? after : reached_before(run, a);
    if (!b) return;
    std::string_view lead = change_lead(run, std::min(a, *b));
    const std::string_view joint = after ? "from " : "to ";
    if (!ends_with(lead, joint)) return;
    lead.remove_suffix(joint.size());
    for (const Multiple& multiple : multiples) {
        const std::size_t at = find_words(lead, multiple.word);
        if (at == std::string_view::npos || !governs(lead.substr(at + multiple.word.size()))) continue;
        std::string_view before = lead.substr(0, at);
        const Interval meant = meaning(multiple, before);
        constexpr auto degrees = std::to_array<std::string_view>(
            {"more than ", "over ", "almost ", "nearly ", "virtually ", "just under "});
        before.remove_suffix(ending(before, degrees).size());
        if (is_doubtful(before)) return;
        const auto word = static_cast<std::uint32_t>(lead.data() + at - run.text().data());
        return judge(audit, run, a, *b, multiple, meant, word);
    }
}

}  // namespace

void check_multiple_claims(FigureAudit& audit, const ClaimTexts& texts) {
    for (const ClaimRun& run : texts.runs) {
        for (std::size_t a = 0; a < run.quantities.size(); ++a) {
            if (run.quantities[a].is_figure() && !run.crowded(run.sentence[a])) check_from(audit, run, a);
        }
    }
}

}  // namespace stet::validators

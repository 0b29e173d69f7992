// F215: two percentages of one whole that exclude each other and are more than all of it: "85% had a plan and
// 35% did not", "53% of plans were on time; 67% were late".
#include <algorithm>
#include <array>

#include "compiler/base/catalogue.hpp"
#include "validators/claims_shares.hpp"

namespace stet::validators {

namespace {

using prose::Quantity;
using prose::QuantityKind;

bool stated(const Quantity& q) {
    return q.kind == QuantityKind::percent && q.bound == prose::Bound::none && !q.range && !q.compound;
}

/// Two sides, of which nothing is on both.
struct Opposites {
    std::span<const std::string_view> one;
    std::span<const std::string_view> other;
};

constexpr auto on_time =
    std::to_array<std::string_view>({"on time", "in time", "within timescale", "within timescales",
                                     "within the timescale", "within target", "in timescale"});
constexpr auto late = std::to_array<std::string_view>(
    {"late", "overdue", "out of timescale", "outside timescale", "outside timescales", "not on time"});
constexpr auto inside = std::to_array<std::string_view>(
    {"in the borough", "in the area", "in the county", "in the city", "in borough", "in area", "in county",
     "within the borough", "within the area", "within the county", "within the city", "inside the borough"});
constexpr auto outside = std::to_array<std::string_view>(
    {"out of the borough", "out of the area", "out of area", "out of borough", "outside the borough",
     "outside the area", "outside the county", "outside the city", "outside it", "left it", "elsewhere"});
constexpr std::array<Opposites, 2> opposites = {{{on_time, late}, {inside, outside}}};

}  // namespace

bool opposed(std::string_view one, std::string_view other) {
    return std::any_of(opposites.begin(), opposites.end(), [&](const Opposites& o) {
        const bool a = mentions_any(one, o.one), b = mentions_any(one, o.other),
                   c = mentions_any(other, o.one), d = mentions_any(other, o.other);
        return (a && !b && d && !c) || (b && !a && c && !d);
    });
}

namespace {

/// Whether a clause says only that the rest did not: " did not", " were not".
bool is_negation(std::string_view clause) {
    constexpr auto negations = std::to_array<std::string_view>(
        {" did not", " do not", " does not", " were not", " are not", " was not", " is not", " had not",
         " have not", " has not", " could not", " would not"});
    return std::find(negations.begin(), negations.end(), clause) != negations.end();
}

/// "make up 56% and girls 54%": the parts of one whole.
bool shared_out(std::string_view lead, std::string_view between) {
    constexpr auto sharing = std::to_array<std::string_view>(
        {" make up ", " made up ", " account for ", " accounted for ", " makes up ", " accounts for "});
    constexpr auto joints = std::to_array<std::string_view>(
        {" and girls ", " and boys ", " and females ", " and males ", " and women ", " and men "});
    return !ending(lead, sharing).empty() && !ending(between, joints).empty();
}

/// Whether the second of two percentages goes on with the whole of the first and excludes it.
bool exclude_each_other(const ClaimRun& run, std::size_t i) {
    constexpr auto joints = std::to_array<std::string_view>(
        {"; ", ", and ", ", while ", ", whereas ", ", but ", " and ", " while ", " whereas ", " but ", ", ",
         ", which means that ", ", meaning that ", " so "});
    constexpr auto others = std::to_array<std::string_view>(
        {"average", "nationally", "national", "England", "compared", "than", "previous", "these", "those",
         "them", "whom", "which", "target", "from", "increase", "decrease", "last year"});
    const std::string_view between = run.between(i, i + 1);
    if (between.size() > 120 || between.find_first_of(".:()") != std::string_view::npos) return false;
    std::string_view after = run.after(i + 1);
    after = after.substr(0, after.find_first_of(".,;:("));
    if (shared_out(run.before(i), between)) return begins_with(after, " of ") || after.empty();
    const std::string_view joint = ending(between, joints);
    const std::string_view clause = between.substr(0, between.size() - joint.size());
    // "; 67% of visits were late" has a whole of its own.
    if (joint.empty() || begins_with(after, " of ") || mentions_any(after, others) ||
        mentions_any(clause, others) || clause.empty())
        return false;
    return is_negation(after) || opposed(clause, after);
}

void judge(FigureAudit& audit, const ClaimRun& run, std::size_t i) {
    const Quantity &a = run.quantities[i], &b = run.quantities[i + 1];
    const Interval sum = a.interval + b.interval;
    const std::string written = run.words(i) + " + " + run.words(i + 1),
                      total = shown(a.value + b.value, 1) + "%";
    if (!sum.known()) return;
    if (sum.contains(Rational(100))) {
        audit.agrees(run.id, i, written + " is " + total);
        return audit.agrees(run.id, i + 1, written + " is " + total);
    }
    if (meet(sum, Interval::at_most(Rational(100))) != Verdict::conflicts) return;
    audit.conflicts(run.id, i, "the two are more than all", written + " is " + total);
    audit.conflicts(run.id, i + 1, "the two are more than all", written + " is " + total);
    audit.diagnostics.add(run.run->source(a.begin, b.end), diag::parts_do_not_add_up, written, total,
                          "at most 100%");
}

}  // namespace

void check_opposite_claims(FigureAudit& audit, const ClaimTexts& texts) {
    for (const ClaimRun& run : texts.runs) {
        for (std::size_t i = 0; i + 1 < run.quantities.size(); ++i) {
            if (run.sentence[i] == run.sentence[i + 1] && !run.bracketed[i] && !run.bracketed[i + 1] &&
                stated(run.quantities[i]) && stated(run.quantities[i + 1]) && !run.crowded(run.sentence[i]) &&
                audit.states[run.id][i + 1].status != FigureStatus::in_conflict && exclude_each_other(run, i))
                judge(audit, run, i);
        }
    }
}

}  // namespace stet::validators

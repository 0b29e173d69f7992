// F214: one duration given in two units: "20 months (608 days)", or as the same limit twice in a paragraph.
#include <array>

#include "compiler/base/catalogue.hpp"
#include "validators/claims.hpp"
#include "validators/percentages.hpp"

namespace stet::validators {

namespace {

using prose::Quantity;
using prose::QuantityKind;
using prose::Unit;

/// In days, months and years as long as they come, each as exact as written.
std::optional<Interval> in_days(const Quantity& q) {
    const Interval rounded = Interval::rounded(q.value, q.step);
    switch (q.unit) {
        case Unit::day:
            return rounded;
        case Unit::week:
            return rounded * Interval::point(7);
        case Unit::month:
            return rounded * Interval::closed(30, 31);
        case Unit::year:
            return rounded * Interval::closed(365, 366);
        default:
            return std::nullopt;
    }
}

bool exact_duration(const Quantity& q) {
    return q.kind == QuantityKind::duration && !q.range && !q.compound && in_days(q).has_value() &&
           (q.bound == prose::Bound::none || q.bound == prose::Bound::at_most);
}

/// Both in days, or in months where neither unit is shorter: "2 years, or 24 months" leaves no days to spare.
Verdict same_length(const Quantity& a, const Quantity& b) {
    const auto months = [](const Quantity& q) {
        return q.unit == Unit::month ? q.value : q.unit == Unit::year ? q.value * Rational(12) : Rational(0);
    };
    if (months(a) > Rational(0) && months(b) > Rational(0) && a.step == Rational(1) && b.step == Rational(1))
        return months(a) == months(b) ? Verdict::agrees : Verdict::conflicts;
    return meet(*in_days(a), *in_days(b));
}

/// Limits are set, not measured: 20 months are 20 months of a calendar, 606 to 611 days.
std::optional<Interval> limit_in_days(const Quantity& q) {
    const Rational months = q.unit == Unit::month ? q.value : q.value * Rational(12);
    if (q.unit != Unit::month && q.unit != Unit::year) return in_days(q);
    const Rational days = months * Rational::ratio(1461, 48);
    return Interval::closed(days - Rational(3), days + Rational(3));
}

void judge(FigureAudit& audit, const ClaimRun& run, std::size_t i, std::size_t j, bool limits) {
    const Quantity &a = run.quantities[i], &b = run.quantities[j];
    const std::size_t longer = a.unit < b.unit ? j : i;
    const Interval days = limits ? *limit_in_days(run.quantities[longer]) : *in_days(run.quantities[longer]);
    const std::string sum =
        run.words(longer) + " is " + range_text(days.low->ceil(), days.high->floor()) + " days";
    const Verdict verdict = limits ? meet(*limit_in_days(a), *limit_in_days(b)) : same_length(a, b);
    if (verdict == Verdict::agrees) {
        audit.agrees(run.id, i, sum);
        audit.agrees(run.id, j, sum);
        return;
    }
    audit.conflicts(run.id, j, "the same duration in two units differs", sum);
    audit.diagnostics.add(run.place(j), diag::durations_differ, run.words(i), run.words(j), sum)
        .relate(run.place(i), "the other stands here");
}

/// "20 months (608 days)", "20 months, or 608 days", "20 months in the north (that is, 608 days)".
bool said_again(const ClaimRun& run, std::size_t i) {
    constexpr auto equating = std::to_array<std::string_view>(
        {"or", "that", "is", "i", "e", "ie", "which", "equal", "equivalent", "equating", "equates", "to",
         "the", "same", "as", "a", "total", "of"});
    const std::string_view between = run.between(i, i + 1);
    const std::string_view next = run.text().substr(run.quantities[i + 1].end, 1);
    const std::size_t bracket = between.find(" (");
    constexpr std::size_t longest = 40;
    if (bracket != std::string_view::npos) {
        const std::string_view place = between.substr(0, bracket);
        const bool named = place.empty() || begins_with(place, " in ") || begins_with(place, " on average");
        return next == ")" && named && place.size() <= longest &&
               only_words(between.substr(bracket), equating);
    }
    const bool closed = next == "," || next == "." || next == ";";
    return closed && begins_with(between, ", ") && between.size() > 2 && only_words(between, equating);
}

/// Whether the text calls the duration a limit: "the threshold of 608 days", "within the target of 20
/// months".
bool is_limit(const ClaimRun& run, std::size_t i) {
    constexpr auto limits = std::to_array<std::string_view>(
        {"threshold of ", "target of ", "limit of ", "standard of ", "timescale of "});
    return exact_duration(run.quantities[i]) && !ending(run.before(i), limits).empty();
}

/// A paragraph that names two limits in different units, near each other, names one twice.
void check_limits(FigureAudit& audit, const ClaimRun& run) {
    std::vector<std::size_t> limits;
    for (std::size_t i = 0; i < run.quantities.size(); ++i) {
        if (is_limit(run, i)) limits.push_back(i);
    }
    if (limits.size() != 2) return;
    const Quantity &a = run.quantities[limits[0]], &b = run.quantities[limits[1]];
    if (a.unit == b.unit || a.value == Rational(0) || b.value == Rational(0)) return;
    const Interval ratio = *in_days(a) / *in_days(b);
    if (meet(ratio, Interval::closed(Rational::ratio(1, 2), Rational(2))) == Verdict::agrees)
        judge(audit, run, limits[0], limits[1], true);
}

}  // namespace

void check_duration_claims(FigureAudit& audit, const ClaimTexts& texts) {
    for (const ClaimRun& run : texts.runs) {
        for (std::size_t i = 0; i + 1 < run.quantities.size(); ++i) {
            const Quantity &a = run.quantities[i], &b = run.quantities[i + 1];
            if (exact_duration(a) && exact_duration(b) && a.unit != b.unit && a.bound == b.bound &&
                said_again(run, i))
                judge(audit, run, i, i + 1, false);
        }
        if (run.quantities.size() > 1) check_limits(audit, run);
    }
}

}  // namespace stet::validators

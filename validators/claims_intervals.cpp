// F221: how long one date is said to be after another: "agreed in June 2014 and reviewed three years later,
// in June 2017".
#include <array>

#include "compiler/base/catalogue.hpp"
#include "validators/claims.hpp"

namespace stet::validators {

namespace {

using prose::DateStyle;
using prose::Quantity;
using prose::QuantityKind;
using prose::Unit;

constexpr auto joints =
    std::to_array<std::string_view>({" later, in ", " later in ", " later, on ", " later on ", " later (in ",
                                     " later (", " later, at ", " later, by "});

/// Months since the year 0 of a month or day; absent for what says no month.
std::optional<int> months(const Quantity& q) {
    const bool monthly = q.date_style == DateStyle::month_year || q.date_style == DateStyle::day_month_year ||
                         q.date_style == DateStyle::numeric;
    return q.kind == QuantityKind::date && monthly ? std::optional(q.first.year * 12 + q.first.month)
                                                   : std::nullopt;
}

/// How long, in months, with the words: "three years", "a year".
struct Length {
    Rational months;
    bool years = false;
    std::uint32_t begin = 0;
};

std::optional<Length> said_between(const ClaimRun& run, std::size_t then, std::size_t now) {
    const std::string_view between = run.between(then, now);
    const std::string_view joint = ending(between, joints);
    if (joint.empty()) return std::nullopt;
    if (now == then + 2) {
        const Quantity& q = run.quantities[then + 1];
        const bool exact = q.kind == QuantityKind::duration && q.bound == prose::Bound::none && !q.range &&
                           q.approximation == prose::Approximation::none && !q.compound && q.value.known();
        if (!exact || run.between(then + 1, now) != joint) return std::nullopt;
        if (q.unit == Unit::year) return Length{q.value * Rational(12), true, q.begin};
        return q.unit == Unit::month ? std::optional(Length{q.value, false, q.begin}) : std::nullopt;
    }
    const std::string_view lead = between.substr(0, between.size() - joint.size());
    const auto at = [&](std::string_view words) {
        return static_cast<std::uint32_t>(run.quantities[then].end + lead.size() - words.size());
    };
    if (now == then + 1 && ends_with(lead, " a year")) return Length{Rational(12), true, at("a year")};
    if (now == then + 1 && ends_with(lead, " a month")) return Length{Rational(1), false, at("a month")};
    return std::nullopt;
}

void check(FigureAudit& audit, const ClaimRun& run, std::size_t then, std::size_t now) {
    const Quantity &a = run.quantities[then], &b = run.quantities[now];
    const auto said = said_between(run, then, now);
    if (!said) return;
    const auto from = months(a), to = months(b);
    std::string truth;
    Rational apart, slack;
    if (from && to) {
        apart = Rational(*to - *from);
        slack = said->years ? Rational(6) : Rational(1);
        truth = shown(apart) + " months";
    } else if (a.date_style == DateStyle::year && b.date_style == DateStyle::year && said->years) {
        // From December of one year to January of another is less than the years tell.
        apart = Rational((b.first.year - a.first.year) * 12);
        slack = Rational(12);
        truth = shown(apart / Rational(12)) + " years";
    } else {
        return;
    }
    const std::string sum = "from " + run.words(then) + " to " + run.words(now) + " is " + truth;
    if ((apart - said->months).abs() <= slack) {
        if (now == then + 2) audit.agrees(run.id, then + 1, sum);
        return;
    }
    if (now == then + 2) audit.conflicts(run.id, then + 1, sum, "");
    constexpr std::string_view later = " later";
    const auto end = static_cast<std::uint32_t>(run.text().find(later, said->begin) + later.size());
    audit.diagnostics
        .add(run.run->source(said->begin, end), diag::relation_unlike_values,
             std::string(run.run->words(said->begin, end)), sum)
        .relate(run.place(then), "the one date")
        .relate(run.place(now), "the other date")
        .severity = Severity::query;
}

}  // namespace

void check_interval_claims(FigureAudit& audit, const ClaimTexts& texts) {
    for (const ClaimRun& run : texts.runs) {
        for (std::size_t i = 0; i < run.quantities.size(); ++i) {
            if (!run.quantities[i].is_date() || run.crowded(run.sentence[i])) continue;
            for (std::size_t j = i + 1; j <= i + 2 && j < run.quantities.size(); ++j) {
                if (run.sentence[j] == run.sentence[i] && run.quantities[j].is_date())
                    check(audit, run, i, j);
            }
        }
    }
}

}  // namespace stet::validators

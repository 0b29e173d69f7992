// F212: the size of a change against its two numbers: "fell by a half, from 24 to 12".
#include <array>

#include "compiler/base/catalogue.hpp"
#include "validators/claims_changes.hpp"
#include "validators/percentages.hpp"

namespace stet::validators {

namespace {

using prose::Quantity;
using prose::QuantityKind;

/// Bytes between what a change ends with and the mark before its size: " this year, ".
constexpr std::size_t farthest_of_lead = 15;

/// The size that stands before "from a": "an increase of 15 from", "fell by 10 in the north, from".
std::optional<std::size_t> size_before(const ClaimRun& run, std::size_t a) {
    // "by 12 since 2013, from", "by a half in the last 12 months, dropping from"
    std::size_t size = a;
    while (size > 0 && run.sentence[size - 1] == run.sentence[a] &&
           (size == a || !run.quantities[size].is_figure() ||
            (run.quantities[size].kind == QuantityKind::duration &&
             run.quantities[a].kind != QuantityKind::duration)))
        --size;
    if (size == a || !run.quantities[size].is_figure() || run.bracketed[size]) return std::nullopt;
    std::string_view lead = change_lead(run, size);
    for (const std::string_view article : {" a ", " a total of "}) {
        if (ends_with(lead, article)) lead.remove_suffix(article.size() - 1);
    }
    std::string_view between = run.between(size, a);
    if (ends_with(between, "; from ")) between.remove_suffix(7);  // "by a third; from 12 to 16"
    if (between.size() > farthest_of_change || between.find_first_of(".;:") != std::string_view::npos)
        return std::nullopt;
    constexpr auto repeated = std::to_array<std::string_view>(
        {"a year", "each", "every", "per", "annually", "a month", "a week", "year on year", "on average"});
    if (mentions_any(between, repeated)) return std::nullopt;
    constexpr auto origins = std::to_array<std::string_view>({", from ", " from ", " (from "});
    // "An increase of 10% in pay brought vacancies from 20 to 10", not "a rise of 8 took the number from 20
    // to 28"
    if (run.quantities[size].kind != QuantityKind::points &&
        find_words(between, "in") != std::string_view::npos &&
        governed_by_another(between.substr(0, between.size() - ending(between, origins).size())))
        return std::nullopt;
    constexpr auto changes = std::to_array<std::string_view>(
        {" increase", " rise", " reduction", " decrease", " fall", " drop", " decline"});
    const std::string_view change = beginning(between, changes);  // "a 14% increase in plans, from"
    between.remove_prefix(change.size());
    if (!change.empty() && begins_with(between, " ") && last_direction(between).sign == 0 &&
        !is_doubtful(lead))
        return size;
    if (!ends_with(lead, " of ") && !ends_with(lead, " by ")) return std::nullopt;
    lead.remove_suffix(4);
    // "a reduction of 5% in referrals, which rose from 24 to 30": a second direction is a second claim.
    if (last_direction(between).sign != 0 || !closes_with_change(lead)) return std::nullopt;
    return size;
}

/// The size that stands after "to b": "from 24 to 12, a fall of 12", "to 12 in 2013; this is a fall of 12",
/// "to 12 in 12 months, down by 12", "from 60% to 72%, or 12 percentage points".
std::optional<std::size_t> size_after(const ClaimRun& run, std::size_t b) {
    std::size_t i = b + 1;
    const auto tells_when = [&](const Quantity& q) {
        return !q.is_figure() ||
               (q.kind == QuantityKind::duration && run.quantities[b].kind != QuantityKind::duration);
    };
    while (i < run.quantities.size() && tells_when(run.quantities[i])) ++i;
    if (i >= run.quantities.size() || run.sentence[i] != run.sentence[b]) return std::nullopt;
    std::string_view between = run.between(i - 1, i);
    constexpr std::size_t longest = 40;
    if (between == ", or " && run.quantities[i].kind == QuantityKind::points) return i;
    const std::size_t mark = between.find_first_of(",;(");
    if (between.size() > longest || mark == std::string_view::npos || mark > farthest_of_lead)
        return std::nullopt;
    between.remove_prefix(mark + 1);
    constexpr auto further = std::to_array<std::string_view>(
        {" and ", " but ", " then ", " although ", " though ", " while ", " whereas "});
    if (!beginning(between, further).empty()) return std::nullopt;  // "from 60% to 72%, and fell by 9%"
    constexpr auto copulas =
        std::to_array<std::string_view>({" this is", " this was", " which is", " which was", " that is",
                                         " representing", " this represents"});
    between.remove_prefix(beginning(between, copulas).size());
    constexpr auto joints = std::to_array<std::string_view>({" of a ", " of ", " by ", " "});
    between.remove_suffix(ending(between, joints).size());
    const std::size_t article = std::min(find_words(between, "a"), find_words(between, "an"));
    if (article != std::string_view::npos && article > 1) return std::nullopt;  // "hides a fall of 15"
    constexpr std::size_t words = 3;  // " a fall", " a further fall"
    const auto spaces = static_cast<std::size_t>(std::count(between.begin(), between.end(), ' '));
    return spaces <= words && between.find_first_of(".,;:") == std::string_view::npos &&
                   closes_with_change(between)
               ? std::optional(i)
               : std::nullopt;
}

/// What the size should be, with the unit it is given in.
struct Size {
    Interval truth;
    std::string printed;
    Severity severity = Severity::error;
};

Interval distance(const Interval& from, const Interval& to, bool rises) {
    return rises ? to - from : from - to;
}

/// The "40" of "from 40 to 30 days" in the unit of the other number.
Quantity with_unit(const Quantity& from, const Quantity& to) {
    if (!unit_said_once(from, to)) return from;
    Quantity made = from;
    made.kind = to.kind;
    made.unit = to.unit;
    const bool exact = to.interval.low == to.interval.high;
    made.interval = exact ? Interval::point(from.value) : Interval::rounded(from.value, to.step);
    return made;
}

std::optional<Size> true_size(const Quantity& size, const Quantity& start, const Quantity& to) {
    const Quantity from = with_unit(start, to);
    const Rational difference = (to.value - from.value).abs();
    const bool rises = from.value < to.value;
    const Interval gap = distance(from.interval, to.interval, rises);
    const Rational relative =
        from.value > Rational(0) ? Rational(100) * difference / from.value : Rational::unknown();
    const bool points = size.kind == QuantityKind::points && from.kind == QuantityKind::percent;
    if (points) return Size{gap, shown(difference, 1) + " percentage points"};
    if (size.kind == from.kind && size.unit == from.unit && size.kind == QuantityKind::percent) {
        // "up by 20%, from 60% to 72%" may speak of points or of a part: only what is neither is asked about.
        if (size.interval.contains(relative))
            return Size{Interval::point(relative), shown(relative, 1) + "%"};
        return Size{gap, shown(difference, 1) + " percentage points, " + shown(relative, 1) + "%",
                    Severity::query};
    }
    if (size.kind == from.kind && size.unit == from.unit) return Size{gap, shown(difference, 1)};
    const bool amounts = from.kind == QuantityKind::duration || from.kind == QuantityKind::money;
    if (amounts && relative.known() && relative < Rational(1000) && to.kind == from.kind &&
        (size.kind == QuantityKind::percent || size.kind == QuantityKind::fraction)) {
        const Interval first = Interval::rounded(from.value, from.step),
                       last = Interval::rounded(to.value, to.step);
        const Interval part = distance(first, last, rises) / first;
        const bool percent = size.kind == QuantityKind::percent;
        return Size{percent ? part * Interval::point(100) : part, shown(relative, 1) + "%",
                    Severity::warning};
    }
    if (from.kind != QuantityKind::count && from.kind != QuantityKind::rate) return std::nullopt;
    if (size.kind == QuantityKind::percent && from.kind == QuantityKind::rate && from.interval.known() &&
        *from.interval.low > Rational(0))
        return Size{gap / from.interval * Interval::point(100), shown(relative, size.decimals + 1) + "%"};
    if (size.kind == QuantityKind::percent)
        return Size{Interval::point(relative), shown(relative, size.decimals + 1) + "%"};
    if (size.kind == QuantityKind::fraction)
        return Size{Interval::point(relative / Rational(100)), shown(relative, 1) + "%", Severity::warning};
    return std::nullopt;
}

}  // namespace

bool judge_size(FigureAudit& audit, const ClaimRun& run, std::size_t size, std::size_t a, std::size_t b) {
    const Quantity &said = run.quantities[size], &from = run.quantities[a], &to = run.quantities[b];
    if (said.range || said.compound) return false;
    const auto size_of = true_size(said, from, to);
    if (!size_of || !size_of->truth.known()) return false;
    const Interval meant = said.kind == QuantityKind::fraction ? fraction_interval(said) : said.interval;
    if (meet(meant, size_of->truth) == Verdict::agrees) {
        const std::string sum = "the difference is " + size_of->printed;
        audit.agrees(run.id, size, sum);
        audit.agrees(run.id, a, sum);
        audit.agrees(run.id, b, sum);
        return false;
    }
    audit.conflicts(run.id, size, "the difference is " + size_of->printed, "");
    audit.diagnostics
        .add(run.place(size), diag::change_amount_wrong, run.words(a), run.words(b),
             movement_name(movement(from, to)), size_of->printed, run.words(size))
        .severity = size_of->severity;
    return true;
}

void check_amount_claims(FigureAudit& audit, const ClaimTexts& texts) {
    for (const ClaimRun& run : texts.runs) {
        for (std::size_t a = 0; a < run.quantities.size(); ++a) {
            const auto b = run.quantities[a].is_figure() ? change_end(run, a) : std::nullopt;
            if (!b) continue;
            if (const auto size = size_before(run, a)) judge_size(audit, run, *size, a, *b);
            if (const auto size = size_after(run, *b)) judge_size(audit, run, *size, a, *b);
        }
    }
}

}  // namespace stet::validators

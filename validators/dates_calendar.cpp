// D101 to D103: dates that no calendar has, wrong weekdays, ranges that end before they begin.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string_view>

#include "compiler/base/calendar.hpp"
#include "compiler/base/catalogue.hpp"
#include "compiler/prose/context.hpp"
#include "validators/dates.hpp"
#include "validators/variants.hpp"

namespace stet::validators {

namespace {

using prose::DateStyle;
using prose::Quantity;
using prose::QuantityKind;
using prose::Run;
using prose::RunKind;

constexpr std::array<std::string_view, 7> weekdays{"Monday", "Tuesday",  "Wednesday", "Thursday",
                                                   "Friday", "Saturday", "Sunday"};

/// Whether the date names a day.
bool has_day(const Quantity& date) {
    return date.date_style == DateStyle::day_month || date.date_style == DateStyle::day_month_year ||
           date.date_style == DateStyle::numeric || date.date_style == DateStyle::from_to;
}

/// Why the date is none.
std::string reason(const CivilDate& date) {
    const std::uint8_t days = days_in_month(date.year, date.month);
    if (days == 0) return fmt::format("there is no month {}", date.month);
    if (date.month == 2 && date.day == 29) return fmt::format("{} is no leap year", date.year);
    return fmt::format("that month has {} days", days);
}

/// Where the first or the last date of "30 February to 14 March" stands in the run; of a single date, all of
/// it.
std::pair<std::uint32_t, std::uint32_t> end_of(const Run& run, const Quantity& date, bool first) {
    const std::string_view words = run.words(date.begin, date.end);
    for (const std::string_view joint : {" to ", " and ", " until ", " – ", " - ", "–"}) {
        const std::size_t at = words.find(joint);
        if (at == words.npos) continue;
        const auto begin = static_cast<std::uint32_t>(date.begin + at);
        if (first) return {date.begin, begin};
        return {begin + static_cast<std::uint32_t>(joint.size()), date.end};
    }
    return {date.begin, date.end};
}

void check_real(const Run& run, const Quantity& date, Diagnostics& diagnostics) {
    if (!has_day(date)) return;
    for (const bool first : {true, false}) {
        CivilDate day = first ? date.first : date.last;
        // A day without its year may be of a leap year; 2000 was one.
        if (day.year == 0) day.year = 2000;
        if (is_real(day)) continue;
        const auto [begin, end] = end_of(run, date, first);
        diagnostics.add(run.source(begin, end), diag::date_not_real, run.words(begin, end), reason(day));
        return;
    }
}

/// "Monday 14 January 2014", where that day is a Tuesday.
void check_weekday(const Run& run, const Quantity& date, Diagnostics& diagnostics) {
    const bool whole = date.date_style == DateStyle::day_month_year || date.date_style == DateStyle::numeric;
    if (!whole || !is_real(date.first)) return;
    // The name stands before the date or is part of it.
    std::string_view before = std::string_view(run.text).substr(0, date.begin);
    while (before.ends_with(' ') || before.ends_with(',')) before.remove_suffix(1);
    const std::string_view words = run.words(date.begin, date.end);
    for (std::size_t day = 0; day < weekdays.size(); ++day) {
        const bool inside = words.starts_with(weekdays[day]);
        if (!inside && !before.ends_with(weekdays[day])) continue;
        const std::size_t right = weekday(date.first);
        if (day == right) return;
        const auto begin =
            inside ? date.begin : static_cast<std::uint32_t>(before.size() - weekdays[day].size());
        diagnostics.add(run.source(begin, date.end), diag::weekday_wrong, long_date(date.first),
                        weekdays[right], weekdays[day]);
        return;
    }
}

void check_range(const Run& run, const Quantity& period, Diagnostics& diagnostics) {
    // Of the header's range check_chronology speaks.
    if (run.kind == RunKind::header) return;
    if (period.kind != QuantityKind::period || period.first.year == 0 || period.last.year == 0) return;
    if (!(period.last < period.first)) return;
    diagnostics.add(run.source(period.begin, period.end), diag::range_reversed,
                    run.words(period.begin, period.end));
}

}  // namespace

void check_calendar(const model::Report& report, const Sources&, Diagnostics& diagnostics) {
    for (prose::RunId id = 0; id < report.quantities.size(); ++id) {
        const Run& run = report.runs[id];
        if (run.kind == RunKind::contents) continue;
        for (const Quantity& quantity : report.quantities[id]) {
            if (quantity.kind != QuantityKind::date && quantity.kind != QuantityKind::period) continue;
            check_real(run, quantity, diagnostics);
            check_weekday(run, quantity, diagnostics);
            check_range(run, quantity, diagnostics);
        }
    }
}

}  // namespace stet::validators

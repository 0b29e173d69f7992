// The header: titles, subject, dates, conditions, people.
#include <algorithm>
#include <array>
#include <charconv>

#include "compiler/base/ascii.hpp"
#include "compiler/base/catalogue.hpp"
#include "compiler/base/suggest.hpp"
#include "compiler/model/resolver.hpp"

namespace stet::model {

namespace {

constexpr std::array<std::string_view, 12> months = {"january",   "february", "march",    "april",
                                                     "may",       "june",     "july",     "august",
                                                     "september", "october",  "november", "december"};

std::string_view take_word(std::string_view& words) {
    words = ascii::trimmed(words);
    const std::string_view word = words.substr(0, words.find(' '));
    words.remove_prefix(word.size());
    return word;
}

std::optional<std::int32_t> number(std::string_view digits) {
    std::int32_t value = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
    if (error != std::errc() || end != digits.data() + digits.size()) return std::nullopt;
    return value;
}

std::uint8_t month_number(std::string_view word) {
    std::string lower(word);
    std::transform(lower.begin(), lower.end(), lower.begin(), [](unsigned char c) {
        return static_cast<char>(c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c);
    });
    const auto found = std::find(months.begin(), months.end(), lower);
    return found == months.end() ? std::uint8_t{0} : static_cast<std::uint8_t>(found - months.begin() + 1);
}

bool is_leap(std::int32_t year) {
    return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
}

std::int32_t days_in(std::int32_t year, std::uint8_t month) {
    constexpr std::array<std::int32_t, 12> days = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    return month == 2 && is_leap(year) ? 29 : days[month - 1U];
}

/// Cuts off "to", "and" or a dash that joins two dates.
bool take_joint(std::string_view& words) {
    words = ascii::trimmed(words);
    for (const std::string_view joint : {"to ", "and ", "until ", "\u2013", "\u2014", "-"}) {
        if (!words.starts_with(joint)) continue;
        words.remove_prefix(joint.size());
        return true;
    }
    return false;
}

/// "14", "14 January" or "14 January 2014"; month and year are 0 where they are left to the second date.
struct PartialDate {
    std::int32_t day = 0;
    std::uint8_t month = 0;
    std::int32_t year = 0;
};

std::optional<PartialDate> take_partial(std::string_view& words) {
    PartialDate date;
    std::string_view rest = words;
    const auto day = number(take_word(rest));
    if (!day) return std::nullopt;
    date.day = *day;
    words = rest;
    date.month = month_number(take_word(rest));
    if (date.month == 0) return date;
    words = rest;
    if (const auto year = number(take_word(rest))) {
        date.year = *year;
        words = rest;
    }
    return date;
}

std::optional<CivilDate> to_civil(const PartialDate& date) {
    if (date.month == 0 || date.year < 1000 || date.year > 9999) return std::nullopt;
    if (date.day < 1 || date.day > days_in(date.year, date.month)) return std::nullopt;
    return CivilDate{date.year, date.month, static_cast<std::uint8_t>(date.day)};
}

/// A day, a month and a year, be it one of the calendar or not: check_calendar speaks of "30 February 2014".
bool is_whole(const PartialDate& date) {
    return date.day >= 1 && date.day <= 31 && date.month != 0 && date.year >= 1000 && date.year <= 9999;
}

/// "14 January to 5 February 2014", a single date, or either end complete. False where the words are no
/// period; a period of days that are not real leaves no dates.
bool read_period(std::string_view words, InspectionDates& dates) {
    auto first = take_partial(words);
    if (!first) return false;
    PartialDate last = *first;
    if (take_joint(words)) {
        const auto second = take_partial(words);
        if (!second) return false;
        last = *second;
        if (first->month == 0) first->month = last.month;
        if (first->year == 0) first->year = last.year;
    }
    if (!ascii::trimmed(words).empty() || !is_whole(*first) || !is_whole(last)) return false;
    dates.begins = to_civil(*first);
    dates.ends = to_civil(last);
    if (!dates.begins || !dates.ends) dates.begins = dates.ends = std::nullopt;
    return true;
}

void read_dates(Resolver& resolver, std::string_view key, RunId run) {
    const prose::Run& value = resolver.report.runs[run];
    InspectionDates& dates = resolver.report.dates;
    if (key == "inspected") {
        dates.inspected_span = value.span;
        if (!read_period(value.text, dates)) {
            dates.begins = dates.ends = std::nullopt;
            resolver.diagnostics.add(value.span, diag::header_date_unreadable, value.text, "period")
                .with_help("write it as `14 January 2014 to 5 February 2014`");
        }
        return;
    }
    dates.published_span = value.span;
    std::string_view words = value.text;
    const auto date = take_partial(words);
    if (date && is_whole(*date) && ascii::trimmed(words).empty()) {
        dates.published = to_civil(*date);
        return;
    }
    resolver.diagnostics.add(value.span, diag::header_date_unreadable, value.text, "date")
        .with_help("write it as `21 March 2014`");
}

void read_conditions(Resolver& resolver, RunId run) {
    const prose::Run& value = resolver.report.runs[run];
    const std::vector<std::string>& known = resolver.report.framework.conditions;
    std::size_t at = 0;
    while (at <= value.text.size()) {
        const std::size_t end = std::min(value.text.find_first_of(",;", at), value.text.size());
        const std::string_view name = ascii::trimmed(std::string_view(value.text).substr(at, end - at));
        at = end + 1;
        if (name.empty()) continue;
        if (std::find(known.begin(), known.end(), name) != known.end()) {
            resolver.report.header.conditions.emplace_back(name);
            continue;
        }
        const auto begin = static_cast<std::uint32_t>(name.data() - value.text.data());
        const std::vector<std::string_view> candidates(known.begin(), known.end());
        resolver.diagnostics
            .add(value.source(begin, begin + static_cast<std::uint32_t>(name.size())),
                 diag::condition_not_known, name)
            .with_help(did_you_mean(name, candidates));
    }
}

}  // namespace

void read_header(Resolver& resolver) {
    Header& header = resolver.report.header;
    for (const ast::HeaderField& field : resolver.report.document.header) {
        const std::string_view key = field.key.text;
        const RunId run = field.value.id;
        const std::string& text = resolver.report.runs[run].text;
        header.fields.emplace_back(key, run);
        if (key == "title" || key == "also")
            header.titles.push_back(run);
        else if (key == "subject")
            header.subject = text;
        else if (key == "framework") {
            header.framework = text;
            if (resolver.report.framework.name.empty()) {
                resolver.diagnostics.add(resolver.report.runs[run].span, diag::framework_unknown, text);
            }
        } else if (key == "inspected" || key == "published")
            read_dates(resolver, key, run);
        else if (key == "conditions")
            read_conditions(resolver, run);
    }
}

}  // namespace stet::model

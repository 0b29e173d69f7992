// Dates as headers write them.
#include "compiler/model/header_dates.hpp"

#include <array>
#include <charconv>
#include <string>

#include "compiler/base/ascii.hpp"
#include "compiler/base/calendar.hpp"
#include "compiler/prose/number_words.hpp"

namespace stet::model {

namespace {

/// Visits that a header may list.
constexpr std::size_t most_dates = 16;

constexpr auto dashes = std::to_array<std::string_view>(
    {"-", "\u2010", "\u2011", "\u2012", "\u2013", "\u2014", "\u2015", "\u2212", "\u2500"});

std::size_t dash_at(std::string_view words) {
    for (const std::string_view dash : dashes) {
        if (words.starts_with(dash)) return dash.size();
    }
    return 0;
}

/// A run of digits or of letters, with the full stop that may shorten a month.
std::string_view take_word(std::string_view& words) {
    words = ascii::trimmed(words);
    std::size_t size = 0;
    while (size < words.size() && words[size] != ' ' && words[size] != '/' &&
           dash_at(words.substr(size)) == 0)
        ++size;
    const std::string_view word = words.substr(0, size);
    words.remove_prefix(size);
    return word;
}

std::optional<std::int32_t> number(std::string_view digits) {
    std::int32_t value = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
    if (error != std::errc() || end != digits.data() + digits.size()) return std::nullopt;
    return value;
}

std::uint8_t month_of(std::string_view word) {
    if (word.size() > 3 && word.ends_with('.')) word.remove_suffix(1);
    std::string name(word);
    for (std::size_t i = 0; i < name.size(); ++i)
        name[i] = i == 0 ? ascii::upper(name[i]) : ascii::lower(name[i]);
    return prose::month_number(name);
}

/// Cuts off what joins two dates.
bool take_joint(std::string_view& words) {
    words = ascii::trimmed(words);
    std::size_t size = dash_at(words);
    for (const std::string_view joint : {"to ", "and ", "until "}) {
        if (words.starts_with(joint)) size = joint.size();
    }
    words.remove_prefix(size);
    return size != 0;
}

/// "/06/2015" behind a day.
bool take_numbers(std::string_view& words, WrittenDate& date) {
    std::string_view rest = words;
    const auto part = [&]() -> std::optional<std::int32_t> {
        if (!rest.starts_with('/')) return std::nullopt;
        rest.remove_prefix(1);
        return number(take_word(rest));
    };
    const auto month = part();
    const auto year = month ? part() : std::nullopt;
    if (!year || *month < 1 || *month > 12) return false;
    date.month = static_cast<std::uint8_t>(*month);
    date.year = *year;
    words = rest;
    return true;
}

std::optional<WrittenDate> take_date(std::string_view& words) {
    WrittenDate date;
    const auto day = number(take_word(words));
    if (!day) return std::nullopt;
    date.day = *day;
    if (take_numbers(words, date)) return date;
    std::string_view rest = words;
    date.month = month_of(take_word(rest));
    if (date.month == 0) return date;
    words = rest;
    if (const auto year = number(take_word(rest))) {
        date.year = *year;
        words = rest;
    }
    return date;
}

bool is_whole(const WrittenDate& date) {
    return date.day >= 1 && date.day <= 31 && date.month != 0 && date.year >= 1000 && date.year <= 9999;
}

}  // namespace

std::vector<WrittenDate> read_header_dates(std::string_view words) {
    std::vector<WrittenDate> dates;
    do {
        const auto date = take_date(words);
        if (!date || dates.size() == most_dates) return {};
        dates.push_back(*date);
    } while (take_joint(words));
    if (!ascii::trimmed(words).empty()) return {};
    for (std::size_t i = dates.size(); i-- > 0;) {
        if (i + 1 < dates.size()) {
            if (dates[i].month == 0) dates[i].month = dates[i + 1].month;
            if (dates[i].year == 0) dates[i].year = dates[i + 1].year;
        }
        if (!is_whole(dates[i])) return {};
    }
    return dates;
}

std::optional<CivilDate> to_civil(const WrittenDate& date) {
    const CivilDate civil{date.year, date.month, static_cast<std::uint8_t>(date.day)};
    return is_real(civil) ? std::optional(civil) : std::nullopt;
}

}  // namespace stet::model

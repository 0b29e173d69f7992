// Civil dates as numbers: which are real, how many days apart, which weekday (Gregorian calendar throughout).
#pragma once

#include <cstdint>

#include "compiler/base/world.hpp"

namespace stet {

constexpr bool leap_year(std::int32_t year) {
    return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
}

/// `month` from 1 to 12; 0 for any other.
constexpr std::uint8_t days_in_month(std::int32_t year, std::uint8_t month) {
    constexpr std::uint8_t days[] = {0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    if (month < 1 || month > 12) return 0;
    return month == 2 && leap_year(year) ? std::uint8_t{29} : days[month];
}

constexpr bool is_real(const CivilDate& date) {
    return date.day >= 1 && date.day <= days_in_month(date.year, date.month);
}

/// Days since 1 January 1970 of a real date.
constexpr std::int64_t day_number(const CivilDate& date) {
    // Counts years from March, so that the leap day comes last (H. Hinnant, chrono-compatible algorithms).
    const std::int64_t year = date.year - (date.month <= 2 ? 1 : 0);
    const std::int64_t era = (year >= 0 ? year : year - 399) / 400;
    const std::int64_t in_era = year - era * 400;
    const std::int64_t month = (date.month + 9) % 12;
    const std::int64_t day = (153 * month + 2) / 5 + date.day - 1;
    return era * 146097 + in_era * 365 + in_era / 4 - in_era / 100 + day - 719468;
}

/// 0 for Monday to 6 for Sunday.
constexpr std::uint8_t weekday(const CivilDate& date) {
    const std::int64_t day = (day_number(date) + 3) % 7;
    return static_cast<std::uint8_t>(day < 0 ? day + 7 : day);
}

}  // namespace stet

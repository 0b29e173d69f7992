// Dates as headers write them: "14 January to 5 February 2014".
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "compiler/base/world.hpp"

namespace stet::model {

/// A day, a month and a year, be it one of the calendar or not; month and year are 0 where the words leave
/// them to the next date ("14 to 20 January 2014").
struct WrittenDate {
    std::int32_t day = 0;
    std::uint8_t month = 0;
    std::int32_t year = 0;
};

/// The dates that the words give, joined by "to", "and", "until" or a dash, each completed by the ones after
/// it: a day, a period, or the periods of several visits. Months are words, perhaps shortened ("Feb"), or
/// numbers in British order ("1/06/2015"). Empty where the words are no dates or one of them stays
/// incomplete.
std::vector<WrittenDate> read_header_dates(std::string_view words);

/// The date, if the calendar has it.
std::optional<CivilDate> to_civil(const WrittenDate& date);

}  // namespace stet::model

// Quantities in prose: what a number that an inspector wrote stands for, exactly, and where it stands.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "compiler/base/calendar.hpp"
#include "compiler/base/interval.hpp"

namespace stet::prose {

enum class QuantityKind : std::uint8_t {
    count,     ///< "305", "five", "1.2 million"
    percent,   ///< "52%", "12.5 per cent"; the value is 52
    points,    ///< "three percentage points"
    rate,      ///< "52 per 10,000"; `per` is 10,000
    fraction,  ///< "half", "two thirds", "one in five"; the value is the fraction itself
    money,     ///< in whole units of the currency
    duration,  ///< "26 weeks"
    age,  ///< "aged 18 to 21", "under-fives", "16-year-olds"; in years unless `unit` is month, week or day
    measure,  ///< "20 miles"
    date,     ///< a day, a month or a year
    period,   ///< from one date to another, "2012–13"
    ordinal,  ///< "third", "21st"
    name,     ///< digits that name something: "Key Stage 4", "section 15A", "M1 2WD", "24/7"
};

enum class Unit : std::uint8_t {
    none,
    second,
    minute,
    hour,
    day,
    working_day,
    week,
    month,
    year,
    metre,
    kilometre,
    mile,
    hectare,
    pound,
    euro,
    dollar,
};

enum class Bound : std::uint8_t { none, fewer, at_most, more, at_least };

enum class Approximation : std::uint8_t {
    none,
    about,  ///< "about", "approximately", "around"
    below,  ///< "nearly", "almost", "just under"
    above,  ///< "just over"
};

enum class DateStyle : std::uint8_t {
    none,
    day_month_year,  ///< 31 March 2013
    day_month,       ///< 31 March; the year is 0
    month_year,      ///< March 2013
    year,            ///< 2013
    numeric,         ///< 31/03/13
    short_span,      ///< 2012–13 or 2012-13
    long_span,       ///< 2012–2013
    slash_span,      ///< 2012/13
    from_to,         ///< two dates joined by words or a dash
};

/// One quantity in a run. Offsets are bytes of Run::text.
struct Quantity {
    QuantityKind kind = QuantityKind::count;
    Unit unit = Unit::none;
    Bound bound = Bound::none;
    Approximation approximation = Approximation::none;
    DateStyle date_style = DateStyle::none;
    std::uint8_t decimals = 0;
    bool in_words = false;    ///< "five", not "5"
    bool range = false;       ///< `upper` is a second number: "18 to 21"
    bool compound = false;    ///< modifies what follows: "24-hour", "two-year"
    std::uint32_t begin = 0;  ///< with bound, currency sign and unit
    std::uint32_t end = 0;
    std::uint32_t number_begin = 0;  ///< the number alone (of a range: both)
    std::uint32_t number_end = 0;
    std::uint32_t noun_begin = 0;  ///< the noun phrase that follows; empty where none
    std::uint32_t noun_end = 0;
    Rational value;  ///< as written, scaled ("1.2 million" is 1,200,000)
    Rational upper;  ///< equal to `value` unless `range`
    Rational
        step;  ///< unit of the last written digit: 1 for "305", 1/10 for "12.5%", 100,000 for "1.2 million"
    std::int64_t per = 0;  ///< of a rate
    Interval interval;     ///< what the writing stands for; see `meaning`
    CivilDate first;  ///< of a date or period: its first and last day, as written ("31 June" is not a real
                      ///< day); the first day of the first year to the last of the last for "2012–13"
    CivilDate last;

    /// A date or a period of time.
    [[nodiscard]] bool is_date() const { return kind == QuantityKind::date || kind == QuantityKind::period; }
    [[nodiscard]] bool is_figure() const {
        return kind != QuantityKind::ordinal && kind != QuantityKind::name && kind != QuantityKind::date &&
               kind != QuantityKind::period;
    }
};

/// The interval of numbers for which `q` (value, upper, step, bound, approximation) stands. Whole counts,
/// money and durations are exact; what is written with decimals or a scale word, every percentage and every
/// rate is rounded to its last written digit. "About v" reaches half a unit of the last digit that is not
/// zero to either side, but never more than a tenth of v; "nearly" and "just over" reach as far to one side.
/// A count bounded from above starts at zero.
Interval meaning(const Quantity& q);

/// "percent", "weeks", "per 10,000", "£": the unit in words for messages; empty for a plain count.
std::string unit_name(const Quantity& q);

/// Two quantities can be compared as numbers: same kind, and the same currency, rate base or unit (durations
/// in days and weeks, or months and years, convert into each other).
bool comparable(const Quantity& a, const Quantity& b);

}  // namespace stet::prose

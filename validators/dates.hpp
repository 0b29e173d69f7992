// D: real dates in order, on the right side of the inspection, in one style.
#pragma once

#include "compiler/base/diagnostic.hpp"
#include "compiler/base/sources.hpp"
#include "compiler/model/model.hpp"

namespace stet::validators {

/// Dates that no calendar has, weekdays that a date does not have, ranges that end before they begin.
void check_calendar(const model::Report& report, const Sources& sources, Diagnostics& diagnostics);
/// Dates before, in and after the inspection as the tense says; the dates of the report itself.
void check_chronology(const model::Report& report, const Sources& sources, Diagnostics& diagnostics);
/// Numeric dates among written ones; periods of one year in several styles.
void check_date_style(const model::Report& report, const Sources& sources, Diagnostics& diagnostics);

/// "31 March 2013".
std::string long_date(const CivilDate& date);

}  // namespace stet::validators

// What the rules for one number with its unit read, before its surroundings are considered.
#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string_view>

#include "compiler/prose/quantity.hpp"

namespace stet::grammar {

/// A number as written: "1.2 million" has the value 1,200,000 and the step 100,000.
struct Number {
    Rational value;
    Rational step = 1;
    std::uint8_t decimals = 0;
    bool words = false;
    bool scaled = false;    ///< has a scale word or letter
    bool too_long = false;  ///< has more digits than a figure has
};

/// What may continue a number.
struct NumberOptions {
    bool to = true;      ///< "18 to 21" is a range
    bool and_ = false;   ///< "18 and 21" is a range (after "between")
    bool one_in = true;  ///< "one in five" is a fraction
};

struct NumberReading {
    std::array<Number, 2> numbers;
    std::size_t count = 0;
    prose::QuantityKind kind = prose::QuantityKind::count;
    prose::Unit unit = prose::Unit::none;
    prose::Bound bound = prose::Bound::none;  ///< from words after the number: "or more"
    Rational per;                             ///< of a rate, or the denominator of a fraction
    bool one_in = false;
    bool compound = false;       ///< joined to its unit by a hyphen
    bool singular_unit = false;  ///< "day", not "days"
    bool age_bound = false;      ///< bounded by "older", "under" and the like
    const char* number_end = nullptr;
    const char* end = nullptr;
};

/// Reads a number, fraction or ordinal with its unit at `at`. Linear in what it takes.
std::optional<NumberReading> read_number(std::string_view text, std::size_t at, const NumberOptions& options);

/// The end of digits at `at` that name something by their shape alone (telephone number, time, exam grades,
/// "15A", "24/7"); `at` where they do not.
std::size_t read_name(std::string_view text, std::size_t at);

/// What PEGTL's analysis finds wrong with the rules (loops without progress): 0.
std::size_t number_rule_problems();

}  // namespace stet::grammar

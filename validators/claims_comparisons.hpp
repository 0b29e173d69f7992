// What the checks of comparisons share: which figures can be compared.
#pragma once

#include "validators/claims.hpp"

namespace stet::validators {

/// Bytes between the words of a comparison and its value.
inline constexpr std::size_t longest_gap = 60;

/// Both of one kind and unit.
bool same_unit(const prose::Quantity& a, const prose::Quantity& b);

/// A bare number may take the unit of a rate or duration before it: "41 per 10,000, above the national rate
/// (46)".
bool borrows_unit(const prose::Quantity& bare, const prose::Quantity& of);

/// Two figures, neither bounded nor rough, of one unit, which a bare second one takes from the first.
bool can_compare(const prose::Quantity& a, const prose::Quantity& b);

/// What is said of two figures: "higher than" (1), "lower than" (-1).
struct Order {
    int sign = 0;
    std::string_view words;  ///< "higher", "shorter"
};

/// Holds the order of `a` and `b` against their values (F207). Values that could be equal within their
/// rounding prove nothing. True for a conflict. It joins the report before where the same comparison was told
/// just now.
bool judge_order(FigureAudit& audit, const ClaimRun& run, std::size_t a, std::size_t b, const Order& order,
                 Severity severity, bool joins = false);

/// Whether more is better in a sentence, as where things are done in time or people are recruited.
bool more_is_better(std::string_view sentence);

/// How surely a value belongs to what a comparative compares with.
enum class Binding : std::uint8_t { none, loose, firm };

/// `text` stands between the comparative and the value: "the average of", "the average (", "the 28% ...";
/// loose where "at" may name either side.
Binding binding(std::string_view text);

/// Whether what stands between a number and its comparative leaves it the one that is compared: not "when 9%
/// moved, this is lower", nor "from 1,469 to 1,831, and at 56.7 per 10,000 is above 52.2", where the last has
/// no unit.
bool compared_by(const ClaimRun& run, std::size_t subject, std::size_t at, const prose::Quantity& like);

/// Whether the words between two values join them as what is compared with: ") and statistical neighbours
/// (", " and the target of ", " and last year’s ".
bool joins_values(std::string_view gap);
/// Words between a number and its comparative that leave it the number that is compared: ", which is still ",
/// " is well ".
bool only_links(std::string_view between);
/// Whether a sentence speaks of the number of the one before: "This is ...", "However, this remains ...".
bool points_back(std::string_view sentence);

/// The way that "higher" or "lower" points, where a clause ends with it: "lower than elsewhere", "above
/// average".
int closing_comparative(std::string_view clause);
/// Whether the words between two values hold the first against the second: " against ", ", compared with a
/// national average of ", " (the national average is ".
bool joins_compared(std::string_view between);

/// "The wait of 180 days in the north is": whether the words around a number make it the measure that the
/// sentence goes on to speak of.
bool names_measure(std::string_view lead, std::string_view between);

/// The next figure of the sentence of `i`; dates are none.
std::optional<std::size_t> next_figure(const ClaimRun& run, std::size_t i);

}  // namespace stet::validators

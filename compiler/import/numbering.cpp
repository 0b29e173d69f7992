// Decides whether a number at the start of a line numbers a paragraph or only happens to stand there.
#include "compiler/import/numbering.hpp"

namespace stet::import {

namespace {

/// Paragraphs that a report may skip before a number no longer continues the sequence.
constexpr std::uint32_t widest_gap = 20;

/// A part of a report may begin with a high number; from here on it is a year.
constexpr std::uint32_t first_too_high = 1000;

}  // namespace

bool Numbering::accept(const ParagraphNumber& number, bool fresh, bool after_heading, bool unfinished) {
    if (unfinished || !fits(number, fresh, after_heading)) return false;
    major_ = number.major, minor_ = number.minor, bracket_ = number.bracket, any_ = true;
    return true;
}

bool Numbering::fits(const ParagraphNumber& number, bool fresh, bool after_heading) const {
    // A list with brackets inside numbered paragraphs is not their sequence.
    if (any_ && number.bracket != bracket_) return false;
    if (number.minor) {
        if (any_ && !minor_) return false;  // "5.1 per 10,000" among paragraphs 1, 2, 3
        const bool next = any_ && number.major == major_ && *number.minor == *minor_ + 1;
        const bool first = *number.minor == 1 && fresh && (!any_ || (number.major > major_ && number.major <= major_ + widest_gap));
        const bool skips = any_ && after_heading && number.major == major_ && *number.minor > *minor_ && *number.minor <= *minor_ + widest_gap;
        return next || first || skips;
    }
    if (any_ && minor_) return false;
    if (any_ && number.major == major_ + 1) return true;
    if (!fresh) return false;
    if (number.major == 1) return true;
    if (!any_) return after_heading && number.major < first_too_high;
    return number.major > major_ && number.major <= major_ + widest_gap;
}

}  // namespace stet::import

// Decides whether a number at the start of a line numbers a paragraph or only happens to stand there.
#include "compiler/import/numbering.hpp"

namespace stet::import {

namespace {

/// Paragraphs that a report may skip before a number no longer continues the sequence.
constexpr std::uint32_t widest_gap = 20;

/// A part of a report may begin with a high number; from here on it is a year.
constexpr std::uint32_t first_too_high = 1000;

bool follows(std::uint32_t number, std::uint32_t last) {
    return number > last && number <= last + widest_gap;
}

}  // namespace

bool Numbering::accept(const ParagraphNumber& number, const NumberPlace& place) {
    if (place.unfinished) return false;
    if (number.minor) {
        if (!fits_dotted(number, place)) return false;
        dotted_ = Dotted{number.major, *number.minor};
    } else {
        if (!fits_plain(number, place)) return false;
        plain_ = number.major, bracket_ = number.bracket;
    }
    return true;
}

bool Numbering::is_next(const ParagraphNumber& number) const {
    if (number.minor) return dotted_ && number.major == dotted_->major && *number.minor == dotted_->minor + 1;
    return plain_ && number.bracket == bracket_ && number.major == *plain_ + 1;
}

bool Numbering::fits_dotted(const ParagraphNumber& number, const NumberPlace& place) const {
    if (!place.fresh && !place.alone) return false;
    // The first of a section; "5.1 per 10,000" among paragraphs 1, 2, 3 stands below text.
    const bool clear = place.after_heading || place.alone || !plain_;
    if (!dotted_) return *number.minor == 1 && clear;
    if (number.major == dotted_->major) {
        return *number.minor == dotted_->minor + 1 ||
               (place.after_heading && follows(*number.minor, dotted_->minor));
    }
    return *number.minor == 1 && follows(number.major, dotted_->major);
}

bool Numbering::fits_plain(const ParagraphNumber& number, const NumberPlace& place) const {
    // A list with brackets inside numbered paragraphs is not their sequence.
    if (plain_ && number.bracket != bracket_) return false;
    if (dotted_ && !place.fresh) return false;
    if (plain_ && number.major == *plain_ + 1) return true;
    if (!place.fresh) return false;
    if (number.major == 1) return !dotted_ || place.after_heading || place.alone;
    if (!plain_) return !dotted_ && place.after_heading && number.major < first_too_high;
    return follows(number.major, *plain_);
}

}  // namespace stet::import

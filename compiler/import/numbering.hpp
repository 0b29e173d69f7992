// Decides whether a number at the start of a line numbers a paragraph or only happens to stand there.
#pragma once

#include <cstdint>
#include <optional>

#include "compiler/import/text.hpp"

namespace stet::import {

/// What stands around a number.
struct NumberPlace {
    bool fresh = false;          ///< a block may begin here
    bool after_heading = false;  ///< nothing, or a heading, stands above
    bool alone = false;          ///< the number fills its line
    bool unfinished = false;     ///< the sentence above plainly goes on
};

/// Follows the numbers of a report's paragraphs: 1, 2, 3 and, side by side with them, 1.1, 1.2, 2.1. A number
/// in wrapped prose ("in\n2014. 32 young people") fits neither sequence and is text.
class Numbering {
  public:
    bool accept(const ParagraphNumber& number, const NumberPlace& place);

    /// Is it the number that is due?
    bool is_next(const ParagraphNumber& number) const;
    /// The last plain number; 0 before the first.
    std::uint32_t last() const { return plain_.value_or(0); }

  private:
    bool fits_dotted(const ParagraphNumber& number, const NumberPlace& place) const;
    bool fits_plain(const ParagraphNumber& number, const NumberPlace& place) const;

    struct Dotted {
        std::uint32_t major = 0, minor = 0;
    };
    std::optional<Dotted> dotted_;
    std::optional<std::uint32_t> plain_;
    bool bracket_ = false;
};

}  // namespace stet::import

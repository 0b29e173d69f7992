// Decides whether a number at the start of a line numbers a paragraph or only happens to stand there.
#pragma once

#include <cstdint>
#include <optional>

#include "compiler/import/text.hpp"

namespace stet::import {

/// Follows the numbers of a report's paragraphs. A number in wrapped prose ("in\n2014. 32 young people") fits no
/// sequence and is text.
class Numbering {
  public:
    /// `fresh`: a block may begin here; `unfinished`: the sentence above plainly goes on.
    bool accept(const ParagraphNumber& number, bool fresh, bool after_heading, bool unfinished);

  private:
    bool fits(const ParagraphNumber& number, bool fresh, bool after_heading) const;

    std::uint32_t major_ = 0;
    std::optional<std::uint32_t> minor_;
    bool bracket_ = false, any_ = false;
};

}  // namespace stet::import

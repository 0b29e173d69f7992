// From bytes to lines: repairs the encoding, resolves HTML remnants, divides into lines and pages, and finds
// what the page carries beside the text.
#pragma once

#include <string_view>

#include "compiler/import/draft.hpp"

namespace stet::import {

/// Fills `clean`, `lines`, `wrapped`, `width` and `paged`. Invalid UTF-8 becomes U+FFFD, control characters
/// become spaces, ligatures become letters.
void read_lines(Draft& draft, std::string_view text);

/// Gives page numbers and running heads and feet the role `furniture`.
void find_furniture(Draft& draft);

/// Digits of superscript code points become note marks; elsewhere marks are set by find_notes().
bool is_superscript(char32_t point, char& digit);

}  // namespace stet::import

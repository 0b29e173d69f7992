// Text as fonts want it: NFC, one kind of space, no control characters.
#pragma once

#include <string>
#include <string_view>

namespace stet::pdf {

/// NFC text in which every white space is one space (no-break spaces stay, as U+00A0), soft hyphens and
/// control characters are gone and bytes that are not UTF-8 are U+FFFD.
std::string normalise(std::string_view text);

/// True for marks and joiners that belong to the character before them.
bool combines(char32_t point);

}  // namespace stet::pdf

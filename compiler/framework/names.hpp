// Names as people compare them: without case, punctuation, articles in front or abbreviations in brackets.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace stet::framework {

/// Lower case (ASCII), apostrophes dropped, other punctuation and typographic dashes, quotes and spaces
/// turned into single spaces: "Children’s services – Marlow Vale." gives "childrens services marlow vale".
/// Reads no further than the first `most_words`.
std::string fold(std::string_view words, std::size_t most_words = SIZE_MAX);

/// `fold` without a leading "the", and without brackets that hold one word: "The effectiveness of the Local
/// Board (LB)" gives "effectiveness of the local board". Both spellings of "judgement" are one.
std::string fold_name(std::string_view words);

}  // namespace stet::framework

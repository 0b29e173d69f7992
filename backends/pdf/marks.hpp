// What a typesetter makes of typewriter text: quotation marks, dashes, words that stay on one line.
#pragma once

#include <string>
#include <string_view>

namespace stet::pdf {

/// Turns typewriter quotation marks, apostrophes and hyphens between spaces into “ ” ‘ ’ and –. `before` is
/// what stands before the words in their paragraph. What could be a prime ("6'") or a minus ("5 - 3") stays
/// as typed. The words must be normalised.
void set_marks(std::string& words, std::string_view before);

/// True where the marks of a language (BCP 47) are the English ones.
bool has_english_marks(std::string_view language);

/// True where a line should rather not end between two words: after a number before what it counts ("31
/// March", "20 miles"), before a number that names something ("paragraph 12", "March 2015"), after titles and
/// initials, between a count and its share ("12 (7%)").
bool belong_together(std::string_view word, std::string_view next);

/// True for a dash that stands alone: a line may end after it and not before.
bool is_dash(std::string_view word);

}  // namespace stet::pdf

// What stands around a number in prose: words that bound or soften it, words that make it a name, and its
// noun.
#pragma once

#include <cstdint>
#include <string_view>
#include <utility>

#include "compiler/prose/quantity.hpp"

namespace stet::prose {

/// The word (letters, digits, hyphens, apostrophes) that ends before `at`, spaces skipped; empty at the start
/// of a text and after punctuation.
std::string_view word_before(std::string_view text, std::size_t at);
/// The word that begins at `at` after at most one space; empty before punctuation.
std::string_view word_after(std::string_view text, std::size_t at);

/// The bound, approximation and age words directly before a number.
struct Lead {
    Bound bound = Bound::none;
    Approximation approximation = Approximation::none;
    bool age = false;       ///< "aged", "the age of"
    bool between = false;   ///< "between"
    bool from = false;      ///< "from"
    std::size_t begin = 0;  ///< where those words that belong to the quantity start
};
/// `floor` is how far back to look at most (the end of the quantity before).
Lead lead_before(std::string_view text, std::size_t at, std::size_t floor);

/// Whether the words directly before `at` make a number after them a name or reference: "Key Stage 4",
/// "section 15A", "paragraphs 12", "Children Act 1989", "the rate per 10,000".
bool labelled(std::string_view text, std::size_t at);

/// The noun phrase that begins after `at` ("children and young people", "new carers"): offsets, empty where
/// none is recognised. `singular` for the number one. Ends before a verb and a quotation; where that is
/// unclear there is none. Looks at six words at most.
std::pair<std::size_t, std::size_t> noun_phrase(std::string_view text, std::size_t at, bool singular);

/// Words that cannot be the first of a noun phrase: "of", "were", "who", "the", ...
bool function_word(std::string_view word);

}  // namespace stet::prose

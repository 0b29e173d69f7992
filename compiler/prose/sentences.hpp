// Where sentences begin and end in a run.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace stet::prose {

/// Bytes [begin, end) of the text, with the closing stop and quotes, without the space after them.
struct Sentence {
    std::uint32_t begin;
    std::uint32_t end;
};

/// The sentences of a text, which together hold all of it but the spaces between them. A stop ends a sentence
/// where white space and then a capital, a digit, a quote or an opening bracket follow, and the word before
/// it is neither a known abbreviation ("e.g.", "Dr.", "No.") nor a single capital ("J. Smith"). Linear.
std::vector<Sentence> sentences(std::string_view text);
/// The same, appended to `found`.
void sentences(std::string_view text, std::vector<Sentence>& found);

/// The sentence that holds `offset`; the index of the last one before it where none does.
std::size_t sentence_at(std::span<const Sentence> sentences, std::uint32_t offset);

}  // namespace stet::prose

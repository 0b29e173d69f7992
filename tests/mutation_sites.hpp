// Where mutation operators find their sites: numbered paragraphs, whole blocks, words in running text.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "tests/mutations.hpp"

namespace stet::test {

Place place_of(Span span);

/// A mutant of one change.
Mutant replaced(Place place, std::string words);

/// Numbered paragraphs in order.
std::vector<const model::Paragraph*> numbered_paragraphs(const Original& original);

/// The whole lines of a block, with the empty lines after it.
Place block_of(const Original& original, Span span);

/// Prose that readers read as sentences: paragraphs, items, notes.
bool is_prose(const prose::Run& run);

/// Places of `words` in the text as it is read (across a line's end too), not inside a longer word. Only in
/// runs that `wanted` takes.
std::vector<Place> places_of(const Original& original, std::string_view words,
                             const std::function<bool(const prose::Run&)>& wanted = is_prose);

/// A mutant for each place of `words`, which `instead` replaces.
std::vector<Mutant> each_replaced(const Original& original, std::string_view words,
                                  const std::string& instead,
                                  const std::function<bool(const prose::Run&)>& wanted = is_prose);

}  // namespace stet::test

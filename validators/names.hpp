// Names in prose: maximal runs of capitalised words, found once for the checks that compare them.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "compiler/model/model.hpp"
#include "validators/variants.hpp"

namespace stet::validators {

/// A name of two words or more as it stands in prose: "Head of the Virtual School".
struct NameUse {
    Phrase phrase;
    bool defined = false;  ///< an abbreviation in brackets follows
};

/// All uses of one name: equal but for capitals, hyphens, and the number of the last word.
struct Name {
    std::string key;     ///< lower-case words joined by spaces, the last in the singular
    std::vector<NameUse> uses;
};

/// Maximal runs of capitalised words that begin and end with one, inner "of", "and", "for", "in" allowed, in
/// places that hold sentences. A word that opens a sentence belongs only where the next word is
/// capitalised too. In the order of first use.
std::vector<Name> collect_names(const model::Report& report);

/// The singular of a regular plural, in lower case: "agencies" gives "agency", "boards" "board"; the possessive
/// ending is dropped.
std::string singular(std::string_view form);

/// True where "(ABBR)" follows the word.
bool abbreviation_follows(const model::Report& report, std::uint32_t word);

}  // namespace stet::validators

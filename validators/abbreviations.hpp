// Abbreviations as the report introduces and uses them.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "compiler/model/model.hpp"
#include "validators/variants.hpp"

namespace stet::validators {

/// "Local Safeguarding Children Board (LSCB)", or "LSCB (Local Safeguarding Children Board)".
struct Definition {
    std::string abbreviation;  ///< without a plural or possessive ending, in capitals
    Phrase expansion;
    std::uint32_t word = 0;      ///< the abbreviation, in `Words::all`
    bool initials_agree = true;  ///< false where the letters nearly spell it
};

/// The abbreviation that a word is, in capitals and without its ending; empty where the word is none.
std::string abbreviation_of(const model::Report& report, std::uint32_t word);

/// The letters of a word such as "Cafcass" or "CiCCs", in capitals and without its ending, should it be an
/// abbreviation.
std::string mixed_letters_of(const model::Report& report, std::uint32_t word);

/// All definitions in the order of the text. A bracket whose letters do not come near the initials before it
/// ("Skills (Ofsted)", "(A*)") is none.
std::vector<Definition> collect_definitions(const model::Report& report);

/// True where two full names differ in hyphens, apostrophes, "and" for "or", the number of the last word, or
/// a last word that only one of them has ("Public Law Outline", "Public Law Outline process").
bool same_name(const model::Report& report, Phrase a, Phrase b);

/// True where all words of `a`, in any order, are words of `b`.
bool rearranges(const model::Report& report, Phrase a, Phrase b);

/// The first letters of the words, in capitals, "of", "and", "for" and the like left out.
std::string initials_of(const model::Report& report, Phrase phrase);

}  // namespace stet::validators

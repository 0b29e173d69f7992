// Headings as names of what they judge.
#pragma once

#include <string_view>

#include "compiler/framework/framework.hpp"

namespace stet::model {

/// The text of the heading without a statement of its grade: "Adoption is good" gives "Adoption".
std::string_view without_grade(std::string_view title, const framework::Framework& framework);

/// Does the heading name two sections, one of them `wanted` (both folded as names): "The authority -
/// Summary"?
bool names_both(std::string_view heading, std::string_view wanted);

/// The same title save one word, of five or more: "Strengths of the board of Marlow Vale" for "... of the
/// board of X". Both folded as names.
bool differs_in_one_word(std::string_view title, std::string_view wanted);

}  // namespace stet::model

// Headings as names of what they judge.
#pragma once

#include <string_view>

#include "compiler/framework/framework.hpp"

namespace stet::model {

/// The text of the heading without a statement of its grade: "Adoption is good" gives "Adoption".
std::string_view without_grade(std::string_view title, const framework::Framework& framework);

}  // namespace stet::model

// G: grades and the rules of the framework.
#pragma once

#include "compiler/base/diagnostic.hpp"
#include "compiler/base/sources.hpp"
#include "compiler/model/model.hpp"

namespace stet::validators {

/// Cover against text, rules, definitions.
void check_grades(const model::Report& report, const Sources& sources, Diagnostics& diagnostics);

}  // namespace stet::validators

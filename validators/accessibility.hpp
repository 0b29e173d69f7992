// A: alternative texts, table headers, links, heading levels, language.
#pragma once

#include "compiler/base/diagnostic.hpp"
#include "compiler/base/sources.hpp"
#include "compiler/model/model.hpp"

namespace stet::validators {

/// WCAG 2.2 as far as the source decides it.
void check_accessibility(const model::Report& report, const Sources& sources, Diagnostics& diagnostics);

}  // namespace stet::validators

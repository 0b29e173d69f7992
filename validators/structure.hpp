// S: header, required sections, order, people.
#pragma once

#include "compiler/base/diagnostic.hpp"
#include "compiler/base/sources.hpp"
#include "compiler/model/model.hpp"

namespace stet::validators {

/// Header fields, sections against the framework, stated number of inspectors.
void check_structure(const model::Report& report, const Sources& sources, Diagnostics& diagnostics);

/// What a first draft holds in place of words (`stet new`), and "XX" in place of a figure.
void check_placeholders(const model::Report& report, const Sources& sources, Diagnostics& diagnostics);
/// Paragraphs that are the framework's standard wording but for a few words.
void check_standard_wording(const model::Report& report, const Sources& sources, Diagnostics& diagnostics);

}  // namespace stet::validators

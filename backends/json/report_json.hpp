// The report as data: stet-report/1 (docs/stet-report-1.schema.json).
#pragma once

#include <string>
#include <string_view>

#include "compiler/base/sources.hpp"
#include "compiler/model/model.hpp"
#include "compiler/publication/publication.hpp"

namespace stet::json {

/// The whole resolved report as one JSON document, UTF-8, keys in a fixed order, ending in a newline; the
/// same bytes for the same input. Private matter (notes, evidence, stets) is not in it.
std::string write(const model::Report& report, const publication::Publication& publication,
                  const Sources& sources, std::string_view version);

}  // namespace stet::json

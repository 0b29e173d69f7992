// The report as data: stet-report/1 (docs/stet-report-1.schema.json).
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "compiler/base/sources.hpp"
#include "compiler/model/model.hpp"
#include "compiler/publication/publication.hpp"

namespace stet::json {

/// What became of the check of a figure, as `stet figures` says it.
struct CheckedFigure {
    prose::RunId run = 0;
    std::uint32_t begin = 0;  ///< in the run's text
    std::string_view status;  ///< "checked", "in conflict", "unbound", "uncheckable"
};

/// The whole resolved report as one JSON document, UTF-8, keys in a fixed order, ending in a newline; the
/// same bytes for the same input. Private matter (notes, evidence, stets) is not in it.
/// `checked` is in the order of the text.
std::string write(const model::Report& report, const publication::Publication& publication,
                  const Sources& sources, std::string_view version, std::span<const CheckedFigure> checked);

}  // namespace stet::json

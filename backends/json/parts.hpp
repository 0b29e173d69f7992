// Parts of stet-report/1 that have a file of their own.
#pragma once

#include <nlohmann/json.hpp>
#include <optional>
#include <span>
#include <string_view>

#include "backends/json/report_json.hpp"

namespace stet::json {

using nlohmann::ordered_json;

/// The name of a file as seen from the report's own folder: published data names no folder of a machine.
std::string_view file_name(const Sources& sources, FileId file);
/// ISO 8601, null for none.
ordered_json date_json(const std::optional<CivilDate>& date);

ordered_json facts_json(const publication::Publication& publication);
/// The figures of the running text, each as the exact value that was written.
ordered_json quantities_json(const model::Report& report, const Sources& sources,
                             std::span<const CheckedFigure> checked);
/// What stands in the framework's sections for improvement, and whatever names the findings it rests on.
ordered_json recommendations_json(const model::Report& report);

}  // namespace stet::json

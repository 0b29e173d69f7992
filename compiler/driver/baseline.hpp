// Baselines: diagnostics that are known already and are not said again.
#pragma once

#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "compiler/base/diagnostic.hpp"
#include "compiler/base/sources.hpp"

namespace stet::driver {

/// What a diagnostic is known by: its code and the words at its place, not its line, so that a baseline
/// outlives edits elsewhere. Equal keys are counted.
std::vector<std::string> baseline_keys(const Diagnostics& diagnostics, const Sources& sources);

/// The baseline file: JSON `stet-baseline/1`.
std::string write_baseline(const std::vector<std::string>& keys);

/// The keys of a baseline file, or what is wrong with it.
std::variant<std::vector<std::string>, std::string> read_baseline(std::string_view text);

/// Removes diagnostics that the baseline knows, each key as often as it stands there; returns how many.
std::size_t apply_baseline(std::vector<std::string> keys, const Sources& sources, Diagnostics& diagnostics);

}  // namespace stet::driver

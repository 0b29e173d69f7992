// Diagnostics for machines: stet-diagnostics/1 JSON, SARIF 2.1.0, GitHub annotations.
#pragma once

#include <span>
#include <string>

#include "compiler/base/diagnostic.hpp"
#include "compiler/base/sources.hpp"

namespace stet::driver {

/// The diagnostics of one report with the sources that their places lie in.
struct Checked {
    const Sources* sources;
    const Diagnostics* diagnostics;
};

/// One JSON document for all reports; columns in code points from 1, bytes from 0.
std::string to_json(std::span<const Checked> reports);

/// SARIF 2.1.0 (OASIS standard), one run, one rule a code that occurs.
std::string to_sarif(std::span<const Checked> reports, std::string_view version);

/// GitHub workflow commands, most severe first: the host shows only the first ten of a kind in a step.
std::string to_github(std::span<const Checked> reports);

}  // namespace stet::driver

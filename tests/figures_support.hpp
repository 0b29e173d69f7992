// The phases that figures need, and nothing else: for tests that run them many times.
#pragma once

#include <memory>
#include <string>

#include "compiler/base/diagnostic.hpp"
#include "compiler/base/sources.hpp"
#include "compiler/model/model.hpp"
#include "tests/support.hpp"
#include "validators/figures.hpp"

namespace stet::test {

struct CheckedFigures {
    std::unique_ptr<Sources> sources = std::make_unique<Sources>();
    model::Report report;
    Diagnostics diagnostics;  ///< of figures only
    validators::Ledger ledger;
};

/// parse, read, bind, check; no framework, no other checks.
CheckedFigures check_figures(const std::string& text, World& world, bool strict = false);

/// Code and message of each diagnostic, a line each, sorted by place.
std::string messages(CheckedFigures& checked);

}  // namespace stet::test

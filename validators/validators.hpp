// All checks of a resolved report, in one table.
#pragma once

#include "compiler/base/diagnostic.hpp"
#include "compiler/base/sources.hpp"
#include "compiler/base/world.hpp"
#include "compiler/model/model.hpp"
#include "validators/figures.hpp"

namespace stet::validators {

struct Options {
    bool spelling = true;
    bool strict_figures = false;  ///< an uncited figure is a warning
};

/// Runs all checks; their order does not matter to what they find. Returns the ledger of figures.
Ledger validate(const model::Report& report, const Sources& sources, World& world, const Options& options,
                Diagnostics& diagnostics);

}  // namespace stet::validators

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

/// Runs all checks but those of figures; their order does not matter to what they find.
void check_texts(const model::Report& report, const Sources& sources, World& world, const Options& options,
                 Diagnostics& diagnostics);

/// Runs all checks: `check_texts`, then those of figures, which do not read the report's words. Returns the
/// ledger of figures.
Ledger validate(const model::Report& report, const Sources& sources, World& world, const Options& options,
                Diagnostics& diagnostics);

}  // namespace stet::validators

// The phases of a compilation, listed once.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "compiler/base/diagnostic.hpp"
#include "compiler/base/sources.hpp"
#include "compiler/base/world.hpp"
#include "compiler/model/model.hpp"
#include "compiler/publication/publication.hpp"
#include "validators/figures.hpp"
#include "validators/stets.hpp"

namespace stet::driver {

struct AnalyseOptions {
    bool spelling = true;         ///< load the dictionary and check words
    bool strict_figures = false;  ///< an uncited figure is a warning
    std::string framework;        ///< instead of the header's; empty for that one
    bool keep_words = true;       ///< else the report's words go when the checks of its text are done
};

/// All that a check finds out about one report. Views inside point into `sources`.
struct Analysis {
    std::unique_ptr<Sources> sources;
    model::Report report;
    std::vector<framework::Abbreviation> abbreviations;  ///< what readers know, after what the text explains
    Diagnostics diagnostics;                             ///< sorted; what stets let stand is out
    std::vector<validators::UsedStet> stets;
    validators::Ledger ledger;
};

/// parse → read → resolve. `name` is the report's path as messages show it; files that it includes are shown
/// with the same folder. Never fails.
Analysis read_report(World& world, std::string name, std::string text, const AnalyseOptions& options);

/// validate. Only `diagnostics`, `stets`, `ledger` and the report's words change, so that a publication can
/// be composed from the rest meanwhile.
void validate(Analysis& analysis, World& world, const AnalyseOptions& options);

/// Both: parse → read → resolve → validate.
Analysis analyse(World& world, std::string name, std::string text, const AnalyseOptions& options);

/// compose: what readers get.
publication::Publication compose(const Analysis& analysis);
/// The same where nothing else will be asked of the report: it is taken apart, so that a long one leaves its
/// memory to the outputs. Sources and diagnostics stay.
publication::Publication compose_and_forget(Analysis& analysis);

}  // namespace stet::driver

// The state of every figure while the checks of figures run.
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "compiler/base/diagnostic.hpp"
#include "compiler/model/model.hpp"
#include "validators/figures.hpp"

namespace stet::validators {

/// One state for each quantity of each run. A conflict outlives agreement; agreement outlives silence, and
/// what was worked out again outlives what is only possible.
struct FigureAudit {
    const model::Report& report;
    Diagnostics& diagnostics;
    prose::PerRun<FigureState> states;
    prose::Symbols texts;  ///< of the states

    FigureAudit(const model::Report& of, Diagnostics& to);
    /// The figure was worked out again.
    void agrees(prose::RunId run, std::size_t quantity, std::string_view calculation);
    /// Nothing that the figure was held against speaks against it, which many other values would share.
    void possible(prose::RunId run, std::size_t quantity, std::string_view calculation);
    void conflicts(prose::RunId run, std::size_t quantity, std::string_view reason,
                   std::string_view calculation);
    void uncheckable(prose::RunId run, std::size_t quantity, std::string_view reason);
    /// The figure cites these facts.
    void cites(prose::RunId run, std::size_t quantity, std::span<const model::FactId> facts);
    [[nodiscard]] bool cites_fact(prose::RunId run, std::size_t quantity) const {
        return states[run][quantity].facts != prose::Symbols::none;
    }

  private:
    void check(FigureState& state, std::string_view calculation, Power power);
    [[nodiscard]] prose::SymbolId text(std::string_view words);
};

/// Holds assertions against their facts.
void check_citations_of_facts(FigureAudit& audit);
/// Holds the dates that sentences give to cited figures against the dates of their facts.
void check_dates_of_citations(FigureAudit& audit);
/// Holds the totals and the shares of tables against their parts.
void check_tables(FigureAudit& audit);
/// Holds claims in free prose against each other.
void check_claims(FigureAudit& audit);

}  // namespace stet::validators

// The state of every figure while the checks of figures run.
#pragma once

#include <string>
#include <vector>

#include "compiler/base/diagnostic.hpp"
#include "compiler/model/model.hpp"
#include "validators/figures.hpp"

namespace stet::validators {

struct FigureState {
    FigureStatus status = FigureStatus::unbound;
    Power power = Power::recomputed;
    std::string reason;
    std::string calculation;
    std::string fact;
};

/// One state for each quantity of each run. A conflict outlives agreement; agreement outlives silence, and
/// what was worked out again outlives what is only possible.
struct FigureAudit {
    const model::Report& report;
    Diagnostics& diagnostics;
    std::vector<std::vector<FigureState>> states;

    FigureAudit(const model::Report& of, Diagnostics& to);
    /// The figure was worked out again.
    void agrees(prose::RunId run, std::size_t quantity, std::string calculation);
    /// Nothing that the figure was held against speaks against it, which many other values would share.
    void possible(prose::RunId run, std::size_t quantity, std::string calculation);
    void conflicts(prose::RunId run, std::size_t quantity, std::string reason, std::string calculation);
    void uncheckable(prose::RunId run, std::size_t quantity, std::string reason);

  private:
    void check(FigureState& state, std::string calculation, Power power);
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

// The figures of a report: cited ones held against their facts, and the ledger of all of them.
#pragma once

#include <array>
#include <string>
#include <vector>

#include "compiler/base/diagnostic.hpp"
#include "compiler/base/sources.hpp"
#include "compiler/model/model.hpp"

namespace stet::validators {

enum class FigureStatus : std::uint8_t {
    checked,      ///< recomputed, and it agrees
    in_conflict,  ///< cannot be true together with what it was held against
    unbound,      ///< cites no fact, and nothing in the text settles it
    uncheckable,  ///< cites a fact that has no value, or says something that cannot be recomputed
};

/// "checked", "in conflict", "unbound", "uncheckable".
std::string_view status_name(FigureStatus status);

/// How much a check of a figure proves.
enum class Power : std::uint8_t {
    recomputed,  ///< worked out from other figures, or given alike elsewhere
    possible,  ///< nothing speaks against it: a part is not above its whole, a change goes the way it is said
               ///< to
};

/// "recomputed", "possible".
std::string_view power_name(Power power);

/// What the checks made of one figure. Texts are symbols of the ledger, `Symbols::none` where there is none.
struct FigureState {
    prose::SymbolId reason = prose::Symbols::none;       ///< of a status other than checked
    prose::SymbolId calculation = prose::Symbols::none;  ///< "160 of 305 is 52.46%"
    prose::SymbolId facts = prose::Symbols::none;        ///< names, with commas between
    FigureStatus status = FigureStatus::unbound;
    Power power = Power::recomputed;  ///< of a checked figure
};

/// One figure of the text.
struct FigureEntry {
    prose::RunId run = 0;
    std::uint32_t quantity = 0;  ///< index in the run's quantities
    Span span;
    FigureState state;
};

/// One figure as people read of it.
struct FigureAccount {
    prose::RunId run = 0;
    std::uint32_t begin = 0;  ///< in the run's text
    Span span;
    std::string_view words;        ///< as written
    std::string reading;           ///< what it was read as: "160, a count of children"
    std::string_view calculation;  ///< "160 of 305 is 52.46%"
    std::string_view facts;        ///< names, with commas between
    std::string evidence;          ///< private references of its paragraph
    FigureStatus status = FigureStatus::unbound;
    Power power = Power::recomputed;  ///< of a checked figure
    std::string_view reason;          ///< of a status other than checked
};

struct Ledger {
    std::vector<FigureEntry> figures;  ///< in the order of the text
    prose::Symbols texts;              ///< reasons, calculations and names of facts
    [[nodiscard]] std::size_t count(FigureStatus status) const;
    /// Checked figures of which the check proves only that they are possible.
    [[nodiscard]] std::size_t only_possible() const;
};

/// Holds every citation against its fact and every claim in prose against the rest of its text, and lists
/// every figure. `strict`: a figure that cites no fact is a warning (F127).
Ledger check_all_figures(const model::Report& report, bool strict, Diagnostics& diagnostics);

/// Views in it point into the ledger and the report.
FigureAccount account_of(const FigureEntry& figure, const Ledger& ledger, const model::Report& report);

/// Facts that nothing uses (F112).
void check_unused_facts(const model::Report& report, const Sources& sources, Diagnostics& diagnostics);
/// What readers see of facts that have no label. It matters when a report is published, so `build` asks it.
void check_labels_of_facts(const model::Report& report, Diagnostics& diagnostics);

/// The ledger for people, as one JSON document (`stet-figures/1`), and as CSV with a heading row.
std::string ledger_text(const Ledger& ledger, const model::Report& report, const Sources& sources);
std::string ledger_json(const Ledger& ledger, const model::Report& report, const Sources& sources);
std::string ledger_csv(const Ledger& ledger, const model::Report& report, const Sources& sources);
/// The factual-accuracy sheet that goes to the inspected body: a row a figure, with its sentence, source and
/// columns to fill in.
std::string accuracy_sheet(const Ledger& ledger, const model::Report& report, const Sources& sources);
/// "312 figures: 90 checked (12 of them only as possible), 2 in conflict, 210 unbound, 10 uncheckable".
std::string ledger_summary(const Ledger& ledger);

}  // namespace stet::validators

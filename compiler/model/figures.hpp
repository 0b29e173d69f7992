// The report's figures, bound: facts with their values, citations with what they stand for.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "compiler/base/diagnostic.hpp"
#include "compiler/framework/framework.hpp"
#include "compiler/model/values.hpp"
#include "compiler/prose/formula.hpp"
#include "compiler/prose/writing.hpp"

namespace stet::model {

using FactId = std::uint32_t;  ///< index in Figures::facts

struct Fact {
    prose::FactDeclaration declared;
    std::optional<FactValue> value;    ///< absent where it could not be worked out (reported)
    std::optional<FactId> base;        ///< what it is a part of
    std::optional<FactId> population;  ///< of a rate
    std::optional<FactId> counted;     ///< of a rate: what is counted
    std::string calculation;           ///< of a formula: "320 - 305"
    bool used = false;                 ///< by a citation, insertion, chart, or a fact that is used

    /// As messages write it.
    [[nodiscard]] std::string quoted_name() const { return "`" + std::string(declared.name) + "`"; }
};

/// A citation with its formula worked out.
struct BoundCitation {
    prose::Citation written;
    std::optional<FactValue> value;  ///< absent where it could not be worked out (reported)
    std::vector<FactId> facts;       ///< that the formula names, in order, each once
    std::optional<FactId> only;      ///< where the formula is one fact's name
    std::string calculation;         ///< "320 - 305"; empty for a single fact
};

struct Figures {
    std::vector<Fact> facts;
    std::vector<BoundCitation> citations;  ///< charts, then marks in the order of the text
    std::vector<std::pair<prose::RunId, std::string_view>>
        evidence;                                            ///< of the runs that have some, ascending
    std::vector<std::pair<std::string_view, FactId>> names;  ///< sorted
    std::vector<std::uint32_t> by_place;  ///< indices of the citations, ordered by the place of their formula

    [[nodiscard]] std::optional<FactId> find(std::string_view name) const;
    /// The citation whose formula stands at `span` in the source; null where there is none.
    [[nodiscard]] const BoundCitation* at(Span span) const;
};

/// Binds names and works out every fact and citation, in exact arithmetic. What is wrong with a fact or
/// formula (unknown names, cycles, division by zero, units that clash, parts above their whole, rates that do
/// not fit their population) is a diagnostic at its place; what rests on it is then left without a value,
/// silently.
Figures resolve_figures(prose::FigureReading reading, Diagnostics& diagnostics);

/// Writes inserted facts into the runs in place of their U+FFFC, and moves marks and citations with the text.
void write_inserts(Figures& figures, std::vector<prose::Run>& runs, const prose::NumberStyle& style);

/// What an insertion shows to readers, in house style; "?" where it has no value.
std::string inserted_text(const Figures& figures, const BoundCitation& citation,
                          const prose::NumberStyle& style);

/// How the framework's reports write numbers.
prose::NumberStyle number_style(const framework::HouseStyle& style);

/// One fact in house style: "63,200", "52%", "48 per 10,000", "£214,000".
std::string written_value(const FactValue& value, const prose::NumberStyle& style);

/// The date or period of a fact as written for readers; empty where it has none.
std::string written_when(const Fact& fact);

}  // namespace stet::model

// Working out one formula over bound facts.
#pragma once

#include <optional>
#include <string>

#include "compiler/model/figures.hpp"

namespace stet::model {

struct Evaluated {
    std::optional<FactValue> value;  ///< absent where an operand has none, or after a reported problem
    std::string calculation;         ///< with values in place of names, cut off after some 200 bytes
};

/// Unit clashes, division by zero and overflow are diagnostics at the operation; unknown names are silent
/// here.
Evaluated evaluate(const prose::Formula& formula, const Figures& figures, Diagnostics& diagnostics);

}  // namespace stet::model

// The passages of a report, and which of two reports' passages are one.
#pragma once

#include "compiler/compare/compare.hpp"

namespace stet::compare {

/// A passage with what it is paired by.
struct Unit {
    Passage passage;
    std::string compared;  ///< its text, with an ellipsis for each inserted reference and grade
    std::string label;     ///< that its author gave; empty where none
    std::string number;    ///< as published; empty where unnumbered
};

std::vector<Unit> units_of(const model::Report& report);

struct Partner {
    std::size_t index = 0;  ///< in the new version
    bool moved = false;     ///< out of the order in which the others stand
};
/// For each passage of `before` its partner in `after`, none where it is gone.
using Pairs = std::vector<std::optional<Partner>>;
Pairs pair_up(const std::vector<Unit>& before, const std::vector<Unit>& after);

}  // namespace stet::compare

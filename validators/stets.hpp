// Letting diagnostics stand: takes out what the report's stets name, and says which stets are wrong or
// unused.
#pragma once

#include <span>
#include <vector>

#include "compiler/base/diagnostic.hpp"
#include "compiler/model/stets.hpp"

namespace stet::validators {

/// A stet that was used, and how many diagnostics it let stand.
struct UsedStet {
    model::Stet stet;
    std::size_t count = 0;
};

/// Removes from `diagnostics` what the stets let stand and adds V codes. L and V diagnostics cannot be let
/// stand. Returns the used stets in order.
std::vector<UsedStet> apply_stets(std::span<const model::Stet> stets, Diagnostics& diagnostics);

}  // namespace stet::validators

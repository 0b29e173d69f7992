// A count with the running text in which it stands.
#pragma once

#include <algorithm>
#include <string_view>

#include "compiler/prose/quantity.hpp"
#include "compiler/prose/run.hpp"

namespace stet::validators {

struct Counted {
    const prose::Run* run = nullptr;
    const prose::Quantity* quantity = nullptr;

    [[nodiscard]] Span span() const { return run->source(quantity->begin, quantity->end); }
    [[nodiscard]] std::string_view words() const { return run->words(quantity->begin, quantity->end); }
    /// With the noun: "three children".
    [[nodiscard]] std::string_view phrase() const {
        return run->words(quantity->begin, std::max(quantity->end, quantity->noun_end));
    }
};

/// A count in whole numbers, bounded or not: no range, no part of a compound.
inline bool is_count(const prose::Quantity& quantity) {
    return quantity.kind == prose::QuantityKind::count && !quantity.range && !quantity.compound &&
           quantity.value.known() && quantity.value.whole();
}

/// A count that is given neither bounded nor roughly.
inline bool is_exact_count(const prose::Quantity& quantity) {
    return is_count(quantity) && quantity.bound == prose::Bound::none &&
           quantity.approximation == prose::Approximation::none;
}

}  // namespace stet::validators

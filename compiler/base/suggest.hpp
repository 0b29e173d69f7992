// "Did you mean": the nearest of some names.
#pragma once

#include <span>
#include <string>
#include <string_view>

namespace stet {

/// Optimal-string-alignment distance (insert, delete, replace, swap neighbours), bytes, cut off at `limit +
/// 1`.
std::size_t edit_distance(std::string_view a, std::string_view b, std::size_t limit);

/// The candidate nearest to `name` within a third of its length (at least 1); empty where none is near.
/// Case is ignored. The first of equals wins.
std::string_view nearest(std::string_view name, std::span<const std::string_view> candidates);

/// "did you mean `x`?" or an empty string.
std::string did_you_mean(std::string_view name, std::span<const std::string_view> candidates);

}  // namespace stet

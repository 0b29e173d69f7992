// Places in source files.
#pragma once

#include <algorithm>
#include <cstdint>

namespace stet {

/// Index of a file in `Sources`.
using FileId = std::uint32_t;

/// A half-open range of bytes in one file: [begin, end), counted from 0. A point is an empty range.
struct Span {
    FileId file = 0;
    std::uint32_t begin = 0;
    std::uint32_t end = 0;

    [[nodiscard]] constexpr std::uint32_t size() const { return end - begin; }
    [[nodiscard]] constexpr bool empty() const { return begin == end; }
    [[nodiscard]] constexpr bool contains(std::uint32_t offset) const {
        return begin <= offset && offset < end;
    }
    friend constexpr bool operator==(const Span&, const Span&) = default;
};

/// The smallest span that covers both; both must lie in one file, else the first is returned.
constexpr Span cover(Span a, Span b) {
    if (a.file != b.file) return a;
    return {a.file, std::min(a.begin, b.begin), std::max(a.end, b.end)};
}

constexpr bool overlap(Span a, Span b) {
    return a.file == b.file && a.begin < b.end && b.begin < a.end;
}

}  // namespace stet

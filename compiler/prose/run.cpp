// The way from running text back to the source.
#include "compiler/prose/run.hpp"

#include <algorithm>

namespace stet::prose {

Span Run::source(std::uint32_t begin, std::uint32_t end) const {
    if (pieces.empty()) return span;
    const auto piece_at = [&](std::uint32_t offset) {
        const auto after = std::upper_bound(pieces.begin(), pieces.end(), offset,
                                            [](std::uint32_t at, const Piece& p) { return at < p.text; });
        return after == pieces.begin() ? pieces.begin() : after - 1;
    };
    const auto text_length = [&](auto piece) {
        const auto next = piece + 1;
        return (next == pieces.end() ? static_cast<std::uint32_t>(text.size()) : next->text) - piece->text;
    };
    const auto first = piece_at(begin);
    const std::uint32_t into = std::min(begin - std::min(begin, first->text), text_length(first));
    const std::uint32_t from = first->source + (text_length(first) == first->length ? into
                                                : into > 0 && end <= begin          ? first->length
                                                                                    : 0);
    if (end <= begin) return {span.file, from, from};
    const auto last = piece_at(end - 1);
    const std::uint32_t part = end - last->text;
    const std::uint32_t to =
        last->source + (text_length(last) == last->length ? std::min(part, last->length) : last->length);
    return {span.file, std::min(from, to), std::max(from, to)};
}

}  // namespace stet::prose

// Words that changed between two texts: a longest common subsequence.
#include <algorithm>

#include "compiler/compare/compare.hpp"

namespace stet::compare {

namespace {

constexpr std::size_t most_words = 3000;

std::vector<std::string_view> split(std::string_view text) {
    std::vector<std::string_view> words;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = std::min(text.find_first_of(" \n", at), text.size());
        if (end > at) words.push_back(text.substr(at, end - at));
        at = end + 1;
    }
    return words;
}

/// Appends words to the last piece of that kind. Between two pieces that are the same, what is gone stands
/// before what is new.
void append(std::vector<Piece>& pieces, Piece::Kind kind, std::string_view word) {
    if (pieces.empty() || pieces.back().kind != kind) pieces.push_back({kind, {}});
    std::string& words = pieces.back().words;
    if (!words.empty()) words += ' ';
    words += word;
}

}  // namespace

std::vector<Piece> compare_words(std::string_view before, std::string_view after) {
    const std::vector<std::string_view> a = split(before);
    const std::vector<std::string_view> b = split(after);
    std::vector<Piece> pieces;
    std::size_t begin = 0;
    while (begin < a.size() && begin < b.size() && a[begin] == b[begin])
        append(pieces, Piece::Kind::same, a[begin++]);
    std::size_t end = 0;
    while (end < a.size() - begin && end < b.size() - begin && a[a.size() - 1 - end] == b[b.size() - 1 - end])
        ++end;
    const std::size_t rows = a.size() - begin - end;
    const std::size_t columns = b.size() - begin - end;
    const bool whole = rows > most_words || columns > most_words;
    // lengths[i][j]: of the longest common subsequence of the words from i and from j on.
    std::vector<std::uint16_t> lengths(whole ? 0 : (rows + 1) * (columns + 1), 0);
    const auto length = [&](std::size_t i, std::size_t j) -> std::uint16_t& {
        return lengths[i * (columns + 1) + j];
    };
    for (std::size_t i = whole ? 0 : rows; i-- > 0;) {
        for (std::size_t j = columns; j-- > 0;) {
            length(i, j) = a[begin + i] == b[begin + j] ? static_cast<std::uint16_t>(length(i + 1, j + 1) + 1)
                                                        : std::max(length(i + 1, j), length(i, j + 1));
        }
    }
    std::size_t i = 0;
    std::size_t j = 0;
    while (i < rows || j < columns) {
        if (!whole && i < rows && j < columns && a[begin + i] == b[begin + j]) {
            append(pieces, Piece::Kind::same, a[begin + i]);
            ++i;
            ++j;
        } else if (i < rows && (whole || j == columns || length(i + 1, j) >= length(i, j + 1))) {
            append(pieces, Piece::Kind::gone, a[begin + i++]);
        } else {
            append(pieces, Piece::Kind::fresh, b[begin + j++]);
        }
    }
    for (std::size_t k = end; k > 0; --k) append(pieces, Piece::Kind::same, a[a.size() - k]);
    return pieces;
}

}  // namespace stet::compare

// Sentence boundaries by stops, with the usual exceptions.
#include "compiler/prose/sentences.hpp"

#include <algorithm>
#include <array>

#include "compiler/base/ascii.hpp"

namespace stet::prose {

namespace {

constexpr auto abbreviations = std::to_array<std::string_view>({
    "Dr",  "Mr", "Mrs",  "Ms", "No",  "Nos", "Prof", "Rev",   "St", "approx", "cf", "e.g", "eg", "etc",
    "i.e", "ie", "incl", "no", "nos", "p",   "para", "paras", "pp", "s",      "ss", "viz", "vs",
});
static_assert(std::is_sorted(abbreviations.begin(), abbreviations.end()));

/// Whether the full stop at `stop` belongs to an abbreviation or an initial.
bool abbreviates(std::string_view text, std::size_t stop) {
    constexpr std::size_t longest = 8;
    std::size_t begin = stop;
    while (begin > 0 && stop - begin < longest && (ascii::letter(text[begin - 1]) || text[begin - 1] == '.'))
        --begin;
    const std::string_view word = text.substr(begin, stop - begin);
    if (word.size() == 1 && ascii::upper_letter(word[0])) return true;
    return std::binary_search(abbreviations.begin(), abbreviations.end(), word);
}

/// Skips closing quotes and brackets.
std::size_t after_closers(std::string_view text, std::size_t at) {
    while (at < text.size()) {
        if (text[at] == '\'' || text[at] == '"' || text[at] == ')' || text[at] == ']') {
            ++at;
        } else if (text.substr(at, 3) == "\u2019" || text.substr(at, 3) == "\u201D") {
            at += 3;
        } else {
            break;
        }
    }
    return at;
}

bool opens_sentence(std::string_view text, std::size_t at) {
    if (at >= text.size()) return true;
    const char c = text[at];
    return ascii::upper_letter(c) || ascii::digit(c) || c == '\'' || c == '"' || c == '(' || c == '[' ||
           (c & 0x80) != 0;
}

std::size_t next_stop(std::string_view text, std::size_t at) {
    while (at < text.size() && text[at] != '.' && text[at] != '?' && text[at] != '!') ++at;
    return at;
}

}  // namespace

std::vector<Sentence> sentences(std::string_view text) {
    std::vector<Sentence> found;
    sentences(text, found);
    return found;
}

void sentences(std::string_view text, std::vector<Sentence>& found) {
    std::size_t begin = 0;
    const auto close = [&](std::size_t end) {
        if (end > begin)
            found.push_back({static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)});
    };
    for (std::size_t i = next_stop(text, 0); i < text.size(); i = next_stop(text, i)) {
        const std::size_t end = after_closers(text, i + 1);
        std::size_t next = end;
        while (next < text.size() && (text[next] == ' ' || text[next] == '\n')) ++next;
        const bool spaced = next > end || end >= text.size();
        if (spaced && opens_sentence(text, next) &&
            !(text[i] == '.' && next < text.size() && abbreviates(text, i))) {
            close(end);
            begin = next;
        }
        i = std::max(end, i + 1);
    }
    std::size_t end = text.size();
    while (end > begin && text[end - 1] == ' ') --end;
    close(end);
}

std::size_t sentence_at(std::span<const Sentence> sentences, std::uint32_t offset) {
    const auto after = std::upper_bound(sentences.begin(), sentences.end(), offset,
                                        [](std::uint32_t at, const Sentence& s) { return at < s.begin; });
    return after == sentences.begin() ? 0 : static_cast<std::size_t>(after - sentences.begin()) - 1;
}

}  // namespace stet::prose

// Folding of names for comparison.
#include "compiler/framework/names.hpp"

#include "compiler/base/ascii.hpp"
#include "compiler/base/utf8.hpp"

namespace stet::framework {

namespace {

bool is_apostrophe(char32_t c) {
    return c == '\'' || c == 0x2019 || c == 0x2018;
}

/// Dashes, quotes, spaces and bullets of the General Punctuation block, the no-break space and the like.
bool is_typographic(char32_t c) {
    return (c >= 0x2000 && c <= 0x206F) || c == 0xA0 || c == 0xAD || c == 0xFFFC;
}

bool is_word_character(char32_t c) {
    if (c < 0x80) return ascii::alphanumeric(static_cast<char>(c));
    return !is_typographic(c);
}

/// Drops "(LSCB)": brackets around one word.
std::string without_one_word_brackets(std::string_view words) {
    std::string kept;
    kept.reserve(words.size());
    std::size_t at = 0;
    while (at < words.size()) {
        const std::size_t open = words.find('(', at);
        if (open == std::string_view::npos) break;
        const std::size_t close = words.find(')', open);
        if (close == std::string_view::npos) break;
        kept += words.substr(at, open - at);
        const std::string_view inside = words.substr(open + 1, close - open - 1);
        if (inside.find(' ') != std::string_view::npos) kept += words.substr(open, close - open + 1);
        at = close + 1;
    }
    kept += words.substr(at);
    return kept;
}

}  // namespace

std::string fold(std::string_view words, std::size_t most_words) {
    std::string folded;
    if (most_words == SIZE_MAX) folded.reserve(words.size());
    bool gap = false;
    std::size_t count = 1;
    for (std::size_t at = 0; at < words.size();) {
        const utf8::Decoded c = utf8::decode(words, at);
        const std::string_view bytes = words.substr(at, c.size);
        at += c.size;
        if (is_apostrophe(c.point)) continue;
        if (!is_word_character(c.point)) {
            gap = !folded.empty();
            continue;
        }
        if (gap) {
            if (++count > most_words) break;
            folded += ' ';
        }
        gap = false;
        if (c.point < 0x80)
            folded += ascii::lower(bytes[0]);
        else
            folded += bytes;
    }
    return folded;
}

std::string fold_name(std::string_view words) {
    const bool brackets = words.find('(') != std::string_view::npos;
    std::string folded = brackets ? fold(without_one_word_brackets(words)) : fold(words);
    if (folded.starts_with("the ")) folded.erase(0, 4);
    constexpr std::string_view short_spelling = "judgment";
    for (std::size_t at = 0; (at = folded.find(short_spelling, at)) != std::string::npos;
         at += short_spelling.size()) {
        folded.insert(at + 4, 1, 'e');
    }
    return folded;
}

}  // namespace stet::framework

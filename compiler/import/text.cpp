// Small questions about a line of report text: how it begins and ends, and what it is for purposes of
// comparison.
#include "compiler/import/text.hpp"

#include <algorithm>
#include <array>

#include "compiler/base/utf8.hpp"
#include "compiler/import/draft.hpp"

namespace stet::import {

namespace {

constexpr std::array<std::string_view, 55> open_words = {
    "a",    "about",   "against", "although", "among", "an",   "and",    "are",   "as",    "at",
    "be",   "because", "been",    "between",  "but",   "by",   "during", "for",   "from",  "has",
    "have", "if",      "in",      "into",     "is",    "its",  "nearly", "nor",   "not",   "of",
    "on",   "or",      "per",     "some",     "than",  "that", "the",    "their", "this",  "through",
    "to",   "under",   "unless",  "upon",     "was",   "were", "when",   "where", "which", "while",
    "who",  "whose",   "will",    "with",     "within"};

/// Bytes of the longest line that is read as a table's row.
constexpr std::size_t longest_row = 10'000;

bool is_space(char c) {
    return c == ' ' || c == '\t';
}

bool is_apostrophe(char32_t point) {
    return point == U'\'' || point == U'’' || point == U'‘';
}

bool is_opener(char32_t point) {
    return point == U'"' || point == U'(' || point == U'[' || point == U'“' || is_apostrophe(point) ||
           point < 0x20;
}

/// Length of a closing quote, bracket, star or note mark that ends `text`; 0 if there is none.
std::size_t closer_size(std::string_view text) {
    if (text.empty()) return 0;
    const char last = text.back();
    if (last == mark::note_close) {
        const std::size_t open = text.rfind(mark::note_open);
        return open == std::string_view::npos ? 1 : text.size() - open;
    }
    if (last == ')' || last == ']' || last == '"' || last == '\'' || last == '*' || last == ' ') return 1;
    if (last == mark::strong || last == mark::emphasis) return 1;
    if (text.ends_with("’") || text.ends_with("”")) return 3;
    return 0;
}

}  // namespace

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}
bool is_lower(char c) {
    return c >= 'a' && c <= 'z';
}
bool is_upper(char c) {
    return c >= 'A' && c <= 'Z';
}

std::string_view trim(std::string_view text) {
    while (!text.empty() && is_space(text.front())) text.remove_prefix(1);
    while (!text.empty() && is_space(text.back())) text.remove_suffix(1);
    return text;
}

bool is_letter(char32_t point) {
    if (point < 0x80) return is_lower(static_cast<char>(point)) || is_upper(static_cast<char>(point));
    if (point < 0xC0) return point == U'ª' || point == U'º' || point == U'µ';
    if (point == U'×' || point == U'÷') return false;
    if (point >= 0x2000 && point <= 0x2BFF) return point >= 0x2C00;  // punctuation, arrows, symbols, dingbats
    if (point >= 0x3000 && point <= 0x303F) return false;
    return !(point >= 0xE000 && point <= 0xF8FF) && point < 0xFFF0;
}

std::string key_of(std::string_view text) {
    std::string key;
    bool gap = false;
    for (std::size_t at = 0; at < text.size();) {
        if (text[at] == mark::note_open) {
            const std::size_t close = text.find(mark::note_close, at);
            at = close == std::string_view::npos ? text.size() : close + 1;
            continue;
        }
        const utf8::Decoded d = utf8::decode(text, at);
        const bool digit = d.point < 0x80 && is_digit(static_cast<char>(d.point));
        if (digit || is_letter(d.point)) {
            if (gap && !key.empty()) key.push_back(' ');
            gap = false;
            const bool capital = d.point < 0x80 && is_upper(static_cast<char>(d.point));
            utf8::append(key, capital ? d.point + 32 : d.point);
        } else if (!is_apostrophe(d.point) && d.point >= 0x20) {
            gap = true;
        }
        at += d.size;
    }
    return key;
}

std::size_t word_count(std::string_view text) {
    std::size_t count = 0;
    bool inside = false;
    for (const char c : text) {
        if (is_space(c) != inside) continue;
        inside = !inside;
        count += inside ? 1U : 0U;
    }
    return count;
}

namespace {

char32_t first_letter(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
        const utf8::Decoded d = utf8::decode(text, at);
        if (!is_opener(d.point)) return d.point;
        at += d.size;
    }
    return 0;
}

}  // namespace

bool starts_upper(std::string_view text) {
    const char32_t first = first_letter(text);
    return (first >= U'A' && first <= U'Z') || (first >= 0xC0 && first <= 0xDE);
}

bool starts_lower(std::string_view text) {
    const char32_t first = first_letter(text);
    return (first >= U'a' && first <= U'z') || (first >= 0xDF && first <= 0xFF);
}

std::string_view without_closers(std::string_view text) {
    for (std::size_t size = closer_size(text); size != 0; size = closer_size(text)) text.remove_suffix(size);
    return text;
}

namespace {

/// Bytes of a bracket that may follow a sentence's stop.
constexpr std::size_t longest_aside = 60;

bool ends_in_stop(std::string_view text) {
    return !text.empty() && (text.back() == '.' || text.back() == '!' || text.back() == '?');
}

}  // namespace

bool ends_sentence(std::string_view text) {
    const std::string_view whole = text;
    text = without_closers(text);
    if (ends_in_stop(text)) return true;
    // "... in time. (Recommendation)": a bracket of its own after the stop.
    const std::size_t tail = text.size() - std::min(text.size(), longest_aside);
    const std::size_t open = text.substr(tail).rfind('(');
    return open != std::string_view::npos && text.find(')', tail + open) == std::string_view::npos &&
           text.size() < whole.size() && ends_in_stop(without_closers(text.substr(0, tail + open)));
}

bool ends_terminal(std::string_view text) {
    if (ends_sentence(text)) return true;
    text = without_closers(text);
    return !text.empty() && (text.back() == ':' || text.back() == ';');
}

bool ends_openly(std::string_view text) {
    if (text.empty() || ends_terminal(text)) return false;
    if (text.back() == ',' || text.back() == '-' || text.back() == '/' || text.ends_with("–")) return true;
    const std::size_t space = text.find_last_of(" \t");
    const std::string word = key_of(text.substr(space == std::string_view::npos ? 0 : space + 1));
    return std::binary_search(open_words.begin(), open_words.end(), std::string_view(word));
}

bool is_labelled(std::string_view text) {
    const std::size_t colon = text.substr(0, 42).find(": ");
    return colon != std::string_view::npos && word_count(text.substr(0, colon)) <= 4;
}

std::optional<std::uint32_t> bare_number(std::string_view text) {
    text = trim(text);
    if (text.empty() || text.size() > 3) return std::nullopt;
    std::uint32_t value = 0;
    for (const char c : text) {
        if (!is_digit(c)) return std::nullopt;
        value = value * 10 + static_cast<std::uint32_t>(c - '0');
    }
    return value;
}

bool is_dash(char32_t point) {
    return point == U'-' || (point >= 0x2010 && point <= 0x2015) || point == U'−' || point == U'─' ||
           point == 0x0336;  // a combining stroke that stands alone
}

Bullet bullet_at(std::string_view text) {
    std::size_t start = 0;
    while (start < text.size() && is_space(text[start])) ++start;
    if (start >= text.size()) return {};
    const utf8::Decoded d = utf8::decode(text, start);
    const char32_t p = d.point;
    const bool glyph = (p >= 0xE000 && p <= 0xF8FF) || p == U'•' || p == U'·' || p == U'‣' || p == U'⁃' ||
                       p == U'∙' || p == U'*' || p == U'o' || is_dash(p) || p == U'➢' || p == U'✓' ||
                       p == U'✔' || (p >= 0x25A0 && p <= 0x25FF);
    if (!glyph) return {};
    std::size_t end = start + d.size;
    const std::size_t after = end;
    while (end < text.size() && is_space(text[end])) ++end;
    const bool unmistakable = p >= 0x2022 && !is_dash(p);
    if (end == after && !(unmistakable && end < text.size())) {
        return unmistakable && end == text.size() ? Bullet{end, p} : Bullet{};
    }
    if (end == text.size() && !unmistakable) return {};
    return {end, p};
}

std::optional<ParagraphNumber> paragraph_number_at(std::string_view text) {
    std::size_t at = 0;
    while (at < text.size() && is_space(text[at])) ++at;
    const std::size_t start = at;
    ParagraphNumber number;
    const auto digits = [&](std::uint32_t& value) {
        const std::size_t first = at;
        while (at < text.size() && is_digit(text[at]) && at - first < 4) {
            value = value * 10 + static_cast<std::uint32_t>(text[at++] - '0');
        }
        return at != first && (at == text.size() || !is_digit(text[at]));
    };
    if (!digits(number.major) || at == text.size()) return std::nullopt;
    if (text[at] == '.' && at + 1 < text.size() && is_digit(text[at + 1])) {
        ++at;
        std::uint32_t minor = 0;
        if (!digits(minor) || at - start > 6) return std::nullopt;
        number.minor = minor;
        number.written = text.substr(start, at - start);
        if (at < text.size() && text[at] == '.') ++at;
    } else if (text[at] == '.' || text[at] == ')') {
        number.bracket = text[at] == ')';
        number.written = text.substr(start, at - start);
        ++at;
    } else {
        return std::nullopt;
    }
    if (at < text.size() && !is_space(text[at])) return std::nullopt;
    while (at < text.size() && is_space(text[at])) ++at;
    number.size = at;
    return number;
}

std::vector<std::string_view> cells_of(std::string_view text) {
    std::vector<std::string_view> cells;
    if (text.size() > longest_row) return {trim(text)};
    std::size_t start = 0;
    for (std::size_t at = 0; at < text.size();) {
        std::size_t end = at;
        bool tab = false;
        while (end < text.size() && is_space(text[end])) tab = text[end++] == '\t' || tab;
        if (end == at) {
            ++at;
        } else {
            if (at > start && end < text.size() && (tab || end - at >= 3)) {
                cells.push_back(trim(text.substr(start, at - start)));
                start = end;
            }
            at = end;
        }
    }
    const std::string_view last = trim(text.substr(std::min(start, text.size())));
    if (!last.empty() || cells.empty()) cells.push_back(last);
    return cells;
}

std::uint64_t hash_of(std::string_view text) {
    std::uint64_t hash = 0xcbf29ce484222325ULL;
    for (const char c : text) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001b3ULL;
    return hash;
}

}  // namespace stet::import

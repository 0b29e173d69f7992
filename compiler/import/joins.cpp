// How two lines of one paragraph join: with a space, or within a word that was divided at its hyphen.
#include "compiler/import/joins.hpp"

#include <algorithm>
#include <array>

#include "compiler/import/text.hpp"

namespace stet::import {

namespace {

/// First parts that are written with a hyphen in English, so that a line's end changes nothing.
constexpr std::array<std::string_view, 26> prefixes = {
    "all",  "anti", "cross", "ex",    "full", "half",  "high",  "inter", "least",
    "long", "low",  "mid",   "multi", "non",  "off",   "on",    "one",   "out",
    "part", "post", "pre",   "self",  "semi", "short", "under", "well"};

bool is_word_byte(char c) {
    return is_lower(c) || is_upper(c) || static_cast<unsigned char>(c) >= 0x80U;
}

std::string lower(std::string_view text) {
    std::string out(text);
    for (char& c : out) c = is_upper(c) ? static_cast<char>(c + 32) : c;
    return out;
}

/// The word at the end of `text`, of letters only.
std::string_view last_word(std::string_view text) {
    std::size_t at = text.size();
    while (at > 0 && is_word_byte(text[at - 1])) --at;
    return text.substr(at);
}

std::string_view first_word(std::string_view text) {
    std::size_t end = 0;
    while (end < text.size() && is_word_byte(text[end])) ++end;
    return text.substr(0, end);
}

void tidy(std::vector<std::uint64_t>& hashes) {
    std::sort(hashes.begin(), hashes.end());
    hashes.erase(std::unique(hashes.begin(), hashes.end()), hashes.end());
}

bool contains(const std::vector<std::uint64_t>& hashes, std::string_view word) {
    return std::binary_search(hashes.begin(), hashes.end(), hash_of(word));
}

/// Candidates: what each line that ends in a hyphen would make, with and without it.
std::vector<std::uint64_t> divided_words(const Draft& draft) {
    std::vector<std::uint64_t> hashes;
    for (std::size_t i = 0; i < draft.lines.size(); ++i) {
        const std::string_view text = draft.lines[i].text;
        if (!text.ends_with('-')) continue;
        const std::string before = lower(last_word(text.substr(0, text.size() - 1)));
        for (std::size_t k = i + 1; k < draft.lines.size() && k < i + 8; ++k) {
            const std::string after = lower(first_word(trim(draft.lines[k].text)));
            if (after.empty()) continue;
            hashes.push_back(hash_of(before + after));
            hashes.push_back(hash_of(before + '-' + after));
        }
    }
    tidy(hashes);
    return hashes;
}

}  // namespace

Joiner::Joiner(const Draft& draft) {
    const std::vector<std::uint64_t> wanted = divided_words(draft);
    if (wanted.empty()) return;
    for (const Line& line : draft.lines) {
        const std::string_view text = line.text;
        for (std::size_t at = 0; at < text.size();) {
            const std::string_view word = first_word(text.substr(at));
            if (word.empty()) {
                ++at;
                continue;
            }
            at += word.size();
            const std::uint64_t hash = hash_of(lower(word));
            if (std::binary_search(wanted.begin(), wanted.end(), hash)) words_.push_back(hash);
            if (at + 1 >= text.size() || text[at] != '-') continue;
            const std::string_view second = first_word(text.substr(at + 1));
            const std::uint64_t compound = hash_of(lower(word) + '-' + lower(second));
            if (std::binary_search(wanted.begin(), wanted.end(), compound)) compounds_.push_back(compound);
        }
    }
    tidy(words_);
    tidy(compounds_);
}

bool Joiner::join(std::string& text, std::string_view next) const {
    if (text.empty() || next.empty()) {
        text += next;
        return false;
    }
    if (text.back() == mark::cut) {
        text.pop_back();
        text += next;
        return true;
    }
    const bool slash = text.back() == '/' && text.size() > 1 && is_word_byte(text[text.size() - 2]);
    const bool range =
        text.ends_with("–") && text.size() > 3 && is_digit(text[text.size() - 4]) && is_digit(next.front());
    if (text.back() == '-' && text.size() > 1 && is_word_byte(text[text.size() - 2]) && starts_lower(next) &&
        is_word_byte(next.front())) {
        const std::string before = lower(last_word(std::string_view(text).substr(0, text.size() - 1)));
        const std::string after = lower(first_word(next));
        const bool usual = std::find(prefixes.begin(), prefixes.end(), before) != prefixes.end();
        // "pre- and post-birth": the hyphen stands for a word that comes later.
        if (after == "and" || after == "or" || after == "to") {
            text += ' ';
            text += next;
            return false;
        }
        const bool whole =
            !usual && !contains(compounds_, before + '-' + after) && contains(words_, before + after);
        if (whole) text.pop_back();
        text += next;
        return whole;
    }
    if (!slash && !range) text += ' ';
    text += next;
    return false;
}

}  // namespace stet::import

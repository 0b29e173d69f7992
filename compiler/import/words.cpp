// Compares the words that went in with the words that came out.
#include "compiler/import/words.hpp"

#include <algorithm>
#include <array>
#include <unordered_map>

#include "compiler/base/utf8.hpp"
#include "compiler/import/lines.hpp"
#include "compiler/import/text.hpp"

namespace stet::import {

namespace {

enum Stream : std::size_t { in_cover, in_contents, in_body, in_notes, streams };

/// A run of letters or a run of digits. Small, because a long text has millions.
struct Word {
    std::uint64_t hash = 0;
    std::uint32_t line =
        0;  ///< index in Draft::lines; of the source's words, that of the nearest word before
    std::uint32_t place = 0;  ///< byte in its line or in the source
};
using Words = std::vector<Word>;
using Streams = std::array<Words, streams>;

/// How far the comparison looks ahead to find its way again, and how many words it may look at in all.
constexpr std::size_t look_ahead = 256;
constexpr std::size_t enough_words = 3;
constexpr std::size_t budget = 50'000'000;

/// A word found by split(): where it stands and what it counts as.
struct Found {
    std::size_t begin = 0, end = 0;
    std::uint64_t hash = 0;
};

bool is_numeral(char32_t point, char& digit) {
    if (is_superscript(point, digit)) return true;
    if (point >= 0x80 || !is_digit(static_cast<char>(point))) return false;
    digit = static_cast<char>(point);
    return true;
}

Found number_at(std::string_view text, std::size_t begin) {
    std::string digits;
    char digit = 0;
    std::size_t at = begin;
    while (at < text.size()) {
        const utf8::Decoded d = utf8::decode(text, at);
        if (!is_numeral(d.point, digit)) break;
        digits += digit;
        at += d.size;
    }
    return {begin, at, hash_of(digits)};
}

Found letters_at(std::string_view text, std::size_t begin) {
    std::size_t at = begin;
    while (at < text.size()) {
        const utf8::Decoded d = utf8::decode(text, at);
        if (!is_letter(d.point)) break;
        at += d.size;
    }
    return {begin, at, hash_of(text.substr(begin, at - begin))};
}

/// Calls `action` for each word from `at` on.
template <class Action>
void split(std::string_view text, const Action& action) {
    for (std::size_t at = 0; at < text.size();) {
        char digit = 0;
        const utf8::Decoded d = utf8::decode(text, at);
        if (is_numeral(d.point, digit) || is_letter(d.point)) {
            const Found word = is_letter(d.point) ? letters_at(text, at) : number_at(text, at);
            action(word);
            at = word.end;
            continue;
        }
        // "[^2-3]" and its mark in a line stand for the note's number alone.
        const bool in_line = text[at] == mark::note_open;
        const bool in_source = text.substr(at).starts_with("[^") && (at == 0 || text[at - 1] != '\\');
        at += in_source ? 2U : d.size;
        if (!in_line && !in_source) continue;
        const Found number = number_at(text, at);
        if (number.end > number.begin) action(number);
        at = number.end;
        if (at < text.size() && text[at] == '-') at = std::min(text.find_first_of("]\x02", at), text.size());
    }
}

void add_words(std::string_view text, std::size_t offset, std::uint32_t line, Words& out) {
    split(text, [&](const Found& word) {
        out.push_back({word.hash, line, static_cast<std::uint32_t>(offset + word.begin)});
    });
}

/// The word that begins at `place`.
std::string_view word_at(std::string_view text, std::uint32_t place) {
    const Found number = number_at(text, place);
    const Found found = number.end > number.begin ? number : letters_at(text, place);
    return text.substr(found.begin, found.end - found.begin);
}

/// A word whose hyphen at the line's end was dropped: its two halves are one, if they touch the hyphen.
void merge_halves(const Draft& draft, Words& words, std::size_t second) {
    Word& left = words[second - 1];
    const Word& right = words[second];
    const std::string_view above = draft.lines[left.line].text, below = draft.lines[right.line].text;
    const std::string_view first_half = word_at(above, left.place), second_half = word_at(below, right.place);
    const std::size_t indent = below.find_first_not_of(" \t");
    if (left.place + first_half.size() + 1 != above.size() || right.place != indent) return;
    left.hash = hash_of(std::string(first_half) + std::string(second_half));
    words.erase(words.begin() + static_cast<std::ptrdiff_t>(second));
}

Streams words_in(const Draft& draft) {
    Streams out;
    bool merge = false;
    for (std::size_t i = 0; i < draft.lines.size(); ++i) {
        const Line& line = draft.lines[i];
        Stream stream = in_body;
        switch (line.role) {
            case Role::blank:
            case Role::furniture:
            case Role::contents_title:
                continue;
            case Role::cover:
                stream = in_cover;
                break;
            case Role::contents:
                stream = in_contents;
                break;
            case Role::note:
            case Role::note_number:
                stream = in_notes;
                break;
            case Role::body:
            case Role::table:
                stream = in_body;
                break;
        }
        Words& words = out[stream];
        const std::size_t first = words.size();
        const std::string_view counted =
            line.text.substr(line.skip, line.text.size() - line.skip - line.drop);
        add_words(counted, line.skip, static_cast<std::uint32_t>(i), words);
        if (merge && stream == in_body && first > 0 && words.size() > first)
            merge_halves(draft, words, first);
        if (stream == in_body) merge = line.merges;
    }
    return out;
}

Streams words_out(std::string_view source) {
    Streams out;
    Stream inside = in_cover;
    bool header = true;
    for (std::size_t at = 0; at < source.size();) {
        const std::size_t end = std::min(source.find('\n', at), source.size());
        const std::string_view line = source.substr(at, end - at);
        const std::size_t begin = at;
        at = end + 1;
        if (line.empty()) {
            header = false;
            inside = in_body;
        } else if (header) {
            const std::size_t value = line.find(": ") + 2;
            if (!line.starts_with("framework: ") && !line.starts_with("standard wording: "))
                add_words(line.substr(value), begin + value, 0, out[in_cover]);
        } else if (line.starts_with("@judgements")) {
            inside = in_cover;
        } else if (line.starts_with("@contents")) {
            inside = in_contents;
        } else if (!line.starts_with("@note for editor: ") && line != "@restart") {
            const bool note = line.starts_with("[^") && line.find("]: ") < 12;
            add_words(line, begin, 0, out[note ? in_notes : inside]);
        }
    }
    return out;
}

/// Words with no partner, in their order.
struct Unmatched {
    Words left_out, added;
};

void by_count(const Words& in, const Words& out, Unmatched& result) {
    std::unordered_map<std::uint64_t, std::int64_t> count;
    for (const Word& word : out) ++count[word.hash];
    for (const Word& word : in) {
        if (--count[word.hash] < 0) result.left_out.push_back(word);
    }
    const std::uint32_t line = in.empty() ? 0 : in.front().line;
    for (const Word& word : out) {
        auto& surplus = count[word.hash];
        if (surplus <= 0) continue;
        --surplus;
        result.added.push_back({word.hash, line, word.place});
    }
}

bool meet(const Words& in, std::size_t i, const Words& out, std::size_t j) {
    for (std::size_t k = 0; k < enough_words; ++k) {
        const bool in_ends = i + k >= in.size(), out_ends = j + k >= out.size();
        if (in_ends || out_ends) return in_ends && out_ends;
        if (in[i + k].hash != out[j + k].hash) return false;
    }
    return true;
}

/// Walks both sequences; where they part, looks for the nearest place where they meet again.
void by_order(const Words& in, const Words& out, Unmatched& result) {
    std::size_t i = 0, j = 0, spent = 0;
    std::uint32_t line = 0;
    while (i < in.size() && j < out.size()) {
        if (in[i].hash == out[j].hash) {
            line = in[i].line;
            ++i, ++j;
            continue;
        }
        std::size_t skip_in = 1, skip_out = 1;
        bool found = false;
        for (std::size_t sum = 1; sum <= look_ahead && !found && spent < budget; ++sum) {
            for (const std::size_t a : {std::size_t{0}, sum, sum / 2}) {
                ++spent;
                if (!meet(in, i + a, out, j + sum - a)) continue;
                skip_in = a, skip_out = sum - a, found = true;
                break;
            }
        }
        for (std::size_t k = 0; k < skip_in && i < in.size(); ++k) result.left_out.push_back(in[i++]);
        for (std::size_t k = 0; k < skip_out && j < out.size(); ++k)
            result.added.push_back({out[j].hash, line, out[j].place}), ++j;
    }
    for (; i < in.size(); ++i) result.left_out.push_back(in[i]);
    for (; j < out.size(); ++j) result.added.push_back({out[j].hash, line, out[j].place});
}

/// Copies that the source makes on purpose are not additions.
void forgive_copies(const Draft& draft, Words& added) {
    Words copies;
    for (const std::string& copy : draft.cover.copies) add_words(copy, 0, 0, copies);
    std::unordered_map<std::uint64_t, std::size_t> count;
    for (const Word& word : copies) ++count[word.hash];
    std::erase_if(added, [&](const Word& word) {
        const auto found = count.find(word.hash);
        return found != count.end() && found->second > 0 && found->second-- > 0;
    });
}

/// `source` is empty for words of the input.
void report(const Draft& draft, std::string_view source, const Words& words, Difference::Kind kind,
            std::vector<Difference>& out) {
    for (const Word& word : words) {
        const std::uint32_t line = draft.lines.empty() ? 1 : draft.lines[word.line].number;
        const bool goes_on = !out.empty() && out.back().line == line && out.back().kind == kind;
        if (!goes_on) out.push_back({line, kind, {}});
        if (goes_on) out.back().words += ' ';
        out.back().words += word_at(source.empty() ? draft.lines[word.line].text : source, word.place);
    }
}

}  // namespace

std::vector<Difference> compare_words(const Draft& draft, std::string_view source) {
    const Streams in = words_in(draft), out = words_out(source);
    Unmatched all;
    by_order(in[in_body], out[in_body], all);
    for (const Stream stream : {in_cover, in_contents, in_notes}) by_count(in[stream], out[stream], all);
    forgive_copies(draft, all.added);
    // What is missing in one place and surplus in another has moved.
    std::unordered_map<std::uint64_t, std::size_t> surplus;
    for (const Word& word : all.added) ++surplus[word.hash];
    Words moved;
    std::unordered_map<std::uint64_t, std::size_t> matched;
    std::erase_if(all.left_out, [&](const Word& word) {
        const auto found = surplus.find(word.hash);
        if (found == surplus.end() || found->second == 0) return false;
        --found->second, ++matched[word.hash];
        moved.push_back(word);
        return true;
    });
    std::erase_if(all.added, [&](const Word& word) {
        const auto found = matched.find(word.hash);
        return found != matched.end() && found->second > 0 && found->second-- > 0;
    });
    std::vector<Difference> differences;
    report(draft, {}, all.left_out, Difference::left_out, differences);
    report(draft, source, all.added, Difference::added, differences);
    report(draft, {}, moved, Difference::moved, differences);
    std::stable_sort(differences.begin(), differences.end(),
                     [](const Difference& a, const Difference& b) { return a.line < b.line; });
    return differences;
}

}  // namespace stet::import

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

/// A run of letters or a run of digits.
struct Word {
    std::uint64_t hash = 0;
    std::uint32_t line = 0;  ///< of the input; of the source, the line of the nearest input word is found later
    std::string_view text;
};
using Words = std::vector<Word>;
using Streams = std::array<Words, streams>;

/// How far the comparison looks ahead to find its way again, and how many words it may look at in all.
constexpr std::size_t look_ahead = 256;
constexpr std::size_t enough_words = 3;
constexpr std::size_t budget = 50'000'000;

void split(std::string_view text, std::uint32_t line, Words& out) {
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t begin = at;
        std::string digits;
        char digit = 0;
        utf8::Decoded d = utf8::decode(text, at);
        const auto numeral = [&] { return (d.point < 0x80 && is_digit(static_cast<char>(d.point))) || is_superscript(d.point, digit); };
        if (numeral()) {
            while (numeral()) {
                digits += is_superscript(d.point, digit) ? digit : static_cast<char>(d.point);
                at += d.size;
                if (at >= text.size()) break;
                d = utf8::decode(text, at);
            }
            out.push_back({hash_of(digits), line, text.substr(begin, at - begin)});
        } else if (is_letter(d.point)) {
            while (is_letter(d.point)) {
                at += d.size;
                if (at >= text.size()) break;
                d = utf8::decode(text, at);
            }
            out.push_back({hash_of(text.substr(begin, at - begin)), line, text.substr(begin, at - begin)});
        } else {
            at += d.size;
            // "[^2-3]" and its mark in a line stand for the note's number alone.
            const bool note = text[begin] == mark::note_open || text.substr(begin).starts_with("[^");
            if (!note || (begin > 0 && text[begin - 1] == '\\')) continue;
            if (text[begin] == '[') ++at;
            const std::size_t first = at;
            while (at < text.size() && is_digit(text[at])) ++at;
            if (at > first) out.push_back({hash_of(text.substr(first, at - first)), line, text.substr(first, at - first)});
            if (at < text.size() && text[at] == '-') at = std::min(text.find_first_of("]\x02", at), text.size());
        }
    }
}

Streams words_in(const Draft& draft) {
    Streams out;
    bool merge = false;
    for (const Line& line : draft.lines) {
        Stream stream = in_body;
        switch (line.role) {
            case Role::blank:
            case Role::furniture:
            case Role::contents_title: continue;
            case Role::cover: stream = in_cover; break;
            case Role::contents: stream = in_contents; break;
            case Role::note:
            case Role::note_number: stream = in_notes; break;
            case Role::body:
            case Role::table: stream = in_body; break;
        }
        Words& words = out[stream];
        const std::size_t first = words.size();
        split(line.text.substr(line.skip, line.text.size() - line.skip - line.drop), line.number, words);
        if (merge && stream == in_body && first > 0 && words.size() > first) {
            // A word whose hyphen was dropped: the two halves are one.
            const std::string whole = std::string(words[first - 1].text) + std::string(words[first].text);
            words[first - 1].hash = hash_of(whole);
            words.erase(words.begin() + static_cast<std::ptrdiff_t>(first));
        }
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
        std::string_view line = source.substr(at, end - at);
        at = end + 1;
        if (line.empty()) {
            header = false;
            inside = in_body;
        } else if (header) {
            const std::size_t colon = line.find(": ");
            if (!line.starts_with("framework: ")) split(line.substr(colon + 2), 0, out[in_cover]);
        } else if (line.starts_with("@judgements")) {
            inside = in_cover;
        } else if (line.starts_with("@contents")) {
            inside = in_contents;
        } else if (line.starts_with("@note for editor: ")) {
            continue;
        } else if (line.starts_with("[^") && line.find("]: ") < 12) {
            split(line, 0, out[in_notes]);
        } else {
            split(line, 0, out[inside]);
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
    std::uint32_t line = in.empty() ? 1 : in.front().line;
    for (const Word& word : out) {
        auto& surplus = count[word.hash];
        if (surplus <= 0) continue;
        --surplus;
        result.added.push_back({word.hash, line, word.text});
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
    std::uint32_t line = 1;
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
        for (std::size_t k = 0; k < skip_out && j < out.size(); ++k) result.added.push_back({out[j].hash, line, out[j].text}), ++j;
    }
    for (; i < in.size(); ++i) result.left_out.push_back(in[i]);
    for (; j < out.size(); ++j) result.added.push_back({out[j].hash, line, out[j].text});
}

/// Copies that the source makes on purpose are not additions.
void forgive_copies(const Draft& draft, Words& added) {
    Words copies;
    for (const std::string& copy : draft.cover.copies) split(copy, 0, copies);
    std::unordered_map<std::uint64_t, std::size_t> count;
    for (const Word& word : copies) ++count[word.hash];
    std::erase_if(added, [&](const Word& word) {
        const auto found = count.find(word.hash);
        return found != count.end() && found->second > 0 && found->second-- > 0;
    });
}

void report(const Words& words, Difference::Kind kind, std::vector<Difference>& out) {
    for (const Word& word : words) {
        const bool goes_on = !out.empty() && out.back().line == word.line && out.back().kind == kind;
        if (!goes_on) out.push_back({word.line, kind, {}});
        if (goes_on) out.back().words += ' ';
        out.back().words += word.text;
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
    report(all.left_out, Difference::left_out, differences);
    report(all.added, Difference::added, differences);
    report(moved, Difference::moved, differences);
    std::stable_sort(differences.begin(), differences.end(), [](const Difference& a, const Difference& b) { return a.line < b.line; });
    return differences;
}

}  // namespace stet::import

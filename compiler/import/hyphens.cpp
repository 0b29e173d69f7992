// Hyphens at the end of a printed line that `pdftotext` took for a division of the word.
#include "compiler/import/hyphens.hpp"

#include <unordered_map>

#include "compiler/base/ascii.hpp"
#include "compiler/base/utf8.hpp"

namespace stet::import {

namespace {

/// Bytes of the first part by the word without its hyphen, in small letters; 0 where two spellings disagree.
using Compounds = std::unordered_map<std::string, std::size_t>;

std::size_t letters_at(std::string_view text, std::size_t at) {
    std::size_t end = at;
    while (end < text.size() && ascii::letter(text[end])) ++end;
    return end - at;
}

std::string small(std::string_view word) {
    std::string out(word);
    for (char& c : out) c = ascii::lower(c);
    return out;
}

Compounds compounds_in(const Draft& draft) {
    Compounds out;
    for (const Line& line : draft.lines) {
        const std::string_view text = line.text;
        for (std::size_t at = text.find('-'); at != std::string_view::npos; at = text.find('-', at + 1)) {
            std::size_t begin = at;
            while (begin > 0 && ascii::letter(text[begin - 1])) --begin;
            const std::size_t second = letters_at(text, at + 1);
            if (at - begin < 2 || second < 2) continue;
            const auto [place, fresh] = out.emplace(
                small(text.substr(begin, at - begin)) + small(text.substr(at + 1, second)), at - begin);
            if (!fresh && place->second != at - begin) place->second = 0;
        }
    }
    return out;
}

/// A word that the document also writes solid, on lines that nothing was joined to, is left as it is.
void drop_solid_words(const Draft& draft, Compounds& compounds) {
    for (const Line& line : draft.lines) {
        if (utf8::count(line.text) > draft.width) continue;
        for (std::size_t at = 0; at < line.text.size(); ++at) {
            const std::size_t letters = letters_at(line.text, at);
            if (letters < 4) {
                at += letters;
                continue;
            }
            const auto found = compounds.find(small(line.text.substr(at, letters)));
            if (found != compounds.end()) found->second = 0;
            at += letters;
        }
    }
}

/// Places in the line where a hyphen was lost, in bytes.
std::vector<std::size_t> lost_in(std::string_view text, std::size_t width, const Compounds& compounds) {
    std::vector<std::size_t> places;
    std::size_t chars = 0;  // of the printed line so far
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t letters = letters_at(text, at);
        if (letters == 0) {
            at += utf8::decode(text, at).size;
            ++chars;
            continue;
        }
        // The printed line could not take the whole word: both its parts together pass the margin.
        const bool straddles = (chars + letters) * 100 > width * 92 && chars * 100 < width * 106;
        const auto known = straddles ? compounds.find(small(text.substr(at, letters))) : compounds.end();
        chars += letters;
        if (known != compounds.end() && known->second != 0) {
            places.push_back(at + known->second);
            chars = letters - known->second;
        }
        at += letters;
    }
    return places;
}

}  // namespace

void restore_hyphens(Draft& draft) {
    if (!draft.wrapped || draft.width == 0) return;
    Compounds compounds = compounds_in(draft);
    if (compounds.empty()) return;
    drop_solid_words(draft, compounds);
    for (Line& line : draft.lines) {
        if (line.role != Role::body || utf8::count(line.text) <= draft.width) continue;
        const std::vector<std::size_t> places = lost_in(line.text, draft.width, compounds);
        if (places.empty()) continue;
        std::string restored;
        std::size_t done = 0;
        for (const std::size_t place : places) {
            restored += line.text.substr(done, place - done);
            restored += '-';
            done = place;
        }
        restored += line.text.substr(done);
        draft.spliced.push_back(std::move(restored));
        line.text = draft.spliced.back();
    }
}

}  // namespace stet::import

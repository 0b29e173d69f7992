// Abbreviations as the report introduces and uses them.
#include "validators/abbreviations.hpp"

#include <algorithm>
#include <array>

#include "compiler/base/ascii.hpp"
#include "validators/names.hpp"

namespace stet::validators {

namespace {

using prose::Joint;
using prose::Word;
using prose::Words;

constexpr std::size_t longest_abbreviation = 10;

bool is_linker(std::string_view form) {
    constexpr std::array<std::string_view, 11> linkers{"a",  "an", "and", "at",  "for", "in",
                                                       "of", "on", "or",  "the", "to"};
    return std::find(linkers.begin(), linkers.end(), form) != linkers.end();
}

class DefinitionFinder {
  public:
    explicit DefinitionFinder(const model::Report& report) : report_(report), words_(report.words) {}

    std::vector<Definition> find() {
        for (std::uint32_t i = 0; i < words_.all.size(); ++i) {
            const Word& word = words_.all[i];
            steps_ = most_steps;
            if (!word.capital || word.digits || word.end - word.begin > longest_abbreviation + 2) continue;
            if (stands_in_brackets(i))
                before(i);
            else if (word.upper)
                after(i);
        }
        return std::move(found_);
    }

  private:
    [[nodiscard]] std::string_view gap(std::uint32_t word) const {
        const Word& to = words_.all[word];
        const std::uint32_t from = words_.all[word - 1].end;
        return std::string_view(report_.runs[to.run].text).substr(from, to.begin - from);
    }

    [[nodiscard]] bool stands_in_brackets(std::uint32_t i) const {
        const Word* previous = words_.previous(i);
        const std::string& text = report_.runs[words_.all[i].run].text;
        return previous != nullptr && gap(i) == " (" && words_.all[i].end < text.size() &&
               text[words_.all[i].end] == ')';
    }

    /// Whether the word may belong to the same full name as the one after it.
    [[nodiscard]] bool continues(std::uint32_t next) const {
        if (words_.all[next].joint == Joint::space || words_.all[next].joint == Joint::hyphen) return true;
        if (words_.all[next].joint != Joint::mark) return false;
        const std::string_view between = gap(next);
        return between == ", " || between == "' " || between == "’ ";
    }

    [[nodiscard]] char initial(std::uint32_t word) const {
        return ascii::upper(words_.form(words_.all[word])[0]);
    }

    /// First word of the shortest stretch ending at `last` whose initials spell `letters`; linkers may be
    /// spelt or passed over. UINT32_MAX where there is none.
    [[nodiscard]] std::uint32_t spell_back(std::string_view letters, std::uint32_t last) {
        constexpr std::uint32_t none = UINT32_MAX;
        if (steps_ == 0) return none;
        --steps_;
        if (initial(last) == letters.back()) {
            if (letters.size() == 1) return last;
            if (words_.previous(last) != nullptr && continues(last)) {
                const std::uint32_t found = spell_back(letters.substr(0, letters.size() - 1), last - 1);
                if (found != none) return found;
            }
        }
        // "Co-ordinated Action": the second part of a compound gives no letter of its own.
        if (words_.all[last].joint == Joint::hyphen && !words_.all[last].capital)
            return spell_back(letters, last - 1);
        if (!is_linker(words_.form(words_.all[last])) || words_.previous(last) == nullptr || !continues(last))
            return none;
        // Two linkers in a row are the most that a name has ("for the").
        const bool second = is_linker(words_.form(words_.all[last - 1]));
        if (second && initial(last - 1) != letters.back() &&
            (words_.previous(last - 1) == nullptr || is_linker(words_.form(words_.all[last - 2]))))
            return none;
        return spell_back(letters, last - 1);
    }

    void before(std::uint32_t i) {
        const Word& word = words_.all[i];
        std::string letters = abbreviation_of(report_, i);
        if (letters.empty()) {
            // "Cafcass": a word whose letters are all initials.
            if (words_.previous(i)->upper) return;
            for (const char c : words_.form(word)) letters.push_back(ascii::upper(c));
            if (letters.size() < 4 || letters.find('\'') != letters.npos) return;
        }
        if (letters.size() > longest_abbreviation) return;
        for (const std::uint32_t last : {i - 1, i - 2}) {
            // A last word such as "Service" or "team" may give no letter: "Marlow Advice Team (MA)".
            if (last == i - 2 && (words_.previous(i, 2) == nullptr ||
                                  words_.all[i - 1].joint != Joint::space || letters.size() < 3))
                break;
            const std::uint32_t first = spell_back(letters, last);
            if (first == UINT32_MAX || last == first) continue;
            found_.push_back({letters, {first, i - 1}, i, true});
            return;
        }
        if (const std::uint32_t near = nearly(letters, i - 1, word.upper); near != UINT32_MAX) {
            found_.push_back({letters, {near, i - 1}, i, false});
        }
    }

    /// Where the letters come near the initials: all but one agree, or they stand in another order.
    [[nodiscard]] std::uint32_t nearly(const std::string& letters, std::uint32_t last, bool upper) {
        std::string initials;
        std::vector<std::uint32_t> at;
        for (std::uint32_t i = last;; --i) {
            if (!is_linker(words_.form(words_.all[i]))) {
                initials.insert(initials.begin(), initial(i));
                at.push_back(i);
            }
            if (initials.size() == letters.size() || words_.previous(i) == nullptr || !continues(i)) break;
        }
        if (initials.size() == letters.size() && letters.size() >= 4) {
            std::size_t same = 0;
            for (std::size_t i = 0; i < letters.size(); ++i) same += letters[i] == initials[i] ? 1U : 0U;
            const bool order =
                letters.size() >= 4 && std::is_permutation(letters.begin(), letters.end(), initials.begin());
            if (same + 1 >= letters.size() || order) return at.back();
        }
        if (letters.size() < 5 || upper) return UINT32_MAX;
        for (std::size_t drop = 0; drop < letters.size(); ++drop) {
            std::string shorter = letters;
            shorter.erase(drop, 1);
            if (const std::uint32_t first = spell_back(shorter, last); first != UINT32_MAX) return first;
        }
        return UINT32_MAX;
    }

    /// "LSCB (Local Safeguarding Children Board)".
    void after(std::uint32_t i) {
        if (words_.next(i) == nullptr || gap(i + 1) != " (") return;
        const std::string letters = abbreviation_of(report_, i);
        if (letters.size() < 2) return;
        const std::string& text = report_.runs[words_.all[i].run].text;
        for (std::uint32_t last = i + 1; last <= i + 2 * letters.size() + 2; ++last) {
            if (words_.next(i, last - i) == nullptr) return;
            const std::uint32_t end = words_.all[last].end;
            if (end < text.size() && text[end] == ')') {
                if (last > i + 1 && spell_back(letters, last) == i + 1)
                    found_.push_back({letters, {i + 1, last}, i, true});
                return;
            }
        }
    }

    const model::Report& report_;
    const Words& words_;
    std::vector<Definition> found_;
    /// A bound for texts such as "a a a a (AAAA)", in which every word may be spelt or passed over.
    static constexpr std::uint32_t most_steps = 200;
    std::uint32_t steps_ = most_steps;
};

}  // namespace

std::string abbreviation_of(const model::Report& report, std::uint32_t index) {
    const Word& word = report.words.all[index];
    if (!word.upper || word.digits || word.address) return {};
    std::string_view text = report.runs[word.run].words(word.begin, word.end);
    if (text.ends_with("'s") || text.ends_with("'S"))
        text.remove_suffix(2);
    else if (text.ends_with("’s") || text.ends_with("’S"))
        text.remove_suffix(std::string_view("’s").size());
    else if (text.ends_with('s'))
        text.remove_suffix(1);
    return std::string(text);
}

std::vector<Definition> collect_definitions(const model::Report& report) {
    return DefinitionFinder(report).find();
}

std::string initials_of(const model::Report& report, Phrase phrase) {
    std::string out;
    for (std::uint32_t i = phrase.first; i <= phrase.last; ++i) {
        const std::string_view form = report.words.form(report.words.all[i]);
        if (!is_linker(form)) out.push_back(ascii::upper(form[0]));
    }
    return out;
}

}  // namespace stet::validators

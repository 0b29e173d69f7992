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
        std::string capitals;
        if (letters.empty()) {
            // "Cafcass": a word whose letters are all initials. "SENCo": some may be second letters.
            if (words_.previous(i)->upper) return;
            letters = mixed_letters_of(report_, i);
            capitals = capitals_in(i);
            if (letters.size() < 3 || (letters.size() < 4 && capitals.size() < 2)) return;
        }
        if (letters.size() > longest_abbreviation) return;
        if (spells(letters, letters, i) || (capitals.size() >= 3 && spells(capitals, letters, i))) return;
        if (const std::uint32_t near = nearly(letters, i - 1, word.upper); near != UINT32_MAX)
            found_.push_back({letters, {near, i - 1}, i, false});
    }

    [[nodiscard]] std::string capitals_in(std::uint32_t i) const {
        std::string out;
        for (const char c : words_of(report_, {i, i})) {
            if (ascii::upper_letter(c)) out.push_back(c);
        }
        return out;
    }

    /// Whether the words before the abbreviation `i` spell `initials`; then they are its definition.
    bool spells(std::string_view initials, const std::string& letters, std::uint32_t i) {
        for (const std::uint32_t last : {i - 1, i - 2}) {
            // A last word such as "Service" or "team" may give no letter: "Marlow Advice Team (MA)".
            if (last == i - 2 && (words_.previous(i, 2) == nullptr ||
                                  words_.all[i - 1].joint != Joint::space || initials.size() < 3))
                break;
            const std::uint32_t first = spell_back(initials, last);
            if (first == UINT32_MAX || last == first) continue;
            found_.push_back({letters, {begin_of(first), i - 1}, i, true});
            return true;
        }
        return false;
    }

    /// "Assessed and Supported Year": where a small word gives the first letter, and the word before it would
    /// too, the name begins there.
    [[nodiscard]] std::uint32_t begin_of(std::uint32_t first) const {
        const bool linker = is_linker(words_.form(words_.all[first])) && !words_.all[first].capital;
        const bool earlier = linker && words_.previous(first) != nullptr && continues(first) &&
                             !is_linker(words_.form(words_.all[first - 1])) &&
                             initial(first - 1) == initial(first);
        return earlier ? first - 1 : first;
    }

    /// Whether a name in capitals begins at `first`, and no board that is given the letters of another one:
    /// its first word is neither "Local" nor of the inspected area.
    [[nodiscard]] bool begins_name(std::uint32_t first) const {
        const Word& word = words_.all[first];
        const Word* before = words_.previous(first);
        const bool alone = before == nullptr || !before->capital || before->opens || !continues(first);
        const std::string_view text = words_of(report_, {first, first});
        return word.capital && !word.opens && alone && words_.form(word) != "local" &&
               report_.header.subject.find(text) == std::string::npos;
    }

    /// Where the letters come near the initials: all but one agree, or they stand in another order. The first
    /// agrees or begins a name, lest a word that only stands before the name be taken for its beginning.
    [[nodiscard]] std::uint32_t nearly(const std::string& letters, std::uint32_t last, bool upper) {
        std::string initials;
        std::vector<std::uint32_t> at;
        for (std::uint32_t i = last; !words_.all[i].upper; --i) {
            if (!is_linker(words_.form(words_.all[i]))) {
                initials.insert(initials.begin(), initial(i));
                at.push_back(i);
            }
            if (initials.size() == letters.size() || words_.previous(i) == nullptr || !continues(i)) break;
        }
        if (initials.size() == letters.size() && letters.size() >= 4) {
            std::size_t same = 0;
            for (std::size_t i = 0; i < letters.size(); ++i) same += letters[i] == initials[i] ? 1U : 0U;
            const bool order = std::is_permutation(letters.begin(), letters.end(), initials.begin());
            const bool begins = initials[0] == letters[0];
            if (begins ? same + 1 >= letters.size() || order
                       : same + 1 == letters.size() && begins_name(at.back()))
                return at.back();
        }
        if (letters.size() < 5 || upper) return UINT32_MAX;
        for (std::size_t drop = 1; drop < letters.size(); ++drop) {
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

/// A word of the inspected area or body, in small letters.
bool is_area(const model::Report& report, std::string_view form) {
    std::string subject = report.header.subject;
    std::transform(subject.begin(), subject.end(), subject.begin(), ascii::lower);
    return form.size() > 3 && !is_body(form) && subject.find(form) != std::string::npos;
}

/// All letters of a name without spaces, hyphens and apostrophes, its last word and what stands before "of"
/// or "in" in the singular, "or" as "and", the area as "Local"; and those of its last word.
std::pair<std::string, std::string> letters_of_name(const model::Report& report, Phrase phrase) {
    std::string all;
    std::string last;
    for (std::uint32_t i = phrase.first; i <= phrase.last; ++i) {
        std::string_view form = report.words.form(report.words.all[i]);
        if (form == "or") form = "and";
        if (form.ends_with("'s")) form.remove_suffix(2);
        if (is_area(report, form)) form = "local";
        last = is_counted(report, phrase, i) ? singular(form) : std::string(form);
        all += last;
    }
    return {all, last};
}

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

std::string mixed_letters_of(const model::Report& report, std::uint32_t index) {
    std::string_view text = words_of(report, {index, index});
    for (const std::string_view ending : {"'s", "’s"}) {
        if (text.ends_with(ending)) text.remove_suffix(ending.size());
    }
    if (text.size() > 1 && text.ends_with('s') && ascii::upper_letter(text[text.size() - 2]))
        text.remove_suffix(1);
    std::string out(text);
    std::transform(out.begin(), out.end(), out.begin(), ascii::upper);
    return out.find('\'') == out.npos ? out : std::string();
}

std::vector<Definition> collect_definitions(const model::Report& report) {
    return DefinitionFinder(report).find();
}

bool same_name(const model::Report& report, Phrase a, Phrase b) {
    const auto [all_a, last_a] = letters_of_name(report, a);
    const auto [all_b, last_b] = letters_of_name(report, b);
    return all_a == all_b || all_a == all_b + last_a || all_b == all_a + last_b;
}

bool rearranges(const model::Report& report, Phrase a, Phrase b) {
    const auto sorted = [&](Phrase phrase) {
        std::vector<std::string> out;
        for (std::uint32_t i = phrase.first; i <= phrase.last; ++i)
            out.push_back(singular(report.words.form(report.words.all[i])));
        std::sort(out.begin(), out.end());
        return out;
    };
    const auto few = sorted(a);
    const auto many = sorted(b);
    return std::includes(many.begin(), many.end(), few.begin(), few.end());
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

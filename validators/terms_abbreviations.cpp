// T201 to T207: abbreviations defined twice, late, in vain, not at all, differently; near misses.
#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <map>
#include <set>
#include <string>
#include <unordered_map>

#include "compiler/base/suggest.hpp"
#include "validators/abbreviations.hpp"
#include "validators/names.hpp"
#include "validators/terms.hpp"

namespace stet::validators {

namespace {

using prose::RunKind;
using prose::Word;
using prose::Words;

constexpr std::string_view common[] = {
#define COMMON_ABBREVIATION(letters) #letters,
#include "validators/common_abbreviations.def"
#undef COMMON_ABBREVIATION
};

bool is_roman(std::string_view text) {
    return text.find_first_not_of("IVX") == text.npos;
}

/// Everything that the report does with one abbreviation.
struct Entry {
    std::vector<const Definition*> definitions;
    std::vector<std::uint32_t> uses;  ///< words, definitions not among them, in places that hold sentences
    bool used_elsewhere = false;      ///< in headings, tables, captions
};

class AbbreviationCheck {
  public:
    AbbreviationCheck(const model::Report& report, Diagnostics& diagnostics)
        : report_(report), words_(report.words), diagnostics_(diagnostics) {
        in_small_letters_.resize(words_.symbols.size());
        for (const Word& word : words_.all) {
            if (!word.upper) in_small_letters_[word.symbol] = true;
        }
        for (const std::string_view known : common) known_.emplace(known);
        for (const auto& known : report.framework.abbreviations) {
            std::string capitals = known.abbreviation;
            std::transform(capitals.begin(), capitals.end(), capitals.begin(), [](char c) {
                return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
            });
            known_.insert(std::move(capitals));
        }
    }

    void check() {
        collect();
        for (const auto& [letters, entry] : entries_) {
            if (!expansions_differ(letters, entry)) check_initials(entry);
            if (known_.contains(letters)) continue;
            if (entry.definitions.empty()) {
                check_undefined(letters, entry);
                continue;
            }
            check_repeated(letters, entry);
            check_unused(letters, entry);
            check_late(letters, entry);
        }
    }

  private:
    void collect() {
        definitions_ = collect_definitions(report_);
        std::set<std::uint32_t> defining;
        for (const Definition& definition : definitions_) {
            defining.insert(definition.word);
            entries_[definition.abbreviation].definitions.push_back(&definition);
        }
        for (std::uint32_t run = 0; run < report_.runs.size(); ++run) {
            if (report_.runs[run].kind == RunKind::contents || in_capitals(run)) continue;
            const bool sentences = holds_sentences(report_.runs[run].kind);
            for (std::uint32_t i = words_.first[run]; i < words_.first[run + 1]; ++i) {
                if (defining.contains(i)) continue;
                std::string letters = abbreviation_of(report_, i);
                if (letters.empty()) letters = mixed(i);
                if (letters.empty() || is_code(i, letters)) continue;
                Entry& entry = entries_[letters];
                if (sentences)
                    entry.uses.push_back(i);
                else
                    entry.used_elsewhere = true;
            }
        }
    }

    /// "Cafcass" where it was introduced as an abbreviation.
    [[nodiscard]] std::string mixed(std::uint32_t i) const {
        const Word& word = words_.all[i];
        if (!word.capital || word.digits) return {};
        std::string letters = in_case_of("AA", words_.form(word));
        if (letters.ends_with("'S")) letters.resize(letters.size() - 2);
        return entries_.contains(letters) && letters.size() >= 4 ? letters : std::string();
    }

    /// A heading in capitals holds no abbreviations.
    [[nodiscard]] bool in_capitals(std::uint32_t run) const {
        std::size_t upper = 0;
        const auto words = words_.in(run);
        for (const Word& word : words)
            upper += word.upper || (word.capital && word.end - word.begin == 1) ? 1U : 0U;
        return upper * 2 > words.size() && words.size() > 1;
    }

    /// Roman numerals, marks such as "A*", words shouted, post codes.
    [[nodiscard]] bool is_code(std::uint32_t i, std::string_view letters) const {
        const Word& word = words_.all[i];
        if (letters.size() < 2 || letters.size() > 8) return true;
        const auto known = entries_.find(letters);
        const bool introduced = known != entries_.end() && !known->second.definitions.empty();
        if (is_roman(letters) && !introduced) return true;
        const std::string& text = report_.runs[word.run].text;
        if (word.end < text.size() && (text[word.end] == '*' || text[word.end] == '&')) return true;
        if (word.begin > 0 && (text[word.begin - 1] == '&' || is_quoted(word, text))) return true;
        if (word.joint == prose::Joint::hyphen || word.joint == prose::Joint::dash ||
            (word.upper && is_shouted(word)))
            return true;
        const Word* previous = words_.previous(i);
        const Word* next = words_.next(i);
        const auto beside = [](const Word* other) {
            return other != nullptr && (other->upper || (other->digits && other->capital));
        };
        return (next != nullptr && next->joint != prose::Joint::mark && beside(next)) ||
               (word.joint != prose::Joint::mark && beside(previous));
    }

    /// As the report writes it where it is introduced: "Cafcass", "IROs".
    [[nodiscard]] std::string_view shown(std::string_view letters, const Entry& entry) const {
        if (entry.definitions.empty()) return letters;
        const std::uint32_t word = entry.definitions.front()->word;
        return words_of(report_, {word, word});
    }

    /// The title of a project in quotation marks: ‘SPACE’.
    [[nodiscard]] static bool is_quoted(const Word& word, std::string_view text) {
        const std::string_view before = text.substr(0, word.begin);
        return before.ends_with("‘") || before.ends_with("“") || before.ends_with("\"") ||
               before.ends_with(" '");
    }

    /// A word that also stands in ordinary letters: "PREVENT" and "Prevent".
    [[nodiscard]] bool is_shouted(const Word& word) const { return in_small_letters_[word.symbol]; }

    void check_initials(const Entry& entry) {
        for (const Definition* definition : entry.definitions) {
            if (definition->initials_agree) continue;
            const Span span = cover(source_of(report_, definition->expansion),
                                    source_of(report_, {definition->word, definition->word}));
            diagnostics_.add(span, diag::abbreviation_initials,
                             words_of(report_, {definition->word, definition->word}),
                             words_of(report_, definition->expansion));
            return;
        }
    }

    /// The words of an expansion, plain: without capitals and the number of the last.
    [[nodiscard]] std::string plain(Phrase phrase) const {
        std::string out;
        for (std::uint32_t i = phrase.first; i <= phrase.last; ++i) {
            const std::string_view form = words_.form(words_.all[i]);
            out += i == phrase.last ? singular(form) : std::string(form);
            out.push_back(' ');
        }
        return out;
    }

    /// Says where they do.
    bool expansions_differ(std::string_view letters, const Entry& entry) {
        for (std::size_t i = 1; i < entry.definitions.size(); ++i) {
            const Phrase before = entry.definitions[0]->expansion;
            const Phrase here = entry.definitions[i]->expansion;
            if (plain(before) == plain(here)) continue;
            diagnostics_
                .add(source_of(report_, here), diag::abbreviation_expansions, shown(letters, entry),
                     words_of(report_, here), words_of(report_, before))
                .relate(source_of(report_, before), fmt::format("“{}” here", words_of(report_, before)));
            return true;
        }
        return false;
    }

    /// A contents entry repeats its heading.
    void check_repeated(std::string_view letters, const Entry& entry) {
        std::vector<const Definition*> in_text;
        std::copy_if(entry.definitions.begin(), entry.definitions.end(), std::back_inserter(in_text),
                     [&](const Definition* d) {
                         return report_.runs[words_.all[d->word].run].kind != RunKind::contents;
                     });
        if (in_text.size() < 2 || plain(in_text[0]->expansion) != plain(in_text[1]->expansion)) return;
        const auto span = [&](const Definition* d) {
            return cover(source_of(report_, d->expansion), source_of(report_, {d->word, d->word}));
        };
        Diagnostic& made =
            diagnostics_.add(span(in_text[1]), diag::abbreviation_repeated, shown(letters, entry));
        made.relate(span(in_text[0]), "first here");
        for (std::size_t i = 2; i < std::min<std::size_t>(in_text.size(), 8); ++i)
            made.relate(span(in_text[i]), "and here");
    }

    void check_unused(std::string_view letters, const Entry& entry) {
        if (!entry.uses.empty() || entry.used_elsewhere || entry.definitions.size() > 1) return;
        const std::uint32_t word = entry.definitions[0]->word;
        diagnostics_.add(source_of(report_, {word, word}), diag::abbreviation_unused, shown(letters, entry));
    }

    void check_late(std::string_view letters, const Entry& entry) {
        const auto in_flow = std::find_if(entry.uses.begin(), entry.uses.end(), [&](std::uint32_t i) {
            return report_.runs[words_.all[i].run].kind != RunKind::statement;
        });
        if (in_flow == entry.uses.end() || in_brackets(*in_flow) ||
            *in_flow > entry.definitions.front()->word)
            return;
        const std::uint32_t word = *in_flow;
        const std::uint32_t defined = entry.definitions.front()->word;
        diagnostics_.add(source_of(report_, {word, word}), diag::abbreviation_late, shown(letters, entry))
            .relate(source_of(report_, {defined, defined}), "introduced here");
    }

    void check_undefined(std::string_view letters, const Entry& entry) {
        // What stands in brackets after words has them for its full form, though its letters do not fit.
        const bool explained = std::any_of(entry.uses.begin(), entry.uses.end(),
                                           [&](std::uint32_t i) { return in_brackets(i); });
        if (entry.uses.empty() || explained) return;
        const std::uint32_t word = entry.uses.front();
        const Span span = source_of(report_, {word, word});
        if (const std::string near = near_miss(letters, entry.uses.size()); !near.empty()) {
            diagnostics_.add(span, diag::abbreviation_misspelt, letters, near);
            return;
        }
        Diagnostic& made = diagnostics_.add(span, diag::abbreviation_undefined, letters);
        for (std::size_t i = 1; i < std::min<std::size_t>(entry.uses.size(), 4); ++i)
            made.relate(source_of(report_, {entry.uses[i], entry.uses[i]}), "also here");
    }

    /// "(ABBR)", "(ABBR/", "/ABBR)".
    [[nodiscard]] bool in_brackets(std::uint32_t i) const {
        const Word& word = words_.all[i];
        const std::string& text = report_.runs[word.run].text;
        const char before = word.begin > 0 ? text[word.begin - 1] : ' ';
        const char after = word.end < text.size() ? text[word.end] : ' ';
        return (before == '(' || before == '/') && (after == ')' || after == '/');
    }

    /// An abbreviation that is introduced or known, of the same length and one letter or one swap away. One
    /// that differs by a letter must be far commoner here or known to everyone; two letters that changed
    /// places are a slip of the keyboard also where the abbreviation is short or rare.
    [[nodiscard]] std::string near_miss(std::string_view letters, std::size_t uses) const {
        if (letters.size() < 3 || uses > 2) return {};
        const auto near = [&](std::string_view other) {
            return other.size() == letters.size() && edit_distance(letters, other, 1) == 1;
        };
        const auto swapped = [&](std::string_view other) {
            return near(other) && std::is_permutation(letters.begin(), letters.end(), other.begin());
        };
        std::size_t compared = 0;
        for (const auto& [other, entry] : entries_) {
            if (++compared > most_compared) break;
            if (entry.definitions.empty()) continue;
            const bool commoner = letters.size() > 3 && entry.uses.size() >= 3 * uses;
            if (commoner ? near(other) : swapped(other)) return other;
        }
        if (letters.size() < 4) return {};
        for (const std::string& other : known_) {
            if (near(other)) return other;
        }
        return {};
    }

    /// Abbreviations with which a near miss is compared: no report has as many.
    static constexpr std::size_t most_compared = 200;

    const model::Report& report_;
    const Words& words_;
    Diagnostics& diagnostics_;
    std::vector<Definition> definitions_;
    std::map<std::string, Entry, std::less<>> entries_;
    std::vector<bool> in_small_letters_;  ///< by symbol: not always in capitals
    std::set<std::string> known_;
};

}  // namespace

void check_abbreviations(const model::Report& report, const Sources&, Diagnostics& diagnostics) {
    AbbreviationCheck(report, diagnostics).check();
}

}  // namespace stet::validators

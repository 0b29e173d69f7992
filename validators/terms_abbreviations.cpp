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
            if (!expansions_differ(letters, entry)) check_initials(letters, entry);
            if (known_.contains(letters)) continue;
            if (entry.definitions.empty()) {
                check_undefined(letters, entry);
                continue;
            }
            check_repeated(letters, entry);
            if (is_unused(entry)) unused_.push_back({entry.definitions[0]->word});
            check_late(letters, entry);
        }
        report_together(diag::abbreviation_unused, unused_);
        report_together(diag::abbreviation_undefined, undefined_);
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
        std::string letters = mixed_letters_of(report_, i);
        return letters.size() >= 3 && entries_.contains(letters) ? letters : std::string();
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

    void check_initials(std::string_view letters, const Entry& entry) {
        for (const Definition* definition : entry.definitions) {
            if (definition->initials_agree) continue;
            // Everyone reads NEET in whatever order its parts are listed.
            std::string initials = initials_of(report_, definition->expansion);
            if (known_.contains(letters) && initials.size() == letters.size() &&
                std::is_permutation(letters.begin(), letters.end(), initials.begin()))
                continue;
            diagnostics_.add(span_of(*definition), diag::abbreviation_initials,
                             words_of(report_, {definition->word, definition->word}),
                             words_of(report_, definition->expansion));
            return;
        }
    }

    [[nodiscard]] Span span_of(const Definition& definition) const {
        return cover(source_of(report_, definition.expansion),
                     source_of(report_, {definition.word, definition.word}));
    }

    /// Says where they do. What the letters do not spell is a full form only where it has no words but those
    /// of one that they do.
    bool expansions_differ(std::string_view letters, const Entry& entry) {
        const auto agreeing = std::find_if(entry.definitions.begin(), entry.definitions.end(),
                                           [](const Definition* d) { return d->initials_agree; });
        if (agreeing == entry.definitions.end()) return false;
        const Phrase model = (*agreeing)->expansion;
        for (const Definition* definition : entry.definitions) {
            const Phrase other = definition->expansion;
            if (same_name(report_, model, other) ||
                (!definition->initials_agree && !rearranges(report_, other, model)))
                continue;
            const auto [before, here] =
                model.first < other.first ? std::pair(model, other) : std::pair(other, model);
            diagnostics_
                .add(source_of(report_, here), diag::abbreviation_expansions, shown(letters, entry),
                     words_of(report_, here), words_of(report_, before))
                .relate(source_of(report_, before), fmt::format("“{}” here", words_of(report_, before)));
            return true;
        }
        return false;
    }

    /// Whether readers of the summary or of the recommendations may not have met what the findings introduce.
    [[nodiscard]] bool is_read_alone(const Definition& definition) const {
        const std::string_view role = report_.role(report_.places[words_.all[definition.word].run].section);
        return role == "summary" || role == "improvement";
    }

    /// Within a few pages, that is: far from where it was introduced, the full form is a kindness to those
    /// who do not read from the beginning. A contents entry repeats its heading.
    void check_repeated(std::string_view letters, const Entry& entry) {
        const Definition* before = nullptr;
        for (const Definition* here : entry.definitions) {
            if (report_.runs[words_.all[here->word].run].kind == RunKind::contents) continue;
            if (before != nullptr && here->word - before->word <= few_pages &&
                is_read_alone(*before) == is_read_alone(*here) &&
                same_name(report_, before->expansion, here->expansion)) {
                diagnostics_.add(span_of(*here), diag::abbreviation_repeated, shown(letters, entry))
                    .relate(span_of(*before), "introduced here");
                return;
            }
            before = here;
        }
    }

    [[nodiscard]] static bool is_unused(const Entry& entry) {
        return entry.uses.empty() && !entry.used_elsewhere && entry.definitions.size() == 1;
    }

    /// One diagnostic for all abbreviations with the same fault, at the first of them: each with its places.
    void report_together(const DiagnosticKind<std::string_view>& kind,
                         std::vector<std::vector<std::uint32_t>>& abbreviations) {
        if (abbreviations.empty()) return;
        const LetStand let_stand(report_, kind.info.code);
        std::sort(abbreviations.begin(), abbreviations.end());
        std::erase_if(abbreviations, [&](const auto& places) {
            const Phrase word{places[0], places[0]};
            const Span span = source_of(report_, word);
            if (!let_stand.holds(span)) return false;
            diagnostics_.add(span, kind, fmt::format("“{}”", words_of(report_, word)));
            return true;
        });
        if (abbreviations.empty()) return;
        std::vector<std::string> names;
        for (const auto& places : abbreviations)
            names.push_back(fmt::format("“{}”", words_of(report_, {places[0], places[0]})));
        const std::uint32_t first = abbreviations[0][0];
        Diagnostic& made = diagnostics_.add(source_of(report_, {first, first}), kind,
                                            fmt::format("{}", fmt::join(names, ", ")));
        for (std::size_t i = 0; i < abbreviations.size(); ++i) {
            for (const std::uint32_t word : abbreviations[i]) {
                if (word != first) made.relate(source_of(report_, {word, word}), names[i]);
            }
        }
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
        const std::string near = near_miss(letters, entry.uses.size());
        if (near.empty())
            undefined_.push_back({entry.uses.begin(), entry.uses.begin() + shown_uses(entry)});
        else
            diagnostics_.add(source_of(report_, {word, word}), diag::abbreviation_misspelt, letters, near);
    }

    /// How many places of an abbreviation are shown.
    [[nodiscard]] static std::ptrdiff_t shown_uses(const Entry& entry) {
        return static_cast<std::ptrdiff_t>(std::min<std::size_t>(entry.uses.size(), 4));
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
    /// that differs by a letter must be far commoner here or known to everyone, and two boards whose areas
    /// give the first letter are not one; two letters that changed places are a slip of the keyboard also
    /// where the abbreviation is short or rare.
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
            const bool commoner =
                letters.size() > 3 && letters[0] == other[0] && entry.uses.size() >= 3 * uses;
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
    /// In words: three pages or so.
    static constexpr std::uint32_t few_pages = 1500;

    const model::Report& report_;
    const Words& words_;
    Diagnostics& diagnostics_;
    std::vector<Definition> definitions_;
    std::map<std::string, Entry, std::less<>> entries_;
    std::vector<bool> in_small_letters_;  ///< by symbol: not always in capitals
    std::set<std::string, std::less<>> known_;
    std::vector<std::vector<std::uint32_t>> unused_;     ///< where each is introduced
    std::vector<std::vector<std::uint32_t>> undefined_;  ///< where each stands
};

}  // namespace

void check_abbreviations(const model::Report& report, const Sources&, Diagnostics& diagnostics) {
    AbbreviationCheck(report, diagnostics).check();
}

}  // namespace stet::validators

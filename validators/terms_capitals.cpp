// T104 to T106: names with and without their capitals.
#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <unordered_map>
#include <unordered_set>

#include "validators/names.hpp"
#include "validators/terms.hpp"

namespace stet::validators {

namespace {

using prose::Joint;
using prose::SymbolId;
using prose::Symbols;
using prose::Word;
using prose::Words;

constexpr char to_small(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

/// Lower case but for the first letter where the words stand at the start of a sentence.
std::string in_small_letters(std::string_view text, bool opens) {
    std::string out(text);
    std::transform(out.begin() + (opens ? 1 : 0), out.end(), out.begin() + (opens ? 1 : 0), to_small);
    return out;
}

struct Spelling {
    std::vector<Phrase> capital;
    std::vector<Phrase> small;
    bool defined = false;  ///< with an abbreviation, in capitals
};

class CapitalsCheck {
  public:
    CapitalsCheck(const model::Report& report, Diagnostics& diagnostics) : report_(report), words_(report.words), diagnostics_(diagnostics) {}

    void check_names(const std::vector<Name>& names) {
        std::vector<Spelling> spellings(names.size());
        std::unordered_map<SymbolId, std::vector<std::uint32_t>> by_first;
        for (std::uint32_t n = 0; n < names.size(); ++n) {
            for (const NameUse& use : names[n].uses) {
                spellings[n].capital.push_back(use.phrase);
                spellings[n].defined |= use.defined;
                for (std::uint32_t i = use.phrase.first; i <= use.phrase.last; ++i) in_a_name_.insert(i);
            }
            by_first[words_.all[names[n].uses.front().phrase.first].symbol].push_back(n);
        }
        for (std::uint32_t i = 0; i < words_.all.size(); ++i) {
            const auto found = by_first.find(words_.all[i].symbol);
            if (found == by_first.end() || (words_.all[i].capital && !words_.all[i].opens)) continue;
            if (!holds_sentences(report_.runs[words_.all[i].run].kind)) continue;
            match(i, names, found->second, spellings);
        }
        for (std::size_t n = 0; n < names.size(); ++n) report(spellings[n]);
    }

    /// "Section 11" among "section 152": a word before a number.
    void check_labels() {
        std::unordered_map<SymbolId, Spelling> labels;
        for (std::uint32_t i = 0; i + 1 < words_.all.size(); ++i) {
            const Word& word = words_.all[i];
            const Word* number = words_.next(i);
            if (number == nullptr || !number->digits || number->joint != Joint::space || word.opens || word.digits || word.upper) continue;
            if (!holds_sentences(report_.runs[word.run].kind) || words_.closed_class[word.symbol]) continue;
            if (in_a_name_.contains(i)) continue;
            // Only what one counts by name: the number has letters or the word "of" or a stop follows it.
            const Word* after = words_.next(i, 2);
            if (after == nullptr || words_.form(*after) != "of" || after->joint != Joint::space) continue;
            (word.capital ? labels[word.symbol].capital : labels[word.symbol].small).push_back({i, i});
        }
        for (std::uint32_t i = 0; i < words_.all.size(); ++i) {
            const auto found = labels.find(words_.all[i].symbol);
            if (found == labels.end()) continue;
            report(found->second);
            labels.erase(found);
        }
    }

    /// "the Board" and "the board" for a body whose name ends so.
    void check_short_names(const std::vector<Name>& names) {
        std::unordered_set<SymbolId> heads;
        for (const Name& name : names) heads.insert(words_.all[name.uses.front().phrase.last].symbol);
        std::unordered_map<SymbolId, Spelling> shorts;
        std::vector<SymbolId> order;
        for (std::uint32_t i = 1; i < words_.all.size(); ++i) {
            const Word& word = words_.all[i];
            if (!heads.contains(word.symbol) || word.joint != Joint::space || word.upper) continue;
            if (words_.form(words_.all[i - 1]) != "the" || !holds_sentences(report_.runs[word.run].kind) || in_a_name_.contains(i)) continue;
            const Word* next = words_.next(i);
            if (next != nullptr && (next->joint == Joint::hyphen || (next->joint == Joint::space && (!words_.closed_class[next->symbol] || words_.form(*next) == "of")))) continue;
            const auto [found, fresh] = shorts.try_emplace(word.symbol);
            if (fresh) order.push_back(word.symbol);
            (word.capital ? found->second.capital : found->second.small).push_back({i, i});
        }
        for (const SymbolId symbol : order) {
            const Spelling& spelling = shorts[symbol];
            const std::size_t capital = spelling.capital.size();
            const std::size_t small = spelling.small.size();
            if (std::max(capital, small) >= 3 * std::min(capital, small)) report(spelling);
        }
    }

    /// "trips to Universities" where "university" stands elsewhere: a common noun with a stray capital.
    void check_stray_capitals() {
        std::unordered_set<std::string> seen;
        for (std::uint32_t i = 0; i < words_.all.size(); ++i) {
            const Word& word = words_.all[i];
            if (!is_stray(i)) continue;
            const std::string base = singular(words_.form(word));
            if (!seen.insert(base).second) continue;
            Spelling spelling;
            for (const char* ending : {"", "s"}) collect(spelling, words_.symbols.find_joined(base, ending));
            if (base.ends_with('y')) collect(spelling, words_.symbols.find_joined(std::string_view(base).substr(0, base.size() - 1), "ies"));
            std::erase_if(spelling.capital, [&](const Phrase& p) { return !is_stray(p.first); });
            if (spelling.small.size() >= 3 && spelling.small.size() >= 3 * spelling.capital.size()) report(spelling);
        }
    }

  private:
    /// A capitalised plural inside a sentence, alone and without an article or possessive before it.
    [[nodiscard]] bool is_stray(std::uint32_t i) const {
        const Word& word = words_.all[i];
        if (!word.capital || word.opens || word.upper || word.digits || word.address || word.joint != Joint::space) return false;
        const std::string_view form = words_.form(word);
        if (form.size() < 5 || !form.ends_with('s') || form.ends_with("'s") || form.ends_with("ss")) return false;
        if (!holds_sentences(report_.runs[word.run].kind) || in_a_name_.contains(i)) return false;
        const Word* before = words_.previous(i);
        const Word* next = words_.next(i);
        const bool after_name = before == nullptr || before->capital || words_.form(*before) == "the";
        const bool before_name = next != nullptr && next->capital && next->joint != Joint::mark;
        return !after_name && !before_name;
    }

    void collect(Spelling& spelling, SymbolId symbol) const {
        for (const std::uint32_t i : words_.of(symbol)) {
            const Word& word = words_.all[i];
            if (word.opens || !holds_sentences(report_.runs[word.run].kind) || word.address) continue;
            (word.capital ? spelling.capital : spelling.small).push_back({i, i});
        }
    }

    /// The names that stand at word `i` with a small letter where a name has a capital.
    void match(std::uint32_t i, const std::vector<Name>& names, const std::vector<std::uint32_t>& candidates, std::vector<Spelling>& spellings) const {
        for (const std::uint32_t n : candidates) {
            const Phrase model = names[n].uses.front().phrase;
            bool small = false;
            std::uint32_t at = i;
            bool fits = true;
            for (std::uint32_t k = model.first; k <= model.last && fits; ++k, ++at) {
                const Word* word = words_.next(i, at - i);
                fits = word != nullptr && (k == model.first || word->joint == Joint::space || word->joint == Joint::hyphen);
                if (!fits) break;
                fits = word->symbol == words_.all[k].symbol || (k == model.last && singular(words_.form(*word)) == singular(words_.form(words_.all[k])));
                small |= words_.all[k].capital && !word->capital;
            }
            if (!fits || !small) continue;
            // Part of a longer name or compound: "serious case review sub-group".
            const Word* next = words_.next(at - 1);
            if (next != nullptr && next->joint == Joint::hyphen) continue;
            spellings[n].small.push_back({i, at - 1});
        }
    }

    void report(const Spelling& spelling) {
        if (spelling.capital.empty() || spelling.small.empty()) return;
        const bool keep_capitals = spelling.defined || spelling.capital.size() >= spelling.small.size();
        const auto& odd = keep_capitals ? spelling.small : spelling.capital;
        const auto& kept = keep_capitals ? spelling.capital : spelling.small;
        const std::string_view model = words_of(report_, kept.front());
        std::vector<Use> uses;
        for (const Phrase& phrase : odd) uses.push_back({source_of(report_, phrase), edits(phrase, kept.front(), keep_capitals)});
        const std::string shown = keep_capitals ? std::string(model) : in_small_letters(model, false);
        report_variant(diagnostics_, diag::capital_variant, words_of(report_, odd.front()), uses,
                       {shown, kept.size(), source_of(report_, kept.front()), spelling.defined && odd.size() > kept.size() ? ": the first is so where its abbreviation is given" : ""});
    }

    /// Changes only letters' case, word by word, so that breaks and marks between the words stay.
    [[nodiscard]] std::vector<Edit> edits(Phrase phrase, Phrase model, bool to_capitals) const {
        std::vector<Edit> made;
        for (std::uint32_t i = phrase.first; i <= phrase.last; ++i) {
            const Word& word = words_.all[i];
            const Word& wanted = words_.all[std::min(model.first + (i - phrase.first), model.last)];
            const std::string_view text = words_of(report_, {i, i});
            const std::string now = to_capitals && wanted.capital ? in_case_of("Aa", text) : in_small_letters(text, word.opens);
            if (now != text) made.push_back({source_of(report_, {i, i}), now});
        }
        return made;
    }

    const model::Report& report_;
    const Words& words_;
    Diagnostics& diagnostics_;
    std::unordered_set<std::uint32_t> in_a_name_;  ///< words
};

}  // namespace

void check_capitals(const model::Report& report, const Sources&, Diagnostics& diagnostics) {
    const std::vector<Name> names = collect_names(report);
    CapitalsCheck check(report, diagnostics);
    check.check_names(names);
    check.check_labels();
    check.check_short_names(names);
    check.check_stray_capitals();
}

}  // namespace stet::validators

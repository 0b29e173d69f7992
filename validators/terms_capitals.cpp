// T104: names with and without their capitals.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string>
#include <unordered_map>
#include <unordered_set>

#include "compiler/base/ascii.hpp"
#include "validators/names.hpp"
#include "validators/terms.hpp"

namespace stet::validators {

namespace {

using prose::Joint;
using prose::SymbolId;
using prose::Word;
using prose::Words;

/// Lower case but for the first letter where the words stand at the start of a sentence.
std::string in_small_letters(std::string_view text, bool opens) {
    std::string out(text);
    std::transform(out.begin() + (opens ? 1 : 0), out.end(), out.begin() + (opens ? 1 : 0), ascii::lower);
    return out;
}

/// What a name in capitals may say of its kind in small letters: "the Troubled Families programme".
bool says_kind(std::string_view singular) {
    constexpr std::array<std::string_view, 12> kinds{"audit",   "initiative", "model",   "offer",
                                                     "officer", "pilot",      "process", "programme",
                                                     "project", "service",    "sub",     "team"};
    return std::find(kinds.begin(), kinds.end(), singular) != kinds.end();
}

struct Spelling {
    std::vector<Phrase> capital;
    std::vector<Phrase> small;
    bool defined = false;  ///< with an abbreviation, in capitals
};

class CapitalsCheck {
  public:
    CapitalsCheck(const model::Report& report, Diagnostics& diagnostics)
        : report_(report),
          words_(report.words),
          diagnostics_(diagnostics),
          singular_(singular_symbols(report.words)),
          end_matter_(end_matter(report)) {}

    void check_names(const std::vector<Name>& names) {
        std::vector<Spelling> spellings(names.size());
        NameTree tree;
        std::unordered_map<std::uint32_t, std::uint32_t> ends;
        for (std::uint32_t n = 0; n < names.size(); ++n) {
            for (const NameUse& use : names[n].uses) {
                for (std::uint32_t i = use.phrase.first; i <= use.phrase.last; ++i) in_a_name_.insert(i);
                if (is_part(use.phrase) || ends_title(use.phrase)) continue;
                spellings[n].capital.push_back(use.phrase);
                spellings[n].defined |= use.defined;
            }
            plant(names[n].uses.front().phrase, n, tree, ends);
        }
        for (std::uint32_t i = 0; i < words_.all.size(); ++i) {
            const Word& word = words_.all[i];
            if ((word.capital && !word.opens) || word.address || word.run >= end_matter_ ||
                !holds_sentences(report_.runs[word.run].kind))
                continue;
            const auto [n, last] = longest_at(i, tree, ends);
            if (last == i) continue;
            if (counts_as_small({i, last}, spellings[n])) spellings[n].small.push_back({i, last});
            i = last;
        }
        for (const Spelling& spelling : spellings) report(spelling);
    }

    /// "Section 11" among "section 152": a word before a number.
    void check_labels() {
        std::unordered_map<SymbolId, Spelling> labels;
        for (std::uint32_t i = 0; i + 1 < words_.all.size(); ++i) {
            const Word& word = words_.all[i];
            const Word* number = words_.next(i);
            if (number == nullptr || !number->digits || number->joint != Joint::space || word.opens ||
                word.digits || word.upper)
                continue;
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
            if (words_.form(words_.all[i - 1]) != "the" || !holds_sentences(report_.runs[word.run].kind) ||
                in_a_name_.contains(i))
                continue;
            const Word* next = words_.next(i);
            if (next != nullptr && (next->joint == Joint::hyphen ||
                                    (next->joint == Joint::space &&
                                     (!words_.closed_class[next->symbol] || words_.form(*next) == "of"))))
                continue;
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
            if (base.ends_with('y'))
                collect(spelling,
                        words_.symbols.find_joined(std::string_view(base).substr(0, base.size() - 1), "ies"));
            std::erase_if(spelling.capital, [&](const Phrase& p) { return !is_stray(p.first); });
            if (spelling.small.size() >= 3 && spelling.small.size() >= 3 * spelling.capital.size())
                report(spelling);
        }
    }

  private:
    /// A capitalised plural inside a sentence, alone and without an article or possessive before it.
    [[nodiscard]] bool is_stray(std::uint32_t i) const {
        const Word& word = words_.all[i];
        if (!word.capital || word.opens || word.upper || word.digits || word.address ||
            word.joint != Joint::space)
            return false;
        const std::string_view form = words_.form(word);
        if (form.size() < 5 || !form.ends_with('s') || form.ends_with("'s") || form.ends_with("ss"))
            return false;
        if (!holds_sentences(report_.runs[word.run].kind) || in_a_name_.contains(i)) return false;
        const Word* before = words_.previous(i);
        const Word* next = words_.next(i);
        const Word* before_that = words_.previous(i, 2);
        const bool linked = before != nullptr && words_.closed_class[before->symbol] &&
                            before_that != nullptr && before_that->capital;
        const bool after_name =
            before == nullptr || before->capital || linked || words_.form(*before) == "the";
        const bool before_name =
            next != nullptr && (next->capital || next->digits) && next->joint != Joint::mark;
        return !after_name && !before_name;
    }

    void collect(Spelling& spelling, SymbolId symbol) const {
        for (const std::uint32_t i : words_.of(symbol)) {
            const Word& word = words_.all[i];
            if (word.opens || !holds_sentences(report_.runs[word.run].kind) || word.address) continue;
            (word.capital ? spelling.capital : spelling.small).push_back({i, i});
        }
    }

    void plant(Phrase phrase, std::uint32_t name, NameTree& tree,
               std::unordered_map<std::uint32_t, std::uint32_t>& ends) const {
        if (phrase.last - phrase.first >= longest_name) return;
        std::uint32_t node = NameTree::root;
        for (std::uint32_t i = phrase.first; i < phrase.last; ++i)
            node = tree.add(node, words_.all[i].symbol);
        ends.try_emplace(tree.add(node, singular_[words_.all[phrase.last].symbol]), name);
    }

    /// The longest name whose words stand at `i`, and its last word; `i` itself where there is none.
    [[nodiscard]] std::pair<std::uint32_t, std::uint32_t> longest_at(
        std::uint32_t i, const NameTree& tree,
        const std::unordered_map<std::uint32_t, std::uint32_t>& ends) const {
        std::pair<std::uint32_t, std::uint32_t> best{0, i};
        std::uint32_t node = NameTree::root;
        for (std::uint32_t length = 0; length < longest_name; ++length) {
            const Word* word = words_.next(i, length);
            if (word == nullptr || word->address ||
                (length > 0 && word->joint != Joint::space && word->joint != Joint::hyphen))
                break;
            const auto found = ends.find(tree.step(node, singular_[word->symbol]));
            if (found != ends.end() && length > 0) best = {found->second, i + length};
            node = tree.step(node, word->symbol);
            if (node == NameTree::nowhere) break;
        }
        return best;
    }

    /// The small word that a name goes on with; empty where there is none.
    [[nodiscard]] std::string_view kind_after(Phrase phrase) const {
        const Word* next = words_.next(phrase.last);
        const bool goes_on = next != nullptr && next->joint == Joint::space && !next->capital;
        return goes_on ? words_.symbols.form(singular_[next->symbol]) : std::string_view();
    }

    /// Part of a longer name that goes on in small letters ("Children in Care council"), or one compound
    /// ("Multi-Agency"), which is no name.
    [[nodiscard]] bool is_part(Phrase phrase) const {
        const bool goes_on = is_body(kind_after(phrase));
        return goes_on || (phrase.last == phrase.first + 1 && words_.all[phrase.last].joint != Joint::space);
    }

    /// "Working Together to Safeguard Children", "Step Up to Social Work": the end of a title.
    [[nodiscard]] bool ends_title(Phrase phrase) const {
        const Word* before = words_.previous(phrase.first);
        const Word* title = words_.previous(phrase.first, 2);
        return before != nullptr && words_.form(*before) == "to" && title != nullptr && title->capital;
    }

    /// "Key Stage 4": a number follows.
    [[nodiscard]] bool is_numbered(Phrase phrase) const {
        const Word* next = words_.next(phrase.last);
        return next != nullptr && next->digits && next->joint == Joint::space;
    }

    /// The same words, at least one with a small letter, in a number in which the name stands too: "other
    /// local authorities" are not "the Local Authority". An abbreviation names the thing in either number.
    [[nodiscard]] bool counts_as_small(Phrase phrase, const Spelling& spelling) const {
        if (spelling.capital.empty()) return false;
        const Phrase model = spelling.capital.front();
        bool small = false;
        for (std::uint32_t i = phrase.first; i <= phrase.last; ++i)
            small |= words_.all[model.first + (i - phrase.first)].capital && !words_.all[i].capital;
        const SymbolId last = words_.all[phrase.last].symbol;
        const bool number = spelling.defined ||
                            std::any_of(spelling.capital.begin(), spelling.capital.end(),
                                        [&](const Phrase& p) { return words_.all[p.last].symbol == last; });
        const Word* next = words_.next(phrase.last);
        const bool compound = next != nullptr && next->joint == Joint::hyphen;
        // "Key Stage 4" is a name, "each key stage" is none.
        // Nor is "extended hours" the Extended Hours team; "the virtual school" is the Virtual School.
        const Word* before = words_.previous(phrase.first);
        const bool definite = before != nullptr && words_.form(*before) == "the";
        const bool common = (is_numbered(model) && !is_numbered(phrase)) ||
                            (!definite && says_kind(kind_after(model)) && kind_after(phrase).empty());
        return small && number && !compound && !common;
    }

    void report(const Spelling& spelling) {
        if (spelling.capital.empty() || spelling.small.empty()) return;
        // Once each way: the words in small letters may be no name.
        if (spelling.capital.size() == 1 && spelling.small.size() == 1 && !spelling.defined) return;
        const bool keep_capitals = spelling.defined || spelling.capital.size() >= spelling.small.size();
        const auto& odd = keep_capitals ? spelling.small : spelling.capital;
        const auto& kept = keep_capitals ? spelling.capital : spelling.small;
        // A name of somebody else may share the words ("the Care Leavers team"): a machine mends only what
        // clearly departs, and takes no capitals from several words.
        const bool sure =
            outnumbers(kept.size(), odd.size()) && (keep_capitals || odd.front().first == odd.front().last);
        std::vector<Use> uses;
        for (const Phrase& phrase : odd) {
            uses.push_back({source_of(report_, phrase), {}});
            if (sure) uses.back().edits = edits(phrase, kept.front(), keep_capitals);
        }
        const std::string shown = recased(odd.front(), kept.front(), keep_capitals);
        report_variant(diagnostics_, diag::capital_variant, words_of(report_, odd.front()), uses,
                       {shown, kept.size(), source_of(report_, kept.front()),
                        spelling.defined && odd.size() > kept.size()
                            ? ": the first is so where its abbreviation is given"
                            : ""});
    }

    [[nodiscard]] std::string recased(std::uint32_t i, Phrase phrase, Phrase model, bool to_capitals) const {
        const Word& wanted = words_.all[std::min(model.first + (i - phrase.first), model.last)];
        const std::string_view text = words_of(report_, {i, i});
        return to_capitals && wanted.capital ? in_case_of("Aa", text)
                                             : in_small_letters(text, words_.all[i].opens);
    }

    /// The phrase as it would stand, with its own spaces and marks.
    [[nodiscard]] std::string recased(Phrase phrase, Phrase model, bool to_capitals) const {
        std::string out(words_of(report_, phrase));
        const std::uint32_t begin = words_.all[phrase.first].begin;
        for (std::uint32_t i = phrase.first; i <= phrase.last; ++i) {
            const std::string word = recased(i, phrase, model, to_capitals);
            out.replace(words_.all[i].begin - begin, word.size(), word);
        }
        return out;
    }

    /// Changes only letters' case, word by word, so that breaks and marks between the words stay.
    [[nodiscard]] std::vector<Edit> edits(Phrase phrase, Phrase model, bool to_capitals) const {
        std::vector<Edit> made;
        for (std::uint32_t i = phrase.first; i <= phrase.last; ++i) {
            std::string now = recased(i, phrase, model, to_capitals);
            if (now != words_of(report_, {i, i}))
                made.push_back({source_of(report_, {i, i}), std::move(now)});
        }
        return made;
    }

    const model::Report& report_;
    const Words& words_;
    Diagnostics& diagnostics_;
    std::vector<SymbolId> singular_;
    prose::RunId end_matter_;
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

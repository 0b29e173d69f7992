// T105: bodies, posts and documents under nearly the same name; T106 where an apostrophe is all.
#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "validators/abbreviations.hpp"
#include "validators/names.hpp"
#include "validators/terms.hpp"

namespace stet::validators {

namespace {

using prose::Joint;
using prose::SymbolId;
using prose::Word;
using prose::Words;

class NameCheck {
  public:
    NameCheck(const model::Report& report, Diagnostics& diagnostics)
        : report_(report), words_(report.words), diagnostics_(diagnostics) {
        classify();
        names_ = collect_names(report);
        std::erase_if(names_, [&](const Name& name) { return is_statute(name.uses.front().phrase); });
        definitions_ = collect_definitions(report);
        for (const Definition& definition : definitions_)
            abbreviations_.try_emplace(forms(definition.expansion), definition.abbreviation);
        small_.resize(words_.symbols.size());
        for (const Word& word : words_.all) {
            if (!word.capital) small_[word.symbol] = true;
        }
    }

    void check() {
        check_initials();
        check_inflections();
        check_orders();
        check_bodies();
    }

  private:
    /// For each symbol its singular and the class of words with the same beginning.
    void classify() {
        std::unordered_map<std::string_view, SymbolId> classes;
        singular_ = singular_symbols(words_);
        class_.resize(words_.symbols.size());
        for (SymbolId symbol = 0; symbol < words_.symbols.size(); ++symbol) {
            const std::string_view form = words_.symbols.form(singular_[symbol]);
            class_[symbol] = classes.try_emplace(form.substr(0, 5), symbol).first->second;
        }
    }

    [[nodiscard]] std::string plain(Phrase phrase) const {
        std::string out;
        for (std::uint32_t i = phrase.first; i <= phrase.last; ++i) {
            out += words_.symbols.form(singular_[words_.all[i].symbol]);
            out.push_back(' ');
        }
        return out;
    }

    [[nodiscard]] std::string forms(Phrase phrase) const {
        std::string out;
        for (std::uint32_t i = phrase.first; i <= phrase.last; ++i)
            out.append(words_.form(words_.all[i])).push_back(' ');
        return out;
    }

    /// Acts and regulations are compared by check_citations.
    [[nodiscard]] bool is_statute(Phrase phrase) const {
        const std::string_view head = words_.form(words_.all[phrase.last]);
        return head == "act" || head == "regulations" || words_.all[phrase.last].digits;
    }

    /// Says it once for each pair of names. Two full forms of one abbreviation are told as such (T207).
    void report(Phrase odd, Phrase model, std::size_t odd_count = 1) {
        std::string a = plain(odd);
        std::string b = plain(model);
        if (a > b) std::swap(a, b);
        const auto first = abbreviations_.find(forms(odd));
        const auto second = abbreviations_.find(forms(model));
        if (first != abbreviations_.end() && second != abbreviations_.end() &&
            first->second == second->second)
            return;
        if (!told_.insert(a + "/" + b).second || !told_places_.insert(odd.first).second) return;
        Diagnostic& made = diagnostics_.add(source_of(report_, odd), diag::name_variant,
                                            words_of(report_, odd), words_of(report_, model));
        made.relate(source_of(report_, model), fmt::format("“{}” here", words_of(report_, model)));
        if (odd_count > 1) made.note(fmt::format("“{}” stands {}", words_of(report_, odd), times(odd_count)));
    }

    /// A name that spells a defined abbreviation in other words than its definition.
    void check_initials() {
        std::unordered_map<std::string, const Definition*> by_letters;
        for (const Definition& definition : definitions_) {
            if (definition.initials_agree) by_letters.try_emplace(definition.abbreviation, &definition);
        }
        for (const Name& name : names_) {
            const Phrase phrase = name.uses.front().phrase;
            const auto found = by_letters.find(initials_of(report_, phrase));
            if (found == by_letters.end() || found->first.size() < 4 || name.uses.front().defined) continue;
            const Phrase model = found->second->expansion;
            const std::size_t shared = shared_words(phrase, model);
            if (!same_name(report_, phrase, model) && shared * 2 >= found->first.size() &&
                !names_area(phrase))
                report(phrase, model, name.uses.size());
        }
    }

    /// A name with a word of the inspected area or body is one of several alike: "Marlow Safeguarding Board".
    [[nodiscard]] bool names_area(Phrase phrase) const {
        for (std::uint32_t i = phrase.first; i <= phrase.last; ++i) {
            const std::string_view word = words_of(report_, {i, i});
            if (word.size() > 3 && report_.header.subject.find(word) != std::string::npos) return true;
        }
        return false;
    }

    [[nodiscard]] std::size_t shared_words(Phrase a, Phrase b) const {
        std::size_t shared = 0;
        for (std::uint32_t i = a.first; i <= a.last; ++i) {
            for (std::uint32_t k = b.first; k <= b.last; ++k) {
                if (singular_[words_.all[i].symbol] == singular_[words_.all[k].symbol]) {
                    ++shared;
                    break;
                }
            }
        }
        return shared;
    }

    /// Names and expansions against the text: the same words but for the ending of one.
    void check_inflections() {
        NameTree tree;
        std::unordered_map<std::uint32_t, Phrase> ends;
        std::unordered_map<std::uint32_t, std::size_t> uses;
        const auto plant = [&](Phrase phrase, std::size_t count) {
            const std::uint32_t length = phrase.last - phrase.first + 1;
            if (length < 2 || length > longest_name) return;
            std::uint32_t node = NameTree::root;
            for (std::uint32_t i = phrase.first; i <= phrase.last; ++i)
                node = tree.add(node, class_[words_.all[i].symbol]);
            const auto [found, fresh] = ends.try_emplace(node, phrase);
            if (!fresh && count > uses[node]) found->second = phrase;
            uses[node] = std::max(uses[node], count);
        };
        for (const Name& name : names_) {
            if (!follows_to(name.uses.front().phrase)) plant(name.uses.front().phrase, name.uses.size());
        }
        // An abbreviation is given with the proper name.
        for (const Definition& definition : definitions_) plant(definition.expansion, SIZE_MAX);
        for (std::uint32_t i = 0; i < words_.all.size(); ++i) {
            if (!holds_sentences(report_.runs[words_.all[i].run].kind)) continue;
            std::uint32_t node = tree.step(NameTree::root, class_[words_.all[i].symbol]);
            for (std::uint32_t length = 2; node != NameTree::nowhere && length <= longest_name; ++length) {
                const Word* word = words_.next(i, length - 1);
                if (word == nullptr || (word->joint != Joint::space && word->joint != Joint::hyphen)) break;
                node = tree.step(node, class_[word->symbol]);
                const auto found = ends.find(node);
                if (node != NameTree::nowhere && found != ends.end())
                    compare({i, i + length - 1}, found->second);
            }
        }
    }

    /// What may lie between two forms of one name.
    enum class Difference : std::uint8_t { none, apostrophe, ending, other };

    [[nodiscard]] Difference difference(Phrase here, Phrase model, std::uint32_t i) const {
        const Word& a = words_.all[i];
        const Word& b = words_.all[model.first + (i - here.first)];
        const bool last = i == here.last;
        if (a.symbol == b.symbol || (last && singular_[a.symbol] == singular_[b.symbol]))
            return Difference::none;
        const std::string_view form = words_.form(a);
        const std::string_view other = words_.form(b);
        // "Stoke's board" is the board of Stoke: only a common noun wavers between the two.
        if (differ_in_apostrophe(form, other))
            return i == here.first && !small_[a.symbol] && !small_[b.symbol] ? Difference::none
                                                                             : Difference::apostrophe;
        // Two directors of children's services are no other post; "Sign of Safety" is another name.
        const bool numbers = singular_[a.symbol] == singular_[b.symbol];
        const bool counted = is_counted(report_, here, i) &&
                             (!a.capital || singular_[a.symbol] != a.symbol || form == "child");
        if (numbers && (counted || differ_in_number(here, model))) return Difference::none;
        // "Private fostering" is what private foster carers do.
        const bool activity = last && form.ends_with("ing") != other.ends_with("ing");
        return !activity && inflect(form, other) ? Difference::ending : Difference::other;
    }

    /// "Working Together to Safeguard Children": the verb goes on with a title.
    [[nodiscard]] bool follows_to(Phrase phrase) const {
        const Word* before = words_.previous(phrase.first);
        return before != nullptr && words_.form(*before) == "to";
    }

    /// One of several, and several: "Chair and Manager", "Chairs and Managers".
    [[nodiscard]] bool differ_in_number(Phrase a, Phrase b) const {
        const SymbolId x = words_.all[a.last].symbol;
        const SymbolId y = words_.all[b.last].symbol;
        return x != y && singular_[x] == singular_[y];
    }

    /// `here` and `model` agree in the beginnings of their words.
    void compare(Phrase here, Phrase model) {
        std::size_t differing = 0;
        std::uint32_t at = here.first;
        Difference what = Difference::none;
        bool capitals = true;
        for (std::uint32_t i = here.first; i <= here.last; ++i) {
            capitals &= words_.all[i].capital || words_.closed_class[words_.all[i].symbol];
            const Difference found = difference(here, model, i);
            if (found == Difference::none) continue;
            if (++differing > 1 || found == Difference::other) return;
            what = found;
            at = i;
        }
        // In small letters only three words or more are the name and not chance.
        if (differing != 1 || (!capitals && (here.last - here.first < 2 || is_child(at)))) return;
        // The end of a longer name, which has been or will be compared whole.
        const Word* before = words_.previous(here.first);
        const bool inside = before != nullptr && before->capital && !before->opens &&
                            words_.all[here.first].joint == Joint::space;
        if (capitals && (inside || follows_to(here))) return;
        if (what == Difference::apostrophe)
            report_apostrophe(here, model, at);
        else
            report(here, model);
    }

    /// One child or several: in small letters both are common.
    [[nodiscard]] bool is_child(std::uint32_t i) const {
        return words_.form(words_.all[i]).starts_with("child");
    }

    /// Says it once for the word and the one after it, in whatever names they stand.
    void report_apostrophe(Phrase odd, Phrase model, std::uint32_t at) {
        const std::string pair = fmt::format("{} {}", singular_[words_.all[at].symbol],
                                             at < odd.last ? singular_[words_.all[at + 1].symbol] : 0);
        if (!told_.insert(pair).second) return;
        diagnostics_
            .add(source_of(report_, odd), diag::apostrophe_variant, words_of(report_, odd),
                 words_of(report_, model))
            .relate(source_of(report_, model), fmt::format("“{}” here", words_of(report_, model)));
    }

    /// The same words in another order: "Safeguarding Adults Board", "Local Adults Safeguarding Board".
    void check_orders() {
        std::unordered_map<std::string, const Name*> by_words;
        for (const Name& name : names_) {
            const std::string key = sorted_classes(name.uses.front().phrase);
            if (key.empty()) continue;
            const auto [found, fresh] = by_words.try_emplace(key, &name);
            if (fresh) continue;
            const bool rarer = name.uses.size() < found->second->uses.size();
            const Name& odd = rarer ? name : *found->second;
            const Name& model = rarer ? *found->second : name;
            if (!may_be_two(odd.uses.front().phrase, model.uses.front().phrase))
                report(odd.uses.front().phrase, model.uses.front().phrase, odd.uses.size());
        }
    }

    /// Whether nobody would take two names with the same words for one: they differ in a "Local", a
    /// possessive or a number alone, in what the last word counts, or in which comes first of two that "and"
    /// or "in" joins.
    [[nodiscard]] bool may_be_two(Phrase a, Phrase b) const {
        const std::vector<std::uint32_t> x = names_words(a);
        const std::vector<std::uint32_t> y = names_words(b);
        if (x.size() != y.size()) return false;
        const bool number = differ_in_number(a, b);
        const auto same = [&](std::uint32_t here, std::uint32_t there) {
            return base(here, number || is_counted(report_, a, here)) ==
                   base(there, number || is_counted(report_, b, there));
        };
        std::vector<std::size_t> apart;
        for (std::size_t i = 0; i < x.size(); ++i) {
            if (!same(x[i], y[i])) apart.push_back(i);
        }
        if (apart.empty()) return true;
        const auto form = [&](std::uint32_t word) { return words_.form(words_.all[word]); };
        if (apart.size() == 1 && apart[0] + 1 == x.size() &&
            !words_.closed_class[words_.all[x.back()].symbol])
            return form(x.back()).ends_with("ing") != form(y.back()).ends_with("ing");
        return apart.size() == 2 && apart[1] == apart[0] + 2 && form(x[apart[0] + 1]) == "and" &&
               same(x[apart[0]], y[apart[1]]) && same(x[apart[1]], y[apart[0]]);
    }

    /// The words of a name without "Local".
    [[nodiscard]] std::vector<std::uint32_t> names_words(Phrase phrase) const {
        std::vector<std::uint32_t> out;
        for (std::uint32_t i = phrase.first; i <= phrase.last; ++i) {
            if (words_.form(words_.all[i]) != "local") out.push_back(i);
        }
        return out;
    }

    /// The word without its possessive ending, and where that counts for nothing, without its number.
    [[nodiscard]] std::string base(std::uint32_t word, bool any_number) const {
        std::string_view form = words_.form(words_.all[word]);
        if (any_number) return singular(form);
        if (form.ends_with("'s")) form.remove_suffix(2);
        return std::string(form);
    }

    /// The classes of the words that carry meaning, sorted; empty where fewer than three remain.
    [[nodiscard]] std::string sorted_classes(Phrase phrase) const {
        if (phrase.last - phrase.first >= longest_name) return {};
        std::vector<SymbolId> classes;
        for (std::uint32_t i = phrase.first; i <= phrase.last; ++i) {
            const std::string_view form = words_.form(words_.all[i]);
            // "LSCBs in Marlow" and "Marlow LSCB" are words in two orders, not two names.
            if (words_.all[i].upper || form == "in") return {};
            if (words_.closed_class[words_.all[i].symbol] || form == "local") continue;
            classes.push_back(class_[words_.all[i].symbol]);
        }
        if (classes.size() < 3) return {};
        std::sort(classes.begin(), classes.end());
        std::string key;
        for (const SymbolId c : classes) key += fmt::format("{} ", c);
        return key;
    }

    /// Those that change their names freely. A board or a council beside a group of the same name is another
    /// body.
    [[nodiscard]] bool is_working_body(std::uint32_t i) const {
        const std::string_view form = words_.symbols.form(singular_[words_.all[i].symbol]);
        return is_body(form) && form != "board" && form != "council" && form != "partnership";
    }

    /// "Serious Case Review Sub-Group" and "serious case review sub-committee".
    void check_bodies() {
        NameTree tree;
        std::unordered_map<std::uint32_t, Phrase> ends;
        for (const Name& name : names_) {
            const Phrase phrase = name.uses.front().phrase;
            const std::uint32_t length = phrase.last - phrase.first + 1;
            if (length < 4 || length > longest_name || !is_working_body(phrase.last)) continue;
            std::uint32_t node = NameTree::root;
            for (std::uint32_t i = phrase.first; i < phrase.last; ++i)
                node = tree.add(node, singular_[words_.all[i].symbol]);
            ends.try_emplace(node, phrase);
        }
        for (std::uint32_t i = 0; i < words_.all.size(); ++i) {
            if (!holds_sentences(report_.runs[words_.all[i].run].kind)) continue;
            std::uint32_t node = NameTree::root;
            for (std::uint32_t length = 0; length < longest_name; ++length) {
                const Word* word = words_.next(i, length);
                if (word == nullptr || (length > 0 && word->joint == Joint::mark)) break;
                const auto found = ends.find(node);
                const SymbolId head = singular_[word->symbol];
                if (found != ends.end() && is_working_body(i + length) &&
                    head != singular_[words_.all[found->second.last].symbol])
                    report({i, i + length}, found->second);
                node = tree.step(node, singular_[word->symbol]);
                if (node == NameTree::nowhere) break;
            }
        }
    }

    const model::Report& report_;
    const Words& words_;
    Diagnostics& diagnostics_;
    std::vector<SymbolId> singular_;
    std::vector<SymbolId> class_;
    std::vector<Name> names_;
    std::vector<Definition> definitions_;
    std::unordered_map<std::string, std::string> abbreviations_;  ///< by the full form
    std::vector<bool> small_;  ///< by symbol: stands in small letters somewhere
    std::unordered_set<std::string> told_;
    std::unordered_set<std::uint32_t> told_places_;
};

}  // namespace

void check_names(const model::Report& report, const Sources&, Diagnostics& diagnostics) {
    NameCheck(report, diagnostics).check();
}

}  // namespace stet::validators

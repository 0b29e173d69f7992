// T105, T106: bodies, posts and documents under nearly the same name; apostrophes that come and go.
#include <fmt/format.h>

#include <algorithm>
#include <array>
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

/// Whether two words differ by an ending alone, in a way in which one name varies: "education(al)",
/// "permanence / permanency", "adult(s)", "foster(ing)", "offending / offender".
bool inflect(std::string_view a, std::string_view b) {
    const auto split = std::mismatch(a.begin(), a.end(), b.begin(), b.end());
    if (split.first - a.begin() < 4) return false;
    std::string_view x(split.first, static_cast<std::size_t>(a.end() - split.first));
    std::string_view y(split.second, static_cast<std::size_t>(b.end() - split.second));
    if (x > y) std::swap(x, y);
    constexpr std::array<std::pair<std::string_view, std::string_view>, 7> endings{
        {{"", "al"}, {"", "ing"}, {"", "s"}, {"e", "y"}, {"er", "ing"}, {"e", "ing"}, {"", "'s"}}};
    return std::find(endings.begin(), endings.end(), std::pair(x, y)) != endings.end();
}

class NameCheck {
  public:
    NameCheck(const model::Report& report, Diagnostics& diagnostics)
        : report_(report), words_(report.words), diagnostics_(diagnostics) {
        classify();
        names_ = collect_names(report);
        std::erase_if(names_, [&](const Name& name) { return is_statute(name.uses.front().phrase); });
        definitions_ = collect_definitions(report);
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

    /// Acts and regulations are compared by check_citations.
    [[nodiscard]] bool is_statute(Phrase phrase) const {
        const std::string_view head = words_.form(words_.all[phrase.last]);
        return head == "act" || head == "regulations" || words_.all[phrase.last].digits;
    }

    /// Says it once for each pair of names.
    void report(Phrase odd, Phrase model, std::size_t odd_count = 1) {
        std::string a = plain(odd);
        std::string b = plain(model);
        if (a > b) std::swap(a, b);
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
            if (plain(phrase) != plain(model) && shared * 2 >= found->first.size() && !names_area(phrase))
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
        for (const Name& name : names_) plant(name.uses.front().phrase, name.uses.size());
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

    /// `here` and `model` agree in the beginnings of their words.
    void compare(Phrase here, Phrase model) {
        std::size_t differing = 0;
        bool capitals = true;
        for (std::uint32_t i = here.first; i <= here.last; ++i) {
            const Word& a = words_.all[i];
            const Word& b = words_.all[model.first + (i - here.first)];
            capitals &= a.capital || words_.closed_class[a.symbol];
            if (a.symbol == b.symbol || (i == here.last && singular_[a.symbol] == singular_[b.symbol]))
                continue;
            if (++differing > 1 || !inflect(words_.form(a), words_.form(b))) return;
        }
        // In small letters only three words or more are the name and not chance.
        if (differing != 1 || (!capitals && here.last - here.first < 2)) return;
        // The end of a longer name, which has been or will be compared whole.
        const Word* before = words_.previous(here.first);
        const bool inside = before != nullptr && capitals && before->capital && !before->opens &&
                            words_.all[here.first].joint == Joint::space;
        if (!inside && !defines_both(here, model)) report(here, model);
    }

    /// Two full forms of one abbreviation are told as such (T207).
    [[nodiscard]] bool defines_both(Phrase a, Phrase b) const {
        const auto letters = [&](Phrase phrase) {
            const auto found =
                std::find_if(definitions_.begin(), definitions_.end(),
                             [&](const Definition& d) { return d.expansion.last == phrase.last; });
            return found == definitions_.end() ? std::string() : found->abbreviation;
        };
        return !letters(a).empty() && letters(a) == letters(b);
    }

    /// The same words in another order, or one more "Local": "Safeguarding Adults Board".
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
            report(odd.uses.front().phrase, model.uses.front().phrase, odd.uses.size());
        }
    }

    /// The classes of the words that carry meaning, sorted; empty where fewer than three remain.
    [[nodiscard]] std::string sorted_classes(Phrase phrase) const {
        if (phrase.last - phrase.first >= longest_name) return {};
        std::vector<SymbolId> classes;
        for (std::uint32_t i = phrase.first; i <= phrase.last; ++i) {
            const std::string_view form = words_.form(words_.all[i]);
            if (words_.closed_class[words_.all[i].symbol] || form == "local") continue;
            classes.push_back(class_[words_.all[i].symbol]);
        }
        if (classes.size() < 3) return {};
        std::sort(classes.begin(), classes.end());
        std::string key;
        for (const SymbolId c : classes) key += fmt::format("{} ", c);
        return key;
    }

    /// "Serious Case Review Sub-Group" and "serious case review sub-committee".
    void check_bodies() {
        NameTree tree;
        std::unordered_map<std::uint32_t, Phrase> ends;
        for (const Name& name : names_) {
            const Phrase phrase = name.uses.front().phrase;
            const std::uint32_t length = phrase.last - phrase.first + 1;
            if (length < 4 || length > longest_name ||
                !is_body(words_.symbols.form(singular_[words_.all[phrase.last].symbol])))
                continue;
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
                if (found != ends.end() && is_body(words_.symbols.form(head)) &&
                    head != singular_[words_.all[found->second.last].symbol]) {
                    report({i, i + length}, found->second);
                }
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
    std::unordered_set<std::string> told_;
    std::unordered_set<std::uint32_t> told_places_;
};

/// "Adults service" where "adults' services" stands elsewhere; "peoples'" for "people's".
class ApostropheCheck {
  public:
    ApostropheCheck(const model::Report& report, Diagnostics& diagnostics)
        : report_(report), words_(report.words), diagnostics_(diagnostics) {}

    void check() {
        std::unordered_map<std::string, std::uint32_t>
            possessives;  // "adults service" to the word with the apostrophe
        for (std::uint32_t i = 0; i < words_.all.size(); ++i) {
            if (!usable(i) || words_.next(i) == nullptr) continue;
            if (apostrophe_follows(i)) {
                possessives.try_emplace(key(words_.form(words_.all[i]), i + 1), i);
            } else if (const std::string_view form = words_.form(words_.all[i]);
                       form.ends_with("'s") && words_.all[i + 1].joint == Joint::space) {
                possessives.try_emplace(key(std::string(form.substr(0, form.size() - 2)) + "s", i + 1), i);
            }
        }
        if (possessives.empty()) return;
        std::unordered_set<std::string> told;
        for (std::uint32_t i = 0; i < words_.all.size(); ++i) {
            const std::string_view form = words_.form(words_.all[i]);
            if (!usable(i) || !form.ends_with('s') || form.ends_with("'s") || words_.next(i) == nullptr ||
                words_.all[i + 1].joint != Joint::space)
                continue;
            if (words_.closed_class[words_.all[i + 1].symbol]) continue;
            const auto found = possessives.find(key(form, i + 1));
            if (found == possessives.end()) continue;
            // "families need" is a verb where "families' needs" is none.
            const bool same = words_.all[i + 1].symbol == words_.all[found->second + 1].symbol;
            const bool name = words_.all[i].capital && !words_.all[i].opens;
            if ((!same && !name) || !told.insert(found->first).second) continue;
            const Phrase odd{i, i + 1};
            const Phrase model{found->second, found->second + 1};
            diagnostics_
                .add(source_of(report_, odd), diag::apostrophe_variant, words_of(report_, odd),
                     words_of(report_, model))
                .relate(source_of(report_, model), fmt::format("“{}” here", words_of(report_, model)));
        }
    }

  private:
    [[nodiscard]] bool usable(std::uint32_t i) const {
        return !words_.all[i].digits && !words_.all[i].address && !words_.all[i].upper;
    }

    [[nodiscard]] std::string key(std::string_view possessive, std::uint32_t next) const {
        return fmt::format("{} {}", possessive, singular(words_.form(words_.all[next])));
    }

    /// "adults' services": an apostrophe and a space stand between the two words.
    [[nodiscard]] bool apostrophe_follows(std::uint32_t i) const {
        const std::string_view text = report_.runs[words_.all[i].run].text;
        const std::uint32_t end = words_.all[i].end;
        const std::string_view gap = text.substr(end, words_.all[i + 1].begin - end);
        return (gap == "' " || gap == "’ ") && text[end - 1] == 's' && !opened(i);
    }

    /// An apostrophe after a word may close a quotation that a mark before it opened.
    [[nodiscard]] bool opened(std::uint32_t i) const {
        const std::string_view text = report_.runs[words_.all[i].run].text;
        for (std::uint32_t back = 0; back < 6; ++back) {
            if (words_.previous(i, back) == nullptr) return false;
            const std::uint32_t begin = words_.all[i - back].begin;
            if (begin > 0 && (text[begin - 1] == '\'' || text.substr(0, begin).ends_with("‘"))) return true;
        }
        return false;
    }

    const model::Report& report_;
    const Words& words_;
    Diagnostics& diagnostics_;
};

}  // namespace

void check_names(const model::Report& report, const Sources&, Diagnostics& diagnostics) {
    NameCheck(report, diagnostics).check();
    ApostropheCheck(report, diagnostics).check();
}

}  // namespace stet::validators

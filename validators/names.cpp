// Names in prose: maximal runs of capitalised words, found once for the checks that compare them.
#include "validators/names.hpp"

#include <algorithm>
#include <array>
#include <unordered_map>

namespace stet::validators {

namespace {

using prose::Joint;
using prose::Word;
using prose::Words;

bool links(std::string_view form) {
    return form == "of" || form == "and" || form == "for" || form == "in";
}

/// Whether the word carries a name on: after a space, a hyphen, or the apostrophe of a plural ("Leavers'
/// Charter").
bool joined(const model::Report& report, std::uint32_t index) {
    const Word& word = report.words.all[index];
    if (word.joint != Joint::mark) return word.joint != Joint::start;
    const std::uint32_t from = report.words.all[index - 1].end;
    const std::string_view gap = std::string_view(report.runs[word.run].text).substr(from, word.begin - from);
    return gap == "' " || gap == "’ ";
}

/// "Head of Service in May": the month is no part of the name.
bool is_month(std::string_view form) {
    constexpr std::array<std::string_view, 12> months{"january",   "february", "march",    "april",
                                                      "may",       "june",     "july",     "august",
                                                      "september", "october",  "november", "december"};
    return std::find(months.begin(), months.end(), form) != months.end();
}

/// The last word of the name that begins at `first`; `first` itself where it is a single word.
std::uint32_t end_of_name(const model::Report& report, std::uint32_t first) {
    const Words& words = report.words;
    std::uint32_t last = first;
    for (std::uint32_t i = first + 1;; ++i) {
        const Word* word = words.next(first, i - first);
        if (word == nullptr || !joined(report, i)) return last;
        if (word->capital && !word->address) {
            if (words.form(words.all[i - 1]) == "in" && is_month(words.form(*word))) return last;
            last = i;
        } else if (!links(words.form(*word)) || word->joint != Joint::space || i - last > 1) {
            return last;
        }
    }
}

}  // namespace

std::string singular(std::string_view form) {
    if (form.ends_with("'s")) form.remove_suffix(2);
    if (form == "children") return "child";
    if (form.size() > 4 && form.ends_with("ies")) return std::string(form.substr(0, form.size() - 3)) + "y";
    if (form.size() > 4 && (form.ends_with("sses") || form.ends_with("xes") || form.ends_with("ches")))
        form.remove_suffix(2);
    else if (form.size() > 3 && form.ends_with("s") && !form.ends_with("ss") && !form.ends_with("us") &&
             !form.ends_with("is"))
        form.remove_suffix(1);
    return std::string(form);
}

std::vector<prose::SymbolId> singular_symbols(const Words& words) {
    std::vector<prose::SymbolId> symbols(words.symbols.size());
    for (prose::SymbolId symbol = 0; symbol < symbols.size(); ++symbol) {
        symbols[symbol] = symbol;
        const std::string_view form = words.symbols.form(symbol);
        if (!form.ends_with('s') && form != "children") continue;
        const prose::SymbolId one = words.symbols.find(singular(form));
        if (one != prose::Symbols::none) symbols[symbol] = one;
    }
    return symbols;
}

bool is_body(std::string_view form) {
    constexpr std::array<std::string_view, 9> bodies{"board",       "committee",    "council",
                                                     "forum",       "group",        "panel",
                                                     "partnership", "subcommittee", "subgroup"};
    return std::find(bodies.begin(), bodies.end(), form) != bodies.end();
}

bool differ_in_apostrophe(std::string_view a, std::string_view b) {
    if (a.size() > b.size()) std::swap(a, b);
    return b.size() == a.size() + 2 && b.starts_with(a) && b.ends_with("'s");
}

bool inflect(std::string_view a, std::string_view b) {
    const auto split = std::mismatch(a.begin(), a.end(), b.begin(), b.end());
    const auto shared = split.first - a.begin();
    if (shared < 4) return false;
    std::string_view x(split.first, static_cast<std::size_t>(a.end() - split.first));
    std::string_view y(split.second, static_cast<std::size_t>(b.end() - split.second));
    if (x > y) std::swap(x, y);
    if (x == "e" && y == "y") return shared > 5;  // "police" is no "policy"
    constexpr std::array<std::pair<std::string_view, std::string_view>, 8> endings{{{"", "al"},
                                                                                    {"", "ing"},
                                                                                    {"", "s"},
                                                                                    {"er", "ing"},
                                                                                    {"e", "ing"},
                                                                                    {"", "'s"},
                                                                                    {"", "ren"},
                                                                                    {"", "ren's"}}};
    return std::find(endings.begin(), endings.end(), std::pair(x, y)) != endings.end();
}

bool is_counted(const model::Report& report, Phrase name, std::uint32_t word) {
    if (word == name.last) return true;
    const std::string_view next = report.words.form(report.words.all[word + 1]);
    return next == "of" || next == "in";
}

bool abbreviation_follows(const model::Report& report, std::uint32_t word) {
    const Word* next = report.words.next(word);
    if (next == nullptr || next->joint != Joint::mark || !next->capital) return false;
    const std::string& text = report.runs[next->run].text;
    const std::string_view between =
        std::string_view(text).substr(report.words.all[word].end, next->begin - report.words.all[word].end);
    return between == " (" && next->end < text.size() && text[next->end] == ')';
}

std::vector<Name> collect_names(const model::Report& report) {
    const Words& words = report.words;
    std::vector<Name> names;
    std::unordered_map<std::string, std::size_t> by_key;
    std::string key;
    for (std::uint32_t i = 0; i < words.all.size(); ++i) {
        const Word& word = words.all[i];
        if (!word.capital || word.address || !holds_sentences(report.runs[word.run].kind)) continue;
        const std::uint32_t last = end_of_name(report, i);
        if (last == i) continue;
        // "The Fostering Panel", "In Marlow": the first word is capital because it opens.
        std::uint32_t first = i;
        if (word.opens && (words.closed_class[word.symbol] || !words.all[i + 1].capital)) {
            first = i + 1;
            while (first < last && !words.all[first].capital) ++first;
        }
        i = last;
        while (first < last && (words.closed_class[words.all[first].symbol] || !words.all[first].capital))
            ++first;
        if (first == last) continue;
        key.clear();
        for (std::uint32_t at = first; at <= last; ++at) {
            if (at != first) key.push_back(' ');
            if (at == last)
                key += singular(words.form(words.all[at]));
            else
                key += words.form(words.all[at]);
        }
        const auto [found, fresh] = by_key.try_emplace(key, names.size());
        if (fresh) names.push_back({key, {}});
        names[found->second].uses.push_back({{first, last}, abbreviation_follows(report, last)});
    }
    return names;
}

}  // namespace stet::validators

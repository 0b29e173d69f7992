// T106: apostrophes of possessives that come and go.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string>
#include <unordered_map>
#include <unordered_set>

#include "validators/names.hpp"
#include "validators/terms.hpp"

namespace stet::validators {

namespace {

using prose::Joint;
using prose::Words;

/// Nouns that are verbs as well: "carers report that", "leavers need", "help parents access".
bool may_be_verb(std::string_view form) {
    constexpr std::array<std::string_view, 9> verbs{"access", "benefit", "contact", "need", "needs",
                                                    "plan",   "report",  "value",   "work"};
    return std::find(verbs.begin(), verbs.end(), form) != verbs.end();
}

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
            if (words_.closed_class[words_.all[i + 1].symbol] || may_be_verb(words_.form(words_.all[i + 1])))
                continue;
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

void check_apostrophes(const model::Report& report, const Sources&, Diagnostics& diagnostics) {
    ApostropheCheck(report, diagnostics).check();
}

}  // namespace stet::validators

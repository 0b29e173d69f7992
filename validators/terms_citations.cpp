// T301 to T304: Acts and regulations cited under different titles, without their year, with different years
// or sections.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "compiler/base/suggest.hpp"
#include "validators/names.hpp"
#include "validators/terms.hpp"

namespace stet::validators {

namespace {

using prose::Word;
using prose::Words;

/// "section 20 of the Children Act 1989".
struct Citation {
    Phrase title;           ///< with "Act" or "Regulations", without the year
    std::string plain;      ///< the title in lower case
    std::string_view year;  ///< empty where it has none
    std::string section;    ///< "20", "15a"; empty where none is named
    Phrase whole;           ///< from the section to the year
};

bool is_linker(std::string_view form) {
    constexpr std::array<std::string_view, 6> linkers{"and", "etc", "for", "in", "of", "to"};
    return std::find(linkers.begin(), linkers.end(), form) != linkers.end();
}

class CitationCheck {
  public:
    CitationCheck(const model::Report& report, Diagnostics& diagnostics)
        : report_(report), words_(report.words), diagnostics_(diagnostics) {}

    void check() {
        for (const std::string_view statute : {"act", "regulations", "rules"}) {
            for (const std::uint32_t i : words_.of(statute)) {
                if (words_.all[i].capital && report_.runs[words_.all[i].run].kind != prose::RunKind::contents)
                    read(i);
            }
        }
        std::sort(citations_.begin(), citations_.end(),
                  [](const Citation& a, const Citation& b) { return a.title.first < b.title.first; });
        check_titles();
        check_missing_years();
        check_sections();
        check_contexts();
    }

  private:
    [[nodiscard]] std::string_view gap(std::uint32_t word) const {
        const Word& to = words_.all[word];
        const std::uint32_t from = words_.all[word - 1].end;
        return std::string_view(report_.runs[to.run].text).substr(from, to.begin - from);
    }

    /// Reads the title that ends in the word `last`, backwards, then its year and its section.
    void read(std::uint32_t last) {
        std::uint32_t first = last;
        for (std::uint32_t i = last; words_.previous(i) != nullptr;) {
            const std::string_view between = gap(i);
            if (between != " " && between != ", " && between != ") " && between != " (" && between != "-")
                break;
            --i;
            const Word& word = words_.all[i];
            if (word.capital && !word.digits && words_.form(word) != "the")
                first = i;
            else if (!is_linker(words_.form(word)))
                break;
        }
        if (first == last) return;
        Citation made{{first, last}, {}, {}, {}, {first, last}};
        for (std::uint32_t i = first; i <= last; ++i)
            made.plain.append(words_.form(words_.all[i])).push_back(' ');
        const Word* year = words_.next(last);
        if (year != nullptr && year->digits && year->end - year->begin == 4 && gap(last + 1) == " ") {
            made.year = words_of(report_, {last + 1, last + 1});
            made.whole.last = last + 1;
        }
        read_section(made);
        citations_.push_back(std::move(made));
    }

    /// "section 15A of the" before the title.
    void read_section(Citation& citation) const {
        std::uint32_t i = citation.title.first;
        const auto before = [&](std::string_view form) {
            return words_.previous(i) != nullptr && words_.form(words_.all[i - 1]) == form;
        };
        if (before("the")) --i;
        if (!before("of")) return;
        --i;
        if (words_.previous(i, 2) == nullptr || !words_.all[i - 1].digits) return;
        const std::string_view label = words_.form(words_.all[i - 2]);
        if (label != "section" && label != "regulation" && label != "s") return;
        citation.section = words_.form(words_.all[i - 1]);
        citation.whole.first = i - 2;
    }

    /// Near-duplicate titles of one year.
    void check_titles() {
        struct Title {
            std::string_view plain;
            std::vector<const Citation*> uses;
        };
        std::map<std::string_view, std::vector<Title>> by_year;
        for (const Citation& citation : citations_) {
            if (citation.year.empty()) continue;
            auto& titles = by_year[citation.year];
            auto same = std::find_if(titles.begin(), titles.end(),
                                     [&](const Title& t) { return t.plain == citation.plain; });
            if (same == titles.end()) {
                if (titles.size() == most_titles) continue;
                same = titles.insert(titles.end(), {citation.plain, {}});
            }
            same->uses.push_back(&citation);
        }
        for (auto& [year, titles] : by_year) {
            std::stable_sort(titles.begin(), titles.end(),
                             [](const Title& a, const Title& b) { return a.uses.size() > b.uses.size(); });
            for (std::size_t odd = 1; odd < titles.size(); ++odd) {
                const std::string_view plain = titles[odd].plain;
                const auto end = titles.begin() + static_cast<std::ptrdiff_t>(odd);
                const auto model = std::find_if(titles.begin(), end, [plain](const Title& t) {
                    return edit_distance(t.plain, plain, most_edits) <= most_edits;
                });
                if (model != end) report_title(titles[odd].uses, model->uses);
            }
        }
    }

    void report_title(const std::vector<const Citation*>& odd, const std::vector<const Citation*>& model) {
        const auto with_year = [](Phrase title) { return Phrase{title.first, title.last + 1}; };
        const std::string_view right = words_of(report_, model.front()->title);
        std::vector<Use> uses;
        for (const Citation* citation : odd) {
            Use use{source_of(report_, with_year(citation->title)), {}};
            if (model.size() > odd.size())
                use.edits.push_back({source_of(report_, citation->title), std::string(right)});
            uses.push_back(std::move(use));
        }
        report_variant(diagnostics_, diag::act_title_variant,
                       words_of(report_, with_year(odd.front()->title)), uses,
                       {words_of(report_, with_year(model.front()->title)),
                        model.size(),
                        source_of(report_, with_year(model.front()->title)),
                        {}});
    }

    /// A title without a year where the report cites it with two, or with one only later.
    void check_missing_years() {
        std::map<std::string_view, std::vector<const Citation*>> dated;
        for (const Citation& citation : citations_) {
            if (!citation.year.empty()) dated[citation.plain].push_back(&citation);
        }
        std::set<std::string_view> told;
        for (const Citation& citation : citations_) {
            const auto found = dated.find(citation.plain);
            if (!citation.year.empty() || found == dated.end()) continue;
            std::set<std::string_view> years;
            for (const Citation* other : found->second) years.insert(other->year);
            const bool introduced =
                years.size() == 1 && found->second.front()->title.first < citation.title.first;
            if (introduced || !told.insert(citation.plain).second) continue;
            const std::string list = fmt::format("{}", fmt::join(years, " and "));
            Diagnostic& made = diagnostics_.add(source_of(report_, citation.whole), diag::act_year_missing,
                                                words_of(report_, citation.title), list);
            for (const std::string_view year : years) {
                const auto other = std::find_if(found->second.begin(), found->second.end(),
                                                [&](const Citation* c) { return c->year == year; });
                made.relate(source_of(report_, (*other)->whole), fmt::format("of {} here", year));
            }
        }
    }

    /// One section of one Act with two years.
    void check_sections() {
        std::map<std::pair<std::string_view, std::string_view>, const Citation*> first;
        std::set<const Citation*> told;
        for (const Citation& citation : citations_) {
            if (citation.section.empty() || citation.year.empty()) continue;
            const auto [found, fresh] = first.try_emplace({citation.plain, citation.section}, &citation);
            if (fresh || found->second->year == citation.year || !told.insert(found->second).second) continue;
            diagnostics_
                .add(source_of(report_, citation.whole), diag::act_year_varies, citation.section,
                     words_of(report_, citation.title), citation.year, found->second->year)
                .relate(source_of(report_, found->second->whole),
                        fmt::format("of {} here", found->second->year));
        }
    }

    /// The last words with a meaning before a citation, in its sentence.
    [[nodiscard]] std::vector<prose::SymbolId> words_before(const Citation& citation) const {
        std::vector<prose::SymbolId> out;
        for (std::uint32_t i = citation.whole.first;
             words_.previous(i) != nullptr && out.size() < most_context; --i) {
            if (gap(i).find(". ") != std::string_view::npos) break;
            const prose::SymbolId symbol = words_.all[i - 1].symbol;
            const bool known = std::find(out.begin(), out.end(), symbol) != out.end();
            if (!words_.closed_class[symbol] && !known) out.push_back(symbol);
        }
        return out;
    }

    /// "the inspection was carried out under section 136" and, in the same words, "under section 137".
    void check_contexts() {
        std::vector<std::pair<const Citation*, std::vector<prose::SymbolId>>> placed;
        for (const Citation& citation : citations_) {
            if (citation.section.empty() || citation.year.empty() || placed.size() == most_titles) continue;
            placed.emplace_back(&citation, words_before(citation));
        }
        std::set<std::string> told;
        for (std::size_t b = 1; b < placed.size(); ++b) {
            for (std::size_t a = 0; a < b; ++a) {
                const Citation& first = *placed[a].first;
                const Citation& second = *placed[b].first;
                if (first.plain != second.plain || first.year != second.year ||
                    first.section == second.section || !alike(placed[a].second, placed[b].second) ||
                    !told.insert(second.section).second)
                    continue;
                diagnostics_
                    .add(source_of(report_, second.whole), diag::act_section_varies, second.section,
                         words_of(report_, second.title), first.section)
                    .relate(source_of(report_, first.whole), fmt::format("section {} here", first.section));
            }
        }
    }

    /// Three words or more in common, and two thirds of the shorter.
    static bool alike(const std::vector<prose::SymbolId>& a, const std::vector<prose::SymbolId>& b) {
        const auto shared =
            static_cast<std::size_t>(std::count_if(a.begin(), a.end(), [&](prose::SymbolId s) {
                return std::find(b.begin(), b.end(), s) != b.end();
            }));
        return shared >= 3 && shared * 3 >= std::min(a.size(), b.size()) * 2;
    }

    /// Words before a citation that tell what it is cited for.
    static constexpr std::size_t most_context = 6;
    /// Titles of one year, or sections, that are compared with each other.
    static constexpr std::size_t most_titles = 64;
    static constexpr std::size_t most_edits = 2;

    const model::Report& report_;
    const Words& words_;
    Diagnostics& diagnostics_;
    std::vector<Citation> citations_;
};

}  // namespace

void check_citations(const model::Report& report, const Sources&, Diagnostics& diagnostics) {
    CitationCheck(report, diagnostics).check();
}

}  // namespace stet::validators

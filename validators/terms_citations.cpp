// T301 to T303: Acts and regulations cited under different titles, without their year, with different years.
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

using prose::Joint;
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

    /// Titles of one year that are compared with each other.
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

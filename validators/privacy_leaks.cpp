// P301 to P303: evidence references, remarks to colleagues and the word "draft" in what is published.
#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <unordered_map>

#include "compiler/base/catalogue.hpp"
#include "validators/abbreviations.hpp"
#include "validators/privacy.hpp"
#include "validators/variants.hpp"

namespace stet::validators {

namespace {

using prose::Mark;
using prose::MarkKind;
using prose::Run;
using prose::Word;

/// Words that open a remark to a colleague in square or round brackets.
constexpr std::array<std::string_view, 10> remarks{"ask", "check", "dn",  "insert", "note",
                                                   "qa",  "query", "tba", "tbc",    "todo"};

/// A bracket that closes later closes something else.
constexpr std::size_t longest_remark = 500;

class LeakCheck {
  public:
    LeakCheck(const model::Report& report, Diagnostics& diagnostics)
        : report_(report), words_(report.words), diagnostics_(diagnostics) {}

    /// An evidence reference is private in braces; typed into the text it is published.
    void check_evidence() {
        std::unordered_map<std::string_view, Span> references;
        for (const Run& run : report_.runs) {
            for (const Mark& mark : run.marks) {
                if (mark.kind == MarkKind::evidence && mark.argument.size() >= 3)
                    references.try_emplace(mark.argument, mark.argument_span);
            }
        }
        if (references.empty()) return;
        for (const Run& run : report_.runs) {
            // A reference stands between spaces, brackets or stops.
            for (std::size_t begin = 0; begin < run.text.size();) {
                std::size_t end = std::min(run.text.find_first_of(" ()[],;", begin), run.text.size());
                std::string_view token = std::string_view(run.text).substr(begin, end - begin);
                while (token.ends_with('.') || token.ends_with(':')) token.remove_suffix(1);
                if (const auto found = references.find(token); found != references.end()) {
                    diagnostics_
                        .add(run.source(static_cast<std::uint32_t>(begin),
                                        static_cast<std::uint32_t>(begin + token.size())),
                             diag::evidence_published, token)
                        .relate(found->second, "given as evidence here")
                        .with_help("write it in braces: `{evidence ...}`");
                }
                begin = end + 1;
            }
        }
    }

    /// "[check with the clerk]", "(TBC)", "[QA: is this still true?]".
    void check_remarks() {
        for (const std::string_view remark : remarks) {
            for (const std::uint32_t i : words_.of(remark)) {
                const Word& word = words_.all[i];
                const Run& run = report_.runs[word.run];
                const char before = word.begin > 0 ? run.text[word.begin - 1] : ' ';
                if (before == '@' && remark == "note") report(run, word.begin - 1, word.end);
                if (before != '[' && before != '(') continue;
                const std::string_view rest = std::string_view(run.text).substr(word.end, longest_remark);
                const std::size_t length = rest.find(before == '[' ? ']' : ')');
                if (length == std::string_view::npos) continue;
                // In round brackets only in capitals, alone or with a colon: "(check the register)" is prose.
                const bool alone = length == 0 || rest.substr(0, length).find(':') != std::string_view::npos;
                if (before == '(' && (!(alone && word.upper) || is_definition(i))) continue;
                report(run, word.begin - 1, word.end + static_cast<std::uint32_t>(length + 1));
            }
        }
    }

    /// The title goes into the metadata of every output.
    void check_title() {
        for (const std::uint32_t i : words_.of("draft")) {
            const Word& word = words_.all[i];
            const bool title = std::find(report_.header.titles.begin(), report_.header.titles.end(),
                                         word.run) != report_.header.titles.end();
            if (title) diagnostics_.add(source_of(report_, {i, i}), diag::draft_in_title);
        }
    }

  private:
    /// "Quality assurance (QA)" introduces an abbreviation.
    [[nodiscard]] bool is_definition(std::uint32_t i) const {
        const auto definitions = collect_definitions(report_);
        return std::any_of(definitions.begin(), definitions.end(),
                           [i](const Definition& d) { return d.word == i; });
    }

    void report(const Run& run, std::uint32_t begin, std::uint32_t end) {
        diagnostics_.add(run.source(begin, end), diag::remark_published, run.words(begin, end))
            .with_help("write it in braces: `{note ...}`");
    }

    const model::Report& report_;
    const prose::Words& words_;
    Diagnostics& diagnostics_;
};

}  // namespace

void check_leaks(const model::Report& report, const Sources&, Diagnostics& diagnostics) {
    LeakCheck check(report, diagnostics);
    check.check_evidence();
    check.check_remarks();
    check.check_title();
}

}  // namespace stet::validators

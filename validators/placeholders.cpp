// S113: what a first draft holds in place of words, and "XX" in place of a figure.
#include "compiler/framework/placeholders.hpp"

#include <algorithm>
#include <optional>
#include <string_view>

#include "compiler/base/catalogue.hpp"
#include "validators/structure.hpp"
#include "validators/variants.hpp"

namespace stet::validators {

namespace {

/// Other places that one message shows.
constexpr std::size_t most_related = 12;

/// One message for a whole first draft: at its first placeholder, the others related.
void check_first_draft(const model::Report& report, Diagnostics& diagnostics) {
    Diagnostic* said = nullptr;
    for (const prose::Run& run : report.runs) {
        const auto& all = framework::placeholders;
        if (std::find(all.begin(), all.end(), run.text) == all.end()) continue;
        if (said == nullptr)
            said = &diagnostics.add(run.span, diag::placeholder_left, run.text);
        else if (said->related.size() < most_related)
            said->relate(run.span, "and here");
    }
}

/// "XX%", "£XXX", "in XX cases"; "Louis XX" is a name.
void check_figures_to_come(const model::Report& report, Diagnostics& diagnostics) {
    for (const std::string_view form : {"xx", "xxx", "xxxx"}) {
        for (const std::uint32_t i : report.words.of(form)) {
            const prose::Word& word = report.words.all[i];
            const prose::Word* before = report.words.previous(i);
            const bool name =
                before != nullptr && word.joint == prose::Joint::space && before->capital && !before->opens;
            if (!word.upper || name || word.address) continue;
            diagnostics.add(source_of(report, {i, i}), diag::placeholder_left,
                            report.runs[word.run].words(word.begin, word.end));
        }
    }
}

}  // namespace

void check_placeholders(const model::Report& report, const Sources&, Diagnostics& diagnostics) {
    check_first_draft(report, diagnostics);
    check_figures_to_come(report, diagnostics);
}

}  // namespace stet::validators

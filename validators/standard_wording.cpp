// S112: standard wording that a report writes out is kept to the word.
#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "compiler/base/catalogue.hpp"
#include "compiler/framework/names.hpp"
#include "validators/context.hpp"
#include "validators/structure.hpp"

namespace stet::validators {

namespace {

/// Words of a text, folded, in order and sorted.
struct Folded {
    std::string text;
    std::vector<std::string_view> words;
    std::vector<std::string_view> sorted;

    explicit Folded(std::string_view source) : text(framework::fold(source)) {
        for (std::size_t at = 0; at < text.size();) {
            const std::size_t end = std::min(text.find(' ', at), text.size());
            words.push_back(std::string_view(text).substr(at, end - at));
            at = end + 1;
        }
        sorted = words;
        std::sort(sorted.begin(), sorted.end());
    }
    Folded(const Folded&) = delete;
    Folded& operator=(const Folded&) = delete;
};

/// Words of `a` that `b` has not, in the order of `a`.
std::vector<std::string_view> without(const Folded& a, const Folded& b) {
    std::vector<std::string_view> rest;
    std::set_difference(a.sorted.begin(), a.sorted.end(), b.sorted.begin(), b.sorted.end(),
                        std::back_inserter(rest));
    std::vector<std::string_view> out;
    for (const std::string_view word : a.words) {
        const auto found = std::find(rest.begin(), rest.end(), word);
        if (found == rest.end()) continue;
        out.push_back(word);
        rest.erase(found);
    }
    return out;
}

std::string listed(const std::vector<std::string_view>& words) {
    return fmt::format("“{}”", fmt::join(words, " "));
}

/// Fewer words than this may be alike by chance.
constexpr std::size_t least_words = 8;

/// One in this many words may differ for the text to be the standard wording, changed.
constexpr std::size_t share_of_changes = 6;

/// Says what the paragraph has in another way, if it is the standard wording nearly but not quite.
bool compare(Context& context, const prose::Run& run, const Folded& written, std::string_view standard) {
    const Folded model(standard);
    // Texts of very different length are not the same with changes; the comparison is quadratic in these.
    if (model.words.size() < least_words || written.words.size() > 2 * model.words.size()) return false;
    const auto more = without(written, model);
    const auto less = without(model, written);
    const std::size_t changes = std::max(more.size(), less.size());
    if (changes == 0 || changes * share_of_changes > model.words.size()) return false;
    const std::string what = more.empty()   ? fmt::format("{}, which is left out", listed(less))
                             : less.empty() ? fmt::format("{}, which is added", listed(more))
                                            : fmt::format("{}, where it has {}", listed(more), listed(less));
    context.diagnostics.add(run.span, diag::standard_wording_changed, what)
        .note(fmt::format("the standard wording: {}", standard))
        .with_help("leave the section out, and the standard wording stands in it");
    return true;
}

}  // namespace

void check_standard_wording(const model::Report& report, const Sources&, Diagnostics& diagnostics) {
    Context context{report, diagnostics};
    for (const prose::Run& run : report.runs) {
        const auto section = report.places[run.id].section;
        if (run.kind != prose::RunKind::paragraph || !section || !report.sections[*section].rule) continue;
        const std::string& place = report.framework.sections[*report.sections[*section].rule].wording;
        if (place.empty()) continue;
        const Folded written(run.text);
        for (const framework::Wording& wording : report.framework.wording) {
            if (wording.place != place) continue;
            const bool said = std::any_of(
                wording.paragraphs.begin(), wording.paragraphs.end(),
                [&](const std::string& standard) { return compare(context, run, written, standard); });
            if (said) break;
        }
    }
}

}  // namespace stet::validators

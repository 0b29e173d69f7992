// Reporting of clusters: one thing written in several ways, one of them preferred.
#include "validators/variants.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "compiler/base/ascii.hpp"
#include "compiler/model/stets.hpp"

namespace stet::validators {

namespace {

constexpr std::size_t most_related = 8;
/// Blocks nest no deeper (docs/language.md).
constexpr int deepest_block = 12;

}  // namespace

Diagnostic& report_variant(Diagnostics& diagnostics, const VariantKind& kind, std::string_view form,
                           std::span<const Use> odd, const Preferred& preferred) {
    Diagnostic& made = diagnostics.add(odd.front().span, kind, form, preferred.form);
    for (std::size_t i = 1; i < std::min(odd.size(), most_related); ++i)
        made.relate(odd[i].span, "also here");
    if (preferred.example) made.relate(*preferred.example, fmt::format("“{}” here", preferred.form));
    if (preferred.count > 0) {
        made.note(fmt::format("“{}” {}, “{}” {}{}", form, times(odd.size()), preferred.form,
                              times(preferred.count), preferred.because));
    }
    std::vector<Edit> edits;
    for (const Use& use : odd) edits.insert(edits.end(), use.edits.begin(), use.edits.end());
    if (!edits.empty()) made.fix(fmt::format("write “{}”", preferred.form), std::move(edits));
    return made;
}

LetStand::LetStand(const model::Report& report, std::string_view code) {
    for (const model::Stet& stet : model::find_stets(report.document)) {
        if (stet.code == code) blocks_.push_back(stet.scope);
    }
    std::sort(blocks_.begin(), blocks_.end(),
              [](Span a, Span b) { return std::pair(a.file, a.begin) < std::pair(b.file, b.begin); });
}

bool LetStand::holds(Span place) const {
    auto block = std::upper_bound(blocks_.begin(), blocks_.end(), place, [](Span a, Span b) {
        return std::pair(a.file, a.begin) < std::pair(b.file, b.begin);
    });
    // Blocks nest, but not deep.
    for (int depth = 0; depth < deepest_block && block != blocks_.begin(); ++depth) {
        --block;
        if (block->file == place.file && place.begin <= block->end) return true;
    }
    return false;
}

Span source_of(const model::Report& report, Phrase phrase) {
    const prose::Word& first = report.words.all[phrase.first];
    return report.runs[first.run].source(first.begin, report.words.all[phrase.last].end);
}

std::string_view words_of(const model::Report& report, Phrase phrase) {
    const prose::Word& first = report.words.all[phrase.first];
    return report.runs[first.run].words(first.begin, report.words.all[phrase.last].end);
}

bool holds_sentences(prose::RunKind kind) {
    using prose::RunKind;
    switch (kind) {
        case RunKind::statement:
        case RunKind::paragraph:
        case RunKind::bullet:
        case RunKind::quote:
        case RunKind::footnote:
            return true;
        case RunKind::header:
        case RunKind::heading:
        case RunKind::cell:
        case RunKind::table_head:
        case RunKind::caption:
        case RunKind::box_title:
        case RunKind::contents:
            return false;
    }
    return false;
}

prose::RunId end_matter(const model::Report& report) {
    const auto count = static_cast<prose::RunId>(report.runs.size());
    for (prose::RunId run = count; run > 0; --run) {
        const auto paragraph = report.places[run - 1].paragraph;
        if (paragraph && report.numbered(*paragraph).kind == model::Paragraph::Kind::numbered) return run;
    }
    return count;
}

std::string in_case_of(std::string_view model, std::string_view replacement) {
    std::string out(replacement);
    if (model.empty() || out.empty() || !ascii::upper_letter(model[0])) return out;
    const bool all = model.size() > 1 && std::none_of(model.begin(), model.end(), ascii::lower_letter);
    out[0] = ascii::upper(out[0]);
    if (all) std::transform(out.begin(), out.end(), out.begin(), ascii::upper);
    return out;
}

std::string times(std::size_t count) {
    if (count == 1) return "once";
    if (count == 2) return "twice";
    return fmt::format("{} times", count);
}

}  // namespace stet::validators

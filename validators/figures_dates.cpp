// F125 outside the bracket: the date that a sentence gives a cited figure, held against the date of its fact.
#include <algorithm>
#include <array>
#include <functional>
#include <map>
#include <optional>

#include "compiler/base/ascii.hpp"
#include "compiler/base/catalogue.hpp"
#include "compiler/prose/writing.hpp"
#include "validators/claims.hpp"
#include "validators/figure_audit.hpp"

namespace stet::validators {

namespace {

using prose::Quantity;
using prose::QuantityKind;

bool is_one_of(std::string_view word, std::span<const std::string_view> known) {
    return std::any_of(known.begin(), known.end(),
                       [&](std::string_view k) { return ascii::equal_ignoring_case(k, word); });
}

/// "At 31 March 2015, ", "In 2014-15 ", "On 3 May ": what opens a sentence and holds for it.
constexpr std::array<std::string_view, 6> openers{"at", "on", "in", "as", "during", "by"};
/// Words after which a figure may be of another day.
constexpr std::array<std::string_view, 26> elsewhere{
    "from",  "than",  "compared",  "previous", "previously", "earlier", "before",  "since", "year",
    "years", "after", "following", "later",    "last",       "then",    "now",     "had",   "against",
    "was",   "were",  "which",     "who",      "whom",       "target",  "average", "but"};

class CitedDates {
  public:
    CitedDates(FigureAudit& audit, const prose::Citation& written)
        : audit_(audit),
          run_(audit.report.runs[written.run]),
          quantities_(audit.report.quantities[written.run]),
          written_(written) {}

    /// The date that the words just behind the bracket, or the opening of its sentence, give it.
    [[nodiscard]] const Quantity* governing() const {
        const auto& sentences = audit_.report.sentences[written_.run];
        const auto sentence =
            std::partition_point(sentences.begin(), sentences.end(),
                                 [&](const prose::Sentence& s) { return s.end <= written_.begin; });
        if (sentence == sentences.end()) return nullptr;
        if (const Quantity* behind = date_behind(sentence->end)) return behind;
        return date_of_opening(sentence->begin);
    }

  private:
    /// "[305]{care} children at 31 March 2015": no other figure between.
    [[nodiscard]] const Quantity* date_behind(std::uint32_t end) const {
        const auto q = first_from(written_.end);
        if (q == quantities_.end() || q->begin >= end || !q->is_date() || q->begin - written_.end > reach)
            return nullptr;
        const std::string_view between = run_.words(written_.end, q->begin);
        const std::string_view trimmed = ascii::trimmed(between);
        const std::string_view last = trimmed.substr(trimmed.rfind(' ') + 1);
        const bool joined =
            is_one_of(last, openers) && between.find_first_of(",;(") == std::string_view::npos;
        return joined && !mentions_any(between, elsewhere) ? &*q : nullptr;
    }

    [[nodiscard]] const Quantity* date_of_opening(std::uint32_t begin) const {
        const auto q = first_from(begin);
        if (q == quantities_.end() || q->begin >= written_.begin || !q->is_date()) return nullptr;
        if (written_.begin - q->begin > reach) return nullptr;
        const std::string_view opening = ascii::trimmed(run_.words(begin, q->begin));
        if (!is_one_of(opening, openers) && !ascii::equal_ignoring_case(opening, "as at")) return nullptr;
        if (mentions_any(run_.words(q->end, written_.begin), elsewhere)) return nullptr;
        const bool another = std::any_of(q + 1, first_from(written_.begin), std::mem_fn(&Quantity::is_date));
        return another ? nullptr : &*q;
    }

    [[nodiscard]] std::span<const Quantity>::iterator first_from(std::uint32_t place) const {
        return std::partition_point(quantities_.begin(), quantities_.end(),
                                    [&](const Quantity& q) { return q.begin < place; });
    }

    static constexpr std::uint32_t reach = 300;  // bytes between a date and its figure

    FigureAudit& audit_;
    const prose::Run& run_;
    std::span<const Quantity> quantities_;
    const prose::Citation& written_;
};

void mark_figures(FigureAudit& audit, const prose::Citation& written, const std::string& message) {
    const auto& quantities = audit.report.quantities[written.run];
    for (std::size_t i = 0; i < quantities.size(); ++i) {
        const Quantity& q = quantities[i];
        if (q.is_figure() && q.number_begin >= written.begin && q.number_end <= written.end)
            audit.conflicts(written.run, i, message, {});
    }
}

}  // namespace

void check_dates_of_citations(FigureAudit& audit) {
    std::map<std::pair<FileId, std::uint32_t>, std::size_t>
        told;  // a date that is wrong for many figures is said once
    for (const model::BoundCitation& citation : audit.report.figures.citations) {
        const prose::Citation& written = citation.written;
        const bool own_date = std::any_of(written.quantities.begin(), written.quantities.end(),
                                          std::mem_fn(&Quantity::is_date));
        if (written.kind != prose::Citation::Kind::assertion || !citation.only || own_date) continue;
        const model::Fact& fact = audit.report.figures.facts[*citation.only];
        if (!fact.declared.when || (citation.value && citation.value->kind == QuantityKind::date)) continue;
        const Quantity* said = CitedDates(audit, written).governing();
        if (said == nullptr ||
            (said->first <= fact.declared.when->last && fact.declared.when->first <= said->last))
            continue;
        const prose::Run& run = audit.report.runs[written.run];
        const Span place = run.source(said->begin, said->end);
        const auto [known, first] =
            told.emplace(std::pair(place.file, place.begin), audit.diagnostics.all().size());
        if (!first) {
            audit.diagnostics.all()[known->second].relate(written.span, "and cited here");
            mark_figures(audit, written, audit.diagnostics.all()[known->second].message);
            continue;
        }
        Diagnostic& diagnostic =
            audit.diagnostics.add(place, diag::date_disagrees, std::string(run.words(said->begin, said->end)),
                                  "the date of " + fact.quoted_name(), fact.declared.when_text);
        diagnostic.severity = Severity::warning;  // the words do not tie them as a bracket does
        diagnostic.relate(written.span, "cited here")
            .relate(fact.declared.value_span, fact.quoted_name() + " is given here");
        mark_figures(audit, written, diagnostic.message);
        if (audit.diagnostics.all().size() == known->second) told.erase(known);  // one too many of its code
    }
}

}  // namespace stet::validators

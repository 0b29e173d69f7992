// Reporting of clusters: one thing written in several ways, one of them preferred.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "compiler/base/catalogue.hpp"
#include "compiler/model/model.hpp"

namespace stet::validators {

/// Words [first, last] of one run, by index in `Words::all`.
struct Phrase {
    std::uint32_t first = 0;
    std::uint32_t last = 0;
};

/// A place that departs from the preferred form, and the edits that would mend it.
struct Use {
    Span span;
    std::vector<Edit> edits;
};

/// The preferred form: how it reads, how often it stands and where first.
struct Preferred {
    std::string_view form;
    std::size_t count = 0;
    std::optional<Span> example;
    std::string_view because = {};  ///< why it is preferred where it is not the commoner one
};

using VariantKind = DiagnosticKind<std::string_view, std::string_view>;

/// One diagnostic for a cluster: at the first of `odd`, the other places related, one fix that edits all.
/// `odd` must not be empty; `form` is how the first of them reads.
Diagnostic& report_variant(Diagnostics& diagnostics, const VariantKind& kind, std::string_view form,
                           std::span<const Use> odd, const Preferred& preferred);

/// A form wins over the preferred one only where it stands more than twice as often.
constexpr bool outnumbers(std::size_t variant, std::size_t preferred) {
    return variant > 2 * preferred;
}

/// The blocks in which the author lets a code stand. Of several faults that one diagnostic tells together,
/// those in such a block are told alone, so that the others stay.
class LetStand {
  public:
    LetStand(const model::Report& report, std::string_view code);
    [[nodiscard]] bool holds(Span place) const;

  private:
    std::vector<Span> blocks_;  ///< by file and beginning
};

/// The source of a phrase, and its words as they stand in the running text.
Span source_of(const model::Report& report, Phrase phrase);
std::string_view words_of(const model::Report& report, Phrase phrase);

/// True where whole sentences stand: paragraphs, bullets, quotes, footnotes and cover statements.
bool holds_sentences(prose::RunKind kind);

/// The first run behind the last numbered paragraph: what follows is the publisher's wording (how to
/// complain, who inspects), the same in every report. The number of runs where no paragraph is numbered.
prose::RunId end_matter(const model::Report& report);

/// `replacement` with its first letter as in `model` ("Focussed" gives "Focused"), or all in capitals.
std::string in_case_of(std::string_view model, std::string_view replacement);

/// "once", "twice", "3 times".
std::string times(std::size_t count);

}  // namespace stet::validators

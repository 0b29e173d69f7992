// F217: measures of which one holds the other, as the examination results at the end of Key Stage 4.
#include <algorithm>
#include <array>
#include <set>

#include "compiler/base/catalogue.hpp"
#include "validators/claims.hpp"

namespace stet::validators {

namespace {

using prose::Quantity;
using prose::QuantityKind;

/// Whoever meets a measure meets all with a higher rank. The grades are those of GCSE examinations until
/// 2016.
struct Measure {
    std::string_view words;
    int rank;
};
constexpr auto measures = std::to_array<Measure>({
    {"A* to Cs", 2},
    {"A* to C", 2},
    {"A*-C", 2},
    {"A*\u2013C", 2},
    {"A* to Gs", 3},
    {"A* to G", 3},
    {"A*-G", 3},
    {"A*\u2013G", 3},
    {"at least one GCSE", 4},
});
constexpr auto with_english =
    std::to_array<std::string_view>({"including English", "incl. English", "with English", "and English"});

struct Place {
    std::size_t at = 0;  ///< in the run's text
    int rank = 0;
};

/// A percentage with the measure that it is of.
struct Result {
    std::size_t quantity = 0;
    int rank = 0;
};

std::vector<Place> measures_in(const ClaimRun& run, std::size_t s) {
    std::vector<Place> found;
    const std::string_view text = run.text().substr(0, run.sentences[s].end);
    for (const Measure& measure : measures) {
        for (std::size_t at = text.find(measure.words, run.sentences[s].begin); at != std::string_view::npos;
             at = text.find(measure.words, at + 1)) {
            std::string_view after = text.substr(at + measure.words.size(), 40);
            constexpr auto asides =
                std::to_array<std::string_view>({", including", " GCSEs, including", ", with"});
            if (const auto aside = beginning(after, asides); !aside.empty())
                after.remove_prefix(aside.find(',') + 1);  // "A* to C, including English"
            const bool english =
                std::any_of(with_english.begin(), with_english.end(), [&](std::string_view w) {
                    return after.find(w) != std::string_view::npos &&
                           after.substr(0, after.find(w)).find_first_of(",;%") == std::string_view::npos;
                });
            found.push_back({at, measure.rank == 2 && english ? 1 : measure.rank});
        }
    }
    // "A* to C were achieved by 60%, and with English and mathematics by 40%"
    constexpr auto again = std::to_array<std::string_view>({"with English and", "including English and"});
    constexpr auto joints =
        std::to_array<std::string_view>({", and ", ", but ", " and ", "; ", "; and ", ", "});
    if (found.size() == 1 && found.front().rank == 2) {
        for (const std::string_view words : again) {
            const std::size_t at = text.find(words, found.front().at);
            if (at == std::string_view::npos || ending(text.substr(0, at), joints).empty()) continue;
            found.push_back({at, 1});
            break;
        }
    }
    std::sort(found.begin(), found.end(), [](const Place& a, const Place& b) { return a.at < b.at; });
    // "A* to Cs" holds "A* to C": one place, one measure.
    found.erase(
        std::unique(found.begin(), found.end(), [](const Place& a, const Place& b) { return a.at == b.at; }),
        found.end());
    return found;
}

/// The percentages of a sentence with their measures: as many of the one as of the other, in the same order;
/// or one measure and the first percentage after it.
std::vector<Result> results_in(const ClaimRun& run, std::size_t s) {
    constexpr auto others = std::to_array<std::string_view>(
        {"average", "nationally", "compared", "than", "neighbours", "comparators", "gap", "boys", "girls"});
    const std::vector<Place> places = measures_in(run, s);
    std::vector<std::size_t> percents;
    const auto [first, last] = run.of_sentence(s);
    for (std::size_t i = first; i < last; ++i) {
        const Quantity& q = run.quantities[i];
        if (q.kind == QuantityKind::percent && q.bound == prose::Bound::none && !q.range)
            percents.push_back(i);
    }
    std::set<CivilDate> years;
    for (std::size_t i = first; i < last; ++i) {
        if (run.quantities[i].kind == QuantityKind::date) years.insert(run.quantities[i].first);
    }
    std::vector<Result> found;
    if (percents.size() > 1 && years.size() > 1) return found;  // each of its own year
    if (places.empty() || percents.empty()) return found;
    if (places.size() == percents.size() && !mentions_any(run.sentence_text(s), others)) {
        for (std::size_t i = 0; i < places.size(); ++i) found.push_back({percents[i], places[i].rank});
    } else if (places.size() == 1 && run.quantities[percents[0]].begin > places[0].at) {
        found.push_back({percents[0], places[0].rank});
    }
    return found;
}

void judge(FigureAudit& audit, const ClaimRun& run, const Result& inner, const Result& outer) {
    const Quantity &a = run.quantities[inner.quantity], &b = run.quantities[outer.quantity];
    if (!a.interval.low || !b.interval.high) return;
    if (a.value <= b.value) {
        const std::string sum = run.words(inner.quantity) + " is not above " + run.words(outer.quantity);
        audit.possible(run.id, inner.quantity, sum);
        audit.possible(run.id, outer.quantity, sum);
        return;
    }
    if (*a.interval.low <= *b.interval.high) return;
    audit.conflicts(run.id, inner.quantity, "it is above " + run.words(outer.quantity), "");
    audit.conflicts(run.id, outer.quantity, "it is below " + run.words(inner.quantity), "");
    audit.diagnostics
        .add(run.place(inner.quantity), diag::nested_measures_out_of_order, run.words(inner.quantity),
             run.words(outer.quantity))
        .relate(run.place(outer.quantity), "the wider measure stands here");
}

}  // namespace

void check_nested_claims(FigureAudit& audit, const ClaimTexts& texts) {
    for (const ClaimRun& run : texts.runs) {
        if (run.quantities.size() < 2 || run.text().find("A*") == std::string_view::npos) continue;
        std::array<std::optional<Result>, 5> by_rank{};
        std::array<bool, 5> twice{};
        for (std::size_t s = 0; s < run.sentences.size(); ++s) {
            for (const Result& r : results_in(run, s)) {
                auto& place = by_rank[static_cast<std::size_t>(r.rank)];
                twice[static_cast<std::size_t>(r.rank)] = place.has_value();
                place = r;
            }
        }
        std::optional<Result> inner;
        for (std::size_t rank = 1; rank < by_rank.size(); ++rank) {
            if (!by_rank[rank] || twice[rank]) continue;
            if (inner) judge(audit, run, *inner, *by_rank[rank]);
            inner = by_rank[rank];
        }
    }
}

}  // namespace stet::validators

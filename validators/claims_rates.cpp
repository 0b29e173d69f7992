// F209: rates beside counts against the stated population.
#include <algorithm>
#include <array>

#include "compiler/base/catalogue.hpp"
#include "validators/claims.hpp"

namespace stet::validators {

namespace {

using prose::Quantity;
using prose::QuantityKind;

struct Population {
    const ClaimRun* run;
    std::size_t index;
};

/// Whether a sentence speaks of all children of an area: that they live there, and that they are under 18.
bool speaks_of_population(std::string_view sentence) {
    constexpr auto living = std::to_array<std::string_view>(
        {"live in", "lives in", "living in", "live within", "resident", "residents", "population"});
    constexpr auto young = std::to_array<std::string_view>(
        {"under the age of 18", "under 18", "under-18", "under 18s", "aged 0 to 17", "0 to 17", "aged 0-17"});
    return mentions_any(sentence, living) && mentions_any(sentence, young);
}

/// The number of children who live in the area, where the report gives one: "63,200 children under the age of
/// 18 live in ...", "a population of 63,200 children under 18". Two different ones leave it unsure.
std::optional<Population> stated_population(const ClaimTexts& texts) {
    std::optional<Population> found;
    for (const ClaimRun& run : texts.runs) {
        for (std::size_t i = 0; i < run.quantities.size(); ++i) {
            const Quantity& q = run.quantities[i];
            if (q.kind != QuantityKind::count || q.value < Rational(1000) || run.bracketed[i]) continue;
            const std::string_view noun = run.run->words(q.noun_begin, q.noun_end);
            const bool of_children = find_words(noun, "children") != std::string_view::npos ||
                                     find_words(noun, "young people") != std::string_view::npos ||
                                     ends_with(run.before(i), "under-18 population of ") ||
                                     ends_with(run.before(i), "under 18 is ");
            if (!of_children || !speaks_of_population(run.sentence_text(run.sentence[i]))) continue;
            if (found && found->run->quantities[found->index].value != q.value) return std::nullopt;
            if (!found) found = Population{&run, i};
        }
    }
    return found;
}

/// "320 (56 per 10,000 children)", "320 children (a rate of 56 per 10,000)": the count right before the
/// bracket.
bool beside(const ClaimRun& run, std::size_t rate) {
    if (rate == 0 || !run.exact_count(rate - 1)) return false;
    const Quantity& k = run.quantities[rate - 1];
    const std::uint32_t begin = std::max(k.end, k.noun_end);
    const std::string_view between = run.run->words(begin, std::max(begin, run.quantities[rate].begin));
    return between == " (" || between == " (a rate of " || between == " (or ";
}

/// Whether only a mark and words that equate stand before a rate: ", at a rate of", ", which represents", ":
/// ".
bool is_apposed(const ClaimRun& run, std::size_t rate) {
    constexpr auto equating = std::to_array<std::string_view>(
        {"a", "rate", "of", "at", "or", "which", "is", "was", "equivalent", "equating", "equates", "equal",
         "to", "representing", "represents", "giving", "this"});
    const std::string_view before = run.before(rate);
    const std::size_t mark = before.find_last_of(",;:");
    return mark != std::string_view::npos && only_words(before.substr(mark), equating);
}

/// "305 children were looked after (a rate of 52 per 10,000 children)", "..., a rate of 52 per 10,000": the
/// count that a rate in brackets or after a comma belongs to stands beside it, or is the only one before it
/// in its sentence.
std::optional<std::size_t> counted(const ClaimRun& run, std::size_t rate) {
    const Quantity& q = run.quantities[rate];
    const std::string_view noun = run.run->words(q.noun_begin, q.noun_end);
    constexpr auto back = std::to_array<std::string_view>({"This represents a rate of ", "This represents ",
                                                           "This is a rate of ", "This was a rate of ",
                                                           "This equates to ", "This is equivalent to "});
    if ((!run.bracketed[rate] && !is_apposed(run, rate) && beginning(run.before(rate), back).empty()) ||
        q.kind != QuantityKind::rate || !(noun.empty() || find_words(noun, "children") == 0))
        return std::nullopt;
    if (run.of_sentence(run.sentence[rate]).first == rate && run.sentence[rate] > 0 &&
        beginning(run.before(rate), back).size() == run.before(rate).size())
        return told_count(run, run.sentence[rate] - 1);
    if (beside(run, rate)) return rate - 1;
    std::optional<std::size_t> found;
    const std::size_t farthest = rate - std::min(rate, most_quantities_of_a_claim);
    for (std::size_t i = rate; i-- > farthest && run.sentence[i] == run.sentence[rate];) {
        if (!run.plain_count(i)) continue;
        if (found) return std::nullopt;
        found = i;
    }
    return found;
}

/// Holds a rate and its count against the population. The first conflict of a run is a diagnostic, and the
/// others join it: they have one cause.
void check_rate(FigureAudit& audit, const ClaimRun& run, std::size_t rate, std::size_t count,
                const Population& population, bool own, bool& told) {
    const Quantity &r = run.quantities[rate], &k = run.quantities[count],
                   &n = population.run->quantities[population.index];
    const Interval needed = Interval::point(k.value * Rational(r.per)) / r.interval;
    // A population that is stated elsewhere may be that of some years before or after.
    const Interval drifting =
        own ? n.interval : n.interval * Interval::closed(Rational::ratio(95, 100), Rational::ratio(105, 100));
    const Verdict verdict = meet(needed, drifting);
    const std::string range = shown(needed.low.value_or(Rational(0)), 0) + " to " +
                              (needed.high ? shown(*needed.high, 0) : "any number");
    const std::string sum = shown(k.value) + " of " + shown(n.value) + " is " +
                            shown(Rational(r.per) * k.value / n.value, r.decimals + 2) + " per " +
                            shown(r.per);
    if (verdict == Verdict::agrees)
        audit.agrees(run.id, rate, sum + (own ? "" : ", as near as populations of other years allow"));
    if (verdict != Verdict::conflicts) return;
    audit.conflicts(run.id, rate, "it would need a population of " + range, sum);
    if (told) {
        audit.diagnostics.all().back().relate(run.place(rate), "a rate of " + run.words(rate) + " for " +
                                                                   run.words(count) + " would need " + range);
        return;
    }
    told = true;
    audit.diagnostics
        .add(run.place(rate), diag::rate_unlike_population, run.words(rate), run.words(count), range,
             shown(n.value))
        .relate(population.run->place(population.index), "the population stands here")
        .note(sum);
}

/// "305 children, 48 per 10,000 of the 63,200 children in the area": the rate names its own population.
std::optional<Population> own_population(const ClaimRun& run, std::size_t rate) {
    const std::size_t i = rate + 1;
    if (run.quantities[rate].kind != QuantityKind::rate || i >= run.quantities.size() ||
        run.sentence[i] != run.sentence[rate] || !joins_part_to_whole(run.between(rate, i)) ||
        run.quantities[i].kind != QuantityKind::count || run.quantities[i].range)
        return std::nullopt;
    return Population{&run, i};
}

/// The only count before such a rate.
std::optional<std::size_t> count_before(const ClaimRun& run, std::size_t rate) {
    std::optional<std::size_t> found;
    for (std::size_t i = run.of_sentence(run.sentence[rate]).first; i < rate; ++i) {
        if (!run.plain_count(i)) continue;
        if (found) return std::nullopt;
        found = i;
    }
    return found;
}

}  // namespace

void check_rate_claims(FigureAudit& audit, const ClaimTexts& texts) {
    const auto population = stated_population(texts);
    for (const ClaimRun& run : texts.runs) {
        bool told = false;
        for (std::size_t i = 0; i < run.quantities.size(); ++i) {
            if (!audit.states[run.id][i].fact.empty() || run.crowded(run.sentence[i])) continue;
            const auto own = own_population(run, i);
            const auto count = own ? count_before(run, i) : population ? counted(run, i) : std::nullopt;
            if (count) check_rate(audit, run, i, *count, own ? *own : *population, own.has_value(), told);
        }
    }
}

}  // namespace stet::validators

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

/// Whether the words directly after a number of people make them all children of an area: "58,850 people
/// under the age of 18", "40,000 children live in the county".
bool all_children(const ClaimRun& run, std::size_t i, bool of_children) {
    constexpr auto young = std::to_array<std::string_view>(
        {" under the age of 18", " aged under 18", " under 18", " aged 0 to 17"});
    constexpr auto living = std::to_array<std::string_view>({" live in ", " live within ", " living in "});
    constexpr auto areas = std::to_array<std::string_view>(
        {"the area", "the city", "the county", "the borough", "the district", "the town"});
    const Quantity& q = run.quantities[i];
    const std::string_view after =
        run.text().substr(std::min<std::size_t>(std::max(q.end, q.noun_end), run.text().size()));
    if (!of_children) return !beginning(after, young).empty();
    const std::string_view lives = beginning(after, living), place = after.substr(lives.size());
    const bool named = !place.empty() && place.front() >= 'A' && place.front() <= 'Z';
    constexpr int fewest = 5000;  // fewer may be those of one town
    return !lives.empty() && q.value >= Rational(fewest) && (named || !beginning(place, areas).empty());
}

/// Whether a number is that of all children of an area: "63,200 children under the age of 18 live in ...", "a
/// child population of 25,000".
bool is_population(const ClaimRun& run, std::size_t i) {
    const Quantity& q = run.quantities[i];
    const std::string_view noun = run.run->words(q.noun_begin, q.noun_end), before = run.before(i);
    if (ends_with(before, "child population of ")) return true;
    const bool of_children = find_words(noun, "children") != std::string_view::npos ||
                             find_words(noun, "young people") != std::string_view::npos ||
                             ends_with(before, "under-18 population of ") ||
                             ends_with(before, "under 18 is ");
    const bool people = find_words(noun, "people") != std::string_view::npos ||
                        find_words(noun, "residents") != std::string_view::npos;
    if (of_children && speaks_of_population(run.sentence_text(run.sentence[i]))) return true;
    return (of_children || people) && all_children(run, i, of_children);
}

/// The number of children who live in the area, where the report gives one: "63,200 children under the age of
/// 18 live in ...", "a population of 63,200 children under 18". Two different ones leave it unsure.
std::optional<Population> stated_population(const ClaimTexts& texts) {
    std::optional<Population> found;
    for (const ClaimRun& run : texts.runs) {
        for (std::size_t i = 0; i < run.quantities.size(); ++i) {
            const Quantity& q = run.quantities[i];
            if (q.kind != QuantityKind::count || q.value < Rational(1000) || run.bracketed[i]) continue;
            if (!is_population(run, i)) continue;
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
    if (verdict == Verdict::agrees) {
        audit.agrees(run.id, rate, sum + (own ? "" : ", as near as populations of other years allow"));
        audit.possible(run.id, count, sum);
        audit.possible(population.run->id, population.index, sum);
    }
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

/// The population that a count and its rate imply.
Interval implied(const ClaimRun& run, std::size_t rate, std::size_t count) {
    const Quantity &r = run.quantities[rate], &k = run.quantities[count];
    return Interval::point(k.value * Rational(r.per)) / r.interval;
}

std::string population_text(const Interval& population) {
    return shown(population.low.value_or(Rational(0)), 0) + " to " +
           (population.high ? shown(*population.high, 0) : "any number");
}

/// "893 (65 per 10,000). This is an increase from 877 (73.9 per 10,000)": two counts of one place with their
/// rates imply one population, or those of two years, which are no more than a tenth apart.
void check_rate_pair(FigureAudit& audit, const ClaimRun& run, std::size_t rate, std::size_t next) {
    constexpr auto elsewhere = std::to_array<std::string_view>(
        {"England", "national", "nationally", "neighbours", "similar authorities", "aged", "boys", "girls"});
    const auto of = [&](std::size_t i) {
        const auto count = counted(run, i);
        return !count && i > 0 && run.bracketed[i] && run.plain_count(i - 1) ? std::optional(i - 1) : count;
    };
    const auto first = of(rate), second = of(next);
    constexpr auto over_time = std::to_array<std::string_view>(
        {"increase", "decrease", "reduction", "rise", "fall", "from", "compared", "previous", "up", "down"});
    const auto of_children = [&](std::size_t i) {
        const std::string_view noun =
            run.run->words(run.quantities[i].noun_begin, run.quantities[i].noun_end);
        return noun.empty() || find_words(noun, "children") == 0;
    };
    if (!of_children(rate) || !of_children(next) || !mentions_any(run.between(rate, next), over_time)) return;
    const Quantity &a = run.quantities[rate], &b = run.quantities[next];
    if (!first || !second || *first == *second || a.per != b.per ||
        run.sentence[next] > run.sentence[rate] + 1)
        return;
    for (std::size_t s = run.sentence[rate]; s <= run.sentence[next]; ++s) {
        if (mentions_any(run.sentence_text(s), elsewhere)) return;
    }
    const Interval one = implied(run, rate, *first), other = implied(run, next, *second);
    const Interval grown = other * Interval::closed(Rational::ratio(9, 10), Rational::ratio(11, 10));
    const Verdict verdict = meet(one, grown);
    if (verdict == Verdict::undecided) return;
    const std::string needs = population_text(one) + " for " + run.words(*first);
    if (verdict == Verdict::agrees) {
        const std::string sum = "the two rates imply a population of " + needs + ", " +
                                population_text(other) + " for " + run.words(*second);
        for (const std::size_t i : {rate, next, *first, *second}) audit.possible(run.id, i, sum);
        return;
    }
    audit.conflicts(run.id, rate, "it would need another population than the other rate", needs);
    audit.conflicts(run.id, next, "it would need another population than the other rate", needs);
    audit.diagnostics
        .add(run.place(next), diag::rate_unlike_population, run.words(next), run.words(*second),
             population_text(other), needs)
        .relate(run.place(rate), "the other rate stands here");
}

/// Each rate of a run with the one before it.
void check_rate_pairs(FigureAudit& audit, const ClaimRun& run) {
    std::optional<std::size_t> before;
    for (std::size_t i = 0; i < run.quantities.size(); ++i) {
        if (run.quantities[i].kind != QuantityKind::rate || run.crowded(run.sentence[i])) continue;
        if (before) check_rate_pair(audit, run, *before, i);
        before = i;
    }
}

}  // namespace

void check_rate_claims(FigureAudit& audit, const ClaimTexts& texts) {
    const auto population = stated_population(texts);
    for (const ClaimRun& run : texts.runs) {
        check_rate_pairs(audit, run);
        bool told = false;
        for (std::size_t i = 0; i < run.quantities.size(); ++i) {
            if (audit.cites_fact(run.id, i) || run.crowded(run.sentence[i])) continue;
            const auto own = own_population(run, i);
            const auto count = own ? count_before(run, i) : population ? counted(run, i) : std::nullopt;
            if (count) check_rate(audit, run, i, *count, own ? *own : *population, own.has_value(), told);
        }
    }
}

}  // namespace stet::validators

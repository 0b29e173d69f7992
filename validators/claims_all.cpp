// F211: "both", "neither" and "all three" after a number of things that is another.
#include <array>

#include "compiler/base/catalogue.hpp"
#include "compiler/prose/number_words.hpp"
#include "validators/claims.hpp"

namespace stet::validators {

namespace {

constexpr auto verbs = std::to_array<std::string_view>(
    {"were",  "are",      "have",     "had",       "remain",   "was",      "is",
     "has",   "of which", "of whom",  "of them",   "of these", "of those", "judged",
     "rated", "graded",   "involved", "concerned", "received", "needed"});

/// After "are both" and "were all three": what is said of each. Other words may go on "both ... and ...".
constexpr auto qualities =
    std::to_array<std::string_view>({"good", "outstanding", "inadequate", "judged", "rated", "graded", "full",
                                     "open", "closed", "registered"});

/// In words below ten.
std::string number_text(const Rational& number) {
    return number < Rational(10) ? prose::in_words(static_cast<std::int64_t>(number.numerator()))
                                 : shown(number);
}

/// Where a word of totality stands, and how many it speaks of.
struct Totality {
    std::uint32_t begin = 0, end = 0;
    Rational number;
    std::optional<std::size_t> quantity;  ///< the "three" of "all three"
};

/// "Both of the three homes", "all eight of the nine": the number stands after the totality.
std::optional<std::size_t> whole_after(const ClaimRun& run, std::size_t s, const Totality& total) {
    const auto [first, last] = run.of_sentence(s);
    for (std::size_t i = first; i < last; ++i) {
        if (run.quantities[i].begin < total.end) continue;
        const bool of = run.run->words(total.end, run.quantities[i].begin) == " of the ";
        return of && run.plain_count(i) ? std::optional(i) : std::nullopt;
    }
    return std::nullopt;
}

/// The count that a totality speaks of: the only one before it in its sentence, or, where the sentence opens
/// with it, the only one of the sentence before; and only where its noun is said.
std::optional<std::size_t> antecedent(const ClaimRun& run, std::size_t s, const Totality& total) {
    const std::string_view lead = run.run->words(run.sentences[s].begin, total.begin);
    const bool opens = lead.empty() || lead == "Of these, " || lead == "Of those, ";
    if (opens && s == 0) return std::nullopt;
    std::optional<std::size_t> found;
    if (opens) {
        found = only_count(run, s - 1);
    } else {
        const auto [first, last] = run.of_sentence(s);
        for (std::size_t i = first; i < last && run.quantities[i].end <= total.begin; ++i) {
            if (!run.plain_count(i)) continue;
            if (found) return std::nullopt;
            found = i;
        }
    }
    if (!found || run.quantities[*found].noun_begin == run.quantities[*found].noun_end) return std::nullopt;
    return found;
}

/// ", both from outside the area": what is said of each, and of nothing else that the clause joins.
bool says_of_each(std::string_view before, std::string_view after) {
    constexpr auto places = std::to_array<std::string_view>(
        {" from ", " in ", " at ", " with ", " by ", " under ", " within ", " outside ", " aged "});
    return ends_with(before, ", ") && !beginning(after, places).empty() &&
           find_words(after, "and") == std::string_view::npos &&
           find_words(after, "or") == std::string_view::npos;
}

/// "a match had been found for both of them"
bool points_at_each(std::string_view before, std::string_view after) {
    constexpr auto prepositions = std::to_array<std::string_view>(
        {" for ", " of ", " with ", " in ", " to ", " by ", " from ", " visited ", " saw ", " met "});
    constexpr auto these =
        std::to_array<std::string_view>({" of them", " of these", " of whom", " of which"});
    const std::string_view pointing = beginning(after, these);
    const std::string_view next = after.substr(pointing.size());
    return !ending(before, prepositions).empty() && !pointing.empty() &&
           (next.empty() || next.find_first_of(".,;") == 0);
}

/// The number that "both" must agree with where it stands within a clause: the only one before it, which no
/// other things are joined to.
std::optional<std::size_t> told_of_each(const ClaimRun& run, std::size_t s, const Totality& total) {
    const std::string_view before = run.run->words(run.sentences[s].begin, total.begin),
                           after = run.run->words(total.end, run.sentences[s].end);
    if (total.quantity || before.empty() || (!says_of_each(before, after) && !points_at_each(before, after)))
        return std::nullopt;
    const auto count = antecedent(run, s, total);
    if (!count) return std::nullopt;
    const prose::Quantity& q = run.quantities[*count];
    std::string_view between = run.run->words(q.noun_end, std::max(q.noun_end, total.begin));
    if (points_at_each(before, after)) {
        const std::size_t clause = between.find(", and ");
        if (clause != std::string_view::npos) between = between.substr(0, clause);
    }
    return find_words(between, "and") == std::string_view::npos ? count : std::nullopt;
}

/// The number that the totality must agree with, where the words around it leave no other reading.
std::optional<std::size_t> spoken_of(const ClaimRun& run, std::size_t s, const Totality& total) {
    if (const auto whole = whole_after(run, s, total)) return whole;
    const std::string_view before = run.run->words(run.sentences[s].begin, total.begin);
    constexpr auto joints = std::to_array<std::string_view>({", ", " and ", "; "});
    constexpr auto copulas = std::to_array<std::string_view>({" are ", " were "});
    const bool said_of = !ending(before, copulas).empty();
    if (!before.empty() && !said_of && ending(before, joints).empty()) return std::nullopt;
    const auto count = antecedent(run, s, total);
    if (!count) return std::nullopt;
    const std::string_view after = run.run->words(total.end, run.sentences[s].end);
    if (names_own_whole(after)) return std::nullopt;  // "Both of those for disabled children"
    const std::string_view next = after.substr(std::min<std::size_t>(after.size(), 1));
    const std::string_view noun = head_noun(run, *count);
    const auto opens = [&](std::string_view v) { return find_words(next.substr(0, v.size() + 1), v) == 0; };
    if (said_of) {
        const bool subject =
            run.before(*count) == "The " && std::any_of(qualities.begin(), qualities.end(), opens);
        return subject && find_words(after, "and") == std::string_view::npos ? count : std::nullopt;
    }
    return std::any_of(verbs.begin(), verbs.end(), opens) || opens(noun) ? count : std::nullopt;
}

void judge(FigureAudit& audit, const ClaimRun& run, std::size_t s, const Totality& total) {
    const auto clear = spoken_of(run, s, total);
    const auto count = clear ? clear : told_of_each(run, s, total);
    if (!count) return;
    const std::string words(run.run->words(total.begin, total.end));
    const std::string number = number_text(total.number);
    const std::string spoken = "“" + words + "” speaks of " + number;
    if (run.quantities[*count].value == total.number) {
        audit.agrees(run.id, *count, spoken);
        if (total.quantity) audit.agrees(run.id, *total.quantity, spoken);
        return;
    }
    audit.conflicts(run.id, *count, spoken, "");
    audit.diagnostics
        .add(run.run->source(total.begin, total.end), diag::both_of_other_number, words, number,
             run.words(*count))
        .relate(run.place(*count), "the number stands here")
        .severity = clear ? Severity::warning : Severity::query;
}

void check_sentence(FigureAudit& audit, const ClaimRun& run, std::size_t s) {
    const std::string_view text = run.sentence_text(s);
    const std::uint32_t begin = run.sentences[s].begin;
    for (const std::string_view word : {"both", "neither"}) {
        for (std::size_t at = find_words(text, word); at != std::string_view::npos;
             at = find_words(text, word, at + 1)) {
            const auto from = static_cast<std::uint32_t>(begin + at);
            judge(audit, run, s, {from, static_cast<std::uint32_t>(from + word.size()), Rational(2), {}});
        }
    }
    const auto [first, last] = run.of_sentence(s);
    for (std::size_t i = first; i < last; ++i) {
        if (run.plain_count(i) && ends_with(run.before(i), "all ") && run.quantities[i].value > Rational(1))
            judge(audit, run, s,
                  {run.quantities[i].begin - 4, run.quantities[i].end, run.quantities[i].value, i});
    }
}

}  // namespace

void check_all_claims(FigureAudit& audit, const ClaimTexts& texts) {
    for (const ClaimRun& run : texts.runs) {
        if (run.quantities.empty()) continue;
        for (std::size_t s = 0; s < run.sentences.size(); ++s) {
            if (!run.crowded(s)) check_sentence(audit, run, s);
        }
    }
}

}  // namespace stet::validators

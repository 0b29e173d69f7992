// F207: the order of two figures as the text gives it, and which figures can be compared.
#include <algorithm>
#include <array>

#include "compiler/base/catalogue.hpp"
#include "validators/claims_comparisons.hpp"

namespace stet::validators {

using prose::Quantity;
using prose::QuantityKind;

namespace {

bool exact(const Quantity& q) {
    return q.bound == prose::Bound::none && q.approximation == prose::Approximation::none && !q.range &&
           !q.compound && q.is_figure();
}

}  // namespace

bool same_unit(const Quantity& a, const Quantity& b) {
    return comparable(a, b) && a.unit == b.unit;
}

bool borrows_unit(const Quantity& bare, const Quantity& of) {
    return bare.kind == QuantityKind::count && bare.noun_begin == bare.noun_end && !bare.in_words &&
           (of.kind == QuantityKind::rate || of.kind == QuantityKind::duration);
}

bool can_compare(const Quantity& a, const Quantity& b) {
    return exact(a) && exact(b) && (same_unit(a, b) || borrows_unit(b, a));
}

bool judge_order(FigureAudit& audit, const ClaimRun& run, std::size_t a, std::size_t b, const Order& order,
                 Severity severity, bool joins) {
    const Quantity &one = run.quantities[a], &other = run.quantities[b];
    const Interval &low = order.sign > 0 ? other.interval : one.interval,
                   &high = order.sign > 0 ? one.interval : other.interval;
    if (!low.known() || !high.known() || !low.low || !high.high) return false;
    const bool holds = order.sign > 0 ? one.value > other.value : one.value < other.value;
    if (!holds && *low.low < *high.high) return false;
    if (holds) {
        const std::string sum =
            run.words(a) + (order.sign > 0 ? " is more than " : " is less than ") + run.words(b);
        audit.possible(run.id, a, sum);
        audit.possible(run.id, b, sum);
        return false;
    }
    const std::string plain(order.words);
    audit.conflicts(run.id, a, "it is not " + plain + " than " + run.words(b), "");
    audit.conflicts(run.id, b, run.words(a) + " is not " + plain + " than it", "");
    if (joins) {
        audit.diagnostics.all().back().relate(
            run.place(b), run.words(a) + " is not " + plain + " than " + run.words(b) + " either");
        return true;
    }
    audit.diagnostics.add(run.place(b), diag::comparison_wrong, run.words(a), plain, run.words(b))
        .relate(run.place(a), "the number that is compared stands here")
        .severity = severity;
    return true;
}

bool more_is_better(std::string_view sentence) {
    constexpr auto good = std::to_array<std::string_view>(
        {"on time", "in time", "within timescale", "within timescales", "recruit", "recruited", "recruitment",
         "approved", "approvals", "timeliness", "attendance", "immunisation", "carers", "adopters"});
    constexpr auto bad = std::to_array<std::string_view>(
        {"absence", "absences",   "absent",   "cost",      "costs",     "delay",       "delayed",
         "delays",  "exclusions", "late",     "leave",     "left",      "missing",     "moves",
         "NEET",    "no",         "not",      "offending", "overdue",   "re-referral", "re-referrals",
         "repeat",  "resigned",   "sickness", "turnover",  "vacancies", "vacancy",     "without"});
    return mentions_any(sentence, good) && !mentions_any(sentence, bad);
}

std::optional<std::size_t> next_figure(const ClaimRun& run, std::size_t i) {
    for (std::size_t j = i + 1; j < run.quantities.size() && run.sentence[j] == run.sentence[i]; ++j) {
        if (run.quantities[j].is_figure()) return j;
    }
    return std::nullopt;
}

bool joins_values(std::string_view gap) {
    constexpr auto ends = std::to_array<std::string_view>({" (", " of ", " at ", "’s "});
    constexpr auto others = std::to_array<std::string_view>({"is", "was", "are", "were", "which", "who",
                                                             "but", "for", "by", "had", "has", "to", "from",
                                                             "closer", "with", "than", "below", "above"});
    constexpr auto references = std::to_array<std::string_view>(
        {"average",     "averages", "neighbour", "neighbours", "authority", "authorities", "national",
         "nationally",  "England",  "English",   "London",     "region",    "regional",    "target",
         "threshold",   "year",     "year’s",    "rate",       "rates",     "figure",      "country",
         "comparators", "others",   "councils",  "level",      "boroughs",  "areas"});
    constexpr auto joints = std::to_array<std::string_view>({"and", "or"});
    if (gap == " and ") return true;
    const bool closes = begins_with(gap, ")");
    if (closes != ends_with(gap, "(") || gap.size() > longest_gap ||
        gap.find_first_of(".;:") != std::string_view::npos || ending(gap, ends).empty())
        return false;
    const std::size_t comma = gap.find(',');
    const bool apart = comma != std::string_view::npos && beginning(gap.substr(comma + 2), joints).empty();
    return !apart && mentions_any(gap, joints) && mentions_any(gap, references) && !mentions_any(gap, others);
}

bool only_links(std::string_view between) {
    constexpr auto words = std::to_array<std::string_view>(
        {"which",   "that",       "this",      "is",      "was",   "are",    "were",     "it",
         "remains", "remained",   "still",     "also",    "well",  "much",   "far",      "even",
         "just",    "now",        "therefore", "but",     "and",   "though", "although", "yet",
         "while",   "nationally", "in",        "England", "falls", "fell"});
    while (!between.empty()) {
        const std::size_t end = between.find_first_of(" ,()–");
        const std::string_view word = between.substr(0, end);
        const bool adverb = word.size() > 4 && word.ends_with("ly");
        if (!word.empty() && !adverb && std::find(words.begin(), words.end(), word) == words.end())
            return false;
        between.remove_prefix(std::min(between.size(), word.size() + 1));
    }
    return true;
}

bool points_back(std::string_view sentence) {
    constexpr auto openings = std::to_array<std::string_view>(
        {"However, ", "Although ", "While ", "Though ", "Nevertheless, ", "Nonetheless, ", "But "});
    constexpr auto subjects = std::to_array<std::string_view>({"This ", "It ", "That "});
    constexpr auto verbs = std::to_array<std::string_view>(
        {"is ", "was ", "remains ", "still ", "exceeds ", "exceeded ", "falls ", "fell "});
    sentence.remove_prefix(beginning(sentence, openings).size());
    const std::string_view subject = beginning(sentence, subjects);
    return !subject.empty() && !beginning(sentence.substr(subject.size()), verbs).empty();
}

Binding binding(std::string_view text) {
    if (text.ends_with(" of ") || text.ends_with(" (")) return Binding::firm;
    if (text.ends_with(" at ")) return Binding::loose;
    // "lower than average (the national average is 15%)"
    if (text.find(" (the ") != std::string_view::npos && text.ends_with(" is ")) return Binding::firm;
    const auto words = std::count(text.begin(), text.end(), ' ') - 1;
    constexpr auto others =
        std::to_array<std::string_view>({"in", "for", "by", "who", "which", "was", "were"});
    const bool names = text.starts_with(" the ") || text.starts_with(" its ") || ends_with(text, "’s ");
    return names && words <= 4 && !mentions_any(text, others) ? Binding::firm : Binding::none;
}

bool compared_by(const ClaimRun& run, std::size_t subject, std::size_t at, const Quantity& like) {
    constexpr auto subordinate = std::to_array<std::string_view>({" when ", " than ", " whereas ", " from "});
    const std::string_view before = run.before(subject),
                           clause = before.substr(std::min(before.size(), before.find_last_of(",;(") + 1));
    const std::string_view between =
        run.run->words(run.quantities[subject].end, static_cast<std::uint32_t>(at));
    const bool aside = between.find(',') != std::string_view::npos;
    if (aside && !beginning(clause, subordinate).empty()) return false;
    if (like.kind != prose::QuantityKind::count || like.noun_begin < like.noun_end) return true;
    for (std::size_t i = subject + 1; i < run.quantities.size() && run.quantities[i].end <= at; ++i) {
        if (run.quantities[i].is_figure() && run.quantities[i].kind != like.kind) return false;
    }
    return true;
}

int closing_comparative(std::string_view clause) {
    constexpr auto up = std::to_array<std::string_view>(
        {" higher", " greater", " longer", " above average", " above the average"});
    constexpr auto down = std::to_array<std::string_view>(
        {" lower", " smaller", " shorter", " below average", " below the average"});
    constexpr auto others = std::to_array<std::string_view>(
        {" than elsewhere", " than average", " than the average", " than nationally", " than in England"});
    clause.remove_suffix(clause.ends_with('.') || clause.ends_with(';') ? 1 : 0);
    clause.remove_suffix(ending(clause, others).size());
    return !ending(clause, up).empty() ? 1 : !ending(clause, down).empty() ? -1 : 0;
}

bool joins_compared(std::string_view between) {
    constexpr auto against = std::to_array<std::string_view>(
        {", against", ", compared with", ", compared to", " against", " compared with", " compared to"});
    constexpr auto ends = std::to_array<std::string_view>({" average of ", " rate of ", " figure of "});
    constexpr auto others = std::to_array<std::string_view>({"than", "and", "but", "from", "who", "which"});
    constexpr std::string_view marks = ".,;:()";
    const std::size_t bracket = between.find(" (the ");
    if (bracket != std::string_view::npos)
        return ends_with(between, " is ") && between.size() <= 2 * longest_gap &&
               between.substr(0, bracket).find_first_of(marks) == std::string_view::npos &&
               !mentions_any(between, others);
    for (const std::string_view joint : against) {
        const std::size_t at = between.find(joint);
        if (at == std::string_view::npos) continue;
        // "16% of children left care against a national average of 17%"
        const std::string_view clause = between.substr(0, at), rest = between.substr(at + joint.size());
        const bool names = rest == " " || (!ending(rest, ends).empty() && rest.size() <= longest_gap &&
                                           rest.find_first_of(marks) == std::string_view::npos);
        return names && clause.size() <= longest_gap &&
               clause.find_first_of(marks) == std::string_view::npos && !mentions_any(clause, others);
    }
    return false;
}

bool names_measure(std::string_view lead, std::string_view between) {
    constexpr auto subjects = std::to_array<std::string_view>({"The ", "This ", "Its "});
    constexpr auto places = std::to_array<std::string_view>({" in ", " for ", " at "});
    constexpr auto verbs = std::to_array<std::string_view>({" is ", " was "});
    constexpr auto others =
        std::to_array<std::string_view>({"and", "but", "or", "than", "who", "which", "of"});
    const std::string_view verb = ending(between, verbs);
    return !beginning(lead, subjects).empty() && ends_with(lead, " of ") && lead.size() <= longest_gap &&
           !beginning(between, places).empty() && !verb.empty() && between.size() <= longest_gap &&
           between.find_first_of(".,;:()") == std::string_view::npos && !mentions_any(between, others);
}

}  // namespace stet::validators

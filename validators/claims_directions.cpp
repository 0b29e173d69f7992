// The words and numbers of a change: which way it is said to go, from which number to which.
#include <algorithm>
#include <array>

#include "compiler/base/catalogue.hpp"
#include "compiler/prose/context.hpp"
#include "validators/claims_changes.hpp"

namespace stet::validators {

using prose::Quantity;
using prose::QuantityKind;

namespace {

constexpr auto down_words = std::to_array<std::string_view>(
    {"reduction", "decrease", "decreased", "fall", "fallen", "fell", "drop", "dropped", "decline", "declined",
     "reduced", "shrank", "shrunk", "went down", "gone down", "narrowed"});
constexpr auto up_words =
    std::to_array<std::string_view>({"increase", "increased", "rise", "risen", "rose", "growth", "grew",
                                     "grown", "went up", "gone up", "climbed", "widened"});
/// "plans" alone is what social workers write; only the verb is an intention.
constexpr auto doubt_words = std::to_array<std::string_view>(
    {"not",      "no",         "without",   "than",        "little",  "target",      "planned",
     "plans to", "plans a",    "plans an",  "plans for a", "plan to", "planning to", "aims to",
     "aim to",   "intends to", "intend to", "hopes to",    "will",    "expected"});

/// Only directly before "from", for elsewhere they describe ("a growing number").
constexpr auto down_closers = std::to_array<std::string_view>(
    {"down", "falling", "dropping", "declining", "decreasing", "reducing", "shortened", "lowered", "lessened",
     "cut", "slumped", "plummeted", "came down", "come down"});
constexpr auto up_closers = std::to_array<std::string_view>(
    {"up", "rising", "growing", "increasing", "climbing", "lengthened", "raised", "extended", "jumped",
     "soared", "doubled", "came up", "come up"});

bool exact(const Quantity& q) {
    return q.bound == prose::Bound::none && !q.range && !q.compound && q.is_figure();
}

/// Whether the step from a to b may go that way, whatever their rounding hides.
bool can_move(const Quantity& a, const Quantity& b, int sign) {
    const Interval &low = sign > 0 ? a.interval : b.interval, &high = sign > 0 ? b.interval : a.interval;
    return !low.known() || !high.known() || !low.low || !high.high || *low.low < *high.high;
}

/// Whether "or" leaves the way of a change open: "increased or fell", "a rise or a fall", "rose or has
/// stayed".
bool joins_movements(std::string_view before, std::string_view after) {
    constexpr auto steady = std::to_array<std::string_view>(
        {"stayed", "remained", "maintained", "unchanged", "steady", "stable", "static", "no"});
    constexpr auto fillers =
        std::to_array<std::string_view>({" a", " an", " has", " have", " had", " been", " is", " are"});
    for (auto f = beginning(after, fillers); !f.empty() && after.substr(f.size(), 1) == " ";
         f = beginning(after, fillers))
        after.remove_prefix(f.size());
    while (before.ends_with(' ')) before.remove_suffix(1);
    const auto joined = [&](std::span<const std::string_view> words) {
        return std::any_of(words.begin(), words.end(), [&](std::string_view word) {
            return find_words(after.substr(0, word.size() + 2), word) == 1 || ends_with(before, word);
        });
    };
    return joined(down_words) || joined(up_words) || joined(down_closers) || joined(up_closers) ||
           joined(steady);
}

}  // namespace

bool is_doubtful(std::string_view text) {
    constexpr auto bounds =
        std::to_array<std::string_view>({" more", " over", " above", " older", " longer", " fewer", " less",
                                         " under", " younger", " better"});
    for (std::size_t at = find_words(text, "or"); at != std::string_view::npos;
         at = find_words(text, "or", at + 1)) {
        const std::string_view next = text.substr(at + 2);
        // "two or more" is one number, "training or employment" one name.
        if (beginning(next, bounds).empty() && joins_movements(text.substr(0, at), next)) return true;
    }
    return mentions_any(text, doubt_words);
}

/// The last direction word of a stretch of text; none where a word of doubt stands in it.
Direction last_direction(std::string_view text) {
    Direction found;
    const auto look = [&](std::span<const std::string_view> words, int sign) {
        for (const std::string_view word : words) {
            for (std::size_t at = find_words(text, word); at != std::string_view::npos;
                 at = find_words(text, word, at + 1)) {
                if (found.sign == 0 || at + word.size() > found.end)
                    found = {sign, text.substr(at, word.size()), at + word.size()};
            }
        }
    };
    look(down_words, -1);
    look(up_words, 1);
    return is_doubtful(text) ? Direction{} : found;
}

bool before_after(const Quantity& a, const Quantity& b) {
    return exact(a) && exact(b) && comparable(a, b) && a.unit == b.unit;
}

bool takes_unit(const Quantity& a, const Quantity& b) {
    const bool unit =
        a.kind == QuantityKind::rate || a.kind == QuantityKind::duration || a.kind == QuantityKind::percent;
    return unit && exact(a) && exact(b) && b.kind == QuantityKind::count && b.noun_begin == b.noun_end;
}

int movement(const Quantity& a, const Quantity& b) {
    return a.value == b.value ? 0 : a.value < b.value ? 1 : -1;
}

bool closes_with_change(std::string_view clause) {
    constexpr auto neutral = std::to_array<std::string_view>(
        {"improved", "worsened", "deteriorated", "changed", "difference", "change"});
    const std::string_view last = clause.substr(clause.find_last_of(' ') + 1);
    return closing_direction(clause).sign != 0 ||
           std::any_of(neutral.begin(), neutral.end(),
                       [&](std::string_view w) { return begins_with(last, w); });
}

Direction closing_direction(std::string_view clause) {
    if (is_doubtful(clause)) return {};
    for (const auto& [words, sign] : {std::pair(std::span<const std::string_view>(down_closers), -1),
                                      std::pair(std::span<const std::string_view>(up_closers), 1)}) {
        for (const std::string_view word : words) {
            const std::size_t at =
                find_words(clause, word, clause.size() - std::min(clause.size(), word.size()));
            if (at != std::string_view::npos) return {sign, clause.substr(at), clause.size()};
        }
    }
    const Direction last = last_direction(clause);
    return last.end == clause.size() ? last : Direction{};
}

bool governed_by_another(std::string_view gap) {
    constexpr auto verbs = std::to_array<std::string_view>(
        {"is",     "are",     "was",      "were",     "has",     "have",   "had",     "will",   "means",
         "meant",  "brings",  "brought",  "saw",      "sees",    "let",    "lets",    "led",    "leads",
         "took",   "lifted",  "raised",   "helped",   "allowed", "caused", "enabled", "pushed", "shows",
         "showed", "results", "resulted", "improved", "went",    "goes",   "gone",    "grow",   "go"});
    constexpr auto copulas =
        std::to_array<std::string_view>({" is", " was", " has been", " have been", " are", " were"});
    constexpr auto relatives = std::to_array<std::string_view>({" who", " which", " that", " where"});
    constexpr auto told =
        std::to_array<std::string_view>({" seen", " reported", " recorded", " noted", " achieved", " made",
                                         " been seen", " been reported", " been recorded", " been achieved",
                                         " been made", " been noted"});  // "a fall was seen in care, from"
    gap.remove_suffix(ending(gap, copulas).size());
    // "has reduced waits by raising the number of staff from"
    for (std::size_t at = find_words(gap, "by"); at != std::string_view::npos;
         at = find_words(gap, "by", at + 1)) {
        if (prose::word_after(gap, at + 2).ends_with("ing")) return true;
    }
    for (const std::string_view verb : verbs) {
        for (std::size_t at = find_words(gap, verb); at != std::string_view::npos;
             at = find_words(gap, verb, at + 1)) {
            if (at > 0 && ending(gap.substr(0, at - 1), relatives).empty() &&
                beginning(gap.substr(at + verb.size()), told).empty())
                return true;
        }
    }
    return false;
}

std::string_view change_lead(const ClaimRun& run, std::size_t i) {
    const std::uint32_t begin = run.sentences[run.sentence[i]].begin;
    const std::uint32_t end = std::max(begin, run.quantities[i].begin);
    constexpr std::uint32_t reach = 2 * farthest_of_change;
    return run.run->words(std::max<std::uint32_t>(begin, end - std::min<std::uint32_t>(end, reach)), end);
}

bool preceded_by_from(const ClaimRun& run, std::size_t i) {
    const std::string_view before = change_lead(run, i);
    constexpr auto origins = std::to_array<std::string_view>(
        {"from ", "from an average of ", "from a total of ", "from a high of ", "from a peak of ",
         "from a low of ", "from a low point of ", "from a baseline of ", "from a low base of ",
         "from a high base of ", "from a low level of ", "from a high level of "});
    return !ending(before, origins).empty();
}

bool is_difference(const ClaimRun& run, std::size_t i) {
    constexpr auto degrees = std::to_array<std::string_view>(
        {" more than", " fewer than", " less than", " higher than", " lower than"});
    if (!beginning(run.after(i), degrees).empty()) return true;
    std::string_view lead = change_lead(run, i);
    if (!ends_with(lead, " of ") && !ends_with(lead, " by ")) return false;
    lead.remove_suffix(4);
    return closes_with_change(lead);
}

bool side_of_change(const ClaimRun& run, std::size_t i) {
    if (!preceded_by_from(run, i)) return is_difference(run, i);
    const std::string_view before = change_lead(run, i);
    return last_direction(before).sign != 0 || closes_with_change(before.substr(0, before.rfind(" from ")));
}

namespace {

/// Whether the "to" that closes the text belongs to the word before it: "relating to", "due to", not "305
/// to".
bool to_of_another_word(std::string_view between) {
    constexpr auto words = std::to_array<std::string_view>(
        {"according",  "addition", "allocated", "amounting", "assigned",   "attributable", "attributed",
         "belonging",  "close",    "compared",  "connected", "due",        "equal",        "equating",
         "equivalent", "leading",  "limited",   "linked",    "pertaining", "prior",        "referred",
         "referring",  "related",  "relating",  "relation",  "reported",   "responding",   "response",
         "similar",    "subject",  "up"});
    between.remove_suffix(std::min<std::size_t>(between.size(), 4));  // " to "
    const std::string_view word = between.substr(between.find_last_of(' ') + 1);
    return std::find(words.begin(), words.end(), word) != words.end();
}

}  // namespace

bool unit_said_once(const Quantity& a, const Quantity& b) {
    return takes_unit(b, a) && b.unit != prose::Unit::year && b.unit != prose::Unit::month;
}

std::optional<std::size_t> change_end(const ClaimRun& run, std::size_t a) {
    if (!preceded_by_from(run, a)) return std::nullopt;
    for (std::size_t b = a + 1; b < run.quantities.size() && run.sentence[b] == run.sentence[a]; ++b) {
        const Quantity& q = run.quantities[b];
        if (q.begin - run.quantities[a].end > farthest_of_change) return std::nullopt;
        if (q.is_date() || run.bracketed[b] != run.bracketed[a]) continue;
        const std::string_view between = run.between(a, b);
        if (between.ends_with(" to ") && to_of_another_word(between)) continue;
        const bool to = between.ends_with(" to ") || between.ends_with(" to an average of ");
        const bool alike = before_after(run.quantities[a], q) ||
                           (takes_unit(run.quantities[a], q) && !part_of_next(run, b)) ||
                           (between == " to " && unit_said_once(run.quantities[a], q));
        return to && alike ? std::optional(b) : std::nullopt;
    }
    return std::nullopt;
}

std::string_view movement_name(int sign) {
    return sign == 0 ? "no change" : sign > 0 ? "a rise" : "a fall";
}

std::optional<std::size_t> only_comparable(const ClaimRun& run, std::size_t first, std::size_t last,
                                           const Quantity& like) {
    std::optional<std::size_t> found;
    for (std::size_t i = first; i < last; ++i) {
        const Quantity& q = run.quantities[i];
        if (run.bracketed[i] || !q.is_figure() || q.kind == QuantityKind::age || q.compound) continue;
        if (before_after(like, q)) {
            if (found) return std::nullopt;
            found = i;
        } else if (like.kind == QuantityKind::count && like.noun_begin == like.noun_end) {
            return std::nullopt;
        }
    }
    return found;
}

namespace {

/// "from 27 in 2013–14 to 27 in the first two months of 2014–15": what is said to change may be the pace.
bool uneven_periods(const ClaimRun& run, std::size_t a, std::size_t b) {
    constexpr auto parts =
        std::to_array<std::string_view>({"months of", "weeks of", "quarter of", "half of", "so far",
                                         "to date", "first quarter", "first half", "half-year", "half year"});
    if (a > b) return false;
    const std::uint32_t end = run.sentences[run.sentence[b]].end;
    const bool before = mentions_any(run.run->words(run.quantities[a].end, run.quantities[b].begin), parts),
               after = mentions_any(run.run->words(run.quantities[b].end, end), parts);
    return before != after;
}

}  // namespace

bool judge_direction(FigureAudit& audit, const ClaimRun& run, std::size_t a, std::size_t b,
                     const Direction& direction, Span span) {
    const Quantity &from = run.quantities[a], &to = run.quantities[b];
    const int truth = movement(from, to);
    const std::string sum =
        "from " + run.words(a) + " to " + run.words(b) + " is " + std::string(movement_name(truth));
    if (truth == direction.sign) {
        audit.possible(run.id, a, sum);
        audit.possible(run.id, b, sum);
        return false;
    }
    if (can_move(from, to, direction.sign)) return false;
    audit.conflicts(run.id, a, "the text calls it “" + std::string(direction.word) + "”", sum);
    audit.conflicts(run.id, b, "the text calls it “" + std::string(direction.word) + "”", sum);
    Diagnostic& diagnostic = audit.diagnostics
                                 .add(span, diag::change_wrong_way, direction.word, run.words(a),
                                      run.words(b), movement_name(truth))
                                 .relate(run.place(a), "before")
                                 .relate(run.place(b), "after");
    if (uneven_periods(run, a, b)) diagnostic.severity = Severity::query;
    return true;
}

}  // namespace stet::validators

// The words and numbers of a change: which way it is said to go, from which number to which.
#include <algorithm>
#include <array>

#include "validators/claims_changes.hpp"

namespace stet::validators {

using prose::Quantity;
using prose::QuantityKind;

namespace {

constexpr auto down_words = std::to_array<std::string_view>(
    {"reduction", "decrease", "decreased", "fall", "fallen", "fell", "drop", "dropped", "decline", "declined",
     "reduced", "shrank", "shrunk", "went down", "gone down"});
constexpr auto up_words =
    std::to_array<std::string_view>({"increase", "increased", "rise", "risen", "rose", "growth", "grew",
                                     "grown", "went up", "gone up", "climbed"});
/// "plans" alone is what social workers write; only the verb is an intention.
constexpr auto doubt_words = std::to_array<std::string_view>(
    {"not",     "no",       "without",    "or",        "than",        "little",  "target",
     "planned", "plans to", "plans a",    "plans an",  "plans for a", "plan to", "planning to",
     "aims to", "aim to",   "intends to", "intend to", "hopes to",    "will",    "expected"});

/// Only directly before "from", for elsewhere they describe ("a growing number").
constexpr auto down_closers =
    std::to_array<std::string_view>({"down", "falling", "dropping", "declining", "decreasing", "reducing"});
constexpr auto up_closers =
    std::to_array<std::string_view>({"up", "rising", "growing", "increasing", "climbing"});

bool exact(const Quantity& q) {
    return q.bound == prose::Bound::none && !q.range && !q.compound && q.is_figure();
}

}  // namespace

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
    return mentions_any(text, doubt_words) ? Direction{} : found;
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
    if (mentions_any(clause, doubt_words)) return {};
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

std::string_view change_lead(const ClaimRun& run, std::size_t i) {
    const std::uint32_t begin = run.sentences[run.sentence[i]].begin;
    const std::uint32_t end = std::max(begin, run.quantities[i].begin);
    constexpr std::uint32_t reach = 2 * farthest_of_change;
    return run.run->words(std::max<std::uint32_t>(begin, end - std::min<std::uint32_t>(end, reach)), end);
}

bool preceded_by_from(const ClaimRun& run, std::size_t i) {
    const std::string_view before = change_lead(run, i);
    constexpr auto origins =
        std::to_array<std::string_view>({"from ", "from an average of ", "from a total of "});
    return !ending(before, origins).empty();
}

bool side_of_change(const ClaimRun& run, std::size_t i) {
    std::string_view before = change_lead(run, i);
    if (preceded_by_from(run, i))
        return last_direction(before).sign != 0 ||
               closes_with_change(before.substr(0, before.rfind(" from ")));
    constexpr auto joints = std::to_array<std::string_view>({" of ", " by "});
    const std::string_view joint = ending(before, joints);
    before.remove_suffix(joint.size());
    return !joint.empty() && closes_with_change(before);
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

std::optional<std::size_t> change_end(const ClaimRun& run, std::size_t a) {
    if (!preceded_by_from(run, a)) return std::nullopt;
    for (std::size_t b = a + 1; b < run.quantities.size() && run.sentence[b] == run.sentence[a]; ++b) {
        const Quantity& q = run.quantities[b];
        if (q.begin - run.quantities[a].end > farthest_of_change) return std::nullopt;
        if (q.kind == QuantityKind::date || q.kind == QuantityKind::period ||
            run.bracketed[b] != run.bracketed[a])
            continue;
        const std::string_view between = run.between(a, b);
        if (between.ends_with(" to ") && to_of_another_word(between)) continue;
        const bool to = between.ends_with(" to ") || between.ends_with(" to an average of ");
        const bool alike =
            before_after(run.quantities[a], q) || (takes_unit(run.quantities[a], q) && !part_of_next(run, b));
        return to && alike ? std::optional(b) : std::nullopt;
    }
    return std::nullopt;
}

std::string_view movement_name(int sign) {
    return sign == 0 ? "no change" : sign > 0 ? "a rise" : "a fall";
}

}  // namespace stet::validators

// F218: a number of priorities, reasons and their like, and the list that follows: "two weaknesses: slow
// decisions, poor recording and weak supervision".
#include <algorithm>
#include <array>

#include "compiler/base/catalogue.hpp"
#include "validators/claims.hpp"

namespace stet::validators {

namespace {

/// Things that a list names one by one; people and places may be told of in other ways.
constexpr auto listed_nouns = std::to_array<std::string_view>(
    {"aims",      "areas",      "aspects",   "categories", "challenges", "criteria",  "elements",
     "factors",   "goals",      "issues",    "kinds",      "objectives", "outcomes",  "principles",
     "promises",  "priorities", "questions", "reasons",    "risks",      "stages",    "strands",
     "strengths", "themes",     "topics",    "types",      "values",     "weaknesses"});

/// How many items a list may hold: "and" inside an item ("health and wellbeing") leaves it open.
struct Items {
    std::size_t least = 0;
    std::size_t most = 0;
};

/// Whether a piece between commas goes on about the one before: "which are late", "such as", "and so".
bool goes_on(std::string_view item) {
    constexpr auto openings = std::to_array<std::string_view>(
        {"which ", "who ",   "that ", "including ", "such as ", "particularly ", "especially ", "with ",
         "for ",   "where ", "when ", "but ",       "as ",      "from ",         "by ",         "so ",
         "in ",    "on ",    "at ",   "to ",        "or ",      "not ",          "although ",   "because ",
         "if ",    "while ", "both ", "between ",   "of ",      "through "});
    constexpr auto verbs =
        std::to_array<std::string_view>({"is", "are", "was", "were", "has", "have", "had", "will", "which",
                                         "who", "that", "including", "or"});
    constexpr std::size_t longest = 60;
    return item.empty() || item.size() > longest || !beginning(item, openings).empty() ||
           mentions_any(item, verbs);
}

/// Reads "a, b and c" up to the sentence's end; absent where anything but short items stands there.
std::optional<Items> read_items(std::string_view text) {
    if (!text.ends_with('.')) return std::nullopt;
    text.remove_suffix(1);
    if (text.find_first_of(".;:()[]") != std::string_view::npos ||
        text.find(" \u2013 ") != std::string_view::npos)
        return std::nullopt;
    Items items;
    bool joined = false, comma_joins = false;
    std::size_t last_pieces = 0;
    while (!text.empty()) {
        const auto [item, after_and] = take_item(text);
        comma_joins = after_and;
        if (goes_on(item)) return std::nullopt;
        last_pieces = 1;
        for (std::size_t at = item.find(" and "); at != std::string_view::npos;
             at = item.find(" and ", at + 1))
            ++last_pieces;
        joined = comma_joins || last_pieces > 1;  // of the last: earlier ones stand inside items
        ++items.least;
        items.most += last_pieces;
    }
    if (!joined) return std::nullopt;
    if (!comma_joins) ++items.least;
    return items;
}

void check(FigureAudit& audit, const ClaimRun& run, std::size_t i) {
    const prose::Quantity& q = run.quantities[i];
    const std::string_view noun = head_noun(run, i);
    if (!run.plain_count(i) || q.value < Rational(2) || q.value > Rational(12) ||
        std::find(listed_nouns.begin(), listed_nouns.end(), noun) == listed_nouns.end())
        return;
    const std::string_view rest =
        run.run->words(q.noun_end, std::max(q.noun_end, run.sentences[run.sentence[i]].end));
    constexpr auto places = std::to_array<std::string_view>({" for ", " in ", " of "});
    const std::size_t colon = rest.find(": ");
    constexpr std::size_t longest = 40;
    if (colon == std::string_view::npos || colon > longest ||
        (colon > 0 &&
         (beginning(rest, places).empty() || rest.substr(0, colon).find(',') != std::string_view::npos)))
        return;
    if (run.of_sentence(run.sentence[i]).second != i + 1) return;  // numbers among the items
    const auto items = read_items(rest.substr(colon + 2));
    if (!items) return;
    const Rational least(static_cast<std::int64_t>(items->least)),
        most(static_cast<std::int64_t>(items->most));
    if (q.value >= least && q.value <= most) return audit.agrees(run.id, i, shown(q.value) + " are listed");
    const std::string counted = least == most ? shown(most) : shown(least) + " to " + shown(most);
    audit.conflicts(run.id, i, counted + " are listed", "");
    audit.diagnostics.add(run.place(i), diag::names_of_other_number, run.words(i), counted).severity =
        Severity::query;
}

}  // namespace

void check_announced_claims(FigureAudit& audit, const ClaimTexts& texts) {
    for (const ClaimRun& run : texts.runs) {
        for (std::size_t i = 0; i < run.quantities.size(); ++i) {
            if (!run.crowded(run.sentence[i])) check(audit, run, i);
        }
    }
}

}  // namespace stet::validators

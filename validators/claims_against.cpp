// F207, F206 and F212: two values joined by "compared with", "against" or "than", under a word that says how
// they compare: "is higher than nationally, at 12% compared with 9%", "Fewer boys (21) than girls (24)".
#include <algorithm>
#include <array>

#include "compiler/base/catalogue.hpp"
#include "validators/claims_changes.hpp"
#include "validators/claims_comparisons.hpp"

namespace stet::validators {

namespace {

using prose::Quantity;
using prose::QuantityKind;

constexpr auto joiners = std::to_array<std::string_view>(
    {"compared with", "compared to", "in comparison with", "in comparison to", "as opposed to", "against"});
constexpr auto doubt =
    std::to_array<std::string_view>({"not", "no", "neither", "nor", "times", "similar", "if", "whether",
                                     "although", "though", "but", "performance", "timeliness"});
/// What a value is not of an earlier time for.
constexpr auto elsewhere = std::to_array<std::string_view>(
    {"national",   "nationally",  "England",  "average", "averages",    "neighbour", "neighbours", "similar",
     "comparable", "comparators", "other",    "others",  "authorities", "peers",     "boys",       "girls",
     "target",     "region",      "regional", "country", "elsewhere",   "those",     "who"});
constexpr auto earlier = std::to_array<std::string_view>(
    {"before", "previous", "previously", "last year", "last year’s", "ago", "earlier", "last inspection"});

/// Two values, the first said to be compared with the second.
struct Pair {
    std::size_t own = 0;
    std::size_t other = 0;
    std::string_view before_joiner;  ///< the text between them, without the joiner
    std::string_view after_joiner;
    std::string_view lead;  ///< of the sentence, up to the first
    std::string_view tail;  ///< from the second to the next number
    bool than = false;      ///< "Fewer boys (21) than girls (24)"
};

class AgainstClaims {
  public:
    AgainstClaims(FigureAudit& audit, const ClaimRun& run) : audit_(audit), run_(run) {}
    void check() {
        for (std::size_t i = 0; i + 1 < run_.quantities.size(); ++i) {
            if (!run_.quantities[i].is_figure() || run_.crowded(run_.sentence[i])) continue;
            if (const auto pair = pair_of(i)) judge(*pair);
        }
    }

  private:
    [[nodiscard]] std::optional<Pair> pair_of(std::size_t own) const;
    [[nodiscard]] Order order_of(const Pair& pair) const;
    [[nodiscard]] bool of_earlier_time(const Pair& pair) const;
    void judge(const Pair& pair);
    void judge_change(const Pair& pair);
    void judge_difference(const Pair& pair);

    FigureAudit& audit_;
    const ClaimRun& run_;
};

std::optional<Pair> AgainstClaims::pair_of(std::size_t own) const {
    const auto other = next_figure(run_, own);
    if (!other || !can_compare(run_.quantities[own], run_.quantities[*other])) return std::nullopt;
    const std::string_view gap = run_.run->words(run_.quantities[own].end, run_.quantities[*other].begin);
    if (gap.size() > 3 * longest_gap || gap.find_first_of(".;:") != std::string_view::npos)
        return std::nullopt;
    Pair pair{own, *other, {}, {}, run_.before(own), run_.after(*other)};
    std::size_t at = std::string_view::npos, size = 0;
    for (const std::string_view joiner : joiners) {
        at = find_words(gap, joiner);
        size = joiner.size();
        if (at != std::string_view::npos) break;
    }
    if (at == std::string_view::npos && run_.bracketed[own]) {
        at = find_words(gap, "than"), size = 4;
        pair.than = true;
    }
    if (at == std::string_view::npos) return std::nullopt;
    pair.before_joiner = gap.substr(0, at);
    pair.after_joiner = gap.substr(at + size);
    const bool short_enough =
        pair.before_joiner.size() <= 2 * longest_gap && pair.after_joiner.size() <= longest_gap;
    // The first must be the only such value before the second.
    for (std::size_t i = run_.of_sentence(run_.sentence[own]).first; i < own; ++i) {
        if (same_unit(run_.quantities[i], run_.quantities[own])) return std::nullopt;
    }
    return short_enough ? std::optional(pair) : std::nullopt;
}

/// Whether "more" or "less" at `at` is of the number that follows: "more children", "less time"; not "more
/// effective", "less quickly".
bool counts_things(std::string_view text, std::size_t end, QuantityKind kind) {
    constexpr auto things = std::to_array<std::string_view>(
        {"boys",   "care",      "carers", "cases", "children", "families", "girls",      "households",
         "likely", "looked",    "money",  "of",    "parents",  "people",   "placements", "plans",
         "pupils", "referrals", "social", "staff", "than",     "was",      "were",       "young"});
    constexpr auto times = std::to_array<std::string_view>({"time", "days", "weeks", "months"});
    const std::string_view rest = text.substr(std::min(text.size(), end + 1)),
                           word = rest.substr(0, rest.find(' '));
    if (kind == QuantityKind::duration) return std::find(times.begin(), times.end(), word) != times.end();
    return std::find(things.begin(), things.end(), word) != things.end();
}

/// The one word of comparison in the text before the pair; no sign where there is none or several.
Order AgainstClaims::order_of(const Pair& pair) const {
    constexpr auto up = std::to_array<std::string_view>({"higher", "greater", "longer", "larger", "more"});
    constexpr auto down = std::to_array<std::string_view>({"lower", "shorter", "smaller", "fewer", "less"});
    const QuantityKind kind = run_.quantities[pair.own].kind;
    Order found;
    std::size_t words = 0;
    const auto look = [&](std::span<const std::string_view> list, int sign) {
        for (const std::string_view word : list) {
            for (std::size_t at = find_words(pair.lead, word); at != std::string_view::npos;
                 at = find_words(pair.lead, word, at + 1)) {
                ++words;
                const bool measures = word != "more" && word != "less";
                if (!measures && !counts_things(pair.lead, at + word.size(), kind)) return void(words = 2);
                const bool lasts = word == "longer" || word == "shorter";
                found = {sign, lasts ? word : sign > 0 ? "higher" : "lower"};
            }
        }
    };
    look(up, 1);
    look(down, -1);
    return words == 1 && !mentions_any(pair.lead, doubt) ? found : Order{};
}

/// Whether the second value is said to be of an earlier time, and of the same place.
bool AgainstClaims::of_earlier_time(const Pair& pair) const {
    const std::size_t next = pair.other + 1;
    const std::string_view tail = pair.tail.substr(0, longest_gap);
    const bool dated =
        next < run_.quantities.size() && run_.sentence[next] == run_.sentence[pair.other] &&
        run_.quantities[next].is_date() &&
        (pair.tail == " in " || pair.tail == " at " || pair.tail == " for " || pair.tail == " (");
    if (mentions_any(pair.after_joiner, elsewhere) || mentions_any(tail, elsewhere)) return false;
    return dated || mentions_any(pair.after_joiner, earlier) || mentions_any(tail, earlier);
}

/// "rose to 68% compared with 72% the year before", "76% ..., compared with 71% the year before, a rise".
void AgainstClaims::judge_change(const Pair& pair) {
    constexpr auto joints =
        std::to_array<std::string_view>({" to ", ", with ", ", to ", " to just ", " to only "});
    std::string_view lead = pair.lead;
    lead.remove_suffix(ending(lead, joints).size());
    Direction direction;
    if (lead.size() < pair.lead.size()) direction = closing_direction(lead);
    const std::size_t comma = pair.tail.find(", a");
    if (comma != std::string_view::npos && comma <= longest_gap && direction.sign == 0 &&
        (begins_with(pair.tail.substr(comma), ", a ") || begins_with(pair.tail.substr(comma), ", an ")))
        direction = last_direction(pair.tail.substr(comma));
    const Quantity &now = run_.quantities[pair.own], &then = run_.quantities[pair.other];
    if (direction.sign == 0 || !before_after(then, now)) return;
    const int truth = movement(then, now);
    const std::string sum = "from " + run_.words(pair.other) + " to " + run_.words(pair.own) + " is " +
                            std::string(movement_name(truth));
    if (truth == direction.sign) {
        audit_.possible(run_.id, pair.own, sum);
        audit_.possible(run_.id, pair.other, sum);
        return;
    }
    if (meet(then.interval, now.interval) == Verdict::agrees && then.value != now.value) return;
    for (const std::size_t i : {pair.own, pair.other})
        audit_.conflicts(run_.id, i, "the text calls it “" + std::string(direction.word) + "”", sum);
    audit_.diagnostics
        .add(run_.run->source(now.begin, then.end), diag::change_wrong_way, direction.word,
             run_.words(pair.other), run_.words(pair.own), movement_name(truth))
        .relate(run_.place(pair.other), "before")
        .relate(run_.place(pair.own), "after")
        .severity = Severity::query;
}

/// "76% of girls compared with 51% of boys, a gap of 25 percentage points".
void AgainstClaims::judge_difference(const Pair& pair) {
    constexpr auto sizes = std::to_array<std::string_view>({" a gap of ", " a difference of "});
    const auto size = next_figure(run_, pair.other);
    if (!size || run_.quantities[*size].kind != QuantityKind::points || *size != pair.other + 1 ||
        pair.tail.size() > longest_gap || ending(pair.tail, sizes).empty())
        return;
    const Quantity &a = run_.quantities[pair.own], &b = run_.quantities[pair.other],
                   &d = run_.quantities[*size];
    const Interval apart = a.value < b.value ? b.interval - a.interval : a.interval - b.interval;
    const std::string written = shown((a.value - b.value).abs(), 1) + " percentage points";
    const Verdict verdict = meet(apart, d.interval);
    if (a.kind != QuantityKind::percent || verdict == Verdict::undecided) return;
    if (verdict == Verdict::agrees) {
        for (const std::size_t i : {pair.own, pair.other, *size})
            audit_.agrees(run_.id, i, "the difference is " + written);
        return;
    }
    audit_.conflicts(run_.id, *size, "the difference is " + written, "");
    audit_.diagnostics
        .add(run_.place(*size), diag::change_amount_wrong, run_.words(pair.other), run_.words(pair.own),
             "a difference", written, run_.words(*size))
        .relate(run_.place(pair.own), "the number that is compared stands here");
}

void AgainstClaims::judge(const Pair& pair) {
    if (!pair.than) judge_difference(pair);
    if (!pair.than && of_earlier_time(pair)) judge_change(pair);
    constexpr auto ends = std::to_array<std::string_view>({": ", ", ", " (", ", with ", ", at ", ", by "});
    const Order order = order_of(pair);
    const std::string_view end = ending(pair.lead, ends);
    if (order.sign == 0 || end.empty() || (pair.than && end != " (")) return;
    constexpr auto closers =
        std::to_array<std::string_view>({"higher", "greater", "longer", "lower", "smaller", "shorter"});
    if (!ending(pair.lead.substr(0, pair.lead.size() - end.size()), closers).empty())
        return;  // "higher, at 12% compared with 9%" is read with the other comparisons
    const bool compared = find_words(pair.lead, "than") != std::string_view::npos;
    if (pair.than && compared) return;
    // "Fewer children stay put: 42 do so now, against 27 last year" compares what it does not name.
    const bool opens =
        !beginning(pair.lead, std::to_array<std::string_view>({"More ", "Fewer ", "A ", "There are "}))
             .empty();
    if (!compared && !pair.than && !opens && end != ": " && end != " (") return;
    const bool sure =
        (compared || pair.than) && same_unit(run_.quantities[pair.own], run_.quantities[pair.other]);
    judge_order(audit_, run_, pair.own, pair.other, order, sure ? Severity::error : Severity::query);
}

}  // namespace

void check_against_claims(FigureAudit& audit, const ClaimTexts& texts) {
    for (const ClaimRun& run : texts.runs) {
        if (run.quantities.size() > 1) AgainstClaims(audit, run).check();
    }
}

}  // namespace stet::validators

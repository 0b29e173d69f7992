// F206, F208 and F212: changes from one number to another, their direction, their amount, and net changes.
#include <algorithm>
#include <array>

#include "compiler/base/ascii.hpp"
#include "compiler/base/catalogue.hpp"
#include "validators/claims.hpp"

namespace stet::validators {

namespace {

using prose::Quantity;
using prose::QuantityKind;

constexpr std::size_t farthest = 60;  ///< bytes between the parts of one claim

constexpr auto down_words =
    std::to_array<std::string_view>({"reduction", "decrease", "decreased", "fall", "fallen", "fell", "drop",
                                     "dropped", "decline", "declined", "reduced"});
constexpr auto up_words = std::to_array<std::string_view>(
    {"increase", "increased", "rise", "risen", "rose", "growth", "grew", "grown"});
constexpr auto doubt_words = std::to_array<std::string_view>(
    {"not", "no", "without", "or", "than", "little", "target", "planned", "plans", "expected"});

struct Direction {
    int sign = 0;
    std::string_view word;
    std::size_t end = 0;
};

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

bool exact(const Quantity& q) {
    return q.bound == prose::Bound::none && !q.range && !q.compound && q.is_figure();
}

bool before_after(const Quantity& a, const Quantity& b) {
    return exact(a) && exact(b) && comparable(a, b) && a.unit == b.unit;
}

int movement(const Quantity& a, const Quantity& b) {
    return a.value == b.value ? 0 : a.value < b.value ? 1 : -1;
}

/// Whether the step from a to b may go that way, whatever their rounding hides.
bool can_move(const Quantity& a, const Quantity& b, int sign) {
    const Interval &low = sign > 0 ? a.interval : b.interval, &high = sign > 0 ? b.interval : a.interval;
    return !low.known() || !high.known() || !low.low || !high.high || *low.low < *high.high;
}

std::string_view movement_name(int sign) {
    return sign == 0 ? "no change" : sign > 0 ? "a rise" : "a fall";
}

class ChangeClaims {
  public:
    ChangeClaims(FigureAudit& audit, const ClaimRun& run) : audit_(audit), run_(run) {}
    void check();

  private:
    void from_to(std::size_t a);
    void this_is(std::size_t s);
    void net(std::size_t total);
    void amount(std::size_t a, std::size_t b, const Direction& direction, std::size_t clause);
    void judge(std::size_t a, std::size_t b, const Direction& direction, Span span);
    [[nodiscard]] bool preceded_by_from(std::size_t i) const;
    [[nodiscard]] std::string_view lead(std::size_t i) const;

    FigureAudit& audit_;
    const ClaimRun& run_;
};

/// The text of the sentence before quantity `i`, no farther back than a claim reaches.
std::string_view ChangeClaims::lead(std::size_t i) const {
    const std::uint32_t begin = run_.sentences[run_.sentence[i]].begin;
    const std::uint32_t end = std::max(begin, run_.quantities[i].begin);
    return run_.run->words(std::max<std::uint32_t>(begin, end - std::min<std::uint32_t>(end, 2 * farthest)),
                           end);
}

bool ChangeClaims::preceded_by_from(std::size_t i) const {
    const std::string_view before = lead(i);
    return before.ends_with("from ") || before.ends_with("from an average of ") ||
           before.ends_with("from a total of ");
}

void ChangeClaims::judge(std::size_t a, std::size_t b, const Direction& direction, Span span) {
    const Quantity &from = run_.quantities[a], &to = run_.quantities[b];
    const int truth = movement(from, to);
    const std::string sum =
        "from " + run_.words(a) + " to " + run_.words(b) + " is " + std::string(movement_name(truth));
    if (truth == direction.sign) {
        audit_.agrees(run_.id, a, sum);
        audit_.agrees(run_.id, b, sum);
        return;
    }
    if (can_move(from, to, direction.sign)) return;
    audit_.conflicts(run_.id, a, "the text calls it “" + std::string(direction.word) + "”", sum);
    audit_.conflicts(run_.id, b, "the text calls it “" + std::string(direction.word) + "”", sum);
    audit_.diagnostics
        .add(span, diag::change_wrong_way, direction.word, run_.words(a), run_.words(b), movement_name(truth))
        .relate(run_.place(a), "before")
        .relate(run_.place(b), "after");
}

/// "an increase of 15 from 305 to 320"
void ChangeClaims::amount(std::size_t a, std::size_t b, const Direction& direction, std::size_t clause) {
    if (a == 0 || run_.sentence[a - 1] != run_.sentence[a]) return;
    const Quantity &size = run_.quantities[a - 1], &from = run_.quantities[a], &to = run_.quantities[b];
    const std::string_view before = run_.run->words(run_.sentences[run_.sentence[a]].begin, size.begin);
    const bool follows = size.begin >= clause && (before.ends_with(std::string(direction.word) + " of ") ||
                                                  before.ends_with(std::string(direction.word) + " by "));
    if (!follows || run_.between(a - 1, a) != " from " || !exact(size)) return;
    const Rational difference = (to.value - from.value).abs();
    const bool same = size.kind == from.kind && size.unit == from.unit && size.kind == QuantityKind::count;
    const bool relative =
        size.kind == QuantityKind::percent && from.kind == QuantityKind::count && from.value > Rational(0);
    if (!same && !relative) return;
    const Rational truth = relative ? Rational(100) * difference / from.value : difference;
    const std::string printed = shown(truth, relative ? size.decimals + 1 : 1) + (relative ? "%" : "");
    if (size.interval.contains(truth)) return audit_.agrees(run_.id, a - 1, "the difference is " + printed);
    if (!truth.known()) return;
    audit_.conflicts(run_.id, a - 1, "the difference is " + printed, "");
    audit_.diagnostics.add(run_.place(a - 1), diag::change_amount_wrong, run_.words(a), run_.words(b),
                           movement_name(to.value > from.value   ? 1
                                         : to.value < from.value ? -1
                                                                 : 0),
                           printed, run_.words(a - 1));
}

/// "fell from 320 in 2012 to 305"
void ChangeClaims::from_to(std::size_t a) {
    if (!preceded_by_from(a)) return;
    const std::size_t s = run_.sentence[a];
    for (std::size_t b = a + 1; b < run_.quantities.size() && run_.sentence[b] == s; ++b) {
        const Quantity& q = run_.quantities[b];
        if (q.begin - run_.quantities[a].end > farthest) return;
        if (q.kind == QuantityKind::date || q.kind == QuantityKind::period || run_.bracketed[b]) continue;
        const std::string_view between = run_.between(a, b);
        if (!before_after(run_.quantities[a], q) ||
            !(between.ends_with(" to ") || between.ends_with(" to an average of ")))
            return;
        const std::string_view before = lead(a);
        const Direction direction = last_direction(before);
        // The direction word governs "from" only within one clause.
        if (direction.sign == 0 || before.size() - direction.end > farthest ||
            before.substr(direction.end).find_first_of(";:") != std::string_view::npos)
            return;
        judge(a, b, direction, run_.run->source(run_.quantities[a].begin, q.end));
        amount(a, b, direction, run_.sentences[s].begin);
        return;
    }
}

/// "305 children were looked after. This is a reduction from 320": the sentence before has one number of that
/// kind.
void ChangeClaims::this_is(std::size_t s) {
    const std::string_view sentence = run_.run->words(run_.sentences[s].begin, run_.sentences[s].end);
    bool opens = false;
    for (const std::string_view words : {"This is a", "This was a", "This represents a", "That is a"})
        opens = opens || sentence.starts_with(words);
    const auto [first, last] = run_.of_sentence(s);
    if (!opens || s == 0) return;
    for (std::size_t a = first; a < last; ++a) {
        if (run_.bracketed[a] || !run_.quantities[a].is_figure()) continue;
        if (!preceded_by_from(a) || run_.between(a, std::min(a + 1, last - 1)) == " to ") return;
        const Direction direction = last_direction(lead(a));
        std::optional<std::size_t> now;
        const auto [before_first, before_last] = run_.of_sentence(s - 1);
        for (std::size_t b = before_first; b < before_last; ++b) {
            if (run_.bracketed[b] || !before_after(run_.quantities[a], run_.quantities[b])) continue;
            if (now) return;
            now = b;
        }
        if (direction.sign != 0 && now) judge(a, *now, direction, run_.place(a));
        return;
    }
}

/// "a net gain of 13 households, with 18 new carers and five who left"
void ChangeClaims::net(std::size_t total) {
    const std::string_view before = lead(total);
    int sign = 0;
    for (const std::string_view words : {"net gain of ", "net increase of ", "net growth of "})
        sign = before.ends_with(words) ? 1 : sign;
    for (const std::string_view words : {"net loss of ", "net decrease of ", "net reduction of "})
        sign = before.ends_with(words) ? -1 : sign;
    const std::size_t s = run_.sentence[total];
    const auto in_sentence = [&](std::size_t i) {
        return i < run_.quantities.size() && run_.sentence[i] == s && run_.plain_count(i);
    };
    if (sign == 0 || !in_sentence(total) || !in_sentence(total + 1) || !in_sentence(total + 2)) return;
    constexpr auto came =
        std::to_array<std::string_view>({"new", "joined", "recruited", "approved", "gained", "arrived"});
    constexpr auto went = std::to_array<std::string_view>(
        {"left", "leaving", "leavers", "lost", "resigned", "resignations", "ceased", "departed", "retired"});
    const std::uint32_t end = total + 3 < run_.quantities.size()
                                  ? std::min(run_.quantities[total + 3].begin, run_.sentences[s].end)
                                  : run_.sentences[s].end;
    const std::string_view after_first = run_.between(total + 1, total + 2),
                           after_second = run_.run->words(run_.quantities[total + 2].end,
                                                          std::max(end, run_.quantities[total + 2].end));
    const bool first_came = mentions_any(after_first, came) && mentions_any(after_second, went);
    const bool first_went = mentions_any(after_first, went) && mentions_any(after_second, came);
    if (first_came == first_went) return;
    const Rational in = run_.quantities[total + (first_came ? 1 : 2)].value,
                   out = run_.quantities[total + (first_came ? 2 : 1)].value;
    const Rational truth = sign > 0 ? in - out : out - in;
    const std::string sum = sign > 0 ? shown(in) + " - " + shown(out) : shown(out) + " - " + shown(in);
    for (std::size_t i = total; i < total + 3; ++i) {
        if (truth == run_.quantities[total].value)
            audit_.agrees(run_.id, i, sum + " is " + shown(truth));
        else
            audit_.conflicts(run_.id, i, "the net change does not follow", sum + " is " + shown(truth));
    }
    if (truth == run_.quantities[total].value) return;
    audit_.diagnostics.add(run_.place(total), diag::net_change_wrong, sum, shown(truth), run_.words(total))
        .relate(run_.place(total + 1), "one part")
        .relate(run_.place(total + 2), "the other part");
}

void ChangeClaims::check() {
    for (std::size_t i = 0; i < run_.quantities.size(); ++i) {
        if (!run_.quantities[i].is_figure()) continue;
        from_to(i);
        net(i);
    }
    for (std::size_t s = 1; s < run_.sentences.size(); ++s) this_is(s);
}

}  // namespace

void check_change_claims(FigureAudit& audit, const ClaimTexts& texts) {
    for (const ClaimRun& run : texts.runs) {
        if (!run.quantities.empty()) ChangeClaims(audit, run).check();
    }
}

}  // namespace stet::validators

// F201 to F203: which count is the base of a percentage, in the stated order.
#include <algorithm>
#include <array>
#include <functional>

#include "compiler/base/ascii.hpp"
#include "compiler/base/shares.hpp"
#include "compiler/prose/context.hpp"
#include "compiler/prose/number_words.hpp"
#include "validators/claims_changes.hpp"
#include "validators/claims_share_forms.hpp"
#include "validators/claims_shares.hpp"

namespace stet::validators {

namespace {

using prose::Quantity;
using prose::QuantityKind;

/// What is known while a sentence is read.
struct Reading {
    std::optional<Base> base;
    bool unsure = false;                     ///< that there is a base, but not which
    std::size_t scanned = 0;                 ///< up to where "of whom" was looked for
    std::vector<std::size_t> bare_percents;  ///< of the base, not judged yet
};

class PercentageClaims {
  public:
    PercentageClaims(FigureAudit& audit, const ClaimTexts& texts, const ClaimRun& run)
        : audit_(audit), texts_(texts), run_(run) {}
    void check() {
        for (std::size_t s = 0; s < run_.sentences.size(); ++s) check_sentence(s);
    }

  private:
    void check_sentence(std::size_t s);
    void flush(Reading& reading);
    void turn_to_whom(Reading& reading, std::size_t i);
    bool opens_another(Reading& reading, std::size_t i);
    [[nodiscard]] bool of_nearer_whole(const Base& base, std::size_t count) const;
    bool take_rate(const Reading& reading, std::size_t percent);
    bool take_pair(Reading& reading, std::size_t i);
    [[nodiscard]] std::optional<Base> nested_base(std::size_t s, std::size_t first, std::size_t last) const;
    [[nodiscard]] std::optional<Base> clause_base(std::size_t first, std::size_t i) const;
    [[nodiscard]] std::optional<Base> pair_base(std::size_t first, std::size_t count) const;
    [[nodiscard]] std::optional<Base> bare_base(std::size_t first, std::size_t percent) const;
    [[nodiscard]] std::optional<std::size_t> count_before(std::size_t first, std::size_t last,
                                                          std::size_t offset) const;
    std::size_t explicit_base(std::size_t i, std::size_t last);
    [[nodiscard]] bool admits(std::size_t whole, std::size_t part, std::size_t percent) const;
    [[nodiscard]] std::optional<Base> base_of_these(std::size_t part, std::size_t percent) const;
    [[nodiscard]] std::optional<Base> carried_base(std::size_t s, std::size_t first) const;
    [[nodiscard]] bool settled(std::size_t i) const { return audit_.cites_fact(run_.id, i); }

    FigureAudit& audit_;
    const ClaimTexts& texts_;
    const ClaimRun& run_;
    std::optional<Base> of_whom_;  ///< what the shares at the end of the sentence before are of
    std::size_t of_whom_sentence_ = 0;
};

/// The only plain count of the sentence before `offset`, or of its part after the last semicolon where that
/// has any.
std::optional<std::size_t> PercentageClaims::count_before(std::size_t first, std::size_t last,
                                                          std::size_t offset) const {
    if (first < last && run_.quantities[first].end < offset) {
        const std::uint32_t begin = run_.quantities[first].end;
        const std::size_t clause = run_.text().substr(begin, offset - begin).rfind(';');
        std::size_t inner = first;
        while (clause != std::string_view::npos && inner < last &&
               run_.quantities[inner].begin < begin + clause)
            ++inner;
        if (inner > first) {
            if (const auto found = count_before(inner, last, offset)) return found;
        }
    }
    std::optional<std::size_t> found;
    for (std::size_t i = first; i < last && run_.quantities[i].end <= offset; ++i) {
        if (!run_.plain_count(i)) continue;
        if (found) return std::nullopt;
        found = i;
    }
    return found;
}

/// The total of the bullet above, for a pair in a sentence that has neither a date nor a population of its
/// own.
std::optional<Base> PercentageClaims::nested_base(std::size_t s, std::size_t first, std::size_t last) const {
    const ClaimRun* parent = texts_.parent(run_);
    const bool nested = parent != nullptr && !parent->sentences.empty();
    std::optional<Base> total = nested ? std::nullopt : base_of_list(texts_, run_);
    if (nested) {
        const auto count = only_count(*parent, 0);
        // "- Of this number:"
        total = count ? std::optional(Base{parent, *count}) : opening_base(texts_, *parent, 0);
    }
    if (!total) return std::nullopt;
    for (std::size_t i = first; i < last; ++i) {
        if (run_.quantities[i].is_date()) return std::nullopt;
        if (run_.plain_count(i) && !is_share_pair(run_, i, last)) return std::nullopt;
    }
    const std::string_view sentence = run_.run->words(run_.sentences[s].begin, run_.sentences[s].end);
    if (points_elsewhere(sentence)) return std::nullopt;
    return Base{total->run, total->index, true};
}

/// "Inspectors read 40 plans, and 34 (85%) were clear", "There are 40 plans. 34 (85%) were clear": the only
/// number before, which has a noun, where the share has none and says what they were. The words do not say
/// that it is of them, so this only asks.
std::optional<Base> PercentageClaims::clause_base(std::size_t first, std::size_t i) const {
    constexpr auto joints =
        std::to_array<std::string_view>({", and ", " and ", ", but ", ", ", "; ", " that "});
    const bool opens = i == first;
    const std::size_t s = run_.sentence[i];
    const auto before = !opens ? std::optional(i - 1) : (s > 0) ? only_count(run_, s - 1) : std::nullopt;
    constexpr auto only = std::to_array<std::string_view>({"", "Only ", "Just "});
    if (!before || (opens && std::find(only.begin(), only.end(), run_.before(i)) == only.end()))
        return std::nullopt;
    const std::size_t whole = *before;
    const Quantity &n = run_.quantities[whole], &k = run_.quantities[i];
    const std::string_view between = run_.between(whole, i);
    const bool joined = !ending(between, joints).empty() && count_before(first, i, k.begin) == whole &&
                        between.find_first_of(".:(") == std::string_view::npos;
    if (!run_.plain_count(whole) || n.noun_begin == n.noun_end || k.noun_begin != k.noun_end ||
        (!opens && !joined) || points_elsewhere(between))
        return std::nullopt;
    const std::size_t last = run_.of_sentence(s).second;
    const bool dated = std::any_of(run_.quantities.begin() + static_cast<std::ptrdiff_t>(i),
                                   run_.quantities.begin() + static_cast<std::ptrdiff_t>(last),
                                   std::mem_fn(&Quantity::is_date));
    return dated ? std::nullopt : std::optional(Base{&run_, whole, true, true});
}

/// The base of a count with its percentage that its clause goes on with.
std::optional<Base> PercentageClaims::pair_base(std::size_t first, std::size_t count) const {
    std::string_view after = run_.after(count + 1);
    if (!begins_with(after, ") ") && !begins_with(after, ", ")) return std::nullopt;
    after.remove_prefix(1);
    return says_what_they_did(after) ? clause_base(first, count) : std::nullopt;
}

/// "There were 52 visits; 6% were late".
std::optional<Base> PercentageClaims::bare_base(std::size_t first, std::size_t percent) const {
    constexpr auto joints = std::to_array<std::string_view>(
        {"; ", " found that ", " showed that ", " shows that ", " indicated that "});
    const bool parted = percent > first && !ending(run_.between(percent - 1, percent), joints).empty();
    auto base =
        parted && says_what_they_did(run_.after(percent)) ? clause_base(first, percent) : std::nullopt;
    if (base) base->by_nesting = false;
    return base;
}

/// Whether count `whole` can be what percentage `percent` is of, alone (`part` is the same) or as that of
/// `part`.
bool PercentageClaims::admits(std::size_t whole, std::size_t part, std::size_t percent) const {
    const Rational &n = run_.quantities[whole].value, &k = run_.quantities[part].value;
    const Interval& p = run_.quantities[percent].interval;
    if (n < Rational(1)) return false;
    if (part == percent) return grim_possible(p, n);
    return k <= n && percentage_agrees(Interval::point(k), Interval::point(n), p) == Verdict::agrees;
}

/// The base of a share "of these", alone (`part` is the same) or that of `part`. Several counts before may be
/// meant ("32 cases (60 children)"): where one admits the share, the others say nothing against it.
std::optional<Base> PercentageClaims::base_of_these(std::size_t part, std::size_t percent) const {
    const auto whole = whole_of_these(run_, part);
    if (whole && admits(whole->index, part, percent)) return Base{&run_, whole->index, false, !whole->sure};
    const std::size_t s = run_.sentence[whole ? whole->index : part];
    const auto [first, last] = run_.of_sentence(s);
    std::optional<std::size_t> nearest;
    for (std::size_t i = first; i < std::min(last, part); ++i) {
        if (!run_.exact_count(i) || side_of_change(run_, i)) continue;
        if (admits(i, part, percent)) return std::nullopt;
        nearest = i;
    }
    if (whole) return Base{&run_, whole->index, false, !whole->sure};
    return nearest ? std::optional(Base{&run_, *nearest, false, true}) : std::nullopt;
}

/// Shares that stand beside their own base, whatever came before: "70 of 305 (23%)", "70 (23%) of the 305",
/// "23% of the 305". Judges them; how many quantities they took.
std::size_t PercentageClaims::explicit_base(std::size_t i, std::size_t last) {
    const auto joined = [&](std::size_t a, std::string_view close) {
        std::string_view between = run_.between(a, a + 1);
        if (!begins_with(between, close)) return false;
        between.remove_prefix(close.size());
        return joins_part_to_whole(between);
    };
    if (i + 2 < last && run_.exact_count(i) && run_.exact_count(i + 1) &&
        run_.bracketed[i] == run_.bracketed[i + 1] && part_of_next(run_, i) &&
        has_share_beside(run_, i + 1)) {
        judge_share(audit_, run_, i, i + 2, {&run_, i + 1});
        return 3;
    }
    if ((is_share_pair(run_, i, last) || is_shared_of_these(run_, i, last)) && whole_of_these(run_, i)) {
        if (const auto base = base_of_these(i, i + 1)) judge_share(audit_, run_, i, i + 1, *base);
        return 2;
    }
    if (i + 2 < last && is_share_pair(run_, i, last) && run_.plain_count(i + 2) &&
        (joined(i + 1, ")") || joined(i + 1, ","))) {
        judge_share(audit_, run_, i, i + 1, {&run_, i + 2});
        return 3;
    }
    if (i + 2 < last && is_reversed_pair(run_, i, last) && run_.plain_count(i + 2) && joined(i + 1, ")")) {
        judge_share(audit_, run_, i + 1, i, {&run_, i + 2});
        return 3;
    }
    constexpr auto these =
        std::to_array<std::string_view>({" of these", " of those", " of them", " of whom", " of which"});
    constexpr auto amounts =
        std::to_array<std::string_view>({" of which is ", " of which was ", " of which has "});
    if (!beginning(run_.after(i), amounts).empty()) return 1;  // "the budget for 21 places, 15% of which is"
    if (is_bare_share(run_, i, last) && !settled(i) && !beginning(run_.after(i), these).empty() &&
        !joins_part_to_whole(run_.after(i))) {
        if (const auto base = base_of_these(i, i)) judge_bare_shares(audit_, run_, std::array{i}, *base);
        return 1;
    }
    const bool followed = i + 1 < last && run_.quantities[i].kind == QuantityKind::percent &&
                          !run_.bracketed[i] && run_.plain_count(i + 1) && joined(i, "");
    if (!followed || !is_bare_share(run_, i, i + 1) || settled(i) ||
        run_.quantities[i + 1].noun_begin == run_.quantities[i + 1].noun_end)
        return 0;
    judge_bare_shares(audit_, run_, std::array{i}, {&run_, i + 1});
    return 2;
}

/// "220 lived with families, of whom 53% lived near. 14% were ...": a sentence that opens with a share goes
/// on with the base of the sentence before.
std::optional<Base> PercentageClaims::carried_base(std::size_t s, std::size_t first) const {
    const bool opens = run_.quantities[first].kind == QuantityKind::percent &&
                       run_.quantities[first].begin == run_.sentences[s].begin;
    if (!opens || s == 0 || !of_whom_ || of_whom_sentence_ != s - 1) return std::nullopt;
    std::optional<Base> base = of_whom_;
    base->unsure = true;
    return base;
}

void PercentageClaims::flush(Reading& reading) {
    if (reading.base && !reading.base->by_nesting)
        judge_bare_shares(audit_, run_, reading.bare_percents, *reading.base);
    reading.bare_percents.clear();
}

/// "of whom" before quantity `i`: what follows is of the number before it.
void PercentageClaims::turn_to_whom(Reading& reading, std::size_t i) {
    const auto [first, last] = run_.of_sentence(run_.sentence[i]);
    for (const std::string_view words : {"of whom", "of which", "of that number", "of this number"}) {
        const std::string_view text = run_.text().substr(0, run_.quantities[i].begin);
        const std::size_t at = find_words(text, words, reading.scanned);
        if (at == std::string_view::npos) continue;
        // "..., and of that number 48": what opens with "Of this number" divides the sentence before.
        if (words.ends_with("number") && !ends_with(text.substr(0, at), " and ")) continue;
        flush(reading);
        const auto before = count_before(first, last, at);
        reading.base = before ? std::optional(Base{&run_, *before, false}) : std::nullopt;
        reading.unsure = !before;
        reading.scanned = at + words.size();
    }
}

/// "; of the five at home, two": what follows is of the five.
bool PercentageClaims::opens_another(Reading& reading, std::size_t i) {
    if (i == run_.of_sentence(run_.sentence[i]).first || !run_.plain_count(i) || !opens_whole(run_.before(i)))
        return false;
    flush(reading);
    reading.base = Base{&run_, i};
    reading.unsure = false;
    return true;
}

/// "Of the 412, 94 live far from home: 61 (65%) with agencies": whether a count between the base and the pair
/// admits the share that the base does not.
bool PercentageClaims::of_nearer_whole(const Base& base, std::size_t count) const {
    const std::size_t first = run_.of_sentence(run_.sentence[count]).first;
    const std::size_t from = base.run == &run_ ? std::max(first, base.index + 1) : first;
    if (base.run == &run_ && admits(base.index, count, count + 1)) return false;
    for (std::size_t i = from; i < count; ++i) {
        if (run_.plain_count(i) && admits(i, count, count + 1)) return true;
    }
    return false;
}

/// A count with its percentage, "160 (52%)" or "52% (160)", held against the base read so far, or one that
/// its clause or its bullet gives.
bool PercentageClaims::take_pair(Reading& reading, std::size_t i) {
    const auto [first, last] = run_.of_sentence(run_.sentence[i]);
    if (is_reversed_pair(run_, i, last) && reading.base && !reading.base->unsure) {
        judge_share(audit_, run_, i + 1, i, *reading.base);
        return true;
    }
    if (!is_share_pair(run_, i, last)) return false;
    if (is_of_others(run_, i + 1)) return true;
    if (!reading.base && !reading.unsure) reading.base = pair_base(first, i);
    const auto chosen =
        reading.base || reading.unsure ? reading.base : nested_base(run_.sentence[i], first, last);
    if (chosen && of_nearer_whole(*chosen, i)) return true;
    if (chosen && !(chosen->run == &run_ && chosen->index == i)) judge_share(audit_, run_, i, i + 1, *chosen);
    return true;
}

/// "Of the 120 who began, 90 finished, a completion rate of 75%".
bool PercentageClaims::take_rate(const Reading& reading, std::size_t percent) {
    const std::size_t first = run_.of_sentence(run_.sentence[percent]).first;
    if (percent < first + 1 || !reading.base || reading.base->unsure) return false;
    const std::size_t count = percent - 1;
    const std::string_view between = run_.between(count, percent);
    const std::size_t comma = between.rfind(", a");  // "a pass rate of", "an attendance rate of"
    constexpr std::size_t longest = 40;
    const bool apposed = comma != std::string_view::npos && between.size() - comma <= longest &&
                         ends_with(between, " rate of ") &&
                         between.find_first_of(".;:(") == std::string_view::npos;
    if (!apposed || !run_.plain_count(count) || run_.quantities[percent].range ||
        (reading.base->run == &run_ && reading.base->index == count))
        return false;
    if (of_nearer_whole(*reading.base, count)) return true;
    judge_share(audit_, run_, count, percent, *reading.base);
    return true;
}

void PercentageClaims::check_sentence(std::size_t s) {
    const auto [first, last] = run_.of_sentence(s);
    const bool has_percent = std::any_of(run_.quantities.begin() + static_cast<std::ptrdiff_t>(first),
                                         run_.quantities.begin() + static_cast<std::ptrdiff_t>(last),
                                         [](const Quantity& q) { return q.kind == QuantityKind::percent; });
    if (!has_percent || last - first > most_quantities_of_a_claim) return;
    Reading reading;
    reading.base = opening_base(texts_, run_, s);
    reading.scanned = run_.sentences[s].begin;
    if (!reading.base) reading.base = carried_base(s, first);
    for (std::size_t i = first; i < last; ++i) {
        turn_to_whom(reading, i);
        if (const std::size_t taken = explicit_base(i, last); taken > 0) {
            i += taken - 1;
            continue;
        }
        if (opens_another(reading, i)) continue;
        if (take_pair(reading, i)) {
            ++i;
            continue;
        }
        if (run_.quantities[i].kind != QuantityKind::percent) continue;
        if (take_rate(reading, i)) continue;
        if (!reading.base && !reading.unsure) reading.base = bare_base(first, i);
        if (reading.base && !settled(i) && is_bare_share(run_, i, last)) {
            reading.bare_percents.push_back(i);
        } else if (!run_.bracketed[i]) {
            flush(reading);
            reading.base.reset();
            reading.unsure = true;
        }
    }
    flush(reading);
    of_whom_ = reading.base && !reading.base->by_nesting ? reading.base : std::nullopt;
    of_whom_sentence_ = s;
}

}  // namespace

void check_percentage_claims(FigureAudit& audit, const ClaimTexts& texts) {
    for (const ClaimRun& run : texts.runs) {
        if (!run.quantities.empty()) PercentageClaims(audit, texts, run).check();
    }
}

}  // namespace stet::validators

// F212: how far a number is from what it is compared with: "640 days, which is 153 days longer than the
// target of 487 days".
#include <array>

#include "compiler/base/catalogue.hpp"
#include "validators/claims_changes.hpp"
#include "validators/claims_comparisons.hpp"

namespace stet::validators {

namespace {

using prose::Quantity;
using prose::QuantityKind;

/// Which way a comparative points; 0 where that depends on what is good.
struct Comparative {
    std::string_view words;
    int sign;
};
constexpr auto comparatives = std::to_array<Comparative>({
    {" longer than ", 1}, {" more than ", 1},    {" higher than ", 1},   {" greater than ", 1},
    {" above ", 1},       {" over ", 1},         {" slower than ", 0},   {" worse than ", 0},
    {" better than ", 0}, {" quicker than ", 0}, {" faster than ", 0},   {" less than ", -1},
    {" fewer than ", -1}, {" lower than ", -1},  {" shorter than ", -1}, {" below ", -1},
    {" under ", -1},      {" away from ", 0},    {" up on ", 1},         {" down on ", -1},
});

bool exact(const Quantity& q) {
    return q.bound == prose::Bound::none && q.approximation == prose::Approximation::none && !q.range &&
           !q.compound && q.is_figure() && q.kind != QuantityKind::age;
}

/// Averages and shares are rounded to what is written, whole durations too.
Interval written(const Quantity& q) {
    return q.kind == QuantityKind::duration ? Interval::rounded(q.value, q.step) : q.interval;
}

/// Whether `size` can say how far two numbers like `q` are apart.
bool measures(const Quantity& size, const Quantity& q) {
    if (q.kind == QuantityKind::percent) return size.kind == QuantityKind::points;
    if (size.kind == QuantityKind::percent) return q.kind == QuantityKind::count;
    return size.kind == q.kind && size.unit == q.unit &&
           (q.kind == QuantityKind::count || q.kind == QuantityKind::duration ||
            q.kind == QuantityKind::money);
}

/// What may stand between a number and the comma before its distance: " on average to match a child".
bool goes_on(std::string_view words) {
    constexpr auto others =
        std::to_array<std::string_view>({"and", "but", "or", "than", "compared", "from", "while", "whereas",
                                         "although", "when", "if", "who", "whom", "against", "of"});
    constexpr std::size_t longest = 60;
    return words.size() <= longest && words.find_first_of(".,;:()") == std::string_view::npos &&
           !mentions_any(words, others);
}

/// The text may name what is compared with, and must end where its value stands: "the national target of ",
/// "the 2011-14 period (", "last year's ".
bool names_other(std::string_view text) {
    constexpr auto ends =
        std::to_array<std::string_view>({" of ", " (", " at ", "the ", "'s ", "\u2019s ", "that of ",
                                         ", when it was ", ", which is ", ", which was "});
    constexpr auto others = std::to_array<std::string_view>({"and", "or", "but", "who", "when", "in order"});
    constexpr std::size_t longest = 80;
    const std::string_view close = ending(text, ends);
    text.remove_suffix(close == " (" || close.starts_with(',') ? close.size() : 0);
    return !close.empty() && text.size() <= longest &&
           text.find_first_of(".,;:()") == std::string_view::npos && !mentions_any(text, others);
}

struct Gap {
    std::size_t size = 0;
    std::size_t other = 0;  ///< what is compared with
    std::size_t own = 0;    ///< what is compared
    int sign = 0;
    bool apart = false;  ///< the number stands in the sentence before
};

class GapClaims {
  public:
    GapClaims(FigureAudit& audit, const ClaimRun& run) : audit_(audit), run_(run) {}
    void check() {
        for (std::size_t i = 0; i < run_.quantities.size(); ++i) {
            if (!exact(run_.quantities[i]) || run_.crowded(run_.sentence[i])) continue;
            auto gap = gap_of(i);
            if (!gap) gap = exceeded_by(i);
            if (!gap) gap = between_two(i);
            if (gap) judge(*gap);
        }
    }

  private:
    [[nodiscard]] std::optional<Gap> gap_of(std::size_t size) const;
    [[nodiscard]] std::optional<std::size_t> next_figure(std::size_t i) const;
    [[nodiscard]] bool find_own(Gap& gap) const;
    [[nodiscard]] bool like_own(const Gap& gap) const;
    [[nodiscard]] bool alone(const Gap& gap) const;
    [[nodiscard]] std::optional<Gap> exceeded_by(std::size_t size) const;
    [[nodiscard]] std::optional<Gap> between_two(std::size_t size) const;
    [[nodiscard]] std::pair<Interval, std::string> truth(const Gap& gap) const;
    void judge(const Gap& gap);

    FigureAudit& audit_;
    const ClaimRun& run_;
};

/// The next quantity of the sentence that is no date.
std::optional<std::size_t> GapClaims::next_figure(std::size_t i) const {
    for (std::size_t j = i + 1; j < run_.quantities.size() && run_.sentence[j] == run_.sentence[i]; ++j) {
        const QuantityKind kind = run_.quantities[j].kind;
        if (kind != QuantityKind::date && kind != QuantityKind::period) return j;
    }
    return std::nullopt;
}

/// Whether the other number is of the kind of the one compared; a bare one takes its unit: "a target of 487".
bool GapClaims::like_own(const Gap& gap) const {
    const Quantity &own = run_.quantities[gap.own], &other = run_.quantities[gap.other];
    const bool bare = other.kind == QuantityKind::count && other.noun_begin == other.noun_end &&
                      own.kind == QuantityKind::duration;
    return exact(own) && exact(other) && (before_after(own, other) || bare) &&
           measures(run_.quantities[gap.size], own);
}

/// Whether the number that is compared is the only one of its kind before the size: of things that are
/// counted, another may be meant.
bool GapClaims::alone(const Gap& gap) const {
    const Quantity& own = run_.quantities[gap.own];
    if (own.kind != QuantityKind::count) return true;
    for (std::size_t i = run_.of_sentence(run_.sentence[gap.size]).first; i < gap.own; ++i) {
        if (run_.quantities[i].kind == QuantityKind::count) return false;
    }
    return true;
}

/// The number that is compared: directly before the size, in the sentence before, or after "at".
bool GapClaims::find_own(Gap& gap) const {
    constexpr auto joints = std::to_array<std::string_view>(
        {", which is ", ", which was ", ", which will be ", " which is ", ", that is ", ", ", " and is ",
         "; this is ", ", and this is ", " \u2013 ", ", is ", ", was ", ", are ", ", were ", " is ",
         " was "});
    constexpr auto back = std::to_array<std::string_view>({"This is ", "This was ", "It is ", "That is "});
    const std::size_t first = run_.of_sentence(run_.sentence[gap.size]).first;
    std::size_t i = gap.size;
    while (i > first && !run_.quantities[i - 1].is_figure()) --i;
    if (i > first) {
        gap.own = i - 1;
        const Quantity &own = run_.quantities[gap.own], &size = run_.quantities[gap.size];
        const std::uint32_t end =
            i == gap.size ? std::max(own.end, own.noun_end) : run_.quantities[gap.size - 1].end;
        const std::string_view between = run_.run->words(std::min(end, size.begin), size.begin);
        // "At 59%, the share is 30 percentage points below ..."
        constexpr auto verbs =
            std::to_array<std::string_view>({" is ", " was ", " remains ", " are ", " were "});
        const bool opens = i == gap.size && run_.before(gap.own) == "At " && begins_with(between, ", ") &&
                           !ending(between, verbs).empty() && between.find(',', 1) == std::string_view::npos;
        // "It takes 176 days on average to match a child, which is 55 days more than"
        constexpr auto asides = std::to_array<std::string_view>(
            {", which is ", ", which was ", "; this is ", ", is ", ", was ", ", "});
        const std::string_view aside =
            i == gap.size && alone(gap) ? ending(between, asides) : std::string_view();
        const bool apart = !aside.empty() && goes_on(between.substr(0, between.size() - aside.size()));
        return (opens || apart || names_measure(run_.before(gap.own), between) ||
                std::find(joints.begin(), joints.end(), between) != joints.end()) &&
               run_.bracketed[gap.own] == run_.bracketed[gap.size] && like_own(gap);
    }
    const std::string_view lead = run_.before(gap.size);
    if (std::find(back.begin(), back.end(), lead) != back.end() && run_.sentence[gap.size] > 0) {
        const auto [begin, end] = run_.of_sentence(run_.sentence[gap.size] - 1);
        const auto own = only_comparable(run_, begin, end, run_.quantities[gap.other]);
        gap.own = own.value_or(0), gap.apart = true;
        return own && like_own(gap);
    }
    const auto own = next_figure(gap.other);
    const std::string_view between = own ? run_.between(*own - 1, *own) : std::string_view();
    gap.own = own.value_or(0);
    return own && between.size() <= 40 && ends_with(between, ", at ") && like_own(gap);
}

std::optional<Gap> GapClaims::gap_of(std::size_t size) const {
    const Quantity& q = run_.quantities[size];
    const auto other = next_figure(size);
    if (!other || run_.bracketed[size]) return std::nullopt;
    const std::uint32_t from = std::max(q.end, q.noun_end), to = run_.quantities[*other].begin;
    const std::string_view between = run_.run->words(std::min(from, to), to);
    for (const Comparative& comparative : comparatives) {
        if (!begins_with(between, comparative.words)) continue;
        Gap gap{size, *other, 0, comparative.sign};
        const bool named = names_other(between.substr(comparative.words.size()));
        return named && find_own(gap) ? std::optional(gap) : std::nullopt;
    }
    return std::nullopt;
}

/// "The average of 697 days exceeds the threshold of 608 days by 89 days".
std::optional<Gap> GapClaims::exceeded_by(std::size_t size) const {
    constexpr auto verbs = std::to_array<Comparative>({{" exceeds ", 1},
                                                       {" exceeded ", 1},
                                                       {" exceed ", 1},
                                                       {" missed ", 0},
                                                       {" misses ", 0},
                                                       {" falls short of ", -1},
                                                       {" fell short of ", -1}});
    const std::size_t first = run_.of_sentence(run_.sentence[size]).first;
    if (size < first + 2 || run_.bracketed[size]) return std::nullopt;
    const Quantity& other = run_.quantities[size - 1];
    const std::uint32_t end = std::max(other.end, other.noun_end), begin = run_.quantities[size].begin;
    if (run_.run->words(std::min(end, begin), begin) != " by ") return std::nullopt;
    const std::string_view between = run_.between(size - 2, size - 1);
    for (const Comparative& verb : verbs) {
        const std::size_t at = between.find(verb.words);
        if (at == std::string_view::npos) continue;
        const Gap gap{size, size - 1, size - 2, verb.sign};
        const bool joined =
            goes_on(between.substr(0, at)) && names_other(between.substr(at + verb.words.size()));
        return joined && like_own(gap) ? std::optional(gap) : std::nullopt;
    }
    return std::nullopt;
}

/// "The gap between boys (38%) and girls (80%) is 42 percentage points", "At 29% and 41% respectively, they
/// differ by 12 points".
std::optional<Gap> GapClaims::between_two(std::size_t size) const {
    constexpr auto verbs = std::to_array<std::string_view>({" is ", " was ", " stands at ", " stood at "});
    constexpr auto differ = std::to_array<std::string_view>({" differ by ", " differed by "});
    constexpr auto gaps = std::to_array<std::string_view>({"gap between", "difference between"});
    const auto [first, last] = run_.of_sentence(run_.sentence[size]);
    const std::string_view lead = run_.before(size);
    if (size != first + 2 || run_.quantities[size].kind != QuantityKind::points || run_.bracketed[size] ||
        run_.quantities[first].kind != QuantityKind::percent ||
        run_.quantities[first + 1].kind != QuantityKind::percent || !exact(run_.quantities[first]) ||
        !exact(run_.quantities[first + 1]))
        return std::nullopt;
    for (std::size_t i = size + 1; i < last; ++i) {
        if (run_.quantities[i].kind == QuantityKind::percent) return std::nullopt;
    }
    const bool differs =
        !ending(lead, differ).empty() && find_words(lead, "respectively") != std::string_view::npos;
    const bool apart = !ending(lead, verbs).empty() && mentions_any(run_.before(first), gaps);
    return differs || apart ? std::optional(Gap{size, first, first + 1, 0}) : std::nullopt;
}

/// How far the number is from the other: "153 days", "20%", and what that may be unrounded.
std::pair<Interval, std::string> GapClaims::truth(const Gap& gap) const {
    const Quantity &own = run_.quantities[gap.own], &other = run_.quantities[gap.other],
                   &size = run_.quantities[gap.size];
    const Rational difference = (own.value - other.value).abs();
    if (size.kind == QuantityKind::percent) {
        const Rational relative =
            other.value > Rational(0) ? Rational(100) * difference / other.value : Rational::unknown();
        return {Interval::point(relative), shown(relative, size.decimals + 1) + "%"};
    }
    const std::string unit = own.kind == QuantityKind::percent ? "percentage points" : unit_name(own);
    const Interval apart =
        own.value < other.value ? written(other) - written(own) : written(own) - written(other);
    return {apart, shown(difference, 1) + (unit.empty() ? "" : " " + unit)};
}

void GapClaims::judge(const Gap& gap) {
    const Quantity &own = run_.quantities[gap.own], &other = run_.quantities[gap.other];
    const auto [apart, written_gap] = truth(gap);
    if (!apart.known()) return;
    const bool wrong_way = gap.sign != 0 && movement(other, own) != gap.sign;
    const Verdict verdict = meet(apart, written(run_.quantities[gap.size]));
    const std::string sum = "the difference is " + written_gap;
    if (verdict == Verdict::undecided) return;
    if (verdict == Verdict::agrees && !wrong_way) {
        for (const std::size_t i : {gap.own, gap.size, gap.other}) audit_.agrees(run_.id, i, sum);
        return;
    }
    audit_.conflicts(run_.id, gap.size, sum, "");
    Diagnostic& diagnostic =
        verdict == Verdict::agrees
            ? audit_.diagnostics.add(run_.place(gap.size), diag::comparison_wrong, run_.words(gap.own),
                                     gap.sign > 0 ? "more" : "less", run_.words(gap.other))
            : audit_.diagnostics.add(run_.place(gap.size), diag::change_amount_wrong, run_.words(gap.other),
                                     run_.words(gap.own), "a difference", written_gap, run_.words(gap.size));
    diagnostic.relate(run_.place(gap.own), "the number that is compared stands here");
    if (gap.apart) diagnostic.severity = Severity::query;
}

}  // namespace

void check_gap_claims(FigureAudit& audit, const ClaimTexts& texts) {
    for (const ClaimRun& run : texts.runs) {
        if (run.quantities.size() > 1) GapClaims(audit, run).check();
    }
}

}  // namespace stet::validators

// F207: "higher than the average of ..." held against the two numbers.
#include "validators/claims_comparisons.hpp"

#include <algorithm>
#include <array>

#include "compiler/base/catalogue.hpp"
#include "validators/claims_changes.hpp"

namespace stet::validators {

namespace {

using prose::Quantity;
using prose::QuantityKind;

struct Comparative {
    std::string_view words;
    int sign;  ///< 0 where it depends on what is good
};
constexpr auto comparatives = std::to_array<Comparative>({
    {"higher than", 1},
    {"greater than", 1},
    {"longer than", 1},
    {"larger than", 1},
    {"above", 1},
    {"exceeds", 1},
    {"exceeded", 1},
    {"exceeding", 1},
    {"more than", 1},
    {"lower than", -1},
    {"less than", -1},
    {"fewer than", -1},
    {"shorter than", -1},
    {"smaller than", -1},
    {"below", -1},
    {"high compared with", 1},
    {"high compared to", 1},
    {"low compared with", -1},
    {"low compared to", -1},
    {"better than", 0},
    {"worse than", 0},
});
/// Of durations only.
constexpr auto paces = std::to_array<Comparative>({
    {"slower than", 1},
    {"quicker than", -1},
    {"faster than", -1},
});

bool is_pace(const Comparative& comparative) {
    return std::any_of(paces.begin(), paces.end(),
                       [&](const Comparative& p) { return p.words == comparative.words; });
}

constexpr auto doubt = std::to_array<std::string_view>(
    {"not", "no", "neither", "nor", "slightly", "times", "similar", "if", "whether"});

/// Whether a comparative may say how well something is done: "performance, at 519 days, is below the target".
bool tells_quality(const Comparative& comparative, std::string_view lead) {
    constexpr auto measuring = std::to_array<std::string_view>({"longer than", "shorter than", "fewer than"});
    constexpr auto words =
        std::to_array<std::string_view>({"performance", "performs", "performed", "performing", "timeliness",
                                         "this measure", "this indicator", "progress", "outcomes"});
    return std::find(measuring.begin(), measuring.end(), comparative.words) == measuring.end() &&
           mentions_any(lead, words);
}

/// Which way "better" and "worse" point: fewer days are better, and a larger share of what is done in time.
int settled_sign(const Comparative& comparative, const Quantity& like, std::string_view sentence) {
    if (comparative.sign != 0) return comparative.sign;
    const int better = like.kind == QuantityKind::duration                              ? -1
                       : like.kind == QuantityKind::percent && more_is_better(sentence) ? 1
                                                                                        : 0;
    return begins_with(comparative.words, "better") ? better : -better;
}

class ComparisonClaims {
  public:
    ComparisonClaims(FigureAudit& audit, const ClaimRun& run)
        : audit_(audit), run_(run), subjects_(run.sentences.size()) {}
    void check() {
        for (std::size_t s = 0; s < run_.sentences.size(); ++s) check_sentence(s);
    }

  private:
    void check_sentence(std::size_t s);
    void check_at(std::size_t s, std::size_t at, const Comparative& comparative);
    void check_own(std::size_t s, std::size_t own);
    void check_therefore(std::size_t other);
    void check_which_is(std::size_t s, std::size_t other);
    [[nodiscard]] std::optional<std::size_t> subject(std::size_t s, std::size_t at,
                                                     const Quantity& like) const;
    [[nodiscard]] bool says_value(std::size_t i) const;
    [[nodiscard]] std::optional<std::size_t> nearest_subject(std::size_t s, std::size_t at,
                                                             const Quantity& like) const;
    [[nodiscard]] std::optional<std::size_t> following_subject(std::size_t s, std::size_t i,
                                                               std::size_t at) const;
    void others(std::size_t about, std::size_t i, std::string_view between, const Comparative& comparative,
                bool conflict);
    bool judge(std::size_t subject, std::size_t value, const Comparative& comparative, bool told);

    FigureAudit& audit_;
    const ClaimRun& run_;
    std::vector<std::optional<std::size_t>> subjects_;  ///< what each sentence compared
    std::vector<std::size_t> compared_with_;  ///< the values that the sentence has compared with so far
    Severity severity_ = Severity::error;     ///< of a conflict in the comparison that is read
};

/// "The figure was 42% ...": a number after a verb of being is what its sentence is about.
bool ComparisonClaims::says_value(std::size_t i) const {
    constexpr auto verbs =
        std::to_array<std::string_view>({" is ", " was ", " at ", " stands at ", " stood at "});
    return !ending(run_.before(i), verbs).empty();
}

/// Of several numbers before the comparative the one right before it, unless others were compared with that:
/// then what these were ("higher than the average of 11% but lower than").
std::optional<std::size_t> ComparisonClaims::nearest_subject(std::size_t s, std::size_t at,
                                                             const Quantity& like) const {
    std::size_t i = run_.of_sentence(s).second;
    while (i > run_.of_sentence(s).first && run_.quantities[i - 1].end > at) --i;
    if (i == run_.of_sentence(s).first || !run_.quantities[--i].is_figure()) return std::nullopt;
    const Quantity& q = run_.quantities[i];
    const std::string_view between = run_.run->words(q.end, static_cast<std::uint32_t>(at));
    if (between.size() > longest_gap || !only_links(between)) return std::nullopt;
    if (std::find(compared_with_.begin(), compared_with_.end(), i) != compared_with_.end())
        return subjects_[s];
    constexpr auto joints =
        std::to_array<std::string_view>({"and", "but", "though", "although", "yet", "while"});
    const bool own =
        !run_.bracketed[i] && !mentions_any(between, joints) && (same_unit(q, like) || borrows_unit(like, q));
    return own ? std::optional(i) : std::nullopt;
}

/// The only number of that kind before the comparative; where there is none and the sentence points back
/// ("This is ..."), what the sentence before compared, or its only one.
std::optional<std::size_t> ComparisonClaims::subject(std::size_t s, std::size_t at,
                                                     const Quantity& like) const {
    const auto only = [&](std::size_t first, std::size_t last, std::size_t end, bool bracketed = false) {
        std::optional<std::size_t> found;
        for (std::size_t i = first; i < last && run_.quantities[i].end <= end; ++i) {
            const Quantity& q = run_.quantities[i];
            const bool label = q.kind == QuantityKind::count && q.in_words && q.noun_begin == q.noun_end;
            if (run_.bracketed[i] != bracketed || label || !(same_unit(q, like) || borrows_unit(like, q)))
                continue;
            if (found) return std::pair(true, std::optional<std::size_t>());
            found = i;
        }
        return std::pair(found.has_value(), found);
    };
    const auto [first, last] = run_.of_sentence(s);
    const auto [any, here] = only(first, last, at);
    if (here && std::find(compared_with_.begin(), compared_with_.end(), *here) != compared_with_.end())
        return subjects_[s];
    if (any && here && !compared_by(run_, *here, at, like)) return std::nullopt;
    if (any && here) {
        // "Four points greater than" is an amount; a subject has a verb or a comma after it.
        constexpr auto verbs =
            std::to_array<std::string_view>({"is", "are", "was", "were", "which", "that", "remains", "this",
                                             "exceeds", "exceeded", "falls", "fell"});
        const std::string_view between = run_.run->words(run_.quantities[*here].end,
                                                         static_cast<std::uint32_t>(at)),
                               comparative = run_.text().substr(at, 7);
        constexpr auto turned = std::to_array<std::string_view>(
            {"which the", "which it", "which its", "which they", "which this", "that the", "that it"});
        if (mentions_any(between, turned)) return std::nullopt;  // "a rate that the council was below"
        constexpr auto relatives = std::to_array<std::string_view>({"which", "this", "that"});
        // "was 42% in 2013 and above the average": the verb goes on.
        constexpr auto joints = std::to_array<std::string_view>(
            {" and ", " but ", " and well ", " and slightly ", " and significantly "});
        const bool aside = between.find(',') != std::string_view::npos || mentions_any(between, relatives) ||
                           (says_value(*here) && !ending(between, joints).empty() &&
                            find_words(between, "than") == std::string_view::npos);
        if (!aside && !mentions_any(between, verbs) && !begins_with(comparative, "exceed"))
            return std::nullopt;
        // "40% of schools are below the floor of 35%" compares the schools, not their share.
        const Quantity& q = run_.quantities[*here];
        if (!aside && (begins_with(between, " of ") || q.noun_begin < q.noun_end)) return std::nullopt;
    }
    if (any) return here ? here : nearest_subject(s, at, like);
    // "70 (23%) ..., higher than the 28% ..."
    if (const auto inside = only(first, last, at, true); inside.second) return inside.second;
    const std::string_view sentence = run_.run->words(run_.sentences[s].begin, run_.sentences[s].end);
    if (!points_back(sentence) || s == 0) return std::nullopt;
    if (const auto& before = subjects_[s - 1]; before && comparable(run_.quantities[*before], like))
        return before;
    const auto [before_first, before_last] = run_.of_sentence(s - 1);
    return only(before_first, before_last, run_.sentences[s - 1].end).second;
}

/// True for a conflict. Where the same comparison was told just now, the conflict joins that report.
bool ComparisonClaims::judge(std::size_t a, std::size_t b, const Comparative& comparative, bool told) {
    const std::string_view word = comparative.words.substr(0, comparative.words.find(' '));
    const bool lasts =
        word == "longer" || word == "shorter" || is_pace(comparative) ||
        ((word == "better" || word == "worse") && run_.quantities[a].kind == QuantityKind::duration);
    const Order order{comparative.sign,
                      comparative.sign > 0 ? (lasts ? "longer" : "higher") : (lasts ? "shorter" : "lower")};
    return judge_order(audit_, run_, a, b, order, severity_, told);
}

/// The value that a comparative is bound to: "... than the average of 18%" or "... than the average (18%)".
void ComparisonClaims::check_at(std::size_t s, std::size_t at, const Comparative& comparative) {
    const auto [first, last] = run_.of_sentence(s);
    const std::size_t after = at + comparative.words.size();
    const std::string_view text = run_.text();
    const std::uint32_t clause_begin = run_.sentences[s].begin;
    const std::size_t comma = text.substr(clause_begin, at - clause_begin).find_last_of(",;");
    const std::string_view lead =
        text.substr(comma == std::string_view::npos ? clause_begin : clause_begin + comma,
                    at - (comma == std::string_view::npos ? clause_begin : clause_begin + comma));
    if (mentions_any(lead, doubt)) return;
    for (std::size_t i = first; i < last; ++i) {
        const Quantity& q = run_.quantities[i];
        if (!begins_with(comparative.words, "exceed") && (q.end == at || q.end + 1 == at))
            return;                               // "5% higher than": an amount, not a subject
        if (q.begin <= at && at < q.end) return;  // "less than a third (31%)": a bound
        if (q.begin < after) continue;
        std::string_view between = text.substr(after, q.begin - after);
        constexpr auto known =
            std::to_array<std::string_view>({" it ", " it,", " them ", " them,", " this "});
        if (!beginning(between, known).empty()) return;  // "above it in July (96%)": named before
        constexpr auto said = std::to_array<std::string_view>(
            {", which is ", ", which was ", ", which stands at ", ", which stood at ", ", at "});
        if (const std::string_view apposed = ending(between, said); !apposed.empty()) {
            between.remove_suffix(apposed.size());
            if (between.find(',') == std::string_view::npos) between = " of ";
        }
        if (between.size() > longest_gap || between.find_first_of(".;,") != std::string_view::npos) return;
        if (!q.is_figure()) continue;
        const auto bound = binding(between);
        const Comparative settled{comparative.words, settled_sign(comparative, q, run_.sentence_text(s))};
        if (bound == Binding::none || settled.sign == 0) return;
        auto about = subject(s, at, q);
        const bool follows = !about;
        if (follows) about = following_subject(s, i, at);
        if (!about || !can_compare(run_.quantities[*about], q)) return;
        if (is_pace(comparative) && q.kind != QuantityKind::duration) return;
        const bool sure = bound == Binding::firm && same_unit(run_.quantities[*about], q) && !follows &&
                          comparative.sign != 0;
        severity_ = sure ? Severity::error : Severity::query;
        subjects_[s] = about;
        // Whether "below" means "worse" where the numbers go the other way, only a person can say.
        const bool apart = movement(q, run_.quantities[*about]) != settled.sign;
        if (apart && tells_quality(comparative, text.substr(clause_begin, at - clause_begin))) {
            if (q.kind != QuantityKind::percent) return;
            severity_ = Severity::query;
        }
        others(*about, i, between, settled, judge(*about, i, settled, false));
        return;
    }
}

/// "below the target of 90%, at 94%": the number compared stands after the value, and none before.
std::optional<std::size_t> ComparisonClaims::following_subject(std::size_t s, std::size_t i,
                                                               std::size_t at) const {
    const auto [first, last] = run_.of_sentence(s);
    for (std::size_t j = first; j < last && run_.quantities[j].end <= at; ++j) {
        if (same_unit(run_.quantities[j], run_.quantities[i])) return std::nullopt;
    }
    if (i + 1 >= last || run_.bracketed[i] || !same_unit(run_.quantities[i + 1], run_.quantities[i]))
        return std::nullopt;
    return run_.between(i, i + 1) == ", at " ? std::optional(i + 1) : std::nullopt;
}

/// "both the average (647 days) and that of others (636 days)", "the average of 18% and the target of 20%":
/// the values after the first.
void ComparisonClaims::others(std::size_t about, std::size_t i, std::string_view between,
                              const Comparative& comparative, bool conflict) {
    compared_with_.push_back(i);
    const auto [first, last] = run_.of_sentence(run_.sentence[i]);
    for (std::size_t next = i + 1; next < last && run_.bracketed[i] == run_.bracketed[next]; ++next) {
        const std::string_view gap = run_.between(next - 1, next);
        const bool both =
            begins_with(between, " both ") && gap.size() <= longest_gap && begins_with(gap, ") and ");
        if (!(both || joins_values(gap)) || !can_compare(run_.quantities[about], run_.quantities[next]))
            return;
        conflict = judge(about, next, comparative, conflict) || conflict;
        compared_with_.push_back(next);
    }
}

/// "The rate is higher at 12%, compared with 9% nationally"; "it is even higher at 44%" after the sentence
/// that gives what it is higher than.
void ComparisonClaims::check_own(std::size_t s, std::size_t own) {
    constexpr auto said = std::to_array<std::string_view>({", at ", " at "});
    std::string_view lead = run_.before(own);
    if (ending(lead, said).empty()) return;
    lead.remove_suffix(ending(lead, said).size());
    const bool still = ends_with(lead, " still");  // "lower still, at 5%"
    if (still) lead.remove_suffix(6);
    constexpr auto up = std::to_array<std::string_view>({" higher", " greater", " longer"});
    constexpr auto down = std::to_array<std::string_view>({" lower", " smaller", " shorter"});
    const int sign = !ending(lead, up).empty() ? 1 : !ending(lead, down).empty() ? -1 : 0;
    if (sign == 0 || mentions_any(lead, doubt)) return;
    const Comparative comparative{sign > 0 ? "higher than" : "lower than", sign};
    const bool even = still || (lead.size() > 12 && ends_with(lead.substr(0, lead.rfind(' ')), " even"));
    if (even) {
        std::optional<std::size_t> found;
        for (std::size_t i = run_.of_sentence(s - std::min<std::size_t>(s, 2)).first; i < own; ++i) {
            if (!can_compare(run_.quantities[i], run_.quantities[own])) continue;
            if (found) return;
            found = i;
        }
        severity_ = Severity::query;
        if (found) judge(own, *found, comparative, false);
        return;
    }
    constexpr auto against = std::to_array<std::string_view>(
        {" compared with ", " compared to ", " against ", " compared with the national ", " than "});
    if (own + 1 >= run_.quantities.size() || run_.sentence[own + 1] != s) return;
    const std::string_view between = run_.between(own, own + 1);
    severity_ = Severity::error;
    if (between.size() <= 60 && !ending(between, against).empty() &&
        can_compare(run_.quantities[own], run_.quantities[own + 1]))
        judge(own, own + 1, comparative, false);
}

/// "The figure is 22%, against 28% for England, and is therefore lower.", "16% (the average is 17%), which is
/// lower than elsewhere."
void ComparisonClaims::check_therefore(std::size_t other) {
    constexpr auto verdicts =
        std::to_array<std::string_view>({" and is therefore ", " and is thus ", " and is ", " and so is ",
                                         " which is ", " so performance is ", " so it is ", " so this is "});
    if (other == 0 || run_.sentence[other - 1] != run_.sentence[other] ||
        !joins_compared(run_.between(other - 1, other)))
        return;
    const std::string_view after = run_.after(other);
    const std::size_t comma = after.find(',');
    const bool bracket = run_.bracketed[other] && !run_.bracketed[other - 1];
    if (comma == std::string_view::npos || bracket != begins_with(after, "),") ||
        beginning(after.substr(comma + 1), verdicts).empty())
        return;
    const std::string_view verdict = after.substr(comma + 1);
    const int sign = verdict.find(',') == std::string_view::npos ? closing_comparative(verdict) : 0;
    severity_ = begins_with(verdict, " which is ") ? Severity::query : Severity::error;
    if (sign != 0 && !mentions_any(after, doubt) &&
        can_compare(run_.quantities[other - 1], run_.quantities[other]))
        judge(other - 1, other, {sign > 0 ? "higher than" : "lower than", sign}, false);
}

/// "Aldermere reports 80 days. The national figure is 14 days, which is lower.": each sentence has one
/// figure.
void ComparisonClaims::check_which_is(std::size_t s, std::size_t other) {
    constexpr auto subjects = std::to_array<std::string_view>(
        {"national", "England", "regional", "average", "neighbours", "comparators", "previous"});
    const auto [first, last] = run_.of_sentence(s);
    if (s == 0 || last != first + 1 || !mentions_any(run_.before(other), subjects)) return;
    const std::string_view after = run_.after(other);
    const int sign = begins_with(after, ", which is ") ? closing_comparative(after) : 0;
    if (sign == 0 || std::count(after.begin(), after.end(), ' ') != 3) return;
    const auto [before_first, before_last] = run_.of_sentence(s - 1);
    if (before_last != before_first + 1 ||
        !can_compare(run_.quantities[before_first], run_.quantities[other]))
        return;
    severity_ = Severity::query;
    judge(other, before_first, {sign > 0 ? "higher than" : "lower than", sign}, false);
}

void ComparisonClaims::check_sentence(std::size_t s) {
    const auto [first, last] = run_.of_sentence(s);
    if (first == last || last - first > most_quantities_of_a_claim) return;
    const std::string_view text = run_.text().substr(0, run_.sentences[s].end);
    std::vector<std::pair<std::size_t, const Comparative*>> found;
    const auto find = [&](const Comparative& comparative) {
        for (std::size_t at = find_words(text, comparative.words, run_.sentences[s].begin);
             at != std::string_view::npos && found.size() < most_quantities_of_a_claim;
             at = find_words(text, comparative.words, at + 1))
            found.emplace_back(at, &comparative);
    };
    std::for_each(comparatives.begin(), comparatives.end(), find);
    std::for_each(paces.begin(), paces.end(), find);
    std::sort(found.begin(), found.end());
    compared_with_.clear();
    for (const auto& [at, comparative] : found) check_at(s, at, *comparative);
    for (std::size_t i = first; i < last; ++i) {
        check_own(s, i);
        check_therefore(i);
        check_which_is(s, i);
    }
}

}  // namespace

void check_comparison_claims(FigureAudit& audit, const ClaimTexts& texts) {
    for (const ClaimRun& run : texts.runs) {
        if (!run.quantities.empty()) ComparisonClaims(audit, run).check();
    }
}

}  // namespace stet::validators

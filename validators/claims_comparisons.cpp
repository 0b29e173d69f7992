// F207: "higher than the average of ..." held against the two numbers.
#include <algorithm>
#include <array>

#include "compiler/base/catalogue.hpp"
#include "validators/claims_changes.hpp"

namespace stet::validators {

namespace {

using prose::Quantity;

struct Comparative {
    std::string_view words;
    int sign;
};
constexpr auto comparatives = std::to_array<Comparative>({
    {"higher than", 1},
    {"greater than", 1},
    {"longer than", 1},
    {"above", 1},
    {"exceeds", 1},
    {"exceeded", 1},
    {"more than", 1},
    {"lower than", -1},
    {"less than", -1},
    {"fewer than", -1},
    {"shorter than", -1},
    {"smaller than", -1},
    {"below", -1},
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

bool exact(const Quantity& q) {
    return q.bound == prose::Bound::none && q.approximation == prose::Approximation::none && !q.range &&
           !q.compound && q.is_figure();
}

/// Whether a comparative may say how well something is done: "performance, at 519 days, is below the target".
bool tells_quality(const Comparative& comparative, std::string_view lead) {
    constexpr auto measuring = std::to_array<std::string_view>({"longer than", "shorter than", "fewer than"});
    constexpr auto words =
        std::to_array<std::string_view>({"performance", "performs", "performed", "performing", "timeliness",
                                         "this measure", "this indicator", "progress", "outcomes"});
    return std::find(measuring.begin(), measuring.end(), comparative.words) == measuring.end() &&
           mentions_any(lead, words);
}

bool can_compare(const Quantity& a, const Quantity& b) {
    return exact(a) && exact(b) && comparable(a, b) && a.unit == b.unit;
}

/// How surely a value belongs to what a comparative compares with.
enum class Binding : std::uint8_t { none, loose, firm };

/// `text` stands between the comparative and the value: "the average of", "the average (", "the 28% ...";
/// loose where "at" may name either side.
Binding binding(std::string_view text) {
    if (text.ends_with(" of ") || text.ends_with(" (")) return Binding::firm;
    if (text.ends_with(" at ")) return Binding::loose;
    const auto words = std::count(text.begin(), text.end(), ' ') - 1;
    constexpr auto others =
        std::to_array<std::string_view>({"in", "for", "by", "who", "which", "was", "were"});
    const bool names = text.starts_with(" the ") || text.starts_with(" its ");
    return names && words <= 4 && !mentions_any(text, others) ? Binding::firm : Binding::none;
}

/// Whether what stands between a number and its comparative leaves it the one that is compared: not "when 9%
/// moved, this is lower", nor "from 1,469 to 1,831, and at 56.7 per 10,000 is above 52.2", where the last has
/// no unit.
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
    bool judge(std::size_t subject, std::size_t value, const Comparative& comparative, bool told);

    FigureAudit& audit_;
    const ClaimRun& run_;
    std::vector<std::optional<std::size_t>> subjects_;  ///< what each sentence compared
    Severity severity_ = Severity::error;               ///< of a conflict in the comparison that is read
};

/// "The figure was 42% ...": a number after a verb of being is what its sentence is about.
bool ComparisonClaims::says_value(std::size_t i) const {
    constexpr auto verbs =
        std::to_array<std::string_view>({" is ", " was ", " at ", " stands at ", " stood at "});
    return !ending(run_.before(i), verbs).empty();
}

/// The only number of that kind before the comparative; where there is none and the sentence points back
/// ("This is ..."), what the sentence before compared, or its only one.
std::optional<std::size_t> ComparisonClaims::subject(std::size_t s, std::size_t at,
                                                     const Quantity& like) const {
    const auto only = [&](std::size_t first, std::size_t last, std::size_t end, bool bracketed = false) {
        std::optional<std::size_t> found;
        for (std::size_t i = first; i < last && run_.quantities[i].end <= end; ++i) {
            if (run_.bracketed[i] != bracketed || !comparable(run_.quantities[i], like) ||
                run_.quantities[i].unit != like.unit)
                continue;
            if (found) return std::pair(true, std::optional<std::size_t>());
            found = i;
        }
        return std::pair(found.has_value(), found);
    };
    const auto [first, last] = run_.of_sentence(s);
    const auto [any, here] = only(first, last, at);
    if (any && here && !compared_by(run_, *here, at, like)) return std::nullopt;
    if (any && here) {
        // "Four points greater than" is an amount; a subject has a verb or a comma after it.
        constexpr auto verbs = std::to_array<std::string_view>(
            {"is", "are", "was", "were", "which", "that", "remains", "this", "exceeds", "exceeded"});
        const std::string_view between =
            run_.run->words(run_.quantities[*here].end, static_cast<std::uint32_t>(at));
        constexpr auto relatives = std::to_array<std::string_view>({"which", "this", "that"});
        // "was 42% in 2013 and above the average": the verb goes on.
        constexpr auto joints = std::to_array<std::string_view>(
            {" and ", " but ", " and well ", " and slightly ", " and significantly "});
        const bool aside = between.find(',') != std::string_view::npos || mentions_any(between, relatives) ||
                           (says_value(*here) && !ending(between, joints).empty() &&
                            find_words(between, "than") == std::string_view::npos);
        if (!aside && !mentions_any(between, verbs)) return std::nullopt;
        // "40% of schools are below the floor of 35%" compares the schools, not their share.
        const Quantity& q = run_.quantities[*here];
        if (!aside && (begins_with(between, " of ") || q.noun_begin < q.noun_end)) return std::nullopt;
    }
    if (any) return here;
    // "70 (23%) ..., higher than the 28% ..."
    if (const auto inside = only(first, last, at, true); inside.second) return inside.second;
    const std::string_view sentence = run_.run->words(run_.sentences[s].begin, run_.sentences[s].end);
    const bool points_back = sentence.starts_with("This is ") || sentence.starts_with("It is ") ||
                             sentence.starts_with("This was ");
    if (!points_back || s == 0) return std::nullopt;
    if (const auto& before = subjects_[s - 1]; before && comparable(run_.quantities[*before], like))
        return before;
    const auto [before_first, before_last] = run_.of_sentence(s - 1);
    return only(before_first, before_last, run_.sentences[s - 1].end).second;
}

/// True for a conflict. Where the same comparison was told just now, the conflict joins that report.
bool ComparisonClaims::judge(std::size_t a, std::size_t b, const Comparative& comparative, bool told) {
    const Quantity &one = run_.quantities[a], &other = run_.quantities[b];
    // Rounded values that touch may still stand in either order.
    const Interval &low = comparative.sign > 0 ? other.interval : one.interval,
                   &high = comparative.sign > 0 ? one.interval : other.interval;
    if (!low.known() || !high.known() || !low.low || !high.high) return false;
    const bool holds = comparative.sign > 0 ? one.value > other.value : one.value < other.value;
    if (!holds && *low.low < *high.high) return false;
    const std::string_view word = comparative.words.substr(0, comparative.words.find(' '));
    if (holds) {
        const std::string sum =
            run_.words(a) + (comparative.sign > 0 ? " is more than " : " is less than ") + run_.words(b);
        audit_.possible(run_.id, a, sum);
        audit_.possible(run_.id, b, sum);
        return false;
    }
    const bool lasts = word == "longer" || word == "shorter" || is_pace(comparative);
    const std::string plain =
        comparative.sign > 0 ? (lasts ? "longer" : "higher") : (lasts ? "shorter" : "lower");
    audit_.conflicts(run_.id, a, "it is not " + plain + " than " + run_.words(b), "");
    audit_.conflicts(run_.id, b, run_.words(a) + " is not " + plain + " than it", "");
    if (told) {
        audit_.diagnostics.all().back().relate(
            run_.place(b), run_.words(a) + " is not " + plain + " than " + run_.words(b) + " either");
        return true;
    }
    audit_.diagnostics.add(run_.place(b), diag::comparison_wrong, run_.words(a), plain, run_.words(b))
        .relate(run_.place(a), "the number that is compared stands here")
        .severity = severity_;
    return true;
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
        if (q.end == at || (q.end + 1 == at)) return;  // "5% higher than": an amount, not a subject
        if (q.begin <= at && at < q.end) return;       // "less than a third (31%)": a bound
        if (q.begin < after) continue;
        std::string_view between = text.substr(after, q.begin - after);
        constexpr auto said = std::to_array<std::string_view>(
            {", which is ", ", which was ", ", which stands at ", ", which stood at ", ", at "});
        if (const std::string_view apposed = ending(between, said); !apposed.empty()) {
            between.remove_suffix(apposed.size());
            if (between.find(',') == std::string_view::npos) between = " of ";
        }
        if (between.size() > 60 || between.find_first_of(".;,") != std::string_view::npos) return;
        if (!q.is_figure()) continue;
        const auto bound = binding(between);
        severity_ = bound == Binding::loose ? Severity::query : Severity::error;
        const auto about = bound != Binding::none ? subject(s, at, q) : std::nullopt;
        if (!about || !can_compare(run_.quantities[*about], q)) return;
        if (is_pace(comparative) && q.kind != prose::QuantityKind::duration) return;
        subjects_[s] = about;
        // Whether "below" means "worse" where the numbers go the other way, only a person can say.
        const bool apart = movement(q, run_.quantities[*about]) != comparative.sign;
        if (apart && tells_quality(comparative, text.substr(clause_begin, at - clause_begin))) {
            if (q.kind != prose::QuantityKind::percent) return;
            severity_ = Severity::query;
        }
        const bool conflict = judge(*about, i, comparative, false);
        // "both the average (647 days) and that of others (636 days)", "the average of 18% and the target of
        // 20%"
        const std::string_view gap = i + 1 < last ? run_.between(i, i + 1) : std::string_view();
        const bool second = gap.size() <= 60 && run_.bracketed[i] == run_.bracketed[i + 1] &&
                            ((between.starts_with(" both ") && gap.starts_with(") and ")) ||
                             (gap.starts_with(" and the ") && gap.ends_with(" of ")));
        if (second && can_compare(run_.quantities[*about], run_.quantities[i + 1]))
            judge(*about, i + 1, comparative, conflict);
        return;
    }
}

/// "The rate is higher at 12%, compared with 9% nationally"; "it is even higher at 44%" after the sentence
/// that gives what it is higher than.
void ComparisonClaims::check_own(std::size_t s, std::size_t own) {
    std::string_view lead = run_.before(own);
    if (!ends_with(lead, " at ")) return;
    lead.remove_suffix(4);
    constexpr auto up = std::to_array<std::string_view>({" higher", " greater", " longer"});
    constexpr auto down = std::to_array<std::string_view>({" lower", " smaller", " shorter"});
    const int sign = !ending(lead, up).empty() ? 1 : !ending(lead, down).empty() ? -1 : 0;
    if (sign == 0 || mentions_any(lead, doubt)) return;
    const Comparative comparative{sign > 0 ? "higher than" : "lower than", sign};
    const bool even = lead.size() > 12 && ends_with(lead.substr(0, lead.rfind(' ')), " even");
    if (even && s > 0) {
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

/// The way that "higher" or "lower" points, where a clause ends with it.
int closing_comparative(std::string_view clause) {
    constexpr auto up = std::to_array<std::string_view>({" higher", " greater", " longer"});
    constexpr auto down = std::to_array<std::string_view>({" lower", " smaller", " shorter"});
    clause.remove_suffix(clause.ends_with('.') || clause.ends_with(';') ? 1 : 0);
    return !ending(clause, up).empty() ? 1 : !ending(clause, down).empty() ? -1 : 0;
}

/// "The figure is 22%, against 28% for England, and is therefore lower."
void ComparisonClaims::check_therefore(std::size_t other) {
    constexpr auto against =
        std::to_array<std::string_view>({", against ", ", compared with ", ", compared to ", " against ",
                                         " compared with ", " compared to "});
    constexpr auto verdicts =
        std::to_array<std::string_view>({" and is therefore ", " and is thus ", " and is "});
    if (other == 0 || run_.sentence[other - 1] != run_.sentence[other] ||
        std::find(against.begin(), against.end(), run_.between(other - 1, other)) == against.end())
        return;
    const std::string_view after = run_.after(other);
    const std::size_t comma = after.find(',');
    if (comma == std::string_view::npos || beginning(after.substr(comma + 1), verdicts).empty()) return;
    const int sign = closing_comparative(after);
    severity_ = Severity::error;
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
    const auto each = [&](const Comparative& comparative) {
        std::size_t found = 0;
        for (std::size_t at = find_words(text, comparative.words, run_.sentences[s].begin);
             at != std::string_view::npos && found < 8;
             at = find_words(text, comparative.words, at + 1), ++found) {
            check_at(s, at, comparative);
        }
    };
    std::for_each(comparatives.begin(), comparatives.end(), each);
    std::for_each(paces.begin(), paces.end(), each);
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

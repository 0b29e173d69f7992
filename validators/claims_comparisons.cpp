// F207: "higher than the average of ..." held against the two numbers.
#include <array>

#include "compiler/base/catalogue.hpp"
#include "validators/claims.hpp"

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
    {"above the", 1},
    {"lower than", -1},
    {"shorter than", -1},
    {"smaller than", -1},
    {"below the", -1},
});

constexpr auto doubt = std::to_array<std::string_view>(
    {"not", "no", "neither", "nor", "slightly", "times", "similar", "if", "whether"});

bool exact(const Quantity& q) {
    return q.bound == prose::Bound::none && q.approximation == prose::Approximation::none && !q.range &&
           !q.compound && q.is_figure();
}

bool can_compare(const Quantity& a, const Quantity& b) {
    return exact(a) && exact(b) && comparable(a, b) && a.unit == b.unit;
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
    [[nodiscard]] std::optional<std::size_t> subject(std::size_t s, std::size_t at,
                                                     const Quantity& like) const;
    bool judge(std::size_t subject, std::size_t value, const Comparative& comparative, bool told);

    FigureAudit& audit_;
    const ClaimRun& run_;
    std::vector<std::optional<std::size_t>> subjects_;  ///< what each sentence compared
};

/// The only number of that kind before the comparative; where there is none and the sentence points back
/// ("This is ..."), what the sentence before compared, or its only one.
std::optional<std::size_t> ComparisonClaims::subject(std::size_t s, std::size_t at,
                                                     const Quantity& like) const {
    const auto only = [&](std::size_t first, std::size_t last, std::size_t end) {
        std::optional<std::size_t> found;
        for (std::size_t i = first; i < last && run_.quantities[i].end <= end; ++i) {
            if (run_.bracketed[i] || !comparable(run_.quantities[i], like) ||
                run_.quantities[i].unit != like.unit)
                continue;
            if (found) return std::pair(true, std::optional<std::size_t>());
            found = i;
        }
        return std::pair(found.has_value(), found);
    };
    const auto [first, last] = run_.of_sentence(s);
    const auto [any, here] = only(first, last, at);
    if (any && here) {
        // "Four points greater than" is an amount; a subject has a verb or a comma after it.
        constexpr auto verbs =
            std::to_array<std::string_view>({"is", "are", "was", "were", "which", "that", "remains", "this"});
        const std::string_view between =
            run_.run->words(run_.quantities[*here].end, static_cast<std::uint32_t>(at));
        if (between.find(',') == std::string_view::npos && !mentions_any(between, verbs)) return std::nullopt;
    }
    if (any) return here;
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
    const std::string word(comparative.words.substr(0, comparative.words.find(' ')));
    if (holds) {
        audit_.agrees(run_.id, a,
                      run_.words(a) + " is " + word + (word == "above" || word == "below" ? " " : " than ") +
                          run_.words(b));
        audit_.agrees(run_.id, b,
                      run_.words(a) + " is " + word + (word == "above" || word == "below" ? " " : " than ") +
                          run_.words(b));
        return false;
    }
    const std::string plain = comparative.sign > 0 ? (word == "longer" ? "longer" : "higher")
                                                   : (word == "shorter" ? "shorter" : "lower");
    audit_.conflicts(run_.id, a, "it is not " + plain + " than " + run_.words(b), "");
    audit_.conflicts(run_.id, b, run_.words(a) + " is not " + plain + " than it", "");
    if (told) {
        audit_.diagnostics.all().back().relate(
            run_.place(b), run_.words(a) + " is not " + plain + " than " + run_.words(b) + " either");
        return true;
    }
    audit_.diagnostics.add(run_.place(b), diag::comparison_wrong, run_.words(a), plain, run_.words(b))
        .relate(run_.place(a), "the number that is compared stands here");
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
        if (q.begin < after) continue;
        const std::string_view between = text.substr(after, q.begin - after);
        if (between.size() > 60 || between.find_first_of(".;,") != std::string_view::npos) return;
        if (!q.is_figure()) continue;
        const bool bound = between.ends_with(" of ") || (between.ends_with("(") && i < last);
        const auto about = bound ? subject(s, at, q) : std::nullopt;
        if (!about || !can_compare(run_.quantities[*about], q)) return;
        subjects_[s] = about;
        const bool conflict = judge(*about, i, comparative, false);
        // "both the average (647 days) and that of others (636 days)"
        const bool second = between.starts_with(" both ") && i + 1 < last && run_.bracketed[i] &&
                            run_.bracketed[i + 1] && run_.between(i, i + 1).starts_with(") and ") &&
                            run_.between(i, i + 1).size() <= 60;
        if (second && can_compare(run_.quantities[*about], run_.quantities[i + 1]))
            judge(*about, i + 1, comparative, conflict);
        return;
    }
}

void ComparisonClaims::check_sentence(std::size_t s) {
    const auto [first, last] = run_.of_sentence(s);
    if (first == last || last - first > most_quantities_of_a_claim) return;
    const std::string_view text = run_.text().substr(0, run_.sentences[s].end);
    for (const Comparative& comparative : comparatives) {
        std::size_t found = 0;
        for (std::size_t at = find_words(text, comparative.words, run_.sentences[s].begin);
             at != std::string_view::npos && found < 8;
             at = find_words(text, comparative.words, at + 1), ++found) {
            check_at(s, at, comparative);
        }
    }
}

}  // namespace

void check_comparison_claims(FigureAudit& audit, const ClaimTexts& texts) {
    for (const ClaimRun& run : texts.runs) {
        if (!run.quantities.empty()) ComparisonClaims(audit, run).check();
    }
}

}  // namespace stet::validators

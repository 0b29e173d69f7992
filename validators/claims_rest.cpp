// F216: the remaining ones: "60% ...; the remaining 40%", "18 of the 30 ...; the other 12".
#include <array>

#include "compiler/base/catalogue.hpp"
#include "validators/claims_shares.hpp"

namespace stet::validators {

namespace {

using prose::Quantity;
using prose::QuantityKind;

constexpr auto rest_words =
    std::to_array<std::string_view>({"the remaining ", "the other ", "the rest (", "the rest, ",
                                     "the remainder (", "the remainder, ", ", leaving "});

/// Words with which the numbers before are parts of parts, or of something else.
constexpr auto unsure_words = std::to_array<std::string_view>(
    {"of these", "of them", "of those", "than", "compared", "average", "from", "including", "nationally",
     "one", "another", "several", "some", "further", "a few"});

class RestClaims {
  public:
    RestClaims(FigureAudit& audit, const ClaimTexts& texts, const ClaimRun& run)
        : audit_(audit), texts_(texts), run_(run) {}
    void check();

  private:
    void shares(std::size_t rest);
    void counts(std::size_t rest);
    void either_side(std::size_t near);
    [[nodiscard]] std::optional<std::size_t> share_before(std::size_t i, std::size_t first) const;
    [[nodiscard]] bool is_of_others(std::size_t rest, std::size_t whole) const;
    void judge_counts(std::size_t rest, std::size_t whole, std::span<const std::size_t> parts);
    [[nodiscard]] std::pair<std::size_t, std::size_t> said_before(std::size_t rest) const;
    [[nodiscard]] std::optional<std::size_t> whole_of(std::size_t first, std::size_t last) const;

    FigureAudit& audit_;
    const ClaimTexts& texts_;
    const ClaimRun& run_;
};

/// The quantities that came before: of the sentence, or of the one before where "The remaining ..." opens it.
std::pair<std::size_t, std::size_t> RestClaims::said_before(std::size_t rest) const {
    const std::size_t s = run_.sentence[rest], first = run_.of_sentence(s).first;
    constexpr auto leads = std::to_array<std::string_view>({"For ", "In ", "With ", "Of "});
    std::string_view text = run_.sentence_text(s);
    text.remove_prefix(beginning(text, leads).size());
    const bool opens = !beginning(text, rest_words).empty();
    if (first != rest || !opens || s == 0) return {first, rest};
    return run_.of_sentence(s - 1);
}

void RestClaims::shares(std::size_t rest) {
    const auto [first, last] = said_before(rest);
    // "Some were good (46%) and the remaining 54% ...": the shares before all stand in brackets.
    bool in_brackets = true;
    for (std::size_t i = first; i < last; ++i)
        in_brackets = in_brackets && (run_.quantities[i].kind != QuantityKind::percent || run_.bracketed[i]);
    Interval sum = run_.quantities[rest].interval;
    Rational others(0);
    std::string written = "100%";
    std::vector<std::size_t> parts;
    for (std::size_t i = first; i < last; ++i) {
        const Quantity& q = run_.quantities[i];
        if (q.kind != QuantityKind::percent || run_.bracketed[i] != in_brackets) continue;
        if (q.bound != prose::Bound::none || q.range) return;
        sum = sum + q.interval;
        others = others + q.value;
        written += " - " + run_.words(i);
        parts.push_back(i);
    }
    if (parts.empty() || !sum.known()) return;
    const std::string_view text = run_.run->words(
        in_brackets ? run_.quantities[parts[0]].begin : run_.sentences[run_.sentence[parts[0]]].begin,
        run_.quantities[rest].begin);
    if (mentions_any(text, unsure_words) || find_words(text, "of whom") != std::string_view::npos) return;
    const std::string truth = shown(Rational(100) - others, run_.quantities[rest].decimals) + "%";
    const std::string calculation = written + " is " + truth;
    if (sum.contains(Rational(100))) {
        for (const std::size_t i : parts) audit_.agrees(run_.id, i, calculation);
        return audit_.agrees(run_.id, rest, calculation);
    }
    audit_.conflicts(run_.id, rest, "the rest is " + truth, calculation);
    Diagnostic& diagnostic =
        audit_.diagnostics.add(run_.place(rest), diag::rest_does_not_fit, truth, run_.words(rest), written);
    if (parts.size() > 1 || run_.sentence[parts[0]] != run_.sentence[rest] ||
        begins_with(run_.after(rest), " of "))
        diagnostic.severity = Severity::query;
}

/// The whole that a sentence divides: "18 of the 30", "Of the 30", "30 ..., of whom".
std::optional<std::size_t> RestClaims::whole_of(std::size_t first, std::size_t last) const {
    // "Of these, 12 were good and the other three were not"
    const auto opened = first < last ? opening_base(texts_, run_, run_.sentence[first]) : std::nullopt;
    if (opened && opened->run == &run_ && run_.sentence[opened->index] + 1 == run_.sentence[first])
        return opened->index;
    // "There were 154 cases. 74 were late, and the remaining 80 were not"
    const std::size_t s = first < last ? run_.sentence[first] : 0;
    if (s > 0 && run_.plain_count(first) && run_.quantities[first].begin == run_.sentences[s].begin &&
        run_.quantities[first].noun_begin == run_.quantities[first].noun_end && !part_of_next(run_, first)) {
        const auto before = only_count(run_, s - 1);
        if (before && run_.quantities[*before].noun_begin < run_.quantities[*before].noun_end) return before;
    }
    for (std::size_t i = first; i < last; ++i) {
        if (!run_.plain_count(i)) continue;
        if (opens_whole(run_.before(i))) return i;
        if (i + 1 < last && run_.plain_count(i + 1) && part_of_next(run_, i)) return i + 1;
        if (const auto these = whole_of_these(run_, i)) return these->index;
        constexpr auto whom = std::to_array<std::string_view>({"of whom", "of which"});
        if (i == first && ends_with(run_.after(i), " include ")) return i;
        if (i == first && run_.after(i).find(": ") != std::string_view::npos) return i;
        if (mentions_any(run_.after(i), whom)) return i;
    }
    return std::nullopt;
}

void RestClaims::judge_counts(std::size_t rest, std::size_t whole, std::span<const std::size_t> parts) {
    Rational left = run_.quantities[whole].value;
    std::string written = shown(left);
    for (const std::size_t i : parts) {
        left = left - run_.quantities[i].value;
        written += " - " + shown(run_.quantities[i].value);
    }
    // "The remaining two secondary and three primary schools"
    const std::size_t next = rest + 1;
    if (next < run_.quantities.size() && run_.sentence[next] == run_.sentence[rest] &&
        run_.exact_count(next) && ends_with(run_.between(rest, next), " and ") &&
        left == run_.quantities[rest].value + run_.quantities[next].value)
        return;
    if (!left.known()) return;
    const std::string calculation = written + " is " + shown(left);
    if (left == run_.quantities[rest].value) {
        for (const std::size_t i : parts) audit_.agrees(run_.id, i, calculation);
        audit_.agrees(run_.id, whole, calculation);
        return audit_.agrees(run_.id, rest, calculation);
    }
    audit_.conflicts(run_.id, rest, "the rest is " + shown(left), calculation);
    Diagnostic& diagnostic = audit_.diagnostics.add(run_.place(rest), diag::rest_does_not_fit, shown(left),
                                                    run_.words(rest), written);
    diagnostic.relate(run_.place(whole), "the whole stands here");
    // They may overlap, or be of something else.
    const bool apart = run_.sentence[whole] != run_.sentence[parts[0]] &&
                       run_.quantities[parts[0]].begin == run_.sentences[run_.sentence[parts[0]]].begin;
    if (parts.size() > 1 || apart) diagnostic.severity = Severity::query;
}

/// "Twelve of the 20 were good. The other two inspectors": what has a noun of its own, in a sentence of its
/// own, after what has none.
bool RestClaims::is_of_others(std::size_t rest, std::size_t whole) const {
    const Quantity &named = run_.quantities[rest], &divided = run_.quantities[whole];
    return run_.sentence[rest] != run_.sentence[whole] && named.noun_begin < named.noun_end &&
           divided.noun_begin == divided.noun_end;
}

void RestClaims::counts(std::size_t rest) {
    const auto [first, last] = said_before(rest);
    const auto whole = whole_of(first, last);
    // "Three of the 12 homes ...; the other ten inspectors" are of something else.
    const bool others = begins_with(run_.after(rest), " others");
    if (!whole || (!others && !may_count_the_same(run_, *whole, rest))) return;
    std::vector<std::size_t> parts;
    for (std::size_t i = first; i < last; ++i) {
        const Quantity& q = run_.quantities[i];
        if (i == *whole || run_.bracketed[i] || q.kind != QuantityKind::count) continue;
        if (!run_.plain_count(i) || !ending(run_.before(i), rest_words).empty()) return;
        // What is given before the whole is a part of it only as "18 of the 30".
        if (i < *whole && !(i + 1 == *whole && part_of_next(run_, i))) return;
        parts.push_back(i);
    }
    const std::uint32_t from =
        std::max(run_.quantities[*whole].end, run_.quantities[parts.empty() ? rest : parts[0]].end);
    constexpr auto these = std::to_array<std::string_view>({" of these", " of them", " of those"});
    const std::uint32_t begin =
        from +
        static_cast<std::uint32_t>(
            beginning(run_.run->words(from, std::max(from, run_.quantities[rest].begin)), these).size());
    if (parts.empty() ||
        mentions_any(run_.run->words(begin, std::max(begin, run_.quantities[rest].begin)), unsure_words))
        return;
    if (!is_of_others(rest, *whole)) judge_counts(rest, *whole, parts);
}

/// The last percentage from `first` on that stands before `i`.
std::optional<std::size_t> RestClaims::share_before(std::size_t i, std::size_t first) const {
    while (i > first) {
        const Quantity& q = run_.quantities[--i];
        if (q.kind == QuantityKind::percent)
            return q.bound == prose::Bound::none && !q.range ? std::optional(i) : std::nullopt;
    }
    return std::nullopt;
}

/// "66% lived within 20 miles, and 23% more than 20 miles": who is not on the one side is on the other. Some
/// may be on neither, where nobody knows, so this only asks.
void RestClaims::either_side(std::size_t near) {
    const Quantity& limit = run_.quantities[near];
    const auto [first, last] = run_.of_sentence(run_.sentence[near]);
    for (std::size_t far = near + 1; far < last; ++far) {
        const Quantity& q = run_.quantities[far];
        if (q.bound != prose::Bound::more || q.kind != limit.kind || q.unit != limit.unit ||
            q.value != limit.value)
            continue;
        const auto one = share_before(near, first), other = share_before(far, near + 1);
        if (!one || !other || run_.bracketed[*one] != run_.bracketed[*other]) return;
        const Quantity &a = run_.quantities[*one], &b = run_.quantities[*other];
        const std::string truth = shown(Rational(100) - a.value, a.decimals) + "%";
        const std::string sum = "100% - " + run_.words(*one);
        if ((a.interval + b.interval).contains(Rational(100))) return;
        const Span place = run_.run->source(b.begin, q.end);
        audit_.diagnostics.add(place, diag::rest_does_not_fit, truth, run_.words(*other), sum)
            .relate(run_.place(*one), "the other side of " + shown(limit.value) + " " + unit_name(limit))
            .severity = Severity::query;
        return;
    }
}

void RestClaims::check() {
    for (std::size_t i = 0; i < run_.quantities.size(); ++i) {
        const Quantity& q = run_.quantities[i];
        if (run_.crowded(run_.sentence[i])) continue;
        const bool limit = q.kind == QuantityKind::measure || q.kind == QuantityKind::duration;
        if (limit && q.bound == prose::Bound::at_most) either_side(i);
        constexpr auto relatives = std::to_array<std::string_view>({" that ", " who ", " which "});
        const bool others = ends_with(run_.before(i), " the ") && begins_with(run_.after(i), " others") &&
                            beginning(run_.after(i).substr(7), relatives).empty();
        if ((!others && ending(run_.before(i), rest_words).empty()) || q.bound != prose::Bound::none ||
            q.range)
            continue;
        // "leaving 12 in post" may count others.
        constexpr auto clauses = std::to_array<std::string_view>({" who ", " which ", " that ", " without "});
        if (ends_with(run_.before(i), ", leaving ") && beginning(run_.after(i), clauses).empty()) continue;
        if (q.kind == QuantityKind::percent) shares(i);
        if (run_.exact_count(i)) counts(i);
    }
}

}  // namespace

void check_rest_claims(FigureAudit& audit, const ClaimTexts& texts) {
    for (const ClaimRun& run : texts.runs) {
        if (run.quantities.size() > 1) RestClaims(audit, texts, run).check();
    }
}

}  // namespace stet::validators

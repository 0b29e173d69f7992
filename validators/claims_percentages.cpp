// F201 to F203: percentages beside counts and percentages of a stated base.
#include <algorithm>
#include <array>

#include "compiler/base/catalogue.hpp"
#include "compiler/base/shares.hpp"
#include "validators/claims.hpp"
#include "validators/percentages.hpp"

namespace stet::validators {

namespace {

using prose::Quantity;
using prose::QuantityKind;

/// Words after which a percentage is of another population, place or time.
constexpr auto elsewhere = std::to_array<std::string_view>({
    "average", "national", "nationally", "england",    "neighbours", "compared",    "comparators", "than",
    "against", "target",   "previous",   "previously", "last year",  "year before", "increase",    "decrease",
    "rise",    "fall",     "from",       "region",     "regional",   "improvement",
});

/// A count that others are parts of.
struct Base {
    const ClaimRun* run = nullptr;
    std::size_t index = 0;
    bool by_nesting = false;  ///< only because the bullet is nested below it

    [[nodiscard]] const Quantity& quantity() const { return run->quantities[index]; }
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
    void check_pair(std::size_t count, std::size_t percent, const Base& base);
    void check_bare(std::span<const std::size_t> percents, const Base& base);
    [[nodiscard]] std::optional<Base> opening_base(std::size_t s, std::size_t first, std::size_t last) const;
    [[nodiscard]] std::optional<Base> nested_base(std::size_t s, std::size_t first, std::size_t last) const;
    [[nodiscard]] bool pair(std::size_t count, std::size_t last) const;
    [[nodiscard]] bool bare(std::size_t i, std::size_t last) const;
    [[nodiscard]] std::optional<std::size_t> count_before(std::size_t first, std::size_t last,
                                                          std::size_t offset) const;
    [[nodiscard]] bool settled(std::size_t i) const { return !audit_.states[run_.id][i].fact.empty(); }
    void relate_base(Diagnostic& diagnostic, const Base& base) const;
    bool explained_by_rounding(Diagnostic& diagnostic, Verdict rounded) const;

    FigureAudit& audit_;
    const ClaimTexts& texts_;
    const ClaimRun& run_;
};

/// "160 (52%)", "160 children (52%)", "160 (or 52%)": only the count's own noun may stand between them.
bool PercentageClaims::pair(std::size_t count, std::size_t last) const {
    if (count + 1 >= last || !run_.plain_count(count)) return false;
    const Quantity& k = run_.quantities[count];
    const Quantity& percent = run_.quantities[count + 1];
    if (percent.kind != QuantityKind::percent || percent.range) return false;
    const std::uint32_t noun_end = std::max(k.noun_end, k.end);
    const std::string_view between = run_.run->words(noun_end, std::max(noun_end, percent.begin));
    return (between == " (" || between == " (or ") &&
           run_.text().substr(percent.end, 1).find_first_of("),;") == 0;
}

/// A percentage that stands alone, with nothing near it that gives it another base.
bool PercentageClaims::bare(std::size_t i, std::size_t last) const {
    const Quantity& q = run_.quantities[i];
    if (q.kind != QuantityKind::percent || q.bound != prose::Bound::none ||
        q.approximation != prose::Approximation::none || q.range)
        return false;
    if (run_.bracketed[i]) return false;
    const std::uint32_t from = i == 0 ? 0 : run_.quantities[i - 1].end;
    const std::uint32_t to =
        i + 1 < last ? run_.quantities[i + 1].begin : run_.sentences[run_.sentence[i]].end;
    std::string_view lead = run_.run->words(from, q.begin),
                     after = run_.run->words(q.end, std::max(q.end, to));
    const std::size_t clause = lead.find_last_of(",;.");
    if (clause != std::string_view::npos) lead.remove_prefix(clause + 1);
    after = after.substr(0, after.find_first_of(",;."));
    return !mentions_any(lead, elsewhere) && !mentions_any(after, elsewhere);
}

/// The only plain count of the sentence before `offset` that is not itself a part.
std::optional<std::size_t> PercentageClaims::count_before(std::size_t first, std::size_t last,
                                                          std::size_t offset) const {
    std::optional<std::size_t> found;
    for (std::size_t i = first; i < last && run_.quantities[i].end <= offset; ++i) {
        if (!run_.plain_count(i)) continue;
        if (found) return std::nullopt;
        found = i;
    }
    return found;
}

/// "Of the 305 children, ...", "Of this number ...", "Of these, ...".
std::optional<Base> PercentageClaims::opening_base(std::size_t s, std::size_t first, std::size_t last) const {
    const std::string_view sentence = run_.run->words(run_.sentences[s].begin, run_.sentences[s].end);
    if (first < last && run_.plain_count(first)) {
        const std::string_view lead = run_.run->words(run_.sentences[s].begin, run_.quantities[first].begin);
        for (const std::string_view words :
             {"Of ", "Of the ", "Of these ", "Of those ", "Out of ", "Out of the ", "Of all "}) {
            if (lead == words) return Base{&run_, first, false};
        }
    }
    for (const std::string_view words : {"Of this number", "Of these", "Of those", "Of them", "Of which"}) {
        if (!sentence.starts_with(words)) continue;
        if (s > 0) {
            const auto before = only_count(run_, s - 1);
            return before ? std::optional(Base{&run_, *before, false}) : std::nullopt;
        }
        const ClaimRun* parent = texts_.parent(run_);
        const auto total = parent == nullptr ? std::nullopt : only_count(*parent, 0);
        return total ? std::optional(Base{parent, *total, false}) : std::nullopt;
    }
    return std::nullopt;
}

/// The total of the bullet above, for a pair in a sentence that has neither a date nor a population of its
/// own.
std::optional<Base> PercentageClaims::nested_base(std::size_t s, std::size_t first, std::size_t last) const {
    const ClaimRun* parent = texts_.parent(run_);
    const auto total = parent == nullptr || parent->sentences.empty() ? std::nullopt : only_count(*parent, 0);
    if (!total) return std::nullopt;
    for (std::size_t i = first; i < last; ++i) {
        const QuantityKind kind = run_.quantities[i].kind;
        if (kind == QuantityKind::date || kind == QuantityKind::period) return std::nullopt;
        if (run_.plain_count(i) && !pair(i, last)) return std::nullopt;
    }
    const std::string_view sentence = run_.run->words(run_.sentences[s].begin, run_.sentences[s].end);
    if (mentions_any(sentence, elsewhere)) return std::nullopt;
    return Base{parent, *total, true};
}

void PercentageClaims::relate_base(Diagnostic& diagnostic, const Base& base) const {
    diagnostic.relate(base.run->place(base.index), "the " + shown(base.quantity().value) + " stand here");
}

/// Where all counts around look rounded to 5 and such rounding would explain it, the conflict is for a
/// person.
bool PercentageClaims::explained_by_rounding(Diagnostic& diagnostic, Verdict rounded) const {
    if (rounded != Verdict::agrees || !run_.looks_rounded) return false;
    diagnostic.severity = Severity::query;
    diagnostic.note(
        "as written, the numbers conflict; if the counts are rounded to 5, as all counts here look, they can "
        "agree");
    diagnostic.with_help("declare the rounding in a fact (`rounded to 5`), or mend the figure");
    return true;
}

void PercentageClaims::check_pair(std::size_t count, std::size_t percent, const Base& base) {
    if (settled(count) && settled(percent)) return;
    const Quantity& k = run_.quantities[count];
    const Quantity& n = base.quantity();
    if (n.value < k.value || n.value == Rational(0)) {
        if (base.by_nesting) return;  // then the nesting means something else
        audit_.conflicts(run_.id, count, "a part above its whole", "");
        audit_.diagnostics
            .add(run_.place(count), diag::part_larger_than_whole, shown(k.value), shown(n.value))
            .relate(base.run->place(base.index), "the whole stands here");
        return;
    }
    const PercentageResult result =
        judge({k.value, n.value, k.interval, n.interval, run_.quantities[percent]});
    if (result.verdict == Verdict::undecided) return;
    if (result.verdict == Verdict::agrees) {
        audit_.agrees(run_.id, count, result.calculation);
        audit_.agrees(run_.id, percent, result.calculation);
        if (base.run == &run_) audit_.agrees(run_.id, base.index, result.calculation);
        return;
    }
    audit_.conflicts(run_.id, percent, result.calculation + ", not " + result.stated, result.calculation);
    Diagnostic& diagnostic = audit_.diagnostics.add(run_.run->source(k.begin, run_.quantities[percent].end),
                                                    diag::claim_percentage_wrong, result.calculation,
                                                    result.stated, result.nearest);
    relate_base(diagnostic, base);
    const Quantity& p = run_.quantities[percent];
    const Rational exact = percentage(k.value, n.value);
    if (Interval::truncated(p.value, p.step).contains(exact))
        diagnostic.note(percent_text(p.value, p) + " is what is left where digits are cut off, not rounded");
    const auto widened = [](const Quantity& q) { return Interval::rounded(q.value, 5); };
    explained_by_rounding(diagnostic,
                          percentage_agrees(widened(k), widened(n), run_.quantities[percent].interval));
}

/// GRIM for percentages of one exact base, each and together.
void PercentageClaims::check_bare(std::span<const std::size_t> percents, const Base& base) {
    const Rational n = base.quantity().value;
    std::vector<std::size_t> impossible;
    std::vector<Interval> intervals;
    for (const std::size_t i : percents) {
        const Quantity& q = run_.quantities[i];
        if (n < Rational(1) || !grim_has_power(n, q.decimals)) continue;
        intervals.push_back(q.interval);
        if (!grim_possible(q.interval, n))
            impossible.push_back(i);
        else
            audit_.agrees(run_.id, i,
                          "some whole number of " + shown(n) + " gives " + percent_text(q.value, q));
    }
    if (impossible.empty()) return;
    std::vector<std::string> sums;
    std::string listed;
    for (const std::size_t i : impossible) {
        const Quantity& q = run_.quantities[i];
        const Rational below = (q.value * n / Rational(100)).floor();
        const auto one = [&](const Rational& k) {
            return shown(k) + " of " + shown(n) + " is " + shown(percentage(k, n), q.decimals + 2) + "%";
        };
        sums.push_back(one(below) + ", " + one(below + Rational(1)));
        listed += (listed.empty() ? "" : ", ") + percent_text(q.value, q);
        audit_.conflicts(run_.id, i, "no whole number of " + shown(n) + " gives " + percent_text(q.value, q),
                         sums.back());
    }
    const auto common = common_bases(Interval::rounded(n, 5), intervals);
    const Quantity& first = run_.quantities[impossible.front()];
    if (impossible.size() == 1) {
        Diagnostic& diagnostic =
            audit_.diagnostics.add(run_.place(impossible[0]), diag::percentage_impossible,
                                   percent_text(first.value, first), shown(n), sums[0]);
        relate_base(diagnostic, base);
        explained_by_rounding(diagnostic, common && !common->empty() ? Verdict::agrees : Verdict::conflicts);
        return;
    }
    Diagnostic& diagnostic =
        audit_.diagnostics.add(run_.run->source(first.begin, run_.quantities[impossible.back()].end),
                               diag::percentages_impossible_together, "group of " + shown(n), listed);
    for (const std::string& sum : sums) diagnostic.note(sum);
    relate_base(diagnostic, base);
    if (explained_by_rounding(diagnostic, common && !common->empty() ? Verdict::agrees : Verdict::conflicts))
        return;
    if (common && common->empty() && n > Rational(3))
        diagnostic.note("nor does any number from " + shown(n - Rational(2)) + " to " +
                        shown(n + Rational(2)) + " admit all the percentages given");
}

void PercentageClaims::check_sentence(std::size_t s) {
    const auto [first, last] = run_.of_sentence(s);
    const bool has_percent = std::any_of(run_.quantities.begin() + static_cast<std::ptrdiff_t>(first),
                                         run_.quantities.begin() + static_cast<std::ptrdiff_t>(last),
                                         [](const Quantity& q) { return q.kind == QuantityKind::percent; });
    if (!has_percent || last - first > most_quantities_of_a_claim) return;
    const std::string_view text = run_.text().substr(0, run_.sentences[s].end);
    std::optional<Base> base = opening_base(s, first, last);
    bool unsure = false;
    std::size_t scanned = run_.sentences[s].begin;
    std::vector<std::size_t> bare_percents;
    const auto flush = [&] {
        if (base && !base->by_nesting) check_bare(bare_percents, *base);
        bare_percents.clear();
    };
    for (std::size_t i = first; i < last; ++i) {
        for (const std::string_view words : {"of whom", "of which"}) {
            const std::size_t at = find_words(text.substr(0, run_.quantities[i].begin), words, scanned);
            if (at == std::string_view::npos) continue;
            flush();
            const auto before = count_before(first, last, at);
            base = before ? std::optional(Base{&run_, *before, false}) : std::nullopt;
            unsure = !before;
            scanned = at + words.size();
        }
        const bool part_of_explicit =
            i + 1 < last && run_.plain_count(i) && run_.plain_count(i + 1) &&
            (run_.between(i, i + 1) == " of " || run_.between(i, i + 1) == " out of " ||
             run_.between(i, i + 1) == " of the ");
        if (part_of_explicit && pair(i + 1, last)) {  // "70 of 305 (23%)"
            check_pair(i, i + 2, {&run_, i + 1, false});
            i += 2;
            continue;
        }
        if (pair(i, last)) {
            const auto chosen = base || unsure ? base : nested_base(s, first, last);
            if (chosen && !(chosen->run == &run_ && chosen->index == i)) check_pair(i, i + 1, *chosen);
            ++i;
            continue;
        }
        if (run_.quantities[i].kind == QuantityKind::percent && base && !settled(i) && bare(i, last))
            bare_percents.push_back(i);
        else if (run_.quantities[i].kind == QuantityKind::percent && !run_.bracketed[i]) {
            flush();
            base.reset();
            unsure = true;
        }
    }
    flush();
}

}  // namespace

void check_percentage_claims(FigureAudit& audit, const ClaimTexts& texts) {
    for (const ClaimRun& run : texts.runs) {
        if (!run.quantities.empty()) PercentageClaims(audit, texts, run).check();
    }
}

}  // namespace stet::validators

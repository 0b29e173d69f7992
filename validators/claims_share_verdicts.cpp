// F201 to F204: what a sentence is about, and percentages of a count, alone and together, once their base is
// known.
#include <array>

#include "compiler/base/ascii.hpp"
#include "compiler/base/catalogue.hpp"
#include "compiler/base/shares.hpp"
#include "compiler/prose/context.hpp"
#include "compiler/prose/number_words.hpp"
#include "validators/claims_shares.hpp"
#include "validators/percentages.hpp"

namespace stet::validators {

namespace {

using prose::Quantity;

void relate_base(Diagnostic& diagnostic, const Base& base) {
    diagnostic.relate(base.run->place(base.index), "the " + shown(base.quantity().value) + " stand here");
}

/// Where all counts around look rounded to 5 and such rounding would explain it, the conflict is for a
/// person.
bool explained_by_rounding(const ClaimRun& run, Diagnostic& diagnostic, Verdict rounded) {
    if (rounded != Verdict::agrees || !run.looks_rounded) return false;
    diagnostic.severity = Severity::query;
    diagnostic.note(
        "as written, the numbers conflict; if the counts are rounded to 5, as all counts here look, they can "
        "agree");
    diagnostic.with_help("declare the rounding in a fact (`rounded to 5`), or mend the figure");
    return true;
}

/// Words after which a percentage is of another population, place or time.
constexpr auto elsewhere = std::to_array<std::string_view>({
    "average",  "national", "nationally", "england",  "neighbours", "compared",  "comparators",
    "than",     "against",  "target",     "previous", "previously", "last year", "year before",
    "increase", "decrease", "rise",       "fall",     "region",     "regional",  "improvement",
});

}  // namespace

bool points_elsewhere(std::string_view text) {
    for (std::size_t at = find_words(text, "from"); at != std::string_view::npos;
         at = find_words(text, "from", at + 1)) {
        const std::string_view next = prose::word_after(text, at + 4);
        if (next.empty() || ascii::digit(next.front()) || prose::number_word(next)) return true;
    }
    return mentions_any(text, elsewhere);
}

bool says_what_they_did(std::string_view after) {
    constexpr auto verbs = std::to_array<std::string_view>(
        {"were", "had", "have", "are", "did", "was", "took", "live", "attend", "need"});
    const std::string_view verb = prose::word_after(after, 0);
    return !points_elsewhere(after) &&
           (std::find(verbs.begin(), verbs.end(), verb) != verbs.end() || verb.ends_with("ed"));
}

std::optional<Base> opening_base(const ClaimTexts& texts, const ClaimRun& run, std::size_t s) {
    const auto [first, last] = run.of_sentence(s);
    const auto measures_time = [](const Quantity& q) {
        return !q.is_figure() || q.kind == prose::QuantityKind::duration ||
               q.kind == prose::QuantityKind::age;
    };
    std::size_t whole = first;  // "In 2012–13, of the 58 ...", "In the last 12 months, of the 58 ..."
    while (whole < last && measures_time(run.quantities[whole])) ++whole;
    if (whole < last && run.plain_count(whole) && opens_whole(run.before(whole))) return Base{&run, whole};
    for (const std::string_view words : {"Of this number", "Of these", "Of those,", "Of them", "Of which"}) {
        if (!run.sentence_text(s).starts_with(words)) continue;
        const ClaimRun* of = s > 0 ? &run : texts.pointed(run);
        const auto told = of == nullptr ? std::nullopt : told_count(*of, s > 0 ? s - 1 : 0);
        return told ? std::optional(Base{of, *told}) : std::nullopt;
    }
    return std::nullopt;
}

std::optional<Base> base_of_list(const ClaimTexts& texts, const ClaimRun& run) {
    constexpr prose::RunId most_bullets = 32;
    if (run.run->kind != prose::RunKind::bullet || run.run->parent >= 0) return std::nullopt;
    for (prose::RunId id = run.id; id > 0 && run.id - id < most_bullets;) {
        const std::int32_t index = texts.by_run[--id];
        if (index < 0) return std::nullopt;
        const ClaimRun& above = texts.runs[static_cast<std::size_t>(index)];
        if (above.run->kind == prose::RunKind::bullet) continue;
        const bool opens = above.run->kind == prose::RunKind::paragraph && above.text().ends_with(':');
        return opens && !above.sentences.empty() ? opening_base(texts, above, above.sentences.size() - 1)
                                                 : std::nullopt;
    }
    return std::nullopt;
}

void judge_share(FigureAudit& audit, const ClaimRun& run, std::size_t count, std::size_t percent,
                 const Base& base) {
    if (audit.cites_fact(run.id, count) && audit.cites_fact(run.id, percent)) return;
    const Quantity& k = run.quantities[count];
    const Quantity& p = run.quantities[percent];
    const Quantity& n = base.quantity();
    if (n.value < k.value || n.value == Rational(0)) {
        if (base.by_nesting) return;  // then the nesting means something else
        audit.conflicts(run.id, count, "a part above its whole", "");
        Diagnostic& diagnostic = audit.diagnostics.add(run.place(count), diag::part_larger_than_whole,
                                                       shown(k.value), shown(n.value));
        diagnostic.relate(base.run->place(base.index), "the whole stands here");
        if (base.unsure) diagnostic.severity = Severity::query;
        return;
    }
    const PercentageResult result = judge({k.value, n.value, k.interval, n.interval, p});
    if (result.verdict == Verdict::undecided) return;
    if (result.verdict == Verdict::agrees) {
        audit.agrees(run.id, count, result.calculation);
        audit.agrees(run.id, percent, result.calculation);
        audit.agrees(base.run->id, base.index, result.calculation);
        return;
    }
    audit.conflicts(run.id, percent, result.calculation + ", not " + result.stated, result.calculation);
    const bool apart = run.sentence[count] != run.sentence[percent];
    Diagnostic& diagnostic = audit.diagnostics.add(
        apart ? run.place(percent) : run.run->source(std::min(k.begin, p.begin), std::max(k.end, p.end)),
        diag::claim_percentage_wrong, result.calculation, result.stated, result.nearest);
    relate_base(diagnostic, base);
    if (base.unsure) diagnostic.severity = Severity::query;
    const Rational exact = percentage(k.value, n.value);
    if (Interval::truncated(p.value, p.step).contains(exact))
        diagnostic.note(percent_text(p.value, p) + " is what is left where digits are cut off, not rounded");
    const auto widened = [](const Quantity& q) { return Interval::rounded(q.value, 5); };
    explained_by_rounding(run, diagnostic, percentage_agrees(widened(k), widened(n), p.interval));
}

/// GRIM for percentages of one exact base, each and together.
void judge_bare_shares(FigureAudit& audit, const ClaimRun& run, std::span<const std::size_t> percents,
                       const Base& base) {
    const Rational n = base.quantity().value;
    std::vector<std::size_t> impossible;
    std::vector<Interval> intervals;
    for (const std::size_t i : percents) {
        const Quantity& q = run.quantities[i];
        if (n < Rational(1)) continue;
        if (!grim_has_power(n, q.decimals)) {
            if (grim_possible(q.interval, n))
                audit.possible(run.id, i,
                               "some whole number of " + shown(n) + " gives " + percent_text(q.value, q) +
                                   ", as of every number so large");
            continue;
        }
        intervals.push_back(q.interval);
        if (!grim_possible(q.interval, n))
            impossible.push_back(i);
        else
            audit.possible(run.id, i,
                           "some whole number of " + shown(n) + " gives " + percent_text(q.value, q));
    }
    if (impossible.empty()) return;
    std::vector<std::string> sums;
    std::string listed;
    for (const std::size_t i : impossible) {
        const Quantity& q = run.quantities[i];
        const Rational below = (q.value * n / Rational(100)).floor();
        const auto one = [&](const Rational& k) {
            return shown(k) + " of " + shown(n) + " is " + shown(percentage(k, n), q.decimals + 2) + "%";
        };
        sums.push_back(one(below) + ", " + one(below + Rational(1)));
        listed += (listed.empty() ? "" : ", ") + percent_text(q.value, q);
        audit.conflicts(run.id, i, "no whole number of " + shown(n) + " gives " + percent_text(q.value, q),
                        sums.back());
    }
    const auto common = common_bases(Interval::rounded(n, 5), intervals);
    const Quantity& first = run.quantities[impossible.front()];
    if (impossible.size() == 1) {
        Diagnostic& diagnostic = audit.diagnostics.add(run.place(impossible[0]), diag::percentage_impossible,
                                                       percent_text(first.value, first), shown(n), sums[0]);
        relate_base(diagnostic, base);
        explained_by_rounding(run, diagnostic,
                              common && !common->empty() ? Verdict::agrees : Verdict::conflicts);
        if (base.unsure) diagnostic.severity = Severity::query;
        return;
    }
    Diagnostic& diagnostic =
        audit.diagnostics.add(run.run->source(first.begin, run.quantities[impossible.back()].end),
                              diag::percentages_impossible_together, "group of " + shown(n), listed);
    for (const std::string& sum : sums) diagnostic.note(sum);
    relate_base(diagnostic, base);
    if (base.unsure) diagnostic.severity = Severity::query;
    if (explained_by_rounding(run, diagnostic,
                              common && !common->empty() ? Verdict::agrees : Verdict::conflicts))
        return;
    if (common && common->empty() && n > Rational(3))
        diagnostic.note("nor does any number from " + shown(n - Rational(2)) + " to " +
                        shown(n + Rational(2)) + " admit all the percentages given");
}

}  // namespace stet::validators

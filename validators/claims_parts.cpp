// F204: parts that exceed their whole.
#include <algorithm>
#include <array>

#include "compiler/base/catalogue.hpp"
#include "validators/claims_shares.hpp"

namespace stet::validators {

namespace {

/// "five of 12 assessments": the part stands first.
void check_part_of_whole(FigureAudit& audit, const ClaimRun& run) {
    for (std::size_t i = 0; i + 1 < run.quantities.size(); ++i) {
        if (!run.exact_count(i) || !run.exact_count(i + 1) || run.bracketed[i] != run.bracketed[i + 1])
            continue;
        if (!part_of_next(run, i)) continue;
        const auto &part = run.quantities[i], &whole = run.quantities[i + 1];
        if (part.value <= whole.value) {
            const std::string sum = shown(part.value) + " is not above " + shown(whole.value);
            audit.possible(run.id, i, sum);
            audit.possible(run.id, i + 1, sum);
            continue;
        }
        audit.conflicts(run.id, i, "a part above its whole", "");
        audit.diagnostics.add(run.run->source(part.begin, whole.end), diag::part_larger_than_whole,
                              run.words(i), run.words(i + 1));
    }
}

/// Whether no other count stands before `i` in its sentence, so that "of whom" must mean `i`.
bool only_count_before(const ClaimRun& run, std::size_t i) {
    for (std::size_t j = run.of_sentence(run.sentence[i]).first; j < i; ++j) {
        if (run.plain_count(j)) return false;
    }
    return true;
}

void tell_above(FigureAudit& audit, const ClaimRun& run, std::size_t part, const ClaimRun& of,
                std::size_t whole, Severity severity) {
    audit.conflicts(run.id, part, "a part above its whole", "");
    audit.diagnostics.add(run.place(part), diag::part_larger_than_whole, run.words(part), of.words(whole))
        .relate(of.place(whole), "the whole stands here")
        .severity = severity;
}

/// Holds the count `part` against its whole, unless a percentage beside it does so.
void judge_part(FigureAudit& audit, const ClaimRun& run, std::size_t part, const ClaimRun& of,
                std::size_t whole, bool sure, Severity severity = Severity::error) {
    if (run.after(part) == " (" && part + 1 < run.quantities.size() &&
        run.quantities[part + 1].kind == prose::QuantityKind::percent)
        return;
    const auto &k = run.quantities[part], &n = of.quantities[whole];
    if (k.value <= n.value) {
        const std::string sum = shown(k.value) + " is not above " + shown(n.value);
        audit.possible(run.id, part, sum);
        audit.possible(of.id, whole, sum);
        return;
    }
    if (sure) tell_above(audit, run, part, of, whole, severity);
}

/// "Nine adopters wait. Ten of these are ..."; "Inspectors saw nine, and four of them ...".
void check_of_these(FigureAudit& audit, const ClaimRun& run) {
    for (std::size_t i = 0; i < run.quantities.size(); ++i) {
        if (!run.plain_count(i) || run.crowded(run.sentence[i])) continue;
        if (const auto whole = whole_of_these(run, i))
            judge_part(audit, run, i, run, whole->index, true,
                       whole->sure ? Severity::error : Severity::query);
    }
}

/// A date or a time between a whole and its part.
bool tells_when(const prose::Quantity& q) {
    return q.is_date() || q.kind == prose::QuantityKind::duration;
}

/// "Of the 12 plans, five were late"; "12 plans, of whom five ..."; "12 plans, including five ...".
void check_of_whole(FigureAudit& audit, const ClaimRun& run) {
    constexpr auto commas = std::to_array<std::string_view>({", ", ", only ", ", just "});
    constexpr auto within = std::to_array<std::string_view>(
        {", of whom ", ", of which ", ", of whom only ", ", of whom just ", ", including "});
    for (std::size_t i = 0; i + 1 < run.quantities.size(); ++i) {
        if (run.crowded(run.sentence[i]) || !run.plain_count(i)) continue;
        // "Of 130 children matched in the last three years, 92 had waited"
        std::size_t next = i + 1;
        while (next < run.quantities.size() && tells_when(run.quantities[next])) ++next;
        if (next == run.quantities.size() || run.sentence[i] != run.sentence[next] || !run.plain_count(next))
            continue;
        const std::string_view between = run.between(i, next);
        constexpr std::size_t longest = 80;
        if (between.size() > longest || between.find_first_of(".;:(") != std::string_view::npos) continue;
        const bool opens = opens_whole(run.before(i)) &&
                           std::count(between.begin(), between.end(), ',') == 1 &&
                           !ending(between, commas).empty();
        // "Of the two homes, 12 children ..." counts other things.
        if ((opens || !ending(between, within).empty()) && may_count_the_same(run, i, next))
            judge_part(audit, run, next, run, i, only_count_before(run, i));
    }
}

/// "There are 30 plans. Of these, 12 were late": the numbers that may count the same things.
void check_opened(FigureAudit& audit, const ClaimTexts& texts, const ClaimRun& run) {
    for (std::size_t s = 1; s < run.sentences.size(); ++s) {
        const auto [first, last] = run.of_sentence(s);
        const bool near = first < last && run.plain_count(first) && !run.crowded(s) &&
                          run.quantities[first].begin - run.sentences[s].begin <= 20;
        const auto base = near ? opening_base(texts, run, s) : std::nullopt;
        const bool alike =
            base && base->run == &run && base->index < first && may_count_the_same(run, base->index, first);
        if (alike && !part_of_next(run, first)) judge_part(audit, run, first, run, base->index, true);
    }
}

/// Whether a bullet says of its number where they live, as its siblings do of parts of one number.
bool says_where_they_live(const ClaimRun& run) {
    constexpr auto lives = std::to_array<std::string_view>(
        {" live ", " lived ", " lives ", " are living ", " were living ", " are placed ", " were placed "});
    const prose::Quantity& q = run.quantities[0];
    std::string_view said = run.run->words(std::max(q.end, q.noun_end), run.sentences[0].end);
    const std::size_t close = begins_with(said, " (") ? said.find(')') : std::string_view::npos;
    if (close != std::string_view::npos) said.remove_prefix(close + 1);
    return !beginning(said, lives).empty();
}

/// The single count of the bullet above, or that of the paragraph which a list divides.
std::optional<Base> whole_of_bullet(const ClaimTexts& texts, const ClaimRun& run) {
    const ClaimRun* parent = texts.parent(run);
    if (parent == nullptr) return base_of_list(texts, run);
    if (parent->sentences.empty()) return std::nullopt;
    const auto total = only_count(*parent, 0);
    return total ? std::optional(Base{parent, *total}) : std::nullopt;
}

/// A bullet that opens with a count, below one that has a single count. Where nothing settles that it is a
/// part of it, only what agrees is noted.
void check_nested_bullet(FigureAudit& audit, const ClaimTexts& texts, const ClaimRun& run) {
    if (!run.plain_count(0) || run.quantities[0].begin != 0) return;
    const auto [first, last] = run.of_sentence(0);
    const bool dated = std::any_of(run.quantities.begin() + static_cast<std::ptrdiff_t>(first),
                                   run.quantities.begin() + static_cast<std::ptrdiff_t>(last),
                                   [](const prose::Quantity& q) { return q.is_date(); });
    const auto base = dated ? std::nullopt : whole_of_bullet(texts, run);
    if (!base) return;
    // "Of this number 214 live outside" divides a number that its own bullets may divide too.
    const bool sure = says_where_they_live(run) && !begins_with(base->run->sentence_text(0), "Of ");
    const bool above = run.quantities[0].value > base->quantity().value;
    // A percentage beside it is held against the same whole elsewhere, but a part above it is told here.
    if (sure && above) return tell_above(audit, run, 0, *base->run, base->index, Severity::query);
    judge_part(audit, run, 0, *base->run, base->index, false);
}

}  // namespace

void check_part_claims(FigureAudit& audit, const ClaimTexts& texts) {
    for (const ClaimRun& run : texts.runs) {
        if (run.quantities.empty()) continue;
        check_part_of_whole(audit, run);
        check_of_these(audit, run);
        check_of_whole(audit, run);
        check_opened(audit, texts, run);
        check_nested_bullet(audit, texts, run);
    }
}

}  // namespace stet::validators

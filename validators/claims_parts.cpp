// F204 and F211: parts that exceed their whole, and "both" after a number other than two.
#include <algorithm>
#include <array>

#include "compiler/base/catalogue.hpp"
#include "validators/claims.hpp"

namespace stet::validators {

namespace {

/// "five of 12 assessments": the part stands first.
void check_part_of_whole(FigureAudit& audit, const ClaimRun& run) {
    for (std::size_t i = 0; i + 1 < run.quantities.size(); ++i) {
        if (!run.plain_count(i) || !run.plain_count(i + 1)) continue;
        const std::string_view between = run.between(i, i + 1);
        if (between != " of " && between != " of the " && between != " out of " && between != " out of the ")
            continue;
        const auto &part = run.quantities[i], &whole = run.quantities[i + 1];
        if (part.value <= whole.value) {
            const std::string sum = shown(part.value) + " is not above " + shown(whole.value);
            audit.agrees(run.id, i, sum);
            audit.agrees(run.id, i + 1, sum);
            continue;
        }
        audit.conflicts(run.id, i, "a part above its whole", "");
        audit.diagnostics.add(run.run->source(part.begin, whole.end), diag::part_larger_than_whole,
                              run.words(i), run.words(i + 1));
    }
}

/// "Nine adopters wait. Ten of these are ...": the whole is the only count of the sentence before.
void check_of_these(FigureAudit& audit, const ClaimRun& run) {
    for (std::size_t i = 0; i < run.quantities.size(); ++i) {
        const std::size_t s = run.sentence[i];
        if (s == 0 || !run.plain_count(i) || run.quantities[i].begin != run.sentences[s].begin) continue;
        const std::string_view after = run.text().substr(run.quantities[i].end, 10);
        if (!after.starts_with(" of these ") && !after.starts_with(" of them ")) continue;
        const auto whole = only_count(run, s - 1);
        if (!whole || run.quantities[i].value <= run.quantities[*whole].value) {
            if (whole)
                audit.agrees(
                    run.id, i,
                    shown(run.quantities[i].value) + " is not above " + shown(run.quantities[*whole].value));
            continue;
        }
        audit.conflicts(run.id, i, "a part above its whole", "");
        audit.diagnostics.add(run.place(i), diag::part_larger_than_whole, run.words(i), run.words(*whole))
            .relate(run.place(*whole), "the whole stands here");
    }
}

/// "It runs three homes. Both were ...": only where a verb follows and the sentence before has one count of
/// things.
void check_both(FigureAudit& audit, const ClaimRun& run) {
    constexpr std::array<std::string_view, 5> verbs = {"were", "are", "have", "had", "remain"};
    for (std::size_t s = 1; s < run.sentences.size(); ++s) {
        const std::string_view sentence = run.run->words(run.sentences[s].begin, run.sentences[s].end);
        if (!sentence.starts_with("Both ")) continue;
        const std::string_view next = sentence.substr(5, sentence.find(' ', 5) - 5);
        const auto count = only_count(run, s - 1);
        if (!count || std::find(verbs.begin(), verbs.end(), next) == verbs.end()) continue;
        const prose::Quantity& q = run.quantities[*count];
        if (q.noun_begin == q.noun_end) continue;
        if (q.value == Rational(2)) {
            audit.agrees(run.id, *count, "“both” speaks of two");
            continue;
        }
        const std::uint32_t begin = run.sentences[s].begin;
        audit.conflicts(run.id, *count, "“both” speaks of two", "");
        audit.diagnostics
            .add(run.run->source(begin, begin + 4), diag::both_of_other_number, run.words(*count))
            .relate(run.place(*count), "the number stands here");
    }
}

}  // namespace

void check_part_claims(FigureAudit& audit, const ClaimTexts& texts) {
    for (const ClaimRun& run : texts.runs) {
        if (run.quantities.empty()) continue;
        check_part_of_whole(audit, run);
        check_of_these(audit, run);
        check_both(audit, run);
    }
}

}  // namespace stet::validators

// F213: one measure of one day given twice with different numbers.
#include <algorithm>
#include <array>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "compiler/base/ascii.hpp"
#include "compiler/base/catalogue.hpp"
#include "validators/claims.hpp"

namespace stet::validators {

namespace {

using prose::DateStyle;
using prose::Quantity;
using prose::QuantityKind;

constexpr std::size_t fewest_words = 3;  ///< of the measure: fewer may speak of different things

/// One form of a verb for all of them.
std::string_view plain_form(std::string_view word) {
    constexpr auto forms = std::to_array<std::pair<std::string_view, std::string_view>>({
        {"lived", "live"},
        {"living", "live"},
        {"lives", "live"},
        {"looking", "looked"},
        {"cared", "care"},
    });
    for (const auto& [form, plain] : forms) {
        if (ascii::equal_ignoring_case(word, form)) return plain;
    }
    return word;
}

/// The words in lower case and in the order of the alphabet, without what only joins them: "305 children were
/// looked after by the council" and "the council was looking after 305 children" name one measure. Empty
/// where they are too few, or point back.
std::string key_of(std::string_view words) {
    constexpr auto joining = std::to_array<std::string_view>(
        {"were", "was", "are", "is", "being", "been", "had", "have",  "has", "who", "at",   "on",  "as",
         "the",  "a",   "an",  "of", "in",    "by",   "its", "there", "for", "to",  "that", "with"});
    constexpr auto pointing = std::to_array<std::string_view>(
        {"these", "those", "them", "whom", "which", "this", "it", "from", "not", "no"});
    std::vector<std::string> kept;
    while (!words.empty()) {
        const std::string_view word = words.substr(0, words.find(' '));
        words.remove_prefix(std::min(words.size(), word.size() + 1));
        std::string lower;
        const std::string_view plain = plain_form(word);
        std::transform(plain.begin(), plain.end(), std::back_inserter(lower), ascii::lower);
        if (std::find(pointing.begin(), pointing.end(), lower) != pointing.end()) return {};
        if (!lower.empty() && std::find(joining.begin(), joining.end(), lower) == joining.end())
            kept.push_back(std::move(lower));
    }
    if (kept.size() < fewest_words) return {};
    std::sort(kept.begin(), kept.end());
    std::string key;
    for (const std::string& word : kept) key += ' ' + word;
    return key;
}

/// The words after a number up to the next stop, comma, bracket or number.
std::string said_after(const ClaimRun& run, std::size_t i) {
    const std::uint32_t end = i + 1 < run.quantities.size() ? run.quantities[i + 1].begin
                                                            : static_cast<std::uint32_t>(run.text().size());
    std::string_view after = run.run->words(run.quantities[i].end, std::max(run.quantities[i].end, end));
    after = after.substr(0, after.find_first_of(".,;:()"));
    while (!after.empty() && after.front() == ' ') after.remove_prefix(1);
    while (!after.empty() && after.back() == ' ') after.remove_suffix(1);
    return std::string(after);
}

/// The words around a number that say of what it is: before it from the date or the beginning of the
/// sentence, after it up to the next stop, comma, bracket or number.
std::string measure(const ClaimRun& run, std::size_t i) {
    const std::string after = said_after(run, i);
    constexpr auto fillers = std::to_array<std::string_view>({"a total of "});
    const bool dated = run.of_sentence(run.sentence[i]).first < i;
    std::string_view before = dated ? run.between(i - 1, i) : run.before(i);
    // Words before a date say that it is one: "At", "As at", "On".
    constexpr std::size_t longest_lead = 6;
    if (dated && run.before(run.of_sentence(run.sentence[i]).first).size() > longest_lead) return {};
    before.remove_suffix(ending(before, fillers).size());
    if (begins_with(before, ", ")) before.remove_prefix(2);
    constexpr std::string_view marks = ".,;:()";
    const bool counts_things = run.quantities[i].noun_begin < run.quantities[i].noun_end;
    if (!counts_things || before.find_first_of(marks) != std::string_view::npos) return {};
    return key_of(std::string(before) + " " + after);
}

/// The only day that the sentence names.
std::optional<CivilDate> day_of(const ClaimRun& run, std::size_t s) {
    const auto [first, last] = run.of_sentence(s);
    std::optional<CivilDate> found;
    for (std::size_t i = first; i < last; ++i) {
        const Quantity& q = run.quantities[i];
        if (q.kind != QuantityKind::date && q.kind != QuantityKind::period) continue;
        if (found || q.kind == QuantityKind::period || q.first != q.last ||
            q.date_style == DateStyle::day_month)
            return std::nullopt;
        found = q.first;
    }
    return found;
}

/// Whether two numbers have the same digits in another order: 318 and 381.
bool transposed(const Rational& a, const Rational& b) {
    std::string one = shown(a), other = shown(b);
    if (a == b || one.size() < 2 || one.size() != other.size()) return false;
    std::sort(one.begin(), one.end());
    std::sort(other.begin(), other.end());
    return one == other;
}

/// "The council looks after 318 children. The 381 children ...": a number that a definite article points back
/// to, with the digits of the only one of these things that the text before gives, in another order.
void check_transposed(FigureAudit& audit, const ClaimRun& run, std::size_t i) {
    constexpr auto definite = std::to_array<std::string_view>({"the ", "these ", "the same ", "all "});
    const std::size_t s = run.sentence[i];
    const std::string_view noun = head_noun(run, i);
    if (!run.plain_count(i) || run.quantities[i].in_words || noun.empty() ||
        ending(run.before(i), definite).empty())
        return;
    std::optional<std::size_t> found;
    for (std::size_t j = run.of_sentence(s - std::min<std::size_t>(s, 1)).first; j < i; ++j) {
        if (!run.plain_count(j) || !ascii::equal_ignoring_case(head_noun(run, j), noun)) continue;
        if (found) return;
        found = j;
    }
    if (!found || !transposed(run.quantities[i].value, run.quantities[*found].value)) return;
    const Rational &here = run.quantities[i].value, &there = run.quantities[*found].value;
    audit.conflicts(run.id, i, "the text before says " + shown(there), "");
    audit.diagnostics
        .add(run.place(i), diag::measure_given_twice, shown(here), shown(there),
             "“" + std::string(noun) + "”")
        .relate(run.place(*found), "the other number stands here")
        .severity = Severity::query;
}

}  // namespace

void check_repeated_claims(FigureAudit& audit, const ClaimTexts& texts) {
    struct Place {
        const ClaimRun* run;
        std::size_t index;
    };
    std::map<std::pair<CivilDate, std::string>, Place> seen;
    for (const ClaimRun& run : texts.runs) {
        for (std::size_t i = 1; i < run.quantities.size(); ++i) {
            if (!run.crowded(run.sentence[i])) check_transposed(audit, run, i);
        }
        for (std::size_t s = 0; s < run.sentences.size(); ++s) {
            const auto day = day_of(run, s);
            const auto count = day ? only_count(run, s) : std::nullopt;
            std::string words = count ? measure(run, *count) : std::string();
            if (words.empty()) continue;
            const auto [at, fresh] = seen.try_emplace({*day, std::move(words)}, Place{&run, *count});
            if (fresh) continue;
            const Place first = at->second;
            const Rational &here = run.quantities[*count].value,
                           &there = first.run->quantities[first.index].value;
            if (here == there) {
                audit.agrees(run.id, *count, "given twice alike");
                audit.agrees(first.run->id, first.index, "given twice alike");
                continue;
            }
            audit.conflicts(run.id, *count, "the same measure is " + shown(there) + " elsewhere", "");
            audit.conflicts(first.run->id, first.index, "the same measure is " + shown(here) + " elsewhere",
                            "");
            audit.diagnostics
                .add(run.place(*count), diag::measure_given_twice, shown(here), shown(there),
                     "“" + said_after(run, *count) + "” at one date")
                .relate(first.run->place(first.index), "the other number stands here");
        }
    }
}

}  // namespace stet::validators

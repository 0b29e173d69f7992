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

/// Words of the measure; fewer may speak of different things.
constexpr std::size_t fewest_words = 3;
constexpr std::size_t fewest_in_whole_sentence = 2;  ///< where nothing else stands in the sentence
constexpr std::size_t fewest_without_date = 4;

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
std::string key_of(std::string_view words, std::size_t fewest) {
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
    if (kept.size() < fewest) return {};
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

/// Whether what is said after a number ends the sentence.
bool said_to_the_end(const ClaimRun& run, std::size_t i) {
    const prose::Sentence& sentence = run.sentences[run.sentence[i]];
    const std::string_view rest =
        run.run->words(run.quantities[i].end, std::max(run.quantities[i].end, sentence.end));
    const std::size_t stop = rest.find_first_of(",;:()");
    return stop == std::string_view::npos && run.of_sentence(run.sentence[i]).second == i + 1;
}
bool ends_sentence(const ClaimRun& run, std::size_t i) {
    return said_after(run, i).empty() && said_to_the_end(run, i);
}

/// "The number of children with a plan is 176", "92% of care leavers live ...": what is so at one time only;
/// inspectors may well look at twelve files twice.
bool names_measure(const Quantity& q, std::string_view before) {
    constexpr auto openings = std::to_array<std::string_view>({"The number of ", "The total number of "});
    return q.kind == QuantityKind::percent ||
           std::any_of(openings.begin(), openings.end(),
                       [&](auto opening) { return before.starts_with(opening); });
}

/// The words around a number that say of what it is: before it from the date or the beginning of the
/// sentence, after it up to the next stop, comma, bracket or number.
std::string measure(const ClaimRun& run, std::size_t i, bool has_day) {
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
    const Quantity& q = run.quantities[i];
    const bool counts_things = q.noun_begin < q.noun_end || (!has_day && ends_sentence(run, i));
    if (!counts_things || before.find_first_of(marks) != std::string_view::npos) return {};
    const bool whole = said_to_the_end(run, i);
    if (!has_day && (!whole || !names_measure(q, before))) return {};
    return key_of(std::string(before) + " " + after, !has_day ? fewest_without_date
                                                     : whole  ? fewest_in_whole_sentence
                                                              : fewest_words);
}

/// The figure of a sentence that has no other number and names no time: a count or a percentage.
std::optional<std::size_t> only_figure(const ClaimRun& run, std::size_t s) {
    const auto [first, last] = run.of_sentence(s);
    if (last != first + 1) return std::nullopt;
    const Quantity& q = run.quantities[first];
    const bool exact =
        q.bound == prose::Bound::none && q.approximation == prose::Approximation::none && !q.range;
    return run.plain_count(first) || (q.kind == QuantityKind::percent && exact) ? std::optional(first)
                                                                                : std::nullopt;
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

struct Place {
    const ClaimRun* run;
    std::size_t index;
    [[nodiscard]] const Quantity& quantity() const { return run->quantities[index]; }
};

void judge_repeat(FigureAudit& audit, const Place& first, const Place& again, bool has_day) {
    const Quantity& there = first.quantity();
    const Quantity& here = again.quantity();
    if (here.kind != there.kind) return;
    if (here.value == there.value) {
        audit.agrees(again.run->id, again.index, "given twice alike");
        audit.agrees(first.run->id, first.index, "given twice alike");
        return;
    }
    const std::string shown_here(again.run->words(again.index));
    const std::string shown_there(first.run->words(first.index));
    audit.conflicts(again.run->id, again.index, "the same measure is " + shown_there + " elsewhere", "");
    audit.conflicts(first.run->id, first.index, "the same measure is " + shown_here + " elsewhere", "");
    Diagnostic& diagnostic = audit.diagnostics.add(
        again.run->place(again.index), diag::measure_given_twice, shown_here, shown_there,
        has_day ? "“" + said_after(*again.run, again.index) + "” at one date"
                : "the same words, without a date");
    diagnostic.relate(first.run->place(first.index), "the other number stands here");
    if (!has_day) diagnostic.severity = Severity::query;
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
    std::map<std::pair<std::optional<CivilDate>, std::string>, Place> seen;
    for (const ClaimRun& run : texts.runs) {
        for (std::size_t i = 1; i < run.quantities.size(); ++i) {
            if (!run.crowded(run.sentence[i])) check_transposed(audit, run, i);
        }
        for (std::size_t s = 0; s < run.sentences.size(); ++s) {
            const auto day = day_of(run, s);
            const auto figure = day ? only_count(run, s) : only_figure(run, s);
            std::string words = figure ? measure(run, *figure, day.has_value()) : std::string();
            if (words.empty()) continue;
            const auto [at, fresh] = seen.try_emplace({day, std::move(words)}, Place{&run, *figure});
            if (!fresh) judge_repeat(audit, at->second, {&run, *figure}, day.has_value());
        }
    }
}

}  // namespace stet::validators

// F213: one measure of one day given twice with different numbers.
#include <algorithm>
#include <array>
#include <map>
#include <string>

#include "compiler/base/ascii.hpp"
#include "compiler/base/catalogue.hpp"
#include "validators/claims.hpp"

namespace stet::validators {

namespace {

using prose::DateStyle;
using prose::Quantity;
using prose::QuantityKind;

constexpr std::size_t fewest_words = 4;  ///< of the measure: fewer may speak of different things

/// The words in lower case without what only joins them: "children were looked after by" and "children looked
/// after by" are one measure.
std::string key_of(std::string_view words) {
    constexpr auto joining = std::to_array<std::string_view>(
        {"were", "was", "are", "is", "being", "been", "had", "have", "has", "who", "at", "on", "as"});
    std::string key;
    while (!words.empty()) {
        const std::string_view word = words.substr(0, words.find(' '));
        words.remove_prefix(std::min(words.size(), word.size() + 1));
        if (word.empty() || std::find(joining.begin(), joining.end(), word) != joining.end()) continue;
        key += ' ';
        std::transform(word.begin(), word.end(), std::back_inserter(key), ascii::lower);
    }
    return key;
}

/// The words after a number up to the next stop, comma, bracket or number, in lower case; empty where they
/// are too few to name a measure.
std::string measure(const ClaimRun& run, std::size_t i) {
    const std::uint32_t end = i + 1 < run.quantities.size() ? run.quantities[i + 1].begin
                                                            : static_cast<std::uint32_t>(run.text().size());
    std::string_view words = run.run->words(run.quantities[i].end, std::max(run.quantities[i].end, end));
    words = words.substr(0, words.find_first_of(".,;:()"));
    while (!words.empty() && words.back() == ' ') words.remove_suffix(1);
    if (words.empty() || words.front() != ' ' ||
        static_cast<std::size_t>(std::count(words.begin(), words.end(), ' ')) < fewest_words)
        return {};
    return key_of(words);
}

/// Whether a sentence names nobody before its number, so that the words after it say whose it is: "At 31
/// March 2013, 305 ...", "There were 305 ...".
bool nobody_before(const ClaimRun& run, std::size_t i) {
    const std::size_t first = run.of_sentence(run.sentence[i]).first;
    std::string_view lead = run.before(i);
    if (first < i) lead = run.between(i - 1, i);  // after the date
    constexpr auto plain =
        std::to_array<std::string_view>({"", ", ", " ", " there were ", ", there were ", "There were ",
                                         "there were ", "A total of ", ", a total of "});
    const bool dated = first == i || (first + 1 == i && run.before(first).size() <= 6);
    return dated && std::find(plain.begin(), plain.end(), lead) != plain.end();
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

}  // namespace

void check_repeated_claims(FigureAudit& audit, const ClaimTexts& texts) {
    struct Place {
        const ClaimRun* run;
        std::size_t index;
    };
    std::map<std::pair<CivilDate, std::string>, Place> seen;
    for (const ClaimRun& run : texts.runs) {
        for (std::size_t s = 0; s < run.sentences.size(); ++s) {
            const auto day = day_of(run, s);
            const auto count = day ? only_count(run, s) : std::nullopt;
            std::string words = count ? measure(run, *count) : std::string();
            if (words.empty() || !nobody_before(run, *count)) continue;
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
                     "“" + at->first.second.substr(1) + "” at one date")
                .relate(first.run->place(first.index), "the other number stands here");
        }
    }
}

}  // namespace stet::validators

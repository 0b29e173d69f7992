// F221: how many times one number is another: "62%, twice the national rate of 31%", "Twice as many boys (42)
// as girls (21)", "has been halved: 44 in May and 22 in October".
#include <algorithm>
#include <array>

#include "compiler/base/catalogue.hpp"
#include "validators/claims_changes.hpp"
#include "validators/claims_comparisons.hpp"

namespace stet::validators {

namespace {

using prose::Quantity;
using prose::QuantityKind;

/// A word, and the ratios that it may be stretched to.
struct Times {
    std::string_view word;
    Rational times;
    Rational least;
    Rational most;
};
const std::array<Times, 6> all_times = {{
    {"twice", Rational(2), Rational::ratio(7, 4), Rational::ratio(5, 2)},
    {"double", Rational(2), Rational::ratio(7, 4), Rational::ratio(5, 2)},
    {"three times", Rational(3), Rational::ratio(5, 2), Rational::ratio(7, 2)},
    {"treble", Rational(3), Rational::ratio(5, 2), Rational::ratio(7, 2)},
    {"four times", Rational(4), Rational::ratio(7, 2), Rational::ratio(9, 2)},
    {"half", Rational::ratio(1, 2), Rational::ratio(2, 5), Rational::ratio(3, 5)},
}};
const std::array<Times, 4> all_changes = {{
    {"doubled", Rational(2), Rational::ratio(7, 4), Rational::ratio(5, 2)},
    {"trebled", Rational(3), Rational::ratio(5, 2), Rational::ratio(7, 2)},
    {"tripled", Rational(3), Rational::ratio(5, 2), Rational::ratio(7, 2)},
    {"halved", Rational::ratio(1, 2), Rational::ratio(2, 5), Rational::ratio(3, 5)},
}};

/// The ratios that a word may mean after words of degree, which are taken from the end of `lead`.
Interval meaning(const Times& times, std::string_view& lead) {
    constexpr auto past =
        std::to_array<std::string_view>({"well over ", "just over ", "slightly over ", "over ",
                                         "slightly more than ", "more than ", "at least "});
    constexpr auto below = std::to_array<std::string_view>({"less than ", "fewer than ", "under "});
    constexpr auto nearly =
        std::to_array<std::string_view>({"almost ", "nearly ", "virtually ", "just under ",
                                         "slightly less than ", "slightly under ", "close to "});
    constexpr auto plain = std::to_array<std::string_view>(
        {"about ", "around ", "approximately ", "roughly ", "only ", "just ", "exactly ", "still "});
    const Rational slack = times.times / Rational(4);
    for (const auto& [words, interval] :
         {std::pair(std::span<const std::string_view>(nearly),
                    Interval::closed(times.least - slack, times.times)),
          std::pair(std::span<const std::string_view>(past), Interval::at_least(times.times)),
          std::pair(std::span<const std::string_view>(below), Interval::closed(Rational(0), times.times))}) {
        const std::string_view degree = ending(lead, words);
        if (degree.empty()) continue;
        lead.remove_suffix(degree.size());
        lead.remove_suffix(ending(lead, plain).size());
        return interval;
    }
    lead.remove_suffix(ending(lead, plain).size());
    return Interval::closed(times.least, times.most);
}

bool exact(const Quantity& q) {
    return q.bound == prose::Bound::none && q.approximation == prose::Approximation::none && !q.range &&
           !q.compound && q.is_figure() && q.kind != QuantityKind::age;
}

/// "the national rate of ", "that of England (", "what it was ("
bool names_other(std::string_view text) {
    constexpr auto begins = std::to_array<std::string_view>({" the ", " that of ", " that in ", " that for ",
                                                             " its ", " last year", " what it was ",
                                                             " what they were ", " England\u2019s "});
    constexpr auto ends =
        std::to_array<std::string_view>({" of ", " (", " at ", " the ", "\u2019s ", ", which is "});
    constexpr auto others =
        std::to_array<std::string_view>({"and", "or", "but", "who", "than", "from", "to"});
    const std::string_view begin = beginning(text, begins), end = ending(text, ends);
    if (begin.empty() || end.empty() || text.size() > 100) return false;
    if (end == " (" || end.starts_with(',')) text.remove_suffix(end.size());
    return text.find_first_of(".,;:()") == std::string_view::npos && !mentions_any(text, others);
}

/// Whether what stands between a number and "twice" leaves it the one that is twice the other.
bool links(std::string_view text) {
    constexpr auto joints = std::to_array<std::string_view>(
        {", which is ", ", which was ", ", this is ", ", that is ", ", ", "; this is "});
    constexpr auto plain =
        std::to_array<std::string_view>({" is ", " was ", " which is ", " (", " and is ", " \u2013 "});
    constexpr auto others =
        std::to_array<std::string_view>({"and", "but", "or", "than", "compared", "from", "while", "whereas",
                                         "although", "when", "who", "whom"});
    if (std::find(plain.begin(), plain.end(), text) != plain.end()) return true;
    const std::string_view joint = ending(text, joints);
    text.remove_suffix(joint.size());
    constexpr std::size_t longest = 80;
    return !joint.empty() && text.size() <= longest &&
           text.find_first_of(".,;:()") == std::string_view::npos && !mentions_any(text, others);
}

class RatioClaims {
  public:
    RatioClaims(FigureAudit& audit, const ClaimRun& run) : audit_(audit), run_(run) {}
    void check(std::size_t s);

  private:
    [[nodiscard]] std::optional<std::size_t> figure_after(std::size_t s, std::size_t at) const;
    [[nodiscard]] bool alike(std::size_t a, std::size_t b) const;
    void times_other(std::size_t s, std::size_t at, const Times& times);
    void as_many(std::size_t s, std::size_t at, const Times& times);
    void listed(std::size_t s, std::size_t at, const Times& times);
    void judge(std::size_t own, std::size_t other, std::size_t at, const Times& times, const Interval& meant);

    FigureAudit& audit_;
    const ClaimRun& run_;
};

/// The first figure of sentence `s` that begins at `at` or after; a date is none.
std::optional<std::size_t> RatioClaims::figure_after(std::size_t s, std::size_t at) const {
    const auto [first, last] = run_.of_sentence(s);
    for (std::size_t i = first; i < last; ++i) {
        if (run_.quantities[i].begin >= at && run_.quantities[i].is_figure()) return i;
    }
    return std::nullopt;
}

bool RatioClaims::alike(std::size_t a, std::size_t b) const {
    const Quantity &one = run_.quantities[a], &other = run_.quantities[b];
    return exact(one) && exact(other) && (same_unit(one, other) || borrows_unit(other, one)) &&
           (one.kind != QuantityKind::count || may_count_the_same(run_, a, b));
}

void RatioClaims::judge(std::size_t own, std::size_t other, std::size_t at, const Times& times,
                        const Interval& meant) {
    const Quantity &a = run_.quantities[own], &b = run_.quantities[other];
    if (!b.interval.low || !(*b.interval.low > Rational(0)) || !a.interval.known()) return;
    const Interval ratio = a.interval / b.interval;
    const Verdict verdict = meet(ratio, meant);
    const std::string sum =
        run_.words(own) + " is " + shown(a.value / b.value, 1) + " times " + run_.words(other);
    if (verdict == Verdict::agrees) {
        audit_.possible(run_.id, own, sum);
        audit_.possible(run_.id, other, sum);
    }
    if (verdict != Verdict::conflicts) return;
    audit_.conflicts(run_.id, own, "the text calls it “" + std::string(times.word) + "” the other", sum);
    audit_.conflicts(run_.id, other, "the text calls the other “" + std::string(times.word) + "” it", sum);
    const auto begin = static_cast<std::uint32_t>(at),
               end = static_cast<std::uint32_t>(at + times.word.size());
    audit_.diagnostics.add(run_.run->source(begin, end), diag::relation_unlike_values, times.word, sum)
        .relate(run_.place(own), "the one number stands here")
        .relate(run_.place(other), "the other stands here")
        .severity = Severity::query;
}

/// "62 per 10,000, which is twice the national rate of 31"
void RatioClaims::times_other(std::size_t s, std::size_t at, const Times& times) {
    const std::size_t after = at + times.word.size();
    const auto other = figure_after(s, after);
    if (!other ||
        !names_other(run_.run->words(static_cast<std::uint32_t>(after), run_.quantities[*other].begin)))
        return;
    const auto [first, last] = run_.of_sentence(s);
    std::string_view lead = run_.run->words(run_.sentences[s].begin, static_cast<std::uint32_t>(at));
    const Interval meant = meaning(times, lead);
    const std::size_t end = run_.sentences[s].begin + lead.size();
    std::size_t own = first;
    while (own < last && run_.quantities[own].end <= end) ++own;
    if (own == first) {
        constexpr auto back =
            std::to_array<std::string_view>({"This is ", "This was ", "It is ", "That is "});
        if (s == 0 || std::find(back.begin(), back.end(), lead) == back.end()) return;
        const auto [begin, close] = run_.of_sentence(s - 1);
        const auto before = only_comparable(run_, begin, close, run_.quantities[*other]);
        if (before && alike(*before, *other)) judge(*before, *other, at, times, meant);
        return;
    }
    const Quantity& near = run_.quantities[own - 1];
    const std::uint32_t from = std::max(near.end, near.is_date() ? near.end : near.noun_end);
    while (own > first && run_.quantities[own - 1].is_date()) --own;
    if (own == first || from > end) return;
    const std::string_view between = run_.run->words(from, static_cast<std::uint32_t>(end));
    if (!links(between) && !names_measure(run_.before(own - 1), between)) return;
    if (alike(own - 1, *other)) judge(own - 1, *other, at, times, meant);
}

/// "Twice as many boys (42) as girls (21)", "three times as many in 2015 (690) as in 2012 (230)"
void RatioClaims::as_many(std::size_t s, std::size_t at, const Times& times) {
    const std::size_t after = at + times.word.size();
    const auto one = figure_after(s, after);
    if (!begins_with(run_.text().substr(after), " as ") || !one || !run_.bracketed[*one]) return;
    const auto other = figure_after(s, run_.quantities[*one].end);
    if (!other || !run_.bracketed[*other]) return;
    const std::string_view lead =
        run_.run->words(static_cast<std::uint32_t>(after), run_.quantities[*one].begin);
    const std::string_view between =
        run_.run->words(run_.quantities[*one].end, run_.quantities[*other].begin);
    constexpr std::size_t longest = 80;
    if (lead.size() > longest || between.size() > longest || !begins_with(between, ") as ") ||
        !ends_with(between, " (") || !ends_with(lead, " (") || !begins_with(run_.after(*other), ")") ||
        lead.find_first_of(".,;:") != std::string_view::npos ||
        between.find_first_of(".,;:") != std::string_view::npos || !alike(*one, *other))
        return;
    std::string_view degree = run_.run->words(run_.sentences[s].begin, static_cast<std::uint32_t>(at));
    const Interval meant = meaning(times, degree);
    if (!is_doubtful(degree)) judge(*one, *other, at, times, meant);
}

/// "The list has been halved: 44 children were waiting in May and 22 in October"
void RatioClaims::listed(std::size_t s, std::size_t at, const Times& times) {
    const std::size_t after = at + times.word.size();
    const auto from = figure_after(s, after);
    if (run_.text().substr(after, 2) != ": " || !from) return;
    const auto to = figure_after(s, run_.quantities[*from].end);
    if (!to || !before_after(run_.quantities[*from], run_.quantities[*to])) return;
    const bool begins = run_.quantities[*from].begin <= after + 40;
    const std::string_view between = run_.run->words(run_.quantities[*from].end, run_.quantities[*to].begin);
    constexpr auto when = std::to_array<std::string_view>({"in", "at", "on", "by"});
    if (!begins || !ends_with(between, " and ") || between.size() > 80 || !mentions_any(between, when) ||
        !mentions_any(run_.after(*to), when))
        return;
    std::string_view degree = run_.run->words(run_.sentences[s].begin, static_cast<std::uint32_t>(at));
    const Interval meant = meaning(times, degree);
    if (!is_doubtful(degree)) judge(*to, *from, at, times, meant);
}

void RatioClaims::check(std::size_t s) {
    const std::string_view text = run_.text().substr(0, run_.sentences[s].end);
    for (const Times& times : all_times) {
        for (std::size_t at = find_words(text, times.word, run_.sentences[s].begin);
             at != std::string_view::npos; at = find_words(text, times.word, at + 1)) {
            times_other(s, at, times);
            as_many(s, at, times);
        }
    }
    for (const Times& times : all_changes) {
        const std::size_t at = find_words(text, times.word, run_.sentences[s].begin);
        if (at != std::string_view::npos) listed(s, at, times);
    }
}

}  // namespace

void check_ratio_claims(FigureAudit& audit, const ClaimTexts& texts) {
    for (const ClaimRun& run : texts.runs) {
        for (std::size_t s = 0; s < run.sentences.size(); ++s) {
            const auto [first, last] = run.of_sentence(s);
            if (first < last && !run.crowded(s)) RatioClaims(audit, run).check(s);
        }
    }
}

}  // namespace stet::validators

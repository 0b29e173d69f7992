// D201 to D207: dates before, in and after the inspection as the tense says; the dates of the report itself.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "compiler/base/calendar.hpp"
#include "compiler/base/catalogue.hpp"
#include "compiler/prose/sentences.hpp"
#include "validators/dates.hpp"
#include "validators/variants.hpp"

namespace stet::validators {

namespace {

using prose::Quantity;
using prose::QuantityKind;
using prose::Run;
using prose::RunId;
using prose::Unit;
using prose::Word;

enum class Tense : std::uint8_t { none, since, past, future };

/// Words that plan: after them a tense says nothing about the calendar.
constexpr std::array<std::string_view, 16> plans{
    "would",    "could",  "should",   "plan",   "plans",    "planned",   "expected", "scheduled",
    "proposed", "agreed", "deadline", "target", "forecast", "projected", "if",       "intended"};
/// Words that look from another moment; they reach no further than the next comma.
constexpr std::array<std::string_view, 8> anchors{"by",    "until", "when", "before",
                                                  "after", "next",  "from", "following"};
/// What is due to happen; "due to" before another word gives a cause.
constexpr std::array<std::string_view, 24> due{
    "be",       "become", "begin",  "cease",  "close",   "come",   "commence", "complete",
    "conclude", "end",    "expire", "finish", "go",      "join",   "launch",   "leave",
    "meet",     "merge",  "move",   "open",   "publish", "report", "start",    "take"};
constexpr std::array<std::string_view, 9> present_verbs{"is",  "are", "has",  "have", "can",
                                                        "may", "do",  "does", "must"};

template <class List>
bool among(const List& list, std::string_view word) {
    return std::find(list.begin(), list.end(), word) != list.end();
}

class ChronologyCheck {
  public:
    ChronologyCheck(const model::Report& report, Diagnostics& diagnostics)
        : report_(report), diagnostics_(diagnostics) {}

    void check_header() {
        const model::InspectionDates& dates = report_.dates;
        if (dates.begins && dates.ends && *dates.ends < *dates.begins) {
            diagnostics_.add(dates.inspected_span, diag::inspection_reversed, long_date(*dates.begins),
                             long_date(*dates.ends));
        }
        if (dates.published && dates.ends && *dates.published < *dates.ends) {
            diagnostics_
                .add(dates.published_span, diag::published_early, long_date(*dates.published),
                     long_date(*dates.ends))
                .relate(dates.inspected_span, "inspected here");
        }
    }

    void check_runs() {
        if (!report_.dates.begins || !report_.dates.ends) return;
        for (RunId id = 0; id < report_.quantities.size(); ++id) {
            const auto& quantities = report_.quantities[id];
            const bool dated = std::any_of(quantities.begin(), quantities.end(),
                                           [](const Quantity& q) { return q.kind == QuantityKind::date; });
            if (!dated) continue;
            check_copyright(id);
            if (holds_sentences(report_.runs[id].kind)) check_sentences(id);
        }
    }

  private:
    [[nodiscard]] std::string_view form(std::size_t word) const {
        return report_.words.form(report_.words.all[word]);
    }

    /// Words of the run whose bytes lie in [begin, end).
    [[nodiscard]] std::pair<std::size_t, std::size_t> words_between(RunId id, std::uint32_t begin,
                                                                    std::uint32_t end) const {
        const auto words = report_.words.in(id);
        const auto from = std::lower_bound(words.begin(), words.end(), begin,
                                           [](const Word& w, std::uint32_t at) { return w.begin < at; });
        const auto to = std::lower_bound(from, words.end(), end,
                                         [](const Word& w, std::uint32_t at) { return w.begin < at; });
        const std::size_t first = report_.words.first[id];
        return {first + static_cast<std::size_t>(from - words.begin()),
                first + static_cast<std::size_t>(to - words.begin())};
    }

    void check_sentences(RunId id) {
        const auto& quantities = report_.quantities[id];
        std::size_t q = 0;
        for (const prose::Sentence& sentence : report_.sentences[id]) {
            std::vector<const Quantity*> dates;
            const Quantity* duration = nullptr;
            for (; q < quantities.size() && quantities[q].begin < sentence.end; ++q) {
                if (quantities[q].kind == QuantityKind::date)
                    dates.push_back(&quantities[q]);
                else if (quantities[q].kind == QuantityKind::duration)
                    duration = &quantities[q];
            }
            // With two dates the verb may speak of either.
            if (dates.size() == 1) check_tense(id, sentence, *dates.front());
            if (dates.size() == 1 && duration != nullptr) check_distance(id, *dates.front(), *duration);
        }
    }

    void check_tense(RunId id, const prose::Sentence& sentence, const Quantity& date) {
        const Run& run = report_.runs[id];
        if (date.first.year == 0) return;
        const CivilDate begins = *report_.dates.begins;
        const CivilDate ends = report_.dates.published
                                   ? std::max(*report_.dates.published, *report_.dates.ends)
                                   : *report_.dates.ends;
        const Span span = run.source(date.begin, date.end);
        const std::string_view words = run.words(date.begin, date.end);
        const Tense before = tense_before(id, sentence, date);
        switch (before == Tense::none && stated_at(id, sentence, date) ? Tense::past : before) {
            case Tense::since:
                if (ends < date.first)
                    said(diagnostics_.add(span, diag::since_future, words, long_date(*report_.dates.ends)));
                break;
            case Tense::past:
                if (ends < date.first)
                    said(diagnostics_.add(span, diag::past_future, words, long_date(*report_.dates.ends)));
                break;
            case Tense::future:
                if (date.last < begins)
                    said(diagnostics_.add(span, diag::future_past, words, long_date(begins)));
                break;
            case Tense::none:
                break;
        }
    }

    void said(Diagnostic& made) { made.relate(report_.dates.inspected_span, "the inspection"); }

    /// What the words before a date say of its time; `none` unless they are plain.
    [[nodiscard]] Tense tense_before(RunId id, const prose::Sentence& sentence, const Quantity& date) const {
        const auto [first, last] = words_between(id, sentence.begin, date.begin);
        if (first == last) return Tense::none;
        if (form(last - 1) == "since") return Tense::since;
        const std::string_view join = form(last - 1);
        if (join != "in" && join != "on" && join != "during") return Tense::none;
        // "Since the hub opened in April 2015, ..."
        const std::size_t clause = clause_begin(id, first, last);
        if (form(clause) == "since") return Tense::since;
        if (std::any_of(report_.words.all.begin() + static_cast<std::ptrdiff_t>(first),
                        report_.words.all.begin() + static_cast<std::ptrdiff_t>(last),
                        [&](const Word& w) { return among(plans, report_.words.form(w)); }))
            return Tense::none;
        return tense_of(clause, last - 1);
    }

    /// The tense of the words [clause, end), where they have one finite verb or several of one tense, and no
    /// infinitive that looks ahead.
    [[nodiscard]] Tense tense_of(std::size_t clause, std::size_t end) const {
        bool past = false;
        bool verb = false;
        bool present = false;
        bool future = false;
        bool infinitive = false;
        for (std::size_t i = clause; i < end; ++i) {
            const std::string_view word = form(i);
            if (is_anchor(i, clause) || (is_publishing(word) && !report_.dates.published)) return Tense::none;
            past |= word == "was" || word == "were";
            // "Children placed with families are helped": what looked like the verb was none.
            verb = (verb && !among(present_verbs, word)) || is_past_verb(i, clause);
            const bool ahead = word == "will" || is_due(i, end) ||
                               (word == "on" && i + 2 < end && form(i + 1) == "track" && form(i + 2) == "to");
            future |= ahead;
            present |= !ahead && among(present_verbs, word);
            infinitive |= past && word == "to" && is_plain(i + 1);
        }
        past = (past && !present && !infinitive) || verb;
        if (past == future) return Tense::none;
        return past ? Tense::past : Tense::future;
    }

    /// "At 31 March 2014, 305 children were looked after": a sentence that opens with a day and says what
    /// was.
    [[nodiscard]] bool stated_at(RunId id, const prose::Sentence& sentence, const Quantity& date) const {
        const auto [first, last] = words_between(id, sentence.begin, date.begin);
        const bool opens = last == first + 1 && (form(first) == "at" || form(first) == "on");
        if (!opens || date.first != date.last) return false;
        const auto [begin, end] = words_between(id, date.end, sentence.end);
        for (std::size_t i = begin; i < end; ++i) {
            const std::string_view word = form(i);
            if (among(plans, word) || among(present_verbs, word) || word == "will") return false;
            if (word == "was" || word == "were" || word == "had") return true;
        }
        return false;
    }

    /// "is due to start".
    [[nodiscard]] bool is_due(std::size_t i, std::size_t end) const {
        return (form(i) == "is" || form(i) == "are") && i + 3 < end && form(i + 1) == "due" &&
               form(i + 2) == "to" && among(due, form(i + 3));
    }

    /// The report's own publication follows its inspection.
    [[nodiscard]] static bool is_publishing(std::string_view word) {
        return word == "published" || word == "republished" || word == "reissued";
    }

    /// A word in small letters with a meaning of its own: after "to" a verb, mostly.
    [[nodiscard]] bool is_plain(std::size_t i) const {
        const Word& word = report_.words.all[i];
        return !word.capital && !word.digits && !report_.words.closed_class[word.symbol];
    }

    /// The first word after the last comma, semicolon or colon before `last`.
    [[nodiscard]] std::size_t clause_begin(RunId id, std::size_t first, std::size_t last) const {
        const std::string_view text = report_.text(id);
        for (std::size_t i = last - 1; i > first; --i) {
            const std::uint32_t end = report_.words.all[i - 1].end;
            const std::string_view gap = text.substr(end, report_.words.all[i].begin - end);
            if (gap.find_first_of(",;:") != gap.npos) return i;
        }
        return first;
    }

    /// "looked after" looks from no moment.
    [[nodiscard]] bool is_anchor(std::size_t i, std::size_t clause) const {
        return among(anchors, form(i)) && (i == clause || !form(i - 1).starts_with("look"));
    }

    /// "which replaced", "the court started": a form in -ed after a word that can be its subject. After a
    /// form of "be", "have" or "to", after a preposition or another participle it may be none.
    [[nodiscard]] bool is_past_verb(std::size_t i, std::size_t clause) const {
        const std::string_view word = form(i);
        if (i == clause || word.size() < 5 || !word.ends_with("ed") || word.ends_with("eed")) return false;
        const std::string_view before = form(i - 1);
        if (report_.words.all[i].joint != prose::Joint::space) return false;
        if (report_.words.closed_class[report_.words.all[i - 1].symbol])
            return before == "which" || before == "that" || before == "who" || before == "it" ||
                   before == "they";
        return !before.ends_with("ed") && !before.ends_with("ly");
    }

    /// "on 10 December 2013, five weeks before this inspection".
    void check_distance(RunId id, const Quantity& date, const Quantity& duration) {
        const Run& run = report_.runs[id];
        const auto [first, last] =
            words_between(id, duration.end, static_cast<std::uint32_t>(run.text.size()));
        if (last - first < 3 || duration.range || !duration.value.whole() || date.first.year == 0) return;
        std::size_t at = first;
        const bool before = form(at) == "before" || (form(at) == "prior" && form(at + 1) == "to");
        if (!before && form(at) != "after") return;
        at += form(at) == "prior" ? 2 : 1;
        if (at + 1 >= last || (form(at) != "this" && form(at) != "the") || form(at + 1) != "inspection")
            return;
        const auto unit = days_in(duration.unit);
        if (!unit || !is_real(date.first) || !is_real(date.last)) return;
        const std::int64_t anchor =
            before ? day_number(*report_.dates.begins) : day_number(*report_.dates.ends);
        const std::int64_t earliest =
            before ? anchor - day_number(date.last) : day_number(date.first) - anchor;
        const std::int64_t latest = before ? anchor - day_number(date.first) : day_number(date.last) - anchor;
        const Rational stated = duration.value * Rational(*unit);
        // Rounded either way: less than a whole unit is no conflict.
        if (Rational(latest) + Rational(*unit) > stated && Rational(earliest) - Rational(*unit) < stated)
            return;
        diagnostics_
            .add(run.source(duration.begin, report_.words.all[at + 1].end), diag::distance_wrong,
                 run.words(duration.begin, report_.words.all[at + 1].end), run.words(date.begin, date.end),
                 earliest)
            .relate(report_.dates.inspected_span, "the inspection");
    }

    static std::optional<std::int64_t> days_in(Unit unit) {
        switch (unit) {
            case Unit::day:
                return 1;
            case Unit::week:
                return 7;
            case Unit::month:
                return 31;
            case Unit::year:
                return 366;
            default:
                return std::nullopt;
        }
    }

    /// "© Crown copyright 2013" on a report of 2014.
    void check_copyright(RunId id) {
        const Run& run = report_.runs[id];
        for (const Quantity& date : report_.quantities[id]) {
            if (date.kind != QuantityKind::date || date.date_style != prose::DateStyle::year) continue;
            const auto [first, last] = words_between(id, 0, date.begin);
            const bool copyright =
                last > first && (form(last - 1) == "copyright" || run.words(0, date.begin).ends_with("© "));
            const std::int32_t least = report_.dates.ends->year;
            const std::int32_t most = report_.dates.published ? report_.dates.published->year : INT32_MAX;
            if (!copyright || (date.first.year >= least && date.first.year <= most)) continue;
            diagnostics_.add(run.source(date.begin, date.end), diag::copyright_year,
                             run.words(date.begin, date.end), date.first.year < least ? least : most);
        }
    }

    const model::Report& report_;
    Diagnostics& diagnostics_;
};

}  // namespace

void check_chronology(const model::Report& report, const Sources&, Diagnostics& diagnostics) {
    ChronologyCheck check(report, diagnostics);
    check.check_header();
    check.check_runs();
}

}  // namespace stet::validators

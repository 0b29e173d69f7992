// Mutation operators of inspectors, dates and periods.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <catch2/catch.hpp>
#include <map>

#include "compiler/prose/sentences.hpp"
#include "tests/mutation_sites.hpp"
#include "tests/mutations.hpp"

using namespace stet;
using namespace stet::test;

namespace {

constexpr std::array<std::string_view, 13> number_words{"zero", "one",    "two",   "three", "four",
                                                        "five", "six",    "seven", "eight", "nine",
                                                        "ten",  "eleven", "twelve"};

/// M16: one more and one fewer where the text counts inspectors.
std::vector<Mutant> inspectors_miscounted(const Original& original) {
    std::vector<Mutant> out;
    for (const model::TeamSize& size : original.report().team_sizes) {
        for (std::size_t n = 1; n + 1 < number_words.size(); ++n) {
            for (const Place place : places_of(original, number_words[n])) {
                if (place.begin < size.span.begin || place.end > size.span.end) continue;
                out.push_back(replaced(place, std::string(number_words[n + 1])));
                if (n > 1) out.push_back(replaced(place, std::string(number_words[n - 1])));
            }
        }
    }
    return out;
}

/// The members of a list of names, which stand with commas or "and" between.
std::vector<Span> members(const std::vector<model::Person>& people) {
    std::vector<Span> out;
    for (const model::Person& person : people) {
        if (person.role.find("team") != std::string::npos) out.push_back(person.span);
    }
    return out;
}

/// M17: a name dropped, doubled or added in the header or in the text.
std::vector<Mutant> names_changed(const Original& original) {
    std::vector<Mutant> out;
    const auto change = [&](const std::vector<Span>& names) {
        const std::size_t before = out.size();
        for (std::size_t i = 0; i < names.size(); ++i) {
            const std::string name(original.words(names[i]));
            if (i + 1 < names.size())
                out.push_back(replaced({names[i].begin, names[i + 1].begin}, ""));
            else if (i > 0)
                out.push_back(replaced({names[i - 1].end, names[i].end}, ""));
            out.push_back(replaced(place_of(names[i]), name + ", " + name));
            out.push_back(replaced(place_of(names[i]), name + ", Nora Quill"));
        }
        for (std::size_t i = before; i < out.size(); ++i)
            out[i].also.push_back({names[0].begin, names[0].end});
    };
    change(members(original.report().people));
    change(members(original.report().people_in_text));
    return out;
}

/// M18: the lead inspector and a member of the team change places, wherever they are named.
std::vector<Mutant> lead_exchanged(const Original& original) {
    const model::Report& report = original.report();
    std::multimap<std::string, Span> spans;
    std::string lead;
    std::vector<std::string> team;
    for (const auto* people : {&report.people, &report.people_in_text}) {
        for (const model::Person& person : *people) {
            spans.emplace(person.name, person.span);
            if (person.role == "lead inspector") lead = person.name;
            if (person.role == "team") team.push_back(person.name);
        }
    }
    std::vector<Mutant> out;
    for (const std::string& name : team) {
        Mutant mutant;
        for (const auto& [person, span] : spans) {
            const bool seen =
                std::any_of(mutant.changes.begin(), mutant.changes.end(),
                            [begin = span.begin](const Change& c) { return c.place.begin == begin; });
            if (seen || (person != lead && person != name)) continue;
            mutant.changes.push_back({place_of(span), person == lead ? name : lead});
        }
        out.push_back(std::move(mutant));
    }
    return out;
}

/// Every date or period in prose, with its run.
std::vector<std::pair<const prose::Quantity*, const prose::Run*>> dates_in(const Original& original) {
    std::vector<std::pair<const prose::Quantity*, const prose::Run*>> out;
    const model::Report& report = original.report();
    for (const prose::Run& run : report.runs) {
        if (!is_prose(run)) continue;
        for (const prose::Quantity& q : report.quantities[run.id]) {
            const bool dated = q.kind == prose::QuantityKind::date || q.kind == prose::QuantityKind::period;
            if (dated && run.source(q.begin, q.end).file == 0) out.emplace_back(&q, &run);
        }
    }
    return out;
}

std::string with_year(std::string words, std::int32_t from, std::int32_t to) {
    const std::size_t at = words.find(std::to_string(from));
    if (at != std::string::npos) words.replace(at, 4, std::to_string(to));
    return words;
}

/// M25: each end of the inspection a day, a month and a year later.
std::vector<Mutant> inspection_moved(const Original& original) {
    static constexpr std::string_view months[] = {"January",   "February", "March",    "April",
                                                  "May",       "June",     "July",     "August",
                                                  "September", "October",  "November", "December"};
    const model::InspectionDates& dates = original.report().dates;
    const std::string words(original.words(dates.inspected_span));
    std::vector<Mutant> out;
    for (const bool first : {true, false}) {
        const CivilDate date = first ? *dates.begins : *dates.ends;
        const std::string_view month = months[date.month - 1];
        const std::string old_date = fmt::format("{} {} {}", date.day, month, date.year);
        for (const std::string& moved : {fmt::format("{} {} {}", date.day + 1, month, date.year),
                                         fmt::format("{} {} {}", date.day, months[date.month % 12],
                                                     date.year + (date.month == 12 ? 1 : 0)),
                                         fmt::format("{} {} {}", date.day, month, date.year + 1)}) {
            std::string changed = words;
            const std::size_t at = first ? changed.find(old_date) : changed.rfind(old_date);
            if (at == std::string::npos) continue;
            changed.replace(at, old_date.size(), moved);
            out.push_back(replaced(place_of(dates.inspected_span), changed));
        }
    }
    return out;
}

/// Whether the words before a date tell that it is past, or that it is to come.
enum class Told : std::uint8_t { nothing, past, future };

Told told_before(std::string_view words) {
    const auto has = [&](std::string_view part) { return words.find(part) != std::string_view::npos; };
    if (words.ends_with("since ")) return Told::past;
    if (!words.ends_with(" in ") && !words.ends_with(" during ")) return Told::nothing;
    if (has(" will ") || has(" due to ") || has(" on track to ")) return Told::future;
    if (has(" has ") || has(" have ")) return Told::nothing;
    if (has(" was ") || has(" were ") || has("Since ") || has("ed ")) return Told::past;
    return Told::nothing;
}

/// M26: what a sentence tells of its only date is moved to the other side of the inspection.
std::vector<Mutant> date_past_inspection(const Original& original) {
    const std::int32_t year = original.report().dates.ends->year;
    std::vector<Mutant> out;
    const auto dates = dates_in(original);
    for (const auto& [q, run] : dates) {
        if (q->date_style != prose::DateStyle::month_year && q->date_style != prose::DateStyle::year)
            continue;
        const auto sentences = prose::sentences(run->text);
        const prose::Sentence sentence = sentences[prose::sentence_at(sentences, q->begin)];
        const auto beside = std::count_if(dates.begin(), dates.end(), [&, r = run](const auto& other) {
            return other.second == r && other.first->begin >= sentence.begin &&
                   other.first->begin < sentence.end;
        });
        const Told told = told_before(run->words(sentence.begin, q->begin));
        if (beside != 1 || told == Told::nothing) continue;
        const Span span = run->source(q->begin, q->end);
        out.push_back(replaced(place_of(span), with_year(std::string(original.words(span)), q->first.year,
                                                         told == Told::past ? year + 2 : year - 2)));
    }
    return out;
}

/// M27: "2012–13" for "2012–2013".
std::vector<Mutant> period_restyled(const Original& original) {
    std::vector<Mutant> out;
    for (const auto& [q, run] : dates_in(original)) {
        if (q->date_style != prose::DateStyle::short_span) continue;
        const Span span = run->source(q->begin, q->end);
        std::string words(original.words(span));
        words.insert(words.size() - 2, std::to_string(q->last.year).substr(0, 2));
        out.push_back(replaced(place_of(span), words));
    }
    return out;
}

/// M28: a numeric date for the long form.
std::vector<Mutant> date_restyled(const Original& original) {
    std::vector<Mutant> out;
    for (const auto& [q, run] : dates_in(original)) {
        if (q->kind != prose::QuantityKind::date || q->date_style != prose::DateStyle::day_month_year)
            continue;
        const Span span = run->source(q->begin, q->end);
        out.push_back(replaced(place_of(span),
                               fmt::format("{:02}/{:02}/{}", q->first.day, q->first.month, q->first.year)));
    }
    return out;
}

/// M51: the year of the copyright line, one to three years either way.
std::vector<Mutant> copyright_year(const Original& original) {
    std::vector<Mutant> out;
    const std::size_t line = original.text.find("Crown copyright ");
    if (line == std::string::npos) return out;
    const std::size_t at = line + std::string_view("Crown copyright ").size();
    const std::int32_t year = std::stoi(original.text.substr(at, 4));
    for (const std::int32_t by : {-3, -2, -1, 1, 2, 3})
        out.push_back(replaced({at, at + 4}, std::to_string(year + by)));
    return out;
}

}  // namespace

TEST_CASE("mutations: inspectors and dates") {
    const std::vector<Operator> operators = {
        {"M16", "inspectors miscounted", Demand::caught, Severity::query, inspectors_miscounted},
        {"M17", "an inspector's name dropped, doubled or added", Demand::caught, Severity::query,
         names_changed},
        {"M18", "the lead inspector exchanged with another", Demand::silent, Severity::query, lead_exchanged},
        {"M25", "an end of the inspection moved", Demand::in_part, Severity::query, inspection_moved},
        {"M26", "a date moved to the other side of the inspection", Demand::caught, Severity::query,
         date_past_inspection},
        {"M27", "a period in another style", Demand::caught, Severity::advice, period_restyled},
        {"M28", "a date in figures", Demand::caught, Severity::advice, date_restyled},
        {"M51", "another year of copyright", Demand::in_part, Severity::query, copyright_year},
    };
    require_operators(operators);
}

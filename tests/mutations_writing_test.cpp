// Mutation operators of writing, disclosure, and areas for improvement.
#include <algorithm>
#include <catch2/catch.hpp>

#include "tests/mutation_sites.hpp"
#include "tests/mutations.hpp"
#include "validators/privacy.hpp"

using namespace stet;
using namespace stet::test;

namespace {

/// M38: an area for improvement deleted, the rest renumbered.
std::vector<Mutant> improvement_deleted(const Original& original) {
    std::vector<Mutant> out;
    const auto paragraphs = numbered_paragraphs(original);
    for (std::size_t i = 0; i < paragraphs.size(); ++i) {
        if (original.report().role(paragraphs[i]->section) != "improvement") continue;
        Mutant mutant = replaced(block_of(original, paragraphs[i]->span), "");
        for (std::size_t k = i + 1; k < paragraphs.size(); ++k)
            mutant.changes.push_back(
                {place_of(paragraphs[k]->number_span), paragraphs[k - 1]->written_number});
        // What it answered may stand anywhere.
        mutant.also.push_back({0, original.text.size()});
        out.push_back(std::move(mutant));
    }
    return out;
}

/// M39: the longest word of an area for improvement becomes one that stands nowhere else.
std::vector<Mutant> improvement_without_ground(const Original& original) {
    std::vector<Mutant> out;
    for (const model::Paragraph* paragraph : numbered_paragraphs(original)) {
        if (original.report().role(paragraph->section) != "improvement" || paragraph->runs.empty()) continue;
        const prose::Run& run = original.report().runs[paragraph->runs.front()];
        const auto words = original.report().words.in(run.id);
        const auto longest = std::max_element(words.begin(), words.end(), [](const auto& a, const auto& b) {
            return a.end - a.begin < b.end - b.begin;
        });
        if (longest == words.end()) continue;
        out.push_back(replaced(place_of(run.source(longest->begin, longest->end)), "harbourmasters"));
    }
    return out;
}

/// M47: "fewer than five" printed as a number.
std::vector<Mutant> suppressed_number(const Original& original) {
    std::vector<Mutant> out;
    for (const std::string_view words :
         {"fewer than five", "Fewer than five", "less than five", "fewer than 5"}) {
        for (Mutant& mutant : each_replaced(original, words, "3")) out.push_back(std::move(mutant));
    }
    return out;
}

/// M47: a count of people in the figures about the area becomes one that few share.
std::vector<Mutant> count_made_small(const Original& original) {
    std::vector<Mutant> out;
    const model::Report& report = original.report();
    for (const prose::Run& run : report.runs) {
        if (!is_prose(run) || report.role(report.places[run.id].section) != "information") continue;
        for (const prose::Quantity& q : report.quantities[run.id]) {
            const bool exact = q.kind == prose::QuantityKind::count && q.bound == prose::Bound::none &&
                               q.approximation == prose::Approximation::none && !q.range && !q.in_words &&
                               q.noun_end > q.noun_begin;
            if (!exact || !validators::means_people(run.words(q.noun_begin, q.noun_end))) continue;
            const Span span = run.source(q.number_begin, q.number_end);
            if (span.file == 0) out.push_back(replaced(place_of(span), "3"));
        }
    }
    return out;
}

/// M48.
std::vector<Mutant> stop_deleted(const Original& original) {
    std::vector<Mutant> out;
    for (const model::Paragraph* paragraph : numbered_paragraphs(original)) {
        if (paragraph->runs.empty()) continue;
        const prose::Run& run = original.report().runs[paragraph->runs.front()];
        const std::size_t end = run.text.find_last_not_of(' ');
        if (end == std::string::npos || run.text[end] != '.') continue;
        const auto at = static_cast<std::uint32_t>(end);
        out.push_back(replaced(place_of(run.source(at, at + 1)), ""));
    }
    return out;
}

/// M49: a second space after a sentence.
std::vector<Mutant> space_doubled(const Original& original) {
    std::vector<Mutant> out;
    for (const prose::Run& run : original.report().runs) {
        if (!is_prose(run)) continue;
        for (std::size_t at = run.text.find(". "); at != std::string::npos;
             at = run.text.find(". ", at + 1)) {
            const Span span =
                run.source(static_cast<std::uint32_t>(at + 1), static_cast<std::uint32_t>(at + 2));
            if (span.file == 0 && original.words(span) == " ") out.push_back(replaced(place_of(span), "  "));
        }
    }
    return out;
}

/// M49: one apostrophe curled.
std::vector<Mutant> apostrophe_curled(const Original& original) {
    std::vector<Mutant> out;
    for (const prose::Run& run : original.report().runs) {
        if (!is_prose(run)) continue;
        for (std::size_t at = run.text.find('\''); at != std::string::npos;
             at = run.text.find('\'', at + 1)) {
            const Span span = run.source(static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + 1));
            if (span.file == 0) out.push_back(replaced(place_of(span), "’"));
        }
    }
    return out;
}

/// M50: "not" removed from a statement of the summary.
std::vector<Mutant> summary_negated(const Original& original) {
    std::vector<Mutant> out;
    for (const Place place : places_of(original, "not ", [&](const prose::Run& run) {
             return is_prose(run) &&
                    original.report().role(original.report().places[run.id].section) == "summary";
         }))
        out.push_back(replaced(place, ""));
    return out;
}

}  // namespace

TEST_CASE("mutations: writing, disclosure and areas for improvement") {
    const std::vector<Operator> operators = {
        {"M38", "an area for improvement deleted", Demand::in_part, Severity::advice, improvement_deleted},
        {"M39", "the topic of an area for improvement changed", Demand::in_part, Severity::advice,
         improvement_without_ground},
        {"M47a", "a suppressed number printed", Demand::caught, Severity::query, suppressed_number},
        {"M47b", "a count of people made small", Demand::caught, Severity::query, count_made_small},
        {"M48", "a final stop deleted", Demand::caught, Severity::advice, stop_deleted},
        {"M49a", "a second space", Demand::caught, Severity::advice, space_doubled},
        {"M49b", "one apostrophe curled", Demand::caught, Severity::advice, apostrophe_curled},
        {"M50", "a statement of the summary negated", Demand::in_part, Severity::query, summary_negated},
    };
    require_operators(operators);
}

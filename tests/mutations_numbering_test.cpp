// Mutation operators of numbers and references: paragraphs, footnotes, contents, sections.
#include <catch2/catch.hpp>

#include "tests/mutation_sites.hpp"
#include "tests/mutations.hpp"

using namespace stet;
using namespace stet::test;

namespace {

/// M29: all paragraphs but the last of a series, whose end nothing tells.
std::vector<Mutant> paragraph_deleted(const Original& original) {
    std::vector<Mutant> out;
    const auto paragraphs = numbered_paragraphs(original);
    for (std::size_t i = 0; i + 1 < paragraphs.size(); ++i) {
        Mutant mutant = replaced(block_of(original, paragraphs[i]->span), "");
        mutant.also.push_back(place_of(paragraphs[i + 1]->number_span));
        out.push_back(std::move(mutant));
    }
    return out;
}

/// M30: the paragraphs after it take the numbers that are free.
std::vector<Mutant> paragraph_deleted_and_renumbered(const Original& original) {
    std::vector<Mutant> out;
    const auto paragraphs = numbered_paragraphs(original);
    for (std::size_t i = 0; i + 1 < paragraphs.size(); ++i) {
        Mutant mutant = replaced(block_of(original, paragraphs[i]->span), "");
        for (std::size_t k = i + 1; k < paragraphs.size(); ++k) {
            mutant.changes.push_back(
                {place_of(paragraphs[k]->number_span), paragraphs[k - 1]->written_number});
        }
        out.push_back(std::move(mutant));
    }
    return out;
}

/// M31: each but the first takes the number before it.
std::vector<Mutant> number_repeated(const Original& original) {
    std::vector<Mutant> out;
    const auto paragraphs = numbered_paragraphs(original);
    for (std::size_t i = 1; i < paragraphs.size(); ++i) {
        out.push_back(replaced(place_of(paragraphs[i]->number_span), paragraphs[i - 1]->written_number));
    }
    return out;
}

/// M32.
std::vector<Mutant> numbers_swapped(const Original& original) {
    std::vector<Mutant> out;
    const auto paragraphs = numbered_paragraphs(original);
    for (std::size_t i = 1; i < paragraphs.size(); ++i) {
        out.push_back({{{place_of(paragraphs[i - 1]->number_span), paragraphs[i]->written_number},
                        {place_of(paragraphs[i]->number_span), paragraphs[i - 1]->written_number}}});
    }
    return out;
}

/// M33, the marks.
std::vector<Mutant> note_mark_deleted(const Original& original) {
    std::vector<Mutant> out;
    for (const model::Footnote& note : original.report().footnotes) {
        for (const Span mark : note.marks) {
            Mutant mutant = replaced(place_of(mark), "");
            if (note.body) mutant.also.push_back(place_of(*note.body));
            out.push_back(std::move(mutant));
        }
    }
    return out;
}

}  // namespace

TEST_CASE("mutations: numbers, notes and contents") {
    const std::vector<Operator> operators = {
        {"M29", "a numbered paragraph deleted, numbers kept", Demand::caught, Severity::query,
         paragraph_deleted},
        {"M30", "a numbered paragraph deleted, the rest renumbered", Demand::in_part, Severity::query,
         paragraph_deleted_and_renumbered},
        {"M31", "a paragraph number repeated", Demand::caught, Severity::query, number_repeated},
        {"M32", "two paragraph numbers swapped", Demand::caught, Severity::query, numbers_swapped},
        {"M33a", "a footnote mark deleted", Demand::caught, Severity::query, note_mark_deleted},
    };
    require_operators(operators);
}

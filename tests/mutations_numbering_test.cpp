// Mutation operators of numbers and references: paragraphs, footnotes, contents, sections.
#include <algorithm>
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
        // What rested on the paragraph may stand anywhere.
        mutant.also.push_back({0, original.text.size()});
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

/// The lines of a note's words.
Place note_block(const Original& original, const model::Footnote& note) {
    Span span = *note.body;
    for (const model::RunId run : note.runs) span = cover(span, original.report().runs[run].span);
    return block_of(original, span);
}

/// M33, the words.
std::vector<Mutant> note_words_deleted(const Original& original) {
    std::vector<Mutant> out;
    for (const model::Footnote& note : original.report().footnotes) {
        if (!note.body || note.marks.empty()) continue;
        Mutant mutant = replaced(note_block(original, note), "");
        mutant.also.push_back(place_of(note.marks.front()));
        out.push_back(std::move(mutant));
    }
    return out;
}

/// M33, the words of two notes change places.
std::vector<Mutant> note_words_swapped(const Original& original) {
    std::vector<Mutant> out;
    const auto& notes = original.report().footnotes;
    for (std::size_t i = 1; i < notes.size(); ++i) {
        if (!notes[i].body || !notes[i - 1].body) continue;
        out.push_back({{{place_of(*notes[i - 1].body), std::string(original.words(*notes[i].body))},
                        {place_of(*notes[i].body), std::string(original.words(*notes[i - 1].body))}}});
    }
    return out;
}

/// M34: each mark, and the words of each note, take the number of another.
std::vector<Mutant> note_number_changed(const Original& original) {
    std::vector<Mutant> out;
    const auto& notes = original.report().footnotes;
    for (std::size_t i = 0; i < notes.size(); ++i) {
        const model::Footnote& other = notes[i + 1 < notes.size() ? i + 1 : 0];
        if (notes[i].name == other.name || !notes[i].body || !other.body) continue;
        for (const Span mark : notes[i].marks) {
            Mutant mutant = replaced(place_of(mark), std::string(original.words(other.marks.front())));
            mutant.also.push_back(place_of(*notes[i].body));
            out.push_back(std::move(mutant));
        }
        out.push_back(replaced(place_of(*notes[i].body), std::string(original.words(*other.body))));
    }
    return out;
}

/// M35: one word less in a contents entry.
std::vector<Mutant> contents_entry_edited(const Original& original) {
    std::vector<Mutant> out;
    for (const model::ContentsEntry& entry : original.report().contents) {
        const prose::Run& run = original.report().runs[entry.run];
        for (const prose::Word& word : original.report().words.in(entry.run)) {
            if (word.end - word.begin < 4) continue;
            out.push_back(replaced(place_of(run.source(word.begin, word.end)), "other"));
        }
    }
    return out;
}

/// M37: the heading line of each section that the framework requires and that no other heading stands for.
std::vector<Mutant> heading_deleted(const Original& original) {
    const model::Report& report = original.report();
    std::vector<Mutant> out;
    for (const model::Section& section : report.sections) {
        if (!section.rule || !report.framework.sections[*section.rule].required) continue;
        const auto same =
            std::count_if(report.sections.begin(), report.sections.end(),
                          [&](const model::Section& other) { return other.rule == section.rule; });
        if (same > 1) continue;
        Mutant mutant = replaced(block_of(original, section.span), "");
        // What is missing is said where it would stand, at the part or at the header, or where the contents
        // name it.
        mutant.also.push_back(place_of(report.runs[report.header.fields.front().second].span));
        for (const model::Section& part : report.sections) {
            if (part.level == 1) mutant.also.push_back(place_of(part.span));
        }
        for (const model::ContentsEntry& entry : report.contents) mutant.also.push_back(place_of(entry.span));
        out.push_back(std::move(mutant));
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
        {"M33b", "a footnote's words deleted", Demand::caught, Severity::query, note_words_deleted},
        {"M33c", "the words of two footnotes swapped", Demand::in_part, Severity::query, note_words_swapped},
        {"M34", "a footnote number changed", Demand::caught, Severity::query, note_number_changed},
        {"M35", "a contents entry edited", Demand::caught, Severity::query, contents_entry_edited},
        {"M37", "a required heading deleted", Demand::caught, Severity::query, heading_deleted},
    };
    require_operators(operators);
}

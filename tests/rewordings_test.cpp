// Harmless rewordings of consistent reports, on which Stet must be silent.
#include <fmt/format.h>

#include <algorithm>
#include <catch2/catch.hpp>

#include "compiler/prose/sentences.hpp"
#include "tests/mutation_sites.hpp"
#include "tests/mutations.hpp"

using namespace stet;
using namespace stet::test;

namespace {

/// Words that may be exchanged without a change of what is reported.
std::vector<Mutant> synonyms(const Original& original) {
    static constexpr std::pair<std::string_view, std::string_view> pairs[] = {
        {"However", "Nevertheless"},  {"often", "frequently"},     {"quickly", "promptly"},
        {"show", "indicate"},         {"carefully", "thoroughly"}, {"begin", "start"},
        {"help them", "assist them"},
    };
    std::vector<Mutant> out;
    for (const auto& [usual, other] : pairs) {
        for (Mutant& mutant : each_replaced(original, usual, std::string(other)))
            out.push_back(std::move(mutant));
    }
    return out;
}

/// A paragraph of plain sentences, none of which refers to another.
struct Plain {
    const model::Paragraph* paragraph;
    const prose::Run* run;
    std::vector<prose::Sentence> sentences;
};

bool refers(std::string_view sentence) {
    static constexpr std::string_view openings[] = {
        "This", "These", "They",   "Their", "It ",  "Its",  "He ",   "She ", "However", "As a",
        "For ", "Some",  "Others", "Those", "Such", "In ",  "More",  "Both", "Most",    "All",
        "At ",  "Of ",   "Once",   "But",   "None", "Many", "There", "Here", "Where"};
    return std::any_of(std::begin(openings), std::end(openings),
                       [&](std::string_view opening) { return sentence.starts_with(opening); });
}

/// Numbered paragraphs of `least` sentences or more, without figures, brackets and markup.
std::vector<Plain> plain_paragraphs(const Original& original, std::size_t least) {
    std::vector<Plain> out;
    for (const model::Paragraph* paragraph : numbered_paragraphs(original)) {
        if (paragraph->runs.size() != 1) continue;
        const prose::Run& run = original.report().runs[paragraph->runs.front()];
        const bool marked = run.text.find_first_of("([0123456789") != std::string::npos || !run.marks.empty();
        if (marked || run.span.file != 0) continue;
        auto sentences = prose::sentences(run.text);
        if (sentences.size() < least) continue;
        const bool apart =
            std::none_of(sentences.begin() + 1, sentences.end(),
                         [&](const prose::Sentence& s) { return refers(run.words(s.begin, s.end)); });
        if (apart) out.push_back({paragraph, &run, std::move(sentences)});
    }
    return out;
}

std::string source_of(const Original& original, const Plain& plain, std::size_t sentence) {
    const prose::Sentence& s = plain.sentences[sentence];
    return std::string(original.words(plain.run->source(s.begin, s.end)));
}

Place place_of_sentence(const Plain& plain, std::size_t sentence) {
    const prose::Sentence& s = plain.sentences[sentence];
    return place_of(plain.run->source(s.begin, s.end));
}

/// The last two sentences of a paragraph change places.
std::vector<Mutant> sentences_swapped(const Original& original) {
    std::vector<Mutant> out;
    for (const Plain& plain : plain_paragraphs(original, 2)) {
        const std::size_t last = plain.sentences.size() - 1;
        out.push_back({{{place_of_sentence(plain, last - 1), source_of(original, plain, last)},
                        {place_of_sentence(plain, last), source_of(original, plain, last - 1)}}});
    }
    return out;
}

/// A paragraph becomes two, and the numbers after it move on.
std::vector<Mutant> paragraph_split(const Original& original) {
    std::vector<Mutant> out;
    const auto all = numbered_paragraphs(original);
    for (const Plain& plain : plain_paragraphs(original, 2)) {
        const std::size_t i =
            static_cast<std::size_t>(std::find(all.begin(), all.end(), plain.paragraph) - all.begin());
        const Place first = place_of_sentence(plain, 0);
        const Place second = place_of_sentence(plain, 1);
        Mutant mutant = replaced({first.end, second.begin}, fmt::format("\n\n{}. ", all[i]->ordinal + 1));
        for (std::size_t k = i + 1; k < all.size(); ++k) {
            if (all[k]->written_number == "#") continue;
            mutant.changes.push_back({place_of(all[k]->number_span), std::to_string(all[k]->ordinal + 1)});
        }
        out.push_back(std::move(mutant));
    }
    return out;
}

/// The end of a paragraph's own words.
std::vector<std::size_t> paragraph_ends(const Original& original) {
    std::vector<std::size_t> out;
    for (const model::Paragraph* paragraph : numbered_paragraphs(original)) {
        if (paragraph->runs.size() != 1) continue;
        const prose::Run& run = original.report().runs[paragraph->runs.front()];
        const std::size_t last = run.text.find_last_not_of(' ');
        if (last == std::string::npos || run.text[last] != '.') continue;
        out.push_back(run.source(static_cast<std::uint32_t>(last), static_cast<std::uint32_t>(last + 1)).end);
    }
    return out;
}

/// `words` at the end of each paragraph.
std::vector<Mutant> each_ended(const Original& original, const std::string& words) {
    std::vector<Mutant> out;
    for (const std::size_t end : paragraph_ends(original)) out.push_back(replaced({end, end}, words));
    return out;
}

std::vector<Mutant> neutral_sentence(const Original& original) {
    return each_ended(original, " Inspectors discussed this with managers during their visits.");
}

std::vector<Mutant> quotation(const Original& original) {
    return each_ended(original, " One parent told inspectors, 'We were listened to.'");
}

std::vector<Mutant> private_note(const Original& original) {
    return each_ended(original, " {note ask the team again}");
}

/// "in six cases" where another small count is as true.
std::vector<Mutant> another_true_count(const Original& original) {
    std::vector<Mutant> out;
    for (const auto& [count, other] : {std::pair("six", "seven"), {"seven", "eight"}, {"eight", "nine"}}) {
        for (const std::string_view form : {"In {} cases", "in {} cases", "{} weeks", "{} meetings"}) {
            const std::string words = fmt::format(fmt::runtime(form), count);
            for (Mutant& mutant : each_replaced(original, words, fmt::format(fmt::runtime(form), other)))
                out.push_back(std::move(mutant));
        }
    }
    return out;
}

/// A line of a paragraph ends earlier: at the first space of its second sentence.
std::vector<Mutant> line_wrapped(const Original& original) {
    std::vector<Mutant> out;
    for (const model::Paragraph* paragraph : numbered_paragraphs(original)) {
        const prose::Run& run = original.report().runs[paragraph->runs.front()];
        for (std::size_t at = run.text.find(' ', 60); at != std::string::npos;
             at = run.text.find(' ', at + 400)) {
            const Span span = run.source(static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + 1));
            if (original.words(span) == " ") out.push_back(replaced(place_of(span), "\n    "));
        }
    }
    return out;
}

/// A comment between two blocks, and one at the end of a line.
std::vector<Mutant> comment(const Original& original) {
    std::vector<Mutant> out;
    for (const model::Paragraph* paragraph : numbered_paragraphs(original)) {
        const Place block = block_of(original, paragraph->span);
        out.push_back(replaced({block.begin, block.begin}, "// agreed with the team\n\n"));
    }
    return out;
}

std::vector<Mutant> comment_at_end(const Original& original) {
    std::vector<Mutant> out;
    for (const std::size_t end : paragraph_ends(original)) {
        if (original.text[end] == '\n') out.push_back(replaced({end, end}, "  // agreed with the team"));
    }
    return out;
}

/// An inspector's name changes wherever it stands.
std::vector<Mutant> name_changed_throughout(const Original& original) {
    std::vector<Mutant> out;
    for (const model::Person& person : original.report().people) {
        Mutant mutant;
        for (std::size_t at = original.text.find(person.name); at != std::string::npos;
             at = original.text.find(person.name, at + 1))
            mutant.changes.push_back({{at, at + person.name.size()}, "Nora Quill"});
        out.push_back(std::move(mutant));
    }
    return out;
}

/// A label for a paragraph that has none.
std::vector<Mutant> label_given(const Original& original) {
    std::vector<Mutant> out;
    for (const Plain& plain : plain_paragraphs(original, 1)) {
        const Place last = place_of_sentence(plain, plain.sentences.size() - 1);
        const std::string_view rest = std::string_view(original.text).substr(last.end, 8);
        if (rest.starts_with("\n")) out.push_back(replaced({last.end, last.end}, " {#extra-label}"));
    }
    return out;
}

/// Emphasis on one word.
std::vector<Mutant> emphasised(const Original& original) {
    return each_replaced(original, "not", "_not_");
}

/// Every straight apostrophe of the report curled.
std::vector<Mutant> all_quotes_curled(const Original& original) {
    Mutant mutant;
    for (const prose::Run& run : original.report().runs) {
        for (std::size_t at = run.text.find('\''); at != std::string::npos;
             at = run.text.find('\'', at + 1)) {
            const Span span = run.source(static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + 1));
            const bool opens = at == 0 || run.text[at - 1] == ' ' || run.text[at - 1] == '(';
            if (span.file == 0 && original.words(span) == "'")
                mutant.changes.push_back({place_of(span), opens ? "‘" : "’"});
        }
    }
    return {mutant};
}

}  // namespace

TEST_CASE("mutations: harmless rewordings") {
    const auto silent = [](std::string name, std::string what, auto sites) {
        return Operator{std::move(name), std::move(what), Demand::silent, Severity::advice, sites};
    };
    const std::vector<Operator> operators = {
        silent("R01", "a synonym", synonyms),
        silent("R02", "two sentences swapped", sentences_swapped),
        silent("R03", "a paragraph split, the rest renumbered", paragraph_split),
        silent("R04", "another true count", another_true_count),
        silent("R05", "a neutral sentence added", neutral_sentence),
        silent("R06", "a quotation added", quotation),
        silent("R07", "all quotation marks curled", all_quotes_curled),
        silent("R08", "a line wrapped elsewhere", line_wrapped),
        silent("R09", "a comment between blocks", comment),
        silent("R10", "a comment at the end of a line", comment_at_end),
        silent("R11", "a private note", private_note),
        silent("R12", "a name changed throughout", name_changed_throughout),
        silent("R13", "a label given", label_given),
        silent("R14", "a word emphasised", emphasised),
    };
    require_operators(operators);
}

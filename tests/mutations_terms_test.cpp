// Mutation operators of abbreviations, names, Acts, spellings and contact details.
#include <fmt/format.h>

#include <algorithm>
#include <catch2/catch.hpp>
#include <map>
#include <set>

#include "tests/mutation_sites.hpp"
#include "tests/mutations.hpp"
#include "validators/abbreviations.hpp"
#include "validators/names.hpp"

using namespace stet;
using namespace stet::test;

namespace {

using prose::Word;

/// The words of the text that stand in prose, with their place.
void for_words(const Original& original,
               const std::function<void(std::uint32_t, const Word&, Place)>& visit) {
    const model::Report& report = original.report();
    for (std::uint32_t i = 0; i < report.words.all.size(); ++i) {
        const Word& word = report.words.all[i];
        const prose::Run& run = report.runs[word.run];
        if (!is_prose(run)) continue;
        const Span span = run.source(word.begin, word.end);
        if (span.file == 0) visit(i, word, place_of(span));
    }
}

std::string text_at(const Original& original, Place place) {
    return original.text.substr(place.begin, place.end - place.begin);
}

/// M40: two letters of an introduced abbreviation change places in one use.
std::vector<Mutant> abbreviation_garbled(const Original& original) {
    std::set<std::string> known;
    std::set<std::uint32_t> defining;
    for (const auto& definition : validators::collect_definitions(original.report())) {
        known.insert(definition.abbreviation);
        defining.insert(definition.word);
    }
    std::vector<Mutant> out;
    for_words(original, [&](std::uint32_t i, const Word&, Place place) {
        std::string letters = validators::abbreviation_of(original.report(), i);
        if (!known.contains(letters) || defining.contains(i) || letters.size() < 3 ||
            letters[1] == letters[2])
            return;
        std::swap(letters[1], letters[2]);
        out.push_back(replaced({place.begin, place.begin + letters.size()}, letters));
    });
    return out;
}

/// M41: the only introduction of an abbreviation that is used and that the framework does not take for known.
std::vector<Mutant> definition_removed(const Original& original) {
    const model::Report& report = original.report();
    std::set<std::string> known;
    for (const auto& abbreviation : report.framework.abbreviations)
        known.insert(validators::in_case_of("AA", abbreviation.abbreviation));
    const auto definitions = validators::collect_definitions(report);
    std::vector<Mutant> out;
    for (const auto& definition : definitions) {
        const auto same = std::count_if(definitions.begin(), definitions.end(), [&](const auto& other) {
            return other.abbreviation == definition.abbreviation;
        });
        const Span span = validators::source_of(report, {definition.word, definition.word});
        if (same != 1 || span.file != 0 || known.contains(definition.abbreviation)) continue;
        Mutant mutant = replaced({span.begin - 2U, span.end + 1U}, "");
        for_words(original, [&](std::uint32_t i, const Word&, Place place) {
            if (i != definition.word && validators::abbreviation_of(report, i) == definition.abbreviation)
                mutant.also.push_back(place);
        });
        if (!mutant.also.empty()) out.push_back(std::move(mutant));
    }
    return out;
}

/// M42: one word of an expansion replaced.
std::vector<Mutant> expansion_changed(const Original& original) {
    const model::Report& report = original.report();
    std::vector<Mutant> out;
    for (const auto& definition : validators::collect_definitions(report)) {
        for (std::uint32_t i = definition.expansion.first; i <= definition.expansion.last; ++i) {
            const Word& word = report.words.all[i];
            const Span span = validators::source_of(report, {i, i});
            if (word.end - word.begin < 4 || span.file != 0) continue;
            out.push_back(replaced(place_of(span), word.capital ? "Quality" : "quality"));
        }
    }
    return out;
}

/// An Act cited with its year in prose: "[section 136 of] the Education and Inspections Act 2006".
struct Citation {
    std::uint32_t act = 0;  ///< the word "Act"
    std::string title;      ///< the two words before it, "Act" and the year
    std::string section;    ///< empty where none is named
    std::uint32_t section_word = 0;
};

std::vector<Citation> citations_of(const Original& original) {
    const model::Report& report = original.report();
    const auto form = [&](std::uint32_t i) { return std::string(validators::words_of(report, {i, i})); };
    std::vector<Citation> out;
    for_words(original, [&](std::uint32_t i, const Word& word, Place) {
        if (report.words.form(word) != "act" || !word.capital || report.words.next(i) == nullptr) return;
        if (!report.words.all[i + 1].digits || report.words.previous(i, 2) == nullptr) return;
        Citation made{i, form(i - 2) + " " + form(i - 1) + " " + form(i + 1), "", 0};
        for (std::uint32_t back = 3; back < 12 && report.words.previous(i, back) != nullptr; ++back) {
            if (report.words.form(report.words.all[i - back]) != "section") continue;
            made.section_word = i - back + 1;
            made.section = form(made.section_word);
            break;
        }
        out.push_back(made);
    });
    return out;
}

/// M43: the title or the year of an Act that is cited more than once, in one place.
std::vector<Mutant> act_changed(const Original& original) {
    const auto citations = citations_of(original);
    const model::Report& report = original.report();
    std::vector<Mutant> out;
    for (const Citation& citation : citations) {
        const auto same = std::count_if(citations.begin(), citations.end(), [&](const Citation& other) {
            return other.title == citation.title && other.section == citation.section;
        });
        if (same < 2) continue;
        const Place year = place_of(validators::source_of(report, {citation.act + 1, citation.act + 1}));
        const Place before = place_of(validators::source_of(report, {citation.act - 1, citation.act - 1}));
        const int number = std::stoi(text_at(original, year));
        out.push_back(replaced(year, std::to_string(number + 1)));
        out.push_back(replaced(year, std::to_string(number - 2)));
        const std::string word = text_at(original, before);
        out.push_back(replaced(before, word.ends_with('s') ? word.substr(0, word.size() - 1) : word + "s"));
    }
    return out;
}

/// M43, the section.
std::vector<Mutant> section_changed(const Original& original) {
    const auto citations = citations_of(original);
    std::vector<Mutant> out;
    for (const Citation& citation : citations) {
        const auto same = std::count_if(citations.begin(), citations.end(), [&](const Citation& other) {
            return other.title == citation.title && other.section == citation.section;
        });
        if (same < 2 || citation.section.empty()) continue;
        const Span span =
            validators::source_of(original.report(), {citation.section_word, citation.section_word});
        out.push_back(replaced(place_of(span), std::to_string(std::stoi(citation.section) + 1)));
    }
    return out;
}

/// Runs of capitalised words in prose, three words or more with "and" and the like, that stand three times or
/// more.
std::vector<std::pair<std::uint32_t, std::uint32_t>> repeated_names(const Original& original) {
    const model::Report& report = original.report();
    std::map<std::string, std::vector<std::pair<std::uint32_t, std::uint32_t>>> names;
    std::uint32_t skip_to = 0;
    for_words(original, [&](std::uint32_t i, const Word& word, Place) {
        if (i < skip_to || !word.capital || word.upper || word.digits || word.opens) return;
        std::uint32_t last = i;
        std::size_t capitals = 1;
        for (std::uint32_t k = i + 1; report.words.next(i, k - i) != nullptr; ++k) {
            const Word& next = report.words.all[k];
            if (next.joint != prose::Joint::space || next.upper || next.digits) break;
            if (next.capital) {
                last = k;
                ++capitals;
            } else if (report.words.form(next) != "and" && report.words.form(next) != "of" &&
                       report.words.form(next) != "in") {
                break;
            }
        }
        skip_to = last + 1;
        if (capitals >= 3) names[std::string(validators::words_of(report, {i, last}))].emplace_back(i, last);
    });
    std::vector<std::pair<std::uint32_t, std::uint32_t>> out;
    for (const auto& [name, uses] : names) {
        if (uses.size() >= 3) out.insert(out.end(), uses.begin(), uses.end());
    }
    return out;
}

/// The word in another form: "Parenting" and "Parent", "Services" and "Service".
std::string inflected(const std::string& word) {
    if (word.ends_with("ing")) return word.substr(0, word.size() - 3);
    if (word.ends_with("'s")) return word.substr(0, word.size() - 2);
    if (word.ends_with('s')) return word.substr(0, word.size() - 1);
    return word + "s";
}

/// One word of a name in another form, in one of several mentions: with another ending, or without its
/// apostrophe. "Directors of" says that there are several.
std::vector<Mutant> name_inflected(const Original& original, bool apostrophe) {
    const model::Report& report = original.report();
    std::vector<Mutant> out;
    for (const auto& [first, last] : repeated_names(original)) {
        for (std::uint32_t i = first; i < last; ++i) {
            if (!report.words.all[i].capital || validators::is_counted(report, {first, last}, i)) continue;
            const Place place = place_of(validators::source_of(report, {i, i}));
            if (text_at(original, place).ends_with("'s") == apostrophe)
                out.push_back(replaced(place, inflected(text_at(original, place))));
        }
    }
    return out;
}

/// M44a.
std::vector<Mutant> name_changed(const Original& original) {
    return name_inflected(original, false);
}

/// M44b.
std::vector<Mutant> name_apostrophe_dropped(const Original& original) {
    return name_inflected(original, true);
}

/// Pairs that mean the same wherever they stand ("enquiry" and "inquiry" do not).
constexpr std::pair<std::string_view, std::string_view> variants[] = {
    {"judgement", "judgment"},
    {"judgements", "judgments"},
    {"focused", "focussed"},
    {"adviser", "advisor"},
    {"advisers", "advisors"},
    {"coordinated", "co-ordinated"},
    {"coordinates", "co-ordinates"},
    {"coordinate", "co-ordinate"},
    {"well-being", "wellbeing"},
    {"underdeveloped", "under-developed"},
    {"outcome-focused", "outcome focused"},
    {"long-term", "long term"},
    {"multi-agency", "multiagency"},
    {"work-based", "work based"},
    {"up to date", "up-to-date"},
    {"partnership working", "partnership-working"},
    {"family finding", "family-finding"},
    {"ill-health", "ill health"},
};

/// M45: a spelling variant in one place of a word that is uniform and stands twice or more.
std::vector<Mutant> spelling_varied(const Original& original) {
    std::vector<Mutant> out;
    for (const auto& [usual, other] : variants) {
        if (places_of(original, usual).size() < 2 || !places_of(original, other).empty()) continue;
        for (Mutant& mutant : each_replaced(original, usual, std::string(other))) {
            // Not a part of a longer compound.
            if (original.text[mutant.changes.front().place.begin - 1] != '-')
                out.push_back(std::move(mutant));
        }
    }
    return out;
}

/// Words with "@" and groups of digits with spaces, and where they stand.
std::map<std::string, std::vector<Place>> contacts_of(const Original& original) {
    std::map<std::string, std::vector<Place>> out;
    for (const prose::Run& run : original.report().runs) {
        const std::string& text = run.text;
        const auto add = [&](std::size_t begin, std::size_t end) {
            const Span span = run.source(static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end));
            if (span.file == 0) out[text.substr(begin, end - begin)].push_back(place_of(span));
        };
        for (std::size_t at = text.find('@'); at != std::string::npos; at = text.find('@', at + 1)) {
            const std::size_t begin = text.rfind(' ', at) + 1;
            std::size_t end = std::min(text.find_first_of(" \n,;", at), text.size());
            while (text[end - 1] == '.') --end;
            add(begin, end);
        }
        for (std::size_t at = text.find("03"); at != std::string::npos; at = text.find("03", at + 1)) {
            std::size_t end = std::min(text.find_first_not_of("0123456789 ", at), text.size());
            while (text[end - 1] == ' ') --end;
            if (end - at >= 11 && (at == 0 || text[at - 1] == ' ')) add(at, end);
        }
    }
    return out;
}

/// M46: one character of a repeated telephone number or e-mail address.
std::vector<Mutant> contact_changed(const Original& original) {
    std::vector<Mutant> out;
    for (const auto& [words, places] : contacts_of(original)) {
        if (places.size() < 2) continue;
        for (const Place place : places) {
            for (std::size_t at = place.begin + 1; at < place.end; ++at) {
                const char c = original.text[at];
                if (c >= '0' && c <= '8')
                    out.push_back(replaced({at, at + 1}, std::string(1, static_cast<char>(c + 1))));
                if (c >= 'a' && c < 'z')
                    out.push_back(replaced({at, at + 1}, std::string(1, static_cast<char>(c + 1))));
            }
        }
    }
    return out;
}

}  // namespace

TEST_CASE("mutations: terms") {
    const std::vector<Operator> operators = {
        {"M40", "letters of an abbreviation swapped", Demand::caught, Severity::query, abbreviation_garbled},
        {"M41", "the only introduction of an abbreviation removed", Demand::caught, Severity::advice,
         definition_removed},
        {"M42", "a word of an expansion replaced", Demand::in_part, Severity::query, expansion_changed},
        {"M43a", "the title or the year of an Act changed in one citation", Demand::caught, Severity::query,
         act_changed},
        {"M43b", "the section of an Act changed in one citation", Demand::caught, Severity::query,
         section_changed},
        {"M44a", "a word of a body's name changed in one mention", Demand::caught, Severity::query,
         name_changed},
        {"M44b", "the apostrophe of a body's name dropped in one mention", Demand::caught, Severity::advice,
         name_apostrophe_dropped},
        {"M45", "a spelling variant in one place", Demand::caught, Severity::advice, spelling_varied},
        {"M46", "a repeated telephone number or address changed in one place", Demand::caught,
         Severity::query, contact_changed},
    };
    require_operators(operators);
}

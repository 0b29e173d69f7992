// What the framework lets the importer recognise: grades, judgement titles, section titles.
#include "compiler/import/knowledge.hpp"

#include <algorithm>
#include <array>

#include "compiler/base/utf8.hpp"
#include "compiler/import/text.hpp"

namespace stet::import {

namespace {

/// How much of the text is read to recognise the framework, and how many of its lines.
constexpr std::size_t recognition_bytes = 64 << 10U;

/// What stands in place of a grade where none was given.
constexpr std::array<std::string_view, 4> not_judged = {"not judged", "not rated", "not graded",
                                                        "not inspected"};

void add(std::vector<std::string>& keys, std::string key) {
    if (!key.empty()) keys.push_back(std::move(key));
}

/// "requires improvement" is "require improvement" after a plural.
std::string plural_verb(std::string_view grade) {
    const std::size_t space = grade.find(' ');
    if (space == std::string_view::npos || space < 2 || grade[space - 1] != 's' || grade[space - 2] == 's')
        return {};
    std::string out(grade.substr(0, space - 1));
    return out += grade.substr(space);
}

bool is_verb_grade(const Knowledge& knowledge, std::string_view grade) {
    const auto known = [&](std::string_view other) {
        return std::find(knowledge.grades.begin(), knowledge.grades.end(), other) != knowledge.grades.end();
    };
    const std::size_t space = grade.find(' ');
    if (space == std::string_view::npos) return false;
    const std::string singular = std::string(grade.substr(0, space)) + "s" + std::string(grade.substr(space));
    return known(plural_verb(grade)) || known(singular);
}

void tidy(std::vector<std::string>& keys) {
    std::sort(keys.begin(), keys.end(), [](const std::string& a, const std::string& b) {
        return a.size() != b.size() ? a.size() > b.size() : a < b;
    });
    keys.erase(std::unique(keys.begin(), keys.end()), keys.end());
}

void learn(Knowledge& knowledge, const FrameworkHints& hints, bool grades_only) {
    for (const std::string& grade : hints.grades) {
        const std::string key = key_of(grade);
        add(knowledge.grades, plural_verb(key));
        add(knowledge.grades, key);
    }
    if (grades_only) return;
    for (std::size_t n = 0; n < hints.judgements.size(); ++n) {
        knowledge.titles.push_back({key_of(hints.judgements[n].title), n});
        for (const std::string& alias : hints.judgements[n].aliases)
            knowledge.titles.push_back({key_of(alias), n});
    }
    std::erase_if(knowledge.titles, [](const Knowledge::Title& title) { return title.key.empty(); });
    std::stable_sort(knowledge.titles.begin(), knowledge.titles.end(),
                     [](const auto& a, const auto& b) { return a.key.size() > b.key.size(); });
    for (const std::string& title : hints.section_titles) knowledge.sections.insert(key_of(title));
    for (const std::string& title : hints.inner_titles) knowledge.inner.insert(key_of(title));
    for (const std::string& title : hints.judged_titles) knowledge.judged.insert(key_of(title));
    for (const std::string& title : hints.part_titles) {
        knowledge.sections.insert(key_of(title));
        knowledge.parts.insert(key_of(title));
    }
}

std::string opening_of(const Draft& draft) {
    std::string opening;
    for (const Line& line : draft.lines) {
        if (opening.size() >= recognition_bytes) break;
        opening += ' ';
        opening += key_of(line.text.substr(0, recognition_bytes));
    }
    return opening += ' ';
}

std::size_t score(std::string_view opening, const FrameworkHints& hints) {
    std::size_t hits = 0;
    for (const std::string& phrase : hints.recognise) {
        std::string key = key_of(phrase);
        if (key.empty()) continue;
        key = ' ' + key + ' ';
        hits += opening.find(key) != std::string_view::npos ? key.size() : 0U;
    }
    return hits;
}

}  // namespace

Knowledge gather_knowledge(const Draft& draft, std::span<const FrameworkHints> frameworks,
                           std::string_view chosen) {
    const FrameworkHints* best = nullptr;
    if (!chosen.empty()) {
        for (const FrameworkHints& hints : frameworks) best = hints.name == chosen ? &hints : best;
    } else {
        const std::string opening = opening_of(draft);
        std::size_t most = 0;
        for (const FrameworkHints& hints : frameworks) {
            const std::size_t hits = score(opening, hints);
            if (hits > most) best = &hints, most = hits;
        }
    }
    Knowledge knowledge;
    for (const FrameworkHints& hints : frameworks) {
        if (best == nullptr || best == &hints) learn(knowledge, hints, best == nullptr);
    }
    if (best != nullptr) knowledge.framework = best->name;
    for (const std::string_view words : not_judged) knowledge.grades.emplace_back(words);
    tidy(knowledge.grades);
    return knowledge;
}

bool is_grade(const Knowledge& knowledge, std::string_view text) {
    if (text.size() > 80) return false;
    const std::string key = key_of(text);
    return std::find(knowledge.grades.begin(), knowledge.grades.end(), key) != knowledge.grades.end();
}

namespace {

/// Long enough to be known by itself, without a verb or an article.
bool is_long(std::string_view title) {
    return std::count(title.begin(), title.end(), ' ') >= 4;
}

bool is_long_title(const Knowledge& knowledge, std::string_view key) {
    return is_long(key) && std::any_of(knowledge.titles.begin(), knowledge.titles.end(),
                                       [&](const auto& known) { return known.key == key; });
}

}  // namespace

std::optional<std::string> stated_grade(const Knowledge& knowledge, std::string_view text) {
    if (text.size() > 400) return std::nullopt;
    const std::string key = key_of(text);
    for (const std::string& grade : knowledge.grades) {
        if (key.size() <= grade.size() + 1 || !key.ends_with(grade) ||
            key[key.size() - grade.size() - 1] != ' ')
            continue;
        const std::string_view before = std::string_view(key).substr(0, key.size() - grade.size() - 1);
        for (const std::string_view verb :
             {" is", " are", " is judged", " are judged", " that it", " that they"}) {
            if (before.ends_with(verb)) return grade;
        }
        const std::size_t colon = text.rfind(':');
        const bool after_colon = colon != std::string_view::npos && key_of(text.substr(colon)) == grade;
        if (after_colon || is_verb_grade(knowledge, grade)) return grade;
        if (is_long_title(knowledge, before)) return grade;  // "The progress of care leavers good"
    }
    return std::nullopt;
}

std::optional<FoundTitle> title_within(const Knowledge& knowledge, std::string_view text) {
    if (text.size() > 400) return std::nullopt;
    // Words of the text with their places, so that the title can be given back as written.
    std::string key;
    std::vector<std::size_t> place;  // byte of `text` for each byte of `key`
    for (std::size_t at = 0; at < text.size();) {
        std::size_t end = at;
        while (end < text.size() && text[end] != ' ' && text[end] != '(' && text[end] != ')' &&
               text[end] != '-')
            ++end;
        const std::string word = key_of(text.substr(at, end - at));
        if (!word.empty()) {
            if (!key.empty()) key.push_back(' '), place.push_back(at);
            key += word;
            place.insert(place.end(), word.size(), at);
        }
        at = end + 1;
    }
    for (const auto& [whole, judgement] : knowledge.titles) {
        std::string_view title = whole;
        std::size_t found = key.find(title);
        if (found == std::string::npos && is_long(title) && title.starts_with("the ")) {
            title.remove_prefix(4);
            found = key.find(title);
        }
        if (found == std::string::npos) continue;
        const std::size_t stop = found + title.size();
        if ((found != 0 && key[found - 1] != ' ') || (stop != key.size() && key[stop] != ' ')) continue;
        const std::size_t begin = place[found];
        std::size_t end = stop == key.size() ? text.size() : place[stop];
        while (end > begin && std::string_view(" .,:;(").find(text[end - 1]) != std::string_view::npos) --end;
        const std::string_view words = text.substr(begin, end - begin);
        const auto brackets = [&](char c) { return std::count(words.begin(), words.end(), c); };
        if (words.ends_with(')') && brackets('(') < brackets(')')) --end;
        return FoundTitle{text.substr(begin, end - begin), judgement};
    }
    return std::nullopt;
}

}  // namespace stet::import

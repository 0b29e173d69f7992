// Reads the ways in which English reports state a grade.
#include "compiler/model/grade_phrases.hpp"

#include <algorithm>
#include <array>
#include <initializer_list>
#include <optional>

#include "compiler/framework/names.hpp"

namespace stet::model {

namespace {

using WordList = std::vector<WordAt>;

bool one_of(std::string_view word, std::initializer_list<std::string_view> words) {
    return std::find(words.begin(), words.end(), word) != words.end();
}

std::vector<std::string> split(std::string_view folded) {
    std::vector<std::string> words;
    while (!folded.empty()) {
        const std::size_t end = std::min(folded.find(' '), folded.size());
        words.emplace_back(folded.substr(0, end));
        folded.remove_prefix(std::min(end + 1, folded.size()));
    }
    return words;
}

/// True where the words before `at` (not before `begin`) are these.
bool stands_before(const WordList& words, std::size_t begin, std::size_t at,
                   std::initializer_list<std::string_view> wanted) {
    if (at - begin < wanted.size()) return false;
    std::size_t i = at - wanted.size();
    for (const std::string_view word : wanted) {
        if (words[i++].text != word) return false;
    }
    return true;
}

bool is_copula(std::string_view word) {
    return one_of(word, {"is", "are", "remain", "remains"});
}

/// The clause ends after the grade: nothing follows that would make another meaning of it.
bool ends_clause(const WordList& words, std::size_t after, std::size_t end) {
    if (after == end || words[after - 1].after >= After::comma || words[after - 1].after == After::dash)
        return true;
    return one_of(words[after].text, {"because", "and", "but", "overall", "as"});
}

/// What stands between subject and grade.
struct Predicate {
    std::size_t begin = 0;  ///< the subject ends here
    bool not_reached = false;
    bool verbless = false;
};

/// "does not yet meet the criteria for", "is not yet demonstrating the characteristics of".
std::optional<std::size_t> not_yet_of(const WordList& words, std::size_t begin, std::size_t at) {
    if (!one_of(at > begin ? words[at - 1].text : "", {"for", "of"})) return std::nullopt;
    constexpr std::size_t reach = 9;
    for (std::size_t i = at - 1; i > begin && at - i < reach; --i) {
        if (words[i].text != "yet" || words[i - 1].text != "not" || i < begin + 2) continue;
        if (one_of(words[i - 2].text, {"is", "are", "does", "do"})) return i - 2;
    }
    return std::nullopt;
}

/// "judged to be", "now", "still": what may stand between the copula and the grade.
std::size_t skip_fillers(const WordList& words, std::size_t begin, std::size_t at) {
    for (;;) {
        if (stands_before(words, begin, at, {"judged", "to", "be"}) ||
            stands_before(words, begin, at, {"graded", "to", "be"}))
            at -= 3;
        else if (stands_before(words, begin, at, {"judged", "as"}) ||
                 stands_before(words, begin, at, {"graded", "as"}) ||
                 stands_before(words, begin, at, {"rated", "as"}))
            at -= 2;
        else if (at > begin && one_of(words[at - 1].text, {"judged", "graded", "rated", "now", "still",
                                                           "therefore", "overall", "currently", "also"}))
            --at;
        else
            return at;
    }
}

std::optional<Predicate> predicate(const WordList& words, std::size_t begin, std::size_t at,
                                   std::size_t grade_length) {
    if (stands_before(words, begin, at, {"not", "yet"})) {
        const std::size_t verb = at - 2;
        if (verb > begin && is_copula(words[verb - 1].text)) return Predicate{verb - 1, true, false};
        return std::nullopt;
    }
    if (const auto verb = not_yet_of(words, begin, at)) return Predicate{*verb, true, false};
    const std::size_t before = skip_fillers(words, begin, at);
    if (before > begin && is_copula(words[before - 1].text)) {
        std::size_t verb = before - 1;
        // "is that it is", "is that children's services are"
        constexpr std::size_t reach = 8;
        for (std::size_t i = verb; i > begin && verb - i < reach; --i) {
            if (words[i - 1].text == "that" && i >= begin + 2 && is_copula(words[i - 2].text)) verb = i - 2;
            if (words[i - 1].text == "that" && i >= begin + 2 && verb == i - 2) break;
        }
        return Predicate{verb, false, false};
    }
    if (before != at) return std::nullopt;
    if (before == begin) return Predicate{begin, false, true};
    if (words[before - 1].after >= After::colon || words[before - 1].after == After::dash)
        return Predicate{before, false, true};
    // "is that it requires improvement": the grade is the verb.
    if (grade_length > 1 && (words[before - 1].text == "it" || words[before - 1].text == "they")) {
        if (before >= begin + 3 && words[before - 2].text == "that" && is_copula(words[before - 3].text)) {
            return Predicate{before - 3, false, false};
        }
        return std::nullopt;
    }
    if (grade_length > 1 && words[before - 1].after == After::space) return Predicate{before, false, false};
    if (grade_length > 1 && words[before - 1].bracketed) return Predicate{before, false, false};
    return std::nullopt;
}

/// "the graded judgement for SUBJECT": leaves the subject.
bool cut_citation(const WordList& words, WordRange& subject) {
    const std::size_t limit = std::min(subject.end, subject.begin + 3);
    for (std::size_t i = subject.begin; i < limit; ++i) {
        if (!one_of(words[i].text, {"judgement", "judgment", "grade", "rating"})) continue;
        if (i + 1 < subject.end && one_of(words[i + 1].text, {"for", "of", "about", "on"}))
            subject.begin = i + 2;
        return true;
    }
    return false;
}

void cut_article(const WordList& words, WordRange& subject) {
    if (!subject.empty() && one_of(words[subject.begin].text, {"the"})) ++subject.begin;
}

void cut_opening(const WordList& words, WordRange& subject) {
    if (subject.end - subject.begin < 2 || words[subject.begin].after != After::comma) return;
    if (one_of(words[subject.begin].text, {"overall", "however", "therefore", "currently", "nevertheless"}))
        ++subject.begin;
}

}  // namespace

// ---- lexicon -------------------------------------------------------------------------------------------

GradeLexicon::GradeLexicon(const framework::Framework& framework) {
    for (std::size_t i = 0; i < framework.scale.size(); ++i) {
        const auto grade = static_cast<framework::GradeId>(i);
        add(framework.scale[i].name, grade, false);
        for (const std::string& variant : framework.scale[i].variants) add(variant, grade, false);
    }
    for (const std::string& word : framework.retired) {
        if (!framework.find_grade(word)) add(word, 0, true);
    }
    for (auto& [first, forms] : forms_) {
        std::sort(forms.begin(), forms.end(),
                  [](const Form& a, const Form& b) { return a.words.size() > b.words.size(); });
        stems_.push_back(first.substr(1));
    }
}

void GradeLexicon::add(std::string_view form, framework::GradeId grade, bool retired) {
    Form entry{split(framework::fold(form)), grade, retired};
    if (!entry.words.empty()) forms_[entry.words.front()].push_back(std::move(entry));
}

GradeLexicon::Match GradeLexicon::match(const WordList& words, std::size_t at, std::size_t end) const {
    const auto found = forms_.find(std::string(words[at].text));
    if (found == forms_.end()) return {};
    for (const Form& form : found->second) {
        if (form.words.size() > end - at) continue;
        bool same = true;
        for (std::size_t i = 0; same && i < form.words.size(); ++i)
            same = words[at + i].text == form.words[i];
        if (same) return {form.words.size(), form.grade, form.retired};
    }
    return {};
}

bool GradeLexicon::may_hold(std::string_view text) const {
    return std::any_of(stems_.begin(), stems_.end(),
                       [&](const std::string& stem) { return text.find(stem) != std::string_view::npos; });
}

// ---- sentences -----------------------------------------------------------------------------------------

std::vector<GradePhrase> grade_phrases(const WordList& words, WordRange sentence,
                                       const GradeLexicon& lexicon) {
    std::vector<GradePhrase> phrases;
    for (std::size_t at = sentence.begin; at < sentence.end; ++at) {
        const GradeLexicon::Match grade = lexicon.match(words, at, sentence.end);
        if (grade.length == 0) continue;
        const std::size_t after = at + grade.length;
        const auto found = predicate(words, sentence.begin, at, grade.length);
        if (found && ends_clause(words, after, sentence.end)) {
            GradePhrase phrase;
            phrase.subject = {sentence.begin, found->begin};
            phrase.grade = {at, after};
            phrase.id = grade.grade;
            phrase.retired = grade.retired;
            phrase.not_reached = found->not_reached;
            phrase.verbless = found->verbless;
            // "X requires improvement and is not yet good": the second grade has the first one's subject.
            if (!phrases.empty() && !phrase.subject.empty() && words[phrase.subject.end - 1].text == "and" &&
                phrase.not_reached) {
                phrase.subject = phrases.front().subject;
                phrase.cited = phrases.front().cited;
            } else {
                cut_opening(words, phrase.subject);
                cut_article(words, phrase.subject);
                phrase.cited = cut_citation(words, phrase.subject);
                if (phrase.cited) cut_article(words, phrase.subject);
            }
            phrases.push_back(phrase);
        }
        at = after - 1;
    }
    return phrases;
}

}  // namespace stet::model

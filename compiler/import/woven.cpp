// Titles and grades that stand side by side on the page, so that `pdftotext` wove their lines into each
// other.
#include "compiler/import/woven.hpp"

#include <unordered_map>

#include "compiler/import/text.hpp"

namespace stet::import {

namespace {

using Keys = std::vector<std::string>;

constexpr std::size_t most_lines = 5;
constexpr std::size_t longest_line = 160;

Keys split(std::string_view key) {
    Keys words;
    while (!key.empty()) {
        const std::size_t end = std::min(key.find(' '), key.size());
        words.emplace_back(key.substr(0, end));
        key.remove_prefix(std::min(end + 1, key.size()));
    }
    return words;
}

/// Calls `action` with each word of `text` as written.
template <class Action>
void each_word(std::string_view text, const Action& action) {
    while (!(text = trim(text)).empty()) {
        const std::size_t end = std::min(text.find_first_of(" \t"), text.size());
        action(text.substr(0, end));
        text.remove_prefix(end);
    }
}

/// The two texts, and the last line that they came from.
struct Pair {
    std::string title, grade;
    std::size_t last = 0;
};

class Unweaver {
  public:
    Unweaver(const Draft& draft, const Knowledge& knowledge) : draft_(draft) {
        for (const std::string& key : knowledge.sections) add_title(key);
        for (const Knowledge::Title& title : knowledge.titles) add_title(title.key);
        for (const std::string& grade : knowledge.grades) grades_.push_back(split(grade));
    }

    /// A title and a grade that begin at line `i` and are woven.
    std::optional<Pair> at(std::size_t i) const {
        const std::string_view text = line(i);
        if (text.size() > longest_line || !starts_upper(text)) return std::nullopt;
        const std::string key = key_of(text);
        const auto titles = titles_.find(key.substr(0, key.find(' ')));
        if (titles == titles_.end()) return std::nullopt;
        for (const Keys& title : titles->second) {
            for (const Keys& grade : grades_) {
                if (auto pair = divide(i, title, grade)) return pair;
            }
        }
        return std::nullopt;
    }

  private:
    void add_title(const std::string& key) {
        Keys words = split(key);
        if (words.size() >= 3) titles_[words.front()].push_back(std::move(words));
    }

    std::string_view line(std::size_t i) const { return trim(draft_.lines[i].text); }
    bool is_text(std::size_t i) const {
        return i < draft_.lines.size() && draft_.lines[i].role == Role::body &&
               draft_.lines[i].text.size() <= longest_line;
    }

    /// Deals the words of the lines from `i` on to title and grade; nothing unless both come out whole and
    /// mixed: a line holds words of both, or one of the title stands below one of the grade.
    static void append(std::string& out, std::string_view word) {
        if (!out.empty()) out += ' ';
        out += word;
    }

    std::optional<Pair> divide(std::size_t i, const Keys& title, const Keys& grade) const {
        Pair pair;
        std::size_t t = 0, g = 0;
        bool mixed = false, fits = true;
        for (std::size_t k = i; k < i + most_lines && is_text(k) && fits; ++k) {
            const std::size_t grade_before = g;
            each_word(line(k), [&](std::string_view word) {
                const Keys keys = split(key_of(word));
                const auto next = [&](const Keys& in, std::size_t from) {
                    return !keys.empty() && from + keys.size() <= in.size() &&
                           std::equal(keys.begin(), keys.end(),
                                      in.begin() + static_cast<std::ptrdiff_t>(from));
                };
                if (next(title, t)) {
                    mixed = mixed || g > 0;
                    t += keys.size();
                    append(pair.title, word);
                } else if (next(grade, g)) {
                    g += keys.size();
                    append(pair.grade, word);
                } else {
                    fits = false;
                }
            });
            // "Leadership Good" on one line; "... in care: good" and "The board requires improvement" are
            // headings that state a grade.
            const bool one_line = k == i && g > grade_before && starts_upper(pair.grade);
            mixed = mixed || one_line;
            if (!fits || t < title.size() || g < grade.size()) continue;
            if (!mixed || pair.title.ends_with(':')) return std::nullopt;
            pair.last = k;
            return pair;
        }
        return std::nullopt;
    }

    const Draft& draft_;
    std::unordered_map<std::string, std::vector<Keys>> titles_;  ///< by first word
    std::vector<Keys> grades_;                                   ///< longest first
};

}  // namespace

void unweave_titles(Draft& draft, const Knowledge& knowledge) {
    if (knowledge.grades.empty()) return;
    const Unweaver unweaver(draft, knowledge);
    std::vector<Line> out;
    out.reserve(draft.lines.size() + 16);
    const auto put = [&](const Line& like, std::string text) {
        Line line = like;
        line.role = text.empty() ? Role::blank : Role::body;
        line.page_top = like.page_top && !text.empty();
        draft.spliced.push_back(std::move(text));
        line.text = draft.spliced.back();
        out.push_back(line);
    };
    for (std::size_t i = 0; i < draft.lines.size(); ++i) {
        const Line& line = draft.lines[i];
        auto pair = line.role == Role::body ? unweaver.at(i) : std::nullopt;
        if (!pair) {
            out.push_back(line);
            continue;
        }
        put(line, std::move(pair->title));
        put(line, {});
        put(draft.lines[pair->last], std::move(pair->grade));
        put(draft.lines[pair->last], {});
        i = pair->last;
    }
    draft.lines = std::move(out);
}

}  // namespace stet::import

// What a typesetter makes of typewriter text: quotation marks, dashes, words that stay on one line.
#include "backends/pdf/marks.hpp"

#include <algorithm>
#include <array>

namespace stet::pdf {

namespace {

constexpr std::string_view left_single = "\u2018";
constexpr std::string_view right_single = "\u2019";
constexpr std::string_view left_double = "\u201C";
constexpr std::string_view right_double = "\u201D";
constexpr std::string_view en_dash = "\u2013";
constexpr std::string_view em_dash = "\u2014";

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

bool is_capital(char c) {
    return c >= 'A' && c <= 'Z';
}

bool is_letter(char c) {
    return is_capital(c) || (c >= 'a' && c <= 'z') || (c & 0x80) != 0;
}

/// True where a quotation may begin after these words.
bool may_open(std::string_view before) {
    if (before.empty() || before.ends_with("\xC2\xA0")) return true;
    for (const std::string_view mark : {left_single, left_double, en_dash, em_dash}) {
        if (before.ends_with(mark)) return true;
    }
    constexpr std::string_view openers = " ([{/-";
    return openers.find(before.back()) != std::string_view::npos;
}

/// True where the last of two marks is the opening one.
bool is_open(std::string_view words, std::string_view left, std::string_view right) {
    const std::size_t opened = words.rfind(left);
    const std::size_t closed = words.rfind(right);
    return opened != std::string_view::npos && (closed == std::string_view::npos || opened > closed);
}

/// Sets the words one after the other; `out` is what is set of them.
struct Marks {
    std::string_view before;
    bool open_single;
    bool open_double;
    std::string out{};

    explicit Marks(std::string_view all) : before(all) {
        constexpr std::size_t longest_quotation = 2000;  // bytes; what opened further back is forgotten
        const std::string_view near = all.substr(all.size() - std::min(all.size(), longest_quotation));
        open_single = is_open(near, left_single, right_single);
        open_double = is_open(near, left_double, right_double);
    }

    [[nodiscard]] std::string_view so_far() const { return out.empty() ? before : std::string_view(out); }

    void quotation(char typed, std::string_view rest) {
        const std::string_view left = typed == '"' ? left_double : left_single;
        const std::string_view right = typed == '"' ? right_double : right_single;
        bool& open = typed == '"' ? open_double : open_single;
        const std::string_view behind = so_far();
        const bool space_follows = !rest.empty() && rest.front() == ' ';
        if (may_open(behind)) {
            const bool elision = typed == '\'' && !rest.empty() && is_digit(rest.front());  // '90s
            const bool alone = space_follows || (rest.empty() && behind.empty());
            if (alone) {
                out += typed;
            } else {
                out += elision ? right : left;
                open = open || !elision;
            }
            return;
        }
        const bool apostrophe = typed == '\'' && !rest.empty() && is_letter(rest.front());
        if (is_digit(behind.back()) && !apostrophe && !open) {
            out += typed;  // a prime: feet, inches, minutes
            return;
        }
        out += right;
        open = open && apostrophe;
    }

    void hyphen(std::string_view rest) {
        const std::string_view behind = so_far();
        const bool between_spaces =
            behind.size() > 1 && behind.back() == ' ' && rest.size() > 1 && rest.front() == ' ';
        const bool minus = between_spaces && is_digit(behind[behind.size() - 2]) && is_digit(rest[1]);
        if (between_spaces && !minus)
            out += en_dash;
        else
            out += '-';
    }
};

template <std::size_t size>
bool is_among(std::string_view word, const std::array<std::string_view, size>& sorted) {
    return std::binary_search(sorted.begin(), sorted.end(), word);
}

/// A number without a stop or comma behind it, perhaps in brackets or of money: "63,200", "£2.5", "(12".
bool is_number(std::string_view word) {
    if (word.empty() || !is_digit(word.back())) return false;
    const std::size_t first = word.find_first_of("0123456789");
    if (first > 3) return false;
    return word.substr(first).find_first_not_of("0123456789,.") == std::string_view::npos;
}

/// "(27%)", whatever its count is written in.
bool is_share(std::string_view word) {
    return word.size() > 3 && word.front() == '(' && is_digit(word[1]) &&
           word.find('%') != std::string_view::npos;
}

bool is_year(std::string_view word) {
    return word.size() == 4 && (word.starts_with("19") || word.starts_with("20"));
}

bool names_by_number(std::string_view word) {
    constexpr std::array<std::string_view, 45> names = {
        "Act",      "Annex",   "Appendix",    "April",      "August",  "Census",    "Chapter",    "December",
        "February", "Figure",  "Figures",     "Grade",      "January", "July",      "June",       "Level",
        "March",    "May",     "No.",         "November",   "October", "Paragraph", "Paragraphs", "Part",
        "Phase",    "Quarter", "Regulations", "Schedule",   "Section", "Sections",  "September",  "Stage",
        "Table",    "Tables",  "age",         "aged",       "ages",    "chapter",   "figure",     "note",
        "page",     "pages",   "paragraph",   "paragraphs", "section"};
    static_assert(std::is_sorted(names.begin(), names.end()));
    const std::size_t first = word.find_first_not_of("(\xE2\x80\x9C\x98");
    return first != std::string_view::npos && is_among(word.substr(first), names);
}

bool follows_number_loosely(std::string_view word) {
    constexpr std::array<std::string_view, 24> words = {
        "a",  "and", "are", "at", "by",   "did", "for", "from",  "had", "has",  "have", "in",
        "is", "of",  "on",  "or", "that", "the", "to",  "until", "was", "were", "who",  "with"};
    static_assert(std::is_sorted(words.begin(), words.end()));
    return is_among(word, words);
}

bool is_title(std::string_view word) {
    constexpr std::array<std::string_view, 11> titles = {"Cllr", "Dame", "Dr", "Lady",      "Lord", "Miss",
                                                         "Mr",   "Mrs",  "Ms", "Professor", "Sir"};
    static_assert(std::is_sorted(titles.begin(), titles.end()));
    return is_among(word, titles) || (word.size() == 2 && is_capital(word[0]) && word[1] == '.');
}

}  // namespace

bool has_english_marks(std::string_view language) {
    const std::string_view primary = language.substr(0, language.find('-'));
    return primary == "en" || primary == "cy" || primary == "gd" || primary == "ga";
}

void set_marks(std::string& words, std::string_view before) {
    if (words.find_first_of("'\"") == std::string::npos && words.find("- ") == std::string::npos) return;
    Marks marks(before);
    marks.out.reserve(words.size() + 16);
    const std::string_view text = words;
    for (std::size_t at = 0; at < text.size(); ++at) {
        const std::string_view rest = text.substr(at + 1);
        if (text[at] == '\'' || text[at] == '"')
            marks.quotation(text[at], rest);
        else if (text[at] == '-')
            marks.hyphen(rest);
        else
            marks.out += text[at];
    }
    words = std::move(marks.out);
}

bool is_dash(std::string_view word) {
    return word == en_dash || word == em_dash;
}

bool belong_together(std::string_view word, std::string_view next) {
    if (word.empty() || next.empty()) return false;
    if (is_share(next)) return true;
    if (is_digit(word.back())) {
        if (!is_number(word)) return false;
        if (next.front() == '(') return next.size() > 1 && is_digit(next[1]);
        return is_letter(next.front()) && !is_year(word) && !follows_number_loosely(next);
    }
    if (is_digit(next.front())) return names_by_number(word);
    return is_capital(next.front()) && is_capital(word.front()) && is_title(word);
}

}  // namespace stet::pdf

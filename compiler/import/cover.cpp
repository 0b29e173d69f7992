// The cover's header: subject, title, dates and people.
#include "compiler/import/cover.hpp"

#include <algorithm>
#include <array>

#include "compiler/base/name_list.hpp"
#include "compiler/import/text.hpp"

namespace stet::import {

namespace {

constexpr std::size_t longest_title = 300;

bool has_word(std::string_view key, std::string_view word) {
    for (std::size_t at = key.find(word); at != std::string_view::npos; at = key.find(word, at + 1)) {
        if (at == 0 || key[at - 1] == ' ') return true;
    }
    return false;
}

bool has_any(std::string_view key, std::initializer_list<std::string_view> words) {
    return std::any_of(words.begin(), words.end(),
                       [&](std::string_view word) { return has_word(key, word); });
}

/// Does the text hold a year, so that it can be a date?
bool has_year(std::string_view text) {
    for (std::size_t at = 0; at + 4 <= text.size(); ++at) {
        const bool alone =
            (at == 0 || !is_digit(text[at - 1])) && (at + 4 == text.size() || !is_digit(text[at + 4]));
        const bool century = text.substr(at, 2) == "19" || text.substr(at, 2) == "20";
        if (alone && century && is_digit(text[at + 2]) && is_digit(text[at + 3])) return true;
    }
    return false;
}

/// A label and its value: "Inspection date: 3 May 2014", "Published on 3 May 2014".
struct Labelled {
    std::string key;        ///< of the label
    std::size_t value = 0;  ///< byte at which the value begins
};

Labelled label_of(std::string_view text) {
    std::size_t at = text.find(':');
    if (at == std::string_view::npos || at > 60) at = text.find_first_of("0123456789");
    if (at == std::string_view::npos || at > 60) return {};
    Labelled out{key_of(text.substr(0, at)), at};
    while (out.value < text.size() &&
           (text[out.value] == ':' || text[out.value] == ' ' || text[out.value] == '\t'))
        ++out.value;
    return out;
}

class Header {
  public:
    Header(Draft& draft, std::size_t end) : draft_(draft), end_(end) {}

    void find_labels() {
        for (std::size_t i = 0; i < end_; ++i) {
            if (is_text(i)) labelled(i);
        }
        for (std::size_t i = 0; i < end_ && i < longest_cover && draft_.cover.inspected.empty(); ++i) {
            if (is_text(i)) bare_dates(i);
        }
    }

  private:
    void labelled(std::size_t i) {
        const std::string_view text = draft_.lines[i].text;
        if (text.size() > 200) return;
        const Labelled label = label_of(text);
        Cover& cover = draft_.cover;
        if (label.key.empty()) return;
        if (has_any(label.key, {"publish", "publication"})) {
            date(i, label, cover.published);
        } else if (label.key == "lead inspector" || label.key == "lead inspectors" ||
                   label.key == "reporting inspector") {
            person(i, label, cover.lead);
        } else if (label.key == "team inspectors" || label.key == "team inspector" ||
                   label.key == "inspection team") {
            person(i, label, cover.team);
        } else if (label.key == "inspection" ||
                   has_any(label.key, {"inspection date", "inspected", "date of inspection",
                                       "dates of inspection", "date of assessment", "dates of assessment",
                                       "assessment date", "inspection visit", "inspection carried out"})) {
            date(i, label, cover.inspected);
        }
    }

    /// The value stands beside its label, goes on below ("3 May 2031 to 12" / "May 2031"), or stands below
    /// alone.
    void date(std::size_t i, const Labelled& label, std::string& value) {
        if (!value.empty() || word_count(label.key) > 6) return;
        std::string words(trim(draft_.lines[i].text.substr(label.value)));
        std::size_t below = i + 1;
        while (words.empty() && is_gap(below)) ++below;
        const bool ends_in_year =
            has_year(std::string_view(words).substr(words.size() - std::min<std::size_t>(words.size(), 5)));
        const bool wraps =
            !ends_in_year && is_text(below) && has_year(text(below)) && text(below).size() < 60;
        if (wraps) words += (words.empty() ? "" : " ") + std::string(text(below));
        if (!has_year(words) || words.size() > 80) return;
        set_label(i, label.value);
        if (wraps) draft_.lines[below].role = Role::cover;
        value = std::move(words);
    }

    /// "4–15 March 2031" alone on a line: only an inspection lasts several days.
    void bare_dates(std::size_t i) {
        const std::string_view words = text(i);
        const bool range =
            words.find("–") != std::string_view::npos || words.find(" to ") != std::string_view::npos ||
            words.find(" and ") != std::string_view::npos || words.find('-') != std::string_view::npos;
        if (words.empty() || words.size() > 50 || !is_digit(words.front()) || !range || !has_year(words))
            return;
        draft_.cover.inspected = std::string(words);
        draft_.lines[i].role = Role::cover;
    }

    void person(std::size_t i, const Labelled& label, std::string& value) {
        std::string words(trim(draft_.lines[i].text.substr(label.value)));
        if (words.empty() || !value.empty()) return;
        set_label(i, label.value);
        while (names_go_on(i)) {
            words += ' ' + std::string(text(++i));
            draft_.lines[i].role = Role::cover;
        }
        if (i + 1 < end_ && draft_.lines[i + 1].role == Role::body) {
            const std::string_view below = trim(draft_.lines[i + 1].text);
            const std::string key = key_of(below.substr(0, 60));
            if (word_count(below) <= 4 && (key.ends_with(" inspector") || key.ends_with(" inspector hmi"))) {
                words += ", " + std::string(below);
                draft_.lines[i + 1].role = Role::cover;
            }
        }
        value = std::move(words);
    }

    /// A list of names that runs to the margin goes on in a line of names.
    bool names_go_on(std::size_t i) const {
        const bool full = draft_.wrapped && text(i).size() * 100 > draft_.width * 85;
        if (!full || text(i).find(',') == std::string_view::npos || !is_text(i + 1) ||
            text(i + 1).find(':') != std::string_view::npos)
            return false;
        return read_name_list(text(i + 1)).end == text(i + 1).size();
    }

    /// The header's key stands for the label.
    void set_label(std::size_t i, std::size_t size) {
        Line& line = draft_.lines[i];
        line.role = Role::cover;
        line.skip = static_cast<std::uint32_t>(size);
        std::string_view label = trim(line.text.substr(0, size));
        while (!label.empty() && label.back() == ':') label.remove_suffix(1);
        draft_.left_out.push_back({line.number, LeftOut::label, std::string(label)});
    }

  public:
    /// Subject, title and a second title joined by "and" on a line of its own: the title is the line that
    /// says what was done to whom ("Inspection of ..."), the subject stands above it.
    void find_titles(const Knowledge& knowledge) {
        const std::size_t title = title_line();
        if (title == end_) return;
        const bool plain = !says_of_what(text(title));
        const std::size_t after = plain ? title + 1 : take_title(title, draft_.cover.title);
        if (plain) take(title, draft_.cover.title);
        take_second_title(after);
        take_subject(title);
        name_subject(knowledge);
    }

  private:
    /// Lines of the cover among which the title is looked for.
    static constexpr std::size_t longest_cover = 60;

    std::string_view text(std::size_t i) const { return trim(draft_.lines[i].text); }
    bool is_text(std::size_t i) const { return i < end_ && draft_.lines[i].role == Role::body; }
    bool is_gap(std::size_t i) const { return i < end_ && draft_.lines[i].role == Role::blank; }

    static bool names_report(std::string_view text) {
        return has_any(key_of(text),
                       {"inspection", "reinspection", "review", "report", "assessment", "investigation"});
    }

    /// "Inspection of harbours", not "Inspection report".
    static bool says_of_what(std::string_view text) {
        const std::string key = key_of(text);
        return names_report(text) && (has_any(key, {"of", "on", "into"}) || key.ends_with(" of"));
    }

    bool may_be_title(std::size_t i) const {
        const std::string_view words = text(i);
        return is_text(i) && words.size() <= longest_title && !ends_terminal(words) &&
               words.find('\t') == std::string_view::npos;
    }

    std::size_t title_line() const {
        std::size_t plain = end_;
        for (std::size_t i = 0; i < end_ && i < longest_cover; ++i) {
            if (!may_be_title(i) && is_text(i) && ends_sentence(text(i)) && word_count(text(i)) > 4) break;
            if (!may_be_title(i)) continue;
            if (says_of_what(text(i))) return i;
            if (plain == end_ && names_report(text(i)) && word_count(text(i)) <= 4) plain = i;
        }
        return plain;
    }

    void take(std::size_t i, std::string& value) {
        if (!value.empty()) value += ' ';
        value += text(i);
        draft_.lines[i].role = Role::cover;
    }

    /// "MV1 2QS": an address follows the title without a gap.
    static bool ends_in_postcode(std::string_view words) {
        const std::size_t n = words.size();
        return n > 5 && is_upper(words[n - 1]) && is_upper(words[n - 2]) && is_digit(words[n - 3]) &&
               words[n - 4] == ' ';
    }

    static bool is_connector(std::string_view text) {
        return text == "and" || text == "And" || text == "&" || text == "AND";
    }

    /// Takes the lines of a title; gives the line after them. A gap ends it unless the words cannot end
    /// there.
    std::size_t take_title(std::size_t i, std::string& value) {
        take(i++, value);
        while (i < end_) {
            std::size_t next = i;
            while (is_gap(next)) ++next;
            const bool goes_on = next == i || ends_openly(value) || (next < end_ && starts_lower(text(next)));
            if (!goes_on || !may_be_title(next) || is_connector(text(next)) || value.size() > longest_title)
                break;
            if (ends_in_postcode(text(next))) break;
            take(next, value);
            i = next + 1;
        }
        return i;
    }

    void take_second_title(std::size_t i) {
        while (is_gap(i)) ++i;
        if (!is_text(i) || !is_connector(text(i))) return;
        std::size_t next = i + 1;
        while (is_gap(next)) ++next;
        if (!may_be_title(next)) return;
        draft_.lines[i].role = Role::furniture;
        draft_.left_out.push_back({draft_.lines[i].number, LeftOut::label, std::string(text(i))});
        take_title(next, draft_.cover.also);
    }

    /// The lines directly above the title, or the nearest group of lines above it.
    void take_subject(std::size_t title) {
        std::size_t last = title;
        while (last > 0 && is_gap(last - 1)) --last;
        std::size_t first = last;
        while (first > 0 && may_be_title(first - 1) && last - first < 4) --first;
        if (first == last || names_report(text(first))) return;
        for (std::size_t i = first; i < last; ++i) take(i, draft_.cover.subject);
    }

    /// A title alone names its subject: "Inspection of a good school: Marlow Vale Primary School".
    void name_subject(const Knowledge& knowledge) {
        Cover& cover = draft_.cover;
        if (!cover.subject.empty()) return;
        std::size_t at = cover.title.rfind(": ");
        if (at == std::string::npos) at = cover.title.find(" of ");
        if (at == std::string::npos) return;
        std::string_view name =
            trim(std::string_view(cover.title).substr(cover.title[at] == ':' ? at + 2 : at + 4));
        name = name.substr(0, name.find(" by "));
        cut_what_is_judged(name, knowledge);
        cover.subject = std::string(name);
        cover.copies.push_back(cover.subject);
    }

    /// "Marlow Vale harbour services": the services are what is judged, not whose they are.
    static void cut_what_is_judged(std::string_view& name, const Knowledge& knowledge) {
        const std::string key = key_of(name);
        for (const Knowledge::Title& title : knowledge.titles) {
            if (!key.ends_with(' ' + title.key)) continue;
            for (std::size_t n = word_count(title.key); n > 0; --n)
                name = trim(name.substr(0, name.find_last_of(' ')));
            return;
        }
    }

    Draft& draft_;
    std::size_t end_;
};

}  // namespace

void find_labels(Draft& draft, std::size_t cover_end) {
    Header(draft, cover_end).find_labels();
}

void find_titles(Draft& draft, const Knowledge& knowledge, std::size_t end) {
    Header(draft, end).find_titles(knowledge);
}

}  // namespace stet::import

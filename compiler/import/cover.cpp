// The cover's header: subject, title, dates and people.
#include "compiler/import/cover.hpp"

#include <algorithm>
#include <array>

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
    return std::any_of(words.begin(), words.end(), [&](std::string_view word) { return has_word(key, word); });
}

/// Does the text hold a year, so that it can be a date?
bool has_year(std::string_view text) {
    for (std::size_t at = 0; at + 4 <= text.size(); ++at) {
        const bool alone = (at == 0 || !is_digit(text[at - 1])) && (at + 4 == text.size() || !is_digit(text[at + 4]));
        const bool century = text.substr(at, 2) == "19" || text.substr(at, 2) == "20";
        if (alone && century && is_digit(text[at + 2]) && is_digit(text[at + 3])) return true;
    }
    return false;
}

/// A label and its value: "Inspection date: 3 May 2014", "Published on 3 May 2014".
struct Labelled {
    std::string key;         ///< of the label
    std::size_t value = 0;   ///< byte at which the value begins
};

Labelled label_of(std::string_view text) {
    std::size_t at = text.find(':');
    if (at == std::string_view::npos || at > 60) at = text.find_first_of("0123456789");
    if (at == std::string_view::npos || at > 60) return {};
    Labelled out{key_of(text.substr(0, at)), at};
    while (out.value < text.size() && (text[out.value] == ':' || text[out.value] == ' ' || text[out.value] == '\t')) ++out.value;
    return out;
}

class Header {
  public:
    Header(Draft& draft, std::size_t end) : draft_(draft), end_(end) {}

    void find_labels() {
        for (std::size_t i = 0; i < end_; ++i) {
            if (draft_.lines[i].role == Role::body) labelled(i);
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
        } else if (label.key == "lead inspector" || label.key == "lead inspectors" || label.key == "reporting inspector") {
            person(i, label, cover.lead);
        } else if (label.key == "team inspectors" || label.key == "team inspector" || label.key == "inspection team") {
            person(i, label, cover.team);
        } else if (label.key == "inspection" ||
                   has_any(label.key, {"inspection date", "inspected", "date of inspection", "dates of inspection",
                                       "date of assessment", "dates of assessment", "assessment date",
                                       "inspection visit", "inspection carried out"})) {
            date(i, label, cover.inspected);
        }
    }

    void date(std::size_t i, const Labelled& label, std::string& value) {
        if (!value.empty() || word_count(label.key) > 6) return;
        std::string words(trim(draft_.lines[i].text.substr(label.value)));
        const bool next = i + 1 < end_ && draft_.lines[i + 1].role == Role::body;
        // "3 May 2031 to 12" / "May 2031"
        const bool ends_in_year = has_year(std::string_view(words).substr(words.size() - std::min<std::size_t>(words.size(), 5)));
        const bool wraps = !ends_in_year && next && has_year(draft_.lines[i + 1].text) && draft_.lines[i + 1].text.size() < 60;
        if (wraps) words += (words.empty() ? "" : " ") + std::string(trim(draft_.lines[i + 1].text));
        if (!has_year(words) || words.size() > 80) return;
        set_label(i, label.value);
        if (wraps) draft_.lines[i + 1].role = Role::cover;
        value = std::move(words);
    }

    void person(std::size_t i, const Labelled& label, std::string& value) {
        std::string words(trim(draft_.lines[i].text.substr(label.value)));
        if (words.empty() || !value.empty()) return;
        set_label(i, label.value);
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

    /// The header's key stands for the label.
    void set_label(std::size_t i, std::size_t size) {
        Line& line = draft_.lines[i];
        line.role = Role::cover;
        line.skip = static_cast<std::uint32_t>(size);
        std::string_view label = trim(line.text.substr(0, size));
        while (!label.empty() && label.back() == ':') label.remove_suffix(1);
        draft_.left_out.push_back({line.number, LeftOut::label, std::string(label)});
    }

    static bool names_report(std::string_view text) {
        return has_any(key_of(text), {"inspection", "review", "report", "assessment", "investigation"});
    }

  public:
    /// Subject, title and a second title, joined by "and" on a line of its own; read from the first lines, before
    /// whatever else the cover says.
    void titles() {
        Cover& cover = draft_.cover;
        std::string* open = nullptr;
        bool gap = false;
        std::vector<std::size_t> subject_lines;
        for (std::size_t i = 0; i < end_ && i < 60; ++i) {
            const Line& line = draft_.lines[i];
            if (line.role == Role::blank || line.role == Role::furniture) {
                gap = gap || open != nullptr || !cover.subject.empty();
                continue;
            }
            if (line.role != Role::body) break;
            const std::string_view text = trim(line.text);
            if (text.size() > longest_title || (ends_sentence(text) && word_count(text) > 4)) break;
            if (is_connector(text) && !cover.title.empty()) {
                draft_.lines[i].role = Role::furniture;
                draft_.left_out.push_back({line.number, LeftOut::label, std::string(text)});
                open = &cover.also, gap = false;
                if (!cover.also.empty()) break;
                continue;
            }
            if (cover.title.empty() && names_report(text)) {
                open = &cover.title;
            } else if (cover.title.empty()) {
                if (!cover.subject.empty() && gap) break;
                open = &cover.subject;
            } else if (gap && !(open->empty() || starts_lower(text))) {
                break;
            }
            if (open->size() > longest_title) break;
            if (!open->empty()) *open += ' ';
            *open += text;
            draft_.lines[i].role = Role::cover;
            gap = false;
        }
        settle();
    }

  private:
    static bool is_connector(std::string_view text) { return text == "and" || text == "And" || text == "&" || text == "AND"; }

    /// A title alone names its subject: "Inspection of a good school: Marlow Vale Primary School".
    void settle() {
        Cover& cover = draft_.cover;
        const bool cover_at_all = !cover.title.empty() || !cover.inspected.empty() || !cover.judgements.empty();
        if (!cover_at_all && !cover.subject.empty()) {
            cover.subject.clear();
            for (std::size_t i = 0; i < end_; ++i) {
                if (draft_.lines[i].role == Role::cover) draft_.lines[i].role = Role::body;
            }
        } else if (cover.subject.empty() && !cover.title.empty()) {
            std::size_t at = cover.title.rfind(": ");
            if (at == std::string::npos) at = cover.title.find(" of ");
            if (at == std::string::npos) return;
            cover.subject = std::string(trim(std::string_view(cover.title).substr(cover.title[at] == ':' ? at + 2 : at + 4)));
            cover.copies.push_back(cover.subject);
        } else if (cover.title.empty() && !cover.subject.empty()) {
            cover.title = cover.subject;
            cover.copies.push_back(cover.title);
        }
    }

    Draft& draft_;
    std::size_t end_;
};

}  // namespace

void find_labels(Draft& draft, std::size_t cover_end) { Header(draft, cover_end).find_labels(); }

void find_titles(Draft& draft, std::size_t end) { Header(draft, end).titles(); }

}  // namespace stet::import

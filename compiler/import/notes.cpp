// Footnotes: their bodies at the foot of the page, and the marks in the text, raised or glued to words.
#include "compiler/import/notes.hpp"

#include <algorithm>
#include <map>
#include <unordered_map>
#include <unordered_set>

#include "compiler/base/utf8.hpp"
#include "compiler/import/lines.hpp"
#include "compiler/import/text.hpp"

namespace stet::import {

namespace {

/// A place in a line where a note's mark may stand.
struct MarkPlace {
    std::size_t line = 0, begin = 0, end = 0;
    std::uint32_t number = 0;
    bool raised = false;  ///< a superscript or "[1]", not a digit glued to a word
    bool used = false;
};

/// One or two digits at `at` that end a word of letters, perhaps after punctuation ("board1",
/// "protection.2").
bool glued_at(std::string_view text, std::size_t at, std::size_t& end) {
    end = at;
    while (end < text.size() && is_digit(text[end])) ++end;
    if (end - at > 2 || text[at] == '0') return false;
    if (end < text.size() && std::string_view(" .,;:)").find(text[end]) == std::string_view::npos &&
        !text.substr(end).starts_with("’") && !text.substr(end).starts_with("”")) {
        return false;
    }
    std::size_t before = at;
    while (before > 0 && std::string_view(".,;:?!)\"'").find(text[before - 1]) != std::string_view::npos)
        --before;
    if (before >= 3 && (text.substr(0, before).ends_with("’") || text.substr(0, before).ends_with("”")))
        before -= 3;
    // At least three small letters: "M1" and "CO2" are names.
    return before >= 3 && is_lower(text[before - 1]) && is_lower(text[before - 2]) &&
           is_lower(text[before - 3]);
}

/// "m²" is a unit, not a mark.
bool is_unit_power(std::string_view text, std::size_t at) {
    const std::size_t space = text.substr(0, at).find_last_of(" 0123456789(");
    const std::string_view word = text.substr(0, at).substr(space == std::string_view::npos ? 0 : space + 1);
    return word == "m" || word == "km" || word == "cm" || word == "mm" || word == "ft";
}

void scan_marks(std::string_view text, std::size_t index, std::vector<MarkPlace>& out) {
    for (std::size_t at = 0; at < text.size();) {
        char digit = 0;
        const auto byte = static_cast<unsigned char>(text[at]);
        if (byte < 0x80) {
            std::size_t end = at;
            if (is_digit(text[at]) && (at == 0 || !is_digit(text[at - 1])) && glued_at(text, at, end)) {
                out.push_back({index, at, end, *bare_number(text.substr(at, end - at)), false, false});
            } else if (text[at] == '[' && at > 0) {
                const std::size_t size = std::min(text.substr(at + 1, 3).find(']'), std::size_t{3});
                const std::size_t close = at + 1 + size;
                if (size == 1 || size == 2) {
                    const auto number = bare_number(text.substr(at + 1, size));
                    if (number) out.push_back({index, at, close + 1, *number, true, false}), end = close;
                }
            }
            at = std::max(end, at + 1);
            continue;
        }
        std::size_t end = at;
        std::uint32_t number = 0;
        for (utf8::Decoded d = utf8::decode(text, end); is_superscript(d.point, digit);) {
            number = number < 100 ? number * 10 + static_cast<std::uint32_t>(digit - '0') : number;
            end += d.size;
            if (end >= text.size()) break;
            d = utf8::decode(text, end);
        }
        if (end > at && at > 0 && number > 0 && number < 100 && !is_unit_power(text, at)) {
            out.push_back({index, at, end, number, true, false});
        }
        at = std::max(end, at + utf8::decode(text, at).size);
    }
}

/// Bytes of a raised number, or of "[1]", with which a note's body begins; its value in `number`.
std::size_t raised_start(std::string_view text, std::uint32_t& number) {
    std::size_t at = 0;
    while (at < text.size() && text[at] == ' ') ++at;
    const std::size_t first = at;
    char digit = 0;
    number = 0;
    while (at < text.size() && number < 100) {
        const utf8::Decoded d = utf8::decode(text, at);
        if (!is_superscript(d.point, digit)) break;
        number = number * 10 + static_cast<std::uint32_t>(digit - '0');
        at += d.size;
    }
    if (at == first && text.substr(first).starts_with("[")) {
        const std::size_t close = text.substr(0, std::min(text.size(), first + 4)).find(']');
        if (close == std::string_view::npos) return 0;
        const auto value = bare_number(text.substr(first + 1, close - first - 1));
        if (!value) return 0;
        number = *value, at = close + 1;
    }
    while (at < text.size() && text[at] == ' ') ++at;
    return number == 0 ? 0 : at;
}

class Finder {
  public:
    Finder(Draft& draft, const Knowledge& knowledge) : draft_(draft), knowledge_(knowledge) {}

    void run() {
        for (std::size_t i = 0; i < draft_.lines.size(); ++i) {
            if (draft_.lines[i].role == Role::body) scan_marks(draft_.lines[i].text, i, places_);
        }
        for (std::size_t p = 0; p < places_.size(); ++p) by_number_[places_[p].number].push_back(p);
        for (std::size_t i = 0; i < draft_.lines.size(); ++i) {
            if (draft_.lines[i].role == Role::body) consider(i);
        }
        splice();
    }

  private:
    void consider(std::size_t i) {
        std::uint32_t number = 0;
        const std::string_view text = draft_.lines[i].text;
        const std::size_t start = raised_start(text, number);
        if (start != 0 && start < text.size()) {
            if (const auto place = mark_before(i, number, true)) {
                draft_.lines[i].skip = static_cast<std::uint32_t>(start);
                take(i, i, number, *place);
            }
            return;
        }
        if (const auto bare = bare_number(text); bare && *bare > 0) {
            if (const auto place = mark_before(i, *bare, false)) take_bare(i, *bare, *place);
            return;
        }
        consider_inline(i, text);
    }

    /// "4 Words of the note" at the foot of a page, where the mark stands above.
    void consider_inline(std::size_t i, std::string_view text) {
        std::size_t digits = 0;
        while (digits < text.size() && is_digit(text[digits])) ++digits;
        if (digits == 0 || digits > 2 || digits + 2 > text.size() || text[digits] != ' ') return;
        const std::string_view rest = trim(text.substr(digits));
        if (!starts_upper(rest) && !rest.starts_with("http") && !rest.starts_with("www.")) return;
        const std::uint32_t number = *bare_number(text.substr(0, digits));
        if (number != last_ + 1) return;
        // Only a block of its own: a line of prose may begin with a number and a name ("12 January").
        if (i > 0 && draft_.lines[i - 1].role == Role::body) return;
        const auto place = mark_before(i, number, false);
        if (!place || draft_.lines[places_[*place].line].page != draft_.lines[i].page) return;
        draft_.lines[i].skip = static_cast<std::uint32_t>(digits);
        take(i, i, number, *place);
    }

    /// The unused place for a mark `number` that stands before line `i`, on its page or the page before.
    std::optional<std::size_t> mark_before(std::size_t i, std::uint32_t number, bool raised) const {
        const auto found = by_number_.find(number);
        if (found == by_number_.end()) return std::nullopt;
        const auto& places = found->second;
        // Places rise with their lines.
        const auto after =
            std::lower_bound(places.begin(), places.end(), i,
                             [&](std::size_t p, std::size_t line) { return places_[p].line < line; });
        std::optional<std::size_t> best;
        for (auto it = after; it != places.begin() && after - it < 8;) {
            const MarkPlace& place = places_[*--it];
            if (draft_.paged && draft_.lines[place.line].page + 1 < draft_.lines[i].page) break;
            if (place.used || draft_.lines[place.line].role == Role::note || (raised && !place.raised))
                continue;
            best = *it;
        }
        return best;
    }

    /// The number stands alone: the body is the next paragraph or, at the foot of a page, the one before.
    void take_bare(std::size_t i, std::uint32_t number, std::size_t place) {
        std::size_t first = next_text(i + 1, draft_.lines[i].page);
        first = skip_grade(first, draft_.lines[i].page);
        if (first < draft_.lines.size() && !bare_number(draft_.lines[first].text)) {
            draft_.lines[i].role = Role::note_number;
            take(i, first, number, place);
            return;
        }
        const auto above = [&](std::size_t k, auto... roles) {
            return k > 0 && draft_.lines[k - 1].page == draft_.lines[i].page &&
                   ((draft_.lines[k - 1].role == roles) || ...);
        };
        // The other notes of the page may stand between the first one and its number.
        std::size_t end = i;
        while (above(end, Role::note, Role::note_number)) --end;
        std::size_t begin = end;
        while (above(begin, Role::body)) --begin;
        const bool apart = begin < end && (begin == 0 || draft_.lines[begin - 1].role == Role::blank);
        if (!apart || places_[place].line >= begin) return;
        std::string body;
        for (std::size_t k = begin; k < end; ++k) append(body, draft_.lines[k]);
        const auto passed = std::count_if(draft_.lines.begin() + static_cast<std::ptrdiff_t>(end),
                                          draft_.lines.begin() + static_cast<std::ptrdiff_t>(i),
                                          [](const Line& line) { return line.role == Role::note_number; });
        draft_.lines[i].role = Role::note_number;
        finish(draft_.lines[i].number, number, place, std::move(body));
        auto& notes = draft_.notes;
        if (passed > 0 && passed < static_cast<std::ptrdiff_t>(notes.size()))
            std::rotate(notes.end() - 1 - passed, notes.end() - 1, notes.end());
    }

    std::size_t next_text(std::size_t i, std::uint32_t page) const {
        while (i < draft_.lines.size() && draft_.lines[i].page == page && draft_.lines[i].role != Role::body)
            ++i;
        return i < draft_.lines.size() && draft_.lines[i].page == page ? i : draft_.lines.size();
    }

    /// A cell of the judgement table may come between a note's number and its words.
    std::size_t skip_grade(std::size_t first, std::uint32_t page) const {
        std::string words;
        for (std::size_t k = first; k < draft_.lines.size() && k < first + 3; ++k) {
            if (draft_.lines[k].role != Role::body) break;
            words += ' ';
            words += draft_.lines[k].text;
            const bool last = k + 1 == draft_.lines.size() || draft_.lines[k + 1].role != Role::body;
            if (last && is_grade(knowledge_, words)) return next_text(k + 1, page);
        }
        return first;
    }

    /// Takes the lines from `first` on: to the end of the paragraph, over gaps while the sentence is
    /// unfinished.
    void take(std::size_t at, std::size_t first, std::uint32_t number, std::size_t place) {
        std::string body;
        const std::uint32_t page = draft_.lines[first].page;
        for (std::size_t k = first; k < draft_.lines.size() && draft_.lines[k].page == page; ++k) {
            Line& line = draft_.lines[k];
            if (line.role == Role::blank) {
                if (ends_sentence(body) || !draft_.wrapped) break;
                continue;
            }
            std::uint32_t next = 0;
            if (line.role != Role::body) break;
            if (k > first && (bare_number(line.text) || raised_start(line.text, next) != 0)) break;
            if (k > first && !draft_.wrapped) break;
            append(body, line);
            if (body.size() > 4000) break;
        }
        finish(draft_.lines[at].number, number, place, std::move(body));
    }

    static void append(std::string& body, Line& line) {
        if (!body.empty() && !body.ends_with('-') && !body.ends_with('/')) body += ' ';
        body += trim(line.text.substr(line.skip));
        line.role = Role::note;
        line.skip = 0;
    }

    void finish(std::uint32_t line, std::uint32_t number, std::size_t place, std::string body) {
        std::string name = std::to_string(number);
        const std::size_t times = ++taken_[number];
        if (times > 1) name += '-' + std::to_string(times);  // numbers that begin anew on each page
        names_.emplace_back(place, name);
        places_[place].used = true;
        draft_.notes.push_back({std::move(name), std::move(body), line, true});
        last_ = number;
    }

    /// Sets the marks in their lines. A later raised mark of the same number points to the same note.
    void splice() {
        std::unordered_map<std::size_t, std::string> name_of(names_.begin(), names_.end());
        std::map<std::uint32_t, std::string> current;
        for (std::size_t p = 0; p < places_.size();) {
            const std::size_t line = places_[p].line;
            std::string out;
            std::size_t done = 0;
            const std::string_view text = draft_.lines[line].text;
            for (; p < places_.size() && places_[p].line == line; ++p) {
                const MarkPlace& place = places_[p];
                if (const auto own = name_of.find(p); own != name_of.end())
                    current[place.number] = own->second;
                const auto name = current.find(place.number);
                const bool repeats = place.raised && !draft_.paged && name != current.end();
                if (!place.used && !repeats) continue;
                if (draft_.lines[line].role == Role::note) continue;
                out += text.substr(done, place.begin - done);
                out += mark::note_open + name->second + mark::note_close;
                done = place.end;
            }
            if (done == 0) continue;
            out += text.substr(done);
            draft_.spliced.push_back(std::move(out));
            draft_.lines[line].text = draft_.spliced.back();
        }
    }

    Draft& draft_;
    const Knowledge& knowledge_;
    std::vector<MarkPlace> places_;
    std::unordered_map<std::uint32_t, std::vector<std::size_t>> by_number_;
    std::unordered_map<std::uint32_t, std::size_t> taken_;
    std::vector<std::pair<std::size_t, std::string>> names_;  ///< place and note
    std::uint32_t last_ = 0;
};

}  // namespace

void find_notes(Draft& draft, const Knowledge& knowledge) {
    Finder(draft, knowledge).run();
}

}  // namespace stet::import

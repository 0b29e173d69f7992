// The written table of contents: its entries, without their page numbers.
#include "compiler/import/contents.hpp"

#include <algorithm>
#include <string>

#include "compiler/import/text.hpp"

namespace stet::import {

namespace {

constexpr std::size_t longest_entry = 160;

bool is_contents_title(std::string_view text) {
    if (text.size() > 40) return false;
    const std::string key = key_of(text);
    return key == "contents" || key == "table of contents" || key == "contents page";
}

/// Bytes at the end of an entry that are its page number and the leader before it; 0 if there are none.
std::size_t page_number_size(std::string_view text) {
    std::size_t at = text.size();
    while (at > 0 && is_digit(text[at - 1])) --at;
    const std::size_t digits = text.size() - at;
    if (digits == 0 || digits > 3 || at == 0) return 0;
    std::size_t lead = at;
    while (lead > 0 && (text[lead - 1] == ' ' || text[lead - 1] == '\t' || text[lead - 1] == '.')) --lead;
    while (lead >= 3 && text.substr(0, lead).ends_with("…")) lead -= 3;
    if (lead > 0 && text[lead - 1] == '?') return text.size() - lead;  // "What must improve?4"
    return lead == at || lead == 0 ? 0 : text.size() - lead;
}

/// A leader of dots or a tab makes a page number unmistakable; after a single space the next line decides.
bool has_leader(std::string_view text, std::size_t size) {
    const std::string_view tail = text.substr(text.size() - size);
    return tail.find('\t') != std::string_view::npos || tail.starts_with("..") || tail.starts_with(" ..") ||
           tail.find("…") != std::string_view::npos || tail.starts_with("   ");
}

std::size_t next_text(const Draft& draft, std::size_t at) {
    while (at < draft.lines.size() &&
           (draft.lines[at].role == Role::blank || draft.lines[at].role == Role::furniture)) {
        ++at;
    }
    return at;
}

class Reader {
  public:
    explicit Reader(Draft& draft) : draft_(draft) {}

    void read(std::size_t title) {
        draft_.contents_at = title;
        draft_.lines[title].role = Role::contents_title;
        page_ = draft_.lines[title].page;
        for (std::size_t at = next_text(draft_, title + 1); at < draft_.lines.size();
             at = next_text(draft_, at + 1)) {
            if (!take(at)) break;
        }
        draft_.contents_numbered = paired_ && !open_;
    }

  private:
    bool take(std::size_t at) {
        Line& line = draft_.lines[at];
        const std::string_view text = trim(line.text);
        const bool number = bare_number(text).has_value();
        if (line.page != page_ && (number || !goes_on_at(at))) return false;
        page_ = line.page;
        if (number) {
            // A note's number may follow the table where its last lines are notes; there it has no more
            // entries.
            paired_ = paired_ && open_;
            open_ = false;
            line.role = Role::furniture;
            draft_.left_out.push_back({line.number, LeftOut::contents_page, std::string(text)});
            return true;
        }
        if (text.size() > longest_entry || !is_entry(at, text)) return false;
        const std::size_t next = next_text(draft_, at + 1);
        std::size_t size = page_number_size(text);
        const bool numbered_below =
            next < draft_.lines.size() && bare_number(draft_.lines[next].text).has_value();
        if (size != 0 && !has_leader(text, size) && numbered_below) size = 0;
        line.role = Role::contents;
        if (size != 0) drop_number(line, size);
        const std::string entry(trim(std::string_view(line.text).substr(0, line.text.size() - size)));
        if (open_ && starts_lower(entry)) {
            draft_.contents.back() += ' ' + entry;
        } else {
            paired_ = paired_ && !open_;
            draft_.contents.push_back(entry);
        }
        open_ = size == 0;
        return true;
    }

    void drop_number(Line& line, std::size_t size) {
        line.drop = static_cast<std::uint32_t>(size);
        const std::string_view tail = line.text.substr(line.text.size() - size);
        const std::size_t digit = tail.find_first_of("0123456789");
        draft_.left_out.push_back({line.number, LeftOut::contents_page, std::string(tail.substr(digit))});
    }

    /// On a page of its own everything short is an entry; in a text without pages an entry has its number
    /// near by.
    bool is_entry(std::size_t at, std::string_view text) const {
        if (page_number_size(text) != 0) return true;
        if (ends_sentence(text) && word_count(text) > 8) return false;
        if (draft_.paged) return true;
        const std::size_t next = next_text(draft_, at + 1);
        if (next >= draft_.lines.size()) return false;
        const std::string_view below = trim(draft_.lines[next].text);
        return bare_number(below).has_value() || (starts_lower(below) && page_number_size(below) != 0);
    }

    /// A table that runs over to another page has two numbered entries at its top.
    bool goes_on_at(std::size_t at) const {
        const std::size_t next = next_text(draft_, at + 1);
        if (next >= draft_.lines.size() || draft_.contents.empty()) return false;
        const auto numbered = [&](std::size_t i) {
            const std::string_view text = trim(draft_.lines[i].text);
            const std::size_t size = page_number_size(text);
            return size != 0 && text.size() <= longest_entry && has_leader(text, size);
        };
        return numbered(at) && numbered(next);
    }

    Draft& draft_;
    std::uint32_t page_ = 0;
    bool paired_ = true;  ///< so far, one number has followed each entry
    bool open_ = false;   ///< the last entry has no number yet, so it may go on
};

}  // namespace

void find_contents(Draft& draft) {
    draft.contents_at = draft.lines.size();
    const auto title = std::find_if(draft.lines.begin(), draft.lines.end(), [](const Line& line) {
        return line.role == Role::body && is_contents_title(trim(line.text));
    });
    if (title != draft.lines.end()) Reader(draft).read(static_cast<std::size_t>(title - draft.lines.begin()));
    if (draft.contents.empty() && draft.contents_at < draft.lines.size()) {
        draft.lines[draft.contents_at].role = Role::body;
        draft.contents_at = draft.lines.size();
    }
}

}  // namespace stet::import

// From bytes to lines: repairs the encoding, resolves HTML remnants and Markdown strong text, divides into
// lines.
#include <algorithm>
#include <array>
#include <utility>

#include "compiler/base/utf8.hpp"
#include "compiler/import/lines.hpp"
#include "compiler/import/text.hpp"

namespace stet::import {

namespace {

/// What a tag or an entity becomes; a line feed starts a new line.
constexpr std::array<std::pair<std::string_view, std::string_view>, 32> remnants = {{
    {"<p>", "\n"},        {"</p>", "\n"},        {"<br>", "\n"},   {"<br/>", "\n"},  {"<br />", "\n"},
    {"<strong>", "\x03"}, {"</strong>", "\x03"}, {"<b>", "\x03"},  {"</b>", "\x03"}, {"<em>", "\x04"},
    {"</em>", "\x04"},    {"<i>", "\x04"},       {"</i>", "\x04"}, {"<ul>", "\n"},   {"</ul>", "\n"},
    {"<ol>", "\n"},       {"</ol>", "\n"},       {"<li>", "\n- "}, {"</li>", "\n"},  {"<div>", "\n"},
    {"</div>", "\n"},     {"<span>", ""},        {"</span>", ""},  {"&nbsp;", " "},  {"&amp;", "&"},
    {"&lt;", "<"},        {"&gt;", ">"},         {"&quot;", "\""}, {"&#39;", "'"},   {"&rsquo;", "’"},
    {"&ndash;", "–"},     {"&pound;", "£"},
}};

constexpr std::array<std::string_view, 7> ligatures = {"ff", "fi", "fl", "ffi", "ffl", "st", "st"};

struct Pending {
    std::size_t begin, end;
    std::uint32_t number, page;
    bool page_top;
};

/// A line that is nothing but underscores: a rule across the page.
bool is_drawn_rule(std::string_view text) {
    text = trim(text);
    return text.size() >= 3 && text.find_first_not_of('_') == std::string_view::npos;
}

class Cleaner {
  public:
    Cleaner(Draft& draft, std::string_view text) : draft_(draft), text_(text) {}

    void run() {
        draft_.clean.reserve(text_.size() + text_.size() / 16 + 16);
        while (at_ < text_.size() && pending_.size() <= max_lines) step();
        end_line();
        draft_.lines.reserve(pending_.size());
        const std::string_view clean = draft_.clean;
        for (const Pending& p : pending_) {
            Line line;
            line.text = clean.substr(p.begin, p.end - p.begin);
            line.number = p.number, line.page = p.page, line.page_top = p.page_top;
            if (trim(line.text).empty() || is_drawn_rule(line.text)) line.role = Role::blank;
            draft_.lines.push_back(line);
        }
        draft_.paged = page_ > 0;
    }

  private:
    void step() {
        const char c = text_[at_];
        if (c == '\n' || c == '\r') {
            at_ += text_.substr(at_).starts_with("\r\n") ? 2U : 1U;
            end_line();
            ++number_;
        } else if (c == '\f') {
            ++at_;
            if (draft_.clean.size() != begin_) end_line();
            ++page_, page_top_ = true;
        } else if (c == '<' || c == '&') {
            remnant();
        } else if (c == '*' && text_.substr(at_).starts_with("**")) {
            strong();
        } else if (static_cast<unsigned char>(c) >= 0x80U) {
            wide();
        } else {
            const bool control = static_cast<unsigned char>(c) < 0x20U || c == 0x7F;
            draft_.clean.push_back(control && c != '\t' ? ' ' : c);
            ++at_;
        }
    }

    void end_line() {
        std::size_t end = draft_.clean.size();
        while (end > begin_ && (draft_.clean[end - 1] == ' ' || draft_.clean[end - 1] == '\t')) --end;
        draft_.clean.resize(end);
        pending_.push_back({begin_, end, number_, page_, page_top_});
        draft_.clean.push_back('\n');
        begin_ = draft_.clean.size();
        page_top_ = false;
    }

    void remnant() {
        const std::string_view rest = text_.substr(at_, 10);
        for (const auto& [tag, becomes] : remnants) {
            if (!rest.starts_with(tag)) continue;
            at_ += tag.size();
            if (becomes.starts_with('\n')) {
                if (trim(std::string_view(draft_.clean).substr(begin_)).empty()) {
                    draft_.clean.resize(begin_);
                } else {
                    end_line();
                }
                draft_.clean += becomes.substr(1);
            } else {
                draft_.clean += becomes;
            }
            return;
        }
        draft_.clean.push_back(text_[at_++]);
    }

    /// `**words**` on one line; looks for the end once a line.
    void strong() {
        const bool opens =
            !strong_ && at_ + 2 < text_.size() && text_[at_ + 2] != ' ' && text_[at_ + 2] != '*';
        if (opens && at_ >= no_strong_before_) {
            if (at_ >= line_end_) line_end_ = std::min(text_.find_first_of("\n\r", at_), text_.size());
            const std::size_t close = text_.substr(0, line_end_).find("**", at_ + 3);
            strong_ = close != std::string_view::npos;
            if (!strong_) no_strong_before_ = line_end_;
            close_ = close;
            draft_.clean += strong_ ? std::string_view("\x03") : std::string_view("**");
        } else if (strong_ && at_ == close_) {
            strong_ = false;
            draft_.clean += '\x03';
        } else {
            draft_.clean += "**";
        }
        at_ += 2;
    }

    void wide() {
        const utf8::Decoded d = utf8::decode(text_, at_);
        at_ += d.size;
        const char32_t p = d.point;
        if (p == 0xAD) {
            if (at_ < text_.size() && (text_[at_] == '\n' || text_[at_] == '\r'))
                draft_.clean.push_back(mark::cut);
        } else if ((p >= 0x200B && p <= 0x200F) || p == 0xFEFF || (p >= 0x202A && p <= 0x202E)) {
            return;  // zero width: nobody can see it
        } else if (p == 0xA0 || p == 0x85 || (p >= 0x2000 && p <= 0x200A) || p == 0x202F || p == 0x2028 ||
                   p == 0x2029) {
            draft_.clean.push_back(' ');
        } else if (p < 0xA0) {
            draft_.clean.push_back(' ');
        } else if (p >= 0xFB00 && p <= 0xFB06) {
            draft_.clean += ligatures[p - 0xFB00];
        } else {
            utf8::append(draft_.clean, p);
        }
    }

    Draft& draft_;
    std::string_view text_;
    std::vector<Pending> pending_;
    std::size_t at_ = 0, begin_ = 0, close_ = 0, line_end_ = 0, no_strong_before_ = 0;
    std::uint32_t number_ = 1, page_ = 0;
    bool page_top_ = false, strong_ = false;
};

}  // namespace

bool is_superscript(char32_t point, char& digit) {
    if (point == U'¹' || point == U'²' || point == U'³') {
        digit = point == U'¹' ? '1' : point == U'²' ? '2' : '3';
        return true;
    }
    if (point == U'⁰' || (point >= U'⁴' && point <= U'⁹')) {
        digit = static_cast<char>('0' + (point - U'⁰'));
        return true;
    }
    return false;
}

void read_lines(Draft& draft, std::string_view text) {
    Cleaner(draft, text).run();
    std::vector<std::size_t> lengths, full;  // of all lines, and of those that plainly go on below
    for (std::size_t i = 0; i < draft.lines.size(); ++i) {
        const Line& line = draft.lines[i];
        if (line.role == Role::blank) continue;
        lengths.push_back(utf8::count(trim(line.text)));
        if (i + 1 < draft.lines.size() && starts_lower(trim(draft.lines[i + 1].text)))
            full.push_back(lengths.back());
    }
    if (lengths.empty()) return;
    const auto quantile = [](std::vector<std::size_t>& from, std::size_t percent) {
        const auto nth = from.begin() + static_cast<std::ptrdiff_t>((from.size() - 1) * percent / 100);
        std::nth_element(from.begin(), nth, from.end());
        return *nth;
    };
    // A page of A4 takes 60 to 130 characters a line; a text with one paragraph a line runs far beyond.
    draft.wrapped = quantile(lengths, 95) <= 150;
    draft.width = std::max(quantile(lengths, 85), full.empty() ? 0 : quantile(full, 80));
}

}  // namespace stet::import

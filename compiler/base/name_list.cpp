// Lists of people's names in running text.
#include "compiler/base/name_list.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <string>

#include "compiler/base/ascii.hpp"

namespace stet {

namespace {

/// Words of posts; sorted, in small letters, without apostrophes.
constexpr auto post_words = std::to_array<std::string_view>(
    {"acting",    "additional", "ai",       "associate",  "care",     "contracted", "deputy",
     "designate", "designated", "director", "her",        "his",      "hmi",        "hmis",
     "inspector", "inspectors", "lead",     "local",      "majestys", "national",   "of",
     "ofsted",    "oi",         "regional", "regulatory", "ri",       "scri",       "seconded",
     "senior",    "shadow",     "shmi",     "social",     "the"});

/// Small words inside names.
constexpr auto particles = std::to_array<std::string_view>(
    {"al", "ap", "bin", "da", "de", "del", "den", "der", "di", "du", "el", "la", "le", "ten", "van", "von"});

std::string small(std::string_view word) {
    std::string out;
    for (const char c : word) {
        if (ascii::letter(c)) out += ascii::lower(c);
    }
    return out;
}

template <std::size_t N>
bool is_one_of(const std::array<std::string_view, N>& words, std::string_view word) {
    return std::binary_search(words.begin(), words.end(), std::string_view(small(word)));
}

/// Starts with a capital, or with a letter beyond ASCII; "d'Inverno" is a name too.
bool is_name_word(std::string_view word) {
    if (word.empty()) return false;
    const auto first = static_cast<unsigned char>(word.front());
    if (ascii::upper_letter(word.front()) || (first >= 0xC3 && first <= 0xC5)) return true;
    if (is_one_of(particles, word)) return true;
    const std::size_t mark = word.find_first_of("'\xE2");
    return mark == 1 && ascii::lower_letter(word.front());
}

class Reader {
  public:
    explicit Reader(std::string_view text) : text_(text) {}

    NameList run() {
        while (at_ < text_.size()) {
            if (const auto word = next_word()) {
                if (!take(*word)) break;
            }
        }
        close();
        list_.end = ended_ ? item_begin_ : text_.size();
        return std::move(list_);
    }

  private:
    struct Word {
        std::size_t begin = 0, end = 0;
        std::string_view text;
    };

    /// The next word; none where something divides items (then the open one is closed).
    std::optional<Word> next_word() {
        const char c = text_[at_];
        if (c == ' ' || c == '\t') {
            ++at_;
            return std::nullopt;
        }
        if (c == '(') return bracket();
        if (std::string_view(",;/&.\n)").find(c) != std::string_view::npos) {
            ++at_;
            close();
            return std::nullopt;
        }
        Word word{at_, at_, {}};
        while (word.end < text_.size() &&
               std::string_view(" \t,;/&\n()").find(text_[word.end]) == std::string_view::npos)
            ++word.end;
        at_ = word.end;
        // A full stop ends the item, save after an initial or a title ("J. Marsh", "Dr. Marsh").
        if (text_[word.end - 1] == '.' && word.end - word.begin > 1) {
            --word.end;
            if (word.end - word.begin > 2) at_ = word.end;
        }
        word.text = text_.substr(word.begin, word.end - word.begin);
        if (word.text == "and") {
            close();
            return std::nullopt;
        }
        return word;
    }

    /// "(Additional Inspector)" tells the post of the name before it.
    std::optional<Word> bracket() {
        const std::size_t close_at = std::min(text_.find(')', at_), text_.size());
        if (post_begin_ == 0) post_begin_ = at_ + 1;
        post_end_ = close_at;
        at_ = std::min(close_at + 1, text_.size());
        return std::nullopt;
    }

    /// False where the list ends.
    bool take(const Word& word) {
        if (is_one_of(post_words, word.text)) {
            if (post_begin_ == 0) post_begin_ = word.begin;
            post_end_ = word.end;
            return true;
        }
        // A name behind a post begins another item: the comma is missing, or the list is over.
        if (open_ && post_begin_ > name_begin_) close();
        if (!is_name_word(word.text)) {
            if (!open_) item_begin_ = word.begin;
            open_ = false;
            post_begin_ = post_end_ = 0;
            ended_ = true;
            return false;
        }
        if (!open_) {
            name_begin_ = item_begin_ = word.begin;
            open_ = true;
        }
        name_end_ = word.end;
        return true;
    }

    void close() {
        const std::string_view post =
            post_begin_ == 0 ? std::string_view() : text_.substr(post_begin_, post_end_ - post_begin_);
        if (open_) {
            list_.names.push_back({name_begin_, name_end_, post});
        } else if (!post.empty() && !list_.names.empty() && list_.names.back().post.empty()) {
            list_.names.back().post = post;  // "Ann Marsh, Her Majesty's Inspector"
        }
        open_ = false;
        post_begin_ = post_end_ = 0;
    }

    std::string_view text_;
    NameList list_;
    std::size_t at_ = 0;
    std::size_t name_begin_ = 0, name_end_ = 0, item_begin_ = 0;
    std::size_t post_begin_ = 0, post_end_ = 0;  ///< 0: no post yet
    bool open_ = false, ended_ = false;
};

}  // namespace

NameList read_name_list(std::string_view text) {
    return Reader(text).run();
}

}  // namespace stet

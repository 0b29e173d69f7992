// Splits runs into words and interns their lower-case forms.
#include "compiler/prose/words.hpp"

#include <algorithm>
#include <array>

#include "compiler/base/ascii.hpp"
#include "compiler/base/utf8.hpp"

namespace stet::prose {

namespace {

constexpr std::string_view closed_class_forms[] = {
    "a",       "about",   "above",   "across",   "after",   "again",      "against", "all",     "almost",
    "along",   "already", "also",    "although", "always",  "am",         "among",   "amongst", "an",
    "and",     "any",     "are",     "around",   "as",      "at",         "be",      "because", "been",
    "before",  "behind",  "being",   "below",    "between", "both",       "but",     "by",      "can",
    "cannot",  "could",   "despite", "did",      "do",      "does",       "doing",   "done",    "down",
    "due",     "during",  "each",    "either",   "enough",  "especially", "even",    "ever",    "every",
    "except",  "few",     "for",     "from",     "further", "had",        "has",     "have",    "having",
    "he",      "her",     "here",    "hers",     "him",     "his",        "how",     "however", "i",
    "if",      "in",      "inside",  "into",     "is",      "it",         "its",     "less",    "like",
    "may",     "me",      "might",   "more",     "most",    "must",       "my",      "near",    "neither",
    "no",      "nor",     "not",     "now",      "of",      "off",        "often",   "on",      "once",
    "only",    "onto",    "or",      "other",    "our",     "out",        "outside", "over",    "own",
    "per",     "prior",   "rather",  "she",      "should",  "since",      "so",      "some",    "such",
    "than",    "that",    "the",     "their",    "theirs",  "them",       "then",    "there",   "these",
    "they",    "this",    "those",   "though",   "through", "throughout", "to",      "too",     "towards",
    "under",   "unless",  "until",   "up",       "upon",    "us",         "usually", "very",    "via",
    "was",     "we",      "well",    "were",     "what",    "when",       "where",   "whether", "which",
    "while",   "whilst",  "who",     "whom",     "whose",   "why",        "will",    "with",    "within",
    "without", "would",   "yet",     "you",      "your"};

static_assert(std::is_sorted(std::begin(closed_class_forms), std::end(closed_class_forms)));

/// Letters beyond ASCII: Latin-1 and Latin Extended-A and -B, without the multiplication and division signs.
constexpr bool is_letter(char32_t c) {
    return c >= 0xC0 && c <= 0x24F && c != 0xD7 && c != 0xF7;
}
constexpr bool is_capital(char32_t c) {
    return c >= 0xC0 && c <= 0xDE && c != 0xD7;
}

constexpr bool is_apostrophe(char32_t c) {
    return c == U'\'' || c == 0x2019;
}
constexpr bool is_opening(char32_t c) {
    return c == U'\'' || c == U'"' || c == 0x2018 || c == 0x201C;
}
constexpr bool is_ending(char32_t c) {
    return c == U'.' || c == U'?' || c == U'!' || c == U':' || c == 0x2026;
}
constexpr bool is_closing(char32_t c) {
    return c == U')' || c == U']' || c == 0x2019 || c == 0x201D || is_opening(c);
}

/// What lies between two words.
struct Gap {
    bool any = false;
    bool spaces_only = true;
    bool spaced = false;
    bool ended = false;   ///< a sentence or a lead-in ends here
    bool quoted = false;  ///< the next word is the first in quotation marks
    char32_t last = 0;
    std::uint32_t points = 0;
};

class Splitter {
  public:
    Splitter(const Run& run, RunId id, Words& words, std::string& form)
        : run_(run), id_(id), words_(words), form_(form) {}

    void split() {
        std::size_t at = 0;
        while (at < run_.text.size()) {
            const auto c = utf8::decode(run_.text, at);
            if (starts_word(c)) {
                at = word(at);
            } else {
                pass(c.point);
                at += c.size;
            }
        }
        mark_addresses();
    }

  private:
    static bool starts_word(const utf8::Decoded& c) {
        return c.valid &&
               (c.point < 0x80 ? ascii::alphanumeric(static_cast<char>(c.point)) : is_letter(c.point));
    }

    void pass(char32_t c) {
        gap_.any = true;
        ++gap_.points;
        if (c == U' ') {
            if (is_ending(ending_)) gap_.ended = true;
            gap_.spaced = true;
            gap_.quoted = false;
        } else {
            gap_.spaces_only = false;
            if (is_opening(c)) gap_.quoted = gap_.spaced || first_;
        }
        if (is_ending(c))
            ending_ = c;
        else if (!is_closing(c) && c != U' ')
            ending_ = 0;
        gap_.last = c;
    }

    [[nodiscard]] Joint joint() const {
        if (first_) return Joint::start;
        if (gap_.spaces_only && gap_.any) return Joint::space;
        if (gap_.points == 1 && (gap_.last == U'-' || gap_.last == 0x2010 || gap_.last == 0x2011))
            return Joint::hyphen;
        if (gap_.points == 1 && gap_.last == 0x2013) return Joint::dash;
        return Joint::mark;
    }

    std::size_t word(std::size_t at) {
        Word made;
        made.run = id_;
        made.begin = static_cast<std::uint32_t>(at);
        made.joint = joint();
        made.opens = first_ || gap_.ended || gap_.quoted;
        const Letters letters = read_letters(at);
        made.end = static_cast<std::uint32_t>(letters.end);
        made.capital = letters.begins_capital;
        made.digits = letters.digits;
        made.upper =
            letters.capitals >= 2 && (letters.smalls == 0 || (letters.smalls == 1 && letters.small_s_last));
        made.symbol = words_.symbols.intern(form_) & 0xFFFFFFU;  // a report has 16 MiB, so fewer words
        words_.all.push_back(made);
        gap_ = {};
        ending_ = 0;
        first_ = false;
        return letters.end;
    }

    /// What a word consists of.
    struct Letters {
        std::size_t end = 0;
        std::uint32_t capitals = 0;
        std::uint32_t smalls = 0;
        bool digits = false;
        bool begins_capital = false;
        bool small_s_last = false;
    };

    /// Reads the word at `begin` and writes its form.
    Letters read_letters(std::size_t begin) {
        Letters out;
        form_.clear();
        const std::string_view text = run_.text;
        for (out.end = begin; out.end < text.size();) {
            std::size_t after_small = out.end;  // most letters are small ones of ASCII
            while (after_small < text.size() && ascii::lower_letter(text[after_small])) ++after_small;
            if (after_small > out.end) {
                form_ += text.substr(out.end, after_small - out.end);
                out.smalls += static_cast<std::uint32_t>(after_small - out.end);
                out.small_s_last = text[after_small - 1] == 's';
                out.end = after_small;
                continue;
            }
            const auto c = utf8::decode(text, out.end);
            if (c.valid && is_apostrophe(c.point)) {
                const std::size_t next = out.end + c.size;
                if (next >= text.size() || !starts_word(utf8::decode(text, next))) break;
                form_ += '\'';
                out.end = next;
                continue;
            }
            if (!starts_word(c)) break;
            const bool digit = c.point < 0x80 && ascii::digit(static_cast<char>(c.point));
            const bool capital =
                c.point < 0x80 ? ascii::upper_letter(static_cast<char>(c.point)) : is_capital(c.point);
            if (out.end == begin) out.begins_capital = capital;
            out.digits |= digit;
            out.capitals += capital ? 1U : 0U;
            out.smalls += !capital && !digit ? 1U : 0U;
            out.small_s_last = false;
            if (capital)
                utf8::append(form_, c.point + 0x20);
            else
                form_ += text.substr(out.end, c.size);
            out.end += c.size;
        }
        return out;
    }

    static bool may_be_address(std::string_view text) {
        return text.find('@') != text.npos || text.find("www.") != text.npos || text.find("://") != text.npos;
    }

    /// Words joined by "@", "." or "/" without a space, where the whole holds an "@", "www." or "://".
    void mark_addresses() {
        const std::string_view text = run_.text;
        if (!may_be_address(text)) return;
        const std::uint32_t from = words_.first.back();
        std::size_t begin = 0;
        std::size_t word = from;
        while (begin < text.size() && word < words_.all.size()) {
            const std::size_t end = std::min(text.find(' ', begin), text.size());
            const std::string_view chunk = text.substr(begin, end - begin);
            const bool address = may_be_address(chunk);
            for (; word < words_.all.size() && words_.all[word].begin < end; ++word)
                words_.all[word].address = address;
            begin = end + 1;
        }
    }

    const Run& run_;
    RunId id_;
    Words& words_;
    std::string& form_;
    Gap gap_;
    char32_t ending_ = 0;
    bool first_ = true;
};

/// Fills `places` by counting: for each symbol the indices of its words.
void index_places(Words& words) {
    words.place_starts.assign(words.symbols.size() + 1, 0);
    for (const Word& word : words.all) ++words.place_starts[word.symbol + 1];
    for (std::size_t i = 1; i < words.place_starts.size(); ++i)
        words.place_starts[i] += words.place_starts[i - 1];
    words.places.resize(words.all.size());
    std::vector<std::uint32_t> next(words.place_starts.begin(), words.place_starts.end() - 1);
    for (std::uint32_t i = 0; i < words.all.size(); ++i) words.places[next[words.all[i].symbol]++] = i;
}

/// FNV-1a, continued from `hash`.
std::uint32_t hash_of(std::string_view form, std::uint32_t hash = 2166136261U) {
    for (const char c : form) hash = (hash ^ static_cast<unsigned char>(c)) * 16777619U;
    return hash;
}

}  // namespace

std::size_t Symbols::slot(std::string_view text, std::uint32_t hash) const {
    const std::size_t mask = table_.size() - 1;
    std::size_t at = hash & mask;
    while (table_[at] != none && (hashes_[table_[at]] != hash || form(table_[at]) != text))
        at = (at + 1) & mask;
    return at;
}

void Symbols::grow() {
    table_.assign(std::max<std::size_t>(256, table_.size() * 2), none);
    const std::size_t mask = table_.size() - 1;
    for (SymbolId symbol = 0; symbol < hashes_.size(); ++symbol) {
        std::size_t at = hashes_[symbol] & mask;
        while (table_[at] != none) at = (at + 1) & mask;
        table_[at] = symbol;
    }
}

SymbolId Symbols::intern(std::string_view text) {
    if (size() * 2 >= table_.size()) grow();
    const std::uint32_t hash = hash_of(text);
    const std::size_t at = slot(text, hash);
    if (table_[at] != none) return table_[at];
    bytes_ += text;
    starts_.push_back(static_cast<std::uint32_t>(bytes_.size()));
    hashes_.push_back(hash);
    return table_[at] = static_cast<SymbolId>(size() - 1);
}

SymbolId Symbols::find(std::string_view text) const {
    return table_.empty() ? none : table_[slot(text, hash_of(text))];
}

SymbolId Symbols::find_joined(std::string_view head, std::string_view tail) const {
    if (table_.empty()) return none;
    const std::uint32_t hash = hash_of(tail, hash_of(head));
    const std::size_t mask = table_.size() - 1;
    for (std::size_t at = hash & mask; table_[at] != none; at = (at + 1) & mask) {
        if (hashes_[table_[at]] != hash) continue;
        const std::string_view found = form(table_[at]);
        if (found.size() == head.size() + tail.size() && found.starts_with(head) && found.ends_with(tail))
            return table_[at];
    }
    return none;
}

Words split_words(const std::vector<Run>& runs) {
    Words words;
    std::size_t bytes = 0;
    for (const Run& run : runs) bytes += run.text.size();
    words.all.reserve(bytes / 5);
    words.first.reserve(runs.size() + 1);
    std::string form;
    for (RunId id = 0; id < runs.size(); ++id) {
        words.first.push_back(static_cast<std::uint32_t>(words.all.size()));
        Splitter(runs[id], id, words, form).split();
    }
    words.first.push_back(static_cast<std::uint32_t>(words.all.size()));
    index_places(words);
    words.closed_class.resize(words.symbols.size());
    for (SymbolId symbol = 0; symbol < words.symbols.size(); ++symbol)
        words.closed_class[symbol] = is_closed_class(words.symbols.form(symbol));
    return words;
}

bool is_closed_class(std::string_view form) {
    return std::binary_search(std::begin(closed_class_forms), std::end(closed_class_forms), form);
}

}  // namespace stet::prose

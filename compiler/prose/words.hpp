// The words of all runs, split and interned once: what the checks of terms and writing count.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "compiler/prose/run.hpp"

namespace stet::prose {

using SymbolId = std::uint32_t;

/// What stands between a word and the one before it in its run.
enum class Joint : std::uint8_t {
    start,   ///< nothing: the first word of the run
    space,   ///< one or more spaces
    hyphen,  ///< U+002D, U+2010 or U+2011 alone
    dash,    ///< U+2013 alone, without spaces
    mark,    ///< anything else: punctuation, brackets, an insert
};

/// A maximal run of letters and digits, with the apostrophes inside it. Hyphens part words.
struct Word {
    RunId run = 0;
    std::uint32_t begin = 0;  ///< offsets in Run::text
    std::uint32_t end = 0;
    SymbolId symbol : 24 = 0;  ///< of the form in lower case with straight apostrophes
    Joint joint : 3 = Joint::start;
    bool capital : 1 = false;  ///< the first letter is a capital
    bool upper : 1 = false;    ///< two capitals or more and no small letter but a final "s"
    bool digits : 1 = false;   ///< holds a digit
    bool opens : 1 = false;    ///< stands where a sentence, a label or quoted words begin
    bool address : 1 = false;  ///< part of an e-mail or web address
};

/// Interned strings. Identifiers count from 0 in the order of first use.
class Symbols {
  public:
    static constexpr SymbolId none = UINT32_MAX;

    SymbolId intern(std::string_view form);
    [[nodiscard]] SymbolId find(std::string_view form) const;  ///< `none` where it was never interned
    /// Finds the two forms written as one, without building the string.
    [[nodiscard]] SymbolId find_joined(std::string_view head, std::string_view tail) const;
    /// Holds until the next `intern`.
    [[nodiscard]] std::string_view form(SymbolId symbol) const {
        return std::string_view(bytes_).substr(starts_[symbol], starts_[symbol + 1] - starts_[symbol]);
    }
    [[nodiscard]] std::size_t size() const { return starts_.size() - 1; }

  private:
    [[nodiscard]] std::size_t slot(std::string_view form, std::uint32_t hash) const;
    void grow();

    std::string bytes_;
    std::vector<std::uint32_t> starts_{0};
    std::vector<std::uint32_t> hashes_;
    std::vector<SymbolId> table_;
};

static_assert(sizeof(Word) == 16, "a report has a million of them");

struct Words {
    Symbols symbols;
    std::vector<Word> all;              ///< in the order of the runs and of their text
    std::vector<std::uint32_t> first;   ///< index in `all` of each run's first word, and one past the last
    std::vector<std::uint32_t> places;  ///< indices in `all`, grouped by symbol
    std::vector<std::uint32_t> place_starts;
    std::vector<bool>
        closed_class;  ///< by symbol: an article, preposition, pronoun, conjunction or auxiliary

    /// Indices in `all` of the words with that symbol, ascending; empty for `Symbols::none`.
    [[nodiscard]] std::span<const std::uint32_t> of(SymbolId symbol) const {
        if (symbol >= symbols.size()) return {};
        return std::span(places).subspan(place_starts[symbol],
                                         place_starts[symbol + 1] - place_starts[symbol]);
    }
    [[nodiscard]] std::span<const std::uint32_t> of(std::string_view form) const {
        return of(symbols.find(form));
    }
    [[nodiscard]] std::span<const Word> in(RunId run) const {
        if (run + 1 >= first.size()) return {};
        return std::span(all).subspan(first[run], first[run + 1] - first[run]);
    }
    [[nodiscard]] std::string_view form(const Word& word) const { return symbols.form(word.symbol); }
    /// The word after or before `index` in the same run; null where there is none.
    [[nodiscard]] const Word* next(std::size_t index, std::size_t ahead = 1) const {
        return index + ahead < all.size() && all[index + ahead].run == all[index].run ? &all[index + ahead]
                                                                                      : nullptr;
    }
    [[nodiscard]] const Word* previous(std::size_t index, std::size_t back = 1) const {
        return index >= back && all[index - back].run == all[index].run ? &all[index - back] : nullptr;
    }
};

/// Linear in the length of the runs.
Words split_words(const std::vector<Run>& runs);

/// True for the words of English that carry no subject matter: articles, prepositions, pronouns,
/// conjunctions, auxiliaries and the commonest adverbs. `form` is in lower case.
bool is_closed_class(std::string_view form);

}  // namespace stet::prose

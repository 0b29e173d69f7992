// Names in prose: maximal runs of capitalised words, found once for the checks that compare them.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "compiler/model/model.hpp"
#include "validators/variants.hpp"

namespace stet::validators {

/// A name of two words or more as it stands in prose: "Head of the Virtual School".
struct NameUse {
    Phrase phrase;
    bool defined = false;  ///< an abbreviation in brackets follows
};

/// All uses of one name: equal but for capitals, hyphens, and the number of the last word.
struct Name {
    std::string key;  ///< lower-case words joined by spaces, the last in the singular
    std::vector<NameUse> uses;
};

/// Maximal runs of capitalised words that begin and end with one, inner "of", "and", "for", "in" allowed, in
/// places that hold sentences. A word that opens a sentence belongs only where the next word is
/// capitalised too. In the order of first use.
std::vector<Name> collect_names(const model::Report& report);

/// A tree of words or classes of words: names are put in, and every place of the text walks down it.
class NameTree {
  public:
    /// The node below `node` by `word`; `nowhere` where there is none.
    [[nodiscard]] std::uint32_t step(std::uint32_t node, prose::SymbolId word) const {
        if (node == root) return word < first_.size() ? first_[word] : nowhere;
        const auto found = edges_.find(key(node, word));
        return found == edges_.end() ? nowhere : found->second;
    }
    std::uint32_t add(std::uint32_t node, prose::SymbolId word) {
        if (node != root) return edges_.try_emplace(key(node, word), ++nodes_).first->second;
        if (word >= first_.size()) first_.resize(word + 1, nowhere);
        if (first_[word] == nowhere) first_[word] = ++nodes_;
        return first_[word];
    }

    static constexpr std::uint32_t root = 0;
    static constexpr std::uint32_t nowhere = UINT32_MAX;

  private:
    static std::uint64_t key(std::uint32_t node, prose::SymbolId word) {
        return (std::uint64_t{node} << 32U) | word;
    }
    std::vector<std::uint32_t>
        first_;  ///< nodes below the root, by word: every place of the text asks for one
    std::unordered_map<std::uint64_t, std::uint32_t> edges_;
    std::uint32_t nodes_ = root;
};

/// Names of more words are not compared.
inline constexpr std::uint32_t longest_name = 12;

/// For each symbol the symbol of its singular where the report has that word, else itself.
std::vector<prose::SymbolId> singular_symbols(const prose::Words& words);

/// A word for a group of people who meet: "board", "committee", "panel".
bool is_body(std::string_view singular);

/// The singular of a regular plural, in lower case: "agencies" gives "agency", "boards" "board"; the
/// possessive ending is dropped.
std::string singular(std::string_view form);

/// "children" and "children's".
bool differ_in_apostrophe(std::string_view a, std::string_view b);

/// Whether two words differ by an ending alone, in a way in which one name varies: "education(al)",
/// "permanence / permanency", "adult(s)", "foster(ing)", "offending / offender", "child(ren)".
bool inflect(std::string_view a, std::string_view b);

/// True for the words of a name that say of what kind the thing is, in whatever number: the last one, and the
/// one before "of" or "in" ("Directors of Children's Services", "child in need").
bool is_counted(const model::Report& report, Phrase name, std::uint32_t word);

/// True where "(ABBR)" follows the word.
bool abbreviation_follows(const model::Report& report, std::uint32_t word);

}  // namespace stet::validators

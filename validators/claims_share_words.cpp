// Words for a share of a whole and what they may mean.
#include "validators/claims_share_words.hpp"

#include <algorithm>
#include <array>

#include "compiler/base/ascii.hpp"
#include "compiler/prose/context.hpp"
#include "validators/claims.hpp"

namespace stet::validators {

namespace {

/// Longer phrases stand before those that they hold.
constexpr auto share_words = std::to_array<ShareWords>({
    {"almost all", 80, 100},
    {"nearly all", 80, 100},
    {"virtually all", 80, 100},
    {"the vast majority", 70, 100},
    {"vast majority", 70, 100},
    {"a large majority", 60, 100},
    {"the large majority", 60, 100},
    {"large majority", 60, 100},
    {"a small minority", 0, 40},
    {"small minority", 0, 40},
    {"very few", 0, 40},
    {"the majority", 50, 100},
    {"a majority", 50, 100},
    {"majority", 50, 100},
    {"a minority", 0, 50},
    {"minority", 0, 50},
    {"most", 50, 100},
    {"few", 0, 40},
    {"none", 0, 0},
    {"all", 100, 100},
});

/// After these the words before them no longer name whom the count is of.
constexpr auto verbs = std::to_array<std::string_view>(
    {"is", "are", "was", "were", "has", "have", "had", "who", "which", "that", "and", "but", "to"});

/// Whether the words before "most", "all" and "few" make another thing of them: "the most", "not all", "at
/// all", "a few", "the last few".
bool is_idiom(const ShareWords& share, std::string_view before) {
    constexpr auto other = std::to_array<std::string_view>({"the", "at", "not", "for"});
    constexpr auto numbers =
        std::to_array<std::string_view>({"a", "the", "these", "those", "last", "past", "next", "first", "too",
                                         "not", "as", "so", "how", "its", "their"});
    const auto is = [&](std::string_view w) { return ascii::equal_ignoring_case(w, before); };
    if (share.words == "few") return std::any_of(numbers.begin(), numbers.end(), is);
    return (share.words == "most" || share.words == "all") && std::any_of(other.begin(), other.end(), is);
}

}  // namespace

Interval ShareWords::meaning() const {
    Interval made = Interval::closed(least, most);
    made.low_open = least == 50;
    made.high_open = most == 50;
    return made;
}

bool names_whole(std::string_view text) {
    constexpr std::size_t longest = 60;
    while (!text.empty() && text.back() == ' ') text.remove_suffix(1);
    return text.size() <= longest && text.find_first_of(".,;:()") == std::string_view::npos &&
           !mentions_any(text, verbs);
}

FoundShareWords share_words_before(std::string_view text) {
    for (const ShareWords& share : share_words) {
        std::size_t at = std::string_view::npos;
        for (std::size_t next = find_words(text, share.words); next != std::string_view::npos;
             next = find_words(text, share.words, next + 1))
            at = next;
        if (at == std::string_view::npos) continue;
        const std::size_t end = at + share.words.size();
        if (!names_whole(text.substr(end)) || is_idiom(share, prose::word_before(text, at))) return {};
        return {&share, at, end};
    }
    return {};
}

}  // namespace stet::validators

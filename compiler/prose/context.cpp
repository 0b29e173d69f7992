// Small word lists and bounded looks to the left and right of a number.
#include "compiler/prose/context.hpp"

#include <algorithm>
#include <array>

#include "compiler/base/ascii.hpp"
#include "compiler/prose/number_words.hpp"

namespace stet::prose {

namespace {

constexpr std::size_t longest_look = 64;
constexpr std::string_view en_dash = "\u2013";

bool word_character(char c) {
    return ascii::alphanumeric(c) || c == '-' || c == '\'' || (c & 0x80) != 0;
}

template <std::size_t N>
constexpr bool sorted_words(const std::array<std::string_view, N>& words) {
    return std::is_sorted(words.begin(), words.end());
}

template <std::size_t N>
bool listed(const std::array<std::string_view, N>& words, std::string_view word) {
    std::array<char, 16> lower{};
    if (word.empty() || word.size() > lower.size()) return false;
    std::transform(word.begin(), word.end(), lower.begin(), ascii::lower);
    return std::binary_search(words.begin(), words.end(), std::string_view(lower.data(), word.size()));
}

bool ends_with_words(std::string_view text, std::string_view words) {
    if (text.size() < words.size() ||
        !ascii::equal_ignoring_case(text.substr(text.size() - words.size()), words)) {
        return false;
    }
    return text.size() == words.size() || !word_character(text[text.size() - words.size() - 1]);
}

struct BoundWords {
    std::string_view words;
    Bound bound;
    Approximation approximation;
};

/// Longer phrases stand before those that they end with.
constexpr auto bound_words = std::to_array<BoundWords>({
    {"no fewer than ", Bound::at_least, Approximation::none},
    {"not fewer than ", Bound::at_least, Approximation::none},
    {"no less than ", Bound::at_least, Approximation::none},
    {"not less than ", Bound::at_least, Approximation::none},
    {"at least ", Bound::at_least, Approximation::none},
    {"a minimum of ", Bound::at_least, Approximation::none},
    {"no more than ", Bound::at_most, Approximation::none},
    {"not more than ", Bound::at_most, Approximation::none},
    {"at most ", Bound::at_most, Approximation::none},
    {"up to ", Bound::at_most, Approximation::none},
    {"a maximum of ", Bound::at_most, Approximation::none},
    {"within ", Bound::at_most, Approximation::none},
    {"fewer than ", Bound::fewer, Approximation::none},
    {"less than ", Bound::fewer, Approximation::none},
    {"just under ", Bound::none, Approximation::below},
    {"slightly under ", Bound::none, Approximation::below},
    {"under ", Bound::fewer, Approximation::none},
    {"below ", Bound::fewer, Approximation::none},
    {"slightly more than ", Bound::none, Approximation::above},
    {"just over ", Bound::none, Approximation::above},
    {"slightly over ", Bound::none, Approximation::above},
    {"more than ", Bound::more, Approximation::none},
    {"over ", Bound::more, Approximation::none},
    {"above ", Bound::more, Approximation::none},
    {"in excess of ", Bound::more, Approximation::none},
    {"exceeding ", Bound::more, Approximation::none},
    {"about ", Bound::none, Approximation::about},
    {"around ", Bound::none, Approximation::about},
    {"approximately ", Bound::none, Approximation::about},
    {"roughly ", Bound::none, Approximation::about},
    {"an estimated ", Bound::none, Approximation::about},
    {"in the region of ", Bound::none, Approximation::about},
    {"close to ", Bound::none, Approximation::about},
    {"nearly ", Bound::none, Approximation::below},
    {"almost ", Bound::none, Approximation::below},
});

/// The last words of all phrases that `lead_before` knows.
constexpr auto lead_ends = std::to_array<std::string_view>({
    "about", "above",   "age",       "aged",      "ages", "almost", "approximately", "around",
    "below", "between", "estimated", "exceeding", "from", "least",  "most",          "nearly",
    "of",    "over",    "roughly",   "than",      "to",   "under",  "within",
});

constexpr std::array<std::string_view, 5> age_words = {"aged ", "the age of ", "age of ", "ages ", "age "};

/// What numbers whatever its case, and what does so only with a capital, since it is also an ordinary word.
constexpr auto always_labels = std::to_array<std::string_view>({
    "annex",      "appendix",    "article",   "articles",   "chapter", "chapters", "clause", "page",
    "pages",      "para",        "paragraph", "paragraphs", "paras",   "per",      "ref",    "reference",
    "regulation", "regulations", "rule",      "schedule",   "section", "sections", "stage",  "stages",
    "subsection", "tel",         "telephone", "textphone",  "tier",    "tiers",    "urn",    "volume",
});
constexpr auto capital_labels = std::to_array<std::string_view>({
    "act",
    "area",
    "band",
    "bill",
    "box",
    "case",
    "category",
    "circular",
    "class",
    "code",
    "commitment",
    "criterion",
    "figure",
    "form",
    "goal",
    "grade",
    "grades",
    "group",
    "home",
    "house",
    "isbn",
    "item",
    "key",
    "level",
    "levels",
    "line",
    "no",
    "objective",
    "option",
    "order",
    "part",
    "parts",
    "phase",
    "phases",
    "point",
    "priority",
    "question",
    "recommendation",
    "recommendations",
    "room",
    "rules",
    "site",
    "standard",
    "standards",
    "step",
    "strand",
    "table",
    "tables",
    "target",
    "team",
    "theme",
    "unit",
    "version",
    "ward",
    "year",
    "years",
    "zone",
});
static_assert(sorted_words(always_labels) && sorted_words(capital_labels) && sorted_words(lead_ends));

constexpr auto function_words = std::to_array<std::string_view>({
    "a",       "about", "above",   "across",  "after",  "again",  "all",     "also",     "although",
    "an",      "and",   "are",     "as",      "at",     "be",     "because", "been",     "before",
    "being",   "below", "between", "both",    "but",    "by",     "can",     "compared", "could",
    "did",     "do",    "does",    "due",     "during", "each",   "every",   "for",      "from",
    "had",     "has",   "have",    "having",  "he",     "her",    "his",     "however",  "if",
    "in",      "into",  "is",      "it",      "its",    "later",  "less",    "may",      "more",
    "most",    "must",  "no",      "nor",     "not",    "now",    "of",      "on",       "only",
    "or",      "out",   "over",    "overall", "per",    "remain", "remains", "shall",    "she",
    "should",  "since", "so",      "still",   "than",   "that",   "the",     "their",    "them",
    "then",    "there", "these",   "they",    "this",   "those",  "through", "to",       "under",
    "until",   "up",    "upon",    "was",     "we",     "were",   "when",    "where",    "whereas",
    "whether", "which", "while",   "who",     "whom",   "whose",  "will",    "with",     "within",
    "without", "would", "yet",     "you",
});
static_assert(sorted_words(function_words));

/// Nouns whose plural has no s.
constexpr auto plain_plurals = std::to_array<std::string_view>({
    "children",
    "men",
    "people",
    "personnel",
    "police",
    "staff",
    "women",
});
static_assert(sorted_words(plain_plurals));

bool possessive(std::string_view word) {
    return word.ends_with("'s") || word.ends_with("\u2019s");
}

bool plural(std::string_view word) {
    if (listed(plain_plurals, word)) return true;
    if (word.size() < 4 || word.back() != 's') return false;
    const char before = word[word.size() - 2];
    return before != 's' && before != 'u' && before != 'i' && !possessive(word);
}

/// Past tenses that are no nouns.
constexpr auto irregular_pasts = std::to_array<std::string_view>({
    "became",  "began", "brought", "came",       "chose", "drew", "fell",  "felt",  "found", "gave",
    "got",     "grew",  "heard",   "held",       "kept",  "knew", "left",  "lost",  "made",  "met",
    "paid",    "ran",   "rose",    "said",       "saw",   "sent", "spent", "spoke", "stood", "taught",
    "thought", "told",  "took",    "understood", "went",  "won",  "wrote",
});
static_assert(sorted_words(irregular_pasts));

bool past(std::string_view word) {
    return word.size() > 4 && word.ends_with("ed") && !word.ends_with("eed");
}

bool adverb(std::string_view word) {
    constexpr auto nouns =
        std::to_array<std::string_view>({"anomaly", "assembly", "family", "monopoly", "reply", "supply"});
    return word.size() > 4 && word.ends_with("ly") && !listed(nouns, word);
}

bool quoted(std::string_view word) {
    return word.starts_with('\'') || word.starts_with("\u2018") || word.starts_with("\u201C");
}

}  // namespace

std::string_view word_before(std::string_view text, std::size_t at) {
    std::size_t end = at;
    while (end > 0 && text[end - 1] == ' ') --end;
    std::size_t begin = end;
    while (begin > 0 && end - begin < longest_look && word_character(text[begin - 1])) --begin;
    const std::string_view word = text.substr(begin, end - begin);
    const std::size_t cut = word.rfind(en_dash);
    return cut == std::string_view::npos ? word : word.substr(cut + en_dash.size());
}

std::string_view word_after(std::string_view text, std::size_t at) {
    std::size_t begin = at;
    if (begin < text.size() && text[begin] == ' ') ++begin;
    std::size_t end = begin;
    while (end < text.size() && end - begin < longest_look && word_character(text[end])) ++end;
    const std::string_view word = text.substr(begin, end - begin);
    return word.substr(0, std::min(word.size(), word.find(en_dash)));
}

Lead lead_before(std::string_view text, std::size_t at, std::size_t floor) {
    Lead lead;
    lead.begin = at;
    if (!listed(lead_ends, word_before(text, at))) return lead;
    const std::size_t from = std::max(floor, at - std::min(at, longest_look));
    std::string_view before = text.substr(from, at - from);
    for (int round = 0; round < 4; ++round) {
        std::size_t taken = 0;
        for (const BoundWords& entry : bound_words) {
            if (!ends_with_words(before, entry.words)) continue;
            const bool news = entry.bound != Bound::none ? lead.bound == Bound::none
                                                         : lead.approximation == Approximation::none;
            if (!news) break;
            if (entry.bound != Bound::none) lead.bound = entry.bound;
            if (entry.approximation != Approximation::none) lead.approximation = entry.approximation;
            taken = entry.words.size();
            break;
        }
        for (std::size_t i = 0; taken == 0 && i < age_words.size(); ++i) {
            if (lead.age || !ends_with_words(before, age_words[i])) continue;
            lead.age = true;
            taken = age_words[i].size();
        }
        if (taken == 0 && !lead.from && !lead.between) {
            // "from" and "between" belong to the quantity only after an age word ("aged from 18 to 21").
            lead.from = ends_with_words(before, "from ");
            lead.between = ends_with_words(before, "between ");
            const std::size_t skip = lead.from ? 5 : lead.between ? 8 : 0;
            const std::string_view rest = before.substr(0, before.size() - skip);
            const bool aged = std::any_of(age_words.begin(), age_words.end(),
                                          [&](std::string_view w) { return ends_with_words(rest, w); });
            if (skip != 0 && aged) taken = skip;
        }
        if (taken == 0) break;
        before.remove_suffix(taken);
    }
    lead.begin = from + before.size();
    return lead;
}

bool labelled(std::string_view text, std::size_t at) {
    std::string_view word = word_before(text, at);
    if (listed(always_labels, word)) return true;
    if (!word.empty() && ascii::upper_letter(word.front()) && listed(capital_labels, word)) return true;
    if (word.empty() && at > 1 && text[at - 1] == ' ' &&
        (text[at - 2] == '.' || text[at - 2] == ',' || text[at - 2] == ':')) {
        // "No. 3", "p. 12", "tel: 020", "Act, 1989"
        word = word_before(text, at - 2);
        return word == "No" || word == "p" || word == "pp" || word == "Act" ||
               ascii::equal_ignoring_case(word, "tel");
    }
    return false;
}

bool function_word(std::string_view word) {
    return listed(function_words, word);
}

namespace {

/// What a word is to the noun phrase that it would go on with.
enum class Role : std::uint8_t { modifier, head, end, unclear };

/// After several: the first plural is the head ("social workers"), with plurals directly after it.
Role role_of_several(std::string_view word, bool headed) {
    if (plural(word)) return Role::head;
    return headed ? Role::end : Role::modifier;
}

/// After one: the last word that is no verb. What looks plural after a head is a verb ("one home needs to")
/// or part of a name ("one care leavers group").
Role role_of_one(std::string_view text, std::size_t end, std::string_view word, bool headed) {
    if (past(word)) return headed ? Role::end : Role::modifier;
    if (adverb(word) || possessive(word)) return Role::modifier;
    if (!headed || !plural(word)) return Role::head;
    const std::string_view next = word_after(text, end);
    return next.empty() || function_word(next) ? Role::end : Role::unclear;
}

}  // namespace

std::pair<std::size_t, std::size_t> noun_phrase(std::string_view text, std::size_t at, bool singular) {
    std::size_t begin = at, end = at, position = at;
    bool headed = false;  // what stands since the number, or since "and", has its noun
    for (int words = 0; words < 6; ++words) {
        if (position >= text.size() || text[position] != ' ') break;
        const std::string_view word = word_after(text, position);
        if (word.empty() || ascii::digit(word.front()) || quoted(word)) break;
        const std::size_t start = static_cast<std::size_t>(word.data() - text.data());
        position = start + word.size();
        if (words == 0) begin = start;
        if (word == "and" && headed) {
            const std::string_view next = word_after(text, position);
            if (next.empty() || function_word(next) || number_word(next)) break;
            headed = false;
            continue;
        }
        if (function_word(word) || listed(irregular_pasts, word) || (number_word(word) && words > 0)) break;
        const Role role =
            singular ? role_of_one(text, position, word, headed) : role_of_several(word, headed);
        if (role == Role::unclear) return {at, at};
        if (role == Role::end) break;
        if (role == Role::head) headed = true, end = position;
    }
    if (end <= begin) return {at, at};
    return {begin, end};
}

}  // namespace stet::prose

// T103: compounds written open, with a hyphen or as one word, like compared with like.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string>
#include <unordered_map>
#include <vector>

#include "validators/terms.hpp"
#include "validators/variants.hpp"

namespace stet::validators {

namespace {

using prose::Joint;
using prose::SymbolId;
using prose::Symbols;
using prose::Word;
using prose::Words;

enum Shape : std::size_t { open, hyphen, closed, dash, shapes };

/// Where a compound stands: English hyphenates before a noun what it leaves open elsewhere. Before a comma or
/// "and" it may be either: "a wide-ranging, accessible service".
enum class Role : std::uint8_t { attributive, final, unclear };

struct Occurrence {
    Phrase phrase;
    Shape shape;
    Role role;
    bool name;                ///< capitalised inside a sentence
    std::uint32_t split = 0;  ///< in a closed form: bytes before the joint
};

/// All spellings of one compound, its last part in any inflection.
struct Compound {
    std::string_view head;
    std::string_view tail;
    std::vector<Occurrence> uses;
};

/// Elements that are no words: never written apart.
constexpr std::string_view bound_prefixes[] = {"anti", "co",  "ex", "inter", "mid", "multi", "non",  "over",
                                               "post", "pre", "re", "semi",  "sub", "ultra", "under"};
/// Those that dictionaries write as one word with most of what follows: "overarching", "underachieve".
constexpr std::string_view closed_prefixes[] = {"inter", "over", "sub", "under"};
/// Closed words whose hyphenated twin means something else ("re-form", "reform").
constexpr std::string_view twins[] = {"recover", "recoup",   "recreate", "redress",   "reform",   "refuse",
                                      "release", "relay",    "remark",   "represent", "resent",   "resign",
                                      "resort",  "restrain", "retreat",  "coop",      "unionised"};

/// Adverbs that make a verb of two words of what is a noun in one ("feed back", "feedback").
constexpr std::string_view particles[] = {"ahead",   "aside",    "away",    "back",
                                          "forward", "forwards", "together"};

/// Numbers make a measure of what follows: "three years ago", "three-year-old".
constexpr std::string_view numbers[] = {"one",   "two",  "three", "four",   "five",   "six",    "seven",
                                        "eight", "nine", "ten",   "eleven", "twelve", "twenty", "half"};

template <class List>
bool among(const List& list, std::string_view word) {
    return std::find(std::begin(list), std::end(list), word) != std::end(list);
}

std::string_view stem(std::string_view form) {
    for (const std::string_view ending :
         {"ations", "ation", "ions", "ing", "ion", "ors", "ed", "es", "or", "s", "e"}) {
        if (form.size() >= ending.size() + 4 && form.ends_with(ending))
            return form.substr(0, form.size() - ending.size());
    }
    return form;
}

bool is_participle(std::string_view form) {
    return form.ends_with("ed") ||
           among(std::array<std::string_view, 6>{"led", "built", "run", "made", "held", "taught"}, form);
}

class HyphenCheck {
  public:
    HyphenCheck(const model::Report& report, Diagnostics& diagnostics)
        : report_(report), words_(report.words), diagnostics_(diagnostics) {}

    void check() {
        find_marked();
        find_open();
        find_closed();
        for (Compound& compound : compounds_) judge(compound);
        judge_chains();
    }

  private:
    [[nodiscard]] bool usable(const Word& word) const { return !word.digits && !word.upper && !word.address; }
    [[nodiscard]] std::string_view form(SymbolId symbol) const { return words_.symbols.form(symbol); }

    static std::string key(std::string_view head, std::string_view tail) {
        return fmt::format("{} {}", head, stem(tail));
    }

    [[nodiscard]] Role role_after(std::uint32_t last) const {
        const Word* next = words_.next(last);
        if (next != nullptr && goes_on(words_.all[last], *next) && !after_be(last)) return Role::unclear;
        const bool bound = next != nullptr && next->joint == Joint::space &&
                           !words_.closed_class[next->symbol] && !form(next->symbol).ends_with("ly");
        return bound ? Role::attributive : Role::final;
    }

    /// A comma or "and" follows.
    [[nodiscard]] bool goes_on(const Word& last, const Word& next) const {
        const std::string_view joint = form(next.symbol);
        return report_.runs[last.run].text.compare(last.end, 2, ", ") == 0 ||
               (next.joint == Joint::space && (joint == "and" || joint == "or" || joint == "but"));
    }

    /// "are up-to-date and", "is fully child-focused,": what follows a form of "be" stands before no noun.
    [[nodiscard]] bool after_be(std::uint32_t last) const {
        constexpr std::array<std::string_view, 12> forms = {
            "is", "are", "was", "were", "be", "been", "remain", "remains", "become", "not", "keep", "kept"};
        std::size_t back = 1;
        while (words_.previous(last, back - 1) != nullptr &&
               words_.previous(last, back - 1)->joint == Joint::hyphen)
            ++back;
        const Word* before = words_.previous(last, back);
        if (before != nullptr && form(before->symbol).ends_with("ly"))
            before = words_.previous(last, back + 1);
        return before != nullptr && among(forms, form(before->symbol));
    }

    /// Without a hyphen there is nothing to be unclear about: it stands as it would at the end.
    [[nodiscard]] Role open_role_after(std::uint32_t last) const {
        const Role role = role_after(last);
        return role == Role::unclear ? Role::final : role;
    }

    [[nodiscard]] bool in_name(std::uint32_t first, std::uint32_t last) const {
        const Word& head = words_.all[first];
        return head.capital && (!head.opens || (first != last && words_.all[last].capital));
    }

    Compound& compound(std::string_view head, std::string_view tail) {
        const auto [found, fresh] = by_key_.try_emplace(key(head, tail), compounds_.size());
        if (fresh) compounds_.push_back({head, tail, {}});
        return compounds_[found->second];
    }

    static std::uint64_t pair_of(SymbolId head, SymbolId tail) { return (std::uint64_t{head} << 32U) | tail; }

    /// Compounds of two parts with a hyphen or a dash; longer chains are kept apart.
    void find_marked() {
        const auto marked = [&](std::uint32_t i) {
            return words_.all[i].joint == Joint::hyphen || words_.all[i].joint == Joint::dash;
        };
        for (std::uint32_t i = 1; i < words_.all.size(); ++i) {
            if (!marked(i)) continue;
            const std::uint32_t first = i - 1;
            while (i + 1 < words_.all.size() && marked(i + 1)) ++i;
            const bool fit = std::all_of(words_.all.begin() + first, words_.all.begin() + i + 1,
                                         [&](const Word& w) { return usable(w) || w.upper; });
            if (!fit) continue;
            if (i - first > 1) {
                chains_.push_back({first, i});
                continue;
            }
            const Word& head = words_.all[first];
            const Word& tail = words_.all[i];
            if (!usable(head) || !usable(tail)) continue;
            const Shape shape = tail.joint == Joint::dash ? dash : hyphen;
            compound(form(head.symbol), form(tail.symbol))
                .uses.push_back({{first, i}, shape, role_after(i), in_name(first, i)});
        }
    }

    /// Which heads and tails may also be written apart: not particles and prepositions, whose neighbour
    /// may be chance ("follow up", "in house").
    [[nodiscard]] bool may_be_open(SymbolId head, SymbolId tail) const {
        return (!words_.closed_class[head] || form(head) == "well") && !among(numbers, form(head)) &&
               !words_.closed_class[tail] && !among(particles, form(tail));
    }

    void find_open() {
        std::vector<bool> is_tail(words_.symbols.size());
        for (const Compound& made : compounds_) {
            for (const std::string_view ending : {"", "s"}) {
                const SymbolId tail = words_.symbols.find_joined(made.tail, ending);
                if (tail != Symbols::none) is_tail[tail] = true;
            }
        }
        for (std::uint32_t i = 1; i < words_.all.size(); ++i) {
            const Word& tail = words_.all[i];
            if (tail.joint != Joint::space || !is_tail[tail.symbol]) continue;
            const Word& head = words_.all[i - 1];
            if (!may_be_open(head.symbol, tail.symbol) || !usable(head) || !usable(tail)) continue;
            const auto found = by_key_.find(key(form(head.symbol), form(tail.symbol)));
            if (found == by_key_.end() || part_of_chain(i)) continue;
            compounds_[found->second].uses.push_back(
                {{i - 1, i}, open, open_role_after(i), in_name(i - 1, i)});
        }
    }

    [[nodiscard]] bool part_of_chain(std::uint32_t i) const {
        const auto marked = [&](std::uint32_t at) {
            return at < words_.all.size() &&
                   (words_.all[at].joint == Joint::hyphen || words_.all[at].joint == Joint::dash);
        };
        return marked(i + 1) || marked(i - 1);
    }

    /// Closed twins of marked compounds, and open pairs that stand elsewhere as one word.
    void find_closed() {
        const std::size_t marked = compounds_.size();
        for (std::size_t c = 0; c < marked; ++c) {
            const std::string_view base = stem(compounds_[c].tail);
            for (const std::string_view ending :
                 {"", "e", "es", "ed", "s", "ing", "ion", "ions", "ation", "or", "ors"})
                add_closed(c, fmt::format("{}{}", base, ending));
        }
        for (std::uint32_t i = 1; i < words_.all.size(); ++i) {
            const Word& tail = words_.all[i];
            const Word& head = words_.all[i - 1];
            if (tail.joint != Joint::space || tail.end - tail.begin < 4 || head.end - head.begin < 4)
                continue;
            if (words_.closed_class[head.symbol] || !may_be_open(head.symbol, tail.symbol) || !usable(head) ||
                !usable(tail))
                continue;
            if (words_.symbols.find_joined(form(head.symbol), form(tail.symbol)) == Symbols::none) continue;
            const std::size_t before = compounds_.size();
            Compound& made = compound(form(head.symbol), form(tail.symbol));
            if (before == compounds_.size() && &made < compounds_.data() + marked)
                continue;  // seen as a marked one
            made.uses.push_back({{i - 1, i}, open, open_role_after(i), in_name(i - 1, i)});
            if (before != compounds_.size()) add_closed(before, std::string(made.tail));
        }
    }

    void add_closed(std::size_t index, const std::string& tail) {
        const std::string_view head = compounds_[index].head;
        const SymbolId symbol = words_.symbols.find_joined(head, tail);
        if (symbol == Symbols::none || among(twins, stem(form(symbol))) || among(twins, form(symbol))) return;
        for (const std::uint32_t at : words_.of(symbol)) {
            if (words_.all[at].address) continue;
            compounds_[index].uses.push_back(
                {{at, at}, closed, role_after(at), in_name(at, at), static_cast<std::uint32_t>(head.size())});
        }
    }

    /// The shape that grammar prefers where neither prevails.
    [[nodiscard]] Shape preferred(const Compound& made, Role role,
                                  const std::array<std::size_t, shapes>& count) const {
        if (among(closed_prefixes, made.head))
            return count[closed] >= count[hyphen] + count[open] + count[dash] ? closed : hyphen;
        if (among(bound_prefixes, made.head))
            return count[closed] > count[hyphen] + count[open] + count[dash] ? closed : hyphen;
        if (count[closed] > count[open] + count[hyphen]) return closed;
        if (count[hyphen] == 0 && count[closed] > 0 && !is_participle(made.tail)) return closed;
        if (role == Role::attributive) return hyphen;
        if (made.head == "well" || made.head.ends_with("ly")) return open;
        return is_participle(made.tail) ? hyphen : open;
    }

    void judge(Compound& made) {
        for (const bool name : {false, true}) {
            for (const Role role : {Role::attributive, Role::final}) judge(made, role, name);
        }
    }

    void judge(const Compound& made, Role role, bool name) {
        // Prefixes and closed words do not depend on what follows.
        const auto lacks = [&](Shape shape) {
            return std::none_of(made.uses.begin(), made.uses.end(),
                                [&](const Occurrence& u) { return u.shape == shape; });
        };
        const bool any_role =
            among(bound_prefixes, made.head) || lacks(open) || (lacks(hyphen) && lacks(dash));
        if (any_role && role == Role::final) return;
        const auto bears = [&](const Occurrence& use) {
            return any_role || use.role == role || use.role == Role::unclear;
        };
        std::vector<const Occurrence*> uses;
        std::array<std::size_t, shapes> count{};
        for (const Occurrence& use : made.uses) {
            if (use.name != name || !bears(use)) continue;
            uses.push_back(&use);
            ++count[use.shape];
        }
        if (count[open] == uses.size() || count[hyphen] == uses.size() || count[closed] == uses.size() ||
            count[dash] == uses.size())
            return;
        Shape best = preferred(made, role, count);
        for (const Shape shape : {open, hyphen, closed}) {
            const bool alone = std::count_if(count.begin(), count.end(),
                                             [&](std::size_t n) { return n >= count[shape]; }) == 1;
            if (alone && shape != best && outnumbers(count[shape], count[best])) best = shape;
        }
        report(made, uses, count, best, role, any_role);
    }

    [[nodiscard]] std::string written(const Occurrence& use, Shape shape) const {
        const std::string_view text = words_of(report_, use.phrase);
        const Word& first = words_.all[use.phrase.first];
        const Word& last = words_.all[use.phrase.last];
        const std::size_t head = use.shape == closed ? use.split : first.end - first.begin;
        const std::size_t tail = use.shape == closed ? use.split : last.begin - first.begin;
        return fmt::format("{}{}{}", text.substr(0, head),
                           shape == open     ? " "
                           : shape == hyphen ? "-"
                                             : "",
                           text.substr(tail));
    }

    void report(const Compound& made, std::vector<const Occurrence*>& uses,
                const std::array<std::size_t, shapes>& count, Shape best, Role role, bool any_role) {
        std::sort(uses.begin(), uses.end(),
                  [](const Occurrence* a, const Occurrence* b) { return a->phrase.first < b->phrase.first; });
        std::vector<Use> odd;
        const Occurrence* first = nullptr;
        std::optional<Span> example;
        for (const Occurrence* use : uses) {
            const Span span = source_of(report_, use->phrase);
            if (use->shape == best) {
                if (!example) example = span;
                continue;
            }
            if (use->role == Role::unclear && !any_role) continue;  // evidence, but never odd
            if (first == nullptr) first = use;
            odd.push_back({span, {{span, written(*use, best)}}});
        }
        if (odd.empty()) return;
        // Where a report is of two minds there is no side to take; and hyphens that are as common as their
        // lack may be the wanted ones ("decision-making").
        const bool divided = odd.size() >= 3 && count[best] >= 3 && !outnumbers(count[best], odd.size());
        if (divided || (best == open && count[open] <= odd.size())) {
            for (Use& use : odd) use.edits.clear();
        }
        const std::string shown = written(*first, best);
        const bool rarer = count[best] <= odd.size();
        const bool prefixed = among(bound_prefixes, made.head);
        report_variant(diagnostics_, diag::hyphen_variant, words_of(report_, first->phrase), odd,
                       {shown, count[best], example,
                        divided                                ? ": neither prevails"
                        : !rarer || best != hyphen || prefixed ? ""
                        : role == Role::attributive            ? "; before a noun the hyphen is usual"
                                                               : ""});
    }

    /// Compounds of three parts and more against the same words written apart ("up-to-date", "up to date").
    void judge_chains() {
        std::unordered_map<std::string, Compound> found;
        std::vector<bool> heads(words_.symbols.size());
        std::vector<std::string> order;
        const auto spelling = [&](Phrase phrase) {
            std::string out;
            for (std::uint32_t i = phrase.first; i <= phrase.last; ++i)
                out.append(form(words_.all[i].symbol)).push_back(' ');
            return out;
        };
        std::size_t longest = 0;
        for (const Phrase& chain : chains_) {
            Compound& made = found[spelling(chain)];
            if (made.uses.empty()) order.push_back(spelling(chain));
            made.uses.push_back({chain, hyphen, role_after(chain.last), in_name(chain.first, chain.first)});
            heads[words_.all[chain.first].symbol] = true;
            longest = std::max<std::size_t>(longest, chain.last - chain.first + 1);
        }
        longest = std::min<std::size_t>(longest, 6);
        for (std::uint32_t i = 0; i < words_.all.size(); ++i) {
            if (!heads[words_.all[i].symbol]) continue;
            std::string text(form(words_.all[i].symbol));
            text.push_back(' ');
            for (std::uint32_t length = 2; length <= longest; ++length) {
                const Word* word = words_.next(i, length - 1);
                if (word == nullptr || word->joint != Joint::space) break;
                text.append(form(word->symbol)).push_back(' ');
                const auto made = length > 2 ? found.find(text) : found.end();
                if (made == found.end()) continue;
                const std::uint32_t last = i + length - 1;
                made->second.uses.push_back({{i, last}, open, open_role_after(last), in_name(i, i)});
            }
        }
        for (const std::string& text : order) judge_chain(found[text]);
    }

    void judge_chain(const Compound& made) {
        for (const Role role : {Role::attributive, Role::final}) {
            std::vector<const Occurrence*> odd[2];
            for (const Occurrence& use : made.uses) {
                if (use.role == role && !use.name) odd[use.shape == hyphen ? 1 : 0].push_back(&use);
            }
            const std::size_t apart = odd[0].size();
            const std::size_t joined = odd[1].size();
            if (apart == 0 || joined == 0) continue;
            const bool want_hyphens =
                role == Role::attributive ? !outnumbers(apart, joined) : outnumbers(joined, apart);
            report_chain(odd[want_hyphens ? 0 : 1], odd[want_hyphens ? 1 : 0], want_hyphens);
        }
    }

    void report_chain(const std::vector<const Occurrence*>& odd, const std::vector<const Occurrence*>& kept,
                      bool want_hyphens) {
        std::vector<Use> uses;
        for (const Occurrence* use : odd) {
            Use made{source_of(report_, use->phrase), {}};
            for (std::uint32_t i = use->phrase.first + 1; i <= use->phrase.last; ++i) {
                const Word& word = words_.all[i];
                made.edits.push_back({report_.runs[word.run].source(words_.all[i - 1].end, word.begin),
                                      want_hyphens ? "-" : " "});
            }
            if (!want_hyphens && kept.size() <= odd.size()) made.edits.clear();
            uses.push_back(std::move(made));
        }
        const std::string form(words_of(report_, kept.front()->phrase));
        report_variant(diagnostics_, diag::hyphen_variant, words_of(report_, odd.front()->phrase), uses,
                       {form, kept.size(), source_of(report_, kept.front()->phrase)});
    }

    const model::Report& report_;
    const Words& words_;
    Diagnostics& diagnostics_;
    std::vector<Compound> compounds_;
    std::unordered_map<std::string, std::size_t> by_key_;
    std::vector<Phrase> chains_;
};

}  // namespace

void check_hyphens(const model::Report& report, const Sources&, Diagnostics& diagnostics) {
    HyphenCheck(report, diagnostics).check();
}

}  // namespace stet::validators

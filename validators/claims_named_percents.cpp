// F219: words for a share beside the percentage that they name: "a quarter (24%)", "The majority (61%) of
// plans", "Most children, 78%, live near".
#include <array>

#include "compiler/base/catalogue.hpp"
#include "compiler/prose/context.hpp"
#include "validators/claims.hpp"
#include "validators/claims_share_words.hpp"
#include "validators/percentages.hpp"

namespace stet::validators {

namespace {

using prose::Quantity;
using prose::QuantityKind;

/// Where a percentage stands by itself: in brackets, or between commas.
struct Aside {
    std::uint32_t begin = 0;  ///< before the bracket or comma
    bool bracket = false;
};

std::optional<Aside> aside(const ClaimRun& run, std::size_t percent) {
    const Quantity& p = run.quantities[percent];
    const std::string_view text = run.text(), next = text.substr(p.end, 1);
    if (p.kind != QuantityKind::percent || p.range || p.begin < 2) return std::nullopt;
    const std::string_view before = text.substr(p.begin - 2, 2);
    if (before == " (" && next == ")") return Aside{p.begin - 2, true};
    if (before == ", " && next == "," && !run.bracketed[percent]) return Aside{p.begin - 2, false};
    return std::nullopt;
}

/// Whether the words before a percentage give it another base, or make it a change: "half of these (24%)".
bool points_back(std::string_view words) {
    constexpr auto pointing = std::to_array<std::string_view>(
        {"these", "those", "them", "whom", "which", "this", "increase", "decrease", "rise", "fall"});
    return mentions_any(words, pointing);
}

/// "children", "of the plans", "looked after children": the name of a whole ends with a plural.
bool names_many(std::string_view text) {
    constexpr auto plurals = std::to_array<std::string_view>(
        {"children", "people", "staff", "men", "women", "cohort", "workforce", "sample", "group"});
    constexpr auto degrees = std::to_array<std::string_view>(
        {" recent", " common", " likely", " often", " frequent", " important", " significant", " vulnerable",
         " deprived", " complex", " serious", " notable", " popular", " effective"});
    constexpr auto places = std::to_array<std::string_view>(
        {" in ", " at ", " for ", " from ", " with ", " seen", " known", " aged ", " across ", " on "});
    for (const std::string_view place : places) {
        const std::size_t at = text.find(place);
        if (at != std::string_view::npos && at > 0) text = text.substr(0, at);
    }
    if (text.empty()) return true;
    if (!beginning(text, degrees).empty()) return false;
    const std::string_view first = prose::word_after(text, 0), last = text.substr(text.rfind(' ') + 1);
    return !first.ends_with("ly") &&
           (last.ends_with('s') || std::find(plurals.begin(), plurals.end(), last) != plurals.end());
}

/// Whether the words before those for a share make them what something else is held against, or a part of
/// the clause that the percentage is not about: "better than most (34%)", "in all schools (94%)".
bool is_governed(std::string_view lead) {
    constexpr auto prepositions = std::to_array<std::string_view>(
        {"about", "across", "against", "among", "and",   "as",     "at",   "between", "by",
         "for",   "from",   "in",      "into",  "like",  "more",   "of",   "or",      "on",
         "over",  "than",   "through", "to",    "under", "unlike", "with", "within"});
    constexpr auto determiners = std::to_array<std::string_view>(
        {" a ", " the ", " significant ", " substantial ", " sizeable ", " very "});
    for (auto d = ending(lead, determiners); !d.empty(); d = ending(lead, determiners))
        lead.remove_suffix(d.size() - 1);
    const std::string_view word = prose::word_before(lead, lead.size());
    return std::find(prepositions.begin(), prepositions.end(), word) != prepositions.end();
}

/// "Of these, most (34%)", "of whom most (34%)": the share may be of these or of all.
bool divides_others(std::string_view lead) {
    constexpr auto pointing = std::to_array<std::string_view>(
        {"of these", "of those", "of them", "of whom", "of which", "of this", "of the"});
    return mentions_any(lead, pointing);
}

class NamedPercents {
  public:
    NamedPercents(FigureAudit& audit, const ClaimRun& run) : audit_(audit), run_(run) {}
    void check(std::size_t percent);

  private:
    [[nodiscard]] bool follows_another(std::size_t percent) const;
    void fraction(std::size_t share, std::size_t percent, const Aside& aside);
    void words(std::size_t percent, const Aside& aside);
    void judge(std::uint32_t begin, std::uint32_t end, std::size_t percent, const Interval& meant,
               std::optional<std::size_t> share = {});

    FigureAudit& audit_;
    const ClaimRun& run_;
};

/// Whether another percentage stands before it in its sentence, of which it may be a part.
bool NamedPercents::follows_another(std::size_t percent) const {
    const std::size_t first = run_.of_sentence(run_.sentence[percent]).first;
    return std::any_of(run_.quantities.begin() + static_cast<std::ptrdiff_t>(first),
                       run_.quantities.begin() + static_cast<std::ptrdiff_t>(percent),
                       [](const Quantity& q) { return q.kind == QuantityKind::percent; });
}

void NamedPercents::judge(std::uint32_t begin, std::uint32_t end, std::size_t percent, const Interval& meant,
                          std::optional<std::size_t> share) {
    const std::string said(run_.run->words(begin, end));
    const Verdict verdict = meet(meant, run_.quantities[percent].interval);
    if (verdict == Verdict::agrees) {
        if (share) audit_.agrees(run_.id, *share, "the percentage beside it");
        return share ? audit_.agrees(run_.id, percent, "“" + said + "” beside it")
                     : audit_.possible(run_.id, percent, "“" + said + "” beside it");
    }
    if (verdict != Verdict::conflicts) return;
    audit_.conflicts(run_.id, percent, "the text calls it “" + said + "”", "");
    audit_.diagnostics.add(run_.run->source(begin, end), diag::words_unlike_share, said, run_.words(percent))
        .relate(run_.place(percent), "the percentage stands here");
}

/// "a quarter (24%)", "around one in five children (22%)", "Nearly a third, 32%, of workers".
void NamedPercents::fraction(std::size_t share, std::size_t percent, const Aside& aside) {
    const Quantity& q = run_.quantities[share];
    const std::string_view between = run_.run->words(q.end, std::max(q.end, aside.begin));
    constexpr auto governing = std::to_array<std::string_view>({" by ", " than ", " like ", " unlike "});
    if (run_.bracketed[share] || !names_whole(between) || points_back(between) ||
        !ending(run_.before(share), governing).empty() ||
        (!aside.bracket && q.begin != run_.sentences[run_.sentence[share]].begin))
        return;
    judge(q.begin, q.end, percent, fraction_interval(q) * Interval::point(100), share);
}

/// "The majority (61%) of plans", "very few children (6%)", "Most children, 78%, live near".
void NamedPercents::words(std::size_t percent, const Aside& aside) {
    const std::uint32_t sentence = run_.sentences[run_.sentence[percent]].begin;
    const bool opens = percent == run_.of_sentence(run_.sentence[percent]).first;
    const std::uint32_t from = opens ? sentence : std::max(sentence, run_.quantities[percent - 1].end);
    if (aside.begin <= from) return;
    const std::string_view text = run_.run->words(from, aside.begin);
    const FoundShareWords found = share_words_before(text);
    if (found.share == nullptr) return;
    const std::string_view whole = text.substr(found.end), lead = text.substr(0, found.begin);
    const bool whole_said = found.share->least == found.share->most;  // "all", "none"
    if (!names_many(whole) || points_back(whole) || (whole_said && !whole.empty()) || is_governed(lead) ||
        divides_others(lead))
        return;
    constexpr auto determiners = std::to_array<std::string_view>(
        {"a", "the", "significant", "very", "large", "substantial", "sizeable", "clear", "great"});
    if (!aside.bracket && !only_words(lead, determiners)) return;
    judge(static_cast<std::uint32_t>(from + found.begin), static_cast<std::uint32_t>(from + found.end),
          percent, found.share->meaning());
}

void NamedPercents::check(std::size_t percent) {
    const auto found = aside(run_, percent);
    if (!found || follows_another(percent)) return;
    const bool joined = percent > 0 && run_.sentence[percent - 1] == run_.sentence[percent];
    if (joined && run_.quantities[percent - 1].kind == QuantityKind::fraction)
        return fraction(percent - 1, percent, *found);
    words(percent, *found);
}

}  // namespace

void check_named_percent_claims(FigureAudit& audit, const ClaimTexts& texts) {
    for (const ClaimRun& run : texts.runs) {
        for (std::size_t i = 0; i < run.quantities.size(); ++i) {
            if (!run.crowded(run.sentence[i])) NamedPercents(audit, run).check(i);
        }
    }
}

}  // namespace stet::validators

// F219: a percentage, fraction or quantifier beside the count that it sums up: "two thirds (30 of
// 90)".
#include <array>

#include "compiler/base/ascii.hpp"
#include "compiler/base/catalogue.hpp"
#include "compiler/base/shares.hpp"
#include "compiler/prose/context.hpp"
#include "validators/claims_share_words.hpp"
#include "validators/claims_shares.hpp"
#include "validators/percentages.hpp"

namespace stet::validators {

namespace {

using prose::Quantity;
using prose::QuantityKind;

/// Whether a text is nothing but words for a share.
bool is_share_words(std::string_view text) {
    const FoundShareWords found = share_words_before(text);
    return found.share != nullptr && found.begin == 0 && found.end == text.size();
}

/// Whether a text is of one clause: "Half of the plans were late (12 of 24)".
bool is_one_clause(std::string_view text) {
    constexpr std::size_t longest = 80;
    constexpr auto joints = std::to_array<std::string_view>({"and", "but", "while", "of whom", "of which"});
    return text.size() <= longest && text.find_first_of(".,;:()") == std::string_view::npos &&
           !mentions_any(text, joints);
}

/// Where a count of a count stands by itself: in brackets, or between commas.
struct Aside {
    std::size_t part = 0;     ///< quantity; the whole follows it
    std::uint32_t begin = 0;  ///< of the text: before the bracket or comma
};

/// A count and what it is of.
struct Part {
    std::size_t count = 0;
    std::size_t whole = 0;
};

class QuantifiedClaims {
  public:
    QuantifiedClaims(FigureAudit& audit, const ClaimTexts& texts, const ClaimRun& run)
        : audit_(audit), texts_(texts), run_(run) {}
    void check();

  private:
    [[nodiscard]] std::optional<Aside> aside(std::size_t i) const;
    void before(const Aside& aside);
    void after(std::size_t part);
    void judge_words(const Part& part, Span place, std::string_view words, const Interval& percent);
    void fraction_of(std::size_t share);
    void words_of_whole(std::size_t whole);
    void sums_up(std::size_t part, std::string_view text, std::uint32_t offset);
    void named_share(std::size_t share);
    bool judge_phrase(const Part& part, std::string_view text, std::uint32_t offset);
    void count_of_base(std::size_t count);
    [[nodiscard]] std::optional<std::size_t> base_of(std::size_t count) const;

    FigureAudit& audit_;
    const ClaimTexts& texts_;
    const ClaimRun& run_;
};

/// Whether the bracket that holds the whole of a part says no more than when and where: "(21 of 26 in the
/// last quarter)".
bool closes_bracket(const ClaimRun& run, std::size_t whole) {
    constexpr std::size_t longest = 60;
    const std::uint32_t end = run.quantities[whole].end;
    const std::string_view rest = run.text().substr(end, longest);
    const std::size_t close = rest.find_first_of("(),;:");
    if (close == std::string_view::npos || rest[close] != ')') return false;
    for (std::size_t i = whole + 1; i < run.quantities.size() && run.quantities[i].begin < end + close; ++i) {
        if (run.quantities[i].is_figure() && run.quantities[i].kind != QuantityKind::age) return false;
    }
    return true;
}

std::optional<Aside> QuantifiedClaims::aside(std::size_t i) const {
    const std::string_view text = run_.text();
    const std::uint32_t begin = run_.quantities[i].begin,
                        end = std::max(run_.quantities[i + 1].end, run_.quantities[i + 1].noun_end);
    const auto comma = [&](std::uint32_t at) { return at < text.size() && text[at] == ','; };
    const bool closes = comma(end) || comma(run_.quantities[i + 1].end) || closes_bracket(run_, i + 1);
    if (begin > 1 && text[begin - 1] == '(' && text[begin - 2] == ' ' && closes) return Aside{i, begin - 2};
    if (begin > 1 && text.substr(begin - 2, 2) == ", " && closes) return Aside{i, begin - 2};
    constexpr std::string_view dash = " \u2013 ";
    if (begin >= dash.size() && text.substr(begin - dash.size(), dash.size()) == dash &&
        text.substr(run_.quantities[i + 1].end).starts_with(dash))
        return Aside{i, begin - static_cast<std::uint32_t>(dash.size())};
    return std::nullopt;
}

void QuantifiedClaims::judge_words(const Part& part, Span place, std::string_view words,
                                   const Interval& percent) {
    const Rational k = run_.quantities[part.count].value, n = run_.quantities[part.whole].value;
    if (n < Rational(1) || k > n) return;  // told elsewhere
    const std::string sum = shown(k) + " of " + shown(n) + " is " + shown(percentage(k, n), 1) + "%";
    if (percent.contains(percentage(k, n))) {
        audit_.agrees(run_.id, part.count, sum);
        audit_.agrees(run_.id, part.whole, sum);
        return;
    }
    audit_.conflicts(run_.id, part.count, "the text calls it “" + std::string(words) + "”", sum);
    audit_.diagnostics.add(place, diag::words_unlike_share, words, sum)
        .relate(run_.place(part.count), "the count stands here");
}

/// Finds the words for a share that end `text`, or that stand before its name of the whole.
bool QuantifiedClaims::judge_phrase(const Part& part, std::string_view text, std::uint32_t offset) {
    const FoundShareWords found = share_words_before(text);
    if (found.share == nullptr) return false;
    const auto begin = static_cast<std::uint32_t>(offset + found.begin),
               end = static_cast<std::uint32_t>(offset + found.end);
    judge_words(part, run_.run->source(begin, end), run_.run->words(begin, end), found.share->meaning());
    return true;
}

void QuantifiedClaims::before(const Aside& aside) {
    const std::size_t i = aside.part;
    const std::uint32_t sentence = run_.sentences[run_.sentence[i]].begin;
    if (aside.begin <= sentence) return;
    if (i > 0 && run_.sentence[i - 1] == run_.sentence[i] && !run_.bracketed[i - 1]) {
        const Quantity& share = run_.quantities[i - 1];
        const std::string_view between = run_.run->words(share.end, std::max(share.end, aside.begin));
        if (!names_whole(between) && !(share.begin == sentence && is_one_clause(between) &&
                                       run_.quantities[i + 1].noun_begin == run_.quantities[i + 1].noun_end))
            return;
        if (share.kind == QuantityKind::percent) return judge_share(audit_, run_, i, i - 1, {&run_, i + 1});
        if (share.kind == QuantityKind::fraction) {
            if (audit_.states[run_.id][i].status != FigureStatus::in_conflict &&
                (fraction_interval(share) * Interval::point(100))
                    .contains(percentage(run_.quantities[i].value, run_.quantities[i + 1].value)))
                audit_.agrees(run_.id, i - 1, "the count beside it");
            return judge_words({i, i + 1}, run_.place(i - 1), run_.run->words(share.begin, share.end),
                               fraction_interval(share) * Interval::point(100));
        }
        if (i > 1 && run_.plain_count(i - 2) && part_of_next(run_, i - 2) && share.value <= Rational(10)) {
            // "Nine out of ten plans (71 of 80)"
            const Rational said = percentage(run_.quantities[i - 2].value, share.value);
            const Rational half = Rational(50) / share.value;
            const std::uint32_t begin = run_.quantities[i - 2].begin;
            return judge_words({i, i + 1}, run_.run->source(begin, share.end),
                               run_.run->words(begin, share.end), Interval::closed(said - half, said + half));
        }
        if (share.is_figure()) return;
    }
    judge_phrase({i, i + 1}, run_.run->words(sentence, aside.begin), sentence);
}

/// "70 of the 120 cases were late, which is most."
void QuantifiedClaims::sums_up(std::size_t part, std::string_view text, std::uint32_t offset) {
    constexpr std::string_view joint = ", which is ";
    const std::size_t at = text.find(joint);
    if (at == std::string_view::npos || text.find_first_of(".;") != text.size() - 1) return;
    const std::size_t begin = at + joint.size();
    const std::string_view inside = text.substr(begin, text.size() - 1 - begin);
    const auto place = static_cast<std::uint32_t>(offset + begin);
    if (is_share_words(inside)) judge_phrase({part, part + 1}, inside, place);
    const std::size_t next = part + 2;
    if (next < run_.quantities.size() && run_.quantities[next].kind == QuantityKind::fraction &&
        run_.quantities[next].begin == place && run_.quantities[next].end == place + inside.size())
        judge_words({part, part + 1}, run_.place(next), run_.words(next),
                    fraction_interval(run_.quantities[next]) * Interval::point(100));
}

/// "70 of 120 cases, most, ...", "30 of 90 (a third)".
void QuantifiedClaims::after(std::size_t part) {
    const Quantity& whole = run_.quantities[part + 1];
    const std::uint32_t end = std::max(whole.end, whole.noun_end);
    const std::string_view text = run_.run->words(end, run_.sentences[run_.sentence[part]].end);
    const bool opens = begins_with(text, ", ") || begins_with(text, " (");
    if (!opens) return sums_up(part, text, end);
    const std::size_t close = text.find_first_of("),.;", 2);
    if (close == std::string_view::npos) return;
    const std::string_view lead =
        begins_with(text.substr(2), "that is ") ? text.substr(2, 8) : std::string_view();
    const std::string_view inside = text.substr(2 + lead.size(), close - 2 - lead.size());
    const std::size_t next = part + 2;
    if (next < run_.quantities.size() && run_.quantities[next].kind == QuantityKind::fraction &&
        run_.quantities[next].end == end + close && run_.quantities[next].begin <= end + lead.size() + 4) {
        audit_.agrees(run_.id, next, "the count beside it");
        return judge_words({part, part + 1}, run_.place(next), run_.words(next),
                           fraction_interval(run_.quantities[next]) * Interval::point(100));
    }
    const bool alone = is_share_words(inside);
    if (alone) judge_phrase({part, part + 1}, inside, end + 2 + static_cast<std::uint32_t>(lead.size()));
}

/// "One in five of the 90 care leavers (18)", "a third of the 90, 30 in all,".
void QuantifiedClaims::fraction_of(std::size_t share) {
    const std::size_t whole = share + 1, count = share + 2;
    if (count >= run_.quantities.size() || run_.sentence[share] != run_.sentence[count] ||
        run_.quantities[share].kind != QuantityKind::fraction || run_.bracketed[share] ||
        !run_.plain_count(whole) || !run_.exact_count(count) ||
        !joins_part_to_whole(run_.between(share, whole)))
        return;
    const std::string_view between =
        run_.run->words(std::min(run_.quantities[count].begin,
                                 std::max(run_.quantities[whole].end, run_.quantities[whole].noun_end)),
                        run_.quantities[count].begin);
    constexpr auto closings = std::to_array<std::string_view>({" in all", " in total", " altogether"});
    const std::string_view after = run_.after(count);
    const bool bracket = ends_with(between, " (") && names_whole(between.substr(0, between.size() - 2)) &&
                         begins_with(after, ")");
    const bool aside = between == ", " && !beginning(after, closings).empty();
    if (!bracket && !aside) return;
    const Interval meant = fraction_interval(run_.quantities[share]) * Interval::point(100);
    if (meant.contains(percentage(run_.quantities[count].value, run_.quantities[whole].value)))
        audit_.agrees(run_.id, share, "the count beside it");
    judge_words({count, whole}, run_.place(share), run_.words(share), meant);
}

/// "Most of the 432 assessments (267)"
void QuantifiedClaims::words_of_whole(std::size_t whole) {
    const std::size_t count = whole + 1;
    if (count >= run_.quantities.size() || run_.sentence[count] != run_.sentence[whole] ||
        !run_.plain_count(whole) || !run_.exact_count(count) || !run_.bracketed[count] ||
        !begins_with(run_.after(count), ")"))
        return;
    const Quantity& n = run_.quantities[whole];
    const std::uint32_t end = std::max(n.end, n.noun_end);
    const std::string_view between =
        run_.run->words(std::min(end, run_.quantities[count].begin), run_.quantities[count].begin);
    std::string_view lead = run_.before(whole);
    constexpr std::string_view joint = " of the ";
    if (!ends_with(between, " (") || !names_whole(between.substr(0, between.size() - 2)) ||
        !ends_with(lead, joint))
        return;
    lead.remove_suffix(joint.size());
    const std::uint32_t begin = run_.sentences[run_.sentence[whole]].begin;
    const FoundShareWords found = share_words_before(lead);
    const bool ends_so = found.share != nullptr && found.end == lead.size();
    if (ends_so) judge_phrase({count, whole}, lead, begin);
}

/// What the sentence of a count says that its numbers are of: "Of the 190 plans, ...", "186 plans, of which
/// ...".
std::optional<std::size_t> QuantifiedClaims::base_of(std::size_t count) const {
    const auto opened = opening_base(texts_, run_, run_.sentence[count]);
    if (opened)
        return opened->run == &run_ && opened->index < count ? std::optional(opened->index) : std::nullopt;
    constexpr auto within = std::to_array<std::string_view>({", of whom ", ", of which "});
    std::optional<std::size_t> found;
    for (std::size_t i = run_.of_sentence(run_.sentence[count]).first; i < count; ++i) {
        if (!run_.plain_count(i)) continue;
        if (found) return std::nullopt;
        found = i;
    }
    if (!found) return std::nullopt;
    const std::string_view after = run_.after(*found);
    const bool shared = std::any_of(within.begin(), within.end(), [&](std::string_view w) {
        return after.find(w) != std::string_view::npos;
    });
    return shared ? found : std::nullopt;
}

/// "Of the 190 plans, about three quarters (105) were good", "186 plans, of which the majority, 156, were
/// good".
void QuantifiedClaims::count_of_base(std::size_t count) {
    const Quantity& k = run_.quantities[count];
    const std::uint32_t from = run_.sentences[run_.sentence[count]].begin;
    const std::string_view before = run_.run->words(from, std::max(from, k.begin)), after = run_.after(count);
    const bool bracket = ends_with(before, " (") && begins_with(after, ")");
    const bool comma = ends_with(before, ", ") && begins_with(after, ",");
    const auto whole = run_.exact_count(count) && (bracket || comma) ? base_of(count) : std::nullopt;
    if (!whole || count == 0) return;
    const Quantity& last = run_.quantities[count - 1];
    const std::uint32_t aside = k.begin - 2, begin = std::max(last.end, last.noun_end);
    const std::string_view gap = run_.run->words(std::min(begin, aside), aside);
    if (last.kind == QuantityKind::fraction && run_.sentence[count - 1] == run_.sentence[count]) {
        if (!names_whole(run_.run->words(std::min(last.end, aside), aside))) return;
        const Interval meant = fraction_interval(last) * Interval::point(100);
        if (meant.contains(percentage(k.value, run_.quantities[*whole].value)))
            audit_.agrees(run_.id, count - 1, "the count beside it");
        return judge_words({count, *whole}, run_.place(count - 1), run_.words(count - 1), meant);
    }
    const std::size_t clause = gap.rfind(", ");
    if (*whole + 1 != count || clause == std::string_view::npos) return;
    judge_phrase({count, *whole}, gap.substr(clause + 2),
                 aside - static_cast<std::uint32_t>(gap.size() - clause - 2));
}

/// "1,260 notifications, of which 315, a quarter, led to a referral".
void QuantifiedClaims::named_share(std::size_t share) {
    const Quantity& q = run_.quantities[share];
    if (share == 0 || q.kind != QuantityKind::fraction || run_.sentence[share - 1] != run_.sentence[share] ||
        !run_.plain_count(share - 1) ||
        (run_.between(share - 1, share) != ", " && run_.between(share - 1, share) != ", a ") ||
        !begins_with(run_.after(share), ","))
        return;
    const auto whole = base_of(share - 1);
    if (whole)
        judge_words({share - 1, *whole}, run_.place(share), run_.words(share),
                    fraction_interval(q) * Interval::point(100));
}

void QuantifiedClaims::check() {
    for (std::size_t i = 0; i < run_.quantities.size(); ++i) {
        if (run_.crowded(run_.sentence[i])) continue;
        fraction_of(i);
        named_share(i);
        words_of_whole(i);
        count_of_base(i);
    }
    for (std::size_t i = 0; i + 1 < run_.quantities.size(); ++i) {
        if (run_.crowded(run_.sentence[i]) || run_.sentence[i] != run_.sentence[i + 1] ||
            !run_.exact_count(i) || !run_.exact_count(i + 1) || !part_of_next(run_, i))
            continue;
        if (const auto found = aside(i)) before(*found);
        after(i);
    }
}

}  // namespace

void check_share_claims(FigureAudit& audit, const ClaimTexts& texts) {
    for (const ClaimRun& run : texts.runs) {
        if (run.quantities.size() > 1) QuantifiedClaims(audit, texts, run).check();
    }
}

}  // namespace stet::validators

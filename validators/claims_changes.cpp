// F206, F208 and F220: changes from one number to another, net changes, changes without a time.
#include "validators/claims_changes.hpp"

#include <algorithm>
#include <array>

#include "compiler/base/ascii.hpp"
#include "compiler/base/catalogue.hpp"
#include "compiler/prose/context.hpp"
#include "validators/claims_comparisons.hpp"

namespace stet::validators {

namespace {

using prose::Quantity;
using prose::QuantityKind;

/// What is better where it is shorter.
constexpr auto waits =
    std::to_array<std::string_view>({"average time", "wait", "waits", "waiting", "timeliness", "time taken"});

class ChangeClaims {
  public:
    ChangeClaims(FigureAudit& audit, const ClaimRun& run) : audit_(audit), run_(run) {}
    void check();

  private:
    void from_to(std::size_t a);
    bool turns(std::string_view lead, std::size_t a, std::size_t b);
    void this_is(std::size_t s);
    void net(std::size_t total);
    void judge_net(std::size_t total, int sign, std::size_t came, std::size_t went);
    void now_from(std::size_t a);
    void judge(std::size_t a, std::size_t b, const Direction& direction, Span span) {
        judge_direction(audit_, run_, a, b, direction, span);
    }
    void dates(std::size_t then, std::size_t now);
    [[nodiscard]] std::optional<std::size_t> only_date(std::size_t first, std::size_t last) const;
    [[nodiscard]] std::optional<std::size_t> date_of(std::size_t a) const;
    [[nodiscard]] std::string_view lead(std::size_t i) const { return change_lead(run_, i); }

    FigureAudit& audit_;
    const ClaimRun& run_;
};

/// The one date or period between two quantities, with its year.
std::optional<std::size_t> ChangeClaims::only_date(std::size_t first, std::size_t last) const {
    std::optional<std::size_t> found;
    for (std::size_t i = first; i < last; ++i) {
        const Quantity& q = run_.quantities[i];
        if (q.kind != QuantityKind::date && q.kind != QuantityKind::period) continue;
        if (found || q.date_style == prose::DateStyle::day_month) return std::nullopt;
        found = i;
    }
    return found;
}

/// The date of the number that a change starts from: the only one after it, in its own clause.
std::optional<std::size_t> ChangeClaims::date_of(std::size_t a) const {
    const std::size_t last = run_.of_sentence(run_.sentence[a]).second;
    const auto date = only_date(a + 1, last);
    if (!date) return std::nullopt;
    std::string_view between = run_.run->words(run_.quantities[a].end, run_.quantities[*date].begin);
    if (begins_with(between, " (")) between.remove_prefix(std::min(between.size(), between.find(')')));
    return between.find_first_of(",;:") == std::string_view::npos ? date : std::nullopt;
}

/// What a change starts from is earlier than what it ends with.
void ChangeClaims::dates(std::size_t then, std::size_t now) {
    const Quantity &earlier = run_.quantities[then], &later = run_.quantities[now];
    if (earlier.date_style != later.date_style || earlier.first < later.first) return;
    audit_.diagnostics.add(run_.place(then), diag::change_without_time, run_.words(then), run_.words(now))
        .relate(run_.place(now), "the other date");
}

/// "has succeeded in reducing vacancies from": the words of a change with what it changes before "from".
Direction direction_of_object(std::string_view lead) {
    constexpr auto verbs = std::to_array<std::pair<std::string_view, int>>({{" reducing ", -1},
                                                                            {" cutting ", -1},
                                                                            {" decreasing ", -1},
                                                                            {" lowering ", -1},
                                                                            {" increasing ", 1},
                                                                            {" raising ", 1}});
    constexpr auto joints = std::to_array<std::string_view>({" in", " by", " succeeded in", " effective in"});
    for (const auto& [verb, sign] : verbs) {
        const std::size_t at = lead.rfind(verb);
        if (at == std::string_view::npos || is_doubtful(lead) || ending(lead.substr(0, at), joints).empty())
            continue;
        return {sign, lead.substr(at + 1, verb.size() - 2), at + verb.size() - 1};
    }
    return {};
}

/// "fell from 320 in 2012 to 305"
void ChangeClaims::from_to(std::size_t a) {
    const auto b = change_end(run_, a);
    if (!b) return now_from(a);
    const std::string_view before = lead(a);
    Direction direction = last_direction(before);
    const Direction object = direction_of_object(before);
    if (direction.sign == 0 && object.sign != 0) direction = object;
    // "are falling (from 24 to 12", "changed, rising from 12 to 24"
    constexpr auto origins = std::to_array<std::string_view>(
        {" from ", " (from ", ", from ", " from a high of ", " from a low of ", " from a peak of ",
         " from an average of ", " from a total of ", " from a baseline of ", " from a low base of "});
    const Direction closing =
        closing_direction(before.substr(0, before.size() - ending(before, origins).size()));
    if (closing.sign != 0) direction = closing;
    // "Opening hours are extended from 9 to 5"
    if (ends_with(direction.word, "extended") && run_.quantities[a].kind == QuantityKind::count) return;
    if (before == "From ") {  // "From 320 in 2012 the number fell to 305"
        std::string_view between = run_.between(*b - 1, *b);
        between.remove_suffix(std::min<std::size_t>(between.size(), 4));  // " to "
        direction = closing_direction(between);
        if (direction.sign != 0)
            judge(a, *b, direction, run_.run->source(run_.quantities[a].begin, run_.quantities[*b].end));
        return;
    }
    if (direction.sign == 0 && turns(before, a, *b)) return;
    // The direction word governs "from" only within one clause.
    std::string_view gap = before.substr(direction.end);
    gap.remove_suffix(std::min<std::size_t>(gap.size(), 5));  // "from "
    if (ends_with(gap, ", ")) gap.remove_suffix(2);
    while (ends_with(gap, " ")) gap.remove_suffix(1);
    if (direction.sign == 0 || governed_by_another(gap) || gap.size() > farthest_of_change ||
        gap.find_first_of(",;:") != std::string_view::npos)
        return;
    judge(a, *b, direction, run_.run->source(run_.quantities[a].begin, run_.quantities[*b].end));
    const auto then = only_date(a + 1, *b),
               now = only_date(*b + 1, run_.of_sentence(run_.sentence[a]).second);
    if (then && now) dates(*then, *now);
}

/// "Timeliness has improved from 59% to 72%": what is better where things are done in time, and where they
/// take long. True where the words say so.
bool ChangeClaims::turns(std::string_view lead, std::size_t a, std::size_t b) {
    constexpr auto better = std::to_array<std::string_view>({"improved", "improving", "an improvement"});
    constexpr auto worse = std::to_array<std::string_view>(
        {"deteriorated", "worsened", "slipped", "deteriorating", "worsening"});
    constexpr auto origins =
        std::to_array<std::string_view>({" from ", ", from ", " (from ", " from a low base of "});
    lead.remove_suffix(ending(lead, origins).size());
    const std::string_view good = ending(lead, better), word = good.empty() ? ending(lead, worse) : good;
    const Quantity& q = run_.quantities[a];
    const std::string_view sentence = run_.sentence_text(run_.sentence[a]);
    const bool percent = q.kind == QuantityKind::percent && more_is_better(sentence),
               wait = q.kind == QuantityKind::duration && mentions_any(sentence, waits);
    if (word.empty() || is_doubtful(lead) || (!percent && !wait)) return false;
    const Direction direction{good.empty() == percent ? -1 : 1, word, lead.size()};
    if (judge_direction(audit_, run_, a, b, direction, run_.run->source(q.begin, run_.quantities[b].end)))
        audit_.diagnostics.all().back().severity = Severity::query;
    return true;
}

/// "210 families, down from 195 in 2012": what is compared is the only number of that kind before.
void ChangeClaims::now_from(std::size_t a) {
    std::string_view clause = lead(a);
    if (!ends_with(clause, " from ") || run_.bracketed[a]) return;
    clause.remove_suffix(6);
    const std::size_t comma = clause.find_last_of(",;:(");
    if (comma == std::string_view::npos) return;
    clause.remove_prefix(comma + 1);
    const Direction direction = closing_direction(clause);
    if (direction.sign == 0) return;
    const auto now = only_comparable(run_, run_.of_sentence(run_.sentence[a]).first, a, run_.quantities[a]);
    if (now) judge(a, *now, direction, run_.run->source(run_.quantities[*now].begin, run_.quantities[a].end));
}

/// "305 children were looked after. This is a reduction from 320": the sentence before has one number of that
/// kind.
void ChangeClaims::this_is(std::size_t s) {
    const std::string_view sentence = run_.run->words(run_.sentences[s].begin, run_.sentences[s].end);
    bool opens = false;
    for (const std::string_view words : {"This is a", "This was a", "This represents a", "That is a"})
        opens = opens || sentence.starts_with(words);
    const auto [first, last] = run_.of_sentence(s);
    if (!opens || s == 0 || run_.crowded(s) || run_.crowded(s - 1)) return;
    for (std::size_t a = first; a < last; ++a) {
        if (run_.bracketed[a] || !run_.quantities[a].is_figure()) continue;
        if (!preceded_by_from(run_, a) || run_.between(a, std::min(a + 1, last - 1)) == " to ") return;
        const Direction direction = last_direction(lead(a));
        const auto [before_first, before_last] = run_.of_sentence(s - 1);
        const auto now = only_comparable(run_, before_first, before_last, run_.quantities[a]);
        if (direction.sign == 0 || !now) return;
        const auto word = static_cast<std::uint32_t>(direction.word.data() - run_.text().data());
        judge(a, *now, direction, run_.run->source(word, run_.quantities[a].end));
        const auto day = date_of(a), today = only_date(before_first, before_last);
        if (day && today) dates(*day, *today);
        return;
    }
}

/// "a net gain of 13 households, with 18 new carers and five who left": the sentence has these three counts,
/// and the words after the other two say which came and which went.
void ChangeClaims::net(std::size_t total) {
    constexpr auto gains =
        std::to_array<std::string_view>({"net gain of ", "net increase of ", "net growth of "});
    constexpr auto losses =
        std::to_array<std::string_view>({"net loss of ", "net decrease of ", "net reduction of "});
    const std::string_view before = lead(total);
    const int sign = !ending(before, gains).empty() ? 1 : !ending(before, losses).empty() ? -1 : 0;
    const auto [first, last] = run_.of_sentence(run_.sentence[total]);
    if (sign == 0) return;
    std::vector<std::size_t> others;
    for (std::size_t i = first; i < last; ++i) {
        if (run_.exact_count(i) && i != total) others.push_back(i);
    }
    if (!run_.plain_count(total) || others.size() != 2) return;
    // What stands directly before a number says more than what comes after it: "but lost 16".
    constexpr auto came = std::to_array<std::string_view>(
        {"new", "joined", "joiners", "recruited", "approved", "approvals", "gained", "started", "arrived",
         "arrivals", "added", "opened", "created", "registered"});
    constexpr auto went = std::to_array<std::string_view>(
        {"left", "leaving", "leavers", "lost", "resigned", "resignations", "ceased", "departed", "departures",
         "retired", "closed", "removed", "de-registered", "deregistered", "terminated", "terminations",
         "withdrew", "withdrawn"});
    const auto is = [&](std::size_t i, std::span<const std::string_view> words) {
        std::string_view verb = prose::word_before(run_.text(), run_.quantities[i].begin);
        constexpr auto endings = std::to_array<std::string_view>(
            {"ended the approval of ", "ended the approvals of ", "terminated the approval of ",
             "terminated the approvals of ", "the loss of ", "the departure of ", "the resignation of "});
        if (!ending(run_.before(i), endings).empty()) verb = "ceased";
        const bool told = std::find(came.begin(), came.end(), verb) != came.end() ||
                          std::find(went.begin(), went.end(), verb) != went.end();
        return told ? std::find(words.begin(), words.end(), verb) != words.end()
                    : mentions_any(run_.after(i), words);
    };
    const bool first_came = is(others[0], came) && is(others[1], went) && !is(others[0], went);
    const bool first_went = is(others[0], went) && is(others[1], came) && !is(others[0], came);
    if (first_came == first_went) return;
    judge_net(total, sign, others[first_came ? 0 : 1], others[first_came ? 1 : 0]);
}

void ChangeClaims::judge_net(std::size_t total, int sign, std::size_t came, std::size_t went) {
    const Rational in = run_.quantities[came].value, out = run_.quantities[went].value;
    const Rational truth = sign > 0 ? in - out : out - in;
    const std::string sum = sign > 0 ? shown(in) + " - " + shown(out) : shown(out) + " - " + shown(in);
    const bool right = truth == run_.quantities[total].value;
    for (const std::size_t i : {total, came, went}) {
        if (right)
            audit_.agrees(run_.id, i, sum + " is " + shown(truth));
        else
            audit_.conflicts(run_.id, i, "the net change does not follow", sum + " is " + shown(truth));
    }
    if (right) return;
    audit_.diagnostics.add(run_.place(total), diag::net_change_wrong, sum, shown(truth), run_.words(total))
        .relate(run_.place(came), "who came")
        .relate(run_.place(went), "who went");
}

void ChangeClaims::check() {
    for (std::size_t i = 0; i < run_.quantities.size(); ++i) {
        if (!run_.quantities[i].is_figure() || run_.crowded(run_.sentence[i])) continue;
        from_to(i);
        net(i);
    }
    for (std::size_t s = 1; s < run_.sentences.size(); ++s) this_is(s);
}

}  // namespace

void check_change_claims(FigureAudit& audit, const ClaimTexts& texts) {
    for (const ClaimRun& run : texts.runs) {
        if (!run.quantities.empty()) ChangeClaims(audit, run).check();
    }
}

}  // namespace stet::validators

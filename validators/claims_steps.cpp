// F206 and F212: changes that are not told as "from ... to ...": "fell to 24 from 65", "was 12 and has risen
// to 15", "300, a fall of 15 from 320", "12 in 2012 and 15 in 2013, a rise of 3", "from 12 to 15, the number
// rose by 3".
#include <array>

#include "validators/claims_changes.hpp"

namespace stet::validators {

namespace {

using prose::Quantity;
using prose::QuantityKind;

/// A change with what its words say of it.
struct Step {
    std::size_t from = 0;
    std::size_t to = 0;
    std::optional<std::size_t> size = {};
    Direction direction = {};
    bool apart = false;  ///< the numbers stand in two sentences
};

class Steps {
  public:
    Steps(FigureAudit& audit, const ClaimRun& run) : audit_(audit), run_(run) {}
    void check();

  private:
    [[nodiscard]] std::optional<Step> reached_from(std::size_t a) const;
    [[nodiscard]] std::optional<Step> sized_from(std::size_t a) const;
    [[nodiscard]] std::optional<Step> sized_after(std::size_t a) const;
    [[nodiscard]] std::optional<Step> told_after(std::size_t size) const;
    [[nodiscard]] std::optional<Step> moved_on(std::size_t b) const;
    [[nodiscard]] std::optional<Step> year_by_year(std::size_t size) const;
    [[nodiscard]] std::optional<Step> opened_by_from(std::size_t a) const;
    [[nodiscard]] std::optional<std::size_t> figure_before(std::size_t i) const;
    [[nodiscard]] std::optional<std::size_t> only_before(std::size_t first, std::size_t last,
                                                         const Quantity& like) const;
    [[nodiscard]] std::size_t others_before(std::size_t i) const;
    [[nodiscard]] std::string_view words_after(std::size_t i, std::size_t j) const;
    [[nodiscard]] bool others_follow(std::size_t i) const;
    void judge(const Step& step);

    FigureAudit& audit_;
    const ClaimRun& run_;
};

/// The figure directly before `i`, dates between them left out.
std::optional<std::size_t> Steps::figure_before(std::size_t i) const {
    for (std::size_t j = i; j-- > 0 && run_.sentence[j] == run_.sentence[i];) {
        if (run_.quantities[j].is_date() || begins_with(run_.after(j), " ago")) continue;
        return run_.quantities[j].is_figure() && run_.bracketed[j] == run_.bracketed[i] ? std::optional(j)
                                                                                        : std::nullopt;
    }
    return std::nullopt;
}

/// The one figure of quantities [first, last) that may go over into `like`, which may borrow its unit; absent
/// where another figure stands there.
std::optional<std::size_t> Steps::only_before(std::size_t first, std::size_t last,
                                              const Quantity& like) const {
    std::optional<std::size_t> found, borrowed;
    for (std::size_t i = first; i < last; ++i) {
        const Quantity& q = run_.quantities[i];
        if (!q.is_figure()) continue;
        if (q.kind == QuantityKind::duration && like.kind != QuantityKind::duration) {
            borrowed = i;  // "37 weeks and now 33", or "two years ago"
            continue;
        }
        if (found || run_.bracketed[i] || !(before_after(q, like) || takes_unit(q, like)))
            return std::nullopt;
        found = i;
    }
    const bool unit =
        !found && borrowed && !run_.bracketed[*borrowed] && takes_unit(run_.quantities[*borrowed], like);
    return unit ? borrowed : found;
}

/// How many quantities that cannot be compared with `i` open its sentence.
std::size_t Steps::others_before(std::size_t i) const {
    std::size_t others = 0;
    for (std::size_t j = run_.of_sentence(run_.sentence[i]).first;
         j < i && !before_after(run_.quantities[j], run_.quantities[i]); ++j)
        ++others;
    return others;
}

/// The text from the noun of `i` to `j`.
std::string_view Steps::words_after(std::size_t i, std::size_t j) const {
    const Quantity &a = run_.quantities[i], &b = run_.quantities[j];
    return run_.run->words(std::min(b.begin, std::max(a.end, a.noun_end)), b.begin);
}

/// What an article or "of" parts from the word of change before a size.
std::string_view without_of(std::string_view lead) {
    constexpr auto joints = std::to_array<std::string_view>({" of ", " by ", " "});
    lead.remove_suffix(ending(lead, joints).size());
    return lead;
}

/// " from the 2013 figure of ", " when compared with the period before (".
bool names_origin(std::string_view between) {
    constexpr auto origins =
        std::to_array<std::string_view>({" from the ", " on the ", " when compared with ",
                                         " when compared to ", " compared with ", " compared to "});
    constexpr auto ends = std::to_array<std::string_view>(
        {" figure of ", " total of ", " level of ", " rate of ", " average of ", " (", " number of "});
    const std::string_view end = ending(between, ends);
    return !beginning(between, origins).empty() && !end.empty() && between.size() <= farthest_of_change &&
           between.substr(0, between.size() - end.size()).find_first_of(".,;:()") == std::string_view::npos;
}

/// The part of a text after its last comma, semicolon or bracket.
std::string_view last_clause(std::string_view text) {
    return text.substr(text.find_last_of(",;:(") + 1);
}

/// "fell to 24% in 2014, from 65% in 2013", "rose by 336 to 454, from 118".
std::optional<Step> Steps::reached_from(std::size_t a) const {
    const auto b = figure_before(a);
    if (!b || !before_after(run_.quantities[*b], run_.quantities[a])) return std::nullopt;
    constexpr auto joints =
        std::to_array<std::string_view>({" from ", ", from ", " (from ", ", up from ", ", down from ",
                                         ", having been ", ", having been at "});
    constexpr auto dated = std::to_array<std::string_view>({" in ", " at ", " by ", " for ", " as at "});
    const std::string_view last = words_after(a - 1, a), next = words_after(*b, *b + 1);
    if (std::find(joints.begin(), joints.end(), last) == joints.end() ||
        (*b + 1 != a && std::find(dated.begin(), dated.end(), next) == dated.end()))
        return std::nullopt;
    std::string_view lead = change_lead(run_, *b);
    if (!ends_with(lead, " to ")) return std::nullopt;
    lead.remove_suffix(4);
    Step step{a, *b};
    step.direction = closing_direction(lead);
    if (step.direction.sign == 0 && *b > 0 && words_after(*b - 1, *b) == " to " &&
        ends_with(change_lead(run_, *b - 1), " by ")) {
        step.size = *b - 1;
        step.direction = closing_direction(without_of(change_lead(run_, *step.size)));
    }
    return step.direction.sign == 0 ? std::nullopt : std::optional(step);
}

/// "300, a fall of 15 from 320 a year earlier"; "... 300. This is a fall of 15 from 320".
std::optional<Step> Steps::sized_from(std::size_t a) const {
    constexpr auto origins =
        std::to_array<std::string_view>({" from ", " from the ", " from last year's ", " on the "});
    const std::size_t first = run_.of_sentence(run_.sentence[a]).first;
    std::size_t size = a;
    while (size > first && (size == a || run_.quantities[size].is_date())) --size;
    if (size == a || !run_.quantities[size].is_figure()) return std::nullopt;
    std::string_view between = words_after(size, a);
    const std::string_view lead = without_of(change_lead(run_, size));
    constexpr auto changes = std::to_array<std::string_view>(
        {" increase", " rise", " reduction", " decrease", " fall", " drop", " decline"});
    const std::string_view change = beginning(between, changes);  // "This is a 19% reduction from 194"
    between.remove_prefix(change.size());
    if (std::find(origins.begin(), origins.end(), between) == origins.end() && !names_origin(between))
        return std::nullopt;
    Step step{a, a, size};
    step.direction = closing_direction(change.empty() ? last_clause(lead) : change);
    if (step.direction.sign == 0 || is_doubtful(lead)) return std::nullopt;
    constexpr auto back =
        std::to_array<std::string_view>({"This is a", "This was a", "This represents a", "That is a"});
    std::optional<std::size_t> now;
    constexpr auto copulas = std::to_array<std::string_view>(
        {" is an increase", " was an increase", " is a reduction", " was a reduction", " is a rise",
         " was a rise", " is a fall", " was a fall", " is a decrease", " was a decrease",
         " is an improvement"});
    if (size > first && (last_clause(lead).size() < lead.size() || !ending(lead, copulas).empty()))
        now = only_comparable(run_, first, size, run_.quantities[a]);
    else if (size == first && run_.sentence[a] > 0 && !beginning(run_.before(size), back).empty()) {
        const auto [begin, end] = run_.of_sentence(run_.sentence[a] - 1);
        now = only_comparable(run_, begin, end, run_.quantities[a]);
    }
    // "176 plans. This is a 20% reduction from the 194 reviews"
    if (!now || (!change.empty() && !may_count_the_same(run_, *now, a))) return std::nullopt;
    step.to = *now;
    return step;
}

/// "78%, up from 34%, a change of 44 percentage points"
std::optional<Step> Steps::sized_after(std::size_t a) const {
    const std::size_t size = a + 1, first = run_.of_sentence(run_.sentence[a]).first;
    if (size >= run_.quantities.size() || run_.sentence[size] != run_.sentence[a] ||
        !run_.quantities[size].is_figure() || !ends_with(run_.before(a), " from "))
        return std::nullopt;
    const std::string_view between = words_after(a, size), lead = change_lead(run_, a);
    const Direction direction = closing_direction(last_clause(lead.substr(0, lead.size() - 6)));
    if (direction.sign == 0 || !begins_with(between, ", a") || !ends_with(between, " of ") ||
        !closes_with_change(without_of(between.substr(2))))
        return std::nullopt;
    const auto now = only_comparable(run_, first, a, run_.quantities[a]);
    return now ? std::optional(Step{a, *now, size, direction}) : std::nullopt;
}

/// "took 37 weeks and now takes 33, four weeks less", "from 231 in 2014 to 198 in 2015, 33 fewer", "held 420
/// cases. By June it held 357, 15% fewer".
std::optional<Step> Steps::told_after(std::size_t size) const {
    constexpr auto down = std::to_array<std::string_view>({" fewer", " less", " lower", " shorter", " down"});
    constexpr auto up = std::to_array<std::string_view>({" more", " higher", " longer", " up"});
    const std::string_view after = run_.after(size), fewer = beginning(after, down),
                           more = beginning(after, up);
    const std::string_view word = fewer.empty() ? more : fewer, next = after.substr(word.size());
    if (word.empty() || (!next.empty() && next.find_first_of(".,;") != 0) || run_.bracketed[size])
        return std::nullopt;
    const auto to = figure_before(size);
    if (!to || !ends_with(run_.before(size), ", ")) return std::nullopt;
    const Quantity& q = run_.quantities[*to];
    const std::string_view between = run_.run->words(q.end, run_.quantities[size].begin);
    if (between.size() > farthest_of_change || between.find(',') != between.size() - 2 ||
        between.find_first_of(";:(") != std::string_view::npos)
        return std::nullopt;
    const std::size_t s = run_.sentence[size], first = run_.of_sentence(s).first;
    auto from = only_before(first, *to, q);
    if (!from && *to == run_.of_sentence(s).first + others_before(*to) && s > 0) {
        const auto [begin, end] = run_.of_sentence(s - 1);
        from = only_before(begin, end, q);
    }
    if (!from || !may_count_the_same(run_, *from, *to) || part_of_next(run_, *from) ||
        begins_with(run_.after(*from), " of "))
        return std::nullopt;
    Step step{*from, *to, size, {fewer.empty() ? 1 : -1, word.substr(1), 0}};
    step.apart = run_.sentence[*from] != s;
    return step;
}

/// Whether nothing but the words around a verb stands between "and" and a direction: "and had since risen".
bool goes_on(std::string_view tail, const Direction& direction) {
    constexpr auto fillers = std::to_array<std::string_view>(
        {"had", "has", "have", "since", "then", "now", "slightly", "significantly", "further"});
    tail = tail.substr(0, tail.size() - direction.word.size());
    while (!tail.empty()) {
        const std::string_view word = tail.substr(0, tail.find(' '));
        if (std::find(fillers.begin(), fillers.end(), word) == fillers.end()) return false;
        tail.remove_prefix(std::min(tail.size(), word.size() + 1));
    }
    return true;
}

/// "The number was 12 in 2012 and had risen to 15 by 2013", "12 families, rising to 15".
std::optional<Step> Steps::moved_on(std::size_t b) const {
    const auto a = figure_before(b);
    const std::size_t first = run_.of_sentence(run_.sentence[b]).first;
    if (!a || preceded_by_from(run_, *a) || only_comparable(run_, first, b, run_.quantities[b]) != a)
        return std::nullopt;
    std::string_view between = words_after(b - 1, b);
    if (between.size() > farthest_of_change || !ends_with(between, " to ")) return std::nullopt;
    between.remove_suffix(4);
    constexpr auto joints = std::to_array<std::string_view>({" and ", " but ", ", "});
    std::size_t at = 0;
    for (const std::string_view joint : joints) {
        const std::size_t found = between.rfind(joint);
        if (found != std::string_view::npos) at = std::max(at, found + joint.size());
    }
    const std::string_view tail = between.substr(at);
    const Direction direction = closing_direction(tail);
    // What stands before the joint may bring in another thing that has a number.
    if (at == 0 || direction.sign == 0 || !goes_on(tail, direction)) return std::nullopt;
    return Step{*a, b, {}, direction};
}

/// "It was 12 in 2012 and 15 in 2013, a rise of three".
std::optional<Step> Steps::year_by_year(std::size_t size) const {
    if (size < 4 || run_.sentence[size - 4] != run_.sentence[size]) return std::nullopt;
    const std::size_t a = size - 4, b = size - 2;
    const Quantity &then = run_.quantities[a + 1], &now = run_.quantities[b + 1];
    if (!then.is_date() || !now.is_date() || !(then.first < now.first) ||
        !before_after(run_.quantities[a], run_.quantities[b]))
        return std::nullopt;
    constexpr auto dated =
        std::to_array<std::string_view>({" in ", " at ", " by ", " for ", " at the end of "});
    const std::string_view joint = run_.between(a + 1, b), lead = run_.between(b + 1, size);
    const bool years =
        !ending(words_after(a, a + 1), dated).empty() && !ending(words_after(b, b + 1), dated).empty();
    if (!years || !begins_with(joint, " and ") || joint.size() > 20 || !begins_with(lead, ", ") ||
        lead.size() > farthest_of_change || !ends_with(lead, " of "))
        return std::nullopt;
    const Direction direction = closing_direction(without_of(lead.substr(2)));
    return direction.sign == 0 ? std::nullopt : std::optional(Step{a, b, size, direction});
}

/// "From 12 to 15, the number rose by three".
std::optional<Step> Steps::opened_by_from(std::size_t a) const {
    const auto b = run_.before(a) == "From " ? change_end(run_, a) : std::nullopt;
    if (!b || *b + 1 >= run_.quantities.size()) return std::nullopt;
    std::size_t size = *b + 1;
    while (size + 1 < run_.quantities.size() && run_.quantities[size].is_date()) ++size;
    if (run_.sentence[size] != run_.sentence[a] || !run_.quantities[size].is_figure()) return std::nullopt;
    const std::string_view lead = run_.between(size - 1, size);
    const bool clause = lead.find(',') != std::string_view::npos || size > *b + 1;
    if (!clause || lead.size() > farthest_of_change || !ends_with(lead, " by ")) return std::nullopt;
    const Direction direction = closing_direction(without_of(lead));
    return direction.sign == 0 ? std::nullopt : std::optional(Step{a, *b, size, direction});
}

void Steps::judge(const Step& step) {
    if (step.size && judge_size(audit_, run_, *step.size, step.from, step.to)) {
        if (step.apart) audit_.diagnostics.all().back().severity = Severity::query;
        return;
    }
    if (step.apart) return;
    const Quantity &a = run_.quantities[std::min(step.from, step.to)],
                   &b = run_.quantities[std::max(step.from, step.to)];
    judge_direction(audit_, run_, step.from, step.to, step.direction, run_.run->source(a.begin, b.end));
}

/// "having been 40% in 2010 and 21% in 2012"
bool Steps::others_follow(std::size_t i) const {
    const std::size_t last = run_.of_sentence(run_.sentence[i]).second;
    for (std::size_t j = i + 1; j < last; ++j) {
        if (before_after(run_.quantities[i], run_.quantities[j])) return true;
    }
    return false;
}

void Steps::check() {
    constexpr auto past = std::to_array<std::string_view>({", having been ", ", having been at "});
    for (std::size_t i = 0; i < run_.quantities.size(); ++i) {
        if (!run_.quantities[i].is_figure() || run_.crowded(run_.sentence[i])) continue;
        std::optional<Step> step;
        if (preceded_by_from(run_, i) && change_end(run_, i))
            step = opened_by_from(i);
        else if (preceded_by_from(run_, i) || (!ending(run_.before(i), past).empty() && !others_follow(i)))
            step = reached_from(i);
        if (!step) step = sized_from(i);
        if (!step) step = sized_after(i);
        if (!step) step = told_after(i);
        if (!step) step = moved_on(i);
        if (!step) step = year_by_year(i);
        if (step) judge(*step);
    }
}

}  // namespace

void check_step_claims(FigureAudit& audit, const ClaimTexts& texts) {
    for (const ClaimRun& run : texts.runs) {
        if (run.quantities.size() > 1) Steps(audit, run).check();
    }
}

}  // namespace stet::validators

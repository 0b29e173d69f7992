// F215: a total and the parts that are listed beside it: "12 homes: seven in the north and five in the
// south".
#include <algorithm>
#include <array>

#include "compiler/base/catalogue.hpp"
#include "validators/claims.hpp"

namespace stet::validators {

namespace {

constexpr std::size_t longest_gap = 80;  ///< bytes between the numbers of one list

/// Counts that a sentence lists, each followed by its own words, the last after "and".
struct Parts {
    std::vector<std::size_t> items;
    bool closed = false;  ///< an "and" stands before the last
};

/// What the words say of a list of parts.
enum class Listing : std::uint8_t {
    total,  ///< "in all": that it is whole
    list,   ///< a colon or a bracket: it may leave some out
    open,   ///< "183 referrals, 64 from schools and 50 from the police": it may well leave some out
};

class SumClaims {
  public:
    SumClaims(FigureAudit& audit, const ClaimRun& run) : audit_(audit), run_(run) {}
    void check();

  private:
    [[nodiscard]] Parts parts_from(std::size_t first) const;
    [[nodiscard]] bool announced(std::size_t total, std::size_t part) const;
    [[nodiscard]] bool summed_up(std::size_t total, std::size_t part) const;
    [[nodiscard]] bool summed_next(std::size_t total, std::size_t part) const;
    /// "182 people in total": the text after the noun of a count.
    [[nodiscard]] std::string_view after_noun(std::size_t i) const {
        const prose::Quantity& q = run_.quantities[i];
        const std::uint32_t end = std::max(q.end, q.noun_end);
        return run_.run->words(end, std::max(end, run_.sentences[run_.sentence[i]].end));
    }
    [[nodiscard]] bool named_first(std::size_t first, std::size_t total) const;
    [[nodiscard]] bool ends_list(std::size_t part) const;
    /// "in 2013", "at stage one", "at the first stage": a number that names the part.
    [[nodiscard]] bool is_label(std::size_t i) const {
        const prose::QuantityKind kind = run_.quantities[i].kind;
        const bool dated = run_.quantities[i].is_date() && i > 0 && ends_with(run_.between(i - 1, i), " in ");
        return dated || kind == prose::QuantityKind::name || kind == prose::QuantityKind::ordinal;
    }
    /// Whether dates stand among the parts: "19 in 2013 and 23 in 2014".
    [[nodiscard]] bool is_dated(std::size_t first, std::size_t last) const {
        return std::any_of(run_.quantities.begin() + static_cast<std::ptrdiff_t>(first),
                           run_.quantities.begin() + static_cast<std::ptrdiff_t>(last),
                           [](const prose::Quantity& q) { return q.is_date(); });
    }
    [[nodiscard]] bool in_parallel(std::size_t total, std::span<const std::size_t> items) const;
    [[nodiscard]] bool divided_twice(std::span<const std::size_t> items, const Rational& stated) const;
    void judge(std::span<const std::size_t> items, std::size_t total, Listing listing);

    FigureAudit& audit_;
    const ClaimRun& run_;
};

/// "two nurses, a manager and three teachers": an item of a list that has no number.
bool leaves_uncounted(std::string_view words) {
    constexpr auto uncounted =
        std::to_array<std::string_view>({"plus", "and none", "and no", "and a", "and an", "and one",
                                         "another", "one", "several", "some", "others"});
    // "61 at stage one", "21 who moved to another area"
    constexpr auto named =
        std::to_array<std::string_view>({"stage one", "level one", "tier one", "phase one", "to another",
                                         "in another", "from another", "by another"});
    for (const std::string_view name : named) {
        const std::size_t at = find_words(words, name);
        if (at != std::string_view::npos)
            return leaves_uncounted(words.substr(0, at)) || leaves_uncounted(words.substr(at + name.size()));
    }
    return words.find(',') != std::string_view::npos || mentions_any(words, uncounted);
}

Parts SumClaims::parts_from(std::size_t first) const {
    constexpr auto joints = std::to_array<std::string_view>({", and ", "; and ", " and ", ", ", "; "});
    Parts parts;
    if (!run_.exact_count(first)) return parts;
    parts.items.push_back(first);
    const auto last = run_.of_sentence(run_.sentence[first]).second;
    std::size_t before = first;
    for (std::size_t i = first + 1; i < last; ++i) {
        if (run_.bracketed[i] && !run_.bracketed[first]) continue;
        if (is_label(i)) continue;
        if (!run_.exact_count(i) || run_.bracketed[i] != run_.bracketed[first]) break;
        const std::string_view between = run_.between(before, i);
        const std::string_view joint = ending(between, joints);
        if (joint.empty() || between.size() > longest_gap || between.size() == joint.size() ||
            between.find_first_of(".:") != std::string_view::npos || joins_part_to_whole(between) ||
            leaves_uncounted(between.substr(0, between.size() - joint.size())))
            break;
        constexpr auto parts_of_parts = std::to_array<std::string_view>(
            {" of the ", " of them", " of these", " of those", " of whom", " of which"});
        if (!beginning(run_.after(i), parts_of_parts).empty()) break;  // "and 35 of the homes" counts others
        parts.closed = joint.find("and") != std::string_view::npos;
        parts.items.push_back(i);
        before = i;
        if (parts.closed) break;
    }
    return parts;
}

/// "There are 30 homes: ...", "30 homes (...)", "30 homes, made up of ...".
bool SumClaims::announced(std::size_t total, std::size_t part) const {
    constexpr auto openings =
        std::to_array<std::string_view>({": ", " (", " made up of ", " comprising ", " consisting of ",
                                         " composed of ", " comprise ", " consist of ", " consists of "});
    const std::string_view between = run_.between(total, part);
    // "a net gain of three: seven joined and four left" takes its parts from each other, and so does "had 40
    // carers: five joined, two left and 43 remained".
    constexpr auto stocks = std::to_array<std::string_view>({"remain", "remained", "were left", "are left"});
    const std::uint32_t end = run_.sentences[run_.sentence[part]].end;
    if (mentions_any(run_.run->words(run_.quantities[part].end, end), stocks)) return false;
    return between.size() <= longest_gap && !ending(between, openings).empty() &&
           find_words(run_.before(total), "net") == std::string_view::npos &&
           between.find_first_of(".;") == std::string_view::npos;
}

/// "30 in all", not "30 in all areas".
bool closes_sum(std::string_view after) {
    constexpr auto closings = std::to_array<std::string_view>({" in all", " in total", " altogether"});
    const std::string_view closing = beginning(after, closings);
    if (closing.empty()) return false;
    const std::string_view next = after.substr(closing.size(), 1);
    return closing != " in all" || next.empty() || next.find_first_of(".,;)") == 0;
}

constexpr auto total_words =
    std::to_array<std::string_view>({"in all", "in total", "altogether", "total of"});

/// "..., 30 in all", "..., a total of 30".
bool SumClaims::summed_up(std::size_t total, std::size_t part) const {
    constexpr auto leads =
        std::to_array<std::string_view>({"a total of ", "making ", "totalling ", "giving "});
    // "..., which is a rise from 23 in total last year" is of another time.
    constexpr auto others = std::to_array<std::string_view>({"from", "than", "compared", "against"});
    const std::string_view between = run_.between(part, total);
    if (mentions_any(between, others)) return false;
    const std::size_t mark = between.find_first_of(",(");
    if (between.size() > longest_gap || mark == std::string_view::npos ||
        leaves_uncounted(between.substr(0, mark)) || between.find(',', mark + 1) != std::string_view::npos)
        return false;
    return run_.exact_count(total) && (!ending(between, leads).empty() || closes_sum(after_noun(total)));
}

/// "... This is 30 in total."
bool SumClaims::summed_next(std::size_t total, std::size_t part) const {
    constexpr auto leads =
        std::to_array<std::string_view>({"This is ", "This makes ", "This gives ", "In all, "});
    return run_.sentence[total] == run_.sentence[part] + 1 && run_.plain_count(total) &&
           std::find(leads.begin(), leads.end(), run_.before(total)) != leads.end() &&
           !leaves_uncounted(run_.after(part)) && closes_sum(run_.after(total));
}

/// Whether nothing of its kind goes on after the last part.
bool SumClaims::ends_list(std::size_t part) const {
    const std::string_view rest = run_.after(part);
    if (leaves_uncounted(rest.substr(0, rest.find_first_of(").;:")))) return false;
    if (run_.bracketed[part]) return run_.after(part).find(')') != std::string_view::npos;
    std::size_t next = part + 1;
    const std::size_t end = run_.of_sentence(run_.sentence[part]).second;
    while (next < end && is_label(next) && !run_.quantities[next].is_date()) ++next;
    return next == end || run_.between(part, next).find_first_of(";:") != std::string_view::npos;
}

/// "183 referrals, 64 from schools, 69 from health and 50 from the police": each part by the same
/// preposition.
bool SumClaims::in_parallel(std::size_t total, std::span<const std::size_t> items) const {
    constexpr auto prepositions =
        std::to_array<std::string_view>({" from ", " in ", " at ", " for ", " with ", " by "});
    const std::string_view first = beginning(run_.after(items.front()), prepositions);
    return !first.empty() && run_.plain_count(total) &&
           run_.between(total, items.front()).find(first) == std::string_view::npos &&
           ends_with(run_.between(total, items.front()), ", ") &&
           std::all_of(items.begin(), items.end(),
                       [&](std::size_t i) { return begins_with(run_.after(i), first); });
}

/// "18 in one office, 12 in the other, 21 full time and nine part time": each half of the list adds up to
/// the 30.
bool SumClaims::divided_twice(std::span<const std::size_t> items, const Rational& stated) const {
    Rational sum(0);
    int times = 0;
    for (const std::size_t i : items) {
        sum = sum + run_.quantities[i].value;
        if (sum != stated) continue;
        ++times;
        sum = Rational(0);
    }
    return times > 1 && sum == Rational(0);
}

void SumClaims::judge(std::span<const std::size_t> items, std::size_t total, Listing listing) {
    Rational sum(0);
    std::string written;
    const Rational& stated = run_.quantities[total].value;
    for (const std::size_t i : items) {
        sum = sum + run_.quantities[i].value;
        written += (written.empty() ? "" : " + ") + shown(run_.quantities[i].value);
    }
    if (!sum.known()) return;
    const std::string calculation = written + " is " + shown(sum);
    if (sum == stated) {
        for (const std::size_t i : items) audit_.agrees(run_.id, i, calculation);
        audit_.agrees(run_.id, total, calculation);
        return;
    }
    if (listing == Listing::open && sum < stated) return;
    if (divided_twice(items, stated)) return;
    audit_.conflicts(run_.id, total, "its parts do not add up to it", calculation);
    Diagnostic& diagnostic = audit_.diagnostics.add(run_.place(total), diag::parts_do_not_add_up, written,
                                                    shown(sum), run_.words(total));
    for (const std::size_t i : items) diagnostic.relate(run_.place(i), "a part");
    // A list after a colon may leave some out, or name some twice; "in all" says that it does not.
    if (listing != Listing::total) diagnostic.severity = Severity::query;
}

/// "There are 30 homes, 12 in the north, 10 in the south and eight in the east, 30 in all": the total opens
/// the list too.
bool SumClaims::named_first(std::size_t first, std::size_t total) const {
    return run_.quantities[first].value == run_.quantities[total].value;
}

void SumClaims::check() {
    for (std::size_t i = 0; i + 1 < run_.quantities.size(); ++i) {
        if (run_.crowded(run_.sentence[i])) continue;
        const Parts parts = parts_from(i);
        if (parts.items.size() < 2 || !parts.closed) continue;
        const std::size_t last = parts.items.back();
        std::size_t next = last + 1;
        const bool dated = is_dated(i, last);
        while (dated && next < run_.quantities.size() && run_.quantities[next].is_date()) ++next;
        const auto rest = std::span(parts.items).subspan(1);
        if (!dated && rest.size() > 1 && in_parallel(i, rest) && ends_list(last)) {
            judge(rest, i, Listing::open);
            i = last;
            continue;
        }
        const bool before = !dated && i > 0 && run_.sentence[i - 1] == run_.sentence[i] &&
                            run_.plain_count(i - 1) && announced(i - 1, i) && ends_list(last);
        // "a manager, two nurses and three teachers": what comes first has no number.
        const std::string_view lead = run_.before(i);
        const bool after =
            !ends_with(lead, ", ") && !ends_with(lead, " and ") && next < run_.quantities.size() &&
            (run_.sentence[next] == run_.sentence[i] ? summed_up(next, last) : summed_next(next, last));
        if (before)
            judge(parts.items, i - 1,
                  mentions_any(run_.before(i), total_words) ? Listing::total : Listing::list);
        else if (after)
            judge(named_first(i, next) ? rest : std::span(parts.items), next, Listing::total);
        i = last - (before || after ? 0 : 1);
    }
}

}  // namespace

void check_sum_claims(FigureAudit& audit, const ClaimTexts& texts) {
    for (const ClaimRun& run : texts.runs) {
        if (run.quantities.size() > 2) SumClaims(audit, run).check();
    }
}

}  // namespace stet::validators

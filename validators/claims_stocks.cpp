// F208: a stock at the beginning, what came and went, and the stock at the end: "began the year with 40, 12
// joined, 9 left and 43 remained", "had 14 homes. It closed three and now has 11".
#include <algorithm>
#include <array>

#include "compiler/base/catalogue.hpp"
#include "validators/claims.hpp"

namespace stet::validators {

namespace {

constexpr auto openings = std::to_array<std::string_view>(
    {"had", "began", "started", "opened", "there were", "beginning", "start", "with"});
constexpr auto came =
    std::to_array<std::string_view>({"joined", "new", "recruited", "approved", "gained", "started", "arrived",
                                     "added", "opened", "began", "begun", "admitted", "moved in"});
constexpr auto went = std::to_array<std::string_view>(
    {"left", "lost", "resigned", "ceased", "closed", "ended", "departed", "retired", "removed",
     "deregistered", "de-registered", "moved out", "discharged"});

/// Four or three counts in one sentence or two: at first, what came or went, and at last.
struct Stock {
    std::size_t first = 0;
    std::vector<std::size_t> moves;
    std::size_t last = 0;
};

/// The words from count `i` to the next, or to the end of its clause; those before it from the one before.
std::string_view words_after(const ClaimRun& run, std::size_t i) {
    const std::string_view after = run.after(i);
    return after.substr(0, after.find_first_of(",.;:("));
}

std::string_view words_before(const ClaimRun& run, std::size_t i) {
    const std::uint32_t begin = run.sentences[run.sentence[i]].begin;
    const std::uint32_t from =
        i > 0 && run.sentence[i - 1] == run.sentence[i] ? run.quantities[i - 1].end : begin;
    return run.run->words(std::min(from, run.quantities[i].begin), run.quantities[i].begin);
}

bool is_first(const ClaimRun& run, std::size_t i) {
    return mentions_any(words_before(run, i), openings) && !mentions_any(words_before(run, i), went);
}

bool is_last(const ClaimRun& run, std::size_t i) {
    constexpr auto leads = std::to_array<std::string_view>(
        {"now has", "now have", "now had", "now stands at", "when there were", "leaving", "end of"});
    constexpr auto ends = std::to_array<std::string_view>({"ended", "finished", "closed"});
    constexpr auto closings =
        std::to_array<std::string_view>({"remained", "remain", "were left", "are left"});
    const std::string_view before = words_before(run, i);
    return mentions_any(before, leads) || (mentions_any(before, ends) && ends_with(before, " with ")) ||
           mentions_any(words_after(run, i), closings);
}

/// 1 for what came, -1 for what went, 0 where the words do not say, or say both.
int way(const ClaimRun& run, std::size_t i) {
    // The verb stands before the number ("closed three") or after it ("nine left").
    std::string_view before = words_before(run, i);
    before.remove_prefix(std::min(before.size(), before.find_last_of(",;.") + 1));
    const std::size_t joint = before.rfind(" and ");
    if (joint != std::string_view::npos) before.remove_prefix(joint);
    const std::string_view after = words_after(run, i);
    const std::string_view own = after.substr(0, after.find(" and "));
    const int said = mentions_any(own, came) - mentions_any(own, went);
    const int led = mentions_any(before, came) - mentions_any(before, went);
    const bool both = (mentions_any(own, came) && mentions_any(own, went)) ||
                      (mentions_any(before, came) && mentions_any(before, went));
    if (both || (said != 0 && led != 0 && said != led)) return 0;
    return led != 0 ? led : said;
}

/// The stock that ends with count `last`, all plain counts before it in its sentence and the one before.
std::optional<Stock> stock_of(const ClaimRun& run, std::size_t last) {
    if (!run.plain_count(last) || !is_last(run, last)) return std::nullopt;
    const std::size_t s = run.sentence[last];
    std::vector<std::size_t> counts;
    for (std::size_t i = run.of_sentence(s - std::min<std::size_t>(s, 1)).first; i < last; ++i) {
        if (run.quantities[i].is_date()) continue;
        if (!run.plain_count(i) || !may_count_the_same(run, i, last)) return std::nullopt;
        counts.push_back(i);
    }
    if (counts.size() < 2 || counts.size() > 3 || !is_first(run, counts.front())) return std::nullopt;
    Stock stock{counts.front(), {counts.begin() + 1, counts.end()}, last};
    const bool told = std::all_of(stock.moves.begin(), stock.moves.end(),
                                  [&](std::size_t i) { return way(run, i) != 0 && !is_last(run, i); });
    return told ? std::optional(std::move(stock)) : std::nullopt;
}

void judge(FigureAudit& audit, const ClaimRun& run, const Stock& stock) {
    Rational left = run.quantities[stock.first].value;
    std::string sum = shown(left);
    for (const std::size_t i : stock.moves) {
        const Rational& value = run.quantities[i].value;
        const bool adds = way(run, i) > 0;
        left = adds ? left + value : left - value;
        sum += (adds ? " + " : " - ") + shown(value);
    }
    const bool right = left == run.quantities[stock.last].value;
    std::vector<std::size_t> all = stock.moves;
    all.push_back(stock.first);
    all.push_back(stock.last);
    for (const std::size_t i : all) {
        if (right)
            audit.agrees(run.id, i, sum + " is " + shown(left));
        else
            audit.conflicts(run.id, i, "what came and went does not lead to the number at the end",
                            sum + " is " + shown(left));
    }
    if (right) return;
    audit.diagnostics
        .add(run.place(stock.last), diag::net_change_wrong, sum, shown(left), run.words(stock.last))
        .relate(run.place(stock.first), "the number at the beginning")
        .severity = Severity::query;
}

}  // namespace

void check_stock_claims(FigureAudit& audit, const ClaimTexts& texts) {
    for (const ClaimRun& run : texts.runs) {
        for (std::size_t i = 2; i < run.quantities.size(); ++i) {
            if (run.crowded(run.sentence[i])) continue;
            if (const auto stock = stock_of(run, i)) judge(audit, run, *stock);
        }
    }
}

}  // namespace stet::validators

// Claims in free prose: the texts they stand in, and the list of their checks.
#include <algorithm>
#include <array>

#include "compiler/base/ascii.hpp"
#include "compiler/prose/context.hpp"
#include "validators/claims_changes.hpp"

namespace stet::validators {

namespace {

using prose::Quantity;
using prose::QuantityKind;
using prose::RunKind;

bool prose_kind(RunKind kind) {
    return kind == RunKind::paragraph || kind == RunKind::bullet || kind == RunKind::quote ||
           kind == RunKind::footnote || kind == RunKind::statement;
}

ClaimRun prepare(prose::RunId id, const model::Report& report) {
    ClaimRun made;
    made.id = id;
    made.run = &report.runs[id];
    made.quantities = report.quantities[id];
    made.sentences = report.sentences[id];
    std::size_t at = 0;
    int depth = 0;
    for (const Quantity& q : made.quantities) {
        for (; at < q.begin; ++at) {
            if (made.run->text[at] == '(') ++depth;
            if (made.run->text[at] == ')' && depth > 0) --depth;
        }
        made.bracketed.push_back(depth > 0);
        made.sentence.push_back(prose::sentence_at(made.sentences, q.begin));
    }
    return made;
}

}  // namespace

std::pair<std::size_t, std::size_t> ClaimRun::of_sentence(std::size_t s) const {
    const auto range = std::equal_range(sentence.begin(), sentence.end(), s);
    return {static_cast<std::size_t>(range.first - sentence.begin()),
            static_cast<std::size_t>(range.second - sentence.begin())};
}

bool ClaimRun::exact_count(std::size_t i) const {
    const Quantity& q = quantities[i];
    // "three times the rate" counts nothing.
    if (q.in_words && run->text.compare(q.end, 11, " times the ") == 0) return false;
    return q.kind == QuantityKind::count && q.bound == prose::Bound::none &&
           q.approximation == prose::Approximation::none && !q.range && !q.compound && q.value.whole();
}

std::string_view ClaimRun::after(std::size_t i) const {
    if (i >= quantities.size()) return {};
    std::uint32_t end = sentences[sentence[i]].end;
    if (i + 1 < quantities.size() && sentence[i + 1] == sentence[i]) end = quantities[i + 1].begin;
    return run->words(quantities[i].end, std::max(quantities[i].end, end));
}

namespace {

/// Counts that share a parent look rounded together, or none of them does.
void mark_rounded(std::vector<ClaimRun>& runs, std::size_t all_runs) {
    struct Group {
        bool rounded = true;
        std::size_t counts = 0;
    };
    std::vector<Group> own(all_runs), children(all_runs);
    for (const ClaimRun& run : runs) {
        for (std::size_t i = 0; i < run.quantities.size(); ++i) {
            if (!run.plain_count(i)) continue;
            ++own[run.id].counts;
            own[run.id].rounded = own[run.id].rounded && (run.quantities[i].value / Rational(5)).whole();
        }
        if (run.run->parent < 0) continue;
        Group& group = children[static_cast<std::size_t>(run.run->parent)];
        group.rounded = group.rounded && own[run.id].rounded;
        group.counts += own[run.id].counts;
    }
    for (ClaimRun& run : runs) {
        Group group = own[run.id];
        if (run.run->parent >= 0) {
            const auto parent = static_cast<std::size_t>(run.run->parent);
            group = {children[parent].rounded && own[parent].rounded,
                     children[parent].counts + own[parent].counts};
        }
        run.looks_rounded = group.rounded && group.counts >= 5;
    }
}

}  // namespace

ClaimTexts::ClaimTexts(const model::Report& report) : by_run(report.runs.size(), -1) {
    for (prose::RunId id = 0; id < report.runs.size() && id < report.quantities.size(); ++id) {
        if (!prose_kind(report.runs[id].kind)) continue;
        by_run[id] = static_cast<std::int32_t>(runs.size());
        runs.push_back(prepare(id, report));
    }
    mark_rounded(runs, report.runs.size());
}

const ClaimRun* ClaimTexts::parent(const ClaimRun& run) const {
    if (run.run->parent < 0) return nullptr;
    const std::int32_t index = by_run[static_cast<std::size_t>(run.run->parent)];
    return index < 0 ? nullptr : &runs[static_cast<std::size_t>(index)];
}

const ClaimRun* ClaimTexts::pointed(const ClaimRun& run) const {
    if (run.run->parent >= 0 || run.run->kind != RunKind::bullet || run.id == 0) return parent(run);
    // A bullet that ends with other bullets below it is not the one before.
    const std::int32_t index = by_run[run.id - 1];
    const ClaimRun* before = index < 0 ? nullptr : &runs[static_cast<std::size_t>(index)];
    return before != nullptr && before->run->kind == RunKind::bullet && before->run->depth == run.run->depth
               ? before
               : nullptr;
}

std::optional<std::size_t> only_count(const ClaimRun& run, std::size_t s) {
    const auto [first, last] = run.of_sentence(s);
    std::optional<std::size_t> found;
    for (std::size_t i = first; i < last; ++i) {
        if (!run.plain_count(i) || is_difference(run, i)) continue;
        if (found) return std::nullopt;
        found = i;
    }
    return found;
}

std::optional<std::size_t> told_count(const ClaimRun& run, std::size_t s) {
    constexpr auto openings = std::to_array<std::string_view>(
        {"This is ", "This was ", "This represents ", "That is ", "That was ", "It is ", "It was "});
    for (int back = 0;; --s, ++back) {
        constexpr int farthest = 3;
        const auto [first, last] = run.of_sentence(s);
        std::optional<std::size_t> found;
        for (std::size_t i = first; i < last; ++i) {
            if (!run.plain_count(i) || side_of_change(run, i)) continue;
            if (found) return std::nullopt;
            found = i;
        }
        if (found || s == 0 || back == farthest || beginning(run.sentence_text(s), openings).empty())
            return found;
    }
}

std::size_t find_words(std::string_view text, std::string_view words, std::size_t from) {
    const auto letter = [&](std::size_t at) { return at < text.size() && ascii::alphanumeric(text[at]); };
    const char small = ascii::lower(words.front());
    const char large = ascii::upper(words.front());
    std::size_t next_small = text.find(small, from);
    std::size_t next_large = text.find(large, from);
    while (true) {
        const std::size_t at = std::min(next_small, next_large);
        if (at == std::string_view::npos || at + words.size() > text.size()) return std::string_view::npos;
        if ((at == 0 || !letter(at - 1)) && !letter(at + words.size()) &&
            ascii::equal_ignoring_case(text.substr(at, words.size()), words))
            return at;
        if (next_small == at) next_small = text.find(small, at + 1);
        if (next_large == at) next_large = text.find(large, at + 1);
    }
}

bool mentions_any(std::string_view text, std::span<const std::string_view> words) {
    return std::any_of(words.begin(), words.end(),
                       [&](std::string_view w) { return find_words(text, w) != std::string_view::npos; });
}

bool begins_with(std::string_view text, std::string_view words) {
    return ascii::starts_ignoring_case(text, words);
}

ListItem take_item(std::string_view& list) {
    constexpr std::string_view joint = "and ";
    ListItem item{list.substr(0, list.find(", ")), false};
    list.remove_prefix(std::min(list.size(), item.words.size() + 2));
    item.after_and = begins_with(item.words, joint);
    if (item.after_and) item.words.remove_prefix(joint.size());
    return item;
}

bool ends_with(std::string_view text, std::string_view words) {
    return text.size() >= words.size() &&
           ascii::equal_ignoring_case(text.substr(text.size() - words.size()), words);
}

std::string_view beginning(std::string_view text, std::span<const std::string_view> phrases) {
    for (const std::string_view phrase : phrases) {
        if (begins_with(text, phrase)) return phrase;
    }
    return {};
}

std::string_view ending(std::string_view text, std::span<const std::string_view> phrases) {
    for (const std::string_view phrase : phrases) {
        if (ends_with(text, phrase)) return phrase;
    }
    return {};
}

bool only_words(std::string_view text, std::span<const std::string_view> words) {
    while (!text.empty()) {
        if (!ascii::letter(text.front())) {
            text.remove_prefix(1);
            continue;
        }
        std::size_t end = 0;
        while (end < text.size() && ascii::letter(text[end])) ++end;
        const std::string_view word = text.substr(0, end);
        const bool known = std::any_of(words.begin(), words.end(), [&](std::string_view w) {
            return ascii::equal_ignoring_case(w, word);
        });
        if (!known) return false;
        text.remove_prefix(end);
    }
    return true;
}

std::string_view head_noun(const ClaimRun& run, std::size_t i) {
    const std::string_view noun = run.run->words(run.quantities[i].noun_begin, run.quantities[i].noun_end);
    const std::size_t space = noun.rfind(' ');
    return space == std::string_view::npos ? noun : noun.substr(space + 1);
}

bool may_count_the_same(const ClaimRun& run, std::size_t i, std::size_t j) {
    const std::string_view one = head_noun(run, i), other = head_noun(run, j);
    return one.empty() || other.empty() || ascii::equal_ignoring_case(one, other);
}

bool joins_part_to_whole(std::string_view between) {
    constexpr auto joints = std::to_array<std::string_view>({" of ", " out of "});
    constexpr auto determiners = std::to_array<std::string_view>(
        {"the ", "these ", "those ", "all ", "its ", "their ", "a total of ", "a sample of ", "a possible "});
    const std::string_view joint = beginning(between, joints);
    between.remove_prefix(joint.size());
    while (!joint.empty() && !between.empty()) {
        const std::string_view determiner = beginning(between, determiners);
        if (determiner.empty()) return false;
        between.remove_prefix(determiner.size());
    }
    return !joint.empty();
}

bool part_of_next(const ClaimRun& run, std::size_t i) {
    if (i + 1 >= run.quantities.size() || run.sentence[i] != run.sentence[i + 1]) return false;
    const std::uint32_t end = run.quantities[i + 1].begin;
    const std::uint32_t noun_end = std::min(end, std::max(run.quantities[i].end, run.quantities[i].noun_end));
    return joins_part_to_whole(run.between(i, i + 1)) ||
           (begins_with(run.run->words(noun_end, end), " out of ") &&
            joins_part_to_whole(run.run->words(noun_end, end)));
}

namespace {

/// What is left of a sentence's beginning where it opens anew: "of the " of "In 2013, of the " and of
/// "Figures show that of the ".
std::string_view inner_opening(std::string_view lead) {
    constexpr auto wholes = std::to_array<std::string_view>({"of ", "out of "});
    for (const std::string_view mark :
         {", and ", ", ", "; ", " and ", " show that ", " shows that ", " showed that ", " found that "}) {
        const std::size_t at = lead.rfind(mark);
        if (at == std::string_view::npos) continue;
        const std::string_view rest = lead.substr(at + mark.size());
        if (!beginning(rest, wholes).empty()) return rest;
    }
    return lead;
}

}  // namespace

bool opens_whole(std::string_view lead) {
    constexpr auto openings = std::to_array<std::string_view>({"Of ", "Out of ", "Among ", "From ", "In "});
    constexpr auto fillers = std::to_array<std::string_view>(
        {"the", "these", "those", "all", "a", "total", "of", "sample", "group", "our", "survey"});
    lead = inner_opening(lead);
    const std::string_view opening = beginning(lead, openings);
    if (opening.empty()) return false;
    const bool part = opening != "From " && opening != "In ";
    std::string_view rest = lead.substr(opening.size());
    bool sampled = false;
    while (!rest.empty()) {
        const std::string_view word = rest.substr(0, rest.find(' '));
        if (std::find(fillers.begin(), fillers.end(), word) == fillers.end()) return false;
        sampled = sampled || word == "sample" || word == "group" || word == "survey";
        rest.remove_prefix(std::min(rest.size(), word.size() + 1));
    }
    return part || sampled;  // "In 12 homes" and "From 12" are of something else
}

bool names_own_whole(std::string_view after) {
    constexpr std::string_view those = " of those";
    if (!begins_with(after, those)) return false;
    constexpr auto verbs =
        std::to_array<std::string_view>({"are", "became", "can", "could", "did", "do", "had", "has", "have",
                                         "is", "remain", "remained", "was", "went", "were", "will", "would"});
    if (after.size() == those.size() + 1 && after.back() == ' ') return true;  // a number: "of those aged 19"
    const std::string_view next = prose::word_after(after, those.size());
    return !next.empty() && std::find(verbs.begin(), verbs.end(), next) == verbs.end();
}

std::optional<PointedTo> whole_of_these(const ClaimRun& run, std::size_t i) {
    constexpr auto these =
        std::to_array<std::string_view>({" of these", " of them", " of those", " of whom", " of which"});
    std::string_view after = run.after(i);
    if ((after == " (" || after == " (or ") && begins_with(run.after(i + 1), ")"))
        after = run.after(i + 1).substr(1);  // "12 (8%) of these"
    if (beginning(after, these).empty() || names_own_whole(after)) return std::nullopt;
    const std::size_t s = run.sentence[i];
    std::optional<std::size_t> found;
    for (std::size_t j = run.of_sentence(s).first; j < i; ++j) {
        if (!run.plain_count(j) || is_difference(run, j)) continue;
        if (found) return std::nullopt;
        found = j;
    }
    if (found) return PointedTo{*found, false};
    constexpr std::uint32_t lead = 6;  // "Only "
    if (s == 0 || run.quantities[i].begin > run.sentences[s].begin + lead) return std::nullopt;
    const auto before = told_count(run, s - 1);
    return before ? std::optional(PointedTo{*before, true}) : std::nullopt;
}

void check_claims(FigureAudit& audit) {
    const ClaimTexts texts(audit.report);
    check_percentage_claims(audit, texts);
    check_listed_shares(audit, texts);
    check_share_clauses(audit, texts);
    check_part_claims(audit, texts);
    check_change_claims(audit, texts);
    check_comparison_claims(audit, texts);
    check_against_claims(audit, texts);
    check_limit_claims(audit, texts);
    check_bound_claims(audit, texts);
    check_represented_claims(audit, texts);
    check_rate_claims(audit, texts);
    check_repeated_claims(audit, texts);
    check_share_claims(audit, texts);
    check_named_percent_claims(audit, texts);
    check_amount_claims(audit, texts);
    check_step_claims(audit, texts);
    check_multiple_claims(audit, texts);
    check_gap_claims(audit, texts);
    check_sum_claims(audit, texts);
    check_opposite_claims(audit, texts);
    check_average_claims(audit, texts);
    check_ratio_claims(audit, texts);
    check_staged_claims(audit, texts);
    check_rest_claims(audit, texts);
    check_all_claims(audit, texts);
    check_exclusive_claims(audit, texts);
    check_name_list_claims(audit, texts);
    check_announced_claims(audit, texts);
    check_interval_claims(audit, texts);
    check_stock_claims(audit, texts);
    check_nested_claims(audit, texts);
    check_duration_claims(audit, texts);
}

}  // namespace stet::validators

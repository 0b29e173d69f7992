// Header, grades and facts by name; passages by what they say.
#include "compiler/compare/compare.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "compiler/compare/passages.hpp"

namespace stet::compare {

namespace {

using model::Report;
using Values = std::vector<std::pair<std::string, std::string>>;  // name and value, in order

/// What has another value in the other version, or is only in one; in the order of the new one.
std::vector<NamedChange> changes(const Values& before, const Values& after) {
    const std::map<std::string_view, std::string_view> old(before.begin(), before.end());
    const std::map<std::string_view, std::string_view> fresh(after.begin(), after.end());
    std::vector<NamedChange> out;
    for (const auto& [name, value] : after) {
        const auto was = old.find(name);
        const std::string_view earlier = was == old.end() ? std::string_view() : was->second;
        if (earlier != value) out.push_back({name, std::string(earlier), value});
    }
    for (const auto& [name, value] : before) {
        if (!fresh.contains(name)) out.push_back({name, value, {}});
    }
    return out;
}

Values header_of(const Report& report) {
    Values out;
    for (const auto& [name, run] : report.header.fields)
        out.emplace_back(std::string(name), std::string(report.text(run)));
    return out;
}

Values grades_of(const Report& report) {
    Values out;
    for (const model::Judgement& judgement : report.judgements) {
        if (!judgement.given) continue;
        std::string grade = judgement.grade ? std::string(report.grade_name(*judgement.grade))
                                            : std::string(judgement.not_judged ? "not judged" : "no grade");
        out.emplace_back(std::string(report.judgement_title(judgement.id)), std::move(grade));
    }
    return out;
}

Values facts_of(const Report& report) {
    const prose::NumberStyle style = model::number_style(report.framework.style);
    Values out;
    for (const model::Fact& fact : report.figures.facts) {
        std::string value = fact.value ? model::written_value(*fact.value, style) : "no value";
        if (!fact.calculation.empty()) value += fmt::format(" = {}", fact.calculation);
        if (const std::string when = model::written_when(fact); !when.empty()) value += ", " + when;
        out.emplace_back(std::string(fact.declared.name), std::move(value));
    }
    return out;
}

/// Figures of the old text that the new one does not have, beside those that it has instead.
std::vector<NamedChange> figure_changes(const Passage& before, const Passage& after) {
    std::vector<std::string> gone = before.figures;
    std::vector<std::string> fresh;
    for (const std::string& figure : after.figures) {
        const auto known = std::find(gone.begin(), gone.end(), figure);
        if (known == gone.end()) {
            fresh.push_back(figure);
        } else {
            gone.erase(known);
        }
    }
    std::vector<NamedChange> out;
    for (std::size_t i = 0; i < std::max(gone.size(), fresh.size()); ++i) {
        out.push_back({after.place, i < gone.size() ? gone[i] : std::string(),
                       i < fresh.size() ? fresh[i] : std::string()});
    }
    return out;
}

void add_pair(const Unit& before, const Unit& after, bool moved, Comparison& out) {
    const bool same = before.compared == after.compared;
    out.same += same ? 1U : 0U;
    const bool other_number =
        before.number != after.number && !before.number.empty() && !after.number.empty();
    out.renumbered += same && other_number ? 1U : 0U;
    if (same && !moved) return;
    PassageChange change;
    change.before = before.passage;
    change.after = after.passage;
    change.moved = moved;
    if (!same) {
        change.words = compare_words(before.passage.text, after.passage.text);
        change.figures = figure_changes(before.passage, after.passage);
    }
    out.passages.push_back(std::move(change));
}

void add_passages(const std::vector<Unit>& before, const std::vector<Unit>& after, Comparison& out) {
    const Pairs pairs = pair_up(before, after);
    std::vector<std::optional<std::size_t>> origin(after.size());
    for (std::size_t i = 0; i < pairs.size(); ++i) {
        if (pairs[i]) origin[pairs[i]->index] = i;
    }
    std::size_t shown = 0;  // of the old version, so far
    const auto show_gone = [&](std::size_t end) {
        for (; shown < end; ++shown) {
            if (!pairs[shown]) out.passages.push_back({before[shown].passage, {}, false, {}, {}});
        }
    };
    for (std::size_t j = 0; j < after.size(); ++j) {
        if (!origin[j]) {
            out.passages.push_back({{}, after[j].passage, false, {}, {}});
            continue;
        }
        const bool moved = pairs[*origin[j]]->moved;
        if (!moved) show_gone(*origin[j]);
        add_pair(before[*origin[j]], after[j], moved, out);
    }
    show_gone(before.size());
}

}  // namespace

Comparison compare(const Report& before, const Report& after) {
    Comparison out;
    out.header = changes(header_of(before), header_of(after));
    out.grades = changes(grades_of(before), grades_of(after));
    out.facts = changes(facts_of(before), facts_of(after));
    add_passages(units_of(before), units_of(after), out);
    return out;
}

}  // namespace stet::compare

// S: header, required sections and their order, heading levels, empty sections, who inspected.
#include "validators/structure.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "compiler/base/catalogue.hpp"
#include "compiler/base/suggest.hpp"
#include "compiler/framework/names.hpp"
#include "compiler/model/titles.hpp"
#include "validators/context.hpp"

namespace stet::validators {

namespace {

using framework::SectionRule;
using model::Report;
using model::Section;
using model::SectionId;

Span header_place(const Report& report, std::string_view key) {
    for (const auto& [name, run] : report.header.fields) {
        if (name == key) return report.runs[run].span;
    }
    return report.beginning();
}

void check_header_fields(Context& context) {
    for (const std::string_view key : {"framework", "title", "subject", "inspected"}) {
        const auto& fields = context.report.header.fields;
        const bool given =
            std::any_of(fields.begin(), fields.end(), [&](const auto& field) { return field.first == key; });
        if (!given)
            context.diagnostics.add(header_place(context.report, key), diag::header_field_missing, key);
    }
}

// ---- sections ---------------------------------------------------------------------------------------------

/// A heading such as "The board is good" is a statement of its own: it needs no text and no contents entry.
bool states_grade(const Report& report, const Section& section) {
    const std::string_view title = report.text(section.title);
    return model::without_grade(title, report.framework).size() != title.size();
}

/// A section that judges may open with its grade in a table or sentence where others have a heading. The
/// heading of another section of the framework is its own.
bool judged_without_heading(const Report& report, const SectionRule& rule) {
    using Kind = model::GradeStatement::Kind;
    return rule.judges && std::any_of(report.grades.begin(), report.grades.end(),
                                      [&](const model::GradeStatement& statement) {
                                          if (statement.judgement != rule.judges) return false;
                                          if (statement.kind != Kind::heading)
                                              return statement.kind == Kind::table ||
                                                     statement.kind == Kind::citation;
                                          const auto section = report.places[statement.run].section;
                                          return !section || !report.sections[*section].rule;
                                      });
}

/// A judgement that the framework lets a report leave out needs its section only where it is given.
bool judgement_left_out(const Report& report, const SectionRule& rule) {
    return rule.judges && report.framework.judgements[*rule.judges].optional &&
           !report.judgements[*rule.judges].given;
}

/// The first section bound to each of the framework's.
std::vector<std::optional<SectionId>> first_sections(const Report& report) {
    std::vector<std::optional<SectionId>> first(report.framework.sections.size());
    for (SectionId id = 0; id < report.sections.size(); ++id) {
        const auto& rule = report.sections[id].rule;
        if (rule && !first[*rule]) first[*rule] = id;
    }
    return first;
}

/// A heading that no rule answers to stands for a required section: it names two, or differs in one word.
bool stands_otherwise(const Report& report, const SectionRule& rule) {
    std::vector<std::string> names = {framework::fold_name(rule.title)};
    for (const std::string& variant : rule.variants) names.push_back(framework::fold_name(variant));
    return std::any_of(report.sections.begin(), report.sections.end(), [&](const Section& section) {
        const std::string_view heading = model::without_grade(report.text(section.title), report.framework);
        const std::string folded = framework::fold_name(heading);
        return std::any_of(names.begin(), names.end(), [&](const std::string& name) {
            return model::names_both(heading, name) ||
                   (!section.rule && model::differs_in_one_word(folded, name));
        });
    });
}

void check_required(Context& context, const std::vector<std::optional<SectionId>>& first) {
    const Report& report = context.report;
    std::vector<std::string_view> unbound;
    for (const Section& section : report.sections) {
        if (!section.rule && unbound.size() < 100) unbound.push_back(report.text(section.title));
    }
    for (std::size_t i = 0; i < first.size(); ++i) {
        const SectionRule& rule = report.framework.sections[i];
        // What the report leaves to the framework's standard wording is not missing.
        if (first[i] || !rule.required || !rule.wording.empty() || judgement_left_out(report, rule) ||
            judged_without_heading(report, rule) || stands_otherwise(report, rule))
            continue;
        Span place = header_place(report, "framework");
        if (!rule.part.empty()) {
            const auto part =
                std::find_if(report.sections.begin(), report.sections.end(), [&](const Section& section) {
                    return section.rule && report.framework.sections[*section.rule].title == rule.part;
                });
            if (part == report.sections.end()) continue;  // the part itself is said to be missing
            place = part->span;
        }
        context.diagnostics.add(place, diag::section_missing, rule.title)
            .with_help(did_you_mean(rule.title, unbound));
    }
}

/// A longest run of sections that stand in the framework's order; returns which positions belong to it.
std::vector<bool> in_order(const std::vector<std::uint32_t>& rules) {
    std::vector<std::size_t> tails;  // position of the last element of the best run of each length
    std::vector<std::ptrdiff_t> before(rules.size(), -1);
    for (std::size_t i = 0; i < rules.size(); ++i) {
        const auto at =
            std::lower_bound(tails.begin(), tails.end(), rules[i],
                             [&](std::size_t tail, std::uint32_t rule) { return rules[tail] < rule; });
        if (at != tails.begin()) before[i] = static_cast<std::ptrdiff_t>(*(at - 1));
        if (at == tails.end())
            tails.push_back(i);
        else
            *at = i;
    }
    std::vector<bool> kept(rules.size(), false);
    for (std::ptrdiff_t i = tails.empty() ? -1 : static_cast<std::ptrdiff_t>(tails.back()); i >= 0;
         i = before[static_cast<std::size_t>(i)]) {
        kept[static_cast<std::size_t>(i)] = true;
    }
    return kept;
}

void check_order(Context& context, const std::vector<std::optional<SectionId>>& first) {
    const Report& report = context.report;
    if (!report.framework.sections_ordered) return;
    std::vector<SectionId> sections;
    std::vector<std::uint32_t> rules;
    for (SectionId id = 0; id < report.sections.size(); ++id) {
        const auto& rule = report.sections[id].rule;
        if (!rule || first[*rule] != id || report.framework.sections[*rule].anywhere) continue;
        sections.push_back(id);
        rules.push_back(*rule);
    }
    const std::vector<bool> kept = in_order(rules);
    for (std::size_t i = 0; i < rules.size(); ++i) {
        if (kept[i]) continue;
        const Section& section = report.sections[sections[i]];
        for (std::size_t j = 0; j < rules.size(); ++j) {
            if (!kept[j] || (j < i) == (rules[j] < rules[i])) continue;
            const Section& other = report.sections[sections[j]];
            const bool too_late = j < i;
            context.diagnostics
                .add(section.span, diag::section_out_of_order,
                     report.text(too_late ? section.title : other.title),
                     report.text(too_late ? other.title : section.title))
                .relate(other.span, "the other section");
            break;
        }
    }
}

void check_sections(Context& context) {
    const Report& report = context.report;
    for (const Section& section : report.sections) {
        if (!section.has_content && section.children.empty() && !states_grade(report, section)) {
            context.diagnostics.add(section.span, diag::section_empty, report.text(section.title));
        }
        if (!section.rule) continue;
        const std::uint32_t due = report.framework.sections[*section.rule].level;
        const std::uint32_t level = section.level;
        if (due != 0 && level != due)
            context.diagnostics.add(section.span, diag::section_at_wrong_level, report.text(section.title),
                                    level, due);
    }
}

// ---- people -----------------------------------------------------------------------------------------------

std::unordered_set<std::string> folded_names(const std::vector<model::Person>& people) {
    std::unordered_set<std::string> names;
    for (const model::Person& person : people) names.insert(framework::fold(person.name));
    return names;
}

/// The header's team and the team that the text names are one. Deputies and the like may stand in the text
/// alone.
void check_lists(Context& context) {
    const Report& report = context.report;
    const auto is_team = [](const model::Person& person) {
        return person.role == "team inspectors" || person.role == "team inspector" ||
               person.role == "inspectors";
    };
    std::vector<model::Person> header;
    for (const model::Person& person : report.people) {
        if (person.role == "team" || person.role == "lead inspector") header.push_back(person);
    }
    const auto& text = report.people_in_text;
    const auto listed = std::find_if(text.begin(), text.end(), is_team);
    const auto team = std::find_if(header.begin(), header.end(),
                                   [](const model::Person& person) { return person.role == "team"; });
    if (listed == text.end() || team == header.end()) return;
    const auto in_text = folded_names(text);
    const auto in_header = folded_names(header);
    for (const model::Person& person : header) {
        if (person.role != "team" || in_text.contains(framework::fold(person.name))) continue;
        context.diagnostics
            .add(person.span, diag::person_in_one_list, person.name, "in the header", "in the text")
            .relate(listed->span, "the text's list");
    }
    for (const model::Person& person : text) {
        if (!is_team(person) || in_header.contains(framework::fold(person.name))) continue;
        context.diagnostics
            .add(person.span, diag::person_in_one_list, person.name, "in the text", "in the header")
            .relate(team->span, "the header's list");
    }
}

/// A name that one list of the text has twice. Names of one list stand with no more than a joint between.
void check_text_lists(Context& context) {
    constexpr std::uint32_t longest_joint = 12;
    std::unordered_map<std::string, const model::Person*> known;
    const model::Person* last = nullptr;
    for (const model::Person& person : context.report.people_in_text) {
        const bool goes_on = last != nullptr && last->role == person.role &&
                             last->span.file == person.span.file && last->span.end <= person.span.begin &&
                             person.span.begin - last->span.end <= longest_joint;
        if (!goes_on) known.clear();
        last = &person;
        const auto [at, fresh] = known.emplace(framework::fold(person.name), &person);
        if (fresh) continue;
        context.diagnostics.add(person.span, diag::person_named_twice, person.name)
            .relate(at->second->span, "the first time");
    }
}

void check_people(Context& context) {
    const Report& report = context.report;
    std::unordered_map<std::string, const model::Person*> known;
    for (const model::Person& person : report.people) {
        const auto [at, fresh] = known.emplace(framework::fold(person.name), &person);
        // The lead inspector may well stand in the list of the team.
        if (fresh || at->second->role != person.role) continue;
        context.diagnostics.add(person.span, diag::person_named_twice, person.name)
            .relate(at->second->span, "the first time");
    }
    check_lists(context);
    check_text_lists(context);
    if (known.empty() || report.team_counts.empty()) return;
    for (const model::TeamSize& size : report.team_sizes) {
        const auto& fair = report.team_counts;
        if (std::find(fair.begin(), fair.end(), size.count) != fair.end()) continue;
        context.diagnostics.add(size.span, diag::inspectors_disagree, size.count, known.size())
            .relate(report.people.front().span, fmt::format("the first of {} names", known.size()));
    }
}

}  // namespace

void check_structure(const model::Report& report, const Sources&, Diagnostics& diagnostics) {
    Context context{report, diagnostics};
    check_header_fields(context);
    const auto first = first_sections(context.report);
    check_required(context, first);
    check_order(context, first);
    check_sections(context);
    check_people(context);
}

}  // namespace stet::validators

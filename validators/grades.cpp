// G: one grade for each judgement wherever it is stated, and grades that the framework's rules allow.
#include "validators/grades.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <vector>

#include "compiler/base/catalogue.hpp"
#include "compiler/framework/names.hpp"
#include "compiler/framework/rules.hpp"
#include "validators/context.hpp"

namespace stet::validators {

namespace {

using framework::GradeId;
using framework::JudgementId;
using model::GradeStatement;
using model::Report;

bool is_claim(const GradeStatement& statement) {
    return statement.kind != GradeStatement::Kind::definition &&
           statement.kind != GradeStatement::Kind::cover;
}

// ---- one grade ------------------------------------------------------------------------------------------

/// What the text states of one judgement.
struct Claims {
    std::vector<const GradeStatement*> reached;
    std::vector<const GradeStatement*> not_reached;
};

/// All of two claims or more agree on a grade that is not the cover's: then the cover is the odd one out.
bool all_against(const std::vector<const GradeStatement*>& claims, GradeId cover) {
    return claims.size() > 1 && claims.front()->grade != cover &&
           std::all_of(claims.begin(), claims.end(),
                       [&](const GradeStatement* claim) { return claim->grade == claims.front()->grade; });
}

void compare_with_cover(Context& context, const model::Judgement& judgement, const Claims& claims) {
    const Report& report = context.report;
    const std::string_view title = report.judgement_title(judgement.id);
    const std::string_view cover = report.grade_name(*judgement.grade);
    if (all_against(claims.reached, *judgement.grade)) {
        Diagnostic& diagnostic =
            context.diagnostics.add(judgement.span, diag::grades_contradict, title, cover,
                                    report.grade_name(claims.reached.front()->grade));
        for (std::size_t i = 0; i < claims.reached.size() && i < 5; ++i)
            diagnostic.relate(claims.reached[i]->span, "stated here");
        return;
    }
    for (const GradeStatement* claim : claims.reached) {
        if (claim->grade == *judgement.grade) continue;
        context.diagnostics
            .add(claim->span, diag::grade_contradicts_cover, title, report.grade_name(claim->grade), cover)
            .relate(judgement.span, "the grade on the cover");
    }
    for (const GradeStatement* claim : claims.not_reached) {
        if (*judgement.grade > claim->grade) continue;
        context.diagnostics
            .add(claim->span, diag::grade_said_not_reached, title, report.grade_name(claim->grade), cover)
            .relate(judgement.span, "the grade on the cover");
    }
}

void compare_among_themselves(Context& context, const Claims& claims) {
    if (claims.reached.empty()) return;
    const Report& report = context.report;
    const GradeStatement& first = *claims.reached.front();
    for (const GradeStatement* claim : claims.reached) {
        if (claim->grade == first.grade) continue;
        context.diagnostics
            .add(claim->span, diag::grades_contradict, report.judgement_title(claim->judgement),
                 report.grade_name(claim->grade), report.grade_name(first.grade))
            .relate(first.span, "stated here");
    }
}

void check_claims(Context& context) {
    const Report& report = context.report;
    std::vector<Claims> claims(report.judgements.size());
    for (const GradeStatement& statement : report.grades) {
        if (!is_claim(statement)) continue;
        Claims& of = claims[statement.judgement];
        (statement.not_reached ? of.not_reached : of.reached).push_back(&statement);
    }
    for (const model::Judgement& judgement : report.judgements) {
        if (judgement.grade)
            compare_with_cover(context, judgement, claims[judgement.id]);
        else
            compare_among_themselves(context, claims[judgement.id]);
    }
}

// ---- the cover ------------------------------------------------------------------------------------------

void check_cover(Context& context) {
    const Report& report = context.report;
    const auto given = std::find_if(report.judgements.begin(), report.judgements.end(),
                                    [](const model::Judgement& j) { return j.given; });
    if (given == report.judgements.end()) {
        if (report.judgements.empty()) return;
        context.diagnostics.add(report.beginning(), diag::judgements_absent)
            .with_help("give them in a block `@judgements`, one a line");
        return;
    }
    for (const model::Judgement& judgement : report.judgements) {
        const auto graded_below = [&](const model::GradeStatement& statement) {
            return statement.judgement == judgement.id &&
                   statement.kind == model::GradeStatement::Kind::heading;
        };
        const bool asked = !report.framework.judgements[judgement.id].optional ||
                           std::any_of(report.grades.begin(), report.grades.end(), graded_below);
        if (judgement.given || !asked) continue;
        context.diagnostics
            .add(given->name_span, diag::judgement_missing, report.judgement_title(judgement.id))
            .with_help(fmt::format("add a line `{}` with its grade, or `not judged`",
                                   report.framework.judgements[judgement.id].id));
    }
}

// ---- rules ----------------------------------------------------------------------------------------------

/// Names the rule and the grades that it speaks of.
void explain(Context& context, Diagnostic& diagnostic, const framework::Rule& rule) {
    const Report& report = context.report;
    diagnostic.note(fmt::format("rule: {}", rule.text));
    diagnostic.relate(rule.span, "the rule");
    // "only when" speaks of all grades that it counts, the others of those that fit.
    const bool all = rule.kind == framework::RuleKind::only_when;
    for (const framework::Term& term : rule.terms) {
        for (const JudgementId id : term.judgements) {
            const model::Judgement& judgement = report.judgements[id];
            if (!judgement.grade) continue;
            const bool fits =
                std::find(term.grades.begin(), term.grades.end(), *judgement.grade) != term.grades.end();
            if (all || fits)
                diagnostic.relate(judgement.span, fmt::format("{}: {}", report.framework.judgements[id].id,
                                                              report.grade_name(*judgement.grade)));
        }
    }
}

/// The judgement has itself the grade that raised the question ("needs judgement when any key is inadequate",
/// and it is inadequate): what nobody would ask a reason for.
bool takes_grade_of(const framework::Rule& rule, GradeId grade) {
    return std::any_of(rule.terms.begin(), rule.terms.end(), [&](const framework::Term& term) {
        return std::find(term.grades.begin(), term.grades.end(), grade) != term.grades.end();
    });
}

void check_rules(Context& context) {
    const Report& report = context.report;
    framework::Standing standing;
    for (const model::Judgement& judgement : report.judgements) {
        standing.grades.push_back(judgement.grade);
        standing.absent.push_back(!judgement.given && report.framework.judgements[judgement.id].optional);
    }
    standing.conditions = report.header.conditions;
    for (const model::Judgement& judgement : report.judgements) {
        if (!judgement.grade || !framework::has_rules(report.framework, judgement.id)) continue;
        const framework::Verdict verdict = framework::evaluate(report.framework, judgement.id, standing);
        const std::string_view title = report.judgement_title(judgement.id);
        const std::string_view grade = report.grade_name(*judgement.grade);
        const auto rule = verdict.excluded_by(*judgement.grade);
        if (rule && judgement.rationale.empty()) {
            Diagnostic& diagnostic =
                context.diagnostics.add(judgement.span, diag::grade_breaks_rule, title, grade);
            if (verdict.decided)
                diagnostic.note(fmt::format("the rules give {}", report.grade_name(*verdict.decided)));
            diagnostic.with_help("a departure needs its reason: a line `because: ...` below the grade");
            explain(context, diagnostic, report.framework.rules[*rule]);
        } else if (rule) {
            explain(context, context.diagnostics.add(judgement.span, diag::rule_departed_from, title, grade),
                    report.framework.rules[*rule]);
        } else if (verdict.judgement_needed && judgement.rationale.empty() &&
                   !takes_grade_of(report.framework.rules[*verdict.judgement_needed], *judgement.grade)) {
            Diagnostic& diagnostic =
                context.diagnostics.add(judgement.span, diag::judgement_needs_reason, title);
            diagnostic.with_help("give it on a line `because: ...` below the grade");
            explain(context, diagnostic, report.framework.rules[*verdict.judgement_needed]);
        }
    }
}

// ---- definitions ----------------------------------------------------------------------------------------

/// The grades of the scale that the folded words of a section do not name at all, as text.
std::string unnamed_grades(const Report& report, const std::string& words) {
    std::string missing;
    for (const framework::Grade& grade : report.framework.scale) {
        const auto named = [&](std::string_view form) {
            return words.find(" " + framework::fold(form) + " ") != std::string::npos;
        };
        if (named(grade.name) || std::any_of(grade.variants.begin(), grade.variants.end(), named)) continue;
        if (!missing.empty()) missing += ", ";
        missing += grade.name;
    }
    return missing;
}

/// A section's definitions and its words, folded.
struct DefinitionSection {
    std::vector<const GradeStatement*> definitions;
    std::string words;
};

/// One section's definitions: each grade once.
void check_definitions_of(Context& context, model::SectionId id, const DefinitionSection& section) {
    const Report& report = context.report;
    if (section.definitions.size() < 2) return;
    std::vector<const GradeStatement*> first(report.framework.scale.size(), nullptr);
    const std::string missing = unnamed_grades(report, section.words);
    bool repeated = false;
    for (const GradeStatement* definition : section.definitions) {
        const GradeStatement*& before = first[definition->grade];
        if (before == nullptr) {
            before = definition;
            continue;
        }
        repeated = true;
        Diagnostic& diagnostic = context.diagnostics.add(definition->span, diag::definition_repeated,
                                                         report.grade_name(definition->grade));
        diagnostic.relate(before->span, "the first");
        if (!missing.empty()) diagnostic.note(fmt::format("no definition of: {}", missing));
    }
    if (!repeated && !missing.empty())
        context.diagnostics.add(report.sections[id].span, diag::definition_missing, missing);
}

void check_definitions(Context& context) {
    const Report& report = context.report;
    std::map<model::SectionId, DefinitionSection> sections;
    for (const GradeStatement& statement : report.grades) {
        const auto section = report.places[statement.run].section;
        if (statement.kind == GradeStatement::Kind::definition && section)
            sections[*section].definitions.push_back(&statement);
    }
    if (sections.empty()) return;
    for (const prose::Run& run : report.runs) {
        const auto section = report.places[run.id].section;
        const auto found = section ? sections.find(*section) : sections.end();
        if (found != sections.end())
            found->second.words.append(" ").append(framework::fold(run.text)).append(" ");
    }
    for (const auto& [id, section] : sections) check_definitions_of(context, id, section);
}

}  // namespace

void check_grades(const model::Report& report, const Sources&, Diagnostics& diagnostics) {
    Context context{report, diagnostics};
    check_cover(context);
    check_claims(context);
    check_rules(context);
    check_definitions(context);
}

}  // namespace stet::validators

// Mutation operators of grades.
#include <algorithm>
#include <catch2/catch.hpp>

#include "tests/mutation_sites.hpp"
#include "tests/mutations.hpp"

using namespace stet;
using namespace stet::test;

namespace {

using model::GradeStatement;

/// The words of another grade as they fit where `words` stand: "require improvement" becomes "are good".
std::string fitted(const Original& original, Span place, const std::string& grade) {
    const std::string_view words = original.words(place);
    const std::string_view before = std::string_view(original.text).substr(0, place.begin);
    const bool verb = words.starts_with("require") && !before.ends_with("is ") && !before.ends_with("[") &&
                      !before.ends_with("  ") && !before.ends_with("**") && !before.ends_with("not yet ");
    if (!verb) return grade;
    return (words.starts_with("requires") ? "is " : "are ") + grade;
}

/// Every other grade at each statement that `wanted` takes.
std::vector<Mutant> other_grades(const Original& original,
                                 const std::function<bool(const GradeStatement&)>& wanted) {
    std::vector<Mutant> out;
    for (const GradeStatement& statement : original.report().grades) {
        if (!wanted(statement) || statement.not_reached || statement.span.file != 0) continue;
        for (std::size_t grade = 0; grade < original.report().framework.scale.size(); ++grade) {
            if (grade == statement.grade) continue;
            const std::string name = original.report().framework.scale[grade].name;
            out.push_back(replaced(place_of(statement.span), fitted(original, statement.span, name)));
        }
    }
    return out;
}

/// M01.
std::vector<Mutant> cover_grade(const Original& original) {
    return other_grades(original,
                        [](const GradeStatement& s) { return s.kind == GradeStatement::Kind::cover; });
}

/// M02.
std::vector<Mutant> heading_grade(const Original& original) {
    return other_grades(original, [&](const GradeStatement& s) {
        return s.kind != GradeStatement::Kind::cover &&
               original.report().runs[s.run].kind == prose::RunKind::heading;
    });
}

/// M03: summary, narrative, statements on the cover.
std::vector<Mutant> grade_in_prose(const Original& original) {
    return other_grades(original, [&](const GradeStatement& s) {
        return s.kind != GradeStatement::Kind::cover && s.kind != GradeStatement::Kind::definition &&
               original.report().runs[s.run].kind != prose::RunKind::heading;
    });
}

/// M04: two rows of the cover with different grades.
std::vector<Mutant> cover_grades_swapped(const Original& original) {
    std::vector<Mutant> out;
    const auto& judgements = original.report().judgements;
    for (std::size_t i = 0; i < judgements.size(); ++i) {
        for (std::size_t k = i + 1; k < judgements.size(); ++k) {
            if (!judgements[i].given || !judgements[k].given || judgements[i].grade == judgements[k].grade)
                continue;
            out.push_back(
                {{{place_of(judgements[i].span), std::string(original.words(judgements[k].span))},
                  {place_of(judgements[k].span), std::string(original.words(judgements[i].span))}}});
        }
    }
    return out;
}

/// M05.
std::vector<Mutant> definition_grade(const Original& original) {
    return other_grades(original,
                        [](const GradeStatement& s) { return s.kind == GradeStatement::Kind::definition; });
}

/// M06: overall better than every key judgement, in all places that state it alike.
std::vector<Mutant> overall_too_good(const Original& original) {
    const model::Report& report = original.report();
    std::size_t best = report.framework.scale.size();
    std::size_t overall = report.framework.judgements.size();
    for (const model::Judgement& judgement : report.judgements) {
        const auto& rule = report.framework.judgements[judgement.id];
        if (rule.key && judgement.grade) best = std::min<std::size_t>(best, *judgement.grade);
        if (rule.id == "overall") overall = judgement.id;
    }
    std::vector<Mutant> out;
    for (std::size_t grade = 0; grade < best; ++grade) {
        Mutant mutant;
        for (const GradeStatement& s : report.grades) {
            if (s.judgement != overall || s.kind == GradeStatement::Kind::definition || s.not_reached)
                continue;
            mutant.changes.push_back(
                {place_of(s.span), fitted(original, s.span, report.framework.scale[grade].name)});
        }
        out.push_back(std::move(mutant));
    }
    return out;
}

}  // namespace

TEST_CASE("mutations: grades") {
    const std::vector<Operator> operators = {
        {"M01", "another grade on the cover", Demand::caught, Severity::query, cover_grade},
        {"M02", "another grade in a heading", Demand::caught, Severity::query, heading_grade},
        {"M03", "another grade in the text", Demand::caught, Severity::query, grade_in_prose},
        {"M04", "two grades of the cover swapped", Demand::caught, Severity::query, cover_grades_swapped},
        {"M05", "another grade in a definition", Demand::caught, Severity::query, definition_grade},
        {"M06", "the overall grade better than all key grades", Demand::caught, Severity::query,
         overall_too_good},
    };
    require_operators(operators);
}

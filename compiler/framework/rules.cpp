// Evaluation of rules over grades that may be missing: each term is true, false or not known.
#include "compiler/framework/rules.hpp"

#include <algorithm>

namespace stet::framework {

namespace {

enum class Truth : std::uint8_t { no, unknown, yes };

std::uint32_t bit(GradeId grade) {
    return 1U << grade;
}

std::uint32_t every_grade(const Framework& framework) {
    return framework.scale.size() >= Framework::max_grades ? ~0U : (1U << framework.scale.size()) - 1U;
}

/// The grades from the best to `worst`, or from `best` to the worst.
std::uint32_t from_best_to(GradeId worst) {
    return (bit(worst) - 1U) | bit(worst);
}
std::uint32_t from_worst_to(GradeId best, std::uint32_t every) {
    return every & ~(bit(best) - 1U);
}

bool any_of_grades(const Term& term, GradeId grade) {
    return std::find(term.grades.begin(), term.grades.end(), grade) != term.grades.end();
}

Truth compare(std::size_t least_found, std::size_t most_found, std::size_t least, std::size_t most) {
    if (least_found >= least && most_found <= most) return Truth::yes;
    if (most_found < least || least_found > most) return Truth::no;
    return Truth::unknown;
}

std::vector<JudgementId> present(const std::vector<JudgementId>& judgements, const Standing& standing) {
    std::vector<JudgementId> result;
    for (const JudgementId judgement : judgements) {
        if (judgement >= standing.absent.size() || !standing.absent[judgement]) result.push_back(judgement);
    }
    return result;
}

Truth holds(const Term& term, const std::vector<JudgementId>& among, const Standing& standing) {
    if (term.kind == Term::Kind::condition) {
        const auto& declared = standing.conditions;
        const bool found = std::find(declared.begin(), declared.end(), term.condition) != declared.end();
        const std::size_t count = found ? 1 : 0;
        return compare(count, count, term.count.least, term.count.most);
    }
    std::size_t yes = 0;
    std::size_t unknown = 0;
    for (const JudgementId judgement : among) {
        const auto& grade = standing.grades[judgement];
        if (!grade)
            ++unknown;
        else if (any_of_grades(term, *grade))
            ++yes;
    }
    if (term.rest || term.count.least == Count::all)
        return compare(yes, yes + unknown, among.size(), SIZE_MAX);
    return compare(yes, yes + unknown, term.count.least, term.count.most);
}

/// Those of `among` that a term does not count; a judgement without a grade may be either, and stays.
std::vector<JudgementId> rest_of(const std::vector<JudgementId>& among, const Term& term,
                                 const Standing& standing) {
    std::vector<JudgementId> rest;
    for (const JudgementId judgement : among) {
        const auto& grade = standing.grades[judgement];
        if (!grade || !any_of_grades(term, *grade)) rest.push_back(judgement);
    }
    return rest;
}

Truth holds(const Rule& rule, const Standing& standing) {
    Truth all = Truth::yes;
    std::vector<JudgementId> rest;
    for (const Term& term : rule.terms) {
        const std::vector<JudgementId> among = term.rest ? rest : present(term.judgements, standing);
        all = std::min(all, holds(term, among, standing));
        if (term.kind == Term::Kind::judgements) rest = rest_of(among, term, standing);
    }
    return all;
}

/// What a bound leaves; nothing where it says nothing.
std::optional<std::uint32_t> bound(const Rule& rule, Truth truth, std::uint32_t every) {
    switch (rule.kind) {
        case RuleKind::at_most:
            if (truth == Truth::yes) return from_worst_to(rule.grade, every);
            break;
        case RuleKind::at_least:
            if (truth == Truth::yes) return from_best_to(rule.grade);
            break;
        case RuleKind::only_when:
            if (truth == Truth::no) return every & ~bit(rule.grade);
            break;
        case RuleKind::is:
        case RuleKind::undecided:
            break;
    }
    return std::nullopt;
}

/// `grade` where the bounds allow it, else the next worse grade that they allow, else the next better.
GradeId within(GradeId grade, std::uint32_t allowed, std::size_t scale) {
    for (std::size_t worse = grade; worse < scale; ++worse) {
        if ((allowed >> worse & 1U) != 0) return static_cast<GradeId>(worse);
    }
    for (std::size_t better = grade; better-- > 0;) {
        if ((allowed >> better & 1U) != 0) return static_cast<GradeId>(better);
    }
    return grade;
}

}  // namespace

std::optional<std::uint32_t> Verdict::excluded_by(GradeId grade) const {
    const auto found = std::find_if(effects.begin(), effects.end(), [&](const Effect& effect) {
        return (effect.allowed >> grade & 1U) == 0;
    });
    if (found == effects.end()) return std::nullopt;
    return found->rule;
}

bool has_rules(const Framework& framework, JudgementId subject) {
    return std::any_of(framework.rules.begin(), framework.rules.end(),
                       [&](const Rule& rule) { return rule.subject == subject; });
}

Verdict evaluate(const Framework& framework, JudgementId subject, const Standing& standing) {
    const std::uint32_t every = every_grade(framework);
    Verdict verdict;
    verdict.allowed = every;
    for (std::uint32_t i = 0; i < framework.rules.size(); ++i) {
        const Rule& rule = framework.rules[i];
        if (rule.subject != subject) continue;
        if (const auto left = bound(rule, holds(rule, standing), every)) {
            verdict.effects.push_back({i, *left});
            verdict.allowed &= *left;
        }
    }
    for (std::uint32_t i = 0; i < framework.rules.size(); ++i) {
        const Rule& rule = framework.rules[i];
        const bool decides = rule.kind == RuleKind::is || rule.kind == RuleKind::undecided;
        if (rule.subject != subject || !decides) continue;
        const Truth truth = holds(rule, standing);
        if (truth == Truth::no) continue;
        if (truth == Truth::unknown) break;
        if (rule.kind == RuleKind::undecided) {
            verdict.judgement_needed = i;
        } else {
            verdict.decided = within(rule.grade, verdict.allowed, framework.scale.size());
            verdict.effects.push_back({i, bit(*verdict.decided)});
            verdict.allowed &= bit(*verdict.decided);
        }
        break;
    }
    return verdict;
}

}  // namespace stet::framework

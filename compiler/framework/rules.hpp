// What a framework's rules make of a set of grades: decided, bounded, or for a person to judge.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "compiler/framework/framework.hpp"

namespace stet::framework {

/// The grades given, one place for each of the framework's judgements, and the conditions that hold.
/// A judgement without a grade is not known: a rule that would need it says nothing.
struct Standing {
    std::vector<std::optional<GradeId>> grades;
    std::vector<bool>
        absent;  ///< optional judgements that were not made: rules leave them out. Empty for none
    std::vector<std::string> conditions;
};

/// The grades that one rule leaves, a bit for each.
struct Effect {
    std::uint32_t rule = 0;  ///< index in Framework::rules
    std::uint32_t allowed = 0;
};

/// What the rules say of one judgement. A cap outranks the rule that decides: "good" with a cap at
/// "requires improvement" is decided as "requires improvement".
struct Verdict {
    std::uint32_t allowed = 0;                      ///< grades that no rule excludes, a bit for each
    std::vector<Effect> effects;                    ///< of the rules that hold
    std::optional<GradeId> decided;                 ///< the grade that follows
    std::optional<std::uint32_t> judgement_needed;  ///< the rule that leaves it to a person

    [[nodiscard]] bool allows(GradeId grade) const { return (allowed >> grade & 1U) != 0; }
    /// The first rule that excludes `grade`.
    [[nodiscard]] std::optional<std::uint32_t> excluded_by(GradeId grade) const;
};

/// Bounds ("at most", "at least", "only when") all hold together; of the rules that decide ("is", "needs
/// judgement") the first whose terms hold counts, and one whose terms are not known ends the search.
Verdict evaluate(const Framework& framework, JudgementId subject, const Standing& standing);

/// True where the framework has rules for `subject`.
bool has_rules(const Framework& framework, JudgementId subject);

}  // namespace stet::framework

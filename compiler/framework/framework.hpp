// What an inspectorate's framework says: scale, judgements, rules, sections, standard wording, house style.
//
// Read from frameworks/*.stet by grammar/framework; nothing about any inspectorate is compiled in.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "compiler/base/span.hpp"

namespace stet::framework {

using GradeId = std::uint8_t;       ///< index in Framework::scale: 0 is the best
using JudgementId = std::uint16_t;  ///< index in Framework::judgements

struct Grade {
    std::string name;                   ///< "requires improvement"
    std::vector<std::string> variants;  ///< inflections and longer wordings: "require improvement", "requires
                                        ///< improvement to be good"
    std::string meaning;                ///< standard wording of the definition; may be empty
    Span span;
};

struct Judgement {
    std::string id;      ///< "overall", "1", "care-leavers": unique
    std::string number;  ///< as printed; may be empty
    std::string title;
    std::vector<std::string> aliases;  ///< other names in headings and prose
    bool key = false;
    bool optional = false;              ///< may be missing from the cover
    std::optional<JudgementId> parent;  ///< nested within
    std::string group;                  ///< cover group; judgements of one group stand in one table
    std::string lead;  ///< the cover's sentence, with "{grade}" for the grade; a table row where empty
    Span span;
};

/// How many of a set of judgements: "any", "all", "2 or more", "at most 1", "the rest".
struct Count {
    static constexpr std::uint16_t all = UINT16_MAX;
    std::uint16_t least = 0;  ///< `all`: each one of the set
    std::uint16_t most = UINT16_MAX;
};

/// "2 or more key are outstanding", "any breach", "conditions unmet".
struct Term {
    enum class Kind : std::uint8_t { judgements, condition } kind = Kind::judgements;
    Count count;
    std::vector<JudgementId> judgements;
    bool rest = false;            ///< those that the terms before did not count
    std::vector<GradeId> grades;  ///< any of these
    std::string condition;        ///< name of a condition that the report declares
};

enum class RuleKind : std::uint8_t { is, at_most, at_least, only_when, undecided };

/// One line of `@rules`: what follows for `subject` when all terms hold.
struct Rule {
    RuleKind kind = RuleKind::is;
    JudgementId subject = 0;
    GradeId grade = 0;
    std::vector<Term> terms;
    std::string text;  ///< as written, for messages
    Span span;
};

struct SectionRule {
    std::string title;
    std::vector<std::string> variants;
    std::uint8_t level = 0;  ///< 0: any
    bool required = false;
    bool anywhere = false;  ///< left out of the check of order
    std::string part;       ///< title of the part in which it stands; empty for any
    std::optional<JudgementId> judges;
    std::string role;  ///< "summary", "improvement", "information", "history", "findings", "definitions"; may
                       ///< be empty
    std::string wording;  ///< place of the standard wording that stands here where the report writes none
    Span span;
};

enum class NumberingScheme : std::uint8_t { continuous, per_part, by_section };

/// Standard wording for a place: a judgement's id (its statement on the cover, a grade at a time), or a name
/// that a section uses ("definitions", "about").
struct Wording {
    std::string place;
    std::optional<GradeId> grade;
    std::vector<std::string> paragraphs;
    Span span;
};

/// A quantifier and the shares in percent for which it may stand, both ends included.
struct QuantifierBand {
    std::string words;
    std::int32_t least = 0;
    std::int32_t most = 100;
};

struct HouseStyle {
    std::vector<std::pair<std::string, std::string>> spellings;  ///< wrong, right
    std::string percent = "%";                                   ///< "%" or "per cent"
    std::uint32_t words_below = 10;  ///< whole numbers below this are written in words
    std::string period = "2012–13";  ///< a sample of the style
    std::vector<QuantifierBand> bands;
};

struct Disclosure {
    std::uint32_t smallest = 0;  ///< counts below this are not to be published; 0 where there is no rule
    std::uint32_t rounding = 0;  ///< published counts are rounded to this; 0 for none
};

struct Abbreviation {
    std::string abbreviation;
    std::string expansion;
};

struct Framework {
    std::string name;  ///< file name without extension
    std::string title;
    std::string publisher;
    std::string language = "en-GB";
    std::vector<std::string> recognise;    ///< phrases by which import knows reports of this framework
    std::vector<std::string> header_keys;  ///< beyond those of the language
    std::vector<std::string> conditions;   ///< that a report may declare in `conditions:`
    std::vector<Grade> scale;              ///< best to worst
    std::vector<std::string> retired;      ///< words of other scales, mistakes where a grade should stand
    std::vector<Judgement> judgements;
    std::vector<Rule> rules;
    std::vector<SectionRule> sections;
    NumberingScheme numbering = NumberingScheme::continuous;
    bool annexes_restart = true;  ///< paragraph numbers begin anew in each annex
    bool sections_ordered = false;
    std::vector<Wording> wording;
    HouseStyle style;
    Disclosure disclosure;
    std::vector<Abbreviation> abbreviations;  ///< that need no expansion

    /// Most grades that a scale may have (sets of grades are held as bits).
    static constexpr std::size_t max_grades = 32;

    [[nodiscard]] std::optional<GradeId> find_grade(
        std::string_view words) const;  ///< by name or variant, case ignored
    [[nodiscard]] std::optional<JudgementId> find_judgement(
        std::string_view words) const;  ///< by id, number, title or alias, case ignored
};

}  // namespace stet::framework

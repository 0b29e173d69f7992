// What the steps of `resolve` share: the report that they fill and what is still to be bound.
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "compiler/ast/ast.hpp"
#include "compiler/base/diagnostic.hpp"
#include "compiler/base/sources.hpp"
#include "compiler/model/model.hpp"
#include "compiler/model/titles.hpp"

namespace stet::model {

/// Names of judgements, folded, for quick look-up.
using JudgementNames = std::unordered_map<std::string, framework::JudgementId>;

/// A brace that names something, met on the walk.
struct BraceUse {
    const ast::Brace* brace = nullptr;
    const ast::Assertion* assertion = nullptr;  ///< the words that it is asserted of
    RunId run = 0;
};

/// A `because` of a paragraph.
struct BecauseUse {
    ast::Word label;
    ParagraphId paragraph = 0;
};

/// The words of a footnote, met on the walk.
struct NoteBody {
    const ast::FootnoteBody* note = nullptr;
    std::vector<RunId> runs;
};

struct Resolver {
    Report& report;
    const Sources& sources;
    Diagnostics& diagnostics;

    JudgementNames names;
    std::unordered_map<std::string, std::size_t> ids;  ///< given so far, with the number of the last repeat
    std::vector<BraceUse> sees;
    std::vector<BraceUse> grades;
    std::vector<BecauseUse> because;
    std::vector<NoteBody> notes;
    std::vector<const ast::Judgements*> judgement_blocks;
    std::vector<const ast::Contents*> contents;
    std::size_t suggestions = 0;  ///< made so far

    /// A unique id from words; `fallback` where they hold no letter or digit.
    std::string make_id(std::string_view words, std::size_t most_words, std::string_view fallback);
    /// True for the first hundred unknown names: a suggestion costs a look at every known one.
    bool may_suggest() { return ++suggestions <= 100; }
    /// The judgement of that name, or a diagnostic with a suggestion.
    std::optional<framework::JudgementId> judgement(const ast::Word& name);
};

// The steps, in the order in which each needs what those before it made.

/// Titles, dates, conditions and people of the header.
void read_header(Resolver& resolver);
/// Sections, paragraphs with their numbers, tables, illustrations, footnotes and labels, in one walk.
void walk_blocks(Resolver& resolver);
/// `@judgements` against the framework's judgements.
void bind_judgements(Resolver& resolver);
/// Which rule of the framework each section follows, and what it judges.
void bind_sections(Resolver& resolver);
/// What `{see}`, `{because}` and the like name.
void bind_labels(Resolver& resolver);
/// Marks of footnotes and their words.
void bind_notes(Resolver& resolver);
/// Written contents entries and their headings.
void bind_contents(Resolver& resolver);
/// Inspectors whom the header and the text name.
void find_people(Resolver& resolver);
/// Every place that states a grade.
void find_grade_statements(Resolver& resolver);

}  // namespace stet::model

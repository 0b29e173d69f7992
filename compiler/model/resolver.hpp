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

// The steps, in order.
void read_header(Resolver& resolver);
void walk_blocks(Resolver& resolver);
void bind_judgements(Resolver& resolver);
void bind_sections(Resolver& resolver);
void bind_labels(Resolver& resolver);
void bind_notes(Resolver& resolver);
void bind_contents(Resolver& resolver);
void find_people(Resolver& resolver);
void find_grade_statements(Resolver& resolver);

}  // namespace stet::model

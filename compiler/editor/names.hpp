// Where the names of a report stand: labels, facts, notes, judgements and abbreviations, each with all its
// places.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "compiler/driver/pipeline.hpp"
#include "compiler/editor/nodes.hpp"

namespace stet::editor {

enum class NameKind : std::uint8_t { label, fact, note, judgement, abbreviation };

/// One place of a name. Places with the same kind and key speak of the same thing.
struct Name {
    NameKind kind = NameKind::label;
    std::string key;  ///< the name; of a judgement its id
    Span span;        ///< of the name alone
    bool declaration = false;
    bool written =
        true;  ///< stands as typed, so that a rename may replace it (a judgement may have other wordings)
    bool in_prose = false;  ///< words of the report itself: a sentence that states a grade, an abbreviation
};

/// All places, ordered by file and place.
std::vector<Name> list_names(const driver::Analysis& analysis, const std::vector<Node>& nodes);

/// The parts of a list such as `moves, plans` or `first to last`, trimmed, each with its place.
std::vector<ast::Word> listed_words(const ast::Word& list);

}  // namespace stet::editor

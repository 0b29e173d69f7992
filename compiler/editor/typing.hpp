// What is being typed at a place, from the letters before it alone: drafts are broken while one types.
#pragma once

#include <cstdint>
#include <string_view>

namespace stet::editor {

enum class Typing : std::uint8_t {
    prose,           ///< nothing to offer
    header_key,      ///< at the start of a header line
    framework,       ///< the value of `framework:`
    directive,       ///< behind `@` at the start of a line
    heading,         ///< behind `## `
    brace,           ///< behind `{`: a keyword or a fact
    assertion,       ///< behind `]{`: what the words in brackets agree with
    label,           ///< behind `{see ` or `{because `
    judgement,       ///< behind `{grade ` or `{judges `
    code,            ///< behind `{stet `
    note,            ///< behind `[^`
    judgement_line,  ///< the name on a line of `@judgements`
    grade,           ///< the grade behind it
    fact_base,       ///< behind `of ` on a line of `@facts` or `@chart`
};

struct TypedWord {
    Typing typing = Typing::prose;
    std::uint32_t begin = 0;  ///< the word ends at the cursor
};

/// Looks back at most to the paragraph's or directive's begin, and no further than a few thousand bytes.
TypedWord what_is_typed(std::string_view text, std::uint32_t offset);

}  // namespace stet::editor

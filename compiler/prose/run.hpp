// The running text of each block, once, in normal form, with the way back to the source.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "compiler/base/span.hpp"

namespace stet::prose {

using RunId = std::uint32_t;  ///< equals the id of the ast::RunningText

/// What kind of place a run stands in.
enum class RunKind : std::uint8_t {
    header,     ///< a header value
    statement,  ///< a cover statement below a judgement
    heading,
    paragraph,  ///< numbered or plain
    bullet,     ///< item of a bulleted or lettered list
    quote,
    cell,
    table_head,
    caption,  ///< of a table, chart or image
    footnote,
    box_title,
    contents,  ///< a written contents entry
};

/// What an inline mark says about the words [begin, end) of a run.
enum class MarkKind : std::uint8_t {
    emphasis,
    strong,
    link,
    note_mark,    ///< a point
    fact_insert,  ///< covers one U+FFFC, as the other inserts do
    see,          ///< covers one U+FFFC, or the words of `[words]{see label}`
    grade_insert,
    assertion,        ///< `[words]{fact}`
    grade_assertion,  ///< `[words]{grade judgement}`
    private_note,     ///< a point, or the words of `[words]{note ...}`
    evidence,         ///< likewise
};

struct Mark {
    MarkKind kind;
    std::uint32_t begin;  ///< offsets in Run::text
    std::uint32_t end;
    Span source;                ///< the whole construct
    std::string_view argument;  ///< link address, note name, fact expression, label, judgement
    Span argument_span;
};

/// The running text of one block: markup removed, line wraps and runs of white space between words turned
/// into one space (two spaces inside a line are kept, for the writing checks), braces removed. An inserted
/// fact, reference or grade stands as one U+FFFC (object replacement character). A hard line break is U+000A.
/// The text is valid UTF-8: bytes that are not, and control characters, stand as U+FFFD.
struct Run {
    RunId id = 0;
    RunKind kind = RunKind::paragraph;
    std::uint8_t depth = 0;    ///< list nesting: 0 outside lists, 1 for a first-level bullet
    std::int32_t parent = -1;  ///< run of the paragraph or bullet under which this one is nested, else -1
    Span span;
    std::string text;
    std::vector<Mark> marks;

    /// Where the bytes [begin, end) of `text` stand in the source. A range that spans markup gives the
    /// smallest source range that covers it.
    [[nodiscard]] Span source(std::uint32_t begin, std::uint32_t end) const;
    [[nodiscard]] std::string_view words(std::uint32_t begin, std::uint32_t end) const {
        return std::string_view(text).substr(begin, end - begin);
    }

    /// Pieces of `text` that are contiguous in the source, ascending. A piece goes on to the text offset of
    /// the next; where its bytes in the text are fewer or more than in the source it maps as a whole.
    struct Piece {
        std::uint32_t text;
        std::uint32_t source;
        std::uint32_t length;  ///< bytes in the source
    };
    std::vector<Piece> pieces;
};

}  // namespace stet::prose

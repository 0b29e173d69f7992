// What the author wrote: blocks, inline text and directives as plain values, each with its span.
//
// Text is held as views into the sources, so a Document must not outlive its Sources.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "compiler/base/boxed.hpp"
#include "compiler/base/overloaded.hpp"
#include "compiler/base/span.hpp"

namespace stet::ast {

/// A piece of the source with its place.
struct Word {
    std::string_view text;
    Span span;
    [[nodiscard]] bool empty() const { return text.empty(); }
};

// ---- inline ------------------------------------------------------------------------------------------

struct Inline;
using Inlines = std::vector<Inline>;

/// Plain text. A line break of the source inside it stands for one space; the indent after it is not part
/// of the text (the parser splits there). An escape `\*` yields a Text of its own that shows only the `*`.
struct Text {
    std::string_view text;
};
/// `\` at the end of a line.
struct LineBreak {};
/// `_words_`
struct Emphasis {
    Inlines content;
};
/// `*words*`
struct Strong {
    Inlines content;
};
/// `[words](address)`
struct Link {
    Inlines content;
    Word url;
};
/// `[^name]`
struct NoteMark {
    Word name;
};

/// What stands between braces, inline or as an attribute at the end of a block or heading. Evidence and notes
/// are attributes where they stand last in their block, and inline elsewhere.
enum class BraceKind : std::uint8_t {
    fact,      ///< `{cla}`, `{cla.outside as percent}`, `{cla - cla.before}`: `argument` is the expression
    see,       ///< `{see moves}`, `{see a to b}`
    grade,     ///< `{grade adoption}`
    because,   ///< `{because moves, plans}`
    judges,    ///< `{judges adoption}`
    evidence,  ///< `{evidence EF-12}`
    note,      ///< `{note words}`
    stet,      ///< `{stet F201: reason}`
    label,     ///< `{#moves}`
};
struct Brace {
    BraceKind kind = BraceKind::fact;
    Span span;      ///< with the braces
    Word argument;  ///< what follows the keyword (or `#`), trimmed; for `fact` all of it
};

/// `[words]{...}`: says that the words agree with what the brace names. For `note` and `evidence` it only
/// marks the words.
struct Assertion {
    Inlines content;
    Span content_span;
    Brace brace;
};

/// Most are plain text: what is larger and rarer stands in a box.
struct Inline {
    Span span;
    std::variant<Text, LineBreak, Emphasis, Strong, Boxed<Link>, Boxed<NoteMark>, Boxed<Brace>,
                 Boxed<Assertion>>
        content;

    /// The construct, where it is a T; null where it is another.
    template <class T>
    [[nodiscard]] const T* as() const {
        const auto* box = std::get_if<Boxed<T>>(&content);
        return box != nullptr ? &**box : nullptr;
    }
    template <class T>
    [[nodiscard]] T* as() {
        auto* box = std::get_if<Boxed<T>>(&content);
        return box != nullptr ? &**box : nullptr;
    }
    /// Calls `visitor` with the construct.
    template <class Visitor>
    void visit(Visitor&& visitor) const {
        std::visit(overloaded{[&](const auto& plain) { visitor(plain); },
                              [&]<class T>(const Boxed<T>& box) { visitor(*box); }},
                   content);
    }
};

/// The running text of one block. `id` counts the running texts of a compilation in the order in which
/// they stand (an include's texts at the include's place): prose::Prose has one run for each, at that index.
struct RunningText {
    Inlines inlines;
    Span span;
    std::uint32_t id = 0;
    [[nodiscard]] bool empty() const { return inlines.empty(); }
};

// ---- blocks ------------------------------------------------------------------------------------------

struct Block;
using Blocks = std::vector<Block>;

struct Heading {
    std::uint8_t level = 1;  ///< 1 to 4
    RunningText title;
};
struct Paragraph {
    RunningText text;
};
/// `12. words`, `1.1 words` or `#. words`; further paragraphs and lists are indented below it.
struct NumberedParagraph {
    Word number;             ///< as written, without the final stop: "12", "1.1", "#"
    bool automatic = false;  ///< `#.`
    Blocks body;             ///< the first is a Paragraph
};
struct ListItem {
    Span span;
    Word marker;  ///< "-" or "(a)"
    Blocks body;
};
struct List {
    bool lettered = false;
    std::vector<ListItem> items;
};
struct Quote {
    Blocks body;
};
/// `[^name]: words`
struct FootnoteBody {
    Word name;
    Blocks body;
};

enum class Align : std::uint8_t { none, left, centre, right };
struct Cell {
    Span span;
    RunningText text;
    std::uint16_t columns = 1;  ///< columns that it spans
    std::uint16_t rows = 1;     ///< rows that it spans
    std::vector<Brace> attributes;
};
struct Row {
    Span span;
    std::vector<Cell> cells;
};
struct Table {
    RunningText caption;  ///< empty where there is no `Table:` line
    std::vector<Align> columns;
    std::vector<Row> head;
    std::vector<Row> body;
};

/// `@box "Title"` with an indented body.
struct Box {
    RunningText title;
    Blocks body;
};
/// `@appendix "Title"`: starts a part of its own, numbered by the framework's annex scheme.
struct Appendix {
    RunningText title;
};

/// One line of a directive's body, with the deeper-indented lines below it.
struct DirectiveLine {
    Span span;
    std::string_view text;  ///< without indent, trailing space and comment
    std::vector<DirectiveLine> children;
};

/// One line of `@judgements`: who is judged and with which grade, and the statement below it.
struct JudgementLine {
    Span span;
    Word name;
    Word grade;                           ///< empty where none is written (reported)
    Word rationale;                       ///< after `because:` on a line below; empty where none
    std::vector<RunningText> statements;  ///< paragraphs for the cover
    std::vector<Brace> attributes;        ///< at the end of the grade or of a statement
};
struct Judgements {
    std::vector<JudgementLine> lines;
};

/// `key value` after a comma: `source "DfE return"`, `at 31 March 2013`, `rounded to 5`, `of cla`.
struct FactOption {
    Word key;    ///< "source", "at", "in", "rounded to", "truncated to", "about", "of", "from", "label"
    Word value;  ///< without quotes
};
/// One line of `@facts`: `name  value, option, option`.
struct FactLine {
    Span span;
    Word name;
    Word value;  ///< as written; after `=` it is a formula
    bool formula = false;
    std::vector<FactOption> options;
    std::vector<Brace> attributes;  ///< at the end of the line
};
struct Facts {
    RunningText title;
    std::vector<FactOption> options;  ///< hold for every line that does not say otherwise
    std::vector<FactLine> lines;
};

/// `@contents`: the written contents entries of an imported report, checked against the headings.
struct ContentsEntry {
    Span span;
    std::uint8_t level = 1;
    RunningText text;
};
struct Contents {
    std::vector<ContentsEntry> entries;
};

/// `@chart bars "Title", of a, b, alt "..."`
struct Chart {
    Word kind;  ///< "bars", "stacked", "lines", "share"
    RunningText title;
    std::vector<Word> series;         ///< expressions over facts
    std::vector<FactOption> options;  ///< alt, source, labels
};
/// `@image "file.png", alt "..."`
struct Image {
    Word file;
    RunningText caption;
    std::vector<FactOption> options;  ///< alt, width, decorative
};
/// `@note for QA: words`: private.
struct PrivateNote {
    Word reader;
    Word text;
};
/// `@include "file.stet"`. `blocks` are the included file's, read in at this place; empty where it failed.
struct Include {
    Word file;
    Blocks blocks;
};
/// `@restart` or `@restart 12`: the next numbered paragraph begins anew.
struct Restart {
    Word number;
};
/// Any other directive, checked by whoever knows its name (framework files use these).
struct Directive {
    Word name;
    Word arguments;
    std::vector<DirectiveLine> lines;
};

struct Block {
    Span span;
    std::vector<Brace> attributes;  ///< label, because, judges, stet, evidence, note at the block's end
    std::variant<Heading, Paragraph, NumberedParagraph, List, Quote, FootnoteBody, Table, Box, Appendix,
                 Judgements, Facts, Contents, Chart, Image, PrivateNote, Include, Restart, Directive>
        content;
};

struct HeaderField {
    Span span;
    Word key;
    RunningText value;
    std::vector<Brace> attributes;
};

struct Document {
    FileId file = 0;
    std::vector<HeaderField> header;
    Blocks blocks;
    std::vector<Word> comments;  ///< of this file, from `//` to the end of the line, in order
    std::uint32_t first_running_text = 0;
    std::uint32_t running_texts = 0;  ///< number of ids given from first_running_text on, with includes
};

/// The keys that a report's header may have, besides those that its framework adds.
inline constexpr std::array<std::string_view, 13> header_keys{
    "framework", "title",          "also", "subject", "type",     "reference",       "inspected",
    "published", "lead inspector", "team", "status",  "language", "standard wording"};

/// Nesting that is kept; deeper blocks or inlines are a diagnostic (L110, L111) and stay as text.
inline constexpr std::uint32_t max_block_depth = 12;
inline constexpr std::uint32_t max_inline_depth = 12;
/// Lines of one file that are neither blank nor comments; what follows is not read (L112).
inline constexpr std::size_t max_lines = 1'000'000;
/// Inline constructs of one file; what follows stays as text (L113).
inline constexpr std::uint32_t max_inline_marks = 1'000'000;
/// Columns of a table (L140).
inline constexpr std::uint16_t max_table_columns = 64;
/// Files that include each other, one below the other (L158).
inline constexpr std::uint32_t max_include_depth = 8;
/// Bytes of a report with all that it includes (L160).
inline constexpr std::size_t max_report_size = 16U << 20U;

struct DumpOptions {
    bool spans = true;  ///< without them, neighbouring texts are shown as one
};
/// A readable dump: one node a line, indented.
std::string dump(const Document& document, DumpOptions options = {});

}  // namespace stet::ast

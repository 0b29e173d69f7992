// What readers get, once for all outputs: cover, contents, sections, notes, charts and annexes.
//
// Everything is resolved: numbers assigned, references written out, standard wording inserted, private
// matter gone. Backends see nothing else.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "compiler/base/boxed.hpp"
#include "compiler/base/span.hpp"

namespace stet::publication {

/// Words that few pieces have: the size of a pointer where there are none.
class RareText {
  public:
    RareText() = default;
    RareText(std::string_view words) { *this = words; }  // NOLINT: stands wherever words do
    RareText& operator=(std::string_view words) {
        words_ = words.empty() ? Boxed<std::string>() : Boxed<std::string>(std::string(words));
        return *this;
    }
    operator std::string_view() const {  // NOLINT
        return words_ ? std::string_view(*words_) : std::string_view();
    }
    operator std::string() const { return std::string(std::string_view(*this)); }  // NOLINT
    [[nodiscard]] bool empty() const { return !words_; }
    friend bool operator==(const RareText& a, std::string_view b) { return std::string_view(a) == b; }

  private:
    Boxed<std::string> words_;
};

/// A stretch of text in one style. A piece with a `note` shows that note's number and has no text of its own.
struct Piece {
    std::string text;
    bool emphasis = false;
    bool strong = false;
    bool line_break = false;            ///< a break after this piece
    RareText url;                       ///< link to the outside
    RareText target;                    ///< id of an element in this publication
    std::optional<std::uint32_t> note;  ///< index in Publication::notes
    RareText expansion;                 ///< what an abbreviation stands for
    Span source;                        ///< empty for standard wording
};
using Text = std::vector<Piece>;

struct Block;
using Blocks = std::vector<Block>;

struct Heading {
    std::uint8_t level = 1;
    std::string number;  ///< as printed before the title; empty where the framework numbers no headings
    Text title;
};
struct Paragraph {
    Text text;
};
struct NumberedParagraph {
    std::string number;  ///< "12" or "1.1"
    Blocks body;
};
struct ListItem {
    std::string label;  ///< "•" or "(a)"
    Blocks body;
};
struct List {
    bool lettered = false;
    std::vector<ListItem> items;
};
struct Quote {
    Blocks body;
};
enum class Align : std::uint8_t { left, centre, right };
struct Cell {
    Text text;
    std::uint16_t columns = 1;
    std::uint16_t rows = 1;
    bool heading = false;  ///< heads its row or column
};
struct Table {
    std::string label;  ///< "Table 2"
    Text caption;
    std::vector<Align> columns;
    std::vector<std::vector<Cell>> head;
    std::vector<std::vector<Cell>> body;
};
struct Box {
    Text title;
    Blocks body;
};
/// A value as decimal text that is exact ("52.46"), with the form in which it is printed ("52%").
struct ChartValue {
    std::string value;
    std::string printed;
};
struct ChartSeries {
    std::string label;
    std::vector<ChartValue> values;
};
enum class ChartKind : std::uint8_t { bars, stacked, lines, share };
struct Chart {
    ChartKind kind = ChartKind::bars;
    std::string label;  ///< "Figure 1"
    Text title;
    std::vector<std::string> categories;
    std::vector<ChartSeries> series;
    std::string unit;
    std::string source;
    std::string alternative;
};
struct Image {
    std::string label;
    std::string file;  ///< as the World reads it
    Text caption;
    std::string alternative;
    bool decorative = false;
    Span source;
};

struct Block {
    std::string id;  ///< stable, unique; empty for what nothing can point to
    Span source;     ///< empty for standard wording
    bool standard_wording = false;
    std::variant<Heading, Paragraph, NumberedParagraph, List, Quote, Table, Box, Chart, Image> content;
};

struct Note {
    std::string id;
    std::string number;
    Blocks body;
    Span source;
};

struct JudgementRow {
    std::string id;
    std::string number;  ///< "2.1", may be empty
    std::string title;
    std::string grade;       ///< as printed
    std::uint8_t rank = 0;   ///< 0 best; index in the framework's scale
    std::uint8_t ranks = 0;  ///< size of the scale; 0 where the row is not judged
    std::uint8_t level = 0;  ///< 1 for a judgement nested in the row above
    std::string target;      ///< the section that judges it; may be empty
    Blocks statement;        ///< what is said of it below its row; may be empty
    Span source;             ///< of its name, grade and statement
};

/// A group of judgements on the cover: the main one, the table, a separate body such as a board.
struct CoverGroup {
    Text lead;          ///< "The overall judgement is requires improvement."
    Text introduction;  ///< the lead up to the grade at its end; empty where none stands there
    std::optional<JudgementRow> leading;  ///< the judgement that the lead states; not among the rows
    Blocks statement;
    std::vector<JudgementRow> rows;
};

struct Cover {
    std::string subject;
    std::vector<Text> titles;                         ///< joined by "and" in print
    std::vector<std::pair<std::string, Text>> facts;  ///< "Inspection date", ...
    std::vector<CoverGroup> groups;
};

struct ContentsEntry {
    std::uint8_t level = 1;
    std::string number;
    std::string title;
    std::string target;
};

/// One row of the annex that a cited figure links to.
struct FactRow {
    std::string id;
    std::string name;
    std::string label;
    std::string value;
    std::string date;
    std::string source;
    std::string calculation;
    std::vector<std::string> cited_in;  ///< ids of paragraphs and tables
    std::string unit;                   ///< "children", "%", "weeks"
    std::string base;                   ///< name of the fact that it is a part of; may be empty
    std::string share;                  ///< of the base, "52.46%"; empty where it has none
    std::string from, to;               ///< ISO 8601, first and last day that it holds for; may be empty
};

struct Abbreviation {
    std::string abbreviation;
    std::string expansion;
};

struct Publication {
    std::string language = "en-GB";
    std::string title;  ///< document title for metadata
    std::string subject;
    std::string publisher;
    std::string date;  ///< ISO 8601, may be empty
    std::string running_head;
    Cover cover;
    std::vector<ContentsEntry> contents;
    Blocks body;
    std::vector<Note> notes;
    std::vector<FactRow> facts;
    std::vector<Abbreviation> abbreviations;  ///< that stand in the text, in alphabetical order
};

/// The words of a text, without its links and marks; `line_break` stands where a line is broken.
std::string words_of(const Text& text, char line_break = ' ');

/// Facts of one source together, sources in the order in which the report first gives them.
std::vector<std::vector<const FactRow*>> by_source(const std::vector<FactRow>& facts);

/// A readable dump for golden tests.
std::string dump(const Publication& publication);

}  // namespace stet::publication

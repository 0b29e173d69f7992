// What the report means: numbers assigned, names bound, judgements and grade statements found.
//
// Validators and compose work on this value. Everything points by index: runs in `runs`, sections in
// `sections`, and so on.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "compiler/ast/ast.hpp"
#include "compiler/base/diagnostic.hpp"
#include "compiler/base/sources.hpp"
#include "compiler/base/world.hpp"
#include "compiler/framework/framework.hpp"
#include "compiler/model/figures.hpp"
#include "compiler/prose/per_run.hpp"
#include "compiler/prose/quantity.hpp"
#include "compiler/prose/run.hpp"
#include "compiler/prose/sentences.hpp"
#include "compiler/prose/words.hpp"

namespace stet::model {

using prose::RunId;
using SectionId = std::uint32_t;
using ParagraphId = std::uint32_t;

struct Section {
    std::uint8_t level = 1;
    RunId title = 0;
    std::string id;  ///< label, else made from the title; unique
    Span span;       ///< the heading
    std::optional<SectionId> parent;
    std::vector<SectionId> children;
    std::optional<framework::JudgementId> judges;  ///< by `{judges ...}`, title or alias
    std::optional<std::uint32_t> rule;             ///< index in Framework::sections
    std::uint32_t part = 0;  ///< index of the level-1 section (or appendix) it stands in
    bool appendix = false;
    std::string number;  ///< "2" for the second level-1 section where paragraphs are numbered by section; "A"
                         ///< for an appendix
    bool has_content = false;  ///< anything but headings stands in it or below it
};

/// A numbered or plain paragraph, or an item of a list: what a published id is given to.
struct Paragraph {
    enum class Kind : std::uint8_t { plain, numbered, item } kind = Kind::plain;
    std::optional<ParagraphId> parent;  ///< the paragraph or item that this one stands below
    std::string id;                     ///< label, else from its section and words; unique
    std::string number;                 ///< as published; empty where unnumbered
    std::string written_number;         ///< as written; "#" for automatic; empty where unnumbered
    Span number_span;
    Span span;
    std::optional<SectionId> section;
    std::vector<RunId> runs;                ///< its own running texts in order, bullets below it included
    std::vector<std::string_view> because;  ///< labels of findings it rests on
    Span because_span;
    bool numbered = false;
    std::uint32_t series = 0;   ///< numbering series: changes at a restart, a part or an annex by scheme
    std::uint32_t chapter = 0;  ///< of "2.7": 2; else 0
    std::uint32_t ordinal = 0;  ///< of "27": 27; of "2.7": 7; 0 where unnumbered
};

/// Where a run stands. `paragraph` is the innermost: a bullet, not the numbered paragraph above it.
struct RunPlace {
    std::optional<SectionId> section;
    std::optional<ParagraphId> paragraph;
};

struct Cell {
    RunId run = 0;
    Span span;
    std::uint16_t columns = 1;
    std::uint16_t rows = 1;
};
struct Table {
    std::string id;
    std::uint32_t number = 0;  ///< by order; 0 where it has no caption
    std::optional<RunId> caption;
    Span span;
    std::optional<SectionId> section;
    std::vector<std::vector<Cell>> head;
    std::vector<std::vector<Cell>> body;
};

/// A chart or a picture.
struct Illustration {
    std::string id;
    std::uint32_t number = 0;  ///< by order; 0 where it is decorative or has no title
    std::optional<RunId> title;
    Span span;
    std::optional<SectionId> section;
    bool chart = false;
    bool decorative = false;
    std::string_view file;
    std::string_view alternative;
    Span alternative_span;  ///< empty where none is given
};

/// A `{see ...}`: the labels that it names, in order.
struct Reference {
    Span span;
    std::vector<std::uint32_t> labels;  ///< indices in `labels`; those not known are left out
    bool range = false;                 ///< "a to b"
};

struct Label {
    std::string_view name;
    Span span;
    std::string target;  ///< id of the section, paragraph, table, chart or image
    enum class Kind : std::uint8_t { section, paragraph, table, figure, other } kind = Kind::paragraph;
    std::string printed;  ///< "paragraph 12", "Table 2", "“Adoption performance”"
};

struct Footnote {
    std::string_view name;
    std::uint32_t number = 0;  ///< by order of first mark; 0 where it has no mark
    std::optional<Span> body;  ///< the body's name; none where it is missing
    std::vector<Span> marks;
    std::vector<RunId> runs;
};

/// A judgement of the framework with what the report's `@judgements` block says of it.
struct Judgement {
    framework::JudgementId id = 0;
    std::optional<framework::GradeId> grade;  ///< none where not judged or not given
    bool not_judged = false;
    bool given = false;  ///< stands in the block
    std::string_view rationale;
    Span span;  ///< the grade on the cover
    Span name_span;
    std::optional<SectionId> section;  ///< the first section that judges it
    std::vector<RunId> statements;
};

/// A place that says that a judgement has a grade.
struct GradeStatement {
    enum class Kind : std::uint8_t {
        cover,
        heading,
        sentence,
        citation,
        table,
        definition,
        insert
    } kind = Kind::sentence;
    framework::JudgementId judgement = 0;
    framework::GradeId grade = 0;
    bool not_reached = false;  ///< "not yet good": the judgement is worse than `grade`
    Span span;
    RunId run = 0;
};

struct ContentsEntry {
    std::uint8_t level = 1;
    RunId run = 0;
    Span span;
    std::optional<SectionId> section;  ///< the heading it names
};

struct Person {
    std::string name;
    std::string role;  ///< "lead inspector", "team" and the like, from the header or the text
    std::string post;  ///< "HMI", "Additional Inspector"; may be empty
    Span span;
};

/// How many inspectors the text says there were.
struct TeamSize {
    std::uint32_t count = 0;
    Span span;
};

struct InspectionDates {
    std::optional<CivilDate> begins;
    std::optional<CivilDate> ends;
    std::optional<CivilDate> published;
    Span inspected_span;
    Span published_span;
};

struct Header {
    std::vector<RunId> titles;
    std::string subject;
    std::string framework;
    std::vector<std::pair<std::string_view, RunId>> fields;  ///< all, in order
    std::vector<std::string> conditions;
    bool standard_wording = true;  ///< the framework's wording is printed where the report has none
};

/// The resolved report. Views point into the Sources that it was made from.
struct Report {
    ast::Document document;
    framework::Framework framework;
    std::vector<prose::Run> runs;
    std::vector<RunPlace> places;               ///< one for each run
    prose::Words words;                         ///< of all runs, split after inserts were written in
    prose::PerRun<prose::Quantity> quantities;  ///< in order; dates and periods among them
    prose::PerRun<prose::Sentence> sentences;
    Figures figures;  ///< facts and their citations
    Header header;
    InspectionDates dates;
    std::vector<Person> people;          ///< each once where the text repeats the header
    std::vector<Person> people_in_text;  ///< as the text names them
    bool people_unsure = false;          ///< a list of names runs on into other words
    std::vector<TeamSize> team_sizes;
    std::vector<std::uint32_t> team_counts;  ///< how many inspectors the names make, in each fair way to
                                             ///< count; ascending, empty where the lists are unsure
    std::vector<Section> sections;
    std::vector<Paragraph> paragraphs;
    std::vector<std::uint32_t> series_first;  ///< the number with which each numbering series begins
    std::vector<Table> tables;
    std::vector<Illustration> illustrations;
    std::vector<Label> labels;
    std::vector<Reference> references;  ///< by span, ascending
    std::vector<Footnote> footnotes;
    std::vector<Judgement> judgements;  ///< one for each of the framework's, same index
    std::vector<GradeStatement> grades;
    std::vector<ContentsEntry> contents;

    [[nodiscard]] std::string_view text(RunId run) const { return runs[run].text; }
    /// Where a message about the whole report stands: the header's first value, else the start of the file.
    [[nodiscard]] Span beginning() const;
    /// The framework's role of the section or of the nearest section above that has one: "improvement",
    /// "history", ...
    [[nodiscard]] std::string_view role(std::optional<SectionId> section) const;
    /// The numbered paragraph that `paragraph` is or stands below; else itself.
    [[nodiscard]] const Paragraph& numbered(ParagraphId paragraph) const;
    [[nodiscard]] std::string_view grade_name(framework::GradeId grade) const {
        return framework.scale[grade].name;
    }
    [[nodiscard]] std::string_view judgement_title(framework::JudgementId id) const {
        return framework.judgements[id].title;
    }
};

/// Builds the report from the parsed document and its runs. Never fails: what cannot be bound is a
/// diagnostic (N, R, G and S codes that are about binding) and left unbound.
Report resolve(ast::Document document, std::vector<prose::Run> runs, framework::Framework framework,
               const Sources& sources, Diagnostics& diagnostics);

/// A readable dump for golden tests.
std::string dump(const Report& report, const Sources& sources);

}  // namespace stet::model

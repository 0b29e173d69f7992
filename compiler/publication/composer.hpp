// What the parts of compose share.
#pragma once

#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "compiler/ast/ast.hpp"
#include "compiler/base/sources.hpp"
#include "compiler/model/model.hpp"
#include "compiler/publication/publication.hpp"

namespace stet::publication {

/// Marks abbreviations in printed text and remembers which of them stand there.
class AbbreviationMarker {
  public:
    explicit AbbreviationMarker(std::span<const framework::Abbreviation> known);

    /// Splits `piece` around the abbreviations in it.
    void add(Piece piece, Text& out);
    /// Those met so far, in alphabetical order.
    [[nodiscard]] std::vector<Abbreviation> used() const;

  private:
    struct Known {
        std::string_view expansion;
        bool used = false;
    };
    std::unordered_map<std::string_view, Known> known_;
};

/// Turns inline constructs into pieces.
class TextComposer {
  public:
    TextComposer(const model::Report& report,
                 const std::unordered_map<std::string_view, std::uint32_t>& notes,
                 AbbreviationMarker& abbreviations)
        : report_(report), notes_(notes), abbreviations_(abbreviations) {}

    Text text(const ast::RunningText& running) const;

  private:
    struct Style {
        bool emphasis = false;
        bool strong = false;
        std::string url;
        std::string target;
    };
    /// Pieces under construction; `dropped` is set where private matter was left out just now.
    struct Pieces {
        Text text;
        bool dropped = false;
    };
    void inlines(const ast::Inlines& inlines, const Style& style, Pieces& out) const;
    void brace(const ast::Brace& brace, const Style& style, Pieces& out) const;
    void assertion(const ast::Assertion& assertion, const Style& style, Pieces& out) const;
    void see(const ast::Brace& brace, const Style& style, Pieces& out) const;
    void words(std::string_view words, const Style& style, Span source, Pieces& out) const;

    const model::Report& report_;
    const std::unordered_map<std::string_view, std::uint32_t>&
        notes_;  ///< index in Publication::notes by name
    AbbreviationMarker& abbreviations_;
};

/// Turns blocks into what is printed of them. One object composes the whole body, front to back.
class BlockComposer {
  public:
    BlockComposer(const model::Report& report, const TextComposer& text);

    /// All blocks, with the standard sections at the end of their parts. Calls `composed` with the index of
    /// each block of the document when nothing more is read of it here.
    Blocks body(const std::function<void(std::size_t)>& composed);
    /// Blocks without sections: statements, footnotes.
    Blocks blocks(const ast::Blocks& written);

  private:
    void add(const ast::Block& block, Blocks& out);
    void add_all(const ast::Blocks& written, Blocks& out);
    void heading(const ast::Block& block, const ast::RunningText& title, Blocks& out);
    void paragraph(const ast::Block& block, const ast::Paragraph& paragraph, Blocks& out);
    void numbered(const ast::Block& block, const ast::NumberedParagraph& paragraph, Blocks& out);
    void list(const ast::Block& block, const ast::List& list, Blocks& out);
    void table(const ast::Block& block, const ast::Table& table, Blocks& out);
    void chart(const ast::Block& block, const ast::Chart& chart, Blocks& out);
    void image(const ast::Block& block, const ast::Image& image, Blocks& out);
    void close_part(const std::optional<model::SectionId>& part, Blocks& out);
    void standard_section(const framework::SectionRule& rule, Blocks& out);
    [[nodiscard]] std::string paragraph_id(const ast::RunningText& text);

    const model::Report& report_;
    const TextComposer& text_;
    std::size_t tables_ = 0;
    std::size_t illustrations_ = 0;
    std::optional<model::SectionId> part_;        ///< the level-1 section that is open
    std::vector<bool> stands_;                    ///< the framework's sections that are written or inserted
    std::unordered_set<std::string_view> named_;  ///< ids of paragraphs that stand already
};

/// A paragraph of standard wording; the first stretch that equals `strong` (any case) is set in strong.
Block standard_paragraph(std::string_view words, std::string_view strong);

/// What an inserted fact shows; `formula` is the place of its expression.
std::string inserted_fact(const model::Report& report, Span formula);
/// The id in the annex of the first fact that the expression at `formula` names; empty where it names none.
std::string cited_fact_id(const model::Report& report, Span formula);
/// Categories, values, unit and (where the chart names none) source, from the facts that the chart names.
void fill_chart(const model::Report& report, const ast::Chart& written, Chart& chart);
/// The annex: every fact that is used, with the paragraphs that cite it.
std::vector<FactRow> fact_rows(const model::Report& report);

/// ISO 8601; empty for no date and for one without a year.
std::string iso(const std::optional<CivilDate>& date);

/// First letter in upper case (ASCII).
std::string capitalised(std::string_view words);

}  // namespace stet::publication

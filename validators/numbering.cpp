// N: paragraph numbers run on without gaps, repeats or jumps; so do those of headings and captions.
#include "validators/numbering.hpp"

#include <fmt/format.h>

#include <charconv>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "compiler/base/catalogue.hpp"
#include "compiler/framework/names.hpp"
#include "validators/context.hpp"

namespace stet::validators {

namespace {

using model::Paragraph;

/// The paragraphs of one numbering series, in the order in which they stand.
using Series = std::vector<const Paragraph*>;

class SeriesCheck {
  public:
    SeriesCheck(Context& context, const Series& series, std::uint32_t first)
        : diagnostics_(context.diagnostics), series_(series), first_(first), expected_(first) {}

    void run() {
        // Numbering anew would hide that a paragraph was lost.
        offered_ = number_is_missing();
        while (at_ < series_.size()) step();
    }

  private:
    [[nodiscard]] std::uint32_t number(std::size_t i) const { return series_[i]->ordinal; }
    [[nodiscard]] bool next_is(std::size_t ahead, std::uint32_t wanted) const {
        return at_ + ahead < series_.size() && number(at_ + ahead) == wanted;
    }
    [[nodiscard]] std::string shown(std::uint32_t ordinal) const {
        const std::uint32_t chapter = series_[at_]->chapter;
        return chapter == 0 ? std::to_string(ordinal) : fmt::format("{}.{}", chapter, ordinal);
    }

    [[nodiscard]] bool number_is_missing() const;
    void step();
    void repeated(std::size_t earlier);
    void out_of_order();
    void gap();
    Diagnostic& with_renumbering(Diagnostic& diagnostic);

    Diagnostics& diagnostics_;
    const Series& series_;
    std::uint32_t first_;
    std::uint32_t expected_;
    std::size_t at_ = 0;
    bool offered_ = false;  ///< the fix for the whole series stands at the first diagnostic, or nowhere
    std::unordered_map<std::uint32_t, std::size_t> seen_;
};

bool SeriesCheck::number_is_missing() const {
    std::unordered_set<std::uint32_t> numbers;
    std::uint32_t last = first_;
    for (const Paragraph* paragraph : series_) {
        numbers.insert(paragraph->ordinal);
        last = std::max(last, paragraph->ordinal);
    }
    return numbers.size() < last - first_ + 1;
}

void SeriesCheck::step() {
    const std::uint32_t n = number(at_);
    const auto earlier = seen_.find(n);
    if (n == expected_) {
        expected_ = n + 1;
    } else if (n == expected_ + 1 && next_is(1, expected_) &&
               (at_ + 2 == series_.size() || next_is(2, expected_ + 2))) {
        const Paragraph& second = *series_[at_ + 1];
        with_renumbering(diagnostics_.add(series_[at_]->number_span, diag::paragraph_numbers_swapped,
                                          shown(n), shown(expected_)))
            .relate(second.number_span, "stands below it");
        seen_.emplace(expected_, at_ + 1);
        expected_ += 2;
        seen_.emplace(n, at_);
        at_ += 2;
        return;
    } else if (earlier != seen_.end() && (n + 1 == expected_ || !next_is(1, n + 1))) {
        repeated(earlier->second);
    } else if (next_is(1, expected_ + 1) || n < expected_) {
        out_of_order();
    } else {
        gap();
    }
    seen_.emplace(n, at_);
    ++at_;
}

/// A number that stands already: in place of the one that is due, or of a paragraph that was put in.
void SeriesCheck::repeated(std::size_t earlier) {
    with_renumbering(
        diagnostics_.add(series_[at_]->number_span, diag::paragraph_number_repeated, shown(number(at_))))
        .relate(series_[earlier]->number_span, "the first");
    if (next_is(1, expected_ + 1)) ++expected_;
}

void SeriesCheck::out_of_order() {
    const std::uint32_t n = number(at_);
    const bool misprint = next_is(1, expected_ + 1);
    if (at_ == 0) {
        with_renumbering(
            diagnostics_.add(series_[0]->number_span, diag::first_paragraph_number, shown(n), shown(first_)));
    } else {
        Diagnostic& diagnostic = diagnostics_.add(series_[at_]->number_span, diag::paragraph_number_goes_back,
                                                  shown(n), shown(number(at_ - 1)));
        diagnostic.relate(series_[at_ - 1]->number_span, "the paragraph before");
        if (misprint)
            diagnostic
                .note(fmt::format("paragraph {} follows, so that {} belongs here", shown(number(at_ + 1)),
                                  shown(expected_)))
                .fix(fmt::format("write {}", shown(expected_)),
                     {{series_[at_]->number_span, shown(expected_)}});
        else
            with_renumbering(diagnostic.with_help("`@restart` on a line of its own begins a new series"));
    }
    expected_ = misprint ? expected_ + 1 : n + 1;
}

void SeriesCheck::gap() {
    const std::uint32_t n = number(at_);
    if (at_ == 0) {
        with_renumbering(
            diagnostics_.add(series_[0]->number_span, diag::first_paragraph_number, shown(n), shown(first_)));
    } else {
        const std::string missing = n - expected_ == 1
                                        ? fmt::format("{} is missing", shown(expected_))
                                        : fmt::format("{} to {} are missing", shown(expected_), shown(n - 1));
        diagnostics_
            .add(series_[at_]->number_span, diag::paragraph_numbers_skipped, shown(n), shown(number(at_ - 1)),
                 missing)
            .relate(series_[at_ - 1]->number_span, "the paragraph before")
            .with_help("look for the lost paragraph first; `stet fmt --renumber` numbers them anew");
    }
    expected_ = n + 1;
}

/// Renumbers the whole series, at its first diagnostic only: so the fixes stay as long as the report.
Diagnostic& SeriesCheck::with_renumbering(Diagnostic& diagnostic) {
    if (offered_) return diagnostic;
    offered_ = true;
    std::vector<Edit> edits;
    std::uint32_t n = first_;
    for (const Paragraph* paragraph : series_) {
        const std::string due =
            paragraph->chapter == 0 ? std::to_string(n) : fmt::format("{}.{}", paragraph->chapter, n);
        ++n;
        if (paragraph->written_number != "#" && paragraph->written_number != due)
            edits.push_back({paragraph->number_span, due});
    }
    return edits.empty() ? diagnostic : diagnostic.fix("renumber the paragraphs in order", std::move(edits));
}

/// "2.7" must stand in section 2.
void check_chapter(Context& context, const Paragraph& paragraph) {
    if (!paragraph.section) return;
    const model::Section& part = context.report.sections[context.report.sections[*paragraph.section].part];
    if (part.number.empty() || part.appendix || part.number == std::to_string(paragraph.chapter)) return;
    context.diagnostics
        .add(paragraph.number_span, diag::number_of_another_section, paragraph.number, part.number)
        .relate(part.span, fmt::format("section {}", part.number))
        .fix("give it this section's number", paragraph.number_span,
             fmt::format("{}.{}", part.number, paragraph.ordinal));
}

void check_paragraphs(Context& context) {
    const model::Report& report = context.report;
    const bool by_section = report.framework.numbering == framework::NumberingScheme::by_section;
    std::vector<Series> series(report.series_first.size());
    for (const Paragraph& paragraph : report.paragraphs) {
        const bool nested = paragraph.parent && report.numbered(*paragraph.parent).numbered;
        if (!paragraph.numbered || nested) continue;
        series[paragraph.series].push_back(&paragraph);
        if (by_section) check_chapter(context, paragraph);
    }
    for (std::size_t i = 0; i < series.size(); ++i)
        SeriesCheck(context, series[i], report.series_first[i]).run();
}

/// "section 2 ..." gives 2 where the folded title begins with the word; 0 for none.
std::uint32_t number_after(std::string_view folded, std::string_view word) {
    if (!folded.starts_with(word) || folded.size() <= word.size() + 1 || folded[word.size()] != ' ') return 0;
    folded.remove_prefix(word.size() + 1);
    std::uint32_t value = 0;
    const auto [end, error] = std::from_chars(folded.data(), folded.data() + folded.size(), value);
    const bool whole = end == folded.data() + folded.size() || *end == ' ';
    return error == std::errc() && whole ? value : 0;
}

void check_heading_numbers(Context& context) {
    std::uint32_t last = 0;
    Span last_span;
    for (const model::Section& section : context.report.sections) {
        if (section.level != 1 || section.appendix) continue;
        const std::string folded = framework::fold(context.report.text(section.title));
        std::uint32_t number = 0;
        for (const std::string_view word : {"section", "part", "chapter"})
            number = std::max(number, number_after(folded, word));
        if (number == 0) continue;
        if (last != 0 && number != last + 1) {
            context.diagnostics.add(section.span, diag::heading_number_out_of_order, number, last)
                .relate(last_span, "the heading before");
        }
        last = number;
        last_span = section.span;
    }
}

void check_caption(Context& context, model::RunId caption, std::uint32_t number, std::string_view word,
                   std::string_view shown) {
    const prose::Run& run = context.report.runs[caption];
    const std::uint32_t written = number_after(framework::fold(run.text), word);
    if (written == 0 || number == 0 || written == number) return;
    context.diagnostics
        .add(run.span, diag::caption_number_differs, fmt::format("{} {}", shown, written),
             fmt::format("{} {}", shown, number))
        .with_help("captions are numbered by themselves: leave the number out");
}

}  // namespace

void check_numbering(const model::Report& report, const Sources&, Diagnostics& diagnostics) {
    Context context{report, diagnostics};
    check_paragraphs(context);
    check_heading_numbers(context);
    for (const model::Table& table : context.report.tables) {
        if (table.caption) check_caption(context, *table.caption, table.number, "table", "Table");
    }
    for (const model::Illustration& picture : context.report.illustrations) {
        if (picture.title) check_caption(context, *picture.title, picture.number, "figure", "Figure");
    }
}

}  // namespace stet::validators

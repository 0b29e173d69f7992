// Collects facts from blocks and tables, citations from marks and charts, quantities from runs.
#include "grammar/figures.hpp"

#include <algorithm>
#include <array>
#include <optional>

#include "compiler/base/ascii.hpp"
#include "compiler/base/catalogue.hpp"
#include "compiler/base/csv.hpp"
#include "compiler/base/suggest.hpp"
#include "grammar/formulas.hpp"
#include "grammar/quantities.hpp"

namespace stet::grammar {

namespace {

using prose::Citation;
using prose::FactDeclaration;
using prose::QuantityKind;

struct Option {
    std::string_view key;
    std::string_view value;
    Span span;
};

struct Reader {
    Sources& sources;
    World& world;
    Diagnostics& diagnostics;
    prose::FigureReading out;

    void blocks(const ast::Blocks& all);
    void facts(const ast::Facts& block);
    void table(std::string_view file, Span span, const FactDeclaration& common);
    void row(const CsvRow& row, const std::vector<std::string_view>& columns, FileId file,
             const FactDeclaration& common);
    void option(const Option& given, FactDeclaration& fact);
    void chart(const ast::Chart& chart);
    void citations(const std::vector<prose::Run>& runs);
    void evidence(const ast::Block& block);
};

/// Takes one option of a fact or block; unknown keys are the language's affair.
void Reader::option(const Option& given, FactDeclaration& fact) {
    if (given.key == "source") fact.source = given.value;
    if (given.key == "label") fact.label = given.value;
    if (given.key == "about") fact.about = true;
    if (given.key == "of") fact.base = {given.value, given.span};
    if (given.key == "at" || given.key == "in") {
        const auto read = read_quantities(given.value);
        const bool dated =
            !read.empty() && (read[0].kind == QuantityKind::date || read[0].kind == QuantityKind::period);
        if (dated) {
            fact.when = {read[0].first, read[0].last};
            fact.when_text = given.value;
        } else {
            diagnostics.add(given.span, diag::fact_option_unreadable, given.value, "a date or period");
        }
    }
    if (given.key == "rounded to" || given.key == "truncated to") {
        const auto read = read_quantities(given.value);
        const bool good = read.size() == 1 && read[0].begin == 0 && read[0].value > Rational(0) &&
                          (read[0].kind == QuantityKind::count || read[0].kind == QuantityKind::money);
        if (!good) {
            diagnostics.add(given.span, diag::fact_option_unreadable, given.value, "a step to round to");
            return;
        }
        fact.rounding = read[0].value;
        fact.truncated = given.key == "truncated to";
        fact.rounding_span = given.span;
    }
}

/// `about`: the stated value is approximate.
void soften(FactDeclaration& fact) {
    if (!fact.about || !fact.stated || fact.stated->approximation != prose::Approximation::none) return;
    fact.stated->approximation = prose::Approximation::about;
    fact.stated->interval = prose::meaning(*fact.stated);
}

void Reader::facts(const ast::Facts& block) {
    FactDeclaration common;
    std::optional<ast::Word> file;
    for (const ast::FactOption& given : block.options) {
        if (given.key.text == "from")
            file = given.value;
        else
            option({given.key.text, given.value.text, given.value.span}, common);
    }
    if (file) table(file->text, file->span, common);
    for (const ast::FactLine& line : block.lines) {
        FactDeclaration fact = common;
        fact.name = line.name.text;
        fact.name_span = line.name.span;
        fact.value_span = line.value.span;
        if (line.formula)
            fact.formula = read_formula(line.value.text, line.value.span, diagnostics);
        else if (!line.value.empty())
            read_value(line.value.text, line.value.span, fact, diagnostics);
        for (const ast::FactOption& given : line.options)
            option({given.key.text, given.value.text, given.value.span}, fact);
        soften(fact);
        out.facts.push_back(std::move(fact));
    }
}

constexpr std::array<std::string_view, 12> table_columns = {
    "name",  "value", "unit", "source",     "date",         "period",
    "label", "about", "of",   "rounded to", "truncated to", "population"};

/// "Rounding" and "rounded to" are one column.
std::string_view column_name(std::string_view written) {
    if (ascii::equal_ignoring_case(written, "rounding")) return "rounded to";
    for (const std::string_view known : table_columns) {
        if (ascii::equal_ignoring_case(written, known)) return known;
    }
    return {};
}

/// Digits grouped by spaces, as some spreadsheets write them: "20 340".
std::string without_group_spaces(std::string_view text) {
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool narrow = text.substr(i, 3) == "\u202F", hard = text.substr(i, 2) == "\u00A0";
        const std::size_t width = narrow ? 3 : hard ? 2 : text[i] == ' ' ? 1 : 0;
        const bool between = width != 0 && !out.empty() && ascii::digit(out.back()) &&
                             i + width < text.size() && ascii::digit(text[i + width]);
        if (between)
            i += width - 1;
        else
            out += text[i];
    }
    return out;
}

/// The value and the unit of a table as one text: "17" and "%" are "17%", "214000" and "£" "£214000".
std::string value_text(std::string_view value, std::string_view unit) {
    const std::string number = without_group_spaces(value);
    if (unit == "%" || unit.empty()) return number + std::string(unit);
    if (unit == "\u00A3" || unit == "$" || unit == "\u20AC") return std::string(unit) + number;
    return number + " " + std::string(unit);
}

void Reader::row(const CsvRow& row, const std::vector<std::string_view>& columns, FileId file,
                 const FactDeclaration& common) {
    FactDeclaration fact = common;
    std::string_view value, unit;
    const auto place = [&](const CsvField& f) { return Span{file, f.begin, f.end}; };
    const auto kept = [&](std::string text, Span span) {  // a field with quotes in it differs from its source
        const std::string_view written = sources.text(span);
        return text == written ? written : sources.keep(std::move(text));
    };
    for (std::size_t i = 0; i < columns.size(); ++i) {
        const CsvField& field = row.fields[i];
        const std::string_view column = columns[i];
        const std::string_view text = kept(field.text, place(field));
        if (column == "name") {
            fact.name = text;
            fact.name_span = place(field);
        } else if (column == "value") {
            value = text;
            fact.value_span = place(field);
        } else if (column == "unit") {
            unit = text;
        } else if (column == "population" && !text.empty()) {
            fact.population = {text, place(field)};
        } else if (!text.empty()) {
            option({column == "date" ? "at" : column == "period" ? "in" : column, text, place(field)}, fact);
        }
    }
    if (fact.name.empty() || value.empty()) {
        const Span where = fact.name.empty() ? Span{file, row.begin, row.end} : fact.name_span;
        diagnostics.add(where, diag::fact_value_unreadable, fact.name.empty() ? fact.name : value);
        return;
    }
    const prose::NameUse base = fact.base, population = fact.population;
    read_value(kept(value_text(value, unit), fact.value_span), fact.value_span, fact, diagnostics);
    if (fact.base.empty()) fact.base = base;
    if (fact.population.empty()) fact.population = population;
    soften(fact);
    out.facts.push_back(std::move(fact));
}

void Reader::table(std::string_view name, Span span, const FactDeclaration& common) {
    ReadResult read = world.read(name);
    if (const auto* error = std::get_if<ReadError>(&read)) {
        diagnostics.add(span, diag::table_unreadable, name, error->reason);
        return;
    }
    const FileId file = sources.add(std::string(name), decode_table(std::move(std::get<std::string>(read))));
    const CsvTable table = parse_csv(sources.text(file));
    for (const std::uint32_t at : table.open_quotes)
        diagnostics.add({file, at, at + 1}, diag::table_quote_broken, "this quote is never closed");
    for (const std::uint32_t at : table.after_quotes)
        diagnostics.add({file, at, at + 1}, diag::table_quote_broken,
                        "a separator must follow the closing quote");
    if (table.rows.empty()) {
        diagnostics.add(span, diag::table_unreadable, name, "it is empty");
        return;
    }
    std::vector<std::string_view> columns;
    for (const CsvField& field : table.rows[0].fields) {
        columns.push_back(column_name(field.text));
        if (!columns.back().empty()) continue;
        diagnostics.add({file, field.begin, field.end}, diag::table_column_unknown, field.text)
            .with_help(did_you_mean(field.text, table_columns));
    }
    for (const std::string_view needed : {"name", "value"}) {
        if (std::find(columns.begin(), columns.end(), needed) != columns.end()) continue;
        diagnostics.add({file, table.rows[0].begin, table.rows[0].end}, diag::table_without_column, needed);
        return;
    }
    if (table.rows.size() > max_table_rows)
        diagnostics.add(span, diag::table_unreadable, name,
                        "it has more than 100,000 rows; the rest is not read");
    for (std::size_t i = 1; i < std::min(table.rows.size(), max_table_rows); ++i) {
        const CsvRow& one = table.rows[i];
        if (one.fields.size() == columns.size())
            row(one, columns, file, common);
        else
            diagnostics.add({file, one.begin, one.end}, diag::table_row_broken, one.fields.size(),
                            columns.size());
    }
}

void Reader::chart(const ast::Chart& chart) {
    for (const ast::Word& series : chart.series) {
        Citation citation;
        citation.kind = Citation::Kind::chart;
        citation.span = series.span;
        citation.formula = read_formula(series.text, series.span, diagnostics);
        out.citations.push_back(std::move(citation));
    }
}

/// The running texts of a block, those of nested blocks included.
void collect_texts(const ast::Block& block, std::vector<prose::RunId>& out) {
    const auto all = [&](const ast::Blocks& blocks) {
        for (const ast::Block& b : blocks) collect_texts(b, out);
    };
    if (const auto* found = std::get_if<ast::Paragraph>(&block.content)) out.push_back(found->text.id);
    if (const auto* found = std::get_if<ast::NumberedParagraph>(&block.content)) all(found->body);
    if (const auto* found = std::get_if<ast::Quote>(&block.content)) all(found->body);
    if (const auto* found = std::get_if<ast::List>(&block.content)) {
        for (const ast::ListItem& item : found->items) all(item.body);
    }
}

/// `{evidence EF-12}` at the end of a block stands for each of its running texts.
void Reader::evidence(const ast::Block& block) {
    std::vector<prose::RunId> texts;
    for (const ast::Brace& brace : block.attributes) {
        if (brace.kind != ast::BraceKind::evidence) continue;
        if (texts.empty()) collect_texts(block, texts);
        for (const prose::RunId id : texts) out.evidence.emplace_back(id, brace.argument.text);
    }
}

void Reader::blocks(const ast::Blocks& all) {
    for (const ast::Block& block : all) {
        evidence(block);
        if (const auto* found = std::get_if<ast::Facts>(&block.content)) facts(*found);
        if (const auto* found = std::get_if<ast::Chart>(&block.content)) chart(*found);
        if (const auto* found = std::get_if<ast::Include>(&block.content)) blocks(found->blocks);
        if (const auto* found = std::get_if<ast::Box>(&block.content)) blocks(found->body);
        if (const auto* found = std::get_if<ast::Quote>(&block.content)) blocks(found->body);
        if (const auto* found = std::get_if<ast::FootnoteBody>(&block.content)) blocks(found->body);
        if (const auto* found = std::get_if<ast::NumberedParagraph>(&block.content)) blocks(found->body);
        if (const auto* found = std::get_if<ast::List>(&block.content)) {
            for (const ast::ListItem& item : found->items) blocks(item.body);
        }
    }
}

void Reader::citations(const std::vector<prose::Run>& runs) {
    for (std::size_t i = 0; i < runs.size(); ++i) {
        const prose::Run& run = runs[i];
        for (const prose::Mark& mark : run.marks) {
            const bool asserts = mark.kind == prose::MarkKind::assertion;
            if (!asserts && mark.kind != prose::MarkKind::fact_insert) continue;
            Citation citation;
            citation.kind = asserts ? Citation::Kind::assertion : Citation::Kind::insertion;
            citation.run = static_cast<prose::RunId>(i);
            citation.begin = mark.begin;
            citation.end = mark.end;
            citation.span = asserts && mark.begin < mark.end ? run.source(mark.begin, mark.end) : mark.source;
            citation.formula = read_formula(mark.argument, mark.argument_span, diagnostics);
            out.citations.push_back(std::move(citation));
        }
    }
}

}  // namespace

std::vector<prose::Quantity> read_words(const prose::Run& run, std::uint32_t begin, std::uint32_t end) {
    auto found = read_quantities(run.words(begin, end));
    for (prose::Quantity& q : found) {
        for (std::uint32_t* at :
             {&q.begin, &q.end, &q.number_begin, &q.number_end, &q.noun_begin, &q.noun_end})
            *at += begin;
    }
    return found;
}

prose::FigureReading read_figures(const ast::Document& document, const std::vector<prose::Run>& runs,
                                  Sources& sources, World& world, Diagnostics& diagnostics) {
    Reader reader{sources, world, diagnostics, {}};
    reader.blocks(document.blocks);
    reader.citations(runs);
    std::stable_sort(reader.out.evidence.begin(), reader.out.evidence.end(),
                     [](const auto& a, const auto& b) { return a.first < b.first; });
    return std::move(reader.out);
}

}  // namespace stet::grammar

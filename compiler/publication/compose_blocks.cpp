// Blocks as they are printed, and the standard sections that a report leaves to its framework.
#include <algorithm>

#include "compiler/base/overloaded.hpp"
#include "compiler/publication/composer.hpp"

namespace stet::publication {

namespace {

Align align(ast::Align written) {
    switch (written) {
        case ast::Align::none:
        case ast::Align::left:
            return Align::left;
        case ast::Align::centre:
            return Align::centre;
        case ast::Align::right:
            return Align::right;
    }
    return Align::left;
}

ChartKind chart_kind(std::string_view word) {
    if (word == "stacked") return ChartKind::stacked;
    if (word == "lines") return ChartKind::lines;
    if (word == "share") return ChartKind::share;
    return ChartKind::bars;
}

std::string option(const std::vector<ast::FactOption>& options, std::string_view key) {
    const auto found = std::find_if(options.begin(), options.end(),
                                    [&](const ast::FactOption& o) { return o.key.text == key; });
    return found == options.end() ? std::string() : std::string(found->value.text);
}

/// Puts the grade before wording that does not name it: "Good: ...".
void name_grade(std::string_view grade, Block& block) {
    Text& text = std::get<Paragraph>(block.content).text;
    if (grade.empty() || std::any_of(text.begin(), text.end(), [](const Piece& p) { return p.strong; }))
        return;
    text.insert(text.begin(), 2, Piece());
    text[0].text = capitalised(grade);
    text[0].strong = true;
    text[1].text = ": ";
}

std::string standard_id(std::string_view title) {
    std::string id = "standard-";
    for (const char c : title) {
        const bool letter = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
        const bool capital = c >= 'A' && c <= 'Z';
        if (letter)
            id += c;
        else if (capital)
            id += static_cast<char>(c - 'A' + 'a');
        else if (id.back() != '-')
            id += '-';
    }
    while (id.back() == '-') id.pop_back();
    return id;
}

}  // namespace

BlockComposer::BlockComposer(const model::Report& report, const TextComposer& text)
    : report_(report), text_(text), stands_(report.framework.sections.size(), false) {
    for (const model::Section& section : report.sections) {
        if (section.rule) stands_[*section.rule] = true;
    }
}

Blocks BlockComposer::body(const std::function<void(std::size_t)>& composed) {
    Blocks out;
    for (std::size_t i = 0; i < report_.document.blocks.size(); ++i) {
        add(report_.document.blocks[i], out);
        composed(i);
    }
    if (part_) close_part(part_, out);
    close_part(std::nullopt, out);
    return out;
}

Blocks BlockComposer::blocks(const ast::Blocks& written) {
    Blocks out;
    add_all(written, out);
    return out;
}

void BlockComposer::add_all(const ast::Blocks& written, Blocks& out) {
    for (const ast::Block& block : written) add(block, out);
}

void BlockComposer::add(const ast::Block& b, Blocks& out) {
    const auto push = [&](auto content) { out.push_back({"", b.span, false, std::move(content)}); };
    std::visit(overloaded{
                   [&](const ast::Heading& x) { heading(b, x.title, out); },
                   [&](const ast::Paragraph& x) { paragraph(b, x, out); },
                   [&](const ast::NumberedParagraph& x) { numbered(b, x, out); },
                   [&](const ast::List& x) { list(b, x, out); },
                   [&](const ast::Quote& x) { push(Quote{blocks(x.body)}); },
                   [&](const ast::FootnoteBody&) {},
                   [&](const ast::Table& x) { table(b, x, out); },
                   [&](const ast::Box& x) {
                       push(Box{text_.text(x.title), blocks(x.body)});
                   },
                   [&](const ast::Appendix& x) { heading(b, x.title, out); },
                   [&](const ast::Judgements&) {},
                   [&](const ast::Facts&) {},
                   [&](const ast::Contents&) {},
                   [&](const ast::Chart& x) { chart(b, x, out); },
                   [&](const ast::Image& x) { image(b, x, out); },
                   [&](const ast::PrivateNote&) {},
                   [&](const ast::Include& x) { add_all(x.blocks, out); },
                   [&](const ast::Restart&) {},
                   [&](const ast::Directive&) {},
               },
               b.content);
}

void BlockComposer::heading(const ast::Block& block, const ast::RunningText& title, Blocks& out) {
    const auto id = report_.places[title.id].section;
    if (!id) return;
    const model::Section& section = report_.sections[*id];
    if (section.level == 1) {
        if (part_) close_part(part_, out);
        // Standard sections of no part stand before the annexes.
        if (section.appendix) close_part(std::nullopt, out);
        part_ = *id;
    }
    Heading heading;
    heading.level = section.level;
    heading.title = text_.text(title);
    if (!section.number.empty()) heading.number = (section.appendix ? "Appendix " : "") + section.number;
    out.push_back({section.id, block.span, false, std::move(heading)});
}

/// The paragraph's id, where this is the first of its texts to be printed.
std::string BlockComposer::paragraph_id(const ast::RunningText& text) {
    const auto paragraph = report_.places[text.id].paragraph;
    if (!paragraph) return {};
    const std::string& id = report_.paragraphs[*paragraph].id;
    return named_.insert(id).second ? id : std::string();
}

void BlockComposer::paragraph(const ast::Block& block, const ast::Paragraph& paragraph, Blocks& out) {
    Text text = text_.text(paragraph.text);
    // A paragraph of private matter alone leaves nothing to print.
    if (text.empty()) return;
    out.push_back({paragraph_id(paragraph.text), block.span, false, Paragraph{std::move(text)}});
}

void BlockComposer::numbered(const ast::Block& block, const ast::NumberedParagraph& paragraph, Blocks& out) {
    Block numbered{"", block.span, false, {}};
    NumberedParagraph content;
    const auto* first =
        paragraph.body.empty() ? nullptr : std::get_if<ast::Paragraph>(&paragraph.body.front().content);
    if (first != nullptr) {
        if (const auto id = report_.places[first->text.id].paragraph) {
            numbered.id = paragraph_id(first->text);
            content.number = report_.paragraphs[*id].number;
        }
    }
    content.body = blocks(paragraph.body);
    numbered.content = std::move(content);
    out.push_back(std::move(numbered));
}

void BlockComposer::list(const ast::Block& block, const ast::List& list, Blocks& out) {
    List result;
    result.lettered = list.lettered;
    for (const ast::ListItem& item : list.items) {
        ListItem printed;
        printed.label = list.lettered ? std::string(item.marker.text) : "\u2022";
        printed.body = blocks(item.body);
        if (!printed.body.empty()) result.items.push_back(std::move(printed));
    }
    if (!result.items.empty()) out.push_back({"", block.span, false, std::move(result)});
}

void BlockComposer::table(const ast::Block& block, const ast::Table& written, Blocks& out) {
    if (tables_ >= report_.tables.size()) return;
    const model::Table& resolved = report_.tables[tables_++];
    Table table;
    if (resolved.number != 0) table.label = "Table " + std::to_string(resolved.number);
    table.caption = text_.text(written.caption);
    for (const ast::Align column : written.columns) table.columns.push_back(align(column));
    const auto rows = [&](const std::vector<ast::Row>& from, std::vector<std::vector<Cell>>& to, bool head) {
        for (const ast::Row& row : from) {
            to.emplace_back();
            for (const ast::Cell& cell : row.cells)
                to.back().push_back({text_.text(cell.text), cell.columns, cell.rows, head});
        }
    };
    rows(written.head, table.head, true);
    rows(written.body, table.body, false);
    out.push_back({resolved.id, block.span, false, std::move(table)});
}

void BlockComposer::chart(const ast::Block& block, const ast::Chart& written, Blocks& out) {
    if (illustrations_ >= report_.illustrations.size()) return;
    const model::Illustration& resolved = report_.illustrations[illustrations_++];
    Chart chart;
    chart.kind = chart_kind(written.kind.text);
    if (resolved.number != 0) chart.label = "Figure " + std::to_string(resolved.number);
    chart.title = text_.text(written.title);
    chart.source = option(written.options, "source");
    chart.alternative = resolved.alternative;
    fill_chart(report_, written, chart);
    out.push_back({resolved.id, block.span, false, std::move(chart)});
}

void BlockComposer::image(const ast::Block& block, const ast::Image& written, Blocks& out) {
    if (illustrations_ >= report_.illustrations.size()) return;
    const model::Illustration& resolved = report_.illustrations[illustrations_++];
    Image image;
    if (resolved.number != 0) image.label = "Figure " + std::to_string(resolved.number);
    image.file = written.file.text;
    image.caption = text_.text(written.caption);
    image.alternative = resolved.alternative;
    image.decorative = resolved.decorative;
    image.source = block.span;
    out.push_back({resolved.id, block.span, false, std::move(image)});
}

// ---- standard sections ---------------------------------------------------------------------------------

/// Standard sections of the part that ends here (or, without a part, of the report) which it did not write.
void BlockComposer::close_part(const std::optional<model::SectionId>& part, Blocks& out) {
    if (!report_.header.standard_wording) return;
    std::string title;
    if (part) {
        const auto& rule = report_.sections[*part].rule;
        if (!rule) return;
        title = report_.framework.sections[*rule].title;
    }
    for (std::uint32_t i = 0; i < report_.framework.sections.size(); ++i) {
        const framework::SectionRule& rule = report_.framework.sections[i];
        if (rule.wording.empty() || rule.part != title || stands_[i]) continue;
        stands_[i] = true;
        standard_section(rule, out);
    }
}

void BlockComposer::standard_section(const framework::SectionRule& rule, Blocks& out) {
    Heading heading;
    // What belongs to no part stands beside the parts, where the report has any.
    const std::uint8_t usual = rule.part.empty() && part_ ? 1 : 2;
    heading.level = rule.level != 0 ? rule.level : usual;
    heading.title.push_back({});
    heading.title.back().text = rule.title;
    out.push_back({standard_id(rule.title), {}, true, std::move(heading)});
    for (const framework::Wording& wording : report_.framework.wording) {
        if (wording.place != rule.wording) continue;
        const std::string_view strong =
            wording.grade ? report_.grade_name(*wording.grade) : std::string_view();
        for (const std::string& words : wording.paragraphs) {
            out.push_back(standard_paragraph(words, strong));
            if (&words == &wording.paragraphs.front()) name_grade(strong, out.back());
        }
    }
}

}  // namespace stet::publication

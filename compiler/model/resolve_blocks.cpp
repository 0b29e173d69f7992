// The walk over the blocks: sections, paragraphs with their numbers, tables, pictures; what is to be bound
// later.
#include <algorithm>
#include <array>
#include <charconv>

#include "compiler/base/overloaded.hpp"
#include "compiler/framework/names.hpp"
#include "compiler/model/resolver.hpp"

namespace stet::model {

namespace {

using framework::NumberingScheme;

class Walk {
  public:
    explicit Walk(Resolver& resolver) : resolver_(resolver), report_(resolver.report) {
        report_.series_first = {1};
    }

    void header() {
        for (const ast::HeaderField& field : report_.document.header) place(field.value);
    }
    void blocks(const ast::Blocks& blocks, std::optional<ParagraphId> parent);

  private:
    void block(const ast::Block& block, std::optional<ParagraphId> parent);
    void heading(const ast::Block& block, const ast::Heading& heading);
    void appendix(const ast::Block& block, const ast::Appendix& appendix);
    SectionId open_section(const ast::RunningText& title, Span span, std::uint8_t level);
    void paragraph(const ast::Block& block, const ast::Paragraph& paragraph,
                   std::optional<ParagraphId> parent);
    void numbered(const ast::Block& block, const ast::NumberedParagraph& paragraph,
                  std::optional<ParagraphId> parent);
    void list(const ast::List& list, std::optional<ParagraphId> parent);
    void footnote(const ast::FootnoteBody& note);
    void table(const ast::Block& block, const ast::Table& table);
    void illustration(const ast::Block& block, const ast::RunningText& title,
                      const std::vector<ast::FactOption>& options, bool chart, std::string_view file);
    void judgements(const ast::Judgements& judgements);
    void contents(const ast::Contents& contents);

    ParagraphId open_paragraph(Paragraph::Kind kind, Span span, std::optional<ParagraphId> parent);
    /// The paragraph in the marker's line, then what stands below it; `attributes` are the whole block's.
    void body(const ast::Blocks& body, ParagraphId paragraph, const std::vector<ast::Brace>& attributes);
    void name_paragraph(ParagraphId paragraph, const std::vector<ast::Brace>& attributes);
    void assign_number(Paragraph& paragraph, const ast::NumberedParagraph& written);
    void new_series(std::uint32_t first) {
        ++series_;
        next_ = first;
        report_.series_first.push_back(first);
    }

    void place(const ast::RunningText& text, std::optional<ParagraphId> paragraph = std::nullopt);
    void braces(const ast::Inlines& inlines, RunId run);
    void claim_label(const std::vector<ast::Brace>& attributes, const std::string& target, Label::Kind kind);
    [[nodiscard]] static std::string_view label_of(const std::vector<ast::Brace>& attributes);
    void mark_content();

    Resolver& resolver_;
    Report& report_;
    std::vector<SectionId> open_;  ///< the headings above the present place, outermost first
    std::uint32_t parts_ = 0;
    std::uint32_t appendices_ = 0;
    std::uint32_t series_ = 0;
    std::uint32_t next_ = 1;
    std::uint32_t tables_ = 0;
    std::uint32_t figures_ = 0;
};

void Walk::blocks(const ast::Blocks& blocks, std::optional<ParagraphId> parent) {
    for (const ast::Block& b : blocks) block(b, parent);
}

void Walk::block(const ast::Block& b, std::optional<ParagraphId> parent) {
    std::visit(overloaded{
                   [&](const ast::Heading& x) { heading(b, x); },
                   [&](const ast::Paragraph& x) { paragraph(b, x, parent); },
                   [&](const ast::NumberedParagraph& x) { numbered(b, x, parent); },
                   [&](const ast::List& x) { list(x, parent); },
                   [&](const ast::Quote& x) { blocks(x.body, parent); },
                   [&](const ast::FootnoteBody& x) { footnote(x); },
                   [&](const ast::Table& x) { table(b, x); },
                   [&](const ast::Box& x) {
                       place(x.title);
                       mark_content();
                       blocks(x.body, parent);
                   },
                   [&](const ast::Appendix& x) { appendix(b, x); },
                   [&](const ast::Judgements& x) { judgements(x); },
                   [&](const ast::Facts& x) { place(x.title); },
                   [&](const ast::Contents& x) { contents(x); },
                   [&](const ast::Chart& x) { illustration(b, x.title, x.options, true, {}); },
                   [&](const ast::Image& x) { illustration(b, x.caption, x.options, false, x.file.text); },
                   [&](const ast::PrivateNote&) {},
                   [&](const ast::Include& x) { blocks(x.blocks, parent); },
                   [&](const ast::Restart& x) {
                       std::uint32_t first = 1;
                       const std::string_view digits = x.number.text;
                       std::from_chars(digits.data(), digits.data() + digits.size(), first);
                       new_series(first);
                   },
                   [&](const ast::Directive&) {},
               },
               b.content);
}

// ---- sections ------------------------------------------------------------------------------------------

SectionId Walk::open_section(const ast::RunningText& title, Span span, std::uint8_t level) {
    while (!open_.empty() && report_.sections[open_.back()].level >= level) open_.pop_back();
    const auto id = static_cast<SectionId>(report_.sections.size());
    Section section;
    section.level = level;
    section.title = title.id;
    section.span = span;
    if (!open_.empty()) {
        section.parent = open_.back();
        report_.sections[open_.back()].children.push_back(id);
    }
    section.part = open_.empty() ? id : open_.front();
    report_.sections.push_back(std::move(section));
    open_.push_back(id);
    place(title);
    return id;
}

/// "Annex A", "Appendix 2: ..." at level 1 is an annex also where it is written as a heading.
bool names_an_annex(std::string_view title) {
    const std::string folded = framework::fold(title);
    return folded.starts_with("annex ") || folded.starts_with("appendix ") || folded == "annex" ||
           folded == "appendix";
}

void Walk::heading(const ast::Block& block, const ast::Heading& heading) {
    const SectionId id = open_section(heading.title, block.span, heading.level);
    Section& section = report_.sections[id];
    const std::string_view title = report_.text(section.title);
    const std::string_view label = label_of(block.attributes);
    section.id =
        resolver_.make_id(label.empty() ? without_grade(title, report_.framework) : label, 8, "section");
    claim_label(block.attributes, section.id, Label::Kind::section);
    for (const ast::Brace& brace : block.attributes) {
        if (brace.kind == ast::BraceKind::judges) section.judges = resolver_.judgement(brace.argument);
    }
    if (heading.level != 1) return;
    section.appendix = names_an_annex(title);
    if (section.appendix) {
        if (report_.framework.annexes_restart) new_series(1);
        return;
    }
    ++parts_;
    if (report_.framework.numbering == NumberingScheme::continuous) return;
    if (report_.framework.numbering == NumberingScheme::by_section) section.number = std::to_string(parts_);
    new_series(1);
}

void Walk::appendix(const ast::Block& block, const ast::Appendix& appendix) {
    open_.clear();
    const SectionId id = open_section(appendix.title, block.span, 1);
    Section& section = report_.sections[id];
    section.appendix = true;
    section.number = std::string(1, static_cast<char>('A' + appendices_ % 26));
    ++appendices_;
    const std::string_view label = label_of(block.attributes);
    section.id = resolver_.make_id(label.empty() ? report_.text(section.title) : label, 8, "appendix");
    claim_label(block.attributes, section.id, Label::Kind::section);
    if (report_.framework.annexes_restart) new_series(1);
}

void Walk::mark_content() {
    for (const SectionId id : open_) report_.sections[id].has_content = true;
}

// ---- paragraphs ----------------------------------------------------------------------------------------

ParagraphId Walk::open_paragraph(Paragraph::Kind kind, Span span, std::optional<ParagraphId> parent) {
    mark_content();
    Paragraph paragraph;
    paragraph.kind = kind;
    paragraph.span = span;
    paragraph.parent = parent;
    if (!open_.empty()) paragraph.section = open_.back();
    report_.paragraphs.push_back(std::move(paragraph));
    return static_cast<ParagraphId>(report_.paragraphs.size() - 1);
}

void Walk::name_paragraph(ParagraphId id, const std::vector<ast::Brace>& attributes) {
    Paragraph& paragraph = report_.paragraphs[id];
    const std::string_view label = label_of(attributes);
    if (paragraph.id.empty() || !label.empty()) {
        std::string words(label);
        if (label.empty() && paragraph.section) words = report_.sections[*paragraph.section].id + " ";
        if (label.empty() && !paragraph.runs.empty())
            words += report_.text(paragraph.runs.front()).substr(0, 120);
        paragraph.id = resolver_.make_id(words, label.empty() ? 10 : 100, "paragraph");
    }
    claim_label(attributes, paragraph.id, Label::Kind::paragraph);
    for (const ast::Brace& brace : attributes) {
        if (brace.kind != ast::BraceKind::because) continue;
        paragraph.because_span = brace.span;
        std::string_view names = brace.argument.text;
        while (!names.empty()) {
            const std::size_t end = std::min(names.find(','), names.size());
            std::string_view name = names.substr(0, end);
            names.remove_prefix(std::min(end + 1, names.size()));
            while (!name.empty() && (name.front() == ' ' || name.front() == '\n')) name.remove_prefix(1);
            while (!name.empty() && (name.back() == ' ' || name.back() == '\n')) name.remove_suffix(1);
            if (name.empty()) continue;
            const Span whole = brace.argument.span;
            const auto begin =
                whole.begin + static_cast<std::uint32_t>(name.data() - brace.argument.text.data());
            paragraph.because.push_back(name);
            resolver_.because.push_back(
                {{name, {whole.file, begin, begin + static_cast<std::uint32_t>(name.size())}}, id});
        }
    }
}

void Walk::paragraph(const ast::Block& block, const ast::Paragraph& written,
                     std::optional<ParagraphId> parent) {
    const ParagraphId id = open_paragraph(Paragraph::Kind::plain, block.span, parent);
    place(written.text, id);
    name_paragraph(id, block.attributes);
}

void Walk::body(const ast::Blocks& body, ParagraphId paragraph, const std::vector<ast::Brace>& attributes) {
    bool named = false;
    const auto name = [&] {
        if (!named) name_paragraph(paragraph, attributes);
        named = true;
    };
    for (const ast::Block& inner : body) {
        if (const auto* text = std::get_if<ast::Paragraph>(&inner.content)) {
            place(text->text, paragraph);
            name();
            name_paragraph(paragraph, inner.attributes);
        } else {
            name();
            block(inner, paragraph);
        }
    }
    name();
}

void Walk::numbered(const ast::Block& block, const ast::NumberedParagraph& written,
                    std::optional<ParagraphId> parent) {
    const ParagraphId id = open_paragraph(Paragraph::Kind::numbered, block.span, parent);
    assign_number(report_.paragraphs[id], written);
    body(written.body, id, block.attributes);
}

void Walk::list(const ast::List& list, std::optional<ParagraphId> parent) {
    for (const ast::ListItem& item : list.items) {
        const ParagraphId id = open_paragraph(Paragraph::Kind::item, item.span, parent);
        body(item.body, id, {});
    }
}

std::uint32_t whole(std::string_view digits) {
    std::uint32_t value = 0;
    std::from_chars(digits.data(), digits.data() + digits.size(), value);
    return value;
}

void Walk::assign_number(Paragraph& paragraph, const ast::NumberedParagraph& written) {
    paragraph.numbered = true;
    paragraph.series = series_;
    paragraph.written_number = written.number.text;
    paragraph.number_span = written.number.span;
    const std::string chapter = open_.empty() ? std::string() : report_.sections[open_.front()].number;
    const bool by_section = report_.framework.numbering == NumberingScheme::by_section && !chapter.empty();
    if (written.automatic) {
        paragraph.ordinal = next_;
        if (by_section) paragraph.chapter = whole(chapter);
        paragraph.number = (by_section ? chapter + "." : std::string()) + std::to_string(next_);
    } else {
        const std::string_view number = written.number.text;
        const std::size_t dot = number.find('.');
        if (dot != std::string_view::npos) paragraph.chapter = whole(number.substr(0, dot));
        paragraph.ordinal = whole(dot == std::string_view::npos ? number : number.substr(dot + 1));
        paragraph.number = number;
    }
    next_ = paragraph.ordinal + 1;
}

// ---- other blocks --------------------------------------------------------------------------------------

void collect_texts(const ast::Blocks& blocks, std::vector<const ast::RunningText*>& texts) {
    for (const ast::Block& block : blocks) {
        if (const auto* paragraph = std::get_if<ast::Paragraph>(&block.content))
            texts.push_back(&paragraph->text);
        else if (const auto* quote = std::get_if<ast::Quote>(&block.content))
            collect_texts(quote->body, texts);
        else if (const auto* numbered = std::get_if<ast::NumberedParagraph>(&block.content))
            collect_texts(numbered->body, texts);
        else if (const auto* list = std::get_if<ast::List>(&block.content)) {
            for (const ast::ListItem& item : list->items) collect_texts(item.body, texts);
        }
    }
}

void Walk::footnote(const ast::FootnoteBody& note) {
    std::vector<const ast::RunningText*> texts;
    collect_texts(note.body, texts);
    NoteBody body{&note, {}};
    for (const ast::RunningText* text : texts) {
        place(*text);
        body.runs.push_back(text->id);
    }
    resolver_.notes.push_back(std::move(body));
}

void Walk::table(const ast::Block& block, const ast::Table& written) {
    mark_content();
    Table table;
    table.span = block.span;
    if (!open_.empty()) table.section = open_.back();
    if (!written.caption.empty()) {
        place(written.caption);
        table.caption = written.caption.id;
        table.number = ++tables_;
    }
    const auto rows = [&](const std::vector<ast::Row>& from, std::vector<std::vector<Cell>>& to) {
        for (const ast::Row& row : from) {
            to.emplace_back();
            for (const ast::Cell& cell : row.cells) {
                place(cell.text);
                to.back().push_back({cell.text.id, cell.span, cell.columns, cell.rows});
            }
        }
    };
    rows(written.head, table.head);
    rows(written.body, table.body);
    const std::string_view label = label_of(block.attributes);
    const std::string words = !label.empty()  ? std::string(label)
                              : table.caption ? "table " + std::string(report_.text(*table.caption))
                                              : "table";
    table.id = resolver_.make_id(words, 10, "table");
    claim_label(block.attributes, table.id, Label::Kind::table);
    report_.tables.push_back(std::move(table));
}

void Walk::illustration(const ast::Block& block, const ast::RunningText& title,
                        const std::vector<ast::FactOption>& options, bool chart, std::string_view file) {
    mark_content();
    Illustration picture;
    picture.span = block.span;
    picture.chart = chart;
    picture.file = file;
    if (!open_.empty()) picture.section = open_.back();
    for (const ast::FactOption& option : options) {
        if (option.key.text == "decorative") picture.decorative = true;
        if (option.key.text != "alt") continue;
        picture.alternative = option.value.text;
        picture.alternative_span = option.value.span;
    }
    if (!title.empty()) {
        place(title);
        picture.title = title.id;
        if (!picture.decorative) picture.number = ++figures_;
    }
    const std::string_view label = label_of(block.attributes);
    const std::string words = !label.empty()  ? std::string(label)
                              : picture.title ? "figure " + std::string(report_.text(*picture.title))
                                              : "figure";
    picture.id = resolver_.make_id(words, 10, "figure");
    claim_label(block.attributes, picture.id, Label::Kind::figure);
    report_.illustrations.push_back(std::move(picture));
}

void Walk::judgements(const ast::Judgements& judgements) {
    for (const ast::JudgementLine& line : judgements.lines) {
        for (const ast::RunningText& statement : line.statements) place(statement);
    }
    resolver_.judgement_blocks.push_back(&judgements);
}

void Walk::contents(const ast::Contents& contents) {
    for (const ast::ContentsEntry& entry : contents.entries) place(entry.text);
    resolver_.contents.push_back(&contents);
}

// ---- running text --------------------------------------------------------------------------------------

void Walk::place(const ast::RunningText& text, std::optional<ParagraphId> paragraph) {
    if (text.id >= report_.places.size()) return;
    RunPlace& place = report_.places[text.id];
    if (!open_.empty()) place.section = open_.back();
    place.paragraph = paragraph;
    for (auto at = paragraph; at; at = report_.paragraphs[*at].parent)
        report_.paragraphs[*at].runs.push_back(text.id);
    braces(text.inlines, text.id);
}

void Walk::braces(const ast::Inlines& inlines, RunId run) {
    const auto use = [&](const ast::Brace& brace, const ast::Assertion* assertion) {
        if (brace.kind == ast::BraceKind::see) resolver_.sees.push_back({&brace, assertion, run});
        if (brace.kind == ast::BraceKind::grade) resolver_.grades.push_back({&brace, assertion, run});
    };
    for (const ast::Inline& part : inlines) {
        if (const auto* brace = part.as<ast::Brace>())
            use(*brace, nullptr);
        else if (const auto* emphasis = std::get_if<ast::Emphasis>(&part.content))
            braces(emphasis->content, run);
        else if (const auto* strong = std::get_if<ast::Strong>(&part.content))
            braces(strong->content, run);
        else if (const auto* link = part.as<ast::Link>())
            braces(link->content, run);
        else if (const auto* assertion = part.as<ast::Assertion>()) {
            use(assertion->brace, assertion);
            braces(assertion->content, run);
        }
    }
}

std::string_view Walk::label_of(const std::vector<ast::Brace>& attributes) {
    for (const ast::Brace& brace : attributes) {
        if (brace.kind == ast::BraceKind::label) return brace.argument.text;
    }
    return {};
}

void Walk::claim_label(const std::vector<ast::Brace>& attributes, const std::string& target,
                       Label::Kind kind) {
    for (const ast::Brace& brace : attributes) {
        if (brace.kind != ast::BraceKind::label) continue;
        report_.labels.push_back({brace.argument.text, brace.span, target, kind, {}});
    }
}

}  // namespace

void walk_blocks(Resolver& resolver) {
    Walk walk(resolver);
    walk.header();
    walk.blocks(resolver.report.document.blocks, std::nullopt);
}

}  // namespace stet::model

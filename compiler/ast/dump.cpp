// A readable dump of a document: one node a line, indented, with byte spans.
#include <fmt/format.h>

#include "compiler/ast/ast.hpp"

namespace stet::ast {

namespace {

std::string_view kind_name(BraceKind kind) {
    switch (kind) {
        case BraceKind::fact:
            return "fact";
        case BraceKind::see:
            return "see";
        case BraceKind::grade:
            return "grade";
        case BraceKind::because:
            return "because";
        case BraceKind::judges:
            return "judges";
        case BraceKind::evidence:
            return "evidence";
        case BraceKind::note:
            return "note";
        case BraceKind::stet:
            return "stet";
        case BraceKind::label:
            return "label";
    }
    return "brace";
}

std::string_view align_name(Align align) {
    switch (align) {
        case Align::none:
            return "none";
        case Align::left:
            return "left";
        case Align::centre:
            return "centre";
        case Align::right:
            return "right";
    }
    return "none";
}

/// Text between quotation marks; line breaks, quotes and control characters are escaped.
std::string quoted(std::string_view text) {
    std::string out = "\"";
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if (c == '\n')
            out += "\\n";
        else if (c == '\r')
            out += "\\r";
        else if (c == '\t')
            out += "\\t";
        else if (c == '"' || c == '\\')
            (out += '\\') += c;
        else if (byte < 0x20 || byte == 0x7F)
            out += fmt::format("\\x{:02X}", byte);
        else
            out += c;
    }
    return out + '"';
}

class Dumper {
  public:
    explicit Dumper(DumpOptions options) : options_(options) {}

    std::string document(const Document& document) {
        for (const HeaderField& field : document.header) {
            line(field.span, "field", quoted(field.key.text));
            nested([&] {
                inlines(field.value);
                attributes(field.attributes);
            });
        }
        blocks(document.blocks);
        return std::move(out_);
    }

  private:
    template <class Function>
    void nested(Function function) {
        ++depth_;
        function();
        --depth_;
    }
    void line(Span span, std::string_view name, std::string_view detail = {}) {
        out_.append(depth_ * 2, ' ');
        out_ += name;
        if (!detail.empty()) (out_ += ' ') += detail;
        if (options_.spans) out_ += fmt::format(" [{},{})", span.begin, span.end);
        out_ += '\n';
    }
    void line(Span span, std::string_view name, const std::string& detail) {
        line(span, name, std::string_view(detail));
    }

    // ---- inline --------------------------------------------------------------------------------------

    void inlines(const RunningText& text) { list(text.inlines); }
    void content(const Inlines& inner) {
        nested([&] { list(inner); });
    }
    void list(const Inlines& nodes) {
        for (std::size_t i = 0; i < nodes.size(); ++i) {
            if (!options_.spans && std::holds_alternative<Text>(nodes[i].content)) {
                i = joined_text(nodes, i);
                continue;
            }
            nodes[i].visit([&](const auto& n) { show(n, nodes[i].span); });
        }
    }
    /// Where a text is split depends on the indent of its lines; without spans the parts are shown as one.
    std::size_t joined_text(const Inlines& nodes, std::size_t first) {
        std::string words;
        std::size_t last = first;
        for (std::size_t i = first; i < nodes.size(); ++i) {
            const auto* text = std::get_if<Text>(&nodes[i].content);
            if (text == nullptr) break;
            words += text->text;
            last = i;
        }
        line({}, "text", quoted(words));
        return last;
    }
    void show(const Text& n, Span span) { line(span, "text", quoted(n.text)); }
    void show(const LineBreak& /*n*/, Span span) { line(span, "break"); }
    void show(const Emphasis& n, Span span) {
        line(span, "emphasis");
        content(n.content);
    }
    void show(const Strong& n, Span span) {
        line(span, "strong");
        content(n.content);
    }
    void show(const Link& n, Span span) {
        line(span, "link", quoted(n.url.text));
        content(n.content);
    }
    void show(const NoteMark& n, Span span) { line(span, "note-mark", quoted(n.name.text)); }
    void show(const Brace& n, Span span) { line(span, kind_name(n.kind), quoted(n.argument.text)); }
    void show(const Assertion& n, Span span) {
        line(span, "assertion", fmt::format("{} {}", kind_name(n.brace.kind), quoted(n.brace.argument.text)));
        content(n.content);
    }
    void attributes(const std::vector<Brace>& list) {
        for (const Brace& brace : list) {
            line(brace.span, "attribute",
                 fmt::format("{} {}", kind_name(brace.kind), quoted(brace.argument.text)));
        }
    }
    void named(std::string_view name, const RunningText& text) {
        if (text.empty()) return;
        line(text.span, name);
        nested([&] { inlines(text); });
    }
    void word(std::string_view name, const Word& text) {
        if (!text.empty()) line(text.span, name, quoted(text.text));
    }

    // ---- blocks --------------------------------------------------------------------------------------

    void blocks(const Blocks& list) {
        for (const Block& block : list) std::visit([&](const auto& b) { show(b, block); }, block.content);
    }
    void body(const Block& block, const Blocks& list) {
        nested([&] {
            attributes(block.attributes);
            blocks(list);
        });
    }
    void show(const Heading& b, const Block& block) {
        line(block.span, "heading", fmt::format("{}", b.level));
        nested([&] {
            inlines(b.title);
            attributes(block.attributes);
        });
    }
    void show(const Paragraph& b, const Block& block) {
        line(block.span, "paragraph");
        nested([&] {
            inlines(b.text);
            attributes(block.attributes);
        });
    }
    void show(const NumberedParagraph& b, const Block& block) {
        line(block.span, "numbered", quoted(b.number.text));
        body(block, b.body);
    }
    void show(const List& b, const Block& block) {
        line(block.span, b.lettered ? "lettered-list" : "list");
        nested([&] {
            attributes(block.attributes);
            for (const ListItem& item : b.items) {
                line(item.span, "item", quoted(item.marker.text));
                nested([&] { blocks(item.body); });
            }
        });
    }
    void show(const Quote& b, const Block& block) {
        line(block.span, "quote");
        body(block, b.body);
    }
    void show(const FootnoteBody& b, const Block& block) {
        line(block.span, "footnote", quoted(b.name.text));
        body(block, b.body);
    }
    void rows(std::string_view name, const std::vector<Row>& list) {
        for (const Row& row : list) {
            line(row.span, name);
            nested([&] {
                for (const Cell& cell : row.cells) show(cell);
            });
        }
    }
    void show(const Cell& cell) {
        std::string detail;
        if (cell.columns > 1) detail += fmt::format("columns={}", cell.columns);
        if (cell.rows > 1) detail += fmt::format("{}rows={}", detail.empty() ? "" : " ", cell.rows);
        line(cell.span, "cell", detail);
        nested([&] {
            inlines(cell.text);
            attributes(cell.attributes);
        });
    }
    void show(const Table& b, const Block& block) {
        std::string detail;
        for (const Align align : b.columns)
            detail += (detail.empty() ? "" : " ") + std::string(align_name(align));
        line(block.span, "table", detail);
        nested([&] {
            attributes(block.attributes);
            named("caption", b.caption);
            rows("head", b.head);
            rows("row", b.body);
        });
    }
    void show(const Box& b, const Block& block) {
        line(block.span, "box");
        nested([&] {
            attributes(block.attributes);
            named("title", b.title);
            blocks(b.body);
        });
    }
    void show(const Appendix& b, const Block& block) {
        line(block.span, "appendix");
        nested([&] {
            attributes(block.attributes);
            named("title", b.title);
        });
    }
    void show(const Judgements& b, const Block& block) {
        line(block.span, "judgements");
        nested([&] {
            attributes(block.attributes);
            for (const JudgementLine& judgement : b.lines) {
                line(judgement.span, "judgement",
                     quoted(judgement.name.text) + " " + quoted(judgement.grade.text));
                nested([&] {
                    for (const RunningText& statement : judgement.statements) named("statement", statement);
                    word("because", judgement.rationale);
                    attributes(judgement.attributes);
                });
            }
        });
    }
    void options(const std::vector<FactOption>& list) {
        for (const FactOption& option : list) {
            line(cover(option.key.span, option.value.span), "option",
                 fmt::format("{} {}", quoted(option.key.text), quoted(option.value.text)));
        }
    }
    void show(const Facts& b, const Block& block) {
        line(block.span, "facts");
        nested([&] {
            attributes(block.attributes);
            named("title", b.title);
            options(b.options);
            for (const FactLine& fact : b.lines) {
                line(fact.span, fact.formula ? "formula" : "value",
                     quoted(fact.name.text) + " " + quoted(fact.value.text));
                nested([&] {
                    options(fact.options);
                    attributes(fact.attributes);
                });
            }
        });
    }
    void show(const Contents& b, const Block& block) {
        line(block.span, "contents");
        nested([&] {
            for (const ContentsEntry& entry : b.entries) {
                line(entry.span, "entry", fmt::format("{}", entry.level));
                nested([&] { inlines(entry.text); });
            }
        });
    }
    void show(const Chart& b, const Block& block) {
        line(block.span, "chart", quoted(b.kind.text));
        nested([&] {
            attributes(block.attributes);
            named("title", b.title);
            for (const Word& series : b.series) word("series", series);
            options(b.options);
        });
    }
    void show(const Image& b, const Block& block) {
        line(block.span, "image", quoted(b.file.text));
        nested([&] {
            attributes(block.attributes);
            named("caption", b.caption);
            options(b.options);
        });
    }
    void show(const PrivateNote& b, const Block& block) {
        line(block.span, "note");
        nested([&] {
            word("for", b.reader);
            word("words", b.text);
        });
    }
    void show(const Include& b, const Block& block) {
        line(block.span, "include", quoted(b.file.text));
        body(block, b.blocks);
    }
    void show(const Restart& b, const Block& block) {
        line(block.span, "restart", b.number.empty() ? std::string() : quoted(b.number.text));
    }
    void show(const Directive& b, const Block& block) {
        line(block.span, "directive",
             quoted(b.name.text) + (b.arguments.empty() ? "" : " " + quoted(b.arguments.text)));
        nested([&] {
            attributes(block.attributes);
            lines(b.lines);
        });
    }
    void lines(const std::vector<DirectiveLine>& list) {
        for (const DirectiveLine& entry : list) {
            line(entry.span, "line", quoted(entry.text));
            nested([&] { lines(entry.children); });
        }
    }

    DumpOptions options_;
    std::string out_;
    std::size_t depth_ = 0;
};

}  // namespace

std::string dump(const Document& document, DumpOptions options) {
    return Dumper(options).document(document);
}

}  // namespace stet::ast

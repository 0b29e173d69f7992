// The syntax tree as one list in reading order, so that features are loops and not walks.
#include "compiler/editor/nodes.hpp"

namespace stet::editor {

namespace {

/// Appends parts in reading order; depth is bounded by ast::max_block_depth and ast::max_inline_depth.
struct Lister {
    std::vector<Node>& out;
    std::uint32_t depth = 0;

    template <class Part>
    void put(const Part& part, Span span) {
        if (!span.empty()) out.push_back({&part, span, depth});
    }

    void braces(const std::vector<ast::Brace>& list) {
        for (const ast::Brace& brace : list) put(brace, brace.span);
    }

    void inlines(const ast::Inlines& list) {
        for (const ast::Inline& part : list) {
            put(part, part.span);
            ++depth;
            part.visit(*this);
            --depth;
        }
    }

    void text(const ast::RunningText& running) {
        put(running, running.span);
        ++depth;
        inlines(running.inlines);
        --depth;
    }

    void blocks(const ast::Blocks& list) {
        for (const ast::Block& block : list) {
            put(block, block.span);
            ++depth;
            std::visit(*this, block.content);
            braces(block.attributes);
            --depth;
        }
    }

    void rows(const std::vector<ast::Row>& list) {
        for (const ast::Row& row : list) {
            put(row, row.span);
            ++depth;
            for (const ast::Cell& cell : row.cells) {
                put(cell, cell.span);
                ++depth;
                text(cell.text);
                --depth;
            }
            --depth;
        }
    }

    // ---- inline ----
    void operator()(const ast::Text&) {}
    void operator()(const ast::LineBreak&) {}
    void operator()(const ast::Emphasis& part) { inlines(part.content); }
    void operator()(const ast::Strong& part) { inlines(part.content); }
    void operator()(const ast::Link& part) { inlines(part.content); }
    void operator()(const ast::NoteMark&) {}
    void operator()(const ast::Brace& part) { put(part, part.span); }
    void operator()(const ast::Assertion& part) {
        inlines(part.content);
        put(part.brace, part.brace.span);
    }

    // ---- blocks ----
    void operator()(const ast::Heading& block) { text(block.title); }
    void operator()(const ast::Paragraph& block) { text(block.text); }
    void operator()(const ast::NumberedParagraph& block) { blocks(block.body); }
    void operator()(const ast::List& block) {
        for (const ast::ListItem& item : block.items) {
            put(item, item.span);
            ++depth;
            blocks(item.body);
            --depth;
        }
    }
    void operator()(const ast::Quote& block) { blocks(block.body); }
    void operator()(const ast::FootnoteBody& block) { blocks(block.body); }
    void operator()(const ast::Table& block) {
        text(block.caption);
        rows(block.head);
        rows(block.body);
    }
    void operator()(const ast::Box& block) {
        text(block.title);
        blocks(block.body);
    }
    void operator()(const ast::Appendix& block) { text(block.title); }
    void operator()(const ast::Judgements& block) {
        for (const ast::JudgementLine& line : block.lines) {
            put(line, line.span);
            ++depth;
            for (const ast::RunningText& statement : line.statements) text(statement);
            --depth;
        }
    }
    void operator()(const ast::Facts& block) {
        text(block.title);
        for (const ast::FactLine& line : block.lines) put(line, line.span);
    }
    void operator()(const ast::Contents& block) {
        for (const ast::ContentsEntry& entry : block.entries) {
            put(entry, entry.span);
            ++depth;
            text(entry.text);
            --depth;
        }
    }
    void operator()(const ast::Chart& block) { text(block.title); }
    void operator()(const ast::Image& block) { text(block.caption); }
    void operator()(const ast::PrivateNote&) {}
    void operator()(const ast::Include& block) { blocks(block.blocks); }
    void operator()(const ast::Restart&) {}
    void operator()(const ast::Directive&) {}
};

}  // namespace

std::vector<Node> list_nodes(const ast::Document& document) {
    std::vector<Node> out;
    Lister lister{out};
    for (const ast::HeaderField& field : document.header) {
        lister.put(field, field.span);
        ++lister.depth;
        lister.text(field.value);
        --lister.depth;
    }
    lister.blocks(document.blocks);
    return out;
}

}  // namespace stet::editor

// The stets of a report: what its author lets stand, and why.
#include "compiler/model/stets.hpp"

#include <variant>

#include "compiler/base/ascii.hpp"

namespace stet::model {

namespace {

void collect(const ast::Blocks& blocks, std::vector<Stet>& out);

const ast::Blocks* body_of(const ast::Block& block) {
    if (const auto* paragraph = std::get_if<ast::NumberedParagraph>(&block.content)) return &paragraph->body;
    if (const auto* quote = std::get_if<ast::Quote>(&block.content)) return &quote->body;
    if (const auto* note = std::get_if<ast::FootnoteBody>(&block.content)) return &note->body;
    if (const auto* box = std::get_if<ast::Box>(&block.content)) return &box->body;
    if (const auto* include = std::get_if<ast::Include>(&block.content)) return &include->blocks;
    return nullptr;
}

/// The stets among some attributes; each holds for `scope`.
void collect(const std::vector<ast::Brace>& attributes, Span scope, std::vector<Stet>& out) {
    for (const ast::Brace& brace : attributes) {
        if (brace.kind != ast::BraceKind::stet) continue;
        const std::string_view argument = brace.argument.text;
        const std::size_t colon = argument.find(':');
        const bool none = colon == std::string_view::npos;
        out.push_back({ascii::trimmed(argument.substr(0, colon)),
                       none ? "" : ascii::trimmed(argument.substr(colon + 1)), brace.span, scope});
    }
}

/// Attributes of the parts of a block: cells, facts, judgements.
void collect_parts(const ast::Block& block, std::vector<Stet>& out) {
    if (const auto* table = std::get_if<ast::Table>(&block.content)) {
        for (const auto* rows : {&table->head, &table->body}) {
            for (const ast::Row& row : *rows) {
                for (const ast::Cell& cell : row.cells) collect(cell.attributes, cell.span, out);
            }
        }
    }
    if (const auto* facts = std::get_if<ast::Facts>(&block.content)) {
        for (const ast::FactLine& line : facts->lines) collect(line.attributes, line.span, out);
    }
    if (const auto* judgements = std::get_if<ast::Judgements>(&block.content)) {
        for (const ast::JudgementLine& line : judgements->lines) collect(line.attributes, line.span, out);
    }
}

void collect(const ast::Blocks& blocks, std::vector<Stet>& out) {
    for (const ast::Block& block : blocks) {
        collect(block.attributes, block.span, out);
        collect_parts(block, out);
        if (const ast::Blocks* body = body_of(block)) collect(*body, out);
        if (const auto* list = std::get_if<ast::List>(&block.content)) {
            for (const ast::ListItem& item : list->items) collect(item.body, out);
        }
    }
}

}  // namespace

std::vector<Stet> find_stets(const ast::Document& document) {
    std::vector<Stet> out;
    for (const ast::HeaderField& field : document.header) collect(field.attributes, field.span, out);
    collect(document.blocks, out);
    return out;
}

}  // namespace stet::model

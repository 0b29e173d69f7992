// The syntax tree as one list in reading order, so that features are loops and not walks.
#pragma once

#include <cstdint>
#include <variant>
#include <vector>

#include "compiler/ast/ast.hpp"

namespace stet::editor {

/// A place in a file of an analysis.
struct Spot {
    FileId file = 0;
    std::uint32_t offset = 0;
};

/// Whether the spot lies in the span or at either of its ends, where a cursor still belongs to a word.
constexpr bool touches(Span span, Spot spot) {
    return span.file == spot.file && span.begin <= spot.offset && spot.offset <= span.end;
}

/// One part of the tree. What it points to lives as long as the document.
struct Node {
    using Value =
        std::variant<const ast::HeaderField*, const ast::Block*, const ast::ListItem*, const ast::Row*,
                     const ast::Cell*, const ast::RunningText*, const ast::Inline*, const ast::Brace*,
                     const ast::JudgementLine*, const ast::FactLine*, const ast::ContentsEntry*>;
    Value value;
    Span span;
    std::uint32_t depth = 0;  ///< 0 for blocks and header fields of the document
};

/// Every part once, those that contain others first; included files at their place. Parts with an empty span
/// are left out.
std::vector<Node> list_nodes(const ast::Document& document);

}  // namespace stet::editor

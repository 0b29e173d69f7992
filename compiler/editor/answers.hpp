// What the features answer: plain values over byte spans of the sources.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "compiler/base/diagnostic.hpp"
#include "compiler/base/span.hpp"

namespace stet::editor {

/// Markdown about the words of a place.
struct Hover {
    Span span;
    std::string markdown;
};

enum class ItemKind : std::uint8_t {
    label,
    fact,
    note,
    judgement,
    grade,
    directive,
    section,
    header_key,
    keyword,
    framework,
    code,
};

/// One offer. `insert` is the text, with `${1:places}` to fill in where `snippet`.
struct Completion {
    ItemKind kind = ItemKind::keyword;
    std::string label;
    std::string detail;
    std::string documentation;
    std::string insert;
    bool snippet = false;
};
struct Completions {
    Span replace;  ///< what is typed so far
    std::vector<Completion> items;
};

/// The edits of a rename, or why it cannot be.
using Renamed = std::variant<std::vector<Edit>, std::string>;

enum class SymbolKind : std::uint8_t {
    part,
    section,
    paragraph,
    facts,
    judgements,
    table,
    figure,
    box,
    notes
};
struct Symbol {
    SymbolKind kind = SymbolKind::section;
    std::string name;
    std::string detail;
    Span span;       ///< all of it
    Span selection;  ///< its heading or number; inside `span`
    std::vector<Symbol> children;
};

struct DocumentLink {
    Span span;
    std::string target;  ///< a web address, or a file relative to the report's folder
    bool is_file = false;
};

struct Lens {
    Span span;
    std::string title;
};

enum class TokenKind : std::uint8_t {
    property,
    keyword,
    label,
    fact,
    note,
    judgement,
    grade,
    number,
    abbreviation,
    remark
};
/// Tokens are in order and do not overlap.
struct Token {
    Span span;
    TokenKind kind = TokenKind::keyword;
    bool declaration = false;
};

enum class ActionKind : std::uint8_t { quick_fix, rewrite };
struct Action {
    ActionKind kind = ActionKind::quick_fix;
    std::string title;
    std::vector<Edit> edits;
    const Diagnostic* diagnostic = nullptr;  ///< what it answers to; of the analysis that was asked
    bool preferred = false;                  ///< the catalogue's own fix, and the only one
};

}  // namespace stet::editor

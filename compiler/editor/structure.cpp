// What folds, and what a growing selection takes in.
#include "compiler/editor/structure.hpp"

#include <algorithm>

#include "compiler/editor/symbols.hpp"

namespace stet::editor {

namespace {

bool several_lines(const Reading& reading, Span span) {
    return reading.sources().text(span).find('\n') != std::string_view::npos;
}

/// Outlines nest as headings do, four deep.
void add_outline(const std::vector<Symbol>& symbols, std::vector<Span>& out) {
    for (const Symbol& symbol : symbols) {
        out.push_back(symbol.span);
        add_outline(symbol.children, out);
    }
}

bool folds(const ast::Block& block) {
    return std::holds_alternative<ast::List>(block.content) ||
           std::holds_alternative<ast::Quote>(block.content) ||
           std::holds_alternative<ast::Contents>(block.content) ||
           std::holds_alternative<ast::PrivateNote>(block.content) ||
           std::holds_alternative<ast::Directive>(block.content);
}

bool is_word_byte(char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte >= 0x80U || (byte >= '0' && byte <= '9') || (byte >= 'a' && byte <= 'z') ||
           (byte >= 'A' && byte <= 'Z');
}

Span word_at(std::string_view text, Spot spot) {
    std::uint32_t begin = spot.offset;
    std::uint32_t end = spot.offset;
    while (begin > 0 && is_word_byte(text[begin - 1])) --begin;
    while (end < text.size() && is_word_byte(text[end])) ++end;
    return {spot.file, begin, end};
}

bool holds(Span outer, Span inner) {
    return outer.file == inner.file && outer.begin <= inner.begin && inner.end <= outer.end;
}

}  // namespace

std::vector<Span> list_folds(const Reading& reading, FileId file) {
    std::vector<Span> out;
    const auto& header = reading.report().document.header;
    if (!header.empty() && header.front().span.file == file)
        out.push_back(cover(header.front().span, header.back().span));
    add_outline(list_symbols(reading, file), out);
    for (const Node& node : reading.nodes) {
        const auto* block = std::get_if<const ast::Block*>(&node.value);
        if (block != nullptr && node.span.file == file && folds(**block)) out.push_back(node.span);
    }
    out.erase(
        std::remove_if(out.begin(), out.end(), [&](Span span) { return !several_lines(reading, span); }),
        out.end());
    std::sort(out.begin(), out.end(),
              [](Span a, Span b) { return a.begin != b.begin ? a.begin < b.begin : a.end > b.end; });
    out.erase(std::unique(out.begin(), out.end()), out.end());
    return out;
}

std::vector<Span> selection_chain(const Reading& reading, Spot spot) {
    const std::string_view text = reading.sources().text(spot.file);
    std::vector<Span> around{{spot.file, 0, static_cast<std::uint32_t>(text.size())}};
    for (const Node& node : reading.nodes) {
        if (touches(node.span, spot)) around.push_back(node.span);
    }
    // From the smallest outwards; of spans that overlap without holding each other the smaller stays.
    std::stable_sort(around.begin(), around.end(), [](Span a, Span b) { return a.size() < b.size(); });
    std::vector<Span> out;
    const Span word = word_at(text, spot);
    out.push_back(word.empty() ? Span{spot.file, spot.offset, spot.offset} : word);
    for (const Span& span : around) {
        if (holds(span, out.back()) && !(span == out.back())) out.push_back(span);
    }
    return out;
}

}  // namespace stet::editor

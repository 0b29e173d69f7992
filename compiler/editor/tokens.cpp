// What the words of a draft are, for editors that colour by meaning.
#include "compiler/editor/tokens.hpp"

#include <algorithm>

namespace stet::editor {

namespace {

TokenKind kind_of(NameKind kind) {
    switch (kind) {
        case NameKind::label:
            return TokenKind::label;
        case NameKind::fact:
            return TokenKind::fact;
        case NameKind::note:
            return TokenKind::note;
        case NameKind::judgement:
            return TokenKind::judgement;
        case NameKind::abbreviation:
            return TokenKind::abbreviation;
    }
    return TokenKind::label;
}

bool is_remark(ast::BraceKind kind) {
    return kind == ast::BraceKind::evidence || kind == ast::BraceKind::note || kind == ast::BraceKind::stet;
}

/// Collects tokens of one file in any order.
struct Collector {
    const Reading& reading;
    FileId file;
    std::vector<Token> out;

    /// Adds a token for each line of the span.
    void add(Span span, TokenKind kind, bool declaration = false) {
        if (span.file != file) return;
        const std::string_view text = reading.sources().text(file);
        std::uint32_t begin = span.begin;
        while (begin < span.end) {
            const std::size_t line_end = std::min<std::size_t>(text.find_first_of("\r\n", begin), span.end);
            const auto end = static_cast<std::uint32_t>(line_end);
            if (end > begin) out.push_back({{file, begin, end}, kind, declaration});
            begin = end;
            while (begin < span.end &&
                   (text[begin] == '\r' || text[begin] == '\n' || text[begin] == ' ' || text[begin] == '\t'))
                ++begin;
        }
    }

    void operator()(const ast::HeaderField* field) { add(field->key.span, TokenKind::property); }
    void operator()(const ast::Block* block) {
        const std::string_view text = reading.sources().text(block->span);
        if (!text.empty() && text.front() == '@') {
            std::uint32_t size = 1;
            while (size < text.size() && ((text[size] >= 'a' && text[size] <= 'z') || text[size] == '-'))
                ++size;
            add({block->span.file, block->span.begin, block->span.begin + size}, TokenKind::keyword);
        }
        if (const auto* numbered = std::get_if<ast::NumberedParagraph>(&block->content))
            add(numbered->number.span, TokenKind::number);
        if (const auto* note = std::get_if<ast::PrivateNote>(&block->content))
            add(note->text.span, TokenKind::remark);
    }
    void operator()(const ast::ListItem*) {}
    void operator()(const ast::Row*) {}
    void operator()(const ast::Cell*) {}
    void operator()(const ast::RunningText*) {}
    void operator()(const ast::ContentsEntry*) {}
    void operator()(const ast::Inline* part) {
        const auto* assertion = part->as<ast::Assertion>();
        if (assertion != nullptr && assertion->brace.kind == ast::BraceKind::grade)
            add(assertion->content_span, TokenKind::grade);
    }
    void operator()(const ast::JudgementLine* line) { add(line->grade.span, TokenKind::grade); }
    void operator()(const ast::FactLine* line) {
        for (const ast::FactOption& option : line->options) add(option.key.span, TokenKind::property);
    }
    void operator()(const ast::Brace* brace) {
        if (brace->kind == ast::BraceKind::fact || brace->kind == ast::BraceKind::label) return;
        const std::string_view text = reading.sources().text(brace->span);
        std::size_t begin = 1;
        while (begin < text.size() && (text[begin] == ' ' || text[begin] == '\t')) ++begin;
        std::size_t end = begin;
        while (end < text.size() && text[end] >= 'a' && text[end] <= 'z') ++end;
        const auto at = brace->span.begin;
        add({brace->span.file, at + static_cast<std::uint32_t>(begin), at + static_cast<std::uint32_t>(end)},
            TokenKind::keyword);
        if (is_remark(brace->kind)) add(brace->argument.span, TokenKind::remark);
    }
};

}  // namespace

std::vector<Token> list_tokens(const Reading& reading, FileId file) {
    Collector collector{reading, file, {}};
    for (const Node& node : reading.nodes) {
        if (node.span.file == file) std::visit(collector, node.value);
    }
    for (const Name& name : reading.names) {
        if (!name.in_prose) collector.add(name.span, kind_of(name.kind), name.declaration);
    }
    std::vector<Token>& all = collector.out;
    // Where two overlap, the shorter says more.
    std::stable_sort(all.begin(), all.end(), [](const Token& a, const Token& b) {
        return a.span.begin != b.span.begin ? a.span.begin < b.span.begin : a.span.end < b.span.end;
    });
    std::vector<Token> out;
    for (const Token& token : all) {
        if (out.empty() || out.back().span.end <= token.span.begin) out.push_back(token);
    }
    return out;
}

}  // namespace stet::editor

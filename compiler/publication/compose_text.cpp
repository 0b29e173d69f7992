// Inline constructs as printed text: references written out, private matter gone.
#include <algorithm>

#include "compiler/model/printed_references.hpp"
#include "compiler/publication/composer.hpp"

namespace stet::publication {

namespace {

bool closes(char c) {
    return c == ' ' || c == '.' || c == ',' || c == ';' || c == ':' || c == '!' || c == '?' || c == ')';
}

bool is_word_character(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '&' ||
           (c & 0x80) != 0;
}

}  // namespace

// ---- abbreviations ---------------------------------------------------------------------------------------

AbbreviationMarker::AbbreviationMarker(std::span<const framework::Abbreviation> known) {
    for (const framework::Abbreviation& entry : known) {
        if (entry.abbreviation.size() > 1) known_.emplace(entry.abbreviation, Known{entry.expansion, false});
    }
}

void AbbreviationMarker::add(Piece piece, Text& out) {
    std::string text = std::move(piece.text);
    std::size_t begin = 0;  // of what is not yet put out
    const auto put = [&](std::size_t end, std::string_view expansion) {
        if (begin == end) return;
        out.push_back(piece);
        out.back().text.assign(text, begin, end - begin);
        out.back().expansion = expansion;
        begin = end;
    };
    for (std::size_t at = 0; !known_.empty() && at < text.size();) {
        std::size_t end = at;
        while (end < text.size() && is_word_character(text[end])) ++end;
        const auto found = end > at ? known_.find(std::string_view(text).substr(at, end - at)) : known_.end();
        if (found != known_.end()) {
            put(at, {});
            put(end, found->second.expansion);
            found->second.used = true;
        }
        at = std::max(end, at + 1);
    }
    if (begin > 0) return put(text.size(), {});
    piece.text = std::move(text);  // most texts have no abbreviation
    if (!piece.text.empty()) out.push_back(std::move(piece));
}

std::vector<Abbreviation> AbbreviationMarker::used() const {
    std::vector<Abbreviation> result;
    for (const auto& [abbreviation, known] : known_) {
        if (known.used) result.push_back({std::string(abbreviation), std::string(known.expansion)});
    }
    std::sort(result.begin(), result.end(),
              [](const Abbreviation& a, const Abbreviation& b) { return a.abbreviation < b.abbreviation; });
    return result;
}

// ---- inline constructs -----------------------------------------------------------------------------------

Text TextComposer::text(const ast::RunningText& running) const {
    Pieces out;
    inlines(running.inlines, {}, out);
    while (!out.text.empty() && !out.text.back().note && !out.text.back().line_break) {
        std::string& last = out.text.back().text;
        while (!last.empty() && last.back() == ' ') last.pop_back();
        if (!last.empty()) break;
        out.text.pop_back();
    }
    out.text.shrink_to_fit();
    return std::move(out.text);
}

void TextComposer::words(std::string_view words, const Style& style, Span source, Pieces& out) const {
    Piece piece;
    piece.text.reserve(words.size());
    for (std::size_t i = 0; i < words.size();) {  // a line's end is a space
        const std::size_t newline = std::min(words.find('\n', i), words.size());
        const bool carriage = newline < words.size() && newline > i && words[newline - 1] == '\r';
        piece.text.append(words.substr(i, newline - i - (carriage ? 1 : 0)));
        if (newline < words.size()) piece.text += ' ';
        i = newline + 1;
    }
    if (piece.text.empty()) return;
    if (out.dropped && !out.text.empty() && closes(piece.text.front())) {
        std::string& last = out.text.back().text;
        if (!last.empty() && last.back() == ' ') last.pop_back();
    }
    out.dropped = false;
    piece.emphasis = style.emphasis;
    piece.strong = style.strong;
    piece.url = std::string_view(style.url);
    piece.target = std::string_view(style.target);
    piece.source = source;
    abbreviations_.add(std::move(piece), out.text);
}

void TextComposer::inlines(const ast::Inlines& inlines, const Style& style, Pieces& out) const {
    for (const ast::Inline& part : inlines) {
        if (const auto* text = std::get_if<ast::Text>(&part.content))
            words(text->text, style, part.span, out);
        else if (std::holds_alternative<ast::LineBreak>(part.content)) {
            if (out.text.empty()) continue;
            out.text.back().line_break = true;
        } else if (const auto* emphasis = std::get_if<ast::Emphasis>(&part.content)) {
            Style inner = style;
            inner.emphasis = true;
            this->inlines(emphasis->content, inner, out);
        } else if (const auto* strong = std::get_if<ast::Strong>(&part.content)) {
            Style inner = style;
            inner.strong = true;
            this->inlines(strong->content, inner, out);
        } else if (const auto* link = part.as<ast::Link>()) {
            Style inner = style;
            inner.url = link->url.text;
            this->inlines(link->content, inner, out);
        } else if (const auto* mark = part.as<ast::NoteMark>()) {
            const auto found = notes_.find(mark->name.text);
            if (found == notes_.end()) continue;
            Piece piece;
            piece.note = found->second;
            piece.source = part.span;
            out.text.push_back(std::move(piece));
        } else if (const auto* brace = part.as<ast::Brace>()) {
            this->brace(*brace, style, out);
        } else if (const auto* assertion = part.as<ast::Assertion>()) {
            this->assertion(*assertion, style, out);
        }
    }
}

void TextComposer::brace(const ast::Brace& brace, const Style& style, Pieces& out) const {
    switch (brace.kind) {
        case ast::BraceKind::fact:
            words(inserted_fact(report_, brace.argument.span), style, brace.span, out);
            break;
        case ast::BraceKind::see:
            see(brace, style, out);
            break;
        case ast::BraceKind::grade: {
            const auto judgement = report_.framework.find_judgement(brace.argument.text);
            if (!judgement || !report_.judgements[*judgement].grade) break;
            words(report_.grade_name(*report_.judgements[*judgement].grade), style, brace.span, out);
            break;
        }
        case ast::BraceKind::because:
        case ast::BraceKind::judges:
        case ast::BraceKind::evidence:
        case ast::BraceKind::note:
        case ast::BraceKind::stet:
        case ast::BraceKind::label:
            out.dropped = true;
            break;
    }
}

void TextComposer::assertion(const ast::Assertion& assertion, const Style& style, Pieces& out) const {
    Style inner = style;
    if (assertion.brace.kind == ast::BraceKind::see) {
        const model::Reference* reference = model::find_reference(report_, assertion.brace.span);
        if (reference != nullptr && !reference->labels.empty())
            inner.target = report_.labels[reference->labels.front()].target;
    }
    if (assertion.brace.kind == ast::BraceKind::fact && inner.target.empty() && inner.url.empty()) {
        inner.target = cited_fact_id(report_, assertion.brace.argument.span);
    }
    inlines(assertion.content, inner, out);
}

/// Each name that a reference prints is a link.
void TextComposer::see(const ast::Brace& brace, const Style& style, Pieces& out) const {
    const model::Reference* reference = model::find_reference(report_, brace.span);
    if (reference == nullptr || reference->labels.empty()) {
        words(brace.argument.text, style, brace.span, out);
        return;
    }
    for (const model::ReferencePart& part : model::printed_parts(report_, *reference)) {
        Style link = style;
        if (part.label != nullptr) link.target = part.label->target;
        words(part.words, link, brace.span, out);
    }
}

}  // namespace stet::publication

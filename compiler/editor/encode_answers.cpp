// Writing messages: the answers of the features.
#include <nlohmann/json.hpp>

#include "compiler/base/utf8.hpp"
#include "compiler/editor/encode.hpp"

namespace stet::editor {

namespace {

using json = nlohmann::ordered_json;

std::string dump(const json& value) {
    return value.dump(-1, ' ', false, json::error_handler_t::replace);
}

json position(Position p) {
    return {{"line", p.line}, {"character", p.character}};
}

json range(const Range& r) {
    return {{"start", position(r.start)}, {"end", position(r.end)}};
}

json range(Span span, const Places& places) {
    return range(places.range(span));
}

json location(const Location& place) {
    return {{"uri", place.uri}, {"range", range(place.range)}};
}

json edit(const Edit& e, const Places& places) {
    return {{"range", range(e.span, places)}, {"newText", e.replacement}};
}

json workspace_edit_value(std::span<const PlacedEdit> edits) {
    json changes = json::object();
    for (const PlacedEdit& e : edits) {
        changes[e.where.uri].push_back({{"range", range(e.where.range)}, {"newText", e.text}});
    }
    return {{"changes", std::move(changes)}};
}

/// CompletionItemKind of the protocol.
int item_number(ItemKind kind) {
    switch (kind) {
        case ItemKind::label:
            return 18;  // reference
        case ItemKind::fact:
            return 12;  // value
        case ItemKind::note:
            return 18;  // reference
        case ItemKind::judgement:
            return 7;  // class
        case ItemKind::grade:
            return 20;  // enum member
        case ItemKind::directive:
            return 14;  // keyword
        case ItemKind::section:
            return 22;  // struct
        case ItemKind::header_key:
            return 10;  // property
        case ItemKind::keyword:
            return 14;  // keyword
        case ItemKind::framework:
            return 9;  // module
        case ItemKind::code:
            return 21;  // constant
    }
    return 1;
}

/// SymbolKind of the protocol.
int symbol_number(SymbolKind kind) {
    switch (kind) {
        case SymbolKind::part:
            return 2;  // module
        case SymbolKind::section:
            return 3;  // namespace
        case SymbolKind::paragraph:
            return 15;  // string
        case SymbolKind::facts:
            return 18;  // array
        case SymbolKind::judgements:
            return 10;  // enum
        case SymbolKind::table:
            return 23;  // struct
        case SymbolKind::figure:
            return 19;  // object
        case SymbolKind::box:
            return 4;  // package
        case SymbolKind::notes:
            return 14;  // constant
    }
    return 15;
}

/// Symbols nest as headings do, so no deeper than ast::max_block_depth.
json symbol_values(std::span<const Symbol> symbols, const Places& places) {
    json out = json::array();
    for (const Symbol& s : symbols) {
        json made = {{"name", s.name.empty() ? "(no words)" : s.name}};
        if (!s.detail.empty()) made["detail"] = s.detail;
        made["kind"] = symbol_number(s.kind);
        made["range"] = range(s.span, places);
        made["selectionRange"] = range(s.selection, places);
        if (!s.children.empty()) made["children"] = symbol_values(s.children, places);
        out.push_back(std::move(made));
    }
    return out;
}

json completion_value(const Completion& item, const json& replace, bool snippets) {
    json made = {{"label", item.label}, {"kind", item_number(item.kind)}};
    if (!item.detail.empty()) made["detail"] = item.detail;
    if (!item.documentation.empty())
        made["documentation"] = {{"kind", "markdown"}, {"value", item.documentation}};
    constexpr int snippet_format = 2;
    if (item.snippet && snippets) made["insertTextFormat"] = snippet_format;
    made["filterText"] = item.label;
    made["textEdit"] = {{"range", replace},
                        {"newText", item.snippet && !snippets ? item.label : item.insert}};
    return made;
}

}  // namespace

Range Places::range(Span span) const {
    const std::string_view text = sources->text(span.file);
    const LineIndex& index = lines[span.file];
    return {index.position(text, span.begin, encoding), index.position(text, span.end, encoding)};
}

std::vector<Location> locate(std::span<const Span> spans, const Places& places) {
    std::vector<Location> out;
    for (const Span& span : spans) out.push_back({places.uris[span.file], places.range(span)});
    return out;
}

std::vector<PlacedEdit> locate(std::span<const Edit> edits, const Places& places) {
    std::vector<PlacedEdit> out;
    for (const Edit& e : edits)
        out.push_back({{places.uris[e.span.file], places.range(e.span)}, e.replacement});
    return out;
}

std::string to_json(const std::optional<Hover>& hover, const Places& places) {
    if (!hover) return "null";
    return dump({{"contents", {{"kind", "markdown"}, {"value", hover->markdown}}},
                 {"range", range(hover->span, places)}});
}

std::string to_json(const Completions& completions, const Places& places, bool snippets) {
    json items = json::array();
    const json replace = range(completions.replace, places);
    for (const Completion& item : completions.items) {
        items.push_back(completion_value(item, replace, snippets));
    }
    return dump({{"isIncomplete", false}, {"items", std::move(items)}});
}

std::string to_json(std::span<const Symbol> symbols, const Places& places) {
    return dump(symbol_values(symbols, places));
}

std::string to_json(std::span<const DocumentLink> links, const Places& places) {
    json out = json::array();
    for (const DocumentLink& link : links)
        out.push_back({{"range", range(link.span, places)}, {"target", link.target}});
    return dump(out);
}

std::string to_json(std::span<const Lens> lenses, const Places& places) {
    json out = json::array();
    for (const Lens& lens : lenses) {
        out.push_back(
            {{"range", range(lens.span, places)}, {"command", {{"title", lens.title}, {"command", ""}}}});
    }
    return dump(out);
}

std::string to_json(std::span<const Token> tokens, const Places& places) {
    // Each token is told by its distance from the one before: lines, columns, length, kind, modifiers.
    json data = json::array();
    Position last;
    for (const Token& token : tokens) {
        const Range r = places.range(token.span);
        if (r.start.line != r.end.line || r.start == r.end) continue;
        const bool same_line = r.start.line == last.line;
        data.push_back(r.start.line - last.line);
        data.push_back(same_line ? r.start.character - last.character : r.start.character);
        data.push_back(r.end.character - r.start.character);
        data.push_back(static_cast<int>(token.kind));
        data.push_back(token.declaration ? 1 : 0);
        last = r.start;
    }
    return dump({{"data", std::move(data)}});
}

std::string to_json(const Action& action, const Places& places) {
    json out = {{"title", action.title},
                {"kind", action.kind == ActionKind::quick_fix ? "quickfix" : "refactor.rewrite"}};
    if (action.diagnostic != nullptr)
        out["diagnostics"] = json::array({json::parse(to_json(*action.diagnostic, places))});
    if (action.preferred) out["isPreferred"] = true;
    out["edit"] = workspace_edit_value(locate(action.edits, places));
    return dump(out);
}

std::string locations(std::span<const Location> list) {
    json out = json::array();
    for (const Location& place : list) out.push_back(location(place));
    return dump(out);
}

std::string highlights(std::span<const Span> spans, const Places& places) {
    json out = json::array();
    for (const Span& span : spans) out.push_back({{"range", range(span, places)}});
    return dump(out);
}

std::string folds(std::span<const Span> spans, const Places& places) {
    json out = json::array();
    for (const Span& span : spans) {
        const Range r = places.range(span);
        if (r.start.line < r.end.line) out.push_back({{"startLine", r.start.line}, {"endLine", r.end.line}});
    }
    return dump(out);
}

std::string range_json(std::optional<Span> span, const Places& places) {
    return span ? dump(range(*span, places)) : "null";
}

std::string workspace_edit(std::span<const PlacedEdit> edits) {
    return dump(workspace_edit_value(edits));
}

std::string text_edits(std::span<const Edit> edits, const Places& places) {
    json out = json::array();
    for (const Edit& e : edits) out.push_back(edit(e, places));
    return dump(out);
}

std::string selections(std::span<const std::vector<Span>> chains, const Places& places) {
    json out = json::array();
    for (const std::vector<Span>& chain : chains) {
        json inner;
        for (auto outer = chain.rbegin(); outer != chain.rend(); ++outer) {
            json made = {{"range", range(*outer, places)}};
            if (!inner.is_null()) made["parent"] = std::move(inner);
            inner = std::move(made);
        }
        out.push_back(std::move(inner));
    }
    return dump(out);
}

}  // namespace stet::editor

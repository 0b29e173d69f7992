// Reading messages: JSON to the plain values of the protocol.
#include <fmt/format.h>

#include <array>
#include <limits>
#include <nlohmann/json.hpp>

#include "compiler/editor/protocol.hpp"

namespace stet::editor {

namespace {

using nlohmann::json;

/// Thrown inside this file only, and caught in `decode_body`.
struct WrongShape {
    std::string reason;
};

const json& member(const json& object, const char* name) {
    if (!object.is_object()) throw WrongShape{fmt::format("an object with `{}` is expected", name)};
    const auto found = object.find(name);
    if (found == object.end()) throw WrongShape{fmt::format("`{}` is missing", name)};
    return *found;
}

/// The member at the end of a path of objects; null where there is none.
const json* look(const json& object, std::initializer_list<const char*> path) {
    const json* at = &object;
    for (const char* name : path) {
        if (!at->is_object()) return nullptr;
        const auto found = at->find(name);
        if (found == at->end()) return nullptr;
        at = &*found;
    }
    return at;
}

bool flag(const json& object, std::initializer_list<const char*> path, bool otherwise = false) {
    const json* found = look(object, path);
    return found != nullptr && found->is_boolean() ? found->get<bool>() : otherwise;
}

std::string text(const json& object, const char* name) {
    const json& value = member(object, name);
    if (!value.is_string()) throw WrongShape{fmt::format("`{}` is no string", name)};
    return value.get<std::string>();
}

std::vector<std::string> texts(const json* list) {
    std::vector<std::string> out;
    if (list == nullptr || !list->is_array()) return out;
    for (const json& item : *list) {
        if (item.is_string()) out.push_back(item.get<std::string>());
    }
    return out;
}

const json& list(const json& object, const char* name) {
    const json& value = member(object, name);
    if (!value.is_array()) throw WrongShape{fmt::format("`{}` is no array", name)};
    return value;
}

std::uint32_t unsigned_number(const json& object, const char* name) {
    const json& value = member(object, name);
    constexpr std::uint64_t most = std::numeric_limits<std::int32_t>::max();
    if (!value.is_number_unsigned() || value.get<std::uint64_t>() > most) {
        throw WrongShape{fmt::format("`{}` is no number from 0 to {}", name, most)};
    }
    return static_cast<std::uint32_t>(value.get<std::uint64_t>());
}

std::int64_t version(const json& document) {
    const json* value = look(document, {"version"});
    return value != nullptr && value->is_number_integer() ? value->get<std::int64_t>() : 0;
}

Position position(const json& value) {
    return {unsigned_number(value, "line"), unsigned_number(value, "character")};
}

Range range(const json& value) {
    return {position(member(value, "start")), position(member(value, "end"))};
}

std::string document_uri(const json& params) {
    return text(member(params, "textDocument"), "uri");
}

std::optional<Id> read_id(const json& value) {
    if (value.is_null()) return Id{};
    if (value.is_string()) return Id{value.get<std::string>()};
    if (value.is_number_unsigned() && value.get<std::uint64_t>() > std::numeric_limits<std::int64_t>::max()) {
        return std::nullopt;
    }
    if (value.is_number_integer()) return Id{value.get<std::int64_t>()};
    return std::nullopt;
}

// ---- one function a method ---------------------------------------------------------------------------

Body initialize(const json& params) {
    Initialize out;
    out.position_encodings = texts(look(params, {"capabilities", "general", "positionEncodings"}));
    out.snippets =
        flag(params, {"capabilities", "textDocument", "completion", "completionItem", "snippetSupport"});
    out.register_watchers =
        flag(params, {"capabilities", "workspace", "didChangeWatchedFiles", "dynamicRegistration"});
    return out;
}
Body initialized(const json&) {
    return Initialized{};
}
Body shutdown(const json&) {
    return Shutdown{};
}
Body exit(const json&) {
    return Exit{};
}

Body cancel(const json& params) {
    const std::optional<Id> id = read_id(member(params, "id"));
    if (!id) throw WrongShape{"`id` is neither a number nor a string"};
    return Cancel{*id};
}

Body did_open(const json& params) {
    const json& document = member(params, "textDocument");
    return DidOpen{text(document, "uri"), version(document), text(document, "text")};
}

Body did_change(const json& params) {
    const json& document = member(params, "textDocument");
    DidChange out{text(document, "uri"), version(document), {}};
    for (const json& change : list(params, "contentChanges")) {
        Change& made = out.changes.emplace_back();
        made.text = text(change, "text");
        if (const json* place = look(change, {"range"}); place != nullptr && !place->is_null())
            made.range = range(*place);
    }
    return out;
}

Body did_save(const json& params) {
    return DidSave{document_uri(params)};
}
Body did_close(const json& params) {
    return DidClose{document_uri(params)};
}

Body did_change_watched_files(const json& params) {
    DidChangeWatchedFiles out;
    for (const json& change : list(params, "changes")) out.uris.push_back(text(change, "uri"));
    return out;
}

template <AtPlace about>
Body at_place(const json& params) {
    return PlaceQuestion{about, document_uri(params), position(member(params, "position"))};
}

template <OfDocument about>
Body of_document(const json& params) {
    return DocumentQuestion{about, document_uri(params)};
}

Body references(const json& params) {
    return ReferencesQuestion{document_uri(params), position(member(params, "position")),
                              flag(params, {"context", "includeDeclaration"}, true)};
}

Body rename(const json& params) {
    return RenameQuestion{document_uri(params), position(member(params, "position")),
                          text(params, "newName")};
}

Body actions(const json& params) {
    return ActionsQuestion{document_uri(params), range(member(params, "range")),
                           texts(look(params, {"context", "only"}))};
}

Body selection(const json& params) {
    SelectionQuestion out{document_uri(params), {}};
    for (const json& place : list(params, "positions")) out.positions.push_back(position(place));
    return out;
}

struct Method {
    std::string_view name;
    Body (*read)(const json&);
};

constexpr std::array methods = {
    Method{"initialize", initialize},
    Method{"initialized", initialized},
    Method{"shutdown", shutdown},
    Method{"exit", exit},
    Method{"$/cancelRequest", cancel},
    Method{"textDocument/didOpen", did_open},
    Method{"textDocument/didChange", did_change},
    Method{"textDocument/didSave", did_save},
    Method{"textDocument/didClose", did_close},
    Method{"workspace/didChangeWatchedFiles", did_change_watched_files},
    Method{"textDocument/hover", at_place<AtPlace::hover>},
    Method{"textDocument/definition", at_place<AtPlace::definition>},
    Method{"textDocument/documentHighlight", at_place<AtPlace::highlight>},
    Method{"textDocument/completion", at_place<AtPlace::completion>},
    Method{"textDocument/prepareRename", at_place<AtPlace::prepare_rename>},
    Method{"textDocument/references", references},
    Method{"textDocument/rename", rename},
    Method{"textDocument/codeAction", actions},
    Method{"textDocument/selectionRange", selection},
    Method{"textDocument/documentSymbol", of_document<OfDocument::symbols>},
    Method{"textDocument/foldingRange", of_document<OfDocument::folding>},
    Method{"textDocument/formatting", of_document<OfDocument::formatting>},
    Method{"textDocument/documentLink", of_document<OfDocument::links>},
    Method{"textDocument/codeLens", of_document<OfDocument::lenses>},
    Method{"textDocument/semanticTokens/full", of_document<OfDocument::tokens>},
};

Body decode_body(std::string_view name, const json& params) {
    for (const Method& method : methods) {
        if (method.name != name) continue;
        try {
            return method.read(params);
        } catch (const WrongShape& wrong) {
            return Malformed{wrong.reason};
        }
    }
    return Unknown{};
}

}  // namespace

std::variant<Message, Refusal> decode(std::string_view content) {
    const json parsed = json::parse(content, nullptr, false);
    if (parsed.is_discarded()) return Refusal{{}, ErrorCode::parse_error, "this is not JSON"};
    if (!parsed.is_object()) return Refusal{{}, ErrorCode::invalid_request, "a message is an object"};
    Message out;
    if (const json* id = look(parsed, {"id"})) {
        out.id = read_id(*id);
        if (!out.id) return Refusal{{}, ErrorCode::invalid_request, "`id` is neither a number nor a string"};
    }
    const Id id = out.id.value_or(Id{});
    const json* protocol = look(parsed, {"jsonrpc"});
    if (protocol == nullptr || *protocol != "2.0") {
        return Refusal{id, ErrorCode::invalid_request, "`jsonrpc` is not \"2.0\""};
    }
    const json* method = look(parsed, {"method"});
    if (method == nullptr && (parsed.contains("result") || parsed.contains("error"))) {
        out.body = Reply{};
        return out;
    }
    if (method == nullptr || !method->is_string())
        return Refusal{id, ErrorCode::invalid_request, "`method` is missing"};
    out.method = method->get<std::string>();
    const json nothing;
    const json* params = look(parsed, {"params"});
    out.body = decode_body(out.method, params != nullptr ? *params : nothing);
    return out;
}

}  // namespace stet::editor

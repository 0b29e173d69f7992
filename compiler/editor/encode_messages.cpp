// Writing messages: envelopes, and what the server says of itself.
#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "compiler/editor/encode.hpp"

namespace stet::editor {

namespace {

using json = nlohmann::ordered_json;

std::string dump(const json& value) {
    return value.dump(-1, ' ', false, json::error_handler_t::replace);
}

std::string id_json(const Id& id) {
    if (const auto* number = std::get_if<std::int64_t>(&id)) return std::to_string(*number);
    if (const auto* text = std::get_if<std::string>(&id)) return dump(*text);
    return "null";
}

/// In the order of TokenKind.
json token_types() {
    return json::array({"property", "keyword", "variable", "parameter", "string", "class", "enumMember",
                        "number", "type", "comment"});
}

}  // namespace

std::string response(const Id& id, std::string_view result) {
    return fmt::format(R"({{"jsonrpc":"2.0","id":{},"result":{}}})", id_json(id), result);
}

std::string error_response(const Id& id, ErrorCode code, std::string_view message) {
    return fmt::format(R"({{"jsonrpc":"2.0","id":{},"error":{{"code":{},"message":{}}}}})", id_json(id),
                       static_cast<int>(code), dump(json(message)));
}

std::string notification(std::string_view method, std::string_view params) {
    return fmt::format(R"({{"jsonrpc":"2.0","method":"{}","params":{}}})", method, params);
}

std::string request(std::int64_t id, std::string_view method, std::string_view params) {
    return fmt::format(R"({{"jsonrpc":"2.0","id":{},"method":"{}","params":{}}})", id, method, params);
}

std::string capabilities(Encoding encoding, std::string_view version) {
    constexpr int incremental = 2;
    json can = {
        {"positionEncoding", encoding == Encoding::utf8 ? "utf-8" : "utf-16"},
        {"textDocumentSync",
         {{"openClose", true}, {"change", incremental}, {"save", {{"includeText", false}}}}},
        {"hoverProvider", true},
        {"definitionProvider", true},
        {"referencesProvider", true},
        {"documentHighlightProvider", true},
        {"completionProvider", {{"triggerCharacters", json::array({"{", "@", "[", "^", " ", "\"", "."})}}},
        {"renameProvider", {{"prepareProvider", true}}},
        {"codeActionProvider", {{"codeActionKinds", json::array({"quickfix", "refactor.rewrite"})}}},
        {"documentSymbolProvider", true},
        {"foldingRangeProvider", true},
        {"selectionRangeProvider", true},
        {"documentFormattingProvider", true},
        {"documentLinkProvider", {{"resolveProvider", false}}},
        {"codeLensProvider", {{"resolveProvider", false}}},
        {"semanticTokensProvider",
         {{"legend", {{"tokenTypes", token_types()}, {"tokenModifiers", json::array({"declaration"})}}},
          {"full", true}}},
    };
    return dump({{"capabilities", std::move(can)}, {"serverInfo", {{"name", "stet"}, {"version", version}}}});
}

std::string watch_registration() {
    json watchers = json::array();
    for (const char* pattern : {"**/*.stet", "**/*.csv"}) watchers.push_back({{"globPattern", pattern}});
    json registration = {{"id", "stet-files"},
                         {"method", "workspace/didChangeWatchedFiles"},
                         {"registerOptions", {{"watchers", std::move(watchers)}}}};
    return dump({{"registrations", json::array({std::move(registration)})}});
}

std::string shown_error(std::string_view message) {
    return dump({{"type", 1}, {"message", message}});
}

}  // namespace stet::editor

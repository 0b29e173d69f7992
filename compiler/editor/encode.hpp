// Writing messages: plain answers to JSON, byte spans to lines and columns.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "compiler/base/sources.hpp"
#include "compiler/editor/answers.hpp"
#include "compiler/editor/protocol.hpp"

namespace stet::editor {

/// Where the files of an analysis lie for the client, and how it counts. One URI and one index a file.
struct Places {
    const Sources* sources = nullptr;
    Encoding encoding = Encoding::utf16;
    std::vector<std::string> uris;
    std::vector<LineIndex> lines;

    [[nodiscard]] Range range(Span span) const;
};

/// A span as the client knows it.
struct Location {
    std::string uri;
    Range range;
    friend auto operator<=>(const Location&, const Location&) = default;
};

/// An edit as the client knows it.
struct PlacedEdit {
    Location where;
    std::string text;
    friend auto operator<=>(const PlacedEdit&, const PlacedEdit&) = default;
};

std::vector<Location> locate(std::span<const Span> spans, const Places& places);
std::vector<PlacedEdit> locate(std::span<const Edit> edits, const Places& places);

// ---- messages; `result` and `params` are JSON --------------------------------------------------------

std::string response(const Id& id, std::string_view result);
std::string error_response(const Id& id, ErrorCode code, std::string_view message);
std::string notification(std::string_view method, std::string_view params);
std::string request(std::int64_t id, std::string_view method, std::string_view params);

/// What the server can do: the answer to `initialize`.
std::string capabilities(Encoding encoding, std::string_view version);
/// Parameters of `client/registerCapability` for changes of report, data and framework files on disk.
std::string watch_registration();
/// Parameters of `window/showMessage`, as an error.
std::string shown_error(std::string_view message);
/// Parameters of `textDocument/publishDiagnostics`; `diagnostics` are JSON objects.
std::string published(std::string_view uri, std::optional<std::int64_t> version,
                      std::span<const std::string> diagnostics);

// ---- answers -----------------------------------------------------------------------------------------

std::string to_json(const Diagnostic& diagnostic, const Places& places);
std::string to_json(const std::optional<Hover>& hover, const Places& places);
std::string to_json(const Completions& completions, const Places& places, bool snippets);
std::string to_json(std::span<const Symbol> symbols, const Places& places);
std::string to_json(std::span<const DocumentLink> links, const Places& places);
std::string to_json(std::span<const Lens> lenses, const Places& places);
std::string to_json(std::span<const Token> tokens, const Places& places);
std::string to_json(const Action& action, const Places& places);
std::string locations(std::span<const Location> list);
std::string highlights(std::span<const Span> spans, const Places& places);
std::string folds(std::span<const Span> spans, const Places& places);
std::string range_json(std::optional<Span> span, const Places& places);
std::string workspace_edit(std::span<const PlacedEdit> edits);
std::string text_edits(std::span<const Edit> edits, const Places& places);
/// One chain of ranges a position, each from the innermost outwards.
std::string selections(std::span<const std::vector<Span>> chains, const Places& places);

}  // namespace stet::editor

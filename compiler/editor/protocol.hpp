// What clients say in the Language Server Protocol 3.17, as plain values.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "compiler/editor/text_document.hpp"

namespace stet::editor {

/// A request's id; `monostate` is JSON's null.
using Id = std::variant<std::monostate, std::int64_t, std::string>;

enum class ErrorCode : int {
    parse_error = -32700,
    invalid_request = -32600,
    method_not_found = -32601,
    invalid_params = -32602,
    not_initialized = -32002,
    request_failed = -32803,
    cancelled = -32800,
};

// ---- life of the session -----------------------------------------------------------------------------

struct Initialize {
    std::vector<std::string> position_encodings;
    bool snippets = false;           ///< completions may hold `${1:places}`
    bool register_watchers = false;  ///< files may be watched through the client
};
struct Initialized {};
struct Shutdown {};
struct Exit {};
struct Cancel {
    Id id;
};

// ---- documents ---------------------------------------------------------------------------------------

struct DidOpen {
    std::string uri;
    std::int64_t version = 0;
    std::string text;
};
struct DidChange {
    std::string uri;
    std::int64_t version = 0;
    std::vector<Change> changes;
};
struct DidSave {
    std::string uri;
};
struct DidClose {
    std::string uri;
};
struct DidChangeWatchedFiles {
    std::vector<std::string> uris;
};

// ---- questions ---------------------------------------------------------------------------------------

/// Questions about a place.
enum class AtPlace : std::uint8_t { hover, definition, highlight, completion, prepare_rename };
struct PlaceQuestion {
    AtPlace about = AtPlace::hover;
    std::string uri;
    Position position;
};
/// Questions about a whole document.
enum class OfDocument : std::uint8_t { symbols, folding, formatting, links, lenses, tokens };
struct DocumentQuestion {
    OfDocument about = OfDocument::symbols;
    std::string uri;
};
struct ReferencesQuestion {
    std::string uri;
    Position position;
    bool with_declaration = true;
};
struct RenameQuestion {
    std::string uri;
    Position position;
    std::string new_name;
};
struct ActionsQuestion {
    std::string uri;
    Range range;
    std::vector<std::string> only;  ///< kinds that are wanted; empty for all
};
struct SelectionQuestion {
    std::string uri;
    std::vector<Position> positions;
};

// ---- what is not a question --------------------------------------------------------------------------

/// The method is known, its parameters are not what it takes.
struct Malformed {
    std::string reason;
};
/// The method is not known.
struct Unknown {};
/// A client's answer to a request of the server.
struct Reply {};

using Body =
    std::variant<Initialize, Initialized, Shutdown, Exit, Cancel, DidOpen, DidChange, DidSave, DidClose,
                 DidChangeWatchedFiles, PlaceQuestion, DocumentQuestion, ReferencesQuestion, RenameQuestion,
                 ActionsQuestion, SelectionQuestion, Malformed, Unknown, Reply>;

struct Message {
    std::optional<Id> id;  ///< none for a notification
    std::string method;
    Body body;
};

/// Content that is no message at all: what to answer.
struct Refusal {
    Id id;
    ErrorCode code = ErrorCode::parse_error;
    std::string reason;
};

/// Reads a message. Never fails: what is wrong is a value.
std::variant<Message, Refusal> decode(std::string_view content);

}  // namespace stet::editor

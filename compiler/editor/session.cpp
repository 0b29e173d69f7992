// A language server's session: messages in, messages out. No thread, no clock, no stream.
#include "compiler/editor/session.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "compiler/editor/uri.hpp"

namespace stet::editor {

// ---- messages in order -----------------------------------------------------------------------------------

void Session::receive(std::string_view content) {
    auto decoded = decode(content);
    if (const auto* refused = std::get_if<Refusal>(&decoded)) {
        output_.push_back(error_response(refused->id, refused->code, refused->reason));
        return;
    }
    Message& message = std::get<Message>(decoded);
    if (const auto* cancel = std::get_if<Cancel>(&message.body); cancel != nullptr && running()) {
        // A client's own answer may bear the same number and cannot be cancelled.
        const auto asked = std::find_if(waiting_.begin(), waiting_.end(), [&](const Message& m) {
            return m.id == cancel->id && !std::holds_alternative<Reply>(m.body);
        });
        if (asked != waiting_.end()) {
            reject(*asked, ErrorCode::cancelled, "cancelled");
            waiting_.erase(asked);
        }
        return;
    }
    waiting_.push_back(std::move(message));
}

void Session::refuse(const BadFrame& bad) {
    output_.push_back(error_response({}, ErrorCode::parse_error, bad.reason));
}

bool Session::step() {
    if (waiting_.empty()) return false;
    const Message message = std::move(waiting_.front());
    waiting_.pop_front();
    handle(message);
    return true;
}

void Session::reject(const Message& message, ErrorCode code, std::string_view reason) {
    if (message.id) output_.push_back(error_response(*message.id, code, reason));
}

std::vector<std::string> Session::take_output() {
    return std::exchange(output_, {});
}

void Session::handle(const Message& message) {
    if (exit_status_ || std::holds_alternative<Reply>(message.body)) return;
    if (std::holds_alternative<Exit>(message.body)) {
        exit_status_ = stage_ == Stage::shut_down ? 0 : 1;
        return;
    }
    if (stage_ == Stage::fresh) {
        const auto* asked = std::get_if<Initialize>(&message.body);
        if (asked == nullptr)
            return reject(message, ErrorCode::not_initialized, "the first request is `initialize`");
        if (message.id) initialize(*message.id, *asked);
        return;
    }
    if (stage_ == Stage::shut_down)
        return reject(message, ErrorCode::invalid_request, "the session was shut down");
    if (std::holds_alternative<Initialize>(message.body)) {
        return reject(message, ErrorCode::invalid_request, "the session is initialized already");
    }
    if (std::holds_alternative<Unknown>(message.body)) {
        return reject(message, ErrorCode::method_not_found,
                      fmt::format("there is no method `{}`", message.method));
    }
    if (const auto* wrong = std::get_if<Malformed>(&message.body)) {
        return reject(message, ErrorCode::invalid_params,
                      fmt::format("{}: {}", message.method, wrong->reason));
    }
    if (!message.id) return handle_notification(message);
    const std::string answered = answer(message);
    if (!answered.empty()) output_.push_back(answered);
}

void Session::initialize(const Id& id, const Initialize& asked) {
    const auto& encodings = asked.position_encodings;
    if (std::find(encodings.begin(), encodings.end(), "utf-8") != encodings.end()) encoding_ = Encoding::utf8;
    workspace_.count_in(encoding_);
    snippets_ = asked.snippets;
    register_watchers_ = asked.register_watchers;
    stage_ = Stage::running;
    output_.push_back(response(id, capabilities(encoding_, workspace_.machine().version)));
}

void Session::handle_notification(const Message& message) {
    if (std::holds_alternative<Initialized>(message.body) && register_watchers_) {
        output_.push_back(request(next_request_++, "client/registerCapability", watch_registration()));
    }
    if (const auto* opened = std::get_if<DidOpen>(&message.body)) {
        workspace_.open(opened->uri, opened->version, opened->text);
    }
    if (const auto* changed = std::get_if<DidChange>(&message.body)) {
        const bool was_open = workspace_.document(path_of(changed->uri)) != nullptr;
        if (!workspace_.change(changed->uri, changed->version, changed->changes) && was_open) {
            output_.push_back(
                notification("window/showMessage", shown_error("The draft is too long to be checked.")));
        }
    }
    if (const auto* saved = std::get_if<DidSave>(&message.body)) workspace_.saved(path_of(saved->uri));
    if (const auto* closed = std::get_if<DidClose>(&message.body)) {
        workspace_.close(closed->uri);
        publish();
    }
    if (const auto* files = std::get_if<DidChangeWatchedFiles>(&message.body)) {
        std::vector<std::string> paths;
        for (const std::string& uri : files->uris) paths.push_back(path_of(uri));
        workspace_.touched(paths);
    }
}

// ---- diagnostics -----------------------------------------------------------------------------------------

void Session::analyse_next() {
    const std::vector<std::string> stale = workspace_.stale_drafts();
    if (stale.empty()) return;
    workspace_.analyse(*workspace_.draft(stale.front()));
    workspace_.settle_homes();
    publish();
}

const Draft* Session::next_unspelled() const {
    if (!running() || workspace_.stale()) return nullptr;
    for (const auto& [path, draft] : workspace_.drafts()) {
        if (!draft.framework && draft.spelled != draft.revision) return &draft;
    }
    return nullptr;
}

std::optional<Task> Session::next_spelling() const {
    const Draft* draft = next_unspelled();
    if (draft == nullptr) return std::nullopt;
    return workspace_.task(*draft, true);
}

void Session::accept(TaskResult result) {
    if (running() && workspace_.accept(std::move(result))) publish();
}

/// Tells the client what has changed for it. What a stale draft says is left until it is analysed.
void Session::publish() {
    std::map<std::string, std::vector<std::string>> now;
    std::vector<std::string> waiting;
    for (const auto& [uri, payload] : published_) now[uri];
    for (const auto& [path, draft] : workspace_.drafts()) {
        for (const std::string& uri : draft.places.uris) {
            if (draft.stale()) waiting.push_back(uri);
            now[uri];
        }
        for (const auto& [uri, diagnostics] : draft.said) {
            for (const std::string& diagnostic : diagnostics) {
                // A file of two reports says what both have in common once.
                auto& list = now[uri];
                const bool shared = draft.places.uris.front() != uri &&
                                    std::find(list.begin(), list.end(), diagnostic) != list.end();
                if (!shared) list.push_back(diagnostic);
            }
        }
    }
    now.erase("");  // a file that lies nowhere
    for (const auto& [uri, diagnostics] : now) {
        if (std::find(waiting.begin(), waiting.end(), uri) != waiting.end()) continue;
        const OpenDocument* open = workspace_.document(path_of(uri));
        if (open == nullptr && diagnostics.empty() && !published_.contains(uri)) continue;
        const auto version = open != nullptr ? std::optional(open->document.version) : std::nullopt;
        std::string payload = published(uri, version, diagnostics);
        std::string& last = published_[uri];
        if (last == payload) continue;
        last = payload;
        output_.push_back(notification("textDocument/publishDiagnostics", payload));
    }
    std::erase_if(published_, [&](const auto& p) {
        return now[p.first].empty() && workspace_.document(path_of(p.first)) == nullptr;
    });
}

}  // namespace stet::editor

// A language server's session: messages in, messages out. No thread, no clock, no stream.
#pragma once

#include <deque>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "compiler/editor/frame.hpp"
#include "compiler/editor/protocol.hpp"
#include "compiler/editor/workspace.hpp"

namespace stet::editor {

class Session {
  public:
    explicit Session(Machine machine) : workspace_(std::move(machine)) {}

    /// Takes a message in. It is answered by `step`, unless a later cancellation comes before that.
    void receive(std::string_view content);
    /// Says that bytes were passed over.
    void refuse(const BadFrame& bad);
    /// Handles the oldest message; false where none waits.
    bool step();
    [[nodiscard]] std::size_t waiting() const { return waiting_.size(); }

    /// Whether diagnostics are behind the texts.
    [[nodiscard]] bool behind() const { return running() && workspace_.stale(); }
    /// Analyses the draft that waits first, without spelling, and says what it finds.
    void analyse_next();

    /// Whether spelling is behind; it waits until diagnostics are not.
    [[nodiscard]] bool spelling_behind() const { return next_unspelled() != nullptr; }
    /// The spelling of the draft that waits first, to be checked on any thread and given to `accept`.
    [[nodiscard]] std::optional<Task> next_spelling() const;
    /// Takes the result of a task; one that speaks of an older text is dropped.
    void accept(TaskResult result);

    /// Contents to be sent, oldest first; empties the list.
    std::vector<std::string> take_output();

    /// Set once the client asked to leave: 0 after a shutdown, else 1.
    [[nodiscard]] std::optional<int> exit_status() const { return exit_status_; }
    [[nodiscard]] const Workspace& workspace() const { return workspace_; }

  private:
    enum class Stage : std::uint8_t { fresh, running, shut_down };

    [[nodiscard]] const Draft* next_unspelled() const;
    [[nodiscard]] bool running() const { return stage_ == Stage::running; }
    void handle(const Message& message);
    void handle_notification(const Message& message);
    std::string answer(const Message& message);
    void initialize(const Id& id, const Initialize& asked);
    void publish();
    void reject(const Message& message, ErrorCode code, std::string_view reason);

    /// A place in a draft that is up to date.
    struct Place {
        Draft* draft;
        Spot spot;
    };
    std::vector<Place> places_of(std::string_view uri, Position position);
    // Each gives nothing for a document that is not open (questions.cpp).
    std::optional<std::string> about_place(const PlaceQuestion& question);
    std::optional<std::string> about_document(const DocumentQuestion& question);
    std::optional<std::string> references(const ReferencesQuestion& question);
    std::optional<std::string> actions(const ActionsQuestion& question);
    std::optional<std::string> selections(const SelectionQuestion& question);
    std::string renamed(const Id& id, const RenameQuestion& question);
    std::vector<DocumentLink> links_with_targets(const Draft& draft, FileId file) const;
    std::string explain(std::string_view code) const;

    Workspace workspace_;
    Stage stage_ = Stage::fresh;
    Encoding encoding_ = Encoding::utf16;
    bool snippets_ = false;
    bool register_watchers_ = false;
    std::int64_t next_request_ = 1;
    std::optional<int> exit_status_;
    std::deque<Message> waiting_;
    std::vector<std::string> output_;
    std::map<std::string, std::string> published_;  ///< what the client was last told, by URI
};

}  // namespace stet::editor

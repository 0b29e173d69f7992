// A client of the language server in one process, with its files in memory.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "compiler/editor/session.hpp"

namespace stet::test {

/// Files by absolute path.
using Files = std::map<std::string, std::string, std::less<>>;

/// A machine that has only these files, and the project's frameworks and resources.
editor::Machine memory_machine(Files files);

/// Parameters and results are JSON.
class LspClient {
  public:
    /// Sends `initialize` with these position encodings, as a JSON array.
    explicit LspClient(Files files, std::string_view encodings = R"(["utf-16"])");

    /// The result of a request, or its error as {"error": ...}.
    std::string request(std::string_view method, std::string_view params);
    void notify(std::string_view method, std::string_view params);
    /// Opens a document with the text that it has on disk, or with another.
    void open(const std::string& path);
    void open(const std::string& path, std::string_view text);
    /// Replaces the first place of `words` in the open document.
    void replace(const std::string& path, std::string_view words, std::string_view by);
    /// Sends the edit of a whole workspace edit, document by document.
    void apply(std::string_view workspace_edit);

    /// {"textDocument": ..., "position": the place `into` bytes behind the first `words`}.
    [[nodiscard]] std::string at(const std::string& path, std::string_view words, std::size_t into = 0) const;
    [[nodiscard]] std::string document(const std::string& path) const;
    /// The open text.
    [[nodiscard]] const std::string& text(const std::string& path) const;

    /// Lets the server analyse until it is up to date, and check spelling too where asked.
    void settle(bool spelling = false);
    /// The diagnostics that the client was last told of the file, as a JSON array.
    [[nodiscard]] std::string diagnostics(const std::string& path) const;
    /// Notifications of diagnostics so far.
    [[nodiscard]] std::size_t published() const { return published_; }
    /// Contents that came and are not answers to `request`, in order.
    [[nodiscard]] const std::vector<std::string>& other() const { return other_; }

    editor::Session session;

  private:
    void take();

    Files files_;
    std::map<std::string, std::string> diagnostics_;
    std::map<std::int64_t, std::string> answers_;
    std::vector<std::string> other_;
    std::map<std::string, std::int64_t> versions_;
    std::size_t published_ = 0;
    std::int64_t next_id_ = 1;
};

/// A small invented report: its own file, what it includes, and the folder that they lie in.
inline constexpr std::string_view draft_folder = "/drafts/fenwick";
Files small_report();

}  // namespace stet::test

// Messages over a stream of bytes: the base protocol of the Language Server Protocol.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <variant>

#include "compiler/base/sources.hpp"

namespace stet::editor {

/// Why bytes of the stream were passed over.
struct BadFrame {
    std::string reason;
};

/// Cuts a stream into the contents of its messages. Bytes may arrive in any portions. What is not a message
/// is reported once and passed over up to the next `Content-Length`, so that a confused client is not the end
/// of the session. Holds at most one message and a header.
class FrameReader {
  public:
    /// Longest content that is taken: the largest file, with room for its escapes.
    static constexpr std::size_t max_content = 2 * Sources::max_file_size;
    static constexpr std::size_t max_header = 4096;

    void feed(std::string_view bytes);
    /// The next content or complaint; none until more bytes are fed.
    std::optional<std::variant<std::string, BadFrame>> next();

  private:
    bool skip_refused();
    bool find_header();
    BadFrame refuse_header(std::string reason);
    [[nodiscard]] std::string_view rest() const { return std::string_view(buffer_).substr(at_); }

    std::string buffer_;
    std::size_t at_ = 0;       ///< start of what is not consumed
    std::size_t to_skip_ = 0;  ///< bytes of a refused content that are still to come
    bool lost_ = false;        ///< looking for the next `Content-Length`
};

/// `content` with its header.
std::string frame(std::string_view content);

}  // namespace stet::editor

// The text of an open document, with positions as editors count them.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace stet::editor {

/// In which units a column is counted.
enum class Encoding : std::uint8_t { utf8, utf16 };

/// A line and a column, both from 0; the column in code units of the encoding that was agreed.
struct Position {
    std::uint32_t line = 0;
    std::uint32_t character = 0;
    friend auto operator<=>(const Position&, const Position&) = default;
};

/// From `start` up to, not including, `end`.
struct Range {
    Position start;
    Position end;
    friend auto operator<=>(const Range&, const Range&) = default;
};

/// Where the lines of a text begin. Lines end in `\n`, `\r\n` or `\r`, as the protocol has it.
class LineIndex {
  public:
    explicit LineIndex(std::string_view text = {});

    /// Brings the index up to date after the bytes [begin, end) of the old text have become `inserted` bytes
    /// of `text`.
    void replaced(std::string_view text, std::uint32_t begin, std::uint32_t end, std::uint32_t inserted);

    [[nodiscard]] Position position(std::string_view text, std::uint32_t offset, Encoding encoding) const;
    /// A column beyond the line stands for the line's end, a line beyond the text for the text's end, a
    /// column inside a character for that character's begin.
    [[nodiscard]] std::uint32_t offset(std::string_view text, Position position, Encoding encoding) const;
    [[nodiscard]] std::size_t lines() const { return starts_.size(); }
    friend bool operator==(const LineIndex&, const LineIndex&) = default;

  private:
    std::vector<std::uint32_t> starts_;
};

/// A change as a client sends it; without a range it replaces the whole text.
struct Change {
    std::optional<Range> range;
    std::string text;
};

struct TextDocument {
    std::string text;
    LineIndex lines;
    std::int64_t version = 0;

    TextDocument() = default;
    TextDocument(std::string content, std::int64_t at_version)
        : text(std::move(content)), lines(text), version(at_version) {}
};

/// What a change replaced, in bytes.
struct Replaced {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
    std::uint32_t inserted = 0;
};

/// Longest text that a document may grow to.
inline constexpr std::size_t max_document = 1U << 30U;

/// Makes the change. Ends of a range in the wrong order are swapped. Returns nothing, and changes nothing,
/// where the text would become longer than `max_document`.
std::optional<Replaced> apply(TextDocument& document, const Change& change, Encoding encoding);

}  // namespace stet::editor

// Messages over a stream of bytes: the base protocol of the Language Server Protocol.
#include "compiler/editor/frame.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

#include "compiler/base/ascii.hpp"

namespace stet::editor {

namespace {

constexpr std::string_view length_name = "content-length:";

char lower(char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

bool same_letters(std::string_view text, std::string_view lower_case) {
    return text.size() == lower_case.size() && std::equal(text.begin(), text.end(), lower_case.begin(),
                                                          [](char a, char b) { return lower(a) == b; });
}

std::size_t find_length_name(std::string_view text) {
    const auto found = std::search(text.begin(), text.end(), length_name.begin(), length_name.end(),
                                   [](char a, char b) { return lower(a) == b; });
    return static_cast<std::size_t>(found - text.begin());
}

/// Bytes of the header with its empty line; 0 where it has not ended yet.
std::size_t header_size(std::string_view text) {
    for (std::size_t at = text.find('\n'); at != std::string_view::npos; at = text.find('\n', at + 1)) {
        if (text.substr(at + 1, 1) == "\n") return at + 2;
        if (text.substr(at + 1, 2) == "\r\n") return at + 3;
    }
    return 0;
}

/// The length that the header gives; none where it gives none or more than one.
std::optional<std::size_t> read_length(std::string_view header) {
    std::optional<std::size_t> length;
    while (!header.empty()) {
        const std::size_t end = std::min(header.find('\n'), header.size());
        const std::string_view line = ascii::trimmed(header.substr(0, end));
        header.remove_prefix(std::min(end + 1, header.size()));
        if (!same_letters(line.substr(0, length_name.size()), length_name)) continue;
        const std::string_view digits = ascii::trimmed(line.substr(length_name.size()));
        std::size_t value = 0;
        const auto [stop, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
        if (error != std::errc() || stop != digits.data() + digits.size() || length) return std::nullopt;
        length = value;
    }
    return length;
}

}  // namespace

void FrameReader::feed(std::string_view bytes) {
    if (at_ > 0) buffer_.erase(0, at_), at_ = 0;
    const std::size_t skipped = std::min(to_skip_, bytes.size());
    // Nothing is buffered while a refused content goes by.
    if (buffer_.empty()) bytes.remove_prefix(skipped), to_skip_ -= skipped;
    buffer_.append(bytes);
}

bool FrameReader::skip_refused() {
    const std::size_t skipped = std::min(to_skip_, rest().size());
    at_ += skipped;
    to_skip_ -= skipped;
    return to_skip_ == 0;
}

/// Moves to the next `Content-Length` where the stream was lost; false until one is there.
bool FrameReader::find_header() {
    if (!lost_) return true;
    const std::string_view text = rest();
    const std::size_t found = find_length_name(text);
    if (found == text.size()) {
        // Its first letters may be the last bytes that have come.
        at_ += text.size() - std::min(text.size(), length_name.size() - 1);
        return false;
    }
    at_ += found;
    lost_ = false;
    return true;
}

BadFrame FrameReader::refuse_header(std::string reason) {
    lost_ = true;
    return {std::move(reason)};
}

std::optional<std::variant<std::string, BadFrame>> FrameReader::next() {
    if (!skip_refused() || !find_header()) return std::nullopt;
    const std::string_view text = rest();
    const std::size_t header = header_size(text.substr(0, max_header));
    if (header == 0) {
        if (text.size() < max_header) return std::nullopt;
        at_ += max_header;
        return refuse_header("the header does not end");
    }
    const std::optional<std::size_t> length = read_length(text.substr(0, header));
    if (!length) {
        at_ += header;
        return refuse_header("the header gives no Content-Length");
    }
    if (*length > max_content) {
        at_ += header;
        to_skip_ = *length;
        return BadFrame{fmt::format("the message has {} bytes; at most {} are read", *length, max_content)};
    }
    if (text.size() - header < *length) return std::nullopt;
    at_ += header + *length;
    return std::string(text.substr(header, *length));
}

std::string frame(std::string_view content) {
    return fmt::format("Content-Length: {}\r\n\r\n{}", content.size(), content);
}

}  // namespace stet::editor

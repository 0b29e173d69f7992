// PDF syntax: numbers, strings and references as text.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace stet::pdf {

using ObjectId = std::uint32_t;

/// Appends a number with at most `decimals` (0 to 4) and no trailing zeros; values are kept within ±32,767.
void append_number(std::string& out, double value, int decimals = 2);
void append_integer(std::string& out, std::uint64_t value);
/// "12 0 R"
void append_reference(std::string& out, ObjectId id);
/// A text string: literal where all is printable ASCII, else UTF-16BE in hexadecimal. At most 32,767 bytes
/// (PDF/A-2, 6.1.13) are written; longer text is cut between characters.
void append_text(std::string& out, std::string_view utf8);
/// The same always as UTF-16BE without a byte order mark, for ToUnicode maps.
void append_utf16_hex(std::string& out, std::string_view utf8, bool mark);
/// Bytes as a hexadecimal string.
void append_hex(std::string& out, std::string_view bytes);
/// A literal string of bytes, for URIs: characters outside ASCII must be percent-encoded before.
void append_literal(std::string& out, std::string_view ascii);
/// An address with everything but ASCII graphic characters percent-encoded.
std::string percent_encode(std::string_view url);

}  // namespace stet::pdf

// UTF-8 decoding that accepts any bytes.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace stet::utf8 {

struct Decoded {
    char32_t point = 0xFFFD;  ///< U+FFFD where the bytes are not UTF-8
    std::uint8_t size = 1;    ///< bytes taken, at least 1
    bool valid = false;
};

/// `decode` where the byte at `at` is not ASCII.
Decoded decode_beyond_ascii(std::string_view text, std::size_t at);

/// Decodes the code point at `at`, which must be below `text.size()`. Rejects overlong forms, surrogates
/// and values beyond U+10FFFF (RFC 3629); a bad byte is taken alone.
inline Decoded decode(std::string_view text, std::size_t at) {
    const auto byte = static_cast<unsigned char>(text[at]);
    if (byte < 0x80U) return {byte, 1, true};  // nearly all of a report
    return decode_beyond_ascii(text, at);
}

/// Appends `point` as UTF-8.
void append(std::string& out, char32_t point);

/// Number of code points; a byte that is not UTF-8 counts as one.
std::size_t count(std::string_view text);

/// Offset of the first byte that is not valid UTF-8, or npos.
std::size_t find_invalid(std::string_view text);

/// Length in UTF-16 code units, as editors count.
std::size_t utf16_length(std::string_view text);

}  // namespace stet::utf8

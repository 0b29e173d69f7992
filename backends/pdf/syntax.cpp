// Writing PDF tokens without locale and without printf.
#include "backends/pdf/syntax.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <cstdlib>

#include "compiler/base/utf8.hpp"

namespace stet::pdf {

namespace {

constexpr char digits[] = "0123456789ABCDEF";
constexpr std::size_t most_units = 16000;  // UTF-16 units of a string, below 32,767 bytes with its mark

void append_unit(std::string& out, std::uint32_t unit) {
    for (const unsigned shift : {12U, 8U, 4U, 0U}) out += digits[(unit >> shift) & 15U];
}

}  // namespace

void append_number(std::string& out, double value, int decimals) {
    // Fixed point in integers: std::to_chars of a double costs ten times as much, and pages are mostly
    // numbers.
    constexpr std::int64_t powers[] = {1, 10, 100, 1000, 10000};
    const std::int64_t scale = powers[std::clamp(decimals, 0, 4)];
    const double limited = std::isnan(value) ? 0 : std::clamp(value, -32767.0, 32767.0);
    const std::int64_t scaled = std::llround(limited * static_cast<double>(scale));
    if (scaled < 0) out += '-';
    append_integer(out, static_cast<std::uint64_t>(std::abs(scaled) / scale));
    std::int64_t fraction = std::abs(scaled) % scale;
    if (fraction > 0) out += '.';
    for (std::int64_t place = scale / 10; fraction > 0; place /= 10) {
        out += static_cast<char>('0' + fraction / place);
        fraction %= place;
    }
}

void append_integer(std::string& out, std::uint64_t value) {
    char text[24];
    out.append(text, std::to_chars(text, text + sizeof text, value).ptr);
}

void append_reference(std::string& out, ObjectId id) {
    append_integer(out, id);
    out += " 0 R";
}

void append_utf16_hex(std::string& out, std::string_view utf8, bool mark) {
    out += '<';
    if (mark) out += "FEFF";
    std::size_t units = 0;
    for (std::size_t at = 0; at < utf8.size() && units + 2 <= most_units;) {
        const utf8::Decoded c = utf8::decode(utf8, at);
        at += c.size;
        if (c.point >= 0x10000) {
            const std::uint32_t rest = static_cast<std::uint32_t>(c.point) - 0x10000;
            append_unit(out, 0xD800 + (rest >> 10U));
            append_unit(out, 0xDC00 + (rest & 1023U));
            units += 2;
        } else {
            append_unit(out, static_cast<std::uint32_t>(c.point));
            ++units;
        }
    }
    out += '>';
}

void append_literal(std::string& out, std::string_view ascii) {
    out += '(';
    for (const char c : ascii) {
        if (c == '(' || c == ')' || c == '\\') out += '\\';
        out += c;
    }
    out += ')';
}

void append_text(std::string& out, std::string_view utf8) {
    const bool plain = std::all_of(utf8.begin(), utf8.end(), [](char c) { return c >= 0x20 && c < 0x7F; });
    if (plain) {
        append_literal(out, utf8.substr(0, most_units));
    } else {
        append_utf16_hex(out, utf8, true);
    }
}

void append_hex(std::string& out, std::string_view bytes) {
    out += '<';
    for (const char c : bytes) {
        out += digits[static_cast<unsigned char>(c) >> 4U];
        out += digits[static_cast<unsigned char>(c) & 15U];
    }
    out += '>';
}

std::string percent_encode(std::string_view url) {
    std::string encoded;
    for (const char c : url.substr(0, 8000)) {
        if (c > 0x20 && c < 0x7F) {
            encoded += c;
        } else {
            encoded += '%';
            encoded += digits[static_cast<unsigned char>(c) >> 4U];
            encoded += digits[static_cast<unsigned char>(c) & 15U];
        }
    }
    return encoded;
}

}  // namespace stet::pdf

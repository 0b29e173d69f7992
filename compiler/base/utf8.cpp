// UTF-8 decoding that accepts any bytes.
#include "compiler/base/utf8.hpp"

namespace stet::utf8 {

namespace {

bool is_continuation(std::string_view text, std::size_t at) {
    return at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80U;
}

std::uint32_t low_bits(std::string_view text, std::size_t at) {
    return static_cast<unsigned char>(text[at]) & 0x3FU;
}

}  // namespace

Decoded decode_beyond_ascii(std::string_view text, std::size_t at) {
    const std::uint32_t lead = static_cast<unsigned char>(text[at]);
    if (lead >= 0xC2U && lead <= 0xDFU && is_continuation(text, at + 1)) {
        return {static_cast<char32_t>(((lead & 0x1FU) << 6U) | low_bits(text, at + 1)), 2, true};
    }
    if ((lead & 0xF0U) == 0xE0U && is_continuation(text, at + 1) && is_continuation(text, at + 2)) {
        const std::uint32_t point =
            ((lead & 0x0FU) << 12U) | (low_bits(text, at + 1) << 6U) | low_bits(text, at + 2);
        if (point >= 0x800U && (point < 0xD800U || point > 0xDFFFU))
            return {static_cast<char32_t>(point), 3, true};
    }
    if (lead >= 0xF0U && lead <= 0xF4U && is_continuation(text, at + 1) && is_continuation(text, at + 2) &&
        is_continuation(text, at + 3)) {
        const std::uint32_t point = ((lead & 0x07U) << 18U) | (low_bits(text, at + 1) << 12U) |
                                    (low_bits(text, at + 2) << 6U) | low_bits(text, at + 3);
        if (point >= 0x10000U && point <= 0x10FFFFU) return {static_cast<char32_t>(point), 4, true};
    }
    return {};
}

void append(std::string& out, char32_t point) {
    const auto p = static_cast<std::uint32_t>(point);
    const auto byte = [&out](std::uint32_t value) { out.push_back(static_cast<char>(value)); };
    if (p < 0x80U) {
        byte(p);
    } else if (p < 0x800U) {
        byte(0xC0U | (p >> 6U)), byte(0x80U | (p & 0x3FU));
    } else if (p < 0x10000U) {
        byte(0xE0U | (p >> 12U)), byte(0x80U | ((p >> 6U) & 0x3FU)), byte(0x80U | (p & 0x3FU));
    } else {
        byte(0xF0U | (p >> 18U)), byte(0x80U | ((p >> 12U) & 0x3FU));
        byte(0x80U | ((p >> 6U) & 0x3FU)), byte(0x80U | (p & 0x3FU));
    }
}

std::size_t count(std::string_view text) {
    std::size_t n = 0;
    for (std::size_t at = 0; at < text.size(); at += decode(text, at).size) ++n;
    return n;
}

std::size_t find_invalid(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
        const Decoded d = decode(text, at);
        if (!d.valid) return at;
        at += d.size;
    }
    return std::string_view::npos;
}

std::size_t utf16_length(std::string_view text) {
    std::size_t n = 0;
    for (std::size_t at = 0; at < text.size();) {
        const Decoded d = decode(text, at);
        n += d.point >= 0x10000U ? 2U : 1U;
        at += d.size;
    }
    return n;
}

}  // namespace stet::utf8

// Escaping and encoding.
#include "backends/html/markup.hpp"

#include "compiler/base/ascii.hpp"
#include "compiler/base/utf8.hpp"
#include "compiler/base/xml.hpp"

namespace stet::html {

void append_text(std::string& out, std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
        const utf8::Decoded c = utf8::decode(text, at);
        const std::string_view bytes = text.substr(at, c.size);
        at += c.size;
        const bool noncharacter = (c.point >= 0xFDD0 && c.point <= 0xFDEF) || (c.point & 0xFFFEU) == 0xFFFE;
        const bool control = (c.point < 0x20 && c.point != '\t' && c.point != '\n') ||
                             (c.point >= 0x7F && c.point < 0xA0) || noncharacter;
        if (control) continue;
        const std::string_view entity =
            c.point < 0x80 ? xml_entity(static_cast<char>(c.point)) : std::string_view();
        if (!entity.empty()) {
            out += entity;
        } else if (c.valid) {
            out += bytes;
        } else {
            utf8::append(out, 0xFFFD);
        }
    }
}

std::string quoted(std::string_view value) {
    std::string out = "\"";
    append_text(out, value);
    return out += '"';
}

std::string fragment(std::string_view id) {
    constexpr std::string_view digits = "0123456789ABCDEF";
    std::string out = "\"#";
    for (const char c : id) {
        const bool plain = ascii::alphanumeric(c) || c == '-' || c == '_' || c == '.' || c == '~';
        if (plain) {
            out += c;
        } else {
            const auto byte = static_cast<unsigned char>(c);
            out += {'%', digits[byte >> 4U], digits[byte & 15U]};
        }
    }
    return out += '"';
}

bool is_safe_address(std::string_view url) {
    for (const std::string_view scheme : {"https:", "http:", "mailto:", "tel:"}) {
        if (url.size() > scheme.size() && ascii::equal_ignoring_case(url.substr(0, scheme.size()), scheme))
            return true;
    }
    return false;
}

std::string base64(std::string_view bytes) {
    constexpr std::string_view letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    std::string out;
    out.reserve((bytes.size() + 2) / 3 * 4);
    for (std::size_t at = 0; at < bytes.size(); at += 3) {
        std::uint32_t group = 0;
        const std::size_t count = std::min<std::size_t>(3, bytes.size() - at);
        for (std::size_t i = 0; i < 3; ++i)
            group = group << 8U | (i < count ? static_cast<unsigned char>(bytes[at + i]) : 0U);
        for (std::size_t i = 0; i < 4; ++i) out += i <= count ? letters[group >> (18 - 6 * i) & 63U] : '=';
    }
    return out;
}

}  // namespace stet::html

// Normalising by utf8proc.
#include "backends/pdf/normalise.hpp"

#include <utf8proc.h>

#include <cstdlib>

#include "compiler/base/utf8.hpp"

namespace stet::pdf {

namespace {

bool is_plain(unsigned char c) {
    return c >= 0x20 && c < 0x7F;
}

bool is_space(char32_t c) {
    return c == ' ' || (c >= 0x09 && c <= 0x0D) || c == 0x85 || (c >= 0x2000 && c <= 0x2006) ||
           (c >= 0x2008 && c <= 0x200A) || c == 0x2028 || c == 0x2029 || c == 0x205F || c == 0x3000;
}

bool is_fixed_space(char32_t c) {
    return c == 0xA0 || c == 0x202F || c == 0x2007;
}

bool is_dropped(char32_t c) {
    return c < 0x20 || (c >= 0x7F && c < 0xA0) || c == 0xAD || c == 0xFEFF || (c >= 0x202A && c <= 0x202E) ||
           (c >= 0x2060 && c <= 0x206F) || c == 0xFFFE || c == 0xFFFF;
}

void append_space(std::string& out) {
    if (out.empty() || out.back() != ' ') out += ' ';
}

}  // namespace

bool combines(char32_t point) {
    if (point < 0x300) return false;
    const auto category = utf8proc_category(static_cast<utf8proc_int32_t>(point));
    return category == UTF8PROC_CATEGORY_MN || category == UTF8PROC_CATEGORY_MC ||
           category == UTF8PROC_CATEGORY_ME || category == UTF8PROC_CATEGORY_CF;
}

std::string normalise(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    bool ascii = true;
    for (std::size_t at = 0; at < text.size();) {
        const auto byte = static_cast<unsigned char>(text[at]);
        if (is_plain(byte)) {
            ++at;
            if (byte == ' ') {
                append_space(out);
            } else {
                out += static_cast<char>(byte);
            }
            continue;
        }
        const utf8::Decoded c = utf8::decode(text, at);
        at += c.size;
        if (is_space(c.point)) {
            append_space(out);
        } else if (is_fixed_space(c.point)) {
            out += "\xC2\xA0";
        } else if (!is_dropped(c.point)) {
            utf8::append(out, c.point);
            ascii = ascii && c.point < 0x300;
        }
    }
    if (ascii) return out;  // below U+0300 nothing composes
    utf8proc_uint8_t* composed = nullptr;
    const auto size = utf8proc_map(reinterpret_cast<const utf8proc_uint8_t*>(out.data()),
                                   static_cast<utf8proc_ssize_t>(out.size()), &composed,
                                   static_cast<utf8proc_option_t>(UTF8PROC_STABLE | UTF8PROC_COMPOSE));
    if (size >= 0) out.assign(reinterpret_cast<const char*>(composed), static_cast<std::size_t>(size));
    std::free(composed);
    return out;
}

}  // namespace stet::pdf

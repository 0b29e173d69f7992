// HTML being written: text and attributes, always escaped.
#pragma once

#include <fmt/format.h>

#include <cstdint>
#include <string>
#include <string_view>

namespace stet::html {

/// Appends text with the characters that mean something in HTML escaped; what HTML must not hold (control
/// characters, bytes that are not UTF-8) becomes U+FFFD or goes.
void append_text(std::string& out, std::string_view text);

/// A value for an attribute, with its quotation marks.
std::string quoted(std::string_view value);

/// "#id" for a link, with its quotation marks.
std::string fragment(std::string_view id);

/// True for addresses that a reader may be led to: web, mail and telephone.
bool is_safe_address(std::string_view url);

/// RFC 4648.
std::string base64(std::string_view bytes);

}  // namespace stet::html

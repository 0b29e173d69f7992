// Characters that mean something in XML and HTML.
#pragma once

#include <string_view>

namespace stet {

/// What stands for the character in text and in quoted attributes; empty where it stands for itself.
constexpr std::string_view xml_entity(char c) {
    switch (c) {
        case '&':
            return "&amp;";
        case '<':
            return "&lt;";
        case '>':
            return "&gt;";
        case '"':
            return "&quot;";
        default:
            return {};
    }
}

}  // namespace stet

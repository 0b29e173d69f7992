// File names as URIs (RFC 3986, RFC 8089).
#include "compiler/editor/uri.hpp"

#include <fmt/format.h>

#include <filesystem>

namespace stet::editor {

namespace {

constexpr std::string_view scheme = "file://";

int hex(char c) {
    if (c >= '0' && c <= '9') return c - '0';
    if (c >= 'a' && c <= 'f') return c - 'a' + 10;
    if (c >= 'A' && c <= 'F') return c - 'A' + 10;
    return -1;
}

std::string unescape(std::string_view text) {
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const int high = text[i] == '%' && i + 2 < text.size() ? hex(text[i + 1]) : -1;
        const int low = high >= 0 ? hex(text[i + 2]) : -1;
        if (low < 0) {
            out += text[i];
            continue;
        }
        out += static_cast<char>(high * 16 + low);
        i += 2;
    }
    return out;
}

}  // namespace

std::string tidy_path(std::string_view path) {
    return std::filesystem::path(std::string(path)).lexically_normal().string();
}

std::string path_of(std::string_view uri) {
    if (uri.substr(0, scheme.size()) != scheme) return std::string(uri);
    std::string_view rest = uri.substr(scheme.size());
    const std::size_t slash = rest.find('/');
    const std::string_view host = rest.substr(0, slash);
    if (slash == std::string_view::npos || !(host.empty() || host == "localhost")) return std::string(uri);
    return tidy_path(unescape(rest.substr(slash)));
}

std::string uri_of(std::string_view path) {
    if (path.empty() || path.front() != '/') return std::string(path);
    std::string out(scheme);
    for (const char c : path) {
        const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                           std::string_view("-._~/").find(c) != std::string_view::npos;
        if (plain)
            out += c;
        else
            out += fmt::format("%{:02X}", static_cast<unsigned char>(c));
    }
    return out;
}

std::string_view folder_of(std::string_view path) {
    const std::size_t slash = path.rfind('/');
    if (slash == std::string_view::npos) return {};
    return path.substr(0, slash == 0 ? 1 : slash);
}

}  // namespace stet::editor

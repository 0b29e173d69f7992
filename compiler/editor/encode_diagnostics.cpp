// Writing messages: diagnostics. All of them are said after each change, so they go straight into text.
#include <fmt/format.h>

#include <iterator>

#include "compiler/base/utf8.hpp"
#include "compiler/editor/encode.hpp"

namespace stet::editor {

namespace {

/// Appends a JSON string (RFC 8259). A byte that is not UTF-8 becomes U+FFFD.
void append_string(std::string& out, std::string_view text) {
    out += '"';
    std::size_t from = 0;
    for (std::size_t at = 0; at < text.size();) {
        const auto byte = static_cast<unsigned char>(text[at]);
        const utf8::Decoded c = utf8::decode(text, at);
        if (c.valid && byte >= 0x20 && byte != '"' && byte != '\\') {
            at += c.size;
            continue;
        }
        out += text.substr(from, at - from);
        from = ++at;
        if (!c.valid)
            out += "\uFFFD";
        else if (byte < 0x20)
            fmt::format_to(std::back_inserter(out), "\\u{:04x}", byte);
        else
            (out += '\\') += static_cast<char>(byte);
    }
    out += text.substr(from);
    out += '"';
}

void append_range(std::string& out, const Range& r) {
    fmt::format_to(std::back_inserter(out),
                   R"("range":{{"start":{{"line":{},"character":{}}},"end":{{"line":{},"character":{}}}}})",
                   r.start.line, r.start.character, r.end.line, r.end.character);
}

int severity_number(Severity severity) {
    switch (severity) {
        case Severity::error:
            return 1;
        case Severity::warning:
            return 2;
        case Severity::query:
            return 3;
        case Severity::advice:
            return 4;
    }
    return 1;
}

/// The message with the arithmetic and the help below it.
std::string full_message(const Diagnostic& d) {
    std::string out = d.message;
    for (const std::string& note : d.notes) out += "\n" + note;
    if (!d.help.empty()) out += "\n" + d.help;
    return out;
}

void append_related(std::string& out, const std::vector<Related>& related, const Places& places) {
    if (related.empty()) return;
    out += R"(,"relatedInformation":[)";
    for (const Related& other : related) {
        out += &other == &related.front() ? R"({"location":{"uri":)" : R"(,{"location":{"uri":)";
        append_string(out, places.uris[other.span.file]);
        out += ',';
        append_range(out, places.range(other.span));
        out += R"(},"message":)";
        append_string(out, other.message);
        out += '}';
    }
    out += ']';
}

}  // namespace

std::string to_json(const Diagnostic& diagnostic, const Places& places) {
    std::string out = "{";
    append_range(out, places.range(diagnostic.span));
    fmt::format_to(std::back_inserter(out), R"(,"severity":{},"code":"{}","source":"stet","message":)",
                   severity_number(diagnostic.severity), diagnostic.info->code);
    append_string(out, full_message(diagnostic));
    append_related(out, diagnostic.related, places);
    fmt::format_to(std::back_inserter(out), R"(,"data":{{"name":"{}","severity":"{}"}}}})",
                   diagnostic.info->name, severity_name(diagnostic.severity));
    return out;
}

std::string published(std::string_view uri, std::optional<std::int64_t> version,
                      std::span<const std::string> diagnostics) {
    std::string out = R"({"uri":)";
    append_string(out, uri);
    if (version) fmt::format_to(std::back_inserter(out), R"(,"version":{})", *version);
    out += R"(,"diagnostics":[)";
    for (const std::string& diagnostic : diagnostics) {
        if (&diagnostic != &diagnostics.front()) out += ',';
        out += diagnostic;
    }
    return out + "]}";
}

}  // namespace stet::editor

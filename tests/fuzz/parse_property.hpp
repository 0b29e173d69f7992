// What holds for any bytes that are parsed, read and formatted: for the fuzzer and for its corpus in the unit
// tests.
#pragma once

#include <string>
#include <string_view>

#include "compiler/base/sources.hpp"
#include "compiler/base/utf8.hpp"
#include "grammar/format_parts.hpp"
#include "grammar/parse.hpp"
#include "grammar/read.hpp"

namespace stet::test {

/// An empty string, or what does not hold.
inline std::string parse_property(std::string_view bytes) {
    Sources sources;
    Diagnostics diagnostics;
    const FileId file = sources.add("fuzz.stet", std::string(bytes));
    const ast::Document document = grammar::parse(file, sources, diagnostics);
    for (const Diagnostic& d : diagnostics.all()) {
        if (d.span.begin > d.span.end || d.span.end > bytes.size())
            return "a span lies outside the file: " + d.message;
    }
    for (const prose::Run& run : grammar::read_runs(document, sources)) {
        if (utf8::find_invalid(run.text) != std::string_view::npos) return "a run is not UTF-8";
        const auto size = static_cast<std::uint32_t>(run.text.size());
        for (std::uint32_t at = 0; at < size; ++at) {
            const Span span = run.source(at, at + 1);
            if (span.begin > span.end || span.end > bytes.size()) return "a run leads out of the file";
        }
        for (const prose::Mark& mark : run.marks) {
            if (mark.begin > mark.end || mark.end > size) return "a mark lies outside its run";
        }
    }
    const std::string once = grammar::lay_out(document, sources, {});
    const FileId formatted = sources.add("formatted.stet", once);
    const ast::Document again = grammar::parse(formatted, sources, diagnostics);
    if (grammar::essence(again, true) != grammar::essence(document, true))
        return "formatting changes the document, giving:\n" + once;
    if (grammar::lay_out(again, sources, {}) != once) return "formatting again changes the form:\n" + once;
    return {};
}

}  // namespace stet::test

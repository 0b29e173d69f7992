// Diagnostics: what Stet says about a report, and the typed way to say it.
#pragma once

#include <fmt/format.h>

#include <cstdint>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

#include "compiler/base/span.hpp"

namespace stet {

/// error: cannot be true. warning: very likely wrong. query: a person must look. advice: style.
enum class Severity : std::uint8_t { advice, query, warning, error };

/// "advice", "query", "warning" or "error".
std::string_view severity_name(Severity severity);

/// What the catalogue says of one code. `text` is the message with one "{}" for each argument.
struct DiagnosticInfo {
    std::string_view code;
    Severity severity;
    std::string_view name;
    std::string_view text;
};

/// A catalogue entry together with the types of its message's arguments.
template <class... Args>
struct DiagnosticKind {
    DiagnosticInfo info;
    consteval DiagnosticKind(std::string_view code, Severity severity, std::string_view name,
                             std::string_view text)
        : info{code, severity, name, text} {
        std::size_t holes = 0;
        for (std::size_t i = 0; i + 1 < text.size(); ++i)
            holes += text[i] == '{' && text[i + 1] == '}' ? 1U : 0U;
        if (holes != sizeof...(Args)) throw "the text's {} and the argument types differ in number";
    }
};

struct Edit {
    Span span;
    std::string replacement;
};

/// A change that a machine may make: `stet fix` and editors apply all its edits together.
struct Fix {
    std::string title;
    std::vector<Edit> edits;
};

/// A second place that the message speaks of.
struct Related {
    Span span;
    std::string message;
};

struct Diagnostic {
    const DiagnosticInfo* info = nullptr;
    Severity severity = Severity::error;
    Span span;
    std::string message;
    std::vector<Related> related;
    std::vector<std::string> notes;  ///< the arithmetic or the reason, a line each
    std::string help;                ///< what to do; may be empty
    std::vector<Fix> fixes;

    Diagnostic& relate(Span where, std::string text) {
        related.push_back({where, std::move(text)});
        return *this;
    }
    Diagnostic& note(std::string text) {
        notes.push_back(std::move(text));
        return *this;
    }
    Diagnostic& with_help(std::string text) {
        help = std::move(text);
        return *this;
    }
    Diagnostic& fix(std::string title, Span where, std::string replacement) {
        fixes.push_back({std::move(title), {{where, std::move(replacement)}}});
        return *this;
    }
    Diagnostic& fix(std::string title, std::vector<Edit> edits) {
        fixes.push_back({std::move(title), std::move(edits)});
        return *this;
    }
};

/// Collects diagnostics in the order in which they are found.
class Diagnostics {
  public:
    /// Most diagnostics of one code that are kept; the rest are counted (`dropped`).
    static constexpr std::size_t max_per_code = 1000;

    /// Adds a diagnostic; the argument types must be those that the catalogue gives. The reference holds
    /// until the next `add`.
    template <class... Args>
    Diagnostic& add(Span span, const DiagnosticKind<Args...>& kind,
                    const std::type_identity_t<Args>&... args) {
        return push(span, kind.info, fmt::vformat(kind.info.text, fmt::make_format_args(args...)));
    }

    [[nodiscard]] const std::vector<Diagnostic>& all() const { return all_; }
    [[nodiscard]] std::vector<Diagnostic>& all() { return all_; }
    [[nodiscard]] std::size_t dropped() const { return dropped_; }
    void append(Diagnostics&& other);
    /// Orders by file, place and code, and removes exact repeats.
    void sort();

  private:
    Diagnostic& push(Span span, const DiagnosticInfo& info, std::string message);

    std::vector<Diagnostic> all_;
    std::vector<std::pair<const DiagnosticInfo*, std::size_t>> counts_;
    Diagnostic surplus_;
    std::size_t dropped_ = 0;
};

}  // namespace stet

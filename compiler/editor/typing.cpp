// What is being typed at a place, from the letters before it alone: drafts are broken while one types.
#include "compiler/editor/typing.hpp"

#include <algorithm>
#include <array>

namespace stet::editor {

namespace {

constexpr std::size_t look_back = 4096;

/// The text before the cursor, cut into the line and what stands above it.
struct Before {
    std::string_view all;   ///< up to the cursor, at most `look_back` bytes
    std::string_view line;  ///< from the line's begin
    std::uint32_t cursor = 0;

    [[nodiscard]] TypedWord word(Typing typing, std::size_t letters) const {
        return {typing, cursor - static_cast<std::uint32_t>(letters)};
    }
};

bool is_name_letter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' ||
           c == '-' || c == '.';
}

std::size_t name_letters_at_end(std::string_view text) {
    std::size_t n = 0;
    while (n < text.size() && is_name_letter(text[text.size() - 1 - n])) ++n;
    return n;
}

bool is_blank(std::string_view line) {
    return line.find_first_not_of(" \t\r") == std::string_view::npos;
}

bool starts_with_any(std::string_view text, std::initializer_list<std::string_view> starts) {
    return std::any_of(starts.begin(), starts.end(),
                       [&](std::string_view s) { return text.substr(0, s.size()) == s; });
}

/// Behind an open brace of the same paragraph.
TypedWord in_brace(const Before& before) {
    const std::size_t paragraph = before.all.rfind("\n\n");
    const std::string_view near = before.all.substr(paragraph == std::string_view::npos ? 0 : paragraph);
    const std::size_t brace = near.find_last_of("{}");
    if (brace == std::string_view::npos || near[brace] == '}') return {};
    if (brace > 0 && near[brace - 1] == '\\') return {};
    const std::string_view inside = near.substr(brace + 1);
    const std::size_t letters = name_letters_at_end(inside);
    if (starts_with_any(inside, {"see ", "because "})) return before.word(Typing::label, letters);
    for (const std::string_view keyword : {std::string_view("grade "), std::string_view("judges ")}) {
        // A judgement's name may have several words.
        if (starts_with_any(inside, {keyword}))
            return before.word(Typing::judgement, inside.size() - keyword.size());
    }
    if (starts_with_any(inside, {"stet "})) {
        return inside.find(':') == std::string_view::npos ? before.word(Typing::code, letters) : TypedWord{};
    }
    if (starts_with_any(inside, {"note ", "evidence ", "#"})) return {};
    const bool assertion = brace > 0 && near[brace - 1] == ']';
    if (letters == inside.size()) return before.word(assertion ? Typing::assertion : Typing::brace, letters);
    return before.word(Typing::assertion, letters);
}

TypedWord in_note_mark(const Before& before) {
    const std::size_t open = before.line.rfind("[^");
    if (open == std::string_view::npos) return {};
    const std::string_view name = before.line.substr(open + 2);
    if (name.find_first_of("] \t") != std::string_view::npos) return {};
    return before.word(Typing::note, name.size());
}

/// The header stands at the very top, begins with a key and ends at the first blank line.
bool is_header(std::string_view above) {
    if (above.empty()) return true;
    const std::string_view first = above.substr(0, above.find('\n'));
    return first.find(':') != std::string_view::npos && !starts_with_any(first, {"#", "@", " "}) &&
           above.find("\n\n") == std::string_view::npos && above.find("\n\r\n") == std::string_view::npos;
}

TypedWord in_header(const Before& before) {
    const bool all_seen = before.all.size() == before.cursor;
    if (!all_seen || !is_header(before.all.substr(0, before.all.size() - before.line.size()))) return {};
    constexpr std::string_view framework = "framework:";
    if (starts_with_any(before.line, {framework})) {
        const std::string_view value = before.line.substr(framework.size());
        return before.word(Typing::framework,
                           value.size() - std::min(value.find_first_not_of(" \t"), value.size()));
    }
    const bool key = before.line.find_first_not_of("abcdefghijklmnopqrstuvwxyz- ") == std::string_view::npos;
    if (key && (before.line.empty() || before.line.front() != ' '))
        return before.word(Typing::header_key, before.line.size());
    return {};
}

/// The name of the directive in whose indented body the line stands; empty where it stands in none.
std::string_view directive_above(const Before& before) {
    std::string_view above = before.all.substr(0, before.all.size() - before.line.size());
    while (!above.empty()) {
        above.remove_suffix(1);  // the line end
        const std::size_t start = above.rfind('\n') + 1;
        const std::string_view line = above.substr(start);
        above = above.substr(0, start);
        if (is_blank(line) || line.front() == ' ' || line.front() == '\t') continue;
        return line.front() == '@'
                   ? line.substr(1, std::min(line.find_first_of(" \t,\r", 1), line.size()) - 1)
                   : std::string_view();
    }
    return {};
}

/// Behind `of ` or a comma of its list, with only a name since.
TypedWord behind_of(const Before& before) {
    const std::size_t letters = name_letters_at_end(before.line);
    const std::string_view lead = before.line.substr(0, before.line.size() - letters);
    const bool of = lead.size() >= 4 && lead.substr(lead.size() - 4) == " of ";
    return of ? before.word(Typing::fact_base, letters) : TypedWord{};
}

TypedWord in_directive(const Before& before) {
    if (before.line.empty() || (before.line.front() != ' ' && before.line.front() != '\t')) {
        return starts_with_any(before.line, {"@facts", "@chart"}) ? behind_of(before) : TypedWord{};
    }
    const std::string_view name = directive_above(before);
    if (name == "facts" || name == "chart") return behind_of(before);
    if (name != "judgements") return {};
    const std::size_t indent = before.line.find_first_not_of(" \t");
    if (indent == std::string_view::npos) return before.word(Typing::judgement_line, 0);
    constexpr std::size_t statement_indent = 4;
    if (indent >= statement_indent) return {};
    const std::string_view words = before.line.substr(indent);
    const std::size_t gap = words.find("  ");
    if (gap == std::string_view::npos) return before.word(Typing::judgement_line, words.size());
    const std::size_t grade = std::min(words.find_first_not_of(' ', gap), words.size());
    return before.word(Typing::grade, words.size() - grade);
}

TypedWord at_line_start(const Before& before) {
    if (starts_with_any(before.line, {"@"}) && name_letters_at_end(before.line) == before.line.size() - 1) {
        return before.word(Typing::directive, before.line.size());
    }
    const std::size_t marks = std::min(before.line.find_first_not_of('#'), before.line.size());
    if (marks >= 1 && marks <= 4 && before.line.substr(marks, 1) == " ") {
        return before.word(Typing::heading, before.line.size() - marks - 1);
    }
    return {};
}

}  // namespace

TypedWord what_is_typed(std::string_view text, std::uint32_t offset) {
    Before before;
    before.cursor = std::min(offset, static_cast<std::uint32_t>(text.size()));
    const std::size_t begin = before.cursor - std::min<std::size_t>(before.cursor, look_back);
    before.all = text.substr(begin, before.cursor - begin);
    before.line = before.all.substr(before.all.rfind('\n') + 1);
    TypedWord out = in_brace(before);
    if (out.typing == Typing::prose) out = in_note_mark(before);
    if (out.typing == Typing::prose) out = at_line_start(before);
    if (out.typing == Typing::prose) out = in_directive(before);
    if (out.typing == Typing::prose) out = in_header(before);
    return out;
}

}  // namespace stet::editor

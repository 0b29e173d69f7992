// Splitting of framework entries into keys and values.
#include "grammar/entries.hpp"

#include <charconv>

#include "compiler/base/ascii.hpp"

namespace stet::grammar {

namespace {

void join(const std::vector<ast::DirectiveLine>& lines, FileId file, const Sources& sources, Value& value) {
    for (const ast::DirectiveLine& line : lines) {
        const Span span = place_of(line.text, file, sources);
        if (!value.text.empty())
            value.text += ' ';
        else
            value.span = span;
        value.text += line.text;
        value.span = cover(value.span, span);
        join(line.children, file, sources, value);
    }
}

}  // namespace

Property property(const ast::DirectiveLine& line, const Sources& sources) {
    const FileId file = line.span.file;
    std::size_t colon = line.text.find(':');
    while (colon != std::string_view::npos && colon + 1 < line.text.size() && line.text[colon + 1] != ' ') {
        colon = line.text.find(':', colon + 1);
    }
    Property result;
    result.key = ascii::trimmed(line.text.substr(0, colon));
    result.key_span = place_of(result.key, file, sources);
    if (colon != std::string_view::npos) {
        const std::string_view first = ascii::trimmed(line.text.substr(colon + 1));
        result.value = {std::string(first), place_of(first, file, sources)};
    } else {
        result.value.span = result.key_span;
    }
    join(line.children, file, sources, result.value);
    return result;
}

Value joined(const ast::DirectiveLine& line, const Sources& sources) {
    Value value{std::string(line.text), place_of(line.text, line.span.file, sources)};
    join(line.children, line.span.file, sources, value);
    return value;
}

std::vector<std::string> parts(std::string_view value) {
    std::vector<std::string> result;
    while (!value.empty()) {
        const std::size_t end = std::min(value.find(';'), value.size());
        const std::string_view part = ascii::trimmed(value.substr(0, end));
        if (!part.empty()) result.emplace_back(part);
        value.remove_prefix(std::min(end + 1, value.size()));
    }
    return result;
}

Span place_of(std::string_view words, FileId file, const Sources& sources) {
    const std::string_view text = sources.text(file);
    const auto begin = static_cast<std::uint32_t>(words.data() - text.data());
    return {file, begin, begin + static_cast<std::uint32_t>(words.size())};
}

std::string_view unquoted(std::string_view words) {
    words = ascii::trimmed(words);
    if (words.size() >= 2 && words.front() == '"' && words.back() == '"')
        return words.substr(1, words.size() - 2);
    return words;
}

std::optional<std::uint32_t> whole_number(std::string_view digits) {
    std::uint32_t value = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
    if (error != std::errc() || end != digits.data() + digits.size()) return std::nullopt;
    return value;
}

}  // namespace stet::grammar

// Entries of a framework directive: a line with properties below it.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "compiler/ast/ast.hpp"
#include "compiler/base/diagnostic.hpp"
#include "compiler/base/sources.hpp"

namespace stet::grammar {

/// Words with their place; lines below are joined to `text` by spaces.
struct Value {
    std::string text;
    Span span;
};

/// `key: value` or a bare `key`.
struct Property {
    std::string_view key;
    Span key_span;
    Value value;
};

/// Splits at the first colon that ends the line or is followed by a space. A line without one is a bare key.
Property property(const ast::DirectiveLine& line, const Sources& sources);

/// The line with those below it as one text.
Value joined(const ast::DirectiveLine& line, const Sources& sources);

/// Parts of a value, separated by semicolons.
std::vector<std::string> parts(std::string_view value);

/// The place of a view into the text of `file`.
Span place_of(std::string_view words, FileId file, const Sources& sources);

/// Without quotation marks around it.
std::string_view unquoted(std::string_view words);

/// A whole number, nothing else.
std::optional<std::uint32_t> whole_number(std::string_view digits);

}  // namespace stet::grammar

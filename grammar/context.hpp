// What the parts of the parser share while they read one file.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "compiler/ast/ast.hpp"
#include "compiler/base/diagnostic.hpp"

namespace stet::grammar {

class Includes;

/// A paragraph number by its last component: "1.4" is {"1.", 4}.
struct ParagraphNumber {
    std::string_view prefix;
    std::uint32_t value = 0;
};

/// State of the reading of one file.
struct Context {
    FileId file = 0;
    std::string_view text;
    Diagnostics& diagnostics;
    std::uint32_t next_text = 0;    ///< id of the next RunningText
    std::uint32_t marks = 0;        ///< inline constructs made so far, up to ast::max_inline_marks
    bool depth_reported = false;    ///< deep nesting is said once a file
    ParagraphNumber last_number{};  ///< of the numbered paragraph read last; `#.` counts on from it
    Includes* includes = nullptr;   ///< where files are read from; null where includes stay unread

    [[nodiscard]] Span span(std::uint32_t begin, std::uint32_t end) const { return {file, begin, end}; }
    [[nodiscard]] std::string_view view(std::uint32_t begin, std::uint32_t end) const {
        return text.substr(begin, end - begin);
    }
    [[nodiscard]] ast::Word word(std::uint32_t begin, std::uint32_t end) const {
        return {view(begin, end), span(begin, end)};
    }
    /// Offset in the file of a view into its text.
    [[nodiscard]] std::uint32_t offset(std::string_view part) const {
        return static_cast<std::uint32_t>(part.data() - text.data());
    }
};

/// A part of a line that belongs to a running text: [begin, end) in bytes of the file.
struct Slice {
    std::uint32_t begin;
    std::uint32_t end;
};
using Slices = std::vector<Slice>;

/// Reads the inline constructs of one running text, given as the parts of its lines in order, and gives it
/// the next id. Braces that belong to the block are moved to `attributes`.
ast::RunningText read_inline(Context& context, const Slices& slices, std::vector<ast::Brace>& attributes);

}  // namespace stet::grammar

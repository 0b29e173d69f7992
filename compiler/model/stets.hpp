// The stets of a report: what its author lets stand, and why.
#pragma once

#include <string_view>
#include <vector>

#include "compiler/ast/ast.hpp"
#include "compiler/base/span.hpp"

namespace stet::model {

/// `{stet CODE: reason}` at the end of a block or heading.
struct Stet {
    std::string_view code;
    std::string_view reason;  ///< may be empty, which is an error
    Span span;                ///< the braces
    Span scope;               ///< the block; a diagnostic whose place begins in it is meant
};

std::vector<Stet> find_stets(const ast::Document& document);

}  // namespace stet::model

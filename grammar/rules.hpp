// The rules of a framework, one a line, as an inspector writes them.
#pragma once

#include <optional>
#include <string_view>

#include "compiler/base/diagnostic.hpp"
#include "compiler/framework/framework.hpp"

namespace stet::grammar {

/// Reads one line of `@rules`; `place` is where `text` stands. Names are looked up in `framework`, whose
/// scale, judgements and conditions must be complete. None where a diagnostic (K107 to K110) says why.
///
///   SUBJECT is GRADE when TERMS            SUBJECT is GRADE otherwise
///   SUBJECT is at most GRADE when TERMS    SUBJECT is at least GRADE when TERMS
///   SUBJECT is GRADE only when TERMS       SUBJECT needs judgement when TERMS
///   TERMS  one or more, joined by "and":   2 or more key are good or better, the rest are good, any breach
std::optional<framework::Rule> parse_rule(std::string_view text, Span place,
                                          const framework::Framework& framework, Diagnostics& diagnostics);

}  // namespace stet::grammar

// What a `{see ...}` prints.
#pragma once

#include <string>
#include <vector>

#include "compiler/model/model.hpp"

namespace stet::model {

/// The reference of a brace, by the brace's span; null where it names nothing known.
const Reference* find_reference(const Report& report, Span brace);

struct ReferencePart {
    std::string words;
    const Label* label = nullptr;  ///< that the words name; none for what joins them
};
/// "paragraph 12", "paragraphs 3 to 7", "paragraph 3, Table 1 and Figure 2", in parts; empty where the
/// reference names nothing known.
std::vector<ReferencePart> printed_parts(const Report& report, const Reference& reference);

}  // namespace stet::model

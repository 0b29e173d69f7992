// Remarks of a review copy, and what in the publication they are about.
#pragma once

#include <string>
#include <unordered_map>
#include <vector>

#include "compiler/base/diagnostic.hpp"
#include "compiler/publication/publication.hpp"

namespace stet::publication {

/// A diagnostic for readers of a review copy. It is about the innermost block or judgement whose source holds
/// the begin of `span`.
struct Remark {
    Span span;
    Severity severity = Severity::query;
    std::string code;
    std::string text;
    std::string place{};  ///< "Line 12", said where the remark is about nothing printed
    std::string help{};   ///< what to do; may be empty
};

/// Remarks by the block, or the judgement's row, that each is about, in the order of the text. Those that are
/// about nothing printed are not in it. In time that grows with the lengths of both.
using RemarksBySubject = std::unordered_map<const void*, std::vector<const Remark*>>;
RemarksBySubject place_remarks(const Publication& publication, const std::vector<Remark>& remarks);

}  // namespace stet::publication

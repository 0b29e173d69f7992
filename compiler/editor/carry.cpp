// Carrying diagnostics over from one text to the next, until they are found again.
#include "compiler/editor/carry.hpp"

#include <algorithm>
#include <iterator>
#include <string_view>
#include <tuple>

namespace stet::editor {

namespace {

/// False where the span touches what was replaced.
bool move(Span& span, FileId file, const Replaced& replaced) {
    if (span.file != file || span.end < replaced.begin) return true;
    if (span.begin <= replaced.end) return false;
    span.begin = span.begin - replaced.end + replaced.begin + replaced.inserted;
    span.end = span.end - replaced.end + replaced.begin + replaced.inserted;
    return true;
}

}  // namespace

bool carry(Diagnostic& diagnostic, FileId file, const Replaced& replaced) {
    if (!move(diagnostic.span, file, replaced)) return false;
    for (Related& related : diagnostic.related) {
        if (!move(related.span, file, replaced)) return false;
    }
    for (Fix& fix : diagnostic.fixes) {
        for (Edit& edit : fix.edits) {
            if (!move(edit.span, file, replaced)) return false;
        }
    }
    return true;
}

std::vector<Diagnostic> difference(const std::vector<Diagnostic>& all, const std::vector<Diagnostic>& some) {
    const auto less = [](const Diagnostic& a, const Diagnostic& b) {
        const auto key = [](const Diagnostic& d) {
            return std::tuple(d.span.file, d.span.begin, d.span.end, d.info->code,
                              std::string_view(d.message));
        };
        return key(a) < key(b);
    };
    std::vector<Diagnostic> out;
    std::set_difference(all.begin(), all.end(), some.begin(), some.end(), std::back_inserter(out), less);
    return out;
}

}  // namespace stet::editor

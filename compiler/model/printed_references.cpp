// What a `{see ...}` prints.
#include "compiler/model/printed_references.hpp"

#include <algorithm>

namespace stet::model {

const Reference* find_reference(const Report& report, Span brace) {
    const auto before = [](const Reference& reference, const Span& wanted) {
        if (reference.span.file != wanted.file) return reference.span.file < wanted.file;
        return reference.span.begin < wanted.begin;
    };
    const auto found = std::lower_bound(report.references.begin(), report.references.end(), brace, before);
    return found != report.references.end() && found->span == brace ? &*found : nullptr;
}

std::vector<ReferencePart> printed_parts(const Report& report, const Reference& reference) {
    constexpr std::string_view paragraph = "paragraph ";
    std::vector<ReferencePart> out;
    const std::size_t count = reference.labels.size();
    const auto label = [&](std::uint32_t index) -> const Label& { return report.labels[index]; };
    const bool all_paragraphs =
        count > 1 && std::all_of(reference.labels.begin(), reference.labels.end(), [&](std::uint32_t index) {
            return label(index).printed.starts_with(paragraph);
        });
    if (all_paragraphs) out.push_back({"paragraphs "});
    for (std::size_t i = 0; i < count; ++i) {
        const bool last = i + 1 == count;
        if (i > 0) out.push_back({reference.range ? " to " : last ? " and " : ", "});
        const Label& named = label(reference.labels[i]);
        out.push_back({named.printed.substr(all_paragraphs ? paragraph.size() : 0), &named});
    }
    return out;
}

}  // namespace stet::model

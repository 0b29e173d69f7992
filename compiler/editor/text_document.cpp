// The text of an open document, with positions as editors count them.
#include "compiler/editor/text_document.hpp"

#include <algorithm>

#include "compiler/base/utf8.hpp"

namespace stet::editor {

namespace {

/// Whether a line begins at `at`, which is above 0.
bool line_begins(std::string_view text, std::size_t at) {
    if (text[at - 1] == '\n') return true;
    return text[at - 1] == '\r' && (at == text.size() || text[at] != '\n');
}

/// The line from `begin` on, without its line end.
std::string_view line_at(std::string_view text, std::uint32_t begin) {
    const std::string_view rest = text.substr(begin);
    return rest.substr(0, std::min(rest.find_first_of("\r\n"), rest.size()));
}

}  // namespace

LineIndex::LineIndex(std::string_view text) : starts_{0} {
    for (std::size_t at = 0; at < text.size(); ++at) {
        if ((text[at] == '\n' || text[at] == '\r') && line_begins(text, at + 1))
            starts_.push_back(static_cast<std::uint32_t>(at + 1));
    }
}

void LineIndex::replaced(std::string_view text, std::uint32_t begin, std::uint32_t end,
                         std::uint32_t inserted) {
    // A line's begin depends on the bytes before and at it, so those within [begin, end] are looked at anew.
    const auto first = std::lower_bound(starts_.begin() + 1, starts_.end(), begin);
    const auto last = std::upper_bound(first, starts_.end(), end);
    std::vector<std::uint32_t> fresh;
    for (std::uint32_t at = std::max(begin, 1U); at <= begin + inserted; ++at) {
        if (at <= text.size() && line_begins(text, at)) fresh.push_back(at);
    }
    for (auto later = last; later != starts_.end(); ++later) *later = *later - end + begin + inserted;
    const auto place = starts_.erase(first, last);
    starts_.insert(place, fresh.begin(), fresh.end());
}

Position LineIndex::position(std::string_view text, std::uint32_t offset, Encoding encoding) const {
    offset = std::min(offset, static_cast<std::uint32_t>(text.size()));
    const auto after = std::upper_bound(starts_.begin(), starts_.end(), offset);
    const std::uint32_t start = *(after - 1);
    const std::string_view before = text.substr(start, offset - start);
    const std::size_t column = encoding == Encoding::utf8 ? before.size() : utf8::utf16_length(before);
    return {static_cast<std::uint32_t>(after - starts_.begin() - 1), static_cast<std::uint32_t>(column)};
}

std::uint32_t LineIndex::offset(std::string_view text, Position position, Encoding encoding) const {
    if (position.line >= starts_.size()) return static_cast<std::uint32_t>(text.size());
    const std::uint32_t start = starts_[position.line];
    const std::string_view line = line_at(text, start);
    std::size_t units = 0;
    std::size_t at = 0;
    while (at < line.size()) {
        const utf8::Decoded d = utf8::decode(line, at);
        units += encoding == Encoding::utf8 ? d.size : (d.point >= 0x10000U ? 2U : 1U);
        if (units > position.character) break;
        at += d.size;
    }
    return start + static_cast<std::uint32_t>(at);
}

std::optional<Replaced> apply(TextDocument& document, const Change& change, Encoding encoding) {
    Replaced out{0, static_cast<std::uint32_t>(document.text.size()), 0};
    if (change.range) {
        out.begin = document.lines.offset(document.text, change.range->start, encoding);
        out.end = document.lines.offset(document.text, change.range->end, encoding);
        if (out.begin > out.end) std::swap(out.begin, out.end);
    }
    if (document.text.size() - (out.end - out.begin) + change.text.size() > max_document) return std::nullopt;
    out.inserted = static_cast<std::uint32_t>(change.text.size());
    document.text.replace(out.begin, out.end - out.begin, change.text);
    document.lines.replaced(document.text, out.begin, out.end, out.inserted);
    return out;
}

}  // namespace stet::editor

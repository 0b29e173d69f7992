// Pairing quotation marks.
#include "compiler/prose/quotations.hpp"

#include <array>
#include <optional>

#include "compiler/base/ascii.hpp"

namespace stet::prose {

namespace {

struct Marks {
    std::string_view open, close;
};
constexpr std::array<Marks, 4> kinds{{{"\u201C", "\u201D"}, {"\u2018", "\u2019"}, {"\"", "\""}, {"'", "'"}}};
constexpr std::size_t longest = 400;

/// Whether one of the marks that open may begin with that byte.
constexpr bool may_be_mark(char byte) {
    return byte == '"' || byte == '\'' || byte == '\xE2';
}

/// Whether a letter or digit stands there; bytes beyond ASCII count as letters.
bool is_word(std::string_view text, std::size_t at) {
    return at < text.size() &&
           (ascii::alphanumeric(text[at]) || static_cast<unsigned char>(text[at]) >= 0x80);
}

/// The end of the quotation that begins at `from`; none where it is not closed near by.
std::optional<std::size_t> closed_at(std::string_view text, std::size_t from, std::string_view mark) {
    const std::string_view near = text.substr(from, longest + mark.size());
    for (std::size_t at = near.find(mark); at != std::string_view::npos; at = near.find(mark, at + 1)) {
        if (at > 0 && near[at - 1] != ' ' && !is_word(text, from + at + mark.size())) return from + at;
    }
    return std::nullopt;
}

}  // namespace

std::vector<Quotation> quotations(std::string_view text) {
    std::vector<Quotation> found;
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (!may_be_mark(text[at])) continue;
        for (const Marks& marks : kinds) {
            if (text.compare(at, marks.open.size(), marks.open) != 0) continue;
            const std::size_t from = at + marks.open.size();
            const bool opens = (at == 0 || !is_word(text, at - 1)) && is_word(text, from);
            const auto end = opens ? closed_at(text, from, marks.close) : std::nullopt;
            if (!end) continue;
            found.push_back({static_cast<std::uint32_t>(from), static_cast<std::uint32_t>(*end)});
            at = *end + marks.close.size() - 1;
            break;
        }
    }
    return found;
}

}  // namespace stet::prose

// Marks that other programs write for a bullet.
#include "grammar/pasted_bullets.hpp"

#include <array>

#include "compiler/base/utf8.hpp"

namespace stet::grammar {

namespace {

/// Word takes its bullets from symbol fonts, whose characters it keeps at U+F020 to U+F0FF.
bool is_symbol_of_word(std::string_view line) {
    if (line.empty() || line.front() != '\xEF') return false;
    const char32_t point = utf8::decode(line, 0).point;
    return point >= 0xF020 && point <= 0xF0FF;
}

bool has_gap(std::string_view line, std::size_t at) {
    return at < line.size() && (line[at] == ' ' || line[at] == '\t');
}

}  // namespace

PastedBullet find_pasted_bullet(std::string_view line) {
    constexpr std::array<std::string_view, 9> dots = {"•", "·", "▪", "■", "●", "○", "◦", "‣", "➢"};
    for (const std::string_view dot : dots) {
        if (line.starts_with(dot)) return {static_cast<std::uint32_t>(dot.size()), true};
    }
    if (is_symbol_of_word(line)) return {3, true};
    if (line.starts_with("* ") || line.starts_with("+ ")) return {1, true};
    if (line.starts_with("o\t")) return {1, false};
    for (const std::string_view dash : {"–", "—"}) {
        if (line.starts_with(dash) && has_gap(line, dash.size()))
            return {static_cast<std::uint32_t>(dash.size()), false};
    }
    return {};
}

}  // namespace stet::grammar

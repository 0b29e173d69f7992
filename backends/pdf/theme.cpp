// Reading themes and judging their contrast.
#include "backends/pdf/theme.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <map>
#include <optional>

#include "compiler/base/ascii.hpp"

namespace stet::pdf {

namespace {

constexpr std::array<std::string_view, face_count> face_names = {
    "regular", "italic", "bold", "bold-italic", "heading", "heading-light", "label"};
constexpr std::array<std::string_view, ink_count> ink_names = {"text", "muted", "accent", "rule",
                                                               "tint", "link",  "paper"};
constexpr std::array<std::string_view, type_count> type_names = {
    "body",       "h1",      "h2",    "h3",       "h4",   "small", "note",  "table",
    "table-head", "caption", "title", "subtitle", "fact", "grade", "chart", "running"};
constexpr std::array<std::string_view, 6> shape_names = {"disc",     "diamond", "square",
                                                         "triangle", "octagon", "ring"};

template <std::size_t size>
std::optional<std::size_t> index_of(const std::array<std::string_view, size>& names, std::string_view name) {
    const auto found = std::find(names.begin(), names.end(), name);
    if (found == names.end()) return std::nullopt;
    return static_cast<std::size_t>(found - names.begin());
}

std::vector<std::string_view> words(std::string_view s) {
    std::vector<std::string_view> found;
    for (s = ascii::trimmed(s); !s.empty(); s = ascii::trimmed(s)) {
        const std::size_t end = std::min(s.find_first_of(" \t"), s.size());
        found.push_back(s.substr(0, end));
        s.remove_prefix(end);
    }
    return found;
}

std::optional<float> number(std::string_view s) {
    float value = 0;
    const auto [end, error] = std::from_chars(s.data(), s.data() + s.size(), value);
    if (error != std::errc() || end != s.data() + s.size() || !(value >= 0 && value <= 2000))
        return std::nullopt;
    return value;
}

std::optional<Colour> colour(std::string_view s) {
    unsigned value = 0;
    if (s.size() != 7 || s[0] != '#') return std::nullopt;
    const auto [end, error] = std::from_chars(s.data() + 1, s.data() + 7, value, 16);
    if (error != std::errc() || end != s.data() + 7) return std::nullopt;
    const auto part = [&](unsigned shift) { return static_cast<float>((value >> shift) & 255U) / 255.0F; };
    return Colour{part(16), part(8), part(0)};
}

/// "heading 24/29 accent"
std::optional<TypeStyle> type_style(std::string_view value) {
    const auto parts = words(value);
    if (parts.size() != 3) return std::nullopt;
    const std::size_t slash = parts[1].find('/');
    if (slash == std::string_view::npos) return std::nullopt;
    const auto face = index_of(face_names, parts[0]);
    const auto size = number(parts[1].substr(0, slash));
    const auto leading = number(parts[1].substr(slash + 1));
    const auto ink = index_of(ink_names, parts[2]);
    if (!face || !size || !leading || !ink || *size < 4 || *leading < *size) return std::nullopt;
    return TypeStyle{static_cast<Face>(*face), *size, *leading, static_cast<Ink>(*ink)};
}

/// "#0b6b3a disc"
std::optional<GradeLook> grade_look(std::string_view value) {
    const auto parts = words(value);
    if (parts.size() != 2) return std::nullopt;
    const auto tone = colour(parts[0]);
    const auto shape = index_of(shape_names, parts[1]);
    if (!tone || !shape) return std::nullopt;
    return GradeLook{*tone, static_cast<Shape>(*shape)};
}

bool assign_length(Theme& theme, std::string_view key, std::string_view value) {
    const std::map<std::string_view, float*> lengths = {
        {"page.left", &theme.left},        {"page.right", &theme.right},   {"page.top", &theme.top},
        {"page.bottom", &theme.bottom},    {"grid.number", &theme.number}, {"grid.measure", &theme.measure},
        {"grid.gap", &theme.paragraph_gap}};
    const auto found = lengths.find(key);
    const auto length = number(value);
    if (found == lengths.end() || !length) return false;
    *found->second = *length;
    return true;
}

template <class T, std::size_t size, class Value>
bool assign(std::array<T, size>& slots, std::optional<std::size_t> index, const std::optional<Value>& value) {
    if (!index || *index >= size || !value) return false;
    slots[*index] = *value;
    return true;
}

/// A list of font families. Nothing else may get into the style sheet.
bool assign_families(std::string& slot, std::string_view value) {
    constexpr std::string_view allowed = " ,-'";
    for (const char c : value) {
        if (!ascii::alphanumeric(c) && allowed.find(c) == std::string_view::npos) return false;
    }
    return slot = value, !value.empty();
}

bool assign_key(Theme& theme, std::string_view key, std::string_view value) {
    const std::size_t dot = key.find('.');
    const std::string_view family = key.substr(0, dot);
    const std::string_view name = dot == std::string_view::npos ? std::string_view() : key.substr(dot + 1);
    if (key == "name") return theme.name = value, !value.empty();
    if (key == "logo") return theme.logo = value, true;
    if (key == "web.text") return assign_families(theme.web_text, value);
    if (key == "web.heading") return assign_families(theme.web_heading, value);
    if (key == "fallback") {
        for (const std::string_view face : words(value)) theme.fallback.emplace_back(face);
        return true;
    }
    if (key == "series") {
        for (const std::string_view tone : words(value)) {
            const auto parsed = colour(tone);
            if (!parsed) return false;
            theme.series.push_back(*parsed);
        }
        return true;
    }
    if (family == "face")
        return assign(theme.faces, index_of(face_names, name), std::optional(std::string(value)));
    if (family == "ink") return assign(theme.inks, index_of(ink_names, name), colour(value));
    if (family == "type") return assign(theme.types, index_of(type_names, name), type_style(value));
    if (key == "grade.none") {
        const auto look = grade_look(value);
        if (look) theme.not_judged = *look;
        return look.has_value();
    }
    if (family == "grade") {
        const auto place = number(name);
        if (!place || *place < 1) return false;
        return assign(theme.grades, static_cast<std::size_t>(*place) - 1, grade_look(value));
    }
    return assign_length(theme, key, value);
}

template <std::size_t size>
std::string first_missing(std::string_view family, const std::array<std::string_view, size>& names,
                          const std::map<std::string, unsigned, std::less<>>& seen) {
    for (const std::string_view name : names) {
        std::string key = std::string(family) + "." + std::string(name);
        if (!seen.contains(key)) return key;
    }
    return {};
}

std::string missing_key(const std::map<std::string, unsigned, std::less<>>& seen) {
    constexpr std::array<std::string_view, 6> grade_names = {"1", "2", "3", "4", "5", "none"};
    for (const std::string& key :
         {first_missing("face", face_names, seen), first_missing("ink", ink_names, seen),
          first_missing("type", type_names, seen), first_missing("grade", grade_names, seen)}) {
        if (!key.empty()) return key;
    }
    for (const std::string_view key : {"name", "series"}) {
        if (!seen.contains(key)) return std::string(key);
    }
    return {};
}

double luminance(Colour c) {
    const auto linear = [](double v) {
        return v <= 0.04045 ? v / 12.92 : std::pow((v + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(c.red) + 0.7152 * linear(c.green) + 0.0722 * linear(c.blue);
}

}  // namespace

double contrast(Colour a, Colour b) {
    const double x = luminance(a);
    const double y = luminance(b);
    return (std::max(x, y) + 0.05) / (std::min(x, y) + 0.05);
}

const GradeLook& Theme::grade(unsigned rank, unsigned ranks) const {
    if (ranks == 0) return not_judged;
    if (ranks == 1) return grades.front();
    const unsigned last = ranks - 1;
    const unsigned place = std::min(rank, last);
    // A scale of four leaves out the third look, one of three the second and fourth.
    if (ranks == 4) return grades[place < 2 ? place : place + 1];
    return grades[(place * 4 + last / 2) / last];
}

std::variant<Theme, ThemeError> parse_theme(std::string_view text) {
    Theme theme;
    std::map<std::string, unsigned, std::less<>> seen;
    unsigned line_number = 0;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = std::min(text.find('\n', at), text.size());
        const std::string_view line = ascii::trimmed(text.substr(at, end - at));
        at = end + 1;
        ++line_number;
        if (line.empty() || line.starts_with("//")) continue;
        const std::size_t colon = line.find(':');
        if (colon == std::string_view::npos)
            return ThemeError{line_number, "a line must read \"key: value\""};
        const std::string key(ascii::trimmed(line.substr(0, colon)));
        if (!seen.emplace(key, line_number).second) return ThemeError{line_number, key + " is given twice"};
        if (!assign_key(theme, key, ascii::trimmed(line.substr(colon + 1)))) {
            return ThemeError{line_number, "unknown key or bad value for " + key};
        }
    }
    if (const std::string key = missing_key(seen); !key.empty())
        return ThemeError{line_number, key + " is missing"};
    return theme;
}

Theme enlarge(Theme theme) {
    constexpr float body_target = 16.5F;
    const float factor = std::max(1.0F, body_target / theme.type(Type::body).size);
    for (TypeStyle& style : theme.types) {
        // Small text must reach the target's neighbourhood; display sizes need less growth.
        const float size = style.size >= 18 ? style.size * (1 + (factor - 1) * 0.4F)
                                            : std::max(style.size * factor, body_target * 0.9F);
        style.leading *= size / style.size;
        style.size = size;
    }
    theme.number *= factor;
    theme.paragraph_gap *= factor;
    theme.left *= 0.85F;
    theme.right *= 0.85F;
    theme.measure *= 1.2F;
    return theme;
}

}  // namespace stet::pdf

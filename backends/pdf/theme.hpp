// Themes: everything about looks that is data, read from small "key: value" files (docs/themes.md).
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace stet::pdf {

/// sRGB, each part from 0 to 1.
struct Colour {
    float red = 0;
    float green = 0;
    float blue = 0;
    friend bool operator==(const Colour&, const Colour&) = default;
};

/// WCAG 2.2 contrast ratio of two colours, from 1 to 21.
double contrast(Colour a, Colour b);

/// The faces that a theme names; each is one font file.
enum class Face : std::uint8_t { regular, italic, bold, bold_italic, heading, heading_light, label };
constexpr std::size_t face_count = 7;

enum class Ink : std::uint8_t { text, muted, accent, rule, tint, link, paper };
constexpr std::size_t ink_count = 7;

/// The kinds of text that a theme sets.
enum class Type : std::uint8_t {
    body,
    h1,
    h2,
    h3,
    h4,
    small,
    note,
    table,
    table_head,
    caption,
    title,
    subtitle,
    fact,
    grade,
    chart,
    running
};
constexpr std::size_t type_count = 16;

/// Size and leading in points.
struct TypeStyle {
    Face face = Face::regular;
    float size = 11;
    float leading = 15.5F;
    Ink ink = Ink::text;
};

/// Shapes that stand for grades beside their colour and words, so that colour never speaks alone.
enum class Shape : std::uint8_t { disc, diamond, square, triangle, octagon, ring };

struct GradeLook {
    Colour colour;
    Shape shape = Shape::disc;
};

struct Theme {
    std::string name;
    std::array<std::string, face_count> faces;  ///< resource names below fonts/
    std::vector<std::string> fallback;          ///< faces tried in turn for other scripts
    std::array<Colour, ink_count> inks;
    std::array<TypeStyle, type_count> types;
    std::array<GradeLook, 5> grades;  ///< best to worst
    GradeLook not_judged;
    std::vector<Colour> series;                      ///< chart series in turn
    std::string logo;                                ///< file beside the report; empty for none
    std::string web_text = "system-ui, sans-serif";  ///< families of the HTML page, as CSS has them
    std::string web_heading = "system-ui, sans-serif";
    float left = 62, right = 62, top = 76, bottom = 70;  ///< margins in points
    float number = 34;                                   ///< width of the column of paragraph numbers
    float measure = 424;                                 ///< widest text column
    float paragraph_gap = 7.5F;

    [[nodiscard]] const TypeStyle& type(Type t) const { return types[static_cast<std::size_t>(t)]; }
    [[nodiscard]] Colour ink(Ink i) const { return inks[static_cast<std::size_t>(i)]; }
    /// Look of grade `rank` (0 best) in a scale of `ranks` grades: longer and shorter scales share the five
    /// looks by their relative place; 0 ranks means "not judged".
    [[nodiscard]] const GradeLook& grade(unsigned rank, unsigned ranks) const;
};

struct ThemeError {
    unsigned line = 0;
    std::string reason;
};

/// Reads a theme file. Every key must be known and every face, ink, type and grade be given.
std::variant<Theme, ThemeError> parse_theme(std::string_view text);

/// The same theme for readers who need large print: body text of at least 16 points, headings in proportion.
Theme enlarge(Theme theme);

}  // namespace stet::pdf

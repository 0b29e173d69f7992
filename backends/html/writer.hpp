// What the parts of the HTML backend share: the page being written and what is known of its publication.
#pragma once

#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>

#include "backends/html/markup.hpp"
#include "backends/pdf/theme.hpp"
#include "compiler/base/diagnostic.hpp"
#include "compiler/base/world.hpp"
#include "compiler/publication/publication.hpp"
#include "compiler/publication/remarks.hpp"

namespace stet::html {

constexpr std::string_view annex_title = "Figures in this report and their sources";

struct Writer {
    const publication::Publication& publication;
    const pdf::Theme& theme;
    World& world;
    Diagnostics& diagnostics;

    std::string out{};
    std::set<std::string_view> facts{};                          ///< ids of rows of the annex
    std::unordered_map<std::string_view, std::string> labels{};  ///< how the annex names an id's place
    std::set<std::uint32_t> marked{};                            ///< notes whose first mark stands
    publication::RemarksBySubject remarks{};                     ///< of a review copy, until they are written
    std::set<const publication::Remark*> printed{};              ///< those of them that are
    std::uint8_t last_level = 1;                                 ///< of headings, 1 is the report's subject

    void text(std::string_view words) { append_text(out, words); }
    void inlines(const publication::Text& text);
    void blocks(const publication::Blocks& blocks);
    void table(const publication::Table& table, std::string_view id);
    void chart(const publication::Chart& chart, std::string_view id);
    void image(const publication::Image& image, std::string_view id);

    /// The remarks on a block or a judgement's row, behind it.
    void remarks_on(const void* subject);

    /// Heading of the page's own parts and of the report's, without gaps in the levels.
    void heading(std::uint8_t level, std::string_view number, const publication::Text& title,
                 std::string_view id);
};

/// " id=…", nothing for an empty id.
std::string id_attribute(std::string_view id);

/// A colour as CSS has it, "#0b6b3a".
std::string css(pdf::Colour colour);

/// What a remark says: severity, code, message, and help in a paragraph of its own.
void append_remark(Writer& writer, const publication::Remark& remark, bool with_place);

/// The shape of a grade as an image that says nothing: words stand beside it.
std::string shape_image(pdf::Shape shape);

}  // namespace stet::html

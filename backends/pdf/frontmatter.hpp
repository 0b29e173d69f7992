// Cover, contents and the annex of cited facts.
#pragma once

#include <functional>
#include <string_view>
#include <vector>

#include "backends/pdf/blocks.hpp"

namespace stet::pdf {

/// A setter of the same report whose galley is thrown away, to see how high things get. It knows no anchors.
struct Rehearsal {
    Galley galley{};
    Diagnostics diagnostics{};
    Setter setter;

    explicit Rehearsal(const Setter& real);
};

/// A heading that the report's body does not have. Returns the section that it opens.
NodeId set_own_heading(Setter& setter, unsigned level, std::string_view title, std::string_view id,
                       Strips& out);

/// The cover: who is inspected, what and when, and in its middle the judgements. On one page, if setting it
/// closer makes that possible.
Strips set_cover(Setter& setter);

/// Height that a cover leaves free on its page; negative where it needs more than one.
float room_on_cover(const Setter& setter, const Strips& cover);

/// The contents while page numbers are not yet known.
struct Contents {
    Strips strips;
    bool on_cover = false;  ///< they stand below the judgements
    struct Row {
        std::size_t strip = 0;  ///< the last strip of the entry, which takes the number
        AnchorId anchor = none;
        NodeId leaf = no_node;
        LinkId link = none;
        std::uint8_t level = 1;
        float text_end = 0;  ///< right end of the title
    };
    std::vector<Row> rows;
    float right = 0;
};
/// `room` is the height that is free on the cover: contents that fit stand there. A report of a page or two
/// has none.
Contents set_contents(Setter& setter, float room);

/// Adds leaders and page numbers once every anchor has its page.
void number_contents(Setter& setter, Contents& contents);

constexpr std::string_view annex_title = "Figures in this report and their sources";
/// No label of a report has a blank in it.
constexpr std::string_view annex_id = "annex of figures";
constexpr std::string_view remarks_title = "Other remarks";
constexpr std::string_view remarks_id = "other remarks";

/// The annex of cited facts by source, with links to the places that cite them, to `sink` in order and, where
/// it is long, in parts; nothing where there are no facts. Names pages, so every place that cites a fact must
/// have its page.
void set_annex(Setter& setter, const std::function<void(Strips&&)>& sink);

}  // namespace stet::pdf

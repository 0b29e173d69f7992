// Cover, contents and the annex of cited facts.
#pragma once

#include <string_view>
#include <vector>

#include "backends/pdf/blocks.hpp"

namespace stet::pdf {

/// A first-level heading that the report's body does not have. Returns the section that it opens.
NodeId set_own_heading(Setter& setter, std::string_view title, std::string_view id, Strips& out);

/// The cover: who is inspected, what and when, and in its middle the judgements.
Strips set_cover(Setter& setter);

/// The contents page while page numbers are not yet known.
struct Contents {
    Strips strips;
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
Contents set_contents(Setter& setter);

/// Adds leaders and page numbers once every anchor has its page.
void number_contents(Setter& setter, Contents& contents);

constexpr std::string_view annex_title = "Figures in this report and their sources";
/// No label of a report has a blank in it.
constexpr std::string_view annex_id = "annex of figures";

/// The annex of cited facts by source, with links to the places that cite them; nothing where there are no
/// facts. Names pages, so the body must be finished.
Strips set_annex(Setter& setter);

}  // namespace stet::pdf

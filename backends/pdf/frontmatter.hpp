// Cover, contents and the annex of cited facts.
#pragma once

#include <vector>

#include "backends/pdf/blocks.hpp"

namespace stet::pdf {

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

/// The annex of cited facts with links to the paragraphs that cite them; nothing where there are none.
Strips set_annex(Setter& setter);

}  // namespace stet::pdf

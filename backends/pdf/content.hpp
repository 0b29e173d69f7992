// Finished pages to content streams with marked content.
#pragma once

#include <string>
#include <vector>

#include "backends/pdf/galley.hpp"
#include "backends/pdf/page.hpp"

namespace stet::pdf {

/// The area of a link on a page, in PDF coordinates.
struct LinkArea {
    LinkId link = none;
    std::uint32_t page = 0;
    float left = 0;
    float bottom = 0;
    float right = 0;
    float top = 0;
};

/// What a page becomes.
struct PageContent {
    std::string stream;
    std::vector<NodeId> marked;  ///< the leaf of each MCID
    std::vector<LinkArea> links;
    bool transparent = false;  ///< shows an image with alpha
};

/// Writes a page. Uses of leaves are entered in the structure.
PageContent write_content(const Page& page, const FontSet& fonts, Galley& galley);

}  // namespace stet::pdf

// What layout gathers for the whole document beside the pages: structure, links, anchors, headings, images.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "backends/pdf/images.hpp"
#include "backends/pdf/page.hpp"

namespace stet::pdf {

struct Link {
    NodeId node = no_node;
    std::string url;  ///< empty for a link inside
    AnchorId anchor = none;
    std::string description;  ///< what assistive technology reads
};

/// Where an anchor came to stand; `page` is none until it is placed.
struct Anchor {
    std::uint32_t page = none;
    float y = 0;
};

struct HeadingPlace {
    std::uint8_t level = 1;
    std::string title;
    AnchorId anchor = none;
    NodeId node = no_node;
};

/// Rows that are shown again on the pages where a table goes on: its head, or below that the row that heads a
/// group of rows.
struct TableHead {
    std::uint32_t above = none;  ///< index of what is shown before it
    std::vector<Strip> strips;
};

struct Galley {
    Structure structure;
    std::vector<Link> links;
    std::vector<Anchor> anchors;
    std::unordered_map<std::string, AnchorId> names;  ///< ids of the publication
    std::vector<HeadingPlace> headings;
    std::vector<Frame> frames;
    std::vector<TableHead> table_heads;
    std::vector<ImageData> images;

    AnchorId new_anchor() {
        anchors.emplace_back();
        return static_cast<AnchorId>(anchors.size() - 1);
    }
    /// The anchor of an id; none where the publication has no such id.
    [[nodiscard]] AnchorId find_anchor(std::string_view id) const {
        const auto found = names.find(std::string(id));
        return found == names.end() ? none : found->second;
    }
};

}  // namespace stet::pdf

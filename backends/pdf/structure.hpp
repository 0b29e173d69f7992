// The structure tree of a tagged PDF as plain values: elements in reading order, and leaves that stand for
// text on pages.
#pragma once

#include <cstdint>
#include <deque>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace stet::pdf {

/// Standard structure types (ISO 32000-1, 14.8.4) that Stet uses; `content` is a leaf.
enum class Tag : std::uint8_t {
    content,
    document,
    sect,
    div,
    h1,
    h2,
    h3,
    h4,
    p,
    span,
    blockquote,
    l,
    li,
    lbl,
    lbody,
    table,
    thead,
    tbody,
    tr,
    th,
    td,
    caption,
    figure,
    toc,
    toci,
    reference,
    link,
    note
};

std::string_view tag_name(Tag tag);

using NodeId = std::uint32_t;
/// No element: an artifact.
constexpr NodeId no_node = 0xFFFFFFFF;

enum class Scope : std::uint8_t { none, row, column, both };
enum class Numbering : std::uint8_t { none, disc, decimal, lower_alpha };

/// What few elements have.
/// What few elements say of themselves; empty for what is not said.
struct ElementTexts {
    std::string alternative;
    std::string expansion;
    std::string id;
    std::string title;
};

struct Attributes {
    std::unique_ptr<ElementTexts> texts;  ///< null for none
    std::vector<NodeId> headers;          ///< heading cells of this one; each has an id made from its node
    bool heads_cells = false;             ///< is among the headers of others
    Scope scope = Scope::none;
    Numbering numbering = Numbering::none;
    std::uint16_t columns = 1;
    std::uint16_t rows = 1;
    float box[4] = {};  ///< BBox on the page, PDF coordinates
    bool has_box = false;
    bool block = false;  ///< Placement Block
};

struct Node {
    Tag tag = Tag::content;
    std::uint32_t attributes = 0;  ///< index in Structure::attributes; 0 for none
    NodeId parent = no_node;
    NodeId next = no_node;
    std::uint32_t first = no_node;  ///< first child; of a leaf, its first use on a page
    std::uint32_t last = no_node;
};

/// Marked content on a page that belongs to a leaf.
struct Use {
    std::uint32_t page = 0;
    std::uint32_t mcid = 0;
    std::uint32_t next = no_node;
};

struct Structure {
    std::deque<Node> nodes;
    std::deque<Attributes> attributes{1};
    std::deque<Use> uses;

    /// Appends an element to `parent`'s children; no_node for the root.
    NodeId add(NodeId parent, Tag tag);
    NodeId leaf(NodeId parent) { return add(parent, Tag::content); }
    Attributes& attributes_of(NodeId node);
    ElementTexts& texts_of(NodeId node);
    /// What the element says of itself; never null.
    [[nodiscard]] const ElementTexts& texts(NodeId node) const;
    /// The element's own id, or that of a cell which heads others; empty where it has none.
    [[nodiscard]] std::string id_of(NodeId node) const;
    void use(NodeId leaf, std::uint32_t page, std::uint32_t mcid);
};

}  // namespace stet::pdf

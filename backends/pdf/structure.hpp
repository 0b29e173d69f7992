// The structure tree of a tagged PDF as plain values: elements in reading order, and leaves that stand for
// text on pages.
#pragma once

#include <cstdint>
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
struct Attributes {
    std::string alternative;
    std::string expansion;
    std::string id;
    std::string title;
    std::vector<std::string> headers;  ///< ids of heading cells
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
    std::vector<Node> nodes;
    std::vector<Attributes> attributes{1};
    std::vector<Use> uses;

    /// Appends an element to `parent`'s children; no_node for the root.
    NodeId add(NodeId parent, Tag tag);
    NodeId leaf(NodeId parent) { return add(parent, Tag::content); }
    Attributes& attributes_of(NodeId node);
    void use(NodeId leaf, std::uint32_t page, std::uint32_t mcid);
};

}  // namespace stet::pdf

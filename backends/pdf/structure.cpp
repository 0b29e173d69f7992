// Building the structure tree.
#include "backends/pdf/structure.hpp"

namespace stet::pdf {

std::string_view tag_name(Tag tag) {
    constexpr std::string_view names[] = {
        "",           "Document", "Sect",   "Div", "H1",    "H2",        "H3",    "H4",    "P",  "Span",
        "BlockQuote", "L",        "LI",     "Lbl", "LBody", "Table",     "THead", "TBody", "TR", "TH",
        "TD",         "Caption",  "Figure", "TOC", "TOCI",  "Reference", "Link",  "Note"};
    return names[static_cast<std::size_t>(tag)];
}

NodeId Structure::add(NodeId parent, Tag tag) {
    const auto id = static_cast<NodeId>(nodes.size());
    Node node;
    node.tag = tag;
    node.parent = parent;
    nodes.push_back(node);
    if (parent == no_node) return id;
    Node& above = nodes[parent];
    if (above.last == no_node) {
        above.first = id;
    } else {
        nodes[above.last].next = id;
    }
    above.last = id;
    return id;
}

Attributes& Structure::attributes_of(NodeId node) {
    if (nodes[node].attributes == 0) {
        nodes[node].attributes = static_cast<std::uint32_t>(attributes.size());
        attributes.emplace_back();
    }
    return attributes[nodes[node].attributes];
}

ElementTexts& Structure::texts_of(NodeId node) {
    Attributes& made = attributes_of(node);
    if (!made.texts) made.texts = std::make_unique<ElementTexts>();
    return *made.texts;
}

const ElementTexts& Structure::texts(NodeId node) const {
    static const ElementTexts nothing;
    const Attributes& known = attributes[nodes[node].attributes];
    return known.texts ? *known.texts : nothing;
}

std::string Structure::id_of(NodeId node) const {
    if (attributes[nodes[node].attributes].heads_cells) return "cell-" + std::to_string(node);
    return texts(node).id;
}

void Structure::use(NodeId leaf, std::uint32_t page, std::uint32_t mcid) {
    const auto id = static_cast<std::uint32_t>(uses.size());
    uses.push_back({page, mcid, no_node});
    Node& node = nodes[leaf];
    if (node.last == no_node) {
        node.first = id;
    } else {
        uses[node.last].next = id;
    }
    node.last = id;
}

}  // namespace stet::pdf

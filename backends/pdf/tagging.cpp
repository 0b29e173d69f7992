// The structure tree as PDF objects: elements, attributes, parent tree, identifiers.
#include <algorithm>

#include "backends/pdf/writer.hpp"

namespace stet::pdf {

namespace {

constexpr std::size_t fan_out = 64;

std::string_view scope_name(Scope scope) {
    switch (scope) {
        case Scope::row:
            return "Row";
        case Scope::column:
            return "Column";
        case Scope::both:
            return "Both";
        case Scope::none:
            break;
    }
    return {};
}

std::string_view numbering_name(Numbering numbering) {
    switch (numbering) {
        case Numbering::disc:
            return "Disc";
        case Numbering::decimal:
            return "Decimal";
        case Numbering::lower_alpha:
            return "LowerAlpha";
        case Numbering::none:
            break;
    }
    return {};
}

void append_table_attributes(const Structure& structure, const Attributes& attributes, std::string& out) {
    const std::string_view scope = scope_name(attributes.scope);
    if (scope.empty() && attributes.columns == 1 && attributes.rows == 1 && attributes.headers.empty())
        return;
    out += "<</O/Table";
    if (!scope.empty()) {
        out += "/Scope/";
        out += scope;
    }
    if (attributes.columns > 1) {
        out += "/ColSpan ";
        append_integer(out, attributes.columns);
    }
    if (attributes.rows > 1) {
        out += "/RowSpan ";
        append_integer(out, attributes.rows);
    }
    if (!attributes.headers.empty()) {
        out += "/Headers[";
        for (const NodeId head : attributes.headers) append_literal(out, structure.id_of(head));
        out += ']';
    }
    out += ">>";
}

}  // namespace

/// Gives object numbers to the elements that have content. What came to nothing, such as an empty paragraph,
/// is left out; cells stay, for they hold a table's shape.
void Writer::number_elements() {
    const auto& nodes = galley_.structure.nodes;
    std::vector<bool> alive(nodes.size(), false);
    for (std::size_t i = nodes.size(); i-- > 0;) {
        const Node& node = nodes[i];
        const bool used = node.tag == Tag::content && node.first != none;
        const bool cell = node.tag == Tag::td || node.tag == Tag::th;
        if (used || cell || node.tag == Tag::document) alive[i] = true;
        if (alive[i] && node.parent != no_node) alive[node.parent] = true;
    }
    elements_.assign(nodes.size(), 0);
    for (std::size_t i = 0; i < nodes.size(); ++i) {
        if (alive[i] && nodes[i].tag != Tag::content) elements_[i] = file_.reserve();
    }
}

void Writer::make_attributes(NodeId node, std::string& out) const {
    const Structure& structure = galley_.structure;
    const Attributes& attributes = structure.attributes[structure.nodes[node].attributes];
    std::string owners;
    append_table_attributes(structure, attributes, owners);
    if (const std::string_view numbering = numbering_name(attributes.numbering); !numbering.empty()) {
        owners += "<</O/List/ListNumbering/" + std::string(numbering) + ">>";
    }
    if (attributes.has_box) {
        owners += "<</O/Layout/Placement/Block/BBox[";
        for (const float edge : attributes.box) {
            append_number(owners, edge);
            owners += ' ';
        }
        owners += "]>>";
    }
    if (!owners.empty()) out += "/A[" + owners + "]";
    const auto text = [&](std::string_view key, const std::string& value) {
        if (value.empty()) return;
        out += key;
        append_text(out, value);
    };
    const ElementTexts& texts = structure.texts(node);
    text("/Alt", texts.alternative);
    text("/E", texts.expansion);
    text("/T", texts.title);
    text("/ID", structure.id_of(node));
}

/// The entries of one structure element; its kids are in reading order.
void Writer::make_element(std::uint32_t id, std::string& out) const {
    const Structure& structure = galley_.structure;
    const Node& node = structure.nodes[id];
    out += "/S/";
    out += tag_name(node.tag);
    out += "/P ";
    append_reference(out, node.parent == no_node ? tree_root_ : elements_[node.parent]);
    std::uint32_t page = none;
    std::string kids;
    for (NodeId child = node.first; child != no_node; child = structure.nodes[child].next) {
        if (structure.nodes[child].tag != Tag::content) {
            if (elements_[child] == 0) continue;
            append_reference(kids, elements_[child]);
            kids += ' ';
            continue;
        }
        for (std::uint32_t u = structure.nodes[child].first; u != none; u = structure.uses[u].next) {
            const Use& use = structure.uses[u];
            if (page == none) page = use.page;
            if (use.page != page) {
                kids += "<</Type/MCR/Pg ";
                append_reference(kids, pages_[use.page].object);
                kids += "/MCID ";
                append_integer(kids, use.mcid);
                kids += ">>";
            } else {
                append_integer(kids, use.mcid);
                kids += ' ';
            }
        }
    }
    const auto first =
        std::lower_bound(areas_of_nodes_.begin(), areas_of_nodes_.end(), std::pair(id, std::size_t{0}));
    for (auto area = first; area != areas_of_nodes_.end() && area->first == id; ++area) {
        kids += "<</Type/OBJR/Obj ";
        append_reference(kids, area_objects_[area->second]);
        kids += "/Pg ";
        append_reference(kids, pages_[areas_[area->second].page].object);
        kids += ">>";
    }
    if (page != none) {
        out += "/Pg ";
        append_reference(out, pages_[page].object);
    }
    if (node.attributes != 0) make_attributes(id, out);
    if (!kids.empty()) out += "/K[" + kids + "]";
}

/// Number tree from pages and annotations to their elements, in leaves of `fan_out`.
ObjectId Writer::write_parent_tree() {
    std::string kids = "/Kids[";
    std::string leaf;
    const std::size_t keys = pages_.size() + areas_.size();
    for (std::size_t key = 0; key < keys; ++key) {
        if (key % fan_out == 0) leaf = "/Nums[";
        append_integer(leaf, key);
        if (key < pages_.size()) {
            leaf += '[';
            for (const NodeId marked : pages_[key].marked) {
                append_reference(leaf, elements_[galley_.structure.nodes[marked].parent]);
                leaf += ' ';
            }
            leaf += ']';
        } else {
            leaf += ' ';
            append_reference(leaf, elements_[galley_.links[areas_[key - pages_.size()].link].node]);
            leaf += ' ';
        }
        if (key % fan_out + 1 != fan_out && key + 1 != keys) continue;
        leaf += "]/Limits[";
        append_integer(leaf, key - key % fan_out);
        leaf += ' ';
        append_integer(leaf, key);
        leaf += ']';
        append_reference(kids, file_.add(leaf));
        kids += ' ';
    }
    return file_.add(kids + "]");
}

ObjectId Writer::write_structure() {
    tree_root_ = file_.reserve();
    make_element_ = [this](std::uint32_t node, std::string& out) { make_element(node, out); };
    std::vector<std::pair<std::string, ObjectId>> identifiers;
    const Structure& structure = galley_.structure;
    for (std::size_t i = 0; i < structure.nodes.size(); ++i) {
        if (elements_[i] == 0) continue;
        file_.set_lazy(elements_[i], &make_element_, static_cast<std::uint32_t>(i));
        std::string id = structure.id_of(static_cast<NodeId>(i));
        if (!id.empty()) identifiers.emplace_back(std::move(id), elements_[i]);
    }
    std::sort(identifiers.begin(), identifiers.end());
    std::string kids;
    for (std::size_t at = 0; at < identifiers.size(); at += fan_out) {
        const std::size_t end = std::min(at + fan_out, identifiers.size());
        std::string leaf = "/Names[";
        for (std::size_t i = at; i < end; ++i) {
            append_literal(leaf, identifiers[i].first);
            append_reference(leaf, identifiers[i].second);
            leaf += ' ';
        }
        leaf += "]/Limits[";
        append_literal(leaf, identifiers[at].first);
        append_literal(leaf, identifiers[end - 1].first);
        append_reference(kids, file_.add(leaf + "]"));
        kids += ' ';
    }
    std::string entries = "/Type/StructTreeRoot/K[";
    append_reference(entries, elements_[0]);
    entries += "]/ParentTree ";
    append_reference(entries, write_parent_tree());
    entries += "/ParentTreeNextKey ";
    append_integer(entries, pages_.size() + areas_.size());
    if (!kids.empty()) {
        entries += "/IDTree ";
        append_reference(entries, file_.add("/Kids[" + kids + "]"));
    }
    file_.set(tree_root_, std::move(entries));
    return tree_root_;
}

}  // namespace stet::pdf

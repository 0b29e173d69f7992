// The layout as text, for `stet debug layout` and for tests.
#include "backends/pdf/dump.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace stet::pdf {

namespace {

std::string_view kind_name(PageKind kind) {
    switch (kind) {
        case PageKind::cover:
            return "cover";
        case PageKind::contents:
            return "contents";
        case PageKind::body:
            return "body";
    }
    return "body";
}

void dump_item(const Item& item, const FontSet& fonts, const Structure& structure, std::string& out) {
    const auto owner = [&](NodeId leaf) {
        return leaf == no_node ? std::string("artifact")
                               : std::string(tag_name(structure.nodes[structure.nodes[leaf].parent].tag));
    };
    if (const auto* run = std::get_if<TextRun>(&item)) {
        out += fmt::format("  {:.2f} {:.2f} {} {:.2f}pt w{:.2f} \"{}{}\"\n", run->x, run->y, owner(run->leaf),
                           run->size, run->width, run_text(*run, fonts), run->soft_hyphen ? "(soft)" : "");
    } else if (const auto* picture = std::get_if<Picture>(&item)) {
        out += fmt::format("  {:.2f} {:.2f} {} picture {:.2f} x {:.2f}\n", picture->x, picture->y,
                           owner(picture->leaf), picture->width, picture->height);
    } else {
        const auto& drawing = std::get<Drawing>(item);
        constexpr std::string_view names[] = {"rectangle", "polygon", "line", "disc"};
        out += fmt::format("  {}", names[static_cast<std::size_t>(drawing.kind)]);
        for (const float value : drawing.points) out += fmt::format(" {:.2f}", value);
        out += fmt::format(" {}\n", owner(drawing.leaf));
    }
}

}  // namespace

std::string run_text(const TextRun& run, const FontSet& fonts) {
    std::string text;
    for (const WordId first : run.words) {
        for (WordId id = first; id != no_word; id = fonts.word(id).next) text += fonts.word(id).text;
    }
    return text;
}

std::string dump_page(const Page& page, const FontSet& fonts, const Galley& galley) {
    std::string out = fmt::format("page {} {} {:.2f} x {:.2f}\n", page.index + 1, kind_name(page.kind),
                                  page.width, page.height);
    for (const ArtifactGroup& group : page.behind) {
        for (const Item& item : group.items) dump_item(item, fonts, galley.structure, out);
    }
    for (const Item& item : page.items) dump_item(item, fonts, galley.structure, out);
    for (const ArtifactGroup& group : page.front) {
        for (const Item& item : group.items) dump_item(item, fonts, galley.structure, out);
    }
    return out;
}

std::string dump_structure(const Structure& structure) {
    std::string out = "structure\n";
    std::vector<std::pair<NodeId, unsigned>> todo;
    if (!structure.nodes.empty()) todo.emplace_back(0, 1);
    while (!todo.empty()) {
        const auto [id, depth] = todo.back();
        todo.pop_back();
        const Node& node = structure.nodes[id];
        if (node.tag == Tag::content) continue;
        const ElementTexts& texts = structure.texts(id);
        const std::string own_id = structure.id_of(id);
        out += std::string(2UL * depth, ' ') + std::string(tag_name(node.tag));
        if (!own_id.empty()) out += " #" + own_id;
        if (!texts.title.empty()) out += " \"" + texts.title + "\"";
        if (!texts.alternative.empty()) out += " alt \"" + texts.alternative + "\"";
        if (!texts.expansion.empty()) out += " for \"" + texts.expansion + "\"";
        out += '\n';
        const std::size_t mark = todo.size();
        for (NodeId kid = node.first; kid != no_node; kid = structure.nodes[kid].next)
            todo.emplace_back(kid, depth + 1);
        std::reverse(todo.begin() + static_cast<std::ptrdiff_t>(mark), todo.end());
    }
    return out;
}

}  // namespace stet::pdf

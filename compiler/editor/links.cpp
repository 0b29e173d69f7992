// Links in a draft that can be followed: web addresses, included files, data, images.
#include "compiler/editor/links.hpp"

#include <algorithm>
#include <array>

namespace stet::editor {

namespace {

bool can_be_opened(std::string_view url) {
    constexpr std::array<std::string_view, 3> schemes{"https://", "http://", "mailto:"};
    return std::any_of(schemes.begin(), schemes.end(),
                       [&](std::string_view s) { return url.substr(0, s.size()) == s; });
}

void add_file(const ast::Word& file, std::vector<DocumentLink>& out) {
    if (!file.empty()) out.push_back({file.span, std::string(file.text), true});
}

void add_block(const ast::Block& block, std::vector<DocumentLink>& out) {
    if (const auto* include = std::get_if<ast::Include>(&block.content)) add_file(include->file, out);
    if (const auto* image = std::get_if<ast::Image>(&block.content)) add_file(image->file, out);
    if (const auto* facts = std::get_if<ast::Facts>(&block.content)) {
        for (const ast::FactOption& option : facts->options) {
            if (option.key.text == "from") add_file(option.value, out);
        }
    }
}

}  // namespace

std::vector<DocumentLink> list_links(const Reading& reading, FileId file) {
    std::vector<DocumentLink> out;
    for (const Node& node : reading.nodes) {
        if (node.span.file != file) continue;
        if (const auto* block = std::get_if<const ast::Block*>(&node.value)) add_block(**block, out);
        if (const auto* part = std::get_if<const ast::Inline*>(&node.value)) {
            const auto* link = (*part)->as<ast::Link>();
            if (link != nullptr && can_be_opened(link->url.text))
                out.push_back({link->url.span, std::string(link->url.text), false});
        }
    }
    return out;
}

}  // namespace stet::editor

// Illustrations: raster images with caption and alternative text.
#include <algorithm>

#include "backends/pdf/blocks.hpp"
#include "compiler/base/catalogue.hpp"

namespace stet::pdf {

namespace {

/// Index of the decoded image in the galley; none where it is refused, with a diagnostic the first time.
std::uint32_t load_image(Setter& setter, const publication::Image& image) {
    const auto known = setter.images.find(image.file);
    if (known != setter.images.end()) return known->second;
    std::uint32_t index = none;
    const ReadResult read = setter.world.read(image.file);
    if (const auto* error = std::get_if<ReadError>(&read)) {
        setter.diagnostics.add(image.source, diag::image_unreadable, image.file, error->reason);
    } else {
        auto decoded = decode_image(std::get<std::string>(read));
        if (const auto* bad = std::get_if<ImageError>(&decoded)) {
            setter.diagnostics.add(image.source, diag::image_damaged, image.file, bad->reason);
        } else {
            index = static_cast<std::uint32_t>(setter.galley.images.size());
            setter.galley.images.push_back(std::move(std::get<ImageData>(decoded)));
        }
    }
    setter.images.emplace(image.file, index);
    return index;
}

Strip picture_strip(const Setter& setter, std::uint32_t index, const Column& column, NodeId leaf) {
    constexpr float points_per_pixel = 0.5F;  // 144 pixels an inch
    const ImageData& data = setter.galley.images[index];
    float width = static_cast<float>(data.width);
    float height = static_cast<float>(data.height);
    if (data.turn >= 5) std::swap(width, height);
    const float scale =
        std::min({points_per_pixel, column.width / width, setter.text_height() * 0.62F / height});
    Strip strip;
    Picture picture;
    picture.image = index;
    picture.x = column.left;
    picture.width = width * scale;
    picture.height = height * scale;
    picture.leaf = leaf;
    strip.height = picture.height;
    strip.items.emplace_back(picture);
    return strip;
}

}  // namespace

Strip stand_in(Setter& setter, const std::string& words, const Column& column, NodeId leaf) {
    Strip strip;
    Inlines inlines;
    add_words(setter, inlines, words, plain_segment(setter, Type::small, leaf));
    const TypeStyle& style = setter.type(Type::small);
    const float width = std::max(4.0F, column.width - 24);
    float y = 12;
    for (Line& line : set_lines(setter, inlines, {width, width, false})) {
        if (y > setter.text_height() * 0.8F) break;
        place_line(std::move(line), column.left + 12, y + baseline(setter, Type::small), strip.items);
        y += style.leading;
    }
    strip.height = y + 12;
    Drawing frame = rectangle(column.left, 0, column.left + column.width, strip.height,
                              setter.theme.ink(Ink::tint), leaf);
    strip.items.insert(strip.items.begin(), frame);
    return strip;
}

void set_image(Setter& setter, const publication::Image& image, const Column& column, NodeId parent,
               Strips& out) {
    Structure& structure = setter.galley.structure;
    NodeId leaf = no_node;
    NodeId figure = no_node;
    if (!image.decorative) {
        figure = structure.add(parent, Tag::figure);
        std::string& alternative = structure.texts_of(figure).alternative;
        alternative = image.alternative.empty() ? plain_text(setter, image.caption) : image.alternative;
        if (alternative.empty()) alternative = image.label.empty() ? "Illustration" : image.label;
        structure.attributes_of(figure).block = true;
        leaf = structure.leaf(figure);
    }
    const std::uint32_t index = load_image(setter, image);
    if (index == none && image.decorative) return;
    Strip strip = index == none ? stand_in(setter, image.alternative.empty() ? image.file : image.alternative,
                                           column, leaf)
                                : picture_strip(setter, index, column, leaf);
    strip.gap = setter.theme.paragraph_gap * 1.6F;
    strip.opens = true;
    if (figure != no_node) {
        float right = column.left + column.width;
        if (index != none) {
            const auto& picture = std::get<Picture>(strip.items.front());
            right = picture.x + picture.width;
        }
        strip.figure = {figure, column.left, 0, right, strip.height};
    }
    out.push_back(std::move(strip));
    if (image.caption.empty() && image.label.empty()) return;
    const std::size_t first = out.size();
    set_caption(setter, image.label, image.caption, column, structure.add(parent, Tag::caption), 5, out);
    if (first < out.size()) {
        out[first].break_before = never_break;
        out[first].opens = false;  // it goes on with its picture
    }
    Strip space;
    space.height = setter.theme.paragraph_gap * 0.6F;
    space.break_before = never_break;
    out.push_back(space);
}

}  // namespace stet::pdf

// What stands on pages beside the text: running heads, page numbers, the cover's band, the marks of a draft.
#include <algorithm>

#include "backends/pdf/paginate.hpp"
#include "compiler/base/utf8.hpp"

namespace stet::pdf {

namespace {

constexpr std::size_t longest_head = 160;  // bytes of a title that are considered at all

/// The words fitted into `width`: as many as there is room for, with an ellipsis where some are left out.
Line fitted_label(Setter& setter, const std::string& words, const Segment& look, float width) {
    Line line =
        set_label(setter, words.size() > longest_head ? std::string_view() : std::string_view(words), look);
    if (words.size() <= longest_head && line.width <= width) return line;
    std::string shown = words.substr(0, longest_head);
    while (!shown.empty()) {
        const std::size_t space = shown.rfind(' ');
        shown.resize(space == std::string::npos ? 0 : space);
        line = set_label(setter, shown + "\xE2\x80\xA6", look);
        if (line.width <= width) break;
    }
    return line;
}

void add_cover_band(const Setter& setter, Page& page) {
    ArtifactGroup group{Artifact::background, {}};
    group.items.emplace_back(rectangle(0, 0, page.width, 16, setter.theme.ink(Ink::accent)));
    page.behind.insert(page.behind.begin(), std::move(group));
}

void add_logo(Setter& setter, Page& page) {
    const auto found = setter.images.find(setter.theme.logo);
    if (found == setter.images.end() || found->second == none) return;
    const ImageData& data = setter.galley.images[found->second];
    constexpr float height = 40;
    const float width =
        std::min(180.0F, height * static_cast<float>(data.width) / static_cast<float>(data.height));
    ArtifactGroup group{Artifact::layout, {}};
    Picture picture;
    picture.image = found->second;
    picture.x = page.width - setter.theme.right - width;
    picture.y = 30;
    picture.width = width;
    picture.height = width * static_cast<float>(data.height) / static_cast<float>(data.width);
    group.items.emplace_back(picture);
    page.behind.push_back(std::move(group));
}

void add_watermark(Setter& setter, Page& page) {
    Segment look;
    look.font = setter.fonts.font(Face::heading);
    look.size = page.width * 0.25F;
    look.colour = {0.925F, 0.925F, 0.935F};
    Line line = set_label(setter, "DRAFT", look);
    ArtifactGroup group{Artifact::watermark, {}};
    const float x = (page.width - line.width) / 2;
    place_line(std::move(line), x, page.height * 0.56F, group.items);
    page.behind.insert(page.behind.begin(), std::move(group));
}

void add_running_head(Setter& setter, const std::string& section, Page& page) {
    const Segment look = plain_segment(setter, Type::running, no_node);
    const Column column = setter.full_column();
    const float right = column.left + column.width;
    const float base = setter.theme.top - setter.type(Type::running).leading * 2.6F;
    ArtifactGroup group{Artifact::header, {}};
    const publication::Publication& report = setter.publication;
    const std::string& head = !report.running_head.empty() ? report.running_head
                              : !report.subject.empty()    ? report.subject
                                                           : report.title;
    Line name = fitted_label(setter, head, look, column.width * 0.48F);
    Line title = fitted_label(setter, section, look, column.width - name.width - 2 * look.size);
    place_line(std::move(name), column.left, base, group.items);
    const float width = title.width;
    place_line(std::move(title), right - width, base, group.items);
    group.items.emplace_back(rule(column.left, right, base + 6, 0.5F, setter.theme.ink(Ink::rule)));
    page.front.push_back(std::move(group));
}

void add_page_number(Setter& setter, Page& page) {
    Segment look = plain_segment(setter, Type::running, no_node);
    const Column column = setter.full_column();
    const float base = page.height - setter.theme.bottom + setter.type(Type::running).leading * 2.8F;
    ArtifactGroup group{Artifact::footer, {}};
    place_line(fitted_label(setter, setter.publication.publisher, look, column.width * 0.7F), column.left,
               base, group.items);
    look.font = setter.fonts.font(Face::bold);
    look.colour = setter.theme.ink(Ink::accent);
    look.size *= 1.15F;
    Line number = set_label(setter, std::to_string(page.index + 1), look);
    const float width = number.width;
    place_line(std::move(number), column.left + column.width - width, base, group.items);
    page.front.push_back(std::move(group));
}

}  // namespace

void add_line_number(Setter& setter, unsigned number, float baseline, ArtifactGroup& group) {
    Segment look = plain_segment(setter, Type::running, no_node);
    look.size *= 0.8F;
    Line line = set_label(setter, std::to_string(number), look);
    const float width = line.width;
    place_line(std::move(line), setter.full_column().left - 12 - width, baseline, group.items);
}

void add_furniture(Setter& setter, const std::string& section, Page& page) {
    if (page.kind == PageKind::cover && page.index == 0) {
        add_cover_band(setter, page);
        add_logo(setter, page);
    } else {
        add_running_head(setter, section, page);
        add_page_number(setter, page);
    }
    if (setter.options.draft) add_watermark(setter, page);
}

}  // namespace stet::pdf

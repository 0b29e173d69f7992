// Pages, fonts, images, links, bookmarks and the catalogue.
#include "backends/pdf/writer.hpp"

#include <algorithm>
#include <cmath>

namespace stet::pdf {

namespace {

constexpr std::size_t fan_out = 64;  // kids of a node in the page tree and in number and name trees
constexpr std::string_view flate = "/Filter/FlateDecode";

/// A ToUnicode map (ISO 32000-1, 9.10.3) in portions of 100 as its syntax demands.
std::string to_unicode(const FontProgram& font) {
    std::string out =
        "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n"
        "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def\n"
        "/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n"
        "1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n";
    constexpr std::size_t portion = 100;
    for (std::size_t at = 1; at < font.unicode.size(); at += portion) {
        const std::size_t end = std::min(at + portion, font.unicode.size());
        append_integer(out, end - at);
        out += " beginbfchar\n";
        for (std::size_t cid = at; cid < end; ++cid) {
            const char code[2] = {static_cast<char>(cid >> 8U), static_cast<char>(cid & 255U)};
            append_hex(out, {code, 2});
            out += ' ';
            append_utf16_hex(out, std::string_view(font.unicode[cid]).substr(0, 200), false);
            out += '\n';
        }
        out += "endbfchar\n";
    }
    return out + "endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n";
}

std::string descriptor_entries(const FontProgram& font, ObjectId file) {
    std::string out = "/Type/FontDescriptor/FontName/" + font.name + "/Flags ";
    constexpr unsigned symbolic = 4;
    append_integer(out, symbolic | (font.fixed_pitch ? 1U : 0U) | (font.italic_angle != 0 ? 64U : 0U));
    out += "/FontBBox[";
    for (const float edge : font.box) {
        append_number(out, edge, 0);
        out += ' ';
    }
    out += "]/ItalicAngle ";
    append_number(out, font.italic_angle, 1);
    out += "/Ascent ";
    append_number(out, font.metrics.ascent, 0);
    out += "/Descent ";
    append_number(out, font.metrics.descent, 0);
    out += "/CapHeight ";
    append_number(out, font.metrics.cap_height, 0);
    out += "/StemV ";
    append_number(out, font.stem, 0);
    out += "/FontFile2 ";
    append_reference(out, file);
    return out;
}

std::string widths_array(const FontProgram& font) {
    std::string out = "/W[0[";
    for (const float width : font.widths) {
        append_number(out, width, 2);
        out += ' ';
    }
    return out + "]]";
}

ObjectId write_font(ObjectFile& file, const FontProgram& font) {
    std::string length = std::string(flate) + "/Length1 ";
    append_integer(length, font.bytes.size());
    const ObjectId program = file.add_stream(length, deflate(font.bytes));
    const ObjectId descriptor = file.add(descriptor_entries(font, program));
    const ObjectId map = file.add_stream(std::string(flate), deflate(font.cid_to_gid));
    std::string descendant =
        "/Type/Font/Subtype/CIDFontType2/BaseFont/" + font.name +
        "/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>/FontDescriptor ";
    append_reference(descendant, descriptor);
    descendant += "/DW 1000" + widths_array(font) + "/CIDToGIDMap ";
    append_reference(descendant, map);
    const ObjectId cid_font = file.add(std::move(descendant));
    const ObjectId unicode = file.add_stream(std::string(flate), deflate(to_unicode(font)));
    std::string entries =
        "/Type/Font/Subtype/Type0/BaseFont/" + font.name + "/Encoding/Identity-H/DescendantFonts[";
    append_reference(entries, cid_font);
    entries += "]/ToUnicode ";
    append_reference(entries, unicode);
    return file.add(std::move(entries));
}

std::string image_entries(const ImageData& image, std::uint8_t channels) {
    std::string out = "/Type/XObject/Subtype/Image/BitsPerComponent 8/Width ";
    append_integer(out, image.width);
    out += "/Height ";
    append_integer(out, image.height);
    return out + (channels == 1 ? "/ColorSpace/DeviceGray" : "/ColorSpace/DeviceRGB");
}

ObjectId write_image(ObjectFile& file, const ImageData& image) {
    std::string entries = image_entries(image, image.channels);
    if (!image.alpha.empty()) {
        const ObjectId mask =
            file.add_stream(image_entries(image, 1) + std::string(flate), deflate(image.alpha));
        entries += "/SMask ";
        append_reference(entries, mask);
    }
    if (image.jpeg) return file.add_stream(entries + "/Filter/DCTDecode", image.pixels);
    return file.add_stream(entries + std::string(flate), deflate(image.pixels));
}

}  // namespace

Writer::Writer(const FontSet& fonts, Galley& galley, unsigned threads)
    : fonts_(fonts), galley_(galley), compressor_(threads) {}

void Writer::add_page(const Page& page) {
    PageContent content = write_content(page, fonts_, galley_);
    if (pages_.size() <= page.index) pages_.resize(page.index + 1);
    PageInfo& info = pages_[page.index];
    info.width = page.width;
    info.height = page.height;
    info.transparent = content.transparent;
    info.marked = std::move(content.marked);
    for (const LinkArea& area : content.links) {
        info.links.push_back(areas_.size());
        areas_.push_back(area);
    }
    compressor_.push(page.index, std::move(content.stream));
}

void Writer::write_fonts(std::string& resources) {
    resources += "/Font<<";
    for (std::size_t i = 0; i < fonts_.size(); ++i) {
        const FontProgram program = fonts_.subset(static_cast<FontId>(i));
        if (program.bytes.empty()) continue;
        resources += "/F";
        append_integer(resources, i);
        resources += ' ';
        append_reference(resources, write_font(file_, program));
    }
    resources += ">>";
}

void Writer::write_images(std::string& resources) {
    if (galley_.images.empty()) return;
    resources += "/XObject<<";
    for (std::size_t i = 0; i < galley_.images.size(); ++i) {
        resources += "/I";
        append_integer(resources, i);
        resources += ' ';
        append_reference(resources, write_image(file_, galley_.images[i]));
    }
    resources += ">>";
}

void Writer::write_pages(ObjectId resources, std::vector<std::string> contents) {
    for (std::size_t i = 0; i < pages_.size(); ++i) {
        const PageInfo& page = pages_[i];
        const ObjectId content = file_.add_stream(std::string(flate), std::move(contents[i]));
        std::string entries = "/Type/Page/Parent ";
        append_reference(entries, page.parent);
        entries += "/MediaBox[0 0 ";
        append_number(entries, page.width, 3);
        entries += ' ';
        append_number(entries, page.height, 3);
        entries += "]/Resources ";
        append_reference(entries, resources);
        entries += "/Contents ";
        append_reference(entries, content);
        entries += "/StructParents ";
        append_integer(entries, i);
        entries += "/Tabs/S";
        if (page.transparent) entries += "/Group<</S/Transparency/CS/DeviceRGB>>";
        if (!page.links.empty()) {
            entries += "/Annots[";
            for (const std::size_t area : page.links) {
                append_reference(entries, area_objects_[area]);
                entries += ' ';
            }
            entries += ']';
        }
        file_.set(page.object, std::move(entries));
    }
}

void Writer::append_destination(AnchorId anchor, std::string& out) const {
    const Anchor place = anchor == none ? Anchor{} : galley_.anchors[anchor];
    const std::size_t page = place.page == none || place.page >= pages_.size() ? 0 : place.page;
    constexpr float above = 8;  // so that the line does not stick to the window's edge
    out += "[";
    append_reference(out, pages_[page].object);
    out += "/XYZ 0 ";
    append_number(out, std::min(pages_[page].height, pages_[page].height - place.y + above));
    out += " null]";
}

void Writer::make_link(std::uint32_t index, std::string& out) const {
    const LinkArea& area = areas_[index];
    const Link& link = galley_.links[area.link];
    out += "/Type/Annot/Subtype/Link/F 4/Border[0 0 0]/Rect[";
    for (const float edge : {area.left, area.bottom, area.right, area.top}) {
        append_number(out, edge);
        out += ' ';
    }
    out += "]/P ";
    append_reference(out, pages_[area.page].object);
    out += "/StructParent ";
    append_integer(out, pages_.size() + index);
    out += "/Contents ";
    append_text(out, link.description.empty() ? link.url.empty() ? "Link" : link.url : link.description);
    if (!link.url.empty()) {
        out += "/A<</S/URI/URI";
        append_literal(out, percent_encode(link.url));
        out += ">>";
    } else {
        out += "/Dest";
        append_destination(link.anchor, out);
    }
}

void Writer::write_links() {
    make_link_ = [this](std::uint32_t index, std::string& out) { make_link(index, out); };
    for (std::size_t i = 0; i < areas_.size(); ++i) {
        file_.set_lazy(area_objects_[i], &make_link_, static_cast<std::uint32_t>(i));
        areas_of_nodes_.emplace_back(galley_.links[areas_[i].link].node, i);
    }
    std::sort(areas_of_nodes_.begin(), areas_of_nodes_.end());
}

/// Bookmarks, nested as the headings are.
ObjectId Writer::write_outline() {
    const auto& headings = galley_.headings;
    if (headings.empty()) return 0;
    struct Entry {
        ObjectId object = 0;
        std::size_t parent = 0;
        std::vector<std::size_t> kids{};
        std::size_t open = 0;  // visible descendants
    };
    std::vector<Entry> entries(headings.size() + 1);
    std::vector<std::size_t> path{0};
    for (Entry& entry : entries) entry.object = file_.reserve();
    for (std::size_t i = 1; i < entries.size(); ++i) {
        while (path.size() > 1 && headings[path.back() - 1].level >= headings[i - 1].level) path.pop_back();
        entries[i].parent = path.back();
        entries[path.back()].kids.push_back(i);
        path.push_back(i);
    }
    for (std::size_t i = entries.size(); i-- > 1;) entries[entries[i].parent].open += 1 + entries[i].open;
    for (std::size_t i = 0; i < entries.size(); ++i) {
        const Entry& entry = entries[i];
        std::string out = i == 0 ? "/Type/Outlines" : "/Title ";
        if (i > 0) {
            const HeadingPlace& heading = headings[i - 1];
            append_text(out, heading.title.empty() ? " " : heading.title);
            out += "/Parent ";
            append_reference(out, entries[entry.parent].object);
            out += "/Dest";
            append_destination(heading.anchor, out);
            if (elements_[heading.node] != 0) {
                out += "/SE ";
                append_reference(out, elements_[heading.node]);
            }
            const auto& siblings = entries[entry.parent].kids;
            const auto self = std::lower_bound(siblings.begin(), siblings.end(), i);
            if (self != siblings.begin()) {
                out += "/Prev ";
                append_reference(out, entries[*(self - 1)].object);
            }
            if (self + 1 != siblings.end()) {
                out += "/Next ";
                append_reference(out, entries[*(self + 1)].object);
            }
        }
        if (!entry.kids.empty()) {
            out += "/First ";
            append_reference(out, entries[entry.kids.front()].object);
            out += "/Last ";
            append_reference(out, entries[entry.kids.back()].object);
            out += "/Count ";
            append_integer(out, entry.open);
        }
        file_.set(entry.object, std::move(out));
    }
    return entries[0].object;
}

/// A balanced tree of page nodes. Each page learns its parent.
ObjectId Writer::write_page_tree() {
    struct TreeNode {
        ObjectId object = 0;
        std::size_t count = 1;
        std::string entries{};
    };
    std::vector<TreeNode> nodes;
    for (const PageInfo& page : pages_) nodes.push_back({page.object, 1, {}});
    bool leaves = true;
    while (leaves || nodes.size() > 1) {
        std::vector<TreeNode> above;
        for (std::size_t at = 0; at < nodes.size(); at += fan_out) {
            TreeNode parent{file_.reserve(), 0, "/Type/Pages/Kids["};
            const std::size_t end = std::min(at + fan_out, nodes.size());
            for (std::size_t i = at; i < end; ++i) {
                append_reference(parent.entries, nodes[i].object);
                parent.entries += ' ';
                parent.count += nodes[i].count;
                if (leaves) {
                    pages_[i].parent = parent.object;
                } else {
                    nodes[i].entries += "/Parent ";
                    append_reference(nodes[i].entries, parent.object);
                    file_.set(nodes[i].object, std::move(nodes[i].entries));
                }
            }
            parent.entries += "]/Count ";
            append_integer(parent.entries, parent.count);
            above.push_back(std::move(parent));
        }
        nodes = std::move(above);
        leaves = false;
    }
    file_.set(nodes.front().object, nodes.front().entries);
    return nodes.front().object;
}

bool Writer::finish(const Metadata& metadata, const std::string& icc_profile, const Sink& sink) {
    const ObjectId catalogue = file_.reserve();
    std::vector<std::string> contents = compressor_.finish();
    contents.resize(pages_.size());
    for (PageInfo& page : pages_) page.object = file_.reserve();
    for (std::size_t i = 0; i < areas_.size(); ++i) area_objects_.push_back(file_.reserve());
    std::string resource_entries;
    write_fonts(resource_entries);
    write_images(resource_entries);
    const ObjectId resources = file_.add(std::move(resource_entries));
    const ObjectId page_tree = write_page_tree();
    write_links();
    write_pages(resources, std::move(contents));
    number_elements();
    const ObjectId outline = write_outline();
    const ObjectId structure = write_structure();

    const ObjectId xmp = file_.add_stream("/Type/Metadata/Subtype/XML", xmp_packet(metadata));
    const ObjectId profile = file_.add_stream("/N 3" + std::string(flate), deflate(icc_profile));
    const ObjectId info = file_.add(info_entries(metadata));
    std::string entries = "/Type/Catalog/Pages ";
    append_reference(entries, page_tree);
    entries += "/MarkInfo<</Marked true>>/StructTreeRoot ";
    append_reference(entries, structure);
    entries += "/Lang ";
    append_text(entries, metadata.language);
    entries += "/ViewerPreferences<</DisplayDocTitle true>>/PageLabels<</Nums[0<</S/D>>]>>";
    if (outline != 0) {
        entries += "/PageMode/UseOutlines/Outlines ";
        append_reference(entries, outline);
    }
    entries += "/Metadata ";
    append_reference(entries, xmp);
    entries +=
        "/OutputIntents[<</Type/OutputIntent/S/GTS_PDFA1/OutputConditionIdentifier(sRGB)/Info(sRGB)/"
        "DestOutputProfile ";
    append_reference(entries, profile);
    entries += ">>]";
    file_.set(catalogue, std::move(entries));
    return file_.write(catalogue, info, sink);
}

}  // namespace stet::pdf

// The order of a report: cover, contents, body, annex.
#include "backends/pdf/layout.hpp"

#include <algorithm>

#include "backends/pdf/every_block.hpp"
#include "backends/pdf/frontmatter.hpp"
#include "backends/pdf/review.hpp"

namespace stet::pdf {

namespace {

using publication::Block;

/// Gives every id an anchor before anything is set, so that links forward are known to lead somewhere.
void name_anchors(Setter& setter) {
    const auto name = [&](const std::string& id) {
        if (!id.empty() && !setter.galley.names.contains(id)) {
            setter.galley.names.emplace(id, setter.galley.new_anchor());
        }
    };
    for_all_blocks(setter.publication, [&](const Block& block) {
        name(block.id);
        const auto* numbered = std::get_if<publication::NumberedParagraph>(&block.content);
        if (numbered != nullptr && !block.id.empty())
            setter.paragraph_labels.emplace(block.id, numbered->number);
    });
    for (const auto& group : setter.publication.cover.groups) {
        if (group.leading) name(group.leading->id);
        for (const auto& row : group.rows) name(row.id);
    }
    if (!setter.publication.facts.empty()) name(std::string(annex_id));
    for (const auto& fact : setter.publication.facts) {
        name(fact.id);
        setter.facts.insert(setter.galley.find_anchor(fact.id));
    }
    setter.notes.resize(setter.publication.notes.size());
    for (std::size_t i = 0; i < setter.notes.size(); ++i) {
        const std::string& id = setter.publication.notes[i].id;
        name(id);
        const AnchorId known = setter.galley.find_anchor(id);
        setter.notes[i].body = known == none ? setter.galley.new_anchor() : known;
    }
}

void set_body(Setter& setter, Paginator& pages) {
    bool keep = false;
    bool after_part = false;
    bool first = true;
    for (const Block& block : setter.publication.body) {
        Strips strips;
        const NodeId parent = setter.sections.empty() ? setter.document : setter.sections.back().second;
        set_block(setter, block, setter.body_column(), parent, strips);
        if (strips.empty()) continue;
        if (keep) strips.front().break_before = never_break;
        if (first) strips.front().page_before = true;
        first = false;
        const auto* heading = std::get_if<publication::Heading>(&block.content);
        if (after_part && heading == nullptr) strips.front().gap *= 1.8F;  // room below the largest heading
        keep = heading != nullptr;
        after_part = keep && heading->level == 1;
        pages.push(std::move(strips));
    }
}

}  // namespace

Column Setter::body_column() const {
    const float left = theme.left + theme.number;
    return {left, std::min(theme.measure, page_width - theme.right - left), theme.number, Type::body};
}

Column Setter::full_column() const {
    return {theme.left, page_width - theme.left - theme.right, 0, Type::body};
}

PageSize page_size(Paper paper) {
    return paper == Paper::a4 ? PageSize{595.276F, 841.89F} : PageSize{612, 792};
}

Theme fit_theme(Theme theme, const Options& options) {
    if (options.large_print) theme = enlarge(std::move(theme));
    const float width = page_size(options.paper).width;
    if (options.review) {
        constexpr float remarks = 150;  // points for the margin with remarks
        theme.left = std::min(theme.left, 46.0F);
        theme.measure = std::min(theme.measure, width - theme.left - theme.number - remarks);
    }
    theme.measure = std::min(theme.measure, width - theme.left - theme.number - theme.right);
    return theme;
}

std::uint32_t lay_out(Setter& setter, const PageSink& sink) {
    name_anchors(setter);
    place_remarks(setter);
    setter.document = setter.galley.structure.add(no_node, Tag::document);

    Paginator cover(setter, PageKind::cover, 0, sink);
    cover.push(set_cover(setter));
    const std::uint32_t contents_page = cover.finish();

    Contents contents = set_contents(setter);
    Paginator rehearsal(setter, PageKind::contents, contents_page, [](Page&&) {});
    rehearsal.push(contents.strips);
    const std::uint32_t body_page = rehearsal.finish();

    setter.sections.clear();
    Paginator body(setter, PageKind::body, body_page, sink);
    set_body(setter, body);
    const std::uint32_t annex_page = body.finish();
    Paginator annex(setter, PageKind::body, annex_page, sink);
    annex.push(set_annex(setter));  // names pages of the body, so those must be known
    const std::uint32_t remarks_page = annex.finish();
    Paginator remarks(setter, PageKind::body, remarks_page, sink);
    remarks.push(set_other_remarks(setter));
    const std::uint32_t end = remarks.finish();

    number_contents(setter, contents);
    Paginator again(setter, PageKind::contents, contents_page, sink);
    again.push(std::move(contents.strips));
    again.finish();
    return end;
}

}  // namespace stet::pdf

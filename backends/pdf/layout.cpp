// The order of a report: cover, contents, body, annex.
#include "backends/pdf/layout.hpp"

#include <algorithm>

#include "backends/pdf/frontmatter.hpp"

namespace stet::pdf {

namespace {

using publication::Block;
using publication::Blocks;

/// Calls `visit` for every block, outer ones before inner ones.
template <class Visit>
void for_each_block(const Blocks& top, const Visit& visit) {
    std::vector<const Blocks*> open{&top};
    while (!open.empty()) {
        const Blocks* blocks = open.back();
        open.pop_back();
        for (const Block& block : *blocks) {
            visit(block);
            if (const auto* numbered = std::get_if<publication::NumberedParagraph>(&block.content))
                open.push_back(&numbered->body);
            if (const auto* quote = std::get_if<publication::Quote>(&block.content))
                open.push_back(&quote->body);
            if (const auto* box = std::get_if<publication::Box>(&block.content)) open.push_back(&box->body);
            if (const auto* list = std::get_if<publication::List>(&block.content)) {
                for (const publication::ListItem& item : list->items) open.push_back(&item.body);
            }
        }
    }
}

/// Every part of the publication that holds blocks.
template <class Visit>
void for_all_blocks(const publication::Publication& publication, const Visit& visit) {
    for (const auto& group : publication.cover.groups) {
        for_each_block(group.statement, visit);
        for (const auto& row : group.rows) for_each_block(row.statement, visit);
    }
    for_each_block(publication.body, visit);
    for (const auto& note : publication.notes) for_each_block(note.body, visit);
}

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

/// Finds for every remark the innermost block whose source holds its place.
void place_remarks(Setter& setter) {
    if (!setter.options.review) return;
    std::vector<const Block*> blocks;
    for_all_blocks(setter.publication, [&](const Block& block) {
        if (!block.source.empty()) blocks.push_back(&block);
    });
    std::stable_sort(blocks.begin(), blocks.end(), [](const Block* a, const Block* b) {
        return std::pair(a->source.file, a->source.begin) < std::pair(b->source.file, b->source.begin);
    });
    for (const ReviewNote& note : setter.options.notes) {
        const auto after =
            std::upper_bound(blocks.begin(), blocks.end(), note.span, [](Span span, const Block* block) {
                return std::pair(span.file, span.begin) < std::pair(block->source.file, block->source.begin);
            });
        if (after != blocks.begin()) {
            setter.review[*(after - 1)].push_back(&note);
        } else if (!setter.publication.body.empty()) {
            setter.review[&setter.publication.body.front()].push_back(&note);
        }
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
    const std::uint32_t end = annex.finish();

    number_contents(setter, contents);
    Paginator again(setter, PageKind::contents, contents_page, sink);
    again.push(std::move(contents.strips));
    again.finish();
    return end;
}

}  // namespace stet::pdf

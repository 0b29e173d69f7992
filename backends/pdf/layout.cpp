// The order of a report: cover, contents, body, annex.
#include "backends/pdf/layout.hpp"

#include <malloc.h>

#include <algorithm>
#include <iterator>
#include <utility>

#include "backends/pdf/frontmatter.hpp"
#include "backends/pdf/review.hpp"
#include "compiler/publication/walk.hpp"

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
    publication::for_all_blocks(setter.publication, [&](const Block& block) {
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
    if (!setter.options.notes.empty()) name(std::string(remarks_id));
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

/// The level of the report's largest headings.
std::uint8_t top_level(const publication::Publication& publication) {
    std::uint8_t top = 4;
    for (const publication::ContentsEntry& entry : publication.contents) top = std::min(top, entry.level);
    return publication.contents.empty() ? std::uint8_t{1} : std::max(std::uint8_t{1}, top);
}

/// Hands out the pages of strips. Returns the index of the page after the last.
std::uint32_t emit(Setter& setter, PageKind kind, std::uint32_t first, const PageSink& sink, Strips strips) {
    Paginator pages(setter, kind, first, sink);
    pages.push(std::move(strips));
    return pages.finish();
}

void set_body(Setter& setter, Paginator& pages) {
    Penalty hold = 0;
    bool after_part = false;
    bool first = true;
    const publication::Blocks& blocks = setter.publication.body;
    for (std::size_t i = 0; i < blocks.size(); ++i) {
        const Block& block = blocks[i];
        Strips strips;
        const NodeId parent = setter.sections.empty() ? setter.document : setter.sections.back().second;
        set_block(setter, block, setter.body_column(), parent, strips);
        if (strips.empty()) continue;
        strips.front().break_before = std::max(strips.front().break_before, hold);
        if (first) strips.front().page_before = true;
        first = false;
        const auto* heading = std::get_if<publication::Heading>(&block.content);
        if (after_part && heading == nullptr) strips.front().gap *= 1.8F;  // room below the largest heading
        after_part = heading != nullptr && heading->level == 1;
        hold = i + 1 < blocks.size() ? hold_after(block, blocks[i + 1], hold, strips.size()) : 0;
        pages.push(std::move(strips));
        if (setter.spent != nullptr) setter.spent->body[i] = Block();
    }
}

}  // namespace

Rehearsal::Rehearsal(const Setter& real)
    : setter{real.publication, real.options, real.theme,  real.world,      real.fonts,
             real.hyphenator,  galley,       diagnostics, real.page_width, real.page_height} {
    NoteState note;
    note.body = galley.new_anchor();
    setter.notes.resize(real.notes.size(), note);
    setter.note_column = real.note_column;
    setter.top_level = real.top_level;
}

Column Setter::body_column() const {
    const float left = theme.left + theme.number;
    return {left, std::min(theme.measure, page_width - theme.right - left), theme.number, Type::body};
}

Column Setter::full_column() const {
    const float room = page_width - theme.left - theme.right;
    return {theme.left, std::min(room, theme.number + theme.measure), 0, Type::body};
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
    setter.note_column = setter.body_column();
    setter.top_level = top_level(setter.publication);

    Strips cover = set_cover(setter);
    Contents contents = set_contents(setter, room_on_cover(setter, cover));
    const auto count_pages = [&](PageKind kind, std::uint32_t first, const Strips& strips) {
        Paginator rehearsal(setter, kind, first, [](Page&&) {});
        rehearsal.push(strips);
        return rehearsal.finish();
    };
    std::uint32_t contents_page = 0;
    std::uint32_t body_page = 1;
    if (contents.on_cover) {
        for (const Strip& strip : cover) place_on_page(setter, strip, 0);
    } else {
        contents_page = emit(setter, PageKind::cover, 0, sink, std::exchange(cover, {}));
        body_page = count_pages(PageKind::contents, contents_page, contents.strips);
    }

    setter.sections.clear();
    Paginator body(setter, PageKind::body, body_page, sink);
    set_body(setter, body);
    if (setter.spent != nullptr && setter.publication.body.size() >= long_body) malloc_trim(0);
    if (!setter.publication.facts.empty()) {
        // The annex names pages of the body, so those must be known.
        body.hold_last_page();
        set_annex(setter, [&](Strips&& strips) { body.push(std::move(strips)); });
        if (setter.spent != nullptr) setter.spent->facts = {};
    }
    const std::uint32_t remarks_page = body.finish();
    const std::uint32_t end = emit(setter, PageKind::body, remarks_page, sink, set_other_remarks(setter));

    number_contents(setter, contents);
    cover.insert(cover.end(), std::make_move_iterator(contents.strips.begin()),
                 std::make_move_iterator(contents.strips.end()));
    emit(setter, contents.on_cover ? PageKind::cover : PageKind::contents, contents_page, sink,
         std::move(cover));
    return end;
}

}  // namespace stet::pdf

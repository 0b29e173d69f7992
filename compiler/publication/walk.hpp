// Visiting the blocks of a publication.
#pragma once

#include <variant>
#include <vector>

#include "compiler/publication/publication.hpp"

namespace stet::publication {

/// Calls `visit` for every block, outer ones before inner ones.
template <class Visit>
void for_each_block(const Blocks& top, const Visit& visit) {
    std::vector<const Blocks*> open{&top};
    while (!open.empty()) {
        const Blocks* blocks = open.back();
        open.pop_back();
        for (const Block& block : *blocks) {
            visit(block);
            if (const auto* numbered = std::get_if<NumberedParagraph>(&block.content))
                open.push_back(&numbered->body);
            if (const auto* quote = std::get_if<Quote>(&block.content)) open.push_back(&quote->body);
            if (const auto* box = std::get_if<Box>(&block.content)) open.push_back(&box->body);
            if (const auto* list = std::get_if<List>(&block.content)) {
                for (const ListItem& item : list->items) open.push_back(&item.body);
            }
        }
    }
}

/// Calls `visit` for every block of the cover, the body and the notes.
template <class Visit>
void for_all_blocks(const Publication& publication, const Visit& visit) {
    for (const auto& group : publication.cover.groups) {
        for_each_block(group.statement, visit);
        for (const auto& row : group.rows) for_each_block(row.statement, visit);
    }
    for_each_block(publication.body, visit);
    for (const auto& note : publication.notes) for_each_block(note.body, visit);
}

}  // namespace stet::publication

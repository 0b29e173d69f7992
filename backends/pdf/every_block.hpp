// Visiting the blocks of a publication.
#pragma once

#include <variant>
#include <vector>

#include "compiler/publication/publication.hpp"

namespace stet::pdf {

/// Calls `visit` for every block, outer ones before inner ones.
template <class Visit>
void for_each_block(const publication::Blocks& top, const Visit& visit) {
    std::vector<const publication::Blocks*> open{&top};
    while (!open.empty()) {
        const publication::Blocks* blocks = open.back();
        open.pop_back();
        for (const publication::Block& block : *blocks) {
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

/// Calls `visit` for every block of the cover, the body and the notes.
template <class Visit>
void for_all_blocks(const publication::Publication& publication, const Visit& visit) {
    for (const auto& group : publication.cover.groups) {
        for_each_block(group.statement, visit);
        for (const auto& row : group.rows) for_each_block(row.statement, visit);
    }
    for_each_block(publication.body, visit);
    for (const auto& note : publication.notes) for_each_block(note.body, visit);
}

}  // namespace stet::pdf

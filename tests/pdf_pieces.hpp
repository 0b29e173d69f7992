// Small parts of publications built by hand.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "compiler/publication/publication.hpp"

namespace stet::test {

publication::Text text(std::string words);
publication::Block paragraph(std::string words);
publication::Block numbered(std::string number, publication::Text words, std::string id = {});
publication::Block heading(unsigned level, std::string words, std::string id = {});
publication::Piece mark(std::uint32_t note);
publication::Cell cell(std::string words, bool heads = false);
publication::ListItem item(std::string label, publication::Blocks body);
publication::Block bullets(std::vector<std::string> words);
/// Placements of invented children in two years.
publication::Block chart(publication::ChartKind kind, std::string label, std::string title);
/// Invented running prose of that many words, the same for the same seed.
std::string prose(unsigned words, unsigned seed);

template <class Content>
publication::Block wrap(std::string id, Content content) {
    publication::Block block;
    block.id = std::move(id);
    block.content = std::move(content);
    return block;
}

}  // namespace stet::test

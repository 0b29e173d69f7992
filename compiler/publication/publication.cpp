// What outputs ask of a publication.
#include "compiler/publication/publication.hpp"

#include <map>
#include <string_view>

namespace stet::publication {

std::string words_of(const Text& text, char line_break) {
    std::string out;
    for (const Piece& piece : text) {
        out += piece.text;
        if (piece.line_break) out += line_break;
    }
    return out;
}

std::vector<std::vector<const FactRow*>> by_source(const std::vector<FactRow>& facts) {
    std::vector<std::vector<const FactRow*>> groups;
    std::map<std::string_view, std::size_t> known;
    for (const FactRow& fact : facts) {
        const auto [place, added] = known.emplace(fact.source, groups.size());
        if (added) groups.emplace_back();
        groups[place->second].push_back(&fact);
    }
    return groups;
}

}  // namespace stet::publication

// Going from a name to where it is declared and to all its places.
#include "compiler/editor/navigate.hpp"

namespace stet::editor {

std::vector<Span> find_definition(const Reading& reading, Spot spot) {
    std::vector<Span> out;
    const Name* name = name_at(reading, spot);
    if (name == nullptr) return out;
    for (const Name* place : places_of(reading, *name)) {
        if (place->declaration) out.push_back(place->span);
    }
    return out;
}

std::vector<Span> find_references(const Reading& reading, Spot spot, bool with_declaration) {
    std::vector<Span> out;
    const Name* name = name_at(reading, spot);
    if (name == nullptr) return out;
    for (const Name* place : places_of(reading, *name)) {
        if (with_declaration || !place->declaration) out.push_back(place->span);
    }
    return out;
}

std::vector<Span> find_highlights(const Reading& reading, Spot spot) {
    std::vector<Span> out;
    for (const Span& span : find_references(reading, spot, true)) {
        if (span.file == spot.file) out.push_back(span);
    }
    return out;
}

}  // namespace stet::editor

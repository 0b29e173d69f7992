// An analysis with what the features look up in it.
#include "compiler/editor/reading.hpp"

namespace stet::editor {

void list_parts(Reading& reading) {
    if (reading.listed) return;
    reading.nodes = list_nodes(reading.analysis.report.document);
    reading.names = list_names(reading.analysis, reading.nodes);
    reading.listed = true;
}

const Name* name_at(const Reading& reading, Spot spot) {
    const Name* best = nullptr;
    for (const Name& name : reading.names) {
        if (!touches(name.span, spot)) continue;
        if (best == nullptr || name.span.size() < best->span.size()) best = &name;
    }
    return best;
}

std::vector<const Name*> places_of(const Reading& reading, const Name& name) {
    std::vector<const Name*> out;
    for (const Name& other : reading.names) {
        if (other.kind == name.kind && other.key == name.key) out.push_back(&other);
    }
    return out;
}

}  // namespace stet::editor

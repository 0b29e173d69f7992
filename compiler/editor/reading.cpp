// An analysis with what the features look up in it.
#include "compiler/editor/reading.hpp"

#include <algorithm>

namespace stet::editor {

Reading make_reading(driver::Analysis analysis) {
    Reading out;
    out.analysis = std::move(analysis);
    out.nodes = list_nodes(out.analysis.report.document);
    out.names = list_names(out.analysis, out.nodes);
    return out;
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

const prose::Run* run_at(const Reading& reading, Spot spot) {
    const prose::Run* best = nullptr;
    for (const prose::Run& run : reading.report().runs) {
        if (!touches(run.span, spot)) continue;
        if (best == nullptr || run.span.size() <= best->span.size()) best = &run;
    }
    return best;
}

std::optional<std::uint32_t> text_offset(const prose::Run& run, Spot spot) {
    if (run.span.file != spot.file) return std::nullopt;
    const auto after =
        std::upper_bound(run.pieces.begin(), run.pieces.end(), spot.offset,
                         [](std::uint32_t at, const prose::Run::Piece& p) { return at < p.source; });
    if (after == run.pieces.begin()) return std::nullopt;
    const prose::Run::Piece& piece = *(after - 1);
    const std::uint32_t into = spot.offset - piece.source;
    if (into > piece.length) return std::nullopt;
    const auto end = after == run.pieces.end() ? static_cast<std::uint32_t>(run.text.size()) : after->text;
    return std::min(piece.text + into, std::max(end, piece.text));
}

}  // namespace stet::editor

// Inserted facts written into running text.
#include <algorithm>

#include "compiler/model/figures.hpp"

namespace stet::model {

namespace {

/// U+FFFC, which stands for an insert.
constexpr std::uint32_t object_size = 3;

struct Replacement {
    std::uint32_t begin;
    std::string text;
};

/// Puts each text in place of the object at its offset (ascending) and moves marks and pieces along.
void replace_objects(prose::Run& run, const std::vector<Replacement>& replacements) {
    std::string text;
    std::uint32_t taken = 0;
    for (const Replacement& r : replacements) {
        text.append(run.text, taken, r.begin - taken);
        text += r.text;
        taken = r.begin + object_size;
    }
    text.append(run.text, taken);
    run.text = std::move(text);
    // How far an offset of the old text moves: by all replacements that end at or before it.
    std::vector<std::int64_t> moved{0};
    for (const Replacement& r : replacements)
        moved.push_back(moved.back() + static_cast<std::int64_t>(r.text.size()) - object_size);
    const auto move = [&](std::uint32_t offset) {
        const auto after =
            std::partition_point(replacements.begin(), replacements.end(),
                                 [&](const Replacement& r) { return r.begin + object_size <= offset; });
        return static_cast<std::uint32_t>(offset +
                                          moved[static_cast<std::size_t>(after - replacements.begin())]);
    };
    for (prose::Mark& mark : run.marks) {
        mark.begin = move(mark.begin);
        mark.end = move(mark.end);
    }
    for (prose::Run::Piece& piece : run.pieces) piece.text = move(piece.text);
}

}  // namespace

void write_inserts(Figures& figures, std::vector<prose::Run>& runs, const prose::NumberStyle& style) {
    std::size_t next = 0;
    while (next < figures.citations.size() &&
           figures.citations[next].written.kind == prose::Citation::Kind::chart)
        ++next;
    while (next < figures.citations.size()) {
        prose::Run& run = runs[figures.citations[next].written.run];
        const std::size_t first = next;
        std::vector<Replacement> replacements;
        for (; next < figures.citations.size() &&
               figures.citations[next].written.run == figures.citations[first].written.run;
             ++next) {
            const BoundCitation& citation = figures.citations[next];
            const bool whole = citation.written.end - citation.written.begin == object_size;
            if (citation.written.kind != prose::Citation::Kind::insertion || !whole) continue;
            replacements.push_back({citation.written.begin, inserted_text(figures, citation, style)});
        }
        if (replacements.empty()) continue;
        std::sort(replacements.begin(), replacements.end(),
                  [](const auto& a, const auto& b) { return a.begin < b.begin; });
        replace_objects(run, replacements);
        std::size_t at = first;
        for (const prose::Mark& mark : run.marks) {
            if (mark.kind != prose::MarkKind::assertion && mark.kind != prose::MarkKind::fact_insert)
                continue;
            figures.citations[at].written.begin = mark.begin;
            figures.citations[at++].written.end = mark.end;
        }
    }
}

}  // namespace stet::model

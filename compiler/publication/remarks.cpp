// Remarks of a review copy, and what in the publication they are about.
#include "compiler/publication/remarks.hpp"

#include <algorithm>
#include <tuple>

#include "compiler/publication/walk.hpp"

namespace stet::publication {

namespace {

/// Something printed that a remark can stand beside.
struct Subject {
    Span source;
    const void* what = nullptr;
};

/// Everything with a source, by its begin, outer before inner.
std::vector<Subject> subjects(const Publication& publication) {
    std::vector<Subject> found;
    const auto add = [&](Span source, const void* what) {
        if (!source.empty()) found.push_back({source, what});
    };
    for (const auto& group : publication.cover.groups) {
        if (group.leading) add(group.leading->source, &*group.leading);
        for (const auto& row : group.rows) add(row.source, &row);
    }
    for_all_blocks(publication, [&](const Block& block) { add(block.source, &block); });
    std::stable_sort(found.begin(), found.end(), [](const Subject& a, const Subject& b) {
        return std::tuple(a.source.file, a.source.begin, b.source.end) <
               std::tuple(b.source.file, b.source.begin, a.source.end);
    });
    return found;
}

bool starts_by(Span source, Span place) {
    return std::pair(source.file, source.begin) <= std::pair(place.file, place.begin);
}

bool ends_before(Span source, Span place) {
    return std::pair(source.file, source.end) < std::pair(place.file, place.begin);
}

}  // namespace

RemarksBySubject place_remarks(const Publication& publication, const std::vector<Remark>& all) {
    const std::vector<Subject> printed = subjects(publication);
    std::vector<const Remark*> remarks;
    for (const Remark& remark : all) remarks.push_back(&remark);
    std::stable_sort(remarks.begin(), remarks.end(), [](const Remark* a, const Remark* b) {
        return std::pair(a->span.file, a->span.begin) < std::pair(b->span.file, b->span.begin);
    });
    RemarksBySubject placed;
    std::vector<const Subject*> open;  // outermost first
    auto next = printed.begin();
    for (const Remark* remark : remarks) {
        for (; next != printed.end() && starts_by(next->source, remark->span); ++next) {
            while (!open.empty() && ends_before(open.back()->source, next->source)) open.pop_back();
            open.push_back(&*next);
        }
        while (!open.empty() && ends_before(open.back()->source, remark->span)) open.pop_back();
        if (!open.empty()) {
            placed[open.back()->what].push_back(remark);
        } else if (next != printed.end() && next->source.file == remark->span.file &&
                   next->source.begin < remark->span.end) {
            placed[next->what].push_back(remark);
        }
    }
    return placed;
}

}  // namespace stet::publication

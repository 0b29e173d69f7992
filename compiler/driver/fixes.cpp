// Applying machine-made fixes to a text.
#include "compiler/driver/fixes.hpp"

#include <algorithm>
#include <map>
#include <vector>

namespace stet::driver {

namespace {

/// Edits taken so far, by where they begin; they do not overlap.
using Taken = std::map<std::uint32_t, const Edit*>;

bool touches(const Taken& taken, const Edit& edit) {
    const auto next = taken.lower_bound(edit.span.begin);
    if (next != taken.end() && (next->first == edit.span.begin || next->first < edit.span.end)) return true;
    return next != taken.begin() && std::prev(next)->second->span.end > edit.span.begin;
}

bool same_edit(const Taken& taken, const Edit& edit) {
    const auto found = taken.find(edit.span.begin);
    return found != taken.end() && found->second->span == edit.span &&
           found->second->replacement == edit.replacement;
}

}  // namespace

Fixed apply_fixes(std::string_view text, FileId file, const Diagnostics& diagnostics) {
    Taken taken;
    Fixed out;
    for (const Diagnostic& d : diagnostics.all()) {
        if (d.fixes.empty()) continue;
        const std::vector<Edit>& edits = d.fixes.front().edits;
        const bool here = std::all_of(edits.begin(), edits.end(), [&](const Edit& e) {
            return e.span.file == file && e.span.end <= text.size();
        });
        const bool free = here && std::none_of(edits.begin(), edits.end(), [&](const Edit& e) {
                              return touches(taken, e) && !same_edit(taken, e);
                          });
        if (!free) {
            ++out.skipped;
            continue;
        }
        for (const Edit& e : edits) taken.emplace(e.span.begin, &e);
        ++out.applied;
    }
    std::uint32_t at = 0;
    for (const auto& [begin, edit] : taken) {
        out.text.append(text.substr(at, begin - at));
        out.text.append(edit->replacement);
        at = edit->span.end;
    }
    out.text.append(text.substr(at));
    return out;
}

}  // namespace stet::driver

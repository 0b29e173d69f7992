// Applying machine-made fixes to a text.
#include "compiler/driver/fixes.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <vector>

#include "compiler/base/utf8.hpp"

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

bool is_blank(char c) {
    return c == ' ' || c == '\t';
}

/// The place with the rest of its word and the word before and after it, as far as its line goes.
Span with_neighbours(std::string_view text, Span place) {
    const auto ends = [](char c) { return c == '\n' || c == '\r'; };
    const auto back = [&](auto while_true) {
        while (place.begin > 0 && !ends(text[place.begin - 1]) && while_true(text[place.begin - 1]))
            --place.begin;
    };
    const auto on = [&](auto while_true) {
        while (place.end < text.size() && !ends(text[place.end]) && while_true(text[place.end])) ++place.end;
    };
    const auto word = [](char c) { return !is_blank(c); };
    back(word), back(is_blank), back(word);
    on(word), on(is_blank), on(word);
    return place;
}

/// On one line, with an ellipsis for what is too long.
std::string on_one_line(std::string_view words) {
    constexpr std::size_t longest = 60;
    std::string out;
    for (std::size_t at = 0; at < words.size() && out.size() < longest; at += utf8::decode(words, at).size) {
        const bool line_end = words[at] == '\n' || words[at] == '\r';
        if (!line_end)
            out += words.substr(at, utf8::decode(words, at).size);
        else if (!out.empty() && out.back() != ' ')
            out += ' ';
        if (out.size() >= longest) out += "…";
    }
    return out;
}

}  // namespace

std::string fix_line(const Diagnostic& diagnostic, const Sources& sources) {
    const Fix& fix = diagnostic.fixes.front();
    const LineColumn place = sources.line_column(diagnostic.span.file, diagnostic.span.begin);
    std::string out = fmt::format("{}:{}:{}: {} {}", sources.name(diagnostic.span.file), place.line,
                                  place.column, diagnostic.info->code, fix.title);
    if (fix.edits.empty()) return out;
    const Edit& edit = fix.edits.front();
    const std::string_view text = sources.text(edit.span.file);
    const Span around = with_neighbours(text, edit.span);
    const std::string_view head = text.substr(around.begin, edit.span.begin - around.begin);
    const std::string_view tail = text.substr(edit.span.end, around.end - edit.span.end);
    const std::string after = fmt::format("{}{}{}", head, edit.replacement, tail);
    out += fmt::format(": “{}” is now “{}”", on_one_line(text.substr(around.begin, around.size())),
                       on_one_line(after));
    if (fix.edits.size() > 1) out += fmt::format(", and {} more", fix.edits.size() - 1);
    return out;
}

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
        out.applied.push_back(&d);
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

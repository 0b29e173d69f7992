// Renaming labels, facts and notes wherever they stand.
#include "compiler/editor/rename.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "compiler/base/ascii.hpp"

namespace stet::editor {

namespace {

bool can_be_renamed(const Name& name) {
    return name.written &&
           (name.kind == NameKind::label || name.kind == NameKind::fact || name.kind == NameKind::note);
}

bool is_name(NameKind kind, std::string_view text) {
    if (text.empty()) return false;
    if (kind == NameKind::note) return text.find_first_of(" \t\r\n[]") == std::string_view::npos;
    const bool starts = kind == NameKind::label ? ascii::alphanumeric(text.front())
                                                : ascii::letter(text.front()) || text.front() == '_';
    return starts && std::all_of(text.begin(), text.end(), [](char c) {
               return ascii::alphanumeric(c) || c == '_' || c == '.' || c == '-';
           });
}

/// Words that mean something else between braces.
bool is_reserved(std::string_view text) {
    constexpr std::array<std::string_view, 8> words{"see",      "grade", "because", "judges",
                                                    "evidence", "note",  "stet",    "as"};
    return std::find(words.begin(), words.end(), text) != words.end();
}

std::string_view kind_name(NameKind kind) {
    switch (kind) {
        case NameKind::label:
            return "label";
        case NameKind::fact:
            return "fact";
        case NameKind::note:
            return "note";
        case NameKind::judgement:
            return "judgement";
        case NameKind::abbreviation:
            return "abbreviation";
    }
    return "name";
}

}  // namespace

std::optional<Span> find_renamable(const Reading& reading, Spot spot) {
    const Name* name = name_at(reading, spot);
    if (name == nullptr || !can_be_renamed(*name)) return std::nullopt;
    return name->span;
}

Renamed rename(const Reading& reading, Spot spot, std::string_view new_name) {
    const Name* name = name_at(reading, spot);
    if (name == nullptr || !can_be_renamed(*name)) return std::string("nothing here can be renamed");
    const std::string_view kind = kind_name(name->kind);
    if (!is_name(name->kind, new_name)) return fmt::format("`{}` cannot be the name of a {}", new_name, kind);
    if (name->kind == NameKind::fact && is_reserved(new_name)) {
        return fmt::format("`{}` means something else between braces", new_name);
    }
    const bool taken =
        new_name != name->key && std::any_of(reading.names.begin(), reading.names.end(), [&](const Name& n) {
            return n.kind == name->kind && n.declaration && n.key == new_name;
        });
    if (taken) return fmt::format("there is a {} `{}` already", kind, new_name);
    std::vector<Edit> edits;
    for (const Name* place : places_of(reading, *name)) {
        if (place->written) edits.push_back({place->span, std::string(new_name)});
    }
    return edits;
}

}  // namespace stet::editor

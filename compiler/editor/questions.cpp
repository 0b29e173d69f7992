// What the session answers: each question to its feature, each answer to JSON.
#include <fmt/format.h>

#include <algorithm>

#include "compiler/editor/actions.hpp"
#include "compiler/editor/completion.hpp"
#include "compiler/editor/formatting.hpp"
#include "compiler/editor/hover.hpp"
#include "compiler/editor/lenses.hpp"
#include "compiler/editor/links.hpp"
#include "compiler/editor/navigate.hpp"
#include "compiler/editor/rename.hpp"
#include "compiler/editor/session.hpp"
#include "compiler/editor/structure.hpp"
#include "compiler/editor/symbols.hpp"
#include "compiler/editor/tokens.hpp"
#include "compiler/editor/uri.hpp"

namespace stet::editor {

namespace {

template <class Value>
void sort_and_unite(std::vector<Value>& list) {
    std::sort(list.begin(), list.end());
    list.erase(std::unique(list.begin(), list.end()), list.end());
}

/// Whether the client asks for actions of this kind; it does for all where it names none.
bool is_wanted(const Action& action, const std::vector<std::string>& kinds) {
    const std::string_view kind = action.kind == ActionKind::quick_fix ? "quickfix" : "refactor.rewrite";
    return kinds.empty() || std::any_of(kinds.begin(), kinds.end(), [&](const std::string& wanted) {
               return kind.starts_with(wanted) &&
                      (kind.size() == wanted.size() || kind[wanted.size()] == '.');
           });
}

}  // namespace

/// Every draft that holds the document, up to date, with the place in it. Empty for a document that is not
/// open.
std::vector<Session::Place> Session::places_of(std::string_view uri, Position position) {
    std::vector<Place> out;
    const std::string path = path_of(uri);
    const OpenDocument* open = workspace_.document(path);
    if (open == nullptr) return out;
    if (workspace_.bring_up_to_date(path)) publish();
    const std::uint32_t offset = open->document.lines.offset(open->document.text, position, encoding_);
    for (Draft* draft : workspace_.drafts_of(path)) {
        const std::optional<FileId> file = draft->file(path);
        if (!file) continue;
        list_parts(draft->reading);
        out.push_back({draft, {*file, offset}});
    }
    return out;
}

std::string Session::answer(const Message& message) {
    const Id& id = *message.id;
    if (std::holds_alternative<Shutdown>(message.body)) {
        stage_ = Stage::shut_down;
        return response(id, "null");
    }
    std::optional<std::string> result;
    if (const auto* q = std::get_if<PlaceQuestion>(&message.body)) result = about_place(*q);
    if (const auto* q = std::get_if<DocumentQuestion>(&message.body)) result = about_document(*q);
    if (const auto* q = std::get_if<ReferencesQuestion>(&message.body)) result = references(*q);
    if (const auto* q = std::get_if<ActionsQuestion>(&message.body)) result = actions(*q);
    if (const auto* q = std::get_if<SelectionQuestion>(&message.body)) result = selections(*q);
    if (const auto* q = std::get_if<RenameQuestion>(&message.body)) return renamed(id, *q);
    if (result) return response(id, *result);
    return error_response(id, ErrorCode::invalid_params, "the document is not open");
}

std::optional<std::string> Session::about_place(const PlaceQuestion& question) {
    const std::vector<Place> places = places_of(question.uri, question.position);
    if (places.empty()) return std::nullopt;
    const auto& [draft, spot] = places.front();
    switch (question.about) {
        case AtPlace::hover:
            return to_json(
                hover(draft->reading, spot, [this](std::string_view code) { return explain(code); }),
                draft->places);
        case AtPlace::definition:
            return locations(locate(find_definition(draft->reading, spot), draft->places));
        case AtPlace::highlight:
            return highlights(find_highlights(draft->reading, spot), draft->places);
        case AtPlace::completion:
            return to_json(complete(draft->reading, spot, workspace_.machine().world("")->framework_names()),
                           draft->places, snippets_);
        case AtPlace::prepare_rename:
            return range_json(find_renamable(draft->reading, spot), draft->places);
    }
    return std::nullopt;
}

std::optional<std::string> Session::about_document(const DocumentQuestion& question) {
    const std::vector<Place> places = places_of(question.uri, {});
    if (places.empty()) return std::nullopt;
    const Draft& draft = *places.front().draft;
    const FileId file = places.front().spot.file;
    switch (question.about) {
        case OfDocument::symbols:
            return to_json(list_symbols(draft.reading, file), draft.places);
        case OfDocument::folding:
            return folds(list_folds(draft.reading, file), draft.places);
        case OfDocument::formatting:
            return text_edits(format_edits(file, draft.reading.sources().text(file)), draft.places);
        case OfDocument::links:
            return to_json(links_with_targets(draft, file), draft.places);
        case OfDocument::lenses:
            return to_json(list_lenses(draft.reading, file), draft.places);
        case OfDocument::tokens:
            return to_json(list_tokens(draft.reading, file), draft.places);
    }
    return std::nullopt;
}

/// Links with the URI of each file, which is given from the report's folder.
std::vector<DocumentLink> Session::links_with_targets(const Draft& draft, FileId file) const {
    std::vector<DocumentLink> links = list_links(draft.reading, file);
    const std::string folder(folder_of(draft.path));
    if (folder.empty()) std::erase_if(links, [](const DocumentLink& link) { return link.is_file; });
    for (DocumentLink& link : links) {
        if (link.is_file) link.target = workspace_.uri(tidy_path(folder + "/" + link.target));
    }
    return links;
}

std::optional<std::string> Session::references(const ReferencesQuestion& question) {
    std::vector<Location> found;
    const std::vector<Place> places = places_of(question.uri, question.position);
    if (places.empty()) return std::nullopt;
    for (const auto& [draft, spot] : places) {
        const auto more =
            locate(find_references(draft->reading, spot, question.with_declaration), draft->places);
        found.insert(found.end(), more.begin(), more.end());
    }
    sort_and_unite(found);
    return locations(found);
}

/// A name in a file that two reports include is renamed in both.
std::string Session::renamed(const Id& id, const RenameQuestion& question) {
    const std::vector<Place> places = places_of(question.uri, question.position);
    if (places.empty()) return error_response(id, ErrorCode::invalid_params, "the document is not open");
    std::vector<PlacedEdit> edits;
    for (const auto& [draft, spot] : places) {
        Renamed made = rename(draft->reading, spot, question.new_name);
        if (const auto* reason = std::get_if<std::string>(&made))
            return error_response(id, ErrorCode::request_failed, *reason);
        const auto more = locate(std::get<std::vector<Edit>>(made), draft->places);
        edits.insert(edits.end(), more.begin(), more.end());
    }
    sort_and_unite(edits);
    return response(id, workspace_edit(edits));
}

/// What can be done in any of the reports that hold the place; numbers are given by the first alone.
std::optional<std::string> Session::actions(const ActionsQuestion& question) {
    const std::vector<Place> begin = places_of(question.uri, question.range.start);
    const std::vector<Place> end = places_of(question.uri, question.range.end);
    if (begin.empty() || end.empty()) return std::nullopt;
    std::vector<std::string> said;
    for (std::size_t i = 0; i < begin.size(); ++i) {
        const auto& [draft, from] = begin[i];
        const Span span{from.file, from.offset, std::max(from.offset, end[i].spot.offset)};
        for (const Action& action : list_actions(draft->reading, span)) {
            if (!is_wanted(action, question.only) || (i > 0 && action.kind == ActionKind::rewrite)) continue;
            std::string made = to_json(action, draft->places);
            if (std::find(said.begin(), said.end(), made) == said.end()) said.push_back(std::move(made));
        }
    }
    return fmt::format("[{}]", fmt::join(said, ","));
}

std::optional<std::string> Session::selections(const SelectionQuestion& question) {
    std::vector<std::vector<Span>> chains;
    const std::vector<Place> start = places_of(question.uri, {});
    if (start.empty()) return std::nullopt;
    for (const Position& position : question.positions) {
        const Place place = places_of(question.uri, position).front();
        chains.push_back(selection_chain(place.draft->reading, place.spot));
    }
    return editor::selections(chains, start.front().draft->places);
}

std::string Session::explain(std::string_view code) const {
    ReadResult page =
        workspace_.machine().world("")->read_resource("docs/diagnostics/" + std::string(code) + ".md");
    return std::holds_alternative<std::string>(page) ? std::get<std::string>(std::move(page)) : std::string();
}

}  // namespace stet::editor

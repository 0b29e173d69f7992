// A report made ready for a browser.
#include "compiler/driver/preview.hpp"

#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "backends/html/html.hpp"
#include "compiler/base/render.hpp"
#include "compiler/driver/commands/report.hpp"
#include "compiler/driver/recording_world.hpp"
#include "compiler/publication/walk.hpp"

namespace stet::driver {

namespace {

using nlohmann::ordered_json;
using namespace publication;

/// Finds the innermost element of the page whose source holds a place.
class Anchors {
  public:
    explicit Anchors(const Publication& publication) {
        for (const CoverGroup& group : publication.cover.groups) {
            if (group.leading) add(html::judgement_id(*group.leading), group.leading->source);
            for (const JudgementRow& row : group.rows) add(html::judgement_id(row), row.source);
        }
        for_all_blocks(publication, [&](const Block& block) { add(block.id, block.source); });
        for (const Note& note : publication.notes) add(note.id, note.source);
    }

    [[nodiscard]] std::string of(Span place) const {
        const Element* best = nullptr;
        for (const Element& element : elements_) {
            const bool inside = element.source.file == place.file && element.source.begin <= place.begin &&
                                place.begin <= element.source.end;
            if (inside && (best == nullptr || element.source.size() <= best->source.size())) best = &element;
        }
        return best == nullptr ? std::string() : best->id;
    }

  private:
    struct Element {
        std::string id;
        Span source;
    };

    void add(std::string id, Span source) {
        if (!id.empty() && !source.empty()) elements_.push_back({std::move(id), source});
    }

    std::vector<Element> elements_;
};

std::string place_of(Span span, const Sources& sources) {
    return fmt::format("{}:{}", sources.name(span.file), sources.line_column(span.file, span.begin).line);
}

ordered_json diagnostic_json(const Diagnostic& d, const Sources& sources, const Anchors& anchors) {
    ordered_json more = d.notes;
    for (const Related& related : d.related)
        more.push_back(fmt::format("{} ({})", related.message, place_of(related.span, sources)));
    return {{"code", d.info->code},
            {"severity", severity_name(d.severity)},
            {"message", d.message},
            {"place", place_of(d.span, sources)},
            {"anchor", anchors.of(d.span)},
            {"more", std::move(more)},
            {"help", d.help}};
}

std::string dumped(const ordered_json& document) {
    return document.dump(-1, ' ', false, ordered_json::error_handler_t::replace);
}

std::string state_of(const std::string& file, const Analysis& analysis, const Publication& publication,
                     std::uint64_t revision) {
    const Anchors anchors(publication);
    ordered_json diagnostics = ordered_json::array();
    for (const Diagnostic& d : analysis.diagnostics.all())
        diagnostics.push_back(diagnostic_json(d, *analysis.sources, anchors));
    return dumped({{"schema", "stet-preview/1"},
                   {"revision", revision},
                   {"file", file},
                   {"summary", summary_line(analysis.diagnostics)},
                   {"diagnostics", std::move(diagnostics)}});
}

/// The page of a report that is not there: a publication of one paragraph.
Publication unreadable(const Analysis& analysis) {
    Publication out;
    out.title = "The report cannot be shown";
    for (const Diagnostic& d : analysis.diagnostics.all()) {
        Piece piece;
        piece.text = d.message;
        Block block;
        block.content = Paragraph{{piece}};
        out.body.push_back(std::move(block));
    }
    return out;
}

}  // namespace

Preview make_preview(const std::string& file, const std::string& framework_folder, const std::string& theme,
                     std::uint64_t revision) {
    Loaded loaded = load(file, framework_folder, {});
    Preview out;
    RecordingWorld world(split_path(file).folder, framework_folder);
    const Publication publication = loaded.failed ? unreadable(loaded.analysis) : compose(loaded.analysis);
    html::Options options;
    options.draft = true;
    if (!theme.empty()) options.theme = theme;
    html::Result page = html::write(publication, options, world);
    loaded.analysis.diagnostics.append(std::move(page.diagnostics));
    loaded.analysis.diagnostics.sort();
    out.page = std::move(page.bytes);
    out.state = state_of(file, loaded.analysis, publication, revision);
    out.files = std::move(loaded.files);
    for (std::string& read : world.files()) out.files.push_back(std::move(read));
    return out;
}

}  // namespace stet::driver

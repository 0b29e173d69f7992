// Open documents over the files on disk, and the reports that they belong to.
#include "compiler/editor/workspace.hpp"

#include <algorithm>

#include "compiler/base/catalogue.hpp"
#include "compiler/editor/carry.hpp"
#include "compiler/editor/uri.hpp"
#include "grammar/framework.hpp"
#include "grammar/parse.hpp"

namespace stet::editor {

namespace {

bool is_absolute(std::string_view path) {
    return !path.empty() && path.front() == '/';
}

std::string_view name_of(std::string_view path) {
    return path.substr(path.rfind('/') + 1);
}

std::string_view stem_of(std::string_view path) {
    const std::string_view name = name_of(path);
    return name.substr(0, std::min(name.rfind('.'), name.size()));
}

/// Whether the text begins with a header, as reports do and what they include does not.
bool begins_with_header(std::string_view text) {
    const std::string_view line = text.substr(0, text.find_first_of("\r\n"));
    const std::string_view key = line.substr(0, std::min(line.find(':'), line.size()));
    return key.size() < line.size() &&
           std::find(ast::header_keys.begin(), ast::header_keys.end(), key) != ast::header_keys.end();
}

/// Whether the text is a framework's: no report has a scale.
bool is_framework(std::string_view text) {
    return text.substr(0, 6) == "@scale" || text.find("\n@scale") != std::string_view::npos;
}

bool may_include(std::string_view text, std::string_view file_name) {
    return text.find("@include") != std::string_view::npos && text.find(file_name) != std::string_view::npos;
}

/// Where a file of an analysis lies, by the name that it has there.
std::string path_of_name(const Machine& machine, std::string_view report, std::string_view name) {
    constexpr std::string_view frameworks = "frameworks/";
    if (is_absolute(name)) return tidy_path(name);
    if (name.substr(0, frameworks.size()) == frameworks) return machine.framework_path(stem_of(name));
    return is_absolute(report) ? tidy_path(std::string(folder_of(report)) + "/" + std::string(name))
                               : std::string(name);
}

driver::Analysis check_framework(const Task& task) {
    driver::Analysis out;
    out.sources = std::make_unique<Sources>();
    const FileId file = out.sources->add(task.path, task.text);
    out.report.document = grammar::parse(file, *out.sources, out.diagnostics);
    grammar::read_framework(stem_of(task.path), out.report.document, *out.sources, out.diagnostics);
    out.diagnostics.sort();
    return out;
}

driver::Analysis refuse_size(const Task& task) {
    driver::Analysis out;
    out.sources = std::make_unique<Sources>();
    const FileId file = out.sources->add(task.path, "");
    out.diagnostics.add({file, 0, 0}, diag::file_too_large, task.text.size(), Sources::max_file_size);
    return out;
}

}  // namespace

// ---- the World -----------------------------------------------------------------------------------------

OverlayWorld::OverlayWorld(const Machine& machine, std::string folder, const Texts& open)
    : machine_(machine), folder_(std::move(folder)), open_(open), disk_(machine.world(folder_)) {}

ReadResult OverlayWorld::read(std::string_view path) {
    if (folder_.empty()) return ReadError{"the draft was never saved, so there are no files beside it"};
    const std::string full = tidy_path(folder_ + "/" + std::string(path));
    const bool inside = !is_absolute(path) && full.substr(0, folder_.size() + 1) == folder_ + "/";
    if (inside) reads_.insert(full);
    const auto found = open_.find(full);
    if (inside && found != open_.end()) return found->second;
    return disk_->read(path);
}

ReadResult OverlayWorld::read_framework(std::string_view name) {
    const std::string path = machine_.framework_path(name);
    if (path.empty()) return disk_->read_framework(name);
    reads_.insert(path);
    const auto found = open_.find(path);
    if (found != open_.end()) return found->second;
    return disk_->read_framework(name);
}

TaskResult run_task(const Machine& machine, const Task& task) {
    TaskResult out{task.path, task.revision, task.spelling, {}, {}, {}};
    if (task.text.size() > Sources::max_file_size) {
        out.analysis = refuse_size(task);
    } else if (task.framework) {
        out.analysis = check_framework(task);
    } else {
        OverlayWorld world(
            machine, is_absolute(task.path) ? std::string(folder_of(task.path)) : std::string(), task.open);
        driver::AnalyseOptions options;
        options.spelling = task.spelling;
        out.analysis = driver::analyse(world, task.path, task.text, options);
        out.reads = world.reads();
    }
    for (FileId file = 0; file < out.analysis.sources->size(); ++file) {
        out.paths.push_back(file == 0 ? task.path
                                      : path_of_name(machine, task.path, out.analysis.sources->name(file)));
    }
    return out;
}

// ---- drafts --------------------------------------------------------------------------------------------

std::optional<FileId> Draft::file(std::string_view path_of_file) const {
    const auto found = std::find(paths.begin(), paths.end(), path_of_file);
    if (found == paths.end()) return std::nullopt;
    return static_cast<FileId>(found - paths.begin());
}

Draft& Workspace::add_draft(const std::string& path) {
    Draft& draft = drafts_[path];
    draft.path = path;
    return draft;
}

Draft* Workspace::draft(const std::string& path) {
    const auto found = drafts_.find(path);
    return found == drafts_.end() ? nullptr : &found->second;
}

std::vector<Draft*> Workspace::drafts_of(const std::string& path) {
    std::vector<Draft*> out;
    for (auto& [own, draft] : drafts_) {
        const bool here = own == path || draft.file(path).has_value();
        if (here) out.insert(own == path ? out.begin() : out.end(), &draft);
    }
    return out;
}

bool Workspace::stale() const {
    return std::any_of(drafts_.begin(), drafts_.end(), [](const auto& d) { return d.second.stale(); });
}

std::vector<std::string> Workspace::stale_drafts() const {
    std::vector<std::string> out;
    for (const auto& [path, draft] : drafts_) {
        if (draft.stale()) out.insert(documents_.contains(path) ? out.begin() : out.end(), path);
    }
    return out;
}

void Workspace::changed(const std::string& path) {
    for (auto& [own, draft] : drafts_) {
        if (own == path || draft.reads.contains(path)) ++draft.revision;
    }
}

void Workspace::moved(const std::string& path, const Replaced& replaced) {
    for (auto& [own, draft] : drafts_) {
        const std::optional<FileId> file = draft.file(path);
        if (file)
            std::erase_if(draft.misspellings, [&](Diagnostic& d) { return !carry(d, *file, replaced); });
    }
}

void Workspace::touched(const std::vector<std::string>& paths) {
    for (const std::string& path : paths) {
        if (!documents_.contains(path)) changed(path);
    }
}

std::optional<std::string> Workspace::current_text(const std::string& path) const {
    if (const OpenDocument* open = document(path)) return open->document.text;
    if (!is_absolute(path)) return std::nullopt;
    ReadResult read = machine_.world(std::string(folder_of(path)))->read(name_of(path));
    if (std::holds_alternative<ReadError>(read)) return std::nullopt;
    return std::move(std::get<std::string>(read));
}

Task Workspace::task(const Draft& draft, bool spelling) const {
    Task out{draft.path, draft.revision, draft.framework, spelling, current_text(draft.path).value_or(""),
             {}};
    for (const auto& [path, open] : documents_) {
        if (path != draft.path) out.open.emplace(path, open.document.text);
    }
    return out;
}

/// Learns from a spelling check which words are misspelt, and adds those that are known to any other result,
/// so that they do not come and go while one types.
void Workspace::take_misspellings(Draft& draft, TaskResult& result) {
    Diagnostics& found = result.analysis.diagnostics;
    if (result.spelling) {
        const std::vector<Diagnostic> other =
            difference(draft.reading.analysis.diagnostics.all(), draft.misspellings);
        draft.misspellings = difference(found.all(), other);
        return;
    }
    if (draft.paths != result.paths) draft.misspellings.clear();
    found.all().insert(found.all().end(), draft.misspellings.begin(), draft.misspellings.end());
    found.sort();
}

bool Workspace::accept(TaskResult result) {
    Draft* taken = draft(result.path);
    if (taken == nullptr || taken->revision != result.revision) return false;
    take_misspellings(*taken, result);
    taken->analysed = result.revision;
    if (result.spelling) taken->spelled = result.revision;
    taken->reading = {std::move(result.analysis), {}, {}, false};
    taken->paths = std::move(result.paths);
    taken->reads = std::move(result.reads);
    taken->places = {&taken->reading.sources(), encoding_, {}, {}};
    for (FileId file = 0; file < taken->paths.size(); ++file) {
        taken->places.uris.push_back(uri(taken->paths[file]));
        taken->places.lines.emplace_back(taken->reading.sources().text(file));
    }
    taken->said.clear();
    for (const Diagnostic& d : taken->reading.analysis.diagnostics.all()) {
        taken->said[taken->places.uris[d.span.file]].push_back(to_json(d, taken->places));
    }
    return true;
}

void Workspace::analyse(Draft& draft) {
    accept(run_task(machine_, task(draft, false)));
}

bool Workspace::bring_up_to_date(const std::string& path) {
    bool any = false;
    while (true) {
        const std::vector<Draft*> all = drafts_of(path);
        const auto stale = std::find_if(all.begin(), all.end(), [](const Draft* d) { return d->stale(); });
        if (stale == all.end()) return any;
        analyse(**stale);
        settle_homes();
        any = true;
    }
}

/// Finds the report to which an open file belongs, or takes it for one.
void Workspace::find_home(const std::string& path) {
    const std::string& text = documents_.at(path).document.text;
    if (is_framework(text) || machine_.framework_path(stem_of(path)) == path) {
        add_draft(path).framework = true;
        return;
    }
    if (!begins_with_header(text) && is_absolute(path)) {
        for (const std::string& near : machine_.reports_near(path)) {
            if (near == path || drafts_.contains(near)) continue;
            const std::optional<std::string> candidate = current_text(near);
            if (!candidate || !begins_with_header(*candidate) || !may_include(*candidate, name_of(path)))
                continue;
            Draft& draft = add_draft(near);
            analyse(draft);
            if (draft.file(path)) {
                ++draft.revision;
                return;
            }
            drafts_.erase(near);
        }
    }
    add_draft(path);
}

void Workspace::settle_homes() {
    // What a report includes is no report of its own, whichever was opened first.
    std::vector<std::string> included;
    for (const auto& [own, draft] : drafts_) {
        for (const std::string& path : draft.paths) {
            if (path != own) included.push_back(path);
        }
    }
    for (const std::string& path : included) {
        const OpenDocument* open = document(path);
        const Draft* own = draft(path);
        if (own != nullptr && !own->framework &&
            (open == nullptr || !begins_with_header(open->document.text)))
            drafts_.erase(path);
    }
    for (const auto& [path, open] : documents_) {
        if (drafts_of(path).empty()) find_home(path);
    }
    // A report that is not open itself is there for the sake of what it includes.
    const auto in_open_report = [&](const std::string& path) {
        return std::any_of(drafts_.begin(), drafts_.end(), [&](const auto& d) {
            return documents_.contains(d.first) && d.second.file(path).has_value();
        });
    };
    const auto unused = [&](const Draft& draft) {
        return !documents_.contains(draft.path) &&
               std::none_of(draft.paths.begin(), draft.paths.end(), [&](const std::string& p) {
                   return documents_.contains(p) && !in_open_report(p);
               });
    };
    std::erase_if(drafts_, [&](const auto& d) { return unused(d.second); });
}

// ---- documents -----------------------------------------------------------------------------------------

void Workspace::open(std::string uri, std::int64_t version, std::string text) {
    const std::string path = path_of(uri);
    documents_[path] = {std::move(uri), TextDocument(std::move(text), version)};
    changed(path);
    settle_homes();
}

bool Workspace::change(std::string_view uri, std::int64_t version, const std::vector<Change>& changes) {
    const std::string path = path_of(uri);
    const auto found = documents_.find(path);
    if (found == documents_.end()) return false;
    TextDocument& document = found->second.document;
    document.version = version;
    for (const Change& change : changes) {
        const std::optional<Replaced> replaced = apply(document, change, encoding_);
        if (!replaced) {
            close(uri);
            return false;
        }
        moved(path, *replaced);
    }
    changed(path);
    return true;
}

void Workspace::close(std::string_view uri) {
    const std::string path = path_of(uri);
    if (documents_.erase(path) == 0) return;
    changed(path);
    settle_homes();
}

const OpenDocument* Workspace::document(std::string_view path) const {
    const auto found = documents_.find(std::string(path));
    return found == documents_.end() ? nullptr : &found->second;
}

std::string Workspace::uri(const std::string& path) const {
    const OpenDocument* open = document(path);
    return open != nullptr ? open->uri : uri_of(path);
}

}  // namespace stet::editor

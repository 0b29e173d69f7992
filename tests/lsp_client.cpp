// A client of the language server in one process, with its files in memory.
#include "tests/lsp_client.hpp"

#include <fmt/format.h>

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "compiler/editor/uri.hpp"
#include "tests/support.hpp"

namespace stet::test {

using nlohmann::json;

namespace {

std::string json_text(std::string_view text) {
    return json(text).dump();
}

json position_json(editor::Position p) {
    return {{"line", p.line}, {"character", p.character}};
}

}  // namespace

editor::Machine memory_machine(Files files) {
    editor::Machine machine;
    machine.world = [files](const std::string& folder) {
        auto world = std::make_unique<MemoryWorld>();
        for (const auto& [path, text] : files) {
            if (path.rfind(folder + "/", 0) == 0) world->files[path.substr(folder.size() + 1)] = text;
            if (path.rfind("/frameworks/", 0) == 0) world->files[path.substr(1)] = text;
        }
        return world;
    };
    machine.framework_path = [files](std::string_view name) {
        const std::string own = fmt::format("/frameworks/{}.stet", name);
        return files.contains(own) ? own : std::string();
    };
    machine.reports_near = [files](std::string_view path) {
        std::vector<std::string> out;
        for (const auto& [other, text] : files) {
            if (editor::folder_of(other) == editor::folder_of(path)) out.push_back(other);
        }
        return out;
    };
    machine.version = "test";
    return machine;
}

LspClient::LspClient(Files files, std::string_view encodings)
    : session(memory_machine(files)), files_(std::move(files)) {
    request(
        "initialize",
        fmt::format(
            R"({{"processId":null,"rootUri":null,"capabilities":{{"general":{{"positionEncodings":{}}}}}}})",
            encodings));
    notify("initialized", "{}");
}

void LspClient::take() {
    for (const std::string& content : session.take_output()) {
        const json message = json::parse(content);
        if (message.value("method", "") == "textDocument/publishDiagnostics") {
            ++published_;
            diagnostics_[message["params"]["uri"].get<std::string>()] =
                message["params"]["diagnostics"].dump();
        } else if (!message.contains("method") && message["id"].is_number()) {
            answers_[message["id"].get<std::int64_t>()] = message.contains("error")
                                                              ? json{{"error", message["error"]}}.dump()
                                                              : message["result"].dump();
        } else {
            other_.push_back(content);
        }
    }
}

std::string LspClient::request(std::string_view method, std::string_view params) {
    const std::int64_t id = next_id_++;
    session.receive(
        fmt::format(R"({{"jsonrpc":"2.0","id":{},"method":"{}","params":{}}})", id, method, params));
    while (session.step()) {
    }
    take();
    REQUIRE(answers_.contains(id));
    return answers_[id];
}

void LspClient::notify(std::string_view method, std::string_view params) {
    session.receive(fmt::format(R"({{"jsonrpc":"2.0","method":"{}","params":{}}})", method, params));
    while (session.step()) {
    }
    take();
}

void LspClient::open(const std::string& path) {
    open(path, files_.at(path));
}

void LspClient::open(const std::string& path, std::string_view text) {
    const std::int64_t version = ++versions_[path];
    notify("textDocument/didOpen",
           fmt::format(R"({{"textDocument":{{"uri":{},"languageId":"stet","version":{},"text":{}}}}})",
                       json_text(editor::uri_of(path)), version, json_text(text)));
}

void LspClient::replace(const std::string& path, std::string_view words, std::string_view by) {
    const std::string& all = text(path);
    const std::size_t begin = all.find(words);
    REQUIRE(begin != std::string::npos);
    const editor::LineIndex index(all);
    const auto place = [&](std::size_t offset) {
        return position_json(
            index.position(all, static_cast<std::uint32_t>(offset), editor::Encoding::utf16));
    };
    const json change = {{"range", {{"start", place(begin)}, {"end", place(begin + words.size())}}},
                         {"text", by}};
    notify("textDocument/didChange",
           json{{"textDocument", {{"uri", editor::uri_of(path)}, {"version", ++versions_[path]}}},
                {"contentChanges", json::array({change})}}
               .dump());
}

void LspClient::apply(std::string_view workspace_edit) {
    const json edit = json::parse(workspace_edit);
    for (const auto& [uri, edits] : edit.at("changes").items()) {
        // Later places first, so that those before them stay where they are.
        std::vector<json> ordered(edits.begin(), edits.end());
        std::sort(ordered.begin(), ordered.end(), [](const json& a, const json& b) {
            const auto key = [](const json& e) {
                return std::pair(e["range"]["start"]["line"].get<int>(),
                                 e["range"]["start"]["character"].get<int>());
            };
            return key(a) > key(b);
        });
        json changes = json::array();
        for (const json& e : ordered) changes.push_back({{"range", e["range"]}, {"text", e["newText"]}});
        const std::string path = editor::path_of(uri);
        notify("textDocument/didChange",
               json{{"textDocument", {{"uri", uri}, {"version", ++versions_[path]}}},
                    {"contentChanges", changes}}
                   .dump());
    }
}

std::string LspClient::at(const std::string& path, std::string_view words, std::size_t into) const {
    const std::string& all = text(path);
    const std::size_t begin = all.find(words);
    REQUIRE(begin != std::string::npos);
    const editor::LineIndex index(all);
    const auto place = index.position(all, static_cast<std::uint32_t>(begin + into), editor::Encoding::utf16);
    return json{{"textDocument", {{"uri", editor::uri_of(path)}}}, {"position", position_json(place)}}.dump();
}

std::string LspClient::document(const std::string& path) const {
    return json{{"textDocument", {{"uri", editor::uri_of(path)}}}}.dump();
}

const std::string& LspClient::text(const std::string& path) const {
    const editor::OpenDocument* open = session.workspace().document(path);
    REQUIRE(open != nullptr);
    return open->document.text;
}

void LspClient::settle(bool spelling) {
    while (session.behind()) session.analyse_next();
    while (spelling) {
        const auto task = session.next_spelling();
        if (!task) break;
        session.accept(editor::run_task(session.workspace().machine(), *task));
    }
    take();
}

std::string LspClient::diagnostics(const std::string& path) const {
    const auto found = diagnostics_.find(editor::uri_of(path));
    return found == diagnostics_.end() ? "[]" : found->second;
}

Files small_report() {
    const std::string folder(draft_folder);
    return {{folder + "/report.stet", R"(framework: ofsted-ilacs
title: Inspection of children's social care services
subject: Fenwick Council
inspected: 4 March 2019 to 15 March 2019
published: 30 April 2019
lead inspector: Nadia Thorne

@judgements
  leaders  good
    Leaders listen and change what does not work.
  protection  good
    Families are helped early.
  care  requires improvement
    Some children move too often.
  overall  good
    Most services are good.

## What needs to improve

1. The number of moves that children make, so that more of them stay where they are settled.
    {because moves}

## The experiences and progress of children who need help and protection: good {judges protection}

2. The Fenwick Early Help Partnership (FEHP) meets each week. The FEHP offers help before a family
    asks for it.[^week] {#partnership}

3. Inspectors read the plans of 40 children. Most were clear. See {see partnership}.

## The experiences and progress of children in care and care leavers: requires improvement {judges care}

@facts "Children in care", source "Local authority return", at 31 March 2018
  cla       305 children
  cla.near  244 of cla, label "Lived within 20 miles of home"

4. At 31 March 2018, [305]{cla} children were in care. Of these, [244 (80%)]{cla.near} lived within
    20 miles of home.

@include "moves.stet"

[^week]: On Mondays.
)"},
            {folder + "/moves.stet",
             R"(5. Too many children move three times or more in a year, as {see partnership} shows. {#moves}
)"}};
}

}  // namespace stet::test

// Sessions over time: diagnostics after many edits, unsaved includes, files that change on disk, spelling.
#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>
#include <random>

#include "compiler/driver/pipeline.hpp"
#include "compiler/editor/uri.hpp"
#include "tests/lsp_client.hpp"
#include "tests/support.hpp"

using nlohmann::json;
using namespace stet;
using test::LspClient;

namespace {

const std::string report = std::string(test::draft_folder) + "/report.stet";
const std::string moves = std::string(test::draft_folder) + "/moves.stet";

/// What a session that opens these texts at once says of the files.
std::vector<std::string> fresh_diagnostics(const test::Files& files, bool spelling) {
    LspClient client(files);
    client.open(report);
    client.open(moves);
    client.settle(spelling);
    return {client.diagnostics(report), client.diagnostics(moves)};
}

/// Codes and places of the pipeline's own check, to hold the server against.
std::vector<std::pair<std::string, std::uint32_t>> checked(const test::Files& files) {
    const auto world = test::memory_machine(files).world(std::string(test::draft_folder));
    const driver::Analysis analysis = driver::analyse(*world, report, files.at(report), {});
    std::vector<std::pair<std::string, std::uint32_t>> out;
    for (const Diagnostic& d : analysis.diagnostics.all()) {
        out.emplace_back(d.info->code, analysis.sources->line_column(d.span.file, d.span.begin).line);
    }
    std::sort(out.begin(), out.end());
    return out;
}

bool has_code(const std::string& diagnostics, std::string_view code) {
    for (const json& d : json::parse(diagnostics)) {
        if (d["code"] == code) return true;
    }
    return false;
}

/// A part of the report's own words, or letters that mean something to Stet.
std::string random_piece(std::mt19937& random, const std::string& text) {
    static const std::vector<std::string> telling{"{",      "}",    "[", "]{cla}", "\n", "\n\n", "1. ", "# ",
                                                  "@facts", "{#x}", "(", "80%",    "é😀", "\r\n", "|",   "  "};
    if (random() % 2 == 0) return telling[random() % telling.size()];
    const std::size_t begin = random() % text.size();
    return text.substr(begin, random() % 40);
}

}  // namespace

TEST_CASE("lsp: after 1,000 random edits the diagnostics are those of a fresh check") {
    const test::Files files = test::small_report();
    LspClient client(files);
    client.open(report);
    client.open(moves);
    std::mt19937 random(5);
    std::int64_t version = 100;
    for (int round = 1; round <= 1000; ++round) {
        const std::string& path = random() % 4 == 0 ? moves : report;
        const std::string& text = client.text(path);
        const editor::LineIndex lines(text);
        // Mostly insertions and removals of the same size, and now and then all as it was.
        json change;
        if (round % 100 == 0) {
            change = {{"text", files.at(path)}};
        } else {
            const auto begin = static_cast<std::uint32_t>(random() % (text.size() + 1));
            const auto end =
                static_cast<std::uint32_t>(std::min<std::size_t>(text.size(), begin + random() % 30));
            const auto place = [&](std::uint32_t offset) {
                const auto p = lines.position(text, offset, editor::Encoding::utf16);
                return json{{"line", p.line}, {"character", p.character}};
            };
            std::string piece = random_piece(random, files.at(report));
            // Half a character is no JSON.
            piece = json::parse(json(piece).dump(-1, ' ', false, json::error_handler_t::replace))
                        .get<std::string>();
            change = {{"range", {{"start", place(begin)}, {"end", place(end)}}}, {"text", piece}};
        }
        client.notify("textDocument/didChange",
                      json{{"textDocument", {{"uri", editor::uri_of(path)}, {"version", ++version}}},
                           {"contentChanges", json::array({change})}}
                          .dump());
        // Not after every edit, as typing goes.
        if (random() % 3 == 0) client.settle();
        if (round % 100 == 50) client.settle(true);
        if (round % 100 != 90) continue;
        client.settle(true);
        const test::Files now{{report, client.text(report)}, {moves, client.text(moves)}};
        const auto fresh = fresh_diagnostics(now, true);
        REQUIRE(client.diagnostics(report) == fresh[0]);
        REQUIRE(client.diagnostics(moves) == fresh[1]);
    }
    client.settle(true);
    const test::Files last{{report, client.text(report)}, {moves, client.text(moves)}};
    std::vector<std::pair<std::string, std::uint32_t>> said;
    for (const std::string& path : {report, moves}) {
        for (const json& d : json::parse(client.diagnostics(path))) {
            said.emplace_back(d["code"].get<std::string>(),
                              d["range"]["start"]["line"].get<std::uint32_t>() + 1);
        }
    }
    std::sort(said.begin(), said.end());
    CHECK(said == checked(last));
}

TEST_CASE("lsp: an unsaved include counts before the file on disk") {
    LspClient client(test::small_report());
    client.open(report);
    client.open(moves);
    client.settle();
    CHECK_FALSE(has_code(client.diagnostics(report), "R102"));
    client.replace(moves, "{#moves}", "{#movs}");
    client.settle();
    CHECK(has_code(client.diagnostics(report), "R102"));
    client.notify("textDocument/didClose", client.document(moves));
    client.settle();
    CHECK_FALSE(has_code(client.diagnostics(report), "R102"));
}

TEST_CASE("lsp: an included file that is opened alone is checked within its report") {
    LspClient client(test::small_report());
    client.open(moves);
    client.settle();
    CHECK(client.session.workspace().drafts().contains(report));
    CHECK_FALSE(client.session.workspace().drafts().contains(moves));
    CHECK_FALSE(has_code(client.diagnostics(moves), "S101"));
    client.replace(moves, "{see partnership}", "{see nowhere}");
    client.settle();
    CHECK(has_code(client.diagnostics(moves), "R102"));
    client.open(report);
    client.replace(report, "@include \"moves.stet\"\n", "");
    client.settle();
    CHECK(client.session.workspace().drafts().contains(moves));
}

TEST_CASE("lsp: spelling comes later, is dropped for an older text, and stays while one types elsewhere") {
    LspClient client(test::small_report());
    client.open(report);
    client.replace(report, "Most were clear.", "Most were seperate.");
    client.settle();
    CHECK_FALSE(has_code(client.diagnostics(report), "W601"));
    const auto task = client.session.next_spelling();
    REQUIRE(task);
    client.replace(report, "of 40 children", "of 41 children");
    client.session.accept(editor::run_task(client.session.workspace().machine(), *task));
    CHECK(client.session.spelling_behind() == false);  // diagnostics come first
    client.settle();
    CHECK_FALSE(has_code(client.diagnostics(report), "W601"));
    client.settle(true);
    CHECK(has_code(client.diagnostics(report), "W601"));
    client.replace(report, "On Mondays.", "On Tuesdays.");
    client.settle();
    CHECK(has_code(client.diagnostics(report), "W601"));
    client.replace(report, "seperate", "seperate x");
    client.replace(report, "seperate x", "clear");
    client.settle();
    CHECK_FALSE(has_code(client.diagnostics(report), "W601"));
}

TEST_CASE("lsp: a draft that was never saved, and a framework file") {
    LspClient client({});
    client.notify(
        "textDocument/didOpen",
        R"({"textDocument":{"uri":"untitled:Draft","version":1,"text":"1. A draft {see nowhere}.\n"}})");
    client.settle(true);
    CHECK(client.session.workspace().drafts().contains("untitled:Draft"));
    const std::string framework = "/frameworks/own.stet";
    client.open(framework, "title: Own\n\n@scale\n  good\n");
    client.settle();
    CHECK(has_code(client.diagnostics(framework), "K103"));
}

TEST_CASE("lsp: a framework that is open counts for the reports that name it") {
    test::Files files = test::small_report();
    const std::string framework = "/frameworks/own.stet";
    files[framework] = test::slurp(test::root_dir() + "/frameworks/ofsted-ilacs.stet");
    std::string& text = files[report];
    text.replace(text.find("ofsted-ilacs"), 12, "own");
    LspClient client(files);
    client.open(report);
    client.settle();
    CHECK_FALSE(has_code(client.diagnostics(report), "G102"));
    client.open(framework);
    client.replace(framework, "  good\n", "  splendid\n");
    client.settle();
    CHECK(has_code(client.diagnostics(report), "G102"));
}

TEST_CASE("lsp: diagnostics are said once, and again only where they change") {
    LspClient client(test::small_report());
    client.open(report);
    client.settle();
    const std::size_t before = client.published();
    client.notify("textDocument/didSave", client.document(report));
    client.notify("workspace/didChangeWatchedFiles",
                  json{{"changes", {{{"uri", editor::uri_of(moves)}, {"type", 2}}}}}.dump());
    client.settle();
    CHECK(client.published() == before);
}

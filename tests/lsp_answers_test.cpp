// What the language server's answers hold in detail: offers with their values, colours by meaning, links,
// columns.
#include <algorithm>
#include <catch2/catch.hpp>
#include <map>
#include <nlohmann/json.hpp>
#include <set>

#include "compiler/base/catalogue.hpp"
#include "compiler/editor/encode.hpp"
#include "compiler/editor/hover.hpp"
#include "compiler/editor/uri.hpp"
#include "tests/lsp_client.hpp"
#include "tests/support.hpp"

using nlohmann::json;
using namespace stet;
using test::LspClient;

namespace {

const std::string report = std::string(test::draft_folder) + "/report.stet";

LspClient opened() {
    LspClient client(test::small_report());
    client.open(report);
    client.settle();
    return client;
}

/// The offers behind the first `into` bytes of `words`, by their labels.
std::map<std::string, json> offers(LspClient& client, std::string_view words, std::size_t into) {
    std::map<std::string, json> out;
    const json answer =
        json::parse(client.request("textDocument/completion", client.at(report, words, into)));
    for (const json& item : answer["items"]) out[item["label"].get<std::string>()] = item;
    return out;
}

std::vector<json> with_code(const LspClient& client, const std::string& path, std::string_view code) {
    std::vector<json> out;
    for (const json& d : json::parse(client.diagnostics(path))) {
        if (d["code"] == code) out.push_back(d);
    }
    return out;
}

std::string rename_params(const LspClient& client, std::string_view words, std::size_t into,
                          std::string_view name) {
    json params = json::parse(client.at(report, words, into));
    params["newName"] = name;
    return params.dump();
}

}  // namespace

TEST_CASE("lsp: hover explains the diagnostic at the place") {
    LspClient client = opened();
    client.replace(report, "Most were clear.", "Most were were clear.");
    const json hover = json::parse(client.request("textDocument/hover", client.at(report, "were were", 1)));
    const std::string page = test::slurp(test::root_dir() + "/docs/diagnostics/W301.md");
    CHECK_THAT(hover["contents"]["value"].get<std::string>(),
               Catch::Contains("**W301**") && Catch::Contains(editor::page_summary(page)));
}

TEST_CASE("lsp: an offer shows what it stands for") {
    LspClient client = opened();
    const auto facts = offers(client, "]{cla}", 2);
    CHECK_THAT(facts.at("cla.near")["detail"].get<std::string>(), Catch::Contains("244"));
    CHECK_THAT(facts.at("cla.near")["documentation"]["value"].get<std::string>(),
               Catch::Contains("Lived within 20 miles of home") && Catch::Contains("31 March 2018"));
    const auto labels = offers(client, "{because moves}", 9);
    CHECK(labels.at("moves")["detail"] == "paragraph 5");
    CHECK_THAT(labels.at("moves")["documentation"]["value"].get<std::string>(),
               Catch::StartsWith("Too many children move"));
    CHECK(offers(client, "{judges care}", 8).at("care")["detail"] == "requires improvement to be good");
    CHECK(offers(client, "it.[^week]", 5).at("week")["detail"] == "On Mondays.");
    CHECK(offers(client, "{see partnership}", 1).contains("because"));
    CHECK(offers(client, "framework: ofsted-ilacs", 14).contains("cqc-ratings"));
}

TEST_CASE("lsp: offers for headings, codes and judgements that are still to be given") {
    LspClient client = opened();
    client.replace(report, "## What needs to improve", "## What");
    const auto sections = offers(client, "## What", 7);
    CHECK(sections.at("What needs to improve")["detail"] == "required");
    CHECK(
        sections.at("The impact of leaders on social work practice with children and families")["textEdit"]
                                                                                               ["newText"] ==
        "The impact of leaders on social work practice with children and families {judges leaders}");
    client.replace(report, "Most were clear.", "Most were were clear. {stet W}");
    const auto codes = offers(client, "{stet W}", 7);
    REQUIRE(codes.contains("W301"));
    CHECK(codes.at("W301")["textEdit"]["newText"] == "W301: ");
    CHECK_FALSE(offers(client, "\n  care  requires", 5).contains("care"));
    client.replace(report, "  care  requires improvement\n    Some children move too often.\n", "  ca\n");
    CHECK(offers(client, "\n  ca\n", 5).contains("care"));
}

TEST_CASE("lsp: an offer has places to fill in only for a client that knows them") {
    LspClient client = opened();
    client.replace(report, "@include", "@f");
    CHECK(offers(client, "@f", 2).at("@facts")["textEdit"]["newText"] == "@facts");
    editor::Session session(test::memory_machine(test::small_report()));
    const auto say = [&](const json& message) {
        session.receive(message.dump());
        while (session.step()) {
        }
        return json::parse(session.take_output().back());
    };
    say({{"jsonrpc", "2.0"},
         {"id", 1},
         {"method", "initialize"},
         {"params",
          {{"capabilities",
            {{"textDocument", {{"completion", {{"completionItem", {{"snippetSupport", true}}}}}}}}}}}});
    const json document = {{"uri", "untitled:x"}, {"version", 1}, {"text", "title: X\n\n@f"}};
    session.receive(
        json{{"jsonrpc", "2.0"}, {"method", "textDocument/didOpen"}, {"params", {{"textDocument", document}}}}
            .dump());
    const json answer =
        say({{"jsonrpc", "2.0"},
             {"id", 2},
             {"method", "textDocument/completion"},
             {"params",
              {{"textDocument", {{"uri", "untitled:x"}}}, {"position", {{"line", 2}, {"character", 2}}}}}});
    const json& items = answer["result"]["items"];
    const auto facts =
        std::find_if(items.begin(), items.end(), [](const json& i) { return i["label"] == "@facts"; });
    REQUIRE(facts != items.end());
    CHECK((*facts)["insertTextFormat"] == 2);
    CHECK_THAT((*facts)["textEdit"]["newText"].get<std::string>(), Catch::Contains("${1:Title}"));
}

TEST_CASE("lsp: facts and notes are renamed where they are declared and used") {
    LspClient client = opened();
    const auto errors = [&] {
        std::multiset<std::string> out;
        for (const json& d : json::parse(client.diagnostics(report))) {
            if (d["severity"] == 1) out.insert(d["code"].get<std::string>());
        }
        return out;
    };
    const auto before = errors();
    client.apply(client.request("textDocument/rename", rename_params(client, "]{cla}", 3, "care.all")));
    client.apply(client.request("textDocument/rename", rename_params(client, "it.[^week]", 5, "meeting")));
    client.settle();
    const std::string& text = client.text(report);
    for (const char* words : {"  care.all  ", "244 of care.all,", "[305]{care.all}", "]{cla.near}",
                              "it.[^meeting]", "[^meeting]: "})
        CHECK_THAT(text, Catch::Contains(words));
    CHECK(errors() == before);
}

TEST_CASE("lsp: links lead to files and to the web") {
    LspClient client = opened();
    client.replace(
        report, "@include \"moves.stet\"\n",
        "@include \"moves.stet\"\n\n@facts from \"data/area.csv\"\n\n@image \"map.png\", alt \"A map\"\n\n"
        "6. See [the law](https://example.org/law), not [a script](javascript:x).\n");
    std::set<std::string> targets;
    for (const json& link : json::parse(client.request("textDocument/documentLink", client.document(report))))
        targets.insert(link["target"].get<std::string>());
    const std::string folder(test::draft_folder);
    CHECK(targets == std::set<std::string>{
                         editor::uri_of(folder + "/data/area.csv"), editor::uri_of(folder + "/map.png"),
                         editor::uri_of(folder + "/moves.stet"), "https://example.org/law"});
}

TEST_CASE("lsp: lenses count the figures of the report and of each section") {
    LspClient client = opened();
    const json lenses = json::parse(client.request("textDocument/codeLens", client.document(report)));
    const json heading =
        json::parse(client.at(report, "## The experiences and progress of children in care"));
    const auto at_line = [&](const json& line) {
        const auto found = std::find_if(lenses.begin(), lenses.end(), [&](const json& lens) {
            return lens["range"]["start"]["line"] == line;
        });
        return found == lenses.end() ? std::string() : (*found)["command"]["title"].get<std::string>();
    };
    // 305, 244 and 80% cite facts; "20 miles", "three times" and the 40 plans have nothing to be held
    // against.
    CHECK(at_line(heading["position"]["line"]) == "3 of 5 figures checked");
    CHECK(at_line(0) == "3 of 6 figures checked");
}

TEST_CASE("lsp: words are coloured by what they mean") {
    LspClient client(test::small_report(), R"(["utf-8"])");
    client.open(report);
    const std::vector<std::string> kinds{"property",  "keyword", "label",  "fact",         "note",
                                         "judgement", "grade",   "number", "abbreviation", "remark"};
    const std::string& text = client.text(report);
    const editor::LineIndex lines(text);
    const json data =
        json::parse(client.request("textDocument/semanticTokens/full", client.document(report)))["data"];
    std::set<std::string> tokens;
    editor::Position at;
    for (std::size_t i = 0; i + 4 < data.size(); i += 5) {
        const auto down = data[i].get<std::uint32_t>();
        at.line += down;
        at.character = data[i + 1].get<std::uint32_t>() + (down == 0 ? at.character : 0);
        const std::uint32_t begin = lines.offset(text, at, editor::Encoding::utf8);
        tokens.insert(kinds.at(data[i + 3].get<std::size_t>()) + (data[i + 4] == 1 ? " declared: " : ": ") +
                      text.substr(begin, data[i + 2].get<std::size_t>()));
    }
    for (const char* wanted : {"property: framework", "keyword: @judgements", "judgement declared: care",
                               "grade: requires improvement", "number: 3", "label declared: partnership",
                               "label: partnership", "label: moves", "keyword: because",
                               "fact declared: cla.near", "fact: cla", "note: week", "note declared: week"})
        CHECK_THAT(std::vector<std::string>(tokens.begin(), tokens.end()),
                   Catch::VectorContains(std::string(wanted)));
    // Running text keeps its colour.
    for (const std::string& token : tokens) CHECK_FALSE(token.ends_with("FEHP"));
}

TEST_CASE("lsp: a growing selection holds the one before") {
    LspClient client = opened();
    json params = json::parse(client.at(report, "244 (80%)", 1));
    params["positions"] = json::array({params["position"], {{"line", 0}, {"character", 0}}});
    const json chains = json::parse(client.request("textDocument/selectionRange", params.dump()));
    REQUIRE(chains.size() == 2);
    const auto place = [](const json& p) {
        return editor::Position{p["line"].get<std::uint32_t>(), p["character"].get<std::uint32_t>()};
    };
    for (const json& chain : chains) {
        for (json inner = chain; inner.contains("parent");) {
            const json outer = inner["parent"];
            CHECK(place(outer["range"]["start"]) <= place(inner["range"]["start"]));
            CHECK(place(inner["range"]["end"]) <= place(outer["range"]["end"]));
            CHECK(outer["range"] != inner["range"]);
            inner = outer;
        }
    }
}

TEST_CASE("lsp: columns are counted as the client counts") {
    const std::string text = "title: A report\n\n1. Zoë 😀 read it, see {see nowhere}.\n";
    const std::string path = "/drafts/columns/report.stet";
    for (const auto& [encoding, column] : {std::pair("utf-16", 23), std::pair("utf-8", 26)}) {
        LspClient client({{path, text}}, json::array({encoding}).dump());
        client.open(path);
        client.settle();
        const auto unknown = with_code(client, path, "R102");
        REQUIRE(unknown.size() == 1);
        const json range = unknown.front()["range"];
        CHECK(range["start"] == json{{"line", 2}, {"character", column}});
        CHECK(range["end"] == json{{"line", 2}, {"character", column + 13}});
        client.notify("textDocument/didChange",
                      json{{"textDocument", {{"uri", editor::uri_of(path)}, {"version", 2}}},
                           {"contentChanges", {{{"range", range}, {"text", "{see here}"}}}}}
                          .dump());
        CHECK(client.text(path) == "title: A report\n\n1. Zoë 😀 read it, see {see here}.\n");
    }
}

TEST_CASE("lsp: a file that two reports include says what either finds, and what both find once") {
    const std::string first = "/drafts/two/a.stet";
    const std::string second = "/drafts/two/b.stet";
    const std::string shared = "/drafts/two/shared.stet";
    const std::string header = "title: A report\nsubject: Fenwick\n\n";
    LspClient client({{first, header + "1. The plans are good. {#plans}\n\n@include \"shared.stet\"\n"},
                      {second, header + "1. The visits are good.\n\n@include \"shared.stet\"\n"},
                      {shared, "2. They are are good, as {see plans} says.\n"}});
    client.open(shared);
    client.settle();
    CHECK(with_code(client, shared, "W301").size() == 1);
    client.open(first);
    client.open(second);
    client.settle();
    CHECK(client.session.workspace().drafts().size() == 2);
    CHECK(with_code(client, shared, "W301").size() == 1);
    // Only the second report lacks the label.
    CHECK(with_code(client, shared, "R102").size() == 1);
    json range = json::parse(client.at(shared, "{see plans}", 6));
    range["range"] = {{"start", range["position"]}, {"end", range["position"]}};
    range["context"] = {{"diagnostics", json::array()}};
    const json actions = json::parse(client.request("textDocument/codeAction", range.dump()));
    CHECK(std::count_if(actions.begin(), actions.end(),
                        [](const json& a) { return a["title"] == "Let R102 stand here"; }) == 1);
    client.replace(second, "visits are good.", "visits are good. {#plans}");
    client.settle();
    CHECK(with_code(client, shared, "R102").empty());
    client.replace(shared, "are are", "are");
    client.settle();
    CHECK(with_code(client, shared, "W301").empty());
    // A name is renamed in all that use it.
    json params = json::parse(client.at(shared, "{see plans}", 6));
    params["newName"] = "wishes";
    client.apply(client.request("textDocument/rename", params.dump()));
    client.settle();
    CHECK_THAT(client.text(first), Catch::Contains("{#wishes}"));
    CHECK_THAT(client.text(second), Catch::Contains("{#wishes}"));
    CHECK_THAT(client.text(shared), Catch::Contains("{see wishes}"));
    CHECK(with_code(client, shared, "R102").empty());
    // What only a closed report found is taken back.
    client.replace(second, " {#wishes}", "");
    client.settle();
    CHECK(with_code(client, shared, "R102").size() == 1);
    client.notify("textDocument/didClose", client.document(second));
    client.settle();
    CHECK(with_code(client, shared, "R102").empty());
}

TEST_CASE("lsp: the words of a diagnostic survive JSON, whatever their bytes") {
    Sources sources;
    const FileId file = sources.add("a.stet", "some text\n");
    const editor::Places places{
        &sources, editor::Encoding::utf16, {"file:///a.stet"}, {editor::LineIndex(sources.text(file))}};
    Diagnostics diagnostics;
    Diagnostic& made = diagnostics.add({file, 5, 9}, diag::label_unknown, "x");
    made.message = "“a” \"b\" \\ \t\n\x01 \xFF\xC3 é😀";
    made.note("a note").with_help("a help").relate({file, 0, 4}, "its \"other\" side");
    const json said = json::parse(editor::to_json(made, places));
    CHECK(said["message"] == "“a” \"b\" \\ \t\n\x01 \uFFFD\uFFFD é😀\na note\na help");
    CHECK(said["range"]["start"] == json{{"line", 0}, {"character", 5}});
    CHECK(said["relatedInformation"][0]["message"] == "its \"other\" side");
    CHECK(said["relatedInformation"][0]["location"]["uri"] == "file:///a.stet");
    CHECK(said["code"] == "R102");
    CHECK(said["data"]["severity"] == "error");
    const std::vector<std::string> two{editor::to_json(made, places), editor::to_json(made, places)};
    CHECK(json::parse(editor::published("file:///a", 3, two))["diagnostics"].size() == 2);
    CHECK_FALSE(json::parse(editor::published("file:///a", std::nullopt, {})).contains("version"));
}

// What the language server answers about a small invented report.
#include <algorithm>
#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "compiler/editor/formatting.hpp"
#include "compiler/editor/hover.hpp"
#include "compiler/editor/typing.hpp"
#include "compiler/editor/uri.hpp"
#include "tests/lsp_client.hpp"

using nlohmann::json;
using namespace stet;
using test::LspClient;

namespace {

const std::string report = std::string(test::draft_folder) + "/report.stet";
const std::string moves = std::string(test::draft_folder) + "/moves.stet";

LspClient opened() {
    LspClient client(test::small_report());
    client.open(report);
    client.settle();
    return client;
}

std::string hover_at(LspClient& client, std::string_view words, std::size_t into) {
    const json answer = json::parse(client.request("textDocument/hover", client.at(report, words, into)));
    return answer.is_null() ? "" : answer["contents"]["value"].get<std::string>();
}

std::vector<std::string> labels(const json& items) {
    std::vector<std::string> out;
    for (const json& item : items) out.push_back(item.at("label").get<std::string>());
    return out;
}

std::vector<std::string> offers(LspClient& client, std::string_view words, std::size_t into) {
    return labels(
        json::parse(client.request("textDocument/completion", client.at(report, words, into)))["items"]);
}

bool has(const std::vector<std::string>& list, std::string_view wanted) {
    return std::find(list.begin(), list.end(), wanted) != list.end();
}

std::string actions_params(const LspClient& client, std::string_view words) {
    json params = json::parse(client.at(report, words));
    params["range"] = {{"start", params["position"]}, {"end", params["position"]}};
    params["context"] = {{"diagnostics", json::array()}};
    return params.dump();
}

json action_named(LspClient& client, std::string_view words, std::string_view title) {
    for (const json& action :
         json::parse(client.request("textDocument/codeAction", actions_params(client, words)))) {
        if (action["title"] == title) return action;
    }
    return nullptr;
}

}  // namespace

TEST_CASE("lsp: a broken grade shows both sides, and the clean report shows nothing of it") {
    LspClient client = opened();
    const auto with_code = [&](std::string_view code) {
        json found = json::array();
        for (const json& d : json::parse(client.diagnostics(report))) {
            if (d["code"] == code) found.push_back(d);
        }
        return found;
    };
    CHECK(with_code("G105").empty());
    client.replace(report, "protection: good", "protection: inadequate");
    client.settle();
    const json broken = with_code("G105");
    REQUIRE(broken.size() == 1);
    CHECK(broken[0]["severity"] == 1);
    CHECK(broken[0]["source"] == "stet");
    REQUIRE(broken[0].contains("relatedInformation"));
    CHECK(broken[0]["relatedInformation"][0]["location"]["uri"] == editor::uri_of(report));
    client.replace(report, "protection: inadequate", "protection: good");
    client.settle();
    CHECK(with_code("G105").empty());
}

TEST_CASE("lsp: hover says what names stand for") {
    LspClient client = opened();
    CHECK_THAT(hover_at(client, "{see partnership}", 6),
               Catch::Contains("paragraph 2") && Catch::Contains("Early Help Partnership"));
    CHECK_THAT(hover_at(client, "]{cla.near}", 3),
               Catch::Contains("244") && Catch::Contains("Lived within") && Catch::Contains("part of: cla"));
    CHECK_THAT(hover_at(client, "it.[^week]", 5), Catch::Contains("Note 1") && Catch::Contains("On Mondays"));
    CHECK_THAT(hover_at(client, "{judges care}", 9),
               Catch::Contains("requires improvement") && Catch::Contains("report.stet:"));
    CHECK_THAT(hover_at(client, "The FEHP offers", 5), Catch::Contains("Fenwick Early Help Partnership"));
    CHECK_THAT(hover_at(client, "\n3. Inspectors", 1), Catch::Contains("Paragraph **3**"));
    CHECK_THAT(hover_at(client, "244 (80%)", 5), Catch::Contains("checked") && Catch::Contains("80%"));
    CHECK(hover_at(client, "Inspectors read", 4).empty());
}

TEST_CASE("lsp: the first words of a page explain its diagnostic") {
    const std::string page =
        "# X101\n\nTwo grades differ.\n\nSo one is wrong, as here:\n\n```\n1. x\n```\n\n## How\n";
    CHECK(editor::page_summary(page) == "Two grades differ.");
    CHECK(editor::page_summary("# Only a title\n").empty());
    CHECK(editor::page_summary("").empty());
}

TEST_CASE("lsp: from a name to its declaration and to all its places, over files") {
    LspClient client = opened();
    const auto places = [&](std::string_view method, std::string_view words, std::size_t into,
                            bool declaration) {
        json params = json::parse(client.at(report, words, into));
        params["context"] = {{"includeDeclaration", declaration}};
        return json::parse(client.request(method, params.dump()));
    };
    const json because = places("textDocument/definition", "{because moves}", 10, true);
    REQUIRE(because.size() == 1);
    CHECK(because[0]["uri"] == editor::uri_of(moves));
    CHECK(places("textDocument/references", "{#partnership}", 3, true).size() == 3);
    CHECK(places("textDocument/references", "{#partnership}", 3, false).size() == 2);
    CHECK(places("textDocument/documentHighlight", "{#partnership}", 3, true).size() == 2);
    CHECK(places("textDocument/definition", "]{cla.near}", 4, true).size() == 1);
    CHECK(places("textDocument/references", "]{cla}", 3, true).size() ==
          3);  // its line, the base of another, the sentence
    CHECK(places("textDocument/definition", "it.[^week]", 5, true).size() == 1);
    CHECK(places("textDocument/definition", "{judges care}", 9, true).size() == 1);
    CHECK(places("textDocument/references", "The FEHP offers", 5, true).size() == 2);
    CHECK(places("textDocument/definition", "Inspectors read", 4, true).empty());
}

TEST_CASE("lsp: rename changes a label in every file, and refuses what will not do") {
    LspClient client = opened();
    const auto rename = [&](std::string_view words, std::size_t into, std::string_view name) {
        json params = json::parse(client.at(report, words, into));
        params["newName"] = name;
        return json::parse(client.request("textDocument/rename", params.dump()));
    };
    CHECK(rename("{#partnership}", 3, "two words").contains("error"));
    CHECK(rename("{#partnership}", 3, "moves").contains("error"));
    CHECK(rename("]{cla}", 3, "see").contains("error"));
    CHECK(rename("The FEHP offers", 5, "x").contains("error"));
    CHECK(json::parse(client.request("textDocument/prepareRename", client.at(report, "Inspectors read", 3)))
              .is_null());
    client.open(moves);
    const json edit = rename("{#partnership}", 3, "fehp");
    REQUIRE(edit["changes"].size() == 2);
    client.apply(edit.dump());
    client.settle();
    CHECK(client.text(moves).find("{see fehp}") != std::string::npos);
    CHECK(client.text(report).find("partnership}") == std::string::npos);
    for (const std::string& path : {report, moves}) {
        for (const json& d : json::parse(client.diagnostics(path))) CHECK(d["code"] != "R102");
    }
}

TEST_CASE("lsp: completion offers what fits the place") {
    LspClient client = opened();
    CHECK(has(offers(client, "{because moves}", 9), "moves"));
    CHECK(has(offers(client, "{see partnership}", 5), "partnership"));
    const auto asserted = offers(client, "]{cla}", 2);
    CHECK(has(asserted, "cla.near"));
    CHECK(has(asserted, "grade overall"));
    CHECK(has(offers(client, "{judges care}", 8), "leaders"));
    CHECK(has(offers(client, "it.[^week]", 5), "week"));
    CHECK(has(offers(client, "overall  good", 9), "inadequate"));
    CHECK(has(offers(client, "244 of cla,", 7), "cla"));
    CHECK(offers(client, "Inspectors read", 4).empty());
    client.replace(report, "@include", "@f");
    CHECK(has(offers(client, "@f", 2), "@facts"));
    client.replace(report, "published: 30 April 2019\n", "publ");
    CHECK(has(offers(client, "publ", 4), "published"));
}

TEST_CASE("lsp: what is typed is told by the letters before the cursor") {
    const auto typing = [](std::string_view text) {
        return editor::what_is_typed(text, static_cast<std::uint32_t>(text.size())).typing;
    };
    using editor::Typing;
    CHECK(typing("") == Typing::header_key);
    CHECK(typing("title: x\npub") == Typing::header_key);
    CHECK(typing("framework: ofs") == Typing::framework);
    CHECK(typing("title: x\n\nA {se") == Typing::brace);
    CHECK(typing("title: x\n\nA {see mo") == Typing::label);
    CHECK(typing("title: x\n\nA {because a, b") == Typing::label);
    CHECK(typing("title: x\n\nA [3]{c") == Typing::assertion);
    CHECK(typing("title: x\n\nA {grade care le") == Typing::judgement);
    CHECK(typing("title: x\n\nA {stet F1") == Typing::code);
    CHECK(typing("title: x\n\nA {stet F101: be") == Typing::prose);
    CHECK(typing("title: x\n\nA {see moves} b") == Typing::prose);
    CHECK(typing("title: x\n\nA \\{se") == Typing::prose);
    CHECK(typing("title: x\n\nA [^we") == Typing::note);
    CHECK(typing("title: x\n\n@ch") == Typing::directive);
    CHECK(typing("title: x\n\n## Su") == Typing::heading);
    CHECK(typing("title: x\n\n@judgements\n  car") == Typing::judgement_line);
    CHECK(typing("title: x\n\n@judgements\n  care leavers  go") == Typing::grade);
    CHECK(typing("title: x\n\n@judgements\n  care  good\n    A sta") == Typing::prose);
    CHECK(typing("title: x\n\n@facts \"A\"\n  b  160 of c") == Typing::fact_base);
    CHECK(typing("title: x\n\nAn open { brace\n\nand a new paragraph") == Typing::prose);
    CHECK(typing(std::string(100'000, '{') + "se") == Typing::brace);
}

TEST_CASE("lsp: fixes, renumbering and letting stand") {
    LspClient client = opened();
    client.replace(report, "\n3. Inspectors", "\n8. Inspectors");
    client.settle();
    const json renumber = action_named(client, "8. Inspectors", "Renumber from here");
    REQUIRE_FALSE(renumber.is_null());
    client.apply(renumber["edit"].dump());
    client.settle();
    CHECK(client.text(report).find("\n3. Inspectors") != std::string::npos);
    CHECK(action_named(client, "3. Inspectors", "Renumber from here").is_null());

    client.replace(report, "Families are", "Families  are");
    client.replace(report, "See {see partnership}.", "See {see partnershp}.");
    client.settle();
    const json actions =
        json::parse(client.request("textDocument/codeAction", actions_params(client, "partnershp")));
    const auto fix = std::find_if(actions.begin(), actions.end(), [](const json& a) {
        return a["kind"] == "quickfix" && a.contains("isPreferred");
    });
    REQUIRE(fix != actions.end());
    client.apply((*fix)["edit"].dump());
    client.settle();
    CHECK(client.text(report).find("{see partnership}.") != std::string::npos);
}

TEST_CASE("lsp: letting a diagnostic stand silences it, and the reason is asked for") {
    LspClient client = opened();
    client.replace(report, "Most were clear.", "Most were were clear.");
    client.settle();
    const json stand = action_named(client, "were were", "Let W301 stand here");
    REQUIRE_FALSE(stand.is_null());
    client.apply(stand["edit"].dump());
    client.settle();
    CHECK(client.text(report).find("{stet W301: give the reason here}") != std::string::npos);
    for (const json& d : json::parse(client.diagnostics(report))) CHECK(d["code"] != "W301");
}

TEST_CASE("lsp: outline, folds, links, lenses, tokens and selections") {
    LspClient client = opened();
    const std::string document = client.document(report);
    const json symbols = json::parse(client.request("textDocument/documentSymbol", document));
    const auto names = [](const json& list) {
        std::vector<std::string> out;
        for (const json& s : list) out.push_back(s["name"].get<std::string>());
        return out;
    };
    CHECK(has(names(symbols), "What needs to improve"));
    const auto section = std::find_if(symbols.begin(), symbols.end(),
                                      [](const json& s) { return s["name"] == "What needs to improve"; });
    CHECK((*section)["children"][0]["name"].get<std::string>().rfind("1. The number of moves", 0) == 0);

    const json folds = json::parse(client.request("textDocument/foldingRange", document));
    CHECK(std::any_of(folds.begin(), folds.end(), [](const json& f) { return f["startLine"] == 0; }));
    CHECK(
        std::all_of(folds.begin(), folds.end(), [](const json& f) { return f["startLine"] < f["endLine"]; }));

    const json links = json::parse(client.request("textDocument/documentLink", document));
    REQUIRE(links.size() == 1);
    CHECK(links[0]["target"] == editor::uri_of(moves));

    const json lenses = json::parse(client.request("textDocument/codeLens", document));
    REQUIRE_FALSE(lenses.empty());
    CHECK_THAT(lenses[0]["command"]["title"].get<std::string>(), Catch::Contains(" figures checked"));

    const json tokens = json::parse(client.request("textDocument/semanticTokens/full", document))["data"];
    REQUIRE(tokens.size() % 5 == 0);
    REQUIRE(tokens.size() > 100);
    for (std::size_t i = 0; i < tokens.size(); i += 5) {
        CHECK(tokens[i + 2] > 0);
        CHECK((tokens[i] > 0 || tokens[i + 1] > 0 || i == 0));
    }

    json params = json::parse(client.at(report, "partnership}.", 3));
    params["positions"] = json::array({params["position"]});
    json chain = json::parse(client.request("textDocument/selectionRange", params.dump())).at(0);
    std::size_t length = 0;
    for (; !chain.is_null(); chain = chain.contains("parent") ? json(chain["parent"]) : json()) ++length;
    CHECK(length >= 4);
}

TEST_CASE("lsp: line edits make the one text of the other") {
    const auto check = [](std::string before, const std::string& after, std::size_t most) {
        const auto edits = editor::line_edits(0, before, after);
        CHECK(edits.size() <= most);
        for (auto edit = edits.rbegin(); edit != edits.rend(); ++edit) {
            before.replace(edit->span.begin, edit->span.size(), edit->replacement);
        }
        CHECK(before == after);
    };
    check("", "", 0);
    check("a\nb\nc\n", "a\nb\nc\n", 0);
    check("a\nb\nc\nd\ne\n", "a\nB\nc\nd\nE\n", 2);
    check("a\nb\nc\n", "", 1);
    check("", "a\nb", 1);
    check("a\nb\nc\nd\n", "a\nnew\nnew\nb\nc\nd\n", 1);
    std::string numbers;
    for (int i = 0; i < 2000; ++i) numbers += std::to_string(i) + "\n";
    check(numbers, "first\n" + numbers + "last", 2);
}

TEST_CASE("lsp: formatting leaves a text that needs no formatting") {
    LspClient client = opened();
    client.replace(report, "4. At 31 March", "4.   At 31 March");
    const json edits = json::parse(client.request("textDocument/formatting", client.document(report)));
    client.apply(json{{"changes", {{editor::uri_of(report), edits}}}}.dump());
    CHECK(json::parse(client.request("textDocument/formatting", client.document(report))).empty());
}

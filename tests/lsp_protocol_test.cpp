// The life of a session, and clients that do not keep to the protocol.
#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>
#include <random>

#include "tests/lsp_client.hpp"

using nlohmann::json;
using namespace stet;
using editor::Session;

namespace {

/// What the session says to these contents.
std::vector<json> say(Session& session, const std::vector<std::string>& contents) {
    for (const std::string& content : contents) session.receive(content);
    while (session.step()) {
    }
    std::vector<json> out;
    for (const std::string& content : session.take_output()) out.push_back(json::parse(content));
    return out;
}

int error_code(const json& message) {
    return message.at("error").at("code").get<int>();
}

std::string initialize(int id = 1) {
    return json{{"jsonrpc", "2.0"},
                {"id", id},
                {"method", "initialize"},
                {"params", {{"capabilities", json::object()}}}}
        .dump();
}

Session fresh() {
    return Session(test::memory_machine({}));
}

Session running() {
    Session session = fresh();
    say(session, {initialize()});
    return session;
}

}  // namespace

TEST_CASE("protocol: nothing but initialize comes first") {
    Session session = fresh();
    const auto answers =
        say(session, {R"({"jsonrpc":"2.0","id":7,"method":"textDocument/hover","params":{}})",
                      R"({"jsonrpc":"2.0","id":"a","method":"no/such"})",
                      R"({"jsonrpc":"2.0","method":"textDocument/didOpen","params":{}})"});
    REQUIRE(answers.size() == 2);
    CHECK(error_code(answers[0]) == -32002);
    CHECK(answers[0]["id"] == 7);
    CHECK(error_code(answers[1]) == -32002);
    CHECK(answers[1]["id"] == "a");
    const auto first = say(session, {initialize()});
    REQUIRE(first.size() == 1);
    CHECK(first[0]["result"]["serverInfo"]["name"] == "stet");
    CHECK(error_code(say(session, {initialize(2)}).at(0)) == -32600);
}

TEST_CASE("protocol: the client chooses how columns are counted") {
    const auto chosen = [](const json& encodings) {
        Session session = fresh();
        const json params = {{"capabilities", {{"general", {{"positionEncodings", encodings}}}}}};
        return say(session,
                   {json{{"jsonrpc", "2.0"}, {"id", 1}, {"method", "initialize"}, {"params", params}}.dump()})
            .at(0)["result"]["capabilities"]["positionEncoding"];
    };
    CHECK(chosen({"utf-32", "utf-8", "utf-16"}) == "utf-8");
    CHECK(chosen(json::array({"utf-16"})) == "utf-16");
    CHECK(chosen(json::array()) == "utf-16");
    CHECK(chosen("utf-8") == "utf-16");
}

TEST_CASE("protocol: after shutdown only exit is heard") {
    Session session = running();
    CHECK(say(session, {R"({"jsonrpc":"2.0","id":2,"method":"shutdown"})"}).at(0)["result"].is_null());
    CHECK(error_code(say(session, {R"({"jsonrpc":"2.0","id":3,"method":"textDocument/hover","params":{}})"})
                         .at(0)) == -32600);
    CHECK_FALSE(session.exit_status());
    CHECK(say(session, {R"({"jsonrpc":"2.0","method":"exit"})"}).empty());
    CHECK(session.exit_status() == 0);
}

TEST_CASE("protocol: exit without shutdown") {
    Session session = running();
    say(session, {R"({"jsonrpc":"2.0","method":"exit"})"});
    CHECK(session.exit_status() == 1);
}

TEST_CASE("protocol: content that is no message") {
    Session session = running();
    const auto code = [&](const std::string& content) { return error_code(say(session, {content}).at(0)); };
    CHECK(code("{") == -32700);
    CHECK(code("") == -32700);
    CHECK(code("\xFF") == -32700);
    CHECK(code(R"({"jsonrpc":"2.0","id":1,"method":"x"} {})") == -32700);
    CHECK(code("[]") == -32600);
    CHECK(code("17") == -32600);
    CHECK(code("{}") == -32600);
    CHECK(code(R"({"jsonrpc":"1.0","id":1,"method":"shutdown"})") == -32600);
    CHECK(code(R"({"jsonrpc":"2.0","id":1})") == -32600);
    CHECK(code(R"({"jsonrpc":"2.0","id":1,"method":5})") == -32600);
    CHECK(code(R"({"jsonrpc":"2.0","id":1.5,"method":"shutdown"})") == -32600);
    CHECK(code(R"({"jsonrpc":"2.0","id":[],"method":"shutdown"})") == -32600);
    CHECK(code(std::string(100'000, '[')) == -32700);
    CHECK(code(R"({"jsonrpc":"2.0","id":1,"params":)" + std::string(50'000, '[') + std::string(50'000, ']') +
               "}") == -32600);
    CHECK(say(session, {R"({"jsonrpc":"2.0","id":1,"result":null})",
                        R"({"jsonrpc":"2.0","id":9,"error":{"code":1,"message":""}})"})
              .empty());
}

TEST_CASE("protocol: unknown methods and wrong parameters") {
    Session session = running();
    const auto code = [&](const std::string& method, const json& params) {
        return error_code(
            say(session, {json{{"jsonrpc", "2.0"}, {"id", 1}, {"method", method}, {"params", params}}.dump()})
                .at(0));
    };
    CHECK(code("textDocument/implementation", json::object()) == -32601);
    CHECK(code("$/unknown", json::object()) == -32601);
    const json document = {{"uri", "file:///a.stet"}};
    CHECK(code("textDocument/hover", json::array()) == -32602);
    CHECK(code("textDocument/hover", {{"textDocument", document}}) == -32602);
    CHECK(code("textDocument/hover",
               {{"textDocument", document}, {"position", {{"line", -1}, {"character", 0}}}}) == -32602);
    CHECK(code("textDocument/hover",
               {{"textDocument", document}, {"position", {{"line", 1e9}, {"character", 0}}}}) == -32602);
    CHECK(code("textDocument/hover",
               {{"textDocument", document}, {"position", {{"line", 0}, {"character", 0}}}}) == -32602);
    CHECK(code("textDocument/selectionRange", {{"textDocument", document}, {"positions", 5}}) == -32602);
    CHECK(say(session, {R"({"jsonrpc":"2.0","method":"no/such"})",
                        R"({"jsonrpc":"2.0","method":"$/setTrace","params":{}})",
                        R"({"jsonrpc":"2.0","method":"textDocument/didChange","params":[]})"})
              .empty());
}

TEST_CASE("protocol: a cancelled request is answered so, the others as ever") {
    Session session = running();
    const auto hover = [](int id) {
        return json{
            {"jsonrpc", "2.0"},
            {"id", id},
            {"method", "textDocument/hover"},
            {"params",
             {{"textDocument", {{"uri", "untitled:a"}}}, {"position", {{"line", 0}, {"character", 0}}}}}}
            .dump();
    };
    const std::string open =
        R"({"jsonrpc":"2.0","method":"textDocument/didOpen","params":{"textDocument":{"uri":"untitled:a","version":1,"text":"x"}}})";
    const auto answers = say(session, {open, hover(1), hover(2), hover(3),
                                       R"({"jsonrpc":"2.0","method":"$/cancelRequest","params":{"id":2}})",
                                       R"({"jsonrpc":"2.0","method":"$/cancelRequest","params":{"id":77}})"});
    std::map<int, json> by_id;
    for (const json& answer : answers) {
        if (answer.contains("id")) by_id[answer["id"].get<int>()] = answer;
    }
    REQUIRE(by_id.size() == 3);
    CHECK(error_code(by_id[2]) == -32800);
    CHECK(say(session, {R"({"jsonrpc":"2.0","id":5,"result":null})",
                        R"({"jsonrpc":"2.0","method":"$/cancelRequest","params":{"id":5}})"})
              .empty());
    CHECK(by_id[1].contains("result"));
    CHECK(by_id[3].contains("result"));
}

TEST_CASE("protocol: documents that are closed, unknown or open twice") {
    test::LspClient client(test::small_report());
    const std::string path = std::string(test::draft_folder) + "/report.stet";
    client.open(path);
    client.open(path, "framework: ofsted-ilacs\n\nText.\n");
    CHECK(client.text(path) == "framework: ofsted-ilacs\n\nText.\n");
    client.notify("textDocument/didClose", client.document(path));
    client.notify("textDocument/didClose", R"({"textDocument":{"uri":"file:///nowhere.stet"}})");
    client.notify(
        "textDocument/didChange",
        R"({"textDocument":{"uri":"file:///nowhere.stet","version":2},"contentChanges":[{"text":"x"}]})");
    client.settle(true);
    CHECK(client.session.workspace().drafts().empty());
    CHECK(json::parse(client.diagnostics(path)).empty());
}

TEST_CASE("protocol: random messages end in answers") {
    std::mt19937 random(3);
    const std::vector<std::string> methods{"initialize",
                                           "initialized",
                                           "shutdown",
                                           "textDocument/didOpen",
                                           "textDocument/didChange",
                                           "textDocument/didClose",
                                           "textDocument/hover",
                                           "textDocument/completion",
                                           "textDocument/rename",
                                           "textDocument/codeAction",
                                           "textDocument/formatting",
                                           "textDocument/selectionRange",
                                           "textDocument/semanticTokens/full",
                                           "textDocument/codeLens",
                                           "$/cancelRequest",
                                           "no/such"};
    const auto any_json = [&]() -> json {
        switch (random() % 8) {
            case 0:
                return nullptr;
            case 1:
                return static_cast<int>(random() % 200) - 5;
            case 2:
                return "file:///drafts/fenwick/report.stet";
            case 3:
                return json::array({1, "x", nullptr});
            case 4:
                return json{{"line", random() % 60}, {"character", random() % 90}};
            case 5:
                return json{{"uri", "file:///drafts/fenwick/report.stet"},
                            {"version", 3},
                            {"text", "# {#a}\n\n1. [5]{x}\n"}};
            case 6:
                return json{{"start", {{"line", random() % 40}, {"character", 0}}},
                            {"end", {{"line", random() % 40}, {"character", 9}}}};
            default:
                return true;
        }
    };
    Session session(test::memory_machine(test::small_report()));
    say(session, {initialize()});
    for (int round = 0; round < 3000; ++round) {
        const std::string& method = methods[random() % (methods.size() - (round % 50 == 0 ? 0 : 3))];
        if (method == "shutdown") continue;
        json params = json::object();
        for (const char* name :
             {"textDocument", "position", "range", "positions", "newName", "context", "contentChanges"}) {
            if (random() % 3 != 0) params[name] = any_json();
        }
        if (random() % 4 == 0)
            params["textDocument"] = {{"uri", "file:///drafts/fenwick/report.stet"},
                                      {"version", round},
                                      {"text", "1. A {see b}\n"}};
        json message = {{"jsonrpc", "2.0"}, {"method", method}, {"params", params}};
        const bool asks = random() % 2 == 0;
        if (asks) message["id"] = round;
        const auto answers = say(session, {message.dump()});
        if (asks && method != "$/cancelRequest") {
            REQUIRE(std::count_if(answers.begin(), answers.end(),
                                  [&](const json& a) { return a.contains("id") && a["id"] == round; }) == 1);
        }
        while (session.behind()) session.analyse_next();
    }
}

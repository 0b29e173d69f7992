// Running texts: kinds, parents, marks and the way back to the source.
#include "grammar/read.hpp"

#include <catch2/catch.hpp>

#include "compiler/base/utf8.hpp"
#include "grammar/parse.hpp"

using namespace stet;
using prose::MarkKind;
using prose::RunKind;

namespace {

struct Read {
    explicit Read(std::string text) {
        const FileId file = sources.add("report.stet", std::move(text));
        document = grammar::parse(file, sources, diagnostics);
        runs = grammar::read_runs(document, sources);
    }
    /// What stands in the source for some words of a run.
    [[nodiscard]] std::string back(std::size_t run, std::string_view words) const {
        const std::size_t at = runs.at(run).text.find(words);
        REQUIRE(at != std::string::npos);
        return std::string(sources.text(
            runs[run].source(static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + words.size()))));
    }
    Sources sources;
    Diagnostics diagnostics;
    ast::Document document;
    std::vector<prose::Run> runs;
};

}  // namespace

TEST_CASE("wrapped lines become one line, and lead back") {
    const Read read("- At 31 March\n  2013, _many_  // really\n  children\\\n  moved.\n");
    REQUIRE(read.runs.size() == 1);
    CHECK(read.runs[0].text == "At 31 March 2013, many children\nmoved.");
    CHECK(read.runs[0].kind == RunKind::bullet);
    CHECK(read.runs[0].depth == 1);
    CHECK(read.back(0, "31 March 2013") == "31 March\n  2013");
    CHECK(read.back(0, "many") == "many");
    CHECK(read.back(0, "many children") == "many_  // really\n  children");
    CHECK(read.back(0, "moved") == "moved");
}

TEST_CASE("every byte of a run leads to its byte in the source") {
    const Read read(
        "1. A \\*b\\_ [305 (52%)]{cla}, “café” [x](http://a) *s*[^n] {note hm}\n   and\twrapped {cla.near} "
        "end.\n");
    const prose::Run& run = read.runs.at(0);
    CHECK(run.text == "A *b_ 305 (52%), “café” x s and wrapped \xEF\xBF\xBC end.");
    for (std::uint32_t at = 0; at < run.text.size(); ++at) {
        const Span span = run.source(at, at + 1);
        const std::string_view source = read.sources.text(span);
        INFO(at);
        REQUIRE_FALSE(source.empty());
        if (run.text[at] == ' ')
            CHECK(source.find_first_not_of(" \t\r\n") == std::string_view::npos);
        else if (static_cast<unsigned char>(run.text[at]) == 0xEF || source.front() == '{')
            CHECK(source == "{cla.near}");
        else
            CHECK(source == run.text.substr(at, 1));
    }
}

TEST_CASE("marks cover the words that they speak of") {
    const Read read(
        "_a_ *b* [c](url) d[^n] {cla} {see x} [e]{see y} {grade g} [f]{cla} [g]{grade g} [h]{note n} i "
        "{evidence E} j\n");
    const prose::Run& run = read.runs.at(0);
    std::string shown;
    for (const prose::Mark& mark : run.marks) {
        shown += std::to_string(static_cast<int>(mark.kind)) + ":" +
                 std::string(run.words(mark.begin, mark.end)) + ":" + std::string(mark.argument) + " ";
    }
    const std::string object = "\xEF\xBF\xBC";
    const auto number = [](MarkKind kind) { return std::to_string(static_cast<int>(kind)) + ":"; };
    CHECK(shown == number(MarkKind::emphasis) + "a: " + number(MarkKind::strong) +
                       "b: " + number(MarkKind::link) + "c:url " + number(MarkKind::note_mark) + ":n " +
                       number(MarkKind::fact_insert) + object + ":cla " + number(MarkKind::see) + object +
                       ":x " + number(MarkKind::see) + "e:y " + number(MarkKind::grade_insert) + object +
                       ":g " + number(MarkKind::assertion) + "f:cla " + number(MarkKind::grade_assertion) +
                       "g:g " + number(MarkKind::private_note) + "h:n " + number(MarkKind::evidence) + ":E ");
    CHECK(run.text.ends_with("g h i j"));
}

TEST_CASE("each running text has its run, kind and parent") {
    const Read read(
        "title: T\n\n@judgements\n  overall  good\n    S\n\n# H\n\n1. P\n\n   - B\n     - C\n\n     D\n\n> "
        "Q\n\n"
        "Table: X\n| h |\n|---|\n| c |\n\n[^n]: N\n\n    M\n\n@box \"V\"\n  W\n\n@contents\n  E\n");
    std::string shown;
    for (const prose::Run& run : read.runs) {
        shown += run.text + std::to_string(static_cast<int>(run.kind)) + "/" + std::to_string(run.depth) +
                 "/" + std::to_string(run.parent) + " ";
    }
    const auto kind = [](RunKind k) { return std::to_string(static_cast<int>(k)); };
    CHECK(shown == "T" + kind(RunKind::header) + "/0/-1 S" + kind(RunKind::statement) + "/0/-1 H" +
                       kind(RunKind::heading) + "/0/-1 P" + kind(RunKind::paragraph) + "/0/-1 B" +
                       kind(RunKind::bullet) + "/1/3 C" + kind(RunKind::bullet) + "/2/4 D" +
                       kind(RunKind::bullet) + "/1/4 Q" + kind(RunKind::quote) + "/0/-1 X" +
                       kind(RunKind::caption) + "/0/-1 h" + kind(RunKind::table_head) + "/0/-1 c" +
                       kind(RunKind::cell) + "/0/-1 N" + kind(RunKind::footnote) + "/0/-1 M" +
                       kind(RunKind::footnote) + "/0/11 V" + kind(RunKind::box_title) + "/0/-1 W" +
                       kind(RunKind::paragraph) + "/0/-1 E" + kind(RunKind::contents) + "/0/-1 ");
    for (std::size_t i = 0; i < read.runs.size(); ++i) CHECK(read.runs[i].id == i);
}

TEST_CASE("bytes that no text may hold are replaced") {
    const Read read(
        std::string("A\xFF"
                    "B\x01"
                    "C\0D\xC3\n",
                    9));
    CHECK(read.runs.at(0).text ==
          "A\xEF\xBF\xBD"
          "B\xEF\xBF\xBD"
          "C\xEF\xBF\xBD"
          "D\xEF\xBF\xBD");
    CHECK(read.back(0, "B") == "B");
    CHECK(read.runs[0].source(1, 4) == Span{0, 1, 2});
}

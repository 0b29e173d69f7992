// The formatter: canonical form, kept words and comments, the same form again, renumbering.
#include "grammar/format.hpp"

#include <array>
#include <catch2/catch.hpp>
#include <filesystem>
#include <random>

#include "grammar/format_parts.hpp"
#include "grammar/parse.hpp"
#include "tests/support.hpp"

using namespace stet;

namespace {

std::string formatted(const std::string& text, bool renumber = false) {
    Sources sources;
    Diagnostics diagnostics;
    const FileId file = sources.add("report.stet", text);
    return grammar::format(grammar::parse(file, sources, diagnostics), sources, {renumber});
}

/// Lays a text out without the check that format() makes, and makes the check here.
void check_layout(const std::string& text) {
    Sources sources;
    Diagnostics diagnostics;
    const FileId first = sources.add("first", text);
    const ast::Document before = grammar::parse(first, sources, diagnostics);
    const std::string once = grammar::lay_out(before, sources, {});
    const FileId second = sources.add("second", once);
    const ast::Document after = grammar::parse(second, sources, diagnostics);
    INFO(text);
    CHECK(grammar::essence(after, true) == grammar::essence(before, true));
    CHECK(grammar::lay_out(after, sources, {}) == once);
}

}  // namespace

TEST_CASE("indents, blank lines, markers and columns are put in order") {
    CHECK(formatted("title:   Inspection  // draft\n   of services\n\n\n\n# Findings\n1. Children do well.\n "
                    "They learn.\n2.   Staff\n"
                    "  listen:\n    -   one\n         - two\n    - three\n\n\n// About homes.\n@facts "
                    "\"Homes\"\n    a  1\n    long.name 2, at 1 May 2020\n"
                    "    sum   =a + long.name\n@note for QA: why?\n      And how?\n") ==
          "title: Inspection  // draft\n       of services\n\n# Findings\n\n1. Children do well.\n    They "
          "learn.\n\n2. Staff\n"
          "    listen:\n    - one\n      - two\n    - three\n\n// About homes.\n@facts \"Homes\"\n  a        "
          "  1\n  long.name  2, at 1 May 2020\n"
          "  sum        = a + long.name\n\n@note for QA: why?\n  And how?\n");
}

TEST_CASE("tables are aligned by their columns") {
    CHECK(formatted("Table:  Homes {#t}\n|Place|Children|Share|\n|---|--:|:-:|\n|Foster||72%|\n| Café | 5 | "
                    "^^ |  // checked\n") ==
          "Table: Homes {#t}\n"
          "| Place | Children | Share |\n"
          "|-------|---------:|:-----:|\n"
          "| Foster          ||  72%  |\n"
          "| Café  |        5 |  ^^   |  // checked\n");
}

TEST_CASE("columns of judgements") {
    CHECK(formatted("@judgements\n overall   good\n     Children do well.\n care leavers  not judged\n") ==
          "@judgements\n  overall       good\n    Children do well.\n  care leavers  not judged\n");
}

TEST_CASE("comments keep their places and prose its lines") {
    const std::string text = "// First.\ntitle: A  // second\n\nOne\n// third\ntwo.  // fourth\n\n// fifth\n";
    CHECK(formatted(text) == text);
    CHECK(formatted("") == "");
    CHECK(formatted("\xEF\xBB\xBFOne.\r\n\r\n\r\nTwo.") == "One.\n\nTwo.\n");
}

TEST_CASE("renumbering counts on within each run") {
    CHECK(formatted("3. a\n\n3. b\n\n#. c\n\n9. d\n\n@restart 20\n\n1. e\n\n2. f\n\n@restart\n\n5. g\n\n# "
                    "Part\n\n1. h\n\n# Part\n\n9. i\n",
                    true) ==
          "3. a\n\n4. b\n\n#. c\n\n6. d\n\n@restart 20\n\n20. e\n\n21. f\n\n@restart\n\n1. g\n\n# Part\n\n1. "
          "h\n\n# Part\n\n2. i\n");
    CHECK(formatted("1.1 A\n\n1.3 B\n\n2.1 C\n\n2.5. D\n", true) == "1.1 A\n\n1.2 B\n\n2.1 C\n\n2.2. D\n");
    CHECK(formatted("1. a\n\n3. b\n") == "1. a\n\n3. b\n");
}

TEST_CASE("the samples and frameworks are laid out without loss") {
    for (const char* folder : {"/samples", "/frameworks"}) {
        if (!std::filesystem::exists(test::root_dir() + folder)) continue;
        for (const auto& entry : std::filesystem::recursive_directory_iterator(test::root_dir() + folder)) {
            if (entry.path().extension() == ".stet") check_layout(test::slurp(entry.path().string()));
        }
    }
}

TEST_CASE("lines in any order are laid out without loss") {
    constexpr std::array<std::string_view, 77> lines{"# H",
                                                     "## H {#a}",
                                                     "1. One",
                                                     "2. Two",
                                                     "3. x",
                                                     "#. auto",
                                                     "1.1 Abc",
                                                     "- b",
                                                     "- c",
                                                     "- d",
                                                     "(a) x",
                                                     "(b) y",
                                                     "(i) z",
                                                     "> q",
                                                     "> - qb",
                                                     "> > qq",
                                                     ">",
                                                     "| a | b |",
                                                     "|---|--:|",
                                                     "|| c |",
                                                     "| ^^ | é |",
                                                     "|",
                                                     "Table: T {#t}",
                                                     "Table:",
                                                     "[^n]: note",
                                                     "[^m]:",
                                                     "more",
                                                     "text _e_ *s*",
                                                     "{cla} [1]{x}",
                                                     "// comment",
                                                     "text  // tail",
                                                     "",
                                                     "",
                                                     "",
                                                     "",
                                                     "@box \"B\"",
                                                     "@box",
                                                     "@facts \"F\", source \"s\",",
                                                     "@facts",
                                                     "a  1, at 2",
                                                     "bcd = a",
                                                     "@judgements",
                                                     "overall  good",
                                                     "Statement {stet X: y}",
                                                     "because: z",
                                                     "@note for Q: w",
                                                     "@note",
                                                     "@chart bars \"t\", of a,",
                                                     "@include \"x\"",
                                                     "@restart 4",
                                                     "@restart",
                                                     "@appendix \"A\"",
                                                     "@contents",
                                                     "@foo bar",
                                                     "\tTab",
                                                     "title: x",
                                                     "cont",
                                                     "{note a",
                                                     "b}",
                                                     "**x**",
                                                     "\\",
                                                     "w\\",
                                                     "-",
                                                     "1.",
                                                     "• p",
                                                     "See:",
                                                     "\\- x",
                                                     "odd",
                                                     "> // c",
                                                     "-  // c",
                                                     "1. x  // c",
                                                     "@box \"B\"  // c",
                                                     "title:  // c",
                                                     "| a |  // c",
                                                     "#",
                                                     "# // c",
                                                     "[^a]:  // c"};
    std::mt19937 random(7);  // NOLINT(cert-msc51-cpp): the same lines in every run
    for (int round = 0; round < 3000; ++round) {
        std::string text;
        for (std::size_t n = random() % 16; n > 0; --n) {
            constexpr std::array<std::size_t, 8> indents{0, 0, 0, 2, 3, 4, 6, 1};
            text.append(indents[random() % indents.size()], ' ') += lines[random() % lines.size()];
            text += random() % 20 == 0 ? "\r\n" : "\n";
        }
        check_layout(text);
    }
}

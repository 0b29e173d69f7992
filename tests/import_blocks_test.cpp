// The importer on running text: furniture, numbers, bullets, headings, joins, notes, tables and escapes.
#include <catch2/catch.hpp>

#include "tests/import_support.hpp"

namespace stet::test {

namespace {

/// A page of prose that is like no other page.
std::string page_of(std::size_t number) {
    const std::string name = "Quay " + std::string(1, static_cast<char>('A' + number));
    return name + " was built first.\n" + prose + "It is called " + name + " by all who work there.\n";
}

}  // namespace

TEST_CASE("import leaves out page numbers and running heads and says where they were", "[import]") {
    std::string text;
    for (std::size_t page = 1; page <= 5; ++page) {
        text += "Inspection report: Marlow Vale\n\n" + page_of(page) + "\n" + std::to_string(page) + "\n\n\f";
    }
    const auto result = import_whole(text);
    std::size_t numbers = 0, heads = 0;
    for (const auto& left : result.left_out) {
        numbers += left.kind == import::LeftOut::page_number ? 1U : 0U;
        heads += left.kind == import::LeftOut::running_head ? 1U : 0U;
    }
    CHECK(numbers == 5);
    CHECK(heads == 4);  // the first page's is the cover's
    CHECK(result.left_out.front().words == "1");
    CHECK(result.left_out.front().line == 10);
}

TEST_CASE("a title that recurs far apart is no running head", "[import]") {
    std::string text = prose + "\f";
    for (std::size_t page = 0; page < 12; ++page)
        text += (page % 4 == 0 ? "The port\n\n" : "") + page_of(page) + "\f";
    const auto result = import_whole(text);
    CHECK(count_blocks(result.source).headings == 3);
}

TEST_CASE("import joins what a page's end and a note divide", "[import]") {
    const auto result = import_whole(
        "Summary of findings\n\n1.\n\nThe harbour has nine lamps1 on the quay, and the crews who come in at\n"
        "night say that they can see the steps from the water and that this\n\n1\n\nLamps of the old kind "
        "only.\n\n7\n\n\f"
        "makes them feel safe.\n2.\n\nThe crane is old.\n\n8\n\n\f");
    CHECK(line_with(result.source, "1. ") ==
          "1. The harbour has nine lamps[^1] on the quay, and the crews who come in at night say that they "
          "can see the steps "
          "from the water and that this makes them feel safe.");
    CHECK(has_line(result.source, "2. The crane is old."));
    CHECK(has_line(result.source, "[^1]: Lamps of the old kind only."));
}

TEST_CASE("import finds a note whose number comes after its words", "[import]") {
    const auto result = import_whole(prose +
                                     "Information about the port2 is given here for the first time, and "
                                     "in\nfull.\n\nThe board has seen this "
                                     "section.\n2\n\n5\n\f" +
                                     prose + "6\n\f" + prose + "7\n\f");
    CHECK(has_line(result.source, "[^2]: The board has seen this section."));
    CHECK(result.source.find("about the port[^2] is given") != std::string::npos);
}

TEST_CASE("import takes raised marks and leaves units and glued names alone", "[import]") {
    const auto result = import_whole(
        "Summary of findings\n\nThe basin¹ covers 40 m² and lies by berth M1.\n\n¹ Built long ago.\n\nIts "
        "wall is high.\n");
    CHECK(has_line(result.source, "The basin[^1] covers 40 m² and lies by berth M1."));
    CHECK(has_line(result.source, "[^1]: Built long ago."));
    CHECK(has_line(result.source, "Its wall is high."));
}

TEST_CASE("a number in wrapped prose numbers no paragraph", "[import]") {
    const auto result = import_whole(
        "Summary of findings\n1. The harbour took in more crews than ever before in the summer of\n"
        "2014. 32 of them stayed the winter because the ice had closed the way\n"
        "home, at a rate of\n5.1 for each of the inns in the town that had rooms to let to them.\n"
        "2. The inns were full.\n");
    CHECK(count_blocks(result.source).numbered == 2);
    CHECK(result.source.find("summer of 2014. 32 of them") != std::string::npos);
}

TEST_CASE("import keeps the numbers as written, also within sections", "[import]") {
    const auto dotted = import_whole(
        "Summary of findings\n\n1.1\n\nThe first of all.\n\n1.2 The second, which is "
        "longer.\n\nSafety\n\n2.1 A new section.\n");
    CHECK(has_line(dotted.source, "1.1 The first of all."));
    CHECK(has_line(dotted.source, "1.2 The second, which is longer."));
    CHECK(has_line(dotted.source, "2.1 A new section."));
    const auto both = import_whole(
        "Summary of findings\n1.\n\nA concern.\n\n2.\n\nA second one, with a figure of\n1.1 for each "
        "crew.\n\n"
        "Safety\n\n1.1\n\nThe quays are safe, which took about\n1.2 hours a day of work.\n\n1.2\n\nThe lamps "
        "are lit.\n");
    CHECK(has_line(both.source, "2. A second one, with a figure of 1.1 for each crew."));
    CHECK(has_line(both.source, "1.1 The quays are safe, which took about 1.2 hours a day of work."));
    CHECK(has_line(both.source, "1.2 The lamps are lit."));
    const auto bracketed =
        import_whole("Summary of findings\n\n1) The first.\n\n2) The second.\n\n4) The fourth.\n");
    CHECK(has_line(bracketed.source, "4. The fourth."));
    const auto strengths =
        import_whole("Summary of findings\n\n31. 79% of crews are fed.\n\n32. All are paid.\n");
    CHECK(has_line(strengths.source, "31. 79% of crews are fed."));
}

TEST_CASE("import nests bullets by their glyphs", "[import]") {
    const auto result = import_whole(
        "Summary of findings\n\uf06e Of the boats in the harbour:\n\uf02d four are new\n\uf02d nine are old "
        "and must be "
        "painted.\n\uf06e The crane is sound.\n\nAreas for improvement\n\u2022 Paint the boats.\no The old "
        "ones first.\n");
    CHECK(result.source.find(
              "- Of the boats in the harbour:\n  - four are new\n  - nine are old and must be painted.\n"
              "- The crane is sound.\n") != std::string::npos);
    CHECK(result.source.find("- Paint the boats.\n  - The old ones first.\n") != std::string::npos);
}

TEST_CASE("a glyph that was seen at the first level nests below a bullet that ends with a colon",
          "[import]") {
    const auto result = import_whole(
        "Areas for improvement\n1. Draw up a plan with\n\uf02d dates\n\uf02d names.\n2. Read "
        "it.\n\nSafety\n\uf06e The boats are:\n"
        "\uf02d four new ones\n\uf02d nine old ones.\n\uf06e The crane is sound.\n");
    CHECK(result.source.find("- The boats are:\n  - four new ones\n  - nine old ones.\n- The crane") !=
          std::string::npos);
}

TEST_CASE("bullets inside a numbered paragraph stay in it", "[import]") {
    const auto result = import_whole(
        "Areas for improvement\n1.\n\nDraw up a plan; this to include\n\uf0b7 dates\n\uf0b7 names of those "
        "who do the work.\n\n"
        "2.\n\nRead it.\n");
    CHECK(result.source.find("1. Draw up a plan; this to include\n\n  - dates\n  - names") !=
          std::string::npos);
    CHECK(has_line(result.source, "2. Read it."));
}

TEST_CASE("import keeps or drops a hyphen at a line's end as the text itself does", "[import]") {
    const auto result = import_whole(
        "Summary of findings\n1. The multi-crew boats and the watchmen are known to all, and so is the "
        "multi-\n"
        "crew rule that holds for them; the watch-\nmen keep to it, and after each ill-\nstarred crossing "
        "they count "
        "heads, pre-\nand post-crossing.\n");
    CHECK(result.source.find("the multi-crew rule") != std::string::npos);
    CHECK(result.source.find("the watchmen keep") != std::string::npos);
    CHECK(result.source.find("each ill-starred crossing") != std::string::npos);
    CHECK(result.source.find("pre- and post-crossing") != std::string::npos);
}

TEST_CASE("import takes headings from the contents, over lines and with an abbreviation added", "[import]") {
    const auto result = import_whole(
        "Port of Marlow Vale\nInspection of harbours\n\f"
        "Contents\n\nSection 1: the port\n\n3\n\nWhat the port needs to do before the coming winter to keep "
        "the\nboats safe\n\n4\n\n"
        "Section 2: the harbour board 9\n\n2\n\n\f"
        "Section 1: the port\n" +
        prose +
        "\n3\n\n\f"
        "What the port needs to do before the coming winter to keep the\nboats safe\n" +
        prose +
        "\n4\n\n\f"
        "Section 2: the harbour board (HB)\n" +
        prose + "\n5\n\n\f");
    CHECK(has_line(result.source, "# Section 1: the port"));
    CHECK(has_line(result.source,
                   "## What the port needs to do before the coming winter to keep the boats safe"));
    CHECK(has_line(result.source, "# Section 2: the harbour board (HB)"));
    CHECK(has_line(result.source, "  Section 2: the harbour board"));
    CHECK(count_blocks(result.source).contents == 3);
}

TEST_CASE("a heading that goes on with its grade is not cut at the title that it begins with", "[import]") {
    const auto result = import_whole(
        "Summary of findings\n\n" + prose +
        "\nSafety of the quays and of all those who work on them by\nday is good\n1. The lamps are lit.\n"
        "\nAreas for improvement\nof the quays are good\n2. None.\n");
    CHECK(has_line(result.source, "# Safety of the quays and of all those who work on them by day is good"));
    CHECK(has_line(result.source, "# Areas for improvement of the quays are good"));
}

TEST_CASE("headings stand above prose, lists or each other; a label above its value is none", "[import]") {
    const auto result = import_whole("Summary of findings\nThe port\nAbout the place\n" + prose +
                                     "\nHarbour number\n\n123456\n\n"
                                     "What must the port do next?\n\u2022 Mend the lamps.\n");
    CHECK(has_line(result.source, "# Summary of findings"));
    CHECK(has_line(result.source, "## The port"));
    CHECK(has_line(result.source, "### About the place"));
    CHECK(has_line(result.source, "Harbour number"));
    CHECK(result.source.find("# What must the port do next?\n\n- Mend the lamps.\n") != std::string::npos);
}

TEST_CASE("a grade in a box of its own becomes a table row", "[import]") {
    const auto result =
        import_whole("Summary of findings\n\n" + prose +
                     "\nKey judgement\n\nJudgement grade\n\nSafety of the quays by\nday and night\n\n"
                     "Requires\nimprovement\n\nSummary\n\n" +
                     prose);
    CHECK(has_line(result.source, "| Key judgement | Judgement grade |"));
    CHECK(has_line(result.source, "| Safety of the quays by day and night | Requires improvement |"));
    CHECK(has_line(result.source, "# Summary"));
}

TEST_CASE("import makes tables of tabbed and piped rows only", "[import]") {
    const auto result = import_whole(
        "Summary of findings\n\nYear\tBoats\tCrews\n2030\t14\t90\n2031\t15|16\t95\n\n| Quay | Lamps "
        "|\n|---|---|\n| East | 4 |\n\n"
        "One row\twith a tab is no table.\n");
    CHECK(result.source.find(
              "| Year | Boats | Crews |\n|---|---|---|\n| 2030 | 14 | 90 |\n| 2031 | 15\\|16 | 95 |\n") !=
          std::string::npos);
    CHECK(result.source.find("| Quay | Lamps |\n|---|---|\n| East | 4 |\n") != std::string::npos);
    CHECK(has_line(result.source, "One row with a tab is no table."));
}

TEST_CASE("an address keeps its lines", "[import]") {
    const auto result = import_whole(prose + "\nHarbour House\nQuay Street\nMarlow Vale\nT: 0300 000 0000\n");
    CHECK(result.source.find("Harbour House\\\nQuay Street\\\nMarlow Vale\\\nT: 0300 000 0000\n") !=
          std::string::npos);
}

TEST_CASE("what the language would take for markup is escaped", "[import]") {
    const auto result = import_whole(
        "Summary of findings\n\nA {brace}, a back\\slash, *stars and _lines, 5 A* to C, snake_case, "
        "[see](there) and [^9].\n\n"
        "// not a comment, nor http://marlow.example.\n\n#hash mark begins this.\n\n@crew is a name.\n\n"
        "3000. boats came that year.\n\n> than ever before.\n");
    CHECK(has_line(
        result.source,
        "A \\{brace\\}, a back\\\\slash, \\*stars and \\_lines, 5 A* to C, snake_case, [see\\](there) "
        "and \\[^9]."));
    CHECK(has_line(result.source, "\\// not a comment, nor http://marlow.example."));
    CHECK(has_line(result.source, "\\#hash mark begins this."));
    CHECK(has_line(result.source, "\\@crew is a name."));
    CHECK(has_line(result.source, "3000\\. boats came that year."));
    CHECK(has_line(result.source, "\\> than ever before."));
}

}  // namespace stet::test

// The importer on covers: subject, titles, dates, people, and judgements in every form that reports print.
#include <catch2/catch.hpp>

#include "tests/import_support.hpp"

namespace stet::test {

TEST_CASE("import reads a wrapped cover", "[import]") {
    const auto result = import_whole(
        "Port of Marlow Vale\nInspection of harbours and of the care of crews who are\nfar from home\nand\n"
        "Review of the harbour board\nInspection dates: 3 March 2031 to 12\nMarch 2031\nReport published: 2 "
        "May 2031\n"
        "The overall judgement is good\nThe port is well led.\n"
        "1. Safety of the quays\n\nRequires\nimprovement\n\n2. Care of the crews\nin all weathers\n\nGood\n\n"
        "The harbour board is\noutstanding.\n\n1\n\n\fSummary of findings\n1.\n\nThe quays are "
        "clean.\n\n2\n\n\f");
    CHECK(result.framework == "harbour-2020");
    CHECK(has_line(result.source,
                   "title: Inspection of harbours and of the care of crews who are far from home"));
    CHECK(has_line(result.source, "also: Review of the harbour board"));
    CHECK(has_line(result.source, "subject: Port of Marlow Vale"));
    CHECK(has_line(result.source, "inspected: 3 March 2031 to 12 March 2031"));
    CHECK(has_line(result.source, "published: 2 May 2031"));
    CHECK(grade_of(result.source, "overall") == "good");
    CHECK(has_line(result.source, "    The port is well led."));
    CHECK(grade_of(result.source, "Safety of the quays") == "Requires improvement");
    CHECK(grade_of(result.source, "Care of the crews in all weathers") == "Good");
    CHECK(grade_of(result.source, "harbour board") == "outstanding");
    CHECK(has_line(result.source, "    The harbour board is outstanding."));
    CHECK(has_line(result.source, "# Summary of findings"));
    CHECK(has_line(result.source, "1. The quays are clean."));
}

TEST_CASE("import reads a cover in Markdown with HTML remnants and a tabbed table", "[import]") {
    const auto result = import_whole(
        "\nPort of Marlow Vale\n\nInspection of harbours\n\nInspection date: 3 March 2031\n\n"
        "<p>The overall judgement is inadequate.</p> <p>Crews are at risk.</p>\n"
        "1. Safety of the quays\tInadequate\n2.1 Care of the crews\tGood\n\nContents\n\nSummary of "
        "findings\t3\n"
        "Areas for improvement\t14\n\nSummary of findings\n\n1. The quays are **not** safe.\n");
    CHECK(grade_of(result.source, "Safety of the quays") == "Inadequate");
    CHECK(grade_of(result.source, "Care of the crews") == "Good");
    CHECK(has_line(result.source, "    Crews are at risk."));
    CHECK(has_line(result.source, "1. The quays are *not* safe."));
    CHECK(has_line(result.source, "  Areas for improvement"));
    CHECK(count_blocks(result.source) == Counts{1, 1, 0, 3, 2});
}

TEST_CASE("import keeps the heads of a judgement table out of the text and says so", "[import]") {
    const auto result = import_whole(
        "Port of Marlow Vale\nInspection of harbours\nInspection dates: 3 March 2031\nLead inspector: Ann "
        "Ferry\n"
        "Harbour Inspector\nJudgement\n\nGrade\n\nSafety of the\nquays\n\nRequires improvement\n\nOverall "
        "effectiveness\n\n"
        "Good\n\nThe port has changed much since the last inspection, and its board has led the change "
        "well.\n\n1\n\n\f"
        "What must improve\n\uf06e The lamps on the eastern quay.\n\n2\n\n\f");
    CHECK(has_line(result.source, "lead inspector: Ann Ferry, Harbour Inspector"));
    CHECK(count_blocks(result.source).judgements == 2);
    CHECK(line_with(result.source, "The port has changed").ends_with("the change well."));
    std::size_t labels = 0;
    for (const auto& left : result.left_out) labels += left.kind == import::LeftOut::label ? 1U : 0U;
    CHECK(labels == 4);  // two column heads, two header keys
}

TEST_CASE("import takes the subject from a title that names it", "[import]") {
    const auto result = import_whole(
        "Inspection of a good harbour: Marlow Vale Quay\nInspection dates: 4 and 5 June 2031\n\nWhat is it "
        "like to work here?\n\n"
        "Crews like this harbour. They feel safe.\n");
    CHECK(has_line(result.source, "title: Inspection of a good harbour: Marlow Vale Quay"));
    CHECK(has_line(result.source, "subject: Marlow Vale Quay"));
    CHECK(has_line(result.source, "# What is it like to work here?"));
}

TEST_CASE("import finds the title among other lines of the cover", "[import]") {
    const auto school = import_whole(
        "Harbour report\n\nInspection of a good harbour: Marlow Vale\nQuay\nQuay Street, Marlow Vale, MV1 "
        "2QS\n\n"
        "Inspection dates:\n\n4 and 5 June 2031\n\nThe crews are content, and the board knows what it must "
        "do next to "
        "keep it so.\n");
    CHECK(has_line(school.source, "title: Inspection of a good harbour: Marlow Vale Quay"));
    CHECK(has_line(school.source, "inspected: 4 and 5 June 2031"));
    CHECK(has_line(school.source, "Quay Street, Marlow Vale, MV1 2QS"));
    const auto home = import_whole(
        "Marlow Vale Harbours Limited\n\nQuay House\nInspection report\n12 Quay Street\n\nDate of "
        "publication:\n2 May 2031\n\n"
        "Is the quay safe?\n\nRequires improvement\n\nIs the board awake?\n\nGood\n\n\f");
    CHECK(has_line(home.source, "subject: Quay House"));
    CHECK(has_line(home.source, "title: Inspection report"));
    CHECK(grade_of(home.source, "Is the quay safe?") == "Requires improvement");
    CHECK(has_line(home.source, "Marlow Vale Harbours Limited"));
    const auto prison = import_whole(
        "Report on an inspection of\n\nMarlow Vale Dock\nby the Harbour Inspectorate\n4\u201315 March "
        "2031\n\n\f");
    CHECK(has_line(prison.source, "subject: Marlow Vale Dock"));
    CHECK(has_line(prison.source, "inspected: 4\u201315 March 2031"));
}

TEST_CASE("import adds a judgement that only a heading states", "[import]") {
    const auto result = import_whole(
        "Port of Marlow Vale\nInspection of harbours\nInspection date: 3 March 2031\n1. Safety of the "
        "quays\n\nGood\n\n\f"
        "The harbour board is inadequate\n1. The board does not meet.\n");
    CHECK(grade_of(result.source, "harbour board") == "inadequate");
    CHECK(has_line(result.source, "# The harbour board is inadequate"));
}

TEST_CASE("import invents nothing where there is no cover", "[import]") {
    const auto result = import_whole("The quays are clean. The lamps are lit.\n\nThe crews are paid.\n");
    CHECK(result.source ==
          "\n@note for editor: no framework was recognised in this text; name one in the header\n\n"
          "The quays are clean. The lamps are lit.\n\nThe crews are paid.\n");
}

}  // namespace stet::test

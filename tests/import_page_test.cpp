// The importer on what a page's layout does to its text: columns, margins, tables that run over, lists of
// names.
#include <catch2/catch.hpp>

#include "tests/import_support.hpp"

namespace stet::test {

namespace {

const std::string cover =
    "Port of Marlow Vale\nInspection of harbours\nInspection dates: 3 March 2031 to 12 March 2031\n";

}  // namespace

TEST_CASE("a title and a grade that were woven line by line are set apart", "[import]") {
    const auto woven =
        import_whole(prose + "\n\fCare of the\nRequires\ncrews improvement\nThe crews are fed.\n");
    CHECK(has_line(woven.source, "# Care of the crews"));
    CHECK(has_line(woven.source, "Requires improvement"));
    CHECK(has_line(woven.source, "The crews are fed."));
    const auto beside = import_whole(prose + "\n\fCare of the crews Good\nThe crews are fed.\n");
    CHECK(has_line(beside.source, "# Care of the crews"));
    CHECK(has_line(beside.source, "Good"));
}

TEST_CASE("a heading that states its grade is not taken for two columns", "[import]") {
    const auto colon = import_whole(prose + "\n\fCare of the crews: good\nThe crews are fed.\n");
    CHECK(has_line(colon.source, "# Care of the crews: good"));
    const auto verb =
        import_whole(prose + "\n\fCare of the crews requires improvement\nThe crews are fed.\n");
    CHECK(has_line(verb.source, "# Care of the crews requires improvement"));
}

TEST_CASE("rows of a cover whose grades stand below all titles keep their order", "[import]") {
    const auto result =
        import_whole(cover +
                     "The overall judgement is good\n1. Safety of the quays\n\nGood\n\n"
                     "2. Care of the crews\n3. Harbour board\n\nRequires\nimprovement\nInadequate\n\n"
                     "1\n\n\f" +
                     prose);
    CHECK(grade_of(result.source, "Safety of the quays") == "Good");
    CHECK(grade_of(result.source, "Care of the crews") == "Requires improvement");
    CHECK(grade_of(result.source, "Harbour board") == "Inadequate");
    CHECK(count_blocks(result.source).numbered == 0);
}

TEST_CASE("a table of judgements may run over to the next page and say that one was not judged", "[import]") {
    const auto result = import_whole(
        cover + "The overall judgement is good\n1. Safety of the quays\n\nNot judged\n\n1\n\n\f" +
        "2. Care of the crews\n\nGood\n\nContents\nSummary of findings\n\n3\n\n2\n\n\f" + prose);
    CHECK(grade_of(result.source, "Safety of the quays") == "Not judged");
    CHECK(grade_of(result.source, "Care of the crews") == "Good");
    CHECK(count_blocks(result.source).contents == 1);
}

TEST_CASE("a cover's sentence goes on to the grade that is its verb or its end", "[import]") {
    const auto verb = import_whole(
        cover + "Harbours in the district of Marlow Vale and its islands\nrequire improvement\n\n1\n\n\f" +
        prose);
    CHECK(has_line(verb.source,
                   "    Harbours in the district of Marlow Vale and its islands require improvement"));
    CHECK(grade_of(verb.source, "overall") == "require improvement");
}

TEST_CASE("prose below a table of judgements judges nothing anew", "[import]") {
    const auto result = import_whole(
        cover +
        "Safety of the quays\n\nGood\n\nCare of the crews\n\nGood\n\n"
        "At the last inspection the care of the crews was weak, but now the crews\nare good.\n\n1\n\n\f" +
        prose);
    CHECK(count_blocks(result.source).judgements == 2);
}

TEST_CASE("bars and minus signs are bullets, alone on a line too", "[import]") {
    const auto result = import_whole(
        "Summary of findings\n\n\u2022 Of the boats in the harbour:\n\u2015 four are new and lie at the long "
        "quay, which "
        "was built last\nyear\n\u2015 nine are old.\n\u2022 The crews asked for:\n\u2212\n\nlamps on the "
        "quay\n\u2212\n\nbread.\n");
    CHECK(has_line(result.source, "- Of the boats in the harbour:"));
    CHECK(has_line(result.source, "  - four are new and lie at the long quay, which was built last year"));
    CHECK(has_line(result.source, "  - nine are old."));
    CHECK(has_line(result.source, "  - lamps on the quay"));
    CHECK(has_line(result.source, "  - bread."));
}

TEST_CASE("a dash in a sentence starts no bullet", "[import]") {
    const auto result = import_whole(
        "Summary of findings\n\nThe crews have learned to cook on board, and to mend their nets\n"
        "\u2212 though few had done so before they came to this harbour to stay.\n");
    CHECK(result.source.find("nets \u2212 though few") != std::string::npos);
}

TEST_CASE("a paragraph number without its stop counts where it is due and the next one follows", "[import]") {
    const auto result = import_whole(
        "Summary of findings\n\n1.\n\nThe quays are clean.\n\n2\n\nThe crane is old.\n\n3.\n\nThe lamps are "
        "lit.\n");
    CHECK(has_line(result.source, "2. The crane is old."));
    CHECK(count_blocks(result.source).numbered == 3);
}

TEST_CASE("a number without words does not take in the next number", "[import]") {
    const std::vector<import::FrameworkHints> frameworks = {harbour_framework()};
    const auto result = import::import_report(
        "Summary of findings\n\n1.\n\nThe quays are clean.\n\n2.\n\n3.\n\nThe lamps are lit.\n", frameworks);
    CHECK(has_line(result.source, "3. The lamps are lit."));
    CHECK(result.differences.empty());
}

TEST_CASE("numbers that begin anew below a heading are a series of their own", "[import]") {
    const auto result = import_whole(
        "Summary of findings\n\n1. The quays are clean.\n\n2. The lamps are lit.\n\n"
        "Areas for improvement\n\n1. Mend the crane.\n\n2. Paint the boats.\n");
    CHECK(result.source.find("# Areas for improvement\n\n@restart\n\n1. Mend the crane.") !=
          std::string::npos);
    CHECK(result.source.find("@restart") == result.source.rfind("@restart"));
}

TEST_CASE("a hyphen at the margin comes back where the report writes it elsewhere", "[import]") {
    const auto result = import_whole(
        prose +
        "\nThe night-watch walks both quays, and in the winter months the nightwatch lights the lamps before "
        "it goes "
        "home.\nTheir well-kept boats lie in the inner basin, where a storm cannot reach them.\n");
    CHECK(result.source.find("the winter months the night-watch lights") != std::string::npos);
}

TEST_CASE("a word that the report also writes solid keeps its form at the margin", "[import]") {
    const auto result = import_whole(prose +
                                     "\nA night-watch is kept, and the nightwatch has a hut.\n\n"
                                     "The crews walk along both quays, and in the winter months the "
                                     "nightwatch lights the lamps before it goes home.\n");
    CHECK(result.source.find("the winter months the nightwatch lights") != std::string::npos);
}

TEST_CASE("a rule drawn across the page is no text", "[import]") {
    const auto result = import_whole(prose + "________________\n\nThe crane is old.\n");
    CHECK(result.source.find('_') == std::string::npos);
}

TEST_CASE("a bracket after the stop ends the paragraph", "[import]") {
    const auto result = import_whole(
        "Summary of findings\n\n1. The quays are clean, but the lamps on the eastern side are seldom "
        "lit in the\nlong nights. (Recommendation)\n\n7\n\n\fAreas for improvement\nThe lamps.\n");
    CHECK(has_line(result.source, "# Areas for improvement"));
}

TEST_CASE("names stand with their roles, and prose below them stays out", "[import]") {
    const auto result = import_whole(
        prose +
        "\nLead inspector:\n\nAnn Ferry\n\nTeam inspectors: Ben Okoro HMI, Rhiannon Abernathy-Jones HMI, "
        "Carys\n"
        "Lloyd HMI\nShadow inspector: Dev Patel\n\n7\n\n\fAny complaints go to the office at the gate.\n");
    CHECK(has_line(result.source, "Lead inspector: Ann Ferry"));
    CHECK(has_line(result.source, "lead inspector: Ann Ferry"));
    CHECK(has_line(result.source, "team: Ben Okoro HMI, Rhiannon Abernathy-Jones HMI, Carys Lloyd HMI"));
    CHECK(has_line(result.source, "Shadow inspector: Dev Patel"));
    CHECK(has_line(result.source, "Any complaints go to the office at the gate."));
}

TEST_CASE("a title's subject is whose services were inspected, not what is judged", "[import]") {
    const auto result = import_whole(
        "Inspection of Marlow Vale harbour board\nInspection dates: 3 to 12 March 2031\n\n1\n\n\f" + prose);
    CHECK(has_line(result.source, "title: Inspection of Marlow Vale harbour board"));
    CHECK(has_line(result.source, "subject: Marlow Vale"));
}

TEST_CASE("the first headings of the contents stand side by side until a part begins", "[import]") {
    const std::string contents = "Contents\n\nOpening words\t2\nSafety\t3\nCare\t4\n\n";
    const auto result = import_whole(contents +
                                     "Opening words\n\nThe port is old.\n\nSafety\n\nThe quays are clean.\n\n"
                                     "Care\n\nThe crews are fed.\n");
    CHECK(has_line(result.source, "# Opening words"));
    CHECK(has_line(result.source, "# Safety"));
    CHECK(has_line(result.source, "# Care"));
}

TEST_CASE("page numbers that cannot be told apart are not said to go back", "[import]") {
    const std::vector<import::FrameworkHints> frameworks = {harbour_framework()};
    const auto apart = import::import_report(
        prose + "\fContents\n\nSummary of findings\n\n3\n\nSafety\n\nCare\n\n9\n\n7\n\n\f" + prose,
        frameworks);
    CHECK(import::pages_going_back(apart).empty());
    const auto paired = import::import_report(
        prose + "\fContents\n\nSummary of findings\n\n3\n\nSafety\n\n9\n\nCare\n\n7\n\n\f" + prose,
        frameworks);
    CHECK(import::pages_going_back(paired).size() == 1);
}

}  // namespace stet::test

// stet diff: what is said of two versions of a report.
#include "compiler/compare/compare.hpp"

#include <catch2/catch.hpp>

#include "compiler/driver/pipeline.hpp"
#include "tests/support.hpp"

using namespace stet;
using compare::Comparison;
using compare::Piece;

namespace {

constexpr std::string_view head = R"(framework: ofsted-ilacs
title: Inspection of children's services
subject: Ashdown
inspected: 4 June 2018 to 15 June 2018

@judgements
  overall              good
  help and protection  good

)";

driver::Analysis analysed(const std::string& text) {
    test::MemoryWorld world;
    driver::AnalyseOptions options;
    options.spelling = false;
    return driver::analyse(world, "report.stet", text, options);
}

Comparison compared(const std::string& before, const std::string& after) {
    const driver::Analysis old = analysed(before);
    const driver::Analysis fresh = analysed(after);
    return compare::compare(old.report, fresh.report);
}

Comparison bodies(const std::string& before, const std::string& after) {
    return compared(std::string(head) + before, std::string(head) + after);
}

std::string replaced(std::string text, std::string_view from, std::string_view to) {
    const std::size_t at = text.find(from);
    REQUIRE(at != std::string::npos);
    return text.replace(at, from.size(), to);
}

}  // namespace

TEST_CASE("diff: a version and itself differ in nothing") {
    const Comparison same = bodies("# Findings\n\n1. All is well.\n\n2. Care is good.\n",
                                   "# Findings\n\n1. All is well.\n\n2. Care is good.\n");
    CHECK(same.empty());
    CHECK(same.same == 3);
    CHECK(same.renumbered == 0);
}

TEST_CASE("diff: grades, header and facts are told by name") {
    const std::string before =
        std::string(head) +
        "# Findings\n\n@facts \"Care\", at 31 March 2018\n  care  305 children\n  old  4 homes\n\n"
        "1. There are {care}.\n";
    std::string after = replaced(before, "help and protection  good", "help and protection  inadequate");
    after = replaced(after, "15 June 2018", "16 June 2018");
    after = replaced(after, "305", "310");
    after = replaced(after, "  old  4 homes\n", "  fresh  7 homes\n");
    const Comparison made = compared(before, after);
    REQUIRE(made.grades.size() == 1);
    CHECK(made.grades.front().before == "good");
    CHECK(made.grades.front().after == "inadequate");
    REQUIRE(made.header.size() == 1);
    CHECK(made.header.front().name == "inspected");
    REQUIRE(made.facts.size() == 3);
    CHECK(made.facts[0].before == "305, 31 March 2018");
    CHECK(made.facts[0].after == "310, 31 March 2018");
    CHECK((made.facts[1].name == "fresh" && made.facts[1].before.empty()));
    CHECK((made.facts[2].name == "old" && made.facts[2].after.empty()));
}

TEST_CASE("diff: a paragraph whose number alone changed is the same") {
    const Comparison made =
        bodies("# Findings\n\n1. First of all.\n\n2. Visits are late.\n\n3. Plans are clear.\n",
               "# Findings\n\n1. First of all.\n\n2. Something new stands here.\n\n3. Visits are late.\n\n4. "
               "Plans are clear.\n");
    REQUIRE(made.passages.size() == 1);
    CHECK_FALSE(made.passages.front().before);
    CHECK(made.passages.front().after->place == "paragraph 2");
    CHECK(made.renumbered == 2);
}

TEST_CASE("diff: words and figures of a changed paragraph") {
    const Comparison made = bodies(
        "# Findings\n\n1. In 2017, 40 of the 52 children were seen within ten days of their move.\n",
        "# Findings\n\n1. In 2017, 45 of the 52 children were seen alone within ten days of their move.\n");
    REQUIRE(made.passages.size() == 1);
    const compare::PassageChange& change = made.passages.front();
    REQUIRE(change.figures.size() == 1);
    CHECK(change.figures.front().before == "40");
    CHECK(change.figures.front().after == "45");
    REQUIRE(change.words.size() == 6);
    CHECK(change.words[1].kind == Piece::Kind::gone);
    CHECK(change.words[1].words == "40");
    CHECK(change.words[2].words == "45");
    CHECK((change.words[4].kind == Piece::Kind::fresh && change.words[4].words == "alone"));
}

TEST_CASE("diff: what is gone stands where it stood, what has moved is told once") {
    const Comparison made = bodies(
        "# Findings\n\n1. Alpha is here.\n\n2. Bravo was there.\n\n3. Charlie came.\n\n4. Delta went.\n",
        "# Findings\n\n1. Delta went.\n\n2. Alpha is here.\n\n3. Charlie came.\n");
    REQUIRE(made.passages.size() == 2);
    CHECK(made.passages[0].moved);
    CHECK(made.passages[0].after->text == "Delta went.");
    CHECK(made.passages[0].words.empty());
    CHECK_FALSE(made.passages[1].after);
    CHECK(made.passages[1].before->text == "Bravo was there.");
}

TEST_CASE("diff: a paragraph that moved and changed is one, with its figure") {
    const std::string moved =
        ". Care leavers have a strong voice, and 89% of them live in homes that suit them.\n\n";
    const Comparison made = bodies(
        "# Findings\n\n1" + moved + "2. Plans are clear.\n\n3. Leaders do well.\n\n4. Visits are on time.\n",
        "# Findings\n\n1. Plans are clear.\n\n2. Leaders do well.\n\n3. Visits are on time.\n\n4" +
            replaced(moved, "89%", "92%"));
    REQUIRE(made.passages.size() == 1);
    const compare::PassageChange& change = made.passages.front();
    CHECK(change.moved);
    REQUIRE((change.before && change.after));
    CHECK(change.before->place == "paragraph 1");
    CHECK(change.after->place == "paragraph 4");
    REQUIRE(change.figures.size() == 1);
    CHECK((change.figures.front().before == "89%" && change.figures.front().after == "92%"));
}

TEST_CASE("diff: what shares but a few words is gone and new, wherever it stands") {
    const Comparison made = bodies(
        "# Findings\n\n1. Social workers visit children often and know them well.\n\n2. Plans are "
        "clear.\n\n3. "
        "Leaders do well.\n",
        "# Findings\n\n1. Plans are clear.\n\n2. Leaders do well.\n\n3. Social workers say that their "
        "managers "
        "give too little time to them.\n");
    REQUIRE(made.passages.size() == 2);
    CHECK_FALSE((made.passages[0].before && made.passages[0].after));
}

TEST_CASE("diff: a reference and a grade stand as they are printed") {
    const Comparison made = bodies(
        "# Findings\n\n1. As {see late} says, care is {grade overall}. {#a}\n\n2. Late. {#late}\n",
        "# Findings\n\n1. As {see a to late} says, all care is {grade overall}. {#a}\n\n2. Late. {#late}\n");
    REQUIRE(made.passages.size() == 1);
    CHECK(made.passages.front().before->text == "As paragraph 2 says, care is good.");
    CHECK(made.passages.front().after->text == "As paragraphs 1 to 2 says, all care is good.");
}

TEST_CASE("diff: a label holds a paragraph together, whatever its words") {
    const Comparison made = bodies("# Findings\n\n1. Children wait. {#waiting}\n",
                                   "# Findings\n\n1. Nobody is late for anything at all. {#waiting}\n");
    REQUIRE(made.passages.size() == 1);
    CHECK((made.passages.front().before && made.passages.front().after));
}

TEST_CASE("diff: without a label and without common words, one is gone and one is new") {
    const Comparison made = bodies("# Findings\n\n1. Children wait.\n", "# Findings\n\n1. Nobody is late.\n");
    CHECK(made.passages.size() == 2);
}

TEST_CASE("diff: bullets, rows of tables and footnotes are passages") {
    const std::string before =
        "# Findings\n\n1. Two things[^n] follow:\n   - one home closed in May\n   - two homes opened\n\n"
        "Table: Homes\n| Year | Homes |\n|---|---|\n| 2017 | 12 |\n\n[^n]: Of many.\n";
    std::string after = replaced(before, "closed in May", "closed in June");
    after = replaced(after, "| 12 |", "| 13 |");
    after = replaced(after, "Of many.", "Of very many.");
    const Comparison made = bodies(before, after);
    REQUIRE(made.passages.size() == 3);
    CHECK(made.passages[0].after->place == "bullet of paragraph 1");
    CHECK(made.passages[1].after->place == "row of Table 1");
    CHECK(made.passages[2].after->place == "footnote 1");
}

TEST_CASE("diff: a reference whose number moved is no change of words") {
    const Comparison made = bodies("# Findings\n\n1. As {see late} says.\n\n2. Visits are late. {#late}\n",
                                   "# Findings\n\n1. As {see late} says.\n\n2. New words stand between "
                                   "them.\n\n3. Visits are late. {#late}\n");
    REQUIRE(made.passages.size() == 1);
    CHECK_FALSE(made.passages.front().before);
}

TEST_CASE("diff: words alone") {
    CHECK(compare::compare_words("", "").empty());
    const auto whole = compare::compare_words("a b", "c");
    REQUIRE(whole.size() == 2);
    CHECK((whole[0].kind == Piece::Kind::gone && whole[0].words == "a b"));
    CHECK((whole[1].kind == Piece::Kind::fresh && whole[1].words == "c"));
    std::string many;
    for (int i = 0; i < 5000; ++i) many += std::to_string(i) + " ";
    CHECK(compare::compare_words("first " + many, many + "last").size() == 2);  // taken whole
}

TEST_CASE("diff: passages that moved and changed take linear time") {
    std::string before = "# Findings\n\n";
    std::string after = "# Findings\n\n";
    constexpr int count = 3000;
    const auto paragraph = [](int number, int which, std::string_view end) {
        return std::to_string(number) + ". Home w" + std::to_string(which) + " gave child x" +
               std::to_string(which * 7) + " a room and some care " + std::string(end) + "\n\n";
    };
    for (int i = 1; i <= count; ++i) {
        before += paragraph(i, i, "then.");
        after += paragraph(i, count + 1 - i, "now.");
    }
    const Comparison made = bodies(before, after);
    CHECK(made.passages.size() < count + 200);  // nearly all are paired
}

TEST_CASE("diff: repeated and rewritten passages take linear time") {
    std::string before = "# Findings\n\n";
    std::string after = "# Findings\n\n";
    for (int i = 1; i <= 6000; ++i) {
        before +=
            std::to_string(i) + ". " + (i % 2 == 0 ? "The same words." : "Old " + std::to_string(i)) + "\n\n";
        after += std::to_string(i) + ". " +
                 (i % 2 == 0 ? "The same words." : "New words " + std::to_string(i)) + "\n\n";
    }
    const Comparison made = bodies(before, after);
    CHECK(made.same >= 3000);
    CHECK(made.passages.size() >= 3000);
}

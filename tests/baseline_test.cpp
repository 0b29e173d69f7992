// Baselines outlive edits elsewhere; fixes are applied whole or not at all.
#include "compiler/driver/baseline.hpp"

#include <catch2/catch.hpp>

#include "compiler/base/catalogue.hpp"
#include "compiler/driver/fixes.hpp"

using namespace stet;

TEST_CASE("a baseline knows a diagnostic by its words, not by its line") {
    Sources before;
    Diagnostics old;
    old.add({before.add("r", "a\nbad words\n"), 2, 11}, diag::invalid_utf8);
    const auto keys = driver::baseline_keys(old, before);

    Sources after;
    const FileId file = after.add("r", "new line\n\na\nbad  words\nworse words\n");
    Diagnostics now;
    now.add({file, 12, 22}, diag::invalid_utf8);
    now.add({file, 23, 34}, diag::invalid_utf8);
    CHECK(driver::apply_baseline(keys, after, now) == 1);
    REQUIRE(now.all().size() == 1);
    CHECK(now.all()[0].span.begin == 23);
}

TEST_CASE("a baseline knows a repeated diagnostic only as often as it was there") {
    Sources sources;
    const FileId file = sources.add("r", "bad bad");
    Diagnostics one;
    one.add({file, 0, 3}, diag::invalid_utf8);
    Diagnostics two;
    two.add({file, 0, 3}, diag::invalid_utf8);
    two.add({file, 4, 7}, diag::invalid_utf8);
    CHECK(driver::apply_baseline(driver::baseline_keys(one, sources), sources, two) == 1);
}

TEST_CASE("a baseline file is read back, and a wrong one says why") {
    const std::vector<std::string> keys{"L103 a", "T101 b \"c\""};
    CHECK(std::get<0>(driver::read_baseline(driver::write_baseline(keys))) == keys);
    CHECK(std::get<1>(driver::read_baseline("{")) == "is not JSON");
    CHECK(std::get<1>(driver::read_baseline("{\"schema\": 3}")) == "has no schema stet-baseline/1");
    CHECK(std::get<1>(driver::read_baseline("{\"schema\": \"stet-baseline/1\"}")) == "has no list `known`");
}

TEST_CASE("fixes that overlap are not mixed") {
    Diagnostics diagnostics;
    diagnostics.add({0, 0, 3}, diag::invalid_utf8).fix("one", {{{0, 0, 3}, "two"}, {{0, 8, 9}, "!"}});
    diagnostics.add({0, 2, 5}, diag::invalid_utf8).fix("cut across", {0, 2, 5}, "x");
    diagnostics.add({0, 4, 7}, diag::invalid_utf8).fix("later", {0, 4, 7}, "six");
    const driver::Fixed fixed = driver::apply_fixes("one two .", 0, diagnostics);
    CHECK(fixed.text == "two six !");
    CHECK(fixed.applied.size() == 2);
    CHECK(fixed.skipped == 1);
}

TEST_CASE("a fix is told on one line: place, code, words before and after") {
    Sources sources;
    const FileId file = sources.add("r.stet", "One.\n\nIt was was there in May.\nNext\n");
    Diagnostics diagnostics;
    diagnostics.add({file, 9, 16}, diag::doubled_word, "was was").fix("remove one", {file, 12, 16}, "");
    diagnostics.add({file, 31, 35}, diag::doubled_word, "x")
        .fix("add", {{{file, 35, 35}, "!"}, {{file, 0, 1}, "o"}});
    CHECK(driver::fix_line(diagnostics.all()[0], sources) ==
          "r.stet:3:4: W301 remove one: “It was was there” is now “It was there”");
    CHECK(driver::fix_line(diagnostics.all()[1], sources) ==
          "r.stet:4:1: W301 add: “Next” is now “Next!”, and 1 more");
}

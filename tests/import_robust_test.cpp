// The importer on bytes that are no report, and its account of words.
#include <algorithm>
#include <catch2/catch.hpp>
#include <ctime>
#include <random>

#include "compiler/import/lines.hpp"
#include "compiler/import/words.hpp"
#include "tests/import_support.hpp"

namespace stet::test {

namespace {

import::Imported import_bytes(std::string_view text){
    const std::vector<import::FrameworkHints> frameworks = {harbour_framework()};
return import::import_report(text, frameworks);
}  // namespace

std::string repeat(std::string_view unit, std::size_t bytes) {
    std::string out;
    while (out.size() < bytes) out += unit;
    return out;
}

/// Processor time, which a busy machine does not change.
double seconds_for(std::string_view text) {
    const std::clock_t start = std::clock();
    const auto result = import_bytes(text);
    CHECK(!result.source.empty());
    return static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC;
}

}  // namespace stet::test

TEST_CASE("import takes any bytes", "[import]") {
    CHECK(import_bytes("").source ==
          "\n@note for editor: no framework was recognised in this text; name one in the header\n");
    const auto result = import_bytes(std::string_view("a\0b \xff\xfe c\xc3\n\xf0\x9f\n", 14));
    CHECK(result.source.find('\0') == std::string::npos);
    CHECK(result.source.find("\xef\xbf\xbd") != std::string::npos);
    CHECK(result.differences.empty());
    std::mt19937 random(7);
    for (int round = 0; round < 200; ++round) {
        std::string noise(random() % 400, ' ');
        constexpr std::string_view likely = "\n\n\f\t .:;-_*{}[]()^|#@<>&0123456789aeot\xef\x82\xb7\xc2\xb9";
        for (char& c : noise)
            c = random() % 9 == 0 ? static_cast<char>(random() % 256) : likely[random() % likely.size()];
        INFO(noise);
        CHECK(import_bytes(noise).source.ends_with('\n'));
    }
}

TEST_CASE("import takes time in proportion to its input", "[import]") {
    for (const std::string_view unit : {"word ", "1. ", "\n1.\n", "\f", "\xef\x82\xb7 x\n", "[", "**a",
                                        "a\tb\n", "board1\n1\n", "<p>", "Good\n\n", "a-\n", "¹"}) {
        const double small = seconds_for(repeat(unit, 50'000));
        const double large = seconds_for(repeat(unit, 400'000));
        INFO(unit << ": " << small << " s, " << large << " s");
        // Eight times the bytes: eight times the time, with room for caches and page faults, but nowhere near
        // 64 times.
        CHECK(large < 30 * small + 0.3);
    }
}

TEST_CASE("a word that is lost, added or moved is reported with its line", "[import]") {
    using import::Difference;
    import::Draft draft;
    import::read_lines(
        draft, "The quays are clean.\n\nThe nine lamps are lit, and all the crews are paid in full.\n");
    const auto differences = [&](std::string_view source) { return import::compare_words(draft, source); };
    CHECK(
        differences("\nThe quays are clean.\n\nThe nine lamps are lit, and all the crews are paid in full.\n")
            .empty());
    const auto lost =
        differences("\nThe quays are clean.\n\nThe lamps are lit, and all the crews are paid in full.\n");
    REQUIRE(lost.size() == 1);
    CHECK(lost[0].kind == Difference::left_out);
    CHECK(lost[0].line == 3);
    CHECK(lost[0].words == "nine");
    const auto more = differences(
        "\nThe quays are very clean.\n\nThe nine lamps are lit, and all the crews are paid in full.\n");
    REQUIRE(more.size() == 1);
    CHECK(more[0].kind == Difference::added);
    CHECK(more[0].line == 1);
    CHECK(more[0].words == "very");
    const auto moved = differences(
        "\nThe quays are clean.\n\nAll the crews are paid in full, and the nine lamps are lit.\n");
    CHECK(!moved.empty());
    CHECK(std::any_of(moved.begin(), moved.end(),
                      [](const Difference& d) { return d.kind == Difference::moved; }));
}

TEST_CASE("import refuses what is too long", "[import]") {
    CHECK(import_bytes(repeat("a\n", 2 * (import::max_lines + 2))).too_long);
    CHECK_FALSE(import_bytes("a\n").too_long);
}

TEST_CASE("import recognises the framework by its phrases or takes the one that is chosen", "[import]") {
    import::FrameworkHints other{"lighthouse-2019",  {"lighthouses of the coast"}, {}, {}, {},
                                 { "bright", "dim" }};
    const std::vector<import::FrameworkHints> frameworks = {harbour_framework(), other};
    CHECK(import::import_report("Lighthouses of\nthe coast\n", frameworks).framework == "lighthouse-2019");
    CHECK(import::import_report("Inspection of harbours\n", frameworks).framework == "harbour-2020");
    CHECK(import::import_report("Inspection of harbours\n", frameworks, "lighthouse-2019").framework ==
          "lighthouse-2019");
    CHECK(import::import_report("Inspection of mills\n", frameworks).framework.empty());
}

}  // namespace stet::test

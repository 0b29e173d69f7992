// Quotation marks and dashes of print, and words that stay on one line.
#include <catch2/catch.hpp>
#include <set>

#include "backends/pdf/dump.hpp"
#include "backends/pdf/marks.hpp"
#include "tests/pdf_layout.hpp"

using namespace stet;
using namespace stet::pdf;

namespace {

std::string marked(std::string words, std::string_view before = {}) {
    set_marks(words, before);
    return words;
}

/// The text of each line, top to bottom.
std::vector<std::string> lines_of(const test::Laid& laid, const Page& page) {
    std::map<int, std::string> lines;
    for (const Item& item : page.items) {
        const auto* run = std::get_if<TextRun>(&item);
        if (run != nullptr && run->size > 10)
            lines[static_cast<int>(run->y * 10)] += run_text(*run, *laid.fonts);
    }
    std::vector<std::string> words;
    for (auto& [y, line] : lines) words.push_back(std::move(line));
    return words;
}

}  // namespace

TEST_CASE("typewriter marks become those of print") {
    CHECK(marked("the child's wishes, parents' views") == "the child’s wishes, parents’ views");
    CHECK(marked("a 'test of assurance' and \"more\"") == "a ‘test of assurance’ and “more”");
    CHECK(marked("('so-called')") == "(‘so-called’)");
    CHECK(marked("\"'Inner' and outer\"") == "“‘Inner’ and outer”");
    CHECK(marked("the '90s, 1990's") == "the ’90s, 1990’s");
    CHECK(marked("called \"Year 9\" there") == "called “Year 9” there");
    CHECK(marked("early help - and care") == "early help – and care");
    CHECK(marked("'s plan", "the council") == "’s plan");
    CHECK(marked("' said", "called ‘staying put") == "’ said");
}

TEST_CASE("marks that may stand for something else stay as typed") {
    CHECK(marked("a fence of 6' and 6\" more") == "a fence of 6' and 6\" more");
    CHECK(marked("5 - 3 = 2") == "5 - 3 = 2");
    CHECK(marked("out-of-hours, 2012-13, -5") == "out-of-hours, 2012-13, -5");
    CHECK(marked("-") == "-");
    CHECK(marked("\"") == "\"");
    CHECK(marked("a ' b") == "a ' b");
    CHECK(has_english_marks("en-GB"));
    CHECK(has_english_marks("cy"));
    CHECK_FALSE(has_english_marks("de"));
}

TEST_CASE("marks are set in linear time, whatever the text") {
    std::string words;
    for (unsigned i = 0; i < 2'000'000; ++i) words += "1'";
    set_marks(words, {});
    CHECK(words.size() == 4'000'000);
}

TEST_CASE("a number belongs to what it counts, names and dates hold together") {
    const std::pair<const char*, const char*> together[] = {
        {"31", "March"},   {"March", "2015"},      {"(Census", "2011)."},  {"paragraph", "12"},
        {"Section", "20"}, {"63,200", "children"}, {"£1.2", "million"},    {"12", "(7%)"},
        {"Dr", "Marsh"},   {"A.", "Marsh"},        {"£107,000", "(50%)."}, {"seven", "(27%)"}};
    for (const auto& [word, next] : together) {
        INFO(word << " " << next);
        CHECK(belong_together(word, next));
    }
    const std::pair<const char*, const char*> apart[] = {{"2015", "the"},  {"12.", "There"}, {"305", "to"},
                                                         {"was", "1,617"}, {"with", "12"},   {"a", "child"},
                                                         {"", "x"}};
    for (const auto& [word, next] : apart) {
        INFO(word << " " << next);
        CHECK_FALSE(belong_together(word, next));
    }
}

TEST_CASE("lines do not end between a number and what it counts, nor begin with a dash") {
    publication::Publication report;
    report.title = "Lines";
    for (unsigned i = 0; i < 60; ++i) {
        std::string words = test::prose(4 + i % 9, i) + " In all";
        for (unsigned k = 0; k < 8; ++k)
            words += " some " + std::to_string(100 + i * k) + " children – then others –";
        report.body.push_back(test::paragraph(words));
    }
    const auto laid = test::lay_out(report);
    std::size_t bound = 0;
    std::size_t broken = 0;
    for (const Page& page : laid->pages) {
        if (page.kind != PageKind::body) continue;
        for (const std::string& line : lines_of(*laid, page)) {
            CHECK_FALSE(line.starts_with("–"));
            ++bound;
            const std::size_t end = line.find_last_not_of(' ');
            if (end != std::string::npos && line[end] >= '0' && line[end] <= '9') ++broken;
        }
    }
    CHECK(bound > 200);
    CHECK(broken * 12 < bound);
}

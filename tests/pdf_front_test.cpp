// The cover and the contents: on one page where possible, said once, at their places.
#include <algorithm>
#include <catch2/catch.hpp>
#include <map>
#include <set>

#include "backends/pdf/dump.hpp"
#include "tests/pdf_layout.hpp"

using namespace stet;
using namespace stet::pdf;
using publication::Publication;

namespace {

std::size_t pages_of_kind(const test::Laid& laid, PageKind kind) {
    return static_cast<std::size_t>(std::count_if(laid.pages.begin(), laid.pages.end(),
                                                  [&](const Page& page) { return page.kind == kind; }));
}

/// The run that holds the words; null where none does.
const TextRun* find_run(const test::Laid& laid, const Page& page, std::string_view words) {
    for (const Item& item : page.items) {
        const auto* run = std::get_if<TextRun>(&item);
        if (run != nullptr && run_text(*run, *laid.fonts).find(words) != std::string::npos) return run;
    }
    return nullptr;
}

/// A report without a cover's judgements, of as many paragraphs below second-level headings.
Publication small_report(unsigned headings, unsigned words) {
    Publication report;
    report.title = "Small";
    report.cover.subject = "Marlow Vale";
    for (unsigned i = 0; i < headings; ++i) {
        const std::string title = "Subject " + std::to_string(i + 1);
        const std::string id = "subject-" + std::to_string(i + 1);
        report.body.push_back(test::heading(2, title, id));
        report.contents.push_back({2, "", title, id});
        report.body.push_back(test::numbered(std::to_string(i + 1), test::text(test::prose(words, i))));
    }
    return report;
}

}  // namespace

TEST_CASE("a full cover is drawn together, so that it stays on one page") {
    Publication report = test::sample_report(40);
    for (auto& row : report.cover.groups[1].rows) row.statement = {test::paragraph(test::prose(9, 3))};
    report.cover.groups[0].statement.push_back(test::paragraph(test::prose(25, 4)));
    const auto laid = test::lay_out(report);
    CHECK(pages_of_kind(*laid, PageKind::cover) == 1);
    CHECK(find_run(*laid, laid->pages[0], "well led") != nullptr);
    float lowest = 0;
    for (const Item& item : laid->pages[0].items) {
        if (const auto* run = std::get_if<TextRun>(&item)) lowest = std::max(lowest, run->y);
    }
    CHECK(lowest > laid->setter->page_height * 0.8F);
    CHECK(lowest <= laid->setter->page_height - laid->theme.bottom + 1);
}

TEST_CASE("the panel of a cover gives the grade once, notes begin at the cover's left edge") {
    Publication report = test::sample_report(40);
    report.cover.groups[0].lead = test::text("The overall judgement is requires improvement.");
    report.cover.groups[0].introduction = test::text("The overall judgement is");
    const auto laid = test::lay_out(report);
    const Page& cover = laid->pages.front();
    const TextRun* lead = find_run(*laid, cover, "The overall judgement is");
    REQUIRE(lead != nullptr);
    CHECK(run_text(*lead, *laid->fonts).find("requires") == std::string::npos);
    const TextRun* note = nullptr;
    for (const Item& item : cover.items) {
        const auto* run = std::get_if<TextRun>(&item);
        if (run != nullptr && run_text(*run, *laid->fonts) == "1 ") note = run;
    }
    REQUIRE(note != nullptr);
    CHECK(note->x == Approx(laid->theme.left));
}

TEST_CASE("contents that find room stand on the cover and name the right pages") {
    const Publication report = small_report(6, 300);
    const auto laid = test::lay_out(report);
    CHECK(pages_of_kind(*laid, PageKind::contents) == 0);
    REQUIRE(find_run(*laid, laid->pages[0], "Contents") != nullptr);
    for (unsigned i = 0; i < 6; ++i) {
        const std::uint32_t page =
            laid->galley.anchors[laid->galley.find_anchor(report.contents[i].target)].page;
        REQUIRE(page > 0);
        CHECK(find_run(*laid, laid->pages[page], report.contents[i].title) != nullptr);
        const TextRun* entry = find_run(*laid, laid->pages[0], report.contents[i].title);
        REQUIRE(entry != nullptr);
        // The largest headings begin at the margin, whatever their level.
        CHECK(entry->x == Approx(laid->theme.left));
    }
    CHECK(laid->pages[1].kind == PageKind::body);
}

TEST_CASE("entries of the contents have no stop before their leaders, and no leader of a dot or two") {
    Publication report = small_report(0, 0);
    std::string title = "Care";
    for (unsigned i = 0; i < 40; ++i) {
        title += i % 4 == 3 ? " of" : "i";
        const std::string id = "subject-" + std::to_string(i);
        report.body.push_back(test::heading(1, title + " is good.", id));
        report.body.push_back(test::paragraph(test::prose(60, i)));
        report.contents.push_back({1, "", title + " is good.", id});
    }
    const auto laid = test::lay_out(report);
    REQUIRE(pages_of_kind(*laid, PageKind::contents) >= 1);
    std::map<std::pair<std::uint32_t, int>, std::size_t> dots;
    std::size_t entries = 0;
    for (const Page& page : laid->pages) {
        if (page.kind != PageKind::contents) continue;
        for (const Item& item : page.items) {
            const auto* run = std::get_if<TextRun>(&item);
            if (run == nullptr) continue;
            const std::string words = run_text(*run, *laid->fonts);
            if (run->leaf == no_node && words == ".") ++dots[{page.index, static_cast<int>(run->y * 10)}];
            if (words.find("is good") == std::string::npos) continue;
            ++entries;
            CHECK(words.find("good.") == std::string::npos);
        }
    }
    CHECK(entries > 30);
    CHECK(dots.size() > 30);
    for (const auto& [line, count] : dots) CHECK(count >= 3);
}

TEST_CASE("a report of a page or two has no contents") {
    const auto brief = test::lay_out(small_report(4, 40));
    for (const Page& page : brief->pages) CHECK(find_run(*brief, page, "Contents") == nullptr);
}

TEST_CASE("contents of three levels are cut to two where that brings them on one page") {
    Publication report = small_report(0, 0);
    for (unsigned i = 0; i < 48; ++i) {
        const std::string title = "Subject " + std::to_string(i);
        const std::string id = "subject-" + std::to_string(i);
        const auto level = static_cast<std::uint8_t>(i == 0 ? 1 : i % 2 == 1 ? 2 : 3);
        report.body.push_back(test::heading(level, title, id));
        report.body.push_back(test::paragraph(test::prose(200, i)));
        report.contents.push_back({level, "", title, id});
    }
    const auto laid = test::lay_out(report);
    REQUIRE(pages_of_kind(*laid, PageKind::contents) == 1);
    CHECK(find_run(*laid, laid->pages[1], "Subject 47") != nullptr);
    CHECK(find_run(*laid, laid->pages[1], "Subject 46") == nullptr);
}

TEST_CASE("remarks on what is not printed stand in the contents of a review copy") {
    Publication report = small_report(6, 300);
    for (std::uint32_t i = 0; i < report.body.size(); ++i) report.body[i].source = {0, i * 100, i * 100 + 90};
    Options options;
    options.review = true;
    options.notes = {{{0, 110, 115}, Severity::error, "Z1", "Of a paragraph."}};
    const auto without = test::lay_out(report, options);
    CHECK(find_run(*without, without->pages[0], "Other remarks") == nullptr);
    options.notes.push_back({{1, 5, 9}, Severity::warning, "Z2", "Of another file.", "facts.csv, line 2"});
    const auto with = test::lay_out(report, options);
    CHECK(find_run(*with, with->pages[0], "Other remarks") != nullptr);
}

TEST_CASE("running heads name the largest headings of a report that has none of the first level") {
    const auto laid = test::lay_out(small_report(6, 300));
    std::string heads;
    for (const ArtifactGroup& group : laid->pages.back().front) {
        if (group.kind != Artifact::header) continue;
        for (const Item& item : group.items) {
            if (const auto* run = std::get_if<TextRun>(&item)) heads += run_text(*run, *laid->fonts);
        }
    }
    CHECK(heads.find("Subject") != std::string::npos);
}

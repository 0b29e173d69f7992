// Pages: no widows, orphans or stranded headings; notes with their marks; heads of tables; page numbers.
#include "tests/pdf_layout.hpp"

#include <catch2/catch.hpp>
#include <map>
#include <set>

#include "backends/pdf/dump.hpp"

using namespace stet;
using namespace stet::pdf;
using publication::Publication;

namespace {

/// Baselines of a leaf's runs by page.
using LinesByPage = std::map<std::uint32_t, std::set<int>>;

std::map<NodeId, LinesByPage> lines_of_leaves(const test::Laid& laid) {
    std::map<NodeId, LinesByPage> found;
    for (const Page& page : laid.pages) {
        for (const Item& item : page.items) {
            const auto* run = std::get_if<TextRun>(&item);
            if (run != nullptr && run->leaf != no_node)
                found[run->leaf][page.index].insert(static_cast<int>(run->y * 10));
        }
    }
    return found;
}

std::uint32_t page_of(const test::Laid& laid, const std::string& id) {
    return laid.galley.anchors[laid.galley.find_anchor(id)].page;
}

void check_no_widows(const test::Laid& laid) {
    for (const auto& [leaf, pages] : lines_of_leaves(laid)) {
        if (pages.size() < 2) continue;
        INFO("leaf " << leaf);
        CHECK(pages.begin()->second.size() >= 2);
        CHECK(pages.rbegin()->second.size() >= 2);
    }
}

Publication paragraphs(unsigned count, unsigned words) {
    Publication report;
    report.title = "Paragraphs";
    for (unsigned i = 0; i < count; ++i) {
        report.body.push_back(test::numbered(
            std::to_string(i + 1), test::text(test::prose(words + i % 37, i)), "p" + std::to_string(i)));
    }
    return report;
}

}  // namespace

TEST_CASE("paragraphs leave no single line on a page") {
    const Publication report = paragraphs(150, 45);
    const auto laid = test::lay_out(report);
    REQUIRE(laid->pages.size() > 8);
    check_no_widows(*laid);
}

TEST_CASE("a heading stands on the page of what it heads, no level is skipped") {
    Publication report;
    for (unsigned i = 0; i < 90; ++i) {
        report.body.push_back(
            test::heading(1 + i % 4 * (i % 2), "Heading " + std::to_string(i), "h" + std::to_string(i)));
        report.body.push_back(test::numbered(std::to_string(i), test::text(test::prose(30 + i % 50, i)),
                                             "p" + std::to_string(i)));
    }
    const auto laid = test::lay_out(report);
    for (unsigned i = 0; i < 90; ++i)
        CHECK(page_of(*laid, "h" + std::to_string(i)) == page_of(*laid, "p" + std::to_string(i)));
    std::uint8_t last = 1;
    for (const HeadingPlace& heading : laid->galley.headings) {
        CHECK(heading.level <= last + 1);
        last = heading.level;
    }
}

TEST_CASE("pages are well filled") {
    const Publication report = paragraphs(200, 60);
    const auto laid = test::lay_out(report);
    for (std::size_t i = 1; i + 1 < laid->pages.size(); ++i) {
        float lowest = 0;
        for (const Item& item : laid->pages[i].items) {
            if (const auto* run = std::get_if<TextRun>(&item)) lowest = std::max(lowest, run->y);
        }
        CHECK(lowest > laid->setter->page_height * 0.82F);
        CHECK(lowest < laid->setter->page_height - laid->theme.bottom + 1);
    }
}

TEST_CASE("a footnote begins on the page of its mark") {
    Publication report = paragraphs(120, 50);
    for (std::uint32_t i = 0; i < 40; ++i) {
        report.notes.push_back({"note" + std::to_string(i),
                                std::to_string(i + 1),
                                {test::paragraph(test::prose(20 + i * 9 % 70, i))},
                                {}});
        auto& numbered = std::get<publication::NumberedParagraph>(report.body[i * 3].content);
        publication::Piece mark;
        mark.note = i;
        std::get<publication::Paragraph>(numbered.body[0].content).text.push_back(mark);
    }
    const auto laid = test::lay_out(report);
    for (std::uint32_t i = 0; i < 40; ++i) {
        const Anchor body = laid->galley.anchors[laid->setter->notes[i].body];
        const Anchor mark = laid->galley.anchors[laid->setter->notes[i].mark];
        INFO("note " << i + 1);
        CHECK(body.page == mark.page);
        CHECK(body.y > mark.y);
    }
    check_no_widows(*laid);
}

TEST_CASE("a table that goes on repeats its head as an artifact, rows stay whole") {
    Publication report;
    publication::Table table;
    table.caption = test::text("Wards");
    table.columns = {publication::Align::left, publication::Align::right};
    publication::Cell head;
    head.heading = true;
    head.text = test::text("Ward of the council");
    publication::Cell number = head;
    number.text = test::text("Visits");
    table.head = {{head, number}};
    for (unsigned i = 0; i < 120; ++i) {
        publication::Cell name;
        name.text = test::text("Row " + std::to_string(i) + " " + test::prose(20, i));
        publication::Cell value;
        value.text = test::text(std::to_string(i * 7));
        table.body.push_back({name, value});
    }
    publication::Block block;
    block.content = table;
    report.body.push_back(block);
    const auto laid = test::lay_out(report);
    std::size_t pages = 0;
    std::size_t tagged = 0;
    for (const Page& page : laid->pages) {
        if (page.kind != PageKind::body) continue;
        ++pages;
        CHECK(test::page_text(*laid, page).find("Ward of the council") != std::string::npos);
        for (const Item& item : page.items) {
            const auto* run = std::get_if<TextRun>(&item);
            if (run != nullptr && run_text(*run, *laid->fonts).starts_with("Ward of") && run->leaf != no_node)
                ++tagged;
        }
    }
    CHECK(pages >= 3);
    CHECK(tagged == 1);
    for (const auto& [leaf, places] : lines_of_leaves(*laid)) CHECK(places.size() == 1);
}

TEST_CASE("contents name the page on which each section begins") {
    const Publication report = test::sample_report(120);
    const auto laid = test::lay_out(report);
    std::map<LinkId, std::string> printed;
    for (const Page& page : laid->pages) {
        if (page.kind != PageKind::contents) continue;
        for (const Item& item : page.items) {
            const auto* run = std::get_if<TextRun>(&item);
            if (run != nullptr && run->link != none) printed[run->link] = run_text(*run, *laid->fonts);
        }
    }
    REQUIRE(printed.size() == report.contents.size() + 1);  // and the annex of figures
    std::set<std::string> numbers;
    for (const auto& [link, number] : printed) {
        CHECK(number == std::to_string(laid->galley.anchors[laid->galley.links[link].anchor].page + 1));
        numbers.insert(number);
    }
    CHECK(numbers.size() > 4);
}

TEST_CASE("text stays between the margins in every form") {
    const Publication report = test::sample_report(60);
    for (const bool large : {false, true}) {
        for (const Paper paper : {Paper::a4, Paper::letter}) {
            Options options;
            options.large_print = large;
            options.paper = paper;
            const auto laid = test::lay_out(report, options);
            for (const Page& page : laid->pages) {
                for (const Item& item : page.items) {
                    const auto* run = std::get_if<TextRun>(&item);
                    if (run == nullptr) continue;
                    INFO("page " << page.index + 1 << " " << run_text(*run, *laid->fonts));
                    CHECK(run->x >= laid->theme.left - 0.5F);
                    CHECK(run->x + run->width <= page.width - laid->theme.right + 1.0F);
                    CHECK(run->y <= page.height - laid->theme.bottom + 1);
                    if (large) CHECK(run->size > 8);
                }
            }
        }
    }
}

TEST_CASE("links that lead to ids which do not exist are plain text") {
    Publication report;
    publication::Piece piece;
    piece.text = "nowhere";
    piece.target = "no-such-id";
    publication::Block block;
    block.content = publication::Paragraph{{piece}};
    report.body.push_back(block);
    const auto laid = test::lay_out(report);
    CHECK(laid->galley.links.empty());
    CHECK(test::page_text(*laid, laid->pages.back()).find("nowhere") != std::string::npos);
}

TEST_CASE("remarks of a review stand beside their paragraph") {
    Publication report = paragraphs(10, 40);
    for (std::uint32_t i = 0; i < 10; ++i) report.body[i].source = {0, i * 100, i * 100 + 90};
    Options options;
    options.review = true;
    options.notes = {{{0, 310, 320}, Severity::error, "F101", "The share does not fit."}};
    const auto laid = test::lay_out(report, options);
    float remark = 0;
    float beside = 0;
    for (const Page& page : laid->pages) {
        for (const Item& item : page.items) {
            const auto* run = std::get_if<TextRun>(&item);
            if (run == nullptr) continue;
            const std::string words = run_text(*run, *laid->fonts);
            if (words.find("F101") != std::string::npos) remark = run->y;
            if (words == "4 ") beside = run->y;
        }
    }
    CHECK(remark > 0);
    CHECK(std::abs(remark - beside) < 10);
}

TEST_CASE("a remark has its suggestion beside it, where that is short") {
    Publication report = paragraphs(2, 40);
    for (std::uint32_t i = 0; i < 2; ++i) report.body[i].source = {0, i * 100, i * 100 + 90};
    Options options;
    options.review = true;
    options.notes = {{{0, 10, 20}, Severity::error, "F101", "Of the first.", "", "Correct it."},
                     {{0, 110, 120}, Severity::error, "F102", "Of the second.", "", std::string(200, 'x')}};
    const auto laid = test::lay_out(report, options);
    std::string words;
    for (const Page& page : laid->pages) words += test::page_text(*laid, page);
    CHECK(words.find("Suggestion") != std::string::npos);
    CHECK(words.find("Correct it.") != std::string::npos);
    CHECK(words.find("xxxx") == std::string::npos);
}

TEST_CASE("remarks stand on the paragraph in a number, on the cover's judgement, and else on a last page") {
    Publication report;
    report.title = "Remarks";
    publication::JudgementRow row;
    row.title = "Leadership";
    row.grade = "Good";
    row.source = {0, 20, 60};
    report.cover.groups.emplace_back().rows = {row, row};
    report.cover.groups.back().rows[1].source = {0, 60, 90};
    report.body.push_back(test::numbered("1", test::text(test::prose(30, 1))));
    report.body.back().source = {0, 100, 190};
    std::get<publication::NumberedParagraph>(report.body.back().content).body.front().source = {0, 103, 190};
    Options options;
    options.review = true;
    options.notes = {{{0, 5, 9}, Severity::warning, "Z1", "Of the header.", "Line 1"},
                     {{0, 70, 80}, Severity::error, "Z2", "Of a judgement."},
                     {{0, 110, 115}, Severity::error, "Z3", "Of a paragraph."},
                     {{0, 300, 310}, Severity::query, "Z4", "Of a private part.", "Line 9"},
                     {{1, 110, 115}, Severity::query, "Z5", "Of another file.", "facts.csv, line 2"}};
    const auto laid = test::lay_out(report, options);
    std::map<std::string, std::multiset<std::size_t>> pages;
    for (const Page& page : laid->pages) {
        const std::string words = test::page_text(*laid, page);
        for (const char* code : {"Z1", "Z2", "Z3", "Z4", "Z5", "Other remarks"}) {
            for (std::size_t at = 0; (at = words.find(code, at)) != std::string::npos; ++at)
                pages[code].insert(page.index);
        }
    }
    const std::size_t last = laid->pages.size() - 1;
    CHECK(pages["Z2"] == std::multiset<std::size_t>{0});
    CHECK(pages["Z3"] == std::multiset<std::size_t>{last - 1});
    for (const char* code : {"Z1", "Z4", "Z5"}) CHECK(pages[code] == std::multiset<std::size_t>{last});
    CHECK(pages["Other remarks"].count(last) >= 1);
    CHECK(test::page_text(*laid, laid->pages.back()).find("facts.csv, line 2") != std::string::npos);
}

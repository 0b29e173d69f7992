// Where lines and pages end: even headings, no lone last words, headings and lead-ins with what they head, no
// page that stops early within a paragraph.
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

/// A line of the body: its words, and where they stand.
struct Shown {
    std::uint32_t page = 0;
    float y = 0;
    float left = 0;
    float right = 0;
    float size = 0;
    std::string words;
};

std::vector<Shown> lines_of(const test::Laid& laid, PageKind kind = PageKind::body) {
    std::vector<Shown> lines;
    for (const Page& page : laid.pages) {
        if (page.kind != kind) continue;
        for (const Item& item : page.items) {
            const auto* run = std::get_if<TextRun>(&item);
            if (run == nullptr || run->leaf == no_node) continue;
            if (lines.empty() || lines.back().page != page.index || std::abs(lines.back().y - run->y) > 3)
                lines.push_back({page.index, run->y, run->x, run->x, run->size, {}});
            lines.back().words += run_text(*run, *laid.fonts);
            lines.back().right = std::max(lines.back().right, run->x + run->width);
        }
    }
    return lines;
}

std::vector<Shown> lines_with_size(const test::Laid& laid, float size) {
    std::vector<Shown> lines = lines_of(laid);
    std::erase_if(lines, [&](const Shown& line) { return std::abs(line.size - size) > 0.1F; });
    return lines;
}

std::size_t words_in(const std::string& line) {
    const std::size_t end = line.find_last_not_of(' ') + 1;
    return static_cast<std::size_t>(
               std::count(line.begin(), line.begin() + static_cast<std::ptrdiff_t>(end), ' ')) +
           1;
}

Publication report_of(publication::Blocks blocks) {
    Publication report;
    report.title = "Breaks";
    report.body = std::move(blocks);
    return report;
}

}  // namespace

TEST_CASE("lines of a heading are about as long as each other where the last would be short") {
    const auto laid = test::lay_out(
        report_of({test::heading(2, "The experiences and progress of children who need help and protection"),
                   test::paragraph(test::prose(40, 1)),
                   test::heading(2,
                                 "The effectiveness of the board that keeps children safe across the county "
                                 "and in its five towns and many villages"),
                   test::paragraph(test::prose(40, 2))}));
    const std::vector<Shown> lines = lines_with_size(*laid, laid->theme.type(Type::h2).size);
    REQUIRE(lines.size() == 4);
    const auto width = [&](std::size_t line) { return lines[line].right - lines[line].left; };
    CHECK(width(1) > width(0) * 0.75F);                           // "protection" stood alone
    CHECK(width(2) > laid->setter->full_column().width * 0.75F);  // long enough as it was
}

TEST_CASE("no last line of a lone word where the line before could spare one") {
    publication::Blocks blocks;
    for (unsigned i = 0; i < 300; ++i) blocks.push_back(test::paragraph(test::prose(35 + i % 23, i)));
    const auto laid = test::lay_out(report_of(std::move(blocks)));
    const std::vector<Shown> lines = lines_with_size(*laid, laid->theme.type(Type::body).size);
    std::size_t lone = 0;
    for (std::size_t i = 1; i < lines.size(); ++i) {
        const bool last =
            i + 1 == lines.size() || lines[i + 1].y - lines[i].y > 16 || lines[i + 1].page != lines[i].page;
        const bool goes_on = lines[i].page == lines[i - 1].page && lines[i].y - lines[i - 1].y < 16;
        if (last && goes_on && words_in(lines[i].words) == 1) ++lone;
    }
    CHECK(lone <= 3);  // one paragraph in a hundred
}

TEST_CASE("a heading holds the line below it and what follows that line") {
    for (unsigned before = 15; before < 35; ++before) {
        publication::Blocks blocks;
        for (unsigned i = 0; i < before; ++i) blocks.push_back(test::paragraph("A line."));
        blocks.push_back(test::heading(2, "Is the service safe?", "heading"));
        blocks.push_back(test::paragraph("The rating is good."));
        blocks.push_back(test::numbered("1", test::text(test::prose(60, before)), "first"));
        for (unsigned i = 0; i < 9; ++i) blocks.push_back(test::paragraph(test::prose(60, i)));
        const auto laid = test::lay_out(report_of(std::move(blocks)));
        INFO(before);
        CHECK(laid->galley.anchors[laid->galley.find_anchor("heading")].page ==
              laid->galley.anchors[laid->galley.find_anchor("first")].page);
    }
}

TEST_CASE("what leads into a list stays with it, in the text, in a number and in an item") {
    for (unsigned before = 0; before < 40; ++before) {
        for (unsigned form = 0; form < 3; ++form) {
            publication::Blocks blocks;
            for (unsigned i = 0; i < 8; ++i) blocks.push_back(test::paragraph(test::prose(34 + before, i)));
            const publication::Block lead = test::paragraph("The strengths are");
            const publication::Block list = test::bullets({"First strength", "Second one", "Third one"});
            if (form == 0) {
                blocks.insert(blocks.end(), {lead, list});
            } else if (form == 1) {
                publication::NumberedParagraph numbered;
                numbered.number = "1";
                numbered.body = {lead, list};
                blocks.push_back(test::wrap({}, numbered));
            } else {
                publication::List outer;
                outer.items = {test::item("•", {lead, list})};
                blocks.push_back(test::wrap({}, outer));
            }
            const auto laid = test::lay_out(report_of(std::move(blocks)));
            std::set<std::uint32_t> pages;
            for (const Shown& line : lines_of(*laid)) {
                if (line.words.find("The strengths are") != std::string::npos ||
                    line.words.find("First strength") != std::string::npos)
                    pages.insert(line.page);
            }
            INFO(before << " " << form);
            CHECK(pages.size() == 1);
        }
    }
}

TEST_CASE("a page does not stop early within a paragraph") {
    publication::Blocks blocks;
    for (unsigned i = 0; i < 160; ++i) {
        blocks.push_back(test::numbered(std::to_string(i + 1), test::text(test::prose(40 + i * 7 % 90, i))));
        if (i % 9 == 8)
            blocks.push_back(test::chart(publication::ChartKind::bars, "Figure", "Placements by year"));
        if (i % 14 == 13) blocks.push_back(test::heading(2, "A heading"));
    }
    const auto laid = test::lay_out(report_of(std::move(blocks)));
    REQUIRE(laid->pages.size() > 20);
    std::map<NodeId, std::set<std::uint32_t>> pages_of_leaf;
    std::map<std::uint32_t, std::pair<float, NodeId>> last_of_page;
    for (const Page& page : laid->pages) {
        for (const Item& item : page.items) {
            const auto* run = std::get_if<TextRun>(&item);
            if (page.kind != PageKind::body || run == nullptr || run->leaf == no_node) continue;
            pages_of_leaf[run->leaf].insert(page.index);
            last_of_page[page.index] = std::max(last_of_page[page.index], {run->y, run->leaf});
        }
    }
    std::size_t parted = 0;
    for (const auto& [page, last] : last_of_page) {
        if (pages_of_leaf[last.second].size() < 2) continue;
        ++parted;
        const float foot = laid->setter->page_height - laid->theme.bottom;
        INFO("page " << page + 1);
        CHECK((foot - last.first) / laid->theme.type(Type::body).leading < 3.5F);
    }
    CHECK(parted > 5);
}

TEST_CASE("items of several lines stand farther apart than short ones") {
    const auto gap = [](std::vector<std::string> items) {
        const auto laid = test::lay_out(report_of({test::bullets(std::move(items))}));
        float widest = 0;
        const std::vector<Shown> lines = lines_of(*laid);
        for (std::size_t i = 1; i < lines.size(); ++i) widest = std::max(widest, lines[i].y - lines[i - 1].y);
        return widest;
    };
    CHECK(gap({test::prose(60, 1), test::prose(60, 2), test::prose(60, 3)}) >
          gap({"One short item", "Another short item"}) + 1);
}

TEST_CASE("a list of names on the cover is not divided within a name") {
    Publication report = test::sample_report(12);
    report.cover.facts.emplace_back(
        "Team inspectors",
        test::text("Martin Fairbrother, Adaeze Nwosu, Joan Tillotson, Imran Sheikh, Bethan "
                   "Rhys, Colin Ormerod, Grace Whitlam and Miriam Adeyemi"));
    const auto laid = test::lay_out(report);
    std::vector<std::string> team;
    for (const Shown& line : lines_of(*laid, PageKind::cover)) {
        if (!team.empty() || line.words.starts_with("Team inspectors")) team.push_back(line.words);
        if (line.words.find("Adeyemi") != std::string::npos) break;
    }
    REQUIRE(team.size() == 2);
    const std::size_t end = team[0].find_last_not_of(' ');
    CHECK((team[0][end] == ',' || team[1].starts_with("and ")));
}

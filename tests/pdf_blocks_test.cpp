// Lists, tables, charts, boxes and addresses as readers see them.
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

Publication report_of(publication::Blocks blocks) {
    Publication report;
    report.title = "Blocks";
    report.body = std::move(blocks);
    return report;
}

/// Every run of the body's pages with its words.
std::vector<std::pair<std::string, TextRun>> runs_of(const test::Laid& laid) {
    std::vector<std::pair<std::string, TextRun>> runs;
    for (const Page& page : laid.pages) {
        if (page.kind != PageKind::body) continue;
        for (const Item& item : page.items) {
            if (const auto* run = std::get_if<TextRun>(&item))
                runs.emplace_back(run_text(*run, *laid.fonts), *run);
        }
    }
    return runs;
}

publication::Chart bar_chart(std::vector<std::string> names, std::vector<std::string> values) {
    publication::Chart chart;
    chart.title = test::text("Bars");
    chart.alternative = "Bars.";
    chart.categories = std::move(names);
    chart.series.emplace_back();
    for (std::string& value : values) chart.series[0].values.push_back({value, value});
    return chart;
}

}  // namespace

TEST_CASE("bullets in bullets are dashes, notes begin with bullets again") {
    publication::List outer;
    outer.items = {test::item("•", {test::paragraph("One"), test::bullets({"Two", "Three"})})};
    auto& first = std::get<publication::Paragraph>(
        std::get<publication::List>(outer.items[0].body[1].content).items[0].body[0].content);
    first.text.push_back(test::mark(0));
    Publication report = report_of({test::wrap({}, outer)});
    report.notes = {{"note-1", "1", {test::bullets({"In the note"})}, {}}};
    const auto laid = test::lay_out(report);
    std::size_t bullets = 0;
    std::size_t dashes = 0;
    for (const auto& [words, run] : runs_of(*laid)) {
        bullets += words == "• " ? 1U : 0U;
        dashes += words == "– " ? 1U : 0U;
    }
    CHECK(bullets == 2);
    CHECK(dashes == 2);
}

TEST_CASE("a short column beside a long one is not broken") {
    publication::Table table;
    table.columns.assign(2, publication::Align::left);
    table.head = {{test::cell("Question", true), test::cell("Answer", true)}};
    table.body = {{test::cell("What was seen", true), test::cell(test::prose(200, 1))}};
    const auto laid = test::lay_out(report_of({test::wrap({}, table)}));
    bool whole = false;
    for (const auto& [words, run] : runs_of(*laid)) whole = whole || words.starts_with("What was seen");
    CHECK(whole);
}

TEST_CASE("a crowded table takes the column of numbers, and its caption with it") {
    publication::Table table;
    table.label = "Table 1";
    table.caption = test::text("Eight columns");
    table.columns.assign(8, publication::Align::left);
    table.head.emplace_back();
    table.body.emplace_back();
    for (unsigned i = 0; i < 8; ++i) {
        table.head[0].push_back(test::cell("Column", true));
        table.body[0].push_back(test::cell(test::prose(12, i)));
    }
    const auto laid = test::lay_out(report_of({test::paragraph("Before."), test::wrap({}, table)}));
    for (const auto& [words, run] : runs_of(*laid)) {
        if (words.starts_with("Table 1")) CHECK(run.x == Approx(laid->theme.left));
        if (words.starts_with("Before")) CHECK(run.x == Approx(laid->theme.left + laid->theme.number));
    }
}

TEST_CASE("names of bars are shown whole, however many lines they need") {
    const std::string name =
        "Children who went missing from care more than three times in one and the same year";
    const auto laid = test::lay_out(report_of({test::wrap({}, bar_chart({name, "None"}, {"15", "0"}))}));
    std::string all;
    for (const auto& [words, run] : runs_of(*laid)) all += words;
    for (const char* word : {"missing", "three", "same", "year", "None"}) {
        INFO(word);
        CHECK(all.find(word) != std::string::npos);
    }
}

TEST_CASE("values of lines that run close together do not touch, the unit is said once") {
    publication::Chart chart;
    chart.kind = publication::ChartKind::lines;
    chart.title = test::text("Lines");
    chart.alternative = "Lines.";
    chart.unit = "days";
    chart.categories = {"2013", "2014"};
    for (const char* value : {"602", "610", "598"}) {
        const std::string printed = std::string(value) + " days";
        chart.series.push_back({std::string("Series ") + value, {{value, printed}, {value, printed}}});
    }
    const auto laid = test::lay_out(report_of({test::wrap({}, chart)}));
    std::vector<TextRun> values;
    std::size_t units = 0;
    for (const auto& [words, run] : runs_of(*laid)) {
        if (words == "602" || words == "610" || words == "598") values.push_back(run);
        if (words.find("days") != std::string::npos) ++units;
    }
    REQUIRE(values.size() == 6);
    CHECK(units == 1);
    for (std::size_t i = 0; i < values.size(); ++i) {
        for (std::size_t k = i + 1; k < values.size(); ++k) {
            const bool beside =
                values[i].x + values[i].width < values[k].x || values[k].x + values[k].width < values[i].x;
            CHECK((beside || std::abs(values[i].y - values[k].y) >= values[i].size));
        }
    }
}

TEST_CASE("a strip whose parts are too small for their values gives them in its legend") {
    publication::Chart chart = bar_chart({"Most", "Few"}, {"99.5", "0.5"});
    chart.kind = publication::ChartKind::share;
    const auto small = test::lay_out(report_of({test::wrap({}, chart)}));
    const auto has = [](const test::Laid& laid, std::string_view wanted) {
        const auto runs = runs_of(laid);
        return std::any_of(runs.begin(), runs.end(), [&](const auto& run) { return run.first == wanted; });
    };
    CHECK(has(*small, "Few 0.5"));
    chart.series[0].values = {{"50", "50"}, {"50", "50"}};
    const auto even = test::lay_out(report_of({test::wrap({}, chart)}));
    CHECK(has(*even, "Few"));
}

TEST_CASE("an address stays whole at a page break") {
    for (unsigned before = 1; before < 12; ++before) {
        publication::Blocks blocks;
        for (unsigned i = 0; i < 10; ++i) blocks.push_back(test::paragraph(test::prose(40 + before * 3, i)));
        publication::Paragraph address;
        for (unsigned i = 0; i < 9; ++i) {
            address.text.push_back(test::text("Address line " + std::to_string(i)).front());
            address.text.back().line_break = i < 8;
        }
        blocks.push_back(test::wrap({}, address));
        const auto laid = test::lay_out(report_of(std::move(blocks)));
        std::set<std::uint32_t> pages;
        for (const Page& page : laid->pages) {
            if (test::page_text(*laid, page).find("Address line") != std::string::npos)
                pages.insert(page.index);
        }
        INFO(before);
        CHECK(pages.size() == 1);
    }
}

TEST_CASE("a box that goes on has its tint below its last line on each page") {
    publication::Box box;
    for (unsigned i = 0; i < 12; ++i) box.body.push_back(test::paragraph(test::prose(80, i)));
    const auto laid = test::lay_out(report_of({test::wrap({}, box)}));
    std::size_t pages = 0;
    for (const Page& page : laid->pages) {
        if (page.kind != PageKind::body || page.behind.empty()) continue;
        ++pages;
        float lowest = 0;
        for (const Item& item : page.items) {
            if (const auto* run = std::get_if<TextRun>(&item)) lowest = std::max(lowest, run->y);
        }
        const auto& tint = std::get<Drawing>(page.behind.front().items.front());
        CHECK(tint.points[3] > lowest + 6);
    }
    CHECK(pages >= 2);
}

TEST_CASE("a short last part stays below a page that is well filled, a long one begins a page") {
    for (const unsigned words : {40U, 900U}) {
        publication::Blocks blocks{test::heading(1, "First part", "first")};
        for (unsigned i = 0; i < 6; ++i) blocks.push_back(test::paragraph(test::prose(46, i)));
        blocks.push_back(test::heading(1, "Last part", "last"));
        blocks.push_back(test::paragraph(test::prose(words, 9)));
        const auto laid = test::lay_out(report_of(std::move(blocks)));
        const auto page = [&](const char* id) {
            return laid->galley.anchors[laid->galley.find_anchor(id)].page;
        };
        INFO(words);
        CHECK((page("first") == page("last")) == (words == 40));
    }
}

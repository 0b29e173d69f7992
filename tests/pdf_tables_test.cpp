// Tables and charts in little room, and the annex of figures: words whole, labels apart, heads shown again.
#include <algorithm>
#include <catch2/catch.hpp>
#include <set>

#include "backends/pdf/dump.hpp"
#include "tests/pdf_layout.hpp"

using namespace stet;
using namespace stet::pdf;
using publication::Publication;

namespace {

struct Seen {
    std::string words;
    TextRun run;
    std::uint32_t page = 0;
};

std::vector<Seen> runs_of(const test::Laid& laid) {
    std::vector<Seen> runs;
    for (const Page& page : laid.pages) {
        if (page.kind != PageKind::body) continue;
        for (const Item& item : page.items) {
            if (const auto* run = std::get_if<TextRun>(&item))
                runs.push_back({run_text(*run, *laid.fonts), *run, page.index});
        }
    }
    return runs;
}

Publication report_of(publication::Blocks blocks) {
    Publication report;
    report.title = "Tables";
    report.body = std::move(blocks);
    return report;
}

publication::Chart line_chart() {
    publication::Chart chart;
    chart.kind = publication::ChartKind::lines;
    chart.title = test::text("Days in care");
    chart.alternative = "Days in care.";
    chart.unit = "days";
    chart.categories = {"2009 to 2012", "2010 to 2013", "2011 to 2014", "2012 to 2015"};
    for (const char* name : {"Marlow Vale", "England"})
        chart.series.push_back({name, {{"602", "602"}, {"561", "561"}, {"507", "507"}, {"452", "452"}}});
    return chart;
}

/// As many facts of two sources as fill several pages of the annex.
Publication report_with_facts(std::uint8_t level, unsigned facts, unsigned words) {
    Publication report = report_of({test::heading(level, "Findings", "findings"),
                                    test::numbered("1", test::text(test::prose(words, 1)), "cited")});
    report.contents = {{level, "", "Findings", "findings"}};
    for (unsigned i = 0; i < facts; ++i) {
        publication::FactRow fact;
        fact.id = "fact-" + std::to_string(i);
        fact.name = "Children counted, row " + std::to_string(i);
        fact.value = std::to_string(100 + i);
        fact.date = "31 March 2015";
        fact.source = i < facts / 10 ? "Annual return" : "School census";
        fact.cited_in = {"cited"};
        report.facts.push_back(fact);
    }
    return report;
}

}  // namespace

TEST_CASE("columns with little room part dates, not words, and no line begins with a space") {
    Options options;
    options.large_print = true;
    publication::Table table;
    table.columns.assign(5, publication::Align::left);
    const char* heads[] = {"Figure", "At or in", "Value", "Calculation", "Cited in"};
    table.head.emplace_back();
    for (const char* head : heads) table.head[0].push_back(test::cell(head, true));
    table.body = {{test::cell("Unaccompanied children in suitable accommodation"),
                   test::cell("30\u00A0September\u00A02014"), test::cell("320\u00A0per\u00A010,000"),
                   test::cell("51,400 ÷ 223,500"), test::cell("11, 25, 113, page\u00A014")}};
    const auto laid = test::lay_out(report_of({test::wrap({}, table)}), options);
    CHECK(laid->diagnostics.all().empty());
    std::string all;
    for (const Seen& seen : runs_of(*laid)) {
        INFO(seen.words);
        CHECK_FALSE(seen.words.starts_with("\u00A0"));
        all += "|" + seen.words;
    }
    for (const char* word : {"Calculation", "Unaccompanied", "accommodation", "September", "10,000"}) {
        INFO(word);
        CHECK(all.find(word) != std::string::npos);
    }
}

TEST_CASE("labels of a chart's axes do not touch, in ordinary and in large print") {
    for (const bool large : {false, true}) {
        Options options;
        options.large_print = large;
        const auto laid = test::lay_out(report_of({test::wrap({}, line_chart())}), options);
        const TextRun* zero = nullptr;
        const TextRun* years = nullptr;
        const std::vector<Seen> runs = runs_of(*laid);
        for (const Seen& seen : runs) {
            if (seen.words == "0") zero = &seen.run;
            if (seen.words == "2009 to 2012") years = &seen.run;
        }
        REQUIRE(zero != nullptr);
        REQUIRE(years != nullptr);
        INFO(large);
        CHECK((years->x > zero->x + zero->width || years->y - years->size * 0.75F > zero->y));
    }
}

TEST_CASE("the legend of a line chart shows the shapes of its points") {
    const auto laid = test::lay_out(report_of({test::wrap({}, line_chart())}));
    const auto shapes_at = [&](float left, float right) {
        std::set<Drawing::Kind> kinds;
        for (const Page& page : laid->pages) {
            for (const Item& item : page.items) {
                const auto* drawing = std::get_if<Drawing>(&item);
                if (drawing == nullptr || drawing->leaf == no_node || drawing->points.empty()) continue;
                if (drawing->points[0] >= left && drawing->points[0] < right) kinds.insert(drawing->kind);
            }
        }
        return kinds;
    };
    for (const Seen& seen : runs_of(*laid)) {
        if (seen.words == "Marlow Vale")
            CHECK(shapes_at(seen.run.x - 12, seen.run.x) == std::set{Drawing::Kind::disc});
        if (seen.words == "England")
            CHECK(shapes_at(seen.run.x - 12, seen.run.x).count(Drawing::Kind::disc) == 0);
    }
}

TEST_CASE("a row that goes on stands as far below the repeated head as one that begins") {
    publication::Table table;
    table.columns.assign(2, publication::Align::left);
    table.head = {{test::cell("Question", true), test::cell("Answer", true)}};
    table.body = {{test::cell("What was seen"), test::cell(test::prose(1400, 1))}};
    const auto laid = test::lay_out(report_of({test::wrap({}, table)}));
    std::vector<float> distances;
    for (const Page& page : laid->pages) {
        float head = 0;
        float first = 1e6F;
        for (const Item& item : page.items) {
            const auto* run = std::get_if<TextRun>(&item);
            if (page.kind != PageKind::body || run == nullptr) continue;
            if (run_text(*run, *laid->fonts).starts_with("Answer")) head = run->y;
            if (head > 0 && run->y > head + 1) first = std::min(first, run->y);
        }
        if (head > 0) distances.push_back(first - head);
    }
    REQUIRE(distances.size() >= 2);
    for (const float distance : distances) CHECK(distance == Approx(distances.front()).margin(0.1));
}

TEST_CASE("the annex follows on the last page where that has room, and begins one where it has not") {
    for (const unsigned words : {60U, 560U}) {
        const auto laid = test::lay_out(report_with_facts(1, 5, words));
        const auto page = [&](const char* id) {
            return laid->galley.anchors[laid->galley.find_anchor(id)].page;
        };
        INFO(words);
        CHECK((page("annex of figures") == page("cited")) == (words == 60));
        CHECK(page("fact-4") == page("annex of figures"));
    }
}

TEST_CASE("the annex names the page on which it follows, where that cites a fact") {
    for (unsigned words = 20; words < 700; words += 40) {
        Publication report = report_with_facts(1, 5, words);
        publication::Block plain = test::paragraph("Words that cite a fact.");
        plain.id = "plain";
        report.body.push_back(plain);
        for (publication::FactRow& fact : report.facts) fact.cited_in = {"plain"};
        const auto laid = test::lay_out(report);
        const std::uint32_t page = laid->galley.anchors[laid->galley.find_anchor("plain")].page;
        REQUIRE(test::page_text(*laid, laid->pages[page]).find("Words that cite") != std::string::npos);
        std::size_t named = 0;
        for (const Seen& seen : runs_of(*laid))
            named += seen.words.starts_with("page\u00A0" + std::to_string(page + 1)) ? 1U : 0U;
        INFO(words);
        CHECK(named == 5);
    }
}

TEST_CASE("the annex has a heading like the report's own") {
    for (const std::uint8_t level : {std::uint8_t{1}, std::uint8_t{2}}) {
        const auto laid = test::lay_out(report_with_facts(level, 5, 60));
        float own = 0;
        float annex = 0;
        for (const Seen& seen : runs_of(*laid)) {
            if (seen.words.starts_with("Findings")) own = seen.run.size;
            if (seen.words.starts_with("Figures in this report")) annex = seen.run.size;
        }
        CHECK(own > 0);
        CHECK(own == annex);
    }
}

TEST_CASE("pages of the annex name the source that goes on, as an artifact") {
    const auto laid = test::lay_out(report_with_facts(1, 120, 60));
    std::vector<NodeId> leaves;
    std::set<std::uint32_t> pages;
    for (const Seen& seen : runs_of(*laid)) {
        if (!seen.words.starts_with("School census")) continue;
        leaves.push_back(seen.run.leaf);
        CHECK(pages.insert(seen.page).second);
    }
    REQUIRE(leaves.size() >= 3);
    CHECK(leaves[0] != no_node);
    for (std::size_t i = 1; i < leaves.size(); ++i) CHECK(leaves[i] == no_node);
}

TEST_CASE("a link of a figure says that it leads to the source, one of a bare number to what") {
    Publication report = report_with_facts(1, 2, 60);
    publication::Piece figure = test::text("66%").front();
    figure.target = "fact-1";
    std::get<publication::Paragraph>(
        std::get<publication::NumberedParagraph>(report.body[1].content).body[0].content)
        .text.push_back(figure);
    const auto laid = test::lay_out(report);
    std::set<std::string> said;
    for (const Link& link : laid->galley.links) said.insert(link.description);
    CHECK(said.count("Source of 66%") == 1);
    CHECK(said.count("Paragraph 1") == 1);
}

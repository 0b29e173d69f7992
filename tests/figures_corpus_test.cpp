// The figures of a real report, held against a list that was made by reading it: tests/corpus/figures.tsv has
// each figure's paragraph, words, kind and value, and each date's. `STET_UPDATE=1` writes the list anew, to
// be read.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <catch2/catch.hpp>
#include <cstdlib>
#include <fstream>
#include <string>
#include <vector>

#include "compiler/driver/frameworks.hpp"
#include "compiler/driver/pipeline.hpp"
#include "compiler/import/import.hpp"
#include "tests/support.hpp"

using namespace stet;

namespace {

using prose::Quantity;
using prose::QuantityKind;

constexpr std::array kinds{"count", "percent", "points", "rate",   "fraction", "money", "duration",
                           "age",   "measure", "date",   "period", "ordinal",  "name"};
constexpr std::array units{"",      "seconds", "minutes", "hours", "days", "working days", "weeks", "months",
                           "years", "metres",  "km",      "miles", "ha",   "GBP",          "EUR",   "USD"};
constexpr std::array bounds{"", "fewer than ", "at most ", "more than ", "at least "};

std::string day(const CivilDate& date) {
    return fmt::format("{:04}-{:02}-{:02}", date.year, date.month, date.day);
}

/// "at most 20 miles", "3..16 years", "2012-04-01..2013-03-31".
std::string value(const Quantity& q) {
    if (q.kind == QuantityKind::date || q.kind == QuantityKind::period)
        return day(q.first) + (q.kind == QuantityKind::period ? ".." + day(q.last) : "");
    std::string text = bounds[static_cast<std::size_t>(q.bound)] + shown(q.value, 4);
    if (q.range) text += ".." + shown(q.upper, 4);
    if (q.kind == QuantityKind::rate) text += fmt::format(" per {}", q.per);
    if (q.unit != prose::Unit::none) text += std::string(" ") + units[static_cast<std::size_t>(q.unit)];
    return q.approximation == prose::Approximation::none ? text : text + " roughly";
}

struct Found {
    std::vector<std::string> rows;
    std::vector<Quantity> quantities;
};

Found find_figures(const std::string& text) {
    test::MemoryWorld world;
    const auto hints = driver::import_hints(driver::load_frameworks(world));
    driver::AnalyseOptions options;
    options.spelling = false;
    const auto analysis =
        driver::analyse(world, "report.stet", import::import_report(text, hints).source, options);
    const model::Report& report = analysis.report;
    Found found;
    for (prose::RunId id = 0; id < report.runs.size(); ++id) {
        for (const Quantity& q : report.quantities[id]) {
            if (q.kind == QuantityKind::name || q.kind == QuantityKind::ordinal) continue;
            found.rows.push_back(fmt::format("{}\t{}\t{}", report.runs[id].words(q.begin, q.end),
                                             kinds[static_cast<std::size_t>(q.kind)], value(q)));
            found.quantities.push_back(q);
        }
    }
    return found;
}

}  // namespace

TEST_CASE("corpus: each figure and date of the seed is read as a reader reads it") {
    const auto shared = test::shared_dir();
    if (!shared) {
        WARN("the folder with real reports is absent: its figures were not compared");
        return;
    }
    const Found found = find_figures(test::slurp(*shared + "/seeds/hounslow-2014.txt"));
    const std::string path = test::root_dir() + "/tests/corpus/figures.tsv";
    const std::string rows = fmt::format("words\tkind\tvalue\n{}\n", fmt::join(found.rows, "\n"));
    if (std::getenv("STET_UPDATE") != nullptr) {
        std::ofstream(path) << rows;
        return;
    }
    CHECK(rows == test::slurp(path));

    // The counts of the audit's list of patterns (claims.md, Q1 to Q31 and section 3).
    const auto count = [&](auto matches) {
        return std::count_if(found.quantities.begin(), found.quantities.end(), matches);
    };
    const auto of_kind = [&](QuantityKind kind) {
        return count([=](const Quantity& q) { return q.kind == kind; });
    };
    CHECK(of_kind(QuantityKind::percent) == 42);
    CHECK(count([](const Quantity& q) { return q.kind == QuantityKind::percent && q.decimals == 1; }) == 6);
    CHECK(of_kind(QuantityKind::rate) == 2);
    CHECK(of_kind(QuantityKind::age) == 7);
    CHECK(of_kind(QuantityKind::measure) == 2);
    CHECK(count([](const Quantity& q) { return q.unit == prose::Unit::day; }) == 7);
    const auto in_style = [&](prose::DateStyle style) {
        return count([=](const Quantity& q) { return q.date_style == style; });
    };
    using enum prose::DateStyle;
    CHECK(in_style(day_month_year) == 7);  // and two in the dates of the inspection
    CHECK(in_style(month_year) == 11);
    CHECK(in_style(short_span) == 2);
    CHECK(in_style(long_span) == 4);
}

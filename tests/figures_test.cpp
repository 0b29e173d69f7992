// Facts and citations: tables, formulas, the ledger, and hostile input.
#include <algorithm>
#include <catch2/catch.hpp>
#include <chrono>
#include <nlohmann/json.hpp>

#include "compiler/base/csv.hpp"
#include "compiler/driver/pipeline.hpp"
#include "grammar/formulas.hpp"
#include "tests/figures_support.hpp"

using namespace stet;
using namespace stet::test;

namespace {

std::string run(const std::string& text) {
    MemoryWorld world;
    CheckedFigures checked = check_figures("title: A report\n\n" + text, world);
    return messages(checked);
}

}  // namespace

TEST_CASE("the message of a percentage shows the sum and what would agree") {
    CHECK(run("@facts \"C\"\n  cla  305 children\n  out  160 of cla\n\n[160 (53%)]{out} and [305]{cla}.\n") ==
          "F121 160 of 305 is 52.46%, which rounds to 52%, not 53%; 53% would need 161 to 163 of 305, or 160 "
          "of 300 to 304\n");
}

TEST_CASE("a slip in a fact is told once, whatever cites it") {
    const std::string text =
        "@facts \"C\"\n  cla  306 children\n  out  160 of cla\n\n[305]{cla}.\n\n[305]{cla} again. "
        "[160]{out}\n";
    CHECK(run(text) == "F120 the text says 305, but `cla` is 306\n");
}

TEST_CASE("an approximation that is off is a question, not an error") {
    CHECK(run("@facts \"C\"\n  cla  305 children\n\n[About 400]{cla}.\n") ==
          "F120 (query) the text says About 400, but `cla` is 305\n");
}

TEST_CASE("strict figures") {
    MemoryWorld world;
    CheckedFigures checked = check_figures(
        "title: A\n\n@facts \"C\"\n  cla  305 children\n\n[305]{cla} children aged 5 in 12 homes.\n", world,
        true);
    CHECK(messages(checked) == "F127 this figure cites no fact\n");
}

TEST_CASE("an insertion is written into the running text, and marks after it move") {
    MemoryWorld world;
    CheckedFigures checked = check_figures(
        "title: A\n\n@facts \"C\", at 31 March 2013\n  cla  1,305 children\n  out  9 of cla\n\nAll {cla} "
        "children, {out} and [1,305]{cla}, {out as percent}.\n",
        world);
    CHECK(messages(checked) == "");
    CHECK(checked.report.runs.back().text == "All 1,305 children, nine and 1,305, 1%.");
    CHECK(checked.ledger.count(validators::FigureStatus::checked) == 4);
}

TEST_CASE("formulas follow the order of arithmetic") {
    const auto value = [](const std::string& formula) {
        MemoryWorld world;
        CheckedFigures checked = check_figures(
            "title: A\n\n@facts \"C\"\n  a  12 homes\n  b  3 homes\n  c  = " + formula + "\n\n{c}{a}{b}\n",
            world);
        const auto& fact = checked.report.figures.facts[2];
        return fact.value ? model::printed(*fact.value) : messages(checked);
    };
    CHECK(value("a - b - 1") == "8");
    CHECK(value("a + b * 2") == "18");
    CHECK(value("(a + b) * 2 / 3") == "10");
    CHECK(value("-b + a") == "9");
    CHECK(value("b of a") == "25%");
    CHECK(value("b per 1,000 of a") == "250 per 1,000");
    CHECK(value("sum(a, b, 1 * b)") == "18");
    CHECK(value("average(a, b)") == "7.5");
    CHECK(value("change(a, b)") == "-75%");
    CHECK(value("b / a") == "0.25");
    CHECK(value("b / a as percent") == "25%");
    CHECK(value("a per 10,000") == "F104 the formula cannot be read from `a per 10,000` on\n");
    CHECK(grammar::formula_rule_problems() == 0);
}

TEST_CASE("tables are read as spreadsheets write them") {
    const CsvTable table = parse_csv("\"a\",b;c , \"d\"\"e\"\r\n\r\n\"x\ny\",2,\n");
    REQUIRE(table.rows.size() == 2);
    CHECK(table.rows[0].fields[0].text == "a");
    CHECK(table.rows[0].fields[1].text == "b;c");
    CHECK(table.rows[0].fields[2].text == "d\"e");
    CHECK(table.rows[1].fields[0].text == "x\ny");
    CHECK(table.rows[1].fields[2].text.empty());
    CHECK(parse_csv("a;b,1;c\n").rows[0].fields.size() == 3);
    CHECK(parse_csv("a\tb\n").rows[0].fields.size() == 2);
    CHECK(parse_csv("\"open").open_quotes.size() == 1);
    CHECK(parse_csv("\"a\"b,c").after_quotes.size() == 1);
    CHECK(parse_csv("").rows.empty());
    CHECK(decode_table("\xEF\xBB\xBFname") == "name");
    CHECK(decode_table("\xA3"
                       "5") ==
          "\u00A3"
          "5");
    CHECK(decode_table(std::string("\xFF\xFE"
                                   "a\0\xA3\0",
                                   6)) == "a\u00A3");
}

TEST_CASE("a bad row of a table is shown in the table") {
    MemoryWorld world;
    world.files["data.csv"] = "name,value,unit\ncla,305,children\nbad,many,children\n";
    CheckedFigures checked = check_figures("title: A\n\n@facts from \"data.csv\"\n\n[305]{cla}\n", world);
    REQUIRE(checked.diagnostics.all().size() == 1);
    const Diagnostic& d = checked.diagnostics.all()[0];
    CHECK(checked.sources->name(d.span.file) == "data.csv");
    CHECK(checked.sources->line_column(d.span.file, d.span.begin) == LineColumn{3, 5});
}

TEST_CASE("the ledger lists every figure with its status") {
    MemoryWorld world;
    CheckedFigures checked = check_figures(
        "title: A\n\n@facts \"C\", source \"Return\", at 31 March 2013\n  cla  305 children\n\n"
        "1. [305]{cla} children, [306]{cla} of them. {evidence EF-12}\n\n2. In 2013 there were 12 homes for "
        "50%.\n",
        world);
    CHECK(validators::ledger_summary(checked.ledger) ==
          "4 figures: 1 checked, 1 in conflict, 2 unbound, 0 uncheckable");
    CHECK(validators::account_of(checked.ledger.figures[0], checked.ledger, checked.report).evidence ==
          "EF-12");
    const auto json =
        nlohmann::json::parse(validators::ledger_json(checked.ledger, checked.report, *checked.sources));
    CHECK(json["schema"] == "stet-figures/1");
    CHECK(json["figures"].size() == 4);
    CHECK(json["figures"][1]["status"] == "in conflict");
    const CsvTable table =
        parse_csv(validators::ledger_csv(checked.ledger, checked.report, *checked.sources));
    CHECK(table.rows.size() == 5);
    const std::string pack = validators::accuracy_sheet(checked.ledger, checked.report, *checked.sources);
    const CsvTable sheet = parse_csv(pack);
    REQUIRE(sheet.rows.size() == 5);
    CHECK(sheet.rows[1].fields[4].text == "Return");
    CHECK(sheet.rows[1].fields[5].text == "31 March 2013");
    CHECK(sheet.rows[4].fields[1].text == "In 2013 there were 12 homes for 50%.");
}

TEST_CASE("the ledger says where a figure stands: below a paragraph, in a row and a column") {
    MemoryWorld world;
    const driver::Analysis checked = driver::analyse(
        world, "report.stet",
        "title: A\n\n# Homes\n\n1. They were seen:\n\n    - 12 homes were open.\n\nTable: Places\n| Age | "
        "Girls | Boys "
        "|\n|---|---|---|\n| Under 5 | 7 | 9 |\n",
        {});
    const CsvTable sheet =
        parse_csv(validators::accuracy_sheet(checked.ledger, checked.report, *checked.sources));
    const auto row = [&](const std::string& figure) {
        for (const CsvRow& each : sheet.rows) {
            if (each.fields[2].text == figure) return each.fields[0].text + " / " + each.fields[1].text;
        }
        return std::string();
    };
    CHECK(row("12") == "paragraph 1 / 12 homes were open.");
    CHECK(row("9") == "Table 1 / Under 5, Boys: 9");
}

TEST_CASE("hostile facts end in diagnostics, in linear time") {
    const auto seconds = [](const std::string& text) {
        MemoryWorld world;
        const auto start = std::chrono::steady_clock::now();
        CheckedFigures checked = check_figures(text, world);
        CHECK(checked.report.figures.facts.size() > 0);
        return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
    };
    const auto chain = [](int n) {
        std::string text = "title: A\n\n@facts \"C\"\n  f0  1 child\n";
        for (int i = 1; i <= n; ++i)
            text += "  f" + std::to_string(i) + "  = f" + std::to_string(i - 1) + " + 1\n";
        return text + "\n{f" + std::to_string(n) + "}\n";
    };
    const auto backwards = [](int n) {
        std::string text = "title: A\n\n@facts \"C\"\n";
        for (int i = n; i >= 1; --i)
            text += "  f" + std::to_string(i) + "  = f" + std::to_string(i - 1) + " + 1\n";
        return text + "  f0  1 child\n\n{f" + std::to_string(n) + "}\n";
    };
    const auto long_sum = [](int n) {
        std::string text = "title: A\n\n@facts \"C\"\n  a  1 child\n  s  = a";
        for (int i = 0; i < n; ++i) text += " + a";
        return text + "\n\n{s}\n";
    };
    const auto prose = [](int n) {
        std::string text = "title: A\n\n@facts \"C\"\n  a  1 child\n\n";
        for (int i = 0; i < n; ++i) text += "45 of whom 50% and 12 (7%) from 5 to 6, higher than 3% (";
        return text + "\n";
    };
    const auto circle = [](int n) {
        std::string text = "title: A\n\n@facts \"C\"\n";
        for (int i = 0; i < n; ++i)
            text += "  f" + std::to_string(i) + "  = f" + std::to_string((i + 1) % n) + "\n";
        return text;
    };
    using Make = std::string (*)(int);
    for (const Make make : {Make(chain), Make(backwards), Make(long_sum), Make(prose), Make(circle)}) {
        const double small = seconds(make(1000)), large = seconds(make(16000));
        INFO(small << " " << large);
        CHECK(large < 16 * 4 * small + 1.5);
    }
}

// The catalogue, collecting and rendering of diagnostics.
#include <catch2/catch.hpp>

#include "compiler/base/catalogue.hpp"
#include "compiler/base/render.hpp"
#include "compiler/base/suggest.hpp"

using namespace stet;

TEST_CASE("a diagnostic shows its line, the other side and the help") {
    Sources sources;
    const FileId file = sources.add("report.stet", "one £5\ntwo words\n");
    Diagnostics diagnostics;
    diagnostics.add({file, 8, 11}, diag::file_unreadable, "a.stet", "no such file")
        .relate({file, 0, 3}, "named here")
        .with_help("write the name again");
    CHECK(render(diagnostics.all()[0], sources, {}) ==
          "error[L102]: cannot read a.stet: no such file\n"
          "  --> report.stet:2:1\n"
          "   |\n"
          " 2 | two words\n"
          "   | ^^^\n"
          "  ::: report.stet:1:1\n"
          "   |\n"
          " 1 | one £5\n"
          "   | --- named here\n"
          "   = help: write the name again\n");
    CHECK(summary_line(diagnostics) == "1 error");
}

TEST_CASE("columns count code points and survive bytes that are not UTF-8") {
    Sources sources;
    const FileId file = sources.add("r", "a\xC2\xA3\xFFz");
    CHECK(sources.line_column(file, 3) == LineColumn{1, 3});
    CHECK(sources.line_column(file, 4) == LineColumn{1, 4});
    CHECK(sources.line_column(file, 99) == LineColumn{1, 5});
}

TEST_CASE("codes are looked up in any case and are unique") {
    CHECK(find_diagnostic("l102") == &diag::file_unreadable.info);
    CHECK(find_diagnostic("nothing") == nullptr);
    for (const DiagnosticInfo* info : all_diagnostics()) CHECK(find_diagnostic(info->code) == info);
}

TEST_CASE("the nearest name is suggested, a far one is not") {
    const std::string_view names[] = {"moves", "plans", "overall"};
    CHECK(nearest("movse", names) == "moves");
    CHECK(nearest("overal", names) == "overall");
    CHECK(nearest("xyz", names).empty());
}

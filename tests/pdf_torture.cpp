// A publication of everything that is hard to set. All text is invented.
#include "tests/pdf_samples.hpp"

namespace stet::test {

using namespace publication;

namespace {

void add_scripts(Publication& report) {
    report.body.push_back(heading(2, "Five scripts and more", "sec-scripts"));
    report.body.push_back(paragraph(
        "Greek: Οι επιθεωρητές μίλησαν με τα παιδιά. Cyrillic: Инспекторы говорили с детьми. Hebrew: המפקחים "
        "דיברו עם הילדים. "
        "Arabic: تحدث المفتشون مع الأطفال. Hindi: निरीक्षकों ने बच्चों से बात की। Chinese: 检查员与孩子们交谈。 "
        "And accents: "
        "Zoë, naïve façade, Łódź, e\xCC\x81t\xC3\xA9, H₂O, x², ½, → ≤ ≥, an office affluent in fjords."));
}

void add_nested_lists(Publication& report) {
    report.body.push_back(heading(2, "Lists in lists", "sec-lists"));
    List inner;
    inner.lettered = true;
    inner.items = {item("(a)", {paragraph(prose(30, 5)), bullets({prose(20, 8), prose(12, 9)})}),
                   item("(b)", {paragraph(prose(15, 6))})};
    List outer;
    outer.items = {item("•", {paragraph("The plan sets out:"), wrap({}, inner)}),
                   item("•", {paragraph(prose(25, 11))})};
    Block lead = numbered("1", text("Inspectors found that:"));
    std::get<NumberedParagraph>(lead.content).body.push_back(wrap({}, outer));
    report.body.push_back(lead);
    Quote quote;
    quote.body = {
        paragraph("They listened, and then they did what they had said they would do. " + prose(30, 21))};
    report.body.push_back(wrap({}, quote));
}

void add_long_table(Publication& report) {
    report.body.push_back(heading(2, "A table of several pages", "sec-table"));
    Table table;
    table.label = "Table 1";
    table.caption = text("Visits by ward and quarter");
    table.columns = {Align::left, Align::right, Align::right, Align::left};
    Cell ward = cell("Ward", true);
    ward.rows = 2;
    Cell quarters = cell("Visits in quarter", true);
    quarters.columns = 2;
    Cell remark = cell("Remark", true);
    remark.rows = 2;
    table.head = {{ward, quarters, remark}, {cell("First", true), cell("Second", true)}};
    for (unsigned i = 0; i < 90; ++i) {
        const std::string name = "Ward " + std::to_string(i + 1);
        if (i % 12 == 4) {
            Cell tall = cell(name + " and its parishes", true);
            tall.rows = 2;
            table.body.push_back({tall, cell(std::to_string(i * 13 % 97)), cell(std::to_string(i * 29 % 89)),
                                  cell(prose(9, i))});
            table.body.push_back({cell(std::to_string(i * 7 % 83)), cell(std::to_string(i * 3 % 71)),
                                  cell("Second line of the same ward")});
        } else {
            table.body.push_back({cell(name, true), cell(std::to_string(i * 13 % 97)),
                                  cell(std::to_string(i * 29 % 89)),
                                  cell(i % 5 == 0 ? prose(16, i) : "None")});
        }
    }
    report.body.push_back(wrap("tab-wards", table));
}

void add_links(Publication& report) {
    report.body.push_back(heading(2, "Four hundred links", "sec-links"));
    Text words;
    for (unsigned i = 0; i < 400; ++i) {
        Piece piece;
        piece.text = "link " + std::to_string(i + 1);
        if (i % 2 == 0) {
            piece.url = "https://example.org/report/" + std::to_string(i) + "?view=full&page=2";
        } else {
            piece.target = "sec-table";
        }
        words.push_back(piece);
        words.push_back(text(", ").front());
    }
    words.push_back(
        text("and the address "
             "https://example.org/a/very/long/address/that/must/break/somewhere/because/no/line/holds/it.")
            .front());
    report.body.push_back(wrap({}, Paragraph{words}));
}

/// Lists in lists, four deep, and a list that goes over a page break.
void add_deep_lists(Publication& report) {
    report.body.push_back(heading(3, "Four levels"));
    Block inner = bullets({prose(14, 31), prose(22, 32)});
    for (unsigned level = 0; level < 3; ++level) {
        List list;
        list.items = {item("•", {paragraph(prose(12 + level, 60 + level)), inner}),
                      item("•", {paragraph(prose(18, 70 + level)), paragraph(prose(16, 80 + level))})};
        inner = wrap({}, list);
    }
    report.body.push_back(inner);
    std::vector<std::string> many;
    for (unsigned i = 0; i < 30; ++i) many.push_back(prose(8 + i % 23, 90 + i));
    report.body.push_back(bullets(many));
}

void add_long_headings(Publication& report) {
    const std::string title =
        "A heading of the kind that committees write, which says in one breath what was found, whose work it "
        "was, "
        "what should follow, and how long that may take before anybody asks again whether it was done";
    for (unsigned level = 1; level <= 4; ++level) {
        report.body.push_back(heading(level, title, "long-" + std::to_string(level)));
        report.contents.push_back(
            {static_cast<std::uint8_t>(level), "", title, "long-" + std::to_string(level)});
    }
    report.body.push_back(numbered("105", text(prose(40, 14))));
    report.body.push_back(
        heading(2, "Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch and other long words"));
    report.body.push_back(
        numbered("106", text("Pneumonoultramicroscopicsilicovolcanoconiosis-"
                             "hippopotomonstrosesquippedaliophobia/antidisestablishmentarianism: "
                             "Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetz. " +
                             std::string(140, 'w') + " and the words go on. " + prose(20, 15))));
}

void add_odd_tables(Publication& report) {
    Table wide;
    wide.label = "Table 2";
    wide.caption = text("Eight columns: visits, reviews and plans by district");
    wide.columns.assign(8, Align::right);
    wide.columns[0] = wide.columns[7] = Align::left;
    wide.head.emplace_back();
    for (const char* name :
         {"District", "Visits planned", "Visits made", "Reviews held in time", "Share in time",
          "Plans with a date", "Change on the year before", "Remarks of the service"})
        wide.head.back().push_back(cell(name, true));
    for (unsigned i = 0; i < 6; ++i) {
        wide.body.push_back({cell("District of Upper Marlow " + std::to_string(i + 1), true), cell("1,204"),
                             cell("1,187"), cell("312"), cell("93.4%"), cell("288"), cell("−2.5%"),
                             cell(prose(10, 200 + i))});
    }
    report.body.push_back(wrap({}, wide));
    Table tall;
    tall.label = "Table 3";
    tall.caption = text("One very long cell");
    tall.columns = {Align::left, Align::left};
    tall.head = {{cell("Question", true), cell("Answer", true)}};
    tall.body = {{cell("What was seen", true), cell(prose(30, 301))},
                 {cell("What was said", true), cell(prose(520, 302))},
                 {cell("What was done", true), cell(prose(40, 303))}};
    report.body.push_back(wrap({}, tall));
}

void add_odd_charts(Publication& report) {
    Chart one;
    one.label = "Figure 6";
    one.title = text("One bar");
    one.categories = {"All"};
    one.series = {{"2014", {{"12", "12"}}}};
    one.alternative = "Bar chart of one bar: 12.";
    report.body.push_back(wrap({}, one));
    Chart zeros = one;
    zeros.label = "Figure 7";
    zeros.title = text("Zeros and falls, with names of some length");
    zeros.categories = {"Children who went missing from care more than three times in the year",
                        "None at all",
                        "Change in the number of children who live with foster carers of the authority"};
    zeros.series = {{"2014", {{"15", "15"}, {"0", "0"}, {"-8", "−8"}}}};
    report.body.push_back(wrap({}, zeros));
    Chart nothing = zeros;
    nothing.label = "Figure 8";
    nothing.title = text("Nothing but zeros");
    nothing.series = {{"2014", {{"0", "0"}, {"0", "0"}, {"0", "0"}}}};
    report.body.push_back(wrap({}, nothing));
    Chart lines = one;
    lines.kind = ChartKind::lines;
    lines.label = "Figure 9";
    lines.title = text("Lines that run close together");
    lines.categories = {"2009 to 2012", "2010 to 2013", "2011 to 2014", "2012 to 2015", "2013 to 2016"};
    lines.unit = "days";
    lines.series = {{"Marlow Vale",
                     {{"602", "602 days"},
                      {"561", "561 days"},
                      {"507", "507 days"},
                      {"452", "452 days"},
                      {"440", "440 days"}}},
                    {"England",
                     {{"610", "610 days"},
                      {"590", "590 days"},
                      {"520", "520 days"},
                      {"455", "455 days"},
                      {"441", "441 days"}}},
                    {"Neighbours",
                     {{"598", "598 days"},
                      {"570", "570 days"},
                      {"500", "500 days"},
                      {"470", "470 days"},
                      {"430", "430 days"}}}};
    report.body.push_back(wrap({}, lines));
    Block share = chart(ChartKind::share, "Figure 10", "Shares, one of them very small");
    std::get<Chart>(share.content).series[0].values = {
        {"96.5", "96.5%"}, {"0", "0%"}, {"3", "3%"}, {"0.5", "0.5%"}};
    report.body.push_back(share);
}

/// A quotation and a box that go over a page break wherever they begin.
void add_long_frames(Publication& report) {
    Quote quote;
    for (unsigned i = 0; i < 9; ++i) quote.body.push_back(paragraph(prose(80, 400 + i)));
    report.body.push_back(wrap({}, quote));
    Box box;
    box.title = text("A box of more than a page, with \"typewriter\" quotes - and a dash");
    for (unsigned i = 0; i < 9; ++i) box.body.push_back(paragraph(prose(80, 500 + i)));
    box.body.push_back(bullets({prose(12, 510), prose(14, 511)}));
    report.body.push_back(wrap({}, box));
}

}  // namespace

Publication torture_report(MemoryWorld& world) {
    Publication report = sample_report(16);
    report.title = "A report of everything that is hard";
    report.notes.push_back(
        {"note-long", "4", {paragraph(prose(900, 77)), bullets({prose(30, 5), prose(20, 6)})}, {}});
    report.body.push_back(heading(1, "What is hard", "part-hard"));
    report.contents.push_back({1, "", "What is hard", "part-hard"});
    for (unsigned i = 0; i < 4; ++i)
        report.body.push_back(numbered(std::to_string(100 + i), text(prose(90, 40 + i))));
    Text marked = text("A paragraph with a note that no page holds");
    marked.push_back(mark(3));
    marked.push_back(text(" goes on after its mark. " + prose(60, 12)).front());
    Piece abbreviation;
    abbreviation.text = "LSCB";
    abbreviation.expansion = "Local Safeguarding Children Board";
    marked.push_back(abbreviation);
    marked.push_back(text(" is an abbreviation.").front());
    report.body.push_back(numbered("104", marked));
    add_nested_lists(report);
    add_scripts(report);
    add_long_table(report);
    add_deep_lists(report);
    add_long_headings(report);
    add_odd_tables(report);
    add_odd_charts(report);
    add_long_frames(report);
    add_links(report);
    world.files["gradient.png"] = png_image(240, 160);
    Image image;
    image.label = "Figure 5";
    image.file = "gradient.png";
    image.caption = text("A gradient with a transparent corner");
    image.alternative = "A gradient from black to yellow.";
    report.body.push_back(wrap({}, image));
    image.label.clear();
    image.caption.clear();
    image.decorative = true;
    report.body.push_back(wrap({}, image));
    return report;
}

}  // namespace stet::test

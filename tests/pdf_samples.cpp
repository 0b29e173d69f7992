// Publications built by hand for the tests of the PDF backend. All text is invented.
#include "tests/pdf_samples.hpp"

#include <png.h>

#include <algorithm>

namespace stet::test {

using namespace publication;

namespace {

constexpr const char* subjects[] = {
    "Social workers",   "Managers",     "Foster carers", "Young people", "Independent reviewing officers",
    "Partner agencies", "Care leavers", "Adopters",      "Advocates",    "Team leaders"};
constexpr const char* verbs[] = {"know",   "describe",  "plan",       "review", "support",
                                 "record", "challenge", "understand", "value",  "share"};
constexpr const char* objects[] = {"the progress of each child", "decisions about where children live",
                                   "the quality of assessments", "risks outside the home",
                                   "learning from complaints",   "the wishes of children",
                                   "arrangements for contact",   "thresholds for early help",
                                   "plans for permanence",       "the support that families need"};
constexpr const char* tails[] = {"in good time",
                                 "without enough challenge",
                                 "with care and skill",
                                 "when caseloads allow",
                                 "across the whole authority",
                                 "before visits take place",
                                 "more consistently than last year",
                                 "although some records are late",
                                 "because leaders insist on it",
                                 "in most of the cases that inspectors saw"};

std::string sentence(unsigned& seed) {
    const auto next = [&](unsigned size) {
        seed = seed * 1664525U + 1013904223U;
        return (seed >> 16U) % size;
    };
    std::string words = subjects[next(10)];
    // One after the other: compilers differ in the order of operands.
    words.append(" ").append(verbs[next(10)]);
    words.append(" ").append(objects[next(10)]);
    words.append(" ").append(tails[next(10)]);
    if (next(3) == 0) {
        words.append(", and ").append(verbs[next(10)]);
        words.append(" ").append(objects[next(10)]);
    }
    return words + ".";
}

JudgementRow row(std::string number, std::string title, std::string grade, std::uint8_t rank,
                 std::uint8_t level = 0) {
    JudgementRow made;
    made.number = std::move(number);
    made.title = std::move(title);
    made.grade = std::move(grade);
    made.rank = rank;
    made.ranks = 4;
    made.level = level;
    return made;
}

Cover sample_cover() {
    Cover cover;
    cover.subject = "Marlow Vale Council";
    cover.titles = {text("Inspection of services for children in need of help and protection, children "
                         "looked after and care leavers"),
                    text("Review of the effectiveness of the local safeguarding children board")};
    cover.titles[1].push_back(mark(0));
    cover.facts = {{"Inspection date", text("13 January 2015 to 4 February 2015")},
                   {"Report published", text("20 March 2015")},
                   {"Lead inspector", text("A. N. Other")}};
    CoverGroup overall;
    overall.lead = text("The overall judgement is that services require improvement.");
    overall.leading = row("", "Overall effectiveness", "Requires improvement", 2);
    overall.statement = {paragraph(
        "There are no widespread or serious failures that leave children at risk of harm. Help and care are "
        "not yet delivered well enough for every child who needs them.")};
    CoverGroup table;
    table.rows = {row("1", "Children who need help and protection", "Requires improvement", 2),
                  row("2", "Children looked after and achieving permanence", "Good", 1),
                  row("2.1", "Adoption performance", "Outstanding", 0, 1),
                  row("2.2", "Experiences and progress of care leavers", "Inadequate", 3, 1),
                  row("3", "Leadership, management and governance", "Good", 1)};
    table.rows[0].target = "sec-help";
    table.rows[4].statement = {paragraph("Leaders know the service well and act on what they learn.")};
    JudgementRow unjudged = row("4", "Regional adoption agency", "Not judged", 0);
    unjudged.ranks = 0;
    table.rows.push_back(unjudged);
    CoverGroup board;
    board.lead = text("The local safeguarding children board is good.");
    board.leading = row("", "Local safeguarding children board", "Good", 1);
    board.statement = {paragraph("The board meets its duties and is well led.")};
    cover.groups = {overall, table, board};
    return cover;
}

Block sample_table() {
    Table table;
    table.label = "Table 1";
    table.caption = text("Children looked after by type of placement, at 31 March");
    table.columns = {Align::left, Align::right, Align::right, Align::right};
    table.head = {{cell("Placement", true), cell("2013", true), cell("2014", true), cell("Change", true)}};
    const char* rows[][4] = {{"Foster care, own provision", "142", "151", "+6%"},
                             {"Foster care, agency", "88", "97", "+10%"},
                             {"Children’s homes", "31", "26", "−16%"},
                             {"With parents", "12", "15", "+25%"},
                             {"All placements", "1,273", "1,289", "+1%"}};
    for (const auto& r : rows) table.body.push_back({cell(r[0], true), cell(r[1]), cell(r[2]), cell(r[3])});
    return wrap("tab-placements", table);
}

void add_sections(Publication& report, unsigned paragraphs) {
    const char* parts[] = {"The local authority", "The local safeguarding children board"};
    const char* sections[] = {"Summary of key findings", "Areas for improvement",
                              "The experiences and progress of children who need help and protection",
                              "Leadership, management and governance"};
    unsigned number = 1;
    unsigned seed = 7;
    for (unsigned p = 0; p < 2; ++p) {
        const std::string part_id = "part-" + std::to_string(p);
        report.body.push_back(heading(1, parts[p], part_id));
        report.contents.push_back({1, "", parts[p], part_id});
        for (unsigned s = 0; s < 4; ++s) {
            const std::string id =
                p == 0 && s == 2 ? "sec-help" : "sec-" + std::to_string(p) + "-" + std::to_string(s);
            report.body.push_back(heading(2, sections[s], id));
            report.contents.push_back({2, "", sections[s], id});
            for (unsigned i = 0; i < paragraphs / 8; ++i) {
                std::string words;
                for (unsigned k = 0; k < 2 + number % 4; ++k) words += (k == 0 ? "" : " ") + sentence(seed);
                Text body = text(words);
                if (number % 9 == 3) body.push_back(mark(1 + number % 2));
                Block block = numbered(std::to_string(number), body, "para-" + std::to_string(number));
                if (number % 7 == 2) {
                    auto& inner = std::get<NumberedParagraph>(block.content).body;
                    inner.push_back(bullets({sentence(seed), sentence(seed), sentence(seed)}));
                }
                if (number % 10 == 5) report.body.push_back(heading(3, "What inspectors saw", ""));
                report.body.push_back(std::move(block));
                ++number;
            }
            if (p == 0 && s == 0) report.body.push_back(sample_table());
            if (p == 0 && s == 1)
                report.body.push_back(chart(ChartKind::bars, "Figure 1", "Where children live"));
            if (p == 0 && s == 2) {
                Box box;
                box.title = text("Good practice: the Saturday club");
                box.body = {paragraph(prose(70, 3)), bullets({sentence(seed), sentence(seed)})};
                report.body.push_back(wrap({}, box));
            }
            if (p == 1 && s == 0)
                report.body.push_back(chart(ChartKind::stacked, "Figure 2", "Placements by year"));
            if (p == 1 && s == 1)
                report.body.push_back(chart(ChartKind::lines, "Figure 3", "Placements over time"));
            if (p == 1 && s == 2)
                report.body.push_back(chart(ChartKind::share, "Figure 4", "How placements divide"));
        }
    }
}

}  // namespace

Piece mark(std::uint32_t note) {
    Piece piece;
    piece.note = note;
    return piece;
}

Cell cell(std::string words, bool heads) {
    Cell made;
    made.text = text(std::move(words));
    made.heading = heads;
    return made;
}

ListItem item(std::string label, Blocks body) {
    ListItem made;
    made.label = std::move(label);
    made.body = std::move(body);
    return made;
}

Block bullets(std::vector<std::string> words) {
    List list;
    for (std::string& line : words) list.items.push_back(item("•", {paragraph(std::move(line))}));
    return wrap({}, list);
}

Block chart(ChartKind kind, std::string label, std::string title) {
    Chart made;
    made.kind = kind;
    made.label = std::move(label);
    made.title = text(std::move(title));
    made.categories = {"Own foster care", "Agency foster care", "Children’s homes", "With parents"};
    made.series = {{"2013", {{"142", "142"}, {"88", "88"}, {"31", "31"}, {"12", "12"}}}};
    if (kind != ChartKind::share)
        made.series.push_back({"2014", {{"151", "151"}, {"97", "97"}, {"26", "26"}, {"15", "15"}}});
    made.unit = "Children";
    made.source = "Marlow Vale Council, annual return, 31 March 2014";
    made.alternative = "Chart: most children live in foster care, and the number rose between 2013 and 2014.";
    return wrap({}, made);
}

Text text(std::string words) {
    Piece piece;
    piece.text = std::move(words);
    return {std::move(piece)};
}

Block paragraph(std::string words) {
    return wrap({}, Paragraph{text(std::move(words))});
}

Block numbered(std::string number, Text words, std::string id) {
    NumberedParagraph made;
    made.number = std::move(number);
    made.body.push_back(wrap({}, Paragraph{std::move(words)}));
    return wrap(std::move(id), made);
}

Block heading(unsigned level, std::string words, std::string id) {
    Heading made;
    made.level = static_cast<std::uint8_t>(level);
    made.title = text(std::move(words));
    return wrap(std::move(id), made);
}

std::string prose(unsigned words, unsigned seed) {
    std::string all;
    while (words > 0) {
        const std::string next = sentence(seed);
        all += (all.empty() ? "" : " ") + next;
        const auto count = static_cast<unsigned>(std::count(next.begin(), next.end(), ' ')) + 1;
        words -= std::min(words, count);
    }
    return all;
}

Publication sample_report(unsigned paragraphs) {
    Publication report;
    report.title = "Marlow Vale Council: inspection of services for children";
    report.subject = "Marlow Vale Council";
    report.publisher = "Inspectorate of Local Services";
    report.date = "2015-03-20";
    report.running_head = "Marlow Vale Council: inspection report";
    report.cover = sample_cover();
    report.notes = {
        {"note-powers",
         "1",
         {paragraph("The inspection was carried out under section 12 of the Local Services Act 2006.")},
         {}},
        {"note-cohort",
         "2",
         {paragraph("The figure counts children who were looked after for at least a year. " + prose(30, 4))},
         {}},
        {"note-return", "3", {paragraph("Annual return, table 4.")}, {}}};
    add_sections(report, paragraphs);
    FactRow fact;
    fact.id = "fact-cla";
    fact.label = "Children looked after";
    fact.value = "305 children";
    fact.date = "31 March 2014";
    fact.source = "Annual return";
    fact.cited_in = {"para-2", "para-5"};
    FactRow share = fact;
    share.id = "fact-near";
    share.label = "Children who live near home";
    share.value = "200 (66%)";
    share.calculation = "200 ÷ 305 = 65.57%";
    report.facts = {fact, share};
    return report;
}

std::string png_image(unsigned width, unsigned height) {
    std::string pixels;
    for (unsigned y = 0; y < height; ++y) {
        for (unsigned x = 0; x < width; ++x) {
            pixels += static_cast<char>(x * 255U / width);
            pixels += static_cast<char>(y * 255U / height);
            pixels += '\x60';
            pixels += static_cast<char>(x + y < width / 2 ? 0x40 : 0xFF);
        }
    }
    ::png_image header{};
    header.version = PNG_IMAGE_VERSION;
    header.width = width;
    header.height = height;
    header.format = PNG_FORMAT_RGBA;
    png_alloc_size_t size = 0;
    png_image_write_to_memory(&header, nullptr, &size, 0, pixels.data(), 0, nullptr);
    std::string file(size, '\0');
    png_image_write_to_memory(&header, file.data(), &size, 0, pixels.data(), 0, nullptr);
    file.resize(size);
    return file;
}

}  // namespace stet::test

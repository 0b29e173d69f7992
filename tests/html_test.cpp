// The HTML page: what is escaped, where links lead, what images keep, what a draft shows.
#include "backends/html/html.hpp"

#include <turbojpeg.h>

#include <catch2/catch.hpp>
#include <set>

#include "backends/html/images.hpp"
#include "backends/html/markup.hpp"
#include "tests/pdf_samples.hpp"

using namespace stet;
using publication::Publication;

namespace {

bool has(const std::string& page, std::string_view part) {
    return page.find(part) != std::string::npos;
}

/// The page of a report whose body is these blocks.
std::string page_of(publication::Blocks body, const html::Options& options = {}) {
    Publication report;
    report.title = "Inspection of services";
    report.cover.subject = "Ashdown";
    report.body = std::move(body);
    test::MemoryWorld world;
    return html::write(report, options, world).bytes;
}

std::string decoded(std::string_view address) {
    const std::string_view data = address.substr(address.find(',') + 1);
    constexpr std::string_view letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    std::string out;
    unsigned bits = 0;
    unsigned count = 0;
    for (const char c : data) {
        const std::size_t value = letters.find(c);
        if (value == std::string_view::npos) break;
        bits = bits << 6U | static_cast<unsigned>(value);
        count += 6;
        if (count < 8) continue;
        count -= 8;
        out += static_cast<char>(bits >> count & 255U);
    }
    return out;
}

/// A small JPEG file with an EXIF segment that holds an orientation and the name of a place.
std::string photograph(char turn) {
    std::vector<unsigned char> pixels(16 * 8 * 3, 120);
    tjhandle encoder = tjInitCompress();
    unsigned char* data = nullptr;
    unsigned long size = 0;
    REQUIRE(tjCompress2(encoder, pixels.data(), 16, 0, 8, TJPF_RGB, &data, &size, TJSAMP_444, 90, 0) == 0);
    std::string file(reinterpret_cast<const char*>(data), size);
    tjFree(data);
    tjDestroy(encoder);
    std::string exif("Exif\0\0MM\0\x2A\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0", 25);
    exif += turn;
    exif += std::string(6, '\0') + "12 Hidden Lane";
    const auto length = static_cast<char>(exif.size() + 2);
    return file.insert(2, std::string("\xFF\xE1\0", 3) + length + exif);
}

}  // namespace

TEST_CASE("HTML: text is escaped, and what a page must not hold is left out") {
    std::string out;
    html::append_text(out, "a < b & \"c\" > d\x01\x7F caf\xC3\xA9 \xFF");
    CHECK(out == "a &lt; b &amp; &quot;c&quot; &gt; d caf\xC3\xA9 \xEF\xBF\xBD");
    CHECK(html::fragment("fact-a.b c\"") == "\"#fact-a.b%20c%22\"");
    CHECK(html::base64("") == "");
    CHECK(html::base64("f") == "Zg==");
    CHECK(html::base64("foobar") == "Zm9vYmFy");
    const std::string page = page_of({test::paragraph("<script>alert(1)</script>")});
    CHECK_FALSE(has(page, "<script"));
    CHECK(has(page, "&lt;script&gt;"));
}

TEST_CASE("HTML: links lead to the web, to mail and into the page, and nowhere else") {
    for (const std::string url : {"https://example.org/a?b=c&d", "mailto:a@example.org", "TEL:0300"}) {
        CHECK(html::is_safe_address(url));
    }
    for (const std::string url :
         {"javascript:alert(1)", "data:text/html,x", "file:///etc/passwd", "//x", ""}) {
        CHECK_FALSE(html::is_safe_address(url));
    }
    publication::Block block = test::paragraph("see this");
    std::get<publication::Paragraph>(block.content).text.front().url = "javascript:alert(1)";
    const std::string page = page_of({block});
    CHECK(has(page, "<p>see this</p>"));
}

TEST_CASE("HTML: a numbered paragraph has its id, and its number is a link to it") {
    const std::string page = page_of(
        {test::heading(1, "Findings", "findings"), test::numbered("12", test::text("Words."), "words")});
    CHECK(has(page, "<h2 id=\"findings\">Findings</h2>"));
    CHECK(has(page, "id=\"words\"><a class=\"number\" href=\"#words\" aria-label=\"Paragraph 12\">12</a>"));
}

TEST_CASE("HTML: headings have no gaps in their levels") {
    const std::string page =
        page_of({test::heading(1, "One"), test::heading(3, "Deep"), test::heading(2, "Back")});
    CHECK(has(page, "<h2>One</h2>"));
    CHECK(has(page, "<h3>Deep</h3>"));
    CHECK(has(page, "<h3>Back</h3>"));
}

TEST_CASE("HTML: cells say what they head") {
    publication::Table table;
    table.label = "Table 1";
    table.columns.resize(3);
    table.columns[2] = publication::Align::right;
    publication::Cell head{test::text("Homes"), 2, 1, true};
    publication::Cell tall{test::text("Area"), 1, 2, true};
    table.head = {{tall, head}, {{test::text("2014"), 1, 1, true}, {test::text("2015"), 1, 1, true}}};
    table.body = {{{test::text("North"), 3, 1, true}},
                  {{test::text("Ash"), 1, 1, true}, {test::text("3")}, {test::text("4")}}};
    publication::Block block;
    block.id = "homes";
    block.content = table;
    const std::string page = page_of({block});
    CHECK(has(page,
              "<th scope=\"col\" rowspan=\"2\">Area</th><th scope=\"colgroup\" colspan=\"2\">Homes</th>"));
    // The second head row begins below "Area", so "2015" is the third column.
    CHECK(has(page, "<th scope=\"col\">2014</th><th scope=\"col\" class=\"right\">2015</th>"));
    CHECK(has(page, "<th scope=\"rowgroup\" colspan=\"3\">North</th>"));
    CHECK(has(page, "<th scope=\"row\">Ash</th><td>3</td><td class=\"right\">4</td>"));
}

TEST_CASE("HTML: notes and their marks lead to each other") {
    Publication report;
    report.notes.push_back({"note-1", "1", {test::paragraph("Within 20 miles.")}, {}});
    publication::Piece mark;
    mark.note = 0;
    for (int i = 0; i < 2; ++i) {
        publication::Block block = test::paragraph("Near home.");
        std::get<publication::Paragraph>(block.content).text.push_back(mark);
        report.body.push_back(block);
    }
    test::MemoryWorld world;
    const std::string page = html::write(report, {}, world).bytes;
    CHECK(has(page, "id=\"note-1-mark\" href=\"#note-1\" role=\"doc-noteref\" aria-label=\"Note 1\">1</a>"));
    CHECK(page.find("id=\"note-1-mark\"") == page.rfind("id=\"note-1-mark\""));
    CHECK(has(page, "href=\"#note-1-mark\" role=\"doc-backlink\""));
}

TEST_CASE("HTML: a photograph keeps its orientation and loses the rest of its metadata") {
    const auto turned = html::embed_image(photograph(6));
    const auto& image = std::get<html::Embedded>(turned);
    const std::string file = decoded(image.address);
    CHECK_FALSE(has(file, "Hidden Lane"));
    CHECK((image.width == 8 && image.height == 16));
    const auto again = pdf::decode_image(file);
    CHECK(std::get<pdf::ImageData>(again).turn == 6);
    const auto upright = html::embed_image(photograph(1));
    CHECK_FALSE(has(decoded(std::get<html::Embedded>(upright).address), "Exif"));
    CHECK(std::holds_alternative<pdf::ImageError>(html::embed_image("GIF89a")));
}

TEST_CASE("HTML: a PNG with alpha comes out as it went in") {
    const std::string file = test::png_image(12, 9);
    const auto embedded = html::embed_image(file);
    const auto before = std::get<pdf::ImageData>(pdf::decode_image(file));
    const auto after =
        std::get<pdf::ImageData>(pdf::decode_image(decoded(std::get<html::Embedded>(embedded).address)));
    CHECK(before.pixels == after.pixels);
    CHECK(before.alpha == after.alpha);
}

TEST_CASE("HTML: a draft says so, a final report does not") {
    html::Options options;
    options.draft = true;
    CHECK(has(page_of({}, options), "<title>Draft: "));
    CHECK_FALSE(has(page_of({}), "Draft"));
}

TEST_CASE("HTML: the hard report has every id once, and the same bytes again") {
    test::MemoryWorld world;
    const Publication report = test::torture_report(world);
    const html::Result result = html::write(report, {}, world);
    CHECK(result.diagnostics.all().empty());
    std::set<std::string> ids;
    for (std::size_t at = 0; (at = result.bytes.find(" id=\"", at)) != std::string::npos;) {
        at += 5;
        const std::string id = result.bytes.substr(at, result.bytes.find('"', at) - at);
        INFO(id);
        CHECK(ids.insert(id).second);
    }
    CHECK(has(result.bytes, "<img src=\"data:image/png;base64,"));
    CHECK(html::write(report, {}, world).bytes == result.bytes);
}

TEST_CASE("HTML: what is missing or damaged is a diagnostic, and a page without a theme is none") {
    test::MemoryWorld world;
    publication::Image image;
    image.file = "gone.png";
    image.alternative = "A map of the area";
    publication::Block block;
    block.content = image;
    Publication report;
    report.body.push_back(block);
    const html::Result result = html::write(report, {}, world);
    REQUIRE(result.diagnostics.all().size() == 1);
    CHECK(has(result.bytes, "<p class=\"stand-in\">A map of the area</p>"));
    html::Options options;
    options.theme = "no-such-theme";
    const html::Result none = html::write(report, options, world);
    CHECK(none.bytes.empty());
    CHECK_FALSE(none.diagnostics.all().empty());
}

TEST_CASE("HTML: a review copy has its remarks behind what they are about, and the others at the end") {
    Publication report;
    report.title = "Remarks";
    publication::JudgementRow row;
    row.title = "Leadership";
    row.grade = "Good";
    row.source = {0, 20, 60};
    report.cover.groups.emplace_back().rows = {row, row};
    report.cover.groups.back().rows[1].source = {0, 60, 90};
    publication::Piece words;
    words.text = "A first paragraph.";
    publication::Block block;
    block.content = publication::Paragraph{{words}};
    block.source = {0, 100, 190};
    report.body = {block, block};
    report.body.back().source = {0, 200, 290};
    html::Options options;
    options.remarks = {{{0, 5, 9}, Severity::warning, "Z1", "Of the header.", "Line 1", "write <less>"},
                       {{0, 70, 80}, Severity::error, "Z2", "Of a judgement."},
                       {{0, 110, 115}, Severity::query, "Z3", "Of a paragraph.", "Line 7", "ask"}};
    test::MemoryWorld world;
    const std::string page = html::write(report, options, world).bytes;
    CHECK(
        has(page,
            "<div class=\"remark\" role=\"note\"><p><strong>Error Z2:</strong> Of a judgement.</p>\n</div>"));
    const std::size_t first = page.find("A first paragraph.</p>");
    const std::size_t remark =
        page.find("<strong>Query Z3:</strong> Of a paragraph.</p>\n<p>Suggestion: ask</p>");
    const std::size_t second = page.find("A first paragraph.</p>", first + 1);
    CHECK((first < remark && remark < second && second != std::string::npos));
    const std::size_t others = page.find("Other remarks</h2>");
    CHECK((others > second && others != std::string::npos));
    CHECK(
        page.find(
            "<li><p><strong>Warning Z1, Line 1:</strong> Of the header.</p>\n<p>Suggestion: write &lt;less") >
        others);
    options.remarks.erase(options.remarks.begin());
    CHECK_FALSE(has(html::write(report, options, world).bytes, "Other remarks"));
    options.remarks.clear();
    CHECK_FALSE(has(html::write(report, options, world).bytes, "role=\"note\""));
}

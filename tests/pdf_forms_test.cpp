// Forms of the PDF beside the ordinary: justified lines, remarks that overflow, long covers, logos, CMYK.
#include <turbojpeg.h>

#include <algorithm>
#include <catch2/catch.hpp>

#include "backends/pdf/dump.hpp"
#include "backends/pdf/images.hpp"
#include "tests/pdf_layout.hpp"

using namespace stet;
using namespace stet::pdf;
using publication::Publication;

namespace {

bool has_code(const Diagnostics& diagnostics, std::string_view code) {
    return std::any_of(diagnostics.all().begin(), diagnostics.all().end(),
                       [&](const Diagnostic& d) { return d.info->code == code; });
}

template <class Visit>
void for_each_run(const test::Laid& laid, const Visit& visit) {
    for (const Page& page : laid.pages) {
        for (const Item& item : page.items) {
            if (const auto* run = std::get_if<TextRun>(&item)) visit(page, *run);
        }
    }
}

/// A solid CMYK JPEG file; ink from 0 to 255, stored inverted as Adobe does.
std::string cmyk_jpeg(unsigned char cyan, unsigned char magenta, unsigned char yellow, unsigned char black) {
    constexpr int side = 16;
    std::vector<unsigned char> pixels;
    for (int i = 0; i < side * side; ++i) {
        for (const unsigned char ink : {cyan, magenta, yellow, black})
            pixels.push_back(static_cast<unsigned char>(255 - ink));
    }
    tjhandle encoder = tjInitCompress();
    unsigned char* data = nullptr;
    unsigned long size = 0;
    REQUIRE(tjCompress2(encoder, pixels.data(), side, 0, side, TJPF_CMYK, &data, &size, TJSAMP_444, 95, 0) ==
            0);
    std::string file(reinterpret_cast<const char*>(data), size);
    tjFree(data);
    tjDestroy(encoder);
    return file;
}

}  // namespace

TEST_CASE("hyphenation points leave two letters before and three after") {
    test::MemoryWorld world;
    const Hyphenator british(world, "en-GB");
    for (const std::string word : {"accommodation", "responsibilities", "safeguarding", "independent"}) {
        INFO(word);
        const std::vector<std::uint16_t> points = british.points(word);
        REQUIRE_FALSE(points.empty());
        CHECK(std::is_sorted(points.begin(), points.end()));
        CHECK(points.front() >= 2);
        CHECK(points.back() + 3U <= word.size());
    }
    CHECK(british.points("cat").empty());
    CHECK(british.points("").empty());
    CHECK(british.points("Łódź").empty());
    CHECK(Hyphenator(world, "xx").points("accommodation").empty());
}

TEST_CASE("only justified lines are hyphenated, and they are full") {
    Publication report;
    report.title = "Lines";
    report.body.push_back(test::paragraph(test::prose(900, 5)));
    for (const bool justify : {false, true}) {
        Options options;
        options.justify = justify;
        test::MemoryWorld world;
        const Hyphenator hyphenator(world, "en-GB");
        const auto laid = test::lay_out(report, options, justify ? &hyphenator : nullptr);
        std::size_t hyphens = 0;
        std::map<int, float> ends;
        for_each_run(*laid, [&](const Page& page, const TextRun& run) {
            hyphens += run.soft_hyphen ? 1U : 0U;
            float& end = ends[static_cast<int>(page.index * 10000 + static_cast<unsigned>(run.y * 10))];
            end = std::max(end, run.x + run.width);
        });
        float widest = 0;
        for (const auto& [line, end] : ends) widest = std::max(widest, end);
        const auto full = std::count_if(ends.begin(), ends.end(),
                                        [&](const auto& line) { return line.second > widest - 1; });
        CHECK((hyphens > 0) == justify);
        CHECK((full * 10 > static_cast<std::ptrdiff_t>(ends.size()) * 8) == justify);
    }
}

TEST_CASE("CMYK JPEG files become RGB") {
    const auto decoded = decode_image(cmyk_jpeg(255, 0, 0, 0));
    REQUIRE(std::holds_alternative<ImageData>(decoded));
    const auto& image = std::get<ImageData>(decoded);
    CHECK_FALSE(image.jpeg);
    CHECK(image.channels == 3);
    REQUIRE(image.pixels.size() == 16U * 16 * 3);
    CHECK(static_cast<unsigned char>(image.pixels[0]) < 16);
    CHECK(static_cast<unsigned char>(image.pixels[1]) > 239);
    CHECK(static_cast<unsigned char>(image.pixels[2]) > 239);
    const auto dark = decode_image(cmyk_jpeg(0, 0, 0, 255));
    CHECK(static_cast<unsigned char>(std::get<ImageData>(dark).pixels[0]) < 16);
}

TEST_CASE("a theme's logo is in the file; a bad one is said and left out") {
    test::MemoryWorld world;
    const auto plain = std::get<std::string>(world.read_resource("themes/plain.theme"));
    world.files["share/themes/house.theme"] = plain + "\nlogo: crest.png\n";
    world.files["crest.png"] = test::png_image(80, 40);
    const Publication report = test::sample_report(24);
    Options options;
    options.theme = "house";
    const Result with = write(report, options, world);
    CHECK(with.diagnostics.all().empty());
    CHECK(with.bytes.find("/Subtype/Image") != std::string::npos);
    CHECK(write(report, {}, world).bytes.find("/Subtype/Image") == std::string::npos);

    world.files["crest.png"] = "no picture";
    const Result damaged = write(report, options, world);
    CHECK(has_code(damaged.diagnostics, "X203"));
    CHECK_FALSE(damaged.bytes.empty());
    world.files.erase("crest.png");
    CHECK(has_code(write(report, options, world).diagnostics, "X202"));
}

TEST_CASE("remarks that find no room beside their text go on in the margin of later pages") {
    Publication report;
    report.title = "Remarks";
    for (unsigned i = 0; i < 4; ++i) {
        report.body.push_back(test::numbered(std::to_string(i + 1), test::text(test::prose(40, i))));
        report.body.back().source = {0, i * 100, i * 100 + 90};
    }
    Options options;
    options.review = true;
    for (unsigned i = 0; i < 150; ++i) {
        options.notes.push_back(
            {{0, 110, 120}, Severity::warning, "F" + std::to_string(900 + i), test::prose(12, i)});
    }
    const auto laid = test::lay_out(report, options);
    CHECK(laid->pages.size() >= 3);
    std::size_t remarks = 0;
    float last = 0;
    for_each_run(*laid, [&](const Page& page, const TextRun& run) {
        CHECK(run.y <= page.height - laid->theme.bottom + 1);
        if (run_text(run, *laid->fonts).find("warning") == std::string::npos) return;
        ++remarks;
        const float place = static_cast<float>(page.index) * page.height + run.y;
        CHECK(place > last);
        last = place;
    });
    CHECK(remarks == 150);
}

TEST_CASE("a cover of two pages goes on with a running head, and the contents follow") {
    Publication report = test::sample_report(24);
    for (auto& group : report.cover.groups) {
        for (auto& row : group.rows) row.statement = {test::paragraph(test::prose(70, 3))};
    }
    const auto laid = test::lay_out(report);
    REQUIRE(laid->pages.size() > 3);
    CHECK(laid->pages[0].kind == PageKind::cover);
    CHECK(laid->pages[1].kind == PageKind::cover);
    CHECK(laid->pages[2].kind == PageKind::contents);
    CHECK(laid->pages[0].front.empty());
    CHECK_FALSE(laid->pages[1].front.empty());
    std::map<std::uint32_t, float> lowest;
    for_each_run(*laid, [&](const Page& page, const TextRun& run) {
        lowest[page.index] = std::max(lowest[page.index], run.y);
    });
    for (const std::uint32_t page : {0U, 1U}) {
        CHECK(lowest[page] > laid->setter->page_height * 0.3F);
        CHECK(lowest[page] <= laid->setter->page_height - laid->theme.bottom + 1);
    }
}

TEST_CASE("the annex of figures names pages for places without a number, and groups by source") {
    Publication report = test::sample_report(24);
    publication::Block plain = test::paragraph("Words that cite a fact.");
    plain.id = "unnumbered";
    report.body.push_back(plain);
    report.facts[0].cited_in = {"unnumbered", "para-5"};
    report.facts[1].source = "School census";
    const auto laid = test::lay_out(report);
    std::string annex;
    std::uint32_t place = laid->galley.anchors[laid->galley.find_anchor("unnumbered")].page;
    for (const Page& page : laid->pages) {
        if (page.index >= place) annex += test::page_text(*laid, page);  // it may follow on that page
    }
    CHECK(annex.find("page\xC2\xA0" + std::to_string(place + 1)) != std::string::npos);
    CHECK(annex.find("Annual return") < annex.find("School census"));
    std::string contents;
    for (const Page& page : laid->pages) {
        if (page.kind == PageKind::contents) contents += test::page_text(*laid, page);
    }
    CHECK(contents.find("Figures in this report") != std::string::npos);
}

TEST_CASE("no report ends with a page of a few lines") {
    for (unsigned words = 20; words < 60; words += 5) {
        Publication report;
        report.title = "Ends";
        for (unsigned i = 0; i < 60; ++i)
            report.body.push_back(test::numbered(std::to_string(i + 1), test::text(test::prose(words, i))));
        const auto laid = test::lay_out(report);
        std::set<int> lines;
        for (const Item& item : laid->pages.back().items) {
            if (const auto* run = std::get_if<TextRun>(&item)) lines.insert(static_cast<int>(run->y * 10));
        }
        INFO(words);
        CHECK(lines.size() >= 9);
    }
}

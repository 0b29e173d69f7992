// The written file: the same bytes for the same report, honest metadata, hostile publications, bad images,
// themes.
#include <turbojpeg.h>

#include <catch2/catch.hpp>
#include <chrono>
#include <clocale>
#include <cstdlib>
#include <ctime>

#include "backends/pdf/images.hpp"
#include "backends/pdf/metadata.hpp"
#include "backends/pdf/pdf.hpp"
#include "backends/pdf/syntax.hpp"
#include "backends/pdf/theme.hpp"
#include "tests/pdf_samples.hpp"

using namespace stet;
using namespace stet::pdf;
using publication::Publication;

namespace {

bool has_code(const Diagnostics& diagnostics, std::string_view code) {
    for (const Diagnostic& d : diagnostics.all()) {
        if (d.info->code == code) return true;
    }
    return false;
}

Publication with_text(std::string words) {
    Publication report;
    report.title = "One paragraph";
    report.body.push_back(test::paragraph(std::move(words)));
    report.body[0].source = {0, 5, 25};
    auto& text = std::get<publication::Paragraph>(report.body[0].content).text;
    text[0].source = {0, 5, 25};
    return report;
}

}  // namespace

TEST_CASE("the same report gives the same bytes whatever the threads, locale and time zone") {
    test::MemoryWorld world;
    const Publication report = test::torture_report(world);
    Options options;
    const std::string once = write(report, options, world).bytes;
    REQUIRE(once.starts_with("%PDF-1.7\n"));
    options.threads = 4;
    const std::string old_locale = std::setlocale(LC_ALL, nullptr);
    std::setlocale(LC_ALL, "de_DE.UTF-8");
    setenv("TZ", "Pacific/Auckland", 1);
    tzset();
    const std::string again = write(report, options, world).bytes;
    unsetenv("TZ");
    tzset();
    std::setlocale(LC_ALL, old_locale.c_str());
    CHECK(once == again);
    options.source_date_epoch = 1;
    CHECK(write(report, options, world).bytes != once);
}

TEST_CASE("metadata says what the report is and nothing of the machine") {
    test::MemoryWorld world;
    Publication report = test::sample_report(8);
    report.title = "Services & <people>";
    Options options;
    options.draft = true;
    const std::string bytes = write(report, options, world).bytes;
    CHECK(bytes.find("Services &amp; &lt;people&gt;") != std::string::npos);
    CHECK(bytes.find("<xmp:CreateDate>2015-03-20T00:00:00Z<") != std::string::npos);
    CHECK(bytes.find("<pdfuaid:part>1<") != std::string::npos);
    for (const char* word : {"/home", "/root", "/usr", "Draft", "draft", "libharu"})
        CHECK(bytes.find(word) == std::string::npos);
}

TEST_CASE("dates come from the epoch, else from the report, else there are none") {
    Publication report;
    report.date = "2015-02-30";
    CHECK_FALSE(metadata_of(report, {}).time.has_value());
    report.date = "2015-02-28";
    CHECK(metadata_of(report, {}).time == 1425081600);
    Options options;
    options.source_date_epoch = 7;
    CHECK(metadata_of(report, options).time == 7);
    CHECK(info_entries(metadata_of(report, options)).find("D:19700101000007Z") != std::string::npos);
}

TEST_CASE("numbers and strings in PDF syntax") {
    std::string out;
    for (const double value : {0.0, -0.001, 12.5, -3.14159, 1e9}) {
        append_number(out, value);
        out += ' ';
    }
    CHECK(out == "0 0 12.5 -3.14 32767 ");
    out.clear();
    append_text(out, "a (b) \\");
    append_text(out, "\xC3\xA9\xF0\x9F\x98\x80");
    CHECK(out == "(a \\(b\\) \\\\)<FEFF00E9D83DDE00>");
    CHECK(percent_encode("https://a.example/\xC3\xA9 (x)") == "https://a.example/%C3%A9%20(x)");
}

TEST_CASE("a character that no font has is a located warning, once") {
    test::MemoryWorld world;
    const Result bad = write(with_text("one \xF3\xB0\x80\x81 two \xF3\xB0\x80\x81"), {}, world);
    REQUIRE(bad.diagnostics.all().size() == 1);
    CHECK(bad.diagnostics.all()[0].info->code == "X201");
    CHECK(bad.diagnostics.all()[0].span == Span{0, 5, 25});
    CHECK(bad.diagnostics.all()[0].message.find("U+F0001") != std::string::npos);
    CHECK(write(with_text("Zoë, Łódź, Ελλάδα, Москва, עברית, العربية, हिन्दी, 中文, → ≤ ½"), {}, world)
              .diagnostics.all()
              .empty());
}

TEST_CASE("hostile publications end in a file") {
    test::MemoryWorld world;
    const auto pages = [&](const Publication& report) {
        const Result result = write(report, {}, world);
        CHECK_FALSE(result.bytes.empty());
        return result.pages;
    };
    CHECK(pages({}) == 1);
    CHECK(pages(with_text(std::string(100000, 'x'))) > 10);
    CHECK(pages(with_text(std::string(50000, ' '))) >= 1);
    CHECK(pages(with_text("\xFF\xFE\x80 bytes \xC3")) >= 1);
    CHECK(pages(with_text("\xE2\x80\x8F\xD7\x90\xD7\x91 abc \xD7\x92\xD7\x93")) >= 1);
    Publication marks = with_text("All notes at once");
    for (std::uint32_t i = 0; i < 10000; ++i) {
        publication::Piece mark;
        mark.note = i;
        std::get<publication::Paragraph>(marks.body[0].content).text.push_back(mark);
        marks.notes.push_back(
            {"n" + std::to_string(i), std::to_string(i + 1), {test::paragraph("Note")}, {}});
    }
    CHECK(pages(marks) > 100);
}

TEST_CASE("notes that cite each other do not recurse") {
    test::MemoryWorld world;
    Publication report = with_text("Start");
    for (std::uint32_t i = 0; i < 20000; ++i) {
        publication::Piece mark;
        mark.note = (i + 1) % 20000;
        publication::Block block = test::paragraph("See");
        std::get<publication::Paragraph>(block.content).text.push_back(mark);
        report.notes.push_back({"", std::to_string(i + 1), {block}, {}});
    }
    publication::Piece first;
    first.note = 0;
    std::get<publication::Paragraph>(report.body[0].content).text.push_back(first);
    CHECK(write(report, {}, world).pages > 100);
}

TEST_CASE("a table wider than the page is a located warning") {
    test::MemoryWorld world;
    Publication report;
    publication::Table table;
    std::vector<publication::Cell> row(60);
    for (auto& cell : row) cell.text = test::text("Responsibilities");
    table.body = {row, row};
    publication::Block block;
    block.source = {0, 3, 9};
    block.content = table;
    report.body.push_back(block);
    const Result result = write(report, {}, world);
    REQUIRE(result.diagnostics.all().size() == 1);
    CHECK(result.diagnostics.all()[0].info->code == "X206");
    CHECK(result.diagnostics.all()[0].span == Span{0, 3, 9});
    std::get<publication::Table>(report.body[0].content).body = {{row[0], row[1]}};
    CHECK(write(report, {}, world).diagnostics.all().empty());
}

TEST_CASE("blocks that nest without end are cut with a diagnostic") {
    test::MemoryWorld world;
    publication::Block block = test::paragraph("Core");
    for (int i = 0; i < 200; ++i) {
        publication::Quote quote;
        quote.body.push_back(std::move(block));
        block = {};
        block.content = std::move(quote);
    }
    Publication report;
    report.body.push_back(std::move(block));
    const Result result = write(report, {}, world);
    CHECK(has_code(result.diagnostics, "X208"));
    CHECK_FALSE(result.bytes.empty());
}

TEST_CASE("bad images are located errors, and every cut of a good file is one") {
    const std::string png = test::png_image(40, 30);
    CHECK(std::holds_alternative<ImageData>(decode_image(png)));
    for (std::size_t size = 0; size < png.size() - 12; size += 7) {
        INFO(size);
        CHECK(std::holds_alternative<ImageError>(decode_image(std::string_view(png).substr(0, size))));
    }
    std::string damaged = png;
    damaged[png.size() / 2] = static_cast<char>(damaged[png.size() / 2] ^ 0x55);
    CHECK(std::holds_alternative<ImageError>(decode_image(damaged)));
    CHECK(std::holds_alternative<ImageError>(decode_image("GIF89a")));
    CHECK(std::holds_alternative<ImageError>(decode_image("\xFF\xD8\xFF\xE0 no JPEG at all")));

    test::MemoryWorld world;
    world.files["bad.png"] = png.substr(0, 100);
    Publication report;
    publication::Image image;
    image.file = "bad.png";
    image.source = {0, 1, 8};
    image.alternative = "A plan of the building";
    publication::Block block;
    block.content = image;
    report.body.push_back(block);
    const Result result = write(report, {}, world);
    REQUIRE(result.diagnostics.all().size() == 1);
    CHECK(result.diagnostics.all()[0].info->code == "X203");
    CHECK(result.diagnostics.all()[0].span == Span{0, 1, 8});
    std::get<publication::Image>(report.body[0].content).file = "absent.png";
    CHECK(has_code(write(report, {}, world).diagnostics, "X202"));
    world.files["absent.png"] = png;
    CHECK(write(report, {}, world).diagnostics.all().empty());
}

namespace {

/// A JPEG file with an EXIF segment that gives an orientation and a maker's name, and a comment.
std::string jpeg_image(unsigned char orientation) {
    std::vector<unsigned char> pixels(64UL * 48 * 3);
    for (std::size_t i = 0; i < pixels.size(); ++i) pixels[i] = static_cast<unsigned char>(i % 251);
    tjhandle encoder = tjInitCompress();
    unsigned char* data = nullptr;
    unsigned long size = 0;
    REQUIRE(tjCompress2(encoder, pixels.data(), 64, 0, 48, TJPF_RGB, &data, &size, TJSAMP_420, 80, 0) == 0);
    std::string file(reinterpret_cast<const char*>(data), size);
    tjFree(data);
    tjDestroy(encoder);
    std::string exif("Exif\0\0MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0", 25);
    exif += static_cast<char>(orientation);
    exif += std::string("\0\0\0\0\0\0", 6) + "TakenByAPerson";
    const std::size_t length = exif.size() + 2;
    std::string segment = "\xFF\xE1";
    segment += static_cast<char>(length >> 8U);
    segment += static_cast<char>(length & 255U);
    return file.insert(2, segment + exif);
}

}  // namespace

TEST_CASE("JPEG files keep their turn and lose what else cameras write") {
    const std::string jpeg = jpeg_image(6);
    REQUIRE(jpeg.find("TakenByAPerson") != std::string::npos);
    const auto decoded = decode_image(jpeg);
    REQUIRE(std::holds_alternative<ImageData>(decoded));
    const auto& image = std::get<ImageData>(decoded);
    CHECK(image.width == 64);
    CHECK(image.height == 48);
    CHECK(image.turn == 6);
    CHECK(image.pixels.find("TakenByAPerson") == std::string::npos);
    CHECK(std::holds_alternative<ImageData>(decode_image(image.pixels)));
    for (std::size_t size = 0; size + 2 < jpeg.size(); size += 41) {
        INFO(size);
        CHECK(std::holds_alternative<ImageError>(decode_image(std::string_view(jpeg).substr(0, size))));
    }
}

TEST_CASE("a theme that is absent or wrong is an error and no file") {
    test::MemoryWorld world;
    Options options;
    options.theme = "nothing";
    const Result result = write(with_text("x"), options, world);
    CHECK(result.bytes.empty());
    CHECK(has_code(result.diagnostics, "X204"));
    const auto wrong = parse_theme("name: A\nink.text: blue\n");
    REQUIRE(std::holds_alternative<ThemeError>(wrong));
    CHECK(std::get<ThemeError>(wrong).line == 2);
    CHECK(std::holds_alternative<ThemeError>(parse_theme("")));
}

TEST_CASE("colours of the themes that ship have AA contrast, grades differ in shape") {
    test::MemoryWorld world;
    for (const std::string name : {"plain", "classic"}) {
        const auto parsed =
            parse_theme(std::get<std::string>(world.read_resource("themes/" + name + ".theme")));
        REQUIRE(std::holds_alternative<Theme>(parsed));
        const auto& theme = std::get<Theme>(parsed);
        for (const Colour background : {theme.ink(Ink::paper), theme.ink(Ink::tint)}) {
            for (const Ink ink : {Ink::text, Ink::muted, Ink::accent, Ink::link})
                CHECK(contrast(theme.ink(ink), background) >= 4.5);
        }
        for (const GradeLook& look : theme.grades) CHECK(contrast(look.colour, theme.ink(Ink::paper)) >= 4.5);
        CHECK(contrast(theme.not_judged.colour, theme.ink(Ink::paper)) >= 4.5);
        for (const Colour colour : theme.series) CHECK(contrast(colour, theme.ink(Ink::paper)) >= 3.0);
        for (unsigned a = 0; a < 4; ++a) {
            for (unsigned b = 0; b < a; ++b) CHECK(theme.grade(a, 4).shape != theme.grade(b, 4).shape);
        }
        CHECK(theme.type(Type::body).size >= 11);
        CHECK(theme.type(Type::body).leading >= 1.3F * theme.type(Type::body).size);
        CHECK(enlarge(theme).type(Type::body).size >= 16);
    }
}

// Parsing: the grammars themselves, limits, includes, byte order marks and line ends.
#include <catch2/catch.hpp>
#include <memory>

#include "compiler/base/render.hpp"
#include "grammar/analysis.hpp"
#include "grammar/parse.hpp"
#include "tests/support.hpp"

using namespace stet;

namespace {

struct Parsed {
    Sources sources;
    Diagnostics diagnostics;
    ast::Document document;
};

std::unique_ptr<Parsed> parse(std::string text) {
    auto out = std::make_unique<Parsed>();
    const FileId file = out->sources.add("report.stet", std::move(text));
    out->document = grammar::parse(file, out->sources, out->diagnostics);
    return out;
}

std::string tree(std::string text) {
    return ast::dump(parse(std::move(text))->document, {false});
}

std::string messages(const Diagnostics& diagnostics) {
    std::string out;
    for (const Diagnostic& d : diagnostics.all()) out += std::string(d.info->code) + " " + d.message + "\n";
    return out;
}

}  // namespace

TEST_CASE("no grammar loops without consuming") {
    CHECK(grammar::analyze_lines() == 0);
    CHECK(grammar::analyze_inline() == 0);
    CHECK(grammar::analyze_braces() == 0);
    CHECK(grammar::analyze_header() == 0);
    CHECK(grammar::analyze_directives() == 0);
    CHECK(grammar::analyze_tables() == 0);
    CHECK(grammar::analyze_arguments() == 0);
    CHECK(grammar::analyze_judgements() == 0);
    CHECK(grammar::analyze_facts() == 0);
}

TEST_CASE("a byte order mark and Windows line ends change nothing") {
    const std::string plain = "title: A\n\n# One\n\n1. Two\n   three.\n2. Four.\n";
    std::string windows = "\xEF\xBB\xBF";
    for (const char c : plain) windows += c == '\n' ? std::string("\r\n") : std::string(1, c);
    std::string dump = tree(windows);
    for (std::size_t at = 0; (at = dump.find("\\r\\n", at)) != std::string::npos;) dump.replace(at, 4, "\\n");
    CHECK(tree(plain).find("text \"Two\\nthree.\"") != std::string::npos);
    CHECK(dump == tree(plain));
    CHECK(parse(windows)->diagnostics.all().empty());
}

TEST_CASE("an included file is read in place and its texts are numbered there") {
    Sources sources;
    test::MemoryWorld world;
    world.files["parts/a.stet"] = "Inside.\n";
    const FileId file = sources.add("report.stet", "Before.\n\n@include \"parts/a.stet\"\n\nAfter.\n");
    Diagnostics diagnostics;
    const ast::Document document = grammar::parse_report(file, sources, world, diagnostics);
    CHECK(messages(diagnostics).empty());
    CHECK(document.running_texts == 3);
    const auto& include = std::get<ast::Include>(document.blocks.at(1).content);
    CHECK(std::get<ast::Paragraph>(include.blocks.at(0).content).text.id == 1);
    CHECK(include.blocks.at(0).span.file == 1);
    CHECK(std::get<ast::Paragraph>(document.blocks.at(2).content).text.id == 2);
}

TEST_CASE("includes that go round, go out, go deep or are missing are refused at their name") {
    Sources sources;
    test::MemoryWorld world;
    world.files["a.stet"] = "@include \"b.stet\"\n";
    world.files["b.stet"] = "@include \"./a.stet\"\n@include \"report.stet\"\n";
    const FileId file = sources.add("folder/report.stet",
                                    "@include \"a.stet\"\n@include \"../x.stet\"\n@include \"/x\"\n@include "
                                    "\"C:\\x\"\n@include \"none\"\n");
    Diagnostics diagnostics;
    grammar::parse_report(file, sources, world, diagnostics);
    CHECK(messages(diagnostics) ==
          "L157 `./a.stet` includes itself\n"
          "L157 `report.stet` includes itself\n"
          "L156 `../x.stet` is not a path below the report's folder\n"
          "L156 `/x` is not a path below the report's folder\n"
          "L156 `C:\\x` is not a path below the report's folder\n"
          "L102 cannot read none: no such file\n");
}

TEST_CASE("an included file that is no text is not read") {
    Sources sources;
    test::MemoryWorld world;
    world.files["area.pdf"] = "%PDF-1.7\n{";
    const FileId file = sources.add("report.stet", "@include \"area.pdf\"\n");
    Diagnostics diagnostics;
    grammar::parse_report(file, sources, world, diagnostics);
    CHECK(messages(diagnostics) == "I106 this is a PDF, not plain text in UTF-8\n");
    CHECK(diagnostics.all().front().span == Span{file, 10, 18});
}

TEST_CASE("many includes of small files end") {
    Sources sources;
    test::MemoryWorld world;
    for (int i = 0; i < 12; ++i) {
        const std::string next = "@include \"" + std::to_string(i + 1) + "\"\n";
        world.files[std::to_string(i)] = next + next + next;
    }
    const FileId file = sources.add("report.stet", "@include \"0\"\n");
    Diagnostics diagnostics;
    grammar::parse_report(file, sources, world, diagnostics);
    CHECK(sources.size() == 257);
    CHECK(messages(diagnostics).find("L158") != std::string::npos);
    CHECK(messages(diagnostics).find("L159") != std::string::npos);
}

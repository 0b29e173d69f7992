// docs/language.md is true: its examples parse to what it says. STET_UPDATE=1 rewrites the trees.
#include <catch2/catch.hpp>
#include <cstdlib>
#include <fstream>
#include <sstream>

#include "grammar/format.hpp"
#include "grammar/parse.hpp"
#include "tests/support.hpp"

using namespace stet;

namespace {

struct Example {
    std::string text;
    std::string tree;
    std::string messages;
};

Example parsed(const std::string& text, bool framework) {
    Sources sources;
    Diagnostics diagnostics;
    test::MemoryWorld world;
    const FileId file = sources.add("example.stet", text);
    const ast::Document document = framework ? grammar::parse(file, sources, diagnostics)
                                             : grammar::parse_report(file, sources, world, diagnostics);
    grammar::check_header(document, {}, diagnostics);
    diagnostics.sort();
    Example out{text, ast::dump(document, {false}), {}};
    for (const Diagnostic& d : diagnostics.all()) {
        out.messages += std::string(severity_name(d.severity)) + "[" + std::string(d.info->code) + "] " +
                        d.message + "\n";
    }
    return out;
}

}  // namespace

TEST_CASE("the examples of docs/language.md parse to what stands below them") {
    const std::string path = test::root_dir() + "/docs/language.md";
    std::istringstream in(test::slurp(path));
    std::string rewritten;
    std::string section;
    Example example;
    std::size_t checked = 0;
    bool followed = true;
    for (std::string line; std::getline(in, line);) {
        rewritten += line + '\n';
        if (line.starts_with("##")) section = line;
        if (!line.starts_with("```") || line == "```") continue;
        std::string body;
        while (std::getline(in, line) && line != "```") body += line + '\n';
        if (rewritten.ends_with("```stet\n")) {
            INFO(section << "\n" << body);
            CHECK(followed);
            example = parsed(body, section == "### Framework files");
            followed = false;
        } else if (rewritten.ends_with("```ast\n")) {
            INFO(section << "\n" << example.text);
            if (std::getenv("STET_UPDATE") != nullptr) body = example.tree;
            CHECK(body == example.tree);
            CHECK(example.messages == "");
            followed = true;
            ++checked;
        } else if (rewritten.ends_with("```expect\n")) {
            INFO(section << "\n" << example.text);
            CHECK(body == example.messages);
            followed = true;
            ++checked;
        }
        rewritten += body + "```\n";
    }
    CHECK(followed);
    CHECK(checked > 20);
    if (std::getenv("STET_UPDATE") != nullptr) std::ofstream(path, std::ios::binary) << rewritten;
}

// Dumps of whole documents are as kept in tests/golden/. STET_UPDATE=1 rewrites them; the fuzzer's corpus
// holds too.
#include <catch2/catch.hpp>
#include <cstdlib>
#include <filesystem>
#include <fstream>

#include "grammar/parse.hpp"
#include "tests/fuzz/parse_property.hpp"
#include "tests/support.hpp"

using namespace stet;

TEST_CASE("syntax trees of whole documents") {
    std::size_t documents = 0;
    for (const auto& entry : std::filesystem::directory_iterator(test::root_dir() + "/tests/golden/ast")) {
        if (entry.path().extension() != ".stet") continue;
        Sources sources;
        Diagnostics diagnostics;
        const FileId file = sources.add(entry.path().filename().string(), test::slurp(entry.path().string()));
        const std::string tree = ast::dump(grammar::parse(file, sources, diagnostics));
        std::filesystem::path kept = entry.path();
        kept.replace_extension(".ast");
        if (std::getenv("STET_UPDATE") != nullptr) std::ofstream(kept, std::ios::binary) << tree;
        INFO(entry.path());
        CHECK(tree == test::slurp(kept.string()));
        ++documents;
    }
    CHECK(documents >= 3);
}

TEST_CASE("the fuzzer's corpus is parsed, read and formatted without loss") {
    std::size_t inputs = 0;
    for (const auto& entry :
         std::filesystem::directory_iterator(test::root_dir() + "/tests/fuzz/corpus/parse")) {
        INFO(entry.path());
        CHECK(test::parse_property(test::slurp(entry.path().string())) == "");
        ++inputs;
    }
    CHECK(inputs > 5);
}

// The importer on the real reports: all words out, and as many blocks as were counted by hand.
#include <catch2/catch.hpp>
#include <sstream>

#include "tests/import_support.hpp"
#include "tests/support.hpp"

namespace stet::test {

TEST_CASE("import: the reports of the corpus come out whole", "[import][corpus]") {
    const auto shared = shared_dir();
    if (!shared) {
        WARN("skipped: the folder with the real reports is absent");
        return;
    }
    const auto frameworks = corpus_frameworks();
    std::istringstream table(slurp(root_dir() + "/tests/corpus/counts.tsv"));
    std::string line;
    std::size_t reports = 0;
    while (std::getline(table, line)) {
        if (line.empty() || line.starts_with('#')) continue;
        std::istringstream fields(line);
        std::string file, framework;
        Counts expected;
        fields >> file >> framework >> expected.numbered >> expected.headings >> expected.notes >>
            expected.judgements >> expected.contents;
        REQUIRE(!fields.fail());
        INFO(file);
        const auto result = import::import_report(slurp(*shared + "/" + file), frameworks);
        CHECK(result.framework == framework);
        for (const auto& difference : result.differences)
            UNSCOPED_INFO(difference.line << ": " << difference.words);
        CHECK(result.differences.empty());
        require_sound(result.source);
        const Counts counts = count_blocks(result.source);
        CHECK(counts.numbered == expected.numbered);
        CHECK(counts.headings == expected.headings);
        CHECK(counts.notes == expected.notes);
        CHECK(counts.judgements == expected.judgements);
        CHECK(counts.contents == expected.contents);
        ++reports;
    }
    CHECK(reports == 11);
}

}  // namespace stet::test

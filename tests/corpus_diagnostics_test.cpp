// Every error, warning and figure diagnostic on the real reports was read by a person:
// tests/corpus/adjudications.tsv keeps the verdicts, and this test keeps that list true. `STET_UPDATE=1`
// writes new rows with the verdict `unread`.
#include <fmt/format.h>

#include <algorithm>
#include <catch2/catch.hpp>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <map>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include "backends/json/sha256.hpp"
#include "compiler/driver/frameworks.hpp"
#include "compiler/driver/pipeline.hpp"
#include "compiler/import/import.hpp"
#include "tests/support.hpp"

namespace fs = std::filesystem;

namespace {

/// What a diagnostic is known by: the report, its code and a hash of the words at its place (the words
/// themselves are the publisher's and stay out of the project).
struct Row {
    std::string file;
    std::string line;
    std::string code;
    std::string key;
    std::string verdict;
    std::string reason;

    [[nodiscard]] std::string id() const { return file + " " + code + " " + key; }
};

std::vector<Row> read_rows(const std::string& path) {
    std::vector<Row> rows;
    std::istringstream in(stet::test::slurp(path));
    std::string text;
    std::getline(in, text);
    while (std::getline(in, text)) {
        std::vector<std::string> cells;
        std::istringstream line(text);
        for (std::string cell; std::getline(line, cell, '\t');) cells.push_back(cell);
        cells.resize(6);
        rows.push_back({cells[0], cells[1], cells[2], cells[3], cells[4], cells[5]});
    }
    return rows;
}

void write_rows(const std::string& path, const std::vector<Row>& rows) {
    std::ofstream out(path);
    out << "file\tline\tcode\tkey\tverdict\treason\n";
    for (const Row& r : rows) {
        out << fmt::format("{}\t{}\t{}\t{}\t{}\t{}\n", r.file, r.line, r.code, r.key, r.verdict, r.reason);
    }
}

bool is_adjudicated(const stet::Diagnostic& d) {
    const bool loud = d.severity == stet::Severity::error || d.severity == stet::Severity::warning;
    return loud || d.info->code.front() == 'F';
}

std::string squeezed(std::string_view words) {
    std::string out;
    for (const char c : words) {
        const bool space = c == ' ' || c == '\n';
        if (!space || (!out.empty() && out.back() != ' ')) out += space ? ' ' : c;
    }
    return out;
}

std::vector<Row> rows_of(const fs::path& report, const std::vector<stet::import::FrameworkHints>& hints) {
    const stet::import::Imported imported =
        stet::import::import_report(stet::test::slurp(report.string()), hints);
    stet::test::MemoryWorld world;
    stet::driver::AnalyseOptions options;
    options.spelling = false;
    const auto analysis = stet::driver::analyse(world, "report.stet", imported.source, options);
    std::map<std::string, int> seen;
    std::vector<Row> rows;
    for (const stet::Diagnostic& d : analysis.diagnostics.all()) {
        if (!is_adjudicated(d)) continue;
        const std::string words = squeezed(analysis.sources->text(d.span)) + " " + d.message;
        const int nth = ++seen[std::string(d.info->code) + words];
        rows.push_back({report.stem().string(),
                        std::to_string(analysis.sources->line_column(d.span.file, d.span.begin).line),
                        std::string(d.info->code),
                        stet::json::sha256_hex(words + " " + std::to_string(nth)).substr(0, 12), "unread",
                        ""});
    }
    return rows;
}

std::vector<fs::path> reports(const std::string& shared) {
    std::vector<fs::path> out{fs::path(shared) / "seeds" / "hounslow-2014.txt"};
    for (const auto& entry : fs::recursive_directory_iterator(fs::path(shared) / "corpus")) {
        if (entry.path().extension() == ".txt") out.push_back(entry.path());
    }
    std::sort(out.begin(), out.end());
    return out;
}

}  // namespace

TEST_CASE("corpus: every error, warning and figure diagnostic was read and is true") {
    const auto shared = stet::test::shared_dir();
    if (!shared) {
        WARN("the folder with real reports is absent: its diagnostics were not compared");
        return;
    }
    const std::string path = stet::test::root_dir() + "/tests/corpus/adjudications.tsv";
    std::map<std::string, Row> known;
    for (const Row& row : read_rows(path)) known[row.id()] = row;

    stet::test::MemoryWorld world;
    const auto hints = stet::driver::import_hints(stet::driver::load_frameworks(world));
    std::vector<Row> now;
    std::set<std::string> seen;
    std::map<std::string, int> false_warnings;
    for (const fs::path& report : reports(*shared)) {
        for (Row row : rows_of(report, hints)) {
            const auto found = known.find(row.id());
            if (found != known.end()) row.verdict = found->second.verdict, row.reason = found->second.reason;
            seen.insert(row.id());
            now.push_back(row);
            if (std::getenv("STET_UPDATE") != nullptr) continue;
            INFO(row.file << " line " << row.line << " " << row.code);
            CHECK((row.verdict == "true" || row.verdict == "useful" || row.verdict == "false" ||
                   row.verdict == "pointless"));
            if (row.verdict == "false") ++false_warnings[row.file];
        }
    }
    if (std::getenv("STET_UPDATE") != nullptr) {
        write_rows(path, now);
        return;
    }
    for (const auto& [id, row] : known) {
        INFO(row.file << " line " << row.line << " " << row.code << " is no longer said");
        CHECK(seen.count(id) == 1);
    }
    for (const auto& [file, count] : false_warnings) {
        INFO(file);
        CHECK(count <= 1);
    }
}

// The two reports that mutants are made from: the imported seed, mended, and the sample.
#include <algorithm>
#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "compiler/driver/frameworks.hpp"
#include "compiler/import/import.hpp"
#include "tests/mutations.hpp"
#include "tests/support.hpp"

namespace stet::test {

namespace {

std::vector<std::string> split_lines(const std::string& text) {
    std::vector<std::string> lines;
    std::istringstream in(text);
    for (std::string line; std::getline(in, line);) lines.push_back(line);
    return lines;
}

/// Where `words` stand in `line`; "first ... last" stands for all from one to the other.
Place find_words(const std::string& line, std::string_view words) {
    const std::size_t dots = words.find(" ... ");
    const std::string_view first = words.substr(0, dots);
    const std::size_t begin = line.find(first);
    if (begin == std::string::npos || dots == std::string_view::npos) return {begin, begin + first.size()};
    const std::string_view last = words.substr(dots + 5);
    const std::size_t end = line.find(last, begin + first.size());
    return {end == std::string::npos ? end : begin, end + last.size()};
}

/// Applies lines of `NUMBER tab OLD tab NEW`: each place of OLD in that line of the text.
std::string mended(const std::string& text, const std::string& edits) {
    std::vector<std::string> lines = split_lines(text);
    for (const std::string& edit : split_lines(edits)) {
        if (edit.empty() || edit.starts_with('#')) continue;
        std::istringstream cells(edit);
        std::string number;
        std::string old_words;
        std::string new_words;
        std::getline(cells, number, '\t');
        std::getline(cells, old_words, '\t');
        std::getline(cells, new_words, '\t');
        std::string& line = lines.at(std::stoul(number) - 1);
        Place at = find_words(line, old_words);
        INFO("line " << number << ": " << old_words);
        REQUIRE(at.begin != std::string::npos);
        while (at.begin != std::string::npos) {
            const std::string rest = line.substr(at.end);
            line.resize(at.begin);
            line += new_words;
            const std::size_t done = line.size();
            line += rest;
            const Place next = find_words(rest, old_words);
            at = next.begin == std::string::npos ? next : Place{done + next.begin, done + next.end};
        }
    }
    std::string out;
    for (const std::string& line : lines) out += line + "\n";
    return out;
}

Original analysed(Original original) {
    MemoryWorld world;
    world.files = original.files;
    original.analysis = std::make_shared<driver::Analysis>(
        driver::analyse(world, "report.stet", original.text, {false, false, {}}));
    return original;
}

/// The text with `@include "name"` lines replaced by the files.
std::string with_includes(const std::string& folder, const std::string& name) {
    std::string out;
    for (const std::string& line : split_lines(slurp(folder + "/" + name))) {
        if (line.starts_with("@include \""))
            out += with_includes(folder, line.substr(10, line.size() - 11));
        else
            out += line + "\n";
    }
    return out;
}

}  // namespace

std::optional<std::string> corrected_seed_text() {
    const auto shared = shared_dir();
    if (!shared) return std::nullopt;
    return mended(slurp(*shared + "/seeds/hounslow-2014.txt"),
                  slurp(root_dir() + "/tests/corpus/hounslow-2014.edits"));
}

std::optional<Original> corrected_seed() {
    const auto text = corrected_seed_text();
    if (!text) return std::nullopt;
    MemoryWorld world;
    const auto hints = driver::import_hints(driver::load_frameworks(world));
    Original original;
    original.name = "seed";
    original.text = import::import_report(*text, hints).source;
    if (const char* path = std::getenv("STET_WRITE_SEED")) std::ofstream(path) << original.text;
    return analysed(std::move(original));
}

Original sample_report() {
    const std::string folder = root_dir() + "/samples/marlow-vale";
    Original original;
    original.name = "sample";
    original.text = with_includes(folder, "report.stet");
    original.files["data.csv"] = slurp(folder + "/data.csv");
    return analysed(std::move(original));
}

Original uncited_sample() {
    Original cited = sample_report();
    std::vector<Change> changes;
    for (const prose::Run& run : cited.report().runs) {
        for (const prose::Mark& mark : run.marks) {
            if (mark.kind == prose::MarkKind::assertion && mark.source.file == 0)
                changes.push_back(
                    {{mark.source.begin, mark.source.end}, std::string(run.words(mark.begin, mark.end))});
        }
    }
    std::sort(changes.begin(), changes.end(),
              [](const Change& a, const Change& b) { return a.place.begin > b.place.begin; });
    for (const Change& c : changes) cited.text.replace(c.place.begin, c.place.end - c.place.begin, c.words);
    cited.name = "uncited";
    return analysed(std::move(cited));
}

}  // namespace stet::test

// Time from a change in an editor to its diagnostics, over random edits of a whole report, spelling aside.
#include <benchmark/benchmark.h>
#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <random>
#include <string>

#include "compiler/driver/disk_world.hpp"
#include "compiler/driver/frameworks.hpp"
#include "compiler/editor/session.hpp"
#include "compiler/import/import.hpp"

namespace {

using namespace stet;

std::string slurp(const std::string& path) {
    std::ifstream in(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

/// The imported seed where it is at hand, else the sample.
std::string report_text() {
    const char* shared = std::getenv("STET_SHARED");
    const std::string folder = shared != nullptr ? shared : std::string(STET_ROOT) + "/../shared";
    const std::string seed = slurp(folder + "/seeds/hounslow-2014.txt");
    if (seed.empty()) return slurp(std::string(STET_ROOT) + "/samples/marlow-vale/report.stet");
    driver::DiskWorld world("");
    return import::import_report(seed, driver::import_hints(driver::load_frameworks(world))).source;
}

std::string escaped(std::string_view text) {
    std::string out;
    for (const char c : text) {
        if (c == '"' || c == '\\') out += '\\';
        if (c == '\n')
            out += "\\n";
        else if (static_cast<unsigned char>(c) < 0x20U)
            out += ' ';
        else
            out += c;
    }
    return out;
}

/// A session with the report open and analysed.
class Drafting {
  public:
    Drafting() : session_(machine()), text_(report_text()) {
        say(R"({"jsonrpc":"2.0","id":1,"method":"initialize","params":{"capabilities":{}}})");
        say(fmt::format(
            R"({{"jsonrpc":"2.0","method":"textDocument/didOpen","params":{{"textDocument":{{"uri":"{}","version":1,"text":"{}"}}}}}})",
            uri, escaped(text_)));
        settle();
    }

    [[nodiscard]] std::size_t size() const { return text_.size(); }

    /// A change of a word at a random place: what is typed in one go.
    std::string random_change() {
        const std::string& now = session_.workspace().document(path)->document.text;
        const editor::LineIndex lines(now);
        const auto at = static_cast<std::uint32_t>(random_() % now.size());
        const editor::Position begin = lines.position(now, at, editor::Encoding::utf16);
        const auto removed = static_cast<std::uint32_t>(random_() % 3);
        const editor::Position end = lines.position(
            now, std::min(at + removed, static_cast<std::uint32_t>(now.size())), editor::Encoding::utf16);
        static constexpr std::string_view pieces[] = {"a", "e", " ", "children", "5",
                                                      "%", ".", "3", "\\n",      "x"};
        return fmt::format(
            R"({{"jsonrpc":"2.0","method":"textDocument/didChange","params":{{"textDocument":{{"uri":"{}","version":{}}},"contentChanges":[{{"range":{{"start":{{"line":{},"character":{}}},"end":{{"line":{},"character":{}}}}},"text":"{}"}}]}}}})",
            uri, ++version_, begin.line, begin.character, end.line, end.character,
            pieces[random_() % std::size(pieces)]);
    }

    void say(std::string_view content) {
        session_.receive(content);
        while (session_.step()) {
        }
    }

    std::size_t settle() {
        while (session_.behind()) session_.analyse_next();
        return session_.take_output().size();
    }

  private:
    static constexpr std::string_view path = "/drafts/report.stet";
    static constexpr std::string_view uri = "file:///drafts/report.stet";

    static editor::Machine machine() {
        editor::Machine made;
        made.world = [](const std::string& folder) { return std::make_unique<driver::DiskWorld>(folder); };
        made.framework_path = [](std::string_view) { return std::string(); };
        made.reports_near = [](std::string_view) { return std::vector<std::string>(); };
        return made;
    }

    editor::Session session_;
    std::string text_;
    std::mt19937 random_{17};
    std::int64_t version_ = 1;
};

double hundredth_from_top(const std::vector<double>& times) {
    std::vector<double> sorted = times;
    std::sort(sorted.begin(), sorted.end());
    return sorted.empty() ? 0 : sorted[sorted.size() - 1 - sorted.size() / 100];
}

void bench_change_to_diagnostics(benchmark::State& state) {
    static Drafting drafting;
    const std::string change = drafting.random_change();
    for (auto _ : state) {
        drafting.say(change);
        benchmark::DoNotOptimize(drafting.settle());
    }
    state.counters["report_bytes"] = static_cast<double>(drafting.size());
}

BENCHMARK(bench_change_to_diagnostics)
    ->Name("change to diagnostics")
    ->Iterations(1)
    ->Repetitions(1000)
    ->ReportAggregatesOnly()
    ->ComputeStatistics("p99", hundredth_from_top)
    ->Unit(benchmark::kMillisecond);

}  // namespace

BENCHMARK_MAIN();

// Speed of each phase on a whole report, with cmark parsing the same bytes as the yardstick.
#include <benchmark/benchmark.h>
#include <cmark.h>
#include <sys/resource.h>

#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <string>

#include "backends/json/report_json.hpp"
#include "compiler/driver/disk_world.hpp"
#include "compiler/driver/frameworks.hpp"
#include "compiler/driver/pipeline.hpp"
#include "compiler/import/import.hpp"
#include "grammar/framework.hpp"
#include "grammar/parse.hpp"
#include "grammar/quantities.hpp"
#include "grammar/read.hpp"
#include "validators/figures.hpp"
#include "validators/validators.hpp"

namespace {

using namespace stet;

std::string slurp(const std::string& path) {
    std::ifstream in(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

/// The report measured: the imported seed where it is at hand, else the sample.
struct Input {
    driver::DiskWorld world;
    std::string source;

    Input() : world(std::string(STET_ROOT) + "/samples/marlow-vale") {
        const char* shared = std::getenv("STET_SHARED");
        const std::string folder = shared != nullptr ? shared : std::string(STET_ROOT) + "/../shared";
        const std::string seed = slurp(folder + "/seeds/hounslow-2014.txt");
        source =
            seed.empty()
                ? slurp(std::string(STET_ROOT) + "/samples/marlow-vale/report.stet")
                : import::import_report(seed, driver::import_hints(driver::load_frameworks(world))).source;
    }
};

Input& input() {
    static Input made;
    return made;
}

void count_bytes(benchmark::State& state) {
    state.SetBytesProcessed(static_cast<std::int64_t>(state.iterations() * input().source.size()));
}

/// Everything before the phase that is measured, made once.
struct Stage {
    Sources sources;
    Diagnostics diagnostics;
    ast::Document document;
    std::vector<prose::Run> runs;
    framework::Framework framework;

    Stage() {
        const FileId file = sources.add("report.stet", input().source);
        document = grammar::parse_report(file, sources, input().world, diagnostics);
        runs = grammar::read_runs(document, sources);
        const std::string name = "ofsted-sif-2013";
        auto text = input().world.read_framework(name);
        if (auto* found = std::get_if<std::string>(&text)) {
            framework =
                grammar::parse_framework(name, sources.add(name, std::move(*found)), sources, diagnostics);
        }
    }
};

void bench_cmark(benchmark::State& state) {
    const std::string& text = input().source;
    for (auto _ : state) {
        cmark_node* document = cmark_parse_document(text.data(), text.size(), CMARK_OPT_DEFAULT);
        benchmark::DoNotOptimize(document);
        cmark_node_free(document);
    }
    count_bytes(state);
}

void bench_parse(benchmark::State& state) {
    Sources sources;
    const FileId file = sources.add("report.stet", input().source);
    for (auto _ : state) {
        Diagnostics diagnostics;
        benchmark::DoNotOptimize(grammar::parse(file, sources, diagnostics));
    }
    count_bytes(state);
}

void bench_read(benchmark::State& state) {
    const Stage stage;
    for (auto _ : state) benchmark::DoNotOptimize(grammar::read_runs(stage.document, stage.sources));
    count_bytes(state);
}

/// Quantities, dates and other figures of all runs.
void bench_mentions(benchmark::State& state) {
    const Stage stage;
    for (auto _ : state) {
        for (const prose::Run& run : stage.runs) benchmark::DoNotOptimize(grammar::read_quantities(run));
    }
    count_bytes(state);
}

void bench_resolve(benchmark::State& state) {
    const Stage stage;
    for (auto _ : state) {
        state.PauseTiming();
        Diagnostics diagnostics;
        ast::Document document = stage.document;
        std::vector<prose::Run> runs = stage.runs;
        framework::Framework framework = stage.framework;
        state.ResumeTiming();
        benchmark::DoNotOptimize(model::resolve(std::move(document), std::move(runs), std::move(framework),
                                                stage.sources, diagnostics));
    }
    count_bytes(state);
}

void bench_validate(benchmark::State& state) {
    driver::AnalyseOptions options;
    options.spelling = false;
    const driver::Analysis analysis = driver::analyse(input().world, "report.stet", input().source, options);
    for (auto _ : state) {
        Diagnostics diagnostics;
        validators::validate(analysis.report, *analysis.sources, input().world, {false, false}, diagnostics);
        benchmark::DoNotOptimize(diagnostics);
    }
    count_bytes(state);
}

/// Cited figures, claims in free prose, and the ledger of all figures.
void bench_figures(benchmark::State& state) {
    driver::AnalyseOptions options;
    options.spelling = false;
    const driver::Analysis analysis = driver::analyse(input().world, "report.stet", input().source, options);
    for (auto _ : state) {
        Diagnostics diagnostics;
        benchmark::DoNotOptimize(validators::check_all_figures(analysis.report, false, diagnostics));
    }
    count_bytes(state);
}

void bench_check(benchmark::State& state) {
    driver::AnalyseOptions options;
    options.spelling = false;
    for (auto _ : state) {
        benchmark::DoNotOptimize(driver::analyse(input().world, "report.stet", input().source, options));
    }
    count_bytes(state);
}

void bench_json(benchmark::State& state) {
    const driver::Analysis analysis = driver::analyse(input().world, "report.stet", input().source, {});
    for (auto _ : state) {
        benchmark::DoNotOptimize(
            stet::json::write(analysis.report, driver::compose(analysis), *analysis.sources, "bench", {}));
    }
    count_bytes(state);
}

BENCHMARK(bench_cmark)->Name("cmark, the same bytes");
BENCHMARK(bench_parse)->Name("parse");
BENCHMARK(bench_read)->Name("read");
BENCHMARK(bench_mentions)->Name("mentions in prose");
BENCHMARK(bench_resolve)->Name("resolve");
BENCHMARK(bench_json)->Name("compose and JSON");
BENCHMARK(bench_validate)->Name("validate, spelling aside");
BENCHMARK(bench_figures)->Name("claims and ledger");
BENCHMARK(bench_check)->Name("check, spelling aside");

}  // namespace

int main(int argc, char** argv) {
    benchmark::Initialize(&argc, argv);
    benchmark::RunSpecifiedBenchmarks();
    rusage used{};
    getrusage(RUSAGE_SELF, &used);
    std::printf("report: %zu bytes; peak memory of this program: %ld KB\n", input().source.size(),
                used.ru_maxrss);
    return 0;
}

// Pages a second and peak memory of the PDF backend: the sample's text over and over, to about so many pages.
//
// usage: stet_pdf_bench PAGES [THREADS]
#include <sys/resource.h>

#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <string>

#include "backends/pdf/pdf.hpp"
#include "compiler/driver/disk_world.hpp"
#include "compiler/driver/pipeline.hpp"

namespace {

using namespace stet;

/// The sample with its body repeated; ids of later copies are dropped, for an id stands once.
publication::Publication long_report(const publication::Publication& report, unsigned copies) {
    publication::Publication made = report;
    for (unsigned i = 1; i < copies; ++i) {
        for (publication::Block block : report.body) {
            block.id.clear();
            made.body.push_back(std::move(block));
        }
    }
    return made;
}

}  // namespace

int main(int argc, char** argv) {
    const auto wanted = static_cast<unsigned>(argc > 1 ? std::strtoul(argv[1], nullptr, 10) : 35);
    driver::DiskWorld world(std::string(STET_ROOT) + "/samples/marlow-vale");
    const ReadResult source = world.read("report.stet");
    if (!std::holds_alternative<std::string>(source)) return 1;
    driver::AnalyseOptions analysis_options;
    analysis_options.spelling = false;
    const driver::Analysis analysis =
        driver::analyse(world, "report.stet", std::get<std::string>(source), analysis_options);
    const publication::Publication once = driver::compose(analysis);
    constexpr unsigned pages_of_body = 20;
    const publication::Publication report = long_report(once, (wanted + pages_of_body - 1) / pages_of_body);
    pdf::Options options;
    options.threads = static_cast<unsigned>(argc > 2 ? std::strtoul(argv[2], nullptr, 10) : 2);
    const auto begin = std::chrono::steady_clock::now();
    std::size_t size = 0;
    const pdf::Outcome result = pdf::write(report, options, world, [&](std::string_view bytes) {
        size += bytes.size();
        return true;
    });
    const double seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
    rusage used{};
    getrusage(RUSAGE_SELF, &used);
    std::printf("%u pages, %.3f s, %.0f pages a second, %.1f MB of PDF, peak memory %.0f MB\n", result.pages,
                seconds, result.pages / seconds, static_cast<double>(size) / 1e6,
                static_cast<double>(used.ru_maxrss) / 1024);
    return result.whole ? 0 : 1;
}

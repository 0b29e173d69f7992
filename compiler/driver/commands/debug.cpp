// stet debug: a dump of each phase.
#include <fmt/format.h>

#include <cstdio>

#include "backends/pdf/pdf.hpp"
#include "compiler/ast/ast.hpp"
#include "compiler/driver/commands/report.hpp"
#include "compiler/driver/disk_world.hpp"
#include "compiler/prose/dump.hpp"

namespace stet::driver {

int debug(const std::string& phase, const std::string& file, const std::string& framework_folder) {
    const Loaded loaded =
        load(file, framework_folder, {.spelling = false, .strict_figures = false, .framework = {}});
    if (loaded.failed) {
        show(loaded.analysis);
        return exit_failed;
    }
    const model::Report& report = loaded.analysis.report;
    std::string out;
    if (phase == "ast") {
        out = ast::dump(report.document);
    } else if (phase == "mentions") {
        out = prose::dump(report.runs, report.quantities);
    } else if (phase == "model") {
        out = model::dump(report, *loaded.analysis.sources);
    } else {
        const publication::Publication publication = compose(loaded.analysis);
        if (phase == "publication") {
            out = publication::dump(publication);
        } else {
            DiskWorld world(split_path(file).folder, framework_folder);
            out = pdf::dump_layout(publication, {}, world);
        }
    }
    std::fwrite(out.data(), 1, out.size(), stdout);
    return exit_clean;
}

}  // namespace stet::driver

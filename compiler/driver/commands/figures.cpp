// stet figures.
#include "validators/figures.hpp"

#include <fmt/format.h>

#include <cstdio>

#include "compiler/driver/commands/report.hpp"

namespace stet::driver {

int figures(const FiguresOptions& options) {
    AnalyseOptions analyse_options;
    analyse_options.spelling = false;
    const Loaded loaded = load(options.file, options.framework_folder, analyse_options);
    if (loaded.failed) {
        show(loaded.analysis);
        return exit_failed;
    }
    const validators::Ledger& ledger = loaded.analysis.ledger;
    const model::Report& report = loaded.analysis.report;
    const Sources& sources = *loaded.analysis.sources;
    std::string out;
    if (options.pack)
        out = validators::accuracy_sheet(ledger, report, sources);
    else if (options.format == "json")
        out = validators::ledger_json(ledger, report, sources);
    else if (options.format == "csv")
        out = validators::ledger_csv(ledger, report, sources);
    else
        out = validators::ledger_text(ledger, report, sources);
    std::fwrite(out.data(), 1, out.size(), stdout);
    if (options.pack || options.format != "text")
        fmt::print(stderr, "{}\n", validators::ledger_summary(ledger));
    return ledger.count(validators::FigureStatus::in_conflict) > 0 ? exit_errors : exit_clean;
}

}  // namespace stet::driver

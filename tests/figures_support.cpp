// The figures' own way through the phases.
#include "tests/figures_support.hpp"

#include "grammar/figures.hpp"
#include "grammar/parse.hpp"
#include "grammar/quantities.hpp"
#include "grammar/read.hpp"

namespace stet::test {

CheckedFigures check_figures(const std::string& text, World& world, bool strict) {
    CheckedFigures out;
    Diagnostics others;
    const FileId file = out.sources->add("report.stet", text);
    out.report.document = grammar::parse_report(file, *out.sources, world, others);
    out.report.runs = grammar::read_runs(out.report.document, *out.sources);
    out.report.places.resize(out.report.runs.size());
    out.report.figures = model::resolve_figures(
        grammar::read_figures(out.report.document, out.report.runs, *out.sources, world, out.diagnostics),
        out.diagnostics);
    model::write_inserts(out.report.figures, out.report.runs, {});
    for (model::BoundCitation& citation : out.report.figures.citations) {
        prose::Citation& written = citation.written;
        if (written.kind != prose::Citation::Kind::assertion) continue;
        written.quantities = grammar::read_words(out.report.runs[written.run], written.begin, written.end);
    }
    for (const prose::Run& run : out.report.runs) {
        out.report.quantities.add([&](auto& found) { grammar::read_quantities(run, found); });
        out.report.sentences.add([&](auto& found) { prose::sentences(run.text, found); });
    }
    out.ledger = validators::check_all_figures(out.report, strict, out.diagnostics);
    out.diagnostics.sort();
    return out;
}

std::string messages(CheckedFigures& checked) {
    std::string all;
    for (const Diagnostic& d : checked.diagnostics.all()) {
        all.append(d.info->code)
            .append(d.severity == d.info->severity ? " " : " (query) ")
            .append(d.message)
            .append("\n");
    }
    return all;
}

}  // namespace stet::test

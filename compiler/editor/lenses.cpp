// What stands above the text: how many of the report's figures were checked.
#include "compiler/editor/lenses.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace stet::editor {

namespace {

struct Coverage {
    std::size_t figures = 0;
    std::size_t cited = 0;

    [[nodiscard]] std::string words() const {
        return fmt::format("{} of {} {} cite{} a fact", cited, figures, figures == 1 ? "figure" : "figures",
                           figures == 1 ? "s" : "");
    }
};

bool is_cited(const prose::Run& run, const prose::Quantity& quantity) {
    return std::any_of(run.marks.begin(), run.marks.end(), [&](const prose::Mark& mark) {
        return mark.kind == prose::MarkKind::assertion && mark.begin <= quantity.begin &&
               quantity.end <= mark.end;
    });
}

Coverage coverage_of(const model::Report& report, prose::RunId run) {
    Coverage out;
    for (const prose::Quantity& quantity : report.quantities[run]) {
        if (!quantity.is_figure()) continue;
        ++out.figures;
        if (is_cited(report.runs[run], quantity)) ++out.cited;
    }
    return out;
}

}  // namespace

std::vector<Lens> list_lenses(const Reading& reading, FileId file) {
    const model::Report& report = reading.report();
    Coverage total;
    std::vector<Coverage> by_section(report.sections.size());
    for (prose::RunId run = 0; run < report.quantities.size(); ++run) {
        const Coverage here = coverage_of(report, run);
        total.figures += here.figures, total.cited += here.cited;
        const auto section = report.places[run].section;
        if (section) by_section[*section].figures += here.figures, by_section[*section].cited += here.cited;
    }
    std::vector<Lens> out;
    if (file == report.document.file && total.figures > 0) out.push_back({{file, 0, 0}, total.words()});
    for (std::size_t i = 0; i < by_section.size(); ++i) {
        const Span heading = report.sections[i].span;
        if (heading.file == file && by_section[i].figures > 0)
            out.push_back({heading, by_section[i].words()});
    }
    return out;
}

}  // namespace stet::editor

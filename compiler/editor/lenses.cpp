// What stands above the text: how many of the report's figures were checked.
#include "compiler/editor/lenses.hpp"

#include <fmt/format.h>

namespace stet::editor {

namespace {

struct Coverage {
    std::size_t figures = 0;
    std::size_t checked = 0;

    void count(const validators::FigureEntry& figure) {
        ++figures;
        if (figure.state.status == validators::FigureStatus::checked) ++checked;
    }
    [[nodiscard]] std::string words() const {
        return fmt::format("{} of {} {} checked", checked, figures, figures == 1 ? "figure" : "figures");
    }
};

}  // namespace

std::vector<Lens> list_lenses(const Reading& reading, FileId file) {
    const model::Report& report = reading.report();
    Coverage total;
    std::vector<Coverage> by_section(report.sections.size());
    for (const validators::FigureEntry& figure : reading.analysis.ledger.figures) {
        total.count(figure);
        const auto section = report.places[figure.run].section;
        if (section) by_section[*section].count(figure);
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

// The resolved report as text, one thing a line, for golden tests.
#include <fmt/format.h>

#include <array>
#include <iterator>

#include "compiler/model/model.hpp"

namespace stet::model {

namespace {

std::string date(const std::optional<CivilDate>& date) {
    if (!date) return "-";
    return fmt::format("{:04}-{:02}-{:02}", date->year, date->month, date->day);
}

std::string place(Span span, const Sources& sources) {
    const LineColumn at = sources.line_column(span.file, span.begin);
    return fmt::format("{}:{}", at.line, at.column);
}

std::string_view kind_name(GradeStatement::Kind kind) {
    constexpr std::array<std::string_view, 7> names = {"cover", "heading",    "sentence", "citation",
                                                       "table", "definition", "insert"};
    return names[static_cast<std::size_t>(kind)];
}

class Dump {
  public:
    Dump(const Report& report, const Sources& sources) : report_(report), sources_(sources) {}

    std::string take() {
        header();
        for (const Judgement& judgement : report_.judgements) this->judgement(judgement);
        for (const Section& section : report_.sections) this->section(section);
        for (const Paragraph& paragraph : report_.paragraphs) this->paragraph(paragraph);
        for (const Table& table : report_.tables)
            line("table {} id={} number={}", place(table.span, sources_), table.id, table.number);
        for (const Illustration& picture : report_.illustrations) {
            line("{} {} id={} number={} alt={}", picture.chart ? "chart" : "image",
                 place(picture.span, sources_), picture.id, picture.number, picture.alternative);
        }
        for (const Label& label : report_.labels)
            line("label {} -> {} ({})", label.name, label.target, label.printed);
        for (const Reference& reference : report_.references) references(reference);
        for (const Footnote& note : report_.footnotes) {
            line("footnote {} number={} marks={} words={}", note.name, note.number, note.marks.size(),
                 note.body ? "yes" : "no");
        }
        for (const GradeStatement& grade : report_.grades) statement(grade);
        for (const ContentsEntry& entry : report_.contents) {
            line("contents {} -> {}", report_.text(entry.run),
                 entry.section ? report_.sections[*entry.section].id : "-");
        }
        return std::move(out_);
    }

  private:
    template <class... Args>
    void line(fmt::format_string<Args...> format, Args&&... args) {
        fmt::format_to(std::back_inserter(out_), format, std::forward<Args>(args)...);
        out_ += '\n';
    }

    void header() {
        line("framework {}", report_.framework.name);
        for (const RunId title : report_.header.titles) line("title {}", report_.text(title));
        line("subject {}", report_.header.subject);
        line("inspected {} to {}", date(report_.dates.begins), date(report_.dates.ends));
        line("published {}", date(report_.dates.published));
        for (const std::string& condition : report_.header.conditions) line("condition {}", condition);
        for (const Person& person : report_.people) line("person {} ({})", person.name, person.role);
        for (const TeamSize& size : report_.team_sizes)
            line("inspectors {} {}", size.count, place(size.span, sources_));
    }
    void judgement(const Judgement& judgement) {
        const framework::Judgement& known = report_.framework.judgements[judgement.id];
        line("judgement {} grade={} statements={} section={}", known.id,
             judgement.grade        ? report_.grade_name(*judgement.grade)
             : judgement.not_judged ? "not judged"
                                    : "-",
             judgement.statements.size(), judgement.section ? report_.sections[*judgement.section].id : "-");
    }
    void section(const Section& section) {
        line("section {} level={} id={} judges={} rule={}{}", place(section.span, sources_), section.level,
             section.id, section.judges ? report_.framework.judgements[*section.judges].id : "-",
             section.rule ? report_.framework.sections[*section.rule].title : "-",
             section.has_content ? "" : " empty");
    }
    void paragraph(const Paragraph& paragraph) {
        constexpr std::array<std::string_view, 3> kinds = {"paragraph", "numbered", "item"};
        std::string because;
        for (const std::string_view label : paragraph.because) because += fmt::format(" because={}", label);
        line("{} {} id={} number={} series={} runs={}{}", kinds[static_cast<std::size_t>(paragraph.kind)],
             place(paragraph.span, sources_), paragraph.id, paragraph.number.empty() ? "-" : paragraph.number,
             paragraph.series, paragraph.runs.size(), because);
    }
    void references(const Reference& reference) {
        std::string names;
        for (const std::uint32_t label : reference.labels)
            names += fmt::format(" {}", report_.labels[label].printed);
        line("see {}{}{}", place(reference.span, sources_), names, reference.range ? " (range)" : "");
    }
    void statement(const GradeStatement& grade) {
        line("grade {} {} {} {}{}", place(grade.span, sources_), kind_name(grade.kind),
             report_.framework.judgements[grade.judgement].id, grade.not_reached ? "below " : "",
             report_.grade_name(grade.grade));
    }

    const Report& report_;
    const Sources& sources_;
    std::string out_;
};

}  // namespace

std::string dump(const Report& report, const Sources& sources) {
    return Dump(report, sources).take();
}

}  // namespace stet::model

// The report as data: stet-report/1 (docs/stet-report-1.schema.json).
#include "backends/json/report_json.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <string>
#include <variant>
#include <vector>

#include "backends/json/parts.hpp"
#include "backends/json/sha256.hpp"

namespace stet::json {

namespace {

namespace pub = publication;

/// Walks the publication's body once and fills the flat lists and the tree of sections.
class Body {
  public:
    explicit Body(const Sources& sources) : sources_(sources) {}

    ordered_json paragraphs = ordered_json::array();
    ordered_json tables = ordered_json::array();
    ordered_json illustrations = ordered_json::array();

    void add(const pub::Blocks& blocks) {
        for (const pub::Block& block : blocks) add(block);
    }
    [[nodiscard]] ordered_json section_tree() const {
        std::size_t at = 0;
        return tree(at, 0);
    }

  private:
    struct Section {
        std::uint8_t level;
        ordered_json entry;
    };

    void add(const pub::Block& block);
    void add_heading(const pub::Block& block, const pub::Heading& heading);
    void add_paragraph(const pub::Block& block, std::string_view kind, const std::string& number,
                       const pub::Blocks& body);
    void add_table(const pub::Block& block, const pub::Table& table);
    void add_chart(const pub::Block& block, const pub::Chart& chart);
    [[nodiscard]] ordered_json span(Span source) const;
    [[nodiscard]] ordered_json bullets(const pub::List& list) const;
    [[nodiscard]] ordered_json current_section() const;
    [[nodiscard]] ordered_json tree(std::size_t& at, std::uint8_t above) const;
    void note_in_section(const std::string& id);

    const Sources& sources_;
    std::vector<Section> sections_;
};

std::string plain(const pub::Text& text) {
    return pub::words_of(text, '\n');
}

/// The running text of some blocks: paragraphs joined by a line end; lists and tables stand for themselves.
std::string running_text(const pub::Blocks& blocks) {
    std::string out;
    for (const pub::Block& block : blocks) {
        if (const auto* paragraph = std::get_if<pub::Paragraph>(&block.content)) {
            if (!out.empty()) out += '\n';
            out += plain(paragraph->text);
        } else if (const auto* quote = std::get_if<pub::Quote>(&block.content)) {
            if (!out.empty()) out += '\n';
            out += running_text(quote->body);
        }
    }
    return out;
}

ordered_json Body::span(Span source) const {
    if (source.empty()) return nullptr;
    return {{"file", file_name(sources_, source.file)},
            {"line", sources_.line_column(source.file, source.begin).line},
            {"start_byte", source.begin},
            {"end_byte", source.end}};
}

ordered_json Body::current_section() const {
    return sections_.empty() ? ordered_json(nullptr) : sections_.back().entry["id"];
}

void Body::note_in_section(const std::string& id) {
    if (!sections_.empty()) sections_.back().entry["paragraphs"].push_back(id);
}

ordered_json Body::tree(std::size_t& at, std::uint8_t above) const {
    ordered_json out = ordered_json::array();
    while (at < sections_.size() && sections_[at].level > above) {
        ordered_json entry = sections_[at].entry;
        const std::uint8_t level = sections_[at].level;
        ++at;
        entry["sections"] = tree(at, level);
        out.push_back(std::move(entry));
    }
    return out;
}

void Body::add_heading(const pub::Block& block, const pub::Heading& heading) {
    sections_.push_back(
        {heading.level,
         {{"id", block.id},
          {"level", heading.level},
          {"number", heading.number.empty() ? ordered_json(nullptr) : ordered_json(heading.number)},
          {"title", plain(heading.title)},
          {"paragraphs", ordered_json::array()}}});
}

ordered_json Body::bullets(const pub::List& list) const {
    ordered_json out = ordered_json::array();
    for (const pub::ListItem& item : list.items) {
        ordered_json entry = {{"id", item.body.empty() ? "" : item.body.front().id},
                              {"label", item.label},
                              {"text", running_text(item.body)},
                              {"bullets", ordered_json::array()}};
        for (const pub::Block& block : item.body) {
            if (const auto* nested = std::get_if<pub::List>(&block.content)) {
                for (ordered_json& bullet : bullets(*nested)) entry["bullets"].push_back(std::move(bullet));
            }
        }
        out.push_back(std::move(entry));
    }
    return out;
}

void Body::add_paragraph(const pub::Block& block, std::string_view kind, const std::string& number,
                         const pub::Blocks& body) {
    ordered_json entry = {{"id", block.id},
                          {"number", number.empty() ? ordered_json(nullptr) : ordered_json(number)},
                          {"section", current_section()},
                          {"kind", block.standard_wording ? "standard" : kind},
                          {"text", running_text(body)},
                          {"bullets", ordered_json::array()},
                          {"span", span(block.source)}};
    for (const pub::Block& inner : body) {
        if (const auto* list = std::get_if<pub::List>(&inner.content)) {
            for (ordered_json& bullet : bullets(*list)) entry["bullets"].push_back(std::move(bullet));
        }
    }
    note_in_section(block.id);
    paragraphs.push_back(std::move(entry));
}

ordered_json rows_json(const std::vector<std::vector<pub::Cell>>& rows) {
    ordered_json out = ordered_json::array();
    for (const auto& row : rows) {
        ordered_json cells = ordered_json::array();
        for (const pub::Cell& cell : row) {
            cells.push_back({{"text", plain(cell.text)},
                             {"heading", cell.heading},
                             {"columns", cell.columns},
                             {"rows", cell.rows}});
        }
        out.push_back(std::move(cells));
    }
    return out;
}

void Body::add_table(const pub::Block& block, const pub::Table& table) {
    tables.push_back({{"id", block.id},
                      {"label", table.label},
                      {"section", current_section()},
                      {"caption", plain(table.caption)},
                      {"head", rows_json(table.head)},
                      {"body", rows_json(table.body)},
                      {"span", span(block.source)}});
}

void Body::add_chart(const pub::Block& block, const pub::Chart& chart) {
    constexpr std::string_view kinds[] = {"bars", "stacked", "lines", "share"};
    ordered_json series = ordered_json::array();
    for (const pub::ChartSeries& s : chart.series) {
        ordered_json values = ordered_json::array();
        for (const pub::ChartValue& v : s.values)
            values.push_back({{"value", v.value}, {"printed", v.printed}});
        series.push_back({{"label", s.label}, {"values", std::move(values)}});
    }
    illustrations.push_back({{"id", block.id},
                             {"label", chart.label},
                             {"section", current_section()},
                             {"kind", kinds[static_cast<std::size_t>(chart.kind)]},
                             {"title", plain(chart.title)},
                             {"alternative", chart.alternative},
                             {"source", chart.source},
                             {"unit", chart.unit},
                             {"categories", chart.categories},
                             {"series", std::move(series)},
                             {"span", span(block.source)}});
}

void Body::add(const pub::Block& block) {
    if (const auto* heading = std::get_if<pub::Heading>(&block.content)) {
        add_heading(block, *heading);
    } else if (const auto* numbered = std::get_if<pub::NumberedParagraph>(&block.content)) {
        add_paragraph(block, "numbered", numbered->number, numbered->body);
    } else if (std::holds_alternative<pub::Paragraph>(block.content)) {
        add_paragraph(block, "plain", "", {block});
    } else if (std::holds_alternative<pub::List>(block.content)) {
        add_paragraph(block, "list", "", {block});
    } else if (const auto* quote = std::get_if<pub::Quote>(&block.content)) {
        add_paragraph(block, "quote", "", quote->body);
    } else if (const auto* box = std::get_if<pub::Box>(&block.content)) {
        add_paragraph(block, "box", "", box->body);
        paragraphs.back()["title"] = plain(box->title);
    } else if (const auto* table = std::get_if<pub::Table>(&block.content)) {
        add_table(block, *table);
    } else if (const auto* chart = std::get_if<pub::Chart>(&block.content)) {
        add_chart(block, *chart);
    } else if (const auto* image = std::get_if<pub::Image>(&block.content)) {
        illustrations.push_back({{"id", block.id},
                                 {"label", image->label},
                                 {"section", current_section()},
                                 {"kind", "image"},
                                 {"title", plain(image->caption)},
                                 {"alternative", image->alternative},
                                 {"file", image->file},
                                 {"span", span(block.source)}});
    }
}

ordered_json people_json(const model::Report& report) {
    ordered_json out = ordered_json::array();
    for (const model::Person& person : report.people)
        out.push_back({{"name", person.name}, {"role", person.role}});
    return out;
}

ordered_json head_json(const model::Report& report, const pub::Publication& publication) {
    ordered_json titles = ordered_json::array();
    for (const pub::Text& title : publication.cover.titles) titles.push_back(plain(title));
    return {{"title", publication.title},
            {"titles", std::move(titles)},
            {"subject", publication.subject},
            {"publisher", publication.publisher},
            {"language", publication.language},
            {"framework", report.framework.name},
            {"dates",
             {{"inspection_begins", date_json(report.dates.begins)},
              {"inspection_ends", date_json(report.dates.ends)},
              {"published", date_json(report.dates.published)}}},
            {"people", people_json(report)}};
}

ordered_json judgements_json(const model::Report& report) {
    ordered_json out = ordered_json::array();
    for (const model::Judgement& judgement : report.judgements) {
        if (!judgement.given) continue;
        const framework::Judgement& named = report.framework.judgements[judgement.id];
        std::string statement;
        for (const model::RunId run : judgement.statements) {
            if (!statement.empty()) statement += '\n';
            statement += report.text(run);
        }
        ordered_json grade = nullptr;
        if (judgement.grade)
            grade = report.framework.scale[*judgement.grade].name;
        else if (judgement.not_judged)
            grade = "not judged";
        out.push_back({{"id", named.id},
                       {"number", named.number.empty() ? ordered_json(nullptr) : ordered_json(named.number)},
                       {"title", named.title},
                       {"grade", std::move(grade)},
                       {"statement", statement.empty() ? ordered_json(nullptr) : ordered_json(statement)}});
    }
    return out;
}

ordered_json footnotes_json(const pub::Publication& publication) {
    ordered_json out = ordered_json::array();
    for (const pub::Note& note : publication.notes) {
        out.push_back({{"id", note.id}, {"number", note.number}, {"text", running_text(note.body)}});
    }
    return out;
}

ordered_json abbreviations_json(const pub::Publication& publication) {
    ordered_json out = ordered_json::array();
    for (const pub::Abbreviation& entry : publication.abbreviations) {
        out.push_back({{"abbreviation", entry.abbreviation}, {"expansion", entry.expansion}});
    }
    return out;
}

ordered_json contents_json(const pub::Publication& publication) {
    ordered_json out = ordered_json::array();
    for (const pub::ContentsEntry& entry : publication.contents) {
        out.push_back({{"level", entry.level}, {"title", entry.title}, {"section", entry.target}});
    }
    return out;
}

ordered_json written_contents_json(const model::Report& report) {
    ordered_json out = ordered_json::array();
    for (const model::ContentsEntry& entry : report.contents) {
        out.push_back(
            {{"text", report.text(entry.run)},
             {"section", entry.section ? ordered_json(report.sections[*entry.section].id) : nullptr}});
    }
    return out;
}

ordered_json provenance_json(const model::Report& report, const Sources& sources, std::string_view version) {
    ordered_json files = ordered_json::array();
    for (FileId file = 0; file < sources.size(); ++file) {
        files.push_back({{"file", file_name(sources, file)}, {"sha256", sha256_hex(sources.text(file))}});
    }
    return {{"stet", version}, {"framework", report.framework.name}, {"sources", std::move(files)}};
}

}  // namespace

std::string write(const model::Report& report, const publication::Publication& publication,
                  const Sources& sources, std::string_view version, std::span<const CheckedFigure> checked) {
    Body body(sources);
    body.add(publication.body);
    const ordered_json document = {{"schema", "stet-report/1"},
                                   {"report", head_json(report, publication)},
                                   {"judgements", judgements_json(report)},
                                   {"contents", contents_json(publication)},
                                   {"written_contents", written_contents_json(report)},
                                   {"sections", body.section_tree()},
                                   {"paragraphs", std::move(body.paragraphs)},
                                   {"tables", std::move(body.tables)},
                                   {"illustrations", std::move(body.illustrations)},
                                   {"footnotes", footnotes_json(publication)},
                                   {"facts", facts_json(publication)},
                                   {"quantities", quantities_json(report, sources, checked)},
                                   {"recommendations", recommendations_json(report)},
                                   {"people", people_json(report)},
                                   {"abbreviations", abbreviations_json(publication)},
                                   {"provenance", provenance_json(report, sources, version)}};
    return document.dump(2, ' ', false, ordered_json::error_handler_t::replace) + "\n";
}

}  // namespace stet::json

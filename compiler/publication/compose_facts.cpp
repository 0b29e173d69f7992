// Facts in a publication: inserted values, the values of charts, and the annex of cited facts.
#include <algorithm>

#include "compiler/publication/composer.hpp"

namespace stet::publication {

namespace {

std::string fact_id(const model::Fact& fact) {
    return "fact-" + std::string(fact.declared.name);
}

std::string fact_label(const model::Fact& fact) {
    if (!fact.declared.label.empty()) return std::string(fact.declared.label);
    return capitalised(fact.declared.noun.empty() ? fact.declared.name : fact.declared.noun);
}

/// Decimal text without thousands separators, as charts take it.
std::string plain_decimal(const Rational& value) {
    std::string text = shown(value, 4);
    std::erase(text, ',');
    return text;
}

/// A formula with the signs of print: "320 − 305", "12 ÷ 40".
std::string in_print(std::string formula) {
    constexpr std::pair<std::string_view, std::string_view> signs[] = {
        {" - ", " \u2212 "}, {" * ", " \u00D7 "}, {" / ", " \u00F7 "}};
    for (const auto& [typed, printed] : signs) {
        for (std::size_t at = 0; (at = formula.find(typed, at)) != std::string::npos; at += printed.size())
            formula.replace(at, typed.size(), printed);
    }
    return formula;
}

std::string unit_of(const model::FactValue& value, const model::Fact* fact) {
    if (value.kind == prose::QuantityKind::percent) return "%";
    if (value.kind == prose::QuantityKind::count)
        return fact == nullptr ? std::string() : std::string(fact->declared.noun);
    if (value.kind == prose::QuantityKind::money) return std::string(prose::currency_sign(value.unit));
    prose::Quantity unit;
    unit.kind = value.kind;
    unit.unit = value.unit;
    unit.per = value.per;
    return prose::unit_name(unit);
}

/// A part of `base`: how many of what, and its share.
void fill_base(const model::Fact& fact, const model::Fact& base, const prose::NumberStyle& style,
               FactRow& row) {
    row.base = base.declared.name;
    if (row.unit.empty()) row.unit = base.declared.noun;
    if (!base.value) return;
    row.calculation = "of " + model::written_value(*base.value, style);
    const model::ValueResult share = model::share(*fact.value, *base.value);
    if (const auto* value = std::get_if<model::FactValue>(&share)) row.share = model::printed(*value);
}

/// The ids of what cites facts: the paragraph that a run stands in, else the table.
class CitingPlaces {
  public:
    explicit CitingPlaces(const model::Report& report) : report_(report) {
        for (const model::Table& table : report.tables) {
            if (table.caption) tables_.emplace(*table.caption, table.id);
            for (const auto* rows : {&table.head, &table.body}) {
                for (const std::vector<model::Cell>& row : *rows) {
                    for (const model::Cell& cell : row) tables_.emplace(cell.run, table.id);
                }
            }
        }
    }

    [[nodiscard]] std::string_view id(model::RunId run) const {
        if (const auto paragraph = report_.places[run].paragraph) return report_.paragraphs[*paragraph].id;
        const auto table = tables_.find(run);
        return table == tables_.end() ? std::string_view() : table->second;
    }

  private:
    const model::Report& report_;
    std::unordered_map<model::RunId, std::string_view> tables_;
};

}  // namespace

std::string inserted_fact(const model::Report& report, Span formula) {
    const model::BoundCitation* citation = report.figures.at(formula);
    if (citation == nullptr) return "?";
    return model::inserted_text(report.figures, *citation, model::number_style(report.framework.style));
}

std::string cited_fact_id(const model::Report& report, Span formula) {
    const model::BoundCitation* citation = report.figures.at(formula);
    if (citation == nullptr || citation->facts.empty()) return {};
    return fact_id(report.figures.facts[citation->facts.front()]);
}

void fill_chart(const model::Report& report, const ast::Chart& written, Chart& chart) {
    const prose::NumberStyle style = model::number_style(report.framework.style);
    const bool stacked = chart.kind == ChartKind::stacked;
    if (!stacked) chart.series.emplace_back();
    for (const ast::Word& expression : written.series) {
        const model::BoundCitation* citation = report.figures.at(expression.span);
        if (citation == nullptr || !citation->value) continue;
        const model::Fact* fact =
            citation->facts.empty() ? nullptr : &report.figures.facts[citation->facts.front()];
        const bool over_time = chart.kind == ChartKind::lines && fact != nullptr &&
                               fact->declared.label.empty() && fact->declared.when;
        const std::string label = fact == nullptr ? std::string(expression.text)
                                  : over_time     ? model::written_when(*fact)
                                                  : fact_label(*fact);
        if (chart.unit.empty()) chart.unit = unit_of(*citation->value, fact);
        if (chart.source.empty() && fact != nullptr) chart.source = fact->declared.source;
        const ChartValue value{plain_decimal(citation->value->value),
                               model::written_value(*citation->value, {0, style.percent})};
        if (stacked) {
            chart.series.push_back({label, {value}});
            chart.categories.resize(1);
        } else {
            chart.categories.push_back(label);
            chart.series.front().values.push_back(value);
        }
    }
}

std::vector<FactRow> fact_rows(const model::Report& report) {
    const prose::NumberStyle style{0, model::number_style(report.framework.style).percent};
    const auto shown_in_annex = [](const model::Fact& fact) { return fact.used && fact.value; };
    std::vector<FactRow> rows;
    rows.reserve(static_cast<std::size_t>(
        std::count_if(report.figures.facts.begin(), report.figures.facts.end(), shown_in_annex)));
    std::vector<std::size_t> row_of(report.figures.facts.size(), SIZE_MAX);
    for (std::size_t i = 0; i < report.figures.facts.size(); ++i) {
        const model::Fact& fact = report.figures.facts[i];
        if (!shown_in_annex(fact)) continue;
        row_of[i] = rows.size();
        FactRow row;
        row.id = fact_id(fact);
        row.name = fact.declared.name;
        row.label = fact_label(fact);
        row.value = model::written_value(*fact.value, style);
        row.date = model::written_when(fact);
        row.source = fact.declared.source;
        row.calculation = in_print(fact.calculation);
        row.unit = unit_of(*fact.value, &fact);
        if (fact.base) fill_base(fact, report.figures.facts[*fact.base], style, row);
        if (fact.declared.when) {
            row.from = iso(fact.declared.when->first);
            row.to = iso(fact.declared.when->last);
        }
        rows.push_back(std::move(row));
    }
    const CitingPlaces places(report);
    for (const model::BoundCitation& citation : report.figures.citations) {
        if (citation.written.kind == prose::Citation::Kind::chart) continue;
        const std::string_view id = places.id(citation.written.run);
        if (id.empty()) continue;
        for (const model::FactId fact : citation.facts) {
            if (row_of[fact] == SIZE_MAX) continue;
            auto& cited = rows[row_of[fact]].cited_in;
            if (cited.empty() || cited.back() != id) cited.emplace_back(id);
        }
    }
    return rows;
}

}  // namespace stet::publication

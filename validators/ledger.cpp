// The ledger of figures as text, JSON and CSV, and the factual-accuracy sheet.
#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "validators/figure_places.hpp"
#include "validators/figures.hpp"

namespace stet::validators {

namespace {

std::string position(const FigureAccount& entry, const Sources& sources) {
    const LineColumn at = sources.line_column(entry.span.file, entry.span.begin);
    return fmt::format("{}:{}:{}", sources.name(entry.span.file), at.line, at.column);
}

/// A field of CSV (RFC 4180). What a spreadsheet would take for a formula is led by an apostrophe.
std::string csv_field(std::string_view text) {
    std::string out = "\"";
    if (!text.empty() && std::string_view("=+-@\t\r").find(text.front()) != std::string_view::npos)
        out += '\'';
    for (const char c : text) {
        if (c == '"') out += '"';
        out += c;
    }
    return out + '"';
}

template <std::size_t N>
void csv_row(std::string& out, const std::array<std::string_view, N>& fields) {
    for (std::size_t i = 0; i < N; ++i) out.append(i == 0 ? "" : ",").append(csv_field(fields[i]));
    out += "\r\n";
}

/// Source and date of the first fact that a figure cites.
std::pair<std::string, std::string> source_of(const FigureAccount& entry, const model::Report& report) {
    const auto id = report.figures.find(entry.facts.substr(0, entry.facts.find(',')));
    if (!id) return {};
    const model::Fact& fact = report.figures.facts[*id];
    return {std::string(fact.declared.source), model::written_when(fact)};
}

/// Empty where the figure was not checked.
std::string_view power_text(const FigureAccount& entry) {
    return entry.status == FigureStatus::checked ? power_name(entry.power) : std::string_view();
}

}  // namespace

std::string ledger_summary(const Ledger& ledger) {
    const std::size_t possible = ledger.only_possible();
    return fmt::format("{} figure{}: {} checked{}, {} in conflict, {} unbound, {} uncheckable",
                       ledger.figures.size(), ledger.figures.size() == 1 ? "" : "s",
                       ledger.count(FigureStatus::checked),
                       possible == 0 ? "" : fmt::format(" ({} of them only as possible)", possible),
                       ledger.count(FigureStatus::in_conflict), ledger.count(FigureStatus::unbound),
                       ledger.count(FigureStatus::uncheckable));
}

std::string ledger_text(const Ledger& ledger, const model::Report& report, const Sources& sources) {
    const FigurePlaces places(report);
    std::string out, last;
    for (const FigureEntry& figure : ledger.figures) {
        const FigureAccount entry = account_of(figure, ledger, report);
        std::string where = places.where(entry.run);
        if (where != last) {
            out += (out.empty() ? "" : "\n") + where + "\n";
            last = std::move(where);
        }
        out += fmt::format("  {:<12} {}  ({})\n", status_name(entry.status), entry.words,
                           position(entry, sources));
        out += fmt::format("               read as {}\n", entry.reading);
        if (!entry.facts.empty())
            out += fmt::format("               cites {}{}\n", entry.facts,
                               entry.evidence.empty() ? "" : "; evidence " + entry.evidence);
        else if (!entry.evidence.empty())
            out += fmt::format("               evidence {}\n", entry.evidence);
        if (!entry.calculation.empty())
            out += fmt::format("               {}{}\n",
                               power_text(entry) == "possible" ? "only possible: " : "", entry.calculation);
        if (!entry.reason.empty()) out += fmt::format("               {}\n", entry.reason);
    }
    return out + (out.empty() ? "" : "\n") + ledger_summary(ledger) + "\n";
}

std::string ledger_json(const Ledger& ledger, const model::Report& report, const Sources& sources) {
    using Json = nlohmann::ordered_json;
    const FigurePlaces places(report);
    Json figures = Json::array();
    for (const FigureEntry& figure : ledger.figures) {
        const FigureAccount entry = account_of(figure, ledger, report);
        const LineColumn at = sources.line_column(entry.span.file, entry.span.begin);
        figures.push_back({{"words", entry.words},
                           {"reading", entry.reading},
                           {"status", status_name(entry.status)},
                           {"reason", entry.reason},
                           {"calculation", entry.calculation},
                           {"power", power_text(entry)},
                           {"fact", entry.facts},
                           {"evidence", entry.evidence},
                           {"place", places.where(entry.run)},
                           {"file", sources.name(entry.span.file)},
                           {"line", at.line},
                           {"column", at.column},
                           {"start_byte", entry.span.begin},
                           {"end_byte", entry.span.end}});
    }
    const Json document = {{"schema", "stet-figures/1"},
                           {"figures", std::move(figures)},
                           {"summary",
                            {{"figures", ledger.figures.size()},
                             {"checked", ledger.count(FigureStatus::checked)},
                             {"only_possible", ledger.only_possible()},
                             {"in_conflict", ledger.count(FigureStatus::in_conflict)},
                             {"unbound", ledger.count(FigureStatus::unbound)},
                             {"uncheckable", ledger.count(FigureStatus::uncheckable)}}}};
    return document.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

std::string ledger_csv(const Ledger& ledger, const model::Report& report, const Sources& sources) {
    const FigurePlaces places(report);
    std::string out;
    csv_row<10>(out, {"place", "figure", "reading", "status", "reason", "calculation", "fact", "evidence",
                      "position", "power"});
    for (const FigureEntry& figure : ledger.figures) {
        const FigureAccount e = account_of(figure, ledger, report);
        csv_row<10>(out, {places.where(e.run), e.words, e.reading, status_name(e.status), e.reason,
                          e.calculation, e.facts, e.evidence, position(e, sources), power_text(e)});
    }
    return out;
}

std::string accuracy_sheet(const Ledger& ledger, const model::Report& report, const Sources&) {
    const FigurePlaces places(report);
    std::string out;
    csv_row<9>(out, {"place", "sentence", "figure", "fact", "source", "date", "calculation",
                     "correct? (yes or no)", "what it should say, and why"});
    for (const FigureEntry& figure : ledger.figures) {
        const FigureAccount e = account_of(figure, ledger, report);
        const auto [source, date] = source_of(e, report);
        csv_row<9>(out, {places.where(e.run), places.context(e.run, e.begin), e.words, e.facts, source, date,
                         e.calculation, "", ""});
    }
    return out;
}

}  // namespace stet::validators

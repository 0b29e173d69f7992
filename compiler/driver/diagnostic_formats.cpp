// Diagnostics for machines: stet-diagnostics/1 JSON, SARIF 2.1.0, GitHub annotations.
#include "compiler/driver/diagnostic_formats.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>
#include <nlohmann/json.hpp>
#include <vector>

namespace stet::driver {

namespace {

using json = nlohmann::ordered_json;

std::string dump(const json& value) {
    return value.dump(2, ' ', false, json::error_handler_t::replace) + "\n";
}

json place(const Sources& sources, Span span) {
    const LineColumn begin = sources.line_column(span.file, span.begin);
    const LineColumn end = sources.line_column(span.file, span.end);
    return {{"file", sources.name(span.file)},
            {"line", begin.line},
            {"column", begin.column},
            {"end_line", end.line},
            {"end_column", end.column},
            {"start_byte", span.begin},
            {"end_byte", span.end}};
}

json edits_json(const Sources& sources, const Fix& fix) {
    json edits = json::array();
    for (const Edit& edit : fix.edits) {
        json made = place(sources, edit.span);
        made["replacement"] = edit.replacement;
        edits.push_back(std::move(made));
    }
    return edits;
}

json diagnostic_json(const Sources& sources, const Diagnostic& d) {
    json out = {{"code", d.info->code},
                {"name", d.info->name},
                {"severity", severity_name(d.severity)},
                {"message", d.message}};
    out.update(place(sources, d.span));
    out["related"] = json::array();
    for (const Related& r : d.related) {
        json related = {{"message", r.message}};
        related.update(place(sources, r.span));
        out["related"].push_back(std::move(related));
    }
    out["notes"] = d.notes;
    out["help"] = d.help;
    out["fixes"] = json::array();
    for (const Fix& fix : d.fixes)
        out["fixes"].push_back({{"title", fix.title}, {"edits", edits_json(sources, fix)}});
    return out;
}

json region(const Sources& sources, Span span) {
    const LineColumn begin = sources.line_column(span.file, span.begin);
    const LineColumn end = sources.line_column(span.file, span.end);
    return {{"startLine", begin.line}, {"startColumn", begin.column}, {"endLine", end.line},
            {"endColumn", end.column}, {"byteOffset", span.begin},    {"byteLength", span.size()}};
}

/// A file name as a URI reference (RFC 3986): everything but unreserved characters and "/" is escaped.
std::string uri(std::string_view name) {
    std::string out;
    for (const char c : name) {
        const auto byte = static_cast<unsigned char>(c);
        const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                           std::string_view("-._~/").find(c) != std::string_view::npos;
        if (plain)
            out += c;
        else
            out += fmt::format("%{:02X}", byte);
    }
    return out;
}

json location(const Sources& sources, Span span) {
    return {
        {"physicalLocation",
         {{"artifactLocation", {{"uri", uri(sources.name(span.file))}}}, {"region", region(sources, span)}}}};
}

std::string_view sarif_level(Severity severity) {
    switch (severity) {
        case Severity::error:
            return "error";
        case Severity::warning:
            return "warning";
        case Severity::query:
        case Severity::advice:
            return "note";
    }
    return "none";
}

json sarif_result(const Sources& sources, const Diagnostic& d, std::size_t rule) {
    std::string text = d.message;
    for (const std::string& note : d.notes) text += "\n" + note;
    if (!d.help.empty()) text += "\n" + d.help;
    json result = {{"ruleId", d.info->code},
                   {"ruleIndex", rule},
                   {"level", sarif_level(d.severity)},
                   {"message", {{"text", text}}},
                   {"locations", json::array({location(sources, d.span)})}};
    if (!d.related.empty()) {
        json related = json::array();
        for (std::size_t i = 0; i < d.related.size(); ++i) {
            json made = location(sources, d.related[i].span);
            made["id"] = i;
            made["message"] = {{"text", d.related[i].message}};
            related.push_back(std::move(made));
        }
        result["relatedLocations"] = std::move(related);
    }
    return result;
}

std::string github_escape(std::string_view text, bool property) {
    std::string out;
    for (const char c : text) {
        if (c == '%')
            out += "%25";
        else if (c == '\r')
            out += "%0D";
        else if (c == '\n')
            out += "%0A";
        else if (property && c == ':')
            out += "%3A";
        else if (property && c == ',')
            out += "%2C";
        else
            out += c;
    }
    return out;
}

}  // namespace

std::string to_json(std::span<const Checked> reports) {
    json list = json::array();
    std::array<std::size_t, 4> counts{};
    std::size_t dropped = 0;
    for (const Checked& report : reports) {
        for (const Diagnostic& d : report.diagnostics->all()) {
            list.push_back(diagnostic_json(*report.sources, d));
            ++counts[static_cast<std::size_t>(d.severity)];
        }
        dropped += report.diagnostics->dropped();
    }
    return dump({{"schema", "stet-diagnostics/1"},
                 {"diagnostics", std::move(list)},
                 {"summary",
                  {{"files", reports.size()},
                   {"errors", counts[3]},
                   {"warnings", counts[2]},
                   {"queries", counts[1]},
                   {"advice", counts[0]},
                   {"dropped", dropped}}}});
}

std::string to_sarif(std::span<const Checked> reports, std::string_view version) {
    json rules = json::array();
    std::map<std::string_view, std::size_t> index;
    json results = json::array();
    for (const Checked& report : reports) {
        for (const Diagnostic& d : report.diagnostics->all()) {
            const auto [at, fresh] = index.try_emplace(d.info->code, index.size());
            if (fresh) {
                rules.push_back({{"id", d.info->code},
                                 {"name", d.info->name},
                                 {"shortDescription", {{"text", d.info->text}}},
                                 {"defaultConfiguration", {{"level", sarif_level(d.info->severity)}}}});
            }
            results.push_back(sarif_result(*report.sources, d, at->second));
        }
    }
    return dump(
        {{"$schema", "https://json.schemastore.org/sarif-2.1.0.json"},
         {"version", "2.1.0"},
         {"runs",
          json::array({{{"tool", {{"driver", {{"name", "Stet"}, {"version", version}, {"rules", rules}}}}},
                        {"columnKind", "unicodeCodePoints"},
                        {"results", std::move(results)}}})}});
}

std::string to_github(std::span<const Checked> reports) {
    std::vector<std::pair<Severity, std::string>> lines;
    for (const Checked& report : reports) {
        for (const Diagnostic& d : report.diagnostics->all()) {
            const LineColumn begin = report.sources->line_column(d.span.file, d.span.begin);
            const LineColumn end = report.sources->line_column(d.span.file, d.span.end);
            const std::string_view kind = d.severity == Severity::error     ? "error"
                                          : d.severity == Severity::warning ? "warning"
                                                                            : "notice";
            std::string message = d.message;
            for (const std::string& note : d.notes) message += "\n" + note;
            lines.emplace_back(
                d.severity, fmt::format("::{} file={},line={},col={},endLine={},endColumn={},title={}::{}\n",
                                        kind, github_escape(report.sources->name(d.span.file), true),
                                        begin.line, begin.column, end.line, end.column,
                                        github_escape(fmt::format("{} {}", d.info->code, d.info->name), true),
                                        github_escape(message, false)));
        }
    }
    std::stable_sort(lines.begin(), lines.end(),
                     [](const auto& a, const auto& b) { return a.first > b.first; });
    std::string out;
    for (const auto& [severity, line] : lines) out += line;
    return out;
}

}  // namespace stet::driver

// The first draft that `stet new` gives.
#include "compiler/driver/skeleton.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "compiler/framework/placeholders.hpp"

namespace stet::driver {

namespace {

using framework::Framework;
using framework::SectionRule;

/// Judgements that not every report has stand as comments.
void append_judgements(std::string& out, const Framework& framework) {
    std::size_t width = 0;
    for (const framework::Judgement& j : framework.judgements) {
        if (!j.optional) width = std::max(width, j.id.size());
    }
    out += "@judgements\n";
    for (const framework::Judgement& j : framework.judgements)
        out += j.optional ? fmt::format("  // {}  not judged\n", j.id)
                          : fmt::format("  {:<{}}  not judged\n", j.id, width);
    out += "\n";
}

/// A heading that only gathers sections.
bool is_part(const Framework& framework, const SectionRule& section) {
    return std::any_of(framework.sections.begin(), framework.sections.end(),
                       [&](const SectionRule& other) { return other.part == section.title; });
}

bool is_optional(const Framework& framework, const SectionRule& section) {
    return !section.required && section.judges && framework.judgements[*section.judges].optional;
}

/// The framework's title without what tells it from others: "(from 2018)".
std::string_view report_title(const Framework& framework) {
    const std::string_view title = framework.title;
    return title.ends_with(')') ? title.substr(0, title.rfind(" (")) : title;
}

std::string heading(const Framework& framework, const SectionRule& section) {
    const bool parts = std::any_of(framework.sections.begin(), framework.sections.end(),
                                   [&](const SectionRule& other) { return is_part(framework, other); });
    const std::size_t level = section.level > 0 ? section.level : parts ? 2 : 1;
    std::string words = fmt::format("{} {}", std::string(level, '#'), section.title);
    if (section.judges) words += fmt::format(" {{judges {}}}", framework.judgements[*section.judges].id);
    return words;
}

}  // namespace

std::string skeleton(const Framework& framework) {
    std::string out = fmt::format("framework: {}\ntitle: {}\nsubject: {}\n", framework.name,
                                  report_title(framework), framework::subject_placeholder);
    out += fmt::format("inspected: 6 January 2025 to 17 January 2025\nlead inspector: {}\nteam: {}\n\n",
                       framework::lead_placeholder, framework::team_placeholder);
    append_judgements(out, framework);
    bool first = true;
    for (const SectionRule& section : framework.sections) {
        if (is_optional(framework, section)) {
            out += fmt::format("// {}\n// #. {}\n\n", heading(framework, section),
                               framework::paragraph_placeholder);
            continue;
        }
        // The framework's own wording says what the grades mean.
        if (!section.required || section.role == "definitions") continue;
        out += heading(framework, section) + "\n\n";
        if (is_part(framework, section)) continue;
        out += fmt::format("#. {}\n\n",
                           first ? framework::first_paragraph_placeholder : framework::paragraph_placeholder);
        first = false;
    }
    if (first) out += fmt::format("# Findings\n\n#. {}\n", framework::first_paragraph_placeholder);
    while (out.size() > 1 && out[out.size() - 1] == '\n' && out[out.size() - 2] == '\n') out.pop_back();
    return out;
}

}  // namespace stet::driver

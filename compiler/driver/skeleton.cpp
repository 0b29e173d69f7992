// The first draft that `stet new` gives.
#include "compiler/driver/skeleton.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "compiler/framework/placeholders.hpp"

namespace stet::driver {

namespace {

void append_judgements(std::string& out, const framework::Framework& framework) {
    std::size_t width = 0;
    for (const framework::Judgement& j : framework.judgements) {
        if (!j.optional) width = std::max(width, j.id.size());
    }
    out += "@judgements\n";
    for (const framework::Judgement& j : framework.judgements) {
        if (!j.optional) out += fmt::format("  {:<{}}  not judged\n", j.id, width);
    }
    out += "\n";
}

void append_section(std::string& out, const framework::Framework& framework,
                    const framework::SectionRule& section) {
    const bool parts = std::any_of(framework.sections.begin(), framework.sections.end(),
                                   [](const framework::SectionRule& other) { return other.level == 1; });
    const std::size_t level = section.level > 0 ? section.level : parts ? 2 : 1;
    out += fmt::format("{} {}", std::string(level, '#'), section.title);
    if (section.judges) out += fmt::format(" {{judges {}}}", framework.judgements[*section.judges].id);
    out += "\n\n";
}

}  // namespace

std::string skeleton(const framework::Framework& framework) {
    std::string out = fmt::format("framework: {}\ntitle: {}\nsubject: {}\n", framework.name, framework.title,
                                  framework::subject_placeholder);
    out += fmt::format("inspected: 6 January 2025 to 17 January 2025\nlead inspector: {}\nteam: {}\n\n",
                       framework::lead_placeholder, framework::team_placeholder);
    append_judgements(out, framework);
    bool first = true;
    for (const framework::SectionRule& section : framework.sections) {
        // The framework's own wording says what the grades mean.
        if (!section.required || section.role == "definitions") continue;
        append_section(out, framework, section);
        const bool part = section.level == 1;
        if (part) continue;
        out += fmt::format("#. {}\n\n",
                           first ? framework::first_paragraph_placeholder : framework::paragraph_placeholder);
        first = false;
    }
    if (first) out += fmt::format("# Findings\n\n#. {}\n", framework::first_paragraph_placeholder);
    while (out.size() > 1 && out[out.size() - 1] == '\n' && out[out.size() - 2] == '\n') out.pop_back();
    return out;
}

}  // namespace stet::driver

// The frameworks at hand, and what import needs to know of them.
#include "compiler/driver/frameworks.hpp"

#include "compiler/base/sources.hpp"
#include "grammar/framework.hpp"

namespace stet::driver {

std::vector<framework::Framework> load_frameworks(World& world) {
    std::vector<framework::Framework> out;
    for (const std::string& name : world.framework_names()) {
        ReadResult read = world.read_framework(name);
        if (std::holds_alternative<ReadError>(read)) continue;
        Sources sources;
        Diagnostics diagnostics;
        const FileId file = sources.add(name, std::move(std::get<std::string>(read)));
        out.push_back(grammar::parse_framework(name, file, sources, diagnostics));
    }
    return out;
}

std::vector<import::FrameworkHints> import_hints(const std::vector<framework::Framework>& frameworks) {
    std::vector<import::FrameworkHints> out;
    for (const framework::Framework& framework : frameworks) {
        import::FrameworkHints& hints = out.emplace_back();
        hints.name = framework.name;
        hints.recognise = framework.recognise;
        for (const framework::Judgement& judgement : framework.judgements) {
            hints.judgements.push_back({judgement.title, judgement.aliases});
        }
        for (const framework::SectionRule& section : framework.sections) {
            hints.section_titles.push_back(section.title);
            hints.section_titles.insert(hints.section_titles.end(), section.variants.begin(),
                                        section.variants.end());
            if (!section.part.empty()) hints.inner_titles.push_back(section.title);
            if (section.judges && section.required && section.part.empty() && section.level != 1)
                hints.judged_titles.push_back(section.title);
            if (section.level != 1) continue;
            hints.part_titles.push_back(section.title);
            hints.part_titles.insert(hints.part_titles.end(), section.variants.begin(),
                                     section.variants.end());
        }
        for (const framework::Grade& grade : framework.scale) {
            hints.grades.push_back(grade.name);
            hints.grades.insert(hints.grades.end(), grade.variants.begin(), grade.variants.end());
        }
    }
    return out;
}

}  // namespace stet::driver

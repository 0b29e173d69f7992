#include "grammar/framework_names.hpp"

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>

#include "compiler/base/catalogue.hpp"
#include "compiler/base/suggest.hpp"
#include "compiler/framework/names.hpp"

namespace stet::grammar {

namespace {

using framework::Framework;
using framework::JudgementId;

/// A name that two grades or two judgements share could never be bound.
void check_shared_names(const Framework& framework, Diagnostics& diagnostics) {
    std::unordered_map<std::string, std::string> taken;
    const auto claim = [&](const std::string& folded, const std::string& owner, Span span,
                           std::string_view shown) {
        if (folded.empty()) return;
        const auto [at, fresh] = taken.emplace(folded, owner);
        if (!fresh && at->second != owner)
            diagnostics.add(span, diag::framework_name_taken, shown, at->second);
    };
    for (std::size_t i = 0; i < framework.scale.size(); ++i) {
        const framework::Grade& grade = framework.scale[i];
        const std::string owner = "grade " + std::to_string(i + 1) + ", " + grade.name;
        claim(framework::fold(grade.name), owner, grade.span, grade.name);
        for (const std::string& variant : grade.variants)
            claim(framework::fold(variant), owner, grade.span, variant);
    }
    for (const framework::Judgement& judgement : framework.judgements) {
        const std::string owner = judgement.id + " (" + judgement.title + ")";
        claim(framework::fold_name(judgement.id), owner, judgement.span, judgement.id);
        claim(framework::fold_name(judgement.title), owner, judgement.span, judgement.title);
        for (const std::string& alias : judgement.aliases)
            claim(framework::fold_name(alias), owner, judgement.span, alias);
    }
}

std::optional<JudgementId> find_judgement(const Framework& framework, const Value& name,
                                          Diagnostics& diagnostics) {
    const auto found = framework.find_judgement(name.text);
    if (found) return found;
    std::vector<std::string_view> known;
    for (const framework::Judgement& judgement : framework.judgements) known.push_back(judgement.id);
    diagnostics.add(name.span, diag::unknown_judgement_in_framework, name.text)
        .with_help(did_you_mean(name.text, known));
    return std::nullopt;
}

void check_nesting(Framework& framework, Diagnostics& diagnostics) {
    for (std::size_t i = 0; i < framework.judgements.size(); ++i) {
        framework::Judgement& judgement = framework.judgements[i];
        std::size_t steps = 0;
        auto above = judgement.parent;
        while (above && *above != i && steps++ < framework.judgements.size())
            above = framework.judgements[*above].parent;
        if (!above) continue;
        diagnostics.add(judgement.span, diag::nested_in_itself, judgement.id);
        judgement.parent = std::nullopt;
    }
}

/// `in` names a section that stands before.
void bind_part(Framework& framework, const Pending<std::uint32_t>& pending, Diagnostics& diagnostics) {
    const std::string title = framework::fold(pending.name.text);
    const auto end = framework.sections.begin() + pending.entry;
    const auto found = std::find_if(framework.sections.begin(), end, [&](const auto& section) {
        return framework::fold(section.title) == title;
    });
    if (found == end)
        diagnostics.add(pending.name.span, diag::unknown_section_in_framework, pending.name.text);
    else
        framework.sections[pending.entry].part = found->title;
}

void bind_wording(Framework& framework, const PendingNames& pending, Diagnostics& diagnostics) {
    std::unordered_set<std::string_view> asked;
    for (const auto& section : pending.section_wordings) asked.insert(section.name.text);
    std::unordered_set<std::string> given;
    for (framework::Wording& wording : framework.wording) {
        const auto judgement = framework.find_judgement(wording.place);
        if (!judgement && !asked.contains(wording.place))
            diagnostics.add(wording.span, diag::unknown_wording_place, wording.place);
        if (judgement) wording.place = framework.judgements[*judgement].id;
        given.insert(wording.place);
    }
    for (const auto& [entry, name] : pending.section_wordings) {
        if (given.contains(name.text))
            framework.sections[entry].wording = name.text;
        else
            diagnostics.add(name.span, diag::unknown_wording_place, name.text);
    }
}

}  // namespace

void bind_names(Framework& framework, const PendingNames& pending, Diagnostics& diagnostics) {
    check_shared_names(framework, diagnostics);
    for (const auto& [entry, name] : pending.parents)
        framework.judgements[entry].parent = find_judgement(framework, name, diagnostics);
    check_nesting(framework, diagnostics);
    for (const auto& [entry, name] : pending.judged_sections)
        framework.sections[entry].judges = find_judgement(framework, name, diagnostics);
    for (const auto& part : pending.section_parts) bind_part(framework, part, diagnostics);
    bind_wording(framework, pending, diagnostics);
}

}  // namespace stet::grammar

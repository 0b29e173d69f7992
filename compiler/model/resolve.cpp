// The steps of resolve, and what they all use.
#include <algorithm>

#include "compiler/base/catalogue.hpp"
#include "compiler/base/suggest.hpp"
#include "compiler/framework/names.hpp"
#include "compiler/model/model.hpp"
#include "compiler/model/resolver.hpp"

namespace stet::model {

namespace {

JudgementNames judgement_names(const framework::Framework& framework) {
    JudgementNames names;
    for (std::size_t i = 0; i < framework.judgements.size(); ++i) {
        const framework::Judgement& judgement = framework.judgements[i];
        const auto id = static_cast<framework::JudgementId>(i);
        const auto add = [&](std::string_view name) { names.emplace(framework::fold_name(name), id); };
        add(judgement.id);
        add(judgement.title);
        if (!judgement.number.empty()) {
            add(judgement.number);
            add(judgement.number + " " + judgement.title);
        }
        for (const std::string& alias : judgement.aliases) add(alias);
    }
    names.erase("");
    return names;
}

}  // namespace

std::string Resolver::make_id(std::string_view words, std::size_t most_words, std::string_view fallback) {
    std::string id;
    for (const char c : framework::fold(words, most_words)) {
        // Letters outside ASCII would be percent-encoded in links; the rest of the words is enough.
        if (c == ' ')
            id += '-';
        else if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'))
            id += c;
    }
    while (!id.empty() && id.back() == '-') id.pop_back();
    if (id.empty()) id = fallback;
    std::string unique = id;
    std::size_t& repeats = ids.emplace(id, 0).first->second;
    while (repeats > 0 && !ids.emplace(unique = id + "-" + std::to_string(repeats + 1), 1).second) ++repeats;
    ++repeats;
    return unique;
}

std::optional<framework::JudgementId> Resolver::judgement(const ast::Word& name) {
    const auto found = names.find(framework::fold_name(name.text));
    if (found != names.end()) return found->second;
    Diagnostic& diagnostic = diagnostics.add(name.span, diag::judgement_unknown, name.text);
    if (!may_suggest()) return std::nullopt;
    std::vector<std::string_view> known;
    for (const framework::Judgement& judgement : report.framework.judgements) {
        known.push_back(judgement.id);
        known.push_back(judgement.title);
        known.insert(known.end(), judgement.aliases.begin(), judgement.aliases.end());
    }
    diagnostic.with_help(did_you_mean(name.text, known));
    return std::nullopt;
}

Span Report::beginning() const {
    return header.fields.empty() ? Span{document.file, 0, 0} : runs[header.fields.front().second].span;
}

std::string_view Report::role(std::optional<SectionId> section) const {
    while (section) {
        const Section& at = sections[*section];
        if (at.rule && !framework.sections[*at.rule].role.empty()) return framework.sections[*at.rule].role;
        section = at.parent;
    }
    return {};
}

const Paragraph& Report::numbered(ParagraphId paragraph) const {
    const Paragraph* at = &paragraphs[paragraph];
    while (at->kind != Paragraph::Kind::numbered && at->parent) at = &paragraphs[*at->parent];
    return at->kind == Paragraph::Kind::numbered ? *at : paragraphs[paragraph];
}

Report resolve(ast::Document document, std::vector<prose::Run> runs, framework::Framework framework,
               const Sources& sources, Diagnostics& diagnostics) {
    Report report;
    report.document = std::move(document);
    report.framework = std::move(framework);
    report.runs = std::move(runs);
    report.places.resize(report.runs.size());
    Resolver resolver{report, sources, diagnostics, judgement_names(report.framework), {}, {}, {}, {}, {}, {},
                      {},     0};
    read_header(resolver);
    walk_blocks(resolver);
    bind_sections(resolver);
    bind_judgements(resolver);
    bind_labels(resolver);
    bind_notes(resolver);
    bind_contents(resolver);
    find_people(resolver);
    find_grade_statements(resolver);
    report.paragraphs.shrink_to_fit();
    return report;
}

}  // namespace stet::model

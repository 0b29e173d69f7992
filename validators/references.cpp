// R: footnotes have one mark and one body, in order; references run forwards; areas for improvement rest on
// findings.
#include "validators/references.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <unordered_map>
#include <vector>

#include "compiler/base/catalogue.hpp"
#include "compiler/model/improvements.hpp"
#include "validators/context.hpp"

namespace stet::validators {

namespace {

using model::Footnote;
using model::Label;
using model::Paragraph;
using model::Report;

void check_notes(Context& context) {
    const Footnote* last = nullptr;
    for (const Footnote& note : context.report.footnotes) {
        if (!note.body) {
            context.diagnostics.add(note.marks.front(), diag::note_without_body, note.name)
                .with_help(fmt::format("write them as `[^{}]: words` at the start of a line", note.name));
            continue;
        }
        if (note.marks.empty()) {
            context.diagnostics.add(*note.body, diag::note_without_mark, note.name);
            continue;
        }
        for (std::size_t i = 1; i < note.marks.size(); ++i) {
            context.diagnostics.add(note.marks[i], diag::note_marked_twice, note.name)
                .relate(note.marks.front(), "the first mark");
        }
        if (last != nullptr && note.number < last->number) {
            context.diagnostics.add(*last->body, diag::note_out_of_order, last->name, note.name)
                .relate(last->marks.front(), "its mark")
                .relate(note.marks.front(), fmt::format("the mark of `{}`", note.name));
        }
        last = &note;
    }
}

/// Places of paragraphs by published id, to compare what stands first.
std::unordered_map<std::string_view, const Paragraph*> paragraphs_by_id(const Report& report) {
    std::unordered_map<std::string_view, const Paragraph*> index;
    for (const Paragraph& paragraph : report.paragraphs) index.emplace(paragraph.id, &paragraph);
    return index;
}

void check_ranges(Context& context,
                  const std::unordered_map<std::string_view, const Paragraph*>& paragraphs) {
    for (const model::Reference& reference : context.report.references) {
        if (!reference.range) continue;
        const Label& from = context.report.labels[reference.labels[0]];
        const Label& to = context.report.labels[reference.labels[1]];
        const auto first = paragraphs.find(from.target);
        const auto last = paragraphs.find(to.target);
        // Paragraphs stand in one vector in the order of the report.
        if (first == paragraphs.end() || last == paragraphs.end() || first->second <= last->second) continue;
        context.diagnostics.add(reference.span, diag::reference_runs_backwards, from.name, to.name);
    }
}

// ---- areas for improvement -------------------------------------------------------------------------------

/// An area for improvement: an outermost paragraph or item of a section with that role.
bool is_improvement(const Report& report, const Paragraph& paragraph) {
    return !paragraph.parent && report.role(paragraph.section) == "improvement" &&
           paragraph.kind != Paragraph::Kind::plain;
}

void check_because_targets(Context& context, const std::unordered_map<std::string_view, const Label*>& labels,
                           const std::unordered_map<std::string_view, const Paragraph*>& paragraphs) {
    const Report& report = context.report;
    for (const Paragraph& paragraph : report.paragraphs) {
        for (const std::string_view name : paragraph.because) {
            const auto label = labels.find(name);
            if (label == labels.end()) continue;
            const auto target = paragraphs.find(label->second->target);
            std::string_view wrong;
            if (label->second->kind == Label::Kind::section) continue;
            if (target == paragraphs.end())
                wrong = "it names a table or a picture";
            else if (target->second == &paragraph)
                wrong = "it names this paragraph itself";
            else if (report.role(target->second->section) == "improvement")
                wrong = "it names an area for improvement";
            if (wrong.empty()) continue;
            context.diagnostics.add(paragraph.because_span, diag::because_not_a_finding, name, wrong)
                .relate(label->second->span, "named here");
        }
    }
}

/// The judgement of the nearest section that judges one.
std::optional<framework::JudgementId> judged_at(const Report& report,
                                                std::optional<model::SectionId> section) {
    while (section && !report.sections[*section].judges) section = report.sections[*section].parent;
    return section ? report.sections[*section].judges : std::nullopt;
}

/// Judgements on whose findings an area for improvement rests.
std::vector<bool> improved_judgements(
    const Report& report, const std::unordered_map<std::string_view, const Label*>& labels,
    const std::unordered_map<std::string_view, const Paragraph*>& paragraphs) {
    std::vector<bool> improved(report.judgements.size(), false);
    for (const Paragraph& paragraph : report.paragraphs) {
        for (const std::string_view name : paragraph.because) {
            const auto label = labels.find(name);
            if (label == labels.end()) continue;
            const auto finding = paragraphs.find(label->second->target);
            if (finding == paragraphs.end()) continue;
            if (const auto judgement = judged_at(report, finding->second->section))
                improved[*judgement] = true;
        }
    }
    return improved;
}

/// A judgement in the worse half of the scale asks for an area for improvement; said only where the areas
/// rest on findings of some other judged section.
void check_weaknesses(Context& context, const std::vector<bool>& improved) {
    const Report& report = context.report;
    if (std::count(improved.begin(), improved.end(), true) == 0) return;
    for (const model::Judgement& judgement : report.judgements) {
        const bool weak = judgement.grade && *judgement.grade * 2U >= report.framework.scale.size();
        if (!weak || improved[judgement.id] || !judgement.section) continue;
        // What holds other judged sections, as a part does, is weak by theirs.
        const model::Section& section = report.sections[*judgement.section];
        const auto judges = [&](model::SectionId child) { return report.sections[child].judges.has_value(); };
        if (std::any_of(section.children.begin(), section.children.end(), judges)) continue;
        context.diagnostics
            .add(section.span, diag::weakness_without_improvement, report.judgement_title(judgement.id),
                 report.grade_name(*judgement.grade))
            .relate(judgement.span, "graded here");
    }
}

/// Links are asked for only where the report uses them for half of its areas for improvement or more.
void check_improvement_links(Context& context,
                             const std::unordered_map<std::string_view, const Label*>& labels,
                             const std::unordered_map<std::string_view, const Paragraph*>& paragraphs) {
    const Report& report = context.report;
    std::vector<const Paragraph*> unlinked;
    std::size_t linked = 0;
    for (const Paragraph& paragraph : report.paragraphs) {
        if (!is_improvement(report, paragraph) || model::says_none(report, paragraph)) continue;
        if (paragraph.because.empty())
            unlinked.push_back(&paragraph);
        else
            ++linked;
    }
    if (linked == 0 || linked < unlinked.size()) return;
    for (const Paragraph* paragraph : unlinked) {
        const Span place = paragraph->number_span.empty() ? paragraph->span : paragraph->number_span;
        context.diagnostics.add(place, diag::improvement_without_finding)
            .with_help("name the label of a finding: `{because LABEL}` at its end");
    }
    check_weaknesses(context, improved_judgements(report, labels, paragraphs));
}

}  // namespace

void check_references(const model::Report& report, const Sources&, Diagnostics& diagnostics) {
    Context context{report, diagnostics};
    const auto paragraphs = paragraphs_by_id(context.report);
    std::unordered_map<std::string_view, const Label*> labels;
    for (const Label& label : context.report.labels) labels.emplace(label.name, &label);
    check_notes(context);
    check_ranges(context, paragraphs);
    check_because_targets(context, labels, paragraphs);
    check_improvement_links(context, labels, paragraphs);
}

}  // namespace stet::validators

// N: written contents entries against the headings.
#include <array>
#include <vector>

#include "compiler/base/catalogue.hpp"
#include "compiler/framework/names.hpp"
#include "compiler/model/titles.hpp"
#include "validators/context.hpp"
#include "validators/numbering.hpp"

namespace stet::validators {

namespace {

using model::ContentsEntry;
using model::Report;
using model::Section;

void compare(Context& context, const ContentsEntry& entry) {
    const Report& report = context.report;
    const std::string_view written = report.text(entry.run);
    if (!entry.section) {
        if (framework::fold(written) == "contents") return;  // the contents list themselves
        context.diagnostics.add(entry.span, diag::contents_entry_unbound, written);
        return;
    }
    const Section& section = report.sections[*entry.section];
    const std::string_view title = model::without_grade(report.text(section.title), report.framework);
    if (framework::fold(model::without_grade(written, report.framework)) == framework::fold(title)) return;
    if (model::names_both(title, framework::fold_name(written))) return;
    context.diagnostics.add(entry.span, diag::contents_entry_differs, written, title)
        .relate(section.span, "the heading");
}

void check_order(Context& context) {
    const Report& report = context.report;
    const ContentsEntry* before = nullptr;
    for (const ContentsEntry& entry : report.contents) {
        if (!entry.section) continue;
        if (before != nullptr && *entry.section < *before->section) {
            context.diagnostics
                .add(entry.span, diag::contents_out_of_order, report.text(entry.run),
                     report.text(before->run))
                .relate(report.sections[*entry.section].span, "the heading");
        }
        before = &entry;
    }
}

/// A heading is missed where nine tenths of the headings of its level are listed. One that states a grade
/// ("The board is good") is often set as a heading and seldom listed; what stands above the contents (a
/// summary on the first page) need not be.
void check_coverage(Context& context) {
    const Report& report = context.report;
    std::vector<bool> listed(report.sections.size(), false);
    for (const ContentsEntry& entry : report.contents) {
        if (entry.section) listed[*entry.section] = true;
    }
    const Span contents = report.contents.front().span;
    const auto counts = [&](std::size_t i) {
        const Span heading = report.sections[i].span;
        if (!listed[i] && heading.file == contents.file && heading.end <= contents.begin) return false;
        const std::string_view title = report.text(report.sections[i].title);
        return listed[i] || model::without_grade(title, report.framework).size() == title.size();
    };
    std::array<std::size_t, 5> all{};
    std::array<std::size_t, 5> found{};
    for (std::size_t i = 0; i < report.sections.size(); ++i) {
        if (counts(i)) ++all[report.sections[i].level];
        if (listed[i]) ++found[report.sections[i].level];
    }
    for (std::size_t i = 0; i < report.sections.size(); ++i) {
        const Section& section = report.sections[i];
        if (listed[i] || !counts(i) || found[section.level] * 10 < all[section.level] * 9) continue;
        context.diagnostics.add(section.span, diag::heading_not_in_contents, report.text(section.title));
    }
}

}  // namespace

void check_contents(const model::Report& report, const Sources&, Diagnostics& diagnostics) {
    Context context{report, diagnostics};
    if (context.report.contents.empty()) return;
    for (const ContentsEntry& entry : context.report.contents) compare(context, entry);
    check_order(context);
    check_coverage(context);
}

}  // namespace stet::validators

// A: what readers with assistive technology need: alternative texts, table headers, links that say where they
// lead.
#include "validators/accessibility.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "compiler/base/catalogue.hpp"
#include "compiler/framework/names.hpp"
#include "validators/context.hpp"

namespace stet::validators {

namespace {

/// WCAG 2.2, success criterion 1.3.1: the title page is the first level, so a first heading may be of
/// level 2.
void check_heading_levels(Context& context) {
    std::uint32_t before = 1;
    bool first = true;
    for (const model::Section& section : context.report.sections) {
        const std::uint32_t level = section.level;
        if (level > before + 1) {
            context.diagnostics
                .add(section.span, diag::heading_level_skipped, level,
                     first ? std::string("the title") : fmt::format("one of level {}", before))
                .with_help(fmt::format("use level {}", before + 1));
        }
        before = level;
        first = false;
    }
}

template <std::size_t N>
bool is_one_of(const std::string& folded, const std::array<std::string_view, N>& words) {
    return std::find(words.begin(), words.end(), folded) != words.end();
}

/// WCAG 1.1.1.
void check_alternatives(Context& context) {
    constexpr std::array<std::string_view, 10> unhelpful = {"image",  "picture",  "photo", "photograph",
                                                            "chart",  "diagram",  "graph", "logo",
                                                            "figure", "bar chart"};
    for (const model::Illustration& picture : context.report.illustrations) {
        if (picture.decorative) continue;
        if (picture.alternative.empty()) {
            context.diagnostics
                .add(picture.span, diag::alternative_missing, picture.chart ? "chart" : "picture")
                .with_help(
                    "say in `alt \"...\"` what it shows, or mark a picture that says nothing as "
                    "`decorative`");
            continue;
        }
        const std::string folded = framework::fold(picture.alternative);
        const bool file_name = !picture.file.empty() && folded == framework::fold(picture.file);
        if (file_name || is_one_of(folded, unhelpful)) {
            context.diagnostics.add(picture.alternative_span, diag::alternative_unhelpful,
                                    picture.alternative);
        }
    }
}

/// WCAG 1.3.1. The first column's heading may stay empty above row headings.
void check_tables(Context& context) {
    for (const model::Table& table : context.report.tables) {
        if (table.head.empty()) {
            context.diagnostics.add(table.span, diag::table_without_header);
            continue;
        }
        for (const std::vector<model::Cell>& row : table.head) {
            for (std::size_t i = 1; i < row.size(); ++i) {
                if (context.report.text(row[i].run).empty() && row[i].columns > 0)
                    context.diagnostics.add(row[i].span, diag::table_header_empty);
            }
        }
    }
}

/// WCAG 2.4.4.
void check_links(Context& context) {
    constexpr std::array<std::string_view, 12> vague = {
        "click here", "here",          "link",    "this link",    "more",  "read more",
        "this page",  "find out more", "website", "this website", "click", "this"};
    for (const prose::Run& run : context.report.runs) {
        for (const prose::Mark& mark : run.marks) {
            if (mark.kind != prose::MarkKind::link) continue;
            const std::string_view words = run.words(mark.begin, mark.end);
            if (is_one_of(framework::fold(words), vague))
                context.diagnostics.add(mark.source, diag::link_text_vague, words);
        }
    }
}

/// The shape of BCP 47: a language of two or three letters, then parts of up to eight letters or digits.
bool is_language_tag(std::string_view tag) {
    std::size_t part = 0;
    bool first = true;
    for (const char c : tag) {
        const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
        const bool digit = c >= '0' && c <= '9';
        if (c == '-') {
            if (part < (first ? 2U : 1U)) return false;
            first = false;
            part = 0;
        } else if (!letter && !(digit && !first)) {
            return false;
        } else if (++part > (first ? 3U : 8U)) {
            return false;
        }
    }
    return part >= (first ? 2U : 1U);
}

/// WCAG 3.1.1.
void check_language(Context& context) {
    for (const auto& [key, run] : context.report.header.fields) {
        if (key != "language" || is_language_tag(context.report.text(run))) continue;
        context.diagnostics
            .add(context.report.runs[run].span, diag::language_unknown, context.report.text(run))
            .with_help("write it as `en-GB` or `cy`");
    }
}

}  // namespace

void check_accessibility(const model::Report& report, const Sources&, Diagnostics& diagnostics) {
    Context context{report, diagnostics};
    check_heading_levels(context);
    check_alternatives(context);
    check_tables(context);
    check_links(context);
    check_language(context);
}

}  // namespace stet::validators

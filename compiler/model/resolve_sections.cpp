// Sections against the framework, and the grades of the `@judgements` block.
#include <algorithm>
#include <array>
#include <cctype>

#include "compiler/base/catalogue.hpp"
#include "compiler/base/suggest.hpp"
#include "compiler/framework/names.hpp"
#include "compiler/model/resolver.hpp"

namespace stet::model {

namespace {

bool same_letter(char a, char b) {
    return std::tolower(static_cast<unsigned char>(a)) == std::tolower(static_cast<unsigned char>(b));
}

/// Cuts `end` off the end of `words` where it stands there in any case.
bool cut_end(std::string_view& words, std::string_view end) {
    if (words.size() < end.size()) return false;
    const std::string_view tail = words.substr(words.size() - end.size());
    if (!std::equal(tail.begin(), tail.end(), end.begin(), same_letter)) return false;
    words.remove_suffix(end.size());
    return true;
}

void trim_end(std::string_view& words, std::string_view characters) {
    while (!words.empty() && characters.find(words.back()) != std::string_view::npos) words.remove_suffix(1);
}

/// Cuts what joins a subject and its grade: "is", "are", "is that it is", a colon or a dash.
bool cut_copula(std::string_view& words) {
    constexpr std::array<std::string_view, 10> joints = {
        " is that it is", " is that they are", " is that it", " is that they", " is", " are", ":",
        " \u2013",        " \u2014",           " -"};
    return std::any_of(joints.begin(), joints.end(),
                       [&](std::string_view joint) { return cut_end(words, joint); });
}

/// Forms of one grade, the longest that fits wins.
std::size_t grade_at_end(std::string_view words, const framework::Grade& grade) {
    std::size_t longest = 0;
    const auto try_form = [&](const std::string& form) {
        std::string_view rest = words;
        if (form.size() > longest && cut_end(rest, form) && !rest.empty() && rest.back() == ' ')
            longest = form.size();
    };
    try_form(grade.name);
    for (const std::string& variant : grade.variants) try_form(variant);
    return longest;
}

/// Rules by folded title or variant.
using RulesByTitle = std::unordered_map<std::string, std::vector<std::uint32_t>>;

RulesByTitle rules_by_title(const framework::Framework& framework) {
    RulesByTitle rules;
    for (std::uint32_t i = 0; i < framework.sections.size(); ++i) {
        rules[framework::fold_name(framework.sections[i].title)].push_back(i);
        for (const std::string& variant : framework.sections[i].variants) {
            rules[framework::fold_name(variant)].push_back(i);
        }
    }
    return rules;
}

/// Areas for improvement and the like are often headed by what they are about ("Adoption"): such a heading
/// opens no findings.
bool only_sorts(std::string_view role) {
    return role == "improvement" || role == "summary" || role == "information" || role == "history";
}

/// How well a rule answers to a section of that title: 0 not at all, more is better.
int fitness(const Report& report, const Section& section, const framework::SectionRule& rule) {
    int fit = 1;
    if (rule.role == "findings" && only_sorts(report.role(section.parent))) return 0;
    if (!rule.part.empty()) {
        const auto& part_rule = report.sections[section.part].rule;
        if (!part_rule || report.framework.sections[*part_rule].title != rule.part) return 0;
        fit += 2;
    }
    if (rule.level != 0) {
        if (rule.level != section.level) return 0;
        fit += 1;
    }
    return fit;
}

}  // namespace

std::string_view without_grade(std::string_view title, const framework::Framework& framework) {
    std::string_view words = title;
    trim_end(words, " .:");
    std::size_t size = 0;
    for (const framework::Grade& grade : framework.scale) size = std::max(size, grade_at_end(words, grade));
    if (size == 0) return title;
    std::string_view subject = words.substr(0, words.size() - size);
    const std::string_view form = words.substr(subject.size());
    trim_end(subject, " ");
    // "Adoption good" says nothing, unlike a long title without its verb; a grade of several words may itself
    // be the verb ("requires improvement").
    const bool is_long = std::count(subject.begin(), subject.end(), ' ') >= 4;
    if (cut_copula(subject) || form.find(' ') != std::string_view::npos || is_long) {
        trim_end(subject, " ");
        return subject;
    }
    return title;
}

namespace {

/// "The authority - Summary of findings": both parts; empty where there is but one.
std::array<std::string_view, 2> halves(std::string_view heading) {
    for (const std::string_view divider : {" - ", " \u2013 ", " \u2014 "}) {
        const std::size_t at = heading.find(divider);
        if (at != std::string_view::npos) return {heading.substr(0, at), heading.substr(at + divider.size())};
    }
    return {};
}

}  // namespace

bool names_both(std::string_view heading, std::string_view wanted) {
    const auto parts = halves(heading);
    return !parts[0].empty() &&
           (framework::fold_name(parts[0]) == wanted || framework::fold_name(parts[1]) == wanted);
}

bool differs_in_one_word(std::string_view title, std::string_view wanted) {
    std::size_t words = 0;
    std::size_t different = 0;
    while (!title.empty() && !wanted.empty()) {
        const std::size_t end = std::min(title.find(' '), title.size());
        const std::size_t wanted_end = std::min(wanted.find(' '), wanted.size());
        ++words;
        different += title.substr(0, end) == wanted.substr(0, wanted_end) ? 0U : 1U;
        title.remove_prefix(std::min(end + 1, title.size()));
        wanted.remove_prefix(std::min(wanted_end + 1, wanted.size()));
    }
    return title.empty() && wanted.empty() && words >= 5 && different == 1;
}

namespace {

/// A heading that names two sections is the first that fits ("The authority - Summary of findings" is the
/// part); the other is there too.
void bind_halves(const Report& report, Section& section, const RulesByTitle& rules, std::vector<bool>& used) {
    for (const std::string_view half : halves(report.text(section.title))) {
        const auto found = rules.find(framework::fold_name(half));
        if (half.empty() || found == rules.end()) continue;
        for (const std::uint32_t rule : found->second) {
            if (fitness(report, section, report.framework.sections[rule]) == 0) continue;
            if (!section.rule) section.rule = rule;
            used[rule] = true;
        }
    }
}

}  // namespace

void bind_sections(Resolver& resolver) {
    Report& report = resolver.report;
    const RulesByTitle rules = rules_by_title(report.framework);
    std::vector<bool> used(report.framework.sections.size(), false);
    const auto candidates = [&](const Section& section) -> const std::vector<std::uint32_t>* {
        const auto found =
            rules.find(framework::fold_name(without_grade(report.text(section.title), report.framework)));
        return found == rules.end() ? nullptr : &found->second;
    };
    for (Section& section : report.sections) {
        const auto* answers = candidates(section);
        int best = 0;
        for (std::size_t i = 0; answers != nullptr && i < answers->size(); ++i) {
            const int fit = fitness(report, section, report.framework.sections[(*answers)[i]]);
            if (fit <= best) continue;
            best = fit;
            section.rule = (*answers)[i];
        }
        if (section.rule) used[*section.rule] = true;
        if (!section.rule) bind_halves(report, section, rules, used);
    }
    // What is left may still be a required section at the wrong level (S107).
    for (Section& section : report.sections) {
        const auto* answers = section.rule ? nullptr : candidates(section);
        for (std::size_t i = 0; answers != nullptr && i < answers->size() && !section.rule; ++i) {
            const std::uint32_t rule = (*answers)[i];
            if (used[rule] || !report.framework.sections[rule].part.empty()) continue;
            if (report.framework.sections[rule].role == "findings" && only_sorts(report.role(section.parent)))
                continue;
            section.rule = rule;
            used[rule] = true;
        }
    }
    for (Section& section : report.sections) {
        if (section.judges || (!section.rule && only_sorts(report.role(section.parent)))) continue;
        if (section.rule) section.judges = report.framework.sections[*section.rule].judges;
        const std::string name =
            framework::fold_name(without_grade(report.text(section.title), report.framework));
        const auto named = resolver.names.find(name);
        if (!section.judges && named != resolver.names.end()) section.judges = named->second;
    }
}

namespace {

constexpr std::array<std::string_view, 4> not_judged_words = {"not judged", "not rated", "not graded",
                                                              "not inspected"};

void read_grade(Resolver& resolver, const ast::JudgementLine& line, Judgement& judgement) {
    const Report& report = resolver.report;
    const std::string folded = framework::fold(line.grade.text);
    judgement.not_judged =
        std::find(not_judged_words.begin(), not_judged_words.end(), folded) != not_judged_words.end();
    if (judgement.not_judged) return;
    judgement.grade = report.framework.find_grade(line.grade.text);
    if (judgement.grade) return;
    std::vector<std::string_view> known = {"not judged"};
    for (const framework::Grade& grade : report.framework.scale) known.push_back(grade.name);
    std::string scale;
    for (const framework::Grade& grade : report.framework.scale)
        scale += (scale.empty() ? "" : ", ") + grade.name;
    resolver.diagnostics
        .add(line.grade.empty() ? line.name.span : line.grade.span, diag::grade_off_scale, line.grade.text)
        .note("the scale is: " + scale)
        .with_help(did_you_mean(line.grade.text, known));
}

/// "overall good": one space does not part a name from its grade. Where the words are a judgement and a
/// grade, the line with both; longer words are no slip of that kind.
ast::JudgementLine parted(const Resolver& resolver, const ast::JudgementLine& line) {
    constexpr std::size_t longest = 200;
    const std::string_view words = line.name.text;
    ast::JudgementLine out = line;
    for (std::size_t at = words.find(' '); at != std::string_view::npos && words.size() <= longest;
         at = words.find(' ', at + 1)) {
        if (!resolver.names.contains(framework::fold_name(words.substr(0, at))) ||
            !resolver.report.framework.find_grade(words.substr(at + 1)))
            continue;
        const auto begin = line.name.span.begin + static_cast<std::uint32_t>(at);
        out.name = {words.substr(0, at), {line.name.span.file, line.name.span.begin, begin}};
        out.grade = {words.substr(at + 1), {line.name.span.file, begin + 1, line.name.span.end}};
        break;
    }
    return out;
}

void read_line(Resolver& resolver, const ast::JudgementLine& written) {
    const bool whole = !written.grade.empty();
    const ast::JudgementLine line = whole ? written : parted(resolver, written);
    if (!whole) {
        Diagnostic& diagnostic =
            resolver.diagnostics.add(written.name.span, diag::judgement_without_grade, written.name.text)
                .with_help("put two spaces or more between the judgement and its grade");
        if (line.grade.empty()) return;
        const std::uint32_t end = line.name.span.end;
        diagnostic.fix("Part the grade from the name", {line.name.span.file, end, end}, " ");
    }
    const auto id = resolver.judgement(line.name);
    if (!id) return;
    Judgement& judgement = resolver.report.judgements[*id];
    if (judgement.given) {
        resolver.diagnostics
            .add(line.name.span, diag::judgement_repeated, resolver.report.judgement_title(*id))
            .relate(judgement.name_span, "graded here");
        return;
    }
    judgement.given = true;
    judgement.name_span = line.name.span;
    judgement.span = line.grade.empty() ? line.name.span : line.grade.span;
    judgement.rationale = line.rationale.text;
    for (const ast::RunningText& statement : line.statements) judgement.statements.push_back(statement.id);
    read_grade(resolver, line, judgement);
}

}  // namespace

void bind_judgements(Resolver& resolver) {
    Report& report = resolver.report;
    report.judgements.resize(report.framework.judgements.size());
    for (std::size_t i = 0; i < report.judgements.size(); ++i) {
        report.judgements[i].id = static_cast<framework::JudgementId>(i);
    }
    for (std::size_t i = 0; i < resolver.judgement_blocks.size(); ++i) {
        const ast::Judgements& block = *resolver.judgement_blocks[i];
        if (i > 0 && !block.lines.empty()) {
            resolver.diagnostics.add(block.lines.front().span, diag::judgements_repeated);
        }
        for (const ast::JudgementLine& line : block.lines) read_line(resolver, line);
    }
    for (SectionId id = 0; id < report.sections.size(); ++id) {
        const Section& section = report.sections[id];
        if (section.judges && !report.judgements[*section.judges].section)
            report.judgements[*section.judges].section = id;
    }
}

}  // namespace stet::model

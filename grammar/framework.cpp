// Reads a framework file: directives in any order, names bound once all are read.
#include "grammar/framework.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <unordered_set>
#include <variant>
#include <vector>

#include "compiler/base/catalogue.hpp"
#include "compiler/base/suggest.hpp"
#include "grammar/entries.hpp"
#include "grammar/framework_names.hpp"
#include "grammar/parse.hpp"
#include "grammar/rules.hpp"

namespace stet::grammar {

namespace {

using framework::Framework;
using framework::GradeId;
using framework::JudgementId;

class Reader {
  public:
    Reader(std::string_view name, const Sources& sources, Diagnostics& diagnostics)
        : sources_(sources), diagnostics_(diagnostics) {
        result_.name = name;
    }

    Framework read(const ast::Document& document) {
        for (const ast::HeaderField& field : document.header) header(field);
        for (const ast::Block& block : document.blocks) {
            if (const auto* directive = std::get_if<ast::Directive>(&block.content)) {
                this->directive(*directive);
            } else {
                diagnostics_.add(first_line(block.span), diag::not_a_framework_directive)
                    .with_help("comments begin with `//`");
            }
        }
        bind_names(document);
        return std::move(result_);
    }

  private:
    // ---- header and directives

    void header(const ast::HeaderField& field);
    void directive(const ast::Directive& directive);
    void scale(const ast::Directive& directive);
    void judged(const ast::Directive& directive);
    void sections(const ast::Directive& directive);
    void wording(const ast::Directive& directive);
    void style(const ast::Directive& directive);
    void disclosure(const ast::Directive& directive);
    void abbreviations(const ast::Directive& directive);
    void rules(const ast::Directive& directive);
    void bind_names(const ast::Document& document);

    void grade_property(framework::Grade& grade, const Property& property);
    void judgement_property(JudgementId id, const Property& property);
    void section_property(std::uint32_t index, const Property& property);
    void quantifier(const std::string& words, const Value& value);
    void spelling(const std::string& words, const Value& value);

    // ---- help

    void unknown_key(const Property& property, std::span<const std::string_view> known) {
        diagnostics_.add(property.key_span, diag::unknown_framework_key, property.key)
            .with_help(did_you_mean(property.key, known));
    }
    void invalid(const Value& value, std::string_view expected) {
        diagnostics_.add(value.span, diag::framework_value_invalid, value.text, expected);
    }
    void number(const Value& value, std::uint32_t& target) {
        if (const auto read = whole_number(value.text))
            target = *read;
        else
            invalid(value, "a whole number");
    }
    [[nodiscard]] Span first_line(Span span) const {
        const std::string_view text = sources_.text(span);
        return {span.file, span.begin,
                span.begin + static_cast<std::uint32_t>(std::min(text.find('\n'), text.size()))};
    }

    const Sources& sources_;
    Diagnostics& diagnostics_;
    Framework result_;
    PendingNames pending_;
    Span scale_place_;
    std::vector<const ast::Directive*> rules_;
    std::vector<const ast::Directive*> wordings_;
    /// Judgements that a rule without conditions has settled: later rules for them are never reached.
    std::unordered_set<JudgementId> decided_;
};

// ---- header and directives -----------------------------------------------------------------------------

std::string one_line(std::string_view text) {
    std::string result;
    for (const char c : text) {
        const bool space = c == ' ' || c == '\t' || c == '\r' || c == '\n';
        if (!space)
            result += c;
        else if (!result.empty() && result.back() != ' ')
            result += ' ';
    }
    if (!result.empty() && result.back() == ' ') result.pop_back();
    return result;
}

void Reader::header(const ast::HeaderField& field) {
    const std::string_view key = field.key.text;
    const Value value{one_line(sources_.text(field.value.span)), field.value.span};
    if (key == "title")
        result_.title = value.text;
    else if (key == "publisher")
        result_.publisher = value.text;
    else if (key == "language")
        result_.language = value.text;
    else if (key == "numbering") {
        if (value.text == "continuous")
            result_.numbering = framework::NumberingScheme::continuous;
        else if (value.text == "per part")
            result_.numbering = framework::NumberingScheme::per_part;
        else if (value.text == "by section")
            result_.numbering = framework::NumberingScheme::by_section;
        else
            invalid(value, "`continuous`, `per part` or `by section`");
    } else if (key == "annexes") {
        if (value.text == "restart" || value.text == "continue")
            result_.annexes_restart = value.text == "restart";
        else
            invalid(value, "`restart` or `continue`");
    } else {
        constexpr std::array<std::string_view, 5> known = {"title", "publisher", "language", "numbering",
                                                           "annexes"};
        unknown_key({key, field.key.span, value}, known);
    }
}

void Reader::directive(const ast::Directive& directive) {
    const std::string_view name = directive.name.text;
    const auto list = [&](std::vector<std::string>& target) {
        for (const ast::DirectiveLine& line : directive.lines) target.push_back(joined(line, sources_).text);
    };
    if (name == "scale")
        scale(directive);
    else if (name == "judged")
        judged(directive);
    else if (name == "conditions")
        list(result_.conditions);
    else if (name == "retired")
        list(result_.retired);
    else if (name == "recognise")
        list(result_.recognise);
    else if (name == "header")
        list(result_.header_keys);
    else if (name == "rules")
        rules_.push_back(&directive);
    else if (name == "sections")
        sections(directive);
    else if (name == "wording")
        wordings_.push_back(&directive);
    else if (name == "style")
        style(directive);
    else if (name == "disclosure")
        disclosure(directive);
    else if (name == "abbreviations")
        abbreviations(directive);
    else {
        constexpr std::array<std::string_view, 12> known = {
            "scale", "retired",  "judged",  "conditions", "recognise",  "header",
            "rules", "sections", "wording", "style",      "disclosure", "abbreviations"};
        diagnostics_.add(directive.name.span, diag::unknown_framework_directive, name)
            .with_help(did_you_mean(name, known));
    }
}

void Reader::scale(const ast::Directive& directive) {
    scale_place_ = directive.name.span;
    for (const ast::DirectiveLine& line : directive.lines) {
        if (result_.scale.size() == Framework::max_grades) {
            diagnostics_.add(line.span, diag::scale_too_long, Framework::max_grades);
            return;
        }
        framework::Grade grade;
        grade.name = line.text;
        grade.span = place_of(line.text, line.span.file, sources_);
        for (const ast::DirectiveLine& child : line.children)
            grade_property(grade, property(child, sources_));
        result_.scale.push_back(std::move(grade));
    }
}

void Reader::grade_property(framework::Grade& grade, const Property& property) {
    if (property.key == "also")
        grade.variants = parts(property.value.text);
    else if (property.key == "means")
        grade.meaning = property.value.text;
    else
        unknown_key(property, std::array<std::string_view, 2>{"also", "means"});
}

void Reader::judged(const ast::Directive& directive) {
    const std::string group(unquoted(directive.arguments.text));
    for (const ast::DirectiveLine& line : directive.lines) {
        const Property entry = property({line.span, line.text, {}}, sources_);
        if (entry.value.text.empty()) {
            diagnostics_.add(entry.key_span, diag::framework_value_invalid, entry.key, "`name: title`");
            continue;
        }
        if (result_.judgements.size() == UINT16_MAX) return;
        framework::Judgement judgement;
        judgement.id = entry.key;
        if (judgement.id.front() >= '0' && judgement.id.front() <= '9') judgement.number = judgement.id;
        judgement.title = entry.value.text;
        judgement.group = group;
        judgement.span = entry.key_span;
        result_.judgements.push_back(std::move(judgement));
        const auto id = static_cast<JudgementId>(result_.judgements.size() - 1);
        for (const ast::DirectiveLine& child : line.children)
            judgement_property(id, property(child, sources_));
    }
}

void Reader::judgement_property(JudgementId id, const Property& property) {
    framework::Judgement& judgement = result_.judgements[id];
    if (property.key == "also") {
        for (std::string& alias : parts(property.value.text)) judgement.aliases.push_back(std::move(alias));
    } else if (property.key == "key")
        judgement.key = true;
    else if (property.key == "optional")
        judgement.optional = true;
    else if (property.key == "within")
        pending_.parents.push_back({id, property.value});
    else if (property.key == "lead")
        judgement.lead = property.value.text;
    else if (property.key == "number")
        judgement.number = property.value.text;
    else
        unknown_key(property,
                    std::array<std::string_view, 6>{"also", "key", "optional", "within", "lead", "number"});
}

void Reader::sections(const ast::Directive& directive) {
    if (directive.arguments.text == "in order")
        result_.sections_ordered = true;
    else if (!directive.arguments.empty()) {
        invalid({std::string(directive.arguments.text), directive.arguments.span}, "`in order`");
    }
    for (const ast::DirectiveLine& line : directive.lines) {
        framework::SectionRule section;
        section.title = line.text;
        section.span = place_of(line.text, line.span.file, sources_);
        result_.sections.push_back(std::move(section));
        const auto index = static_cast<std::uint32_t>(result_.sections.size() - 1);
        for (const ast::DirectiveLine& child : line.children)
            section_property(index, property(child, sources_));
    }
}

void Reader::section_property(std::uint32_t index, const Property& property) {
    framework::SectionRule& section = result_.sections[index];
    const Value& value = property.value;
    if (property.key == "also")
        section.variants = parts(value.text);
    else if (property.key == "required")
        section.required = true;
    else if (property.key == "anywhere")
        section.anywhere = true;
    else if (property.key == "level") {
        std::uint32_t level = 0;
        number(value, level);
        if (level > 4)
            invalid(value, "a level from 1 to 4");
        else
            section.level = static_cast<std::uint8_t>(level);
    } else if (property.key == "in")
        pending_.section_parts.push_back({index, value});
    else if (property.key == "judges")
        pending_.judged_sections.push_back({index, value});
    else if (property.key == "wording")
        pending_.section_wordings.push_back({index, value});
    else if (property.key == "role") {
        constexpr std::array<std::string_view, 6> roles = {"summary", "improvement", "information",
                                                           "history", "findings",    "definitions"};
        if (std::find(roles.begin(), roles.end(), value.text) == roles.end()) {
            invalid(value, "`summary`, `improvement`, `information`, `history`, `findings` or `definitions`");
        }
        section.role = value.text;
    } else {
        unknown_key(property, std::array<std::string_view, 8>{"also", "required", "anywhere", "level", "in",
                                                              "judges", "wording", "role"});
    }
}

void Reader::wording(const ast::Directive& directive) {
    const std::string place(unquoted(directive.arguments.text));
    framework::Wording plain;
    plain.place = place;
    plain.span = directive.arguments.span;
    for (const ast::DirectiveLine& line : directive.lines) {
        const Property entry = property(line, sources_);
        const auto grade = result_.find_grade(entry.key);
        if (!grade || entry.value.text.empty()) {
            plain.paragraphs.push_back(joined(line, sources_).text);
            continue;
        }
        const auto same = [&](const framework::Wording& w) { return w.place == place && w.grade == grade; };
        const auto found = std::find_if(result_.wording.begin(), result_.wording.end(), same);
        if (found != result_.wording.end())
            found->paragraphs.push_back(entry.value.text);
        else
            result_.wording.push_back({place, grade, {entry.value.text}, entry.key_span});
    }
    if (!plain.paragraphs.empty()) result_.wording.push_back(std::move(plain));
}

void Reader::style(const ast::Directive& directive) {
    for (const ast::DirectiveLine& line : directive.lines) {
        const Property entry = property(line, sources_);
        framework::HouseStyle& style = result_.style;
        if (entry.key == "spelling") {
            for (const std::string& pair : parts(entry.value.text)) spelling(pair, entry.value);
        } else if (entry.key == "percent") {
            if (entry.value.text == "%" || entry.value.text == "per cent")
                style.percent = entry.value.text;
            else
                invalid(entry.value, "`%` or `per cent`");
        } else if (entry.key == "in words below")
            number(entry.value, style.words_below);
        else if (entry.key == "periods like")
            style.period = entry.value.text;
        else if (entry.key == "quantifiers") {
            for (const std::string& band : parts(entry.value.text)) quantifier(band, entry.value);
        } else {
            unknown_key(entry, std::array<std::string_view, 5>{"spelling", "percent", "in words below",
                                                               "periods like", "quantifiers"});
        }
    }
}

/// "judgement not judgment": right, then wrong.
void Reader::spelling(const std::string& words, const Value& value) {
    constexpr std::string_view apart = " not ";
    const std::size_t at = words.find(apart);
    if (at == std::string::npos || at == 0) {
        invalid({words, value.span}, "`RIGHT not WRONG`");
        return;
    }
    result_.style.spellings.emplace_back(words.substr(at + apart.size()), words.substr(0, at));
}

/// "almost all 91 to 99"
void Reader::quantifier(const std::string& words, const Value& value) {
    const std::string_view band = words;
    const std::size_t to = band.rfind(" to ");
    const std::size_t before = to == std::string_view::npos ? to : band.rfind(' ', to - 1);
    if (to != std::string_view::npos && before != std::string_view::npos && before > 0) {
        const auto least = whole_number(band.substr(before + 1, to - before - 1));
        const auto most = whole_number(band.substr(to + 4));
        if (least && most && *least <= *most && *most <= 100) {
            result_.style.bands.push_back({std::string(band.substr(0, before)),
                                           static_cast<std::int32_t>(*least),
                                           static_cast<std::int32_t>(*most)});
            return;
        }
    }
    invalid({words, value.span}, "`WORDS n to m` in percent");
}

void Reader::disclosure(const ast::Directive& directive) {
    for (const ast::DirectiveLine& line : directive.lines) {
        const Property entry = property(line, sources_);
        if (entry.key == "smallest count")
            number(entry.value, result_.disclosure.smallest);
        else if (entry.key == "rounded to")
            number(entry.value, result_.disclosure.rounding);
        else
            unknown_key(entry, std::array<std::string_view, 2>{"smallest count", "rounded to"});
    }
}

void Reader::abbreviations(const ast::Directive& directive) {
    for (const ast::DirectiveLine& line : directive.lines) {
        const Property entry = property(line, sources_);
        if (entry.value.text.empty())
            invalid({std::string(entry.key), entry.key_span}, "`ABBREVIATION: what it stands for`");
        else
            result_.abbreviations.push_back({std::string(entry.key), entry.value.text});
    }
}

/// Grades and judgements are named before wording and rules are read, wherever these stand in the file.
void Reader::bind_names(const ast::Document& document) {
    const Span whole{document.file, 0, 0};
    if (result_.scale.size() < 2)
        diagnostics_.add(scale_place_.empty() ? whole : scale_place_, diag::scale_missing);
    if (result_.judgements.empty()) diagnostics_.add(whole, diag::judgements_missing);
    for (const ast::Directive* directive : wordings_) wording(*directive);
    grammar::bind_names(result_, pending_, diagnostics_);
    for (const ast::Directive* directive : rules_) rules(*directive);
}

void Reader::rules(const ast::Directive& directive) {
    for (const ast::DirectiveLine& line : directive.lines) {
        const Value words = joined(line, sources_);
        auto rule = parse_rule(words.text, words.span, result_, diagnostics_);
        if (!rule) continue;
        const bool decides =
            rule->kind == framework::RuleKind::is || rule->kind == framework::RuleKind::undecided;
        if (decides && decided_.contains(rule->subject))
            diagnostics_.add(words.span, diag::rule_never_reached);
        if (decides && rule->terms.empty()) decided_.insert(rule->subject);
        result_.rules.push_back(std::move(*rule));
    }
}

}  // namespace

Framework read_framework(std::string_view name, const ast::Document& document, const Sources& sources,
                         Diagnostics& diagnostics) {
    return Reader(name, sources, diagnostics).read(document);
}

Framework parse_framework(std::string_view name, FileId file, const Sources& sources,
                          Diagnostics& diagnostics) {
    return read_framework(name, parse(file, sources, diagnostics), sources, diagnostics);
}

}  // namespace stet::grammar

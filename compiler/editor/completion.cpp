// What can be written at a place: names with what they stand for, keywords, grades, directives, sections,
// header keys.
#include "compiler/editor/completion.hpp"

#include <fmt/format.h>

#include <array>
#include <set>

#include "compiler/editor/symbols.hpp"
#include "compiler/editor/typing.hpp"

namespace stet::editor {

namespace {

constexpr std::size_t shown_characters = 70;

struct Template {
    std::string_view name;
    std::string_view insert;
    std::string_view meaning;
};

constexpr std::array<Template, 10> directives{{
    {"@judgements", "@judgements\n  ${1:overall}  ${2:not judged}\n",
     "The graded judgements, as on the cover"},
    {"@facts",
     "@facts \"${1:Title}\", source \"${2:source}\", at ${3:31 March 2015}\n  ${4:name}  ${5:value}\n",
     "Figures, each stated once"},
    {"@chart",
     "@chart ${1|bars,stacked,lines,share|} \"${2:Title}\", of ${3:fact}, alt \"${4:What it shows}\"\n",
     "A chart of facts"},
    {"@image", "@image \"${1:file.png}\", alt \"${2:What it shows}\"\n", "An image"},
    {"@include", "@include \"${1:part.stet}\"\n", "Another file at this place"},
    {"@box", "@box \"${1:Title}\"\n  ${2:Words}\n", "A box beside the text"},
    {"@appendix", "@appendix \"${1:Title}\"\n", "An annex"},
    {"@note", "@note for ${1:QA}: ${2:question}\n", "A private remark"},
    {"@restart", "@restart\n", "Paragraph numbers begin anew"},
    {"@contents", "@contents\n  ${1:Heading}\n", "Written contents, checked against the headings"},
}};

constexpr std::array<Template, 8> keywords{{
    {"see", "see ${1:label}", "A reference to a paragraph, section, table or figure"},
    {"grade", "grade ${1:judgement}", "The grade of a judgement"},
    {"because", "because ${1:label}", "The findings on which this area for improvement rests"},
    {"judges", "judges ${1:judgement}", "This section judges it"},
    {"evidence", "evidence ${1:EF-1}", "A private reference to the evidence"},
    {"note", "note ${1:question}", "A private remark"},
    {"stet", "stet ${1:code}: ${2:reason}", "Lets a diagnostic stand"},
    {"#", "#${1:label}", "A label for this block"},
}};

Completion from_template(const Template& t, ItemKind kind) {
    return {kind, std::string(t.name), std::string(t.meaning), "", std::string(t.insert), true};
}

Completion plain(ItemKind kind, std::string_view name, std::string detail) {
    return {kind, std::string(name), std::move(detail), "", std::string(name), false};
}

/// Fills the offers for what is being typed.
class Offers {
  public:
    Offers(const Reading& reading, Spot spot, std::span<const std::string> frameworks)
        : reading_(reading), report_(reading.report()), spot_(spot), frameworks_(frameworks) {}

    std::vector<Completion> make(Typing typing) {
        switch (typing) {
            case Typing::prose:
                break;
            case Typing::header_key:
                header_keys();
                break;
            case Typing::framework:
                frameworks();
                break;
            case Typing::directive:
                templates(directives, ItemKind::directive);
                break;
            case Typing::heading:
                sections();
                break;
            case Typing::brace:
                facts(), templates(keywords, ItemKind::keyword);
                break;
            case Typing::assertion:
                facts(), grades_to_cite();
                break;
            case Typing::label:
                labels();
                break;
            case Typing::judgement:
                judgements(false);
                break;
            case Typing::judgement_line:
                judgements(true);
                break;
            case Typing::code:
                codes();
                break;
            case Typing::note:
                notes();
                break;
            case Typing::grade:
                grades();
                break;
            case Typing::fact_base:
                facts();
                break;
        }
        return std::move(out_);
    }

  private:
    template <std::size_t Size>
    void templates(const std::array<Template, Size>& list, ItemKind kind) {
        for (const Template& t : list) out_.push_back(from_template(t, kind));
    }

    void header_keys() {
        std::set<std::string_view> there;
        for (const ast::HeaderField& field : report_.document.header) there.insert(field.key.text);
        const auto offer = [&](std::string_view key) {
            if (there.contains(key)) return;
            Completion made = plain(ItemKind::header_key, key, "");
            made.insert += ": ";
            out_.push_back(std::move(made));
        };
        for (const std::string_view key : ast::header_keys) offer(key);
        for (const std::string& key : report_.framework.header_keys) offer(key);
    }

    void frameworks() {
        for (const std::string& name : frameworks_) out_.push_back(plain(ItemKind::framework, name, ""));
    }

    void sections() {
        std::set<std::string_view> there;
        for (const model::Section& section : report_.sections) there.insert(report_.runs[section.title].text);
        for (const framework::SectionRule& rule : report_.framework.sections) {
            if (there.contains(rule.title)) continue;
            Completion made = plain(ItemKind::section, rule.title, rule.required ? "required" : "");
            if (rule.judges)
                made.insert += fmt::format(" {{judges {}}}", report_.framework.judgements[*rule.judges].id);
            out_.push_back(std::move(made));
        }
    }

    void facts() {
        for (const model::Fact& fact : report_.figures.facts) {
            const prose::FactDeclaration& declared = fact.declared;
            std::string value = fact.value ? model::printed(*fact.value) : "no value";
            if (!declared.noun.empty()) value.append(" ").append(declared.noun);
            Completion made = plain(ItemKind::fact, declared.name, std::move(value));
            for (const std::string_view words : {declared.label, declared.source, declared.when_text}) {
                if (!words.empty())
                    made.documentation.append(made.documentation.empty() ? "" : "; ").append(words);
            }
            out_.push_back(std::move(made));
        }
    }

    void labels() {
        for (const model::Label& label : report_.labels) {
            Completion made = plain(ItemKind::label, label.name, label.printed);
            made.documentation = words_at(label);
            out_.push_back(std::move(made));
        }
    }

    /// The first words of what the label stands on.
    [[nodiscard]] std::string words_at(const model::Label& label) const {
        for (const model::Paragraph& paragraph : report_.paragraphs) {
            if (paragraph.id == label.target && !paragraph.runs.empty()) {
                return first_words(report_.runs[paragraph.runs.front()].text, shown_characters);
            }
        }
        for (const model::Section& section : report_.sections) {
            if (section.id == label.target)
                return first_words(report_.runs[section.title].text, shown_characters);
        }
        return {};
    }

    [[nodiscard]] std::string grade_of(const model::Judgement& judgement) const {
        if (judgement.not_judged) return "not judged";
        return judgement.grade ? report_.framework.scale[*judgement.grade].name : "no grade yet";
    }

    void judgements(bool only_missing) {
        for (const model::Judgement& judgement : report_.judgements) {
            if (only_missing && judgement.given) continue;
            const framework::Judgement& named = report_.framework.judgements[judgement.id];
            Completion made = plain(ItemKind::judgement, named.id, grade_of(judgement));
            made.documentation = named.title;
            if (only_missing) made.insert += "  ";
            out_.push_back(std::move(made));
        }
    }

    void grades() {
        for (const framework::Grade& grade : report_.framework.scale)
            out_.push_back(plain(ItemKind::grade, grade.name, ""));
        out_.push_back(plain(ItemKind::grade, "not judged", ""));
    }

    void grades_to_cite() {
        for (const model::Judgement& judgement : report_.judgements) {
            const framework::Judgement& named = report_.framework.judgements[judgement.id];
            out_.push_back(plain(ItemKind::grade, "grade " + named.id, grade_of(judgement)));
        }
        out_.push_back(from_template(keywords[4], ItemKind::keyword));
        out_.push_back(from_template(keywords[5], ItemKind::keyword));
    }

    void notes() {
        for (const model::Footnote& note : report_.footnotes) {
            std::string words = note.runs.empty()
                                    ? "no words yet"
                                    : first_words(report_.runs[note.runs.front()].text, shown_characters);
            out_.push_back(plain(ItemKind::note, note.name, std::move(words)));
        }
    }

    /// Codes of the diagnostics in the block where the stet is written.
    void codes() {
        Span block{spot_.file, spot_.offset, spot_.offset};
        for (const Node& node : reading_.nodes) {
            if (std::holds_alternative<const ast::Block*>(node.value) && touches(node.span, spot_))
                block = node.span;
        }
        std::set<std::string_view> offered;
        for (const Diagnostic& d : reading_.analysis.diagnostics.all()) {
            if (!touches(block, {d.span.file, d.span.begin}) || !offered.insert(d.info->code).second)
                continue;
            Completion made = plain(ItemKind::code, d.info->code, d.message);
            made.insert += ": ";
            out_.push_back(std::move(made));
        }
    }

    const Reading& reading_;
    const model::Report& report_;
    Spot spot_;
    std::span<const std::string> frameworks_;
    std::vector<Completion> out_;
};

}  // namespace

Completions complete(const Reading& reading, Spot spot, std::span<const std::string> frameworks) {
    const TypedWord typed = what_is_typed(reading.sources().text(spot.file), spot.offset);
    Completions out{{spot.file, typed.begin, spot.offset}, {}};
    if (typed.typing == Typing::prose) out.replace.begin = spot.offset;
    out.items = Offers(reading, spot, frameworks).make(typed.typing);
    return out;
}

}  // namespace stet::editor

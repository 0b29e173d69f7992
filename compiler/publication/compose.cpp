// Cover, contents and notes, and the order in which a publication is put together.
#include "compiler/publication/compose.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <map>

#include "compiler/framework/names.hpp"
#include "compiler/publication/composer.hpp"

namespace stet::publication {

namespace {

using NoteIndex = std::unordered_map<std::string_view, std::uint32_t>;

/// Footnotes that have a mark and words, in the order of their numbers.
std::vector<const model::Footnote*> printed_notes(const model::Report& report) {
    std::vector<const model::Footnote*> notes;
    for (const model::Footnote& note : report.footnotes) {
        if (note.number != 0 && note.body) notes.push_back(&note);
    }
    std::sort(notes.begin(), notes.end(),
              [](const model::Footnote* a, const model::Footnote* b) { return a->number < b->number; });
    return notes;
}

void find_note_bodies(const ast::Blocks& blocks,
                      std::unordered_map<std::string_view, const ast::Block*>& bodies) {
    for (const ast::Block& block : blocks) {
        if (const auto* note = std::get_if<ast::FootnoteBody>(&block.content))
            bodies.emplace(note->name.text, &block);
        if (const auto* include = std::get_if<ast::Include>(&block.content))
            find_note_bodies(include->blocks, bodies);
        if (const auto* box = std::get_if<ast::Box>(&block.content)) find_note_bodies(box->body, bodies);
        if (const auto* quote = std::get_if<ast::Quote>(&block.content))
            find_note_bodies(quote->body, bodies);
        if (const auto* numbered = std::get_if<ast::NumberedParagraph>(&block.content))
            find_note_bodies(numbered->body, bodies);
        if (const auto* list = std::get_if<ast::List>(&block.content)) {
            for (const ast::ListItem& item : list->items) find_note_bodies(item.body, bodies);
        }
    }
}

Text plain(std::string words) {
    Text text(1);
    text.front().text = std::move(words);
    return text;
}

/// `template_` with the grade in place of "{grade}".
std::string lead_sentence(std::string_view template_, std::string_view grade) {
    constexpr std::string_view hole = "{grade}";
    const std::size_t at = template_.find(hole);
    if (at == std::string_view::npos) return std::string(template_);
    return std::string(template_.substr(0, at)).append(grade).append(template_.substr(at + hole.size()));
}

/// A text cut after its first sentence, which ends with a stop or with its line.
std::pair<Text, Text> after_first_sentence(Text text) {
    for (std::size_t i = 0; i < text.size(); ++i) {
        const std::size_t stop = text[i].text.find(". ");
        if (stop == std::string::npos && text[i].line_break && i + 1 < text.size()) {
            Text rest(text.begin() + static_cast<std::ptrdiff_t>(i) + 1, text.end());
            text.resize(i + 1);
            text.back().line_break = false;
            return {std::move(text), std::move(rest)};
        }
        if (stop == std::string::npos) continue;
        Text rest(text.begin() + static_cast<std::ptrdiff_t>(i), text.end());
        rest.front().text.erase(0, stop + 2);
        if (rest.front().text.empty()) rest.erase(rest.begin());
        text.resize(i + 1);
        text.back().text.erase(stop + 1);
        return {std::move(text), std::move(rest)};
    }
    return {std::move(text), Text()};
}

/// Where the grade begins with which a text ends, before stops; npos where none does.
std::size_t grade_at_end(std::string_view text, const framework::Grade& grade) {
    const std::size_t end = text.find_last_not_of(". ");
    text = text.substr(0, end == std::string_view::npos ? 0 : end + 1);
    std::size_t begin = std::string_view::npos;
    const auto try_name = [&](std::string_view name) {
        if (name.empty() || text.size() < name.size()) return;
        const std::size_t at = text.size() - name.size();
        const bool whole = at == 0 || text[at - 1] == ' ';
        if (whole && framework::fold(text.substr(at)) == framework::fold(name)) begin = std::min(begin, at);
    };
    try_name(grade.name);
    for (const std::string& variant : grade.variants) try_name(variant);
    return begin;
}

/// "The overall judgement is" of "The overall judgement is good."; nothing where the grade is not the end.
Text before_grade(Text lead, const framework::Grade& grade) {
    if (lead.empty() || lead.back().note) return {};
    std::string& last = lead.back().text;
    const std::size_t at = grade_at_end(last, grade);
    if (at == std::string::npos) return {};
    last.erase(at);
    last.erase(last.find_last_not_of(": ") + 1);
    if (last.empty()) lead.pop_back();
    return lead;
}

/// True where a text's first line is a sentence of its own that ends with the grade.
bool first_line_gives(const Text& text, const framework::Grade& grade) {
    std::string line;
    for (const Piece& piece : text) {
        line += piece.text;
        if (piece.line_break) return grade_at_end(line, grade) != std::string::npos;
    }
    return false;
}

class CoverComposer {
  public:
    CoverComposer(const model::Report& report, const TextComposer& text) : report_(report), text_(text) {
        for (const ast::Block& block : report.document.blocks) collect(block);
    }

    Cover compose() {
        Cover cover;
        cover.subject = report_.header.subject;
        for (const ast::HeaderField& field : report_.document.header) this->field(field, cover);
        groups(cover);
        return cover;
    }

  private:
    void collect(const ast::Block& block) {
        if (const auto* include = std::get_if<ast::Include>(&block.content)) {
            for (const ast::Block& inner : include->blocks) collect(inner);
        }
        const auto* judgements = std::get_if<ast::Judgements>(&block.content);
        if (judgements == nullptr) return;
        for (const ast::JudgementLine& line : judgements->lines) {
            for (const ast::RunningText& statement : line.statements)
                statements_.emplace(statement.id, &statement);
        }
    }

    void field(const ast::HeaderField& field, Cover& cover) const {
        const std::string_view key = field.key.text;
        if (key == "title" || key == "also") cover.titles.push_back(text_.text(field.value));
        constexpr std::array<std::string_view, 8> elsewhere = {
            "title", "also", "subject", "framework", "conditions", "language", "status", "standard wording"};
        if (std::find(elsewhere.begin(), elsewhere.end(), key) != elsewhere.end()) return;
        const bool one_day = report_.dates.begins && report_.dates.begins == report_.dates.ends;
        std::string name = capitalised(key);
        if (key == "inspected") name = one_day ? "Inspection date" : "Inspection dates";
        if (key == "published") name = "Report published";
        if (key == "team") name = "Team inspectors";
        cover.facts.emplace_back(std::move(name), text_.text(field.value));
    }

    void groups(Cover& cover) const {
        const auto& judgements = report_.framework.judgements;
        for (std::size_t i = 0; i < judgements.size(); ++i) {
            const model::Judgement& judgement = report_.judgements[i];
            if (!judgement.given) continue;
            const bool leads = !judgements[i].lead.empty();
            // A lead sentence opens a group; rows join the open one unless the framework begins another.
            if (leads || cover.groups.empty() || judgements[i].group != group_of_last_)
                cover.groups.emplace_back();
            group_of_last_ = judgements[i].group;
            CoverGroup& group = cover.groups.back();
            if (leads) {
                group.lead = plain(lead_sentence(judgements[i].lead, grade(judgement)));
                group.statement = statement(judgement);
                if (const auto own = own_lead(judgement)) {
                    auto [lead, rest] = after_first_sentence(text_.text(*statements_.at(*own)));
                    group.lead = std::move(lead);
                    if (rest.empty())
                        group.statement.erase(group.statement.begin());
                    else
                        group.statement.front().content = Paragraph{std::move(rest)};
                }
                if (judgement.grade)
                    group.introduction = before_grade(group.lead, report_.framework.scale[*judgement.grade]);
                group.leading = row(judgement, judgements[i]);
            } else {
                group.rows.push_back(row(judgement, judgements[i]));
            }
        }
    }

    [[nodiscard]] std::string grade(const model::Judgement& judgement) const {
        return judgement.grade ? std::string(report_.grade_name(*judgement.grade)) : "not judged";
    }

    [[nodiscard]] JudgementRow row(const model::Judgement& judgement,
                                   const framework::Judgement& known) const {
        JudgementRow row;
        row.id = known.id;
        row.number = known.number;
        row.title = known.title;
        row.grade = capitalised(grade(judgement));
        row.rank = judgement.grade.value_or(0);
        row.ranks =
            judgement.grade ? static_cast<std::uint8_t>(report_.framework.scale.size()) : std::uint8_t{0};
        row.level = known.parent ? 1 : 0;
        if (judgement.section) row.target = report_.sections[*judgement.section].id;
        row.statement = statement(judgement);
        row.source = {judgement.name_span.file, judgement.name_span.begin, judgement.span.end};
        for (const Block& said : row.statement) row.source.end = std::max(row.source.end, said.source.end);
        return row;
    }

    /// The judgement's first statement, where it gives the grade itself: the cover says it once.
    [[nodiscard]] std::optional<model::RunId> own_lead(const model::Judgement& judgement) const {
        if (judgement.statements.empty() || !statements_.contains(judgement.statements.front()))
            return std::nullopt;
        const model::RunId first = judgement.statements.front();
        const auto gives_grade = [&](const model::GradeStatement& grade) {
            return grade.run == first && grade.kind != model::GradeStatement::Kind::cover &&
                   !grade.not_reached && grade.judgement == judgement.id;
        };
        if (std::any_of(report_.grades.begin(), report_.grades.end(), gives_grade)) return first;
        if (judgement.grade &&
            first_line_gives(text_.text(*statements_.at(first)), report_.framework.scale[*judgement.grade]))
            return first;
        return std::nullopt;
    }

    /// What the report says below the judgement, else the framework's wording for the grade.
    [[nodiscard]] Blocks statement(const model::Judgement& judgement) const {
        Blocks blocks;
        for (const model::RunId run : judgement.statements) {
            const auto found = statements_.find(run);
            if (found == statements_.end()) continue;
            blocks.push_back({"", found->second->span, false, Paragraph{text_.text(*found->second)}});
        }
        if (!blocks.empty() || !judgement.grade || !report_.header.standard_wording) return blocks;
        for (const framework::Wording& wording : report_.framework.wording) {
            if (wording.place != report_.framework.judgements[judgement.id].id ||
                wording.grade != judgement.grade)
                continue;
            for (const std::string& words : wording.paragraphs)
                blocks.push_back(standard_paragraph(words, {}));
        }
        return blocks;
    }

    const model::Report& report_;
    const TextComposer& text_;
    std::unordered_map<model::RunId, const ast::RunningText*> statements_;
    mutable std::string group_of_last_;
};

/// Headings down to the third level, with the standard sections where they stand.
std::vector<ContentsEntry> contents_of(const Blocks& body) {
    constexpr std::uint8_t deepest = 3;
    std::vector<ContentsEntry> entries;
    for (const Block& block : body) {
        const auto* heading = std::get_if<Heading>(&block.content);
        if (heading == nullptr || heading->level > deepest) continue;
        entries.push_back({heading->level, heading->number, words_of(heading->title), block.id});
    }
    return entries;
}

std::string header_value(const model::Report& report, std::string_view key) {
    for (const auto& [name, run] : report.header.fields) {
        if (name == key) return std::string(report.text(run));
    }
    return {};
}

void set_metadata(const model::Report& report, Publication& publication) {
    publication.language = header_value(report, "language");
    if (publication.language.empty()) publication.language = report.framework.language;
    for (const Text& title : publication.cover.titles) {
        publication.title += (publication.title.empty() ? "" : " and ") + words_of(title);
    }
    publication.subject = report.header.subject;
    publication.publisher = report.framework.publisher;
    publication.date = iso(report.dates.published);
    publication.running_head = report.header.subject.empty() ? publication.title : report.header.subject;
}

std::string_view kind_name(const Block& block) {
    if (std::holds_alternative<NumberedParagraph>(block.content)) return "numbered";
    if (std::holds_alternative<List>(block.content)) return "list";
    if (std::holds_alternative<Quote>(block.content)) return "quote";
    if (std::holds_alternative<Box>(block.content)) return "box";
    return "plain";
}

/// Gives ids to blocks of the body that nothing can point to, such as a list: the section, what it is, and
/// which one of these. All outputs share them.
void name_the_unnamed(Blocks& body) {
    std::string_view section = "report";
    std::map<std::string, int> made;
    for (Block& block : body) {
        if (std::holds_alternative<Heading>(block.content)) {
            section = block.id;
        } else if (block.id.empty()) {
            const std::string name = fmt::format("{}-{}", section, kind_name(block));
            block.id = fmt::format("{}-{}", name, ++made[name]);
        }
    }
}

}  // namespace

std::string iso(const std::optional<CivilDate>& date) {
    if (!date || date->year == 0) return {};
    return fmt::format("{:04}-{:02}-{:02}", date->year, date->month, date->day);
}

std::string capitalised(std::string_view words) {
    std::string result(words);
    if (!result.empty() && result[0] >= 'a' && result[0] <= 'z')
        result[0] = static_cast<char>(result[0] - 'a' + 'A');
    return result;
}

Block standard_paragraph(std::string_view words, std::string_view strong) {
    const auto same = [](char a, char b) {
        return std::tolower(static_cast<unsigned char>(a)) == std::tolower(static_cast<unsigned char>(b));
    };
    const auto found = strong.empty()
                           ? words.end()
                           : std::search(words.begin(), words.end(), strong.begin(), strong.end(), same);
    const auto at = static_cast<std::size_t>(found - words.begin());
    Text text;
    const auto add = [&](std::string_view part, bool is_strong) {
        if (part.empty()) return;
        text.emplace_back();
        text.back().text = part;
        text.back().strong = is_strong;
    };
    add(words.substr(0, at), false);
    if (found != words.end()) {
        add(words.substr(at, strong.size()), true);
        add(words.substr(at + strong.size()), false);
    }
    return {"", {}, true, Paragraph{std::move(text)}};
}

namespace {

/// Whether the bodies of notes, which are composed last, may stand inside.
bool may_hold_notes(const ast::Block& block) {
    if (std::holds_alternative<ast::Paragraph>(block.content)) return false;
    std::unordered_map<std::string_view, const ast::Block*> bodies;
    if (const auto* numbered = std::get_if<ast::NumberedParagraph>(&block.content)) {
        find_note_bodies(numbered->body, bodies);
    } else if (const auto* list = std::get_if<ast::List>(&block.content)) {
        for (const ast::ListItem& item : list->items) find_note_bodies(item.body, bodies);
    } else {
        return true;
    }
    return !bodies.empty();
}

Publication compose(const model::Report& report, std::span<const framework::Abbreviation> abbreviations,
                    const std::function<void(std::size_t)>& composed) {
    Publication publication;
    const std::vector<const model::Footnote*> notes = printed_notes(report);
    NoteIndex index;
    for (std::size_t i = 0; i < notes.size(); ++i)
        index.emplace(notes[i]->name, static_cast<std::uint32_t>(i));
    AbbreviationMarker marker(abbreviations);
    const TextComposer text(report, index, marker);
    publication.cover = CoverComposer(report, text).compose();
    set_metadata(report, publication);
    publication.body = BlockComposer(report, text).body(composed);
    name_the_unnamed(publication.body);
    publication.contents = contents_of(publication.body);
    std::unordered_map<std::string_view, const ast::Block*> bodies;
    find_note_bodies(report.document.blocks, bodies);
    BlockComposer note_composer(report, text);
    for (const model::Footnote* note : notes) {
        Note printed;
        printed.number = std::to_string(note->number);
        printed.id = "note-" + printed.number;
        if (const auto found = bodies.find(note->name); found != bodies.end()) {
            printed.source = found->second->span;
            printed.body = note_composer.blocks(std::get<ast::FootnoteBody>(found->second->content).body);
        }
        publication.notes.push_back(std::move(printed));
    }
    publication.facts = fact_rows(report);
    publication.abbreviations = marker.used();
    return publication;
}

}  // namespace

Publication compose(const model::Report& report, const Sources&,
                    std::span<const framework::Abbreviation> abbreviations) {
    return compose(report, abbreviations, [](std::size_t) {});
}

Publication compose_and_spend(model::Report& report, const Sources&,
                              std::span<const framework::Abbreviation> abbreviations) {
    return compose(report, abbreviations, [&](std::size_t i) {
        ast::Block& block = report.document.blocks[i];
        if (!may_hold_notes(block)) block.content = ast::Paragraph();
    });
}

}  // namespace stet::publication

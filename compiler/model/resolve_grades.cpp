// Finds every place that states a grade and binds it to its judgement; where it is not sure whose grade it
// is, it says nothing.
#include <algorithm>
#include <unordered_map>
#include <unordered_set>

#include "compiler/base/catalogue.hpp"
#include "compiler/framework/names.hpp"
#include "compiler/model/grade_phrases.hpp"
#include "compiler/model/resolver.hpp"

namespace stet::model {

namespace {

using framework::JudgementId;
using prose::RunKind;

class GradeFinder {
  public:
    explicit GradeFinder(Resolver& resolver)
        : resolver_(resolver), report_(resolver.report), lexicon_(resolver.report.framework) {
        for (const std::string& word : split_words(report_.header.subject)) subject_words_.insert(word);
    }

    void find() {
        cover();
        for (const BraceUse& use : resolver_.grades) insert(use);
        for (const prose::Run& run : report_.runs) read(run);
        for (const Table& table : report_.tables) this->table(table);
    }

  private:
    void cover();
    void insert(const BraceUse& use);
    void read(const prose::Run& run);
    void sentence(const prose::Run& run, const std::vector<WordAt>& words, const GradePhrase& phrase);
    void definition(const prose::Run& run, const std::vector<WordAt>& words);
    void table(const Table& table);
    void table_row(const Table& table, const std::vector<Cell>& row);
    [[nodiscard]] bool is_asserted(RunId run, Span span) const;
    [[nodiscard]] bool speaks_of_another_time(const Table& table, std::size_t column) const;

    /// The judgement that the words name, with how they name it.
    struct Named {
        JudgementId judgement = 0;
        bool by_title = false;
        bool short_name = false;  ///< one word: "adoption"
    };
    [[nodiscard]] std::optional<Named> named(const std::vector<WordAt>& words, WordRange subject) const;
    [[nodiscard]] std::optional<Named> look_up(const std::string& name) const;
    [[nodiscard]] bool only_place_words(const std::vector<WordAt>& words, WordRange range) const;
    [[nodiscard]] std::optional<JudgementId> judged_at(RunId run) const;
    [[nodiscard]] std::optional<JudgementId> statement_of(RunId run) const;
    [[nodiscard]] bool related(JudgementId a, JudgementId b) const;
    [[nodiscard]] std::optional<JudgementId> whose(const prose::Run& run, const std::vector<WordAt>& words,
                                                   const GradePhrase& phrase) const;

    static std::vector<std::string> split_words(std::string_view text) {
        std::vector<std::string> result;
        const Words words(text);
        for (const WordAt& word : words.all()) result.emplace_back(word.text);
        return result;
    }
    void add(GradeStatement::Kind kind, JudgementId judgement, framework::GradeId grade, bool not_reached,
             Span span, RunId run) {
        report_.grades.push_back({kind, judgement, grade, not_reached, span, run});
    }

    Resolver& resolver_;
    Report& report_;
    GradeLexicon lexicon_;
    std::unordered_set<std::string> subject_words_;
    std::unordered_map<RunId, std::vector<Span>> asserted_;
};

void GradeFinder::cover() {
    for (const Judgement& judgement : report_.judgements) {
        if (judgement.grade)
            add(GradeStatement::Kind::cover, judgement.id, *judgement.grade, false, judgement.span, 0);
    }
}

/// `[requires improvement]{grade adoption}` asserts, `{grade adoption}` inserts.
void GradeFinder::insert(const BraceUse& use) {
    const auto judgement = resolver_.judgement(use.brace->argument);
    if (!judgement) return;
    if (use.assertion == nullptr) {
        if (!report_.judgements[*judgement].grade) {
            resolver_.diagnostics.add(use.brace->span, diag::insert_without_grade,
                                      report_.judgement_title(*judgement));
        }
        return;
    }
    const std::string_view words = resolver_.sources.text(use.assertion->content_span);
    if (const auto grade = report_.framework.find_grade(words)) {
        add(GradeStatement::Kind::insert, *judgement, *grade, false, use.assertion->content_span, use.run);
        asserted_[use.run].push_back(use.assertion->content_span);
    } else {
        resolver_.diagnostics.add(use.assertion->content_span, diag::grade_off_scale, words);
    }
}

bool GradeFinder::is_asserted(RunId run, Span span) const {
    const auto found = asserted_.find(run);
    if (found == asserted_.end()) return false;
    // Assertions stand in the order of the text and do not overlap.
    const auto after = std::upper_bound(found->second.begin(), found->second.end(), span.begin,
                                        [](std::uint32_t at, Span other) { return at < other.begin; });
    return (after != found->second.begin() && overlap(*(after - 1), span)) ||
           (after != found->second.end() && overlap(*after, span));
}

// ---- sentences -----------------------------------------------------------------------------------------

void GradeFinder::read(const prose::Run& run) {
    switch (run.kind) {
        case RunKind::statement:
        case RunKind::heading:
        case RunKind::paragraph:
        case RunKind::bullet:
            break;
        case RunKind::header:
        case RunKind::quote:
        case RunKind::cell:
        case RunKind::table_head:
        case RunKind::caption:
        case RunKind::footnote:
        case RunKind::box_title:
        case RunKind::contents:
            return;
    }
    if (!lexicon_.may_hold(run.text)) return;
    const std::string_view role = report_.role(report_.places[run.id].section);
    if (role == "history" || role == "information") return;
    const Words words(run.text);
    if (role == "definitions") {
        if (run.kind != RunKind::heading) definition(run, words.all());
        return;
    }
    for (const WordRange& range : sentences(words.all())) {
        for (const GradePhrase& phrase : grade_phrases(words.all(), range, lexicon_))
            sentence(run, words.all(), phrase);
    }
}

void GradeFinder::sentence(const prose::Run& run, const std::vector<WordAt>& words,
                           const GradePhrase& phrase) {
    const auto judgement = whose(run, words, phrase);
    if (!judgement) return;
    const std::uint32_t begin = words[phrase.grade.begin].begin;
    const std::uint32_t end = words[phrase.grade.end - 1].end;
    const Span span = run.source(begin, end);
    // An asserted grade is a statement already.
    if (is_asserted(run.id, span)) return;
    if (phrase.retired) {
        if (phrase.cited || run.kind == RunKind::heading) {
            resolver_.diagnostics.add(span, diag::grade_off_scale, run.words(begin, end));
        }
        return;
    }
    const auto kind = run.kind == RunKind::heading ? GradeStatement::Kind::heading
                      : phrase.cited               ? GradeStatement::Kind::citation
                                                   : GradeStatement::Kind::sentence;
    add(kind, *judgement, phrase.id, phrase.not_reached, span, run.id);
}

/// Whose grade it is. A plain sentence counts where it cannot speak of something smaller: in a section about
/// another judgement only by the full title, by a single word only in the judgement's own section.
std::optional<JudgementId> GradeFinder::whose(const prose::Run& run, const std::vector<WordAt>& words,
                                              const GradePhrase& phrase) const {
    const auto section = judged_at(run.id);
    const bool whole_run = phrase.grade.begin == 0 && phrase.grade.end == words.size();
    if (phrase.subject.empty()) {
        if (!phrase.verbless || !whole_run) return phrase.cited ? section : std::nullopt;
        return run.kind == RunKind::statement ? statement_of(run.id) : section;
    }
    const auto found = named(words, phrase.subject);
    if (run.kind == RunKind::heading) {
        if (found) return found->judgement;
        return std::nullopt;
    }
    if (!found) {
        // "Judgement grade: good" below the heading of what is judged.
        const bool label_only =
            phrase.cited && phrase.verbless && phrase.subject.end - phrase.subject.begin <= 2;
        return label_only ? section : std::nullopt;
    }
    if (phrase.cited || run.kind == RunKind::statement) return found->judgement;
    if (phrase.verbless) return std::nullopt;
    if (section && !related(*section, found->judgement) && !found->by_title) return std::nullopt;
    if (found->short_name && section != found->judgement) return std::nullopt;
    return found->judgement;
}

bool GradeFinder::related(JudgementId a, JudgementId b) const {
    const auto& judgements = report_.framework.judgements;
    return a == b || judgements[a].parent == b || judgements[b].parent == a;
}

std::optional<GradeFinder::Named> GradeFinder::look_up(const std::string& name) const {
    const auto found = resolver_.names.find(name);
    if (found == resolver_.names.end()) return std::nullopt;
    Named result;
    result.judgement = found->second;
    result.by_title = framework::fold_name(report_.judgement_title(found->second)) == name;
    result.short_name = name.find(' ') == std::string::npos;
    return result;
}

/// A name, "NAME in PLACE", "NAME of services to children in PLACE" or "PLACE NAME", where the place is the
/// inspected body's.
std::optional<GradeFinder::Named> GradeFinder::named(const std::vector<WordAt>& words,
                                                     WordRange subject) const {
    constexpr std::size_t most_words = 24;
    if (subject.end - subject.begin > most_words) return std::nullopt;
    std::vector<std::size_t> kept;
    for (std::size_t i = subject.begin; i < subject.end; ++i) {
        if (!words[i].bracketed) kept.push_back(i);
    }
    const auto join = [&](std::size_t from, std::size_t to) {
        std::string name;
        for (std::size_t i = from; i < to; ++i)
            name.append(name.empty() ? "" : " ").append(words[kept[i]].text);
        return name;
    };
    if (auto found = look_up(join(0, kept.size()))) return found;
    for (std::size_t i = 1; i + 1 < kept.size(); ++i) {
        const std::string_view word = words[kept[i]].text;
        if (word != "in" && word != "at" && word != "of" && word != "for") continue;
        if (!only_place_words(words, {kept[i] + 1, subject.end})) continue;
        if (auto found = look_up(join(0, i))) return found;
    }
    for (std::size_t i = 0; i + 1 < kept.size() && subject_words_.contains(std::string(words[kept[i]].text));
         ++i) {
        if (auto found = look_up(join(i + 1, kept.size()))) return found;
    }
    return std::nullopt;
}

bool GradeFinder::only_place_words(const std::vector<WordAt>& words, WordRange range) const {
    static const std::unordered_set<std::string_view> general = {
        "the",       "of",        "this",   "area",     "borough", "city", "county",   "council",
        "local",     "authority", "london", "royal",    "and",     "upon", "services", "children",
        "childrens", "young",     "people", "families", "to",      "in",   "for"};
    return std::all_of(words.begin() + static_cast<std::ptrdiff_t>(range.begin),
                       words.begin() + static_cast<std::ptrdiff_t>(range.end), [&](const WordAt& word) {
                           return general.contains(word.text) ||
                                  subject_words_.contains(std::string(word.text));
                       });
}

std::optional<JudgementId> GradeFinder::judged_at(RunId run) const {
    for (auto section = report_.places[run].section; section; section = report_.sections[*section].parent) {
        if (report_.sections[*section].judges) return report_.sections[*section].judges;
    }
    return std::nullopt;
}

std::optional<JudgementId> GradeFinder::statement_of(RunId run) const {
    for (const Judgement& judgement : report_.judgements) {
        if (std::find(judgement.statements.begin(), judgement.statements.end(), run) !=
            judgement.statements.end())
            return judgement.id;
    }
    return std::nullopt;
}

// ---- definitions and tables ----------------------------------------------------------------------------

/// The grade that a paragraph of the definitions defines: the one marked strong, else the first that its
/// first sentence names, unless that lists the scale.
void GradeFinder::definition(const prose::Run& run, const std::vector<WordAt>& words) {
    const std::vector<WordRange> ranges = sentences(words);
    const std::size_t first_end = ranges.empty() ? 0 : ranges.front().end;
    const auto is_strong = [&](std::uint32_t begin) {
        return std::any_of(run.marks.begin(), run.marks.end(), [&](const prose::Mark& mark) {
            return mark.kind == prose::MarkKind::strong && mark.begin <= begin && begin < mark.end;
        });
    };
    std::optional<WordRange> place;
    framework::GradeId defined = 0;
    std::size_t named = 0;
    for (std::size_t at = 0; at < words.size(); ++at) {
        const GradeLexicon::Match grade = lexicon_.match(words, at, words.size());
        if (grade.length == 0 || grade.retired) continue;
        const WordRange range{at, at + grade.length};
        at += grade.length - 1;
        const bool strong = is_strong(words[range.begin].begin);
        if (range.begin < first_end) ++named;
        if (!strong && (place || range.begin >= first_end)) continue;
        place = range;
        defined = grade.grade;
        if (strong) {
            named = 1;
            break;
        }
    }
    constexpr std::size_t most_in_a_definition = 2;
    if (!place || named > most_in_a_definition) return;
    const Span span = run.source(words[place->begin].begin, words[place->end - 1].end);
    add(GradeStatement::Kind::definition, judged_at(run.id).value_or(0), defined, false, span, run.id);
}

void GradeFinder::table(const Table& table) {
    const std::string_view role = report_.role(table.section);
    if (role == "history" || role == "information" || role == "definitions") return;
    for (const std::vector<Cell>& row : table.body) table_row(table, row);
}

void GradeFinder::table_row(const Table& table, const std::vector<Cell>& row) {
    std::optional<JudgementId> judgement;
    std::size_t column = 0;
    for (const Cell& cell : row) {
        const std::string_view text = report_.text(cell.run);
        if (!judgement) {
            const auto found = resolver_.names.find(framework::fold_name(text));
            if (found != resolver_.names.end()) judgement = found->second;
        } else if (const auto grade = report_.framework.find_grade(text)) {
            if (!speaks_of_another_time(table, column)) {
                add(GradeStatement::Kind::table, *judgement, *grade, false, report_.runs[cell.run].span,
                    cell.run);
            }
        }
        column += cell.columns;
    }
}

/// "Last inspection", "2011": a column that gives earlier grades.
bool GradeFinder::speaks_of_another_time(const Table& table, std::size_t column) const {
    const auto earlier = [](std::string_view text) {
        const std::string folded = framework::fold(text);
        if (std::any_of(folded.begin(), folded.end(), [](char c) { return c >= '0' && c <= '9'; }))
            return true;
        for (const std::string_view word :
             {"previous", "last", "earlier", "before", "former", "change", "target"}) {
            if (folded.find(word) != std::string::npos) return true;
        }
        return false;
    };
    for (const std::vector<Cell>& row : table.head) {
        std::size_t at = 0;
        for (const Cell& cell : row) {
            if (at <= column && column < at + cell.columns && earlier(report_.text(cell.run))) return true;
            at += cell.columns;
        }
    }
    return table.caption && earlier(report_.text(*table.caption));
}

}  // namespace

void find_grade_statements(Resolver& resolver) {
    GradeFinder(resolver).find();
}

}  // namespace stet::model

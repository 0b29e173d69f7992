// Labels, references to them, footnotes and contents entries.
#include <fmt/format.h>

#include <algorithm>

#include "compiler/base/ascii.hpp"
#include "compiler/base/catalogue.hpp"
#include "compiler/base/suggest.hpp"
#include "compiler/framework/names.hpp"
#include "compiler/model/resolver.hpp"

namespace stet::model {

namespace {

using LabelIndex = std::unordered_map<std::string_view, std::uint32_t>;

std::string quoted(std::string_view words) {
    return "\u201C" + std::string(words) + "\u201D";
}

/// How readers are told of a label's target.
class PrintedNames {
  public:
    explicit PrintedNames(const Report& report) : report_(report) {
        for (const Section& section : report.sections) titles_.emplace(section.id, section_name(section));
        for (const Table& table : report.tables) titles_.emplace(table.id, table_name(table));
        for (const Illustration& picture : report.illustrations)
            titles_.emplace(picture.id, picture_name(picture));
        for (ParagraphId i = 0; i < report.paragraphs.size(); ++i)
            paragraphs_.emplace(report.paragraphs[i].id, i);
    }

    [[nodiscard]] std::string of(const Label& label) const {
        const auto title = titles_.find(label.target);
        if (title != titles_.end()) return title->second;
        const auto found = paragraphs_.find(label.target);
        if (found == paragraphs_.end()) return std::string(label.name);
        const Paragraph& paragraph = report_.numbered(found->second);
        if (!paragraph.number.empty()) return "paragraph " + paragraph.number;
        return paragraph.section ? section_name(report_.sections[*paragraph.section]) : "the text above";
    }

  private:
    [[nodiscard]] std::string section_name(const Section& section) const {
        return quoted(report_.text(section.title));
    }
    [[nodiscard]] std::string table_name(const Table& table) const {
        return table.number == 0 ? std::string("the table") : "Table " + std::to_string(table.number);
    }
    [[nodiscard]] std::string picture_name(const Illustration& picture) const {
        return picture.number == 0 ? std::string("the picture") : "Figure " + std::to_string(picture.number);
    }

    const Report& report_;
    std::unordered_map<std::string_view, std::string> titles_;
    std::unordered_map<std::string_view, ParagraphId> paragraphs_;
};

LabelIndex index_labels(Resolver& resolver) {
    Report& report = resolver.report;
    const PrintedNames printed(report);
    LabelIndex index;
    for (std::uint32_t i = 0; i < report.labels.size(); ++i) {
        Label& label = report.labels[i];
        label.printed = printed.of(label);
        const auto [at, fresh] = index.emplace(label.name, i);
        if (fresh) continue;
        resolver.diagnostics.add(label.span, diag::label_repeated, label.name)
            .relate(report.labels[at->second].span, "given here");
    }
    return index;
}

std::optional<std::uint32_t> find_label(Resolver& resolver, const LabelIndex& index, std::string_view name,
                                        Span span) {
    const auto found = index.find(name);
    if (found != index.end()) return found->second;
    Diagnostic& diagnostic = resolver.diagnostics.add(span, diag::label_unknown, name);
    if (!name.empty() && name.find_first_not_of("0123456789.") == std::string_view::npos) {
        diagnostic.with_help(
            fmt::format("numbers move: put a label such as `{{#moves}}` at the end of paragraph {}, and "
                        "write `{{see moves}}`",
                        name));
    } else if (resolver.may_suggest()) {
        std::vector<std::string_view> known;
        for (const Label& label : resolver.report.labels) known.push_back(label.name);
        diagnostic.with_help(did_you_mean(name, known));
    }
    return std::nullopt;
}

/// "moves", "moves, plans" or "a to b".
void bind_see(Resolver& resolver, const LabelIndex& index, const ast::Brace& brace) {
    Reference reference{brace.span, {}, false};
    std::string_view names = brace.argument.text;
    const auto bind = [&](std::string_view name) {
        name = ascii::trimmed(name);
        if (const auto label = find_label(resolver, index, name, brace.span))
            reference.labels.push_back(*label);
    };
    const std::size_t to = names.find(" to ");
    if (to != std::string_view::npos) {
        bind(names.substr(0, to));
        bind(names.substr(to + 4));
        reference.range = reference.labels.size() == 2;
    } else {
        while (!names.empty()) {
            const std::size_t end = std::min(names.find(','), names.size());
            bind(names.substr(0, end));
            names.remove_prefix(std::min(end + 1, names.size()));
        }
    }
    resolver.report.references.push_back(std::move(reference));
}

}  // namespace

void bind_labels(Resolver& resolver) {
    const LabelIndex index = index_labels(resolver);
    for (const BraceUse& use : resolver.sees) bind_see(resolver, index, *use.brace);
    for (const BecauseUse& use : resolver.because)
        find_label(resolver, index, use.label.text, use.label.span);
    std::sort(resolver.report.references.begin(), resolver.report.references.end(),
              [](const Reference& a, const Reference& b) {
                  return a.span.file != b.span.file ? a.span.file < b.span.file : a.span.begin < b.span.begin;
              });
}

void bind_notes(Resolver& resolver) {
    Report& report = resolver.report;
    std::unordered_map<std::string_view, std::size_t> by_name;
    for (const NoteBody& body : resolver.notes) {
        const ast::Word& name = body.note->name;
        const auto [at, fresh] = by_name.emplace(name.text, report.footnotes.size());
        if (!fresh) {
            resolver.diagnostics.add(name.span, diag::note_body_repeated, name.text)
                .relate(*report.footnotes[at->second].body, "given here");
            continue;
        }
        Footnote note;
        note.name = name.text;
        note.body = name.span;
        note.runs = body.runs;
        report.footnotes.push_back(std::move(note));
    }
    std::uint32_t number = 0;
    for (const prose::Run& run : report.runs) {
        for (const prose::Mark& mark : run.marks) {
            if (mark.kind != prose::MarkKind::note_mark) continue;
            const auto [at, fresh] = by_name.emplace(mark.argument, report.footnotes.size());
            if (fresh) {
                report.footnotes.emplace_back();
                report.footnotes.back().name = mark.argument;
            }
            Footnote& note = report.footnotes[at->second];
            if (note.number == 0) note.number = ++number;
            note.marks.push_back(mark.source);
        }
    }
}

// ---- contents ------------------------------------------------------------------------------------------

namespace {

/// Share of words that two titles have in common, in percent of the longer.
std::size_t likeness(const std::string& a, const std::string& b) {
    const auto words = [](std::string_view text) {
        std::vector<std::string_view> result;
        while (!text.empty()) {
            const std::size_t end = std::min(text.find(' '), text.size());
            result.push_back(text.substr(0, end));
            text.remove_prefix(std::min(end + 1, text.size()));
        }
        std::sort(result.begin(), result.end());
        return result;
    };
    const auto left = words(a);
    const auto right = words(b);
    if (left.empty() || right.empty()) return 0;
    std::vector<std::string_view> common;
    std::set_intersection(left.begin(), left.end(), right.begin(), right.end(), std::back_inserter(common));
    return common.size() * 100 / std::max(left.size(), right.size());
}

/// Entries and headings as numbers of their titles: equal titles, equal numbers.
struct NumberedTitles {
    std::vector<std::uint32_t> entries, sections;
};

NumberedTitles number_titles(const Report& report) {
    NumberedTitles out;
    std::unordered_map<std::string, std::uint32_t> numbers;
    const auto number = [&](RunId run) {
        std::string title = framework::fold_name(without_grade(report.text(run), report.framework));
        return numbers.emplace(std::move(title), static_cast<std::uint32_t>(numbers.size())).first->second;
    };
    for (const ContentsEntry& entry : report.contents) out.entries.push_back(number(entry.run));
    for (const Section& section : report.sections) out.sections.push_back(number(section.title));
    return out;
}

/// Binds entries and headings of one title so that as many as can be keep their order (longest common
/// subsequence): a title that recurs ("Recommendations") binds where it stands.
void bind_in_order(Report& report, const NumberedTitles& titles, std::vector<bool>& taken) {
    constexpr std::size_t most_cells = 1'000'000;
    const std::size_t n = titles.entries.size(), m = titles.sections.size();
    if (m == 0 || n > most_cells / m) return;
    std::vector<std::uint32_t> longest((n + 1) * (m + 1), 0);  // from entry i and section j on
    const auto at = [&](std::size_t i, std::size_t j) -> std::uint32_t& { return longest[i * (m + 1) + j]; };
    for (std::size_t i = n; i-- > 0;) {
        for (std::size_t j = m; j-- > 0;) {
            at(i, j) = titles.entries[i] == titles.sections[j] ? at(i + 1, j + 1) + 1
                                                               : std::max(at(i + 1, j), at(i, j + 1));
        }
    }
    for (std::size_t i = 0, j = 0; i < n && j < m;) {
        if (titles.entries[i] == titles.sections[j]) {
            report.contents[i].section = static_cast<SectionId>(j);
            taken[j] = true;
            ++i, ++j;
        } else if (at(i, j + 1) >= at(i + 1, j)) {
            ++j;
        } else {
            ++i;
        }
    }
}

/// Binds what is left to free headings of the same title, wherever they stand.
void bind_anywhere(Report& report, const NumberedTitles& titles, std::vector<bool>& taken) {
    std::unordered_map<std::uint32_t, std::vector<SectionId>> free;
    for (std::size_t j = titles.sections.size(); j-- > 0;) {
        if (!taken[j]) free[titles.sections[j]].push_back(static_cast<SectionId>(j));
    }
    for (std::size_t i = 0; i < titles.entries.size(); ++i) {
        if (report.contents[i].section) continue;
        const auto found = free.find(titles.entries[i]);
        if (found == free.end() || found->second.empty()) continue;
        report.contents[i].section = found->second.back();
        taken[found->second.back()] = true;
        found->second.pop_back();
    }
}

/// Binds entries to a heading that names two sections at once.
void bind_halves(Report& report, std::vector<bool>& taken) {
    constexpr std::size_t most_compared = 200;
    std::size_t compared = 0;
    for (ContentsEntry& entry : report.contents) {
        if (entry.section || ++compared > most_compared) continue;
        const std::string wanted = framework::fold_name(report.text(entry.run));
        for (SectionId id = 0; id < report.sections.size() && id < most_compared && !entry.section; ++id) {
            if (names_both(report.text(report.sections[id].title), wanted)) entry.section = id;
        }
        if (entry.section) taken[*entry.section] = true;
    }
}

/// Binds the rest to the most alike headings (three quarters of the words). Bounded: beyond that they stay
/// unbound.
void bind_alike(Report& report, std::vector<bool>& taken) {
    constexpr std::size_t most_compared = 200;
    const auto folded = [&](RunId run) {
        return framework::fold_name(without_grade(report.text(run), report.framework));
    };
    std::vector<std::string> titles;
    for (SectionId id = 0; id < report.sections.size() && id < most_compared; ++id)
        titles.push_back(folded(report.sections[id].title));
    std::size_t compared = 0;
    for (ContentsEntry& entry : report.contents) {
        if (entry.section || ++compared > most_compared) continue;
        const std::string wanted = folded(entry.run);
        std::size_t best = 74;
        for (SectionId id = 0; id < titles.size(); ++id) {
            const std::size_t like = taken[id] ? 0 : likeness(wanted, titles[id]);
            if (like <= best) continue;
            best = like;
            entry.section = id;
        }
        if (entry.section) taken[*entry.section] = true;
    }
}

}  // namespace

/// Binds each entry to a heading: by title and order, by title alone, then by likeness.
void bind_contents(Resolver& resolver) {
    Report& report = resolver.report;
    for (const ast::Contents* contents : resolver.contents) {
        for (const ast::ContentsEntry& entry : contents->entries) {
            report.contents.push_back({entry.level, entry.text.id, entry.span, std::nullopt});
        }
    }
    if (report.contents.empty()) return;
    std::vector<bool> taken(report.sections.size(), false);
    const NumberedTitles titles = number_titles(report);
    bind_in_order(report, titles, taken);
    bind_anywhere(report, titles, taken);
    bind_halves(report, taken);
    bind_alike(report, taken);
}

}  // namespace stet::model

// stet diff.
#include <fmt/format.h>
#include <unistd.h>

#include <cstdio>
#include <cstdlib>
#include <nlohmann/json.hpp>

#include "compiler/base/utf8.hpp"
#include "compiler/compare/compare.hpp"
#include "compiler/driver/commands/report.hpp"

namespace stet::driver {

namespace {

using compare::Comparison;
using compare::NamedChange;
using compare::Passage;
using compare::PassageChange;
using compare::Piece;
using nlohmann::ordered_json;

/// What is gone and what is new: in colour on a terminal, else in the marks of wdiff.
struct Marks {
    std::string_view gone = "[-", gone_end = "-]", fresh = "{+", fresh_end = "+}";

    static Marks for_output() {
        if (isatty(STDOUT_FILENO) == 0 || std::getenv("NO_COLOR") != nullptr) return {};
        return {"\x1b[31;9m", "\x1b[0m", "\x1b[32;1m", "\x1b[0m"};
    }
};

/// The first and last words of a stretch that did not change.
std::string shortened(const std::string& words, bool first, bool last) {
    constexpr std::size_t context = 8;
    std::vector<std::size_t> spaces;
    for (std::size_t at = 0; (at = words.find(' ', at)) != std::string::npos; ++at) spaces.push_back(at);
    if (spaces.size() < (first || last ? context : 2 * context) + 2) return words;
    const std::string head = first ? "" : words.substr(0, spaces[context - 1]);
    const std::string tail = last ? "" : words.substr(spaces[spaces.size() - context] + 1);
    constexpr std::string_view ellipsis = "\xE2\x80\xA6";
    return fmt::format("{}{}{}{}{}", head, head.empty() ? "" : " ", ellipsis, tail.empty() ? "" : " ", tail);
}

std::string marked(const std::vector<Piece>& pieces, const Marks& marks) {
    std::string out;
    for (std::size_t i = 0; i < pieces.size(); ++i) {
        if (i > 0) out += ' ';
        switch (pieces[i].kind) {
            case Piece::Kind::same:
                out += shortened(pieces[i].words, i == 0, i + 1 == pieces.size());
                break;
            case Piece::Kind::gone:
                out += fmt::format("{}{}{}", marks.gone, pieces[i].words, marks.gone_end);
                break;
            case Piece::Kind::fresh:
                out += fmt::format("{}{}{}", marks.fresh, pieces[i].words, marks.fresh_end);
                break;
        }
    }
    return out;
}

std::string or_nothing(const std::string& value) {
    return value.empty() ? "(nothing)" : value;
}

std::string named_changes(std::string_view title, const std::vector<NamedChange>& changes) {
    if (changes.empty()) return {};
    std::string out = fmt::format("{}\n", title);
    for (const NamedChange& change : changes)
        out +=
            fmt::format("  {}: {} -> {}\n", change.name, or_nothing(change.before), or_nothing(change.after));
    return out + "\n";
}

struct Side {
    const std::string& file;
    const Sources& sources;

    [[nodiscard]] std::uint32_t line(Span span) const {
        return sources.line_column(span.file, span.begin).line;
    }
};

std::string opening(std::string_view text) {
    constexpr std::size_t longest = 160;
    if (text.size() <= longest) return std::string(text);
    std::size_t end = text.rfind(' ', longest);
    if (end == std::string_view::npos) end = longest;
    return std::string(text.substr(0, end)) + " \xE2\x80\xA6";
}

/// ", was 24" behind "paragraph 25"; nothing where the place is called the same.
std::string former_place(const Passage& before, const Passage& after) {
    constexpr std::string_view paragraph = "paragraph ";
    if (before.place == after.place) return {};
    const bool numbers = before.place.starts_with(paragraph) && after.place.starts_with(paragraph);
    return ", was " + before.place.substr(numbers ? paragraph.size() : 0);
}

std::string passage_line(const PassageChange& change, const Side& before, const Side& after,
                         const Marks& marks) {
    std::string out;
    if (!change.after) {
        out = fmt::format("  gone: {} ({}:{})\n", change.before->place, before.file,
                          before.line(change.before->span));
        return out + fmt::format("    {}{}{}\n", marks.gone, opening(change.before->text), marks.gone_end);
    }
    const std::uint32_t line = after.line(change.after->span);
    if (!change.before) {
        out = fmt::format("  new: {} ({}:{})\n", change.after->place, after.file, line);
        return out + fmt::format("    {}{}{}\n", marks.fresh, opening(change.after->text), marks.fresh_end);
    }
    out = fmt::format("  {}{}{} ({}:{}){}\n", change.moved ? "moved: " : "", change.after->place,
                      former_place(*change.before, *change.after), after.file, line,
                      change.moved && change.words.empty() ? ", the same words" : "");
    if (!change.words.empty()) out += fmt::format("    {}\n", marked(change.words, marks));
    return out;
}

std::string counted(std::size_t count, std::string_view words) {
    return fmt::format("{} {}", count, words);
}

std::string summary(const Comparison& comparison) {
    std::size_t changed = 0, fresh = 0, gone = 0, moved = 0;
    for (const PassageChange& change : comparison.passages) {
        if (!change.before) {
            ++fresh;
        } else if (!change.after) {
            ++gone;
        } else {
            changed += change.words.empty() ? 0U : 1U;
            moved += change.moved ? 1U : 0U;
        }
    }
    return fmt::format("{}, {}, {}, {}; {} the same, {} of them with another number\n",
                       counted(changed, "changed"), counted(fresh, "new"), counted(gone, "gone"),
                       counted(moved, "moved"), comparison.same, comparison.renumbered);
}

std::string as_text(const Comparison& comparison, const Side& before, const Side& after) {
    const Marks marks = Marks::for_output();
    std::string out = named_changes("Grades", comparison.grades) +
                      named_changes("Header", comparison.header) + named_changes("Facts", comparison.facts);
    std::vector<NamedChange> figures;
    for (const PassageChange& change : comparison.passages)
        figures.insert(figures.end(), change.figures.begin(), change.figures.end());
    out += named_changes("Figures in the text", figures);
    if (!comparison.passages.empty()) out += "Text\n";
    for (const PassageChange& change : comparison.passages) out += passage_line(change, before, after, marks);
    if (!comparison.passages.empty()) out += "\n";
    return out + summary(comparison);
}

ordered_json named_json(const std::vector<NamedChange>& changes) {
    ordered_json out = ordered_json::array();
    const auto value = [](const std::string& text) {
        return text.empty() ? ordered_json(nullptr) : ordered_json(text);
    };
    for (const NamedChange& change : changes)
        out.push_back(
            {{"name", change.name}, {"before", value(change.before)}, {"after", value(change.after)}});
    return out;
}

ordered_json side_json(const std::optional<Passage>& passage, const Side& side) {
    if (!passage) return nullptr;
    return {{"place", passage->place},
            {"section", passage->section.empty() ? ordered_json(nullptr) : ordered_json(passage->section)},
            {"text", passage->text},
            {"file", std::string(side.sources.name(passage->span.file))},
            {"line", side.line(passage->span)},
            {"start_byte", passage->span.begin},
            {"end_byte", passage->span.end}};
}

std::string as_json(const Comparison& comparison, const Side& before, const Side& after) {
    ordered_json passages = ordered_json::array();
    for (const PassageChange& change : comparison.passages) {
        passages.push_back({{"before", side_json(change.before, before)},
                            {"after", side_json(change.after, after)},
                            {"moved", change.moved},
                            {"figures", named_json(change.figures)}});
    }
    const ordered_json document = {{"schema", "stet-diff/1"},
                                   {"grades", named_json(comparison.grades)},
                                   {"header", named_json(comparison.header)},
                                   {"facts", named_json(comparison.facts)},
                                   {"passages", std::move(passages)},
                                   {"same", comparison.same},
                                   {"renumbered", comparison.renumbered}};
    return document.dump(2, ' ', false, ordered_json::error_handler_t::replace) + "\n";
}

}  // namespace

int diff(const DiffOptions& options) {
    AnalyseOptions analysis;
    analysis.spelling = false;
    const Loaded before = load(options.before, options.framework_folder, analysis);
    const Loaded after = load(options.after, options.framework_folder, analysis);
    for (const Loaded* side : {&before, &after}) {
        if (!side->failed) continue;
        show(side->analysis);
        return exit_failed;
    }
    const Comparison comparison = compare::compare(before.analysis.report, after.analysis.report);
    const Side old{options.before, *before.analysis.sources};
    const Side fresh{options.after, *after.analysis.sources};
    const std::string out =
        options.format == "json" ? as_json(comparison, old, fresh) : as_text(comparison, old, fresh);
    std::fwrite(out.data(), 1, out.size(), stdout);
    return options.exit_code && !comparison.empty() ? exit_errors : exit_clean;
}

}  // namespace stet::driver

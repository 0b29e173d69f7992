// W101, W102: final stops of paragraphs, and of headings among their like.
#include <algorithm>
#include <string_view>
#include <vector>

#include "compiler/base/catalogue.hpp"
#include "compiler/base/utf8.hpp"
#include "validators/variants.hpp"
#include "validators/writing.hpp"

namespace stet::validators {

namespace {

using prose::Run;
using prose::RunId;
using prose::RunKind;

/// Fewer words than this are a label or a line of an address, which need no stop.
constexpr std::size_t fewest_words = 8;

constexpr std::string_view enders[] = {".", "?", "!", ":", ";", "…", ",", "–", "—", "-"};

/// Length of the text without spaces and closing marks at its end.
std::size_t end_of_words(std::string_view text) {
    constexpr std::string_view closing[] = {")", "]", "'", "\"", "’", "”", " "};
    for (bool again = true; again;) {
        again = false;
        for (const std::string_view mark : closing) {
            if (text.ends_with(mark)) text.remove_suffix(mark.size()), again = true;
        }
    }
    return text.size();
}

bool is_ended(std::string_view text) {
    const std::string_view words = text.substr(0, end_of_words(text));
    return words.empty() || std::any_of(std::begin(enders), std::end(enders),
                                        [&](std::string_view e) { return words.ends_with(e); });
}

/// "They meet weekly. (See page 4)": the bracket after the stop belongs to no sentence.
bool is_ended_before_bracket(std::string_view text) {
    const std::size_t open = text.ends_with(')') ? text.rfind(" (") : text.npos;
    return open != text.npos && open > 0 && is_ended(text.substr(0, open));
}

bool starts_small(std::string_view text) {
    return !text.empty() && text[0] >= 'a' && text[0] <= 'z';
}

class StopCheck {
  public:
    StopCheck(const model::Report& report, Diagnostics& diagnostics)
        : report_(report), diagnostics_(diagnostics) {}

    /// Paragraphs, where most of the report's end with a stop.
    void check_paragraphs() {
        std::vector<RunId> without;
        std::size_t with = 0;
        for (RunId run = 0; run < report_.runs.size(); ++run) {
            if (report_.runs[run].kind != RunKind::paragraph || report_.words.in(run).size() < fewest_words)
                continue;
            const std::string_view text = report_.text(run);
            if (is_ended(text) || is_ended_before_bracket(text))
                ++with;
            else if (!leads_in(run) && is_prose(run))
                without.push_back(run);
        }
        if (with < 4 * without.size()) return;
        for (const RunId run : without) {
            const Run& paragraph = report_.runs[run];
            const auto words = report_.words.in(run);
            const auto end = static_cast<std::uint32_t>(paragraph.text.size());
            const Span last = paragraph.source(words[words.size() - 1].begin, end);
            diagnostics_.add(last, diag::stop_missing)
                .fix("add a full stop", paragraph.source(end, end), ".");
        }
    }

    /// Headings that are whole sentences: those that state a grade either all end with a stop or none.
    void check_headings() {
        std::vector<RunId> with;
        std::vector<RunId> without;
        for (const model::GradeStatement& statement : report_.grades) {
            if (statement.kind != model::GradeStatement::Kind::heading) continue;
            const RunId run = statement.run;
            if (run >= report_.runs.size() || report_.runs[run].kind != RunKind::heading) continue;
            (report_.text(run).ends_with('.') ? with : without).push_back(run);
        }
        if (with.empty() || without.empty() ||
            std::max(with.size(), without.size()) < 2 * std::min(with.size(), without.size()))
            return;
        const bool keep_stops = with.size() > without.size();
        const auto& odd = keep_stops ? without : with;
        const auto& kept = keep_stops ? with : without;
        const Run& first = report_.runs[odd.front()];
        Diagnostic& made = diagnostics_.add(first.source(0, static_cast<std::uint32_t>(first.text.size())),
                                            diag::heading_stop,
                                            keep_stops ? "ends without a full stop" : "ends with a full stop",
                                            keep_stops ? "end with one" : "do not");
        made.relate(report_.runs[kept.front()].span, "one of the others");
        std::vector<Edit> edits;
        for (const RunId run : odd) {
            const auto end = static_cast<std::uint32_t>(report_.text(run).size());
            edits.push_back(keep_stops ? Edit{report_.runs[run].source(end, end), "."}
                                       : Edit{report_.runs[run].source(end - 1, end), ""});
        }
        made.fix(keep_stops ? "add a full stop" : "remove the full stop", std::move(edits));
    }

  private:
    /// A paragraph that a list, a quotation or its own continuation follows needs no stop of its own.
    [[nodiscard]] bool leads_in(RunId run) const {
        if (run + 1 >= report_.runs.size()) return false;
        const Run& next = report_.runs[run + 1];
        if (next.kind == RunKind::bullet || next.kind == RunKind::quote || next.kind == RunKind::cell ||
            next.kind == RunKind::table_head)
            return true;
        return starts_small(next.text);
    }

    /// Unnumbered text without a stop anywhere may be a label or an address.
    [[nodiscard]] bool is_prose(RunId run) const {
        const auto paragraph = run < report_.places.size() ? report_.places[run].paragraph : std::nullopt;
        return (paragraph && report_.paragraphs[*paragraph].numbered) ||
               report_.text(run).find(". ") != std::string_view::npos;
    }

    const model::Report& report_;
    Diagnostics& diagnostics_;
};

}  // namespace

void check_stops(const model::Report& report, const Sources&, Diagnostics& diagnostics) {
    StopCheck check(report, diagnostics);
    check.check_paragraphs();
    check.check_headings();
}

}  // namespace stet::validators

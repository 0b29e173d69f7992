// W401 to W404: straight and curly marks by majority; brackets and quotation marks without a partner.
#include <array>
#include <string_view>
#include <vector>

#include "compiler/base/catalogue.hpp"
#include "compiler/base/utf8.hpp"
#include "validators/variants.hpp"
#include "validators/writing.hpp"

namespace stet::validators {

namespace {

using prose::Run;
using prose::RunKind;

struct MarkPlace {
    prose::RunId run;
    std::uint32_t begin;
    std::uint32_t end;
    char32_t mark;
};

constexpr bool is_letter(char32_t c) {
    return (c >= U'a' && c <= U'z') || (c >= U'A' && c <= U'Z') || (c >= 0xC0 && c <= 0x24F);
}

/// What a mark would be in the other style, given the character before it.
std::string_view other_style(char32_t mark, bool opens) {
    switch (mark) {
        case U'\'':
            return opens ? "‘" : "’";
        case U'"':
            return opens ? "“" : "”";
        case 0x2018:
        case 0x2019:
            return "'";
        default:
            return "\"";
    }
}

class MarkCheck {
  public:
    MarkCheck(const model::Report& report, Diagnostics& diagnostics)
        : report_(report), diagnostics_(diagnostics) {}

    void check() {
        for (prose::RunId id = 0; id < report_.runs.size(); ++id) {
            const RunKind kind = report_.runs[id].kind;
            if (kind == RunKind::header || kind == RunKind::contents) continue;
            scan(id);
        }
        check_style();
    }

  private:
    void scan(prose::RunId id) {
        const Run& run = report_.runs[id];
        std::vector<MarkPlace> open;
        MarkPlace quote{};
        bool quoted = false;
        bool balanced = true;
        for (std::uint32_t i = 0; i < run.text.size();) {
            const auto c = utf8::decode(run.text, i);
            const MarkPlace place{id, i, i + c.size, c.point};
            switch (c.point) {
                case U'\'':
                case U'"':
                    straight_.push_back(place);
                    break;
                case 0x2018:
                case 0x2019:
                case 0x201C:
                case 0x201D:
                    curly_.push_back(place);
                    break;
                case U'(':
                case U'[':
                    open.push_back(place);
                    break;
                case U')':
                case U']':
                    balanced &= close(run, open, place);
                    break;
                default:
                    break;
            }
            if (c.point == 0x201C) quote = place, quoted = true;
            if (c.point == 0x201D) quoted = false;
            i += c.size;
        }
        if (!holds_sentences(run.kind) || !balanced) return;
        if (!open.empty()) add(run, open.back(), diag::bracket_unclosed);
        if (quoted) add(run, quote, diag::quote_unclosed);
    }

    void add(const Run& run, const MarkPlace& place, const DiagnosticKind<>& kind) {
        diagnostics_.add(run.source(place.begin, place.end), kind);
    }

    /// A closing bracket: takes its opener. "a)" at the beginning labels an item and has none.
    bool close(const Run& run, std::vector<MarkPlace>& open, const MarkPlace& place) {
        const char32_t wanted = place.mark == U')' ? U'(' : U'[';
        if (!open.empty() && open.back().mark == wanted) {
            open.pop_back();
            return true;
        }
        const bool label = place.begin <= 5 || (place.begin >= 2 && run.text[place.begin - 2] == ' ');
        if (label || !holds_sentences(run.kind)) return open.empty();
        add(run, place, diag::bracket_unopened);
        return false;
    }

    [[nodiscard]] bool opens(const MarkPlace& place) const {
        if (place.begin == 0) return true;
        const char before = report_.text(place.run)[place.begin - 1];
        return before == ' ' || before == '(' || before == '[';
    }

    /// The rarer style, where the other is at least four times as common.
    void check_style() {
        const bool keep_straight = straight_.size() >= curly_.size();
        const auto& odd = keep_straight ? curly_ : straight_;
        const auto& kept = keep_straight ? straight_ : curly_;
        if (odd.empty() || kept.size() < 4 * odd.size()) return;
        std::vector<Use> uses;
        for (const MarkPlace& place : odd) {
            const Run& run = report_.runs[place.run];
            const Span mark = run.source(place.begin, place.end);
            uses.push_back({around(place), {{mark, std::string(other_style(place.mark, opens(place)))}}});
        }
        Diagnostic& made =
            report_variant(diagnostics_, diag::mark_style, keep_straight ? "curly" : "straight", uses,
                           {keep_straight ? "straight" : "curly",
                            kept.size(),
                            report_.runs[kept.front().run].source(kept.front().begin, kept.front().end),
                            {}});
        made.fixes.front().title = keep_straight ? "make them straight" : "make them curly";
    }

    /// The mark with the letters that it touches, so that a reader sees the word.
    [[nodiscard]] Span around(const MarkPlace& place) const {
        const std::string& text = report_.runs[place.run].text;
        std::uint32_t begin = place.begin;
        std::uint32_t end = place.end;
        while (begin > 0 && is_letter(static_cast<unsigned char>(text[begin - 1]))) --begin;
        while (end < text.size() && is_letter(static_cast<unsigned char>(text[end]))) ++end;
        return report_.runs[place.run].source(begin, end);
    }

    const model::Report& report_;
    Diagnostics& diagnostics_;
    std::vector<MarkPlace> straight_;
    std::vector<MarkPlace> curly_;
};

}  // namespace

void check_marks(const model::Report& report, const Sources&, Diagnostics& diagnostics) {
    MarkCheck(report, diagnostics).check();
}

}  // namespace stet::validators

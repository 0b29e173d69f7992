// W201 to W204: spaces and commas; W301, W302: doubled words, sentences that begin small.
#include <algorithm>
#include <array>
#include <string_view>

#include "compiler/base/ascii.hpp"
#include "compiler/base/catalogue.hpp"
#include "validators/variants.hpp"
#include "validators/writing.hpp"

namespace stet::validators {

namespace {

using prose::Joint;
using prose::Run;
using prose::RunKind;
using prose::Word;
using prose::Words;

/// Kinds whose spacing the author chose for a layout are left alone.
bool checks_spacing(RunKind kind) {
    return holds_sentences(kind) || kind == RunKind::heading || kind == RunKind::cell;
}

/// Words that stand twice in good English: "had had", "that that".
bool may_be_doubled(std::string_view form) {
    constexpr std::array<std::string_view, 7> words{"had", "that", "is", "do", "so", "very", "who"};
    return std::find(words.begin(), words.end(), form) != words.end();
}

class SpaceCheck {
  public:
    explicit SpaceCheck(Diagnostics& diagnostics) : diagnostics_(diagnostics) {}

    void check(const Run& run) {
        const std::string& text = run.text;
        for (std::uint32_t i = 1; i + 1 < text.size(); ++i) {
            const char c = text[i];
            if (c == ' ') {
                i = spaces(run, i);
            } else if (c == ',' && ascii::letter(text[i - 1]) && ascii::letter(text[i + 1]) &&
                       !in_address(run, i)) {
                diagnostics_.add(run.source(i - 1, i + 2), diag::space_missing, ",")
                    .fix("add a space", run.source(i + 1, i + 1), " ");
            } else if (c == ',' && i + 2 < text.size() && text[i + 1] == ' ' && text[i + 2] == '(' &&
                       ascii::letter(text[i - 1])) {
                comma_before_bracket(run, i);
            }
        }
    }

  private:
    /// Looks at the run of spaces that begins at `i`; returns the last of them.
    std::uint32_t spaces(const Run& run, std::uint32_t i) {
        const std::string& text = run.text;
        std::uint32_t end = i;
        while (end < text.size() && text[end] == ' ') ++end;
        if (end == text.size()) return end - 1;
        const char next = text[end];
        const bool stop = (next == ',' || next == '.' || next == ';' || next == ':' || next == '?' ||
                           next == '!' || next == ')') &&
                          end - i < 3;
        const bool stands_alone = end + 1 == text.size() || text[end + 1] == ' ';
        if (stop && stands_alone && ascii::letter(text[i - 1])) {
            diagnostics_.add(run.source(i, end + 1), diag::space_before_stop, text_of(next))
                .fix("remove the space", run.source(i, end), "");
        } else if (end - i > 1) {
            double_space(run, i, end);
        }
        return end - 1;
    }

    void double_space(const Run& run, std::uint32_t begin, std::uint32_t end) {
        const Span span = run.source(begin, end);
        if (span.end - span.begin != end - begin) return;  // something that is no words stands between them
        if (doubles_ == 0) first_double_ = diagnostics_.all().size();
        if (++doubles_ == 1) {
            diagnostics_.add(span, diag::double_space).fix("leave one space", span, " ");
            return;
        }
        // One diagnostic for all: where the sentence spacing is double throughout, it is a habit.
        Diagnostic& made = diagnostics_.all()[first_double_];
        if (made.related.size() < 8) made.relate(span, "also here");
        made.fixes.front().edits.push_back({span, " "});
    }

    void comma_before_bracket(const Run& run, std::uint32_t comma) {
        diagnostics_.add(run.source(comma, comma + 3), diag::comma_before_bracket)
            .fix("remove the comma", run.source(comma, comma + 1), "");
    }

    [[nodiscard]] static bool in_address(const Run& run, std::uint32_t at) {
        const std::size_t begin = run.text.rfind(' ', at);
        const std::size_t from = begin == std::string::npos ? 0 : begin + 1;
        const std::string_view chunk = std::string_view(run.text).substr(from, run.text.find(' ', at) - from);
        return chunk.find("://") != chunk.npos || chunk.find('@') != chunk.npos ||
               chunk.find("www.") != chunk.npos;
    }

    static std::string_view text_of(char c) {
        constexpr std::string_view marks = ",.;:?!)";
        return marks.substr(marks.find(c), 1);
    }

    Diagnostics& diagnostics_;
    std::size_t doubles_ = 0;
    std::size_t first_double_ = 0;
};

void check_doubled(const model::Report& report, Diagnostics& diagnostics) {
    const Words& words = report.words;
    for (std::uint32_t i = 1; i < words.all.size(); ++i) {
        const Word& word = words.all[i];
        const Word& before = words.all[i - 1];
        if (word.symbol != before.symbol || word.joint != Joint::space || word.digits ||
            !checks_spacing(report.runs[word.run].kind))
            continue;
        const bool name = word.capital && before.capital;
        // "in in-house homes", "part-time time": a compound begins or ends with the word.
        const Word* next = words.next(i);
        const bool compound =
            before.joint == Joint::hyphen || (next != nullptr && next->joint == Joint::hyphen);
        if (name || compound || word.end - word.begin < 2 || may_be_doubled(words.form(word))) continue;
        const Run& run = report.runs[word.run];
        diagnostics
            .add(run.source(before.begin, word.end), diag::doubled_word, run.words(word.begin, word.end))
            .fix("remove one", run.source(before.end, word.end), "");
    }
}

/// A small letter after a full stop that ends a sentence: not after "e.g." or "No.", nor in an address.
void check_small_starts(const model::Report& report, Diagnostics& diagnostics) {
    const Words& words = report.words;
    for (std::uint32_t i = 1; i < words.all.size(); ++i) {
        const Word& word = words.all[i];
        const Word& before = words.all[i - 1];
        const Run& run = report.runs[word.run];
        if (word.joint != Joint::mark || word.capital || word.digits || before.capital ||
            !holds_sentences(run.kind))
            continue;
        const std::string_view gap = std::string_view(run.text).substr(before.end, word.begin - before.end);
        if (gap != ". " || before.end - before.begin < 4 || before.digits ||
            !ascii::lower_letter(run.text[word.begin]))
            continue;
        const bool abbreviated = run.text.rfind('.', before.begin) != std::string::npos && before.begin > 0 &&
                                 run.text[before.begin - 1] == '.';
        if (abbreviated || word.address || before.address) continue;
        const bool letter = word.end - word.begin == 1;  // "o" for a bullet, "b" of an enumeration
        if (letter && run.text[word.begin] != 'a' && run.text[word.begin] != 'i') continue;
        std::string capital(1, static_cast<char>(run.text[word.begin] - 'a' + 'A'));
        diagnostics
            .add(run.source(before.begin, word.end), diag::small_start, run.words(word.begin, word.end))
            .fix("begin with a capital", run.source(word.begin, word.begin + 1), std::move(capital));
    }
}

}  // namespace

void check_spaces(const model::Report& report, const Sources&, Diagnostics& diagnostics) {
    SpaceCheck check(diagnostics);
    for (const Run& run : report.runs) {
        if (checks_spacing(run.kind)) check.check(run);
    }
}

void check_words(const model::Report& report, const Sources&, Diagnostics& diagnostics) {
    check_doubled(report, diagnostics);
    check_small_starts(report, diagnostics);
}

}  // namespace stet::validators

// W303: whole sentences that stand in two numbered paragraphs of a section, or several together anywhere.
#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>

#include "compiler/base/ascii.hpp"
#include "compiler/base/catalogue.hpp"
#include "compiler/base/utf8.hpp"
#include "compiler/framework/names.hpp"
#include "validators/writing.hpp"

namespace stet::validators {

namespace {

using model::Paragraph;
using prose::Run;
using prose::RunId;
using prose::RunKind;
using prose::Sentence;

/// Shorter sentences may well be alike: "There are no areas for improvement."
constexpr std::ptrdiff_t fewest_words = 10;

/// Stands for what has no words yet, such as a reference: it may differ where the words agree.
constexpr std::string_view insert = "\uFFFC";

/// Follows quotation marks through a text. Straight single marks are taken for apostrophes.
class Quotation {
  public:
    /// Whether the next sentence is somebody else's from its first word on; reads on to its end.
    bool takes(std::string_view sentence) {
        bool quoted = closing_ != 0;
        for (std::size_t i = 0; i < sentence.size();) {
            const auto c = utf8::decode(sentence, i);
            read(c.point, sentence.substr(i + c.size));
            if (i == 0) quoted |= closing_ != 0;
            i += c.size;
        }
        return quoted;
    }

  private:
    void read(char32_t mark, std::string_view after) {
        if (closing_ == 0)
            closing_ = mark == U'"' ? U'"' : mark == 0x201C ? 0x201D : mark == 0x2018 ? 0x2019 : 0;
        else if (mark == closing_ && !(mark == 0x2019 && !after.empty() && ascii::letter(after.front())))
            closing_ = 0;
    }

    char32_t closing_ = 0;  ///< the mark that ends the open quotation; 0 where none is open
};

class RepeatCheck {
  public:
    RepeatCheck(const model::Report& report, Diagnostics& diagnostics)
        : report_(report), diagnostics_(diagnostics) {
        for (const framework::Wording& wording : report.framework.wording) {
            for (const std::string& paragraph : wording.paragraphs) add_standard(paragraph);
        }
        for (const framework::Grade& grade : report.framework.scale) add_standard(grade.meaning);
    }

    void check() {
        for (const Run& run : report_.runs) {
            if ((run.kind != RunKind::paragraph && run.kind != RunKind::bullet) ||
                is_standard_section(run.id))
                continue;
            const Paragraph* paragraph = numbered_paragraph(run.id);
            if (paragraph != nullptr) check_run(run, *paragraph);
        }
        say_stretch();
    }

  private:
    /// The `sentence`th of a run.
    struct Place {
        const Paragraph* paragraph = nullptr;
        RunId run = 0;
        std::size_t sentence = 0;
    };

    /// Sentences one after the other that stand, in the same order, elsewhere.
    struct Stretch {
        Place here;  ///< the first of them
        Place there;
        std::size_t sentences = 0;
    };

    void add_standard(std::string_view paragraph) {
        for (const Sentence& s : prose::sentences(paragraph))
            standard_.insert(framework::fold(paragraph.substr(s.begin, s.end - s.begin)));
    }

    /// Sections that are written as the framework has them, and those that say what the grades mean.
    [[nodiscard]] bool is_standard_section(RunId run) const {
        const auto id = report_.places[run].section;
        if (!id) return false;
        const auto& rule = report_.sections[*id].rule;
        return report_.role(id) == "definitions" ||
               (rule && !report_.framework.sections[*rule].wording.empty());
    }

    [[nodiscard]] const Paragraph* numbered_paragraph(RunId run) const {
        const auto id = report_.places[run].paragraph;
        if (!id) return nullptr;
        const Paragraph& paragraph = report_.numbered(*id);
        return paragraph.kind == Paragraph::Kind::numbered ? &paragraph : nullptr;
    }

    void check_run(const Run& run, const Paragraph& paragraph) {
        Quotation quotation;
        const auto& sentences = report_.sentences[run.id];
        // A summary may well say a finding in the words of the finding, but nothing twice itself.
        auto& known = report_.role(paragraph.section) == "summary" ? first_in_summaries_ : first_;
        for (std::size_t i = 0; i < sentences.size(); ++i) {
            const std::string_view text = run.words(sentences[i].begin, sentences[i].end);
            if (quotation.takes(text) || text.find(insert) != std::string_view::npos) continue;
            std::string words = framework::fold(text);
            if (std::count(words.begin(), words.end(), ' ') + 1 < fewest_words || standard_.contains(words))
                continue;
            const Place here{&paragraph, run.id, i};
            const auto [first, fresh] = known.try_emplace(std::move(words), here);
            if (!fresh && first->second.paragraph != &paragraph) repeated(here, first->second);
        }
    }

    void repeated(const Place& here, const Place& there) {
        const auto goes_on = [&](const Place& begin, const Place& next) {
            return next.run == begin.run && next.sentence == begin.sentence + stretch_.sentences;
        };
        if (stretch_.sentences == 0 || !goes_on(stretch_.here, here) || !goes_on(stretch_.there, there)) {
            say_stretch();
            stretch_ = {here, there, 0};
        }
        ++stretch_.sentences;
    }

    /// One diagnostic for a paragraph that was copied whole.
    void say_stretch() {
        const auto span = [&](const Place& first) {
            const auto& sentences = report_.sentences[first.run];
            return report_.runs[first.run].source(sentences[first.sentence].begin,
                                                  sentences[first.sentence + stretch_.sentences - 1].end);
        };
        if (stretch_.sentences == 0) return;
        const Paragraph* here = stretch_.here.paragraph;
        const Paragraph* there = stretch_.there.paragraph;
        // Parts of a report may share a sentence, each with its readers; they do not share two by chance.
        // What is to be done is no finding.
        const bool proposes = report_.role(here->section) == "improvement";
        const bool proposed = report_.role(there->section) == "improvement";
        if (stretch_.sentences == 1 && here->section != there->section && proposes == proposed) return;
        if (!told_.emplace(here, there).second) return;
        const std::string what =
            stretch_.sentences == 1 ? "sentence" : fmt::format("{} sentences", stretch_.sentences);
        diagnostics_.add(span(stretch_.here), diag::sentence_repeated, there->number, what)
            .relate(span(stretch_.there), "the first time")
            .with_help("say it once, or say in each place what is true of that place alone");
    }

    const model::Report& report_;
    Diagnostics& diagnostics_;
    std::unordered_set<std::string> standard_;      ///< folded sentences of the framework
    std::unordered_map<std::string, Place> first_;  ///< where each folded sentence stands first
    std::unordered_map<std::string, Place> first_in_summaries_;
    std::set<std::pair<const Paragraph*, const Paragraph*>> told_;
    Stretch stretch_;
};

}  // namespace

void check_repeats(const model::Report& report, const Sources&, Diagnostics& diagnostics) {
    RepeatCheck(report, diagnostics).check();
}

}  // namespace stet::validators

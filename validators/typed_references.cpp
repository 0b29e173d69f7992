// R112: references to paragraphs that are typed as numbers, held against the paragraphs that there are.
#include "compiler/prose/typed_references.hpp"

#include <algorithm>
#include <string_view>
#include <unordered_set>

#include "compiler/base/catalogue.hpp"
#include "validators/references.hpp"

namespace stet::validators {

namespace {

using prose::RunKind;

/// A sentence that speaks of a text with paragraphs of its own.
bool names_another_text(std::string_view sentence) {
    for (const std::string_view word :
         {"uidance", "chedule", " Act", "egulation", " Code", "ramework", "nnex", "tandard"}) {
        if (sentence.find(word) != std::string_view::npos) return true;
    }
    return false;
}

/// Answers for ascending places of one run, each sentence read once.
class OtherTexts {
  public:
    OtherTexts(const prose::Run& run, const std::vector<prose::Sentence>& sentences)
        : run_(run), sentences_(sentences) {}

    /// Whether the sentence at `at` speaks of a text with paragraphs of its own.
    bool named_at(std::uint32_t at) {
        while (next_ < sentences_.size() && sentences_[next_].begin <= at) {
            const prose::Sentence& sentence = sentences_[next_++];
            named_ = names_another_text(run_.words(sentence.begin, sentence.end));
        }
        return named_;
    }

  private:
    const prose::Run& run_;
    const std::vector<prose::Sentence>& sentences_;
    std::size_t next_ = 0;
    bool named_ = false;
};

}  // namespace

void check_typed_references(const model::Report& report, const Sources&, Diagnostics& diagnostics) {
    std::unordered_set<std::string_view> numbers;
    std::string_view last;
    for (const model::Paragraph& paragraph : report.paragraphs) {
        if (paragraph.number.empty()) continue;
        numbers.insert(paragraph.number);
        last = paragraph.number;
    }
    if (numbers.empty()) return;
    for (prose::RunId id = 0; id < report.runs.size(); ++id) {
        const prose::Run& run = report.runs[id];
        if (run.kind == RunKind::quote || run.kind == RunKind::header) continue;
        OtherTexts others(run, report.sentences[id]);
        for (const prose::TypedReference& reference : prose::find_typed_references(run.text)) {
            const std::string_view number = run.words(reference.begin, reference.end);
            if (reference.elsewhere || numbers.contains(number) || others.named_at(reference.begin)) continue;
            diagnostics
                .add(run.source(reference.begin, reference.end), diag::typed_reference_leads_nowhere, number)
                .note("the last paragraph is " + std::string(last))
                .with_help("a reference by label follows its paragraph: `{see label}`");
        }
    }
}

}  // namespace stet::validators

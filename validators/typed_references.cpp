// R112 and R113: references that are typed as numbers, held against the paragraphs, tables and figures that
// there are.
#include "compiler/prose/typed_references.hpp"

#include <string>
#include <string_view>
#include <unordered_set>

#include "compiler/base/catalogue.hpp"
#include "validators/references.hpp"

namespace stet::validators {

namespace {

using prose::RunKind;
using Kind = prose::TypedReference::Kind;

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
    OtherTexts(const prose::Run& run, std::span<const prose::Sentence> sentences)
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
    std::span<const prose::Sentence> sentences_;
    std::size_t next_ = 0;
    bool named_ = false;
};

/// The numbers that references of one kind may have.
struct Numbers {
    std::unordered_set<std::string> known;
    std::string last;

    void add(std::string number) {
        last = number;
        known.insert(std::move(number));
    }
};

struct Targets {
    Numbers paragraphs, tables, figures;

    explicit Targets(const model::Report& report) {
        for (const model::Paragraph& paragraph : report.paragraphs) {
            if (!paragraph.number.empty()) paragraphs.add(paragraph.number);
        }
        for (const model::Table& table : report.tables) {
            if (table.number != 0) tables.add(std::to_string(table.number));
        }
        for (const model::Illustration& figure : report.illustrations) {
            if (figure.number != 0) figures.add(std::to_string(figure.number));
        }
    }
    [[nodiscard]] const Numbers& of(Kind kind) const {
        return kind == Kind::paragraph ? paragraphs : kind == Kind::table ? tables : figures;
    }
};

void tell(Diagnostics& diagnostics, Kind kind, Span span, std::string_view number, const std::string& last) {
    if (kind == Kind::paragraph) {
        diagnostics.add(span, diag::typed_reference_leads_nowhere, number)
            .note("the last paragraph is " + last)
            .with_help("a reference by label follows its paragraph: `{see label}`");
        return;
    }
    const std::string_view name = kind == Kind::table ? "Table" : "Figure";
    diagnostics.add(span, diag::typed_label_leads_nowhere, name, number)
        .note("the last is " + last)
        .with_help("a reference by label follows what it points to: `{see label}`");
}

}  // namespace

void check_typed_references(const model::Report& report, const Sources&, Diagnostics& diagnostics) {
    const Targets targets(report);
    for (prose::RunId id = 0; id < report.runs.size(); ++id) {
        const prose::Run& run = report.runs[id];
        if (run.kind == RunKind::quote || run.kind == RunKind::header) continue;
        OtherTexts others(run, report.sentences[id]);
        for (const prose::TypedReference& reference : prose::find_typed_references(run.text)) {
            const std::string number(run.words(reference.begin, reference.end));
            const Numbers& numbers = targets.of(reference.kind);
            // A report without tables of its own speaks of another's.
            if (numbers.known.empty() || reference.elsewhere || numbers.known.contains(number)) continue;
            if (others.named_at(reference.begin)) continue;
            tell(diagnostics, reference.kind, run.source(reference.begin, reference.end), number,
                 numbers.last);
        }
    }
}

}  // namespace stet::validators

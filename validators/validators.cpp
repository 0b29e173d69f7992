// All checks of a resolved report, in one table.
#include "validators/validators.hpp"

#include <algorithm>
#include <string_view>
#include <vector>

#include "compiler/prose/quotations.hpp"
#include "validators/accessibility.hpp"
#include "validators/dates.hpp"
#include "validators/figures.hpp"
#include "validators/grades.hpp"
#include "validators/numbering.hpp"
#include "validators/privacy.hpp"
#include "validators/references.hpp"
#include "validators/structure.hpp"
#include "validators/terms.hpp"
#include "validators/writing.hpp"

namespace stet::validators {

namespace {

struct NamedCheck {
    char family;  ///< first letter of its codes
    std::string_view name;
    void (*check)(const model::Report&, const Sources&, Diagnostics&);
};

/// Every check but spelling, which needs a dictionary from the World.
constexpr NamedCheck table[] = {
    {'N', "numbering", check_numbering},
    {'N', "contents", check_contents},
    {'R', "references", check_references},
    {'R', "typed references", check_typed_references},
    {'G', "grades", check_grades},
    {'S', "structure", check_structure},
    {'S', "placeholders", check_placeholders},
    {'S', "standard wording", check_standard_wording},
    {'A', "accessibility", check_accessibility},
    {'D', "calendar", check_calendar},
    {'D', "chronology", check_chronology},
    {'D', "date style", check_date_style},
    {'P', "disclosure", check_disclosure},
    {'P', "hidden values", check_hidden_values},
    {'P', "hidden parts", check_hidden_parts},
    {'P', "leaks", check_leaks},
    {'P', "names of children", check_child_names},
    {'F', "unused facts", check_unused_facts},
    {'T', "spelling variants", check_spelling_variants},
    {'T', "hyphens", check_hyphens},
    {'T', "capitals", check_capitals},
    {'T', "abbreviations", check_abbreviations},
    {'T', "names", check_names},
    {'T', "apostrophes", check_apostrophes},
    {'T', "citations", check_citations},
    {'T', "contacts", check_contacts},
    {'T', "number style", check_number_style},
    {'W', "stops", check_stops},
    {'W', "spaces", check_spaces},
    {'W', "words", check_words},
    {'W', "repeats", check_repeats},
    {'W', "marks", check_marks},
    {'W', "readability", check_readability},
};

/// Places in ascending order, none in another.
class Places {
  public:
    void add(Span place) { places_.push_back(place); }
    void sort() { std::sort(places_.begin(), places_.end(), before); }
    [[nodiscard]] bool hold(Span span) const {
        const auto after = std::upper_bound(places_.begin(), places_.end(), span, before);
        if (after == places_.begin()) return false;
        const Span last = *(after - 1);
        return last.file == span.file && span.end <= last.end;
    }

  private:
    static bool before(Span a, Span b) { return a.file != b.file ? a.file < b.file : a.begin < b.begin; }
    std::vector<Span> places_;
};

/// Whether the edit would take out a brace, a bracket or an emphasis that stands among the words.
bool takes_markup(const Edit& edit, const Sources& sources) {
    constexpr std::string_view markup = "{}[]*^";
    const std::string_view written = sources.text(edit.span);
    return std::any_of(written.begin(), written.end(), [&](char c) {
        return markup.find(c) != markup.npos && edit.replacement.find(c) == std::string::npos;
    });
}

/// The words of others stay as they are: no fix reaches into a quotation or into what the grades mean, and
/// none of words (T) into quotation marks, where titles and names of programmes stand. Nor does a fix of
/// words or of writing (W) take out what is no words.
void spare_from_fixes(const model::Report& report, const Sources& sources, Diagnostics& diagnostics) {
    Places blocks;
    Places marked;
    for (const prose::Run& run : report.runs) {
        if (run.kind == prose::RunKind::quote || report.role(report.places[run.id].section) == "definitions")
            blocks.add(run.span);
        for (const prose::Quotation& quoted : prose::quotations(run.text))
            marked.add(run.source(quoted.begin, quoted.end));
    }
    blocks.sort();
    marked.sort();
    for (Diagnostic& diagnostic : diagnostics.all()) {
        const bool of_words = diagnostic.info->code.front() == 'T';
        const bool of_writing = diagnostic.info->code.front() == 'W';
        for (Fix& fix : diagnostic.fixes) {
            std::erase_if(fix.edits, [&](const Edit& edit) {
                return blocks.hold(edit.span) || (of_words && marked.hold(edit.span)) ||
                       ((of_words || of_writing) && takes_markup(edit, sources));
            });
        }
        std::erase_if(diagnostic.fixes, [](const Fix& fix) { return fix.edits.empty(); });
    }
}

}  // namespace

void check_texts(const model::Report& report, const Sources& sources, World& world, const Options& options,
                 Diagnostics& diagnostics) {
    for (const NamedCheck& check : table) check.check(report, sources, diagnostics);
    if (options.spelling) check_spelling(report, world, diagnostics);
    spare_from_fixes(report, sources, diagnostics);
}

Ledger validate(const model::Report& report, const Sources& sources, World& world, const Options& options,
                Diagnostics& diagnostics) {
    check_texts(report, sources, world, options, diagnostics);
    return check_all_figures(report, options.strict_figures, diagnostics);
}

}  // namespace stet::validators

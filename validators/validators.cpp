// All checks of a resolved report, in one table.
#include "validators/validators.hpp"

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
    {'F', "unused facts", check_unused_facts},
    {'T', "spelling variants", check_spelling_variants},
    {'T', "hyphens", check_hyphens},
    {'T', "capitals", check_capitals},
    {'T', "abbreviations", check_abbreviations},
    {'T', "names", check_names},
    {'T', "citations", check_citations},
    {'T', "contacts", check_contacts},
    {'T', "number style", check_number_style},
    {'W', "stops", check_stops},
    {'W', "spaces", check_spaces},
    {'W', "words", check_words},
    {'W', "marks", check_marks},
    {'W', "readability", check_readability},
};

}  // namespace

std::span<const NamedCheck> checks() {
    return table;
}

Ledger validate(const model::Report& report, const Sources& sources, World& world, const Options& options,
                Diagnostics& diagnostics) {
    for (const NamedCheck& check : table) check.check(report, sources, diagnostics);
    if (options.spelling) check_spelling(report, world, diagnostics);
    return check_all_figures(report, options.strict_figures, diagnostics);
}

}  // namespace stet::validators

// Single-fault mutation: one place of a consistent report is made wrong, and Stet must say so there; or it is
// reworded without harm, and Stet must be silent.
#pragma once

#include <cstddef>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "compiler/driver/pipeline.hpp"
#include "tests/instrumented.hpp"

namespace stet::test {

/// A consistent report that mutants are made from. Its includes are written in, so that every place lies in
/// `text`.
struct Original {
    std::string name;                                       ///< "seed", "sample" or "uncited"
    std::string text;                                       ///< Stet source
    std::map<std::string, std::string, std::less<>> files;  ///< data beside it
    std::shared_ptr<const driver::Analysis> analysis;       ///< of `text`, without spelling

    [[nodiscard]] const model::Report& report() const { return analysis->report; }
    [[nodiscard]] std::string_view words(Span span) const { return analysis->sources->text(span); }
};

/// The seed's text as tests/corpus/hounslow-2014.edits mends it; none where the shared folder is absent.
std::optional<std::string> corrected_seed_text();
/// The imported seed as tests/corpus/hounslow-2014.edits mends it; none where the shared folder is absent.
std::optional<Original> corrected_seed();
/// samples/marlow-vale.
Original sample_report();
/// The sample with its citations of facts removed and their words kept, so that only prose is left to check.
Original uncited_sample();

/// Bytes [begin, end) of an original's text.
struct Place {
    std::size_t begin = 0;
    std::size_t end = 0;
};

struct Change {
    Place place;
    std::string words;  ///< written in its stead
};

/// The changes of one mutant, in any order, none over another.
struct Mutant {
    std::vector<Change> changes;
    std::vector<Place> also =
        {};  ///< further places of the original where a diagnostic counts, beside the changes
};

enum class Demand {
    caught,   ///< Y: from the text alone; at least 95% of the sites
    in_part,  ///< P: at least what tests/corpus/mutations.tsv has
    silent,   ///< N, or a harmless rewording: no new diagnostic anywhere
};

struct Operator {
    std::string name;  ///< as audits number it: "M29"
    std::string what;
    Demand demand = Demand::caught;
    Severity least = Severity::query;  ///< `Severity::advice` where the operator is one of style
    std::function<std::vector<Mutant>(const Original&)> sites;
};

/// Most sites of one operator that are tried in one report: evenly spread, the same in each run. An
/// instrumented build tries a few, looks for faults of memory only, and judges no demand.
inline constexpr std::size_t most_sites = instrumented ? 5 : 250;

/// Tries the operators on the sample, the seed and `also`; what must be caught in the others must be caught
/// in part in these. A mutant is caught by a new diagnostic of at least `least` that has its place, or a
/// related place, on a line of the mutant that a change touches (of a removed block: on the line that moves
/// up). Prints a line for each operator and report; fails where a demand is not met. `STET_UPDATE=1` writes
/// what is measured to the table, which one process at a time can do.
void require_operators(std::span<const Operator> operators, std::vector<Original> also = {});

}  // namespace stet::test

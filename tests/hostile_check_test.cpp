// Whole checks of reports in which one thing is repeated: four times the text takes no more than a few times
// as long.
#include <algorithm>
#include <catch2/catch.hpp>
#include <ctime>
#include <string>
#include <string_view>
#include <vector>

#include "compiler/driver/pipeline.hpp"
#include "tests/instrumented.hpp"
#include "tests/support.hpp"

using namespace stet;

namespace {

constexpr std::string_view head =
    "framework: ofsted-sif-2015\ntitle: T\nsubject: Marlow Vale\ninspected: 3 March 2025 to 14 March 2025\n"
    "lead inspector: Ann Marsh\n\n@judgements\n  overall  good\n\n# The local authority\n\n";

/// A part that is repeated after `before`, with `after` at the end.
struct Repeated {
    std::string_view before;
    std::string_view part;
    std::string_view after = "\n";
};

const std::vector<Repeated>& repeated() {
    static const std::vector<Repeated> all{
        {"1. ", "see paragraph 9 and "},
        {"1. ", "See paragraph 9. "},
        {"@judgements\n  ", "overall "},
        {"", "Write here.\n\n"},
        {"1. ", "XX% of "},
        {"1. ", "[note: a] "},
        {"1. ", "[note "},
        {"1. ", "(QA "},
        {"", "> The the plan.\n\n"},
        {"", "1. Social workers see children alone and record what they say in every single case.\n\n"},
        {"1. ", "Social workers see children alone and record what they say in every single case. "},
        {"## What the inspection judgements mean\n\n", "good services and outcomes for children "},
        {"1. ", "wide-ranging, well-planned and up-to-date "},
        {"1. ", "Children in Care Council (CICC) CICC "},
        {"1. ", "under section 136 of the Education and Inspections Act 2006 and section 137 of that Act. "},
        {"", "Team inspectors: Ann Marsh, Ben Okoro, Ann Marsh\n\n"},
        {"Team inspectors: ", "Ann Marsh, "},
        {"1. ", "Of the 60 cases, 15 were good, 30 required improvement and 24 were inadequate. "},
        {"1. Of the 60 cases, ", "15 were good, "},
        {"1. ", "120 (39%) lived with foster carers, "},
        {"1. ", "the two homes, Ash House and Beech Lodge, "},
        {"1. the nine homes, ", "Ash House, "},
        {"", "1. Leadership, management and governance of services to children in Marlow Vale is good.\n\n"},
        {"1. ", "0300 123 4234 "},
        {"1. ", "since the hub opened in April 2015, it was due on 1 May 2014 "},
        {"1. ", "Of 30 children, 27 moved and fewer than five stayed. "},
        {"1. ", "10 children, all of whom moved, "},
        {"1. the number of children ", "was 3 "},
        {"1. ", "the number of care plans fell from 320 to 345, "},
        {"1. ", "Inspectors read 40 plans, and 34 (95%) were clear, "},
        {"| a | b |\n|---|---|\n", "| Under 5 | 7 |\n"},
        {"@facts \"C\"\n", "  a  = sum(a, (a))\n"},
        {"@facts \"C\"\n  a  = ", "(a "},
        {"", "@restart 1\n\n1. a.\n\n"},
        {"", "1. a.\n\n"},
        {"@contents\n", "  The local authority\n"},
        {"", "## Adoption is good\n\n1. a.\n\n"},
        {"1. ", "\u201Cquoted ( "},
        {"1. ", "e.g. St. John's 5.5 A* to C. "},
        {"1. ", "{see a} "},
        {"1. ", "a[^1] "},
    };
    return all;
}

double processor_seconds() {
    return static_cast<double>(std::clock()) / CLOCKS_PER_SEC;
}

/// Processor time of one check.
double seconds(const Repeated& repeated, std::size_t bytes) {
    std::string text(head);
    text += repeated.before;
    for (std::size_t i = 0; i < bytes / repeated.part.size(); ++i) text += repeated.part;
    text += repeated.after;
    test::MemoryWorld world;
    driver::AnalyseOptions options;
    options.spelling = false;
    const double begin = processor_seconds();
    const driver::Analysis analysis = driver::analyse(world, "report.stet", std::move(text), options);
    CHECK_FALSE(analysis.report.runs.empty());
    return processor_seconds() - begin;
}

}  // namespace

TEST_CASE("the time of a check is linear in what is repeated") {
    constexpr std::size_t small = test::instrumented ? 50'000 : 400'000;
    constexpr std::size_t times = 4;
    for (const Repeated& each : repeated()) {
        double once = seconds(each, small);
        double more = seconds(each, times * small);
        // Sixteen times would be quadratic. A busy machine makes one run long by chance, not three.
        const auto is_quadratic = [&] {
            return more > 2.5 * times * once + (test::instrumented ? 3.0 : 0.3);
        };
        for (int again = 0; again < 2 && is_quadratic(); ++again) {
            once = std::max(once, seconds(each, small));
            more = std::min(more, seconds(each, times * small));
        }
        INFO(each.before << each.part << ": " << once << " and " << more << " seconds");
        CHECK_FALSE(is_quadratic());
    }
}

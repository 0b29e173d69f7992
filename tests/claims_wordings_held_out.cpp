// Wordings of claims that only measure the checks: written before the checks were tried on them, and never
// used to mend them.
#include <array>

#include "tests/claims_wordings.hpp"

namespace stet::test {

namespace {

using Words = std::string_view;

constexpr auto share_wordings = std::to_array<Words>({
    "Figures for @N show that {k} ({p}) out of the {n} @x @v.",
    "@N is in touch with {k} of the {n} ({p}).",
    "As a result, only {k} of the {n} ({p}) @x in @N @v.",
    "Of the {n} @x completed in @N in the months before the inspection, {p} ({k}) @v.",
    "In the same period in @N, out of the {n} @x who ceased to be looked after, {k} ({p}) @v.",
    "In a sample of {n} @x reviewed by inspectors, {k} ({p}) @v.",
});

constexpr auto bare_wordings = std::to_array<Words>({
    "In the months leading up to the inspection, {p} of the {n?} @x seen in @N @v.",
    "Of the {n?} @x who left care in @N, {p} @v and many did well.",
    "Of a total of {n?} @x in @N, {p} @v.",
    "A report of @N shows that {p} of the {n?} @x with a plan @v.",
});

constexpr auto subset_wordings = std::to_array<Words>({
    "For example, {k} of the {n} @x who had a review in @N @v.",
    "In @N, inspectors found delay in {k} of the {n} @x.",
    "In a sample of {n} @x in @N, {k} @v.",
    "Of the {n} @x referred to @N, {k} @v.",
    "@N reviewed the progress of {k} of its {n} @x.",
    "{k} out of a total of {n} @x in @N @v.",
});

constexpr auto change_wordings = std::to_array<Words>({
    "The number in care in @N has [risen/reduced] from {a} to {b} as a result.",
    "The proportion with a plan in @N [increased/declined] to {b} in 2014, from {a} in 2013.",
    "The share in @N has [increased/reduced] from {a} in 2013 to {b} currently.",
    "Numbers in @N are [rising/falling] (from {a} to {b} this year).",
    "The figure in @N is currently {b}, [up/down] from {a} last year and still changing.",
    "Numbers in @N have changed, [rising/dropping] from {a} to {b}.",
});

constexpr auto amount_wordings = std::to_array<Words>({
    "Numbers in @N have [increased/reduced] by {d} since 2013/14, from {a} to {b}.",
    "Attendance in @N [rose/dropped] in the same period from {a} to {b}, [an increase/a reduction] of {d}.",
    "The population in @N has [increased/decreased] by {d} from {a} to {b} (as of March 2013).",
    "The number in @N is {b}, [an increase/a reduction] of {d} from the {a} of the year before.",
    "In @N there was [an increase/a fall] of {d} over the year, from {a} to {b}.",
});

constexpr auto points_wordings = std::to_array<Words>({
    "Attendance in @N is {b}, {d} percentage points [higher/lower] than the previous year, when it was {a}.",
    "The gap in @N [widened/narrowed] by {d} percentage points, from {a} to {b}.",
    "The share in @N [rose/fell] from {a} in 2013 to {b} in 2014, [an increase/a reduction] of {d} "
    "percentage "
    "points over the year.",
    "In @N, [a rise/a drop] of {d} percentage points took the share from {a} to {b}.",
});

constexpr auto comparison_wordings = std::to_array<Words>({
    "In @N the figure is {a}, which is significantly [higher/lower] than the England figure of {b}.",
    "In @N the rate is {a}, significantly [above/below] the national average of {b}.",
    "In @N the figure is {a}, which was [above/below] the national figure for children looked after ({b}).",
    "In @N a figure of {a} was [above/below] the national average of {b}.",
    "In @N the figure stands at {a}. This is [above/below] the England rate of {b}.",
    "Turnover in @N is {a}, and this is [above/below] that found across the region ({b}).",
    "Performance in @N was {a} in 2013 and [above/below] the average for similar authorities of {b}.",
});

constexpr auto net_wordings = std::to_array<Words>({
    "Recruitment in @N has led to a net gain of {n} households, as {i} were approved and {o} left the "
    "service.",
    "@N recruited {i} new fostering households but lost {o}, a net gain of {n}.",
    "In @N {o} carers left and {i} were recruited, leaving a net gain of {n}.",
    "@N achieved a net gain of {n} carers last year ({i} recruited, {o} resigned).",
});

constexpr auto sum_wordings = std::to_array<Words>({
    "@N has a workforce of {s}, made up of {a} inspectors, {b} managers and {c} officers.",
    "The consortium in @N has {s} members, comprising {a} councils, {b} agencies and {c} charities.",
    "@N received {s} complaints in the year: {a} in spring, {b} in summer and {c} in autumn.",
    "In @N {a} children went to school, {b} to college and {c} to university, a total of {s} children.",
    "In total, {s} @x were seen in @N, of which {a} were good, {b} were adequate and {c} were poor.",
});

constexpr auto alternatives_wordings = std::to_array<Words>({
    "Of the {n?} @x who were asked in @N, {a?} felt safe and {b?} did not.",
    "In @N, {a?} of the {n?} @x were seen on time and {b?} were not.",
    "Inspectors tracked {n?} @x in @N: {a?} were clear, but {b?} were not.",
});

constexpr auto share_rest_wordings = std::to_array<Words>({
    "In @N {p} @v, with the remaining {q} waiting.",
    "In @N {p} of @x were held within 15 days and the remainder ({q}) within 30 days.",
    "In @N {p} of @x have seen the play, with money now in place for the remaining {q}.",
    "In @N {p} @v; for the remaining {q}, work goes on.",
});

constexpr auto count_rest_wordings = std::to_array<Words>({
    "Of the {n} @x in @N, {k} @v. For the remaining {r}, work goes on.",
    "In {k} of the {n} @x seen in @N, planning was good. In the other {r} @x, it was not.",
    "{k} of the {n} @x in @N have been adopted and plans are in place for the remaining {r}.",
    "At the time of the inspection, {k} of the {n} @x in @N had been seen, with work in hand to see the "
    "remaining {r}.",
});

constexpr auto chain_wordings = std::to_array<Words>({
    "The proportion in @N gaining five GCSEs at grades A* to C was {b}, but with English and mathematics it "
    "was {a}.",
    "In @N, {b} gained five A*\u2013G grades, and {a} gained five A*\u2013C grades.",
    "In @N {a} of young people gained five A*-C GCSEs, including English and mathematics; {b} gained five "
    "A*-C GCSEs.",
    "The share gaining 5 A* to Cs in @N is {a}, and {b} achieve 5 A* to Gs.",
});

constexpr auto all_wordings = std::to_array<Words>({
    "@N runs {n} homes, {m?} of them good.",
    "@N has {n} homes and {m?} were judged to be good at their last inspection.",
    "In the last year {n} homes were inspected in @N. {M?} were graded good.",
    "@N manages {n} homes. Of these, {m?} are good.",
    "The council runs {n} homes in @N, {m?} of which have been judged good.",
});

constexpr auto names_wordings = std::to_array<Words>({
    "The {n} homes in @N, {l?}, meet with managers.",
    "@N has {n} homes, known as {l?}.",
    "In @N there are {n} homes \u2013 {l?} \u2013 which are full.",
    "@N runs {n} homes, which are {l?}.",
});

constexpr auto rate_wordings = std::to_array<Words>({
    "At 31 March 2013, {k?} children of @N are being looked after by the local authority (a rate of {r} per "
    "10,000 children).",
    "At 31 December 2013, {k?} children of @N were the subject of a child protection plan (a rate of {r} per "
    "10,000 children).",
    "The number of children in care in @N is {k?}, at a rate of {r} per 10,000.",
    "@N looks after {k?} children, representing {r} per 10,000 children.",
});

constexpr auto repeat_wordings = std::to_array<Words>({
    "At 31 March 2013, {a} children were the subject of a child protection plan in @N.\n\nAt 31 March 2013, "
    "{b} children in @N were the subject of a child protection plan.",
    "At 31 March 2013, {a} children lived in a private fostering placement in @N.\n\nAt 31 March 2013 there "
    "were {b} children living in a private fostering placement in @N.",
    "On 31 March 2013, @N council was looking after {a} children.\n\nAt 31 March 2013, @N council was "
    "looking after {b} children.",
    "At 31 March 2013, {a} children are being looked after by @N council.\n\nThere were {b} children being "
    "looked after by @N council on 31 March 2013.",
});

constexpr auto units_wordings = std::to_array<Words>({
    "The average in @N is {a}, equating to {b}.",
    "In @N, {a} ({b}) passed before anyone came.",
    "In @N it takes {b}, which equates to {a}.",
    "In @N it took {a}, a total of {b}.",
});

constexpr auto quantifier_wordings = std::to_array<Words>({
    "@N is in touch with {q?} ({k} of {n}) of its @x.",
    "This is having an effect in {q?} of @x ({k} of {n}) in @N.",
    "In @N {q?} \u2013 {k} of {n} \u2013 @v.",
    "Of the {n} @x in @N, {q?} ({k}) @v.",
});

constexpr auto half_wordings = std::to_array<Words>({
    "The number in @N has [increased/decreased] by {d} in the last 12 months, [rising/dropping] from {a} to "
    "{b}.",
    "Since 2012 the number in @N is [up/down] by {d} (from {a} to {b}).",
    "The number in @N [grew/shrank] by {d} over the year, from {a} in 2012 to {b} in 2013.",
});

}  // namespace

std::span<const std::string_view> held_out_wordings(std::string_view family) {
    struct Entry {
        std::string_view family;
        std::span<const std::string_view> wordings;
    };
    static constexpr auto all = std::to_array<Entry>({
        {"share", share_wordings},
        {"bare", bare_wordings},
        {"subset", subset_wordings},
        {"change", change_wordings},
        {"amount", amount_wordings},
        {"points", points_wordings},
        {"comparison", comparison_wordings},
        {"net", net_wordings},
        {"sum", sum_wordings},
        {"alternatives", alternatives_wordings},
        {"share_rest", share_rest_wordings},
        {"count_rest", count_rest_wordings},
        {"chain", chain_wordings},
        {"all", all_wordings},
        {"names", names_wordings},
        {"rate", rate_wordings},
        {"repeat", repeat_wordings},
        {"units", units_wordings},
        {"quantifier", quantifier_wordings},
        {"half", half_wordings},
    });
    for (const Entry& entry : all) {
        if (entry.family == family) return entry.wordings;
    }
    return {};
}

}  // namespace stet::test

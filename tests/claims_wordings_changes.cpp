// Wordings of claims about changes, comparisons and measures that the checks were written for.
#include <array>

#include "tests/claims_wordings.hpp"

namespace stet::test {

namespace {

using Words = std::string_view;

constexpr auto movement_wordings = std::to_array<Words>({
    "The number in @N [rose/fell] from {a} to {b}.",
    "In @N there was [an increase/a reduction] from {a} to {b}.",
    "The number of care plans in @N [rose/fell] from {a} to {b}.",
    "The figure for @N has [increased/decreased] from {a} in 2012 to {b} in 2013.",
    "@N had {b}. This is [an increase/a reduction] from {a} in 2012.",
    "In @N the figure was {b}, [up/down] from {a} in 2012.",
    "The figure in @N was {b} in 2013, [an increase/a decrease] from {a} in 2012.",
    "In @N the figure [grew/dropped] from {a} at 31 March 2012 to {b} a year later.",
    "Over the year the figure for @N [climbed/declined] from {a} to {b}.",
    "In @N the figure now stands at {b}, which is [up/down] from {a} the year before.",
    "The figure for @N, {b}, has [risen/fallen] from {a} in 2012.",
    "@N saw its figure [rise/fall] from {a} to {b}.",
    "From {a} in 2012, the figure for @N [rose/fell] to {b} in 2013.",
    "[An increase/A decrease] was seen in @N, from {a} to {b}.",
    "Numbers in @N have [gone up/gone down] from {a} to {b}.",
    "The figure for @N [rose/fell] sharply, from {a} in 2012 to {b} in 2013.",
    "In @N there has been [a rise/a fall] since last year, from {a} to {b}.",
    "The figure for @N [increased/reduced] to {b} from {a}.",
    "The figure in @N was {a} in 2012 and had [risen/fallen] to {b} by 2013.",
    "@N had {b} in 2013. This was [a rise/a fall] from {a} in 2012.",
    "The number in care in @N has [risen/reduced] from {a} to {b} as a result.",
    "The proportion with a plan in @N [increased/declined] to {b} in 2014, from {a} in 2013.",
    "The share in @N has [increased/reduced] from {a} in 2013 to {b} currently.",
    "Numbers in @N are [rising/falling] (from {a} to {b} this year).",
    "The figure in @N is currently {b}, [up/down] from {a} last year and still changing.",
    "Numbers in @N have changed, [rising/dropping] from {a} to {b}.",
    "Over the past year the rate in @N has [risen/fallen] from {a} to {b}, which is a concern.",
    "There has been [an increase/a decrease] in numbers in @N, from {a} in 2013 to {b} in 2014.",
    "@N has seen numbers [rise/fall] from {a} last year to {b} this year.",
    "In @N the figure [increased/reduced] from {a} in March to {b} in June.",
    "The figure for @N is {b}, which is [an increase/a reduction] from {a} in the previous year.",
});

constexpr auto amount_wordings = std::to_array<Words>({
    "The number in @N [rose/fell] by {d}, from {a} to {b}.",
    "In @N there was [an increase/a reduction] of {d}, from {a} to {b}.",
    "The number in @N [rose/fell] from {a} to {b}, [an increase/a reduction] of {d}.",
    "The number in @N has [increased/decreased] by {d} from {a} in 2012 to {b} in 2013.",
    "Numbers in @N went [up/down] by {d}, from {a} to {b}.",
    "The number in @N is {b}, {d} [more/fewer] than the {a} of last year.",
    "In @N the number [grew/shrank] from {a} to {b}, a difference of {d}.",
    "There was a [rise/drop] of {d} in @N (from {a} to {b}).",
    "Between 2012 and 2013 the number in @N [rose/fell] from {a} to {b}, which is [an increase/a decrease] "
    "of {d}.",
    "The number in @N [rose/fell] from {a} to {b}, [up/down] {d}.",
    "The number in @N [increased/decreased] by {d} to {b}, from {a} in 2012.",
    "From {a} to {b}, the number in @N [rose/fell] by {d}.",
    "[An increase/A reduction] of {d} was seen in @N, from {a} to {b}.",
    "The number in @N was {a} in 2012 and {b} in 2013, [a rise/a fall] of {d}.",
    "Numbers in @N have [increased/reduced] by {d} since 2013/14, from {a} to {b}.",
    "Attendance in @N [rose/dropped] in the same period from {a} to {b}, [an increase/a reduction] of {d}.",
    "The population in @N has [increased/decreased] by {d} from {a} to {b} (as of March 2013).",
    "The number in @N is {b}, [an increase/a reduction] of {d} from the {a} of the year before.",
    "In @N there was [an increase/a fall] of {d} over the year, from {a} to {b}.",
    "In @N numbers [rose/fell] from {a} in 2013 to {b} in 2014; this is [an increase/a fall] of {d}.",
    "There are {b} in @N, [an increase/a decrease] of {d} from {a} a year ago.",
    "Over the year @N saw [a rise/a fall] of {d}, from {a} to {b}.",
    "The number in @N [grew/shrank] from {a} to {b} in 12 months, [up/down] by {d}.",
});

constexpr auto points_wordings = std::to_array<Words>({
    "The share in @N [rose/fell] by {d} percentage points, from {a} to {b}.",
    "In @N there was [an increase/a reduction] of {d} percentage points from {a} to {b}.",
    "The share in @N [rose/fell] from {a} to {b}, [an increase/a decrease] of {d} percentage points.",
    "Performance in @N [improved/declined] by {d} percentage points, from {a} to {b}.",
    "The share in @N went [up/down] from {a} to {b}, a change of {d} percentage points.",
    "The share in @N is {b}, {d} percentage points [higher/lower] than last year's {a}.",
    "The share in @N [grew/shrank] by {d} percentage points (from {a} to {b}).",
    "The share in @N was {b}, [up/down] {d} percentage points from {a}.",
    "In @N the share moved from {a} to {b}, [a rise/a fall] of {d} percentage points.",
    "Attendance in @N is {b}, {d} percentage points [higher/lower] than the previous year, when it was {a}.",
    "The gap in @N [widened/narrowed] by {d} percentage points, from {a} to {b}.",
    "The share in @N [rose/fell] from {a} in 2013 to {b} in 2014, [an increase/a reduction] of {d} "
    "percentage "
    "points over the year.",
    "In @N, [a rise/a drop] of {d} percentage points took the share from {a} to {b}.",
    "The share in @N is {b}, [up/down] from {a}, a change of {d} percentage points.",
    "In @N [a rise/a fall] from {a} to {b}, or {d} percentage points, was seen.",
    "Over the year the share in @N has [risen/fallen] by {d} percentage points, from {a} in 2013 to {b} in "
    "2014.",
    "At {b}, the share in @N is {d} percentage points [above/below] the national average of {a}.",
});

constexpr auto comparison_wordings = std::to_array<Words>({
    "In @N the figure is {a}, which is [higher/lower] than the national average of {b}.",
    "In @N the figure is {a}. This is [higher/lower] than the England average of {b}.",
    "At {a}, the figure for @N is [higher/lower] than the average of {b}.",
    "In @N the figure was {a}, [higher/lower] than the average ({b}).",
    "In @N the figure of {a} is [above/below] the national figure of {b}.",
    "The figure for @N, at {a}, is [above/below] statistical neighbours at {b}.",
    "In @N the figure is [higher/lower] at {a}, compared with {b} nationally.",
    "In @N the figure is {a}, [higher/lower] than the {b} of similar areas.",
    "In @N it takes {a}, which [exceeds/is below] the target of {b}.",
    "In @N the figure stands at {a}, [more/less] than the national figure of {b}.",
    "With {a}, @N is well [above/below] the regional average of {b}.",
    "The figure for @N ({a}) is [higher/lower] than that of its neighbours ({b}).",
    "The figure in @N is {a}, and this is considerably [higher/lower] than the England average, which is "
    "{b}.",
    "The figure for @N is {a}, against {b} for England, and is therefore [higher/lower].",
    "@N reports {a}. The national figure is {b}, which is [lower/higher].",
    "In @N the figure, at {a}, is [higher/lower] than in England as a whole ({b}).",
    "At {a}, @N is [above/below] the national figure of {b}.",
    "The figure for @N was {a}; this is [above/below] the national average of {b}.",
    "In @N the figure is {a}, which is [above/below] the England average ({b}).",
    "In @N {a} was reached, [higher/lower] than the comparable figure of {b}.",
    "In @N the figure was {a}, well [above/below] the target of {b}.",
    "In @N the figure is {a}, which is significantly [higher/lower] than the England figure of {b}.",
    "In @N the rate is {a}, significantly [above/below] the national average of {b}.",
    "In @N the figure is {a}, which was [above/below] the national figure for children looked after ({b}).",
    "In @N a figure of {a} was [above/below] the national average of {b}.",
    "In @N the figure stands at {a}. This is [above/below] the England rate of {b}.",
    "Turnover in @N is {a}, and this is [above/below] that found across the region ({b}).",
    "The figure for @N was {a} in 2013 and [above/below] the average for similar authorities of {b}.",
    "At {a}, the rate in @N is well [above/below] that of similar areas, which is {b}.",
    "The latest figure for @N is {a}, which remains [above/below] the England average of {b}.",
    "In @N the proportion is {a}; this is [higher/lower] than in similar authorities ({b}).",
    "The figure in @N ({a}) is much [higher/lower] than the national figure ({b}).",
    "With a figure of {a}, @N is [higher/lower] than the national average, which stands at {b}.",
});

constexpr auto net_wordings = std::to_array<Words>({
    "There was a net gain of {n} households in @N, with {i} new carers and {o} who left.",
    "There was a net loss of {n} carers in @N, with {i} leavers and {o} recruited.",
    "@N made a net gain of {n} carers: {i} joined and {o} left.",
    "{i} carers joined in @N and {o} left, a net gain of {n}.",
    "In @N there was a net increase of {n} carers because {i} were approved and {o} resigned.",
    "After {o} departures and {i} arrivals, @N had a net gain of {n} staff.",
    "There was a net increase of {n} in the number of carers in @N, with {i} approvals and {o} resignations.",
    "In @N there was a net gain of {n} places: {i} new ones and {o} lost.",
    "With {i} new carers and {o} who left, @N had a net gain of {n}.",
    "Recruitment in @N has led to a net gain of {n} households, as {i} were approved and {o} left the "
    "service.",
    "@N recruited {i} new fostering households but lost {o}, a net gain of {n}.",
    "In @N {o} carers left and {i} were recruited, leaving a net gain of {n}.",
    "@N achieved a net gain of {n} carers last year ({i} recruited, {o} resigned).",
    "In @N, {i} carers were approved in the year and {o} left, giving a net gain of {n}.",
    "@N has had a net gain of {n} carers, having approved {i} and lost {o}.",
    "A net gain of {n} places was made in @N, as {i} were added and {o} closed.",
    "@N lost {o} foster carers in the year but recruited {i}, which is a net increase of {n}.",
});

constexpr auto chain_wordings = std::to_array<Words>({
    "In @N {b} of pupils gained five A* to C grades and {a} gained five A* to C grades including English and "
    "maths.",
    "The share gaining 5 A* to C including English and maths was {a} in @N; the share gaining 5 A* to C was "
    "{b}.",
    "In @N {a} gained 5 A* to C grades and {b} gained 5 A* to G grades.",
    "In @N {b} achieved at least one GCSE and {a} achieved 5 A* to G.",
    "In @N {a} achieved five or more A*-C grades including English and mathematics, and {b} achieved five or "
    "more A*-C grades.",
    "Five good GCSEs (A* to C) were achieved by {b} in @N, and with English and maths by {a}.",
    "In @N, {a} of children achieved 5 A*-C including English and maths, while {b} achieved 5 A*-C.",
    "In @N the proportion achieving five A* to G was {b} and the proportion achieving five A* to C was {a}.",
    "The proportion in @N gaining five GCSEs at grades A* to C was {b}, but with English and mathematics it "
    "was {a}.",
    "In @N, {b} gained five A*\u2013G grades, and {a} gained five A*\u2013C grades.",
    "In @N {a} of young people gained five A*-C GCSEs, including English and mathematics; {b} gained five "
    "A*-C GCSEs.",
    "The share gaining 5 A* to Cs in @N is {a}, and {b} achieve 5 A* to Gs.",
    "In @N the percentage achieving five A* to C grades is {b}; including English and mathematics it is {a}.",
    "At Key Stage 4 in @N, {a} achieved five or more A* to C grades and {b} achieved five or more A* to G "
    "grades.",
    "In @N, {b} gained at least one GCSE and {a} gained five A*-C grades.",
});

constexpr auto rate_wordings = std::to_array<Words>({
    "At 31 March 2013, {k?} children of @N were looked after (a rate of {r} per 10,000 children).",
    "At 31 March 2013, {k?} children of @N were looked after ({r} per 10,000).",
    "At 31 March 2013, {k?} children of @N were looked after, a rate of {r} per 10,000 children.",
    "At 31 March 2013, {k?} children of @N were looked after, which is {r} per 10,000 children.",
    "{k?} children of @N were looked after at 31 March 2013, equivalent to {r} per 10,000.",
    "There were {k?} children of @N in care. This represents {r} per 10,000 children.",
    "There were {k?} children of @N in care, a rate of {r} per 10,000.",
    "{k?} children of @N were subject to a plan ({r} per 10,000 children under 18).",
    "At 31 March 2013, {k?} children of @N were in care, or {r} per 10,000.",
    "At 31 March 2013, {k?} children of @N are being looked after by the local authority (a rate of {r} per "
    "10,000 children).",
    "At 31 December 2013, {k?} children of @N were the subject of a child protection plan (a rate of {r} per "
    "10,000 children).",
    "The number of children in care in @N is {k?}, at a rate of {r} per 10,000.",
    "@N looks after {k?} children, representing {r} per 10,000 children.",
    "There are {k?} children of @N in care, equating to {r} per 10,000 children.",
    "{k?} children of @N are in care: a rate of {r} per 10,000.",
    "At 31 March 2013, {k?} children of @N had a plan. This is a rate of {r} per 10,000 children.",
});

constexpr auto repeat_wordings = std::to_array<Words>({
    "At 31 March 2013, {a} young people were in the care of @N.\n\n@N had {b} young people in its care at 31 "
    "March 2013.",
    "At 31 March 2013, {a} children were being looked after by @N council.\n\nAt 31 March 2013, {b} children "
    "were being looked after by @N council.",
    "On 31 March 2013 there were {a} children being looked after by @N council.\n\nAt 31 March 2013 there "
    "were {b} children being looked after by @N council.",
    "At 31 March 2013, {a} children were looked after by @N council.\n\nThere were {b} children looked after "
    "by @N council at 31 March 2013.",
    "{a} children were in foster homes of @N council at 31 March 2013.\n\nAt 31 March 2013, {b} children "
    "were in foster homes of @N council.",
    "As at 31 March 2013, {a} children were being looked after by @N council.\n\nAt 31 March 2013, {b} "
    "children were being looked after by @N council.",
    "At 31 March 2013, {a} children were the subject of a child protection plan in @N.\n\nAt 31 March 2013, "
    "{b} children in @N were the subject of a child protection plan.",
    "At 31 March 2013, {a} children lived in a private fostering placement in @N.\n\nAt 31 March 2013 there "
    "were {b} children living in a private fostering placement in @N.",
    "On 31 March 2013, @N council was looking after {a} children.\n\nAt 31 March 2013, @N council was "
    "looking after {b} children.",
    "At 31 March 2013, {a} children are being looked after by @N council.\n\nThere were {b} children being "
    "looked after by @N council on 31 March 2013.",
    "At 31 March 2013, {a} children and young people were being looked after by @N council.\n\nAt 31 March "
    "2013 {b} children and young people were being looked after by @N council.",
    "At 31 March 2013, {a} children were supported by @N council under a plan.\n\nOn 31 March 2013, {b} "
    "children were supported by @N council under a plan.",
    "There were {a} children living in foster care in @N at 31 March 2013.\n\nAt 31 March 2013, {b} children "
    "were living in foster care in @N.",
});

constexpr auto units_wordings = std::to_array<Words>({
    "In @N the wait is {a} ({b}).",
    "In @N it takes {a}, or {b}.",
    "In @N it takes {a} (or {b}).",
    "In @N it takes {a}, that is {b}.",
    "In @N it takes {a}, equivalent to {b}.",
    "In @N it takes {a}, which is {b}.",
    "In @N it takes {b} (that is, {a}).",
    "In @N it takes {a}, i.e. {b}.",
    "In @N it takes {a}, the same as {b}.",
    "It takes {a} ({b}) in @N.",
    "The wait in @N is {b}, or {a}.",
    "In @N it takes {a}, equal to {b}.",
    "The average in @N is {a}, equating to {b}.",
    "In @N, {a} ({b}) passed before anyone came.",
    "In @N it takes {b}, which equates to {a}.",
    "In @N it took {a}, a total of {b}.",
    "It takes {a} in @N (that is {b}).",
    "In @N the wait was {a}, i.e. {b}.",
    "The target in @N is {a}, or {b}.",
});

constexpr auto half_wordings = std::to_array<Words>({
    "The number in @N has [risen/fallen] by {d}, from {a} to {b}.",
    "The number in @N [rose/fell] by {d} from {a} to {b}.",
    "In @N there was [an increase/a reduction] of {d}, from {a} to {b}.",
    "The number in @N is [up/down] by {d}, from {a} to {b}.",
    "In @N the number [rose/dropped] from {a} to {b}, [an increase/a drop] of {d}.",
    "Between 2012 and 2013 the number in @N [rose/fell] by {d}, from {a} to {b}.",
    "In @N, [a rise/a drop] of {d} was recorded, from {a} to {b}.",
    "The number in @N has [increased/decreased] by {d} in the last 12 months, [rising/dropping] from {a} to "
    "{b}.",
    "Since 2012 the number in @N is [up/down] by {d} (from {a} to {b}).",
    "The number in @N [grew/shrank] by {d} over the year, from {a} in 2012 to {b} in 2013.",
    "Over two years the number in @N has [grown/fallen] by {d}, from {a} to {b}.",
    "@N saw its numbers [rise/fall] by {d}, from {a} in 2012 to {b} in 2013.",
    "In @N numbers are [up/down] by {d} on last year, from {a} to {b}.",
});

}  // namespace

std::span<const std::string_view> change_wordings(std::string_view family) {
    struct Entry {
        std::string_view family;
        std::span<const std::string_view> wordings;
    };
    static constexpr auto all = std::to_array<Entry>({
        {"change", movement_wordings},
        {"amount", amount_wordings},
        {"points", points_wordings},
        {"comparison", comparison_wordings},
        {"net", net_wordings},
        {"chain", chain_wordings},
        {"rate", rate_wordings},
        {"repeat", repeat_wordings},
        {"units", units_wordings},
        {"half", half_wordings},
    });
    for (const Entry& entry : all) {
        if (entry.family == family) return entry.wordings;
    }
    return further_wordings(family);
}

}  // namespace stet::test

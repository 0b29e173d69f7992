// Wordings of claims that the checks were written for.
#include "tests/claims_wordings.hpp"

#include <array>

namespace stet::test {

namespace {

using Words = std::string_view;

constexpr auto share_wordings = std::to_array<Words>({
    "Of the {n} @x, {k} ({p}) @v.",
    "There were {n} @x in @N, of whom {k} ({p}) @v.",
    "In @N, {k} of {n} @x ({p}) @v.",
    "{k} of the {n} ({p}) @v.",
    "At the end of the year {n} @x lived in @N. Of these, {k} ({p}) @v.",
    "Of the {n} @x, {k} (or {p}) @v.",
    "{k} out of {n} @x ({p}) @v.",
    "- In @N, {n} @x were known.\n  - {k} ({p}) @v.",
    "{p} of the @x in @N ({k} of {n}) @v.",
    "{k} of {n} @x, or {p}, @v.",
    "In @N, {p} of @x ({k} out of {n}) @v.",
    "Only {p} ({k}) of the {n} @x @v.",
    "Out of a total of {n} @x, {k} ({p}) @v.",
    "Among the {n} @x in @N, {k} ({p}) @v.",
    "{k} @x out of the {n} in @N ({p}) @v.",
    "Inspectors looked at {n} @x. {k} of them ({p}) @v.",
    "A total of {n} @x were reviewed; {k} ({p}) of these @v.",
    "From a sample of {n} @x, {k} ({p}) @v.",
    "{k} of the {n} @x, {p}, @v.",
    "Inspectors read {n} @x in @N, and {k} ({p}) @v.",
    "In all {n} @x were counted in @N, and {k}, which is {p}, @v.",
    "Of {n} @x reviewed by inspectors in @N, {k} ({p}) @v.",
    "In @N there are {n} @x. {k} ({p}) @v.",
    "{k} @x ({p} of the {n} in @N) @v.",
    "We found that {k} out of the {n} @x in @N ({p}) @v.",
    "Of the {n} @x in @N, {p} ({k}) @v.",
    "There were {n} @x in @N and {k} of them ({p}) @v.",
    "{k} of the {n} @x in @N, which is {p}, @v.",
    "A total of {n} @x were seen in @N, of which {k} ({p}) @v.",
});

constexpr auto bare_wordings = std::to_array<Words>({
    "There were {n?} @x in @N, of whom {p} @v.",
    "Of the {n?} @x in @N, {p} @v.",
    "{p} of the {n?} @x @v.",
    "{p} of {n?} @x in @N @v.",
    "Of the {n?} @x, only {p} @v.",
    "Out of {n?} @x in @N, {p} @v.",
    "Just {p} of these {n?} @x @v.",
    "{n?} @x were sampled; {p} of them @v.",
    "In a group of {n?} @x, {p} @v.",
    "Of all {n?} @x in @N, as many as {p} @v.",
    "In our survey of {n?} @x in @N, {p} @v.",
    "There were {n?} @x in @N; {p} @v.",
    "We saw {n?} @x in @N. Of those, {p} @v.",
    "Of {n?} @x inspected in @N, {p} @v.",
    "Only {p} of the {n?} @x in @N @v.",
});

constexpr auto subset_wordings = std::to_array<Words>({
    "{k} of {n} @x in @N @v.",
    "{k} out of {n} @x @v.",
    "{n?} @x wait in @N. {k} of these @v.",
    "Of the {n} @x in @N, {k} @v.",
    "There were {n} @x in @N, of whom {k} @v.",
    "There were {n} @x in @N, {k} of whom @v.",
    "{k} out of the {n} @x @v.",
    "In @N, {k} of all {n} @x @v.",
    "Inspectors saw {n} @x, and {k} of them @v.",
    "{n} @x were open in @N, including {k} that @v.",
    "Among {n} @x, {k} @v.",
    "Of the {n} @x that we saw in @N, only {k} @v.",
    "{n} @x were checked in @N; {k} of these @v.",
    "Only {k} of the {n} @x in @N @v.",
    "There are {n} @x in @N. Of these, {k} @v.",
    "Out of a total of {n} @x in @N, {k} @v.",
});

constexpr auto change_wordings = std::to_array<Words>({
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
});

constexpr auto sum_wordings = std::to_array<Words>({
    "There are {s} @x in @N: {a} in the north, {b} in the south and {c} in the west.",
    "@N has {a} nurses, {b} teachers and {c} doctors, a total of {s}.",
    "{a} @x were good, {b} were adequate and {c} were poor, making {s} in total.",
    "Of the {s} @x in @N, {a} were good, {b} were adequate and the remaining {c} were poor.",
    "In total there are {s} @x in @N: {a} were good, {b} were adequate and {c} were poor.",
    "@N runs {s} @x ({a} in the north, {b} in the south and {c} in the west).",
    "Altogether {s} @x were seen in @N, made up of {a} new, {b} open and {c} closed ones.",
    "{a} homes, {b} schools and {c} colleges, {s} altogether, are found in @N.",
    "The {s} @x in @N comprise {a} good, {b} adequate and {c} poor ones.",
    "@N has {a} nurses, {b} teachers and {c} doctors. This is {s} in total.",
    "The {s} @x in @N were made up of {a} that were good, {b} that were adequate and {c} that were poor.",
    "In @N there were {a} complaints, {b} concerns and {c} compliments, a total of {s}.",
    "@N has {s} @x in total ({a} in the north, {b} in the south and {c} in the west).",
    "Inspectors judged {s} @x in @N: {a} good, {b} adequate and {c} poor.",
    "There were {a} boys, {b} girls and {c} adults in @N, giving a total of {s}.",
});

constexpr auto alternatives_wordings = std::to_array<Words>({
    "Of the {n?} @x in @N, {a?} had a plan and {b?} did not.",
    "There were {n?} @x in @N, of whom {a?} were seen and {b?} were not.",
    "{n?} @x were read in @N. Of these, {a?} were clear, and {b?} were not.",
    "Of {n?} @x seen in @N, {a?} @x were late; {b?} were not.",
    "Among the {n?} @x in @N, {a?} were clear but {b?} were not.",
    "Of the {n?} @x in @N, {a?} had been reviewed, whereas {b?} had not.",
    "In @N we met {n?} @x, {a?} of whom felt safe while {b?} did not.",
});

constexpr auto share_rest_wordings = std::to_array<Words>({
    "In @N {p} of @x @v; the remaining {q} were closed.",
    "In @N {p} @v. The remaining {q} were open.",
    "In @N {p} @v and the other {q} did not.",
    "In @N {p} @v, and the rest ({q}) did not.",
    "While {p} of @x in @N @v, the other {q} did not.",
    "In @N {p} @v, with the remainder ({q}) still open.",
    "In @N {p} of @x @v. The rest, {q}, did not.",
    "In @N {p} of @x @v, leaving {q} which did not.",
    "In @N {p} were good; the other {q} were not.",
    "In @N {p} of @x were good, while the remaining {q} were not.",
    "In @N {p} @v. The other {q} did not.",
    "Some plans in @N were good ({p}) and the remaining {q} were poor.",
});

constexpr auto count_rest_wordings = std::to_array<Words>({
    "Of the {n} @x in @N, {k} @v and the remaining {r} did not.",
    "{k} of the {n} @x @v; the other {r} did not.",
    "{k} of {n} @x in @N @v. The remaining {r} did not.",
    "There were {n} @x in @N, of whom {k} @v and the remaining {r} did not.",
    "Inspectors saw {n} @x in @N. {k} of these @v; the other {r} did not.",
    "{n} @x were seen in @N: {k} @v and the rest ({r}) did not.",
    "Of the {n} @x, {k} @v, with the remaining {r} still waiting.",
    "Out of {n} @x, {k} @v, leaving {r} that did not.",
    "Of the {n} @x in @N, {k} were good. The remaining {r} were not.",
    "Of {n} @x in @N, {k} were good while the other {r} were not.",
    "There are {n} @x in @N. Of these, {k} are good and the remaining {r} are not.",
    "In @N {k} of the {n} @x were good, and the rest ({r}) were not.",
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
});

constexpr auto all_wordings = std::to_array<Words>({
    "@N runs {n} homes. {M?} were judged to be good.",
    "@N runs {n} homes. {M?} are full.",
    "@N runs {n} homes, and {m?} were judged to be good.",
    "There are {n} homes in @N, {m?} of which are full.",
    "@N operates {n} homes, {m?} judged good.",
    "Inspectors visited {n} homes. {M?} of them were full.",
    "{M?} of the {n} homes in @N were full.",
    "The {n} homes in @N are {m?} good.",
    "@N has {n} homes. {M?} have been inspected.",
    "@N is responsible for {n} homes. {M?} of these are good.",
    "There are {n} homes in @N and {m?} have places.",
    "@N has {n} homes, {m?} rated good.",
});

constexpr auto names_wordings = std::to_array<Words>({
    "@N runs {n} homes: {l?}.",
    "@N runs {n} homes, {l?}.",
    "The {n} homes, {l?}, were judged to be good.",
    "There are {n} homes in @N ({l?}).",
    "@N runs {n} homes, namely {l?}.",
    "@N has {n} homes, called {l?}, and a school.",
    "The {n} homes of @N \u2013 {l?} \u2013 are full.",
    "{l?} are the {n} homes in @N.",
    "@N runs {n} homes ({l?}).",
    "Inspectors visited {n} homes in @N: {l?}.",
    "The {n} homes are {l?}.",
    "@N works with {n} partners: {l?}.",
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
});

constexpr auto repeat_wordings = std::to_array<Words>({
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
});

constexpr auto quantifier_wordings = std::to_array<Words>({
    "{Q?} ({k} of {n}) @v.",
    "In @N {q?} ({k} out of {n}) @v.",
    "In @N {q?} of the @x ({k} of {n}) @v.",
    "In @N, {k} of {n} @x, {q?}, @v.",
    "In @N {q?} of the @x, {k} of {n}, @v.",
    "In @N {q?} of the @x seen ({k} of the {n}) @v.",
    "In @N {k} of the {n} @x, that is {q?}, @v.",
    "{Q?} of @x in @N ({k} of {n}) @v.",
    "In @N, {q?} of all @x ({k} out of {n}) @v.",
    "In @N {k} of {n} @x ({q?}) @v.",
});

constexpr auto half_wordings = std::to_array<Words>({
    "The number in @N has [risen/fallen] by {d}, from {a} to {b}.",
    "The number in @N [rose/fell] by {d} from {a} to {b}.",
    "In @N there was [an increase/a reduction] of {d}, from {a} to {b}.",
    "The number in @N is [up/down] by {d}, from {a} to {b}.",
    "In @N the number [rose/dropped] from {a} to {b}, [an increase/a drop] of {d}.",
    "Between 2012 and 2013 the number in @N [rose/fell] by {d}, from {a} to {b}.",
    "In @N, [a rise/a drop] of {d} was recorded, from {a} to {b}.",
});

}  // namespace

std::span<const std::string_view> built_wordings(std::string_view family) {
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

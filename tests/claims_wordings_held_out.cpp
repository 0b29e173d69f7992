// Wordings of claims that only measure the checks: written before the checks were tried on them, and never
// used to mend them.
#include <array>

#include "tests/claims_wordings.hpp"

namespace stet::test {

namespace {

using Words = std::string_view;

constexpr auto share_wordings = std::to_array<Words>({
    "At the time of the inspection, {k} ({p}) of the {n} @x in @N @v.",
    "There were {n} @x in @N at the end of March, and {k} of those ({p}) @v.",
    "Of {n} @x in @N, only {k} ({p}) @v.",
    "@N had {n} @x last year. Of those, {p} ({k}) @v.",
});

constexpr auto bare_wordings = std::to_array<Words>({
    "Just {p} of the {n?} @x that inspectors read in @N @v.",
    "In @N there are {n?} @x, of which {p} @v.",
    "Of the {n?} @x seen by inspectors in @N, some {p} @v.",
    "An audit of {n?} @x in @N found that {p} @v.",
});

constexpr auto subset_wordings = std::to_array<Words>({
    "Inspectors tracked {n} @x in @N, of which {k} @v.",
    "Of {n} @x in @N, {k} @v and others did not.",
    "@N has {n} @x and {k} of these @v.",
    "At the time of the inspection, {k} of the {n} @x in @N @v.",
});

constexpr auto movement_wordings = std::to_array<Words>({
    "Over the past year the rate in @N has [risen/fallen] from {a} to {b}, which is a concern.",
    "There has been [an increase/a decrease] in numbers in @N, from {a} in 2013 to {b} in 2014.",
    "@N has seen numbers [rise/fall] from {a} last year to {b} this year.",
    "In @N the figure [increased/reduced] from {a} in March to {b} in June.",
    "The figure for @N is {b}, which is [an increase/a reduction] from {a} in the previous year.",
});

constexpr auto amount_wordings = std::to_array<Words>({
    "In @N numbers [rose/fell] from {a} in 2013 to {b} in 2014; this is [an increase/a fall] of {d}.",
    "There are {b} in @N, [an increase/a decrease] of {d} from {a} a year ago.",
    "Over the year @N saw [a rise/a fall] of {d}, from {a} to {b}.",
    "The number in @N [grew/shrank] from {a} to {b} in 12 months, [up/down] by {d}.",
});

constexpr auto points_wordings = std::to_array<Words>({
    "The share in @N is {b}, [up/down] from {a}, a change of {d} percentage points.",
    "In @N [a rise/a fall] from {a} to {b}, or {d} percentage points, was seen.",
    "Over the year the share in @N has [risen/fallen] by {d} percentage points, from {a} in 2013 to {b} in "
    "2014.",
    "At {b}, the share in @N is {d} percentage points [above/below] the national average of {a}.",
});

constexpr auto comparison_wordings = std::to_array<Words>({
    "At {a}, performance in @N is well [above/below] that of similar areas, which is {b}.",
    "The latest figure for @N is {a}, which remains [above/below] the England average of {b}.",
    "In @N the proportion is {a}; this is [higher/lower] than in similar authorities ({b}).",
    "The figure in @N ({a}) is much [higher/lower] than the national figure ({b}).",
    "With a figure of {a}, @N is [higher/lower] than the national average, which stands at {b}.",
});

constexpr auto net_wordings = std::to_array<Words>({
    "In @N, {i} carers were approved in the year and {o} left, giving a net gain of {n}.",
    "@N has had a net gain of {n} carers, having approved {i} and lost {o}.",
    "A net gain of {n} places was made in @N, as {i} were added and {o} closed.",
    "@N lost {o} foster carers in the year but recruited {i}, which is a net increase of {n}.",
});

constexpr auto sum_wordings = std::to_array<Words>({
    "@N has {s} teams: {a} for children in need, {b} for children in care and {c} for adoption.",
    "There were {s} referrals in @N, {a} from schools, {b} from health and {c} from the police.",
    "Inspectors met {a} parents, {b} carers and {c} children in @N, {s} people in total.",
    "Of the {s} homes in @N, {a} are good, {b} are adequate and {c} are inadequate.",
});

constexpr auto alternatives_wordings = std::to_array<Words>({
    "Among {n?} @x in @N, {a?} had a key worker and {b?} had not.",
    "There are {n?} homes in @N, of which {a?} are good and {b?} are inadequate.",
    "Of the {n?} @x in @N, {a?} have been seen; {b?} have not.",
});

constexpr auto share_rest_wordings = std::to_array<Words>({
    "In @N {p} of @x @v; the remainder ({q}) did not.",
    "In @N {p} were in work, and the other {q} were not.",
    "In @N {p} were judged good and the remaining {q} were judged to require improvement.",
});

constexpr auto count_rest_wordings = std::to_array<Words>({
    "There were {n} @x in @N. {k} @v, and the remaining {r} did not.",
    "Inspectors looked at {n} @x in @N: {k} @v and the other {r} did not.",
    "Of the {n} @x in @N, {k} have a plan and work has begun on the remaining {r}.",
});

constexpr auto chain_wordings = std::to_array<Words>({
    "In @N the percentage achieving five A* to C grades is {b}; including English and mathematics it is {a}.",
    "At Key Stage 4 in @N, {a} achieved five or more A* to C grades and {b} achieved five or more A* to G "
    "grades.",
    "In @N, {b} gained at least one GCSE and {a} gained five A*-C grades.",
});

constexpr auto all_wordings = std::to_array<Words>({
    "There are {n} homes in @N. {M?} have been judged to be good.",
    "@N has {n} homes, {m?} of which were judged good at their last inspection.",
    "Inspectors saw {n} homes in @N, and {m?} were good.",
    "@N maintains {n} homes. {M?} were inspected last year.",
});

constexpr auto names_wordings = std::to_array<Words>({
    "There are {n} homes in @N, {l?}, which are full.",
    "@N has {n} homes ({l?}), which are full.",
    "The {n} homes in @N are {l?}.",
});

constexpr auto rate_wordings = std::to_array<Words>({
    "There are {k?} children of @N in care, equating to {r} per 10,000 children.",
    "{k?} children of @N are in care: a rate of {r} per 10,000.",
    "At 31 March 2013, {k?} children of @N had a plan. This is a rate of {r} per 10,000 children.",
});

constexpr auto repeat_wordings = std::to_array<Words>({
    "At 31 March 2013, {a} children and young people were being looked after by @N council.\n\nAt 31 March "
    "2013 {b} children and young people were being looked after by @N council.",
    "At 31 March 2013, {a} children were supported by @N council under a plan.\n\nOn 31 March 2013, {b} "
    "children were supported by @N council under a plan.",
    "There were {a} children living in foster care in @N at 31 March 2013.\n\nAt 31 March 2013, {b} children "
    "were living in foster care in @N.",
});

constexpr auto units_wordings = std::to_array<Words>({
    "It takes {a} in @N (that is {b}).",
    "In @N the wait was {a}, i.e. {b}.",
    "The target in @N is {a}, or {b}.",
});

constexpr auto quantifier_wordings = std::to_array<Words>({
    "{Q?} of the {n} @x in @N ({k}) @v.",
    "In @N, {k} of the {n} @x @v, which is {q?}.",
    "Inspectors found that {q?} ({k} out of {n}) of the @x in @N @v.",
    "In @N {q?} of @x, {k} out of {n}, @v.",
});

constexpr auto half_wordings = std::to_array<Words>({
    "Over two years the number in @N has [grown/fallen] by {d}, from {a} to {b}.",
    "@N saw its numbers [rise/fall] by {d}, from {a} in 2012 to {b} in 2013.",
    "In @N numbers are [up/down] by {d} on last year, from {a} to {b}.",
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
        {"change", movement_wordings},
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

std::span<const std::string_view> doubtful_wordings(std::string_view family) {
    static constexpr auto names = std::to_array<Words>({
        "The {n} homes in @N, {l?}, meet with managers.",
        "{n} homes in @N and {l?} are full.",
    });
    static constexpr auto sums = std::to_array<Words>({
        "In total, {s} @x were seen in @N, of which {a} were good, {b} were adequate and {c} were poor.",
        "@N has {s} nurses and others, among them {a} who are new, {b} who are trained and {c} who are both.",
    });
    static constexpr auto shares = std::to_array<Words>({
        "At 31 March 2013 there were {n} @x in @N.\n\nIn the year {k} ({p}) @v.",
        "@N has {n} @x, and {k} other people ({p}) @v.",
    });
    if (family == "names") return names;
    if (family == "sum") return sums;
    if (family == "share") return shares;
    return {};
}

}  // namespace stet::test

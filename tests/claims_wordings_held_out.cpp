// Wordings of claims that only measure the checks: written before the checks were tried on them, and never
// used to mend them.
#include <array>

#include "tests/claims_wordings.hpp"

namespace stet::test {

namespace {

using Words = std::string_view;

constexpr auto share_wordings = std::to_array<Words>({
    "The council is working with {k} ({p}) of the {n} @x in @N.",
    "Of the {n} @x known to @N at that time, {k}, or {p}, @v.",
    "Records in @N show that, of {n} @x, {k} ({p}) @v.",
    "Inspectors sampled {n} @x in @N and found that {k} ({p}) @v.",
});

constexpr auto bare_wordings = std::to_array<Words>({
    "Of the {n?} @x interviewed in @N, only {p} @v.",
    "In a sample of {n?} @x from @N, {p} @v.",
    "Inspectors looked at {n?} @x in @N, of which {p} @v.",
    "{p} of these {n?} @x in @N @v.",
});

constexpr auto subset_wordings = std::to_array<Words>({
    "There are {n} @x in @N, and {k} of them @v.",
    "{k} of @N's {n} @x @v.",
    "Out of {n} @x looked at in @N, {k} @v.",
    "As many as {k} of the {n} @x in @N @v.",
});

constexpr auto movement_wordings = std::to_array<Words>({
    "In @N, there were {b} in March, [up/down] from {a} a year before.",
    "The rate in @N has been [rising/falling], from {a} in 2012 to {b} in 2014.",
    "Performance data for @N show [an increase/a decline] from {a} to {b} over the year.",
    "The figure for @N [rose/fell] to {b} last year, from {a} in the year before.",
    "Numbers in @N, which were {a} in 2012, have [increased/decreased] to {b}.",
});

constexpr auto amount_wordings = std::to_array<Words>({
    "The number in @N [rose/dropped] from {a} to {b} over the year, [a rise/a drop] of {d}.",
    "There has been [an increase/a decrease] of {d} in the number in @N, from {a} to {b}.",
    "In @N the number is now {b}. This is [an increase/a reduction] of {d} from {a} in 2012.",
    "The number in @N was {a} in March 2012 and {b} in March 2013, which is [an increase/a fall] of {d}.",
});

constexpr auto points_wordings = std::to_array<Words>({
    "The share in @N [increased/decreased] from {a} to {b}, which is [a rise/a fall] of {d} percentage "
    "points.",
    "The share in @N is {b}. This is {d} percentage points [higher/lower] than the England average of {a}.",
    "At {b}, the share in @N is [up/down] {d} percentage points from {a} in 2013.",
    "The share in @N has [risen/dropped] {d} percentage points, from {a} to {b}.",
});

constexpr auto half_wordings = std::to_array<Words>({
    "The number in @N has [gone up/gone down] by {d}, from {a} to {b}.",
    "The number in @N [increased/reduced] from {a} to {b} over the year, [a rise/a fall] of {d}.",
    "There has been [an increase/a decrease] of {d} in the number in @N, from {a} in 2013 to {b} in 2014.",
});

constexpr auto comparison_wordings = std::to_array<Words>({
    "The average in @N, which is {a}, is [higher/lower] than the England average of {b}.",
    "At {a}, this is [higher/lower] in @N than the national average of {b}.",
    "The share in @N is {a} and is [above/below] the average of similar areas ({b}).",
    "In @N the figure fell to {a}, which is [above/below] the national average of {b}.",
    "Children in @N waited {a}, [longer/less] than the national average of {b}.",
});

constexpr auto net_wordings = std::to_array<Words>({
    "In @N, {i} households were recruited and {o} resigned, a net gain of {n}.",
    "The net gain of {n} carers in @N reflects {i} approvals and {o} resignations.",
    "@N gained {i} carers and lost {o}, a net increase of {n}.",
    "A net gain of {n} was achieved in @N because {i} carers joined and only {o} left.",
});

constexpr auto sum_wordings = std::to_array<Words>({
    "The panel in @N has {s} members: {a} councillors, {b} officers and {c} carers.",
    "In @N there are {s} @x, comprising {a} in the north, {b} in the south and {c} in the west.",
    "@N has {a} social workers, {b} managers and {c} support workers, making a total of {s} staff.",
    "The {s} homes in @N ({a} large, {b} small and {c} new) are full.",
});

constexpr auto alternatives_wordings = std::to_array<Words>({
    "Of {n?} @x in @N, {a?} were up to date and {b?} were not.",
    "Inspectors saw {n?} @x in @N, of which {a?} were complete but {b?} were not.",
    "Of the {n?} homes in @N, {a?} were judged good and {b?} were judged inadequate.",
});

constexpr auto share_rest_wordings = std::to_array<Words>({
    "In @N {p} of @x @v; the other {q} did not.",
    "In @N {p} of homes are good, with the remaining {q} requiring improvement.",
    "In @N {p} @v and the remainder, {q}, did not.",
});

constexpr auto count_rest_wordings = std::to_array<Words>({
    "{k} of the {n} @x in @N @v, and the other {r} did not.",
    "Of the {n} @x seen in @N, {k} were of good quality. The other {r} were not.",
    "There were {n} @x in @N. Of these, {k} @v, while the remaining {r} did not.",
});

constexpr auto chain_wordings = std::to_array<Words>({
    "In @N {b} of young people achieved five or more GCSEs at grades A* to C and {a} achieved five or more "
    "GCSEs at grades A* to C including English and mathematics.",
    "The percentage of children in @N gaining five A* to G was {b} and gaining five A* to C was {a}.",
    "In @N {a} gained 5 A*-C including English and maths; {b} gained 5 A*-C.",
});

constexpr auto all_wordings = std::to_array<Words>({
    "@N has {n} homes, and {m?} are good.",
    "There are {n} homes in @N; {m?} were judged to be good.",
    "@N runs {n} homes. {M?} of them have been judged good.",
    "The {n} homes in @N were {m?} judged to be good.",
});

constexpr auto names_wordings = std::to_array<Words>({
    "@N works with {n} neighbouring councils: {l?}.",
    "The council runs {n} homes ({l?}) in @N.",
    "@N has {n} centres, named {l?}.",
    "Services in @N are run from {n} offices, {l?}.",
});

constexpr auto rate_wordings = std::to_array<Words>({
    "At 31 March 2014, {k?} children of @N were being looked after (a rate of {r} per 10,000).",
    "@N has {k?} children in care, which represents {r} per 10,000 children.",
    "There were {k?} children of @N in care, or {r} per 10,000 children under 18.",
    "@N looks after {k?} children. This equates to {r} per 10,000.",
});

constexpr auto repeat_wordings = std::to_array<Words>({
    "There were {a} care leavers supported by @N at 31 March 2013.\n\nAt 31 March 2013 there were {b} care "
    "leavers supported by @N.",
    "At 31 March 2013, {a} children were living in a privately arranged foster home in @N.\n\nAt 31 March "
    "2013, {b} children lived in a privately arranged foster home in @N.",
    "At 31 March 2013, @N supported {a} young people leaving care.\n\nOn 31 March 2013, @N supported {b} "
    "young "
    "people leaving care.",
});

constexpr auto units_wordings = std::to_array<Words>({
    "The average wait in @N was {a} ({b}).",
    "In @N it takes {b}, the equivalent of {a}.",
    "Cases in @N lasted {a} (or {b}) on average.",
});

constexpr auto quantifier_wordings = std::to_array<Words>({
    "In @N, {q?} of @x seen ({k} of {n}) @v.",
    "Work in @N is sound in {q?} of cases ({k} out of the {n}).",
    "{Q?} of the @x in @N ({k} of {n}) @v.",
    "Inspectors saw {n} @x in @N, {q?} of which ({k}) @v.",
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
    return further_held_out_wordings(family);
}

std::span<const std::string_view> doubtful_wordings(std::string_view family) {
    static constexpr auto names = std::to_array<Words>({
        "The {n} homes in @N, {l?}, meet with managers.",
        "There are {n} homes in @N, {l?}, which are full.",
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
    return further_doubtful_wordings(family);
}

}  // namespace stet::test

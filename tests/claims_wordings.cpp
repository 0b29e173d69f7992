// Wordings of claims about parts and wholes that the checks were written for.
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
    "Figures for @N show that {k} ({p}) out of the {n} @x @v.",
    "@N is in touch with {k} of the {n} ({p}).",
    "As a result, only {k} of the {n} ({p}) @x in @N @v.",
    "Of the {n} @x completed in @N in the months before the inspection, {p} ({k}) @v.",
    "In the same period in @N, out of the {n} @x who ceased to be looked after, {k} ({p}) @v.",
    "In a sample of {n} @x reviewed by inspectors, {k} ({p}) @v.",
    "At the time of the inspection, {k} ({p}) of the {n} @x in @N @v.",
    "There were {n} @x in @N at the end of March, and {k} of those ({p}) @v.",
    "Of {n} @x in @N, only {k} ({p}) @v.",
    "@N had {n} @x last year. Of those, {p} ({k}) @v.",
    "Only {k} of {n} @x @v ({p}).",
    "There were {n} @x in @N, {k} of whom ({p}) @v.",
    "@N knew {n} @x, {k} (or {p}) of whom @v.",
    "{n} @x left @N last year and of that number {k} ({p}) @v.",
    "{k} out of a possible {n} @x ({p}) @v.",
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
    "In the months leading up to the inspection, {p} of the {n?} @x seen in @N @v.",
    "Of the {n?} @x who left care in @N, {p} @v and many did well.",
    "Of a total of {n?} @x in @N, {p} @v.",
    "A report of @N shows that {p} of the {n?} @x with a plan @v.",
    "Just {p} of the {n?} @x that inspectors read in @N @v.",
    "In @N there are {n?} @x, of which {p} @v.",
    "Of the {n?} @x seen by inspectors in @N, some {p} @v.",
    "An audit of {n?} @x in @N found that {p} @v.",
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
    "For example, {k} of the {n} @x who had a review in @N @v.",
    "In @N, inspectors found delay in {k} of the {n} @x.",
    "In a sample of {n} @x in @N, {k} @v.",
    "Of the {n} @x referred to @N, {k} @v.",
    "@N reviewed the progress of {k} of its {n} @x.",
    "{k} out of a total of {n} @x in @N @v.",
    "Inspectors tracked {n} @x in @N, of which {k} @v.",
    "Of {n} @x in @N, {k} @v and others did not.",
    "@N has {n} @x and {k} of these @v.",
    "At the time of the inspection, {k} of the {n} @x in @N @v.",
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
    "@N has a workforce of {s}, made up of {a} inspectors, {b} managers and {c} officers.",
    "The consortium in @N has {s} members, comprising {a} councils, {b} agencies and {c} charities.",
    "@N received {s} complaints in the year: {a} in spring, {b} in summer and {c} in autumn.",
    "In @N {a} children went to school, {b} to college and {c} to university, a total of {s} children.",
    "@N has {s} teams: {a} for children in need, {b} for children in care and {c} for adoption.",
    "Inspectors met {a} parents, {b} carers and {c} children in @N, {s} people in total.",
    "There were {s} complaints in @N: {a} at stage one, {b} at stage two and {c} at stage three.",
    "@N placed {a} children in 2012, {b} in 2013 and {c} in 2014, a total of {s}.",
});

constexpr auto alternatives_wordings = std::to_array<Words>({
    "Of the {n?} @x in @N, {a?} had a plan and {b?} did not.",
    "There were {n?} @x in @N, of whom {a?} were seen and {b?} were not.",
    "{n?} @x were read in @N. Of these, {a?} were clear, and {b?} were not.",
    "Of {n?} @x seen in @N, {a?} @x were late; {b?} were not.",
    "Among the {n?} @x in @N, {a?} were clear but {b?} were not.",
    "Of the {n?} @x in @N, {a?} had been reviewed, whereas {b?} had not.",
    "In @N we met {n?} @x, {a?} of whom felt safe while {b?} did not.",
    "Of the {n?} @x who were asked in @N, {a?} felt safe and {b?} did not.",
    "In @N, {a?} of the {n?} @x were seen on time and {b?} were not.",
    "Inspectors tracked {n?} @x in @N: {a?} were clear, but {b?} were not.",
    "Among {n?} @x in @N, {a?} had a key worker and {b?} had not.",
    "Of the {n?} @x in @N, {a?} have been seen; {b?} have not.",
    "Of the {n?} @x in @N, {a?} were on time and {b?} were late.",
    "In all {n?} children were adopted in @N, {a?} of them boys and {b?} girls.",
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
    "In @N {p} @v, with the remaining {q} waiting.",
    "In @N {p} of @x were held within 15 days and the remainder ({q}) within 30 days.",
    "In @N {p} of @x have seen the play, with money now in place for the remaining {q}.",
    "In @N {p} @v; for the remaining {q}, work goes on.",
    "In @N {p} of @x @v; the remainder ({q}) did not.",
    "In @N {p} were in work, and the other {q} were not.",
    "In @N {p} were judged good and the remaining {q} were judged to require improvement.",
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
    "Of the {n} @x in @N, {k} @v. For the remaining {r}, work goes on.",
    "In {k} of the {n} @x seen in @N, planning was good. In the other {r}, it was not.",
    "{k} of the {n} @x in @N have been adopted and plans are in place for the remaining {r}.",
    "At the time of the inspection, {k} of the {n} @x in @N had been seen, with work in hand to see the "
    "remaining {r}.",
    "There were {n} @x in @N. {k} @v, and the remaining {r} did not.",
    "Inspectors looked at {n} @x in @N: {k} @v and the other {r} did not.",
    "Of the {n} @x in @N, {k} have a plan and work has begun on the remaining {r}.",
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
    "@N runs {n} homes, {m?} of them good.",
    "@N has {n} homes and {m?} were judged to be good at their last inspection.",
    "In the last year {n} homes were inspected in @N. {M?} were graded good.",
    "@N manages {n} homes. Of these, {m?} are good.",
    "The council runs {n} homes in @N, {m?} of which have been judged good.",
    "There are {n} homes in @N. {M?} have been judged to be good.",
    "@N has {n} homes, {m?} of which were judged good at their last inspection.",
    "Inspectors saw {n} homes in @N, and {m?} were good.",
    "@N maintains {n} homes. {M?} were inspected last year.",
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
    "@N has {n} homes, known as {l?}.",
    "In @N there are {n} homes \u2013 {l?} \u2013 which are full.",
    "@N runs {n} homes, which are {l?}.",
    "@N has {n} homes ({l?}), which are full.",
    "The {n} homes in @N are {l?}.",
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
    "@N is in touch with {q?} ({k} of {n}) of its @x.",
    "This is having an effect in {q?} of @x ({k} of {n}) in @N.",
    "In @N {q?} \u2013 {k} of {n} \u2013 @v.",
    "Of the {n} @x in @N, {q?} ({k}) @v.",
    "{Q?} of the {n} @x in @N ({k}) @v.",
    "In @N, {k} of the {n} @x @v, which is {q?}.",
    "Inspectors found that {q?} ({k} out of {n}) of the @x in @N @v.",
    "In @N {q?} of @x, {k} out of {n}, @v.",
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
        {"sum", sum_wordings},
        {"alternatives", alternatives_wordings},
        {"share_rest", share_rest_wordings},
        {"count_rest", count_rest_wordings},
        {"all", all_wordings},
        {"names", names_wordings},
        {"quantifier", quantifier_wordings},
    });
    for (const Entry& entry : all) {
        if (entry.family == family) return entry.wordings;
    }
    return change_wordings(family);
}

}  // namespace stet::test

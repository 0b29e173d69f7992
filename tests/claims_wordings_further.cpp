// Wordings of claims about sizes, distances and ratios: those that the checks were written for, those that
// only measure them, and those that leave doubt.
#include <array>

#include "tests/claims_wordings.hpp"

namespace stet::test {

namespace {

using Words = std::string_view;

struct Entry {
    Words family;
    std::span<const Words> wordings;
};

/// The wordings of a family; none where it has none.
std::span<const Words> wordings_of(std::span<const Entry> all, Words family) {
    for (const Entry& entry : all) {
        if (entry.family == family) return entry.wordings;
    }
    return {};
}

constexpr auto named_wordings = std::to_array<Words>({
    "{Q?} of @x in @N ({p}) @v.",
    "{Q?} ({p}) of the @x in @N @v.",
    "{Q?} of the @x ({p}) in @N @v.",
    "However, while {q?} ({p}) of @x in @N @v, others did not.",
    "In @N staff say that {q?} of @x ({p}) @v.",
    "{Q?} of young people in @N ({p}) live with families.",
    "Placements are stable; {q?} of @x in @N ({p}) @v.",
    "{Q?} of the children, {p}, were seen in @N.",
    "There is good practice here: {q?} of @x ({p}) @v in @N.",
    "In the last year {q?} of social workers ({p}) left @N.",
    "{Q?} of the @x seen in @N ({p}) @v and some were not.",
    "As a result {q?} of care leavers ({p}) in @N @v.",
    "Inspectors found that {q?} of the @x ({p}) in @N @v.",
});
constexpr auto named_held_out = std::to_array<Words>({
    "In March, {q?} of reviews ({p}) took place when they should in @N.",
    "At @N {q?} of the schools ({p}) were full.",
    "Leaders know that {q?} of @x in @N ({p}) @v.",
    "By the end of the year {q?} of families ({p}) had moved away from @N.",
});
constexpr auto named_doubtful = std::to_array<Words>({
    "@N does better than {q} of its neighbours ({p}).",
    "In @N, {q} of these ({p}) @v.",
    "In @N 50% of @x @v, and {q} of them ({p}) moved away.",
    "In @N the rate for {q} of the boys ({p} in the north) is low.",
    "Attendance is poor in {q} of the schools (at {p}) in @N.",
    "The number in @N fell by {q} of the total ({p}).",
    "@N is like {q} of its neighbours ({p}).",
    "{Q} of the @x in @N (12, or {p} of the 400 known) @v.",
    "In @N 80% of @x @v, {q} of the group ({p}) more than once.",
    "{Q} of the @x in @N are known, and a rate ({p}) is given.",
    "{Q} of the @x in @N @v, while the national figure ({p}) is unlike it.",
    "@N is unlike {q} of the councils ({p}).",
});

constexpr auto distance_wordings = std::to_array<Words>({
    "In @N it takes {a} days on average to match a child, which is {d} days [longer/shorter] than the target "
    "of "
    "{b} days.",
    "Children in @N wait {a} days on average, {d} days [over/under] the threshold of {b} days.",
    "In @N it takes {a} days, which is {d} days [more/less] than the national average of {b} days.",
    "In @N the wait is {a} days, {d} days [longer/shorter] than the national average of {b} days.",
    "Care proceedings in @N last {a} days on average, {d} days [longer/shorter] than the limit of {b} days.",
    "Adoption in @N took {a} days in the last year; this is {d} days [above/below] the national average of "
    "{b} "
    "days.",
    "A family is found in {a} days for a child in @N, which is {d} days [more/less] than the average of {b} "
    "days.",
    "Matching takes {a} days for most children in @N, {d} days [more/less] than the threshold ({b} days).",
    "The wait of {a} days in @N is {d} days [longer/shorter] than the threshold of {b} days.",
    "In @N the average was {a} days, which was {d} days [above/below] the regional figure of {b} days.",
    "Children in @N waited {a} days to move in with a family, {d} days [more/less] than the {b} days seen "
    "elsewhere.",
    "The wait in @N, {a} days in June, is {d} days [longer/shorter] than the target of {b} days.",
});
constexpr auto distance_held_out = std::to_array<Words>({
    "Reports in @N take {a} days to write, {d} days [longer/shorter] than the norm of {b} days.",
    "It took {a} days to act in @N, which was {d} days [more/less] than the agreed limit of {b} days.",
    "The court in @N needs {a} days, which is {d} days [above/below] the national figure of {b} days.",
});
constexpr auto distance_doubtful = std::to_array<Words>({
    "In @N some waited {a} days and others {b} days, and the mean is {d} days longer than in the past.",
    "It takes {a} days in @N when all goes well and {d} days longer than the average of {b} days when not.",
    "In @N one child waited {a} days; the average is {d} days longer than the {b} days of last year.",
    "In @N, {a} children wait, and it takes {d} days more than the target of {b} days.",
    "In @N the wait is {a} days or, for brothers and sisters, {d} days longer than the target of {b} days.",
    "In @N it took {a} days from start to finish and a match took {d} days less than the target of {b} days.",
    "In @N boys wait {a} days; for girls it is {d} days more than the average of {b} days.",
    "The wait in @N is {a} days. In the north it is {d} days longer than the average of {b} days.",
    "In @N the wait, {a} days in 2012 but {d} days more than the target of {b} days since, is long.",
    "In @N a plan takes {a} days, if not {d} days more than the limit of {b} days.",
    "Those who wait {a} days in @N are those whose court case took {d} days more than the limit of {b} days.",
    "In @N the time allowed was {a} days (about {d} days more than the {b} days before).",
});

constexpr auto opposite_wordings = std::to_array<Words>({
    "While {p} of young people in @N had a plan, {q} did not.",
    "In @N {p} of @x had a plan and {q} did not.",
    "In @N {p} of visits were on time; {q} were late.",
    "In @N {p} of reviews were held in time and {q} were late.",
    "In @N {p} of @x were seen, but {q} were not.",
    "In @N {p} of parents came, whereas {q} did not.",
    "Just {p} of plans in @N were reviewed on time; {q} were overdue.",
    "In @N {p} of carers felt well supported while {q} did not.",
    "In @N {p} of the cohort lived in the area and {q} lived elsewhere.",
    "In @N {p} of reports were within timescale and {q} were late.",
    "In @N {p} of pupils liked school, and {q} did not.",
    "Boys make up {p} of children looked after in @N and girls {q}.",
    "In @N {p} of reviews were late, which means that {q} were on time.",
});
constexpr auto opposite_held_out = std::to_array<Words>({
    "In @N {p} of workers had read the policy; {q} had not.",
    "Some {p} of checks in @N were done in time and {q} were overdue.",
    "In @N {p} of leavers were in touch, while {q} were not.",
});
constexpr auto opposite_doubtful = std::to_array<Words>({
    "In @N {p} of reviews were on time and {q} of visits were late.",
    "In @N {p} of boys passed and {q} of girls did not.",
    "In @N {p} of boys passed, compared with {q} of girls.",
    "In 2012 {p} of @x in @N had a plan and in 2013 {q} did not.",
    "In @N {p} were late in June and {q} were late in July.",
    "In @N {p} of children like school and {q} like sport.",
    "In @N {p} of plans were on time, as {q} were of the reports.",
    "In @N {p} of those aged ten had a plan, and of those aged 12 {q} did not.",
    "In @N {p} of parents and {q} of carers did not come.",
    "In @N {p} of reviews (on time) and {q} of reports (late) were read.",
    "In @N boys did well in {p} of tests and girls in {q}.",
    "In @N {p} of visits were on time, against an average at which {q} were late.",
});

constexpr auto average_wordings = std::to_array<Words>({
    "Adoptions in @N numbered {a}, {b} and {c} in the last three years, an average of {m} a year.",
    "There were {a} exclusions in 2012, {b} in 2013 and {c} in 2014 in @N, so the three-year average was "
    "{m}.",
    "Caseloads in @N are {a}, {b} and {c}: an average of {m} for each worker.",
    "Referrals in @N numbered {a}, {b} and {c} in the three months, an average of {m} a month.",
    "The figures for @N are {a}, {b} and {c}, averaging {m}.",
    "In @N there were {a} complaints in 2012, {b} in 2013 and {c} in 2014, an average of {m} a year.",
    "Over three years {a}, {b} and {c} carers joined @N, on average {m} a year.",
    "Numbers in @N were {a}, {b}, and {c}, giving an average of {m}.",
    "The panel in @N met {a}, {b} and {c} times in the three years, an average of {m} times a year.",
    "In @N, {a}, {b} and {c} children were placed in the three years and the average was {m}.",
    "Admissions to @N came to {a} in 2011, {b} in 2012 and {c} in 2013, which is an average of {m}.",
    "Starting with {a}, {b} and {c}, the yearly numbers in @N averaged {m}.",
});
constexpr auto average_held_out = std::to_array<Words>({
    "Across the terms {a}, {b} and {c} pupils left @N, an average of {m} a term.",
    "The yearly count in @N was {a} in 2010, {b} in 2011 and {c} in 2012, averaging {m}.",
});
constexpr auto average_doubtful = std::to_array<Words>({
    "@N has {a} boys, {b} girls and {c} adults, an average of {m} in each home.",
    "In @N {a} children were placed and {b} moved, an average of {m} a year.",
    "In @N {a} plans and {b} reviews were late in {c} teams, an average of {m} each.",
    "There were {a} in @N in 2012 and {b} in the first quarter of 2013, on average {m} a month, and {c} "
    "since.",
    "In @N {a} children had {b} moves, {c} of them far, an average of {m} each.",
    "In @N there are {a} nurses, {b} teachers and {c} doctors with an average of {m} cases.",
    "In @N {a} teams hold {b} cases, an average of {m} each.",
    "In @N there were more than {a}, {b} and {c}, an average of {m}.",
    "Teams of {a}, {b} and {c} in @N hold 900 cases, an average of {m} each.",
    "In @N those aged {a}, {b} and {c} wait longest; the average is {m} days.",
    "In @N numbers went from {a} to {b}, an average of {m}.",
    "In @N there were {a} (or {b}) in one year and {c} in the next, an average of {m}.",
});

constexpr auto ratio_wordings = std::to_array<Words>({
    "The rate in @N is {a}, which is {t?} the national rate of {b}.",
    "In @N the rate is {a}, {t?} the national rate of {b}.",
    "In @N the share is {a}, {t?} the England average ({b}).",
    "The rate of {a} in @N is {t?} that of England ({b}).",
    "In @N the vacancy rate is {a}, about {t?} the regional rate of {b}.",
    "In @N {a} of @x @v, {t?} the figure of last year ({b}).",
    "In @N the rate stands at {a}, which is {t?} the average of {b}.",
    "In @N {a} of children moved, which is {t?} the rate of similar areas ({b}).",
    "The rate in @N is {a}. This is {t?} the national rate of {b}.",
    "In @N the rate was {a} \u2013 {t?} the national rate of {b}.",
    "In @N the proportion was {a} (roughly {t?} the average of {b}).",
    "In @N the rate is {a}, {t?} what it was ({b}) a year ago.",
});
constexpr auto ratio_held_out = std::to_array<Words>({
    "Turnover in @N is {a}, {t?} the level of its neighbours ({b}).",
    "In @N absence runs at {a}, which is {t?} the norm of {b}.",
});
constexpr auto ratio_doubtful = std::to_array<Words>({
    "In @N the rate is {a} and costs are {t} the average of {b}.",
    "In @N {a} of boys and {t} the girls ({b}) passed.",
    "The rate in @N went from {a} to {b}, {t} the change of last year.",
    "In @N {a} @v, and {t} the number of 2012 when {b} did.",
    "In @N the rate is {a}, not {t} the national rate of {b} as was planned.",
    "In @N younger children are {t} the group that they were; {a} moved, and {b} of boys.",
    "In @N the rate is {a}, {t} the rate of those who are over 16 and below the {b} of boys.",
    "In @N the rate, {a} in 2012 but now {t} the average of {b}, is high.",
    "In @N it met {t}, the rate being {a} compared with {b}.",
    "In @N the risk is {t} the norm, with {a} in one team ({b} in another).",
    "In @N the rate for those who moved more than {t} the norm was {a} ({b} in 2012).",
    "In @N a rate of {a} is planned when {t} the posts are filled ({b}).",
});

constexpr auto staged_wordings = std::to_array<Words>({
    "In @N {p} of visits took place within 24 hours and {q} within 72 hours.",
    "In @N {p} of interviews are completed within three days and {q} within five days.",
    "Of all assessments in @N {p} are done within 20 days and {q} within 45 days.",
    "In @N {p} of reviews were held within two weeks, and {q} within three weeks.",
    "In @N {p} of children saw a doctor within 20 working days and {q} within 30 working days.",
    "In @N {p} of plans were made within 10 days, {q} within 15 days.",
    "In @N {p} of callers were answered within one hour; {q} within one day.",
    "In @N {p} of children were placed within six months but {q} within 12 months.",
    "In @N {p} of checks are done within one day and {q} within one week.",
    "In @N {p} of conferences took place within 15 days, but {q} within 20 days.",
    "In @N {p} of referrals are read within 12 hours and {q} within 24 hours.",
    "The council says that in @N {p} of calls are returned within four hours and {q} within eight hours.",
});
constexpr auto staged_held_out = std::to_array<Words>({
    "In @N {p} of letters are answered within five days and {q} within ten days.",
    "In @N {p} of reports were sent within two days, with {q} within three days.",
});
constexpr auto staged_doubtful = std::to_array<Words>({
    "In @N {p} of first visits took place within 24 hours and {q} of later visits within 72 hours.",
    "In @N {p} were seen within 24 hours in the north, while {q} in the south were seen within 72 hours.",
    "In @N {p} of boys are seen within two days, and of girls {q} within three days.",
    "In 2012 {p} were done within two days and in 2013 {q} within three days in @N.",
    "In @N the target is that {p} are seen within two days; for others it is {q} within three days.",
    "In @N {p} lived within 20 miles and {q} moved within a year.",
    "In @N {p} left within three years, and {q} of managers within five years.",
    "In @N {p} are seen within two days (and {q} within three days in the north).",
    "In @N {p} are seen within two to three days and {q} within four to five days.",
    "In @N {p} of visits took more than two days, and {q} within three days.",
    "In @N {p} of new plans are made within two days, old ones in {q} within three days.",
    "In @N {p} of cases were closed within two days, and a further {q} within three days.",
});

constexpr auto each_wordings = std::to_array<Words>({
    "{N?} managers have been appointed in @N, both from outside the area.",
    "In @N {n?} children were waiting, and a match had been found for both of them.",
    "@N runs {n?} homes, both in the north.",
    "{N?} reviews were published by @N, both in the last year.",
    "@N has {n?} homes, both within the city.",
    "In @N {n?} carers left, and the manager spoke to both of them.",
    "Inspectors met {n?} parents in @N, both with young children.",
    "In @N there are {n?} vacancies, both at the front door.",
    "In @N {n?} cases were seen, and inspectors agreed with both of them.",
    "{N?} boys went missing in @N, both from the same home.",
    "@N uses {n?} agencies, both under new contracts.",
    "There are {n?} teams in @N, both outside the main office.",
});
constexpr auto each_held_out = std::to_array<Words>({
    "{N?} babies were born in @N, both in hospital.",
    "@N closed {n?} offices, both at short notice.",
});
constexpr auto each_doubtful = std::to_array<Words>({
    "@N runs {n} homes, both in the north and in the south.",
    "@N works with {n} schools, both in the borough or beyond it.",
    "{N} carers and a manager left @N, both from the north.",
    "{N} children live with a couple and their son in @N, both from the north.",
    "In @N {n} children lived with foster carers and saw much of both of their parents.",
    "@N has {n} teams for children, both at home and at school.",
    "@N has {n} leaflets, both for parents and for children.",
    "In @N {n} plans and five reports were read, and inspectors agreed with both of them.",
    "In @N {n} boys and their sister moved, both from one home.",
    "In @N {n} homes are known to both of the councils.",
    "In @N {n} managers met the head and her deputy, both with long service.",
    "@N has {n} homes. The director and her deputy, both from outside the area, know them.",
});

constexpr auto after_wordings = std::to_array<Words>({
    "Numbers in @N have [risen/fallen] from {a} in March 2014 to {b} in March 2015, {d} [more/fewer].",
    "In @N the number went from {a} to {b}, {d} [more/fewer].",
    "At the start of the year the team in @N held {a} cases. By the end of the year it held {b}, {d} "
    "[more/fewer].",
    "In 2013, {a} pupils in @N were absent. In 2014 the number was {b}, {d} [more/fewer].",
    "In March @N had {a} plans. In June it had {b}, {d} [more/fewer].",
    "@N had {a} carers in 2012 and has {b} in 2013, {d} [more/fewer].",
    "Two years ago {a} children in @N had a plan and now {b} do, {d} [more/fewer].",
    "There were {a} complaints in @N in 2012. In 2013 there were {b}, {d} [more/fewer].",
    "From {a} in 2012 the number in @N went to {b} in 2013, {d} [more/fewer].",
    "In 2014 @N made {a} referrals. In 2015 it made {b}, {d} [more/fewer].",
    "In @N {a} were open in May and {b} in June, {d} [more/fewer].",
    "The list in @N held {a} names last year and holds {b} today, {d} [more/fewer].",
});
constexpr auto after_held_out = std::to_array<Words>({
    "In 2011 @N placed {a} children. In 2012 it placed {b}, {d} [more/fewer].",
    "@N had {a} posts in April and {b} in May, {d} [more/fewer].",
});
constexpr auto after_doubtful = std::to_array<Words>({
    "@N has {a} cases. There are {b} workers, {d} fewer.",
    "@N has {a} boys and {b} girls, {d} fewer than last year.",
    "In @N {a} of 900 plans were late, {d} more.",
    "@N has {a} homes. In the year {b} children lived there, {d} more.",
    "@N had {a} in 2011, 14 in 2012 and {b} in 2013, {d} more.",
    "In @N {a} workers see {b} families, {d} more.",
    "@N has {a} homes, {b} schools, {d} more.",
    "@N saw {a} children (12 of them boys). In June it saw {b} carers, {d} fewer.",
    "@N has {a} posts. Of these {b} are filled, not {d} more.",
    "@N has about {a} cases. By June it had {b} teams, {d} more.",
    "In @N {a} moved in, {b} moved out, and {d} more.",
    "In @N {a} of the plans. In June {b} homes were full, {d} more.",
});

constexpr auto verdict_wordings = std::to_array<Words>({
    "The rate in @N is {a}, against a national rate of {b}, and so is [above/below] average.",
    "In @N {a} of @x @v against a national average of {b}, so performance is [above/below] average.",
    "In @N the figure is {a}, compared with {b}, and is therefore [higher/lower].",
    "Vacancies in @N run at {a} (the national average is {b}), which is [higher/lower] than elsewhere.",
    "The rate in @N is {a} (the England average is {b}), which is [higher/lower].",
    "In @N it is {a}, compared with an England average of {b}, and is [higher/lower].",
    "In @N the rate is {a}, against {b}, and is thus [higher/lower].",
    "In @N the share is {a}, compared to a regional figure of {b}, and so is [higher/lower].",
    "In @N {a} of pupils passed (the average is {b}), which is [above/below] average.",
    "The rate in @N is {a} compared to a national rate of {b}, and is therefore [higher/lower].",
    "In @N the figure was {a}, against a national figure of {b}, and is [above/below] average.",
    "Absence in @N is {a}, compared to {b}, and so is [higher/lower].",
});
constexpr auto verdict_held_out = std::to_array<Words>({
    "Turnover in @N is {a} (the regional average is {b}), which is [higher/lower].",
    "Attendance in @N is {a} against a national rate of {b}, so it is [above/below] average.",
});
constexpr auto verdict_doubtful = std::to_array<Words>({
    "In @N the rate is {a}, against {b}, and the cost is [higher/lower].",
    "In @N the rate is {a} (the average is {b}), which is [higher/lower] than the year before.",
    "In @N the rate is {a}, against {b}, and is not [higher/lower].",
    "In @N the rate is {a} (the average for boys was {b}), but it is [higher/lower].",
    "In @N {a} moved, against {b}, so that need is [higher/lower].",
    "In @N the rate is {a}, against {b}, and so is the number, which is [higher/lower].",
    "In @N the rate is {a} (it was {b}), which is [higher/lower] than planned.",
    "In @N the rate is {a}, compared with {b} for girls, for whom it is [higher/lower].",
    "In @N the rate is {a}, compared with {b}; absence is [higher/lower].",
    "In @N the rate is {a} (the average is {b} nationally). Cost is [higher/lower].",
    "In @N the rate is {a}, and {b} is the average, which is [higher/lower].",
    "In @N the rate is {a}, against {b}, and is no [higher/lower].",
});

}  // namespace

std::span<const Words> further_wordings(Words family) {
    static constexpr auto all = std::to_array<Entry>({
        {"named", named_wordings},
        {"distance", distance_wordings},
        {"opposite", opposite_wordings},
        {"average", average_wordings},
        {"ratio", ratio_wordings},
        {"staged", staged_wordings},
        {"each", each_wordings},
        {"after", after_wordings},
        {"verdict", verdict_wordings},
    });
    const auto found = wordings_of(all, family);
    return found.empty() ? sequence_wordings(family) : found;
}

std::span<const Words> further_held_out_wordings(Words family) {
    static constexpr auto all = std::to_array<Entry>({
        {"named", named_held_out},
        {"distance", distance_held_out},
        {"opposite", opposite_held_out},
        {"average", average_held_out},
        {"ratio", ratio_held_out},
        {"staged", staged_held_out},
        {"each", each_held_out},
        {"after", after_held_out},
        {"verdict", verdict_held_out},
    });
    const auto found = wordings_of(all, family);
    return found.empty() ? sequence_held_out_wordings(family) : found;
}

std::span<const Words> further_doubtful_wordings(Words family) {
    static constexpr auto all = std::to_array<Entry>({
        {"named", named_doubtful},
        {"distance", distance_doubtful},
        {"opposite", opposite_doubtful},
        {"average", average_doubtful},
        {"ratio", ratio_doubtful},
        {"staged", staged_doubtful},
        {"each", each_doubtful},
        {"after", after_doubtful},
        {"verdict", verdict_doubtful},
    });
    const auto found = wordings_of(all, family);
    return found.empty() ? sequence_doubtful_wordings(family) : found;
}

}  // namespace stet::test

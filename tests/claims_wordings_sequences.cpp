// Wordings of claims about lists, dates, stocks and numbers given again.
#include <array>

#include "tests/claims_wordings.hpp"

namespace stet::test {

namespace {

using Words = std::string_view;

constexpr auto announced_wordings = std::to_array<Words>({
    "@N has {n} priorities: {l?}.",
    "There are {n} weaknesses in @N: {l?}.",
    "The plan of @N has {n} themes: {l?}.",
    "The board in @N names {n} risks: {l?}.",
    "@N works to {n} principles: {l?}.",
    "Leaders of @N give {n} reasons: {l?}.",
    "The strategy of @N has {n} key aims: {l?}.",
    "Work in @N is in {n} stages: {l?}.",
    "The report on @N lists {n} strengths: {l?}.",
    "@N asked {n} questions: {l?}.",
    "There are {n} priorities for @N: {l?}.",
    "Audits in @N look at {n} aspects: {l?}.",
});
constexpr auto announced_held_out = std::to_array<Words>({
    "@N set itself {n} goals: {l?}.",
    "The promise of @N rests on {n} values: {l?}.",
});
constexpr auto announced_doubtful = std::to_array<Words>({
    "@N has {n} priorities, among them {l}.",
    "@N has {n} priorities: {l}, which are new.",
    "@N has {n} priorities; {l} come first.",
    "@N has {n} priorities: {l} (and others).",
    "@N has {n} priorities: one is {l}.",
    "@N has {n} children: {l} matter to them.",
    "@N has {n} priorities: {l}; training follows.",
    "@N has {n} priorities: staff, including those who left, {l}.",
    "@N has {n} priorities. They are not {l}.",
    "@N has {n} priorities: those for 2014 are {l}.",
    "@N has {n} priorities that matter to children, staff and parents: {l} or more.",
    "@N has {n} workers: {l} are their subjects.",
});

constexpr auto later_wordings = std::to_array<Words>({
    "The plan of @N was agreed in {a?} and reviewed {d}, in {b?}.",
    "@N was inspected in {a?} and again, {d}, in {b?}.",
    "The team in @N was set up in {a?} and closed {d}, in {b?}.",
    "Work in @N began in {a?} and ended {d} in {b?}.",
    "The board of @N met first in {a?} and, {d}, in {b?}.",
    "A review in @N started in {a?} and was published {d}, in {b?}.",
    "The home in @N opened in {a?} and was full {d}, in {b?}.",
    "The director of @N left in {a?} and her successor arrived {d}, in {b?}.",
    "In {a?} the council of @N bought the system; {d}, in {b?}, it came into use.",
    "A boy was placed in @N in {a?} and moved {d}, in {b?}.",
    "The contract in @N was let in {a?} and ended {d} (in {b?}).",
    "The service in @N was judged good in {a?} and, {d}, in {b?} it was not.",
});
constexpr auto later_held_out = std::to_array<Words>({
    "Training in @N was planned in {a?} and given {d}, in {b?}.",
    "The court heard the case of @N in {a?} and decided {d}, in {b?}.",
});
constexpr auto later_doubtful = std::to_array<Words>({
    "The plan of @N was agreed in {a} and is to be reviewed {d} than usual, in {b}.",
    "The plan of @N was agreed in {a} and reviewed {d}. In {b} it ended.",
    "The plan of @N was agreed in {a}, reviewed at once and, in its third form, agreed {d} and once more by "
    "{b}.",
    "The plan of @N of {a} was reviewed no {d} than was planned by {b}.",
    "In @N the {a} plan was reviewed {d} and in {b} again.",
    "The plan of @N was agreed in {a}; it was to be reviewed {d}, and was in {b}.",
    "@N was inspected in {a}. A team came {d}, in {b}.",
    "@N was inspected in {a} and 2009, and {d} than others, in {b}.",
    "Between {a} and {b}, {d} than others, @N grew.",
    "@N was inspected in {a} and about {d} still, until {b}.",
    "The rate in @N was 12% in {a} and 14% two or three years later in {b}.",
    "In {a} @N grew. It shrank {d}, until {b}.",
});

constexpr auto again_wordings = std::to_array<Words>({
    "@N looks after {a?} children. The {b?} children have a worker each.",
    "@N has {a?} plans. Each of the {b?} plans was read.",
    "There were {a?} adoptions in @N. The {b?} adoptions made in the year are a record.",
    "Inspectors were told that {a?} cases were open in @N, and the same {b?} cases were on the list.",
    "@N has {a?} carers. All {b?} carers were asked.",
    "In @N {a?} pupils were seen. The {b?} pupils spoke well of it.",
    "@N supports {a?} families, and the {b?} families are content.",
    "There are {a?} homes in @N. Not all {b?} homes are full.",
    "@N has {a?} teachers. These {b?} teachers know them well.",
    "@N held {a?} reviews. Few of the {b?} reviews were late.",
    "In @N {a?} visits were made; the {b?} visits were recorded.",
    "@N made {a?} referrals. Most of the {b?} referrals were sound.",
});
constexpr auto again_held_out = std::to_array<Words>({
    "@N read {a?} reports. Two thirds of the {b?} reports were clear.",
    "@N closed {a?} cases, though the {b?} cases needed more.",
});
constexpr auto again_doubtful = std::to_array<Words>({
    "@N looks after {a} children. Another {b} children live nearby.",
    "@N looks after {a} children. The {b} carers are content.",
    "@N looks after {a} children. In Aldermere {b} children are looked after.",
    "@N has {a} plans and 12 plans for others. The {b} plans were read.",
    "@N has {a} plans. It had {b} plans before.",
    "@N has {a} plans. All is well. All is well. The {b} plans were read.",
    "@N has {a} pupils in the south and {a} pupils in the west; the {b} pupils of the north are new.",
    "@N has {a} homes. Its {b} carers were asked.",
    "@N has {a} boys. The {b} girls were asked.",
    "@N has {a} posts. There are {b} posts elsewhere.",
    "@N has {a} cases. More than {b} cases were closed.",
    "@N has {a} visits. About {b} visits are late.",
});

constexpr auto turn_wordings = std::to_array<Words>({
    "Timeliness in @N has [improved/deteriorated] from {a} to {b}.",
    "The share of reviews held on time in @N has [improved/worsened] from {a} to {b}.",
    "In @N attendance has [improved/deteriorated] from {a} in 2012 to {b} in 2013.",
    "The timeliness of visits in @N [improved/worsened] from {a} to {b}.",
    "In @N immunisation [improved/deteriorated] from {a} to {b}.",
    "Assessments in time in @N [improved/slipped] from {a} to {b}.",
    "Work within timescale in @N has [improved/deteriorated] from {a} in May to {b} in June.",
    "Conferences held in time in @N have [improved/deteriorated] from {a} to {b}.",
    "In @N the timeliness of plans has [improved/deteriorated] from a low base of {a} to {b}.",
    "Attendance in @N [improved/deteriorated] from {a} to {b} over the year.",
    "In @N timeliness has steadily [improved/worsened] from {a} to {b}.",
    "The timeliness of checks in @N has [improved/slipped] from {a} in 2013 to {b} in 2014.",
});
constexpr auto turn_held_out = std::to_array<Words>({
    "Visits in @N that are on time have [improved/deteriorated] from {a} to {b}.",
    "The attendance of parents in @N has [improved/worsened] from {a} to {b}.",
});
constexpr auto turn_doubtful = std::to_array<Words>({
    "The rate of moves in @N has [improved/worsened] from {a} to {b}.",
    "In @N absence has [improved/worsened] from {a} to {b}.",
    "In @N the share of late reviews has [improved/worsened] from {a} to {b}.",
    "The turnover of staff in @N has [improved/deteriorated] from {a} to {b}.",
    "In @N vacancies have [improved/worsened] from {a} to {b}.",
    "In @N timeliness has not [improved/deteriorated] from {a} to {b}.",
    "In @N results have [improved/slipped] from {a} to {b}.",
    "In @N the rate of repeat plans has [improved/worsened] from {a} to {b}.",
    "In @N timeliness is expected to have [improved/worsened] from {a} to {b}.",
    "In @N NEET has [improved/worsened] from {a} to {b}.",
    "In @N delays have [improved/worsened] from {a} to {b}.",
    "In @N attendance will have [improved/worsened] from {a} to {b}.",
});

constexpr auto stock_wordings = std::to_array<Words>({
    "@N began the year with {a} carers, {i} joined, {o} left and {z} remained.",
    "@N had {a} carers. It recruited {i}, lost {o} and now has {z}.",
    "In March @N had {a} plans; {o} were ended and {i} begun by June, when there were {z}.",
    "@N had {a} homes; it opened {i}, closed {o} and now has {z}.",
    "There were {a} workers in @N; {i} joined and {o} resigned, leaving {z}.",
    "@N started with {a} cases, {i} opened and {o} closed, leaving {z}.",
    "@N had {a} households. It approved {i} and removed {o}, leaving {z}.",
    "@N began with {a} carers; {o} retired, {i} were recruited, and {z} remain.",
    "At the start @N had {a} posts; {o} left and {i} joined, and it now has {z}.",
    "There were {a} mentors in @N. It gained {i}, lost {o} and now has {z}.",
    "@N opened the year with {a} places, added {i}, removed {o} and now has {z}.",
    "@N had {a} volunteers: {i} arrived, {o} departed and {z} remained.",
});
constexpr auto stock_held_out = std::to_array<Words>({
    "@N had {a} advisers; {o} left, {i} joined and {z} remain.",
    "@N started with {a} teachers, recruited {i}, lost {o} and now has {z}.",
});
constexpr auto stock_doubtful = std::to_array<Words>({
    "@N had {a} carers and {i} homes; {o} left and it now has {z} workers.",
    "@N had {a} carers. It recruited {i} for Aldermere and now has {z} mentors.",
    "@N had {a} plans; {o} were late, {i} were good, and it now has {z}.",
    "@N had {a} carers, about {i} joined, {o} left and {z} remained.",
    "@N has {a} carers, {i} new, {o} trained, {z} who left.",
    "@N had {a} cases, {i} were moved and {o} reviewed, and now has {z}.",
    "@N had {a} carers, {i} left and joined, {o} stayed and {z} remained.",
    "@N saw {a} carers, {i} joined, {o} left and {z} remained.",
    "@N had {a} in 2012, {i} in 2013, {o} in 2014 and now has {z}.",
    "@N had {a} boys. {i} girls joined, {o} left and {z} men remained.",
    "@N had more than {a} carers, {i} joined, {o} left and {z} remained.",
    "@N had {a} carers. It was a good year. {i} joined, {o} left and {z} remained in touch.",
});

struct Family {
    Words name;
    std::span<const Words> built, held_out, doubtful;
};
constexpr auto families = std::to_array<Family>({
    {"announced", announced_wordings, announced_held_out, announced_doubtful},
    {"later", later_wordings, later_held_out, later_doubtful},
    {"again", again_wordings, again_held_out, again_doubtful},
    {"turn", turn_wordings, turn_held_out, turn_doubtful},
    {"stock", stock_wordings, stock_held_out, stock_doubtful},
});

Family family_of(Words name) {
    for (const Family& family : families) {
        if (family.name == name) return family;
    }
    return {};
}

}  // namespace

std::span<const Words> sequence_wordings(Words family) {
    return family_of(family).built;
}

std::span<const Words> sequence_held_out_wordings(Words family) {
    return family_of(family).held_out;
}

std::span<const Words> sequence_doubtful_wordings(Words family) {
    return family_of(family).doubtful;
}

}  // namespace stet::test

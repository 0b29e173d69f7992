// Ages, intervals and rates by the words around a number.
#include "grammar/quantity_kinds.hpp"

#include <algorithm>
#include <array>

#include "compiler/base/ascii.hpp"
#include "grammar/number_rules.hpp"

namespace stet::grammar {

using prose::Bound;
using prose::Quantity;
using prose::QuantityKind;
using prose::Unit;

DigitGroups digit_groups(std::string_view text, std::size_t at) {
    std::size_t end = at, group = 0;
    bool grouped = false, odd = false;
    for (; end < text.size(); ++end) {
        if (ascii::digit(text[end])) {
            ++group;
        } else if (text[end] == ',' && end + 1 < text.size() && ascii::digit(text[end + 1])) {
            odd = odd || (grouped ? group != 3 : group > 3);
            grouped = true;
            group = 0;
        } else {
            break;
        }
    }
    return {end, grouped && (odd || group != 3)};
}

namespace {

/// Ages: "aged 18 to 21", "children under 18", "aged five or older", "under-18s".
void settle_age(Quantity& q, std::string_view text, const prose::Lead& lead, bool age_bound) {
    constexpr std::array<std::string_view, 8> people = {"children", "people",   "those",  "adults",
                                                        "pupils",   "students", "anyone", "young"};
    const bool plain =
        q.kind == QuantityKind::count || (q.kind == QuantityKind::duration && q.unit != Unit::working_day);
    if (!plain) return;
    const std::string_view before = prose::word_before(text, lead.begin);
    const bool of_people = std::find(people.begin(), people.end(), before) != people.end();
    const bool bounded_people = of_people && (q.bound == Bound::fewer || q.bound == Bound::more) &&
                                q.value <= Rational(25) &&
                                (q.kind == QuantityKind::duration || q.noun_begin == q.noun_end);
    const bool bounded_years = age_bound && q.value <= Rational(100) && q.noun_begin == q.noun_end;
    if (lead.age || bounded_people || bounded_years) {
        q.kind = QuantityKind::age;
        if (q.unit == Unit::none) q.unit = Unit::year;
    }
}

/// "6 weekly visits", "12 monthly reviews": how often, not how many.
void settle_interval(Quantity& q, std::string_view text) {
    struct Often {
        std::string_view word;
        Unit unit;
    };
    constexpr auto words = std::to_array<Often>(
        {{"hourly", Unit::hour}, {"weekly", Unit::week}, {"monthly", Unit::month}, {"yearly", Unit::year}});
    if (q.kind != QuantityKind::count || q.range || q.value == Rational(1) || text.substr(q.end, 1) != " ")
        return;
    const std::string_view next = prose::word_after(text, q.end);
    const auto often =
        std::find_if(words.begin(), words.end(), [&](const Often& w) { return w.word == next; });
    if (often == words.end()) return;
    q.kind = QuantityKind::duration, q.unit = often->unit, q.compound = true;
    q.end = q.noun_begin = q.noun_end = static_cast<std::uint32_t>(q.end + 1 + next.size());
}

/// "36 children and young people per 10,000": the noun stands between the number and what it is per.
void settle_rate(Quantity& q, std::string_view text) {
    constexpr std::string_view per = " per ";
    if (q.kind != QuantityKind::count || q.range || q.noun_begin == q.noun_end ||
        text.substr(q.noun_end, per.size()) != per)
        return;
    const std::size_t at = q.noun_end + per.size();
    if (at >= text.size() || !ascii::digit(text[at])) return;
    const auto base = read_number(text, at, {});
    if (!base || base->kind != QuantityKind::count || base->count != 1 || base->numbers[0].too_long) return;
    const Rational& value = base->numbers[0].value;
    for (const std::int64_t round : {100, 1000, 10000, 100000, 1000000}) {
        if (value != Rational(round)) continue;
        q.kind = QuantityKind::rate, q.per = round;
        q.end = static_cast<std::uint32_t>(base->end - text.data());
        return;
    }
}

}  // namespace

void settle_kind(Quantity& q, std::string_view text, const prose::Lead& lead, bool age_bound) {
    settle_age(q, text, lead, age_bound);
    settle_interval(q, text);
    settle_rate(q, text);
}

}  // namespace stet::grammar

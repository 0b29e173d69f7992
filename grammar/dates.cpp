// Dates and periods: PEGTL rules for every style that reports use, and the look back to a month's name.
#include "grammar/dates.hpp"

#include <array>
#include <tao/pegtl.hpp>
#include <tao/pegtl/contrib/analyze.hpp>

#include "compiler/base/ascii.hpp"
#include "compiler/prose/context.hpp"
#include "compiler/prose/number_words.hpp"

namespace stet::grammar {

namespace {

namespace p = tao::pegtl;
using prose::DateStyle;
using prose::Quantity;
using prose::QuantityKind;

struct Part {
    std::int32_t year = 0;  // 0: not given
    std::uint8_t month = 0;
    std::uint8_t day = 0;
    DateStyle style = DateStyle::none;
};

/// Fields as they are read; the rule of a whole date commits those that it read to `parts`.
struct Reading {
    bool between = false;
    std::uint8_t day = 0;
    std::uint8_t month = 0;
    std::int32_t year = 0;
    std::array<Part, 2> parts;
    std::size_t count = 0;
    DateStyle style = DateStyle::from_to;  // of two parts

    void commit(Part part) {
        if (count < parts.size()) parts[count++] = part;
    }
};

std::int32_t number(std::string_view digits) {
    std::int32_t value = 0;
    for (const char c : digits) value = value * 10 + (c - '0');
    return value;
}

std::size_t letters(const char* begin, const char* end) {
    std::size_t n = 0;
    while (n < 16 && begin + n < end && ascii::letter(begin[n])) ++n;
    return n;
}

struct space : p::sor<p::one<' '>, p::string<'\xC2', '\xA0'>> {};
/// Also what stands for it in some typesetting: hyphen, non-breaking hyphen, figure dash, minus sign,
/// box-drawing line.
struct dash : p::sor<p::one<'-'>, p::string<'\xE2', '\x80', '\x93'>, p::string<'\xE2', '\x80', '\x90'>,
                     p::string<'\xE2', '\x80', '\x91'>, p::string<'\xE2', '\x80', '\x92'>,
                     p::string<'\xE2', '\x88', '\x92'>, p::string<'\xE2', '\x94', '\x80'>> {};
struct edge : p::not_at<p::alnum> {};

struct month_word {
    using rule_t = month_word;
    using subs_t = p::empty_list;
    template <typename Input>
    static bool match(Input& in) {
        const std::size_t n = letters(in.current(), in.end());
        if (prose::month_number({in.current(), n}) == 0) return false;
        in.bump(n);
        return true;
    }
};

/// "and" joins two dates only after "between".
struct and_allowed {
    using rule_t = and_allowed;
    using subs_t = p::empty_list;
    template <p::apply_mode A, p::rewind_mode M, template <typename...> class Action,
              template <typename...> class Control, typename Input>
    static bool match(Input&, Reading& reading) {
        return reading.between;
    }
};

struct two_digits : p::rep<2, p::digit> {};
struct day_number : p::rep_min_max<1, 2, p::digit> {};
struct month_digits : p::rep_min_max<1, 2, p::digit> {};
struct short_year : p::seq<two_digits, edge> {};
struct century : p::sor<p::string<'1', '8'>, p::string<'1', '9'>, p::string<'2', '0'>> {};
struct year4 : p::seq<century, two_digits> {};
struct year_edge : p::not_at<p::sor<p::alnum, p::one<'%'>, p::seq<p::one<',', '.'>, p::digit>>> {};

struct ordinal_letters
    : p::sor<TAO_PEGTL_STRING("st"), TAO_PEGTL_STRING("nd"), TAO_PEGTL_STRING("rd"), TAO_PEGTL_STRING("th")> {
};
struct day : p::seq<day_number, p::opt<ordinal_letters>, edge> {};
struct of_month : p::seq<space, p::opt<TAO_PEGTL_STRING("of ")>, month_word> {};
struct then_year : p::seq<p::opt<p::one<','>>, space, year4, year_edge> {};
struct day_month_year : p::seq<day, of_month, then_year> {};
struct day_month : p::seq<day, of_month> {};
struct month_year : p::seq<month_word, then_year> {};
struct only_month : p::seq<month_word> {};
struct year_only : p::seq<year4, year_edge> {};

struct slash_date
    : p::seq<day_number, p::one<'/'>, month_digits, p::one<'/'>, p::sor<p::seq<year4, edge>, short_year>> {};
struct dotted_date : p::seq<day_number, p::one<'.'>, month_digits, p::one<'.'>, year4, edge> {};
struct iso_date : p::seq<year4, p::one<'-'>, month_digits, p::one<'-'>, day_number, edge> {};

template <typename Rule>
struct tried : p::seq<p::at<Rule>, Rule> {};

struct single : p::sor<tried<slash_date>, tried<dotted_date>, tried<iso_date>, tried<day_month_year>,
                       tried<day_month>, tried<month_year>, tried<year_only>> {};

struct to_word : p::sor<TAO_PEGTL_STRING(" to "), TAO_PEGTL_STRING(" until "),
                        p::seq<and_allowed, TAO_PEGTL_STRING(" and ")>> {};
struct join : p::sor<to_word, dash, p::seq<space, dash, space>> {};
struct tail : tried<p::seq<join, single>> {};

struct span_end_short : p::seq<two_digits, edge> {};
struct short_span : p::seq<year4, dash, span_end_short> {};
struct long_span : p::seq<year4, dash, year4, year_edge> {};
struct slash_span : p::seq<year4, p::one<'/'>, p::sor<p::seq<year4, edge>, span_end_short>> {};
struct span : p::sor<tried<short_span>, tried<long_span>, tried<slash_span>> {};

/// "14 to 16 January 2014": the first has only a day.
struct bare_day : p::seq<day> {};
struct day_range : tried<p::seq<bare_day, p::sor<to_word, dash, TAO_PEGTL_STRING(" and ")>,
                                p::sor<tried<day_month_year>, tried<day_month>>>> {};

struct date : p::sor<tried<iso_date>, span, day_range, p::seq<single, p::opt<tail>>> {};

template <typename Rule>
struct action : p::nothing<Rule> {};

template <>
struct action<day_number> {
    template <typename Input>
    static void apply(const Input& in, Reading& r) {
        r.day = static_cast<std::uint8_t>(number(in.string_view()));
    }
};
template <>
struct action<month_digits> {
    template <typename Input>
    static void apply(const Input& in, Reading& r) {
        r.month = static_cast<std::uint8_t>(number(in.string_view()));
    }
};
template <>
struct action<month_word> {
    template <typename Input>
    static void apply(const Input& in, Reading& r) {
        r.month = prose::month_number(in.string_view());
    }
};
template <>
struct action<year4> {
    template <typename Input>
    static void apply(const Input& in, Reading& r) {
        r.year = number(in.string_view());
    }
};
template <>
struct action<short_year> {
    template <typename Input>
    static void apply(const Input& in, Reading& r) {
        const std::int32_t two = number(in.string_view());
        r.year = two < 70 ? 2000 + two : 1900 + two;
    }
};

template <DateStyle Style>
struct commit_day {
    static void apply0(Reading& r) { r.commit({r.year, r.month, r.day, Style}); }
};
template <>
struct action<day_month_year> : commit_day<DateStyle::day_month_year> {};
template <>
struct action<slash_date> : commit_day<DateStyle::numeric> {};
template <>
struct action<dotted_date> : commit_day<DateStyle::numeric> {};
template <>
struct action<iso_date> : commit_day<DateStyle::numeric> {};
template <>
struct action<day_month> {
    static void apply0(Reading& r) { r.commit({0, r.month, r.day, DateStyle::day_month}); }
};
template <>
struct action<bare_day> {
    static void apply0(Reading& r) { r.commit({0, 0, r.day, DateStyle::day_month}); }
};
template <>
struct action<month_year> {
    static void apply0(Reading& r) { r.commit({r.year, r.month, 0, DateStyle::month_year}); }
};
template <>
struct action<year_only> {
    static void apply0(Reading& r) { r.commit({r.year, 0, 0, DateStyle::year}); }
};

template <DateStyle Style>
struct commit_span {
    template <typename Input>
    static void apply(const Input& in, Reading& r) {
        const std::string_view text = in.string_view();
        const std::int32_t first = number(text.substr(0, 4));
        const bool two = !ascii::digit(text[text.size() - 3]);
        std::int32_t last = number(text.substr(text.size() - (two ? 2 : 4)));
        if (two) last += first / 100 * 100 + (last < first % 100 ? 100 : 0);
        r.style = Style;
        r.commit({first, 0, 0, DateStyle::year});
        r.commit({last, 0, 0, DateStyle::year});
    }
};
template <>
struct action<short_span> : commit_span<DateStyle::short_span> {};
template <>
struct action<long_span> : commit_span<DateStyle::long_span> {};
template <>
struct action<slash_span> : commit_span<DateStyle::slash_span> {};

CivilDate first_day(const Part& part) {
    return {part.year, part.month == 0 ? std::uint8_t{1} : part.month,
            part.day == 0 ? std::uint8_t{1} : part.day};
}

CivilDate last_day(const Part& part) {
    if (part.day != 0) return first_day(part);
    const std::uint8_t month = part.month == 0 ? std::uint8_t{12} : part.month;
    return {part.year, month, days_in_month(part.year, month)};
}

/// "14 to 16 January 2014" and "November to January 2014": the first takes what only the second says.
void complete(Part& first, const Part& second) {
    if (first.month == 0 && first.day != 0) first.month = second.month;
    if (first.year == 0 && second.year != 0) {
        first.year = first.month > second.month ? second.year - 1 : second.year;
    }
}

/// Takes in "March" before "2013" and "January to" before that.
std::size_t look_back(std::string_view text, std::size_t at, std::size_t floor, Reading& reading) {
    Part& part = reading.parts[0];
    if (part.style != DateStyle::year || reading.style != DateStyle::from_to) return at;
    const std::string_view word = prose::word_before(text, at);
    const std::size_t begin = static_cast<std::size_t>(word.data() - text.data());
    if (word.empty() || begin < floor || prose::month_number(word) == 0) return at;
    part.month = prose::month_number(word);
    part.style = DateStyle::month_year;
    if (reading.count != 1) return begin;
    const std::string_view before = text.substr(0, begin);
    for (const std::string_view joint : {" to ", "\u2013", "-"}) {
        if (!before.ends_with(joint)) continue;
        const std::string_view other = prose::word_before(text, begin - joint.size());
        const std::size_t start = static_cast<std::size_t>(other.data() - text.data());
        if (other.empty() || start < floor || prose::month_number(other) == 0) continue;
        reading.parts[1] = part;
        reading.count = 2;
        part = {0, prose::month_number(other), 0, DateStyle::month_year};
        return start;
    }
    return begin;
}

}  // namespace

}  // namespace stet::grammar

namespace tao::pegtl {

template <typename Name>
struct analyze_traits<Name, stet::grammar::month_word> : analyze_any_traits<> {};
template <typename Name>
struct analyze_traits<Name, stet::grammar::and_allowed> : analyze_opt_traits<> {};

}  // namespace tao::pegtl

namespace stet::grammar {

std::size_t date_rule_problems() {
    return p::analyze<date>(-1);
}

std::optional<Quantity> read_date(std::string_view text, std::size_t at, std::size_t floor, bool between) {
    Reading reading;
    reading.between = between;
    p::memory_input<p::tracking_mode::lazy, p::eol::lf, const char*> in(text.data() + at,
                                                                        text.data() + text.size(), "");
    if (!p::parse<date, action>(in, reading) || reading.count == 0) return std::nullopt;
    Quantity q;
    q.end = static_cast<std::uint32_t>(in.current() - text.data());
    q.begin = static_cast<std::uint32_t>(look_back(text, at, floor, reading));
    q.number_begin = static_cast<std::uint32_t>(at);
    q.number_end = q.end;
    q.noun_begin = q.noun_end = q.end;
    Part& first = reading.parts[0];
    q.kind = reading.count == 2 ? QuantityKind::period : QuantityKind::date;
    if (reading.count == 2) complete(first, reading.parts[1]);
    q.date_style = reading.count == 2 ? reading.style : first.style;
    q.first = first_day(first);
    q.last = last_day(reading.count == 2 ? reading.parts[1] : first);
    if (q.date_style == DateStyle::year) {
        q.value = q.upper = Rational(first.year);
        q.step = Rational(1);
        q.interval = Interval::point(q.value);
    }
    return q;
}

}  // namespace stet::grammar

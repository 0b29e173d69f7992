// Quantities: PEGTL rules for numbers with their units, and for digits that only look like figures.
#include "grammar/number_rules.hpp"

#include <tao/pegtl.hpp>
#include <tao/pegtl/contrib/analyze.hpp>

#include "compiler/base/ascii.hpp"
#include "compiler/prose/number_words.hpp"

namespace stet::grammar {

namespace {

namespace p = tao::pegtl;
using prose::Bound;
using prose::NumberWordKind;
using prose::QuantityKind;
using prose::Unit;

constexpr std::size_t most_digits = 15;  // longer strings of digits name something

struct Scratch {
    NumberReading& out;
    NumberOptions options;
    std::int64_t total = 0;  // of number words: thousands and millions so far
    std::int64_t group = 0;  // of number words: below a thousand
    Number number;           // the number being read
};

std::size_t letters(const char* begin, const char* end) {
    constexpr std::size_t longest = 12;
    std::size_t n = 0;
    while (n < longest && begin + n < end && ascii::letter(begin[n])) ++n;
    return n;
}

// ---- rules that look words up --------------------------------------------------------------------------

template <NumberWordKind Kind>
struct word {
    using rule_t = word;
    using subs_t = p::empty_list;
    template <typename Input>
    static bool match(Input& in) {
        const std::size_t n = letters(in.current(), in.end());
        const auto found = prose::number_word({in.current(), n});
        if (!found || found->kind != Kind) return false;
        in.bump(n);
        return true;
    }
};

struct UnitWord {
    std::string_view word;
    Unit unit;
    QuantityKind kind;
};
constexpr UnitWord unit_words[] = {
    {"day", Unit::day, QuantityKind::duration},        {"week", Unit::week, QuantityKind::duration},
    {"month", Unit::month, QuantityKind::duration},    {"year", Unit::year, QuantityKind::duration},
    {"hour", Unit::hour, QuantityKind::duration},      {"minute", Unit::minute, QuantityKind::duration},
    {"seconds", Unit::second, QuantityKind::duration}, {"mile", Unit::mile, QuantityKind::measure},
    {"metre", Unit::metre, QuantityKind::measure},     {"kilometre", Unit::kilometre, QuantityKind::measure},
    {"hectare", Unit::hectare, QuantityKind::measure}, {"km", Unit::kilometre, QuantityKind::measure},
};

const UnitWord* find_unit(std::string_view text) {
    for (const UnitWord& u : unit_words) {
        if (ascii::equal_ignoring_case(text, u.word)) return &u;
        if (text.size() == u.word.size() + 1 && (text.back() | 0x20) == 's' && u.word.back() != 's' &&
            ascii::equal_ignoring_case(text.substr(0, u.word.size()), u.word)) {
            return &u;
        }
    }
    return nullptr;
}

struct unit_word {
    using rule_t = unit_word;
    using subs_t = p::empty_list;
    template <typename Input>
    static bool match(Input& in) {
        const std::size_t n = letters(in.current(), in.end());
        if (find_unit({in.current(), n}) == nullptr) return false;
        in.bump(n);
        return true;
    }
};

/// Succeeds without taking anything where the reader allows the construct.
template <bool NumberOptions::*Option>
struct allowed {
    using rule_t = allowed;
    using subs_t = p::empty_list;
    template <p::apply_mode A, p::rewind_mode M, template <typename...> class Action,
              template <typename...> class Control, typename Input>
    static bool match(Input&, Scratch& scratch) {
        return scratch.options.*Option;
    }
};

// ---- numbers -------------------------------------------------------------------------------------------

struct space : p::sor<p::one<' '>, p::string<'\xC2', '\xA0'>> {};
/// Also what stands for it in some typesetting: hyphen, non-breaking hyphen, figure dash, minus sign,
/// box-drawing line.
struct dash : p::sor<p::one<'-'>, p::string<'\xE2', '\x80', '\x93'>, p::string<'\xE2', '\x80', '\x90'>,
                     p::string<'\xE2', '\x80', '\x91'>, p::string<'\xE2', '\x80', '\x92'>,
                     p::string<'\xE2', '\x88', '\x92'>, p::string<'\xE2', '\x94', '\x80'>> {};
struct space_or_hyphen : p::sor<space, p::one<'-'>> {};
struct edge : p::not_at<p::alnum> {};

struct thousands
    : p::seq<p::rep_min_max<1, 3, p::digit>, p::plus<p::one<','>, p::rep<3, p::digit>, p::not_at<p::digit>>> {
};
struct digit_number : p::seq<p::sor<thousands, p::plus<p::digit>>, p::opt<p::one<'.'>, p::plus<p::digit>>> {};

template <NumberWordKind Kind>
struct scale : p::seq<word<Kind>> {};
struct any_scale : p::sor<scale<NumberWordKind::thousand>, scale<NumberWordKind::million>,
                          scale<NumberWordKind::billion>> {};

struct below_hundred
    : p::sor<p::seq<word<NumberWordKind::ten>, p::opt<space_or_hyphen, word<NumberWordKind::unit>>>,
             word<NumberWordKind::teen>, word<NumberWordKind::unit>> {};
struct and_space : p::sor<TAO_PEGTL_STRING(" and "), space> {};
struct one_or_more : p::sor<word<NumberWordKind::unit>, word<NumberWordKind::article>> {};
struct hundreds : p::seq<p::at<one_or_more, space, word<NumberWordKind::hundred>>, one_or_more, space,
                         word<NumberWordKind::hundred>, p::opt<and_space, below_hundred>> {};
struct group : p::sor<hundreds, below_hundred> {};
template <NumberWordKind Kind>
struct scaled : p::seq<p::at<p::sor<group, word<NumberWordKind::article>>, space, word<Kind>>,
                       p::sor<group, word<NumberWordKind::article>>, space, word<Kind>> {};
struct separator : p::sor<TAO_PEGTL_STRING(", and "), TAO_PEGTL_STRING(", "), and_space> {};
/// A small number joins after "and" only: "ten thousand, five" is two numbers.
struct last_group
    : p::sor<p::seq<and_space, group>, p::seq<TAO_PEGTL_STRING(", "), p::at<hundreds>, hundreds>> {};
struct from_thousands : p::seq<scaled<NumberWordKind::thousand>, p::opt<last_group>> {};
struct from_millions : p::seq<scaled<NumberWordKind::million>,
                              p::opt<separator, scaled<NumberWordKind::thousand>>, p::opt<last_group>> {};
struct word_number : p::seq<p::sor<from_millions, from_thousands, scaled<NumberWordKind::billion>, group,
                                   word<NumberWordKind::zero>>> {};

struct fresh : p::success {};
struct and_a_half : p::seq<TAO_PEGTL_ISTRING(" and a half"), edge> {};
struct number_body
    : p::seq<fresh, p::sor<p::seq<digit_number, p::opt<space, any_scale>>, word_number>, p::opt<and_a_half>> {
};
struct number : p::seq<number_body> {};

// ---- units ---------------------------------------------------------------------------------------------

struct percent_sign : p::seq<p::opt<space>, p::one<'%'>> {};
struct percent_words
    : p::seq<space, p::sor<TAO_PEGTL_ISTRING("per cent"), TAO_PEGTL_ISTRING("percent")>, edge> {};
struct percent : p::sor<percent_sign, percent_words> {};
struct points : p::seq<p::sor<percent, p::seq<space, TAO_PEGTL_ISTRING("percentage")>>, space_or_hyphen,
                       TAO_PEGTL_ISTRING("point"), p::opt<p::one<'s'>>, edge> {};

struct rate_intro : p::seq<space, p::sor<TAO_PEGTL_ISTRING("per"), TAO_PEGTL_ISTRING("for every")>, space> {};
struct rate_base : p::sor<number_body, word<NumberWordKind::hundred>, word<NumberWordKind::thousand>,
                          word<NumberWordKind::million>> {};
struct rate : p::seq<p::at<rate_intro, rate_base>, rate_intro, rate_base> {};

struct one_in_intro : p::seq<allowed<&NumberOptions::one_in>, space, TAO_PEGTL_ISTRING("in"), space,
                             p::opt<TAO_PEGTL_ISTRING("every")>, p::opt<space>> {};
struct one_in_base : p::seq<number_body> {};
struct one_in : p::seq<p::at<one_in_intro, one_in_base, edge, p::not_at<p::one<'-', '%'>>,
                             p::not_at<space_or_hyphen, unit_word>>,
                       one_in_intro, one_in_base> {};

struct part_word : p::sor<word<NumberWordKind::part>, word<NumberWordKind::ordinal>> {};
struct part_tail : p::seq<p::at<space_or_hyphen, part_word, edge>, space_or_hyphen, part_word> {};

struct old_suffix : p::seq<space_or_hyphen, TAO_PEGTL_ISTRING("old"), p::opt<p::one<'s'>>, edge> {};
struct of_age : p::seq<space, TAO_PEGTL_ISTRING("of age"), edge> {};
struct age : p::seq<p::at<space_or_hyphen, unit_word, p::sor<old_suffix, of_age>>, space_or_hyphen, unit_word,
                    p::sor<old_suffix, of_age>> {};
struct working
    : p::seq<TAO_PEGTL_ISTRING("working"), space, TAO_PEGTL_ISTRING("day"), p::opt<p::one<'s'>>, edge> {};
struct hyphen_unit : p::seq<p::one<'-'>, unit_word, edge> {};
struct measured : p::sor<p::seq<space, working>, p::seq<space, unit_word, edge>, hyphen_unit> {};

struct older : p::sor<TAO_PEGTL_ISTRING("older"), TAO_PEGTL_ISTRING("over"), TAO_PEGTL_ISTRING("above"),
                      TAO_PEGTL_ISTRING("upwards")> {};
struct younger
    : p::sor<TAO_PEGTL_ISTRING("younger"), TAO_PEGTL_ISTRING("under"), TAO_PEGTL_ISTRING("below")> {};
struct more : p::seq<TAO_PEGTL_ISTRING("more")> {};
struct fewer : p::sor<TAO_PEGTL_ISTRING("fewer"), TAO_PEGTL_ISTRING("less")> {};
struct or_word : p::seq<space, TAO_PEGTL_ISTRING("or"), space> {};
struct and_word : p::seq<space, TAO_PEGTL_ISTRING("and"), space> {};
struct or_more : p::sor<p::seq<p::sor<or_word, and_word>, older, edge>, p::seq<or_word, more, edge>,
                        p::seq<p::one<'+'>, edge>> {};
struct or_fewer : p::sor<p::seq<p::sor<or_word, and_word>, younger, edge>, p::seq<or_word, fewer, edge>> {};
struct trailing_bound : p::opt<p::sor<or_more, or_fewer>> {};

struct currency : p::sor<p::string<'\xC2', '\xA3'>, p::string<'\xE2', '\x82', '\xAC'>, p::one<'$'>> {};
struct money_scale
    : p::seq<p::sor<TAO_PEGTL_STRING("m"), TAO_PEGTL_STRING("bn"), TAO_PEGTL_STRING("k")>, edge> {};
struct joiner : p::sor<dash, p::seq<allowed<&NumberOptions::to>, TAO_PEGTL_STRING(" to ")>,
                       p::seq<allowed<&NumberOptions::and_>, TAO_PEGTL_STRING(" and ")>> {};
struct money_range : p::seq<p::at<joiner, p::opt<currency>, digit_number>, joiner, p::opt<currency>, number,
                            p::opt<money_scale>> {};
struct money : p::seq<currency, number, p::opt<money_scale>, p::opt<money_range>> {};

struct number_range : p::seq<p::at<joiner, number_body>, joiner, number> {};
struct percent_range : p::seq<p::at<joiner, number_body, percent>, joiner, number, percent> {};
struct tail : p::sor<points, p::seq<percent, p::opt<percent_range>>, age, rate, one_in, part_tail, measured> {
};
struct half : p::seq<p::opt<word<NumberWordKind::article>, space>, word<NumberWordKind::half>, edge> {};
struct part : p::seq<word<NumberWordKind::article>, part_tail> {};
struct ordinal : p::sor<p::seq<p::plus<p::digit>,
                               p::sor<TAO_PEGTL_STRING("st"), TAO_PEGTL_STRING("nd"), TAO_PEGTL_STRING("rd"),
                                      TAO_PEGTL_STRING("th")>,
                               edge>,
                        p::seq<p::at<word<NumberWordKind::ten>, p::one<'-'>, word<NumberWordKind::ordinal>>,
                               word<NumberWordKind::ten>, p::one<'-'>, word<NumberWordKind::ordinal>>,
                        word<NumberWordKind::ordinal>> {};
struct plain
    : p::seq<number,
             p::sor<p::seq<p::at<tail>, tail>, p::seq<p::opt<number_range>, p::opt<p::at<tail>, tail>>>> {};
struct quantity : p::seq<p::sor<ordinal, money, half, part, plain>, trailing_bound> {};

// ---- digits that name something ------------------------------------------------------------------------

struct phone_group : p::seq<p::one<' '>, p::rep_min_max<3, 8, p::digit>,
                            p::not_at<p::sor<p::digit, p::seq<p::one<','>, p::digit>, p::one<'%'>>>> {};
/// "020 7946 0000", "0300123": three digits alone that begin with a zero are a figure with a slip in it.
struct phone
    : p::seq<p::one<'0'>,
             p::sor<p::seq<p::rep_min_max<1, 2, p::digit>, p::not_at<p::digit>, p::plus<phone_group>>,
                    p::seq<p::rep_min<3, p::digit>, p::star<phone_group>>>> {};
struct dotted : p::seq<p::plus<p::digit>, p::rep_min<2, p::one<'.'>, p::plus<p::digit>>> {};
struct half_day
    : p::seq<p::sor<TAO_PEGTL_STRING("am"), TAO_PEGTL_STRING("pm"), TAO_PEGTL_STRING("noon")>, edge> {};
struct clock
    : p::seq<p::rep_min_max<1, 2, p::digit>,
             p::sor<p::seq<p::one<':'>, p::rep<2, p::digit>, edge>,
                    p::seq<p::opt<p::one<'.', ':'>, p::rep<2, p::digit>>, p::opt<space>, half_day>>> {};
struct grade : p::seq<p::upper, p::opt<p::one<'*'>>, p::opt<p::one<'s'>>> {};
struct grades : p::seq<p::plus<p::digit>, p::opt<space>,
                       p::sor<p::seq<p::upper, p::one<'*'>, p::opt<p::one<'s'>>,
                                     p::opt<p::sor<TAO_PEGTL_STRING(" to "), dash>, grade>>,
                              p::seq<p::upper, p::sor<TAO_PEGTL_STRING(" to "), dash>, grade>>,
                       edge> {};
struct slashed : p::seq<p::plus<p::digit>, p::one<'/', ':'>, p::plus<p::digit>,
                        p::star<p::one<'/', ':'>, p::plus<p::digit>>> {};
struct mixed : p::seq<p::plus<p::digit>, p::alpha, p::star<p::alnum>> {};
struct name : p::sor<dotted, phone, clock, grades, slashed, mixed> {};

// ---- actions -------------------------------------------------------------------------------------------

template <typename Rule>
struct action : p::nothing<Rule> {};

template <typename Input>
std::int64_t word_value(const Input& in) {
    return prose::number_word(in.string_view())->value;
}

template <>
struct action<fresh> {
    static void apply0(Scratch& s) {
        s.total = s.group = 0;
        s.number = {};
    }
};

struct add_to_group {
    template <typename Input>
    static void apply(const Input& in, Scratch& s) {
        s.group += word_value(in);
    }
};
template <>
struct action<word<NumberWordKind::unit>> : add_to_group {};
template <>
struct action<word<NumberWordKind::teen>> : add_to_group {};
template <>
struct action<word<NumberWordKind::ten>> : add_to_group {};
template <>
struct action<word<NumberWordKind::article>> : add_to_group {};
template <>
struct action<word<NumberWordKind::hundred>> {
    static void apply0(Scratch& s) { s.group = (s.group == 0 ? 1 : s.group) * 100; }
};
struct close_group {
    template <typename Input>
    static void apply(const Input& in, Scratch& s) {
        s.total += (s.group == 0 ? 1 : s.group) * word_value(in);
        s.group = 0;
    }
};
template <>
struct action<word<NumberWordKind::thousand>> : close_group {};
template <>
struct action<word<NumberWordKind::million>> : close_group {};
template <>
struct action<word<NumberWordKind::billion>> : close_group {};

template <>
struct action<word_number> {
    static void apply0(Scratch& s) {
        s.number.value = Rational(s.total + s.group);
        s.number.words = true;
    }
};

/// "1.2 million": the scale word after digits.
struct scale_digits {
    static void apply(Number& number, std::int64_t by) {
        number.value = number.value * Rational(by);
        number.step = number.step * Rational(by);
        number.scaled = true;
    }
};
template <>
struct action<any_scale> {
    static void apply0(Scratch& s) {
        scale_digits::apply(s.number, s.total);
        s.total = 0;
    }
};

template <>
struct action<digit_number> {
    template <typename Input>
    static void apply(const Input& in, Scratch& s) {
        Int128 value = 0;
        std::size_t digits = 0, decimals = 0;
        bool fraction = false;
        for (const char c : in.string_view()) {
            if (c == '.') fraction = true;
            if (!ascii::digit(c)) continue;
            if (++digits > most_digits) continue;
            value = value * 10 + (c - '0');
            decimals += fraction ? 1U : 0U;
        }
        s.number.too_long = digits > most_digits;
        s.number.decimals = static_cast<std::uint8_t>(decimals);
        s.number.step = Rational::power_of_ten(-static_cast<int>(decimals));
        s.number.value = Rational::ratio(value, 1) * s.number.step;
    }
};

template <>
struct action<and_a_half> {
    static void apply0(Scratch& s) {
        s.number.value = s.number.value + Rational::ratio(1, 2);
        s.number.step = Rational::ratio(1, 2);
    }
};

template <>
struct action<number> {
    template <typename Input>
    static void apply(const Input& in, Scratch& s) {
        if (s.out.count < s.out.numbers.size()) s.out.numbers[s.out.count++] = s.number;
        s.out.number_end = in.end();
    }
};

template <QuantityKind Kind>
struct set_kind {
    static void apply0(Scratch& s) { s.out.kind = Kind; }
};
template <>
struct action<percent> : set_kind<QuantityKind::percent> {};
template <>
struct action<points> : set_kind<QuantityKind::points> {};
template <>
struct action<age> : set_kind<QuantityKind::age> {};
template <>
struct action<ordinal> : set_kind<QuantityKind::ordinal> {};

template <>
struct action<unit_word> {
    template <typename Input>
    static void apply(const Input& in, Scratch& s) {
        const UnitWord* unit = find_unit(in.string_view());
        s.out.unit = unit->unit;
        s.out.kind = unit->kind;
        s.out.singular_unit = ascii::equal_ignoring_case(in.string_view(), unit->word);
    }
};
template <>
struct action<working> {
    static void apply0(Scratch& s) {
        s.out.unit = Unit::working_day;
        s.out.kind = QuantityKind::duration;
    }
};
template <>
struct action<hyphen_unit> {
    static void apply0(Scratch& s) { s.out.compound = true; }
};

template <>
struct action<rate_base> {
    template <typename Input>
    static void apply(const Input&, Scratch& s) {
        s.out.kind = QuantityKind::rate;
        s.out.per = s.number.value == Rational(0) ? Rational(s.total + s.group) : s.number.value;
    }
};
template <>
struct action<one_in_base> {
    static void apply0(Scratch& s) {
        s.out.kind = QuantityKind::fraction;
        s.out.per = s.number.value;
        s.out.one_in = true;
    }
};
template <>
struct action<part_word> {
    template <typename Input>
    static void apply(const Input& in, Scratch& s) {
        s.out.kind = QuantityKind::fraction;
        s.out.per = Rational(word_value(in));
    }
};
template <>
struct action<part> {
    template <typename Input>
    static void apply(const Input& in, Scratch& s) {
        s.out.numbers[0] = {Rational(1), Rational(1), 0, true, false, false};
        s.out.count = 1;
        s.out.number_end = in.end();
    }
};
template <>
struct action<half> {
    template <typename Input>
    static void apply(const Input& in, Scratch& s) {
        s.out.kind = QuantityKind::fraction;
        s.out.per = Rational(2);
        action<part>::apply(in, s);
    }
};

template <>
struct action<or_more> {
    static void apply0(Scratch& s) { s.out.bound = Bound::at_least; }
};
template <>
struct action<or_fewer> {
    static void apply0(Scratch& s) { s.out.bound = Bound::at_most; }
};
template <>
struct action<younger> {
    static void apply0(Scratch& s) { s.out.age_bound = true; }
};
template <>
struct action<older> : action<younger> {};

template <>
struct action<currency> {
    template <typename Input>
    static void apply(const Input& in, Scratch& s) {
        const std::string_view sign = in.string_view();
        s.out.kind = QuantityKind::money;
        s.out.unit = sign == "$" ? Unit::dollar : sign == "\u20AC" ? Unit::euro : Unit::pound;
    }
};
template <>
struct action<money_scale> {
    template <typename Input>
    static void apply(const Input& in, Scratch& s) {
        const char first = in.string_view().front();
        scale_digits::apply(s.out.numbers[s.out.count - 1], first == 'k'   ? 1000
                                                            : first == 'm' ? 1000000
                                                                           : 1000000000);
        s.out.number_end = in.end();
    }
};

}  // namespace

}  // namespace stet::grammar

namespace tao::pegtl {

template <typename Name, stet::prose::NumberWordKind Kind>
struct analyze_traits<Name, stet::grammar::word<Kind>> : analyze_any_traits<> {};
template <typename Name>
struct analyze_traits<Name, stet::grammar::unit_word> : analyze_any_traits<> {};
template <typename Name, bool stet::grammar::NumberOptions::*Option>
struct analyze_traits<Name, stet::grammar::allowed<Option>> : analyze_opt_traits<> {};

}  // namespace tao::pegtl

namespace stet::grammar {

std::optional<NumberReading> read_number(std::string_view text, std::size_t at,
                                         const NumberOptions& options) {
    NumberReading reading;
    Scratch scratch{reading, options, 0, 0, {}};
    p::memory_input<p::tracking_mode::lazy, p::eol::lf, const char*> in(text.data() + at,
                                                                        text.data() + text.size(), "");
    if (!p::parse<quantity, action>(in, scratch)) return std::nullopt;
    reading.end = in.current();
    if (reading.number_end == nullptr) reading.number_end = reading.end;
    return reading;
}

std::size_t read_name(std::string_view text, std::size_t at) {
    p::memory_input<p::tracking_mode::lazy, p::eol::lf, const char*> in(text.data() + at,
                                                                        text.data() + text.size(), "");
    return p::parse<name>(in) ? static_cast<std::size_t>(in.current() - text.data()) : at;
}

std::size_t number_rule_problems() {
    return p::analyze<quantity>(-1) + p::analyze<name>(-1);
}

}  // namespace stet::grammar

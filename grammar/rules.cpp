// Grammar of framework rules: PEGTL splits a line into subject, effect and terms, then names are looked up.
#include "grammar/rules.hpp"

#include <array>
#include <charconv>
#include <string>
#include <tao/pegtl.hpp>
#include <vector>

#include "compiler/base/catalogue.hpp"
#include "compiler/base/suggest.hpp"

namespace stet::grammar {

namespace {

namespace p = tao::pegtl;
using framework::Count;
using framework::Framework;
using framework::GradeId;
using framework::JudgementId;
using framework::Rule;
using framework::RuleKind;
using framework::Term;

// ---- grammar -----------------------------------------------------------------------------------------

struct gap : p::plus<p::blank> {};
struct word_end : p::at<p::sor<p::blank, p::one<','>, p::eof>> {};
template <class... Rules>
struct keyword : p::seq<Rules..., word_end> {};

struct k_is : keyword<p::sor<TAO_PEGTL_STRING("is"), TAO_PEGTL_STRING("are")>> {};
struct k_needs : keyword<TAO_PEGTL_STRING("needs")> {};
struct k_when : keyword<TAO_PEGTL_STRING("when")> {};
struct k_and : keyword<TAO_PEGTL_STRING("and")> {};
struct k_or : keyword<TAO_PEGTL_STRING("or")> {};
struct k_otherwise : keyword<TAO_PEGTL_STRING("otherwise")> {};
struct k_only : keyword<TAO_PEGTL_STRING("only")> {};
struct k_judgement : keyword<TAO_PEGTL_STRING("judg"), p::opt<p::one<'e'>>, TAO_PEGTL_STRING("ment")> {};

struct plain_word : p::plus<p::not_one<' ', '\t', ','>> {};
/// Words up to one of the keywords, the spaces between them included.
template <class... Stops>
struct phrase : p::list<p::seq<p::not_at<p::sor<Stops...>>, plain_word>, gap> {};

struct number : p::plus<p::digit> {};
struct number_word
    : keyword<p::sor<TAO_PEGTL_STRING("one"), TAO_PEGTL_STRING("two"), TAO_PEGTL_STRING("three"),
                     TAO_PEGTL_STRING("four"), TAO_PEGTL_STRING("five"), TAO_PEGTL_STRING("six")>> {};
struct amount : p::sor<p::seq<number, word_end>, number_word> {};

struct count_any : keyword<TAO_PEGTL_STRING("any")> {};
struct count_all : keyword<p::sor<TAO_PEGTL_STRING("all"), TAO_PEGTL_STRING("every")>> {};
struct count_none : keyword<TAO_PEGTL_STRING("no")> {};
struct count_rest : p::seq<keyword<TAO_PEGTL_STRING("the")>, gap, keyword<TAO_PEGTL_STRING("rest")>> {};
struct count_at_least
    : p::seq<keyword<TAO_PEGTL_STRING("at")>, gap, keyword<TAO_PEGTL_STRING("least")>, gap, amount> {};
struct count_at_most
    : p::seq<keyword<TAO_PEGTL_STRING("at")>, gap, keyword<TAO_PEGTL_STRING("most")>, gap, amount> {};
struct count_exactly : p::seq<keyword<TAO_PEGTL_STRING("exactly")>, gap, amount> {};
struct count_or_more : p::seq<amount, gap, k_or, gap, keyword<TAO_PEGTL_STRING("more")>> {};
struct count_or_fewer : p::seq<amount, gap, k_or, gap, keyword<TAO_PEGTL_STRING("fewer")>> {};
struct count_plain : amount {};
struct count : p::sor<count_any, count_all, count_none, count_at_least, count_at_most, count_exactly,
                      count_or_more, count_or_fewer, count_plain> {};

struct member : phrase<k_is, k_and> {};
struct comma : p::seq<p::star<p::blank>, p::one<','>, p::star<p::blank>> {};
struct members : p::list<member, comma> {};

struct or_better : keyword<TAO_PEGTL_STRING("better")> {};
struct or_worse : keyword<TAO_PEGTL_STRING("worse")> {};
struct term_grade : phrase<k_or, k_and> {};
struct term_grades : p::list<p::sor<or_better, or_worse, term_grade>, p::seq<gap, k_or, gap>> {};

struct of : p::opt<keyword<TAO_PEGTL_STRING("of")>, gap> {};
struct judgements_term
    : p::seq<p::sor<count_rest, p::seq<p::opt<count, gap, of>, members>>, gap, k_is, gap, term_grades> {};
struct condition_name : phrase<k_and> {};
struct condition_term : p::seq<p::opt<p::sor<count_any, count_none>, gap>, condition_name> {};

/// Actions are not undone on backtracking, so each way to read a term starts afresh.
struct fresh_term : p::success {};
struct finished_condition : p::success {};
struct finished_judgements : p::success {};
struct term_end : p::at<p::sor<p::eof, p::seq<gap, k_and>>> {};
struct term : p::sor<p::seq<fresh_term, judgements_term, term_end, finished_judgements>,
                     p::seq<fresh_term, condition_term, term_end, finished_condition>> {};
struct terms : p::list<term, p::seq<gap, k_and, gap>> {};

struct subject : phrase<k_is, k_needs> {};
struct effect_at_most : p::seq<keyword<TAO_PEGTL_STRING("at")>, gap, keyword<TAO_PEGTL_STRING("most")>, gap> {
};
struct effect_at_least
    : p::seq<keyword<TAO_PEGTL_STRING("at")>, gap, keyword<TAO_PEGTL_STRING("least")>, gap> {};
struct effect_grade : phrase<k_when, k_only, k_otherwise> {};
struct effect_only : k_only {};
struct effect_undecided : p::seq<k_needs, gap, k_judgement> {};
struct effect : p::sor<effect_undecided,
                       p::seq<k_is, gap, p::opt<p::sor<effect_at_most, effect_at_least>>, effect_grade>> {};
struct condition_part : p::sor<k_otherwise, p::seq<p::opt<effect_only, gap>, k_when, gap, terms>> {};
struct rule_line : p::seq<subject, gap, effect, gap, condition_part, p::eof> {};

// ---- what the grammar reads --------------------------------------------------------------------------

struct TermWords {
    bool condition = false;
    bool counted = false;
    bool all = false;
    bool rest = false;
    Count count{1, UINT16_MAX};
    std::uint16_t amount = 0;
    std::vector<std::string_view> members;
    std::vector<std::string_view> grades;
    bool or_better = false;
    bool or_worse = false;
    std::string_view condition_name;
};

struct RuleWords {
    std::string_view subject;
    RuleKind kind = RuleKind::is;
    std::string_view grade;
    TermWords term;
    std::vector<TermWords> terms;
};

template <class Rule>
struct action : p::nothing<Rule> {};

template <class Rule, std::string_view RuleWords::*Member>
struct store {
    template <class Input>
    static void apply(const Input& in, RuleWords& words) {
        words.*Member = in.string_view();
    }
};
template <>
struct action<subject> : store<subject, &RuleWords::subject> {};
template <>
struct action<effect_grade> : store<effect_grade, &RuleWords::grade> {};

template <RuleKind Kind>
struct set_kind {
    static void apply0(RuleWords& words) { words.kind = Kind; }
};
template <>
struct action<effect_at_most> : set_kind<RuleKind::at_most> {};
template <>
struct action<effect_at_least> : set_kind<RuleKind::at_least> {};
template <>
struct action<effect_only> : set_kind<RuleKind::only_when> {};
template <>
struct action<effect_undecided> : set_kind<RuleKind::undecided> {};

template <>
struct action<fresh_term> {
    static void apply0(RuleWords& words) { words.term = {}; }
};
template <>
struct action<finished_judgements> {
    static void apply0(RuleWords& words) { words.terms.push_back(words.term); }
};
template <>
struct action<finished_condition> {
    static void apply0(RuleWords& words) {
        words.term.condition = true;
        words.terms.push_back(words.term);
    }
};

template <>
struct action<number> {
    template <class Input>
    static void apply(const Input& in, RuleWords& words) {
        const std::string_view digits = in.string_view();
        std::uint16_t value = UINT16_MAX;
        std::from_chars(digits.data(), digits.data() + digits.size(), value);
        words.term.amount = value;
    }
};
template <>
struct action<number_word> {
    template <class Input>
    static void apply(const Input& in, RuleWords& words) {
        constexpr std::array<std::string_view, 6> names = {"one", "two", "three", "four", "five", "six"};
        for (std::size_t i = 0; i < names.size(); ++i) {
            if (in.string_view().starts_with(names[i])) words.term.amount = static_cast<std::uint16_t>(i + 1);
        }
    }
};

/// Sets the count from the amount read before.
template <class Make>
struct set_count {
    static void apply0(RuleWords& words) {
        words.term.count = Make{}(words.term.amount);
        words.term.counted = true;
    }
};
struct amount_or_more {
    Count operator()(std::uint16_t n) const { return {n, UINT16_MAX}; }
};
struct amount_or_fewer {
    Count operator()(std::uint16_t n) const { return {0, n}; }
};
struct exact_amount {
    Count operator()(std::uint16_t n) const { return {n, n}; }
};
struct one_or_more {
    Count operator()(std::uint16_t) const { return {1, UINT16_MAX}; }
};
struct none {
    Count operator()(std::uint16_t) const { return {0, 0}; }
};
template <>
struct action<count_at_least> : set_count<amount_or_more> {};
template <>
struct action<count_or_more> : set_count<amount_or_more> {};
template <>
struct action<count_at_most> : set_count<amount_or_fewer> {};
template <>
struct action<count_or_fewer> : set_count<amount_or_fewer> {};
template <>
struct action<count_exactly> : set_count<exact_amount> {};
template <>
struct action<count_plain> : set_count<exact_amount> {};
template <>
struct action<count_any> : set_count<one_or_more> {};
template <>
struct action<count_none> : set_count<none> {};
template <>
struct action<count_all> {
    static void apply0(RuleWords& words) { words.term.all = words.term.counted = true; }
};
template <>
struct action<count_rest> {
    static void apply0(RuleWords& words) { words.term.rest = true; }
};

template <>
struct action<member> {
    template <class Input>
    static void apply(const Input& in, RuleWords& words) {
        words.term.members.push_back(in.string_view());
    }
};
template <>
struct action<term_grade> {
    template <class Input>
    static void apply(const Input& in, RuleWords& words) {
        words.term.grades.push_back(in.string_view());
    }
};
template <>
struct action<or_better> {
    static void apply0(RuleWords& words) { words.term.or_better = true; }
};
template <>
struct action<or_worse> {
    static void apply0(RuleWords& words) { words.term.or_worse = true; }
};
template <>
struct action<condition_name> {
    template <class Input>
    static void apply(const Input& in, RuleWords& words) {
        words.term.condition_name = in.string_view();
    }
};

// ---- look-up of names --------------------------------------------------------------------------------

/// Finds what the words name, with a diagnostic for each name that is not known.
class Names {
  public:
    Names(std::string_view line, Span place, const Framework& framework, Diagnostics& diagnostics)
        : line_(line), place_(place), framework_(framework), diagnostics_(diagnostics) {}

    [[nodiscard]] bool failed() const { return failed_; }

    GradeId grade(std::string_view words) {
        if (const auto found = framework_.find_grade(words)) return *found;
        std::vector<std::string_view> known;
        for (const framework::Grade& grade : framework_.scale) known.push_back(grade.name);
        diagnostics_.add(span(words), diag::unknown_grade_in_framework, words)
            .with_help(did_you_mean(words, known));
        failed_ = true;
        return 0;
    }

    JudgementId judgement(std::string_view words) {
        if (const auto found = framework_.find_judgement(words)) return *found;
        std::vector<std::string_view> known = {"key"};
        for (const framework::Judgement& judgement : framework_.judgements) known.push_back(judgement.id);
        diagnostics_.add(span(words), diag::unknown_judgement_in_framework, words)
            .with_help(did_you_mean(words, known));
        failed_ = true;
        return 0;
    }

    std::string condition(std::string_view words) {
        for (const std::string& known : framework_.conditions) {
            if (known == words) return known;
        }
        const std::vector<std::string_view> known(framework_.conditions.begin(), framework_.conditions.end());
        diagnostics_.add(span(words), diag::unknown_condition, words).with_help(did_you_mean(words, known));
        failed_ = true;
        return {};
    }

    /// A judgement, or "key" for all key judgements.
    void add_members(std::string_view words, std::vector<JudgementId>& members) {
        if (words != "key") {
            members.push_back(judgement(words));
            return;
        }
        for (std::size_t i = 0; i < framework_.judgements.size(); ++i) {
            if (framework_.judgements[i].key) members.push_back(static_cast<JudgementId>(i));
        }
    }

  private:
    [[nodiscard]] Span span(std::string_view words) const {
        const auto begin = place_.begin + static_cast<std::uint32_t>(words.data() - line_.data());
        return {place_.file, begin, begin + static_cast<std::uint32_t>(words.size())};
    }

    std::string_view line_;
    Span place_;
    const Framework& framework_;
    Diagnostics& diagnostics_;
    bool failed_ = false;
};

void add_grades(const TermWords& words, const Framework& framework, Names& names, Term& term) {
    for (const std::string_view grade : words.grades) term.grades.push_back(names.grade(grade));
    if (names.failed() || term.grades.empty()) return;
    const GradeId named = term.grades.front();
    for (std::size_t i = 0; i < framework.scale.size(); ++i) {
        const auto grade = static_cast<GradeId>(i);
        if ((words.or_better && grade < named) || (words.or_worse && grade > named))
            term.grades.push_back(grade);
    }
}

Term to_term(const TermWords& words, const Framework& framework, Names& names) {
    Term term;
    term.count = words.count;
    if (words.condition) {
        term.kind = Term::Kind::condition;
        term.condition = names.condition(words.condition_name);
        return term;
    }
    term.rest = words.rest;
    for (const std::string_view member : words.members) names.add_members(member, term.judgements);
    add_grades(words, framework, names, term);
    if (words.all || !words.counted) term.count = {Count::all, UINT16_MAX};
    return term;
}

}  // namespace

std::optional<Rule> parse_rule(std::string_view text, Span place, const Framework& framework,
                               Diagnostics& diagnostics) {
    RuleWords words;
    p::memory_input<p::tracking_mode::lazy> input(text.data(), text.data() + text.size(), "");
    const bool read = p::parse<rule_line, action>(input, words);
    if (!read || (!words.terms.empty() && words.terms.front().rest)) {
        diagnostics.add(place, diag::rule_not_understood, text)
            .with_help(
                "write `overall is GRADE when any key is GRADE`, `... is at most GRADE when ...`, "
                "`... is GRADE only when ... and the rest are GRADE`, `... needs judgement when ...` or "
                "`... is GRADE otherwise`");
        return std::nullopt;
    }
    Names names(text, place, framework, diagnostics);
    Rule rule;
    rule.kind = words.kind;
    rule.subject = names.judgement(words.subject);
    if (rule.kind != RuleKind::undecided) rule.grade = names.grade(words.grade);
    for (const TermWords& term : words.terms) rule.terms.push_back(to_term(term, framework, names));
    rule.text = text;
    rule.span = place;
    if (names.failed()) return std::nullopt;
    return rule;
}

}  // namespace stet::grammar

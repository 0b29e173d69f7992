// Formulas over facts: PEGTL rules that build the nodes in postfix order; values by the quantity grammar.
#include "grammar/formulas.hpp"

#include <algorithm>
#include <tao/pegtl.hpp>
#include <tao/pegtl/contrib/analyze.hpp>

#include "compiler/base/ascii.hpp"
#include "compiler/base/catalogue.hpp"
#include "grammar/quantities.hpp"

namespace stet::grammar {

namespace {

namespace p = tao::pegtl;
using prose::Form;
using prose::Formula;
using prose::FormulaNode;
using prose::Operation;
using prose::QuantityKind;

/// The nodes so far, the indices of those that wait for an operator, and how far the text was understood.
struct Building {
    std::string_view text;
    Span span;
    Formula formula;
    std::vector<std::uint32_t> waiting;
    std::vector<std::pair<Operation, std::size_t>>
        calls;  ///< function and where its operands start in `waiting`
    Rational per;
    std::size_t understood = 0;

    [[nodiscard]] Span place(const char* begin, const char* end) const {
        return {span.file, span.begin + static_cast<std::uint32_t>(begin - text.data()),
                span.begin + static_cast<std::uint32_t>(end - text.data())};
    }
    void push(FormulaNode node) {
        waiting.push_back(static_cast<std::uint32_t>(formula.nodes.size()));
        formula.nodes.push_back(std::move(node));
    }
    /// Makes one node of the operands that wait from `first` on.
    void combine(Operation operation, std::size_t first) {
        FormulaNode node;
        node.operation = operation;
        node.number = per;
        node.operands.assign(waiting.begin() + static_cast<std::ptrdiff_t>(first), waiting.end());
        node.span =
            cover(formula.nodes[node.operands.front()].span, formula.nodes[node.operands.back()].span);
        waiting.resize(first);
        push(std::move(node));
    }
    void combine_two(Operation operation) { combine(operation, waiting.size() - 2); }
};

struct blanks : p::star<p::one<' ', '\t', '\n', '\r'>> {};
template <typename Text>
struct key : p::seq<Text, p::not_at<p::sor<p::alnum, p::one<'_', '.', '-'>>>> {};
struct of : key<TAO_PEGTL_STRING("of")> {};
struct per : key<TAO_PEGTL_STRING("per")> {};
struct as : key<TAO_PEGTL_STRING("as")> {};
struct sum_name : key<TAO_PEGTL_STRING("sum")> {};
struct average_name : key<TAO_PEGTL_STRING("average")> {};
struct change_name : key<TAO_PEGTL_STRING("change")> {};
struct reserved : p::sor<of, per, as> {};

struct name : p::seq<p::not_at<reserved>, p::sor<p::alpha, p::one<'_'>>,
                     p::star<p::sor<p::alnum, p::one<'_', '.', '-'>>>> {};
struct number_text : p::seq<p::plus<p::digit>, p::star<p::one<','>, p::rep<3, p::digit>>,
                            p::opt<p::one<'.'>, p::plus<p::digit>>> {};
struct number : p::seq<number_text> {};
struct rate_base : p::seq<number_text> {};

struct sum_expression;
struct parenthesised : p::seq<p::one<'('>, blanks, sum_expression, blanks, p::one<')'>> {};
struct function : p::sor<sum_name, average_name, change_name> {};
struct call
    : p::seq<p::at<function, blanks, p::one<'('>>, function, blanks, p::one<'('>, blanks, sum_expression,
             p::star<blanks, p::one<','>, blanks, sum_expression>, blanks, p::one<')'>> {};
struct factor;
struct negation : p::seq<p::one<'-'>, blanks, factor> {};
struct factor : p::sor<negation, parenthesised, call, number, name> {};
struct times : p::seq<blanks, p::one<'*'>, blanks, factor> {};
struct over : p::seq<blanks, p::one<'/'>, blanks, factor> {};
struct product : p::seq<factor, p::star<p::sor<times, over>>> {};
struct plus : p::seq<blanks, p::one<'+'>, blanks, product> {};
struct minus : p::seq<blanks, p::one<'-'>, blanks, product> {};
struct sum_expression : p::seq<product, p::star<p::sor<plus, minus>>> {};
struct share : p::seq<blanks, of, blanks, sum_expression> {};
struct rate : p::seq<blanks, per, blanks, rate_base, blanks, of, blanks, sum_expression> {};
struct form_name : p::sor<key<TAO_PEGTL_STRING("percent")>, key<TAO_PEGTL_STRING("words")>,
                          key<TAO_PEGTL_STRING("digits")>, key<TAO_PEGTL_STRING("date")>,
                          key<TAO_PEGTL_STRING("source")>> {};
struct form : p::seq<blanks, as, blanks, form_name> {};
struct formula : p::seq<blanks, sum_expression, p::opt<p::sor<share, rate>>, p::opt<form>, blanks, p::eof> {};

template <typename Rule>
struct action : p::nothing<Rule> {};

template <typename Input>
void note_progress(const Input& in, Building& b) {
    b.understood = std::max(b.understood, static_cast<std::size_t>(in.end() - b.text.data()));
}

template <>
struct action<name> {
    template <typename Input>
    static void apply(const Input& in, Building& b) {
        note_progress(in, b);
        b.push({Operation::fact, b.place(in.begin(), in.end()), in.string_view(), {}, {}});
    }
};

Rational parse_number(std::string_view text) {
    const auto read = read_quantities(text);
    return read.size() == 1 && read[0].end == text.size() ? read[0].value : Rational::unknown();
}

template <>
struct action<number> {
    template <typename Input>
    static void apply(const Input& in, Building& b) {
        note_progress(in, b);
        b.push({Operation::number, b.place(in.begin(), in.end()), {}, parse_number(in.string_view()), {}});
    }
};
template <>
struct action<rate_base> {
    template <typename Input>
    static void apply(const Input& in, Building& b) {
        note_progress(in, b);
        b.per = parse_number(in.string_view());
    }
};
template <>
struct action<negation> {
    static void apply0(Building& b) { b.combine(Operation::negate, b.waiting.size() - 1); }
};
template <>
struct action<function> {
    template <typename Input>
    static void apply(const Input& in, Building& b) {
        const char first = in.string_view().front();
        const Operation operation = first == 's'   ? Operation::sum
                                    : first == 'a' ? Operation::average
                                                   : Operation::change;
        b.calls.emplace_back(operation, b.waiting.size());
    }
};
template <>
struct action<call> {
    template <typename Input>
    static void apply(const Input& in, Building& b) {
        note_progress(in, b);
        b.combine(b.calls.back().first, b.calls.back().second);
        b.formula.nodes.back().span = b.place(in.begin(), in.end());
        b.calls.pop_back();
    }
};
template <Operation O>
struct combine_two {
    static void apply0(Building& b) { b.combine_two(O); }
};
template <>
struct action<times> : combine_two<Operation::multiply> {};
template <>
struct action<over> : combine_two<Operation::divide> {};
template <>
struct action<plus> : combine_two<Operation::add> {};
template <>
struct action<minus> : combine_two<Operation::subtract> {};
template <>
struct action<share> : combine_two<Operation::share> {};
template <>
struct action<rate> : combine_two<Operation::rate> {};
template <>
struct action<form_name> {
    template <typename Input>
    static void apply(const Input& in, Building& b) {
        note_progress(in, b);
        switch (in.string_view().front()) {
            case 'p':
                b.formula.form = Form::percent;
                break;
            case 'w':
                b.formula.form = Form::words;
                break;
            case 's':
                b.formula.form = Form::source;
                break;
            default:
                b.formula.form = in.string_view() == "date" ? Form::date : Form::digits;
        }
    }
};

/// The rules recurse at parentheses and at signs; names and numbers end a row of signs.
bool too_deep(std::string_view text) {
    std::size_t open = 0, signs = 0;
    for (const char c : text) {
        if (c == '(') ++open;
        if (c == ')' && open > 0) --open;
        if (c == '-') ++signs;
        if (ascii::alphanumeric(c)) signs = 0;
        if (open + signs > max_formula_depth) return true;
    }
    return false;
}

/// "of NAME" at the end of a value; the rest stays in `text`.
prose::NameUse take_base(std::string_view& text, std::string_view whole, Span span) {
    const std::size_t of_at = text.starts_with("of ") ? 0 : text.rfind(" of ");
    if (of_at == std::string_view::npos) return {};
    const std::size_t name_at = of_at + (of_at == 0 && text.starts_with("of ") ? 3 : 4);
    const std::string_view name = text.substr(name_at);
    if (name.empty() || name.find(' ') != std::string_view::npos) return {};
    Span place = span;
    if (span.size() == whole.size()) {
        place.begin += static_cast<std::uint32_t>(name.data() - whole.data());
        place.end = place.begin + static_cast<std::uint32_t>(name.size());
    }
    text = text.substr(0, of_at);
    return {name, place};
}

}  // namespace

Formula read_formula(std::string_view text, Span span, Diagnostics& diagnostics) {
    Building building;
    building.text = text;
    building.span = span;
    p::memory_input<p::tracking_mode::lazy, p::eol::lf, const char*> in(text.data(),
                                                                        text.data() + text.size(), "");
    if (too_deep(text) || !p::parse<formula, action>(in, building)) {
        Span rest = span;
        rest.begin += static_cast<std::uint32_t>(std::min<std::size_t>(building.understood, span.size()));
        if (rest.empty()) rest = span;
        diagnostics.add(rest, diag::formula_unreadable,
                        text.substr(building.understood).empty() ? text : text.substr(building.understood));
        Formula unreadable;
        unreadable.span = span;
        return unreadable;
    }
    building.formula.span = span;
    return std::move(building.formula);
}

void read_value(std::string_view text, Span span, prose::FactDeclaration& fact, Diagnostics& diagnostics) {
    const bool minus = text.starts_with("-") || text.starts_with("\u2212");
    const std::string_view unsigned_text = minus ? text.substr(text.starts_with("-") ? 1 : 3) : text;
    auto found = read_quantities(unsigned_text);
    const auto fail = [&] { diagnostics.add(span, diag::fact_value_unreadable, text); };
    if (found.empty() || found[0].begin != 0 || found[0].kind == QuantityKind::name ||
        found[0].kind == QuantityKind::ordinal)
        return fail();
    prose::Quantity q = found[0];
    std::string_view rest = ascii::trimmed(unsigned_text.substr(q.end));
    prose::NameUse base = take_base(rest, text, span);
    const std::size_t rest_end = static_cast<std::size_t>(rest.data() - unsigned_text.data()) + rest.size();
    if (found.size() > 1 && found[1].begin < rest_end && found[1].is_figure()) return fail();
    if (q.kind == QuantityKind::date && q.date_style == prose::DateStyle::year) {
        q.kind = QuantityKind::count;  // a value of four digits is a number here
        q.date_style = prose::DateStyle::none;
    }
    (q.kind == QuantityKind::rate ? fact.population : fact.base) = base;
    fact.noun = ascii::trimmed(rest);
    if (minus) {
        q.value = -q.value;
        q.upper = -q.upper;
        q.interval = -q.interval;
    }
    fact.stated = q;
}

std::size_t formula_rule_problems() {
    return p::analyze<formula>(-1);
}

}  // namespace stet::grammar

// Braces: keywords, labels and facts, and the attributes at the end of a block.
#include "grammar/braces.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cctype>

#include "compiler/base/catalogue.hpp"
#include "compiler/base/suggest.hpp"
#include "grammar/analysis.hpp"
#include "grammar/slices.hpp"

namespace stet::grammar {

namespace {

namespace pegtl = tao::pegtl;
using pegtl::ascii::alnum;
using pegtl::ascii::alpha;
using pegtl::ascii::one;

struct Keyword {
    std::string_view name;
    ast::BraceKind kind;
};
constexpr std::array<Keyword, 7> keywords{{{"see", ast::BraceKind::see},
                                           {"grade", ast::BraceKind::grade},
                                           {"because", ast::BraceKind::because},
                                           {"judges", ast::BraceKind::judges},
                                           {"evidence", ast::BraceKind::evidence},
                                           {"note", ast::BraceKind::note},
                                           {"stet", ast::BraceKind::stet}}};
constexpr std::array<std::string_view, 7> keyword_names{"see",      "grade", "because", "judges",
                                                        "evidence", "note",  "stet"};

/// The parts of a brace as the grammar finds them.
struct Parts {
    std::string_view word;      ///< the first word, where white space or nothing follows it
    std::string_view argument;  ///< behind the word (or `#`)
    std::string_view whole;
    bool label = false;
};

struct white : one<' ', '\t', '\r', '\n'> {};
struct spaces : pegtl::star<white> {};
struct words : pegtl::star<pegtl::any> {};
struct hash : one<'#'> {};
struct first_word : pegtl::plus<alpha> {};
struct argument : words {};
struct labelled : pegtl::seq<hash, spaces, argument> {};
struct keyworded : pegtl::seq<first_word, pegtl::sor<pegtl::eof, pegtl::seq<pegtl::plus<white>, argument>>> {
};
struct expression : words {};
struct inside
    : pegtl::seq<spaces, pegtl::sor<labelled, pegtl::seq<pegtl::at<keyworded>, keyworded>, expression>> {};

struct label_name : pegtl::seq<alnum, pegtl::star<pegtl::sor<alnum, one<'_', '-', '.'>>>, pegtl::eof> {};

template <class Rule>
struct action {};
template <std::string_view Parts::*Member>
struct keeps {
    template <class In>
    static void apply(const In& in, Parts& parts) {
        parts.*Member = {in.begin(), in.size()};
    }
};
template <>
struct action<first_word> : keeps<&Parts::word> {};
template <>
struct action<argument> : keeps<&Parts::argument> {};
template <>
struct action<expression> : keeps<&Parts::argument> {};
template <>
struct action<hash> {
    static void apply0(Parts& parts) { parts.label = true; }
};
template <class Rule>
bool run(std::string_view text, Parts& parts) {
    Input in = input(text);
    return pegtl::parse<Rule, action>(in, parts);
}

/// Words that may follow a fact's name in an expression, so that `{cla as percent}` is no unknown keyword.
bool continues_expression(std::string_view argument) {
    if (argument.empty()) return true;
    if (std::isalpha(static_cast<unsigned char>(argument.front())) == 0) return argument.front() != '#';
    constexpr std::array<std::string_view, 7> words_of_expressions{"as",      "of",    "per", "in",
                                                                   "rounded", "minus", "plus"};
    const std::string_view first = argument.substr(0, argument.find_first_of(" \t\r\n"));
    return std::find(words_of_expressions.begin(), words_of_expressions.end(), first) !=
           words_of_expressions.end();
}

const Keyword* find_keyword(std::string_view word) {
    const auto found =
        std::find_if(keywords.begin(), keywords.end(), [&](const Keyword& k) { return k.name == word; });
    return found == keywords.end() ? nullptr : &*found;
}

/// The keyword that a brace begins with; a near miss is reported and taken as meant.
const Keyword* keyword_of(Context& context, const Parts& parts) {
    if (parts.word.empty()) return nullptr;
    if (const Keyword* exact = find_keyword(parts.word)) return exact;
    if (continues_expression(parts.argument)) return nullptr;
    const std::string_view meant = nearest(parts.word, keyword_names);
    if (meant.empty()) return nullptr;
    const std::uint32_t at = context.offset(parts.word);
    const Span span = context.span(at, at + static_cast<std::uint32_t>(parts.word.size()));
    context.diagnostics.add(span, diag::unknown_keyword, parts.word)
        .with_help(did_you_mean(parts.word, keyword_names))
        .fix(fmt::format("write `{}`", meant), span, std::string(meant));
    return find_keyword(meant);
}

bool check_argument(Context& context, const ast::Brace& brace) {
    if (brace.argument.empty()) {
        context.diagnostics.add(brace.span, diag::brace_without_argument,
                                context.view(brace.span.begin, brace.span.end));
        return false;
    }
    Parts parts;
    if (brace.kind == ast::BraceKind::label && !run<label_name>(brace.argument.text, parts)) {
        context.diagnostics.add(brace.argument.span, diag::bad_label, brace.argument.text);
    }
    return true;
}

}  // namespace

bool read_brace(Context& context, std::uint32_t begin, std::uint32_t end, ast::Brace& out) {
    out.span = context.span(begin, end);
    Parts parts;
    std::string_view content = context.view(begin + 1, end - 1);
    content = content.substr(0, content.find_last_not_of(" \t\r\n") + 1);
    run<inside>(content, parts);
    if (!parts.label && parts.word.empty() && parts.argument.empty()) {
        context.diagnostics.add(out.span, diag::empty_brace);
        return false;
    }
    std::string_view argument = parts.argument;
    if (parts.label) {
        out.kind = ast::BraceKind::label;
    } else if (const Keyword* keyword = keyword_of(context, parts)) {
        out.kind = keyword->kind;
    } else {
        out.kind = ast::BraceKind::fact;
        if (!parts.word.empty()) {
            const char* last =
                argument.empty() ? parts.word.data() + parts.word.size() : argument.data() + argument.size();
            argument = {parts.word.data(), static_cast<std::size_t>(last - parts.word.data())};
        }
    }
    const std::uint32_t at = argument.empty() ? end - 1 : context.offset(argument);
    out.argument = context.word(at, at + static_cast<std::uint32_t>(argument.size()));
    return check_argument(context, out);
}

bool belongs_to_block(ast::BraceKind kind) {
    switch (kind) {
        case ast::BraceKind::label:
        case ast::BraceKind::because:
        case ast::BraceKind::judges:
        case ast::BraceKind::stet:
        case ast::BraceKind::evidence:
        case ast::BraceKind::note:
            return true;
        case ast::BraceKind::fact:
        case ast::BraceKind::see:
        case ast::BraceKind::grade:
            return false;
    }
    return false;
}

namespace {

/// Takes white space off the end of the last text; true where that text is used up.
bool trim_end(ast::Inlines& inlines) {
    auto* text = inlines.empty() ? nullptr : std::get_if<ast::Text>(&inlines.back().content);
    if (text == nullptr || text->text.size() != inlines.back().span.size()) return false;
    const std::size_t last = text->text.find_last_not_of(" \t\r\n");
    if (last == std::string_view::npos) {
        inlines.pop_back();
        return true;
    }
    text->text = text->text.substr(0, last + 1);
    inlines.back().span.end = inlines.back().span.begin + static_cast<std::uint32_t>(last + 1);
    return false;
}

void move_inner_attributes(Context& context, ast::Inlines& inlines, std::vector<ast::Brace>& attributes) {
    const auto misplaced = [&](const ast::Inline& node) {
        const auto* brace = node.as<ast::Brace>();
        if (brace == nullptr || !belongs_to_block(brace->kind)) return false;
        if (brace->kind == ast::BraceKind::evidence || brace->kind == ast::BraceKind::note) return false;
        context.diagnostics.add(brace->span, diag::attribute_not_last,
                                context.view(brace->span.begin, brace->span.end));
        attributes.push_back(*brace);
        return true;
    };
    inlines.erase(std::remove_if(inlines.begin(), inlines.end(), misplaced), inlines.end());
    for (ast::Inline& node : inlines) {
        if (auto* e = std::get_if<ast::Emphasis>(&node.content))
            move_inner_attributes(context, e->content, attributes);
        if (auto* s = std::get_if<ast::Strong>(&node.content))
            move_inner_attributes(context, s->content, attributes);
        if (auto* l = node.as<ast::Link>()) move_inner_attributes(context, l->content, attributes);
        if (auto* a = node.as<ast::Assertion>()) move_inner_attributes(context, a->content, attributes);
    }
}

}  // namespace

void take_attributes(Context& context, ast::Inlines& inlines, std::vector<ast::Brace>& attributes) {
    const auto first = static_cast<std::ptrdiff_t>(attributes.size());
    while (!inlines.empty()) {
        while (trim_end(inlines)) {
        }
        const auto* brace = inlines.empty() ? nullptr : inlines.back().as<ast::Brace>();
        if (brace == nullptr || !belongs_to_block(brace->kind)) break;
        attributes.push_back(*brace);
        inlines.pop_back();
    }
    std::reverse(attributes.begin() + first, attributes.end());
    move_inner_attributes(context, inlines, attributes);
}

std::size_t analyze_braces() {
    return pegtl::analyze<inside>() + pegtl::analyze<label_name>();
}

}  // namespace stet::grammar

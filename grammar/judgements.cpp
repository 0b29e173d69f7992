// `@judgements` and `@contents`: a line for each entry, more below it by indent.
#include <algorithm>

#include "compiler/base/catalogue.hpp"
#include "grammar/analysis.hpp"
#include "grammar/arguments.hpp"
#include "grammar/directives.hpp"
#include "grammar/slices.hpp"

namespace stet::grammar {

namespace {

namespace pegtl = tao::pegtl;

struct gap : pegtl::sor<pegtl::one<'\t'>, pegtl::two<' '>> {};
struct judgement_name : pegtl::plus<pegtl::seq<pegtl::not_at<gap>, pegtl::any>> {};
struct judgement_line : pegtl::seq<judgement_name, pegtl::star<pegtl::ascii::blank>> {};
struct because
    : pegtl::seq<pegtl::string<'b', 'e', 'c', 'a', 'u', 's', 'e', ':'>, pegtl::star<pegtl::ascii::blank>> {};

struct Parts {
    std::uint32_t name = 0;
    std::uint32_t head = 0;
};
template <class Rule>
struct action {};
template <>
struct action<judgement_name> {
    template <class In>
    static void apply(const In& in, Parts& parts) {
        parts.name = static_cast<std::uint32_t>(in.size());
    }
};
template <>
struct action<judgement_line> {
    template <class In>
    static void apply(const In& in, Parts& parts) {
        parts.head = static_cast<std::uint32_t>(in.size());
    }
};
template <>
struct action<because> {
    template <class In>
    static void apply(const In& in, Parts& parts) {
        parts.head = static_cast<std::uint32_t>(in.size());
    }
};

ast::JudgementLine read_line(Context& context, const Line& line) {
    Parts parts;
    Input in = input(context.view(line.begin, line.end));
    pegtl::parse<judgement_line, action>(in, parts);
    ast::JudgementLine made;
    made.span = context.span(line.begin, line.end);
    made.name = context.word(line.begin, line.begin + parts.name);
    made.grade = context.word(line.end, line.end);
    const std::uint32_t start = line.begin + parts.head;
    if (start < line.end) {
        Arguments arguments = read_arguments(context, {{start, line.end}});
        made.attributes = std::move(arguments.attributes);
        if (!arguments.items.empty()) {
            made.grade = context.word(arguments.items.front().span.begin, arguments.items.back().span.end);
        }
    }
    return made;
}

/// One paragraph below a judgement: a statement for the cover, or `because:` with the rationale.
void read_statement(Context& context, const std::vector<Line>& lines, std::size_t from, std::size_t to,
                    ast::JudgementLine& out) {
    Parts parts;
    Input in = input(context.view(lines[from].begin, lines[from].end));
    out.span.end = lines[to - 1].end;
    if (pegtl::parse<because, action>(in, parts)) {
        if (!out.rationale.empty()) {
            context.diagnostics.add(context.span(lines[from].begin, lines[from].end), diag::second_rationale,
                                    out.name.text);
            return;
        }
        std::uint32_t begin = lines[from].begin + parts.head;
        if (begin >= lines[from].end && from + 1 < to) begin = lines[from + 1].begin;
        out.rationale = context.word(std::min(begin, out.span.end), out.span.end);
        return;
    }
    Slices slices;
    for (std::size_t i = from; i < to; ++i) slices.push_back({lines[i].begin, lines[i].end});
    out.statements.push_back(read_inline(context, slices, out.attributes));
}

void refuse_head(Context& context, const DirectiveLines& lines) {
    if (lines.head.content == lines.head.end) return;
    context.diagnostics.add(context.span(lines.head.content, lines.head.end), diag::unexpected_words,
                            context.view(lines.head.content, lines.head.end));
}

void need_lines(Context& context, const DirectiveLines& lines) {
    if (!lines.body.empty()) return;
    context.diagnostics.add(context.span(lines.head.begin, lines.head.end), diag::directive_incomplete,
                            context.view(lines.head.begin + 1, lines.head.mark), "indented lines below it");
}

}  // namespace

ast::Judgements read_judgements(Context& context, const DirectiveLines& lines) {
    refuse_head(context, lines);
    need_lines(context, lines);
    ast::Judgements made;
    const std::vector<Line>& body = lines.body;
    std::uint32_t indent = body.empty() ? 0 : body.front().indent;
    for (std::size_t i = 0; i < body.size();) {
        if (made.lines.empty() || body[i].indent <= indent) {
            indent = body[i].indent;
            made.lines.push_back(read_line(context, body[i++]));
            continue;
        }
        const std::size_t from = i++;
        const auto starts_rationale = [&](const Line& l) {
            return context.view(l.begin, l.end).starts_with("because:");
        };
        while (i < body.size() && body[i].indent > indent && !body[i].blank_before &&
               !starts_rationale(body[i]))
            ++i;
        read_statement(context, body, from, i, made.lines.back());
    }
    return made;
}

ast::Contents read_contents(Context& context, const DirectiveLines& lines) {
    refuse_head(context, lines);
    need_lines(context, lines);
    ast::Contents made;
    std::vector<std::uint32_t> indents;
    for (const Line& line : lines.body) {
        while (!indents.empty() && line.indent <= indents.back()) indents.pop_back();
        if (indents.size() < ast::max_block_depth) indents.push_back(line.indent);
        ast::ContentsEntry entry;
        entry.span = context.span(line.begin, line.end);
        entry.level = static_cast<std::uint8_t>(indents.size());
        std::vector<ast::Brace> attributes;
        entry.text = read_inline(context, {{line.begin, line.end}}, attributes);
        for (const ast::Brace& brace : attributes) {
            context.diagnostics.add(brace.span, diag::unexpected_words,
                                    context.view(brace.span.begin, brace.span.end));
        }
        made.entries.push_back(std::move(entry));
    }
    return made;
}

std::size_t analyze_judgements() {
    return pegtl::analyze<judgement_line>() + pegtl::analyze<because>();
}

}  // namespace stet::grammar

// `@facts`: a title and options, then one line for each fact.
#include <array>

#include "compiler/base/catalogue.hpp"
#include "grammar/analysis.hpp"
#include "grammar/arguments.hpp"
#include "grammar/directives.hpp"
#include "grammar/slices.hpp"

namespace stet::grammar {

namespace {

namespace pegtl = tao::pegtl;

constexpr std::array<OptionKey, 8> fact_keys{
    {{"source"}, {"at"}, {"in"}, {"rounded to"}, {"truncated to"}, {"about", false}, {"of"}, {"label"}}};
constexpr std::array<OptionKey, 8> block_keys{
    {{"from"}, {"source"}, {"at"}, {"in"}, {"rounded to"}, {"truncated to"}, {"about", false}, {"of"}}};

struct name_start : pegtl::sor<pegtl::ascii::alpha, pegtl::one<'_'>> {};
struct fact_name
    : pegtl::seq<name_start, pegtl::star<pegtl::sor<pegtl::ascii::alnum, pegtl::one<'_', '.', '-'>>>> {};
struct other_word : pegtl::plus<pegtl::not_one<' ', '\t', ','>> {};
struct equals : pegtl::one<'='> {};
struct fact_head
    : pegtl::seq<
          pegtl::sor<pegtl::seq<fact_name, pegtl::at<pegtl::sor<pegtl::eof, pegtl::one<' ', '\t', '='>>>>,
                     other_word>,
          pegtl::star<pegtl::ascii::blank>, pegtl::opt<equals>, pegtl::star<pegtl::ascii::blank>> {};

struct Parts {
    std::uint32_t name = 0;
    std::uint32_t head = 0;
    bool good_name = false;
    bool formula = false;
};
template <class Rule>
struct action {};
template <>
struct action<fact_name> {
    template <class In>
    static void apply(const In& in, Parts& parts) {
        parts.name = static_cast<std::uint32_t>(in.size());
        parts.good_name = true;
    }
};
template <>
struct action<other_word> {
    template <class In>
    static void apply(const In& in, Parts& parts) {
        parts.name = static_cast<std::uint32_t>(in.size());
        parts.good_name = false;
    }
};
template <>
struct action<equals> {
    static void apply0(Parts& parts) { parts.formula = true; }
};
template <>
struct action<fact_head> {
    template <class In>
    static void apply(const In& in, Parts& parts) {
        parts.head = static_cast<std::uint32_t>(in.size());
    }
};

/// One fact; it goes on in deeper lines, and below a line that ends with a comma.
ast::FactLine read_line(Context& context, const std::vector<Line>& body, std::size_t from, std::size_t to) {
    const Line& line = body[from];
    Parts parts;
    Input in = input(context.view(line.begin, line.end));
    pegtl::parse<fact_head, action>(in, parts);
    ast::FactLine made;
    made.span = context.span(line.begin, body[to - 1].end);
    made.name = context.word(line.begin, line.begin + parts.name);
    made.formula = parts.formula;
    if (!parts.good_name) context.diagnostics.add(made.name.span, diag::bad_fact_name, made.name.text);
    Slices slices;
    if (line.begin + parts.head < line.end) slices.push_back({line.begin + parts.head, line.end});
    for (std::size_t i = from + 1; i < to; ++i) slices.push_back({body[i].begin, body[i].end});
    Arguments arguments = read_arguments(context, slices);
    made.attributes = std::move(arguments.attributes);
    made.value = context.word(line.end, line.end);
    if (arguments.items.empty()) {
        context.diagnostics.add(made.span, diag::fact_without_value, made.name.text);
        return made;
    }
    const Argument& value = arguments.items.front();
    made.value = value.has_quoted ? value.quoted : value.words;
    if (value.has_quoted) {
        const Span span = value.span;
        context.diagnostics.add(span, diag::unexpected_words, context.view(span.begin, span.end));
    }
    for (std::size_t i = 1; i < arguments.items.size(); ++i)
        add_option(context, arguments.items[i], fact_keys, made.options);
    return made;
}

bool continues(const Context& context, const Line& above, const Line& line, std::uint32_t indent) {
    return !line.blank_before && (line.indent > indent || context.text[above.end - 1] == ',');
}

}  // namespace

ast::Facts read_facts(Context& context, const DirectiveLines& lines, std::vector<ast::Brace>& attributes) {
    ast::Facts made;
    const std::vector<Line>& body = lines.body;
    Slices slices;
    if (lines.head.content < lines.head.end) slices.push_back({lines.head.content, lines.head.end});
    std::size_t i = 0;
    for (; i < body.size() && !body[i].blank_before &&
           context.text[(i == 0 ? lines.head : body[i - 1]).end - 1] == ',';
         ++i) {
        slices.push_back({body[i].begin, body[i].end});
    }
    Arguments head = read_arguments(context, slices);
    attributes = std::move(head.attributes);
    std::size_t first_option = 0;
    if (!head.items.empty() && head.items.front().has_quoted && head.items.front().words.empty()) {
        made.title = read_title(context, slices, head.items.front(), attributes);
        first_option = 1;
    } else {
        made.title.id = context.next_text++;
        made.title.span = context.span(lines.head.mark, lines.head.mark);
    }
    bool from_file = false;
    for (std::size_t k = first_option; k < head.items.size(); ++k)
        add_option(context, head.items[k], block_keys, made.options);
    for (const ast::FactOption& option : made.options) from_file = from_file || option.key.text == "from";
    if (i == body.size() && !from_file) {
        context.diagnostics.add(context.span(lines.head.begin, lines.head.end), diag::directive_incomplete,
                                "facts", "indented facts below it, or from \"file.csv\"");
    }
    const std::uint32_t indent = i < body.size() ? body[i].indent : 0;
    while (i < body.size()) {
        const std::size_t from = i++;
        while (i < body.size() && continues(context, body[i - 1], body[i], indent)) ++i;
        made.lines.push_back(read_line(context, body, from, i));
    }
    return made;
}

std::size_t analyze_facts() {
    return pegtl::analyze<fact_head>();
}

}  // namespace stet::grammar

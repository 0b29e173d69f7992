// Directives: `@name` with its arguments and what is indented below.
#include "grammar/directives.hpp"

#include <algorithm>
#include <array>

#include "compiler/base/catalogue.hpp"
#include "compiler/base/suggest.hpp"
#include "grammar/analysis.hpp"
#include "grammar/arguments.hpp"
#include "grammar/blocks.hpp"
#include "grammar/includes.hpp"
#include "grammar/slices.hpp"

namespace stet::grammar {

namespace {

namespace pegtl = tao::pegtl;

constexpr std::array<OptionKey, 4> chart_keys{{{"of"}, {"alt"}, {"source"}, {"labels"}}};
constexpr std::array<OptionKey, 1> series_key{{{"of"}}};
constexpr std::array<OptionKey, 5> image_keys{
    {{"alt"}, {"caption"}, {"width"}, {"source"}, {"decorative", false}}};
constexpr std::array<std::string_view, 4> chart_kinds{"bars", "stacked", "lines", "share"};

// ---- small grammars ----------------------------------------------------------------------------------

struct blanks : pegtl::star<pegtl::ascii::blank> {};
struct reader : pegtl::seq<pegtl::alpha, pegtl::star<pegtl::not_one<':', '\n'>>> {};
struct note_head
    : pegtl::seq<pegtl::opt<pegtl::string<'f', 'o', 'r'>, pegtl::plus<pegtl::ascii::blank>, reader>,
                 pegtl::one<':'>, blanks> {};

struct NoteParts {
    std::string_view reader;
    std::size_t head = 0;
};

struct number
    : pegtl::seq<pegtl::plus<pegtl::digit>, pegtl::star<pegtl::one<'.'>, pegtl::plus<pegtl::digit>>> {};
struct restart_number : pegtl::seq<number, pegtl::opt<pegtl::one<'.'>>, pegtl::eof> {};

template <class Rule>
struct action {};
template <>
struct action<reader> {
    template <class In>
    static void apply(const In& in, NoteParts& parts) {
        parts.reader = {in.begin(), in.size()};
    }
};
template <>
struct action<note_head> {
    template <class In>
    static void apply(const In& in, NoteParts& parts) {
        parts.head = in.size();
    }
};

// ---- each directive ----------------------------------------------------------------------------------

class Reader {
  public:
    Reader(Context& context, const DirectiveLines& lines, std::uint32_t depth)
        : context_(context), lines_(lines), depth_(depth) {
        block_.span =
            context.span(lines.head.begin, lines.body.empty() ? lines.head.end : lines.body.back().end);
        name_ = context.word(lines.head.begin + 1, lines.head.mark);
    }

    ast::Block read() {
        if (name_.text == "judgements")
            block_.content = read_judgements(context_, lines_);
        else if (name_.text == "facts")
            block_.content = read_facts(context_, lines_, block_.attributes);
        else if (name_.text == "contents")
            block_.content = read_contents(context_, lines_);
        else if (name_.text == "chart")
            block_.content = chart();
        else if (name_.text == "image")
            block_.content = image();
        else if (name_.text == "note")
            block_.content = note();
        else if (name_.text == "include")
            block_.content = include();
        else if (name_.text == "restart")
            block_.content = restart();
        else if (name_.text == "box")
            block_.content = box();
        else if (name_.text == "appendix")
            block_.content = appendix();
        else
            block_.content = other();
        return std::move(block_);
    }

  private:
    /// The arguments in the head and in the lines straight below it; what stands further below is reported.
    Arguments arguments() {
        slices_.clear();
        if (lines_.head.content < lines_.head.end) slices_.push_back({lines_.head.content, lines_.head.end});
        std::size_t used = 0;
        while (used < lines_.body.size() && !lines_.body[used].blank_before) {
            slices_.push_back({lines_.body[used].begin, lines_.body[used].end});
            ++used;
        }
        refuse_body(used);
        Arguments out = read_arguments(context_, slices_);
        block_.attributes = std::move(out.attributes);
        return out;
    }
    /// The arguments of a directive whose body is something else.
    Arguments head_arguments() {
        slices_.clear();
        if (lines_.head.content < lines_.head.end) slices_.push_back({lines_.head.content, lines_.head.end});
        Arguments out = read_arguments(context_, slices_);
        block_.attributes = std::move(out.attributes);
        return out;
    }
    void refuse_body(std::size_t from) {
        if (from >= lines_.body.size()) return;
        const Line& first = lines_.body[from];
        context_.diagnostics.add(context_.span(first.begin, first.end), diag::unexpected_body, name_.text);
    }
    void need(std::string_view what) {
        context_.diagnostics.add(context_.span(lines_.head.begin, lines_.head.end),
                                 diag::directive_incomplete, name_.text, what);
    }
    /// The quotation that must stand first; bare words are taken for it and reported.
    ast::Word quotation(Argument& item, std::string_view what) {
        if (item.has_quoted) return item.quoted;
        context_.diagnostics.add(item.span, diag::quotation_expected, what)
            .fix("put it in quotation marks", {{context_.span(item.span.begin, item.span.begin), "\""},
                                               {context_.span(item.span.end, item.span.end), "\""}});
        item.quoted = std::exchange(item.words, {});
        item.has_quoted = true;
        return item.quoted;
    }
    void refuse_items(const Arguments& arguments, std::size_t from) {
        for (std::size_t i = from; i < arguments.items.size(); ++i) {
            const Span span = arguments.items[i].span;
            context_.diagnostics.add(span, diag::unexpected_words, context_.view(span.begin, span.end));
        }
    }
    void refuse_words(const Argument& item) {
        if (!item.words.empty())
            context_.diagnostics.add(item.words.span, diag::unexpected_words, item.words.text);
    }
    ast::RunningText no_title() {
        ast::RunningText text;
        text.id = context_.next_text++;
        text.span = context_.span(lines_.head.mark, lines_.head.mark);
        return text;
    }
    ast::RunningText title(Arguments& arguments, std::string_view what) {
        if (arguments.items.empty()) {
            need(what);
            return no_title();
        }
        quotation(arguments.items.front(), what);
        refuse_words(arguments.items.front());
        return read_title(context_, slices_, arguments.items.front(), block_.attributes);
    }

    ast::Box box() {
        Arguments head = head_arguments();
        ast::Box made;
        made.title = title(head, "a title");
        refuse_items(head, 1);
        made.body = parse_blocks(context_, lines_.body, depth_ + 1);
        if (made.body.empty()) need("an indented body");
        return made;
    }

    ast::Appendix appendix() {
        Arguments head = arguments();
        ast::Appendix made;
        made.title = title(head, "a title");
        refuse_items(head, 1);
        return made;
    }

    ast::Chart chart() {
        Arguments head = arguments();
        ast::Chart made;
        if (head.items.empty()) {
            need("a kind, a title and the facts it shows");
            made.title = no_title();
            return made;
        }
        Argument& first = head.items.front();
        made.kind = first.words;
        if (first.has_quoted) {
            made.title = read_title(context_, slices_, first, block_.attributes);
        } else {
            need("a title");
            made.title = no_title();
        }
        if (std::find(chart_kinds.begin(), chart_kinds.end(), made.kind.text) == chart_kinds.end()) {
            context_.diagnostics
                .add(made.kind.empty() ? first.span : made.kind.span, diag::unknown_chart, made.kind.text)
                .note("the kinds are: bars, stacked, lines, share")
                .with_help(did_you_mean(made.kind.text, chart_kinds));
        }
        bool in_series = false;
        for (std::size_t i = 1; i < head.items.size(); ++i)
            in_series = chart_item(head.items[i], in_series, made);
        if (made.series.empty()) need("the facts it shows: of a, b");
        return made;
    }
    /// True where further items may be facts of the list behind `of`.
    bool chart_item(const Argument& item, bool in_series, ast::Chart& made) {
        const std::optional<ast::FactOption> of = read_option(context_, item, series_key);
        if (of) {
            if (!of->value.empty()) made.series.push_back(of->value);
            return true;
        }
        const std::string_view first_word =
            item.words.text.substr(0, item.words.text.find_first_of(" \t\r\n"));
        const bool is_option = std::any_of(chart_keys.begin(), chart_keys.end(),
                                           [&](const auto& k) { return k.name == first_word; });
        if (in_series && !is_option && !item.has_quoted) {
            made.series.push_back(item.words);
            return true;
        }
        add_option(context_, item, chart_keys, made.options);
        return false;
    }

    ast::Image image() {
        Arguments head = arguments();
        ast::Image made;
        made.caption = no_title();
        if (head.items.empty()) {
            need("the name of a file");
            return made;
        }
        made.file = quotation(head.items.front(), "the name of the file");
        refuse_words(head.items.front());
        for (std::size_t i = 1; i < head.items.size(); ++i) {
            const Argument& item = head.items[i];
            add_option(context_, item, image_keys, made.options);
            if (item.words.text != "caption" || !item.has_quoted) continue;
            --context_.next_text;  // the caption takes the place that was kept for it
            made.caption = read_title(context_, slices_, item, block_.attributes);
        }
        return made;
    }

    ast::PrivateNote note() {
        ast::PrivateNote made;
        const std::uint32_t end = block_.span.end;
        NoteParts parts;
        Input in = input(context_.view(lines_.head.content, lines_.head.end));
        pegtl::parse<note_head, action>(in, parts);
        std::uint32_t begin = lines_.head.content + static_cast<std::uint32_t>(parts.head);
        if (parts.head > 0 && !parts.reader.empty()) {
            const std::uint32_t at = context_.offset(parts.reader);
            const std::size_t size = parts.reader.find_last_not_of(" \t") + 1;
            made.reader = context_.word(at, at + static_cast<std::uint32_t>(size));
        }
        if (begin >= lines_.head.end && !lines_.body.empty()) begin = lines_.body.front().begin;
        made.text = context_.word(std::min(begin, end), end);
        if (made.text.empty()) need("words");
        return made;
    }

    ast::Include include() {
        Arguments head = arguments();
        ast::Include made;
        if (head.items.empty()) {
            need("the name of a file");
            return made;
        }
        made.file = quotation(head.items.front(), "the name of the file");
        refuse_words(head.items.front());
        refuse_items(head, 1);
        if (context_.includes != nullptr) made.blocks = context_.includes->read(context_, made.file, depth_);
        return made;
    }

    ast::Restart restart() {
        refuse_body(0);
        ast::Restart made;
        context_.last_number = {};
        if (lines_.head.content == lines_.head.end) return made;
        std::string_view words = context_.view(lines_.head.content, lines_.head.end);
        Input in = input(words);
        if (!pegtl::parse<restart_number>(in)) {
            context_.diagnostics.add(context_.span(lines_.head.content, lines_.head.end),
                                     diag::restart_number, words);
            return made;
        }
        const std::uint32_t stop = lines_.head.end - (words.ends_with('.') ? 1U : 0U);
        made.number = context_.word(lines_.head.content, stop);
        context_.last_number = previous_number(made.number.text);
        return made;
    }

    ast::Directive other() {
        if (context_.includes != nullptr) {
            context_.diagnostics
                .add(context_.span(lines_.head.begin, lines_.head.mark), diag::unknown_directive, name_.text)
                .with_help(did_you_mean(name_.text, directive_names));
        }
        return {name_, context_.word(lines_.head.content, lines_.head.end),
                directive_tree(context_, lines_.body)};
    }

    Context& context_;
    const DirectiveLines& lines_;
    std::uint32_t depth_;
    ast::Block block_;
    ast::Word name_;
    Slices slices_;
};

}  // namespace

bool is_directive(std::string_view name) {
    return std::find(directive_names.begin(), directive_names.end(), name) != directive_names.end();
}

ast::Block read_directive(Context& context, const DirectiveLines& lines, std::uint32_t depth) {
    return Reader(context, lines, depth).read();
}

std::vector<ast::DirectiveLine> directive_tree(const Context& context, const std::vector<Line>& lines) {
    std::vector<ast::DirectiveLine> top;
    std::vector<std::pair<std::uint32_t, std::vector<ast::DirectiveLine>*>> open{{0, &top}};
    std::uint32_t previous = lines.empty() ? 0 : lines.front().indent;
    for (const Line& line : lines) {
        if (line.indent > previous && !open.back().second->empty() && open.size() < ast::max_block_depth) {
            open.emplace_back(line.indent, &open.back().second->back().children);
        }
        while (open.size() > 1 && line.indent < open.back().first) open.pop_back();
        open.back().second->push_back(
            {context.span(line.begin, line.end), context.view(line.begin, line.end), {}});
        previous = line.indent;
    }
    return top;
}

std::size_t analyze_directives() {
    return pegtl::analyze<note_head>() + pegtl::analyze<restart_number>();
}

}  // namespace stet::grammar

// What follows the name of a directive or a fact: items between commas, quoted text, attributes.
#include "grammar/arguments.hpp"

#include <algorithm>

#include "compiler/base/catalogue.hpp"
#include "compiler/base/suggest.hpp"
#include "grammar/analysis.hpp"
#include "grammar/braces.hpp"
#include "grammar/formulas.hpp"
#include "grammar/slices.hpp"

namespace stet::grammar {

namespace {

namespace pegtl = tao::pegtl;
using pegtl::any;
using pegtl::at;
using pegtl::eof;
using pegtl::not_at;
using pegtl::not_one;
using pegtl::one;
using pegtl::plus;
using pegtl::seq;
using pegtl::sor;
using pegtl::star;

/// What the actions write to.
class Builder : public SliceCursor {
  public:
    Builder(Context& context, const Slices& slices) : SliceCursor(context, slices) {}

    void words(std::uint32_t begin, std::uint32_t end) {
        const std::string_view text = context().view(begin, end);
        const std::size_t first = text.find_first_not_of(" \t\r\n");
        if (first == std::string_view::npos) return;
        const std::size_t last = text.find_last_not_of(" \t\r\n");
        const ast::Word word = context().word(begin + static_cast<std::uint32_t>(first),
                                              begin + static_cast<std::uint32_t>(last) + 1);
        Argument& item = extend(word.span);
        if (item.has_quoted || !item.words.empty())
            unexpected(word.span);
        else
            item.words = word;
    }
    void quoted(std::uint32_t begin, std::uint32_t end, std::uint32_t mark) {
        Argument& item = extend(context().span(begin, end));
        if (item.has_quoted) return unexpected(context().span(begin, end));
        item.quoted = context().word(begin + mark, end - mark);
        item.has_quoted = true;
    }
    void unclosed(std::uint32_t begin, std::uint32_t end) {
        context().diagnostics.add(context().span(begin, begin + 1), diag::unclosed_quotation);
        Argument& item = extend(context().span(begin, end));
        if (item.has_quoted) return;
        item.quoted = context().word(begin + 1, end);
        item.has_quoted = true;
    }
    void separator() { open_ = false; }
    void brace(std::uint32_t begin, std::uint32_t end) {
        ast::Brace made;
        if (!read_brace(context(), begin, end, made)) return;
        if (belongs_to_block(made.kind))
            result.attributes.push_back(made);
        else
            unexpected(made.span);
    }

    Arguments result;

  private:
    Argument& extend(Span span) {
        if (!open_) result.items.emplace_back().span = span;
        open_ = true;
        Argument& item = result.items.back();
        item.span = cover(item.span, span);
        return item;
    }
    void unexpected(Span span) {
        context().diagnostics.add(span, diag::unexpected_words, context().view(span.begin, span.end));
    }

    bool open_ = false;
};

struct white : one<' ', '\t', '\r', '\n'> {};
struct separator : seq<one<','>, sor<between, eof, at<white>>> {};
struct escaped : seq<one<'\\'>, any> {};
struct straight : seq<one<'"'>, star<sor<between, escaped, not_one<'"'>>>, one<'"'>> {};
struct curly_open : pegtl::string<'\xE2', '\x80', '\x9C'> {};
struct curly_close : pegtl::string<'\xE2', '\x80', '\x9D'> {};
struct curly : seq<curly_open, star<sor<between, escaped, seq<not_at<curly_close>, any>>>, curly_close> {};
struct unclosed : seq<sor<one<'"'>, curly_open>, star<any>> {};
struct brace : seq<one<'{'>, star<sor<between, not_one<'{', '}'>>>, one<'}'>> {};
/// Parentheses within parentheses, as deep as a formula nests; bounded, so that many open ones stay linear.
template <std::size_t Depth>
struct bracketed
    : seq<one<'('>, star<sor<between, bracketed<Depth - 1>, not_one<'(', ')', '"', '{'>>>, one<')'>> {};
template <>
struct bracketed<0> : pegtl::failure {};
struct stop : sor<separator, one<'"'>, curly_open, brace> {};
struct words : plus<sor<between, bracketed<max_formula_depth>, escaped, seq<not_at<stop>, any>>> {};
struct arguments : star<sor<separator, brace, straight, curly, unclosed, words>> {};

template <class Rule>
struct action {};
template <class In>
std::pair<std::uint32_t, std::uint32_t> place(const In& in, const Builder& builder) {
    const std::uint32_t begin = builder.offset(in.begin());
    return {begin, begin + static_cast<std::uint32_t>(in.size())};
}
template <>
struct action<words> {
    template <class In>
    static void apply(const In& in, Builder& b) {
        b.words(place(in, b).first, place(in, b).second);
    }
};
template <>
struct action<straight> {
    template <class In>
    static void apply(const In& in, Builder& b) {
        b.quoted(place(in, b).first, place(in, b).second, 1);
    }
};
template <>
struct action<curly> {
    template <class In>
    static void apply(const In& in, Builder& b) {
        b.quoted(place(in, b).first, place(in, b).second, 3);
    }
};
template <>
struct action<unclosed> {
    template <class In>
    static void apply(const In& in, Builder& b) {
        b.unclosed(place(in, b).first, place(in, b).second);
    }
};
template <>
struct action<brace> {
    template <class In>
    static void apply(const In& in, Builder& b) {
        b.brace(place(in, b).first, place(in, b).second);
    }
};
template <>
struct action<separator> {
    static void apply0(Builder& b) { b.separator(); }
};

/// Cuts white space off both ends.
ast::Word trimmed(Context& context, ast::Word word) {
    const std::string_view white_space = " \t\r\n";
    const std::size_t first = std::min(word.text.find_first_not_of(white_space), word.text.size());
    const std::size_t last = word.text.find_last_not_of(white_space);
    const auto size = last == std::string_view::npos ? first : last + 1;
    return context.word(word.span.begin + static_cast<std::uint32_t>(first),
                        word.span.begin + static_cast<std::uint32_t>(size));
}

}  // namespace

Arguments read_arguments(Context& context, const Slices& slices) {
    if (slices.empty()) return {};
    Builder builder(context, slices);
    Input in = builder.all();
    pegtl::parse<arguments, action>(in, builder);
    return std::move(builder.result);
}

std::optional<ast::FactOption> read_option(Context& context, const Argument& item, OptionKeys keys) {
    for (const OptionKey& key : keys) {
        const std::string_view words = item.words.text;
        if (!words.starts_with(key.name)) continue;
        if (words.size() > key.name.size() && words[key.name.size()] != ' ' && words[key.name.size()] != '\t')
            continue;
        const std::uint32_t begin = item.words.span.begin;
        const std::uint32_t end = begin + static_cast<std::uint32_t>(key.name.size());
        ast::FactOption option;
        option.key = context.word(begin, end);
        option.value = trimmed(context, context.word(end, item.words.span.end));
        if (item.has_quoted) {
            if (!option.value.empty())
                context.diagnostics.add(option.value.span, diag::unexpected_words, option.value.text);
            option.value = item.quoted;
        }
        if (key.takes_value && option.value.empty())
            context.diagnostics.add(item.span, diag::option_without_value, key.name);
        if (!key.takes_value && !option.value.empty()) {
            context.diagnostics.add(option.value.span, diag::unexpected_words, option.value.text);
        }
        return option;
    }
    return std::nullopt;
}

void add_option(Context& context, const Argument& item, OptionKeys keys,
                std::vector<ast::FactOption>& options) {
    std::optional<ast::FactOption> option = read_option(context, item, keys);
    if (!option) {
        std::vector<std::string_view> names;
        for (const OptionKey& key : keys) names.push_back(key.name);
        const std::string_view shown = context.view(item.span.begin, item.span.end);
        const std::string_view first = item.words.text.substr(0, item.words.text.find_first_of(" \t\r\n"));
        context.diagnostics.add(item.span, diag::unknown_option, shown).with_help(did_you_mean(first, names));
        return;
    }
    const auto same = std::find_if(options.begin(), options.end(),
                                   [&](const auto& o) { return o.key.text == option->key.text; });
    if (same != options.end()) {
        context.diagnostics.add(option->key.span, diag::repeated_option, option->key.text)
            .relate(same->key.span, "given here first");
        return;
    }
    options.push_back(*option);
}

Slices part_of(const Slices& slices, std::uint32_t begin, std::uint32_t end) {
    Slices out;
    for (const Slice& slice : slices) {
        const std::uint32_t from = std::max(slice.begin, begin);
        const std::uint32_t to = std::min(slice.end, end);
        if (from < to) out.push_back({from, to});
    }
    return out;
}

ast::RunningText read_title(Context& context, const Slices& slices, const Argument& item,
                            std::vector<ast::Brace>& attributes) {
    const Slices parts = part_of(slices, item.quoted.span.begin, item.quoted.span.end);
    ast::RunningText title = read_inline(context, parts, attributes);
    if (parts.empty()) title.span = item.quoted.span;
    return title;
}

std::size_t analyze_arguments() {
    return pegtl::analyze<arguments>();
}

}  // namespace stet::grammar

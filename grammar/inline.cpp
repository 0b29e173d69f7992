// The inline grammar: emphasis, links, note marks, braces, assertions, escapes.
//
// PEGTL reads tokens; the actions keep a stack of what is open. Each byte is read once or twice, and the
// stack is at most ast::max_inline_depth high, so time is linear and recursion bounded for any input.
#include <fmt/format.h>

#include <algorithm>

#include "compiler/base/ascii.hpp"
#include "compiler/base/catalogue.hpp"
#include "compiler/base/utf8.hpp"
#include "grammar/analysis.hpp"
#include "grammar/braces.hpp"
#include "grammar/slices.hpp"

namespace stet::grammar {

namespace {

namespace pegtl = tao::pegtl;

enum class Open : std::uint8_t { bottom, emphasis, strong, bracket };

/// A construct that has begun and not yet ended.
struct Frame {
    Open kind = Open::bottom;
    bool doubled = false;     ///< `**` or `__`
    std::uint32_t begin = 0;  ///< of the opener
    std::uint32_t inner = 0;  ///< behind the opener
    ast::Inlines content;
};

/// What the actions write to.
class Builder : public SliceCursor {
  public:
    Builder(Context& context, const Slices& slices)
        : SliceCursor(context, slices), context_(context), text_end_(slices.back().end), frames_(1) {}

    void text(std::uint32_t begin, std::uint32_t end) {
        if (begin >= end) return;
        ast::Inlines& out = frames_.back().content;
        if (!out.empty() && out.back().span.end == begin) {
            if (auto* last = std::get_if<ast::Text>(&out.back().content);
                last != nullptr && !is_escape(out.back())) {
                out.back().span.end = end;
                last->text = context_.view(out.back().span.begin, end);
                return;
            }
        }
        out.push_back({context_.span(begin, end), ast::Text{context_.view(begin, end)}});
    }
    void escape(std::uint32_t begin, std::uint32_t end) {
        frames_.back().content.push_back(
            {context_.span(begin, end), ast::Text{context_.view(begin + 1, end)}});
    }
    void wrap(std::uint32_t begin, std::uint32_t end) {
        std::uint32_t newline = begin;
        while (newline < end && context_.text[newline] != '\n') ++newline;
        const bool crlf = newline > begin && context_.text[newline - 1] == '\r';
        text(crlf ? newline - 1 : newline, newline + 1);
    }
    void line_break(std::uint32_t begin) {
        frames_.back().content.push_back({context_.span(begin, begin + 1), ast::LineBreak{}});
    }
    void note_mark(std::uint32_t begin, std::uint32_t end) {
        if (!count(begin, end)) return text(begin, end);
        frames_.back().content.push_back(
            {context_.span(begin, end), ast::NoteMark{context_.word(begin + 2, end - 1)}});
    }
    void open_bracket(std::uint32_t begin);
    void close_bracket(std::uint32_t begin, std::uint32_t end);
    void link(std::uint32_t begin, std::uint32_t end);
    void mark(std::uint32_t begin, std::uint32_t end);
    void brace(std::uint32_t begin, std::uint32_t end);
    void assertion(std::uint32_t begin, std::uint32_t end);
    void lone_brace(std::uint32_t begin);
    void unclosed_brace(std::uint32_t begin);

    /// Attributes that stood on words; reported.
    std::vector<ast::Brace> misplaced;

    ast::Inlines finish() {
        close_to(1);
        return std::move(frames_.front().content);
    }

  private:
    static bool is_escape(const ast::Inline& node) {
        const auto* text = std::get_if<ast::Text>(&node.content);
        return text != nullptr && text->text.size() != node.span.size();
    }
    bool count(std::uint32_t begin, std::uint32_t end);
    bool push(Open kind, bool doubled, std::uint32_t begin, std::uint32_t end);
    /// Frames from `height` up were not closed: their openers are text.
    void close_to(std::size_t height);
    [[nodiscard]] std::size_t find_bracket() const;
    [[nodiscard]] char32_t before(std::uint32_t at);
    [[nodiscard]] char32_t after(std::uint32_t at);
    void warn_spaced_assertion(const ast::Brace& brace);
    template <class... Args>
    Diagnostic& say(std::uint32_t begin, std::uint32_t end, const DiagnosticKind<Args...>& kind,
                    const std::type_identity_t<Args>&... args) {
        return context_.diagnostics.add(context_.span(begin, end), kind, args...);
    }

    Context& context_;
    std::uint32_t text_end_;
    std::vector<Frame> frames_;
    bool depth_reported_ = false;
    bool nested_brace_ = false;
};

bool is_word(char32_t c) {
    if (c < 0x80) return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    return c >= 0xC0 && (c < 0x2000 || c > 0x206F) && c != 0xFFFD;
}
bool is_white(char32_t c) {
    return c == 0 || c == ' ' || c == '\t' || c == 0xA0 || c == 0x2009 || c == 0x202F;
}
bool is_opening(char32_t c) {
    constexpr std::u32string_view opening = U"([{\"'/*_\u2018\u201C\u00AB\u2013\u2014";
    return is_white(c) || opening.find(c) != std::u32string_view::npos;
}

bool is_closing(char32_t c) {
    constexpr std::u32string_view closing = U".,;:!?)]}";
    return closing.find(c) != std::u32string_view::npos;
}

bool Builder::count(std::uint32_t begin, std::uint32_t end) {
    if (context_.marks < ast::max_inline_marks) {
        ++context_.marks;
        return true;
    }
    if (context_.marks == ast::max_inline_marks) {
        ++context_.marks;
        say(begin, end, diag::too_many_marks, ast::max_inline_marks);
    }
    return false;
}

char32_t Builder::before(std::uint32_t at) {
    seek(at);
    const std::uint32_t start = slice_begin();
    if (at <= start) return 0;
    std::uint32_t from = at - 1;
    while (from > start && at - from < 4 &&
           (static_cast<unsigned char>(context_.text[from]) & 0xC0U) == 0x80U)
        --from;
    return utf8::decode(context_.text, from).point;
}

char32_t Builder::after(std::uint32_t at) {
    seek(at);
    return at >= slice_end() ? 0 : utf8::decode(context_.text, at).point;
}

bool Builder::push(Open kind, bool doubled, std::uint32_t begin, std::uint32_t end) {
    if (frames_.size() > ast::max_inline_depth) {
        if (!depth_reported_) say(begin, end, diag::inline_too_deep, ast::max_inline_depth);
        depth_reported_ = true;
        return false;
    }
    if (!count(begin, end)) return false;
    Frame& frame = frames_.emplace_back();
    frame.kind = kind;
    frame.doubled = doubled;
    frame.begin = begin;
    frame.inner = end;
    return true;
}

void Builder::close_to(std::size_t height) {
    while (frames_.size() > height) {
        Frame frame = std::move(frames_.back());
        frames_.pop_back();
        if (frame.kind == Open::emphasis || frame.kind == Open::strong) {
            say(frame.begin, frame.inner, diag::unclosed_emphasis, context_.view(frame.begin, frame.inner));
        }
        text(frame.begin, frame.inner);
        ast::Inlines& out = frames_.back().content;
        auto first = frame.content.begin();
        if (first != frame.content.end()) {  // join the opener with the text behind it
            if (const auto* t = std::get_if<ast::Text>(&first->content); t != nullptr && !is_escape(*first)) {
                text(first->span.begin, first->span.end);
                ++first;
            }
        }
        out.insert(out.end(), std::make_move_iterator(first), std::make_move_iterator(frame.content.end()));
    }
}

std::size_t Builder::find_bracket() const {
    for (std::size_t i = frames_.size(); i-- > 1;) {
        if (frames_[i].kind == Open::bracket) return i;
    }
    return 0;
}

void Builder::open_bracket(std::uint32_t begin) {
    seek(begin);
    if (context_.view(begin, slice_end()).starts_with("[^")) say(begin, begin + 2, diag::bad_note_mark);
    if (!push(Open::bracket, false, begin, begin + 1)) text(begin, begin + 1);
}

void Builder::close_bracket(std::uint32_t begin, std::uint32_t end) {
    if (const std::size_t bracket = find_bracket(); bracket != 0) close_to(bracket);
    text(begin, end);
}

void Builder::link(std::uint32_t begin, std::uint32_t end) {
    const std::size_t bracket = find_bracket();
    if (bracket == 0) return text(begin, end);
    close_to(bracket + 1);
    Frame frame = std::move(frames_.back());
    frames_.pop_back();
    if (frame.content.empty()) say(frame.begin, end, diag::empty_bracket);
    frames_.back().content.push_back(
        {context_.span(frame.begin, end),
         ast::Link{std::move(frame.content), context_.word(begin + 2, end - 1)}});
}

void Builder::mark(std::uint32_t begin, std::uint32_t end) {
    const Open kind = context_.text[begin] == '*' || end - begin == 2 ? Open::strong : Open::emphasis;
    const bool doubled = end - begin == 2;
    const char32_t previous = before(begin);
    const char32_t next = after(end);
    if (!is_white(previous) && !is_word(next)) {
        for (std::size_t i = frames_.size(); i-- > 1 && frames_[i].kind != Open::bracket;) {
            const Frame& open = frames_[i];
            if (open.kind != kind || open.doubled != doubled ||
                context_.text[open.begin] != context_.text[begin])
                continue;
            if (open.inner == begin) break;
            close_to(i + 1);
            Frame frame = std::move(frames_.back());
            frames_.pop_back();
            const Span span = context_.span(frame.begin, end);
            if (doubled) {
                say(frame.begin, end, diag::doubled_mark, context_.view(begin, end))
                    .fix("write *strong*",
                         {{context_.span(frame.begin, frame.inner), "*"}, {context_.span(begin, end), "*"}});
            }
            ast::Inlines& out = frames_.back().content;
            if (kind == Open::strong)
                out.push_back({span, ast::Strong{std::move(frame.content)}});
            else
                out.push_back({span, ast::Emphasis{std::move(frame.content)}});
            return;
        }
    }
    if (is_opening(previous) && !is_white(next) && !is_closing(next)) {
        // The same mark does not nest in itself: an earlier one that still waits was text.
        for (std::size_t i = frames_.size(); i-- > 1 && frames_[i].kind != Open::bracket;) {
            if (frames_[i].kind == kind) close_to(i);
        }
        if (push(kind, doubled, begin, end)) return;
    }
    text(begin, end);
}

void Builder::warn_spaced_assertion(const ast::Brace& brace) {
    if (brace.kind != ast::BraceKind::fact && brace.kind != ast::BraceKind::grade) return;
    const ast::Inlines& before_it = frames_.back().content;
    const auto* last = before_it.empty() ? nullptr : std::get_if<ast::Text>(&before_it.back().content);
    if (last == nullptr || is_escape(before_it.back()) || !last->text.ends_with(' ')) return;
    const std::size_t stop = last->text.find_last_not_of(' ');
    if (stop == std::string_view::npos || last->text[stop] != ']') return;
    const std::uint32_t from = context_.offset(last->text) + static_cast<std::uint32_t>(stop) + 1;
    say(from, brace.span.begin, diag::spaced_assertion)
        .fix("close the gap", context_.span(from, brace.span.begin), "");
}

void Builder::brace(std::uint32_t begin, std::uint32_t end) {
    ast::Brace made;
    if (!count(begin, end) || !read_brace(context_, begin, end, made)) return text(begin, end);
    warn_spaced_assertion(made);
    frames_.back().content.push_back({made.span, made});
}

/// `]{...}`: begin is the bracket.
void Builder::assertion(std::uint32_t begin, std::uint32_t end) {
    const std::size_t bracket = find_bracket();
    if (bracket == 0) {
        text(begin, begin + 1);
        return brace(begin + 1, end);
    }
    ast::Brace made;
    if (!count(begin, end) || !read_brace(context_, begin + 1, end, made)) {
        close_bracket(begin, begin + 1);
        return text(begin + 1, end);
    }
    if (belongs_to_block(made.kind) && made.kind != ast::BraceKind::evidence &&
        made.kind != ast::BraceKind::note) {
        say(begin + 1, end, diag::attribute_on_words, context_.view(begin + 1, end));
        misplaced.push_back(made);
        return close_bracket(begin, begin + 1);
    }
    close_to(bracket + 1);
    Frame frame = std::move(frames_.back());
    frames_.pop_back();
    if (frame.content.empty()) say(frame.begin, end, diag::empty_bracket);
    const Span content = context_.span(frame.inner, begin);
    frames_.back().content.push_back(
        {context_.span(frame.begin, end), ast::Assertion{std::move(frame.content), content, made}});
}

void Builder::lone_brace(std::uint32_t begin) {
    if (context_.text[begin] == '}') {
        if (!nested_brace_) say(begin, begin + 1, diag::stray_brace);
        nested_brace_ = false;
    } else {
        const std::size_t stop = context_.text.find_first_of("{}", begin + 1);
        const bool nested = stop != std::string_view::npos && stop < text_end_ && context_.text[stop] == '{';
        nested_brace_ = nested_brace_ || nested;
        if (nested)
            say(begin, begin + 1, diag::nested_brace);
        else
            unclosed_brace(begin);
    }
    text(begin, begin + 1);
}

/// A label whose brace is not closed is a label all the same: what refers to it is not wrong.
void Builder::unclosed_brace(std::uint32_t begin) {
    say(begin, begin + 1, diag::unclosed_brace);
    if (context_.view(begin, text_end_).substr(1, 1) != "#") return;
    const std::uint32_t name = begin + 2;
    std::uint32_t end = name;
    const auto in_name = [](char c) { return ascii::alphanumeric(c) || c == '-' || c == '_' || c == '.'; };
    while (end < text_end_ && in_name(context_.text[end])) ++end;
    if (end == name) return;
    ast::Brace label;
    label.kind = ast::BraceKind::label;
    label.span = context_.span(begin, end);
    label.argument = context_.word(name, end);
    misplaced.push_back(label);
}

// ---- grammar -----------------------------------------------------------------------------------------

/// Bytes that mean nothing by themselves, up to the end of the slice.
struct plain {
    using rule_t = plain;
    using subs_t = pegtl::empty_list;
    template <pegtl::apply_mode, pegtl::rewind_mode, template <class...> class, template <class...> class,
              class In>
    static bool match(In& in, Builder& builder) {
        const std::uint32_t at = builder.offset(in.current());
        builder.seek(at);
        const std::string_view rest = builder.context().view(at, std::max(at, builder.slice_end()));
        std::size_t size = 0;
        while (size < rest.size() && !is_special(rest[size])) ++size;
        in.bump(size);
        return size > 0;
    }
    static bool is_special(char c) {
        return c == '*' || c == '_' || c == '[' || c == ']' || c == '{' || c == '}' || c == '\\';
    }
};

struct name : pegtl::seq<pegtl::ascii::alnum,
                         pegtl::star<pegtl::sor<pegtl::ascii::alnum, pegtl::one<'_', '-', '.'>>>> {};
struct punctuation : pegtl::ranges<'!', '/', ':', '@', '[', '`', '{', '~'> {};
struct escape : pegtl::seq<pegtl::one<'\\'>, punctuation> {};
struct line_break : pegtl::seq<pegtl::one<'\\'>, between> {};
struct note_mark : pegtl::seq<pegtl::string<'[', '^'>, name, pegtl::one<']'>> {};
struct open_bracket : pegtl::one<'['> {};
struct address : pegtl::plus<pegtl::not_one<'[', ']', '(', ')', '{', '}', ' ', '\t', '\r', '\n'>> {};
struct link : pegtl::seq<pegtl::string<']', '('>, address, pegtl::one<')'>> {};
struct braced : pegtl::seq<pegtl::one<'{'>, pegtl::star<pegtl::sor<between, pegtl::not_one<'{', '}'>>>,
                           pegtl::one<'}'>> {};
struct brace : braced {};
struct assertion : pegtl::seq<pegtl::one<']'>, braced> {};
struct close_bracket : pegtl::one<']'> {};
struct lone_brace : pegtl::one<'{', '}'> {};
struct mark : pegtl::sor<pegtl::string<'*', '*'>, pegtl::string<'_', '_'>, pegtl::one<'*', '_'>> {};
struct other : pegtl::any {};
struct wrap : between {};
struct running_text
    : pegtl::until<pegtl::eof, pegtl::sor<wrap, plain, line_break, escape, note_mark, open_bracket, link,
                                          assertion, close_bracket, brace, lone_brace, mark, other>> {};

template <class Rule>
struct action {};

template <void (Builder::*Member)(std::uint32_t, std::uint32_t)>
struct calls {
    template <class In>
    static void apply(const In& in, Builder& builder) {
        const std::uint32_t begin = builder.offset(in.begin());
        (builder.*Member)(begin, begin + static_cast<std::uint32_t>(in.size()));
    }
};
template <void (Builder::*Member)(std::uint32_t)>
struct calls_at {
    template <class In>
    static void apply(const In& in, Builder& builder) {
        (builder.*Member)(builder.offset(in.begin()));
    }
};
template <>
struct action<wrap> : calls<&Builder::wrap> {};
template <>
struct action<plain> : calls<&Builder::text> {};
template <>
struct action<other> : calls<&Builder::text> {};
template <>
struct action<escape> : calls<&Builder::escape> {};
template <>
struct action<line_break> : calls_at<&Builder::line_break> {};
template <>
struct action<note_mark> : calls<&Builder::note_mark> {};
template <>
struct action<open_bracket> : calls_at<&Builder::open_bracket> {};
template <>
struct action<close_bracket> : calls<&Builder::close_bracket> {};
template <>
struct action<link> : calls<&Builder::link> {};
template <>
struct action<brace> : calls<&Builder::brace> {};
template <>
struct action<assertion> : calls<&Builder::assertion> {};
template <>
struct action<lone_brace> : calls_at<&Builder::lone_brace> {};
template <>
struct action<mark> : calls<&Builder::mark> {};

}  // namespace

ast::RunningText read_inline(Context& context, const Slices& slices, std::vector<ast::Brace>& attributes) {
    ast::RunningText out;
    out.id = context.next_text++;
    if (slices.empty()) return out;
    out.span = context.span(slices.front().begin, slices.back().end);
    Builder builder(context, slices);
    Input in = builder.all();
    pegtl::parse<running_text, action>(in, builder);
    out.inlines = builder.finish();
    take_attributes(context, out.inlines, attributes);
    out.inlines.shrink_to_fit();
    attributes.insert(attributes.end(), builder.misplaced.begin(), builder.misplaced.end());
    return out;
}

}  // namespace stet::grammar

namespace tao::pegtl {
template <class Name>
struct analyze_traits<Name, stet::grammar::plain> : analyze_any_traits<> {};
}  // namespace tao::pegtl

namespace stet::grammar {

std::size_t analyze_inline() {
    return pegtl::analyze<running_text>();
}

}  // namespace stet::grammar

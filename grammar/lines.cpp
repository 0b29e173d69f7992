// Splits a file into lines, takes comments off and says what each line looks like.
#include "grammar/lines.hpp"

#include <fmt/format.h>

#include "compiler/base/catalogue.hpp"
#include "compiler/base/utf8.hpp"
#include "grammar/analysis.hpp"
#include "grammar/slices.hpp"

namespace stet::grammar {

namespace {

namespace pegtl = tao::pegtl;
using namespace pegtl::ascii;  // NOLINT(google-build-using-namespace): the vocabulary of PEGTL rules
using pegtl::at;
using pegtl::eof;
using pegtl::plus;
using pegtl::rep_min_max;
using pegtl::seq;
using pegtl::sor;
using pegtl::star;

// ---- what a line looks like --------------------------------------------------------------------------

struct space : one<' ', '\t'> {};
struct gap : sor<eof, plus<space>> {};
struct name : seq<alnum, star<sor<alnum, one<'_', '-', '.'>>>> {};

struct heading : seq<rep_min_max<1, 4, one<'#'>>, at<gap>> {};
struct automatic : string<'#', '.'> {};
struct single_number : seq<rep_min_max<1, 4, digit>, one<'.'>> {};
struct part : seq<one<'.'>, rep_min_max<1, 3, digit>> {};
struct long_number : seq<rep_min_max<1, 3, digit>, rep_min_max<1, 3, part>> {};
/// Words that may follow a number without a final stop: "2.5 million" at the start of a line is prose.
struct capital : seq<plus<space>, pegtl::not_at<lower>, pegtl::not_at<digit>> {};
struct numbered : sor<seq<automatic, at<gap>>, seq<long_number, sor<seq<one<'.'>, at<gap>>, at<capital>>>,
                      seq<single_number, at<gap>>> {};
struct bullet : seq<one<'-'>, at<gap>> {};
struct roman : rep_min_max<2, 5, one<'i', 'v', 'x'>> {};
struct lettered : seq<one<'('>, sor<roman, lower>, one<')'>, at<space>> {};
struct quote : seq<one<'>'>, at<gap>> {};
struct row : one<'|'> {};
struct caption : seq<string<'T', 'a', 'b', 'l', 'e', ':'>, at<gap>> {};
struct footnote : seq<string<'[', '^'>, name, string<']', ':'>, at<gap>> {};
struct directive : seq<one<'@'>, alpha, star<sor<alnum, one<'-', '_'>>>> {};
struct line_start : sor<heading, numbered, bullet, lettered, quote, row, caption, footnote, directive> {};

template <class Rule>
struct action {};

template <LineKind Kind>
struct marks {
    template <class Input>
    static void apply(const Input& in, Line& line) {
        line.kind = Kind;
        line.mark = line.begin + static_cast<std::uint32_t>(in.size());
    }
};
template <>
struct action<heading> : marks<LineKind::heading> {};
template <>
struct action<numbered> : marks<LineKind::numbered> {};
template <>
struct action<bullet> : marks<LineKind::bullet> {};
template <>
struct action<lettered> : marks<LineKind::lettered> {};
template <>
struct action<quote> : marks<LineKind::quote> {};
template <>
struct action<row> : marks<LineKind::row> {};
template <>
struct action<caption> : marks<LineKind::caption> {};
template <>
struct action<footnote> : marks<LineKind::footnote> {};
template <>
struct action<directive> : marks<LineKind::directive> {};

bool is_space(char c) {
    return c == ' ' || c == '\t';
}

// ---- bytes -------------------------------------------------------------------------------------------

/// Reports what no text may hold. Neighbouring bad bytes are one diagnostic.
class ByteCheck {
  public:
    explicit ByteCheck(Context& context) : context_(context) {}

    void check() {
        const std::string_view text = context_.text;
        for (std::size_t at = 0; at < text.size();) {
            const auto c = static_cast<unsigned char>(text[at]);
            if (c >= 0x20 && c < 0x7F) {
                ++at;
                continue;
            }
            const utf8::Decoded d = utf8::decode(text, at);
            if (!d.valid)
                bad(at);
            else if (is_control(d.point) && !(c == '\r' && at + 1 < text.size() && text[at + 1] == '\n'))
                control(at, d);
            beyond_ascii_ = beyond_ascii_ || d.size > 1;
            at += d.size;
        }
        report();
    }

  private:
    static bool is_control(char32_t p) {
        return (p < 0x20 && p != '\n' && p != '\t') || (p >= 0x7F && p < 0xA0) ||
               (p >= 0xFFFE && p <= 0xFFFF);
    }
    /// Windows-1252 gives these five bytes no character.
    static bool is_in_windows_1252(char c) {
        return std::string_view("\x81\x8D\x8F\x90\x9D").find(c) == std::string_view::npos;
    }
    void bad(std::size_t at) {
        ++bad_bytes_;
        windows_1252_ = windows_1252_ && is_in_windows_1252(context_.text[at]);
        if (!bad_.empty() && bad_.back().end == at)
            ++bad_.back().end;
        else if (bad_.size() < max_byte_reports + 1)
            bad_.push_back(span(at, at + 1));
    }
    /// A file in which all that is not ASCII is wrong was saved in another encoding: that is one slip.
    void report() {
        constexpr std::size_t stray = 2;
        if (bad_.size() > stray && windows_1252_ && !beyond_ascii_) {
            context_.diagnostics.add(bad_.front(), diag::windows_1252, bad_bytes_ - 1)
                .with_help("save the file as UTF-8 (\"Encoding\" in the editor's dialogue for saving)");
            return;
        }
        if (bad_.size() > max_byte_reports) bad_.pop_back();
        for (const Span& place : bad_) context_.diagnostics.add(place, diag::invalid_utf8);
    }
    void control(std::size_t at, const utf8::Decoded& d) {
        if (++controls_ > max_byte_reports) return;
        context_.diagnostics.add(span(at, at + d.size), diag::control_character,
                                 fmt::format("{:04X}", static_cast<std::uint32_t>(d.point)));
    }
    [[nodiscard]] Span span(std::size_t begin, std::size_t end) const {
        return context_.span(static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end));
    }

    static constexpr std::size_t max_byte_reports = 20;
    Context& context_;
    std::vector<Span> bad_;  // neighbouring bytes are one; one more than is reported
    std::size_t bad_bytes_ = 0;
    std::size_t controls_ = 0;
    bool windows_1252_ = true;   // all bad bytes could be
    bool beyond_ascii_ = false;  // something that is not ASCII is UTF-8
};

// ---- lines -------------------------------------------------------------------------------------------

}  // namespace

std::size_t find_comment(std::string_view text, std::size_t begin, std::size_t end) {
    for (std::size_t at = text.find("//", begin); at < end; at = text.find("//", at + 1)) {
        if (at == begin || text[at - 1] == '\t') return at;
        if (at >= begin + 2 && is_space(text[at - 1]) && is_space(text[at - 2])) return at;
    }
    return end;
}

void classify(std::string_view text, Line& line) {
    line.kind = LineKind::text;
    line.mark = line.begin;
    Input in = input(text.substr(line.begin, line.end - line.begin));
    pegtl::parse<line_start, action>(in, line);
    line.content = line.mark;
    while (line.content < line.end && is_space(text[line.content])) ++line.content;
}

std::vector<Line> split_lines(Context& context, std::vector<ast::Word>& comments) {
    ByteCheck(context).check();
    const std::string_view text = context.text;
    std::vector<Line> lines;
    bool blank = true;
    std::size_t at = text.starts_with("\xEF\xBB\xBF") ? 3 : 0;
    // `find` for a comment must not run past the line, or a file without comments would cost a scan a line.
    std::size_t next_slashes = text.find("//", at);
    while (at < text.size()) {
        const std::size_t newline = std::min(text.find('\n', at), text.size());
        std::size_t begin = at;
        std::size_t indent = 0;
        while (begin < newline && is_space(text[begin]))
            indent = text[begin++] == '\t' ? (indent / 4 + 1) * 4 : indent + 1;
        std::size_t end = newline;
        bool comment_only = false;
        if (next_slashes < newline) {
            if (next_slashes < begin) next_slashes = text.find("//", begin);
            const std::size_t comment = find_comment(text, begin, newline);
            if (comment < newline) {
                std::size_t stop = newline;
                while (stop > comment && (is_space(text[stop - 1]) || text[stop - 1] == '\r')) --stop;
                comments.push_back(
                    context.word(static_cast<std::uint32_t>(comment), static_cast<std::uint32_t>(stop)));
                comment_only = comment == begin;
                end = comment;
            }
            next_slashes = text.find("//", newline);
        }
        while (end > begin && (is_space(text[end - 1]) || text[end - 1] == '\r')) --end;
        at = newline + 1;
        if (comment_only) continue;
        if (begin >= end) {
            blank = true;
            continue;
        }
        if (lines.size() == ast::max_lines) {
            context.diagnostics.add(
                context.span(static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)),
                diag::too_many_lines, ast::max_lines);
            break;
        }
        Line& line = lines.emplace_back();
        line.begin = static_cast<std::uint32_t>(begin);
        line.end = static_cast<std::uint32_t>(end);
        line.indent = static_cast<std::uint16_t>(std::min<std::size_t>(indent, 0xFFFF));
        line.blank_before = blank;
        blank = false;
        classify(text, line);
    }
    return lines;
}

std::size_t analyze_lines() {
    return pegtl::analyze<line_start>();
}

}  // namespace stet::grammar

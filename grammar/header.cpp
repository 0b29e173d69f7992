// The header: `key: value` lines at the top of a report.
#include <algorithm>

#include "compiler/base/catalogue.hpp"
#include "compiler/base/suggest.hpp"
#include "grammar/analysis.hpp"
#include "grammar/blocks.hpp"
#include "grammar/parse.hpp"
#include "grammar/slices.hpp"

namespace stet::grammar {

namespace {

namespace pegtl = tao::pegtl;

struct key
    : pegtl::seq<
          pegtl::ascii::alpha,
          pegtl::rep_max<39, pegtl::sor<pegtl::ascii::alnum,
                                        pegtl::seq<pegtl::one<' ', '-'>, pegtl::at<pegtl::ascii::alnum>>>>> {
};
struct field : pegtl::seq<key, pegtl::star<pegtl::ascii::blank>, pegtl::one<':'>,
                          pegtl::sor<pegtl::eof, pegtl::plus<pegtl::ascii::blank>>> {};

/// Sizes of the parts at the start of a line: the key, and all up to the value.
struct Parts {
    std::uint32_t key = 0;
    std::uint32_t start = 0;
};

template <class Rule>
struct action {};
template <>
struct action<key> {
    template <class In>
    static void apply(const In& in, Parts& parts) {
        parts.key = static_cast<std::uint32_t>(in.size());
    }
};
template <>
struct action<field> {
    template <class In>
    static void apply(const In& in, Parts& parts) {
        parts.start = static_cast<std::uint32_t>(in.size());
    }
};

bool read_key(std::string_view line, Parts& parts) {
    Input in = input(line);
    return pegtl::parse<field, action>(in, parts);
}

bool is_header_key(std::string_view key) {
    return std::find(ast::header_keys.begin(), ast::header_keys.end(), key) != ast::header_keys.end();
}

/// Keys are written small; a paragraph such as "Children said: ..." at the top of a file is no header, a
/// capitalised or misspelt key is.
bool looks_like_key(std::string_view key) {
    return (key.front() >= 'a' && key.front() <= 'z') || !nearest(key, ast::header_keys).empty();
}

}  // namespace

std::vector<ast::HeaderField> BlockParser::header() {
    std::vector<ast::HeaderField> fields;
    Parts parts;
    if (done() || line().kind != LineKind::text || !read_key(view(line()), parts)) return fields;
    if (!looks_like_key(view(line()).substr(0, parts.key))) return fields;
    for (bool first = true; !done() && (first || !line().blank_before); first = false) {
        const Line& l = line();
        parts = {};
        if (l.kind != LineKind::text || !read_key(view(l), parts)) {
            context_.diagnostics.add(context_.span(l.begin, l.end), diag::not_a_header_line)
                .with_help("end the header with a blank line");
            break;
        }
        Slices slices;
        if (l.begin + parts.start < l.end) slices.push_back({l.begin + parts.start, l.end});
        std::uint32_t end = l.end;
        for (++at_; !done() && !line().blank_before && line().indent > 0; ++at_) {
            slices.push_back({line().begin, line().end});
            end = line().end;
        }
        ast::HeaderField field;
        field.span = context_.span(l.begin, end);
        field.key = context_.word(l.begin, l.begin + parts.key);
        field.value = read_inline(context_, slices, field.attributes);
        if (slices.empty()) {
            field.value.span = context_.span(end, end);
            context_.diagnostics.add(field.span, diag::empty_header_field, field.key.text);
        }
        fields.push_back(std::move(field));
    }
    return fields;
}

void BlockParser::refuse_header() {
    Parts parts;
    if (done() || line().kind != LineKind::text || !read_key(view(line()), parts)) return;
    if (!is_header_key(view(line()).substr(0, parts.key))) return;
    context_.diagnostics.add(context_.span(line().begin, line().end), diag::header_in_include);
    for (++at_; !done() && !line().blank_before;) ++at_;
}

void check_header(const ast::Document& document, std::span<const std::string_view> more_keys,
                  Diagnostics& diagnostics) {
    std::vector<std::string_view> known(ast::header_keys.begin(), ast::header_keys.end());
    known.insert(known.end(), more_keys.begin(), more_keys.end());
    std::vector<const ast::HeaderField*> seen;
    for (const ast::HeaderField& field : document.header) {
        if (std::find(known.begin(), known.end(), field.key.text) == known.end()) {
            diagnostics.add(field.key.span, diag::unknown_header_key, field.key.text)
                .with_help(did_you_mean(field.key.text, known));
            continue;
        }
        const auto same = std::find_if(seen.begin(), seen.end(),
                                       [&](const auto* f) { return f->key.text == field.key.text; });
        if (same != seen.end()) {
            diagnostics.add(field.key.span, diag::repeated_header_key, field.key.text)
                .relate((*same)->key.span, "given here first");
        } else {
            seen.push_back(&field);
        }
    }
}

std::size_t analyze_header() {
    return pegtl::analyze<field>();
}

}  // namespace stet::grammar

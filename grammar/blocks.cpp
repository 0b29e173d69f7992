// Blocks: where one starts, what belongs to it, and how they nest.
#include "grammar/blocks.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

#include "compiler/base/catalogue.hpp"
#include "grammar/directives.hpp"
#include "grammar/pasted_bullets.hpp"

namespace stet::grammar {

namespace {

constexpr std::uint32_t step = 2;  ///< least indent of what belongs to a marked line

std::uint32_t value_of(std::string_view digits) {
    std::uint32_t value = 0;
    std::from_chars(digits.data(), digits.data() + digits.size(), value);
    return value;
}

/// The number as written, without its final stop.
std::string_view written_number(std::string_view marker) {
    if (marker.ends_with('.')) marker.remove_suffix(1);
    return marker;
}

ParagraphNumber split_number(std::string_view written) {
    const std::size_t stop = written.rfind('.');
    if (stop == std::string_view::npos) return {{}, value_of(written)};
    return {written.substr(0, stop + 1), value_of(written.substr(stop + 1))};
}

std::size_t roman_value(std::string_view letters) {
    constexpr std::array<std::string_view, 20> roman{"i",    "ii",  "iii",  "iv",    "v",   "vi",   "vii",
                                                     "viii", "ix",  "x",    "xi",    "xii", "xiii", "xiv",
                                                     "xv",   "xvi", "xvii", "xviii", "xix", "xx"};
    const auto found = std::find(roman.begin(), roman.end(), letters);
    return found == roman.end() ? 0 : static_cast<std::size_t>(found - roman.begin()) + 1;
}

/// Whether `(b)` comes straight after `(a)`, by the alphabet or as Roman numerals.
bool next_letter(std::string_view a, std::string_view b) {
    a = a.substr(1, a.size() - 2);
    b = b.substr(1, b.size() - 2);
    if (a.size() == 1 && b.size() == 1 && b[0] == a[0] + 1) return true;
    return roman_value(a) != 0 && roman_value(b) == roman_value(a) + 1;
}

std::string_view kind_name(LineKind kind) {
    switch (kind) {
        case LineKind::text:
            return "paragraph";
        case LineKind::heading:
            return "heading";
        case LineKind::numbered:
            return "numbered paragraph";
        case LineKind::bullet:
            return "bullet";
        case LineKind::lettered:
            return "lettered item";
        case LineKind::quote:
            return "quotation";
        case LineKind::row:
            return "table row";
        case LineKind::caption:
            return "table caption";
        case LineKind::footnote:
            return "footnote";
        case LineKind::directive:
            return "directive";
    }
    return "block";
}

}  // namespace

ParagraphNumber previous_number(std::string_view written) {
    ParagraphNumber number = split_number(written);
    if (number.value > 0) --number.value;
    return number;
}

ast::Blocks parse_blocks(Context& context, const std::vector<Line>& lines, std::uint32_t depth) {
    return BlockParser(context, lines, depth).blocks(0);
}

ast::Blocks BlockParser::blocks(std::uint32_t least) {
    ast::Blocks out;
    while (!done() && line().indent >= least) block(least, out);
    return out;
}

void BlockParser::block(std::uint32_t least, ast::Blocks& out) {
    const Line& l = line();
    if (depth_ >= ast::max_block_depth && l.kind != LineKind::text) {
        if (!context_.depth_reported) {
            context_.diagnostics.add(context_.span(l.begin, l.mark), diag::blocks_too_deep,
                                     ast::max_block_depth);
            context_.depth_reported = true;
        }
        out.push_back(paragraph());
        return;
    }
    switch (l.kind) {
        case LineKind::heading:
            out.push_back(heading());
            return;
        case LineKind::numbered:
            out.push_back(numbered());
            return;
        case LineKind::bullet:
        case LineKind::lettered:
            out.push_back(list(least));
            return;
        case LineKind::quote:
            out.push_back(quote());
            return;
        case LineKind::row:
        case LineKind::caption:
            out.push_back(table());
            return;
        case LineKind::footnote:
            out.push_back(footnote());
            return;
        case LineKind::directive:
            out.push_back(directive());
            return;
        case LineKind::text:
            check_first_line(l);
            out.push_back(paragraph());
            return;
    }
}

// ---- text --------------------------------------------------------------------------------------------

ast::Block BlockParser::text(std::uint32_t first) {
    Slices slices;
    const std::uint32_t start = line().begin;
    if (first < line().end) slices.push_back({first, line().end});
    std::uint32_t end = line().end;
    for (++at_; !done() && !line().blank_before && !interrupts(line()); ++at_) {
        check_wrapped_line(line());
        slices.push_back({line().begin, line().end});
        end = line().end;
    }
    ast::Block block;
    block.span = context_.span(slices.empty() ? start : slices.front().begin, end);
    ast::RunningText words = read_inline(context_, slices, block.attributes);
    if (slices.empty()) words.span = context_.span(end, end);
    if (words.empty() && !block.attributes.empty()) {
        context_.diagnostics.add(block.span, diag::attribute_alone,
                                 context_.view(block.span.begin, block.span.end));
    }
    block.content = ast::Paragraph{std::move(words)};
    return block;
}

bool BlockParser::below_colon() const {
    const Line& above = lines_[at_ - 1];
    std::string_view words = view(above);
    while (words.ends_with('*') || words.ends_with('_')) words.remove_suffix(1);
    return words.ends_with(':');
}

bool BlockParser::interrupts(const Line& l) const {
    switch (l.kind) {
        case LineKind::bullet:
            return enclosing_.items > 0 || below_colon();
        case LineKind::lettered: {
            const auto before = [&](std::string_view marker) {
                return next_letter(marker, context_.view(l.begin, l.mark));
            };
            return below_colon() || std::any_of(enclosing_.letters.begin(), enclosing_.letters.end(), before);
        }
        case LineKind::numbered: {
            const std::string_view written = written_number(context_.view(l.begin, l.mark));
            if (written == "#") return !enclosing_.numbers.empty();
            const ParagraphNumber number = split_number(written);
            return std::any_of(enclosing_.numbers.begin(), enclosing_.numbers.end(),
                               [&](const ParagraphNumber& above) {
                                   return above.prefix == number.prefix && above.value + 1 == number.value;
                               });
        }
        case LineKind::footnote:
            return enclosing_.notes > 0;
        case LineKind::text:
        case LineKind::heading:
        case LineKind::quote:
        case LineKind::row:
        case LineKind::caption:
        case LineKind::directive:
            return false;
    }
    return false;
}

/// Advice on a line in the middle of a paragraph that was perhaps meant to start a block. A number counts as
/// suspicious only near the one that is due: "2014. 32 young people" is an ordinary wrapped line.
void BlockParser::check_wrapped_line(const Line& l) const {
    if (l.kind == LineKind::text) return check_first_line(l);
    const std::string_view marker = context_.view(l.begin, l.mark);
    if (l.kind == LineKind::numbered) {
        constexpr std::uint32_t near = 3;
        const ParagraphNumber number = split_number(written_number(marker));
        const bool suspicious = std::any_of(
            enclosing_.numbers.begin(), enclosing_.numbers.end(), [&](const ParagraphNumber& above) {
                return above.prefix == number.prefix && number.value >= above.value &&
                       number.value <= above.value + near;
            });
        const bool starts_over = enclosing_.numbers.empty() && (marker == "1." || marker == "#.");
        if (!suspicious && !starts_over) return;
    }
    if (l.kind == LineKind::directive && !is_directive(marker.substr(1))) return;
    if (l.kind == LineKind::quote &&
        (l.content == l.end || (context_.text[l.content] >= '0' && context_.text[l.content] <= '9')))
        return;
    context_.diagnostics.add(context_.span(l.begin, l.mark), diag::taken_as_text, kind_name(l.kind))
        .with_help("put a blank line above it, or a backslash before it to keep it as text");
}

/// Whether the line stands behind a colon, or beside another one with this mark.
bool BlockParser::is_in_list(const Line& l, std::string_view mark) const {
    const auto at = static_cast<std::size_t>(&l - lines_.data());
    return (at > 0 && (view(lines_[at - 1]).ends_with(':') || view(lines_[at - 1]).starts_with(mark))) ||
           (at + 1 < lines_.size() && view(lines_[at + 1]).starts_with(mark));
}

/// Advice on what other programs write for a bullet or a heading.
void BlockParser::check_first_line(const Line& l) const {
    const std::string_view words = view(l);
    const PastedBullet bullet = find_pasted_bullet(words);
    if (bullet.size > 0 && (bullet.sure || is_in_list(l, words.substr(0, bullet.size)))) {
        const std::uint32_t rest = l.begin + bullet.size;
        std::uint32_t word = rest;
        while (word < l.end && (context_.text[word] == ' ' || context_.text[word] == '\t')) ++word;
        context_.diagnostics
            .add(context_.span(l.begin, rest), diag::pasted_bullet, context_.view(l.begin, rest))
            .fix("write `- `", context_.span(l.begin, word), "- ");
    }
    const std::size_t hashes = std::min(words.find_first_not_of('#'), words.size());
    if (hashes == 0 || words.starts_with("#.")) return;
    const Span span = context_.span(l.begin, l.begin + static_cast<std::uint32_t>(hashes));
    if (hashes > 4)
        context_.diagnostics.add(span, diag::heading_too_deep);
    else if (hashes < words.size() &&
             ((words[hashes] >= 'A' && words[hashes] <= 'Z') || words[hashes] == '*')) {
        context_.diagnostics.add(span, diag::heading_without_space)
            .fix("put a space behind the marks", context_.span(span.end, span.end), " ");
    }
}

ast::Block BlockParser::paragraph() {
    return text(line().begin);
}

// ---- marked blocks -----------------------------------------------------------------------------------

ast::Block BlockParser::heading() {
    const Line& l = line();
    if (depth_ > 0) {
        context_.diagnostics.add(context_.span(l.begin, l.mark), diag::heading_inside);
        return paragraph();
    }
    ast::Block block;
    block.span = context_.span(l.begin, l.end);
    ast::Heading made;
    made.level = static_cast<std::uint8_t>(l.mark - l.begin);
    Slices slices;
    if (l.content < l.end) slices.push_back({l.content, l.end});
    made.title = read_inline(context_, slices, block.attributes);
    if (slices.empty()) made.title.span = context_.span(l.end, l.end);
    if (made.title.empty()) context_.diagnostics.add(block.span, diag::empty_heading);
    block.content = std::move(made);
    ++at_;
    return block;
}

ast::Blocks BlockParser::item_body(const Line& marker) {
    ast::Blocks body;
    ++depth_;
    body.push_back(text(marker.content));
    if (const auto* first = std::get_if<ast::Paragraph>(&body.front().content);
        first != nullptr && first->text.empty()) {
        context_.diagnostics.add(context_.span(marker.begin, marker.mark), diag::marker_without_words,
                                 context_.view(marker.begin, marker.mark));
    }
    ast::Blocks more = blocks(marker.indent + step);
    body.insert(body.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
    --depth_;
    return body;
}

ast::Block BlockParser::numbered() {
    const Line& l = line();
    const std::uint32_t marker_end = l.mark - (context_.text[l.mark - 1] == '.' ? 1U : 0U);
    ast::NumberedParagraph made;
    made.number = context_.word(l.begin, marker_end);
    made.automatic = made.number.text == "#";
    ParagraphNumber number = context_.last_number;
    if (made.automatic)
        ++number.value;
    else
        number = split_number(made.number.text);
    context_.last_number = number;

    enclosing_.numbers.push_back(number);
    made.body = item_body(l);
    enclosing_.numbers.pop_back();
    ast::Block block;
    block.span = context_.span(l.begin, made.body.back().span.end);
    block.attributes = std::exchange(made.body.front().attributes, {});
    block.content = std::move(made);
    return block;
}

ast::Block BlockParser::list(std::uint32_t least) {
    const LineKind kind = line().kind;
    ast::List made;
    made.lettered = kind == LineKind::lettered;
    ast::Block block;
    block.span = context_.span(line().begin, line().end);
    std::uint32_t indent = line().indent;
    while (!done() && line().kind == kind && line().indent >= least && line().indent < indent + step) {
        const Line& l = line();
        indent = l.indent;
        ast::ListItem item;
        item.marker = context_.word(l.begin, l.mark);
        ++enclosing_.items;
        if (made.lettered) enclosing_.letters.push_back(item.marker.text);
        item.body = item_body(l);
        if (made.lettered) enclosing_.letters.pop_back();
        --enclosing_.items;
        item.span = context_.span(l.begin, std::max(l.end, item.body.back().span.end));
        block.span.end = item.span.end;
        made.items.push_back(std::move(item));
    }
    block.content = std::move(made);
    return block;
}

ast::Block BlockParser::footnote() {
    const Line& l = line();
    ast::FootnoteBody made;
    made.name = context_.word(l.begin + 2, l.mark - 2);
    ++enclosing_.notes;
    made.body = item_body(l);
    --enclosing_.notes;
    ast::Block block;
    block.span = context_.span(l.begin, std::max(l.end, made.body.back().span.end));
    block.content = std::move(made);
    return block;
}

/// The lines of a quotation are read again without their `>`.
ast::Block BlockParser::quote() {
    std::vector<Line> inner;
    const std::uint32_t begin = line().begin;
    std::uint32_t end = line().end;
    bool blank = true;
    for (bool first = true; !done() && (first || !line().blank_before); ++at_, first = false) {
        Line l = line();
        if (l.kind != LineKind::quote && blank) break;
        end = l.end;
        if (l.kind == LineKind::quote) {
            if (l.content == l.end) {
                blank = true;
                continue;
            }
            l.indent = static_cast<std::uint16_t>(l.content - l.mark > 0 ? l.content - l.mark - 1 : 0);
            l.begin = l.content;
            classify(context_.text, l);
        } else {
            l.kind = LineKind::text;
        }
        l.blank_before = std::exchange(blank, false);
        inner.push_back(l);
    }
    ast::Block block;
    block.span = context_.span(begin, end);
    if (inner.empty())
        context_.diagnostics.add(context_.span(begin, begin + 1), diag::marker_without_words, ">");
    block.content = ast::Quote{parse_blocks(context_, inner, depth_ + 1)};
    return block;
}

// ---- lines for other files ---------------------------------------------------------------------------

ast::Block BlockParser::table() {
    TableLines lines;
    if (line().kind == LineKind::caption) lines.caption = &lines_[at_++];
    // The first row may stand below a blank line, the others may not.
    while (!done() && line().kind == LineKind::row && (lines.rows.empty() || !line().blank_before)) {
        lines.rows.push_back(lines_[at_++]);
    }
    return read_table(context_, lines);
}

ast::Block BlockParser::directive() {
    DirectiveLines lines;
    lines.head = lines_[at_++];
    while (!done() && line().indent > lines.head.indent) lines.body.push_back(lines_[at_++]);
    return read_directive(context_, lines, depth_);
}

}  // namespace stet::grammar

// The canonical form of a file: indents, blank lines, markers and columns put in order, words left alone.
#include "grammar/format.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <variant>

#include "compiler/base/utf8.hpp"
#include "grammar/format_parts.hpp"
#include "grammar/parse.hpp"

namespace stet::grammar {

namespace {

// Columns by which what belongs to a block is indented below its first line.
constexpr std::size_t number_step = 4;
constexpr std::size_t bullet_step = 2;
constexpr std::size_t note_step = 4;
constexpr std::size_t body_step = 2;
constexpr std::size_t wrap_step = 4;

class Formatter {
  public:
    Formatter(const ast::Document& document, std::string_view text, FormatOptions options)
        : document_(document), lines_(text), numbers_(options.renumber) {}

    std::string format() {
        header();
        blocks(document_.blocks, 0, true);
        gap(lines_.count(), 0, false);
        // What comes first in the file would be passed over as its byte order mark.
        if (out_.starts_with("\xEF\xBB\xBF")) out_.insert(0, "\xEF\xBB\xBF");
        return std::move(out_);
    }

  private:
    // ---- lines ---------------------------------------------------------------------------------------

    void put(std::size_t indent, std::string_view words) {
        if (!words.empty()) (out_.append(indent, ' ') += words) += '\n';
    }
    void blank() {
        if (!out_.empty() && !out_.ends_with("\n\n")) out_ += '\n';
    }
    /// Comments and one blank line for many, up to the line `to`.
    void gap(std::size_t to, std::size_t indent, bool forced) {
        bool pending = forced;
        for (std::size_t i = at_; i < to; ++i) pending = pending && !lines_.blank(i);
        for (; at_ < to; ++at_) {
            if (lines_.blank(at_)) {
                pending = true;
                continue;
            }
            if (std::exchange(pending, false)) blank();
            put(indent, lines_.words(at_));
        }
        if (pending && to < lines_.count()) blank();
    }
    /// The lines up to and with the one that holds the byte before `end`, as they are.
    void rest(std::uint32_t end, std::size_t indent) {
        gap(lines_.of(end == 0 ? 0 : end - 1) + 1, indent, false);
    }
    /// Comments that stand right below a directive's last line, and deeper than its head, belong to it.
    void trailing_comments(std::size_t head, std::size_t indent) {
        while (at_ < lines_.count() && lines_.words(at_).starts_with("//") &&
               lines_.indent(at_) > lines_.indent(head)) {
            put(indent, lines_.words(at_));
            ++at_;
        }
    }
    /// The rest of the present line from the byte `from` on.
    [[nodiscard]] std::string_view tail(std::uint32_t from) const { return lines_.tail(at_, from); }
    /// A first line: a marker, a space and what stood behind it.
    void marked(std::size_t indent, std::string_view marker, std::uint32_t from) {
        const std::string_view behind = tail(from);
        put(indent, fmt::format("{}{}{}", marker, lines_.space_before(at_, behind), behind));
        ++at_;
    }

    // ---- header --------------------------------------------------------------------------------------

    void header() {
        for (const ast::HeaderField& field : document_.header) {
            gap(lines_.of(field.span.begin), 0, false);
            const std::string key = std::string(field.key.text) + ":";
            marked(0, key,
                   field.value.empty() && field.attributes.empty() ? field.key.span.end + 1
                                                                   : value_begin(field));
            rest(field.span.end, key.size() + 1);
        }
        if (!document_.header.empty()) after_header_ = true;
    }
    /// The value, or the end of the key's line where the value stands below it.
    [[nodiscard]] std::uint32_t value_begin(const ast::HeaderField& field) const {
        const std::uint32_t begin = field.value.span.begin;
        return lines_.of(begin) == lines_.of(field.span.begin) ? begin : field.key.span.end + 1;
    }

    // ---- blocks --------------------------------------------------------------------------------------

    void blocks(const ast::Blocks& list, std::size_t indent, bool top) {
        const ast::Block* above = nullptr;
        for (const ast::Block& block : list) {
            const bool forced =
                above != nullptr ? top && needs_blank(*above, block) : std::exchange(after_header_, false);
            gap(lines_.of(block.span.begin), indent, forced);
            one(block, indent);
            above = &block;
        }
    }
    void one(const ast::Block& block, std::size_t indent) {
        std::visit([&](const auto& content) { show(content, block, indent); }, block.content);
    }
    static bool is_line(const ast::Block& block) {
        const auto& c = block.content;
        return std::holds_alternative<ast::Chart>(c) || std::holds_alternative<ast::Image>(c) ||
               std::holds_alternative<ast::PrivateNote>(c) || std::holds_alternative<ast::Include>(c) ||
               std::holds_alternative<ast::Restart>(c) || std::holds_alternative<ast::Directive>(c);
    }
    static bool is_note(const ast::Block& block) {
        return std::holds_alternative<ast::FootnoteBody>(block.content);
    }
    static bool needs_blank(const ast::Block& above, const ast::Block& block) {
        if (std::holds_alternative<ast::Heading>(above.content)) return true;
        if (std::holds_alternative<ast::List>(block.content)) return false;
        return !(is_line(above) && is_line(block)) && !(is_note(above) && is_note(block));
    }

    void show(const ast::Heading& heading, const ast::Block& block, std::size_t indent) {
        numbers_.heading(heading.level);
        marked(indent, std::string(heading.level, '#'), block.span.begin + heading.level);
    }
    void show(const ast::Paragraph& /*paragraph*/, const ast::Block& block, std::size_t indent) {
        rest(block.span.end, indent);
    }
    void show(const ast::NumberedParagraph& paragraph, const ast::Block& block, std::size_t indent) {
        const std::uint32_t end = paragraph.number.span.end;
        const bool stop = lines_.tail(at_, end).starts_with('.');
        item(numbers_.next(paragraph) + (stop ? "." : ""), end + (stop ? 1 : 0), paragraph.body,
             block.span.end, indent, number_step);
    }
    void show(const ast::List& list, const ast::Block& /*block*/, std::size_t indent) {
        for (const ast::ListItem& entry : list.items) {
            gap(lines_.of(entry.span.begin), indent, false);
            item(entry.marker.text, entry.marker.span.end, entry.body, entry.span.end, indent,
                 list.lettered ? number_step : bullet_step);
        }
    }
    void show(const ast::FootnoteBody& note, const ast::Block& block, std::size_t indent) {
        item(fmt::format("[^{}]:", note.name.text), note.name.span.end + 2, note.body, block.span.end, indent,
             note_step);
    }
    /// A marked line, the rest of its paragraph, and the blocks below it.
    void item(std::string_view marker, std::uint32_t from, const ast::Blocks& body, std::uint32_t end,
              std::size_t indent, std::size_t step) {
        marked(indent, marker, from);
        for (std::size_t i = 0; i < body.size(); ++i) {
            if (i == 0) {
                rest(body.front().span.end, indent + step);
                continue;
            }
            gap(lines_.of(body[i].span.begin), indent + step, false);
            one(body[i], indent + step);
        }
        rest(end, indent + step);
    }

    void show(const ast::Quote& /*quote*/, const ast::Block& block, std::size_t indent) {
        for (const std::size_t last = lines_.of(block.span.end - 1); at_ <= last; ++at_) {
            const std::string_view words = lines_.words(at_);
            put(indent, quote_line(words));
        }
    }
    void show(const ast::Table& /*table*/, const ast::Block& block, std::size_t indent) {
        const std::size_t last = lines_.of(block.span.end - 1);
        std::vector<std::string_view> rows;
        for (std::size_t i = at_; i <= last; ++i) {
            if (lines_.words(i).starts_with('|')) rows.push_back(lines_.words(i));
        }
        const std::vector<std::string> aligned = align_rows(rows);
        bool pending = false;
        for (std::size_t row = 0; at_ <= last; ++at_) {
            if (lines_.blank(at_)) {
                pending = true;
                continue;
            }
            if (std::exchange(pending, false)) blank();
            const std::string_view words = lines_.words(at_);
            if (words.starts_with('|')) {
                put(indent, aligned[row++]);
            } else if (words.starts_with("Table:")) {
                const std::string_view behind =
                    tail(block.span.begin + static_cast<std::uint32_t>(std::string_view("Table:").size()));
                put(indent, fmt::format("Table:{}{}", lines_.space_before(at_, behind), behind));
            } else {
                put(indent, words);
            }
        }
    }

    // ---- directives ----------------------------------------------------------------------------------

    void show(const ast::Box& box, const ast::Block& block, std::size_t indent) {
        head(indent);
        gap(box.body.empty() ? at_ : lines_.of(box.body.front().span.begin), indent + body_step, false);
        blocks(box.body, indent + body_step, true);
        rest(block.span.end, indent + body_step);
    }
    void show(const ast::Judgements& judgements, const ast::Block& block, std::size_t indent) {
        const std::size_t first = at_;
        head(indent);
        std::vector<std::string_view> names;
        for (const ast::JudgementLine& line : judgements.lines) names.push_back(line.name.text);
        const std::size_t column = column_behind(names);
        for (const ast::JudgementLine& line : judgements.lines) {
            gap(lines_.of(line.span.begin), indent + body_step, false);
            put(indent + body_step, in_column(line.name, column) + std::string(tail(line.name.span.end)));
            ++at_;
            rest(line.span.end, indent + 2 * body_step);
        }
        rest(block.span.end, indent + body_step);
        trailing_comments(first, indent + body_step);
    }
    /// A name filled up to the column; a single space where two would make a comment of what follows.
    [[nodiscard]] std::string in_column(const ast::Word& name, std::size_t column) const {
        const std::string_view behind = tail(name.span.end);
        if (behind.empty() || name.empty()) return std::string(name.text);
        if (behind.starts_with("//"))
            return std::string(name.text) + std::string(lines_.space_before(at_, behind));
        return padded(name.text, column);
    }
    void show(const ast::Facts& facts, const ast::Block& block, std::size_t indent) {
        const std::size_t first = at_;
        head(indent);
        if (!facts.lines.empty()) gap(lines_.of(facts.lines.front().span.begin), indent + wrap_step, false);
        std::vector<std::string_view> names;
        for (const ast::FactLine& line : facts.lines) names.push_back(line.name.text);
        const std::size_t column = column_behind(names);
        for (const ast::FactLine& line : facts.lines) {
            gap(lines_.of(line.span.begin), indent + body_step, false);
            std::string_view behind = tail(line.name.span.end);
            std::string words = in_column(line.name, column);
            if (behind.starts_with('=')) {
                behind = tail(line.name.span.begin +
                              static_cast<std::uint32_t>(behind.data() - line.name.text.data()) + 1);
                (words += '=') += lines_.space_before(at_, behind);
            }
            put(indent + body_step, words.append(behind));
            ++at_;
            rest(line.span.end, indent + wrap_step);
        }
        rest(block.span.end, indent + wrap_step);
        trailing_comments(first, indent + body_step);
    }
    void show(const ast::Contents& contents, const ast::Block& block, std::size_t indent) {
        head(indent);
        for (const ast::ContentsEntry& entry : contents.entries) {
            gap(lines_.of(entry.span.begin), indent + entry.level * body_step, false);
            rest(entry.span.end, indent + entry.level * body_step);
        }
        rest(block.span.end, indent + body_step);
    }
    void show(const ast::Directive& directive, const ast::Block& block, std::size_t indent) {
        const std::size_t first = at_;
        head(indent);
        tree(directive.lines, indent + body_step);
        rest(block.span.end, indent + body_step);
        trailing_comments(first, indent + body_step);
    }
    void tree(const std::vector<ast::DirectiveLine>& list, std::size_t indent) {
        for (const ast::DirectiveLine& line : list) {
            gap(lines_.of(line.span.begin), indent, false);
            rest(line.span.end, indent);
            tree(line.children, indent + body_step);
        }
    }
    void show(const ast::Appendix& /*a*/, const ast::Block& block, std::size_t indent) {
        numbers_.heading(1);
        plain(block, indent, wrap_step);
    }
    void show(const ast::Restart& restart, const ast::Block& block, std::size_t indent) {
        numbers_.restart(restart.number.text);
        plain(block, indent, body_step);
    }
    void show(const ast::Chart& /*c*/, const ast::Block& block, std::size_t indent) {
        plain(block, indent, wrap_step);
    }
    void show(const ast::Image& /*i*/, const ast::Block& block, std::size_t indent) {
        plain(block, indent, wrap_step);
    }
    void show(const ast::Include& /*i*/, const ast::Block& block, std::size_t indent) {
        plain(block, indent, wrap_step);
    }
    void show(const ast::PrivateNote& /*n*/, const ast::Block& block, std::size_t indent) {
        plain(block, indent, body_step);
    }

    void plain(const ast::Block& block, std::size_t indent, std::size_t step) {
        head(indent);
        rest(block.span.end, indent + step);
    }
    void head(std::size_t indent) {
        put(indent, lines_.words(at_));
        ++at_;
    }

    const ast::Document& document_;
    SourceLines lines_;
    Numbers numbers_;
    std::string out_;
    std::size_t at_ = 0;  ///< the next line of the source
    bool after_header_ = false;
};

}  // namespace

std::string essence(const ast::Document& document, bool numbers) {
    std::string out;
    const std::string dump = ast::dump(document, {false});
    for (std::size_t at = 0; at < dump.size();) {
        const std::string_view here = std::string_view(dump).substr(at);
        if (here.starts_with("\\\\")) {
            out += "\\\\";
            at += 2;
        } else if (here.starts_with("\\r\\n")) {  // the line end follows
            at += 2;
        } else if (here.starts_with("\\n")) {  // at most one blank line
            while (out.ends_with(' ') || (out.ends_with("\\t") && !out.ends_with("\\\\t")))
                out.resize(out.size() - (out.ends_with(' ') ? 1 : 2));
            if (!out.ends_with("\\n\\n")) out += "\\n";
            at += 2;
            while (at < dump.size() && (dump[at] == ' ' || std::string_view(dump).substr(at, 2) == "\\t"))
                at += dump[at] == ' ' ? 1 : 2;
        } else if (!numbers && here.starts_with("numbered \"")) {
            out += "numbered";
            at = std::min(dump.find('\n', at), dump.size());
        } else {
            out += dump[at++];
        }
    }
    for (const ast::Word& comment : document.comments) (out += comment.text) += '\n';
    return out;
}

std::string lay_out(const ast::Document& document, const Sources& sources, FormatOptions options) {
    return Formatter(document, sources.text(document.file), options).format();
}

std::string format(const ast::Document& document, const Sources& sources, FormatOptions options) {
    std::string out = lay_out(document, sources, options);
    Sources made;
    Diagnostics ignored;
    const FileId file = made.add("formatted", out);
    const ast::Document again = parse(file, made, ignored);
    const bool same = essence(again, !options.renumber) == essence(document, !options.renumber);
    return same ? out : std::string(sources.text(document.file));
}

}  // namespace stet::grammar

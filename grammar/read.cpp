// Reading: the running text of each block in normal form, with the way back to the source.
#include "grammar/read.hpp"

#include <utility>

#include "compiler/base/utf8.hpp"

namespace stet::grammar {

namespace {

using prose::MarkKind;
using prose::Run;
using prose::RunKind;

constexpr std::string_view replacement = "\xEF\xBF\xBD";
constexpr std::string_view object = "\xEF\xBF\xBC";

/// Writes one run.
class Writer {
  public:
    Writer(Run& run, std::string_view file) : run_(run), file_(file) {}

    void inlines(const ast::Inlines& list) {
        for (const ast::Inline& node : list) node.visit([&](const auto& n) { add(n, node.span); });
    }

  private:
    [[nodiscard]] std::uint32_t here() const { return static_cast<std::uint32_t>(run_.text.size()); }

    /// Adds bytes that stand in the source at `source`, byte for byte.
    void copy(std::string_view bytes, std::uint32_t source) {
        const auto size = static_cast<std::uint32_t>(bytes.size());
        if (joinable_ && run_.pieces.back().source + run_.pieces.back().length == source) {
            run_.pieces.back().length += size;
        } else {
            run_.pieces.push_back({here(), source, size});
        }
        run_.text += bytes;
        joinable_ = true;
    }
    /// Adds bytes that stand for `length` others.
    void replace(std::string_view bytes, std::uint32_t source, std::uint32_t length) {
        if (bytes.size() == length) return copy(bytes, source);
        run_.pieces.push_back({here(), source, length});
        run_.text += bytes;
        joinable_ = false;
    }

    void add(const ast::Text& n, Span /*span*/) {
        const auto source = static_cast<std::uint32_t>(n.text.data() - file_.data());
        std::size_t from = skipped_space(n.text);
        for (std::size_t at = from; at < n.text.size();) {
            const auto byte = static_cast<unsigned char>(n.text[at]);
            if (byte >= 0x20 && byte < 0x7F) {
                ++at;
                continue;
            }
            const utf8::Decoded d = utf8::decode(n.text, at);
            const bool newline =
                byte == '\n' || (byte == '\r' && at + 1 < n.text.size() && n.text[at + 1] == '\n');
            if (d.valid && !newline && byte >= 0x20 && !(d.point >= 0x7F && d.point < 0xA0)) {
                at += d.size;
                continue;
            }
            plain(n.text, from, at, source);
            const std::size_t size = newline && byte == '\r' ? 2 : d.size;
            replace(newline || byte == '\t' ? " " : replacement, source + static_cast<std::uint32_t>(at),
                    static_cast<std::uint32_t>(size));
            at += size;
            from = at;
        }
        plain(n.text, from, n.text.size(), source);
    }
    /// The space behind a private remark that had one before it too: the words close up.
    std::size_t skipped_space(std::string_view text) {
        if (!std::exchange(skip_space_, false)) return 0;
        if (text.starts_with("\r\n")) return 2;
        return text.starts_with(' ') || text.starts_with('\n') ? 1 : 0;
    }
    void plain(std::string_view text, std::size_t from, std::size_t to, std::uint32_t source) {
        if (from < to) copy(text.substr(from, to - from), source + static_cast<std::uint32_t>(from));
    }

    void add(const ast::LineBreak& /*n*/, Span span) { replace("\n", span.begin, span.size()); }
    void add(const ast::Emphasis& n, Span span) { marked(MarkKind::emphasis, n.content, span, {}, span); }
    void add(const ast::Strong& n, Span span) { marked(MarkKind::strong, n.content, span, {}, span); }
    void add(const ast::Link& n, Span span) {
        marked(MarkKind::link, n.content, span, n.url.text, n.url.span);
    }
    void add(const ast::NoteMark& n, Span span) {
        run_.marks.push_back({MarkKind::note_mark, here(), here(), span, n.name.text, n.name.span});
    }
    void add(const ast::Brace& n, Span span) {
        const MarkKind kind = insert_kind(n.kind);
        const std::uint32_t begin = here();
        if (kind == MarkKind::private_note || kind == MarkKind::evidence)
            skip_space_ = run_.text.empty() || run_.text.ends_with(' ');
        else
            replace(object, span.begin, span.size());
        run_.marks.push_back({kind, begin, here(), span, n.argument.text, n.argument.span});
    }
    void add(const ast::Assertion& n, Span span) {
        MarkKind kind = insert_kind(n.brace.kind);
        if (kind == MarkKind::fact_insert) kind = MarkKind::assertion;
        if (kind == MarkKind::grade_insert) kind = MarkKind::grade_assertion;
        marked(kind, n.content, span, n.brace.argument.text, n.brace.argument.span);
    }

    void marked(MarkKind kind, const ast::Inlines& content, Span span, std::string_view argument,
                Span argument_span) {
        const std::size_t index = run_.marks.size();
        run_.marks.push_back({kind, here(), here(), span, argument, argument_span});
        inlines(content);
        run_.marks[index].end = here();
    }

    static MarkKind insert_kind(ast::BraceKind kind) {
        switch (kind) {
            case ast::BraceKind::fact:
                return MarkKind::fact_insert;
            case ast::BraceKind::see:
                return MarkKind::see;
            case ast::BraceKind::grade:
                return MarkKind::grade_insert;
            case ast::BraceKind::evidence:
                return MarkKind::evidence;
            case ast::BraceKind::note:
            case ast::BraceKind::because:
            case ast::BraceKind::judges:
            case ast::BraceKind::stet:
            case ast::BraceKind::label:
                return MarkKind::private_note;
        }
        return MarkKind::private_note;
    }

    Run& run_;
    std::string_view file_;
    bool skip_space_ = false;
    bool joinable_ = false;  ///< the last piece is a copy that may go on
};

/// Where a block stands: what its paragraphs are, how deep in lists, and under which run.
struct Place {
    RunKind kind = RunKind::paragraph;
    std::uint8_t depth = 0;
    std::int32_t parent = -1;
};

/// Walks the document and writes a run for each running text.
class Walker {
  public:
    Walker(const ast::Document& document, const Sources& sources)
        : sources_(sources), first_(document.first_running_text), runs_(document.running_texts) {
        for (std::size_t i = 0; i < runs_.size(); ++i) runs_[i].id = first_ + static_cast<std::uint32_t>(i);
    }

    std::vector<Run> walk(const ast::Document& document) {
        for (const ast::HeaderField& field : document.header) text(field.value, RunKind::header);
        blocks(document.blocks, {});
        return std::move(runs_);
    }

  private:
    std::int32_t text(const ast::RunningText& text, RunKind kind, Place place = {}) {
        const std::size_t index = text.id - first_;
        if (index >= runs_.size()) return -1;
        Run& run = runs_[index];
        run.kind = kind;
        run.depth = place.depth;
        run.parent = place.parent;
        run.span = text.span;
        run.text.reserve(text.span.size());
        Writer(run, sources_.text(text.span.file)).inlines(text.inlines);
        return static_cast<std::int32_t>(text.id);
    }

    void blocks(const ast::Blocks& list, Place place) {
        for (const ast::Block& block : list)
            std::visit([&](const auto& b) { show(b, place); }, block.content);
    }
    /// A first paragraph and what is nested under it.
    void item(const ast::Blocks& body, Place place) {
        if (body.empty()) return;
        const auto* first = std::get_if<ast::Paragraph>(&body.front().content);
        if (first == nullptr) return blocks(body, place);
        Place under = place;
        under.parent = text(first->text, place.kind, place);
        for (std::size_t i = 1; i < body.size(); ++i)
            std::visit([&](const auto& b) { show(b, under); }, body[i].content);
    }

    void show(const ast::Heading& b, Place /*place*/) { text(b.title, RunKind::heading); }
    void show(const ast::Paragraph& b, Place place) { text(b.text, place.kind, place); }
    void show(const ast::NumberedParagraph& b, Place place) {
        item(b.body, {RunKind::paragraph, place.depth, place.parent});
    }
    void show(const ast::List& b, Place place) {
        const Place inner{RunKind::bullet, static_cast<std::uint8_t>(place.depth + 1), place.parent};
        for (const ast::ListItem& entry : b.items) item(entry.body, inner);
    }
    void show(const ast::Quote& b, Place place) {
        blocks(b.body, {RunKind::quote, place.depth, place.parent});
    }
    void show(const ast::FootnoteBody& b, Place /*place*/) { item(b.body, {RunKind::footnote, 0, -1}); }
    void show(const ast::Table& b, Place /*place*/) {
        text(b.caption, RunKind::caption);
        for (const ast::Row& row : b.head) {
            for (const ast::Cell& cell : row.cells) text(cell.text, RunKind::table_head);
        }
        for (const ast::Row& row : b.body) {
            for (const ast::Cell& cell : row.cells) text(cell.text, RunKind::cell);
        }
    }
    void show(const ast::Box& b, Place /*place*/) {
        text(b.title, RunKind::box_title);
        blocks(b.body, {});
    }
    void show(const ast::Appendix& b, Place /*place*/) { text(b.title, RunKind::heading); }
    void show(const ast::Judgements& b, Place /*place*/) {
        for (const ast::JudgementLine& line : b.lines) {
            for (const ast::RunningText& statement : line.statements) text(statement, RunKind::statement);
        }
    }
    void show(const ast::Facts& b, Place /*place*/) { text(b.title, RunKind::caption); }
    void show(const ast::Contents& b, Place /*place*/) {
        for (const ast::ContentsEntry& entry : b.entries) text(entry.text, RunKind::contents);
    }
    void show(const ast::Chart& b, Place /*place*/) { text(b.title, RunKind::caption); }
    void show(const ast::Image& b, Place /*place*/) { text(b.caption, RunKind::caption); }
    void show(const ast::Include& b, Place place) { blocks(b.blocks, place); }
    void show(const ast::PrivateNote& /*b*/, Place /*place*/) {}
    void show(const ast::Restart& /*b*/, Place /*place*/) {}
    void show(const ast::Directive& /*b*/, Place /*place*/) {}

    const Sources& sources_;
    std::uint32_t first_;
    std::vector<Run> runs_;
};

}  // namespace

std::vector<prose::Run> read_runs(const ast::Document& document, const Sources& sources) {
    return Walker(document, sources).walk(document);
}

}  // namespace stet::grammar

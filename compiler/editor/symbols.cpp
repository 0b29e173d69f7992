// The outline of a file: its sections with what they hold.
#include "compiler/editor/symbols.hpp"

#include <fmt/format.h>

#include <map>

#include "compiler/base/utf8.hpp"

namespace stet::editor {

namespace {

constexpr std::size_t shown_characters = 60;

/// Builds the outline from the blocks of one file, in order.
class Outliner {
  public:
    Outliner(const Reading& reading, FileId file) : reading_(reading) {
        for (const model::Paragraph& paragraph : reading.report().paragraphs) {
            if (paragraph.numbered && paragraph.span.file == file)
                numbers_.emplace(paragraph.span.begin, &paragraph.number);
        }
    }

    void add(const ast::Block& block) {
        block_ = &block;
        std::visit(*this, block.content);
        last_end_ = block.span.end;
    }

    std::vector<Symbol> finish() {
        close_down_to(0);
        return std::move(top_);
    }

    void operator()(const ast::Heading& heading) { open(heading.level, heading.title); }
    void operator()(const ast::Appendix& appendix) { open(1, appendix.title); }
    void operator()(const ast::NumberedParagraph& paragraph) {
        const auto known = numbers_.find(block_->span.begin);
        const std::string number = known != numbers_.end() && !known->second->empty()
                                       ? *known->second
                                       : std::string(paragraph.number.text);
        std::string words;
        const auto* first =
            paragraph.body.empty() ? nullptr : std::get_if<ast::Paragraph>(&paragraph.body.front().content);
        if (first != nullptr) words = text_of(first->text);
        leaf(SymbolKind::paragraph, fmt::format("{}. {}", number, words), "", paragraph.number.span);
    }
    void operator()(const ast::Facts& facts) {
        leaf(SymbolKind::facts, "Facts", text_of(facts.title), head());
    }
    void operator()(const ast::Judgements&) { leaf(SymbolKind::judgements, "Judgements", "", head()); }
    void operator()(const ast::Table& table) {
        leaf(SymbolKind::table, "Table", text_of(table.caption), head());
    }
    void operator()(const ast::Chart& chart) {
        leaf(SymbolKind::figure, "Chart", text_of(chart.title), head());
    }
    void operator()(const ast::Image& image) {
        leaf(SymbolKind::figure, "Image", text_of(image.caption), head());
    }
    void operator()(const ast::Box& box) { leaf(SymbolKind::box, "Box", text_of(box.title), head()); }
    void operator()(const ast::Paragraph&) {}
    void operator()(const ast::List&) {}
    void operator()(const ast::Quote&) {}
    void operator()(const ast::FootnoteBody& note) {
        leaf(SymbolKind::notes, fmt::format("Note {}", note.name.text), "", note.name.span);
    }
    void operator()(const ast::Contents&) {}
    void operator()(const ast::PrivateNote&) {}
    void operator()(const ast::Include& include) {
        leaf(SymbolKind::section, fmt::format("Include {}", include.file.text), "", head());
    }
    void operator()(const ast::Restart&) {}
    void operator()(const ast::Directive&) {}

  private:
    [[nodiscard]] std::string text_of(const ast::RunningText& text) const {
        const auto& runs = reading_.report().runs;
        return text.id < runs.size() ? first_words(runs[text.id].text, shown_characters) : std::string();
    }

    /// The first line of the block.
    [[nodiscard]] Span head() const {
        const std::string_view text = reading_.sources().text(block_->span);
        const auto size = static_cast<std::uint32_t>(std::min(text.find('\n'), text.size()));
        return {block_->span.file, block_->span.begin, block_->span.begin + size};
    }

    std::vector<Symbol>& siblings() { return open_.empty() ? top_ : open_.back().symbol.children; }

    void leaf(SymbolKind kind, std::string name, std::string detail, Span selection) {
        if (block_->span.empty()) return;
        siblings().push_back({kind, std::move(name), std::move(detail), block_->span, selection, {}});
    }

    void open(std::uint8_t level, const ast::RunningText& title) {
        close_down_to(level);
        Symbol made{level == 1 ? SymbolKind::part : SymbolKind::section,
                    text_of(title),
                    "",
                    block_->span,
                    block_->span,
                    {}};
        open_.push_back({level, std::move(made)});
    }

    /// Closes the sections that a heading of that level ends; all of them for 0.
    void close_down_to(std::uint8_t level) {
        while (!open_.empty() && open_.back().level >= level) {
            Symbol closed = std::move(open_.back().symbol);
            open_.pop_back();
            closed.span.end = std::max(closed.span.end, last_end_);
            siblings().push_back(std::move(closed));
        }
    }

    struct Open {
        std::uint8_t level;
        Symbol symbol;
    };

    const Reading& reading_;
    std::map<std::uint32_t, const std::string*> numbers_;
    const ast::Block* block_ = nullptr;
    std::uint32_t last_end_ = 0;
    std::vector<Symbol> top_;
    std::vector<Open> open_;
};

}  // namespace

std::string first_words(std::string_view text, std::size_t characters) {
    std::size_t at = 0;
    for (std::size_t n = 0; at < text.size() && n < characters; ++n) at += utf8::decode(text, at).size;
    if (at >= text.size()) return std::string(text);
    const std::size_t space = text.rfind(' ', at);
    if (space != std::string_view::npos && space > at / 2) at = space;
    return std::string(text.substr(0, at)) + "…";
}

std::vector<Symbol> list_symbols(const Reading& reading, FileId file) {
    Outliner outliner(reading, file);
    std::optional<std::uint32_t> depth;
    for (const Node& node : reading.nodes) {
        const auto* block = std::get_if<const ast::Block*>(&node.value);
        if (block == nullptr || node.span.file != file) continue;
        // Blocks of an included file stand as deep as its include, and those inside others deeper.
        if (!depth) depth = node.depth;
        if (node.depth == *depth) outliner.add(**block);
    }
    return outliner.finish();
}

}  // namespace stet::editor

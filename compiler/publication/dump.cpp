// The publication as text, one thing a line, for golden tests.
#include <fmt/format.h>

#include <iterator>

#include "compiler/base/overloaded.hpp"
#include "compiler/publication/publication.hpp"

namespace stet::publication {

namespace {

class Dump {
  public:
    std::string take(const Publication& publication) {
        line("title {}", publication.title);
        line("subject {} | publisher {} | language {} | date {}", publication.subject, publication.publisher,
             publication.language, publication.date);
        for (const Text& title : publication.cover.titles) line("cover title {}", text(title));
        for (const auto& [name, value] : publication.cover.facts) line("cover {}: {}", name, text(value));
        for (const CoverGroup& group : publication.cover.groups) this->group(group);
        for (const ContentsEntry& entry : publication.contents) {
            line("contents {} {} {} -> {}", entry.level, entry.number, entry.title, entry.target);
        }
        blocks(publication.body);
        for (const Note& note : publication.notes) {
            line("note {} {}", note.number, note.id);
            nested(note.body);
        }
        for (const FactRow& fact : publication.facts)
            line("fact {} {} = {}", fact.id, fact.label, fact.value);
        for (const Abbreviation& entry : publication.abbreviations)
            line("abbreviation {} = {}", entry.abbreviation, entry.expansion);
        return std::move(out_);
    }

  private:
    template <class... Args>
    void line(fmt::format_string<Args...> format, Args&&... args) {
        out_.append(depth_ * 2, ' ');
        fmt::format_to(std::back_inserter(out_), format, std::forward<Args>(args)...);
        out_ += '\n';
    }

    static std::string text(const Text& text) {
        std::string out;
        for (const Piece& piece : text) {
            std::string words = piece.note ? fmt::format("[^{}]", *piece.note + 1) : piece.text;
            if (piece.strong) words = "*" + words + "*";
            if (piece.emphasis) words = "_" + words + "_";
            if (!piece.url.empty()) words = fmt::format("[{}]({})", words, std::string_view(piece.url));
            if (!piece.target.empty())
                words = fmt::format("[{}](#{})", words, std::string_view(piece.target));
            out += words;
            if (piece.line_break) out += " / ";
        }
        return out;
    }

    void group(const CoverGroup& group) {
        line("cover group {}", text(group.lead));
        nested(group.statement);
        for (const JudgementRow& row : group.rows) {
            line("  row {} {} {} = {} ({}/{}) level {} -> {}", row.id, row.number, row.title, row.grade,
                 row.rank, row.ranks, row.level, row.target);
            nested(row.statement);
        }
    }

    void nested(const Blocks& body) {
        ++depth_;
        blocks(body);
        --depth_;
    }

    void blocks(const Blocks& body) {
        for (const Block& block : body) this->block(block);
    }

    void block(const Block& block) {
        const std::string id = (block.id.empty() ? std::string() : " #" + block.id) +
                               (block.standard_wording ? " standard" : "");
        std::visit(
            overloaded{
                [&](const Heading& x) { line("heading {} {} {}{}", x.level, x.number, text(x.title), id); },
                [&](const Paragraph& x) { line("paragraph {}{}", text(x.text), id); },
                [&](const NumberedParagraph& x) {
                    line("numbered {}{}", x.number, id);
                    nested(x.body);
                },
                [&](const List& x) {
                    line("list{}", id);
                    for (const ListItem& item : x.items) {
                        line("  item {}", item.label);
                        nested(item.body);
                    }
                },
                [&](const Quote& x) {
                    line("quote{}", id);
                    nested(x.body);
                },
                [&](const Table& x) { table(x, id); },
                [&](const Box& x) {
                    line("box {}{}", text(x.title), id);
                    nested(x.body);
                },
                [&](const Chart& x) {
                    line("chart {} {} series={} alt={}{}", x.label, text(x.title), x.series.size(),
                         x.alternative, id);
                },
                [&](const Image& x) {
                    line("image {} {} file={} alt={}{}", x.label, text(x.caption), x.file, x.alternative, id);
                },
            },
            block.content);
    }

    void table(const Table& table, const std::string& id) {
        line("table {} {}{}", table.label, text(table.caption), id);
        const auto add = [&](const std::vector<std::vector<Cell>>& rows, std::string_view kind) {
            for (const std::vector<Cell>& row : rows) {
                std::string cells;
                for (const Cell& cell : row) cells += " | " + text(cell.text);
                line("  {}{}", kind, cells);
            }
        };
        add(table.head, "head");
        add(table.body, "row");
    }

    std::string out_;
    std::size_t depth_ = 0;
};

}  // namespace

std::string dump(const Publication& publication) {
    return Dump().take(publication);
}

}  // namespace stet::publication

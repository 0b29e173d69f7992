// Tables that the text makes unmistakable: rows of cells divided by tabs or pipes, and a judgement with its
// grade under column heads.
#include "compiler/import/tables.hpp"

#include <algorithm>

#include "compiler/import/text.hpp"

namespace stet::import {

namespace {

constexpr std::size_t most_cells = 30;

class Reader {
  public:
    Reader(const Draft& draft, const Knowledge& knowledge, const std::vector<TextLine>& lines)
        : draft_(draft), knowledge_(knowledge), lines_(lines) {}

    std::optional<FoundTable> by_tabs(std::size_t at) const {
        if (text(at).find('\t') == std::string_view::npos) return std::nullopt;
        const std::size_t columns = cells_of(text(at)).size();
        if (columns < 2 || columns > most_cells) return std::nullopt;
        std::size_t last = at;
        std::string rows;
        for (std::size_t k = at; k < lines_.size() && (k == at || !lines_[k].gap); ++k) {
            const auto cells = cells_of(text(k));
            if (cells.size() != columns) break;
            add_row(rows, cells);
            last = k;
        }
        if (last == at) return std::nullopt;
        return FoundTable{std::move(rows), last};
    }

    std::optional<FoundTable> by_pipes(std::size_t at) const {
        std::string rows;
        std::size_t last = at, count = 0;
        for (std::size_t k = at; k < lines_.size() && (k == at || !lines_[k].gap); ++k) {
            std::string_view row = text(k);
            if (row.size() < 3 || row.front() != '|' || row.back() != '|') break;
            last = k;
            if (row.find_first_not_of("|-: ") == std::string_view::npos) continue;
            row.remove_prefix(1), row.remove_suffix(1);
            std::vector<std::string_view> cells;
            for (std::size_t bar = row.find('|'); bar != std::string_view::npos; bar = row.find('|')) {
                cells.push_back(trim(row.substr(0, bar)));
                row.remove_prefix(bar + 1);
            }
            cells.push_back(trim(row));
            add_row(rows, cells);
            ++count;
        }
        if (count < 2) return std::nullopt;
        return FoundTable{std::move(rows), last};
    }

    /// "Key judgement", "Judgement grade", a title, a grade: four paragraphs in this order.
    std::optional<FoundTable> by_grade(std::size_t at) const {
        if (text(at).size() > 60) return std::nullopt;
        std::vector<std::string> cells;
        std::size_t k = at;
        for (; cells.size() < 4 && k < lines_.size(); ++k) {
            if (lines_[k].gap || cells.empty()) {
                if (k != at && lines_[k].page_break) break;
                cells.emplace_back(text(k));
            } else {
                cells.back() += ' ';
                cells.back() += text(k);
            }
            if (cells.back().size() > 200) return std::nullopt;
        }
        while (cells.size() == 4 && k < lines_.size() && !lines_[k].gap)
            cells.back() += ' ' + std::string(text(k++));
        if (cells.size() != 4 || !is_grade(knowledge_, cells[3]) || ends_sentence(cells[2]))
            return std::nullopt;
        const std::string head = key_of(cells[1]);
        const bool names_grade =
            head.find("grade") != std::string::npos || head.find("rating") != std::string::npos;
        if (!names_grade || word_count(cells[0]) > 4 || word_count(cells[1]) > 4) return std::nullopt;
        std::string rows;
        add_row(rows, {cells[0], cells[1]});
        add_row(rows, {cells[2], cells[3]});
        return FoundTable{std::move(rows), k - 1};
    }

  private:
    std::string_view text(std::size_t at) const { return trim(draft_.lines[lines_[at].line].text); }

    static void add_row(std::string& rows, const std::vector<std::string_view>& cells) {
        if (!rows.empty()) rows += mark::new_line;
        for (std::size_t c = 0; c < cells.size(); ++c) {
            if (c > 0) rows += '\t';
            for (const char byte : cells[c]) rows += byte == '\t' ? ' ' : byte;
        }
    }

    const Draft& draft_;
    const Knowledge& knowledge_;
    const std::vector<TextLine>& lines_;
};

}  // namespace

std::optional<FoundTable> table_at(const Draft& draft, const Knowledge& knowledge,
                                   const std::vector<TextLine>& lines, std::size_t at) {
    const Reader reader(draft, knowledge, lines);
    if (auto table = reader.by_tabs(at)) return table;
    if (auto table = reader.by_pipes(at)) return table;
    return reader.by_grade(at);
}

}  // namespace stet::import

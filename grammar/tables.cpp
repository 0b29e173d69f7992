// Pipe tables: caption, header rows, alignment row, cells that span columns (`||`) or rows (`^^`).
#include "grammar/tables.hpp"

#include <algorithm>
#include <optional>

#include "compiler/base/catalogue.hpp"
#include "grammar/analysis.hpp"
#include "grammar/blocks.hpp"
#include "grammar/slices.hpp"

namespace stet::grammar {

namespace {

namespace pegtl = tao::pegtl;

/// What the actions write to.
struct RawRow {
    std::vector<RawCell> cells;
    std::vector<ast::Align> alignment;
};

// ---- grammar -----------------------------------------------------------------------------------------

struct blanks : pegtl::star<pegtl::ascii::blank> {};
struct bar : pegtl::one<'|'> {};
struct escape : pegtl::seq<pegtl::one<'\\'>, pegtl::any> {};
struct cell : pegtl::plus<pegtl::sor<escape, pegtl::not_one<'|'>>> {};
struct joint : pegtl::at<bar> {};
struct row
    : pegtl::seq<bar, pegtl::star<pegtl::sor<pegtl::seq<cell, pegtl::opt<bar>>, pegtl::seq<joint, bar>>>> {};

struct dashes : pegtl::plus<pegtl::one<'-'>> {};
struct centre : pegtl::seq<pegtl::one<':'>, dashes, pegtl::one<':'>> {};
struct left : pegtl::seq<pegtl::one<':'>, dashes> {};
struct right : pegtl::seq<dashes, pegtl::one<':'>> {};
struct unaligned : dashes {};
struct rule : pegtl::seq<blanks, pegtl::sor<centre, left, right, unaligned>, blanks> {};
struct alignment_row
    : pegtl::seq<bar, rule, pegtl::star<pegtl::seq<bar, rule>>, pegtl::opt<bar>, pegtl::eof> {};

template <class Rule>
struct action {};
template <>
struct action<cell> {
    template <class In>
    static void apply(const In& in, RawRow& row) {
        std::string_view words{in.begin(), in.size()};
        words = words.substr(0, words.find_last_not_of(" \t") + 1);
        words.remove_prefix(std::min(words.find_first_not_of(" \t"), words.size()));
        row.cells.push_back({words, false});
    }
};
template <>
struct action<joint> {
    template <class In>
    static void apply(const In& in, RawRow& row) {
        row.cells.push_back({{in.begin(), 0}, true});
    }
};
template <ast::Align Value>
struct aligns {
    static void apply0(RawRow& row) { row.alignment.push_back(Value); }
};
template <>
struct action<centre> : aligns<ast::Align::centre> {};
template <>
struct action<left> : aligns<ast::Align::left> {};
template <>
struct action<right> : aligns<ast::Align::right> {};
template <>
struct action<unaligned> : aligns<ast::Align::none> {};

// ---- rows to cells -----------------------------------------------------------------------------------

class TableReader {
  public:
    explicit TableReader(Context& context) : context_(context) {}

    ast::Table read(const std::vector<Line>& lines) {
        const std::optional<std::size_t> ruler = find_alignment(lines);
        if (!ruler && !lines.empty()) {
            context_.diagnostics
                .add(context_.span(lines.front().begin, lines.front().end), diag::table_without_alignment)
                .with_help("write a row such as |---|---:| below the header row");
        }
        for (std::size_t i = 0; i < lines.size(); ++i) {
            if (ruler && i == *ruler) {
                above_.clear();
                continue;
            }
            const bool head = ruler && i < *ruler;
            add_row(lines[i], head ? table_.head : table_.body);
        }
        return std::move(table_);
    }

  private:
    /// Which cell covers a column in the row above.
    struct Above {
        std::size_t row;
        std::size_t cell;
        std::size_t column;
    };

    std::optional<std::size_t> find_alignment(const std::vector<Line>& lines) {
        for (std::size_t i = 0; i < lines.size(); ++i) {
            table_.columns = read_alignment(context_.view(lines[i].begin, lines[i].end));
            if (table_.columns.empty()) continue;
            limit_columns(table_.columns.size(), lines[i]);
            if (table_.columns.size() > ast::max_table_columns) table_.columns.resize(ast::max_table_columns);
            return i;
        }
        return std::nullopt;
    }

    void limit_columns(std::size_t columns, const Line& line) {
        if (columns <= ast::max_table_columns || too_wide_) return;
        too_wide_ = true;
        context_.diagnostics.add(context_.span(line.begin, line.end), diag::table_too_wide, columns,
                                 ast::max_table_columns);
    }

    void add_row(const Line& line, std::vector<ast::Row>& section) {
        std::vector<RawCell> raw = split_row(context_.view(line.begin, line.end));
        limit_columns(raw.size(), line);
        if (raw.size() > ast::max_table_columns) raw.resize(ast::max_table_columns);
        if (table_.columns.empty()) table_.columns.resize(raw.size());
        check_width(line, raw.size());
        section.emplace_back().span = context_.span(line.begin, line.end);
        std::vector<Above> covers;
        for (std::size_t column = 0; column < raw.size();) {
            std::size_t stop = column + 1;
            while (stop < raw.size() && raw[stop].joined) ++stop;
            add_cell(raw[column], column, stop, section, covers);
            column = stop;
        }
        above_ = std::move(covers);
    }

    void check_width(const Line& line, std::size_t width) {
        if (width == table_.columns.size() || too_wide_) return;
        context_.diagnostics.add(context_.span(line.begin, line.end), diag::row_width, width,
                                 table_.columns.size());
        if (width > table_.columns.size()) table_.columns.resize(width);
    }

    void add_cell(const RawCell& raw, std::size_t column, std::size_t stop, std::vector<ast::Row>& section,
                  std::vector<Above>& covers) {
        std::vector<ast::Cell>& cells = section.back().cells;
        const std::string_view words = raw.text;
        const std::uint32_t begin = context_.offset(words);
        const std::uint32_t end = begin + static_cast<std::uint32_t>(words.size());
        if (words == "^^") {
            if (const Above* above = cell_above(column, stop)) {
                ++section[above->row].cells[above->cell].rows;
                covers.insert(covers.end(), stop - column, *above);
                return;
            }
        }
        if (words == "^^" || raw.joined) {
            context_.diagnostics.add(context_.span(begin, raw.joined ? begin + 1 : end),
                                     diag::span_without_cell, raw.joined ? "||" : "^^");
        }
        ast::Cell& made = cells.emplace_back();
        made.span = context_.span(begin, end);
        made.columns = static_cast<std::uint16_t>(stop - column);
        Slices slices;
        if (!words.empty() && words != "^^") slices.push_back({begin, end});
        made.text = read_inline(context_, slices, made.attributes);
        if (slices.empty()) made.text.span = made.span;
        covers.insert(covers.end(), stop - column, {section.size() - 1, cells.size() - 1, column});
    }

    /// The cell above exactly these columns, if it can grow.
    [[nodiscard]] const Above* cell_above(std::size_t column, std::size_t stop) const {
        if (stop > above_.size()) return nullptr;
        const Above& first = above_[column];
        const bool starts = first.column == column;
        const bool same = above_[stop - 1].column == column;
        const bool ends = stop == above_.size() || above_[stop].column != column;
        return starts && same && ends ? &first : nullptr;
    }

    Context& context_;
    ast::Table table_;
    std::vector<Above> above_;
    bool too_wide_ = false;
};

}  // namespace

std::vector<RawCell> split_row(std::string_view line) {
    RawRow raw;
    Input in = input(line);
    pegtl::parse<row, action>(in, raw);
    return std::move(raw.cells);
}

std::vector<ast::Align> read_alignment(std::string_view line) {
    RawRow raw;
    Input in = input(line);
    if (!pegtl::parse<alignment_row, action>(in, raw)) raw.alignment.clear();
    return std::move(raw.alignment);
}

ast::Block read_table(Context& context, const TableLines& lines) {
    ast::Block block;
    ast::RunningText caption;
    const Line& first = lines.caption != nullptr ? *lines.caption : lines.rows.front();
    const Line& last = lines.rows.empty() ? first : lines.rows.back();
    block.span = context.span(first.begin, last.end);
    Slices slices;
    if (lines.caption != nullptr && first.content < first.end) slices.push_back({first.content, first.end});
    caption = read_inline(context, slices, block.attributes);
    if (slices.empty()) caption.span = context.span(first.begin, first.begin);
    if (lines.rows.empty()) context.diagnostics.add(block.span, diag::caption_without_table);
    ast::Table table = TableReader(context).read(lines.rows);
    table.caption = std::move(caption);
    block.content = std::move(table);
    return block;
}

std::size_t analyze_tables() {
    return pegtl::analyze<row>() + pegtl::analyze<alignment_row>();
}

}  // namespace stet::grammar

// Blocks of the report.
#include <algorithm>

#include "backends/html/images.hpp"
#include "backends/html/writer.hpp"
#include "compiler/base/catalogue.hpp"
#include "compiler/base/overloaded.hpp"

namespace stet::html {

namespace {

using namespace publication;

void caption(Writer& writer, std::string_view tag, std::string_view label, const Text& words) {
    if (label.empty() && words.empty()) return;
    writer.out += fmt::format("<{}>", tag);
    if (!label.empty()) {
        writer.out += "<span class=\"label\">";
        writer.text(label);
        writer.out += words.empty() ? "</span>" : ":</span> ";
    }
    writer.inlines(words);
    writer.out += fmt::format("</{}>\n", tag);
}

std::string spans(const Cell& cell) {
    std::string out;
    if (cell.columns > 1) out += fmt::format(" colspan=\"{}\"", cell.columns);
    if (cell.rows > 1) out += fmt::format(" rowspan=\"{}\"", cell.rows);
    return out;
}

std::string_view align_class(const Table& table, std::size_t column) {
    if (column >= table.columns.size()) return {};
    if (table.columns[column] == Align::right) return " class=\"right\"";
    if (table.columns[column] == Align::centre) return " class=\"centre\"";
    return {};
}

/// Which columns the rows above still cover: cells begin at the first that is free.
class Columns {
  public:
    std::size_t place(const Cell& cell) {
        while (at_ < left_.size() && left_[at_] > 0) ++at_;
        const std::size_t column = at_;
        at_ += std::max<std::size_t>(1, cell.columns);
        if (left_.size() < at_) left_.resize(at_);
        for (std::size_t i = column; i < at_; ++i) left_[i] = std::max<unsigned>(1, cell.rows);
        return column;
    }
    void next_row() {
        for (unsigned& rows : left_) rows -= rows > 0 ? 1 : 0;
        at_ = 0;
    }

  private:
    std::vector<unsigned> left_;
    std::size_t at_ = 0;
};

/// A heading alone in its row heads the rows below it.
bool heads_rows(const Table& table, const std::vector<Cell>& row) {
    return row.size() == 1 && row.front().heading && row.front().columns > 1 &&
           row.front().columns >= table.columns.size();
}

void row(Writer& writer, const Table& table, const std::vector<Cell>& cells, std::string_view scope,
         Columns& columns) {
    writer.out += "<tr>";
    for (const Cell& cell : cells) {
        const std::size_t column = columns.place(cell);
        const std::string align(align_class(table, column));
        if (cell.heading || scope == "col") {
            const bool group = (scope == "col" && cell.columns > 1) || heads_rows(table, cells);
            writer.out +=
                fmt::format("<th scope=\"{}{}\"{}{}>", scope, group ? "group" : "", spans(cell), align);
            writer.inlines(cell.text);
            writer.out += "</th>";
        } else {
            writer.out += fmt::format("<td{}{}>", spans(cell), align);
            writer.inlines(cell.text);
            writer.out += "</td>";
        }
    }
    writer.out += "</tr>\n";
    columns.next_row();
}

void paragraph(Writer& writer, const Paragraph& paragraph, std::string_view id) {
    writer.out += "<p" + id_attribute(id) + ">";
    writer.inlines(paragraph.text);
    writer.out += "</p>\n";
}

/// The number leads to the paragraph itself, so that its address can be copied.
void numbered(Writer& writer, const NumberedParagraph& paragraph, std::string_view id) {
    writer.out += "<div class=\"paragraph\"" + id_attribute(id) + ">";
    if (id.empty()) {
        writer.out += "<span class=\"number\">";
        writer.text(paragraph.number);
        writer.out += "</span>";
    } else {
        writer.out += fmt::format("<a class=\"number\" href={} aria-label={}>", fragment(id),
                                  quoted("Paragraph " + paragraph.number));
        writer.text(paragraph.number);
        writer.out += "</a>";
    }
    writer.out += "<div>\n";
    writer.blocks(paragraph.body);
    writer.out += "</div></div>\n";
}

void list(Writer& writer, const List& list, std::string_view id) {
    writer.out += list.lettered ? "<ol class=\"lettered\"" : "<ul";
    writer.out += id_attribute(id) + ">\n";
    for (const ListItem& item : list.items) {
        writer.out += "<li>";
        if (list.lettered) {
            writer.out += "<span class=\"letter\">";
            writer.text(item.label);
            writer.out += "</span> ";
        }
        writer.blocks(item.body);
        writer.out += "</li>\n";
    }
    writer.out += list.lettered ? "</ol>\n" : "</ul>\n";
}

void box(Writer& writer, const Box& box, std::string_view id) {
    const std::string title = words_of(box.title);
    writer.out += fmt::format("<aside class=\"box\"{}{}>\n", id_attribute(id),
                              title.empty() ? "" : " aria-label=" + quoted(title));
    if (!title.empty()) {
        writer.out += "<p class=\"box-title\">";
        writer.inlines(box.title);
        writer.out += "</p>\n";
    }
    writer.blocks(box.body);
    writer.out += "</aside>\n";
}

}  // namespace

void Writer::heading(std::uint8_t level, std::string_view number, const Text& title, std::string_view id) {
    constexpr std::uint8_t deepest = 6;
    const auto wanted = static_cast<std::uint8_t>(level + 1);  // the subject is the page's only h1
    last_level = std::min({wanted, static_cast<std::uint8_t>(last_level + 1), deepest});
    out += fmt::format("<h{}{}>", last_level, id_attribute(id));
    if (!number.empty()) {
        text(number);
        out += "&#160; ";
    }
    inlines(title);
    out += fmt::format("</h{}>\n", last_level);
}

void Writer::blocks(const Blocks& blocks) {
    for (const Block& block : blocks) {
        std::visit(overloaded{
                       [&](const Heading& h) { heading(h.level, h.number, h.title, block.id); },
                       [&](const Paragraph& p) { paragraph(*this, p, block.id); },
                       [&](const NumberedParagraph& p) { numbered(*this, p, block.id); },
                       [&](const List& l) { list(*this, l, block.id); },
                       [&](const Quote& q) {
                           out += "<blockquote" + id_attribute(block.id) + ">\n";
                           this->blocks(q.body);
                           out += "</blockquote>\n";
                       },
                       [&](const Table& t) { table(t, block.id); },
                       [&](const Box& b) { box(*this, b, block.id); },
                       [&](const Chart& c) { chart(c, block.id); },
                       [&](const Image& i) { image(i, block.id); },
                   },
                   block.content);
        remarks_on(&block);
    }
}

/// A table that is wider than the window scrolls by itself; so it can be reached by the keyboard.
void Writer::table(const Table& table, std::string_view id) {
    const std::string name = table.label.empty() ? words_of(table.caption) : table.label;
    out += fmt::format("<div class=\"scroll\" role=\"group\" tabindex=\"0\" aria-label={}>\n<table{}>\n",
                       quoted(name.empty() ? "Table" : name), id_attribute(id));
    caption(*this, "caption", table.label, table.caption);
    if (!table.head.empty()) {
        Columns columns;
        out += "<thead>\n";
        for (const auto& cells : table.head) row(*this, table, cells, "col", columns);
        out += "</thead>\n";
    }
    Columns columns;
    out += "<tbody>\n";
    for (std::size_t i = 0; i < table.body.size(); ++i) {
        if (i > 0 && heads_rows(table, table.body[i])) out += "</tbody>\n<tbody>\n";
        row(*this, table, table.body[i], "row", columns);
    }
    out += "</tbody>\n</table>\n</div>\n";
}

void Writer::image(const Image& image, std::string_view id) {
    std::string alternative = image.alternative.empty() ? words_of(image.caption) : image.alternative;
    if (alternative.empty()) alternative = image.label.empty() ? "Illustration" : image.label;
    std::string shown;
    const ReadResult read = world.read(image.file);
    if (const auto* error = std::get_if<ReadError>(&read)) {
        diagnostics.add(image.source, diag::image_unreadable, image.file, error->reason);
    } else {
        auto embedded = embed_image(std::get<std::string>(read));
        if (const auto* bad = std::get_if<pdf::ImageError>(&embedded)) {
            diagnostics.add(image.source, diag::image_damaged, image.file, bad->reason);
        } else {
            const auto& data = std::get<Embedded>(embedded);
            shown = fmt::format("<img src=\"{}\" width=\"{}\" height=\"{}\" alt={}>\n", data.address,
                                data.width, data.height, quoted(image.decorative ? "" : alternative));
        }
    }
    if (image.decorative && shown.empty()) return;
    out += "<figure" + id_attribute(id) + ">\n";
    if (!shown.empty()) {
        out += shown;
    } else {
        out += "<p class=\"stand-in\">";
        text(alternative);
        out += "</p>\n";
    }
    caption(*this, "figcaption", image.label, image.caption);
    out += "</figure>\n";
}

}  // namespace stet::html

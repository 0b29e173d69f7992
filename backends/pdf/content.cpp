// Content streams: text with exact positions, vector shapes, images, marked content.
#include "backends/pdf/content.hpp"

#include <algorithm>
#include <cmath>

#include "backends/pdf/syntax.hpp"

namespace stet::pdf {

namespace {

std::string_view artifact_properties(Artifact kind) {
    switch (kind) {
        case Artifact::layout:
            return "/Artifact <</Type/Layout>> BDC\n";
        case Artifact::header:
            return "/Artifact <</Type/Pagination/Subtype/Header/Attached[/Top]>> BDC\n";
        case Artifact::footer:
            return "/Artifact <</Type/Pagination/Subtype/Footer/Attached[/Bottom]>> BDC\n";
        case Artifact::watermark:
            return "/Artifact <</Type/Pagination/Subtype/Watermark>> BDC\n";
        case Artifact::background:
            return "/Artifact <</Type/Background>> BDC\n";
    }
    return "/Artifact BMC\n";
}

class ContentWriter {
  public:
    ContentWriter(const Page& page, const FontSet& fonts, Galley& galley)
        : page_(page), fonts_(fonts), galley_(galley) {}

    PageContent run() {
        for (const ArtifactGroup& group : page_.behind) write_group(group);
        for (const Item& item : page_.items) {
            mark(leaf_of(item));
            write_item(item);
        }
        unmark();
        for (const ArtifactGroup& group : page_.front) write_group(group);
        return std::move(content_);
    }

  private:
    static NodeId leaf_of(const Item& item) {
        if (const auto* text = std::get_if<TextRun>(&item)) return text->leaf;
        if (const auto* picture = std::get_if<Picture>(&item)) return picture->leaf;
        return std::get<Drawing>(item).leaf;
    }

    std::string& out() { return content_.stream; }
    void number(double value, int decimals = 2) {
        append_number(out(), value, decimals);
        out() += ' ';
    }
    void point(float x, float y) {
        number(x);
        number(page_.height - y);
    }

    void write_group(const ArtifactGroup& group) {
        out() += artifact_properties(group.kind);
        for (const Item& item : group.items) write_item(item);
        end_text();
        out() += "EMC\n";
    }

    /// Opens marked content for the leaf, if it is not open: one sequence holds what follows each other of a
    /// leaf.
    void mark(NodeId leaf) {
        if (marked_ && leaf == leaf_) return;
        unmark();
        marked_ = true;
        leaf_ = leaf;
        if (leaf == no_node) {
            out() += artifact_properties(Artifact::layout);
            return;
        }
        const Structure& structure = galley_.structure;
        out() += '/';
        out() += tag_name(structure.nodes[structure.nodes[leaf].parent].tag);
        out() += " <</MCID ";
        const auto mcid = static_cast<std::uint32_t>(content_.marked.size());
        append_integer(out(), mcid);
        out() += ">> BDC\n";
        content_.marked.push_back(leaf);
        galley_.structure.use(leaf, page_.index, mcid);
    }

    void unmark() {
        end_text();
        if (marked_) out() += "EMC\n";
        marked_ = false;
    }

    void write_item(const Item& item) {
        if (const auto* text = std::get_if<TextRun>(&item)) return write_text(*text);
        end_text();
        if (const auto* picture = std::get_if<Picture>(&item)) return write_picture(*picture);
        write_drawing(std::get<Drawing>(item));
    }

    void begin_text() {
        if (!in_text_) out() += "BT\n";
        in_text_ = true;
    }
    void end_text() {
        if (in_text_) out() += "ET\n";
        in_text_ = false;
    }

    void fill_colour(Colour colour) {
        if (fill_known_ && colour == fill_) return;
        fill_known_ = true;
        fill_ = colour;
        colour_operands(colour);
        out() += "rg\n";
    }
    void stroke_colour(Colour colour) {
        if (stroke_known_ && colour == stroke_) return;
        stroke_known_ = true;
        stroke_ = colour;
        colour_operands(colour);
        out() += "RG\n";
    }
    void colour_operands(Colour colour) {
        number(colour.red, 3);
        number(colour.green, 3);
        number(colour.blue, 3);
    }

    void select_font(FontId font, float size) {
        if (font_known_ && font == font_ && size == size_) return;
        font_known_ = true;
        font_ = font;
        size_ = size;
        out() += "/F";
        append_integer(out(), font);
        out() += ' ';
        number(size);
        out() += "Tf\n";
    }

    void write_text(const TextRun& run) {
        if (run.words.empty()) return;
        fill_colour(run.colour);
        begin_text();
        select_font(fonts_.word(run.words.front()).font, run.size);
        out() += "1 0 0 1 ";
        point(run.x, run.y);
        out() += "Tm\n";
        owed_ = 0;
        for (std::size_t i = 0; i < run.words.size(); ++i) {
            const bool hyphen = run.soft_hyphen && i + 1 == run.words.size();
            for (WordId id = run.words[i]; id != no_word; id = fonts_.word(id).next) {
                write_word(fonts_.word(id), run, hyphen);
            }
        }
        close_array();
        if (run.link != none) add_link_area(run);
    }

    void write_word(const Word& word, const TextRun& run, bool hyphen) {
        if (word.font != font_ || run.size != size_) {
            close_array();
            select_font(word.font, run.size);
        }
        const bool actual = word.actual || hyphen;
        if (actual) {
            close_array();
            out() += "/Span <</ActualText ";
            append_utf16_hex(out(), hyphen ? std::string_view("\xC2\xAD") : word.text, true);
            out() += ">> BDC\n";
        }
        const bool space = word.text == " " || word.text == "\xC2\xA0";
        for (const Glyph& glyph : fonts_.glyphs(word)) {
            if (glyph.y != 0) {
                close_array();
                number(glyph.y * run.size / 1000);
                out() += "Ts\n";
            }
            show(glyph);
            const float extra = space && run.space > 0 ? run.space * 1000 / run.size - glyph.advance : 0;
            owed_ += glyph.advance - glyph.nominal - glyph.x + extra;
            if (glyph.y != 0) {
                close_array();
                out() += "0 Ts\n";
            }
        }
        if (actual) {
            close_array();
            out() += "EMC\n";
        }
    }

    /// Shows a glyph after moving by what kerning, offsets and wider spaces owe, in thousandths of an em.
    void show(const Glyph& glyph) {
        owed_ += glyph.x;
        // A rest of half a unit would else go to and fro at every glyph.
        const float move = std::abs(owed_) > 0.75F ? std::round(owed_) : 0;
        if (move != 0) {
            open_array();
            if (in_string_) out() += ')';
            in_string_ = false;
            append_number(out(), -move, 0);
            owed_ -= move;
        }
        open_array();
        if (!in_string_) out() += '(';
        in_string_ = true;
        char code[4];
        char* end = string_byte(code, static_cast<char>(glyph.cid >> 8U));
        end = string_byte(end, static_cast<char>(glyph.cid & 255U));
        out().append(code, end);
    }
    /// A byte of a literal string (ISO 32000-1, 7.3.4.2): half as much to deflate as hexadecimal. Returns its
    /// end.
    static char* string_byte(char* to, char byte) {
        const bool escaped = byte == '(' || byte == ')' || byte == '\\' || byte == '\r' || byte == '\n';
        if (escaped) *to++ = '\\';
        *to++ = byte == '\r' ? 'r' : byte == '\n' ? 'n' : byte;
        return to;
    }
    void open_array() {
        if (!in_array_) out() += '[';
        in_array_ = true;
    }
    void close_array() {
        if (!in_array_) return;
        if (in_string_) out() += ')';
        out() += "]TJ\n";
        in_array_ = false;
        in_string_ = false;
    }

    void add_link_area(const TextRun& run) {
        const float base = page_.height - run.y;
        LinkArea area{run.link,          page_.index,           run.x, base - run.size * 0.25F,
                      run.x + run.width, base + run.size * 0.8F};
        if (!content_.links.empty()) {
            LinkArea& last = content_.links.back();
            if (last.link == area.link && std::abs(last.bottom - area.bottom) < 1) {
                last.left = std::min(last.left, area.left);
                last.right = std::max(last.right, area.right);
                return;
            }
        }
        content_.links.push_back(area);
    }

    void write_picture(const Picture& picture) {
        const ImageData& image = galley_.images[picture.image];
        content_.transparent = content_.transparent || !image.alpha.empty();
        const float w = picture.width;
        const float h = picture.height;
        const float x = picture.x;
        const float y = page_.height - picture.y - picture.height;
        // The unit square turned and mirrored as EXIF says (tag 274), then put in its place.
        const float matrices[8][6] = {{w, 0, 0, h, x, y},           {-w, 0, 0, h, x + w, y},
                                      {-w, 0, 0, -h, x + w, y + h}, {w, 0, 0, -h, x, y + h},
                                      {0, -h, -w, 0, x + w, y + h}, {0, -h, w, 0, x, y + h},
                                      {0, h, w, 0, x, y},           {0, h, -w, 0, x + w, y}};
        out() += "q ";
        for (const float value : matrices[std::clamp<int>(image.turn, 1, 8) - 1]) number(value);
        out() += "cm /I";
        append_integer(out(), picture.image);
        out() += " Do Q\n";
    }

    void write_drawing(const Drawing& drawing) {
        if (drawing.filled) fill_colour(drawing.colour);
        if (drawing.stroked) {
            stroke_colour(drawing.colour);
            number(drawing.width);
            out() += "w\n";
        }
        const auto& p = drawing.points;
        switch (drawing.kind) {
            case Drawing::Kind::rectangle:
                point(p[0], p[3]);
                number(p[2] - p[0]);
                number(p[3] - p[1]);
                out() += "re ";
                break;
            case Drawing::Kind::disc:
                disc(p[0], p[1], p[2]);
                break;
            case Drawing::Kind::polygon:
            case Drawing::Kind::line:
                for (std::size_t i = 0; i + 1 < p.size(); i += 2) {
                    point(p[i], p[i + 1]);
                    out() += i == 0 ? "m " : "l ";
                }
                if (drawing.kind == Drawing::Kind::polygon) out() += "h ";
                break;
        }
        out() += drawing.filled ? (drawing.stroked ? "B\n" : "f\n") : "S\n";
    }

    /// A circle as four Bézier curves.
    void disc(float x, float y, float radius) {
        const float k = radius * 0.5523F;
        point(x + radius, y);
        out() += "m ";
        const float corners[4][6] = {{x + radius, y + k, x + k, y + radius, x, y + radius},
                                     {x - k, y + radius, x - radius, y + k, x - radius, y},
                                     {x - radius, y - k, x - k, y - radius, x, y - radius},
                                     {x + k, y - radius, x + radius, y - k, x + radius, y}};
        for (const auto& c : corners) {
            point(c[0], c[1]);
            point(c[2], c[3]);
            point(c[4], c[5]);
            out() += "c ";
        }
        out() += "h ";
    }

    const Page& page_;
    const FontSet& fonts_;
    Galley& galley_;
    PageContent content_;
    bool marked_ = false;
    NodeId leaf_ = no_node;
    bool in_text_ = false;
    bool in_array_ = false;
    bool in_string_ = false;
    bool fill_known_ = false;
    bool stroke_known_ = false;
    bool font_known_ = false;
    Colour fill_;
    Colour stroke_;
    FontId font_ = 0;
    float size_ = 0;
    float owed_ = 0;
};

}  // namespace

PageContent write_content(const Page& page, const FontSet& fonts, Galley& galley) {
    return ContentWriter(page, fonts, galley).run();
}

}  // namespace stet::pdf

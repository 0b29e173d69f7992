// Running text.
#include "backends/html/writer.hpp"
#include "backends/pdf/marks.hpp"

namespace stet::html {

namespace {

void open_link(Writer& writer, const publication::Piece& piece, bool& open) {
    if (!piece.url.empty()) {
        open = is_safe_address(piece.url);
        if (open) writer.out += "<a href=" + quoted(piece.url) + ">";
    } else if (!piece.target.empty()) {
        open = true;
        const bool cited = writer.facts.contains(piece.target);
        writer.out += fmt::format("<a {}href={}>", cited ? "class=\"cited\" " : "", fragment(piece.target));
    }
}

void note_mark(Writer& writer, std::uint32_t index) {
    if (index >= writer.publication.notes.size()) return;
    const publication::Note& note = writer.publication.notes[index];
    const bool first = writer.marked.insert(index).second;
    writer.out += fmt::format("<sup><a class=\"mark\"{} href={} role=\"doc-noteref\" aria-label=",
                              first ? id_attribute(note.id + "-mark") : "", fragment(note.id));
    writer.out += quoted("Note " + note.number) + ">";
    writer.text(note.number);
    writer.out += "</a></sup>";
}

}  // namespace

std::string id_attribute(std::string_view id) {
    return id.empty() ? std::string() : " id=" + quoted(id);
}

void Writer::inlines(const publication::Text& pieces) {
    const bool english = pdf::has_english_marks(publication.language);
    std::string before;  // in this text, for marks that depend on it
    for (const publication::Piece& piece : pieces) {
        bool link = false;
        if (!piece.text.empty()) {
            open_link(*this, piece, link);
            if (!piece.expansion.empty()) out += "<abbr title=" + quoted(piece.expansion) + ">";
            if (piece.strong) out += "<strong>";
            if (piece.emphasis) out += "<em>";
            std::string words = piece.text;
            if (english) pdf::set_marks(words, before);
            text(words);
            before += words;
            if (piece.emphasis) out += "</em>";
            if (piece.strong) out += "</strong>";
            if (!piece.expansion.empty()) out += "</abbr>";
            if (link) out += "</a>";
        }
        if (piece.note) note_mark(*this, *piece.note);
        if (piece.line_break) out += "<br>";
    }
}

}  // namespace stet::html

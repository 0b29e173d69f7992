// Text pieces to break items: normalising, styles, links, break opportunities.
#include "backends/pdf/inlines.hpp"

#include <algorithm>

#include "backends/pdf/marks.hpp"
#include "backends/pdf/normalise.hpp"
#include "compiler/base/catalogue.hpp"
#include "compiler/base/utf8.hpp"

namespace stet::pdf {

namespace {

constexpr float note_mark_size = 0.64F;
constexpr float note_mark_rise = 0.36F;
constexpr std::size_t longest_word = 160;  // bytes; longer runs without a space are divided anywhere
constexpr std::int32_t slash_cost = 80;
constexpr std::int32_t hyphen_cost = 80;
constexpr std::int32_t hyphenation_cost = 60;
constexpr std::int32_t anywhere_cost = 900;
constexpr std::int32_t bond_cost = 140;  // between a number and what it counts

Face with_emphasis(Face base, bool emphasis, bool strong) {
    switch (base) {
        case Face::regular:
            if (strong) return emphasis ? Face::bold_italic : Face::bold;
            return emphasis ? Face::italic : base;
        case Face::label:
            return emphasis ? Face::bold_italic : base;
        default:
            return base;
    }
}

bool is_letter(char32_t c) {
    return (c | 0x20U) - 'a' < 26U || c > 0xBF;
}

/// Ideographs and kana: a line may end between any two (UAX 14, class ID, simplified).
bool is_ideograph(char32_t c) {
    return (c >= 0x2E80 && c <= 0x2FFF) || (c >= 0x3040 && c <= 0x30FF) || (c >= 0x3400 && c <= 0x9FFF) ||
           (c >= 0xF900 && c <= 0xFAFF) || (c >= 0x20000 && c <= 0x3FFFF);
}

bool looks_like_address(std::string_view token) {
    return token.find("://") != std::string_view::npos || token.starts_with("www.");
}

/// Cost of a break between two characters of one token; never_break where none may be.
std::int32_t break_cost(char32_t before, char32_t after, bool first, bool address) {
    if (before == 0x200B) return 0;
    if (is_ideograph(before) && (is_ideograph(after) || is_letter(after))) return 0;
    if (first) return never_break;
    if (address) {
        if (before == '/' && after != '/') return slash_cost;
        if ((before == '.' || before == '?' || before == '&' || before == '=' || before == '_' ||
             before == '-') &&
            is_letter(after)) {
            return slash_cost;
        }
    }
    if ((before == '-' || before == 0x2010 || before == '/') && is_letter(after)) return hyphen_cost;
    if (before == 0x2014) return 0;
    if (before == 0x2013 && is_letter(after)) return 0;
    return never_break;
}

void report_missing(Setter& setter, WordId id, Span source) {
    for (; id != no_word; id = setter.fonts.word(id).next) {
        const Word& word = setter.fonts.word(id);
        if (!word.replaced) continue;
        const utf8::Decoded c = utf8::decode(word.text, 0);
        if (!setter.missing.emplace(word.text.substr(0, c.size)).second) continue;
        setter.diagnostics.add(source, diag::glyph_missing,
                               fmt::format("U+{:04X}", static_cast<std::uint32_t>(c.point)));
    }
}

/// Builds the items of one stretch of text in one segment.
struct Builder {
    Setter& setter;
    Inlines& inlines;
    Span source;

    std::uint32_t segment() const { return static_cast<std::uint32_t>(inlines.segments.size() - 1); }
    const Segment& style() const { return inlines.segments.back(); }

    void box(std::uint32_t begin, std::uint32_t end, bool joins) {
        if (begin == end) return;
        const std::string_view text = std::string_view(inlines.text).substr(begin, end - begin);
        const WordId word = setter.fonts.shape(style().font, text);
        if (setter.fonts.word(word).replaced) report_missing(setter, word, source);
        BreakItem item;
        item.width = setter.fonts.word(word).width * style().size / 1000;
        inlines.items.push_back(item);
        inlines.atoms.push_back({segment(), begin, end, word, joins});
    }

    void penalty(std::int32_t cost, float width, bool flagged) {
        BreakItem item;
        item.kind = BreakItem::Kind::penalty;
        item.cost = cost;
        item.width = width;
        item.flagged = flagged;
        inlines.items.push_back(item);
        inlines.atoms.push_back({segment(), 0, 0, no_word, false});
    }

    /// `cost` of a line that ends here; the glue behind a penalty vanishes at a line's end, a fixed space
    /// does not.
    void space(bool breakable, std::int32_t cost = 0) {
        if (!breakable) cost = no_break_space_cost;
        if (cost != 0) penalty(cost, 0, false);
        const auto begin = static_cast<std::uint32_t>(inlines.text.size());
        inlines.text += breakable ? " " : "\xC2\xA0";
        const auto end = static_cast<std::uint32_t>(inlines.text.size());
        const WordId word = setter.fonts.shape(style().font, std::string_view(inlines.text).substr(begin));
        BreakItem item;
        item.kind = BreakItem::Kind::glue;
        item.width = setter.fonts.space(style().font) * style().size / 1000;
        item.stretch = item.width * 0.6F;
        item.shrink = item.width * 0.3F;
        if (!breakable) item.kind = BreakItem::Kind::box;
        inlines.items.push_back(item);
        inlines.atoms.push_back({segment(), begin, end, word, false});
    }

    /// A part without break opportunities but hyphenation points.
    void part(std::uint32_t begin, std::uint32_t end) {
        std::vector<std::uint16_t> points;
        const std::string_view text = std::string_view(inlines.text).substr(begin, end - begin);
        if (setter.hyphenator != nullptr && style().note == none) points = hyphenation(text);
        std::uint32_t from = begin;
        bool joins = false;
        for (const std::uint16_t point : points) {
            box(from, begin + point, joins);
            const WordId hyphen = setter.fonts.shape(style().font, "-");
            penalty(hyphenation_cost, setter.fonts.word(hyphen).width * style().size / 1000, true);
            from = begin + point;
            joins = true;
        }
        box(from, end, joins);
    }

    /// Points in the word inside quotes and punctuation.
    std::vector<std::uint16_t> hyphenation(std::string_view text) const {
        std::size_t begin = 0;
        while (begin < text.size() && !is_letter(static_cast<unsigned char>(text[begin]))) ++begin;
        std::size_t end = begin;
        while (end < text.size() && static_cast<unsigned char>(text[end]) < 0x80 &&
               is_letter(static_cast<unsigned char>(text[end]))) {
            ++end;
        }
        if (begin < text.size() && text[begin] >= 'A' && text[begin] <= 'Z') return {};  // names stay whole
        std::vector<std::uint16_t> points = setter.hyphenator->points(text.substr(begin, end - begin));
        for (std::uint16_t& point : points) point = static_cast<std::uint16_t>(point + begin);
        return points;
    }

    /// A token without white space: divided where a line may end in it.
    void token(std::string_view text) {
        const auto base = static_cast<std::uint32_t>(inlines.text.size());
        inlines.text += text;
        const bool address = looks_like_address(text);
        std::uint32_t from = 0;
        char32_t before = 0;
        for (std::size_t at = 0; at < text.size();) {
            const utf8::Decoded c = utf8::decode(text, at);
            const auto here = static_cast<std::uint32_t>(at);
            std::int32_t cost =
                before == 0 ? never_break : break_cost(before, c.point, from + 1 >= here, address);
            if (cost == never_break && here - from > longest_word && !combines(c.point)) cost = anywhere_cost;
            if (cost < never_break) {
                const std::uint32_t stop = before == 0x200B ? here - 3 : here;
                part(base + from, base + stop);
                penalty(cost, 0, false);
                from = here;
            }
            before = c.point;
            at += c.size;
        }
        part(base + from, base + static_cast<std::uint32_t>(text.size()));
    }

    /// What it costs to end a line between the word that is set and the one that follows.
    std::int32_t cost_between(std::string_view rest) const {
        const std::size_t begin = rest.find_first_not_of(' ');
        if (begin == std::string_view::npos || inlines.text.empty()) return 0;
        const auto first = static_cast<unsigned char>(rest[begin]);
        const auto last = static_cast<unsigned char>(inlines.text.back());
        // Most words begin with a small letter behind a word: those never belong together.
        if (first >= 'a' && first <= 'z' && (last < '0' || last > '9')) return 0;
        const std::string_view next = rest.substr(begin, rest.find(' ', begin) - begin);
        if (is_dash(next)) return no_break_space_cost;
        const std::string_view done = inlines.text;
        const std::size_t space = done.rfind(' ');
        return belong_together(done.substr(space == std::string_view::npos ? 0 : space + 1), next) ? bond_cost
                                                                                                   : 0;
    }

    void words(std::string_view text) {
        std::size_t token_begin = 0;
        for (std::size_t at = 0; at < text.size();) {
            const bool plain = text[at] == ' ';
            const bool fixed = text.substr(at, 2) == "\xC2\xA0";
            if (!plain && !fixed) {
                ++at;
                continue;
            }
            if (at > token_begin) token(text.substr(token_begin, at - token_begin));
            const bool after_space =
                !inlines.items.empty() && inlines.items.back().kind == BreakItem::Kind::glue;
            if (fixed || (!after_space && !inlines.items.empty()))
                space(plain, plain ? cost_between(text.substr(at)) : 0);
            at += plain ? 1 : 2;
            token_begin = at;
        }
        if (token_begin < text.size()) token(text.substr(token_begin));
    }
};

/// Words as they are printed after `before`.
std::string printed(const Setter& setter, std::string_view words, std::string_view before) {
    std::string clean = normalise(words);
    if (has_english_marks(setter.publication.language)) set_marks(clean, before);
    return clean;
}

LinkId add_link(Setter& setter, NodeId node, std::string url, AnchorId anchor, std::string description) {
    setter.galley.links.push_back({node, std::move(url), anchor, std::move(description)});
    return static_cast<LinkId>(setter.galley.links.size() - 1);
}

/// The mark of a footnote: Reference > Link, with the note's number raised.
void add_note_mark(Setter& setter, Inlines& inlines, const publication::Piece& piece, const Segment& base,
                   NodeId parent) {
    const std::uint32_t index = *piece.note;
    if (index >= setter.publication.notes.size()) return;
    const std::string& number = setter.publication.notes[index].number;
    Structure& structure = setter.galley.structure;
    const NodeId link = structure.add(structure.add(parent, Tag::reference), Tag::link);
    NoteState& state = setter.notes[index];
    Segment segment = base;
    segment.leaf = structure.leaf(link);
    segment.link = add_link(setter, link, {}, state.body, "Note " + number);
    segment.note = index;
    segment.size = base.size * note_mark_size;
    segment.rise = base.size * note_mark_rise;
    if (state.mark == none) {
        state.mark = setter.galley.new_anchor();
        segment.anchor = state.mark;
    }
    // Marks that follow each other directly may be parted, so that a long row of them still fits.
    if (!inlines.segments.empty() && inlines.segments.back().note != none) {
        Builder{setter, inlines, piece.source}.penalty(hyphen_cost, 0, false);
    }
    inlines.segments.push_back(segment);
    Builder{setter, inlines, piece.source}.token(number);
}

/// What a link says to those who do not see where it stands: of a figure and of a bare number, where it
/// leads.
std::string link_words(const Setter& setter, const publication::Piece& piece, bool cited) {
    if (cited) return "Source of " + piece.text;
    const auto label = setter.paragraph_labels.find(piece.target);
    const bool bare = label != setter.paragraph_labels.end() && label->second == piece.text;
    return bare ? "Paragraph " + piece.text : piece.text;
}

/// The segment of a piece of text: its face, and its element where it is a link or an abbreviation.
Segment piece_segment(Setter& setter, const publication::Piece& piece, const TypeStyle& type, Segment base,
                      NodeId parent, NodeId& plain_leaf) {
    Structure& structure = setter.galley.structure;
    base.font = setter.fonts.font(with_emphasis(type.face, piece.emphasis, piece.strong));
    const AnchorId anchor = piece.target.empty() ? none : setter.galley.find_anchor(piece.target);
    if (!piece.url.empty() || anchor != none) {
        const NodeId link = structure.add(parent, Tag::link);
        base.leaf = structure.leaf(link);
        base.cited = piece.url.empty() && setter.facts.contains(anchor);
        base.link = add_link(setter, link, piece.url, anchor, link_words(setter, piece, base.cited));
        if (!base.cited && (type.ink == Ink::text || type.ink == Ink::muted))
            base.colour = setter.theme.ink(Ink::link);
        plain_leaf = no_node;
    } else if (!piece.expansion.empty()) {
        const NodeId span = structure.add(parent, Tag::span);
        structure.texts_of(span).expansion = piece.expansion;
        base.leaf = structure.leaf(span);
        plain_leaf = no_node;
    } else {
        if (plain_leaf == no_node) plain_leaf = structure.leaf(parent);
        base.leaf = plain_leaf;
    }
    return base;
}

}  // namespace

Segment plain_segment(const Setter& setter, Type type, NodeId leaf) {
    const TypeStyle& style = setter.type(type);
    Segment segment;
    segment.font = setter.fonts.font(style.face);
    segment.size = style.size;
    segment.colour = setter.theme.ink(style.ink);
    segment.leaf = leaf;
    return segment;
}

Measure measure_of(const Setter& setter, Type type, float width) {
    switch (type) {
        case Type::h1:
        case Type::h2:
        case Type::h3:
        case Type::h4:
        case Type::title:
        case Type::subtitle:
        case Type::caption:
            return {width, width, false, true};
        case Type::body:
        case Type::note:
            return {width, width, setter.options.justify, false};
        default:
            return {width, width, false, false};
    }
}

void add_text(Setter& setter, Inlines& inlines, const publication::Text& text, Type type, NodeId parent) {
    const Segment base = plain_segment(setter, type, no_node);
    NodeId plain_leaf = no_node;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const publication::Piece& piece = text[i];
        if (piece.note) {
            add_note_mark(setter, inlines, piece, base, parent);
            plain_leaf = no_node;
        } else if (const std::string words = printed(setter, piece.text, inlines.text); !words.empty()) {
            inlines.segments.push_back(
                piece_segment(setter, piece, setter.type(type), base, parent, plain_leaf));
            Builder{setter, inlines, piece.source}.words(words);
        }
        if (piece.line_break && i + 1 < text.size() && !inlines.segments.empty()) {
            // The space parts the words for those who copy the text or have it read aloud.
            Builder builder{setter, inlines, piece.source};
            builder.space(true);
            builder.penalty(must_break, 0, false);
        }
    }
}

void add_words(Setter& setter, Inlines& inlines, std::string_view words, const Segment& segment,
               Span source) {
    inlines.segments.push_back(segment);
    Builder{setter, inlines, source}.words(printed(setter, words, inlines.text));
}

std::string plain_text(const Setter& setter, const publication::Text& text) {
    std::string clean = printed(setter, publication::words_of(text), {});
    while (!clean.empty() && clean.back() == ' ') clean.pop_back();
    return clean;
}

float baseline(const Setter& setter, Type type) {
    const TypeStyle& style = setter.type(type);
    const float cap = setter.fonts.metrics(setter.fonts.font(style.face)).cap_height * style.size / 1000;
    return (style.leading + cap) / 2;
}

}  // namespace stet::pdf

// Break items to lines of text runs: dividing what is too wide, breaking, filling, aligning.
#include <algorithm>

#include "backends/pdf/inlines.hpp"

namespace stet::pdf {

namespace {

using Kind = BreakItem::Kind;

constexpr std::int32_t anywhere_cost = 900;  // of a break inside a word that is wider than the line

/// Appends the parts of one word that is wider than `width`, each as wide as fits.
void divide(Setter& setter, const Inlines& inlines, std::size_t at, float width, Inlines& out) {
    const Atom& atom = inlines.atoms[at];
    const Segment& segment = inlines.segments[atom.segment];
    std::vector<std::uint32_t> cuts;
    float used = 0;
    std::uint32_t offset = atom.begin;
    for (WordId id = atom.word; id != no_word; id = setter.fonts.word(id).next) {
        const Word word = setter.fonts.word(id);
        for (const Glyph& glyph : setter.fonts.glyphs(word)) {
            const float advance = glyph.advance * segment.size / 1000;
            const std::uint32_t here = offset + glyph.text_begin;
            const bool boundary = glyph.text_size > 0 && !word.rtl && here > atom.begin;
            if (used + advance > width && boundary) {
                cuts.push_back(here);
                used = 0;
            }
            used += advance;
        }
        offset += static_cast<std::uint32_t>(word.text.size());
    }
    cuts.push_back(atom.end);
    std::uint32_t from = atom.begin;
    for (const std::uint32_t cut : cuts) {
        if (cut <= from) continue;
        if (from != atom.begin) {
            BreakItem penalty;
            penalty.kind = Kind::penalty;
            penalty.cost = anywhere_cost;
            out.items.push_back(penalty);
            out.atoms.push_back({atom.segment, 0, 0, no_word, false});
        }
        const WordId word =
            setter.fonts.shape(segment.font, std::string_view(inlines.text).substr(from, cut - from));
        BreakItem box;
        box.width = setter.fonts.word(word).width * segment.size / 1000;
        out.items.push_back(box);
        out.atoms.push_back({atom.segment, from, cut, word, false});
        from = cut;
    }
}

void divide_wide_words(Setter& setter, Inlines& inlines, float width) {
    const auto wide = [&](const BreakItem& item) { return item.kind == Kind::box && item.width > width; };
    if (std::none_of(inlines.items.begin(), inlines.items.end(), wide)) return;
    Inlines divided;
    for (std::size_t i = 0; i < inlines.items.size(); ++i) {
        if (wide(inlines.items[i])) {
            divide(setter, inlines, i, width, divided);
        } else {
            divided.items.push_back(inlines.items[i]);
            divided.atoms.push_back(inlines.atoms[i]);
        }
    }
    inlines.items = std::move(divided.items);
    inlines.atoms = std::move(divided.atoms);
}

/// Fills one line from the items [begin, end).
struct Filler {
    Setter& setter;
    const Inlines& inlines;
    Line line;
    std::vector<std::uint32_t> run_atoms{};

    void start_run(std::uint32_t segment_index, float space) {
        const Segment& segment = inlines.segments[segment_index];
        TextRun run;
        run.x = line.width;
        run.y = -segment.rise;
        run.size = segment.size;
        run.colour = segment.colour;
        run.leaf = segment.leaf;
        run.link = segment.link;
        run.cited = segment.cited;
        run.space = space;
        line.runs.push_back(std::move(run));
        run_atoms.push_back(segment_index);
        if (segment.note != none && (line.notes.empty() || line.notes.back() != segment.note)) {
            line.notes.push_back(segment.note);
        }
        if (segment.anchor != none) line.anchors.push_back(segment.anchor);
    }

    void put(std::uint32_t segment, WordId word, float width, float space) {
        const bool rtl = setter.fonts.word(word).rtl;
        const bool same = !run_atoms.empty() && run_atoms.back() == segment && !rtl && !last_rtl() &&
                          (space == 0 || line.runs.back().space == 0 || line.runs.back().space == space);
        if (!same) start_run(segment, space);
        if (space != 0) line.runs.back().space = space;
        line.runs.back().words.push_back(word);
        line.runs.back().width += width;
        line.width += width;
    }

    [[nodiscard]] bool last_rtl() const {
        return !line.runs.empty() && !line.runs.back().words.empty() &&
               setter.fonts.word(line.runs.back().words.back()).rtl;
    }
};

float space_width(const Inlines& inlines, const BreakItem& item, std::size_t at, float ratio) {
    const float give = ratio >= 0 ? item.stretch : item.shrink;
    return inlines.atoms[at].word == no_word ? 0 : item.width + give * ratio;
}

/// True for a no-break space: it follows the penalty of a line that ends there all the same.
bool is_fixed_space(const Inlines& inlines, std::size_t at) {
    if (at == 0 || inlines.items[at].kind != Kind::box) return false;
    const BreakItem& before = inlines.items[at - 1];
    return before.kind == Kind::penalty && before.cost == no_break_space_cost;
}

/// How much glue must give, as a share of its stretch or shrink, for the line to be full.
float glue_ratio(const Inlines& inlines, std::size_t begin, std::size_t end, float hyphen, float width) {
    float natural = hyphen;
    float stretch = 0;
    float shrink = 0;
    for (std::size_t i = begin; i < end; ++i) {
        const BreakItem& item = inlines.items[i];
        if (item.kind == Kind::penalty) continue;
        natural += item.width;
        if (item.kind == Kind::glue) {
            stretch += item.stretch;
            shrink += item.shrink;
        }
    }
    const float slack = width - natural;
    if (slack >= 0) return stretch > 0 ? slack / stretch : 0;
    return shrink > 0 ? std::max(-1.0F, slack / shrink) : 0;
}

/// The word of a box together with those that continue it on this line.
WordId joined_word(Setter& setter, const Inlines& inlines, std::size_t& at, std::size_t end) {
    const Atom& first = inlines.atoms[at];
    std::size_t last = at;
    for (std::size_t i = at + 1; i < end; ++i) {
        if (inlines.items[i].kind == Kind::penalty && inlines.items[i].flagged) continue;
        if (inlines.items[i].kind != Kind::box || !inlines.atoms[i].joins) break;
        last = i;
    }
    if (last == at) return first.word;
    const Segment& segment = inlines.segments[first.segment];
    const std::string_view text =
        std::string_view(inlines.text).substr(first.begin, inlines.atoms[last].end - first.begin);
    at = last;
    return setter.fonts.shape(segment.font, text);
}

Line fill_line(Setter& setter, const Inlines& inlines, std::size_t begin, std::size_t end,
               const Measure& measure, float width) {
    Filler filler{setter, inlines, {}};
    const bool last = end == inlines.items.size();
    const BreakItem* stop = last ? nullptr : &inlines.items[end];
    const bool hyphenated = stop != nullptr && stop->kind == Kind::penalty && stop->flagged;
    const bool stretched =
        measure.justified && !last && !(stop->kind == Kind::penalty && stop->cost <= must_break);
    float ratio =
        measure.justified ? glue_ratio(inlines, begin, end, hyphenated ? stop->width : 0, width) : 0;
    if (!stretched) ratio = std::min(ratio, 0.0F);
    for (std::size_t i = begin; i < end; ++i) {
        const BreakItem& item = inlines.items[i];
        if (item.kind == Kind::penalty) continue;
        const Atom atom = inlines.atoms[i];
        if (item.kind == Kind::glue) {
            const float space = space_width(inlines, item, i, ratio);
            filler.put(atom.segment, atom.word, space, space);
            continue;
        }
        const WordId word = joined_word(setter, inlines, i, end);
        const float size = inlines.segments[atom.segment].size;
        filler.put(atom.segment, word, setter.fonts.word(word).width * size / 1000, 0);
    }
    if (hyphenated && !filler.line.runs.empty()) {
        const WordId hyphen = setter.fonts.shape(inlines.segments[inlines.atoms[end].segment].font, "-");
        filler.line.runs.back().words.push_back(hyphen);
        filler.line.runs.back().width += stop->width;
        filler.line.runs.back().soft_hyphen = true;
        filler.line.width += stop->width;
    }
    return std::move(filler.line);
}

/// The space at which a line ended is kept after its last word, so that copied text keeps its words apart.
void add_trailing_space(const Inlines& inlines, std::size_t end, Line& line) {
    if (end + 1 < inlines.items.size() && inlines.items[end].kind == Kind::penalty) ++end;
    if (end == inlines.items.size() || line.runs.empty()) return;
    if (inlines.items[end].kind != Kind::glue && !is_fixed_space(inlines, end)) return;
    TextRun& run = line.runs.back();
    run.words.push_back(inlines.atoms[end].word);
    if (run.space == 0) run.space = inlines.items[end].width;
}

/// Reverses rows of right-to-left words, so that they read from the right (a left-to-right paragraph of UAX
/// 9, reduced to words and the spaces between them).
void order_right_to_left(const Setter& setter, Line& line) {
    const auto is_rtl = [&](const TextRun& run) {
        return !run.words.empty() && setter.fonts.word(run.words.front()).rtl;
    };
    const auto is_space = [&](const TextRun& run) {
        return run.words.size() == 1 && setter.fonts.word(run.words.front()).text == " ";
    };
    for (std::size_t i = 0; i < line.runs.size();) {
        if (!is_rtl(line.runs[i])) {
            ++i;
            continue;
        }
        std::size_t end = i + 1;
        for (std::size_t k = end; k < line.runs.size(); ++k) {
            if (is_rtl(line.runs[k])) {
                end = k + 1;
            } else if (!is_space(line.runs[k])) {
                break;
            }
        }
        float right = line.runs[end - 1].x + line.runs[end - 1].width;
        for (std::size_t k = i; k < end; ++k) {
            right -= line.runs[k].width;
            line.runs[k].x = right;
        }
        i = end;
    }
}

}  // namespace

std::vector<Line> set_lines(Setter& setter, Inlines& inlines, const Measure& measure, TextAlign align) {
    std::vector<Line> lines;
    while (!inlines.items.empty() && inlines.items.back().kind == Kind::glue) {
        inlines.items.pop_back();
        inlines.atoms.pop_back();
    }
    if (inlines.items.empty()) return lines;
    divide_wide_words(setter, inlines, std::min(measure.first, measure.rest));
    std::size_t begin = 0;
    for (const std::uint32_t end : break_lines(inlines.items, measure)) {
        while (begin < end && inlines.items[begin].kind != Kind::box) ++begin;
        if (!lines.empty() && is_fixed_space(inlines, begin)) ++begin;
        const float width = lines.empty() ? measure.first : measure.rest;
        Line line = fill_line(setter, inlines, begin, end, measure, width);
        order_right_to_left(setter, line);
        add_trailing_space(inlines, end, line);
        const float slack = std::max(0.0F, width - line.width);
        const float shift = align == TextAlign::left ? 0 : align == TextAlign::right ? slack : slack / 2;
        for (TextRun& run : line.runs) run.x += shift;
        lines.push_back(std::move(line));
        begin = end;
    }
    return lines;
}

Line set_label(Setter& setter, std::string_view words, const Segment& segment) {
    Inlines inlines;
    add_words(setter, inlines, words, segment);
    if (inlines.items.empty()) return {};
    return fill_line(setter, inlines, 0, inlines.items.size(), {}, 0);
}

Extent extent(const Inlines& inlines) {
    Extent found;
    float word = 0;
    float part = 0;
    float line = 0;
    for (std::uint32_t i = 0; i < inlines.items.size(); ++i) {
        const BreakItem& item = inlines.items[i];
        if (item.kind == Kind::penalty && item.cost <= must_break) line = 0;
        if (item.kind != Kind::penalty) line += item.width;
        const bool breakable = may_break(inlines.items, i);
        const bool held = item.kind == Kind::penalty && item.cost >= no_break_space_cost;
        const bool shown = item.kind == Kind::box || (item.kind == Kind::glue && part > 0);
        if (breakable) word = 0;
        if (!held && breakable) {
            part = 0;
        } else if (shown) {
            part += item.width;
            if (!is_fixed_space(inlines, i)) word += item.width;
        }
        found.word = std::max(found.word, word);
        found.least = std::max(found.least, part);
        found.most = std::max(found.most, line);
    }
    return found;
}

}  // namespace stet::pdf

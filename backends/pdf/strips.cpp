// Lines of text, their labels, anchors and notes to strips.
#include <algorithm>

#include "backends/pdf/blocks.hpp"

namespace stet::pdf {

namespace {

constexpr Penalty within_verse = 600;  // between lines that the author broke
constexpr std::size_t most_lines_of_verse = 20;

}  // namespace

Column indented(const Column& column, float by) {
    Column inner = column;
    const float room = std::max(0.0F, column.width - least_width);
    const float indent = std::min(by, room);
    inner.left += indent;
    inner.width -= indent;
    inner.hang = 0;
    return inner;
}

void put_label(Setter& setter, Strips& out, std::size_t first, const std::string& words, Segment segment,
               float x, Type type) {
    if (first >= out.size()) {
        Strip empty;
        empty.height = setter.type(type).leading;
        out.push_back(empty);
    }
    Line label = set_label(setter, words, segment);
    if (label.runs.empty()) return;
    label.runs.back().words.push_back(setter.fonts.shape(segment.font, " "));
    std::vector<Item> items;
    place_line(std::move(label), x, baseline(setter, type), items);
    out[first].items.insert(out[first].items.begin(), std::make_move_iterator(items.begin()),
                            std::make_move_iterator(items.end()));
}

void take_marks(Setter& setter, const Line& line, float y, NodeId notes_parent, Strip& strip) {
    for (const std::uint32_t note : line.notes) {
        set_note(setter, note, notes_parent);
        strip.notes.push_back(note);
    }
    for (const AnchorId anchor : line.anchors) strip.anchors.push_back({anchor, y});
}

void place_line(Line line, float x, float y, std::vector<Item>& items) {
    constexpr float below = 0.22F;  // of the size, from the baseline to the hairline under a cited figure
    constexpr float pale = 0.55F;   // so that it points and does not shout
    const auto fade = [](float tone) { return tone + (1 - tone) * pale; };
    const std::size_t first = items.size();
    for (TextRun& run : line.runs) {
        run.x += x;
        run.y += y;
        items.emplace_back(std::move(run));
    }
    for (std::size_t i = first, end = items.size(); i < end; ++i) {
        const auto& run = std::get<TextRun>(items[i]);
        if (!run.cited) continue;
        const Colour tone{fade(run.colour.red), fade(run.colour.green), fade(run.colour.blue)};
        items.emplace_back(rule(run.x, run.x + run.width, run.y + run.size * below, 0.4F, tone));
    }
}

void place_anchor(Setter& setter, std::string_view id, std::size_t first, Strips& out) {
    if (id.empty() || first >= out.size()) return;
    const AnchorId anchor = setter.galley.find_anchor(id);
    if (anchor != none) out[first].anchors.push_back({anchor, 0});
}

void append_lines(Setter& setter, std::vector<Line> lines, const TextPlace& place, Strips& out) {
    const TypeStyle& style = setter.type(place.type);
    const float base = baseline(setter, place.type);
    for (std::size_t i = 0; i < lines.size(); ++i) {
        Strip strip;
        strip.height = style.leading;
        strip.gap = i == 0 ? place.gap : 0;
        strip.line = true;
        // No first or last line of a paragraph stands alone.
        if (i > 0) strip.break_before = i == 1 || i + 1 == lines.size() ? never_break : within_text;
        take_marks(setter, lines[i], 0, place.notes_parent, strip);
        place_line(std::move(lines[i]), place.column.left, base, strip.items);
        out.push_back(std::move(strip));
    }
}

void set_text(Setter& setter, const publication::Text& text, const TextPlace& place, NodeId node,
              Strips& out) {
    Inlines inlines;
    add_text(setter, inlines, text, place.type, node);
    const Measure measure = measure_of(setter, place.type, place.column.width);
    const std::size_t first = out.size();
    append_lines(setter, set_lines(setter, inlines, measure, place.align), place, out);
    // An address or a verse stays whole if that can be helped.
    const auto breaks =
        std::count_if(text.begin(), text.end(), [](const auto& piece) { return piece.line_break; });
    if (breaks < 2 || out.size() - first > most_lines_of_verse) return;
    for (std::size_t i = first + 1; i < out.size(); ++i)
        out[i].break_before = std::max(out[i].break_before, within_verse);
}

}  // namespace stet::pdf

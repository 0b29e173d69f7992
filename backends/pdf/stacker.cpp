// Strips in their places on a page: text, frames, line numbers, remarks in the margin, notes at the foot.
#include "backends/pdf/stacker.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

namespace stet::pdf {

namespace {

void shift(Item& item, float dy) {
    if (auto* run = std::get_if<TextRun>(&item)) {
        run->y += dy;
    } else if (auto* picture = std::get_if<Picture>(&item)) {
        picture->y += dy;
    } else {
        auto& drawing = std::get<Drawing>(item);
        if (drawing.kind == Drawing::Kind::disc) {
            drawing.points[1] += dy;
        } else {
            for (std::size_t i = 1; i < drawing.points.size(); i += 2) drawing.points[i] += dy;
        }
    }
}

void add_frame_spans(const Galley& galley, std::uint32_t frame, float top, float bottom,
                     std::vector<FrameSpan>& spans) {
    for (; frame != none; frame = galley.frames[frame].parent) {
        const auto known =
            std::find_if(spans.begin(), spans.end(), [&](const FrameSpan& s) { return s.frame == frame; });
        if (known == spans.end()) {
            spans.push_back({frame, top, bottom});
        } else {
            known->top = std::min(known->top, top);
            known->bottom = std::max(known->bottom, bottom);
        }
    }
}

}  // namespace

void draw_frames(const Galley& galley, std::vector<FrameSpan> spans, std::vector<Item>& items) {
    std::stable_sort(spans.begin(), spans.end(), [&](const FrameSpan& a, const FrameSpan& b) {
        return galley.frames[a.frame].right - galley.frames[a.frame].left >
               galley.frames[b.frame].right - galley.frames[b.frame].left;
    });
    for (const FrameSpan& span : spans) {
        const Frame& frame = galley.frames[span.frame];
        const float top = span.top - frame.pad_above;
        const float bottom = span.bottom + frame.pad_below;
        if (frame.filled) items.emplace_back(rectangle(frame.left, top, frame.right, bottom, frame.fill));
        if (frame.bar)
            items.emplace_back(rectangle(frame.left, top, frame.left + 3, bottom, frame.bar_colour));
    }
}

void Stacker::put(Strip strip) {
    if (!first) y += strip.gap;
    first = false;
    if (strip.line && setter.options.draft) number_line(strip);
    for (Item& item : strip.items) {
        shift(item, y);
        page.items.push_back(std::move(item));
    }
    for (const AnchorPlace& place : strip.anchors) {
        setter.galley.anchors[place.anchor] = {page.index, y + place.y};
    }
    if (strip.figure.node != no_node) {
        Attributes& attributes = setter.galley.structure.attributes_of(strip.figure.node);
        attributes.has_box = true;
        attributes.box[0] = strip.figure.left;
        attributes.box[1] = page.height - (y + strip.figure.bottom);
        attributes.box[2] = strip.figure.right;
        attributes.box[3] = page.height - (y + strip.figure.top);
    }
    add_frame_spans(setter.galley, strip.frame, y, y + strip.height, spans);
    std::move(strip.margin.begin(), strip.margin.end(), std::back_inserter(remarks));
    put_remarks(y);
    y += strip.height;
}

void Stacker::number_line(const Strip& strip) {
    ++line;
    for (const Item& item : strip.items) {
        const auto* run = std::get_if<TextRun>(&item);
        if (run == nullptr) continue;
        add_line_number(setter, line, y + run->y, numbers);
        break;
    }
}

void Stacker::put_remarks(float from) {
    const float foot = setter.theme.top + setter.text_height();
    margin_end = std::max(margin_end, from);
    while (!remarks.empty() && (margin.empty() || margin_end + remarks.front().height <= foot)) {
        MarginNote& note = remarks.front();
        margin_end = std::max(setter.theme.top, std::min(margin_end, foot - note.height));
        for (Item& item : note.items) {
            shift(item, margin_end);
            margin.push_back(std::move(item));
        }
        margin_end += note.height;
        remarks.pop_front();
    }
}

void Stacker::put_notes(Strips notes, float height) {
    y = setter.theme.top + setter.text_height() - height;
    const Column column = page.kind == PageKind::cover ? setter.full_column() : setter.body_column();
    page.items.emplace_back(rule(column.left, column.left + 90, y - 6, 0.6F, setter.theme.ink(Ink::muted)));
    first = false;
    for (Strip& strip : notes) put(std::move(strip));
}

}  // namespace stet::pdf

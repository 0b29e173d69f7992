// What the kinds of chart share: the drawing under way, legends and labels.
#pragma once

#include <iterator>
#include <string>
#include <vector>

#include "backends/pdf/blocks.hpp"
#include "backends/pdf/scale.hpp"

namespace stet::pdf {

/// One chart under construction: everything is drawn into one strip and belongs to one leaf.
struct Plot {
    Setter& setter;
    const publication::Chart& chart;
    Column column;
    NodeId leaf;
    Strip strip{};
    float y = 0;

    [[nodiscard]] float leading() const { return setter.type(Type::chart).leading; }
    [[nodiscard]] Colour colour(std::size_t index) const {
        const auto& tones = setter.theme.series;
        return tones.empty() ? setter.theme.ink(Ink::accent) : tones[index % tones.size()];
    }
    [[nodiscard]] Segment look(Colour tone) const {
        Segment segment = plain_segment(setter, Type::chart, leaf);
        segment.colour = tone;
        return segment;
    }
    [[nodiscard]] double value(std::size_t series, std::size_t category) const {
        return plotted_value(chart, series, category);
    }
    /// The value as printed at its place; without the unit, which stands at the axis.
    [[nodiscard]] std::string printed(std::size_t series, std::size_t category) const {
        const auto& values = chart.series[series].values;
        if (category >= values.size()) return {};
        const std::string& full = values[category].printed;
        if (chart.kind == publication::ChartKind::share || chart.unit.empty() ||
            !full.ends_with(" " + chart.unit))
            return full;
        return full.substr(0, full.size() - chart.unit.size() - 1);
    }

    float text(const std::string& words, float x, float centre, TextAlign align, Colour tone) {
        Line line = set_label(setter, words, look(tone));
        const float width = line.width;
        const float shift = align == TextAlign::left ? 0 : align == TextAlign::right ? width : width / 2;
        const float cap = setter.fonts.metrics(setter.fonts.font(setter.type(Type::chart).face)).cap_height *
                          setter.type(Type::chart).size / 1000;
        place_line(std::move(line), x - shift, centre + cap / 2, strip.items);
        return width;
    }

    /// Text on a patch of paper, so that no grid line runs through it.
    void text_on_paper(const std::string& words, float x, float centre, TextAlign align, Colour tone) {
        const float width = text_width(words);
        const float left = align == TextAlign::left    ? x
                           : align == TextAlign::right ? x - width
                                                       : x - width / 2;
        const float half = leading() * 0.45F;
        box(left - 1, centre - half, left + width + 1, centre + half, setter.theme.ink(Ink::paper));
        text(words, x, centre, align, tone);
    }

    float text_width(const std::string& words) { return set_label(setter, words, look({})).width; }

    /// In how many lines a label is set that may be `width` wide.
    std::size_t line_count(const std::string& words, float width) {
        Inlines inlines;
        add_words(setter, inlines, words, look({}));
        return set_lines(setter, inlines, {width, width, false}).size();
    }

    /// Label lines, right-aligned at `right`, around the centre; at most `most` lines are shown.
    void wrapped(const std::string& words, float right, float width, float centre, std::size_t most) {
        Inlines inlines;
        add_words(setter, inlines, words, look(setter.theme.ink(Ink::text)));
        std::vector<Line> lines = set_lines(setter, inlines, {width, width, false}, TextAlign::right);
        lines.resize(std::min(lines.size(), most));
        const float cap = setter.type(Type::chart).size * 0.7F;
        float base = centre - static_cast<float>(lines.size() - 1) * leading() / 2 + cap / 2;
        for (Line& line : lines) {
            place_line(std::move(line), right - width, base, strip.items);
            base += leading();
        }
    }

    void box(float left, float top, float right, float bottom, Colour tone) {
        strip.items.emplace_back(rectangle(left, top, right, bottom, tone, leaf));
    }

    /// The shape of a series' points.
    static Shape marker(std::size_t series) {
        constexpr Shape markers[] = {Shape::disc, Shape::square, Shape::triangle, Shape::diamond,
                                     Shape::octagon};
        return markers[series % std::size(markers)];
    }

    /// Names beside swatches, or beside the series' markers, in as many lines as they need.
    void legend(const std::vector<std::string>& names, bool markers = false) {
        float x = column.left;
        for (std::size_t i = 0; i < names.size(); ++i) {
            const float width = 13 + text_width(names[i]) + 14;
            if (x > column.left && x + width > column.left + column.width) {
                x = column.left;
                y += leading() + 1;
            }
            const float centre = y + leading() * 0.48F;
            if (markers) {
                strip.items.emplace_back(grade_shape(marker(i), x + 4, centre, 4, colour(i), leaf));
            } else {
                box(x, centre - 4, x + 8, centre + 4, colour(i));
            }
            text(names[i], x + 12, centre, TextAlign::left, setter.theme.ink(Ink::text));
            x += width;
        }
        y += leading() + 5;
    }

    [[nodiscard]] std::vector<std::string> series_names() const {
        std::vector<std::string> names;
        for (const auto& series : chart.series) names.push_back(series.label);
        return names;
    }
};

/// How wide the column of category labels is.
float label_width(Plot& plot);

void draw_bars(Plot& plot, bool stacked);
void draw_lines(Plot& plot);

}  // namespace stet::pdf

// Charts as vector drawings with axis, labels and source line; share strips.
#include <fmt/format.h>

#include <algorithm>

#include "backends/pdf/plot.hpp"

namespace stet::pdf {

namespace {

using publication::Chart;
using publication::ChartKind;

/// The width of a part of a strip.
float part_width(const Plot& plot, std::size_t s, std::size_t c) {
    double total = 0;
    for (std::size_t i = 0; i < plot.chart.categories.size(); ++i) total += std::max(0.0, plot.value(s, i));
    return total > 0 ? static_cast<float>(std::max(0.0, plot.value(s, c)) / total) * plot.column.width : 0;
}

/// True where each value finds room in its part; several strips share a legend, which cannot name values.
bool all_fit(Plot& plot) {
    if (plot.chart.series.size() != 1) return true;
    for (std::size_t c = 0; c < plot.chart.categories.size(); ++c) {
        if (plot.text_width(plot.printed(0, c)) + 6 >= part_width(plot, 0, c)) return false;
    }
    return true;
}

/// One full-width strip a series, divided by its categories' shares.
void draw_shares(Plot& plot) {
    const Theme& theme = plot.setter.theme;
    std::vector<std::string> names = plot.chart.categories;
    if (!all_fit(plot)) {
        for (std::size_t c = 0; c < names.size(); ++c) names[c] += " " + plot.printed(0, c);
    }
    plot.legend(names);
    constexpr float thick = 24;
    const float most = plot.setter.text_height() * 0.6F / (thick + 2 * plot.leading());
    const std::size_t shown =
        std::min(plot.chart.series.size(), static_cast<std::size_t>(std::max(1.0F, most)));
    for (std::size_t s = 0; s < shown; ++s) {
        if (plot.chart.series.size() > 1 && !plot.chart.series[s].label.empty()) {
            plot.text(plot.chart.series[s].label, plot.column.left, plot.y + 4, TextAlign::left,
                      theme.ink(Ink::text));
            plot.y += plot.leading() + 1;
        }
        float x = plot.column.left;
        for (std::size_t c = 0; c < plot.chart.categories.size(); ++c) {
            const float width = part_width(plot, s, c);
            if (width <= 0) continue;
            plot.box(x, plot.y, std::max(x + 0.4F, x + width - 1), plot.y + thick, plot.colour(c));
            if (plot.text_width(plot.printed(s, c)) + 6 < width) {
                plot.text(plot.printed(s, c), x + width / 2, plot.y + thick / 2, TextAlign::centre,
                          theme.ink(Ink::paper));
            }
            x += width;
        }
        plot.y += thick + 7;
    }
}

void draw(Plot& plot) {
    const Chart& chart = plot.chart;
    if (!chart.unit.empty() && chart.kind != ChartKind::share) {
        plot.text(chart.unit, plot.column.left, plot.y + plot.leading() * 0.35F, TextAlign::left,
                  plot.setter.theme.ink(Ink::muted));
        plot.y += plot.leading() + 3;
    }
    switch (chart.kind) {
        case ChartKind::bars:
            draw_bars(plot, false);
            break;
        case ChartKind::stacked:
            draw_bars(plot, true);
            break;
        case ChartKind::lines:
            draw_lines(plot);
            break;
        case ChartKind::share:
            draw_shares(plot);
            break;
    }
}

std::string description(const Setter& setter, const Chart& chart) {
    if (!chart.alternative.empty()) return chart.alternative;
    std::string text = plain_text(setter, chart.title);
    for (const auto& series : chart.series) {
        for (std::size_t c = 0; c < chart.categories.size() && c < series.values.size(); ++c) {
            text += fmt::format("{}{} {}", text.empty() ? "" : "; ", chart.categories[c],
                                series.values[c].printed);
        }
    }
    return text.empty() ? "Chart" : text;
}

}  // namespace

void set_chart(Setter& setter, const Chart& chart, const Column& column, NodeId parent, Strips& out) {
    Structure& structure = setter.galley.structure;
    const std::size_t first = out.size();
    const NodeId caption = structure.add(parent, Tag::caption);
    set_caption(setter, chart.label, chart.title, column, caption, setter.theme.paragraph_gap * 1.8F, out);
    const NodeId figure = structure.add(parent, Tag::figure);
    structure.texts_of(figure).alternative = description(setter, chart);
    structure.attributes_of(figure).block = true;
    Plot plot{setter, chart, column, structure.leaf(figure)};
    plot.y = 4;
    if (chart.series.empty() || chart.categories.empty()) {
        plot.strip = stand_in(setter, description(setter, chart), column, plot.leaf);
        plot.y = plot.strip.height;
    } else {
        draw(plot);
    }
    plot.strip.height = plot.y;
    if (out.size() > first) plot.strip.break_before = never_break;
    plot.strip.figure = {figure, column.left, 0, column.left + column.width, plot.y};
    out.push_back(std::move(plot.strip));
    if (chart.source.empty()) return;
    const NodeId source = structure.add(parent, Tag::p);
    const std::size_t line = out.size();
    publication::Piece piece;
    piece.text = fmt::format("Source: {}", chart.source);
    set_text(setter, {piece}, {Type::small, column, 2, TextAlign::left, parent}, source, out);
    if (line < out.size()) out[line].break_before = never_break;
}

}  // namespace stet::pdf

// Charts: bars and strips are boxes that the style sheet lays out, lines are vectors. Whoever does not see
// them, or wants the numbers, finds them in a table below.
#include <algorithm>
#include <cmath>

#include "backends/html/writer.hpp"
#include "backends/pdf/scale.hpp"

namespace stet::html {

namespace {

using publication::Chart;
using publication::ChartKind;

struct Plot {
    Writer& writer;
    const Chart& chart;

    [[nodiscard]] std::string colour(std::size_t index) const {
        const auto& tones = writer.theme.series;
        return css(tones.empty() ? writer.theme.ink(pdf::Ink::accent) : tones[index % tones.size()]);
    }
    [[nodiscard]] double value(std::size_t series, std::size_t category) const {
        return pdf::plotted_value(chart, series, category);
    }
    [[nodiscard]] std::string_view printed(std::size_t series, std::size_t category) const {
        const auto& values = chart.series[series].values;
        return category < values.size() ? std::string_view(values[category].printed) : std::string_view();
    }

    void legend(const std::vector<std::string_view>& names) const {
        writer.out += "<div class=\"legend\">";
        for (std::size_t i = 0; i < names.size(); ++i) {
            writer.out += fmt::format("<span style=\"--tone:{}\">", colour(i));
            writer.text(names[i]);
            writer.out += "</span>";
        }
        writer.out += "</div>\n";
    }
    void series_legend() const {
        if (chart.series.size() < 2) return;
        std::vector<std::string_view> names;
        for (const auto& series : chart.series) names.emplace_back(series.label);
        legend(names);
    }
    void name(std::string_view words) const {
        writer.out += "<span class=\"category\">";
        writer.text(words);
        writer.out += "</span>";
    }
    /// A part of a strip; its value stands in it where there is room.
    void part(double percent, std::size_t tone, std::string_view words) const {
        if (percent <= 0) return;
        constexpr double room = 7;
        writer.out += fmt::format("<i style=\"width:{:.2f}%;--tone:{}\">", percent, colour(tone));
        if (percent >= room) writer.text(words);
        writer.out += "</i>";
    }
};

void draw_bars(const Plot& plot) {
    const auto [low, high] = pdf::values_of(plot.chart, false);
    const double range = high > low ? high - low : 1;
    plot.series_legend();
    for (std::size_t c = 0; c < plot.chart.categories.size(); ++c) {
        plot.writer.out += "<div class=\"bars\">";
        plot.name(plot.chart.categories[c]);
        plot.writer.out += "<div>";
        for (std::size_t s = 0; s < plot.chart.series.size(); ++s) {
            const double value = plot.value(s, c);
            plot.writer.out += fmt::format(
                "<div class=\"bar\"><i style=\"margin-left:{:.2f}%;width:{:.2f}%;--tone:{}\"></i><b>",
                100 * (std::min(0.0, value) - low) / range, 100 * std::abs(value) / range, plot.colour(s));
            plot.writer.text(plot.printed(s, c));
            plot.writer.out += "</b></div>";
        }
        plot.writer.out += "</div></div>\n";
    }
}

void draw_stacked(const Plot& plot) {
    const double most = pdf::values_of(plot.chart, true).high;
    plot.series_legend();
    for (std::size_t c = 0; c < plot.chart.categories.size(); ++c) {
        plot.writer.out += "<div class=\"bars\">";
        plot.name(plot.chart.categories[c]);
        plot.writer.out += "<div class=\"strip\">";
        for (std::size_t s = 0; s < plot.chart.series.size() && most > 0; ++s)
            plot.part(100 * plot.value(s, c) / most, s, plot.printed(s, c));
        plot.writer.out += "</div></div>\n";
    }
}

/// One strip a series, divided by its categories' shares.
void draw_shares(const Plot& plot) {
    plot.legend({plot.chart.categories.begin(), plot.chart.categories.end()});
    for (std::size_t s = 0; s < plot.chart.series.size(); ++s) {
        double total = 0;
        for (std::size_t c = 0; c < plot.chart.categories.size(); ++c)
            total += std::max(0.0, plot.value(s, c));
        if (plot.chart.series.size() > 1) plot.name(plot.chart.series[s].label);
        plot.writer.out += "<div class=\"strip\">";
        for (std::size_t c = 0; c < plot.chart.categories.size() && total > 0; ++c)
            plot.part(100 * plot.value(s, c) / total, c, plot.printed(s, c));
        plot.writer.out += "</div>\n";
    }
}

constexpr double left = 52, right = 610, top = 18, bottom = 196, wide = 640, tall = 226;

struct LineChart {
    const Plot& plot;
    pdf::Scale axis;
    std::string& out = plot.writer.out;

    [[nodiscard]] double x(std::size_t category) const {
        const auto count = plot.chart.categories.size();
        if (count < 2) return (left + right) / 2;
        return left + 24 +
               (right - left - 48) * static_cast<double>(category) / static_cast<double>(count - 1);
    }
    [[nodiscard]] double y(double value) const {
        return bottom - (value - axis.low) / (axis.high - axis.low) * (bottom - top);
    }
    void words(double at, double base, std::string_view anchor, std::string_view text) const {
        out += fmt::format("<text x=\"{:.1f}\" y=\"{:.1f}\" text-anchor=\"{}\">", at, base, anchor);
        plot.writer.text(text);
        out += "</text>";
    }

    void draw() const {
        out += fmt::format("<svg viewBox=\"0 0 {} {}\" aria-hidden=\"true\">\n", wide, tall);
        const auto ticks = static_cast<int>(std::lround((axis.high - axis.low) / axis.step));
        for (int i = 0; i <= ticks; ++i) {
            const double value = axis.low + i * axis.step;
            out += fmt::format("<line class=\"grid\" x1=\"{0}\" x2=\"{1}\" y1=\"{2:.1f}\" y2=\"{2:.1f}\"/>",
                               left, right, y(value));
            words(left - 8, y(value) + 4.5, "end", pdf::tick_label(value, axis.step));
        }
        out += '\n';
        const std::size_t every = std::max<std::size_t>(1, (plot.chart.categories.size() + 7) / 8);
        for (std::size_t c = 0; c < plot.chart.categories.size(); c += every)
            words(x(c), bottom + 22, "middle", plot.chart.categories[c]);
        for (std::size_t s = 0; s < plot.chart.series.size(); ++s) line(s);
        out += "</svg>\n";
    }

    void line(std::size_t s) const {
        const std::size_t count = plot.chart.categories.size();
        out += fmt::format("\n<g style=\"--tone:{}\"><polyline points=\"", plot.colour(s));
        for (std::size_t c = 0; c < count; ++c)
            out += fmt::format("{:.1f},{:.1f} ", x(c), y(plot.value(s, c)));
        out += "\"/>";
        for (std::size_t c = 0; c < count; ++c) {
            const double px = x(c);
            const double py = y(plot.value(s, c));
            out += s % 2 == 0 ? fmt::format("<circle cx=\"{:.1f}\" cy=\"{:.1f}\" r=\"4\"/>", px, py)
                              : fmt::format("<rect x=\"{:.1f}\" y=\"{:.1f}\" width=\"7.5\" height=\"7.5\"/>",
                                            px - 3.75, py - 3.75);
            const bool shown = plot.chart.series.size() == 1 ? count <= 12 : c == 0 || c + 1 == count;
            if (shown) words(px, py - 9, "middle", plot.printed(s, c));
        }
        out += "</g>\n";
    }
};

void draw(const Plot& plot) {
    switch (plot.chart.kind) {
        case ChartKind::bars:
            draw_bars(plot);
            break;
        case ChartKind::stacked:
            draw_stacked(plot);
            break;
        case ChartKind::share:
            draw_shares(plot);
            break;
        case ChartKind::lines:
            plot.series_legend();
            LineChart{plot, pdf::value_scale(plot.chart, false)}.draw();
            break;
    }
}

/// The values with their categories; a column for each series.
void value_table(const Plot& plot) {
    Writer& writer = plot.writer;
    writer.out += "<details><summary>The figures in this chart</summary>\n<table>\n<thead><tr><td></td>";
    for (const auto& series : plot.chart.series) {
        writer.out += "<th scope=\"col\" class=\"right\">";
        writer.text(series.label.empty() ? (plot.chart.unit.empty() ? "Value" : plot.chart.unit)
                                         : series.label);
        writer.out += "</th>";
    }
    writer.out += "</tr></thead>\n<tbody>\n";
    for (std::size_t c = 0; c < plot.chart.categories.size(); ++c) {
        writer.out += "<tr><th scope=\"row\">";
        writer.text(plot.chart.categories[c]);
        writer.out += "</th>";
        for (std::size_t s = 0; s < plot.chart.series.size(); ++s) {
            writer.out += "<td class=\"right\">";
            writer.text(plot.printed(s, c));
            writer.out += "</td>";
        }
        writer.out += "</tr>\n";
    }
    writer.out += "</tbody>\n</table>\n</details>\n";
}

}  // namespace

void Writer::chart(const Chart& chart, std::string_view id) {
    const Plot plot{*this, chart};
    std::string alternative =
        chart.alternative.empty() ? publication::words_of(chart.title) : chart.alternative;
    if (alternative.empty()) alternative = "Chart";
    out += "<figure class=\"chart\"" + id_attribute(id) + ">\n<figcaption>";
    if (!chart.label.empty()) {
        out += "<span class=\"label\">";
        text(chart.label);
        out += chart.title.empty() ? "</span>" : ":</span> ";
    }
    inlines(chart.title);
    if (!chart.unit.empty() && chart.kind != ChartKind::share) {
        out += " <span class=\"unit\">(";
        text(chart.unit);
        out += ")</span>";
    }
    out +=
        fmt::format("</figcaption>\n<div class=\"plot\" role=\"img\" aria-label={}>\n", quoted(alternative));
    draw(plot);
    out += "</div>\n";
    if (!chart.series.empty() && !chart.categories.empty()) value_table(plot);
    if (!chart.source.empty()) {
        out += "<p class=\"source\">Source: ";
        text(chart.source);
        out += "</p>\n";
    }
    out += "</figure>\n";
}

}  // namespace stet::html

// Charts with an axis of values: bars, stacked bars and lines.
#include <algorithm>
#include <cmath>

#include "backends/pdf/plot.hpp"

namespace stet::pdf {

namespace {

constexpr float least_bar_height = 12;
constexpr float bar_gap = 2;
constexpr float group_gap = 9;

void vertical_grid(Plot& plot, const Scale& scale, float left, float right, float top, float bottom) {
    const auto count = static_cast<int>(std::lround((scale.high - scale.low) / scale.step));
    for (int i = 0; i <= count && i <= 20; ++i) {
        const double value = scale.low + i * scale.step;
        const float x =
            left + static_cast<float>((value - scale.low) / (scale.high - scale.low)) * (right - left);
        const bool zero = std::abs(value) < scale.step * 1e-6;
        Drawing line = rule(x, x, top, zero ? 0.9F : 0.35F,
                            plot.setter.theme.ink(zero ? Ink::muted : Ink::rule), plot.leaf);
        line.points[3] = bottom;
        plot.strip.items.emplace_back(line);
        plot.text(tick_label(value, scale.step), x, bottom + plot.leading() * 0.7F, TextAlign::centre,
                  plot.setter.theme.ink(Ink::muted));
    }
}

/// Bars from a common zero: a group of them for each category, or one bar of stacked parts.
struct BarChart {
    Plot& plot;
    bool stacked;
    Scale scale{};
    float left = 0;  ///< of the plotting area
    float right = 0;
    float top = 0;
    float labels = 0;  ///< width of the column of category names
    float group = 0;   ///< height of a category
    float thick = 0;   ///< of a bar
    float gap = 0;     ///< between the bars of a category
    float margin = 0;  ///< above and below the bars of a category

    /// Of a bar that has its room; the value beside it needs as much.
    [[nodiscard]] float bar_height() const { return std::max(least_bar_height, plot.leading()); }
    [[nodiscard]] std::size_t series() const { return plot.chart.series.size(); }
    [[nodiscard]] std::size_t categories() const { return plot.chart.categories.size(); }

    void measure() {
        labels = label_width(plot);
        left = plot.column.left + labels + 8;
        scale = value_scale(plot.chart, stacked);
        // Room at the right for half of the last tick's label, and for the value after the longest bar.
        float after = plot.text_width(tick_label(scale.high, scale.step)) / 2;
        for (std::size_t s = 0; !stacked && s < series(); ++s) {
            for (std::size_t c = 0; c < categories(); ++c)
                after = std::max(after, plot.text_width(plot.printed(s, c)) + 4);
        }
        right = plot.column.left + plot.column.width - std::min(after + 2, plot.column.width * 0.25F);
        const auto bars = static_cast<float>(stacked ? 1 : std::max<std::size_t>(1, series()));
        float wanted = bars * (bar_height() + bar_gap) - bar_gap + group_gap;
        std::size_t lines = 1;
        for (const std::string& name : plot.chart.categories)
            lines = std::max(lines, plot.line_count(name, labels));
        wanted = std::max(wanted, static_cast<float>(lines) * plot.leading() + group_gap * 0.5F);
        const float room = plot.setter.text_height() * 0.6F;
        group = std::min(wanted, room / static_cast<float>(std::max<std::size_t>(1, categories())));
        const float scaled = group / wanted;
        gap = bar_gap * scaled;
        thick = std::min((group - group_gap * scaled) / bars - gap, bar_height() * 1.2F);
        margin = (group - bars * (thick + gap)) / 2;
        top = plot.y;
    }

    [[nodiscard]] float at(double value) const {
        return left + static_cast<float>((value - scale.low) / (scale.high - scale.low)) * (right - left);
    }

    void draw() {
        measure();
        const float bottom = top + group * static_cast<float>(std::max<std::size_t>(1, categories())) + 2;
        vertical_grid(plot, scale, left, right, top, bottom);
        for (std::size_t c = 0; c < categories(); ++c) {
            const float centre = top + group * (static_cast<float>(c) + 0.5F);
            const auto lines = static_cast<std::size_t>(std::max(1.0F, group / plot.leading()));
            if (group >= plot.leading() * 0.8F)
                plot.wrapped(plot.chart.categories[c], left - 8, labels, centre, lines);
            float y = top + group * static_cast<float>(c) + margin;
            double sum = 0;
            for (std::size_t s = 0; s < series(); ++s) {
                const double value = stacked ? std::max(0.0, plot.value(s, c)) : plot.value(s, c);
                draw_bar(s, c, y, sum, sum + value);
                if (stacked) {
                    sum += value;
                } else {
                    y += thick + gap;
                }
            }
        }
        plot.y = bottom + plot.leading() * 1.5F;
    }

    void draw_bar(std::size_t s, std::size_t c, float y, double begin, double end) {
        const Theme& theme = plot.setter.theme;
        const float from = at(begin);
        const float to = at(end);
        const float parting = stacked && s > 0 ? 0.8F : 0;
        if (std::abs(to - from) > parting)
            plot.box(std::min(from, to) + parting, y, std::max(from, to), y + thick, plot.colour(s));
        const float centre = y + thick / 2;
        if (thick < plot.leading() * 0.5F) return;
        const std::string printed = plot.printed(s, c);
        if (!stacked) {
            plot.text_on_paper(printed, std::max(from, to) + 4, centre, TextAlign::left,
                               theme.ink(Ink::text));
        } else if (plot.text_width(printed) + 5 < to - from) {
            plot.text(printed, (from + to) / 2, centre, TextAlign::centre, theme.ink(Ink::paper));
        }
    }
};

void horizontal_grid(Plot& plot, const Scale& scale, float left, float right, float top, float bottom) {
    const auto count = static_cast<int>(std::lround((scale.high - scale.low) / scale.step));
    for (int i = 0; i <= count && i <= 20; ++i) {
        const double value = scale.low + i * scale.step;
        const float y =
            bottom - static_cast<float>((value - scale.low) / (scale.high - scale.low)) * (bottom - top);
        const bool zero = std::abs(value) < scale.step * 1e-6;
        plot.strip.items.emplace_back(rule(left, right, y, zero ? 0.9F : 0.35F,
                                           plot.setter.theme.ink(zero ? Ink::muted : Ink::rule), plot.leaf));
        plot.text(tick_label(value, scale.step), left - 6, y, TextAlign::right,
                  plot.setter.theme.ink(Ink::muted));
    }
}

/// Points joined by lines, a marker of its own shape for each series.
struct LineChart {
    Plot& plot;
    Scale scale{};
    float left = 0;  ///< of the plotting area
    float right = 0;
    float top = 0;
    float bottom = 0;

    [[nodiscard]] std::size_t points() const { return plot.chart.categories.size(); }

    [[nodiscard]] float x_of(std::size_t category) const {
        if (points() < 2) return (left + right) / 2;
        const float room = right - left - 2 * inset;
        return left + inset + room * static_cast<float>(category) / static_cast<float>(points() - 1);
    }
    [[nodiscard]] float y_of(double value) const {
        return bottom - static_cast<float>((value - scale.low) / (scale.high - scale.low)) * (bottom - top);
    }

    void draw() {
        scale = value_scale(plot.chart, false);
        const float axis = std::max(plot.text_width(tick_label(scale.high, scale.step)),
                                    plot.text_width(tick_label(scale.low, scale.step)));
        left = plot.column.left + axis + 8;
        const float last = points() == 0 ? 0 : plot.text_width(plot.chart.categories.back()) / 2 - inset;
        right = plot.column.left + plot.column.width - std::clamp(last, 8.0F, plot.column.width * 0.25F);
        top = plot.y + 10;
        bottom = top + 150;
        horizontal_grid(plot, scale, left, right, top, bottom);
        draw_categories();
        std::vector<Label> labels;
        for (std::size_t s = 0; s < plot.chart.series.size(); ++s) add_labels(s, labels);
        for (const Label& label : labels)
            plot.text_on_paper(label.words, label.x, label.y, TextAlign::centre, plot.colour(label.series));
        for (std::size_t s = 0; s < plot.chart.series.size(); ++s) {
            draw_line(s);
            draw_points(s);
        }
        plot.y = bottom + plot.leading() * 1.75F;
    }

    /// Names below the axis; one that would touch the name before it is left out.
    void draw_categories() {
        float end = -1000;
        for (std::size_t c = 0; c < points(); ++c) {
            const float half = plot.text_width(plot.chart.categories[c]) / 2;
            if (x_of(c) - half < end + 4) continue;
            plot.text(plot.chart.categories[c], x_of(c), bottom + plot.leading(), TextAlign::centre,
                      plot.setter.theme.ink(Ink::muted));
            end = x_of(c) + half;
        }
    }

    void draw_line(std::size_t s) {
        if (points() < 2) return;
        Drawing line = rule(0, 0, 0, 1.6F, plot.colour(s), plot.leaf);
        line.points.clear();
        for (std::size_t c = 0; c < points(); ++c) {
            line.points.push_back(x_of(c));
            line.points.push_back(y_of(plot.value(s, c)));
        }
        plot.strip.items.emplace_back(line);
    }

    void draw_points(std::size_t s) {
        for (std::size_t c = 0; c < points(); ++c) {
            plot.strip.items.emplace_back(
                grade_shape(plot.marker(s), x_of(c), y_of(plot.value(s, c)), 3, plot.colour(s), plot.leaf));
        }
    }

    /// The value of a point, centred at (x, y).
    struct Label {
        std::size_t series = 0;
        std::string words;
        float x = 0;
        float y = 0;
        float half = 0;  ///< of its width
    };

    /// Values beside their points where they touch no others; of several series only the first and the last.
    void add_labels(std::size_t s, std::vector<Label>& labels) {
        const float line = plot.leading();
        const bool alone = plot.chart.series.size() == 1;
        for (std::size_t c = 0; c < points(); ++c) {
            if (!alone && c != 0 && c + 1 != points()) continue;
            const float y = y_of(plot.value(s, c));
            Label label{s, plot.printed(s, c), x_of(c), 0, 0};
            label.half = plot.text_width(label.words) / 2;
            const bool below = below_another(s, c, y);
            for (const float shift : {-10.0F, 11.0F, -10 - line, 11 + line, 11 + 2 * line}) {
                if (below && shift < 0) continue;
                if (alone && shift != -10.0F) break;
                label.y = y + shift;
                if (label.words.empty() || label.y + line / 2 > bottom || touches(label, labels)) continue;
                labels.push_back(label);
                break;
            }
        }
    }

    [[nodiscard]] bool touches(const Label& label, const std::vector<Label>& others) const {
        // Values of one series stand from left to right: only the last can be near.
        const auto begin =
            plot.chart.series.size() == 1 && !others.empty() ? others.end() - 1 : others.begin();
        return std::any_of(begin, others.end(), [&](const Label& other) {
            return std::abs(label.x - other.x) < label.half + other.half + 3 &&
                   std::abs(label.y - other.y) < plot.leading() * 0.9F;
        });
    }

    /// True where another series' point stands close above, so that this point's value goes below it.
    [[nodiscard]] bool below_another(std::size_t series, std::size_t category, float y) const {
        constexpr float close = 26;
        for (std::size_t other = 0; other < plot.chart.series.size(); ++other) {
            if (other == series) continue;
            const float there = y_of(plot.value(other, category));
            if (there <= y && y - there < close && (there < y || other < series)) return true;
        }
        return false;
    }

    static constexpr float inset = 20;  ///< from the plotting area's edge to the first point
};

}  // namespace

void draw_lines(Plot& plot) {
    if (plot.chart.series.size() > 1) plot.legend(plot.series_names(), true);
    LineChart{plot}.draw();
}

void draw_bars(Plot& plot, bool stacked) {
    if (plot.chart.series.size() > 1) plot.legend(plot.series_names());
    BarChart{plot, stacked}.draw();
}

}  // namespace stet::pdf

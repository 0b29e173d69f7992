// Charts as vector drawings: bars, stacked bars, lines and share strips, each with axis, labels and source
// line.
#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cmath>

#include "backends/pdf/blocks.hpp"

namespace stet::pdf {

namespace {

using publication::Chart;
using publication::ChartKind;

constexpr float bar_height = 12;
constexpr float bar_gap = 2;
constexpr float group_gap = 9;
constexpr float label_share = 0.36F;

double number(const std::string& value) {
    double parsed = 0;
    const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), parsed);
    return error == std::errc() && end == value.data() + value.size() && std::abs(parsed) < 1e15 ? parsed : 0;
}

/// Ticks at round steps (1, 2 or 5 times a power of ten) that cover the values and zero.
struct Scale {
    double low = 0;
    double high = 1;
    double step = 1;
};

Scale nice_scale(double low, double high) {
    Scale scale;
    low = std::min(0.0, low);
    high = std::max(0.0, high);
    const double range = high > low ? high - low : 1;
    const double raw = range / 5;
    const double power = std::pow(10, std::floor(std::log10(raw)));
    scale.step = power;
    for (const double factor : {1.0, 2.0, 5.0, 10.0}) {
        if (factor * power < raw) continue;
        scale.step = factor * power;
        break;
    }
    scale.low = std::floor(low / scale.step + 1e-9) * scale.step;
    scale.high = std::ceil(high / scale.step - 1e-9) * scale.step;
    if (scale.high <= scale.low) scale.high = scale.low + scale.step;
    return scale;
}

std::string tick_label(double value, double step) {
    const int decimals = step >= 1 ? 0 : static_cast<int>(std::ceil(-std::log10(step) - 1e-9));
    char digits[64];
    const auto [end, error] =
        std::to_chars(digits, digits + sizeof digits, value, std::chars_format::fixed, decimals);
    std::string text(digits, error == std::errc() ? end : digits);
    if (text.starts_with('-') && text.find_first_not_of("-0.") == std::string::npos) text.erase(0, 1);
    const std::size_t point = std::min(text.find('.'), text.size());
    for (std::size_t at = point; at > 3 && text[at - 4] != '-'; at -= 3) text.insert(at - 3, ",");
    return text;
}

/// One chart under construction: everything is drawn into one strip and belongs to one leaf.
struct Plot {
    Setter& setter;
    const Chart& chart;
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
        const auto& values = chart.series[series].values;
        return category < values.size() ? number(values[category].value) : 0;
    }
    [[nodiscard]] const std::string& printed(std::size_t series, std::size_t category) const {
        static const std::string nothing;
        const auto& values = chart.series[series].values;
        return category < values.size() ? values[category].printed : nothing;
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

    float text_width(const std::string& words) { return set_label(setter, words, look({})).width; }

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

    /// Names beside swatches, in as many lines as they need.
    void legend(const std::vector<std::string>& names) {
        float x = column.left;
        for (std::size_t i = 0; i < names.size(); ++i) {
            const float width = 13 + text_width(names[i]) + 14;
            if (x > column.left && x + width > column.left + column.width) {
                x = column.left;
                y += leading() + 1;
            }
            box(x, y + 1.5F, x + 8, y + 9.5F, colour(i));
            text(names[i], x + 12, y + 5.5F, TextAlign::left, setter.theme.ink(Ink::text));
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
float label_width(Plot& plot) {
    float widest = 0;
    for (const std::string& name : plot.chart.categories) widest = std::max(widest, plot.text_width(name));
    return std::min(widest + 1, plot.column.width * label_share);
}

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
        plot.text(tick_label(value, scale.step), x, bottom + 8, TextAlign::centre,
                  plot.setter.theme.ink(Ink::muted));
    }
}

Scale value_scale(const Plot& plot, bool stacked) {
    double low = 0;
    double high = 0;
    for (std::size_t c = 0; c < plot.chart.categories.size(); ++c) {
        double sum = 0;
        for (std::size_t s = 0; s < plot.chart.series.size(); ++s) {
            const double value = plot.value(s, c);
            sum += std::max(0.0, value);
            low = std::min(low, value);
            high = std::max(high, value);
        }
        if (stacked) high = std::max(high, sum);
    }
    return nice_scale(low, high);
}

void draw_bars(Plot& plot, bool stacked) {
    const Theme& theme = plot.setter.theme;
    const std::size_t series = plot.chart.series.size();
    if (series > 1) plot.legend(plot.series_names());
    const float labels = label_width(plot);
    const float left = plot.column.left + labels + 8;
    const Scale scale = value_scale(plot, stacked);
    // Room at the right for half of the last tick's label, and for the value after the longest bar.
    float after = plot.text_width(tick_label(scale.high, scale.step)) / 2;
    for (std::size_t s = 0; !stacked && s < series; ++s) {
        for (std::size_t c = 0; c < plot.chart.categories.size(); ++c)
            after = std::max(after, plot.text_width(plot.printed(s, c)) + 4);
    }
    const float right = plot.column.left + plot.column.width - std::min(after + 2, plot.column.width * 0.25F);
    const std::size_t bars = stacked ? 1 : std::max<std::size_t>(1, series);
    const float wanted = static_cast<float>(bars) * (bar_height + bar_gap) - bar_gap + group_gap;
    const float room = plot.setter.text_height() * 0.6F;
    const float count = static_cast<float>(std::max<std::size_t>(1, plot.chart.categories.size()));
    const float group = std::min(wanted, room / count);
    const float thick =
        (group - group_gap * group / wanted) / static_cast<float>(bars) - bar_gap * group / wanted;
    const float top = plot.y;
    const float bottom = top + group * count + 2;
    vertical_grid(plot, scale, left, right, top, bottom);
    const auto at = [&](double value) {
        return left + static_cast<float>((value - scale.low) / (scale.high - scale.low)) * (right - left);
    };
    const bool room_for_text = group >= plot.leading() * 0.8F;
    for (std::size_t c = 0; c < plot.chart.categories.size(); ++c) {
        const float group_top = top + group * static_cast<float>(c) + group_gap * group / wanted / 2;
        const float group_centre = top + group * (static_cast<float>(c) + 0.5F);
        const auto label_lines = static_cast<std::size_t>(std::max(1.0F, group / plot.leading()));
        if (room_for_text)
            plot.wrapped(plot.chart.categories[c], left - 8, labels, group_centre, label_lines);
        double sum = 0;
        for (std::size_t s = 0; s < series; ++s) {
            const double value = plot.value(s, c);
            const float bar_top =
                group_top + (stacked ? 0 : static_cast<float>(s) * (thick + bar_gap * group / wanted));
            const float from = at(stacked ? sum : 0);
            const float to = at(stacked ? sum + std::max(0.0, value) : value);
            sum += std::max(0.0, value);
            const float gap = stacked && s > 0 ? 0.8F : 0;
            if (std::abs(to - from) > gap)
                plot.box(std::min(from, to) + gap, bar_top, std::max(from, to), bar_top + thick,
                         plot.colour(s));
            const float centre = bar_top + thick / 2;
            if (thick < plot.leading() * 0.5F) continue;
            const float width = plot.text_width(plot.printed(s, c));
            if (stacked) {
                if (width + 5 < to - from)
                    plot.text(plot.printed(s, c), (from + to) / 2, centre, TextAlign::centre,
                              theme.ink(Ink::paper));
            } else {
                const float x = value < 0 ? std::max(from, to) + 4 : to + 4;
                plot.text(plot.printed(s, c), x, centre, TextAlign::left, theme.ink(Ink::text));
            }
        }
    }
    plot.y = bottom + 18;
}

/// One full-width strip a series, divided by its categories' shares.
void draw_shares(Plot& plot) {
    const Theme& theme = plot.setter.theme;
    plot.legend(plot.chart.categories);
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
        double total = 0;
        for (std::size_t c = 0; c < plot.chart.categories.size(); ++c)
            total += std::max(0.0, plot.value(s, c));
        float x = plot.column.left;
        for (std::size_t c = 0; c < plot.chart.categories.size() && total > 0; ++c) {
            const float width =
                static_cast<float>(std::max(0.0, plot.value(s, c)) / total) * plot.column.width;
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

/// True where another series' point stands close above, so that this point's value goes below it.
template <class YOf>
bool below_another(const Plot& plot, std::size_t series, std::size_t category, float y, const YOf& y_of) {
    constexpr float close = 26;
    for (std::size_t other = 0; other < plot.chart.series.size(); ++other) {
        if (other == series) continue;
        const float there = y_of(plot.value(other, category));
        if (there <= y && y - there < close && (there < y || other < series)) return true;
    }
    return false;
}

void draw_lines(Plot& plot) {
    const Theme& theme = plot.setter.theme;
    const std::size_t points = plot.chart.categories.size();
    if (plot.chart.series.size() > 1) plot.legend(plot.series_names());
    const Scale scale = value_scale(plot, false);
    const float axis = std::max(plot.text_width(tick_label(scale.high, scale.step)),
                                plot.text_width(tick_label(scale.low, scale.step)));
    const float left = plot.column.left + axis + 8;
    const float inset = 16;
    const float last = points == 0 ? 0 : plot.text_width(plot.chart.categories.back()) / 2 - inset;
    const float right =
        plot.column.left + plot.column.width - std::clamp(last, 8.0F, plot.column.width * 0.25F);
    const float top = plot.y + 10;
    const float bottom = top + 150;
    horizontal_grid(plot, scale, left, right, top, bottom);
    const auto x_of = [&](std::size_t c) {
        return points < 2
                   ? (left + right) / 2
                   : left + inset +
                         (right - left - 2 * inset) * static_cast<float>(c) / static_cast<float>(points - 1);
    };
    const auto y_of = [&](double value) {
        return bottom - static_cast<float>((value - scale.low) / (scale.high - scale.low)) * (bottom - top);
    };
    float last_label = -1000;
    for (std::size_t c = 0; c < points; ++c) {
        const float half = plot.text_width(plot.chart.categories[c]) / 2;
        if (x_of(c) - half < last_label + 4) continue;
        plot.text(plot.chart.categories[c], x_of(c), bottom + 9, TextAlign::centre, theme.ink(Ink::muted));
        last_label = x_of(c) + half;
    }
    constexpr Shape markers[] = {Shape::disc, Shape::square, Shape::triangle, Shape::diamond, Shape::octagon};
    for (std::size_t s = 0; s < plot.chart.series.size(); ++s) {
        Drawing line = rule(0, 0, 0, 1.6F, plot.colour(s), plot.leaf);
        line.points.clear();
        for (std::size_t c = 0; c < points; ++c) {
            line.points.push_back(x_of(c));
            line.points.push_back(y_of(plot.value(s, c)));
        }
        if (points > 1) plot.strip.items.emplace_back(line);
        float last_value = -1000;
        for (std::size_t c = 0; c < points; ++c) {
            const float x = x_of(c);
            const float y = y_of(plot.value(s, c));
            plot.strip.items.emplace_back(grade_shape(markers[s % 5], x, y, 3, plot.colour(s), plot.leaf));
            const float half = plot.text_width(plot.printed(s, c)) / 2;
            const bool only_ends = plot.chart.series.size() > 1 && c != 0 && c + 1 != points;
            if (only_ends || x - half < last_value + 3) continue;
            plot.text(plot.printed(s, c), x, y + (below_another(plot, s, c, y, y_of) ? 10.0F : -9.0F),
                      TextAlign::centre, plot.colour(s));
            last_value = x + half;
        }
    }
    plot.y = bottom + 18;
}

void draw(Plot& plot) {
    const Chart& chart = plot.chart;
    if (!chart.unit.empty() && chart.kind != ChartKind::share) {
        plot.text(chart.unit, plot.column.left, plot.y + 4, TextAlign::left,
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

std::string description(const Chart& chart) {
    if (!chart.alternative.empty()) return chart.alternative;
    std::string text = plain_text(chart.title);
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
    Attributes& attributes = structure.attributes_of(figure);
    attributes.alternative = description(chart);
    attributes.block = true;
    Plot plot{setter, chart, column, structure.leaf(figure)};
    plot.y = 4;
    if (chart.series.empty() || chart.categories.empty()) {
        plot.strip = stand_in(setter, description(chart), column, plot.leaf);
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

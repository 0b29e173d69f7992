// Scales and labels of charts.
#include "backends/pdf/plot.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>

namespace stet::pdf {

namespace {

constexpr float label_share = 0.36F;

Scale nice_scale(double low, double high) {
    Scale scale;
    low = std::min(0.0, low);
    high = std::max(0.0, high);
    if (high <= low) return {0, 1, 1};
    const double range = high - low;
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

}  // namespace

double plotted_number(const std::string& value) {
    double parsed = 0;
    const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), parsed);
    return error == std::errc() && end == value.data() + value.size() && std::abs(parsed) < 1e15 ? parsed : 0;
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
    if (text.starts_with('-')) text.replace(0, 1, "\u2212");
    return text;
}

float label_width(Plot& plot) {
    float widest = 0;
    for (const std::string& name : plot.chart.categories) widest = std::max(widest, plot.text_width(name));
    return std::min(widest + 1, plot.column.width * label_share);
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

}  // namespace stet::pdf

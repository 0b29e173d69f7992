// Round ticks and plotted values.
#include "backends/pdf/scale.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>

namespace stet::pdf {

namespace {

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

double plotted_number(const std::string& value) {
    double parsed = 0;
    const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), parsed);
    return error == std::errc() && end == value.data() + value.size() && std::abs(parsed) < 1e15 ? parsed : 0;
}

}  // namespace

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

double plotted_value(const publication::Chart& chart, std::size_t series, std::size_t category) {
    const auto& values = chart.series[series].values;
    return category < values.size() ? plotted_number(values[category].value) : 0;
}

Range values_of(const publication::Chart& chart, bool stacked) {
    Range range;
    for (std::size_t c = 0; c < chart.categories.size(); ++c) {
        double sum = 0;
        for (std::size_t s = 0; s < chart.series.size(); ++s) {
            const double value = plotted_value(chart, s, c);
            sum += std::max(0.0, value);
            range.low = std::min(range.low, value);
            range.high = std::max(range.high, value);
        }
        if (stacked) range.high = std::max(range.high, sum);
    }
    return range;
}

Scale value_scale(const publication::Chart& chart, bool stacked) {
    const Range range = values_of(chart, stacked);
    return nice_scale(range.low, range.high);
}

}  // namespace stet::pdf

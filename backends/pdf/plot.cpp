// Labels of charts.
#include "backends/pdf/plot.hpp"

#include <algorithm>

namespace stet::pdf {

namespace {

constexpr float label_share = 0.36F;

}  // namespace

float label_width(Plot& plot) {
    float widest = 0;
    for (const std::string& name : plot.chart.categories) widest = std::max(widest, plot.text_width(name));
    return std::min(widest + 1, plot.column.width * label_share);
}

}  // namespace stet::pdf

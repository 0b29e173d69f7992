// The values of a chart as numbers for drawing, and scales for them.
#pragma once

#include <string>

#include "compiler/publication/publication.hpp"

namespace stet::pdf {

/// Ticks at round steps (1, 2 or 5 times a power of ten) that cover the values and zero.
struct Scale {
    double low = 0;
    double high = 1;
    double step = 1;
};

/// A tick's value with as many decimals as its step needs.
std::string tick_label(double value, double step);

/// A chart's exact decimal text as a number for drawing: that of a series in a category; 0 where there is
/// none.
double plotted_value(const publication::Chart& chart, std::size_t series, std::size_t category);

/// Zero and the values of a chart, or where its bars are stacked the sums of its categories, lie between
/// these.
struct Range {
    double low = 0;
    double high = 0;
};
Range values_of(const publication::Chart& chart, bool stacked);

/// A scale that covers every value, or where bars are stacked every category's sum.
Scale value_scale(const publication::Chart& chart, bool stacked);

}  // namespace stet::pdf

// Rectangles, rules and the shapes that stand for grades.
#include <cmath>
#include <numbers>

#include "backends/pdf/blocks.hpp"

namespace stet::pdf {

namespace {

/// A regular polygon with `corners`, the first at `turn` (0 is up), in radians clockwise.
std::vector<float> polygon(float x, float y, float radius, unsigned corners, float turn) {
    std::vector<float> points;
    for (unsigned i = 0; i < corners; ++i) {
        const float angle =
            turn + 2 * std::numbers::pi_v<float> * static_cast<float>(i) / static_cast<float>(corners);
        points.push_back(x + radius * std::sin(angle));
        points.push_back(y - radius * std::cos(angle));
    }
    return points;
}

}  // namespace

Drawing grade_shape(Shape shape, float x, float y, float radius, Colour colour, NodeId leaf) {
    constexpr float pi = std::numbers::pi_v<float>;
    Drawing drawing;
    drawing.kind = Drawing::Kind::polygon;
    drawing.colour = colour;
    drawing.leaf = leaf;
    switch (shape) {
        case Shape::disc:
        case Shape::ring: {
            drawing.kind = Drawing::Kind::disc;
            const bool ring = shape == Shape::ring;
            drawing.filled = !ring;
            drawing.stroked = ring;
            drawing.width = radius * 0.3F;
            drawing.points = {x, y, ring ? radius * 0.8F : radius * 0.95F, 0};
            break;
        }
        case Shape::diamond:
            drawing.points = polygon(x, y, radius * 1.1F, 4, 0);
            break;
        case Shape::square:
            drawing.points = polygon(x, y, radius * 1.2F, 4, pi / 4);
            break;
        case Shape::triangle:
            drawing.points = polygon(x, y + radius * 0.2F, radius * 1.15F, 3, 0);
            break;
        case Shape::octagon:
            drawing.points = polygon(x, y, radius, 8, pi / 8);
            break;
    }
    return drawing;
}

Drawing rectangle(float left, float top, float right, float bottom, Colour colour, NodeId leaf) {
    Drawing drawing;
    drawing.colour = colour;
    drawing.leaf = leaf;
    drawing.points = {left, top, right, bottom};
    return drawing;
}

Drawing rule(float left, float right, float y, float width, Colour colour, NodeId leaf) {
    Drawing drawing;
    drawing.kind = Drawing::Kind::line;
    drawing.filled = false;
    drawing.stroked = true;
    drawing.width = width;
    drawing.colour = colour;
    drawing.leaf = leaf;
    drawing.points = {left, y, right, y};
    return drawing;
}

}  // namespace stet::pdf

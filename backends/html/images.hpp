// Illustrations as data: addresses without private metadata.
#pragma once

#include <string>
#include <variant>

#include "backends/pdf/images.hpp"

namespace stet::html {

/// An image as a data: address with its size in pixels as shown.
struct Embedded {
    std::string address;
    std::uint32_t width = 0;
    std::uint32_t height = 0;
};

/// Decodes and checks a PNG or JPEG file. Of a JPEG's metadata only the orientation stays; what browsers show
/// differently (CMYK) and PNG files are written anew.
std::variant<Embedded, pdf::ImageError> embed_image(std::string_view bytes);

}  // namespace stet::html

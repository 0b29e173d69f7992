// Raster images for embedding: decoded and checked, never trusted.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <variant>

namespace stet::pdf {

/// An image as the file will hold it.
struct ImageData {
    std::uint32_t width = 0;
    std::uint32_t height = 0;
    std::uint8_t channels = 3;  ///< 1 grey, 3 RGB
    bool jpeg = false;          ///< `pixels` is a JPEG file, else rows of samples
    std::uint8_t turn = 1;      ///< EXIF orientation 1 to 8, to be undone when it is drawn
    std::string pixels;
    std::string alpha;  ///< one byte a pixel; empty where opaque
};

/// Why an image is refused, in words for a message.
struct ImageError {
    std::string reason;
};

/// Most pixels that an image may have; more could exhaust memory.
constexpr std::uint64_t max_pixels = 40'000'000;

/// Decodes PNG or JPEG. A file that is damaged anywhere is refused, also where a viewer would show a part.
std::variant<ImageData, ImageError> decode_image(std::string_view bytes);

/// A PNG file of an image that is held as rows of samples; empty where libpng fails.
std::string encode_png(const ImageData& image);

}  // namespace stet::pdf

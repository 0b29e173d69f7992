// Checked images to data: addresses.
#include "backends/html/images.hpp"

#include "backends/html/markup.hpp"

namespace stet::html {

namespace {

/// The JPEG file with an EXIF segment that holds its orientation and nothing else.
std::string with_orientation(std::string jpeg, std::uint8_t turn) {
    if (turn == 1 || jpeg.size() < 2) return jpeg;
    std::string exif(
        "\xFF\xE1\x00\x22"
        "Exif\0\0"
        "MM\0\x2A\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0",
        29);
    exif += static_cast<char>(turn);
    exif.append(6, '\0');
    return jpeg.insert(2, exif);
}

}  // namespace

std::variant<Embedded, pdf::ImageError> embed_image(std::string_view bytes) {
    auto decoded = pdf::decode_image(bytes);
    if (auto* error = std::get_if<pdf::ImageError>(&decoded)) return std::move(*error);
    auto& image = std::get<pdf::ImageData>(decoded);
    Embedded out{{}, image.width, image.height};
    if (image.turn >= 5) std::swap(out.width, out.height);
    if (image.jpeg) {
        out.address =
            "data:image/jpeg;base64," + base64(with_orientation(std::move(image.pixels), image.turn));
        return out;
    }
    const std::string png = pdf::encode_png(image);
    if (png.empty()) return pdf::ImageError{"it cannot be written again as PNG"};
    out.address = "data:image/png;base64," + base64(png);
    return out;
}

}  // namespace stet::html

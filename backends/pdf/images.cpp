// Decoding by libpng and libjpeg-turbo.
#include "backends/pdf/images.hpp"

#include <png.h>
#include <turbojpeg.h>

#include <cstring>
#include <memory>
#include <optional>

namespace stet::pdf {

namespace {

bool too_large(std::uint64_t width, std::uint64_t height) {
    return width == 0 || height == 0 || width > 65535 || height > 65535 || width * height > max_pixels;
}

ImageError size_error(std::uint64_t width, std::uint64_t height) {
    return {"it has " + std::to_string(width) + " × " + std::to_string(height) + " pixels; at most " +
            std::to_string(max_pixels / 1'000'000) + " million are read"};
}

/// Splits RGBA or grey with alpha into colour and alpha; an opaque alpha is left out.
void split_alpha(ImageData& image, const std::string& samples) {
    const std::size_t pixels = static_cast<std::size_t>(image.width) * image.height;
    const std::size_t step = image.channels + 1U;
    image.pixels.resize(pixels * image.channels);
    image.alpha.resize(pixels);
    bool opaque = true;
    for (std::size_t i = 0; i < pixels; ++i) {
        std::memcpy(image.pixels.data() + i * image.channels, samples.data() + i * step, image.channels);
        image.alpha[i] = samples[i * step + image.channels];
        opaque = opaque && image.alpha[i] == '\xFF';
    }
    if (opaque) image.alpha.clear();
}

std::variant<ImageData, ImageError> decode_png(std::string_view bytes) {
    png_image header{};
    header.version = PNG_IMAGE_VERSION;
    const std::unique_ptr<png_image, void (*)(png_image*)> owner(&header,
                                                                 [](png_image* p) { png_image_free(p); });
    if (png_image_begin_read_from_memory(&header, bytes.data(), bytes.size()) == 0)
        return ImageError{header.message};
    if (too_large(header.width, header.height)) return size_error(header.width, header.height);
    ImageData image;
    image.width = header.width;
    image.height = header.height;
    const bool colour = (header.format & PNG_FORMAT_FLAG_COLOR) != 0;
    const bool alpha = (header.format & PNG_FORMAT_FLAG_ALPHA) != 0;
    image.channels = colour ? 3 : 1;
    header.format =
        colour ? (alpha ? PNG_FORMAT_RGBA : PNG_FORMAT_RGB) : (alpha ? PNG_FORMAT_GA : PNG_FORMAT_GRAY);
    std::string samples(PNG_IMAGE_SIZE(header), '\0');
    if (png_image_finish_read(&header, nullptr, samples.data(), 0, nullptr) == 0)
        return ImageError{header.message};
    if (header.warning_or_error >= 2) return ImageError{header.message};
    if (alpha) {
        split_alpha(image, samples);
    } else {
        image.pixels = std::move(samples);
    }
    return image;
}

/// The EXIF orientation of a JPEG file, 1 where there is none.
std::uint8_t exif_orientation(std::string_view jpeg) {
    const auto byte = [&](std::size_t at) {
        return at < jpeg.size() ? static_cast<std::uint8_t>(jpeg[at]) : 0U;
    };
    for (std::size_t at = 2; byte(at) == 0xFF && at + 4 <= jpeg.size();) {
        const unsigned marker = byte(at + 1);
        const std::size_t length = byte(at + 2) << 8U | byte(at + 3);
        if (marker == 0xDA || length < 2) return 1;
        const std::size_t tiff = at + 10;
        if (marker == 0xE1 && jpeg.substr(at + 4, 6) == std::string_view("Exif\0\0", 6)) {
            const bool little = byte(tiff) == 'I';
            const auto word = [&](std::size_t p) {
                return little ? byte(p) | byte(p + 1) << 8U : byte(p) << 8U | byte(p + 1);
            };
            const auto offset = little ? word(tiff + 4) : word(tiff + 6);
            const unsigned count = word(tiff + offset);
            for (unsigned i = 0; i < count && i < 100; ++i) {
                const std::size_t entry = tiff + offset + 2 + 12U * i;
                if (word(entry) != 0x0112) continue;
                const unsigned value = word(entry + 8);
                return value >= 1 && value <= 8 ? static_cast<std::uint8_t>(value) : std::uint8_t{1};
            }
        }
        at += 2 + length;
    }
    return 1;
}

/// The file without comments and application data, which may tell who took a picture and where. The Adobe
/// segment stays: it says how colours are coded.
std::string without_metadata(std::string_view jpeg) {
    std::string kept(jpeg.substr(0, 2));
    std::size_t at = 2;
    while (at + 4 <= jpeg.size() && jpeg[at] == '\xFF') {
        const auto marker = static_cast<std::uint8_t>(jpeg[at + 1]);
        const std::size_t length =
            2 + (static_cast<std::size_t>(static_cast<std::uint8_t>(jpeg[at + 2])) << 8U |
                 static_cast<std::uint8_t>(jpeg[at + 3]));
        if (marker == 0xDA || at + length > jpeg.size()) break;
        const bool private_data = (marker >= 0xE1 && marker <= 0xEF && marker != 0xEE) || marker == 0xFE;
        if (!private_data) kept += jpeg.substr(at, length);
        at += length;
    }
    return kept += jpeg.substr(at);
}

/// CMYK as Adobe stores it (inverted) to RGB, without a profile.
std::string cmyk_to_rgb(const std::string& cmyk) {
    std::string rgb;
    rgb.reserve(cmyk.size() / 4 * 3);
    for (std::size_t i = 0; i + 3 < cmyk.size(); i += 4) {
        const unsigned black = static_cast<unsigned char>(cmyk[i + 3]);
        for (std::size_t c = 0; c < 3; ++c) {
            rgb += static_cast<char>(static_cast<unsigned char>(cmyk[i + c]) * black / 255U);
        }
    }
    return rgb;
}

std::variant<ImageData, ImageError> decode_jpeg(std::string_view bytes) {
    const std::unique_ptr<void, int (*)(tjhandle)> decoder(tjInitDecompress(), tjDestroy);
    if (!decoder) return ImageError{"the JPEG decoder cannot start"};
    const auto* data = reinterpret_cast<const unsigned char*>(bytes.data());
    const auto size = static_cast<unsigned long>(bytes.size());
    int width = 0;
    int height = 0;
    int sampling = 0;
    int space = 0;
    if (tjDecompressHeader3(decoder.get(), data, size, &width, &height, &sampling, &space) != 0) {
        return ImageError{tjGetErrorStr2(decoder.get())};
    }
    const auto columns = static_cast<std::uint64_t>(width);
    const auto rows = static_cast<std::uint64_t>(height);
    if (too_large(columns, rows)) return size_error(columns, rows);
    const bool cmyk = space == TJCS_CMYK || space == TJCS_YCCK;
    const bool grey = space == TJCS_GRAY;
    const int format = cmyk ? TJPF_CMYK : grey ? TJPF_GRAY : TJPF_RGB;
    std::string samples(columns * rows * static_cast<std::uint64_t>(tjPixelSize[format]), '\0');
    // Decoding the whole file finds damage that a viewer would show as grey areas.
    if (tjDecompress2(decoder.get(), data, size, reinterpret_cast<unsigned char*>(samples.data()), width, 0,
                      height, format, TJFLAG_STOPONWARNING | TJFLAG_LIMITSCANS) != 0) {
        return ImageError{tjGetErrorStr2(decoder.get())};
    }
    ImageData image;
    image.width = static_cast<std::uint32_t>(width);
    image.height = static_cast<std::uint32_t>(height);
    image.channels = grey ? 1 : 3;
    image.turn = exif_orientation(bytes);
    image.jpeg = !cmyk;
    image.pixels = cmyk ? cmyk_to_rgb(samples) : without_metadata(bytes);
    return image;
}

std::string interleaved(const ImageData& image) {
    if (image.alpha.empty()) return image.pixels;
    std::string samples;
    samples.reserve(image.pixels.size() + image.alpha.size());
    for (std::size_t i = 0; i < image.alpha.size(); ++i) {
        samples.append(image.pixels, i * image.channels, image.channels);
        samples += image.alpha[i];
    }
    return samples;
}

}  // namespace

std::string encode_png(const ImageData& image) {
    png_image header{};
    header.version = PNG_IMAGE_VERSION;
    header.width = image.width;
    header.height = image.height;
    const bool alpha = !image.alpha.empty();
    header.format = image.channels == 1 ? (alpha ? PNG_FORMAT_GA : PNG_FORMAT_GRAY)
                                        : (alpha ? PNG_FORMAT_RGBA : PNG_FORMAT_RGB);
    const std::string samples = interleaved(image);
    png_alloc_size_t size = 0;
    if (png_image_write_to_memory(&header, nullptr, &size, 0, samples.data(), 0, nullptr) == 0) return {};
    std::string out(size, '\0');
    if (png_image_write_to_memory(&header, out.data(), &size, 0, samples.data(), 0, nullptr) == 0) return {};
    out.resize(size);
    return out;
}

std::variant<ImageData, ImageError> decode_image(std::string_view bytes) {
    if (bytes.starts_with("\x89PNG\r\n\x1A\n")) return decode_png(bytes);
    if (bytes.starts_with("\xFF\xD8\xFF")) return decode_jpeg(bytes);
    return ImageError{"it is neither PNG nor JPEG"};
}

}  // namespace stet::pdf

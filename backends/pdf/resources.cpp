// Reading themes and other resources.
#include "backends/pdf/resources.hpp"

#include "compiler/base/catalogue.hpp"

namespace stet::pdf {

std::optional<std::string> read_resource(World& world, const std::string& name, Diagnostics& diagnostics) {
    ReadResult read = world.read_resource(name);
    if (const auto* error = std::get_if<ReadError>(&read)) {
        diagnostics.add({}, diag::resource_missing, name, error->reason);
        return std::nullopt;
    }
    return std::move(std::get<std::string>(read));
}

std::optional<Theme> read_theme(World& world, const std::string& name, Diagnostics& diagnostics) {
    const std::string file = "themes/" + name + ".theme";
    const std::optional<std::string> text = read_resource(world, file, diagnostics);
    if (!text) return std::nullopt;
    auto parsed = parse_theme(*text);
    if (const auto* error = std::get_if<ThemeError>(&parsed)) {
        diagnostics.add({}, diag::theme_invalid, file, error->line, error->reason);
        return std::nullopt;
    }
    return std::get<Theme>(std::move(parsed));
}

}  // namespace stet::pdf

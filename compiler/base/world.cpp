// Sharing by default: what was read is kept.
#include "compiler/base/world.hpp"

namespace stet {

ShareResult World::share_resource(std::string_view name) {
    ReadResult read = read_resource(name);
    if (auto* error = std::get_if<ReadError>(&read)) return std::move(*error);
    auto owner = std::make_shared<const std::string>(std::move(std::get<std::string>(read)));
    return SharedBytes{*owner, owner};
}

}  // namespace stet

// What tests share: the world in memory, where the project and the corpus lie.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "compiler/base/world.hpp"

namespace stet::test {

/// Files in memory; frameworks and resources come from the project's folders, unless `files` has them below
/// frameworks/ or share/.
class MemoryWorld final : public World {
  public:
    std::map<std::string, std::string, std::less<>> files;
    CivilDate date{2026, 1, 15};

    ReadResult read(std::string_view path) override;
    ReadResult read_framework(std::string_view name) override;
    std::vector<std::string> framework_names() override;
    ReadResult read_resource(std::string_view name) override;
    CivilDate today() override { return date; }
};

/// The project's root folder.
std::string root_dir();
/// The folder with the real reports: STET_SHARED, else `shared` beside the project; none where absent.
std::optional<std::string> shared_dir();
/// Reads a whole file; fails the test where it cannot.
std::string slurp(const std::string& path);

}  // namespace stet::test

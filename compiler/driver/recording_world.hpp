// The World on disk, with a list of the files that a compilation asked for.
#pragma once

#include <string>
#include <vector>

#include "compiler/driver/disk_world.hpp"

namespace stet::driver {

class RecordingWorld final : public World {
  public:
    explicit RecordingWorld(std::string folder, std::string framework_folder = {});

    ReadResult read(std::string_view path) override;
    ReadResult read_framework(std::string_view name) override;
    std::vector<std::string> framework_names() override { return disk_.framework_names(); }
    ReadResult read_resource(std::string_view name) override { return disk_.read_resource(name); }
    ShareResult share_resource(std::string_view name) override { return disk_.share_resource(name); }
    CivilDate today() override { return disk_.today(); }

    /// Paths of what was read below the report's folder and of frameworks, those that were not found
    /// included; sorted, each once. Resources that ship with Stet are left out.
    [[nodiscard]] std::vector<std::string> files() const;

  private:
    DiskWorld disk_;
    std::string folder_;
    std::vector<std::string> files_;
};

}  // namespace stet::driver

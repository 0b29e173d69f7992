// The World on disk: files below the report's folder, frameworks and resources beside the program.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "compiler/base/world.hpp"

namespace stet::driver {

/// Reads a regular file of at most Sources::max_file_size bytes; never blocks on a FIFO or device.
ReadResult read_regular_file(const std::string& path);

/// The folder of a path ("" where it has none) and its last part.
struct PathParts {
    std::string folder;
    std::string name;
};
PathParts split_path(const std::string& path);

class DiskWorld final : public World {
  public:
    /// `folder` is the report's; nothing outside it is read through `read`. `framework_folder`, if not empty,
    /// is looked in before the frameworks that ship with Stet.
    explicit DiskWorld(std::string folder, std::string framework_folder = {});

    ReadResult read(std::string_view path) override;
    ReadResult read_framework(std::string_view name) override;
    std::vector<std::string> framework_names() override;
    ReadResult read_resource(std::string_view name) override;
    ShareResult share_resource(std::string_view name) override;  ///< maps the file
    CivilDate today() override;

    /// Where a framework of that name may lie, in the order in which it is looked for; empty for what is no
    /// name.
    [[nodiscard]] std::vector<std::string> framework_files(std::string_view name) const;

  private:
    std::string folder_;
    std::vector<std::string> framework_folders_;
    std::string share_;
};

}  // namespace stet::driver

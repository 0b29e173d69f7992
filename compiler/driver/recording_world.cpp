// The World on disk, with a list of the files that a compilation asked for.
#include "compiler/driver/recording_world.hpp"

#include <algorithm>

namespace stet::driver {

RecordingWorld::RecordingWorld(std::string folder, std::string framework_folder)
    : disk_(folder, std::move(framework_folder)), folder_(folder.empty() ? "." : std::move(folder)) {}

ReadResult RecordingWorld::read(std::string_view path) {
    files_.push_back(folder_ + "/" + std::string(path));
    return disk_.read(path);
}

ReadResult RecordingWorld::read_framework(std::string_view name) {
    for (std::string& candidate : disk_.framework_files(name)) files_.push_back(std::move(candidate));
    return disk_.read_framework(name);
}

std::vector<std::string> RecordingWorld::files() const {
    std::vector<std::string> out = files_;
    std::sort(out.begin(), out.end());
    out.erase(std::unique(out.begin(), out.end()), out.end());
    return out;
}

}  // namespace stet::driver

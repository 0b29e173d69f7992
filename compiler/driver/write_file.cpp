// Writing a file so that a reader finds the old one or the new one, whole.
#include "compiler/driver/write_file.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <filesystem>
#include <system_error>

namespace stet::driver {

namespace fs = std::filesystem;

namespace {

std::string reason(int error) {
    return std::generic_category().message(error);
}

int write_all(int fd, std::string_view bytes) {
    while (!bytes.empty()) {
        const ssize_t wrote = ::write(fd, bytes.data(), bytes.size());
        if (wrote < 0 && errno == EINTR) continue;
        if (wrote < 0) return errno;
        bytes.remove_prefix(static_cast<std::size_t>(wrote));
    }
    return 0;
}

mode_t mode_for(const std::string& path) {
    struct stat status {};
    if (stat(path.c_str(), &status) == 0) return status.st_mode & 07777U;
    const mode_t mask = umask(0);
    umask(mask);
    return 0666U & ~mask;
}

}  // namespace

std::optional<std::string> write_file(const std::string& path, std::string_view bytes,
                                      Durability durability) {
    std::error_code error;
    fs::path target = path;
    if (fs::is_symlink(target, error)) {
        target = fs::canonical(target, error);
        if (error) return error.message();
    }
    if (fs::exists(target, error) && !fs::is_regular_file(target, error)) return "is not a regular file";
    const fs::path folder = target.has_parent_path() ? target.parent_path() : fs::path(".");
    std::string temporary = (folder / ("." + target.filename().string() + ".XXXXXX")).string();
    const int fd = mkstemp(temporary.data());
    if (fd < 0) return reason(errno);
    int failed = write_all(fd, bytes);
    if (failed == 0 && fchmod(fd, mode_for(target.string())) != 0) failed = errno;
    if (failed == 0 && durability == Durability::kept && fsync(fd) != 0) failed = errno;
    if (close(fd) != 0 && failed == 0) failed = errno;
    if (failed == 0 && rename(temporary.c_str(), target.c_str()) != 0) failed = errno;
    if (failed != 0) {
        unlink(temporary.c_str());
        return reason(failed);
    }
    if (durability == Durability::rebuilt) return std::nullopt;
    const int folder_fd = open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (folder_fd >= 0) {
        fsync(folder_fd);
        close(folder_fd);
    }
    return std::nullopt;
}

std::optional<std::string> make_folder(const std::string& path) {
    std::error_code error;
    fs::create_directories(path, error);
    if (error) return error.message();
    return std::nullopt;
}

}  // namespace stet::driver

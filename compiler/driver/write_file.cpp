// Writing a file so that a reader finds the old one or the new one, whole.
#include "compiler/driver/write_file.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <filesystem>
#include <system_error>
#include <utility>

#include "compiler/driver/disk_world.hpp"

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

FileWriter::FileWriter(const std::string& path, Durability durability, std::string mode_from)
    : target_(path), mode_from_(std::move(mode_from)), durability_(durability) {
    std::error_code error;
    if (fs::is_symlink(target_, error)) {
        const fs::path behind = fs::canonical(target_, error);
        if (error) {
            fail(error.message());
            return;
        }
        target_ = behind.string();
    }
    const fs::path target = target_;
    if (fs::exists(target, error) && !fs::is_regular_file(target, error)) {
        fail("is not a regular file");
        return;
    }
    const fs::path folder = target.has_parent_path() ? target.parent_path() : fs::path(".");
    temporary_ = (folder / ("." + target.filename().string() + ".XXXXXX")).string();
    file_ = mkstemp(temporary_.data());
    if (file_ < 0) fail(reason(errno));
}

FileWriter::FileWriter(FileWriter&& other) noexcept
    : target_(std::move(other.target_)),
      temporary_(std::move(other.temporary_)),
      mode_from_(std::move(other.mode_from_)),
      problem_(std::move(other.problem_)),
      file_(std::exchange(other.file_, -1)),
      durability_(other.durability_) {}

FileWriter::~FileWriter() {
    if (file_ >= 0) fail("was not finished");
}

void FileWriter::fail(std::string reason) {
    problem_ = std::move(reason);
    if (file_ < 0) return;
    close(std::exchange(file_, -1));
    unlink(temporary_.c_str());
}

bool FileWriter::write(std::string_view bytes) {
    if (file_ < 0) return false;
    if (const int failed = write_all(file_, bytes); failed != 0) fail(reason(failed));
    return file_ >= 0;
}

std::optional<std::string> FileWriter::commit() {
    int failed = 0;
    if (file_ < 0) return problem_;
    if (fchmod(file_, mode_for(mode_from_.empty() ? target_ : mode_from_)) != 0) failed = errno;
    if (failed == 0 && durability_ == Durability::kept && fsync(file_) != 0) failed = errno;
    if (failed == 0 && rename(temporary_.c_str(), target_.c_str()) != 0) failed = errno;
    if (failed != 0) {
        fail(reason(failed));
        return problem_;
    }
    close(std::exchange(file_, -1));
    if (durability_ == Durability::rebuilt) return std::nullopt;
    const fs::path folder = fs::path(target_).parent_path();
    const int folder_fd = open(folder.empty() ? "." : folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (folder_fd >= 0) {
        fsync(folder_fd);
        close(folder_fd);
    }
    return std::nullopt;
}

std::optional<std::string> write_file(const std::string& path, std::string_view bytes,
                                      Durability durability) {
    FileWriter file(path, durability);
    file.write(bytes);
    return file.commit();
}

Replaced write_file_with_backup(const std::string& path, std::string_view bytes) {
    Replaced out;
    std::error_code error;
    if (fs::exists(path, error)) {
        ReadResult old = read_regular_file(path);
        if (const auto* wrong = std::get_if<ReadError>(&old)) return {{}, wrong->reason};
        const std::string& kept = std::get<std::string>(old);
        if (kept == bytes) return out;
        for (int i = 1; out.backup.empty(); ++i) {
            std::string name = i == 1 ? path + "~" : fmt::format("{}~{}", path, i);
            const ReadResult there = read_regular_file(name);
            const auto* same = std::get_if<std::string>(&there);
            if ((same != nullptr && *same == kept) || !fs::exists(name, error)) out.backup = std::move(name);
        }
        FileWriter file(out.backup, Durability::kept, path);
        file.write(kept);
        if (const auto wrong = file.commit())
            return {{}, fmt::format("the old file cannot be kept as {}: {}", out.backup, *wrong)};
    }
    out.problem = write_file(path, bytes).value_or("");
    return out;
}

std::optional<std::string> make_folder(const std::string& path) {
    std::error_code error;
    fs::create_directories(path, error);
    if (error) return error.message();
    return std::nullopt;
}

}  // namespace stet::driver

// The World on disk: files below the report's folder, frameworks and resources beside the program.
#include "compiler/driver/disk_world.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <chrono>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <utility>

#include "compiler/base/sources.hpp"

namespace stet::driver {

namespace fs = std::filesystem;

namespace {

class Descriptor {
  public:
    explicit Descriptor(int fd) : fd_(fd) {}
    Descriptor(Descriptor&& other) noexcept : fd_(std::exchange(other.fd_, -1)) {}
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    ~Descriptor() {
        if (fd_ >= 0) close(fd_);
    }
    [[nodiscard]] int get() const { return fd_; }

  private:
    int fd_;
};

struct OpenFile {
    Descriptor descriptor;
    std::size_t size;  ///< bytes
};

std::string reason_of(int error) {
    switch (error) {
        case ENOENT:
            return "no such file";
        case EACCES:
            return "no permission";
        case ENOTDIR:
            return "a part of the path is no folder";
        case ELOOP:
            return "the link leads to itself";
        case ENAMETOOLONG:
            return "the name is too long";
        default:
            return std::generic_category().message(error);
    }
}

/// Folder with frameworks/, fonts/, icc/, themes/: beside an installed program, or in the build folder.
std::string find_share() {
    std::error_code error;
    const fs::path program = fs::read_symlink("/proc/self/exe", error);
    if (error) return STET_INSTALL_SHARE;
    for (const fs::path& candidate :
         {program.parent_path() / ".." / "share" / "stet", fs::path(STET_BUILD_SHARE)}) {
        if (fs::is_directory(candidate / "frameworks", error)) return candidate.lexically_normal().string();
    }
    return STET_INSTALL_SHARE;
}

bool is_plain_name(std::string_view name) {
    return !name.empty() && name.find('/') == std::string_view::npos &&
           name.find('\0') == std::string_view::npos && name.front() != '.';
}

/// Opens a regular file of at most Sources::max_file_size bytes.
std::variant<OpenFile, ReadError> open_regular(const std::string& path) {
    if (path.find('\0') != std::string::npos) return ReadError{"the name holds a NUL"};
    Descriptor file(open(path.c_str(), O_RDONLY | O_NONBLOCK | O_CLOEXEC));
    if (file.get() < 0) return ReadError{reason_of(errno)};
    struct stat status {};
    if (fstat(file.get(), &status) != 0) return ReadError{reason_of(errno)};
    if (S_ISDIR(status.st_mode)) return ReadError{"is a folder"};
    if (!S_ISREG(status.st_mode)) return ReadError{"is not a regular file"};
    const auto size = static_cast<std::size_t>(status.st_size);
    if (size > Sources::max_file_size) {
        return ReadError{fmt::format("has {} bytes; at most {} are read", size, Sources::max_file_size)};
    }
    return OpenFile{std::move(file), size};
}

std::string resource_path(const std::string& share, std::string_view name) {
    return fmt::format("{}/{}", share, name);
}

bool is_resource_name(std::string_view name) {
    return !name.empty() && name.front() != '/' && name.find("..") == std::string_view::npos;
}

}  // namespace

ReadResult read_regular_file(const std::string& path) {
    std::variant<OpenFile, ReadError> opened = open_regular(path);
    if (auto* error = std::get_if<ReadError>(&opened)) return std::move(*error);
    const OpenFile& file = std::get<OpenFile>(opened);
    std::string text(file.size, '\0');
    std::size_t done = 0;
    while (done < text.size()) {
        const ssize_t got = ::read(file.descriptor.get(), text.data() + done, text.size() - done);
        if (got < 0 && errno == EINTR) continue;
        if (got < 0) return ReadError{reason_of(errno)};
        if (got == 0) break;
        done += static_cast<std::size_t>(got);
    }
    text.resize(done);
    return text;
}

PathParts split_path(const std::string& path) {
    const std::size_t slash = path.rfind('/');
    if (slash == std::string::npos) return {"", path};
    return {slash == 0 ? "/" : path.substr(0, slash), path.substr(slash + 1)};
}

DiskWorld::DiskWorld(std::string folder, std::string framework_folder)
    : folder_(folder.empty() ? "." : std::move(folder)), share_(find_share()) {
    if (!framework_folder.empty()) framework_folders_.push_back(std::move(framework_folder));
    framework_folders_.push_back(share_ + "/frameworks");
}

ReadResult DiskWorld::read(std::string_view path) {
    if (path.empty() || path.front() == '/')
        return ReadError{"the path must be relative to the report's folder"};
    if (path.find('\0') != std::string_view::npos) return ReadError{"the name holds a NUL"};
    std::error_code error;
    const fs::path root = fs::canonical(folder_, error);
    if (error) return ReadError{reason_of(error.value())};
    const fs::path wanted = fs::canonical(root / std::string(path), error);
    if (error) return ReadError{reason_of(error.value())};
    const auto [end, unused] = std::mismatch(root.begin(), root.end(), wanted.begin(), wanted.end());
    if (end != root.end()) return ReadError{"lies outside the report's folder"};
    return read_regular_file(wanted.string());
}

ReadResult DiskWorld::read_framework(std::string_view name) {
    if (!is_plain_name(name)) return ReadError{"is no framework's name"};
    ReadResult result = ReadError{"no such framework"};
    for (const std::string& file : framework_files(name)) {
        result = read_regular_file(file);
        if (std::holds_alternative<std::string>(result)) break;
    }
    return result;
}

std::vector<std::string> DiskWorld::framework_files(std::string_view name) const {
    std::vector<std::string> out;
    if (!is_plain_name(name)) return out;
    for (const std::string& folder : framework_folders_)
        out.push_back(fmt::format("{}/{}.stet", folder, name));
    return out;
}

std::vector<std::string> DiskWorld::framework_names() {
    std::vector<std::string> names;
    for (const std::string& folder : framework_folders_) {
        std::error_code error;
        for (fs::directory_iterator at(folder, error), end; !error && at != end; at.increment(error)) {
            if (at->path().extension() == ".stet") names.push_back(at->path().stem().string());
        }
    }
    std::sort(names.begin(), names.end());
    names.erase(std::unique(names.begin(), names.end()), names.end());
    return names;
}

ReadResult DiskWorld::read_resource(std::string_view name) {
    if (!is_resource_name(name)) return ReadError{"is no resource's name"};
    ReadResult result = read_regular_file(resource_path(share_, name));
    // Dictionaries are shared by all programs of a system; the project ships none.
    constexpr std::string_view dictionaries = "dictionaries/";
    if (std::holds_alternative<ReadError>(result) && name.starts_with(dictionaries)) {
        return read_regular_file(fmt::format("/usr/share/hunspell/{}", name.substr(dictionaries.size())));
    }
    return result;
}

ShareResult DiskWorld::share_resource(std::string_view name) {
    if (!is_resource_name(name)) return ReadError{"is no resource's name"};
    std::variant<OpenFile, ReadError> opened = open_regular(resource_path(share_, name));
    if (auto* error = std::get_if<ReadError>(&opened)) return std::move(*error);
    const auto& [descriptor, size] = std::get<OpenFile>(opened);
    if (size == 0) return SharedBytes{};
    void* mapped = mmap(nullptr, size, PROT_READ, MAP_PRIVATE, descriptor.get(), 0);
    if (mapped == MAP_FAILED) return ReadError{reason_of(errno)};
    const std::size_t length = size;
    return SharedBytes{{static_cast<const char*>(mapped), size},
                       {mapped, [length](void* bytes) { munmap(bytes, length); }}};
}

CivilDate DiskWorld::today() {
    using namespace std::chrono;
    const year_month_day date{floor<days>(system_clock::now())};
    return {static_cast<int>(date.year()), static_cast<std::uint8_t>(static_cast<unsigned>(date.month())),
            static_cast<std::uint8_t>(static_cast<unsigned>(date.day()))};
}

}  // namespace stet::driver

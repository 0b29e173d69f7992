// What tests share: the world in memory, where the project and the corpus lie.
#include "tests/support.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>

namespace stet::test {

namespace fs = std::filesystem;

namespace {

ReadResult read_file(const fs::path& path) {
    std::ifstream in(path, std::ios::binary);
    if (!in) return ReadError{"no such file"};
    return std::string(std::istreambuf_iterator<char>(in), {});
}

}  // namespace

std::string root_dir() {
    return STET_ROOT;
}

std::optional<std::string> shared_dir() {
    const char* named = std::getenv("STET_SHARED");
    const fs::path folder = named != nullptr ? fs::path(named) : fs::path(STET_ROOT) / ".." / "shared";
    if (!fs::is_directory(folder / "corpus")) return std::nullopt;
    return folder.string();
}

std::string slurp(const std::string& path) {
    ReadResult result = read_file(path);
    if (const auto* error = std::get_if<ReadError>(&result)) FAIL(path << ": " << error->reason);
    return std::get<std::string>(result);
}

ReadResult MemoryWorld::read(std::string_view path) {
    const auto found = files.find(path);
    if (found == files.end()) return ReadError{"no such file"};
    return found->second;
}

ReadResult MemoryWorld::read_framework(std::string_view name) {
    const auto found = files.find("frameworks/" + std::string(name) + ".stet");
    if (found != files.end()) return found->second;
    return read_file(fs::path(STET_ROOT) / "frameworks" / (std::string(name) + ".stet"));
}

std::vector<std::string> MemoryWorld::framework_names() {
    std::vector<std::string> names;
    for (const auto& entry : fs::directory_iterator(fs::path(STET_ROOT) / "frameworks")) {
        if (entry.path().extension() == ".stet") names.push_back(entry.path().stem().string());
    }
    std::sort(names.begin(), names.end());
    return names;
}

ReadResult MemoryWorld::read_resource(std::string_view name) {
    const auto found = files.find("share/" + std::string(name));
    if (found != files.end()) return found->second;
    ReadResult gathered = read_file(fs::path(STET_SHARE) / std::string(name));
    if (std::holds_alternative<std::string>(gathered)) return gathered;
    if (name.starts_with("dictionaries/"))
        return read_file(fs::path("/usr/share/hunspell") / name.substr(name.find('/') + 1));
    return read_file(fs::path(STET_ROOT) / std::string(name));
}

}  // namespace stet::test

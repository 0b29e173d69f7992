// stet lsp: the language server over standard input and output.
#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <filesystem>

#include "compiler/driver/commands/report.hpp"
#include "compiler/driver/disk_world.hpp"
#include "compiler/driver/version.hpp"
#include "compiler/editor/serve.hpp"

namespace stet::driver {

namespace fs = std::filesystem;

namespace {

/// Folders above a file in which a report that includes it is looked for, and files looked at in all.
constexpr int most_folders = 8;
constexpr std::size_t most_reports = 1000;

std::vector<std::string> reports_near(std::string_view path) {
    std::vector<std::string> out;
    fs::path folder = fs::path(path).parent_path();
    for (int n = 0; n < most_folders && !folder.empty(); ++n) {
        std::error_code error;
        for (fs::directory_iterator at(folder, error), end; !error && at != end; at.increment(error)) {
            if (at->path().extension() == ".stet" && out.size() < most_reports)
                out.push_back(at->path().string());
        }
        // The project ends where version control does.
        if (fs::exists(folder / ".git", error) || folder == folder.root_path()) break;
        folder = folder.parent_path();
    }
    // The nearest folder comes first, in it the order of names.
    std::stable_sort(out.begin(), out.end(), [](const std::string& a, const std::string& b) {
        const auto depth = [](const std::string& p) { return std::count(p.begin(), p.end(), '/'); };
        return depth(a) != depth(b) ? depth(a) > depth(b) : a < b;
    });
    return out;
}

std::string framework_path(const std::string& framework_folder, std::string_view name) {
    std::error_code error;
    for (const std::string& file : DiskWorld("", framework_folder).framework_files(name)) {
        if (fs::is_regular_file(file, error)) return fs::absolute(file, error).lexically_normal().string();
    }
    return {};
}

}  // namespace

int lsp(const std::string& framework_folder) {
    editor::Machine machine;
    machine.world = [framework_folder](const std::string& folder) {
        return std::make_unique<DiskWorld>(folder, framework_folder);
    };
    machine.framework_path = [framework_folder](std::string_view name) {
        return framework_path(framework_folder, name);
    };
    machine.reports_near = reports_near;
    machine.version = version;
    return editor::serve(STDIN_FILENO, STDOUT_FILENO, machine);
}

}  // namespace stet::driver

// Waiting until one of some files changes (inotify).
#include "compiler/driver/watch.hpp"

#include <fmt/format.h>
#include <poll.h>
#include <sys/inotify.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <ctime>
#include <filesystem>
#include <system_error>

namespace stet::driver {

namespace fs = std::filesystem;
using namespace std::chrono_literals;

namespace {

constexpr std::uint32_t folder_events = IN_CLOSE_WRITE | IN_MOVED_TO | IN_MOVED_FROM | IN_CREATE | IN_DELETE |
                                        IN_DELETE_SELF | IN_MOVE_SELF | IN_ONLYDIR;

std::string reason_of(int error) {
    return std::generic_category().message(error);
}

/// An entry of a folder that is there.
struct Entry {
    std::string folder;
    std::string name;
};

/// The entry by which a change of `file` shows: itself, or the first missing folder above it.
Entry entry_of(const fs::path& file) {
    fs::path folder = file.parent_path();
    fs::path name = file.filename();
    std::error_code error;
    while (!folder.empty() && folder != folder.root_path() && !fs::is_directory(folder, error)) {
        name = folder.filename();
        folder = folder.parent_path();
    }
    return {folder.empty() ? "." : folder.string(), name.string()};
}

/// The entries of a file and, where it is a link, of what it leads to.
std::vector<Entry> entries_of(const std::string& file) {
    std::error_code error;
    const fs::path path = fs::absolute(file, error).lexically_normal();
    std::vector<Entry> out{entry_of(path)};
    const fs::path real = fs::weakly_canonical(path, error);
    if (!error && real != path) out.push_back(entry_of(real));
    return out;
}

}  // namespace

FileWatch::FileWatch()
    : inotify_(inotify_init1(IN_NONBLOCK | IN_CLOEXEC)), error_(inotify_ < 0 ? errno : 0) {}

FileWatch::~FileWatch() {
    if (inotify_ >= 0) close(inotify_);
}

std::optional<std::string> FileWatch::watch(const std::vector<std::string>& files) {
    if (inotify_ < 0) return reason_of(error_);
    std::map<std::string, int> wanted;
    std::set<std::pair<int, std::string>> names;
    for (const std::string& file : files) {
        for (const Entry& entry : entries_of(file)) {
            // Adding a folder again gives the same descriptor and keeps its events.
            const int descriptor = inotify_add_watch(inotify_, entry.folder.c_str(), folder_events);
            if (descriptor < 0) return reason_of(errno);
            wanted.emplace(entry.folder, descriptor);
            names.emplace(descriptor, entry.name);
        }
    }
    for (const auto& [folder, descriptor] : folders_) {
        const bool kept = std::any_of(wanted.begin(), wanted.end(),
                                      [d = descriptor](const auto& w) { return w.second == d; });
        if (!kept) inotify_rm_watch(inotify_, descriptor);
    }
    folders_ = std::move(wanted);
    names_ = std::move(names);
    return std::nullopt;
}

/// Takes all events that are there; true where one of them concerns a watched file.
bool FileWatch::read_events() {
    alignas(inotify_event) std::array<char, 16384> buffer;
    bool changed = false;
    while (true) {
        const ssize_t got = ::read(inotify_, buffer.data(), buffer.size());
        if (got < 0 && errno == EINTR) continue;
        if (got <= 0) return changed;
        for (ssize_t at = 0; at < got;) {
            const auto* event = reinterpret_cast<const inotify_event*>(buffer.data() + at);
            at += static_cast<ssize_t>(sizeof(inotify_event) + event->len);
            if ((event->mask & (IN_Q_OVERFLOW | IN_DELETE_SELF | IN_MOVE_SELF)) != 0)
                changed = true;
            else if (event->len > 0)
                changed = changed || names_.contains({event->wd, std::string(event->name)});
        }
    }
}

bool FileWatch::wait(std::chrono::milliseconds quiet, std::optional<std::chrono::milliseconds> limit) {
    using clock = std::chrono::steady_clock;
    // A stream of changes without a pause still comes to an end.
    constexpr auto longest = 1s;
    const auto begun = clock::now();
    std::optional<clock::time_point> first;
    while (true) {
        std::chrono::milliseconds left = -1ms;
        if (first)
            left = quiet;
        else if (limit)
            left = std::max(0ms, std::chrono::ceil<std::chrono::milliseconds>(begun + *limit - clock::now()));
        pollfd ready{inotify_, POLLIN, 0};
        const int got = poll(&ready, 1, static_cast<int>(left.count()));
        if (got < 0 && errno != EINTR) return false;
        if (got == 0) return first.has_value();
        if (got > 0 && read_events() && !first) first = clock::now();
        if (first && clock::now() - *first >= longest) return true;
    }
}

std::string time_of_day() {
    const std::time_t now = std::time(nullptr);
    std::tm local{};
    localtime_r(&now, &local);
    return fmt::format("{:02}:{:02}:{:02}", local.tm_hour, local.tm_min, local.tm_sec);
}

std::string keep_watching(const std::function<std::vector<std::string>()>& round) {
    constexpr auto quiet = 60ms;
    FileWatch watch;
    while (true) {
        // A folder that this round reads for the first time is not watched yet; what is saved there meanwhile
        // shows by its time. Time stamps of files are a few milliseconds coarse.
        const auto begun = fs::file_time_type::clock::now() - 10ms;
        const std::vector<std::string> files = round();
        if (const auto wrong = watch.watch(files)) return *wrong;
        const auto now = fs::file_time_type::clock::now();
        const bool saved = std::any_of(files.begin(), files.end(), [&](const std::string& file) {
            std::error_code error;
            const auto written = fs::last_write_time(file, error);
            return !error && written >= begun && written <= now;
        });
        if (saved)
            watch.wait(quiet, 0ms);
        else if (!watch.wait(quiet))
            return "changes of files cannot be waited for";
    }
}

}  // namespace stet::driver

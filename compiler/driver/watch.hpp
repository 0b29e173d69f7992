// Waiting until one of some files changes (inotify).
#pragma once

#include <chrono>
#include <functional>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace stet::driver {

/// Watches files through the folders they stand in, so that a file which an editor writes anew and renames
/// over the old one is seen, and one that is missing today is seen when it comes.
class FileWatch {
  public:
    FileWatch();
    FileWatch(const FileWatch&) = delete;
    FileWatch& operator=(const FileWatch&) = delete;
    ~FileWatch();

    /// Watches these files instead of those before. Changes that happened meanwhile are kept for `wait`, as
    /// long as their folder was watched. Returns the reason where the system refuses.
    std::optional<std::string> watch(const std::vector<std::string>& files);

    /// Blocks until a watched file is written, replaced, made or removed and then nothing happens for
    /// `quiet`; at most `limit` for the first change, where given. Returns whether there was a change.
    bool wait(std::chrono::milliseconds quiet, std::optional<std::chrono::milliseconds> limit = std::nullopt);

  private:
    bool read_events();

    int inotify_ = -1;
    int error_ = 0;
    std::map<std::string, int> folders_;           ///< watched folders and their descriptors
    std::set<std::pair<int, std::string>> names_;  ///< entries of those folders that matter
};

/// The time of day here, "14:05:09": what tells one round from the next.
std::string time_of_day();

/// Runs `round` at once and after each change of the files that it returns. Comes back only where the system
/// refuses to watch, with the reason.
std::string keep_watching(const std::function<std::vector<std::string>()>& round);

}  // namespace stet::driver

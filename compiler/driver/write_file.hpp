// Writing a file so that a reader finds the old one or the new one, whole.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace stet::driver {

/// Whether bytes must have reached the disk before the old file is replaced. What a build can make again need
/// not.
enum class Durability : bool { rebuilt, kept };

/// Writes a temporary file in the same folder, syncs it where it is to be kept, and renames it over `path`,
/// keeping the mode of a file that was there. Follows a link to the file behind it. Returns the reason where
/// it cannot; then `path` is untouched and no temporary file is left.
std::optional<std::string> write_file(const std::string& path, std::string_view bytes,
                                      Durability durability = Durability::kept);

/// Makes a folder and those above it.
std::optional<std::string> make_folder(const std::string& path);

}  // namespace stet::driver
